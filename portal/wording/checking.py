"""Whether a caisse's words may be used: they name only what there is, and say what must be said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from portal.catalogue.models import Caisse
from portal.notifications.sms.gsm import Length, measured, on_one_line, rewritten
from portal.wording.models import WordingVersion, is_sms
from portal.wording.names import (
    CAISSE_OF_MAIL,
    CAISSE_OF_SMS,
    LINK,
    LINK_WORDS,
    Facts,
    names_of,
    names_of_subject,
    values_of,
)

LONGEST_SUBJECT: Final = 120
LONGEST_BODY: Final = 4_000
SMS_SEGMENTS: Final = 2

_SIMPLE: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr,
    nodes.If, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip
"""Words, names and conditions: nothing that computes, repeats or calls."""


class WordingRefused(Exception):
    """Words that cannot be used. `where` is ``subject`` or ``body``; the text says why."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(words)
        self.where = where


@dataclass(frozen=True)
class Shown:
    """A text with the facts of an invented exchange. `length` is an SMS's, None an e-mail's."""

    subject: str
    body: str
    length: Length | None


def environment() -> SandboxedEnvironment:
    """The sandbox in which these texts are rendered."""
    return SandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=False
    )


def checked(code: str, subject: str, body: str, caisse: Caisse) -> Shown:
    """Return a text as an invented adherent would read it.

    Raises:
        WordingRefused: it is no template, uses an unknown name, lacks what it must hold, or is too
            long.
    """
    attributes = CAISSE_OF_SMS if is_sms(code) else CAISSE_OF_MAIL
    _look_through("body", body, names_of(code), attributes)
    facts = _invented(caisse)
    text = _rendered("body", body, facts)
    # A caisse of which nothing is known: conditions take their other way.
    bare = Caisse(code=caisse.code, name=caisse.name, timezone=caisse.timezone)
    _rendered("body", body, Facts(bare, facts.reference, facts.sent_at, facts.team, ""))
    if is_sms(code):
        return Shown("", *_checked_sms(text, facts))
    _look_through("subject", subject, names_of_subject(), CAISSE_OF_MAIL)
    line = " ".join(_rendered("subject", subject, facts).split())
    if not line or len(line) > LONGEST_SUBJECT:
        raise WordingRefused("subject", _("The subject is empty, or too long."))
    if not text.strip() or len(text) > LONGEST_BODY:
        raise WordingRefused("body", _("The text is empty, or too long."))
    _require_all(code, text, facts)
    return Shown(line, text.strip().replace(LINK, LINK_WORDS), None)


def _look_through(
    where: str, source: str, names: frozenset[str], attributes: frozenset[str]
) -> None:
    if LINK in source:
        raise WordingRefused(where, _("This text holds a character that cannot be used."))
    try:
        tree = environment().parse(source)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        place = _("line {line}: ").format(line=line) if line else ""
        raise WordingRefused(where, f"{place}{error.message}") from error
    except RecursionError as error:
        raise WordingRefused(where, _("This text is too intricate.")) from error
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Getattr):
            is_caisse = isinstance(node.node, nodes.Name) and node.node.name == "caisse"
            if not is_caisse or node.attr not in attributes:
                raise WordingRefused(where, _unknown(node.attr))
        elif isinstance(node, nodes.Name):
            if node.name not in names:
                raise WordingRefused(where, _unknown(node.name))
        elif not isinstance(node, _SIMPLE):
            raise WordingRefused(
                where, _("Only names between double braces, and conditions, can be used.")
            )


def _unknown(name: str) -> str:
    return _("There is no “{name}” to be named here.").format(name=name)


def _rendered(where: str, source: str, facts: Facts) -> str:
    try:
        return environment().from_string(source).render(values_of(facts))
    except (TemplateError, RecursionError) as error:
        raise WordingRefused(where, str(error)) from error


def _invented(caisse: Caisse) -> Facts:
    whole = Caisse(
        code=caisse.code,
        name=caisse.name,
        timezone=caisse.timezone,
        address=caisse.address or "1 rue de l’Exemple, 00000 Exempleville",
        phone=caisse.phone or "03 00 00 00 00",
        email=caisse.email or "contact@exemple-msa.test",
    )
    return Facts(
        whole,
        reference="MSG-2017-000000",
        sent_at=datetime(2017, 5, 3, 8, 30, tzinfo=UTC),
        team="Service Exemple",
        classification="Thème : Santé\nSujet : Mes droits\nMotif : Mon attestation de droits",
    )


def _require_all(code: str, text: str, facts: Facts) -> None:
    """CRPA R112-11-1 for the accusé; R-NOT-02, R-NOT-06."""
    values = values_of(facts)
    required: list[tuple[str, Callable[[str], bool]]] = [
        ("{{ reference }}", lambda shown: facts.reference in shown),
        ("{{ lien }}", lambda shown: LINK in shown),
    ]
    if code == WordingVersion.Text.MAIL_ACKNOWLEDGEMENT:
        required += [
            ("{{ date_message }}", lambda shown: values["date_message"] in shown),
            ("{{ service }}", lambda shown: facts.team in shown),
            ("{{ caisse.adresse }}", lambda shown: facts.caisse.address in shown),
            ("{{ caisse.telephone }}", lambda shown: facts.caisse.phone in shown),
            (_("the promise « 48 h »"), lambda shown: "48" in shown),
        ]
    lacking = [name for name, is_in in required if not is_in(text)]
    if lacking:
        words = _("This text must hold: {names}.").format(names=", ".join(lacking))
        raise WordingRefused("body", words)


def _checked_sms(text: str, facts: Facts) -> tuple[str, Length]:
    line = on_one_line(text)
    if not line:
        raise WordingRefused("body", _("The text is empty, or too long."))
    if rewritten(facts.caisse.name) not in line:
        words = _("This text must hold: {names}.").format(names="{{ caisse.nom }}")
        raise WordingRefused("body", words)
    if "://" in line or "www." in line.lower():
        raise WordingRefused("body", _("An SMS holds no link: people are told not to follow them."))
    length = measured(line)
    if length.segments > SMS_SEGMENTS:
        words = _("This text would be sent and paid as {count} SMS; {most} at most.")
        raise WordingRefused("body", words.format(count=length.segments, most=SMS_SEGMENTS))
    return line, length
