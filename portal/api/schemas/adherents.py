"""What an adherent and the caisse have written to each other."""

from ninja import Schema
from pydantic import Field

from portal.api.schemas.exchange import Thread


class AdherentExchanges(Schema):
    """The adherent's exchanges with the agent's caisse: the 50 newest of the last 36 months."""

    threads: list[Thread] = Field(description="Newest first")
