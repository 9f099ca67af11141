"""What a member of staff may see and do: their own caisse, unless they administer them all."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.db import models
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin[Any]
    _Options = admin.options.BaseModelAdmin[Any]
else:
    _Admin = object
    _Options = object


def caisse_of(request: HttpRequest) -> Caisse | None:
    """Return the caisse that a member of staff administers, None for a superuser: all of them."""
    if not request.user.is_active or getattr(request.user, "is_superuser", False):
        return None
    agent = Agent.objects.select_related("caisse").filter(user=request.user.pk).first()
    # Staff who are nobody's agent administer nothing: a caisse that is not stored.
    return agent.caisse if agent else Caisse()


class OwnCaisseOnly(_Options):
    """Limits rows, and the caisses that can be chosen, to the caisse of the member of staff."""

    caisse_path = "caisse"
    """The way from a row to its caisse, as in a filter."""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        rows = super().get_queryset(request)
        caisse = caisse_of(request)
        return rows if caisse is None else rows.filter(**{self.caisse_path: caisse.pk})

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "ModelChoiceField[Any] | None":
        caisse = caisse_of(request)
        if db_field.related_model is Caisse and caisse is not None:
            kwargs["queryset"] = Caisse.objects.filter(pk=caisse.pk)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


URLS_OVER_TLS: Mapping[type["models.Field[Any, Any]"], Mapping[str, Any]] = {
    models.URLField: {"assume_scheme": "https", "widget": AdminURLFieldWidget}
}
"""For `formfield_overrides`: an address typed without a scheme is one over TLS."""


class ReadOnly(_Admin):
    """Rows that are looked at here and changed elsewhere."""

    formfield_overrides = URLS_OVER_TLS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
