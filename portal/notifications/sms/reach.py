"""Whether an adherent can be told by SMS."""

from typing import Literal

from django.conf import settings

from portal.accounts.models import Adherent
from portal.notifications.sms.configuration import OvhAccount

SmsState = Literal["verified", "unverified", "abroad", "missing", "off"]
"""``abroad``: of a country that this portal sends no SMS to. ``off``: it sends none at all."""


def sms_account() -> OvhAccount | None:
    """The gateway's account; None when this portal sends no SMS."""
    account: OvhAccount | None = settings.SMS
    return account


def sms_state(adherent: Adherent) -> SmsState:
    """Say whether SMS can go to the number on file: one that its owner has confirmed by a code."""
    account = sms_account()
    if account is None:
        return "off"
    if not adherent.mobile_phone:
        return "missing"
    if not account.reaches(adherent.mobile_phone):
        return "abroad"
    return "unverified" if adherent.mobile_verified_at is None else "verified"


def wants_sms(adherent: Adherent) -> bool:
    """Whether an SMS is owed: asked for, and possible."""
    return adherent.notify_by_sms and sms_state(adherent) == "verified"
