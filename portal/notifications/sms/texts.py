"""What an SMS says: which caisse writes and what about, never a text, a name, an answer or a link.

No link: people are told everywhere not to follow those in SMS, and ours would look like theirs.
"""

from functools import lru_cache
from typing import Literal

from django.conf import settings
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from portal.notifications.sms.gsm import rewritten

SmsText = Literal["acknowledgement", "reply_available", "code"]


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(settings.RESOURCES / "sms"),
        undefined=StrictUndefined,
        autoescape=False,
    )


def sms_text(name: SmsText, **values: str) -> str:
    """Render ``resources/sms/<name>.txt`` on one line, in the GSM alphabet as far as it goes."""
    text = _environment().get_template(f"{name}.txt").render(values)
    return rewritten(" ".join(text.split()))
