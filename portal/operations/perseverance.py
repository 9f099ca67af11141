"""A worker's thread that no surprise ends: nobody would notice before somebody restarts it."""

import logging
from collections.abc import Callable
from threading import Event

from django.db import OperationalError, close_old_connections, connection

logger = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0
"""What failed for an hour may work again when its cause is mended, without anybody's help."""


def keep_at(
    step: Callable[[], float],
    stopping: Event,
    name: str,
    *,
    wait: Callable[[float], bool] | None = None,
) -> None:
    """Do `step` over and over until `stopping` is set.

    A database that is away is waited for as long as `step` waits at first. Any other failure is
    logged by its kind and places (`portal.operations.logs`: never by its words, which may quote a
    person) and tried again after a wait that doubles with each failure in a row.

    Args:
        step: does the work and returns how many seconds to wait before the next time.
        name: of the work, for the log.
        wait: waits so many seconds, or until `stopping` is set.
    """
    pause = wait or stopping.wait
    failures = 0
    try:
        while not stopping.is_set():
            try:
                seconds = step()
                failures = 0
            except OperationalError as error:
                # It restarts or is out of reach: what was due is still due when it is back.
                logger.warning("%s: the database does not answer (%s)", name, type(error).__name__)
                seconds = FIRST_WAIT_SECONDS
            except Exception:
                failures += 1
                seconds = wait_after(failures)
                logger.exception("%s failed, and goes on in %.0f s", name, seconds)
            finally:
                close_old_connections()
            pause(seconds)
    finally:
        connection.close()


def wait_after(failures: int) -> float:
    """Return for how many seconds to wait after so many failures in a row."""
    return min(FIRST_WAIT_SECONDS * 2.0 ** min(failures - 1, 20), LONGEST_WAIT_SECONDS)
