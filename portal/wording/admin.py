"""A caisse's texts in the administration: versions to be read, and the editing page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.administration.walls import OwnCaisseOnly, ReadOnly, caisse_of
from portal.catalogue.models import Caisse
from portal.wording.editing import EditedMeanwhile, make_version, newest
from portal.wording.forms import WordingForm
from portal.wording.models import WordingVersion, is_sms
from portal.wording.names import (
    CAISSE_OF_MAIL,
    CAISSE_OF_SMS,
    names_of,
    names_of_subject,
)
from portal.wording.own import own_words

if TYPE_CHECKING:
    _Rows = admin.ModelAdmin[Any]
else:
    _Rows = admin.ModelAdmin


@dataclass(frozen=True)
class _Row:
    code: str
    label: str
    version: WordingVersion | None


@admin.register(WordingVersion)
class WordingVersionAdmin(OwnCaisseOnly, ReadOnly, _Rows):
    """Every version, by whom and when. A version is made by the editing page alone."""

    change_list_template = "wording/versions.html"
    list_display = ("code", "number", "caisse", "withdrawn", "created_at", "created_by")
    list_filter = ("caisse", "code", "withdrawn")
    list_select_related = ("caisse", "created_by")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("current/", wrap(self.current), name="wording_current"),
            path("edit/", wrap(self.edit), name="wording_edit"),
            *super().get_urls(),
        ]

    def current(self, request: HttpRequest) -> HttpResponse:
        """The texts of one caisse as they are now.

        Raises:
            PermissionDenied: not for this member of staff.
        """
        _editor(request)
        caisse = _caisse(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Texts of the notifications"),
            "caisse": caisse,
            "texts": [
                _Row(code, str(label), newest(caisse, code))
                for code, label in WordingVersion.Text.choices
            ],
            "opts": WordingVersion._meta,
        }
        return TemplateResponse(request, "wording/current.html", context)

    def edit(self, request: HttpRequest) -> HttpResponse:
        """Edit a text: shown for an invented adherent, then saved as the next version.

        Raises:
            PermissionDenied: not for this member of staff.
            Http404: there is no such text.
        """
        user, caisse = _editor(request), _caisse(request)
        code = request.GET.get("code", "")
        if code not in WordingVersion.Text.values:
            raise Http404
        version = newest(caisse, code)
        if request.method != "POST":
            form = WordingForm(caisse, code, initial=_start(version, code))
            return self._page(request, form, version, caisse, code)
        if version is not None and "withdraw" in request.POST:
            seen = request.POST.get("seen", "")
            number = int(seen) if seen.isdecimal() else 0
            return self._make(
                request, user, caisse, code, version.subject, version.body, number, withdrawn=True
            )
        form = WordingForm(caisse, code, request.POST)
        if not form.is_valid() or "save" not in request.POST:
            return self._page(request, form, version, caisse, code)
        data = form.cleaned_data
        subject = data.get("subject", "")
        return self._make(request, user, caisse, code, subject, data["body"], data["seen"])

    def _make(
        self,
        request: HttpRequest,
        user: User,
        caisse: Caisse,
        code: str,
        subject: str,
        body: str,
        seen: int,
        *,
        withdrawn: bool = False,
    ) -> HttpResponse:
        try:
            made = make_version(
                caisse, code, subject=subject, body=body, by=user, seen=seen, withdrawn=withdrawn
            )
        except EditedMeanwhile:
            words = _("Somebody made another version meanwhile: look at it, then edit anew.")
            messages.warning(request, words)
        else:
            words = _("Version {number} is in force.")
            if withdrawn:
                words = _("Withdrawn: the portal's own words are in force.")
            messages.success(request, words.format(number=made.number))
        target = reverse("admin:wording_current")
        return HttpResponseRedirect(f"{target}?caisse={caisse.pk}")

    def _page(
        self,
        request: HttpRequest,
        form: WordingForm,
        version: WordingVersion | None,
        caisse: Caisse,
        code: str,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": WordingVersion.Text(code).label,
            "form": form,
            "version": version,
            "caisse": caisse,
            "names": _offered(code),
            "names_of_subject": [] if is_sms(code) else sorted(names_of_subject() - {"caisse"}),
            "opts": WordingVersion._meta,
        }
        return TemplateResponse(request, "wording/edit.html", context)


def _start(version: WordingVersion | None, code: str) -> dict[str, Any]:
    """What the form shows first: the words in force."""
    number = 0 if version is None else version.number
    if version is None or version.withdrawn:
        subject, body = own_words(code)
    else:
        subject, body = version.subject, version.body
    return {"subject": subject, "body": body, "seen": number}


def _offered(code: str) -> list[str]:
    attributes = CAISSE_OF_SMS if is_sms(code) else CAISSE_OF_MAIL
    return sorted({*(names_of(code) - {"caisse"}), *(f"caisse.{name}" for name in attributes)})


def _editor(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not user.has_perm("wording.add_wordingversion"):
        raise PermissionDenied
    return user


def _caisse(request: HttpRequest) -> Caisse:
    """One's own; a superuser names it in the query, or gets the first."""
    own = caisse_of(request)
    if own is None:
        named = Caisse.objects.filter(pk=request.GET.get("caisse", "")).first()
        own = named or Caisse.objects.order_by("code").first()
    if own is None or not own.pk:
        raise PermissionDenied
    return own
