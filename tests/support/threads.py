"""Runs a function on several threads that start together, and gives back what each one got."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.support.databases import close_connection

Result = TypeVar("Result")

DEADLINE_S = 60


def all_at_once(calls: Sequence[Callable[[], Result]]) -> list[Result | Exception]:
    """Return each call's result, or the exception it ended with, in the order of the calls.

    Raises:
        TimeoutError: one of them did not end.
    """
    results: list[Result | Exception] = [RuntimeError("did not run")] * len(calls)
    gate = threading.Barrier(len(calls))

    def run(place: int, call: Callable[[], Result]) -> None:
        gate.wait(DEADLINE_S)
        try:
            results[place] = call()
        except Exception as error:  # noqa: BLE001 - handed to the test, which judges it
            results[place] = error
        finally:
            close_connection()

    threads = [
        threading.Thread(target=run, args=(place, call), daemon=True)
        for place, call in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(DEADLINE_S)
        if thread.is_alive():
            raise TimeoutError("a thread did not end")
    return results
