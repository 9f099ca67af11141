"""The data-protection officer's pages: times of retention, legal holds, requests of adherents."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import Adherent, User
from portal.administration.walls import OwnCaisseOnly, caisse_of
from portal.audit import trail
from portal.messaging.models import Thread
from portal.retention.erasure import erase
from portal.retention.holds import lift_hold, place_hold
from portal.retention.models import DataRequest, LegalHold, RetentionPolicy
from portal.retention.rendering import answer_about

if TYPE_CHECKING:
    _Policies = admin.ModelAdmin[RetentionPolicy]
    _Holds = admin.ModelAdmin[LegalHold]
    _Requests = admin.ModelAdmin[DataRequest]
    _Form = forms.ModelForm[Any]
else:
    _Policies = _Holds = _Requests = admin.ModelAdmin
    _Form = forms.ModelForm


def _account(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


class OfReference(_Form):
    """Names an exchange by its reference: a NIR or a name is never typed into these pages."""

    reference = forms.CharField(
        label=gettext_lazy("Reference of an exchange"),
        help_text=gettext_lazy("As the adherent’s mails show it: MSG-2026-000123"),
    )
    request: HttpRequest
    """Set by the page: whose caisse it is."""

    def clean_reference(self) -> Thread:
        threads = Thread.objects.select_related("adherent__caisse", "caisse")
        caisse = caisse_of(self.request)
        if caisse is not None:
            threads = threads.filter(caisse=caisse.pk)
        found = threads.filter(reference=self.cleaned_data["reference"].strip().upper()).first()
        if found is None:
            raise ValidationError(_("There is no such exchange in this caisse."))
        return found


def _for(request: HttpRequest, form: type[Any]) -> type[Any]:
    """The form as this request's account may fill it in."""
    return type(form.__name__, (form,), {"request": request})


class HoldForm(OfReference):
    """A hold on one exchange, or on all those of its adherent."""

    whole = forms.BooleanField(label=gettext_lazy("All exchanges of this adherent"), required=False)

    class Meta:
        model = LegalHold
        fields = ("reference", "whole", "reason", "until")


class RequestForm(OfReference):
    class Meta:
        model = DataRequest
        fields = ("reference", "kind", "exchanges_too")


@admin.register(RetentionPolicy)
class RetentionPolicyAdmin(OwnCaisseOnly, _Policies):
    list_display = ("caisse", "exchange_months", "audit_months")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: RetentionPolicy, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        trail.record(
            "retention.changed",
            actor=_account(request),
            caisse=obj.caisse,
            exchange_months=obj.exchange_months,
            audit_months=obj.audit_months,
        )


@admin.register(LegalHold)
class LegalHoldAdmin(OwnCaisseOnly, _Holds):
    """Placed and lifted; never changed or deleted."""

    form = HoldForm
    list_display = ("pk", "caisse", "thread_id", "adherent_id", "reason", "until", "lifted_at")
    list_filter = ("lifted_at",)
    readonly_shown = (
        "caisse", "thread_id", "adherent_id", "reason", "until", "placed_by_id", "placed_at",
        "lifted_at",
    )  # fmt: skip
    actions = ("lift",)

    def get_fields(self, request: HttpRequest, obj: LegalHold | None = None) -> Any:
        return self.readonly_shown if obj else HoldForm.Meta.fields

    def get_readonly_fields(self, request: HttpRequest, obj: LegalHold | None = None) -> Any:
        return self.readonly_shown if obj else ()

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any
    ) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change, **{**more, "form": forms.ModelForm})
        return _for(request, super().get_form(request, obj, change, **more))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: LegalHold, form: Any, change: bool) -> None:
        if change:
            return
        thread: Thread = form.cleaned_data["reference"]
        whole = form.cleaned_data["whole"]
        placed = place_hold(
            by=_account(request),
            reason=obj.reason,
            until=obj.until,
            thread=None if whole else thread,
            adherent=thread.adherent if whole else None,
        )
        obj.pk = placed.pk

    @admin.action(description=gettext_lazy("Lift the chosen holds"), permissions=["change"])
    def lift(self, request: HttpRequest, queryset: Any) -> None:
        for hold in queryset:
            lift_hold(hold, by=_account(request))


@admin.register(DataRequest)
class DataRequestAdmin(OwnCaisseOnly, _Requests):
    """A request is handled when it is saved; what was done stays with it."""

    form = RequestForm
    list_display = ("pk", "caisse", "adherent_id", "kind", "asked_at")
    readonly_shown = (
        "caisse", "adherent_id", "kind", "exchanges_too", "asked_at", "handled_by_id", "outcome",
        "files",
    )  # fmt: skip

    def get_fields(self, request: HttpRequest, obj: DataRequest | None = None) -> Any:
        return self.readonly_shown if obj else RequestForm.Meta.fields

    def get_readonly_fields(self, request: HttpRequest, obj: DataRequest | None = None) -> Any:
        return self.readonly_shown if obj else ()

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any
    ) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change, **{**more, "form": forms.ModelForm})
        return _for(request, super().get_form(request, obj, change, **more))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: DataRequest, form: Any, change: bool) -> None:
        thread: Thread = form.cleaned_data["reference"]
        now = timezone.now()
        adherent = thread.adherent
        obj.caisse = thread.caisse
        obj.asked_at = now
        obj.handled_by = _account(request)
        if obj.kind == DataRequest.Kind.ACCESS:
            obj.adherent = adherent
        else:
            outcome = erase(
                adherent, by=_account(request), exchanges_too=obj.exchanges_too, now=now
            )
            obj.adherent = Adherent.objects.filter(pk=adherent.pk).first()
            obj.outcome = {"erased": dict(outcome.erased), "kept": dict(outcome.kept)}
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("files"))
    def files(self, obj: DataRequest) -> str:
        if obj.kind != DataRequest.Kind.ACCESS or obj.adherent_id is None:
            return "-"
        links = [
            reverse("admin:retention_datarequest_file", args=[obj.pk, kind])
            for kind in ("html", "json")
        ]
        return format_html('<a href="{}">HTML</a> <a href="{}">JSON</a>', *links)

    def get_urls(self) -> list[URLPattern]:
        file = path(
            "<int:pk>/file.<slug:kind>",
            self.admin_site.admin_view(self.file),
            name="retention_datarequest_file",
        )
        return [file, *super().get_urls()]

    def file(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        """The answer to a request of access, made at this moment; its making is recorded.

        Raises:
            PermissionDenied: the account may not handle requests.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = get_object_or_404(
            self.get_queryset(request), pk=pk, kind=DataRequest.Kind.ACCESS, adherent__isnull=False
        )
        adherent = cast(Adherent, asked.adherent)  # one without was not found above
        answer = answer_about(adherent, timezone.now())
        trail.record(
            "adherent.exported",
            actor=_account(request),
            caisse=asked.caisse,
            adherent_id=adherent.pk,
            request_id=asked.pk,
        )
        response = HttpResponse(
            answer.json if kind == "json" else answer.html,
            content_type="application/json" if kind == "json" else "text/html; charset=utf-8",
        )
        # The name of the file holds the request's number, never the person's.
        extension = "json" if kind == "json" else "html"
        response["Content-Disposition"] = f'attachment; filename="demande-{pk}.{extension}"'
        response["Cache-Control"] = "no-store"
        return response
