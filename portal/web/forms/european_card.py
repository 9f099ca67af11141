"""« Demande de Carte Européenne d'Assurance Maladie » (R-SEL-04)."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.registration.fields import DayField
from portal.web.countries import card_countries


class EuropeanCardForm(forms.Form):
    """The stay and who goes. Its fields are those of the document, in its order."""

    starts_on = DayField(label=_("Dates of the stay: from *"), help_text=_("Day, month and year."))
    ends_on = DayField(label=_("To *"), help_text=_("Day, month and year."))
    country = forms.ChoiceField(
        label=_("Country of destination: *"),
        error_messages={
            "required": _("Choose the country of your stay."),
            "invalid_choice": _("Choose the country of your stay."),
        },
    )
    persons = forms.CharField(
        label=_("Person(s) concerned by this stay"),
        help_text=_("First names and names, such as on your carte Vitale."),
        max_length=200,
        required=False,
    )
    everybody = forms.BooleanField(
        label=_("This stay concerns everybody on my file"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country = cast(forms.ChoiceField, self.fields["country"])
        country.choices = [("", gettext("Choose a country")), *card_countries()]

    def clean_ends_on(self) -> Any:
        ends_on = self.cleaned_data["ends_on"]
        if ends_on < timezone.localdate():
            raise ValidationError(_("This stay is over."))
        return ends_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The stay ends before it begins."))
        if not cleaned.get("persons") and not cleaned.get("everybody"):
            self.add_error("persons", _("Name who goes, or tick the line below."))
        return cleaned

    def as_message(self) -> str:
        """The request in words, as the adherent reads it before sending."""
        said = self.cleaned_data
        who = said["persons"].strip()
        if said["everybody"]:
            who = gettext("everybody on my file") + (f" ({who})" if who else "")
        return gettext(
            "Hello,\n\nI ask for the European health insurance card for a stay in this country: "
            "%(country)s, from %(start)s to %(end)s.\nConcerned: %(who)s."
        ) % {
            "country": dict(card_countries())[said["country"]],
            "start": f"{said['starts_on']:%d/%m/%Y}",
            "end": f"{said['ends_on']:%d/%m/%Y}",
            "who": who,
        }
