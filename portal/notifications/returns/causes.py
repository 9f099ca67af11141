"""Why an e-mail came back, as a code that agents see in words: never what the other server wrote,
for that quotes the address.
"""

DELAYED = "delayed"

_EXACT = {
    "2.1": "mailbox_closed",
    "2.2": "mailbox_full",
    "2.3": "message_refused",
    "3.4": "message_refused",
    "4.7": "not_in_time",
}
_BY_SUBJECT = {
    "1": "mailbox_unknown",
    "2": "mailbox_closed",
    "4": "no_way_there",
    "6": "message_refused",
    "7": "refused_by_rule",
}
_OF_THE_ADDRESS = {"mailbox_unknown", "mailbox_closed", "mailbox_full", "no_way_there", "returned"}


def cause_of(status: str) -> str:
    """Return the code of an enhanced status (RFC 3463, 3): ``5.1.1`` is ``mailbox_unknown``."""
    if not status:
        return "returned"
    severity, _, detail = status.partition(".")
    subject = detail.partition(".")[0]
    cause = _EXACT.get(detail) or _BY_SUBJECT.get(subject, "returned")
    if severity == "4" and cause not in {"mailbox_full", "message_refused"}:
        # It was tried for days: what stood in the way might have ended.
        return "not_in_time"
    return cause


def is_of_the_address(cause: str) -> bool:
    """Another e-mail to the same address would fare the same. A rule (5.7) may be about who sends:
    one day on a blocklist must not make every address look dead.
    """
    return cause in _OF_THE_ADDRESS
