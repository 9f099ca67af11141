"""The calls about appointments, typed."""

from typing import TypeVar

from desk import wire
from desk.api_client.errors import PortalBroken
from desk.api_client.judging import Answer
from desk.api_client.portal import API
from desk.api_client.transport import Transport

T = TypeVar("T")


class AppointmentsApi:
    """``/appointments…``. Every method raises `PortalError` families, nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def open_requests(self) -> list[wire.Appointment]:
        """Those that wait for an answer first; the portal records that they were listed."""
        path, kind = f"{API}/appointments", wire.Appointments
        return _value(self._transport.call("GET", path, kind)).appointments

    def half_days(self, appointment_id: int) -> list[wire.HalfDay]:
        """When the place is open, from today on."""
        path = f"{API}/appointments/{appointment_id}/half-days"
        return _value(self._transport.call("GET", path, wire.HalfDays)).half_days

    def answer(
        self,
        appointment_id: int,
        request: wire.AppointmentAnswerRequest,
        key: str,
        seen_version: int,
    ) -> wire.Appointment:
        """Answer under `key`; the same key always gets the same outcome.

        Raises:
            Stale: it has changed since; `problem.current_appointment` is it.
            ClaimedOrAnswered: it was refused or withdrawn; the same.
        """
        return _value(
            self._transport.call(
                "POST",
                f"{API}/appointments/{appointment_id}/answers",
                wire.Appointment,
                body=request,
                headers={"Idempotency-Key": key, "If-Match": f'"{seen_version}"'},
            )
        )


def _value(answer: Answer[T]) -> T:
    if answer.value is None:  # a 304 that nobody asked for
        raise PortalBroken("undecodable", maybe_received=True)
    return answer.value
