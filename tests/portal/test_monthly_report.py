"""The month's report: what it holds, sent once whatever restarts, and what of it is public."""

import io
import threading
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pikepdf
import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from portal.messaging.models import Thread
from portal.notifications.relay import Relay
from portal.proof.monthly_report import report_html, report_of
from portal.proof.months import Month, last_month
from portal.proof.public_figure import FEWEST, public_figures
from portal.proof.sending import send_due_reports
from portal.supervision.models import MonthlyReport, ReportMail
from tests.support.api_world import World, build_world
from tests.support.databases import close_connection

OCTOBER = Month(2026, 10)
FIRST = datetime(2026, 11, 1, 5, 59, tzinfo=UTC)  # a minute to seven in Paris


def judged(world: World, kept: int, late: int) -> None:
    """Messages that fell due in October."""
    pattern = world.send()
    due = datetime(2026, 10, 15, 9, tzinfo=UTC)
    rows = []
    for n in range(kept + late):
        pattern.pk = None
        pattern.reference = f"MSG-OCT-{n}"
        pattern.submission_key = uuid4()
        pattern.status = "answered"
        pattern.sent_at, pattern.due_at = due - timedelta(hours=48), due
        pattern.answered_at = due + timedelta(hours=-1 if n < kept else 1)
        rows.append(Thread(**{f.attname: getattr(pattern, f.attname) for f in Thread._meta.fields}))
    Thread.objects.bulk_create(rows)


def with_addresses(world: World) -> None:
    world.sylvie.user.email = "sylvie@exemple-msa.test"
    world.sylvie.user.save()
    world.claire.user.email = "claire@exemple-msa.test"  # no supervisor
    world.claire.user.save()


def test_months_go_round_the_year():
    assert str(Month(2026, 1).back(1)) == "2025-12"
    assert Month.read("2026-12").back(-1) == Month(2027, 1)
    for wrong in ("2026-13", "26-10", "2026-1"):
        with pytest.raises(ValueError, match="no month"):
            Month.read(wrong)


@pytest.mark.django_db
def test_the_report_is_an_accessible_document_that_names_nobody():
    world = build_world()
    judged(world, 45, 5)
    now = datetime(2026, 11, 2, tzinfo=UTC)
    page = report_html(world.sylvie.caisse, OCTOBER, now)
    assert "90,0" in page
    assert "octobre 2026" in page
    for secret in ("Claire", "Sylvie", "Exemple", world.adherent.nir):
        assert secret not in page
    with pikepdf.open(io.BytesIO(report_of(world.sylvie.caisse, OCTOBER, now))) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).startswith("fr")
        assert "/StructTreeRoot" in root
        with pdf.open_metadata() as metadata:
            assert str(metadata["pdfuaid:part"]) == "1"
        assert len(pdf.pages) >= 1


def test_it_is_sent_once_with_its_pdf_however_many_workers_there_are(database, mail_server):
    world = build_world()
    with_addresses(world)
    judged(world, 45, 5)
    assert last_month(world.sylvie.caisse, FIRST) == OCTOBER
    assert send_due_reports(FIRST) == 0, "not before seven"
    later = FIRST + timedelta(minutes=2)
    made = []

    def work() -> None:
        try:
            made.append(send_due_reports(later))
        finally:
            close_connection()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(made) == [0, 1]
    assert send_due_reports(later + timedelta(days=3)) == 0, "nor again"
    report = MonthlyReport.objects.get()
    assert (report.caisse_id, report.month, report.judged, report.kept) == (
        "picardie", "2026-10", 50, 45,
    )  # fmt: skip
    mail = ReportMail.objects.get().email
    assert mail.to == ["sylvie@exemple-msa.test"]
    Email.objects.exclude(pk=mail.pk).delete()
    Email.objects.update(scheduled_time=timezone.now())
    relay = Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5))
    assert relay.run_once() == 1
    (sent,) = mail_server.sent_to("sylvie@exemple-msa.test")
    (attachment,) = sent.iter_attachments()
    assert attachment.get_filename() == "promesse-picardie-2026-10.pdf"
    assert attachment.get_content() == bytes(report.content)
    assert "90,0" in sent.get_body(("plain",)).get_content()


@pytest.mark.django_db
def test_what_is_public_is_the_last_month_and_nothing_of_a_few():
    world = build_world()
    caisse = world.sylvie.caisse
    now = timezone.now()
    month = str(last_month(caisse, now))
    row = {"caisse": caisse, "made_at": now, "content": b"%PDF"}
    few = MonthlyReport.objects.create(month=month, judged=FEWEST - 1, kept=1, **row)
    (shown,) = public_figures([caisse], now)
    assert (shown.permille, shown.judged) == (None, None)
    page = Client().get("/engagements/").content.decode()
    assert "non publié" in page
    few.judged, few.kept = 2000, 1999
    few.save()
    MonthlyReport.objects.create(month="2020-01", judged=100, kept=3, **row)
    (shown,) = public_figures([caisse], now)
    assert shown.percent == 99.9
    page = Client().get("/engagements/").content.decode()
    assert "99,9" in page
    assert "2000" in page.replace("\u202f", "").replace("\xa0", "")
    assert "100,0" not in page
