"""Turns what the domain, Django and django-ninja raise into problem documents."""

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError

from portal.api.appointment_shape import appointment_shape
from portal.api.problems import ApiProblem, Problem, respond
from portal.api.shapes import draft_shape, thread_shape
from portal.appointments.errors import (
    AppointmentNotFound,
    AppointmentSettled,
    HalfDayNotOpen,
    StaleAppointment,
)
from portal.appointments.errors import KeyReused as AppointmentKeyReused
from portal.messaging.errors import (
    AlreadyAnswered,
    AlreadyPaused,
    AlreadyScheduled,
    ClaimedByAnother,
    KeyReused,
    MotifNotOffered,
    NotClaimed,
    NotPaused,
    ReviewNeeded,
    StaleDraft,
    StaleVersion,
    TextTooLong,
    TextTooShort,
    ThreadNotFound,
    TooLate,
    UnknownDestination,
)
from portal.messaging.feed import CursorExpired
from portal.reviews.errors import (
    AlreadyInReview,
    CommentOutside,
    NotReviewer,
    ReviewSettled,
    UnknownReviewer,
)

logger = logging.getLogger(__name__)

RETRY_SECONDS = 5


def problem_for(error: Exception) -> ApiProblem:
    """The problem that tells `error` to a client.

    409 and 412 carry ``current``, the exchange as it now is, so that desk can show what changed.
    """
    match error:
        case ApiProblem():
            return error
        case StaleVersion():
            return _with_current(Problem.STALE_VERSION, error)
        case ClaimedByAnother():
            holder = error.thread.claimed_by
            return _with_current(
                Problem.CLAIMED_BY_ANOTHER,
                error,
                _("%(name)s is answering this message.") % {"name": holder.display_name}
                if holder is not None
                else None,
            )
        case AlreadyAnswered():
            return _with_current(Problem.ALREADY_ANSWERED, error)
        case TooLate():
            return _with_current(Problem.TOO_LATE, error)
        case NotClaimed():
            return _with_current(Problem.NOT_CLAIMED, error)
        case AlreadyPaused():
            return _with_current(Problem.ALREADY_PAUSED, error)
        case NotPaused():
            return _with_current(Problem.NOT_PAUSED, error)
        case AlreadyScheduled():
            return _with_current(Problem.ALREADY_SCHEDULED, error)
        case AlreadyInReview():
            return _with_current(Problem.ALREADY_IN_REVIEW, error)
        case ReviewSettled():
            return _with_current(Problem.REVIEW_SETTLED, error)
        case ReviewNeeded():
            return ApiProblem(Problem.REVIEW_NEEDED)
        case NotReviewer():
            return ApiProblem(Problem.NOT_REVIEWER)
        case UnknownReviewer():
            return ApiProblem(Problem.UNKNOWN_REVIEWER)
        case CommentOutside():
            return ApiProblem(
                Problem.INVALID_PARAMETERS,
                detail=_("A comment is on no passage of the text."),
            )
        case StaleDraft():
            draft = None if error.draft is None else draft_shape(error.draft)
            return ApiProblem(Problem.STALE_DRAFT, members={"current_draft": draft})
        case MotifNotOffered():
            return ApiProblem(Problem.MOTIF_NOT_OFFERED)
        case UnknownDestination():
            return ApiProblem(Problem.UNKNOWN_DESTINATION)
        case StaleAppointment():
            return _with_appointment(Problem.STALE_APPOINTMENT, error)
        case AppointmentSettled():
            return _with_appointment(Problem.APPOINTMENT_SETTLED, error)
        case HalfDayNotOpen():
            return ApiProblem(Problem.HALF_DAY_NOT_OPEN)
        case ThreadNotFound() | AppointmentNotFound() | Http404():
            return ApiProblem(Problem.NOT_FOUND)
        case KeyReused() | AppointmentKeyReused():
            return ApiProblem(Problem.KEY_REUSED)
        case TextTooShort():
            return ApiProblem(
                Problem.TEXT_TOO_SHORT,
                detail=_("The text has %(length)s characters; at least %(minimum)s are needed.")
                % {"length": error.length, "minimum": error.minimum},
            )
        case TextTooLong():
            return ApiProblem(
                Problem.TEXT_TOO_LONG,
                detail=_("The text has %(length)s characters; at most %(maximum)s are allowed.")
                % {"length": error.length, "maximum": error.maximum},
            )
        case CursorExpired():
            return ApiProblem(Problem.CURSOR_EXPIRED)
        case RequestDataTooBig():
            return ApiProblem(Problem.BODY_TOO_LARGE)
        case ValidationError():
            return ApiProblem(Problem.INVALID_PARAMETERS, members={"errors": _fields(error)})
        case Throttled():
            return ApiProblem(Problem.TOO_MANY_REQUESTS)
        case HttpError():
            return _for_http_error(error)
        case OperationalError() | InterfaceError():
            # The class and no more: a driver's message may hold values of the query.
            logger.error("the database did not answer: %s", type(error).__name__)
            return ApiProblem(Problem.UNAVAILABLE, headers={"Retry-After": str(RETRY_SECONDS)})
        case _:
            raise error


def install(api: NinjaAPI) -> None:
    """Let `api` tell every error it can name as a problem; others go to Django's 500."""

    def tell(request: HttpRequest, error: Any) -> HttpResponse:
        return respond(problem_for(error))

    api.add_exception_handler(Exception, tell)
    for known in (Http404, HttpError, ValidationError):
        api.add_exception_handler(known, tell)


def _with_current(
    problem: Problem,
    error: StaleVersion
    | ClaimedByAnother
    | AlreadyAnswered
    | TooLate
    | NotClaimed
    | AlreadyPaused
    | NotPaused
    | AlreadyScheduled
    | AlreadyInReview
    | ReviewSettled,
    detail: str | None = None,
) -> ApiProblem:
    return ApiProblem(problem, detail=detail, members={"current": thread_shape(error.thread)})


def _with_appointment(problem: Problem, error: StaleAppointment | AppointmentSettled) -> ApiProblem:
    current = appointment_shape(error.appointment)
    return ApiProblem(problem, members={"current_appointment": current})


def _fields(error: ValidationError) -> list[dict[str, str]]:
    """Where and why, without the values: they may be a message's text."""
    return [
        {
            "where": ".".join(str(part) for part in item.get("loc", ())),
            "message": str(item.get("msg", "")),
        }
        for item in error.errors
    ]


def _for_http_error(error: HttpError) -> ApiProblem:
    # ninja says 400 when the body cannot be parsed, whatever our parser had to say.
    if isinstance(error.__cause__, ApiProblem):
        return error.__cause__
    if error.status_code == 400:
        return ApiProblem(
            Problem.MALFORMED_REQUEST,
            detail=_("The body of the request is not valid JSON in UTF-8."),
        )
    return ApiProblem(Problem.for_status(error.status_code))
