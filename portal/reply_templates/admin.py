"""A caisse's reply templates in the administration: versions to be read, and the editing page."""

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
from portal.reply_templates.editing import EditedMeanwhile, make_version, newest
from portal.reply_templates.forms import TemplateForm
from portal.reply_templates.models import TemplateVersion

if TYPE_CHECKING:
    _Rows = admin.ModelAdmin[Any]
else:
    _Rows = admin.ModelAdmin


@admin.register(TemplateVersion)
class TemplateVersionAdmin(OwnCaisseOnly, ReadOnly, _Rows):
    """Every version, by whom and when. A version is made by the editing page alone."""

    change_list_template = "reply_templates/versions.html"
    list_display = ("title", "code", "number", "caisse", "withdrawn", "created_at", "created_by")
    list_filter = ("caisse", "withdrawn")
    list_select_related = ("caisse", "created_by")
    search_fields = ("title", "code", "body")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("current/", wrap(self.current), name="reply_templates_current"),
            path("edit/", wrap(self.edit), name="reply_templates_edit"),
            *super().get_urls(),
        ]

    def current(self, request: HttpRequest) -> HttpResponse:
        """The templates of one caisse as they are now.

        Raises:
            PermissionDenied: not for this member of staff.
        """
        _editor(request)
        caisse = _caisse(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Reply templates"),
            "caisse": caisse,
            "templates": newest(caisse),
            "opts": TemplateVersion._meta,
        }
        return TemplateResponse(request, "reply_templates/current.html", context)

    def edit(self, request: HttpRequest) -> HttpResponse:
        """Edit a template: shown for an invented adherent, then saved as the next version.

        Raises:
            PermissionDenied: not for this member of staff.
            Http404: the caisse has no such template.
        """
        user, caisse = _editor(request), _caisse(request)
        code = request.GET.get("code", "")
        version = next((each for each in newest(caisse) if each.code == code), None)
        if code and version is None:
            raise Http404
        if request.method != "POST":
            initial = TemplateForm.initial_of(version) if version else {"seen": 0, "themes": ["*"]}
            return self._page(request, TemplateForm(caisse, initial=initial), version, caisse)
        form = TemplateForm(caisse, request.POST)
        if version is not None and ("withdraw" in request.POST or "restore" in request.POST):
            withdrawn, seen = "withdraw" in request.POST, request.POST.get("seen", "")
            number = int(seen) if seen.isdecimal() else 0
            return self._make(
                request, user, caisse, code, version.content, number, withdrawn=withdrawn
            )
        wrong_code = form.is_valid() and code and form.cleaned_data["code"] != code
        if not form.is_valid() or wrong_code or "save" not in request.POST:
            return self._page(request, form, version, caisse)
        data = form.cleaned_data
        return self._make(request, user, caisse, data["code"], form.content, data["seen"])

    def _make(
        self,
        request: HttpRequest,
        user: User,
        caisse: Caisse,
        code: str,
        content: dict[str, Any],
        seen: int,
        *,
        withdrawn: bool = False,
    ) -> HttpResponse:
        try:
            made = make_version(caisse, code, content, user, seen, withdrawn=withdrawn)
        except EditedMeanwhile:
            words = _("Somebody made another version meanwhile: look at it, then edit anew.")
            messages.warning(request, words)
        else:
            words = _("Version {number} is in force.")
            if withdrawn:
                words = _("Withdrawn; agents lose it at their next synchronisation.")
            messages.success(request, words.format(number=made.number))
        target = reverse("admin:reply_templates_current")
        return HttpResponseRedirect(f"{target}?caisse={caisse.pk}")

    def _page(
        self,
        request: HttpRequest,
        form: TemplateForm,
        version: TemplateVersion | None,
        caisse: Caisse,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Edit a reply template") if version else _("A new reply template"),
            "form": form,
            "version": version,
            "caisse": caisse,
            "opts": TemplateVersion._meta,
        }
        return TemplateResponse(request, "reply_templates/edit.html", context)


def _editor(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not user.has_perm("reply_templates.add_templateversion"):
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
