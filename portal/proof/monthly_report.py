"""The monthly report of a caisse as an accessible PDF (PDF/UA), from a Jinja2 template."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.accessible_pdf import BOLD, REGULAR, font_source, write_pdf
from portal.catalogue.models import Caisse
from portal.proof.definitions import DEFINITIONS
from portal.proof.measuring import By, Measure, Part, prove
from portal.proof.months import Month

MONTHS = 12
NO_BREAK = "\u202f"

TERMS = {
    "judged": "Jugés",
    "kept": "À temps",
    "kept_permille": "Tenue",
    "delay_seconds": "Délai",
    "median_seconds": "Médiane",
    "p90_seconds": "Neuf sur dix en",
    "due_at": "Échéance",
}
IN_PERCENT = {
    "kept_permille": "Messages répondus à temps pour cent jugés, arrondis au dixième inférieur.",
}
"""What the exports give for a thousand."""


def report_of(caisse: Caisse, month: Month, now: datetime) -> bytes:
    """Write the report of a month as a PDF.

    Raises:
        PdfImpossible: the libraries that lay text out are not there.
    """
    return write_pdf(report_html(caisse, month, now))


def report_html(caisse: Caisse, month: Month, now: datetime) -> str:
    """The same as a page."""
    with translation.override("fr"):
        since, until = month.bounds(caisse)
        first, _ = month.back(MONTHS - 1).bounds(caisse)
        whole = prove(caisse, since, until, By.WEEK, now)
        months = prove(caisse, first, until, By.MONTH, now).parts
        found = {by: prove(caisse, since, until, by, now).parts for by in _BY}
        template = _environment().get_template("monthly.html")
        return template.render(
            regular=font_source(REGULAR),
            bold=font_source(BOLD),
            caisse=caisse.name,
            month=month.words,
            made=date_format(now.astimezone(ZoneInfo(caisse.timezone)), "j F Y"),
            total=_line("", whole.total),
            chart=_chart(month, months),
            months=[_line(_month_words(part.key), part.measure) for part in months],
            weeks=[_line(_day_words(part.key), part.measure) for part in whole.parts],
            themes=_lines(found[By.THEME]),
            teams=_lines(found[By.TEAM]),
            sites=_lines(found[By.SITE]),
            definitions=[
                {"term": TERMS[term], "meaning": IN_PERCENT.get(term, str(meaning))}
                for term, meaning in DEFINITIONS
            ],
        )


_BY = (By.THEME, By.TEAM, By.SITE)


def percent(permille: int | None) -> str:
    """« 97,6 % », rounded down: all is never said of less."""
    if permille is None:
        return "–"
    return f"{permille // 10},{permille % 10}{NO_BREAK}%"


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(settings.RESOURCES / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
    )


def _lines(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [_line(part.label or "Sans site", part.measure) for part in parts]


def _line(label: str, measure: Measure) -> dict[str, Any]:
    return {
        "label": label,
        "percent": percent(measure.kept_permille),
        "kept": measure.kept,
        "judged": measure.judged,
        "median": _delay(measure.quantile(50)),
        "p90": _delay(measure.quantile(90)),
    }


def _delay(seconds: int | None) -> str:
    if seconds is None:
        return "–"
    return f"{seconds // 3600}{NO_BREAK}h{NO_BREAK}{seconds // 60 % 60:02}"


def _month_words(key: str) -> str:
    return Month.read(key).words


def _day_words(key: str) -> str:
    return date_format(date.fromisoformat(key), "j F Y")


def _chart(last: Month, parts: Sequence[Part]) -> dict[str, str] | None:
    """Twelve months as a line, broken where nothing was judged: a picture of its own with its text
    alternative; None of less than two months.
    """
    found = {part.key: part.measure.kept_permille for part in parts}
    months = [last.back(n) for n in reversed(range(MONTHS))]
    values = [(month, found.get(str(month))) for month in months]
    judged = [(month, value) for month, value in values if value is not None]
    if len(judged) < 2:
        return None
    width, height, left, top, foot = 720, 190, 52, 12, 26
    floor = min(min(value for _, value in judged) // 100 * 100, 900)
    step = (width - left - 30) / (len(values) - 1)

    def y_of(value: int) -> float:
        return top + (height - top - foot) * (1000 - value) / (1000 - floor)

    drawn = []
    for value in (floor, (floor + 1000) // 2, 1000):
        y = y_of(value)
        drawn.append(f'<line x1="{left}" x2="{width}" y1="{y}" y2="{y}" stroke="#cfd6da"/>')
        drawn.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{value / 10:g} %</text>')
    points = [
        (left + 15 + step * n, None if value is None else y_of(value))
        for n, (_, value) in enumerate(values)
    ]
    drawn += [
        f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}" stroke="#0d6b5e" stroke-width="2.5"/>'
        for (a, b), (c, d) in pairwise(points)
        if b is not None and d is not None
    ]
    for (x, of_month), month in zip(points, months, strict=True):
        if of_month is not None:
            drawn.append(f'<circle cx="{x}" cy="{of_month}" r="4" fill="#0d6b5e"/>')
        drawn.append(
            f'<text x="{x}" y="{height - 6}" text-anchor="middle">'
            f"{month.number:02}/{month.year % 100:02}</text>"
        )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="Inter, sans-serif" font-size="12" fill="#4a5560">{"".join(drawn)}</svg>'
    )
    told = " ; ".join(f"{month.words} : {percent(value)}" for month, value in judged)
    source = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
    return {"alternative": f"Promesse tenue. {told}.", "source": source}
