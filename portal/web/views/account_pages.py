"""What the pages of « Mon compte » share: their one form, its refusals, and the trail."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import Adherent
from portal.audit import trail
from portal.web.shell import Crumb, private_page


def form_page(
    request: HttpRequest,
    adherent: Adherent,
    form: forms.BaseForm,
    title: str,
    **context: Any,
) -> HttpResponse:
    """One form under its title, with « Annuler » back to « Mon compte »."""
    # A form that was refused may have written into `adherent`: the page shows what is stored.
    stored = Adherent.objects.select_related("caisse", "user").get(pk=adherent.pk)
    return private_page(
        request,
        stored,
        "web/account/form.html",
        {"form": form, "title": title, "submit": _("Save"), "back": reverse("account"), **context},
        crumbs=[Crumb(_("My account"), reverse("account")), Crumb(title)],
        section="",
    )


def tries_words(left: int) -> str:
    """What is said of a wrong code."""
    if not left:
        return _("Too many wrong codes: this one is void. Ask for a new one.")
    return ngettext(
        "This is not the right code. You can try %(left)d more time.",
        "This is not the right code. You can try %(left)d more times.",
        left,
    ) % {"left": left}


def record(action: str, adherent: Adherent, **detail: Any) -> None:
    """Write an act of the adherent's own into the audit trail."""
    trail.record(action, actor=adherent.user, caisse=adherent.caisse, **detail)
