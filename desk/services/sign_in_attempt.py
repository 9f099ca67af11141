"""A sign-in under way: a thread that waits for the agent's browser, and can be told to stop."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from desk.api_client import oauth, timeouts
from desk.api_client.errors import Aborted, PortalError
from desk.services.browser_sign_in import SignInFailed, code_of

T = TypeVar("T")


class SignInAttempt(Generic[T]):
    """One at a time. Ends, within five minutes, in what the sign-in brought or in a code."""

    def __init__(
        self, over: Callable[[T | str], None], report: Callable[[Exception], None]
    ) -> None:
        """`over` gets the result, or what `Session.failed` says of it; `report` an error that
        nobody foresaw. Both are called on the attempt's own thread.
        """
        self._over = over
        self._report = report
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def is_under_way(self) -> bool:
        """From `begin` to `ended`."""
        return self._thread is not None

    def begin(self, sign_in: Callable[[threading.Event], T]) -> None:
        """Run `sign_in` on a thread of its own; its event is set by `cancel`."""
        self._cancelled = cancelled = threading.Event()
        self._thread = threading.Thread(
            target=lambda: self._over(self._outcome(sign_in, cancelled)),
            name="sign-in",
            daemon=True,
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop waiting; ``cancelled`` follows."""
        self._cancelled.set()

    def ended(self) -> None:
        """Its end has been taken note of: another one may begin."""
        self._thread = None

    def close(self) -> None:
        """The application ends."""
        self._cancelled.set()
        thread = self._thread
        if thread is not None:
            thread.join(timeouts.ABORT)

    def _outcome(
        self, sign_in: Callable[[threading.Event], T], cancelled: threading.Event
    ) -> T | str:
        try:
            return sign_in(cancelled)
        except SignInFailed as error:
            return error.code
        except oauth.SignInRefused as error:
            return "refused" if error.code in ("state", "issuer") else error.code
        except PortalError as error:
            return "cancelled" if isinstance(error, Aborted) else code_of(error)
        except Exception as error:  # noqa: BLE001 - handed to the crash hook, and the wait is ended
            self._report(error)
            return "portal_error"
