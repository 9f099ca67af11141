"""« Rendez-vous »: agents see the caisse's requests and answer them, once, losing nothing typed."""

import pytest
from PySide6.QtCore import Qt, QTime
from pytestqt.qtbot import QtBot

from desk.demo.adherent import Adherent
from desk.models import appointments, meta
from desk.ui.appointments.window import AppointmentsWindow
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    RunningPortal,
    running_worker,
)
from tests.ui.conftest import StartDesk

ANSWERS = r"POST /api/v1/appointments/\d+/answers"


@pytest.fixture(scope="module")
def odile(portal: RunningPortal) -> Adherent:
    """At home, signed in."""
    visit = Adherent(portal.url)
    visit.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    return visit


def opened(desk: RunningDesk, reference: str) -> AppointmentsWindow:
    """The window, with this request chosen and the half-days of its place in the lists."""
    place = desk.window.workspace.appointments
    desk.window.actions_by_id["appointments"].trigger()
    window = place.current
    assert window is not None
    desk.until(lambda: _row(window, reference) >= 0, "the request is listed")
    window.choose(_row(window, reference))
    desk.until(lambda: window.form.half_days[0].count() > 5, "half-days are offered")
    return window


def _row(window: AppointmentsWindow, reference: str) -> int:
    found = [each.reference for each in window.model.requests]
    return found.index(reference) if reference in found else -1


def stored(desk: RunningDesk) -> str:
    """What the store holds of answers that were begun."""
    return desk.services.lanes.query_and_wait(meta.begun_answers) or ""


def said(window: AppointmentsWindow, words: str) -> bool:
    return words in window.outcome.text()


def test_a_request_is_confirmed_with_its_hour_and_the_adherent_reads_it(
    qtbot: QtBot, desk: RunningDesk, portal: RunningPortal, odile: Adherent
) -> None:
    reference = odile.ask_appointment("Je travaille le matin.", "03 22 00 00 00")
    window = opened(desk, reference)
    assert window.facts["words"].text() == "Je travaille le matin."
    assert window.facts["way"].text() == "By telephone: 03 22 00 00 00"
    wished = window.form.half_days[0].currentText()
    assert "(wish 1)" in wished
    window.form.precise.setChecked(True)
    window.form.hour.setTime(QTime(9, 30) if "morning" in wished else QTime(14, 30))
    qtbot.keyClicks(window.form.words, "Nous vous appelons.", delay=1)
    qtbot.keyClick(window.form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: said(window, f"Answered: {reference}"), "answered")
    desk.until(lambda: bool(window.facts["agreed"].text()), "agreed")
    told = window.facts["told"]
    desk.until(lambda: told.text() == "“Answer available” notice: to be sent", "owed")
    with running_worker(portal):
        desk.until(lambda: "notice: failed (" in told.text(), "no mail server is there")
    page = odile.appointment(reference)
    assert "Nous vous appelons." in page
    assert "confirmé" in page
    assert window.form.words.toPlainText() == "", "it has left"


