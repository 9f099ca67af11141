"""The words of the search: what could not be understood, and what kind of text was found."""

from PySide6.QtCore import QCoreApplication

from desk.models.search.finding import Hit, Source
from desk.models.search.query import Field, Problem, ProblemKind

translate = QCoreApplication.translate


def problem_words(problem: Problem) -> str:
    """Why a part of what was typed is left out, and what would be understood."""
    value, name = problem.value, problem.name
    match problem.kind:
        case ProblemKind.UNKNOWN_FIELD:
            return translate("Search", "There is no field “{name}:”; it is left out.").format(
                name=name
            )
        case ProblemKind.NO_SUCH_PLACE:
            return translate(
                "Search", "The catalogue has nothing like “{value}” for {name}:; it is left out."
            ).format(value=value, name=name)
        case ProblemKind.NO_SUCH_STATUS:
            return translate(
                "Search", "statut: is followed by ouvert, répondu or clos, not by “{value}”."
            ).format(value=value)
        case ProblemKind.NO_SUCH_REVIEW:
            return translate(
                "Search",
                "relecture: is followed by demandée, renvoyée or à-faire, not by “{value}”.",
            ).format(value=value)
        case ProblemKind.NO_SUCH_DAY:
            return translate(
                "Search",
                "“{value}” is not a day: write hier, lundi, 12/11, 12/11/2026 or novembre.",
            ).format(value=value)
        case ProblemKind.NO_SUCH_DELAY:
            return translate(
                "Search", "“{value}” is not a time left: write <2h, >1j, <30min or dépassée."
            ).format(value=value)
        case ProblemKind.TOO_MANY_WORDS:
            return translate("Search", "Only the first words are searched.")


def source_words(source: Source) -> str:
    """What kind of text was found."""
    return {
        Source.QUESTION: translate("Search", "Message"),
        Source.ANSWER: translate("Search", "Reply"),
        Source.NOTE: translate("Search", "Internal note"),
        Source.DRAFT: translate("Search", "Draft"),
    }[source]


def source_icon(source: Source) -> str:
    """Its icon in the theme's family."""
    return {
        Source.QUESTION: "mail",
        Source.ANSWER: "send",
        Source.NOTE: "file-pen",
        Source.DRAFT: "pencil",
    }[source]


def status_words(hit: Hit) -> str:
    """The state of an exchange that no longer waits."""
    if hit.status == "closed":
        return translate("Search", "closed")
    return translate("Search", "answered")


def field_words(field: Field) -> str:
    """What a field is for, in a few words."""
    return {
        Field.MOTIF: translate("Search", "classified under a motif"),
        Field.SUJET: translate("Search", "classified under a sujet"),
        Field.THEME: translate("Search", "classified under a thème"),
        Field.FROM: translate("Search", "name of the adherent"),
        Field.DUE: translate("Search", "time left: <2h, >1j, dépassée"),
        Field.STATUS: translate("Search", "ouvert, répondu or clos"),
        Field.REVIEW: translate("Search", "reply in review: demandée, renvoyée or à-faire"),
        Field.BEFORE: translate("Search", "written before a day: hier, lundi, 12/11"),
        Field.AFTER: translate("Search", "written from a day on"),
        Field.AGENT: translate("Search", "moi, or the name of a colleague"),
        Field.REFERENCE: translate("Search", "reference of the exchange"),
    }[field]
