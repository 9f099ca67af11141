"""How long to wait before the next try."""

import random


class Backoff:
    """Doubles from `first_s` up to `cap_s`, each time a random half less: when a portal comes back,
    its agents do not all knock in the same second.
    """

    def __init__(self, first_s: float, cap_s: float) -> None:
        self._first_s = first_s
        self._cap_s = cap_s
        self._failures = 0

    def failed(self) -> float:
        """Count a failure; how long to wait now, in seconds."""
        self._failures += 1
        return self.delay(self._failures)

    def succeeded(self) -> None:
        """Begin again from `first_s`."""
        self._failures = 0

    def delay(self, failures: int) -> float:
        """The wait after this many failures in a row, in seconds."""
        longest = min(self._cap_s, self._first_s * 2.0 ** min(failures - 1, 30))
        return longest * random.uniform(0.5, 1.0)
