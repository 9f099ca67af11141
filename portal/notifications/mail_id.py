"""The identity of an e-mail, the same however often it is handed over (RFC 5322, 3.6.4)."""

from uuid import uuid4

from django.conf import settings


def new_mail_id() -> str:
    """Make a Message-ID. To be fixed when the e-mail is queued: one made at each attempt would
    make two e-mails of one that is repeated, and tell the name of this machine.
    """
    return f"<{uuid4().hex}@{settings.ENVIRONMENT.mail_domain}>"
