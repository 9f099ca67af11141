"""The caisses, which complete their own particulars, and the catalogue: rows to be looked at, which
files state and the editor of versions changes.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from portal.administration.walls import URLS_OVER_TLS, OwnCaisseOnly, ReadOnly
from portal.catalogue.editing.pages import CatalogueVersionAdmin
from portal.catalogue.models import (
    Caisse,
    CatalogueVersion,
    Competence,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)

if TYPE_CHECKING:
    _Caisses = admin.ModelAdmin[Caisse]
    _Rows = admin.ModelAdmin[Any]
else:
    _Caisses = _Rows = admin.ModelAdmin


@admin.register(Caisse)
class CaisseAdmin(OwnCaisseOnly, _Caisses):
    """A caisse is neither made nor unmade here: `portal import-catalogue` does."""

    caisse_path = "pk"
    formfield_overrides = URLS_OVER_TLS
    list_display = ("name", "code", "phone", "email", "sla_policy")
    search_fields = ("name", "code")
    # A change of policy has its own way, which shows first what it would change.
    readonly_fields = (
        "code",
        "name",
        "departements",
        "local_law_departements",
        "site_url",
        "timezone",
        "sla_policy",
        "sla_budget_seconds",
        "sla_policy_version",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Caisse | None = None) -> bool:
        return False


@admin.register(Competence)
class CompetenceAdmin(ReadOnly, _Rows):
    list_display = ("label", "code")


@admin.register(OnlineService)
class OnlineServiceAdmin(ReadOnly, _Rows):
    list_display = ("label", "code", "rubric", "active")
    list_filter = ("active", "rubric")
    search_fields = ("label", "code")


@admin.register(Theme)
class ThemeAdmin(ReadOnly, _Rows):
    list_display = ("label", "code", "position", "competence", "active")
    list_filter = ("active", "competence")
    list_select_related = ("competence",)


@admin.register(Sujet)
class SujetAdmin(ReadOnly, _Rows):
    list_display = ("label", "code", "theme", "position", "active")
    list_filter = ("active", "theme")
    list_select_related = ("theme",)
    search_fields = ("label", "code")


@admin.register(Motif)
class MotifAdmin(ReadOnly, _Rows):
    list_display = ("label", "code", "sujet", "competence", "online_service", "medical", "active")
    list_filter = ("active", "medical", "competence", "sujet__theme")
    list_select_related = ("sujet", "competence", "online_service")
    search_fields = ("label", "code")


admin.site.register(CatalogueVersion, CatalogueVersionAdmin)
