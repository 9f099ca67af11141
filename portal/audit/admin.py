"""The audit trail, to be read."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.administration.walls import OwnCaisseOnly, ReadOnly
from portal.audit.models import AuditEvent

if TYPE_CHECKING:
    _Events = admin.ModelAdmin[AuditEvent]
else:
    _Events = admin.ModelAdmin


@admin.register(AuditEvent)
class AuditEventAdmin(OwnCaisseOnly, ReadOnly, _Events):
    list_display = ("at", "action", "who", "caisse", "thread_id")
    list_filter = ("action", "caisse")
    list_select_related = ("actor__agent", "caisse")
    search_fields = ("=thread_id",)
    ordering = ("-at",)
    show_full_result_count = False
    fields = ("at", "action", "who", "caisse", "thread_id", "detail")

    @admin.display(description=gettext_lazy("who"))
    def who(self, event: AuditEvent) -> str:
        """An agent by name; an adherent by number only, their account's name is a NIR."""
        if event.actor is None:
            return _("the portal")
        agent = getattr(event.actor, "agent", None)
        return str(agent) if agent else _("account {number}").format(number=event.actor.pk)
