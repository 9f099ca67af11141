"""« Donner une procuration »."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent
from portal.mandates.giving import Offer
from portal.mandates.models import Mandate, Scope
from portal.registration.fields import DayField, IdentifierField

LONGEST = timedelta(days=3 * 366)


class MandateForm(forms.Form):
    """To whom, for what, from when to when, and who is told."""

    identifier = IdentifierField(
        label=_("Social security number of the person (without the key), or SIRET"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        help_text=_("13 characters; for an enterprise or an association: 14 digits."),
        error_messages={"required": _("Type the number of the person who will act for you.")},
    )
    name = forms.CharField(
        label=_("Family name of the person, or name of the enterprise"),
        max_length=120,
        error_messages={"required": _("Type the name of the person who will act for you.")},
    )
    scopes = forms.MultipleChoiceField(
        label=_("This person may, in my name"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one line.")},
    )
    starts_on = DayField(label=_("From"), help_text=_("Day, month and year."))
    ends_on = DayField(
        label=_("Until (included)"), help_text=_("Three years later at most, such as 24/12/2027.")
    )
    notices = forms.ChoiceField(
        label=_("Of what this person writes in my name, and of the replies, is told by e-mail"),
        choices=Mandate.Notices.choices,
        initial=Mandate.Notices.BOTH,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who is told.")},
    )

    def __init__(self, *args: Any, principal: Adherent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.principal = principal
        self.fields["starts_on"].initial = timezone.localdate

    def clean_identifier(self) -> str:
        identifier: str = self.cleaned_data["identifier"]
        if identifier in (self.principal.nir, self.principal.siret):
            raise ValidationError(_("This is your own number."))
        return identifier

    def clean_starts_on(self) -> Any:
        starts_on = self.cleaned_data["starts_on"]
        if starts_on < timezone.localdate():
            raise ValidationError(_("A procuration cannot begin in the past."))
        return starts_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on:
            if ends_on < starts_on:
                self.add_error("ends_on", _("The end comes before the beginning."))
            elif ends_on - starts_on > LONGEST:
                self.add_error("ends_on", _("A procuration lasts three years at most."))
        return cleaned

    def offer(self) -> Offer:
        """What was stated, once the form is valid."""
        stated = self.cleaned_data
        return Offer(
            identifier=stated["identifier"],
            name=stated["name"],
            scopes=frozenset(Scope(scope) for scope in stated["scopes"]),
            notices=Mandate.Notices(stated["notices"]),
            starts_on=stated["starts_on"],
            ends_on=stated["ends_on"],
        )
