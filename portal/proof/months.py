"""Months of a caisse: their bounds, their names, and the last that is over."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.formats import date_format

from portal.catalogue.models import Caisse

_WRITTEN = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True, order=True)
class Month:
    """« 2026-10 »."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> "Month":
        """Read « 2026-10 ».

        Raises:
            ValueError: it is no month of this century.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"“{text}” is no month: write 2026-10")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    def back(self, months: int) -> "Month":
        """So many months before."""
        whole = self.year * 12 + self.number - 1 - months
        return Month(whole // 12, whole % 12 + 1)

    def bounds(self, caisse: Caisse) -> tuple[datetime, datetime]:
        """Its first local instant, and that of the next month."""
        zone = ZoneInfo(caisse.timezone)
        after = self.back(-1)
        return (
            datetime(self.year, self.number, 1, tzinfo=zone),
            datetime(after.year, after.number, 1, tzinfo=zone),
        )

    @property
    def words(self) -> str:
        """« octobre 2026 »."""
        with translation.override("fr"):
            return date_format(datetime(self.year, self.number, 1), "F Y")  # noqa: DTZ001 - a name


def last_month(caisse: Caisse, now: datetime) -> Month:
    """The last month that is over where the caisse is."""
    local = now.astimezone(ZoneInfo(caisse.timezone))
    return Month(local.year, local.month).back(1)
