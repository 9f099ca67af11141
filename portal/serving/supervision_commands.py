"""The commands of supervision: the forecast, the monthly report."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import django

from portal.serving.data_commands import NotDone

if TYPE_CHECKING:
    from portal.catalogue.models import Caisse


def forecast(options: argparse.Namespace) -> int:
    """Print the forecast of a caisse as JSON, as the API gives it."""
    django.setup()
    from pydantic_core import to_json

    from portal.api.forecast_shape import forecast_shape
    from portal.api.schemas.forecast import DAYS_MAX
    from portal.deadlines.engine import FramesError, read_frames
    from portal.forecast.engine import ChangeRefused, ExtraOpening, Move
    from portal.forecast.making import make

    caisse = _caisse(options.caisse)
    if not 1 <= options.days <= DAYS_MAX or options.runs < 1:
        raise NotDone(f"--days goes from 1 to {DAYS_MAX}, --runs from 1")
    moves = []
    for text in options.move:
        try:
            agents, before, after = text.split(":")
            moves.append(Move(int(agents), before, after))
        except ValueError as error:
            raise NotDone(f"--move {text!r}: expected 2:from-team:to-team") from error
    openings = []
    for text in options.open:
        day, _, frames = text.partition(" ")
        try:
            openings.append(ExtraOpening(date.fromisoformat(day), read_frames(frames)))
        except (ValueError, FramesError) as error:
            raise NotDone(f"--open {text!r}: {error}") from error
    try:
        made = make(
            caisse,
            datetime.now(UTC),
            days=options.days,
            seed=options.seed,
            runs=options.runs,
            moves=moves,
            openings=openings,
        )
    except ChangeRefused as error:
        raise NotDone(str(error)) from error
    sys.stdout.write(to_json(forecast_shape(made, caisse.timezone), indent=2).decode() + "\n")
    return 0


def monthly_report(options: argparse.Namespace) -> int:
    """Write the report of a month as a PDF. Nothing is sent, and nothing kept."""
    django.setup()
    from portal.accessible_pdf import PdfImpossible
    from portal.proof.monthly_report import report_of
    from portal.proof.months import Month, last_month

    caisse = _caisse(options.caisse)
    now = datetime.now(UTC)
    try:
        month = Month.read(options.month) if options.month else last_month(caisse, now)
        content = report_of(caisse, month, now)
    except (ValueError, PdfImpossible) as error:
        raise NotDone(str(error)) from error
    file = Path(options.output or f"promesse-{caisse.pk}-{month}.pdf")
    try:
        file.write_bytes(content)
    except OSError as error:
        raise NotDone(f"{file}: {error.strerror}") from error
    print(f"wrote {file}")
    return 0


def _caisse(code: str) -> "Caisse":
    from portal.catalogue.models import Caisse

    found = Caisse.objects.filter(pk=code).first()
    if found is None:
        raise NotDone(f"there is no caisse {code}")
    return found
