"""The promise as caisses publish it (« Services Publics+ », law C7): of the last whole month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from portal.catalogue.models import Caisse
from portal.proof.months import Month, last_month
from portal.supervision.models import MonthlyReport

FEWEST = 50
"""Under so many judged messages a share says little, and may tell of somebody."""


@dataclass(frozen=True)
class PublicFigure:
    """One caisse's. `permille` is None under `FEWEST`, or where no month was judged."""

    caisse: str
    month: Month
    permille: int | None
    judged: int | None
    made_at: datetime | None

    @property
    def percent(self) -> float | None:
        """In hundredths, one decimal, rounded down."""
        return None if self.permille is None else self.permille / 10


def public_figures(caisses: Iterable[Caisse], now: datetime) -> list[PublicFigure]:
    """Those of the monthly reports, so that what is public is what supervisors were sent."""
    months = {caisse: last_month(caisse, now) for caisse in caisses}
    reports = {
        (report.caisse_id, report.month): report
        for report in MonthlyReport.objects.filter(
            month__in={str(month) for month in months.values()}
        ).defer("content")
    }
    found = []
    for caisse, month in months.items():
        report = reports.get((caisse.pk, str(month)))
        enough = report is not None and report.judged >= FEWEST
        found.append(
            PublicFigure(
                caisse=caisse.name,
                month=month,
                permille=report.kept * 1000 // report.judged if report and enough else None,
                judged=report.judged if report and enough else None,
                made_at=report.made_at if report and enough else None,
            )
        )
    return found
