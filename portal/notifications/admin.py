"""How far the telling of adherents has come, without any address."""

from typing import TYPE_CHECKING

from django.contrib import admin
from post_office.models import Attachment, Email, EmailTemplate, Log

from portal.administration.walls import OwnCaisseOnly, ReadOnly
from portal.notifications.models import Notification

if TYPE_CHECKING:
    _Notifications = admin.ModelAdmin[Notification]
else:
    _Notifications = admin.ModelAdmin

# The queue's own pages show addresses and texts, and offer to send outside the relay.
for model in (Attachment, Email, EmailTemplate, Log):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


@admin.register(Notification)
class NotificationAdmin(OwnCaisseOnly, ReadOnly, _Notifications):
    caisse_path = "thread__caisse"
    list_display = (
        "thread",
        "kind",
        "channel",
        "state",
        "attempts",
        "cause",
        "created_at",
        "next_try_at",
        "handed_over_at",
    )
    list_filter = ("state", "kind", "cause")
    list_select_related = ("thread",)
    search_fields = ("thread__reference",)
    ordering = ("-created_at",)
    show_full_result_count = False
    fields = list_display
