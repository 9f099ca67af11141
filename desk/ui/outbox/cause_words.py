"""Why an entry waits and how that ends, in words."""

from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import ConnectionState, OutboxView, ReplyState
from desk.models.taken_back import BY_THE_PORTAL
from desk.services.waiting import Cause, Waiting
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import Said, act_words, refusal, reply_said

translate = QCoreApplication.translate


def cause_said(entry: OutboxView, waiting: Waiting, times: Times, now_ms: int) -> Said:
    """Why it has not left, or what became of it."""
    match waiting.cause:
        case Cause.LEAVING:
            return Said(translate("OutboxCause", "Leaving now"), "send", "info")
        case Cause.BEHIND if waiting.before is not None:
            words = translate("OutboxCause", "Waits for what was asked before it: {act}")
            return Said(words.format(act=act_words(waiting.before.kind)), "clock", "info")
        case Cause.CONNECTION:
            return Said(_connection(waiting, times, now_ms), "cloud-off", "warn")
        case Cause.PATIENCE if waiting.next_try_ms is not None:
            words = translate("OutboxCause", "The portal asks to wait until {time}")
            at = times.instant(waiting.next_try_ms, now_ms)
            return Said(words.format(time=at), "hourglass", "info")
        case Cause.LATER:
            return Said(translate("OutboxCause", "The last try did not arrive"), "clock", "info")
        case Cause.UNCONFIRMED:
            words = translate("OutboxCause", "Not confirmed: it left, and no answer came")
            return Said(words, "circle-help", "warn")
        case Cause.REFUSED:
            words = translate("OutboxCause", "Refused by the portal: {reason}")
            return Said(words.format(reason=refusal(entry)), "circle-x", "error")
        case Cause.OVERTAKEN:
            words = translate("OutboxCause", "Conflict: the exchange changed before it arrived")
            return Said(words, "git-compare", "error")
    return _ended(entry, times, now_ms)


def end_words(entry: OutboxView, waiting: Waiting, times: Times, now_ms: int) -> str:
    """What will end it: nothing waits for ever."""
    match waiting.cause:
        case Cause.LEAVING:
            return translate("OutboxCause", "The portal's answer, within a minute at most.")
        case Cause.BEHIND:
            return translate("OutboxCause", "It leaves by itself right after that one.")
        case Cause.CONNECTION if waiting.connection is ConnectionState.SIGN_IN_NEEDED:
            return translate("OutboxCause", "It leaves by itself once you have signed in again.")
        case Cause.CONNECTION:
            return translate(
                "OutboxCause", "It leaves by itself, once, as soon as the portal answers."
            )
        case Cause.PATIENCE | Cause.LATER:
            return translate("OutboxCause", "It leaves by itself at the next try.")
        case Cause.UNCONFIRMED:
            return translate(
                "OutboxCause",
                "The same request goes again until the portal says what became of it; it can only "
                "be done once.",
            )
        case Cause.REFUSED | Cause.OVERTAKEN:
            return translate("OutboxCause", "Your choice: open it, correct, try again or cancel.")
        case Cause.ENDED if entry.problem == BY_THE_PORTAL:
            return translate(
                "OutboxCause", "Its text is with the exchange, as a reply that is held."
            )
        case Cause.ENDED:
            return translate("OutboxCause", "It is over; nothing waits.")


def next_try_words(waiting: Waiting, times: Times, now_ms: int) -> str:
    """« 14:02:10 », « maintenant », or a dash when nothing is tried by itself."""
    if waiting.cause in (Cause.REFUSED, Cause.OVERTAKEN, Cause.ENDED):
        return "–"
    if waiting.next_try_ms is not None:
        return times.instant(waiting.next_try_ms, now_ms)
    if waiting.cause is Cause.BEHIND:
        return translate("OutboxCause", "after that one")
    if waiting.cause is Cause.CONNECTION:
        return translate("OutboxCause", "at reconnection")
    return translate("OutboxCause", "now")


def _connection(waiting: Waiting, times: Times, now_ms: int) -> str:
    since = "" if waiting.since_ms is None else times.hour_or_moment(waiting.since_ms, now_ms)
    known = {
        ConnectionState.NO_NETWORK: translate("OutboxCause", "No network since {time}"),
        ConnectionState.PROXY_REFUSED: translate(
            "OutboxCause", "The proxy lets nothing through since {time}"
        ),
        ConnectionState.CAPTIVE_PORTAL: translate(
            "OutboxCause", "This network wants you to sign in to it first, since {time}"
        ),
        ConnectionState.TLS_REFUSED: translate(
            "OutboxCause", "What answers cannot prove that it is the portal, since {time}"
        ),
        ConnectionState.SIGN_IN_NEEDED: translate("OutboxCause", "Sign-in needed since {time}"),
        ConnectionState.SIGNED_OUT: translate("OutboxCause", "Signed out since {time}"),
        ConnectionState.PORTAL_ERROR: translate(
            "OutboxCause", "The portal answers with errors since {time}"
        ),
        ConnectionState.THROTTLED: translate(
            "OutboxCause", "The portal asks for patience since {time}"
        ),
    }
    offline = translate("OutboxCause", "Offline since {time}")
    state = waiting.connection
    return (known.get(state, offline) if state is not None else offline).format(time=since)


def _ended(entry: OutboxView, times: Times, now_ms: int) -> Said:
    if entry.state is ReplyState.CANCELLED and entry.problem == BY_THE_PORTAL:
        words = translate(
            "OutboxCause", "Taken back by the portal: the adherent wrote before they could see it"
        )
        return Said(words, "undo-2", "warn")
    if entry.state is ReplyState.CANCELLED and entry.portal_id is not None:
        words = translate("OutboxCause", "Taken back in time: the adherent never saw it")
        return Said(words, "undo-2", "")
    return reply_said(entry, times, now_ms)
