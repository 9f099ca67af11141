"""Requests for appointments: kept by the feed, looked at with the portal, answered with it alone.

An answer takes a half-day of an agent's that others may take meanwhile, so it does not wait in the
outbox: it leaves while the agent looks on, or stays as it was typed, on the disk, until it does.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import uuid4

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.appointments import AppointmentsApi
from desk.api_client.errors import Offline, PortalError, Refused
from desk.models import appointments, meta
from desk.models.snapshots import StoreChange
from desk.services.lanes import Lanes
from desk.wire.appointments import AnswerKind

T = TypeVar("T")

SAVE_AFTER_MS = 400


class BegunAnswer(msgspec.Struct, frozen=True):
    """What is typed in an answer's form, whether or not it could leave."""

    kind: AnswerKind = "confirm"
    half_days: list[wire.HalfDay] = []
    """In the order of the form's lists."""
    hour: str | None = None
    words: str = ""


class NotDone(msgspec.Struct, frozen=True):
    """Why nothing came, or nothing was answered.

    `current`: the request as it now is, where that is why. `reached`: the portal answered at all.
    """

    code: str
    reached: bool
    current: wire.Appointment | None = None


Failed = Callable[[NotDone], None]
Listed = Callable[[list[wire.Appointment]], None]


class _Leaving(msgspec.Struct, frozen=True):
    request: wire.AppointmentAnswerRequest
    key: str


class Appointments(QObject):
    """Lists, half-days and answers.

    Guarantees: what is typed is on the disk within a second and goes with the answer that left, or
    by the agent's own hand; an answer whose outcome is not known is asked about under its key.
    """

    changed = Signal()
    """The store knows other requests, or more of them."""

    waiting_changed = Signal(int)
    """So many wait for an answer; 0 when nobody works here."""

    def __init__(self, lanes: Lanes, api: AppointmentsApi, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._api = api
        self._begun: dict[str, BegunAnswer] | None = None  # None: not read yet
        self._unsaved = False
        self._leaving: dict[int, _Leaving] = {}
        self._waiting = 0
        self._era = 0  # grows with each agent: answers to the former's questions are dropped
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        lanes.changed.connect(self._on_store)

    @Slot(object)
    def _on_store(self, change: StoreChange) -> None:
        if change.appointments or change.everything:
            self._lanes.query(appointments.waiting, self._of_now(self._count))
            self.changed.emit()

    def _count(self, waiting: int) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.waiting_changed.emit(waiting)

    def forget(self) -> None:
        """Nobody works here any more; what was typed is on the disk."""
        self.flush()
        self._era += 1
        self._begun = None
        self._leaving.clear()
        self._count(0)

    def look(self, today: date, done: Listed, failed: Failed) -> None:
        """The open requests: at once as the store has them, then as the portal does, which records
        that they were looked at. What was begun is at hand before they are shown.

        `today`: at the caisse.
        """

        def kept(found: list[wire.Appointment]) -> None:
            done(found)
            self._ask(self._api.open_requests, listed, failed)

        def listed(found: list[wire.Appointment]) -> None:
            self._lanes.write(_entering(found))
            done(found)

        self.kept(today, kept)

    def kept(self, today: date, done: Listed, also: int | None = None) -> None:
        """The open requests as the store has them; `also`: one that is among them even when it is
        open no more.
        """

        def read(found: tuple[list[wire.Appointment], dict[str, BegunAnswer]]) -> None:
            requests, begun = found
            self._begun = self._begun if self._begun is not None else begun
            done(requests)

        self._lanes.query(
            lambda conn: (appointments.listed(conn, today, also), _read(conn)),
            self._of_now(read),
        )

    def _of_now(self, told: Callable[[T], None]) -> Callable[[T], None]:
        """For the agent who works here now, nobody else."""
        era = self._era
        return lambda value: told(value) if era == self._era else None

    def half_days(
        self, appointment_id: int, done: Callable[[list[wire.HalfDay]], None], failed: Failed
    ) -> None:
        """When the place is open."""
        self._ask(lambda: self._api.half_days(appointment_id), done, failed)

    def begun(self, appointment_id: int) -> BegunAnswer | None:
        """What was typed for a request and has not left."""
        return None if self._begun is None else self._begun.get(str(appointment_id))

    def keep(self, appointment_id: int, begun: BegunAnswer | None) -> None:
        """It was typed; None: there is nothing to keep any more."""
        if self._begun is None:
            self._begun = {}
        if begun is None:
            self._begun.pop(str(appointment_id), None)
        else:
            self._begun[str(appointment_id)] = begun
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Write now what waits to be written."""
        if not self._unsaved or self._begun is None:
            return
        self._timer.stop()
        self._unsaved = False
        text = msgspec.json.encode(self._begun).decode()

        def write(conn: Connection) -> tuple[None, None]:
            meta.set_begun_answers(conn, text)
            return None, None

        self._lanes.write(write)

    def answer(
        self,
        seen: wire.Appointment,
        request: wire.AppointmentAnswerRequest,
        done: Callable[[wire.Appointment], None],
        failed: Failed,
    ) -> None:
        """Send it. The same answer again, after an outcome that is not known, has the same key."""
        leaving = self._leaving.get(seen.id)
        if leaving is None or leaving.request != request:
            leaving = self._leaving[seen.id] = _Leaving(request, str(uuid4()))
        sent = leaving

        def answered(now: wire.Appointment) -> None:
            self._leaving.pop(seen.id, None)
            self.keep(seen.id, None)
            self.flush()
            self._lanes.write(_entering([now]))
            done(now)

        self._ask(
            lambda: self._api.answer(seen.id, sent.request, sent.key, seen.version),
            answered,
            failed,
        )

    def _ask(self, job: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        era = self._era

        def told(value: T) -> None:
            if era == self._era:
                done(value)

        def refused(error: Exception) -> None:
            if not isinstance(error, PortalError):
                self._lanes.report(error)
            if era == self._era:
                failed(_not_done(error))

        self._lanes.http(job, told, refused)


def _entering(
    found: list[wire.Appointment],
) -> Callable[[Connection], tuple[None, StoreChange | None]]:
    def enter(conn: Connection) -> tuple[None, StoreChange | None]:
        changed = appointments.enter(conn, found)
        return None, StoreChange(origin="appointments", appointments=True) if changed else None

    return enter


def _not_done(error: Exception) -> NotDone:
    if isinstance(error, Refused):
        return NotDone(error.code, reached=True, current=error.problem.current_appointment)
    if isinstance(error, PortalError):
        return NotDone(error.code, reached=not isinstance(error, Offline))
    return NotDone("internal", reached=True)


def _read(conn: Connection) -> dict[str, BegunAnswer]:
    stored = meta.begun_answers(conn)
    if stored is None:
        return {}
    try:
        return msgspec.json.decode(stored, type=dict[str, BegunAnswer])
    except msgspec.MsgspecError:
        # Of another version of desk, which knew other answers.
        return {}
