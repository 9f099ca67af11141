"""The change feed and the snapshot that comes before it."""

from datetime import datetime

from ninja import Schema
from pydantic import Field

from portal.api.schemas.appointments import Appointment
from portal.api.schemas.exchange import Thread


class Change(Schema):
    """One number of the caisse's ordered sequence."""

    seq: int
    thread_id: int | None = Field(description="Null: it is of a request for an appointment")
    appointment_id: int | None = Field(None, description="The request that changed")
    event: str
    at: datetime


class ChangesPage(Schema):
    """What changed since a cursor.

    `changes` holds every number of ``(since, cursor]`` exactly once, in order. `threads` holds the
    present state of each thread named by them, once; one that no longer exists is in
    `deleted_thread_ids` instead. So are requests for appointments in `appointments` and
    `deleted_appointment_ids`.

    `feed` names the feed that the cursor belongs to; a portal that was restored from a backup has
    another one, and answers 410 to cursors of the former.

    `me_mark` differs from page to page when ``GET /me`` would answer otherwise: ask it again then.
    Empty while `more` follows.
    """

    feed: str = ""
    me_mark: str = ""
    cursor: int
    more: bool
    changes: list[Change]
    threads: list[Thread]
    deleted_thread_ids: list[int]
    appointments: list[Appointment] = Field(default_factory=list)
    deleted_appointment_ids: list[int] = Field(default_factory=list)


class SnapshotPage(Schema):
    """Threads in the order of their ids.

    `cursor` is the feed's number when the page was read: keep that of the first page and follow
    the changes from there. `next_after` is null on the last page. A page of another `feed` than the
    first one's belongs to another database: begin again. `appointments` is on the first page alone:
    the open requests of the caisse, as ``GET /appointments`` has them.
    """

    feed: str = ""
    cursor: int
    next_after: int | None
    threads: list[Thread]
    appointments: list[Appointment] = Field(default_factory=list)
