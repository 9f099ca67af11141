"""The audit trail, to be read, searched and exported."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import User
from portal.administration.walls import OwnCaisseOnly, ReadOnly, caisse_of
from portal.audit import trail
from portal.audit.export import as_csv
from portal.audit.models import AuditEvent
from portal.messaging.models import Thread

if TYPE_CHECKING:
    _Events = admin.ModelAdmin[AuditEvent]
else:
    _Events = admin.ModelAdmin


@admin.register(AuditEvent)
class AuditEventAdmin(OwnCaisseOnly, ReadOnly, _Events):
    """Searched by exchange (number or reference) and by agent; never by NIR, which would stand in
    an address. What is on screen can be exported, and that is recorded.
    """

    change_list_template = "admin/audit/auditevent/change_list.html"
    list_display = ("at", "action", "who", "caisse", "thread_id", "purpose", "seq")
    list_filter = ("action", "purpose", "caisse")
    list_select_related = ("actor__agent", "caisse")
    search_fields = ("=thread_id", "actor__agent__first_name", "actor__agent__last_name")
    search_help_text = gettext_lazy("Exchange (number or reference), or an agent’s name")
    date_hierarchy = "at"
    ordering = ("-at", "-seq")
    show_full_result_count = False
    fields = (
        "at", "action", "who", "caisse", "thread_id", "purpose", "detail", "seq", "digest",
    )  # fmt: skip

    @admin.display(description=gettext_lazy("who"))
    def who(self, event: AuditEvent) -> str:
        """An agent by name; an adherent by number only, their account's name is a NIR."""
        if event.actor_id is None:
            return _("the portal")
        actor = User.objects.filter(pk=event.actor_id).select_related("agent").first()
        agent = getattr(actor, "agent", None)
        return str(agent) if agent else _("account {number}").format(number=event.actor_id)

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[AuditEvent]", search_term: str
    ) -> "tuple[QuerySet[AuditEvent], bool]":
        thread = Thread.objects.filter(reference=search_term.strip().upper()).first()
        if thread is not None:
            return queryset.filter(thread_id=thread.pk), False
        return super().get_search_results(request, queryset, search_term)

    def get_urls(self) -> list[URLPattern]:
        export = path(
            "export/", self.admin_site.admin_view(self.export), name="audit_auditevent_export"
        )
        return [export, *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        more = {"may_export": request.user.has_perm("audit.export_auditevent")}
        return super().changelist_view(request, {**(extra_context or {}), **more})

    def export(self, request: HttpRequest) -> HttpResponseBase:
        """The acts that the list's search and filters leave, as CSV.

        Raises:
            PermissionDenied: not a data-protection officer.
        """
        if not request.user.has_perm("audit.export_auditevent"):
            raise PermissionDenied
        events = self.get_changelist_instance(request).get_queryset(request)
        caisse = caisse_of(request)
        trail.record(
            "audit.exported",
            actor=request.user if isinstance(request.user, User) else None,
            caisse=caisse,
            rows=events.count(),
        )
        name = f"journal-{timezone.localdate():%Y-%m-%d}.csv"
        return StreamingHttpResponse(
            as_csv(events),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )
