"""Accounts of agents. Adherents' accounts, named after a NIR, are not shown here (law C3)."""

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Agent, User
from portal.administration.walls import OwnCaisseOnly, caisse_of

if TYPE_CHECKING:
    _Agents = admin.ModelAdmin[Agent]
    _AgentInline = admin.StackedInline[Agent, User]
    _Accounts = UserAdmin[User]
else:
    _Agents = admin.ModelAdmin
    _AgentInline = admin.StackedInline
    _Accounts = UserAdmin

# Its list shows each address beside the account's name, a NIR.
admin.site.unregister(EmailAddress)


class AgentInline(OwnCaisseOnly, _AgentInline):
    """The agent that an account is for: created with it, on one page."""

    model = Agent
    can_delete = False
    min_num = 1
    max_num = 1
    filter_horizontal = ("competences",)


@admin.register(User)
class AccountAdmin(_Accounts):
    """Agents' accounts. Administrators of one caisse see its own, and give no rights."""

    list_display = ("username", "first_name", "last_name", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff")
    inlines = (AgentInline,)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Access"), {"fields": ("is_active", "last_login")}),
    )
    readonly_fields = ("last_login",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        accounts = super().get_queryset(request).filter(adherent__isnull=True)
        caisse = caisse_of(request)
        if caisse is not None:
            accounts = accounts.filter(agent__caisse=caisse.pk, is_superuser=False)
        return accounts

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and getattr(request.user, "is_superuser", False):
            return [
                *fieldsets,
                (_("Rights"), {"fields": ("is_staff", "is_superuser", "groups")}),
            ]
        return fieldsets


@admin.register(Agent)
class AgentAdmin(OwnCaisseOnly, _Agents):
    """Agents as such; a new one begins with an account."""

    list_display = ("last_name", "first_name", "caisse", "role", "in_training", "job_title")
    list_filter = ("role", "in_training", "caisse")
    list_select_related = ("caisse",)
    search_fields = ("last_name", "first_name")
    readonly_fields = ("user",)
    filter_horizontal = ("competences",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Agent | None = None) -> bool:
        # Whoever has answered stays the author of the answer: the account is closed instead.
        return False
