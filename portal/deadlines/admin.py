"""The rules of deadlines in the administration: versions to be read, and the page that edits."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from portal.administration.version_pages import VersionPages
from portal.administration.walls import OwnCaisseOnly, ReadOnly, caisse_of
from portal.catalogue.models import Caisse
from portal.deadlines.editing import Preview, PreviewIsStale, Rule, apply, preview
from portal.deadlines.forms import RuleForm
from portal.deadlines.models import (
    CalendarVersion,
    DeadlineEvent,
    PolicyVersion,
    Scope,
    Site,
)
from portal.deadlines.rules import rule_in_force

if TYPE_CHECKING:
    _Rows = admin.ModelAdmin[Any]
else:
    _Rows = admin.ModelAdmin


@admin.register(Site)
class SiteAdmin(OwnCaisseOnly, _Rows):
    list_display = ("name", "caisse", "code", "departements")
    list_filter = ("caisse",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(CalendarVersion)
class CalendarVersionAdmin(OwnCaisseOnly, ReadOnly, _Rows):
    list_display = ("caisse", "site", "number", "region", "hours", "created_at")
    list_filter = ("caisse",)
    ordering = ("caisse", "site", "-number")


@admin.register(DeadlineEvent)
class DeadlineEventAdmin(OwnCaisseOnly, ReadOnly, _Rows):
    list_display = ("at", "kind", "thread", "caisse", "recorded_at")
    list_filter = ("kind", "caisse")
    list_select_related = ("thread", "caisse")
    ordering = ("-at",)
    show_full_result_count = False
    fields = ("at", "kind", "thread", "caisse", "recorded_at", "detail")


@admin.register(PolicyVersion)
class PolicyVersionAdmin(OwnCaisseOnly, VersionPages):
    """A version is made by the editing page alone, which shows first what it would change."""

    change_list_template = "deadlines/versions.html"
    list_display = (
        "caisse",
        "site",
        "number",
        "kind",
        "budget_seconds",
        "scope",
        "changed",
        "late",
        "created_at",
    )
    list_filter = ("caisse",)
    list_select_related = ("caisse", "site")
    ordering = ("caisse", "site", "-number")

    def get_urls(self) -> list[URLPattern]:
        edit = self.admin_site.admin_view(self.edit)
        return [path("edit/", edit, name="deadlines_policyversion_edit"), *super().get_urls()]

    def edit(self, request: HttpRequest) -> HttpResponse:
        """Edit a rule: shown what it would change, then applied.

        Raises:
            PermissionDenied: not for this member of staff.
        """
        user, own = self.editor(request), caisse_of(request)
        if request.method != "POST":
            return self._page(request, RuleForm(own, initial=_initial(request, own)), None)
        form = RuleForm(own, request.POST)
        if not form.is_valid():
            return self._page(request, form, None)
        caisse, site = form.cleaned_data["caisse"], form.cleaned_data["site"]
        if "apply" not in request.POST or form.shown is None:
            return self._page(request, form, preview(caisse, site, form.rule))
        try:
            version = apply(
                caisse, site, form.rule, Scope(form.cleaned_data["scope"]), user, form.shown
            )
        except PreviewIsStale as stale:
            messages.warning(request, _("Messages have changed meanwhile: look again."))
            return self._page(request, form, stale.preview)
        messages.success(request, _("Version {number} is in force.").format(number=version.number))
        return HttpResponseRedirect(reverse("admin:deadlines_policyversion_changelist"))

    def _page(self, request: HttpRequest, form: RuleForm, shown: Preview | None) -> HttpResponse:
        title = _("Edit a rule of deadlines")
        return self.page(request, "edit_policy.html", title, form=form, preview=shown)


def _initial(request: HttpRequest, own: Caisse | None) -> dict[str, Any]:
    """The rule in force of the caisse and site asked for; that of one's own caisse else."""
    caisse = own or Caisse.objects.filter(pk=request.GET.get("caisse", "")).first()
    if caisse is None:
        return {"timezone": "Europe/Paris", "budget_hours": 48}
    asked = request.GET.get("site", "")
    site = Site.objects.filter(caisse=caisse, code=asked).first() if asked else None
    rule = Rule.of(rule_in_force(caisse, site))
    return {"caisse": caisse.pk, "site": site and site.pk, **RuleForm.initial_of(rule)}
