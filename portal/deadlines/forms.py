"""The form of a policy: typed, shown what it would change, then applied."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.catalogue.models import Caisse
from portal.deadlines.editing import Preview, Rule
from portal.deadlines.engine import Kind
from portal.deadlines.engine.holidays import REGIONS
from portal.deadlines.models import Scope, Site
from portal.deadlines.rule_text import read_days, write_days

KINDS = (
    (Kind.CALENDAIRE.value, gettext_lazy("calendaire: every elapsed hour")),
    (Kind.OUVREES.value, gettext_lazy("ouvrées: whole working days")),
    (Kind.HEURES.value, gettext_lazy("heures: opening hours")),
)
HOUR = 3600


class RuleForm(forms.Form):
    """A rule of a caisse or of one of its sites. `rule` holds it once the form is valid."""

    caisse = forms.ModelChoiceField(Caisse.objects.none(), label=gettext_lazy("Caisse"))
    site = forms.ModelChoiceField(
        Site.objects.none(),
        required=False,
        label=gettext_lazy("Site"),
        empty_label=gettext_lazy("the whole caisse"),
    )
    kind = forms.ChoiceField(choices=KINDS, label=gettext_lazy("Policy"))
    budget_hours = forms.DecimalField(
        min_value=0,
        max_value=2000,
        decimal_places=2,
        label=gettext_lazy("Time promised, in hours"),
    )
    region = forms.ChoiceField(
        choices=[(each, each) for each in REGIONS], label=gettext_lazy("Public holidays")
    )
    timezone = forms.CharField(max_length=64, label=gettext_lazy("Time zone"))
    hours = forms.CharField(
        max_length=400,
        required=False,
        label=gettext_lazy("Opening hours"),
        help_text="mon-fri 08:30-12:15,13:30-16:30; sat 09:00-12:00",
    )
    closures = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Closures"),
        help_text=gettext_lazy("One a line: 2026-12-24 Pont"),
    )
    openings = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Exceptional openings"),
        help_text=gettext_lazy("One a line: 2026-11-21 09:00-12:00"),
    )
    scope = forms.ChoiceField(
        choices=Scope.choices,
        widget=forms.RadioSelect,
        initial=Scope.NEW,
        label=gettext_lazy("Applies to"),
    )
    # What was shown of it: applied only if it is still true.
    shown_open = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shown_changed = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shown_late = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, own: Caisse | None, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        caisses, sites = Caisse.objects.order_by("name"), Site.objects.order_by("name")
        if own is not None:
            caisses, sites = caisses.filter(pk=own.pk), sites.filter(caisse=own.pk)
        self._choices("caisse").queryset = caisses
        self._choices("site").queryset = sites

    def _choices(self, name: str) -> "forms.ModelChoiceField[Any]":
        field = self.fields[name]
        if not isinstance(field, forms.ModelChoiceField):
            raise TypeError(name)
        return field

    @staticmethod
    def initial_of(rule: Rule) -> dict[str, Any]:
        """What the form shows of a rule in force."""
        return {
            "kind": rule.kind,
            "budget_hours": f"{rule.budget_seconds / HOUR:g}",
            "region": rule.region,
            "timezone": rule.timezone,
            "hours": rule.hours,
            "closures": write_days(rule.closures),
            "openings": write_days(rule.openings),
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.errors:
            return data
        site = data.get("site")
        if site is not None and site.caisse_id != data["caisse"].pk:
            raise forms.ValidationError(_("This site is of another caisse."))
        self.rule = Rule(
            kind=data["kind"],
            budget_seconds=int(data["budget_hours"] * HOUR),
            timezone=data["timezone"],
            region=data["region"],
            hours=data["hours"],
            closures=read_days(data["closures"].splitlines()),
            openings=read_days(data["openings"].splitlines()),
        )
        try:
            self.rule.policy(data["caisse"])
        except ValueError as error:
            raise forms.ValidationError(
                _("This rule cannot be counted: {why}").format(why=error)
            ) from None
        return data

    @property
    def shown(self) -> Preview | None:
        """What the page showed, None before it has."""
        data = self.cleaned_data
        counts = [data.get(f"shown_{name}") for name in ("open", "changed", "late")]
        known = [count for count in counts if count is not None]
        return Preview(*known) if len(known) == len(counts) else None
