"""The change feed and the snapshot that comes before it."""

from datetime import datetime

import msgspec

from desk.wire.appointments import Appointment
from desk.wire.exchange import Thread


class Change(msgspec.Struct, frozen=True):
    """One number of the caisse's ordered sequence."""

    seq: int
    thread_id: int | None
    """None: the change is of a request for an appointment."""
    event: str
    at: datetime
    appointment_id: int | None = None


class ChangesPage(msgspec.Struct, frozen=True):
    """Answer of ``GET /changes?since=N&limit=L&wait=S``.

    `changes` holds every number of ``(since, cursor]`` exactly once, in order. `threads` holds
    the present state of each thread named by them, once; one that no longer exists is in
    `deleted_thread_ids` instead; so are requests for appointments. `feed` names the feed that the
    cursor belongs to: a portal that was restored from a backup has another one. `me_mark` differs
    from page to page when ``GET /me`` would answer otherwise; empty while `more` follows, and from
    an older portal.
    """

    cursor: int
    more: bool
    changes: list[Change]
    threads: list[Thread]
    deleted_thread_ids: list[int]
    feed: str = ""
    me_mark: str = ""
    appointments: list[Appointment] = []
    deleted_appointment_ids: list[int] = []


class SnapshotPage(msgspec.Struct, frozen=True):
    """Answer of ``GET /snapshot?after=ID&limit=L``: threads in the order of their ids.

    `cursor` is the feed's number when the page was read: keep that of the *first* page and follow
    the changes from there. `next_after` is None on the last page. A page of another `feed` than the
    first one's belongs to another database: begin again. `appointments`: the open requests of the
    caisse, on the first page alone.
    """

    cursor: int
    next_after: int | None
    threads: list[Thread]
    feed: str = ""
    appointments: list[Appointment] = []
