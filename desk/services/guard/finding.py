"""A warning: what it is about, where it stands, what would mend it."""

from enum import StrEnum

import msgspec


class FindingKind(StrEnum):
    """The values travel to the portal's audit trail (`desk.wire.WarningKind`)."""

    NIR = "nir"
    """A national identification number (law C5)."""
    IBAN = "iban"
    CONTACT = "contact"
    """A phone number or e-mail address that is neither this adherent's nor the caisse's."""
    OTHER_NAME = "other_name"
    """The name of another adherent."""
    HEALTH = "health"
    """A word that tells of somebody's health (GDPR art. 9, law C3)."""
    ATTACHMENT = "attachment"
    """A document is promised and none can be attached."""
    SALUTATION = "salutation"
    """Another civility or name than the adherent's."""

    @property
    def severity(self) -> "Severity":
        grave = (
            FindingKind.NIR,
            FindingKind.IBAN,
            FindingKind.CONTACT,
            FindingKind.OTHER_NAME,
        )
        return Severity.LEAK if self in grave else Severity.DOUBT


class Severity(StrEnum):
    """LEAK: somebody's data would reach another. DOUBT: to be read again."""

    LEAK = "leak"
    DOUBT = "doubt"


class Finding(msgspec.Struct, frozen=True):
    """One warning. Places count Python's characters (see `utf16_place` for Qt's)."""

    kind: FindingKind
    start: int
    end: int
    replacement: str | None
    """What mends it; None where only the author can say it otherwise."""

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    def overlaps(self, other: "Finding") -> bool:
        """They speak of the same characters."""
        return self.start < other.end and other.start < self.end


def utf16_place(text: str, index: int) -> int:
    """Where the character `index` of `text` stands as Qt counts (UTF-16 units)."""
    return index + sum(1 for character in text[:index] if ord(character) > 0xFFFF)
