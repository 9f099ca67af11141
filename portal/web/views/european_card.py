"""« Demander ma carte européenne d'assurance maladie »: a service that leads to the messaging.

The envelope opens a message already classified (R-SEL-01 to 03); the form itself becomes such a
message, which the adherent reads and sends: the card is made by the agents of their MSA.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Adherent
from portal.mandates.models import Scope
from portal.messaging.models import MessageKind
from portal.web import drafts, steps
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.forms.european_card import EuropeanCardForm
from portal.web.prefilling import begin_from_service
from portal.web.shell import Crumb, private_page

SERVICE = "demander-ceam"
"""Its code in the catalogue."""


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.MESSAGES)
def european_card(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The page of the service (R-SEL-04)."""
    proxy = proxy_of(request)
    form = EuropeanCardForm(
        request.POST or None,
        initial={"persons": f"{adherent.first_name} {adherent.family_name}".strip()},
    )
    if request.method == "POST" and form.is_valid():
        begun = drafts.draft_of(adherent, proxy)
        if begun is not None and begun.text.strip():
            form.add_error(
                None,
                _(
                    "You have already begun a message. Send it or give it up first, in another "
                    "window: what you typed here stays."
                ),
            )
        else:
            draft = begin_from_service(adherent, proxy, SERVICE)
            if draft is not None:
                drafts.keep_text(draft, form.as_message(), MessageKind.REQUEST)
                return redirect(steps.WRITING)
            form.add_error(None, _("This service is not offered to your private space."))
    return private_page(
        request,
        adherent,
        "web/european_card.html",
        {"form": form, "service": SERVICE},
        crumbs=[Crumb(_("My services"), reverse("services")), Crumb(_("European card"))],
        section="services",
    )
