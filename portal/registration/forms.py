"""The forms of « S'inscrire » and « Mot de passe oublié »."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.identity import CivilStatus
from portal.registration.codes import DIGITS
from portal.registration.fields import (
    DayField,
    EmailAddressField,
    IdentifierField,
    NirField,
    SiretField,
)
from portal.registration.registering import CompanyAsking, PersonAsking


class PersonForm(forms.Form):
    """Number, name, birth date and e-mail address of somebody with a NIR."""

    nir = NirField()
    family_name = forms.CharField(
        label=_("My family name"),
        help_text=_("Your name at birth, or the name that you use."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Type your family name.")},
    )
    first_name = forms.CharField(
        label=_("My first name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Type your first name.")},
    )
    birth_date = DayField(label=_("My date of birth"))
    email = EmailAddressField(label=_("My e-mail address"))

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if born > timezone.localdate():
            raise ValidationError(_("This date has not come yet."))
        return born

    def asking(self) -> PersonAsking:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return PersonAsking(
            nir=typed["nir"],
            status=CivilStatus(
                family_name=typed["family_name"],
                given_names=typed["first_name"],
                birth_date=typed["birth_date"],
            ),
            email=typed["email"],
        )


class CompanyForm(forms.Form):
    """SIRET and e-mail address of an employer or a third party."""

    siret = SiretField()
    email = EmailAddressField(
        label=_("E-mail address that your MSA knows"),
        help_text=_("The code is sent to this address if your MSA has it for this SIRET number."),
    )

    def asking(self) -> CompanyAsking:
        """What was typed, once the form is valid."""
        return CompanyAsking(siret=self.cleaned_data["siret"], email=self.cleaned_data["email"])


class IdentifierForm(forms.Form):
    """Whose password is forgotten."""

    identifier = IdentifierField()


class CodeForm(forms.Form):
    """The digits that came by e-mail, or where `label` says."""

    code = forms.CharField(
        label=_("The code received by e-mail"),
        help_text=_("6 digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Type the code.")},
    )

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["code"].label = label

    def clean_code(self) -> str:
        """Blanks are tolerated; what cannot be a code costs no try."""
        digits = "".join(self.cleaned_data["code"].split())
        if len(digits) != DIGITS or not digits.isdecimal():
            raise ValidationError(_("The code has 6 digits."))
        return digits
