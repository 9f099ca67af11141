"""« Mes connexions »: where one is signed in, and signing out there."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Adherent
from portal.web import open_sessions
from portal.web.access import adherent_required
from portal.web.forms.account import SessionsForm
from portal.web.open_sessions import Listed
from portal.web.shell import Crumb, private_page
from portal.web.templatetags.french_dates import hour, long_date
from portal.web.views.account_pages import record


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def sessions(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The list, and the form that ends those that are ticked, upon the password."""
    found = open_sessions.listed(request, adherent.user)
    others = [(str(each.id), _words(each)) for each in found if not each.is_this_one]
    form = SessionsForm(request.POST or None, user=adherent.user, request=request, choices=others)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            ended = open_sessions.end(request, adherent.user, map(int, form.cleaned_data["ended"]))
            record("account.sessions_ended", adherent, ended=ended)
        messages.success(
            request,
            ngettext("You are signed out there.", "You are signed out at %(ended)d places.", ended)
            % {"ended": ended},
        )
        return redirect("account-sessions")
    return private_page(
        request,
        adherent,
        "web/account/sessions.html",
        {
            "form": form,
            "here": next((_words(each) for each in found if each.is_this_one), ""),
            "others": others,
        },
        crumbs=[Crumb(_("My account"), reverse("account")), Crumb(_("Where I am signed in"))],
        section="",
    )


def _words(session: Listed) -> str:
    return _("%(browser)s – since %(day)s at %(hour)s, last used at %(last)s") % {
        "browser": session.browser or _("A browser"),
        "day": long_date(session.opened_at),
        "hour": hour(session.opened_at),
        "last": hour(session.last_at),
    }
