"""The two sign-in forms: same checks and throttling, different doors and words."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.models import Login
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.nir import WrongKey, WrongNir
from portal.accounts.siret import WrongSiret
from portal.web.account_adapter import Door, PortalAccountAdapter
from portal.web.identifiers import adherent_username


class SignInForm(LoginForm):
    """What both doors share: allauth's counters, and the check that the account is of this door."""

    door: Door

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.widget = forms.TextInput(
            attrs={
                "autocomplete": "username",
                "spellcheck": "false",
                "autocapitalize": "characters" if self.door is Door.ADHERENTS else "none",
            }
        )
        login.error_messages["required"] = _("Type your identifier.")
        password.label = _("Password")
        password.help_text = ""
        password.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        password.error_messages["required"] = _("Type your password.")

    def _clean_with_password(self, credentials: dict[str, str]) -> dict[str, Any]:
        adapter = PortalAccountAdapter(self.request)
        user = adapter.authenticate_at(
            self.door,
            self.request,
            username=credentials["username"],
            password=credentials["password"],
        )
        if user is None:
            raise adapter.validation_error("username_password_mismatch")
        self._login = Login(user=user)
        self.user = user
        cleaned: dict[str, Any] = self.cleaned_data
        return cleaned


class AdherentSignInForm(SignInForm):
    """A number of social security without its key (R-AUT-03), or an employer's SIRET."""

    door = Door.ADHERENTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("My social security number (without the key)")
        self.fields["login"].help_text = _(
            "13 characters. Employers: your SIRET number, 14 digits."
        )

    def clean_login(self) -> str:
        try:
            return adherent_username(self.cleaned_data["login"])
        except WrongKey:
            raise ValidationError(
                _(
                    "The key (the last two digits) does not match this number. Check it, or type "
                    "only the first 13 characters."
                )
            ) from None
        except WrongSiret:
            raise ValidationError(
                _("This SIRET number is not right. Check its 14 digits.")
            ) from None
        except WrongNir:
            raise ValidationError(
                _(
                    "Type your social security number without its key (13 characters), or your "
                    "SIRET number (14 digits)."
                )
            ) from None


class AgentSignInForm(SignInForm):
    """An agent's login, as the caisse's administrator has given it."""

    door = Door.AGENTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Agent's identifier")
