"""Whether and how the adherent will be told of a reply: shown before a word of it is written."""

from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import ThreadView
from desk.ui.conversation.sms_words import sms_said, sms_telling_said, sms_tells
from desk.ui.conversation.state_words import Said

translate = QCoreApplication.translate


def reach_said(thread: ThreadView) -> Said:
    """One line for the header: « E-mail vérifié · SMS demandé »; its tone is that of the worst."""
    email = _email_said(thread)
    parts = [email.words]
    sms = sms_said(thread)
    if sms is not None:
        parts.append(sms.words)
    if thread.reach.by_post:
        parts.append(translate("ReachWords", "answer asked for by post"))
    worst = sms if sms is not None and sms.tone and not email.tone else email
    return Said(" · ".join(parts), worst.icon, worst.tone)


def telling_said(thread: ThreadView) -> list[Said]:
    """What a publication will make the adherent receive, for the question before it."""
    reach = thread.reach
    said = []
    if thread.email_state == "missing" and sms_tells(thread):
        words = translate("ReachWords", "The adherent has no e-mail address: the SMS tells them.")
        said.append(Said(words, "mail-x", "warn"))
    elif thread.email_state == "missing":
        words = translate(
            "ReachWords", "The adherent has no e-mail address: nobody will tell them."
        )
        said.append(Said(words, "mail-x", "error"))
    elif not reach.by_email and sms_tells(thread):
        words = translate("ReachWords", "The adherent asked for no e-mail: the SMS tells them.")
        said.append(Said(words, "mail-x", ""))
    elif not reach.by_email:
        words = translate(
            "ReachWords", "The adherent asked for no e-mail: they see the reply when they visit."
        )
        said.append(Said(words, "mail-x", "warn"))
    else:
        words = translate("ReachWords", "The adherent will receive the “answer available” e-mail.")
        said.append(Said(words, "mail", ""))
        if reach.failing_ms is not None:
            words = translate(
                "ReachWords",
                "E-mails to their address come back: it will probably not arrive either.",
            )
            said.append(Said(words, "mail-warning", "error"))
        elif reach.refused:
            words = translate(
                "ReachWords", "Their address refused the last e-mail: it will not arrive either."
            )
            said.append(Said(words, "mail-warning", "error"))
        elif thread.email_state == "unverified":
            words = translate(
                "ReachWords", "Their e-mail address was never verified: it may not arrive."
            )
            said.append(Said(words, "mail-warning", "warn"))
    sms = sms_telling_said(thread)
    if sms is not None:
        said.append(sms)
    if reach.by_post:
        words = translate("ReachWords", "They ask for the answer by post: print it and send it.")
        said.append(Said(words, "printer", "info"))
    return said


def _email_said(thread: ThreadView) -> Said:
    if thread.email_state == "missing" and sms_tells(thread):
        return Said(translate("ReachWords", "No e-mail"), "mail-x", "warn")
    if thread.email_state == "missing":
        return Said(translate("ReachWords", "No e-mail: will not be notified"), "mail-x", "error")
    if not thread.reach.by_email:
        return Said(translate("ReachWords", "Wants no e-mail"), "mail-x", "warn")
    if thread.reach.failing_ms is not None:
        words = translate("ReachWords", "E-mails to their address come back")
        return Said(words, "mail-warning", "error")
    if thread.reach.refused:
        words = translate("ReachWords", "Their address refused the last e-mail")
        return Said(words, "mail-warning", "error")
    if thread.email_state == "unverified":
        return Said(translate("ReachWords", "E-mail not verified"), "mail-warning", "warn")
    return Said(translate("ReachWords", "E-mail verified"), "mail-check", "")
