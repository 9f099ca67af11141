"""The supervisor's calls of the API, typed."""

from datetime import datetime
from typing import TypeVar

import msgspec

from desk import wire
from desk.api_client.errors import PortalBroken
from desk.api_client.judging import Answer
from desk.api_client.portal import API
from desk.api_client.transport import Transport

T = TypeVar("T")

PAGE = 200
"""Messages of a drill-down asked for at once: as many as one batch takes."""


PROOF_MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""The kinds of file that the proof is exported as."""


class SupervisionApi:
    """``/supervision/…``. Every method raises `PortalError` families, nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def board(self) -> wire.Board:
        """The figures of the caisse now."""
        return _value(self._transport.call("GET", f"{API}/supervision/board", wire.Board))

    def threads(
        self,
        figure: str,
        by: str = "",
        key: str = "",
        due: tuple[datetime, datetime] | None = None,
        after: str = "",
    ) -> wire.ThreadsFound:
        """A page of the messages behind a figure, the first due first. `by` and `key`: of one
        group; `due`: from, and until before.
        """
        parameters: dict[str, str | int] = {"figure": figure, "limit": PAGE}
        if by:
            parameters |= {"by": by, "key": key}
        if due is not None:
            parameters |= {"due_from": due[0].isoformat(), "due_until": due[1].isoformat()}
        if after:
            parameters["after"] = after
        return _value(
            self._transport.call(
                "GET", f"{API}/supervision/threads", wire.ThreadsFound, parameters=parameters
            )
        )

    def team(self) -> wire.Team:
        """The agents of the caisse, by name."""
        return _value(self._transport.call("GET", f"{API}/supervision/agents", wire.Team))

    def set_absence(self, agent_id: int, until: datetime | None) -> wire.Team:
        """Say until when an agent is away (aware); None: back again. The team as it now is."""
        self._transport.call(
            "PUT",
            f"{API}/supervision/agents/{agent_id}/absence",
            msgspec.Raw,
            body=wire.AbsenceRequest(until),
        )
        return self.team()

    def share_out(self, request: wire.ShareOutRequest) -> wire.SharePlan:
        """Who would get what; nothing happens."""
        return _value(
            self._transport.call(
                "POST", f"{API}/supervision/share-out", wire.SharePlan, body=request
            )
        )

    def forecast(self, request: wire.ForecastRequest) -> wire.Forecast:
        """What will break; with moves or openings, what would. Nothing is written."""
        path = f"{API}/supervision/forecast"
        if request.moves or request.openings:
            return _value(self._transport.call("POST", path, wire.Forecast, body=request))
        parameters: dict[str, str | int] = {"days": request.days, "seed": request.seed}
        return _value(self._transport.call("GET", path, wire.Forecast, parameters=parameters))

    def proof(self, since: datetime, until: datetime, by: str) -> wire.Proof:
        """Whether the promise was kept, from an instant until before another (aware)."""
        return _value(
            self._transport.call(
                "GET",
                f"{API}/supervision/proof",
                wire.Proof,
                parameters={**_period(since, until), "by": by},
            )
        )

    def proof_file(self, since: datetime, until: datetime, file_format: str) -> bytes:
        """The messages behind the proof: a file of one of `PROOF_MEDIA`."""
        return self._transport.download(
            f"{API}/supervision/proof/export",
            PROOF_MEDIA[file_format],
            {**_period(since, until), "format": file_format},
        )

    def act(self, verb: str, request: msgspec.Struct, key: str) -> wire.BatchResult:
        """``assign``, ``transfer``, ``break-claims`` or ``holding-replies`` under `key`: the same
        key never acts twice.
        """
        return _value(
            self._transport.call(
                "POST",
                f"{API}/supervision/{verb}",
                wire.BatchResult,
                body=request,
                headers={"Idempotency-Key": key},
            )
        )


def _period(since: datetime, until: datetime) -> dict[str, str | int]:
    return {"from": since.isoformat(), "to": until.isoformat()}


def _value(answer: Answer[T]) -> T:
    if answer.value is None:  # no answer here has no body
        raise PortalBroken("undecodable", maybe_received=True)
    return answer.value
