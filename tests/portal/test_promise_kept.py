"""The proof judges what it says, and its export names nobody and runs nothing."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
import tablib
from django.core.cache import caches
from django.test import Client

from portal.audit.models import AuditEvent
from portal.messaging.models import Thread
from portal.proof.export import Format, render
from portal.proof.measuring import By, Measure, PeriodRefused, prove, rows
from tests.support.api_world import World, build_world, signed_in

pytestmark = pytest.mark.django_db

SINCE = datetime(2026, 10, 31, 23, 0, tzinfo=UTC)  # the month of November in Paris
UNTIL = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BUDGET = timedelta(hours=48)


@pytest.fixture
def world() -> World:
    caches["calls"].clear()
    return build_world()


def told(world: World, due: datetime, after: timedelta | None, status: str = "answered") -> Thread:
    """A message due at `due`, answered so long after it was sent, or not at all."""
    thread = world.send()
    sent = due - BUDGET
    Thread.objects.filter(pk=thread.pk).update(
        sent_at=sent,
        due_at=due,
        status=status,
        answered_at=None if after is None else sent + after,
    )
    return thread


@pytest.fixture
def month(world) -> World:
    day = timedelta(days=1)
    told(world, SINCE, timedelta(hours=1))  # the first instant
    told(world, SINCE + day, BUDGET)  # at the very due instant: kept
    told(world, SINCE + day, BUDGET + timedelta(microseconds=1))
    told(world, NOW - timedelta(hours=1), None, "open")  # never answered: broken
    told(world, NOW - timedelta(hours=1), None, "closed")  # not judged, as those that follow
    told(world, SINCE - timedelta(microseconds=1), timedelta(hours=1))
    told(world, NOW + timedelta(hours=1), timedelta(hours=1))
    told(world, NOW + timedelta(hours=1), None, "open")
    return world


def test_what_is_judged_and_what_is_kept(month):
    found = prove(month.sylvie.caisse, SINCE, UNTIL, By.DAY, NOW)
    assert (found.total.judged, found.total.kept, found.total.kept_permille) == (4, 2, 500)
    hour = 3600
    assert found.total.quantile(50) == 48 * hour
    assert found.total.quantile(90) == 48 * hour
    assert [(part.key, part.measure.judged) for part in found.parts] == [
        ("2026-11-01", 1),
        ("2026-11-02", 2),
        ("2026-11-20", 1),
    ]
    for by in By:
        parts = prove(month.sylvie.caisse, SINCE, UNTIL, by, NOW).parts
        assert sum(part.measure.judged for part in parts) == 4
        assert sum(part.measure.kept for part in parts) == 2
    assert prove(month.jean.caisse, SINCE, UNTIL, By.DAY, NOW).total.judged == 0


def test_periods_that_cannot_be(world):
    for until in (SINCE, SINCE + timedelta(days=401)):
        with pytest.raises(PeriodRefused):
            prove(world.sylvie.caisse, SINCE, until, By.DAY, NOW)


def test_quantiles_are_delays_that_were():
    measure = Measure(delays=[30, 10, 20, 40, 50, 60, 70, 80, 90, 100])
    assert (measure.quantile(50), measure.quantile(90)) == (50, 90)
    assert Measure().quantile(90) is None


@pytest.mark.parametrize("file_format", list(Format))
def test_the_export_holds_each_judged_message_and_no_name(month, file_format):
    judged = list(rows(month.sylvie.caisse, SINCE, UNTIL, NOW))
    assert [row.kept for row in judged] == [True, True, False, False]
    hostile = replace(judged[0], motif="=HYPERLINK(1)", site="@x")
    content = render([hostile, *judged[1:]], file_format)
    if file_format is Format.CSV:
        table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        read = [row["reference"] for row in table]
        assert (table[0]["motif"], table[0]["site"]) == ("'=HYPERLINK(1)", "'@x")
        whole = content.decode()
    elif file_format is Format.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = list(book["messages"].iter_rows())
        read = [row[0].value for row in cells[1:]]
        assert all(cell.data_type != "f" for row in cells for cell in row)
        assert book["definitions"].max_row > 5
        whole = str([[cell.value for cell in row] for row in cells])
    else:
        book = tablib.Databook().load(io.BytesIO(content), "ods")
        sheet = book.sheets()[0]
        read = sheet["reference"]
        assert sheet["motif"][0] == "'=HYPERLINK(1)"
        whole = sheet.export("csv")
    assert read == [row.reference for row in judged]
    adherent = month.adherent
    for secret in (adherent.nir, adherent.family_name, adherent.first_name, "attestation sera"):
        assert secret not in whole


def test_the_routes_judge_the_supervisors_own_caisse(month):
    period = {"from": SINCE.isoformat(), "to": UNTIL.isoformat()}
    shown = Client().get("/api/v1/supervision/proof", period, **signed_in(month.sylvie)).json()
    assert shown["rows"][0]["key"] == "2026-11"
    assert {each["term"] for each in shown["definitions"]} >= {"judged", "kept", "p90_seconds"}
    path = "/api/v1/supervision/proof/export"
    file = Client().get(path, {**period, "format": "ods"}, **signed_in(month.sylvie))
    assert file["Content-Type"] == "application/vnd.oasis.opendocument.spreadsheet"
    assert file["Content-Disposition"].startswith('attachment; filename="delais-picardie-')
    assert AuditEvent.objects.filter(action="proof.exported").count() == 1
    backwards = {"from": period["to"], "to": period["from"]}
    for address in ("/api/v1/supervision/proof", path):
        refused = Client().get(address, backwards, **signed_in(month.sylvie))
        assert refused.status_code == 422
