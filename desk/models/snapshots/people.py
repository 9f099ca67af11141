"""Who writes for whom, and how the adherent can be told."""

import msgspec


class Proxy(msgspec.Struct, frozen=True):
    """Who wrote in the adherent's name under a procuration (R-ACT-02)."""

    name: str
    """First name and name, or the company's."""
    civility: str
    addressed_name: str
    """The name to write to."""


class Reach(msgspec.Struct, frozen=True):
    """How the adherent wants to be told of replies, and what became of the last e-mail."""

    by_email: bool = True
    by_sms: bool = False
    by_post: bool = False
    """Replies are asked for by post (CRPA L112-14)."""
    sms_state: str = "off"
    """Whether SMS can go to their number: ``verified``; otherwise why not, as the portal says."""
    sms_refused: bool = False
    """Their number refused the last SMS, in whichever exchange."""
    refused: bool = False
    """Their address refused the last e-mail, in whichever exchange."""
    failing_ms: int | None = None
    """Since when e-mails to their address come back, which the portal knows; None: they do not."""
