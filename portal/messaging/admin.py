"""Exchanges, to be looked up by their reference: never their texts, nor whose they are."""

from typing import TYPE_CHECKING

from django.contrib import admin

from portal.administration.walls import OwnCaisseOnly, ReadOnly
from portal.messaging.models import Thread

if TYPE_CHECKING:
    _Threads = admin.ModelAdmin[Thread]
else:
    _Threads = admin.ModelAdmin


@admin.register(Thread)
class ThreadAdmin(OwnCaisseOnly, ReadOnly, _Threads):
    list_display = (
        "reference",
        "caisse",
        "motif_label",
        "status",
        "sent_at",
        "due_at",
        "answered_at",
        "claimed_by",
    )
    list_filter = ("status", "caisse")
    list_select_related = ("caisse", "claimed_by")
    search_fields = ("reference",)
    ordering = ("-sent_at",)
    show_full_result_count = False
    fields = (
        "reference",
        "caisse",
        "theme_label",
        "sujet_label",
        "motif_label",
        "kind",
        "status",
        "version",
        "sent_at",
        "policy",
        "budget_seconds",
        "due_at",
        "answered_at",
        "claimed_by",
        "claim_expires_at",
    )
