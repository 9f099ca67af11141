"""When a failed hand-over is tried again, and when it is given up."""

import random
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class RetryPolicy:
    """Exponential back-off with a cap and jitter.

    The default tries for some two days, as long as the promise of an answer: 7 attempts within
    the first hour, then about one an hour.
    """

    first: timedelta = timedelta(seconds=30)
    cap: timedelta = timedelta(hours=1)
    jitter: float = 0.2
    """A share by which each wait is lengthened or shortened, so that a server that comes back is
    not met by everything at once."""
    max_attempts: int = 54

    def wait_after(self, attempts: int) -> timedelta | None:
        """Return how long to wait after the given number of failed attempts; None: give up."""
        if attempts >= self.max_attempts:
            return None
        # Far below 1 << 20 every wait is the cap.
        wait = min(self.first * (1 << min(attempts - 1, 20)), self.cap)
        return wait * random.uniform(1 - self.jitter, 1 + self.jitter)
