"""What each warning of the leak guard says."""

from PySide6.QtCore import QCoreApplication

from desk.services.guard.finding import Finding, FindingKind

translate = QCoreApplication.translate


def kind_words(kind: FindingKind) -> str:
    """What it is."""
    return {
        FindingKind.NIR: translate("Guard", "Social security number"),
        FindingKind.IBAN: translate("Guard", "Bank account number"),
        FindingKind.CONTACT: translate("Guard", "Phone number or address of somebody else"),
        FindingKind.OTHER_NAME: translate("Guard", "Name of another adherent"),
        FindingKind.HEALTH: translate("Guard", "Health information"),
        FindingKind.ATTACHMENT: translate("Guard", "Attachment promised, but a reply carries none"),
        FindingKind.SALUTATION: translate("Guard", "Salutation that is not the adherent's"),
    }[kind]


def finding_words(finding: Finding, text: str) -> str:
    """What it is, the words, and the line they stand in."""
    said = " ".join(text[finding.start : finding.end].split())
    words = translate("Guard", "{kind}: “{words}”, line {line}")
    line = text.count("\n", 0, finding.start) + 1
    return words.format(kind=kind_words(finding.kind), words=said, line=line)
