"""« Modifier mon téléphone »: where SMS are sent, a code proves the number before it is kept."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.messaging.contact_changes import tell_agents
from portal.notifications.letters import post_letter, render_letter
from portal.notifications.sms.owing import owe_code_sms
from portal.notifications.sms.reach import sms_account
from portal.registration import codes
from portal.registration.limits import may_try
from portal.registration.models import OneTimeCode
from portal.web.access import adherent_required
from portal.web.forms.account import PhoneForm
from portal.web.views.account_pages import form_page, record
from portal.web.views.code_page import Proof, code_page
from portal.wording.rendering import code_sms

PHONE_CODE = "code-phone"
"""Where the session keeps the number of the code for a new telephone number."""


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def phone(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Modifier mon téléphone ». Without a number nothing can be sent by SMS any more."""
    form = PhoneForm(request.POST or None, adherent=adherent)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["mobile_phone"]
        if not _must_be_proved(adherent, number):
            _keep(adherent, number)
            messages.success(request, _("Your telephone number is changed."))
            return redirect("account")
        if may_try(request, "portal_own_phone", str(adherent.user_id)):
            request.session[PHONE_CODE] = _send_code(adherent, number)
            return redirect("account-phone-code")
        form.add_error(None, _("Too many attempts. Wait an hour before trying again."))
    if sms_account() is None:
        return form_page(request, adherent, form, _("My telephone"))
    return form_page(
        request,
        adherent,
        form,
        _("My telephone"),
        help=_("A code is sent to the number by SMS. The present one stays until it is typed."),
        submit=_("Receive my code"),
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def phone_code(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The code that came to the number."""
    proof = Proof(
        purpose=codes.Purpose.PHONE,
        session_key=PHONE_CODE,
        asking="account-phone",
        title=_("Confirm my telephone number"),
        help=_("A code has just been sent by SMS. It is valid for 15 minutes."),
        done=_("Your telephone number is confirmed."),
        keep=_keep_proved,
        label=_("The code received by SMS"),
    )
    return code_page(request, adherent, proof)


def _must_be_proved(adherent: Adherent, number: str) -> bool:
    account = sms_account()
    if account is None or not number or not account.reaches(number):
        return False
    return number != adherent.mobile_phone or adherent.mobile_verified_at is None


@transaction.atomic
def _send_code(adherent: Adherent, number: str) -> int:
    issued = codes.issue(codes.Purpose.PHONE, adherent.user, phone=number)
    minutes = int(codes.VALID_FOR.total_seconds() // 60)
    text = code_sms(adherent.caisse, issued.text, minutes)
    owe_code_sms(adherent, number, text, not_after=issued.row.expires_at)
    record("account.phone_change_asked", adherent)
    return issued.row.pk


def _keep_proved(adherent: Adherent, code: OneTimeCode) -> None:
    if code.phone != adherent.mobile_phone:
        _tell(adherent)
    adherent.mobile_phone = code.phone
    adherent.mobile_verified_at = timezone.now()
    adherent.save(update_fields=["mobile_phone", "mobile_verified_at"])
    record("account.phone_confirmed", adherent)
    tell_agents(adherent)


@transaction.atomic
def _keep(adherent: Adherent, number: str) -> None:
    """Write down a number without proof, or none: SMS go to neither."""
    if number != adherent.mobile_phone:
        _tell(adherent)
        adherent.mobile_phone = number
        adherent.mobile_verified_at = None
        adherent.notify_by_sms = False
    adherent.save(update_fields=["mobile_phone", "mobile_verified_at", "notify_by_sms"])
    record("account.phone_changed", adherent, present=bool(number))
    tell_agents(adherent)


def _tell(adherent: Adherent) -> None:
    """By e-mail, without the number: whoever changed it may be somebody else (ASVS 2.2.3)."""
    post_letter(email_of(adherent), render_letter("phone_changed", caisse=adherent.caisse))
