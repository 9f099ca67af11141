"""Whether the promise was kept: figures of a period, with their definitions."""

from datetime import datetime
from typing import Literal

import msgspec

ProofBy = Literal["day", "week", "month", "theme", "team", "site"]


class ProofRow(msgspec.Struct, frozen=True):
    """The figures of one part, or of the whole."""

    key: str
    """A day (``2026-11-20``), a week's Monday, a month (``2026-11``), a code; empty: no site, or
    the whole."""
    label: str
    judged: int
    kept: int
    kept_permille: int | None
    """None when nothing was judged."""
    median_seconds: int | None
    p90_seconds: int | None


class Definition(msgspec.Struct, frozen=True):
    """What a figure, or a column of the export, means."""

    term: str
    meaning: str


class Proof(msgspec.Struct, frozen=True):
    """``GET /supervision/proof?from=&to=&by=``; the rows behind it as a file:
    ``GET /supervision/proof/export?from=&to=&format=csv|xlsx|ods``.
    """

    since: datetime
    until: datetime
    """Exclusive."""
    by: ProofBy
    total: ProofRow
    rows: list[ProofRow]
    definitions: list[Definition]
