"""When the desktop may tell an agent something: settings, and what is told once. No Qt."""

from enum import StrEnum

import msgspec

DAY_MINUTES = 24 * 60


class Notice(StrEnum):
    """What the desktop tells. Never whose message it is, nor what it says."""

    NEAR = "near"
    """A message that I hold has used nine tenths of its time."""
    LATE = "late"
    """Its time is over."""
    SENT_BACK = "sent_back"
    """A reply of mine was refused by the portal."""
    CONFLICT = "conflict"
    """The exchange changed before a reply of mine arrived."""
    TO_REVIEW = "to_review"
    """A colleague's reply waits for me to read it."""
    REVIEWED = "reviewed"
    """A reply of mine came back from its review."""


class NoticeRules(msgspec.Struct, frozen=True):
    """An agent's settings; they stay in the store of this PC."""

    wanted: bool = True
    quiet_from_min: int = 18 * 60
    """Minutes of the day in the caisse's zone; from there to `quiet_until_min`, over midnight when
    that is smaller, nothing is told. Equal bounds: there are no quiet hours."""
    quiet_until_min: int = 8 * 60

    def quiet_left_min(self, minute: int) -> int:
        """How long the quiet hours go on from this minute of the day; 0: they are not now."""
        start, end = self.quiet_from_min, self.quiet_until_min
        quiet = start <= minute < end if start <= end else minute >= start or minute < end
        return (end - minute) % DAY_MINUTES if quiet else 0


class NoticeLog:
    """What was told, and what waits for the end of the quiet hours.

    Example: quiet from 18:00 to 8:00. At 19:00 a message comes near its deadline: nothing is told.
    At 8:00 it is, unless it was answered. At 9:00 it is late: told. After that never again.
    """

    def __init__(self) -> None:
        self._told: set[tuple[Notice, int | str]] = set()
        self._waiting: dict[tuple[Notice, int | str], int] = {}

    @property
    def waits(self) -> bool:
        return bool(self._waiting)

    def is_new(self, notice: Notice, key: int | str, thread_id: int, *, quiet: bool) -> bool:
        """Whether to tell now. `key`: what it is about; the same again is never told twice."""
        if (notice, key) in self._told:
            return False
        self._told.add((notice, key))
        if quiet:
            self._waiting[notice, key] = thread_id
        return not quiet

    def settled(self, thread_id: int) -> None:
        """Nothing about this message needs telling any more."""
        self._waiting = {what: each for what, each in self._waiting.items() if each != thread_id}

    def take_waiting(self) -> dict[Notice, list[int]]:
        """The quiet hours are over: what is to be told, and about which messages, first come
        first.
        """
        waiting: dict[Notice, list[int]] = {}
        for (notice, _key), thread_id in self._waiting.items():
            waiting.setdefault(notice, []).append(thread_id)
        self._waiting.clear()
        return waiting
