"""What an adherent and the caisse have written to each other."""

import msgspec

from desk.wire.exchange import Thread


class AdherentExchanges(msgspec.Struct, frozen=True):
    """The adherent's exchanges with the agent's caisse: the 50 newest of the last 36 months."""

    threads: list[Thread]
    """Newest first."""
