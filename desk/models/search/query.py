"""What is searched for, once what was typed has been understood."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Field(StrEnum):
    """The fields of the language, by their names without accents."""

    MOTIF = "motif"
    SUJET = "sujet"
    THEME = "theme"
    FROM = "de"
    DUE = "echeance"
    STATUS = "statut"
    REVIEW = "relecture"
    BEFORE = "avant"
    AFTER = "apres"
    AGENT = "agent"
    REFERENCE = "ref"

    @property
    def written(self) -> str:
        """As it is shown and completed."""
        return {
            Field.THEME: "thème",
            Field.DUE: "échéance",
            Field.AFTER: "après",
            Field.REFERENCE: "réf",
        }.get(self, self.value)


class Part(StrEnum):
    """Where words are looked for; the index's columns."""

    NAME = "name"
    """The adherent's name and the reference."""
    AGENTS = "agents"


class ReviewState(StrEnum):
    """Of an exchange's reply: a colleague is asked to read it, it came back from them, or it waits
    for the agent who searches.
    """

    ASKED = "asked"
    SENT_BACK = "sent_back"
    MINE = "mine"


class Order(StrEnum):
    """Newest first, least time left first, or what fits best first."""

    NEWEST = "newest"
    URGENT = "urgent"
    RELEVANT = "relevant"


class Phrase(msgspec.Struct, frozen=True):
    """Words that stand one after the other."""

    words: tuple[str, ...]
    """As `words.words_of` gives them; never empty."""
    prefix: bool = False
    """The last one may go on."""
    negated: bool = False
    part: Part | None = None
    """None: anywhere."""


class Marked(msgspec.Struct, frozen=True):
    """Any of these marks (`marks`)."""

    marks: frozenset[str]
    negated: bool = False


class Agent(msgspec.Struct, frozen=True):
    """An agent wrote in the exchange or holds it now."""

    agent_id: int | None
    """None: any agent whose name has `words`."""
    words: tuple[str, ...] = ()
    negated: bool = False


class Written(msgspec.Struct, frozen=True):
    """Written in [from_ms, until_ms[ (epoch, ms; None: no limit)."""

    from_ms: int | None = None
    until_ms: int | None = None


class Due(msgspec.Struct, frozen=True):
    """An open exchange whose due instant is in [from_ms, until_ms["""

    from_ms: int | None = None
    until_ms: int | None = None


class Reviewed(msgspec.Struct, frozen=True):
    """An exchange with a reply in review."""

    state: ReviewState
    negated: bool = False


Term = Phrase | Marked | Agent | Written | Due | Reviewed


class ProblemKind(StrEnum):
    """Why a part of what was typed is left out."""

    UNKNOWN_FIELD = "unknown_field"
    NO_SUCH_PLACE = "no_such_place"
    NO_SUCH_STATUS = "no_such_status"
    NO_SUCH_REVIEW = "no_such_review"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_DELAY = "no_such_delay"
    TOO_MANY_WORDS = "too_many_words"


class Problem(msgspec.Struct, frozen=True):
    """One part of what was typed that is left out; the rest is searched."""

    kind: ProblemKind
    name: str
    """The field, as typed."""
    value: str
    typing: bool
    """It is the last thing typed: it may still become right."""


class Query(msgspec.Struct, frozen=True):
    """What was typed, understood."""

    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to search for yet."""
        return not self.terms

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What is shown as found in a text."""
        return tuple(
            each
            for each in self.terms
            if isinstance(each, Phrase) and not each.negated and each.part is None
        )


class Labels(msgspec.Struct, frozen=True):
    """The catalogue's labels by code, in its order."""

    themes: Mapping[str, str] = msgspec.field(default_factory=dict)
    sujets: Mapping[str, str] = msgspec.field(default_factory=dict)
    motifs: Mapping[str, str] = msgspec.field(default_factory=dict)

    def of(self, which: Field) -> Mapping[str, str]:
        """Those that `motif:`, `sujet:` or `thème:` chooses from."""
        return {Field.THEME: self.themes, Field.SUJET: self.sujets}.get(which, self.motifs)


class Circumstances(msgspec.Struct, frozen=True):
    """Who asks, and when."""

    now_ms: int
    """The portal's clock."""
    zone: str = "Europe/Paris"
    """The caisse's: « hier » is its yesterday."""
    agent_id: int | None = None
    labels: Labels = msgspec.field(default_factory=Labels)
