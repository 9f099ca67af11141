"""The forms of « Mon compte » and « Gérer vos préférences » (R-AUT-08, R-NOT-07)."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent, User
from portal.accounts.phone import WrongPhone, read_mobile, shown_mobile
from portal.notifications.sms.reach import sms_state
from portal.registration.fields import EmailAddressField, NewPasswordForm
from portal.registration.limits import may_try

if TYPE_CHECKING:
    _AdherentForm = forms.ModelForm[Adherent]
else:
    _AdherentForm = forms.ModelForm


class AddressForm(_AdherentForm):
    """The postal address, as a letter to France or abroad needs it."""

    class Meta:
        model = Adherent
        fields = ("street", "address_complement", "postal_code", "town")
        labels = {
            "street": _("Number and street"),
            "address_complement": _("Building, floor, place called (optional)"),
            "postal_code": _("Postal code"),
            "town": _("Town"),
        }
        widgets = {
            "street": forms.TextInput(attrs={"autocomplete": "address-line1"}),
            "address_complement": forms.TextInput(attrs={"autocomplete": "address-line2"}),
            "postal_code": forms.TextInput(attrs={"autocomplete": "postal-code"}),
            "town": forms.TextInput(attrs={"autocomplete": "address-level2"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = {
            "street": _("Type the number and the street."),
            "postal_code": _("Type the postal code."),
            "town": _("Type the town."),
        }
        for name, said in wanted.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = said

    def clean_postal_code(self) -> str:
        code: str = self.cleaned_data["postal_code"].strip()
        if not re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z \-]{2,9}", code):
            raise ValidationError(_("This is not a postal code, such as 80000."))
        return code


class PhoneForm(forms.Form):
    """The mobile number; an empty one takes the number off file."""

    mobile_phone = forms.CharField(
        label=_("My mobile telephone number"),
        help_text=_("For example: 06 12 34 56 78. Leave it empty to have none on file."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )

    def __init__(self, *args: Any, adherent: Adherent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mobile_phone"].initial = shown_mobile(adherent.mobile_phone)

    def clean_mobile_phone(self) -> str:
        typed: str = self.cleaned_data["mobile_phone"].strip()
        if not typed:
            return ""
        try:
            return read_mobile(typed)
        except WrongPhone:
            raise ValidationError(
                _("Type a mobile number: it begins with 06 or 07, or with + and its country.")
            ) from None


class PreferencesForm(_AdherentForm):
    """By which channels the MSA tells that something is there."""

    class Meta:
        model = Adherent
        fields = ("notify_by_email", "notify_by_sms", "notify_by_post")
        labels = {
            "notify_by_email": _("By e-mail"),
            "notify_by_sms": _("By SMS"),
            "notify_by_post": _("By post"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What is stored stays while no SMS can be sent, and counts again when it can.
        self.fields["notify_by_sms"].disabled = sms_state(self.instance) == "off"

    def clean_notify_by_sms(self) -> bool:
        wanted: bool = self.cleaned_data["notify_by_sms"]
        state = sms_state(self.instance)
        if wanted and state in _NO_SMS:
            raise ValidationError(_NO_SMS[state])
        return wanted

    def clean_notify_by_post(self) -> bool:
        wanted: bool = self.cleaned_data["notify_by_post"]
        if wanted and not self.instance.postal_address:
            raise ValidationError(
                _("To receive replies by post, first give your address on the page « My account ».")
            )
        return wanted


_NO_SMS = {
    "missing": _("To be told by SMS, first give a mobile number on the page « My account »."),
    "unverified": _(
        "To be told by SMS, first confirm your mobile number on the page « My account »."
    ),
    "abroad": _("Your MSA sends no SMS to numbers of this country."),
}


class _OwnPassword(forms.Form):
    """Asks for the present password, where there is one, before something that matters."""

    user: User
    request: HttpRequest

    def ask_for_password(self) -> None:
        self.fields["password"] = forms.CharField(
            label=_("My present password"),
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
            error_messages={"required": _("Type your present password.")},
        )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not may_try(self.request, "portal_own_password", str(self.user.pk)):
            raise ValidationError(_("Too many attempts. Wait five minutes before trying again."))
        if not self.user.check_password(password):
            raise ValidationError(_("This is not your present password."))
        return password


class EmailForm(_OwnPassword):
    """The new address; it takes effect once the code sent to it has been typed."""

    email = EmailAddressField(label=_("My new e-mail address"))

    def __init__(self, *args: Any, user: User, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request
        if user.has_usable_password():
            self.ask_for_password()

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"]
        return typed.lower()


class PasswordForm(NewPasswordForm, _OwnPassword):
    """The present password, then the new one twice."""

    def __init__(self, *args: Any, user: User, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.request = request
        if user.has_usable_password():
            self.ask_for_password()
            self.order_fields(["password", "new_password", "repeated_password"])


class SessionsForm(_OwnPassword):
    """Which of one's other sessions shall end."""

    ended = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what is to be signed out."),
            "invalid_choice": _("One of them has ended meanwhile. Choose again."),
        },
    )

    def __init__(
        self,
        *args: Any,
        user: User,
        request: HttpRequest,
        choices: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request
        ended = self.fields["ended"]
        if isinstance(ended, forms.MultipleChoiceField):
            ended.choices = choices
        if user.has_usable_password():
            self.ask_for_password()