def test_what_is_typed_outlives_refusals_the_portal_and_desk(
    start_desk: StartDesk, portal: RunningPortal, odile: Adherent
) -> None:
    kept, gone = odile.ask_appointment("Un"), odile.ask_appointment("Deux")
    keyring = MemoryKeyring()
    with FaultProxy(portal.url) as proxy:
        with start_desk(portal_url=proxy.url, keyring=keyring) as desk:
            desk.sign_in()
            window = opened(desk, kept)
            window.form.kinds.button(2).setChecked(True)
            assert window.form.problem.text() == "Say why."
            assert not window.form.send_button.isEnabled()
            window.form.words.setPlainText("Aucun agent n’est là.")
            proxy.fail(What.DROP_BEFORE, ANSWERS, times=1)
            window.form.send_button.click()
            desk.until(lambda: said(window, "what you typed is kept on this PC"), "offline")
            window.choose(_row(window, gone))
            assert window.form.words.toPlainText() == ""
            desk.until(lambda: "Aucun agent" in stored(desk), "on the disk by itself")
            odile.withdraw_appointment(gone)
            window.form.words.setPlainText("D’accord.")
            window.form.send_button.click()
            desk.until(lambda: said(window, "withdrawn it"), "settled")
            desk.until(lambda: _row(window, gone) < 0, "no longer listed")
            assert said(window, "withdrawn it"), "and still told"
        with start_desk(portal_url=proxy.url, keyring=keyring) as desk:
            desk.until(desk.has_messages, "signed in by itself")
            window = opened(desk, kept)
            assert window.form.kind == "refuse"
            assert window.form.words.toPlainText() == "Aucun agent n’est là."
            proxy.fail(What.DROP_AFTER, ANSWERS, times=1)
            window.form.send_button.click()
            desk.until(lambda: said(window, "what you typed is kept on this PC"), "no answer came")
            window.form.send_button.click()
            desk.until(lambda: said(window, f"Answered: {kept}"), "the same key, once")
            desk.until(lambda: _row(window, kept) < 0, "no longer open")
    assert "Aucun agent n’est là." in odile.appointment(kept)


def test_of_two_agents_the_second_is_told_and_keeps_their_text(
    start_desk: StartDesk, desk: RunningDesk, odile: Adherent
) -> None:
    reference = odile.ask_appointment("Trois")
    window = opened(desk, reference)
    desk.services.sync.stop()
    with start_desk("other", login="karim.exemple") as other:
        other.sign_in()
        theirs = opened(other, reference)
        theirs.form.kinds.button(1).setChecked(True)
        theirs.form.half_days[1].setCurrentIndex(5)
        theirs.form.send_button.click()
        other.until(lambda: said(theirs, f"Answered: {reference}"), "the first")
    assert window.facts["answer"].text() == "", "nothing is followed here"
    window.form.words.setPlainText("À bientôt.")
    window.form.send_button.click()
    desk.until(lambda: said(window, "has changed since you saw it"), "the second")
    desk.until(lambda: "proposed:" in window.facts["answer"].text(), "as it now is")
    assert window.form.words.toPlainText() == "À bientôt."
    assert "Karim" in window.facts["answer"].text()


def test_requests_come_by_the_feed_and_are_counted_without_the_window(
    start_desk: StartDesk, portal: RunningPortal, odile: Adherent
) -> None:
    with FaultProxy(portal.url) as proxy, start_desk("fed", portal_url=proxy.url) as desk:
        desk.sign_in()
        status, action = desk.window.status, desk.window.actions_by_id["appointments"]
        before = desk.services.lanes.query_and_wait(appointments.waiting)
        reference = odile.ask_appointment("Quatre")
        desk.until(lambda: f"({before + 1})" in action.text(), "counted in the menu")
        assert status.appointments.text().strip() == f"{before + 1} appointment(s) to answer"
        status.appointments.click()
        window = desk.window.workspace.appointments.current
        assert window is not None
        desk.until(lambda: _row(window, reference) >= 0, "listed")
        window.choose(_row(window, reference))
        window.form.words.setPlainText("Nous vous")
        odile.withdraw_appointment(reference)
        desk.until(lambda: said(window, "changed while you were writing"), "told")
        assert window.form.isHidden(), "nothing is to be answered any more"
        assert window.shown is not None
        assert window.shown.state == "withdrawn"
        window.refresh_button.click()
        desk.until(lambda: _row(window, reference) < 0, "no longer open")
        if before == 0:
            desk.until(lambda: not status.appointments.isVisible(), "nothing to answer")
        desk.until(lambda: f"({before + 1})" not in action.text(), "counted anew")
        window.close()
        another = odile.ask_appointment("Cinq")
        desk.until(lambda: f"({before + 1})" in action.text(), "another")
        proxy.fail(What.DROP_BEFORE, "GET /api/v1/appointments", times=9)
        action.trigger()
        window = desk.window.workspace.appointments.current
        assert window is not None
        desk.until(lambda: "this PC knows" in window.status.text(), "offline")
        assert _row(window, another) >= 0, "from the store"
