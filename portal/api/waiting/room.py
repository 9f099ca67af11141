"""Where clients wait: one look for all of them, over and over."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from portal.api.waiting.look import Asked, Outcome, Stay, Verdict, close_connection
from portal.api.waiting.request import WaitingRequest

logger = logging.getLogger(__name__)

INTERVAL_SECONDS = 0.15
"""Between two looks, at least: one that costs much is followed by a longer pause."""
REST = 5
"""A pause lasts at least so many times what the look before it took of a processor: where there is
much to do, more of them are answered at a time, not more often."""
LONGEST_PAUSE_SECONDS = 0.6

Look = Callable[[Sequence[Asked]], list[Outcome]]


@dataclass(eq=False)
class Seat:
    """Somebody who waits until `ends` (the loop's time) for what comes after their cursor."""

    request: WaitingRequest
    ends: float
    outcome: "asyncio.Future[Verdict | bytes]"
    """The body of the answer, or why there is none."""
    caisse: str = ""
    """Whose feed they have seen whole; empty until a look has let them in."""

    def settle(self, outcome: Verdict | bytes) -> None:
        """Let them go on, unless something else did before."""
        if not self.outcome.done():
            self.outcome.set_result(outcome)


class Room:
    """The seats of one event loop.

    Looks only while somebody waits, on one thread of its own, whose connection is closed when the
    last one has gone. A seat holds no thread and no connection.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._seats: set[Seat] = set()
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def __len__(self) -> int:
        return sum(1 for seat in self._seats if seat.caisse)

    def enter(self, seat: Seat) -> None:
        """Begin to look for `seat`; `leave` must follow. After `close` Django answers at once."""
        if self._closed:
            seat.settle(Verdict.ASK_DJANGO)
            return
        self._seats.add(seat)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._watch())

    def leave(self, seat: Seat) -> None:
        """Look for `seat` no longer."""
        self._seats.discard(seat)

    def close(self) -> None:
        """Let everybody go on, now and from now on: the server is going down."""
        self._closed = True
        for seat in self._seats:
            seat.settle(Verdict.ASK_DJANGO)

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="feed-watcher") as thread:
            try:
                while self._seats and not self._closed:
                    begun = loop.time()
                    seats = [seat for seat in self._seats if not seat.outcome.done()]
                    asked = [Asked(seat.request, seat.caisse, seat.ends <= begun) for seat in seats]
                    try:
                        outcomes, spent = await loop.run_in_executor(thread, self._measured, asked)
                    except Exception:
                        # Whatever it is, nobody waits for nothing: Django meets it, and says so.
                        logger.exception("those who wait could not be answered")
                        outcomes, spent = [Verdict.ASK_DJANGO] * len(seats), 0.0
                    for seat, outcome in zip(seats, outcomes, strict=True):
                        if isinstance(outcome, Stay):
                            seat.caisse = outcome.caisse
                        else:
                            seat.settle(outcome if isinstance(outcome, Verdict) else outcome.body)
                    pause = max(INTERVAL_SECONDS, REST * spent)
                    await asyncio.sleep(min(pause, LONGEST_PAUSE_SECONDS))
            finally:
                # Without a pause after the last look: whoever enters now starts another task.
                self._task = None
            await loop.run_in_executor(thread, close_connection)

    def _measured(self, asked: Sequence[Asked]) -> tuple[list[Outcome], float]:
        """On the room's thread: a look, and the seconds of processor that it took."""
        begun = time.thread_time()
        outcomes = self._look(asked)
        return outcomes, time.thread_time() - begun
