"""A caisse's own words, where it has some, for what is sent now."""

import logging
import re
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError

from portal.catalogue.models import Caisse
from portal.notifications.rendering import RenderedMail, render_mail
from portal.notifications.sms.gsm import on_one_line
from portal.wording.checking import environment
from portal.wording.editing import newest
from portal.wording.models import WordingVersion
from portal.wording.names import LINK, LINK_WORDS, Facts, values_of
from portal.wording.own import own_words

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Part:
    words: str
    is_link: bool


def own_mail(code: str, facts: Facts, values: dict[str, Any]) -> RenderedMail | None:
    """Render the e-mail in the caisse's words; None where the portal's own are to be used.

    Args:
        values: what the frame of the e-mail needs: salutation, procuration, link.
    """
    found = _in_force(facts.caisse, code)
    if found is None:
        return None
    subject, body = _said(found, found.subject, facts), _said(found, found.body, facts)
    if subject is None or body is None:
        return None
    blocks = [block.splitlines() for block in body.split("\n\n") if block.strip()]
    own = {
        "subject": subject,
        "body": body.replace(LINK, f"{LINK_WORDS} : {values['messages_url']}"),
        "paragraphs": [[_parts(line) for line in block] for block in blocks],
    }
    return render_mail("own_words", {**values, **own}, facts.caisse.timezone)


def sms_words(code: str, facts: Facts) -> str:
    """Render an SMS in the caisse's words, or in the portal's own, in the GSM alphabet."""
    found = _in_force(facts.caisse, code)
    text = None if found is None else _said(found, found.body, facts)
    if text is None:
        text = environment().from_string(own_words(code)[1]).render(values_of(facts))
    return on_one_line(text)


def code_sms(caisse: Caisse, digits: str, minutes: int) -> str:
    """Render the SMS that carries a code; a caisse does not change it."""
    values = {"caisse": {"nom": caisse.name}, "code": digits, "minutes": minutes}
    return on_one_line(environment().from_string(own_words("sms-code")[1]).render(values))


def _in_force(caisse: Caisse, code: str) -> WordingVersion | None:
    found = newest(caisse, code)
    return None if found is None or found.withdrawn else found


def _said(version: WordingVersion, source: str, facts: Facts) -> str | None:
    try:
        said = environment().from_string(source).render(values_of(facts))
        # What is empty, such as a classification that is not shown, leaves no gap.
        return re.sub(r"\n\s*\n+", "\n\n", said.strip())
    except (TemplateError, RecursionError) as error:
        # It was checked when it was saved. Nobody loses their accusé by it all the same.
        logger.error("the text %s of %s fails (%s)", version, version.caisse_id, type(error))
        return None


def _parts(line: str) -> list[_Part]:
    parts: list[_Part] = []
    for index, words in enumerate(line.split(LINK)):
        if index:
            parts.append(_Part(LINK_WORDS, is_link=True))
        if words:
            parts.append(_Part(words, is_link=False))
    return parts
