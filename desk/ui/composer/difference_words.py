"""What changed in an exchange, one sentence for each difference."""

from PySide6.QtCore import QCoreApplication

from desk.services.changes_since import Difference, Kind
from desk.ui.common.times import Times

translate = QCoreApplication.translate


def difference_words(difference: Difference, times: Times, now_ms: int) -> str:
    """« Karim Exemple a répondu (aujourd’hui à 09 h 42). »"""
    who = difference.who or translate("DifferenceWords", "Somebody")
    moment = "" if difference.at_ms is None else times.moment(difference.at_ms, now_ms)
    words = _sentence(difference).format(
        who=who, before=difference.before, after=difference.after, moment=moment
    )
    # A schedule's instant is that of its publication, not of the change.
    if moment and difference.kind is not Kind.SCHEDULED:
        words = translate("DifferenceWords", "{words} ({moment})").format(
            words=words, moment=moment
        )
    if difference.text and difference.kind in _WITH_REASON:
        words = translate("DifferenceWords", "{words}: {reason}").format(
            words=words, reason=difference.text
        )
    return words


_WITH_REASON = frozenset({Kind.TRANSFERRED, Kind.CLOSED, Kind.CLAIM_BROKEN, Kind.NOTED})


def _sentence(difference: Difference) -> str:
    match difference.kind:
        case Kind.ADHERENT_WROTE:
            return translate("DifferenceWords", "The adherent wrote again")
        case Kind.COLLEAGUE_ANSWERED:
            return translate("DifferenceWords", "{who} answered")
        case Kind.HOLDING_REPLY:
            return translate("DifferenceWords", "{who} sent a holding reply")
        case Kind.RECLASSIFIED:
            return translate("DifferenceWords", "The motif is now “{after}” (it was “{before}”)")
        case Kind.TRANSFERRED:
            return translate("DifferenceWords", "It was transferred to {after}")
        case Kind.CLOSED:
            return translate("DifferenceWords", "It was closed without an answer")
        case Kind.REOPENED:
            return translate("DifferenceWords", "It is open again")
        case Kind.REPLY_WITHDRAWN:
            return translate("DifferenceWords", "{who} took a reply back")
        case Kind.CLAIMED:
            return translate("DifferenceWords", "{who} has taken charge of it")
        case Kind.CLAIM_BROKEN:
            return translate("DifferenceWords", "{who} ended the hold on it")
        case Kind.CLAIM_LOST:
            return translate("DifferenceWords", "You no longer hold it")
        case Kind.SCHEDULED:
            return translate("DifferenceWords", "{who} scheduled a reply: it leaves {moment}")
        case Kind.NOTED:
            return translate("DifferenceWords", "{who} wrote an internal note")
        case Kind.GONE:
            return translate("DifferenceWords", "It is no longer with your caisse")
