"""What the sender asks of a gateway, whoever provides it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol


class SmsNotTaken(Exception):
    """The gateway did not take the SMS, or did not say so.

    Attributes:
        cause: a code without personal data, shown to agents in words.
        permanent: trying the same again cannot succeed.
        wait: the gateway's own word on when to come back (Retry-After, RFC 9110 10.2.3).
        concerns_all: it lies at the gateway or at our account, so the next SMS would fare alike.
    """

    def __init__(
        self,
        cause: str,
        *,
        permanent: bool = False,
        wait: timedelta | None = None,
        concerns_all: bool = False,
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.permanent = permanent
        self.wait = wait
        self.concerns_all = concerns_all


@dataclass(frozen=True)
class Fate:
    """What the network says of an SMS that the gateway took.

    Attributes:
        is_final: it will say nothing else.
        cause: why it did not reach the telephone, as a code; empty: it did, or is on its way.
    """

    is_final: bool
    cause: str = ""


class Gateway(Protocol):
    """One provider's API, for one batch."""

    def hand_over(self, *, to: str, text: str, reference: str) -> None:
        """Have an SMS sent.

        Args:
            to: E.164, with its +.
            reference: ours, of 20 characters at most, the same at each attempt.

        Raises:
            SmsNotTaken: it was not taken, or the answer never came or says nothing.
        """
        ...

    def has(self, reference: str) -> bool:
        """Say whether the gateway has sent an SMS under this reference.

        Raises:
            SmsNotTaken: it does not say.
        """
        ...

    def fate(self, reference: str) -> Fate:
        """Say what became of the SMS sent under this reference.

        Raises:
            SmsNotTaken: the gateway does not say.
        """
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
