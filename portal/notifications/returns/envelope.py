"""The envelope sender of an e-mail, by which a report about it finds it again (VERP).

``retours+<token>@…``: reports go to the envelope sender (RFC 5321, 4.4 and 6.1) whatever they say
inside, so that even one without any structure is about one known e-mail.
"""

import re
import secrets
from collections.abc import Iterable

from portal.notifications.models import ReturnToken

_RANDOM = r"([0-9a-f]{32})"


def give_tokens(email_ids: Iterable[int]) -> None:
    """Name e-mails that are about to leave; one that has left before keeps its name."""
    ReturnToken.objects.bulk_create(
        [ReturnToken(email_id=each, token=secrets.token_hex(16)) for each in email_ids],
        ignore_conflicts=True,
    )


def envelope_sender(address: str, token: str) -> str:
    """Put the token into the mailbox's address (sub-addressing, RFC 5233)."""
    local, _, domain = address.partition("@")
    return f"{local}+{token}@{domain}"


def token_in(text: str, address: str) -> str:
    """Return the first token in a text that holds such an address, or an empty string.

    Case is of no account: servers on the way may have changed it.
    """
    local, _, domain = address.partition("@")
    found = re.search(rf"{re.escape(local)}\+{_RANDOM}@{re.escape(domain)}", text, re.IGNORECASE)
    return "" if found is None else found[1].lower()
