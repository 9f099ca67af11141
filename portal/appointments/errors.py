"""Why an appointment cannot be asked for, answered or changed. Nothing was written."""

from portal.appointments.models import Appointment


class AppointmentError(Exception):
    """Root of the refusals. Never carries a text or a person's name."""


class AppointmentNotFound(AppointmentError):
    """Nobody's, somebody else's, or of another caisse: they look the same (law C3)."""


class HalfDayNotOpen(AppointmentError):
    """A half-day is over, too far ahead, or one on which the place is closed."""


class KeyReused(AppointmentError):
    """The idempotency key served for another answer."""


class StaleAppointment(AppointmentError):
    """The request has changed since the caller saw it.

    Attributes:
        appointment: as it is now.
    """

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"appointment {appointment.pk} is at version {appointment.version}")
        self.appointment = appointment


class AppointmentSettled(AppointmentError):
    """Nothing more can be done with the request: it was refused, or withdrawn.

    Attributes:
        appointment: as it is now.
    """

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"appointment {appointment.pk} is {appointment.state}")
        self.appointment = appointment
