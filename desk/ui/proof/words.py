"""The steps of a reply's way, in words."""

from PySide6.QtCore import QCoreApplication

from desk.services.proof.chain import Stage, Step
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import Said, cause_words

translate = QCoreApplication.translate


def step_said(step: Step, times: Times, now_ms: int) -> Said:
    """One line below the reply, with its icon and tone."""
    when = "" if step.at_ms is None else times.instant(step.at_ms, now_ms)
    match step.stage:
        case Stage.SAVED:
            return Said(
                translate("Proof", "Saved on this PC: {when}").format(when=when), "save", "ok"
            )
        case Stage.ACCEPTED:
            words = translate("Proof", "Accepted by the portal: {when}, no. {number}")
            return Said(words.format(when=when, number=step.number), "circle-check", "ok")
        case Stage.HELD_BACK if step.at_ms is not None and step.at_ms > now_ms:
            words = translate(
                "Proof", "May be taken back until {when}; the adherent is told after that"
            )
            return Said(words.format(when=when), "hourglass", "info")
        case Stage.HELD_BACK:
            words = translate("Proof", "Could be taken back until {when}")
            return Said(words.format(when=when), "hourglass", "")
        case Stage.TAKEN_BACK:
            return Said(_taken_back(step, when), "undo-2", "warn")
        case Stage.READ:
            moment = "" if step.at_ms is None else times.moment(step.at_ms, now_ms)
            return Said(_read(step).format(who=step.who, when=moment), "eye", "ok")
        case Stage.HANDED_OVER:
            if step.channel == "sms":
                words = translate("Proof", "{what}: handed to the SMS gateway, {when}")
            else:
                words = translate("Proof", "{what}: handed to the mail server, {when}")
            said = words.format(what=_what(step), when=when)
            if step.cause:
                words = translate("Proof", "{said}; {cause}")
                said = words.format(said=said, cause=cause_words(step.cause))
                return Said(_with_attempts(said, step), "mail-warning", "warn")
            return Said(_with_attempts(said, step), "mail-check", "ok")
        case Stage.RETURNED:
            if step.channel == "sms":
                words = translate("Proof", "{what}: did not reach the telephone ({cause}), {when}")
            else:
                words = translate("Proof", "{what}: not delivered ({cause}), came back {when}")
            said = words.format(what=_what(step), cause=cause_words(step.cause), when=when)
            return Said(said, "mail-x", "error")
        case Stage.DELIVERED:
            words = translate("Proof", "{what}: reached the telephone {when}")
            return Said(words.format(what=_what(step), when=when), "mail-check", "ok")
        case Stage.FAILED:
            return _failed(step, times, now_ms)
        case Stage.TO_SEND:
            words = translate("Proof", "{what}: to be sent")
            return Said(words.format(what=_what(step)), "clock", "info")


def step_named(step: Step) -> str:
    """The same without its instant, which has a column of its own on the page."""
    match step.stage:
        case Stage.SAVED:
            return translate("Proof", "Saved on this PC")
        case Stage.ACCEPTED:
            return translate("Proof", "Accepted by the portal, no. {number}").format(
                number=step.number
            )
        case Stage.HELD_BACK:
            return translate("Proof", "Until then it could be taken back")
        case Stage.TAKEN_BACK if step.who:
            return translate("Proof", "Taken back by {who}; the adherent never saw it").format(
                who=step.who
            )
        case Stage.TAKEN_BACK:
            return translate("Proof", "Taken back; the adherent never saw it")
        case Stage.READ if step.who:
            return translate("Proof", "Read by {who} in the private space").format(who=step.who)
        case Stage.READ:
            return translate("Proof", "Read by the adherent in the private space")
        case Stage.HANDED_OVER if step.channel == "sms":
            words = translate("Proof", "{what}: handed to the SMS gateway")
        case Stage.HANDED_OVER:
            words = translate("Proof", "{what}: handed to the mail server")
        case Stage.RETURNED if step.channel == "sms":
            words = translate("Proof", "{what}: did not reach the telephone ({cause})")
        case Stage.RETURNED:
            words = translate("Proof", "{what}: not delivered ({cause})")
        case Stage.DELIVERED:
            words = translate("Proof", "{what}: reached the telephone")
        case Stage.FAILED:
            words = translate("Proof", "{what}: failed ({cause})")
        case Stage.TO_SEND:
            words = translate("Proof", "{what}: to be sent")
    return words.format(what=_what(step), cause=cause_words(step.cause))


def step_details(step: Step, times: Times) -> list[str]:
    """What the page adds, to be compared with the portal's and the mail server's own records."""
    details = []
    if step.stage is Stage.HANDED_OVER and step.cause:
        details.append(cause_words(step.cause))
    if step.next_try_ms is not None:
        details.append(
            translate("Proof", "Next try: {when}").format(when=times.exact(step.next_try_ms))
        )
    elif step.stage is Stage.FAILED:
        details.append(translate("Proof", "No further try"))
    if step.key:
        details.append(
            translate("Proof", "Key that keeps it from being published twice: {key}").format(
                key=step.key
            )
        )
    if step.mail_id and step.channel == "sms":
        details.append(
            translate("Proof", "Reference at the SMS gateway: {reference}").format(
                reference=step.mail_id
            )
        )
    elif step.mail_id:
        details.append(f"Message-ID : {step.mail_id}")
    if step.attempts:
        details.append(translate("Proof", "Attempts: {count}").format(count=step.attempts))
    return details


def _taken_back(step: Step, when: str) -> str:
    if not step.who and step.at_ms is not None:
        words = translate(
            "Proof",
            "Taken back by the portal: {when}. The adherent wrote meanwhile and never saw it",
        )
    elif when:
        words = translate("Proof", "Taken back by {who}: {when}. The adherent never saw it")
    else:
        words = translate("Proof", "Taken back. The adherent never saw it")
    return words.format(who=step.who, when=when)


def _read(step: Step) -> str:
    if step.who:
        return translate("Proof", "Read by {who}, under a procuration, {when}")
    return translate("Proof", "Read by the adherent {when}")


def _failed(step: Step, times: Times, now_ms: int) -> Said:
    if step.next_try_ms is None:
        words = translate("Proof", "{what}: failed ({cause}), no further try")
        said = words.format(what=_what(step), cause=cause_words(step.cause))
        return Said(_with_attempts(said, step), "mail-x", "error")
    words = translate("Proof", "{what}: failed ({cause}), next try {when}")
    said = words.format(
        what=_what(step),
        cause=cause_words(step.cause),
        when=times.instant(step.next_try_ms, now_ms),
    )
    return Said(_with_attempts(said, step), "mail-warning", "warn")


def _with_attempts(said: str, step: Step) -> str:
    if step.attempts < 2:
        return said
    return translate("Proof", "{said} (attempt {number})").format(said=said, number=step.attempts)


def _what(step: Step) -> str:
    if step.channel == "sms":
        return translate("Proof", "“Answer available” SMS")
    return translate("Proof", "“Answer available” e-mail")
