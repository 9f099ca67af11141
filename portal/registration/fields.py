"""Fields that several forms have: each says in plain words what is wrong with what was typed."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.nir import WrongKey, WrongNir, read_nir
from portal.accounts.siret import WrongSiret, read_siret
from portal.web.identifiers import adherent_username

WRONG_KEY = _(
    "The key (the last two digits) does not match this number. Check it, or type only the first "
    "13 characters."
)
WRONG_SIRET = _("This SIRET number is not right. Check its 14 digits.")


class NirField(forms.CharField):
    """A number of social security, its key tolerated (R-AUT-03); its value is the 13 characters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("My social security number (without the key)"),
                "help_text": _("13 characters, as on your carte Vitale."),
                "error_messages": {"required": _("Type your social security number.")},
                "widget": forms.TextInput(
                    attrs={
                        "autocomplete": "off",
                        "spellcheck": "false",
                        "autocapitalize": "characters",
                    }
                ),
                **kwargs,
            }
        )

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        try:
            return read_nir(typed)
        except WrongKey:
            raise ValidationError(WRONG_KEY) from None
        except WrongNir:
            raise ValidationError(
                _("Type your social security number without its key (13 characters).")
            ) from None


class SiretField(forms.CharField):
    """An establishment's number; its value is the 14 digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("SIRET number"),
                "help_text": _("14 digits."),
                "error_messages": {"required": _("Type your SIRET number.")},
                "widget": forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
                **kwargs,
            }
        )

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return read_siret(typed) if typed else ""
        except WrongSiret:
            raise ValidationError(WRONG_SIRET) from None


class IdentifierField(forms.CharField):
    """A NIR or a SIRET; its value is the username that an account of theirs would have."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("My social security number (without the key)"),
                "help_text": _("13 characters. Employers: your SIRET number, 14 digits."),
                "error_messages": {"required": _("Type your identifier.")},
                "widget": forms.TextInput(
                    attrs={
                        "autocomplete": "username",
                        "spellcheck": "false",
                        "autocapitalize": "characters",
                    }
                ),
                **kwargs,
            }
        )

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        try:
            return adherent_username(typed)
        except WrongKey:
            raise ValidationError(WRONG_KEY) from None
        except WrongSiret:
            raise ValidationError(WRONG_SIRET) from None
        except WrongNir:
            raise ValidationError(
                _(
                    "Type your social security number without its key (13 characters), or your "
                    "SIRET number (14 digits)."
                )
            ) from None


class DayField(forms.DateField):
    """A date typed as it is said in French: 24/12/1963."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "input_formats": ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%Y-%m-%d"],
                "help_text": _("Day, month and year: 24/12/1963."),
                "widget": forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "text"}),
                "localize": False,
                "error_messages": {
                    "required": _("Type this date."),
                    "invalid": _("Type the day, the month and the year, such as 24/12/1963."),
                },
                **kwargs,
            }
        )


class EmailAddressField(forms.EmailField):
    """An e-mail address, with an example in what is said when it is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "label": _("E-mail address"),
                "help_text": _("For example: name@example.fr"),
                "widget": forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
                "error_messages": {
                    "required": _("Type your e-mail address."),
                    "invalid": _("This is not an e-mail address, such as name@example.fr."),
                },
                **kwargs,
            }
        )


class NewPasswordForm(forms.Form):
    """A password chosen twice alike, by the rules of CNIL 2022-100 (12 characters at least)."""

    new_password = forms.CharField(
        label=_("My new password"),
        strip=False,
        help_text=_(
            "At least 12 characters. A sentence that only you know is easy to remember and hard "
            "to guess."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )
    repeated_password = forms.CharField(
        label=_("My new password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Type the password once more.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new_password(self) -> str:
        password: str = self.cleaned_data["new_password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("new_password"), cleaned.get("repeated_password")
        if first and second and first != second:
            self.add_error("repeated_password", _("The two passwords are not the same."))
        return cleaned
