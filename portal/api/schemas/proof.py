"""Whether the promise was kept: figures of a period, with their definitions."""

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

ProofBy = Literal["day", "week", "month", "theme", "team", "site"]


class ProofRow(Schema):
    """The figures of one part, or of the whole."""

    key: str = Field(
        description=(
            "A day (« 2026-11-20 »), a week's Monday, a month (« 2026-11 »), a code; empty: no "
            "site, or the whole"
        )
    )
    label: str
    judged: int
    kept: int
    kept_permille: int | None = Field(description="Null when nothing was judged")
    median_seconds: int | None
    p90_seconds: int | None


class Definition(Schema):
    """What a figure, or a column of the export, means."""

    term: str
    meaning: str


class Proof(Schema):
    """The figures of a period, whole and in parts."""

    since: datetime
    until: datetime = Field(description="Exclusive")
    by: ProofBy
    total: ProofRow
    rows: list[ProofRow]
    definitions: list[Definition]
