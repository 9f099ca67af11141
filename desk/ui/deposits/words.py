"""Words for deposits, and for what keeps them from being shown."""

from PySide6.QtCore import QCoreApplication, QLocale

from desk import wire
from desk.instants import to_ms
from desk.services.deposits import NotRead, Trouble
from desk.ui.common.times import Times

translate = QCoreApplication.translate


def kind_words(file: wire.DepositedFile) -> str:
    """« PDF, 2 pages », « Image JPEG »."""
    if file.media_type == "application/pdf":
        if file.pages == 1:
            return translate("Deposits", "PDF, one page")
        return translate("Deposits", "PDF, {count} pages").format(count=file.pages)
    name = "JPEG" if file.media_type == "image/jpeg" else "PNG"
    return translate("Deposits", "{format} picture").format(format=name)


def size_words(file: wire.DepositedFile, times: Times) -> str:
    """« 1,2 Mo »."""
    return times.locale.formattedDataSize(
        file.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def file_words(
    deposit: wire.Deposit, document: wire.DepositedDocument, file: wire.DepositedFile, times: Times
) -> str:
    """Two lines: what it is and whose; when, under which reference, why and by whom."""
    first = [document.nature_label, document.person, kind_words(file)]
    second = [times.date(to_ms(deposit.sent_at)), deposit.reference]
    if deposit.reason:
        second.append(deposit.reason)
    if deposit.written_by is not None:
        second.append(translate("Deposits", "sent by {proxy}").format(proxy=deposit.written_by))
    lines = (" · ".join(_one_line(each) for each in line if each) for line in (first, second))
    return "\n".join(lines)


def _one_line(typed: str) -> str:
    """As the adherent typed it, without what would make another line of it."""
    return " ".join(typed.split())


def not_read_words(failure: NotRead) -> str:
    """Why nothing came, and what to do."""
    match failure.trouble:
        case Trouble.OFFLINE:
            return translate(
                "Deposits",
                "Deposited documents are not kept on this PC, and the portal cannot be reached.",
            )
        case Trouble.SIGN_IN:
            return translate("Deposits", "Sign in again to read the deposited documents.")
        case Trouble.FORBIDDEN:
            return translate("Deposits", "The portal does not let you read these documents.")
        case Trouble.GONE:
            return translate(
                "Deposits",
                "The portal no longer has this for you: the message has left your caisse, or the"
                " document was removed.",
            )
        case Trouble.TOO_LARGE:
            return translate("Deposits", "This document is too large to be shown.")
    return translate("Deposits", "The portal could not answer ({code}).").format(code=failure.code)


def not_shown_words(code: str) -> str:
    """Why a file that came is not on screen; the codes are those of `Viewer.failed`."""
    match code:
        case "too_large":
            return translate("Deposits", "This document is too large to be shown.")
        case "locked":
            return translate("Deposits", "This document is locked by a password.")
        case "slow":
            return translate("Deposits", "This document took too long to draw: it was stopped.")
        case "unreadable":
            return translate("Deposits", "This document is damaged: it cannot be shown.")
        case "absent":
            return translate("Deposits", "The reader of documents does not start on this PC.")
    return translate(
        "Deposits", "The reader of documents has stopped. Your work is not touched by it."
    )
