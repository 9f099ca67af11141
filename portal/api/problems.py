"""Refusals of the API as RFC 9457 problem documents, with types that never change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic_core import to_json

MEDIA_TYPE = "application/problem+json"
PREFIX = "urn:msa-desk:problem:"


@dataclass(frozen=True)
class Sentences:
    """How a problem is told: HTTP status, title (always the same), and the usual explanation."""

    status: int
    title: str | Promise
    detail: str | Promise


class Problem(Enum):
    """Every problem the API can answer with. The member's name, in lower case and with hyphens,
    ends its ``type``.
    """

    MALFORMED_REQUEST = Sentences(
        400, _("Unreadable request"), _("The portal could not understand the request.")
    )
    MALFORMED_IF_MATCH = Sentences(
        400,
        _("Unreadable If-Match header"),
        _("If-Match must hold the version last seen, in quotes, as the ETag gave it."),
    )
    MALFORMED_IDEMPOTENCY_KEY = Sentences(
        400,
        _("Idempotency-Key header missing or unreadable"),
        _("Idempotency-Key must hold a UUID made for this reply or act."),
    )
    NOT_SIGNED_IN = Sentences(
        401,
        _("Sign-in needed"),
        _("Your session has ended or is not valid. Sign in again."),
    )
    AGENT_REVOKED = Sentences(
        401,
        _("Access withdrawn"),
        _("This account no longer gives access to the messages of a caisse."),
    )
    NOT_AN_AGENT = Sentences(
        403, _("Agents only"), _("This account does not belong to an agent of a caisse.")
    )
    ROLE_NOT_ALLOWED = Sentences(
        403, _("Not allowed for your role"), _("Your role does not allow this action.")
    )
    NOT_FOUND = Sentences(404, _("Not found"), _("There is nothing at this address for you."))
    REVIEW_NEEDED = Sentences(
        403,
        _("To be read by a colleague first"),
        _("You are in training: ask a colleague or a supervisor to read this reply."),
    )
    NOT_REVIEWER = Sentences(
        403,
        _("Somebody else is to read it"),
        _("This reply is your own, or somebody else was asked to read it."),
    )
    METHOD_NOT_ALLOWED = Sentences(
        405, _("Method not allowed"), _("This address does not answer to this method.")
    )
    CLAIMED_BY_ANOTHER = Sentences(
        409, _("Claimed by a colleague"), _("A colleague is answering this message.")
    )
    ALREADY_ANSWERED = Sentences(
        409, _("Already answered"), _("This message is no longer waiting for an answer.")
    )
    TOO_LATE = Sentences(
        409,
        _("Too late to take it back"),
        _("This reply can no longer be taken back: the adherent may have seen it."),
    )
    NOT_CLAIMED = Sentences(
        409,
        _("Nobody is answering"),
        _("Nobody is answering this message: there is no claim to end."),
    )
    ALREADY_SCHEDULED = Sentences(
        409, _("Reply already scheduled"), _("A reply is already scheduled for this message.")
    )
    ALREADY_IN_REVIEW = Sentences(
        409,
        _("Already in review"),
        _("A reply to this message waits for a colleague who reads it."),
    )
    REVIEW_SETTLED = Sentences(
        409,
        _("Review already settled"),
        _("This review was decided by a colleague, or taken back by its author."),
    )
    ALREADY_PAUSED = Sentences(
        409, _("Already paused"), _("The clock of this message stands still already.")
    )
    NOT_PAUSED = Sentences(409, _("Not paused"), _("The clock of this message is running."))
    APPOINTMENT_SETTLED = Sentences(
        409,
        _("Request already settled"),
        _("This request for an appointment was refused, or withdrawn by the adherent."),
    )
    CURSOR_EXPIRED = Sentences(
        410,
        _("Changes no longer kept"),
        _("The changes since this point are no longer kept. Start again from a snapshot."),
    )
    STALE_VERSION = Sentences(
        412,
        _("The message has changed"),
        _("This message has changed since you last saw it. Nothing was written."),
    )
    STALE_DRAFT = Sentences(
        412,
        _("The draft has changed"),
        _("This draft was changed on another computer. Nothing was written."),
    )
    STALE_APPOINTMENT = Sentences(
        412,
        _("The request has changed"),
        _(
            "This request for an appointment has changed since you last saw it. Nothing was "
            "written."
        ),
    )
    BODY_TOO_LARGE = Sentences(
        413, _("Request too large"), _("The request is larger than the portal accepts.")
    )
    UNSUPPORTED_MEDIA_TYPE = Sentences(
        415, _("Unsupported format"), _("The body of the request must be application/json.")
    )
    INVALID_PARAMETERS = Sentences(
        422,
        _("Values not accepted"),
        _("Some values of the request are missing or out of bounds."),
    )
    TEXT_TOO_SHORT = Sentences(422, _("Text too short"), _("The text is too short."))
    TEXT_TOO_LONG = Sentences(422, _("Text too long"), _("The text is too long."))
    KEY_REUSED = Sentences(
        422,
        _("Key already used"),
        _("This Idempotency-Key has already served for another reply or act."),
    )
    MOTIF_NOT_OFFERED = Sentences(
        422,
        _("Motif not available"),
        _("This motif is not in force, or is already that of the message."),
    )
    UNKNOWN_DESTINATION = Sentences(
        422,
        _("Unknown destination"),
        _("There is no such team or caisse, or the message is already there."),
    )
    UNKNOWN_REVIEWER = Sentences(
        422,
        _("Nobody who may read it"),
        _("There is no such colleague at work in your caisse, or they are in training."),
    )
    HALF_DAY_NOT_OPEN = Sentences(
        422,
        _("Closed then"),
        _("The place is closed on this half-day, it is over or too far, or the hour is not of it."),
    )
    PRECONDITION_REQUIRED = Sentences(
        428,
        _("Version last seen missing"),
        _("The If-Match header with the version last seen is required."),
    )
    TOO_MANY_REQUESTS = Sentences(
        429, _("Too many requests"), _("Too many requests in a short time. Try again later.")
    )
    INTERNAL_ERROR = Sentences(
        500, _("Internal error"), _("The portal met an unexpected error. Try again later.")
    )
    UNAVAILABLE = Sentences(
        503,
        _("Portal unavailable"),
        _("The portal cannot answer at the moment. Try again in a few seconds."),
    )

    @property
    def type(self) -> str:
        """The URN by which programs recognise the problem."""
        return PREFIX + self.name.lower().replace("_", "-")

    @property
    def status(self) -> int:
        """The HTTP status it is sent with."""
        return self.value.status

    @classmethod
    def for_status(cls, status: int) -> "Problem":
        """The problem that stands for a bare HTTP status raised outside of the routes."""
        plain = {
            400: cls.MALFORMED_REQUEST,
            401: cls.NOT_SIGNED_IN,
            403: cls.ROLE_NOT_ALLOWED,
            404: cls.NOT_FOUND,
            405: cls.METHOD_NOT_ALLOWED,
            413: cls.BODY_TOO_LARGE,
            503: cls.UNAVAILABLE,
        }
        return plain.get(status, cls.INTERNAL_ERROR if status >= 500 else cls.MALFORMED_REQUEST)


class ApiProblem(Exception):
    """Raised by a route to answer with a problem.

    Attributes:
        problem: which one.
        detail: an explanation of this case, or None for the usual one.
        members: further members of the document, such as ``current``.
        headers: further headers of the answer.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        detail: str | Promise | None = None,
        members: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(problem.type)
        self.problem = problem
        self.detail = detail
        self.members = dict(members or {})
        self.headers = dict(headers or {})


def document(
    problem: Problem, detail: str | Promise | None = None, **members: Any
) -> dict[str, Any]:
    """The problem document as a plain dict, in the language of the request."""
    sentences = problem.value
    return {
        "type": problem.type,
        "title": str(sentences.title),
        "status": problem.status,
        "detail": str(sentences.detail if detail is None else detail),
        **members,
    }


def respond(error: ApiProblem) -> HttpResponse:
    """The HTTP answer for a problem."""
    response = HttpResponse(
        to_json(document(error.problem, error.detail, **error.members)),
        status=error.problem.status,
        content_type=MEDIA_TYPE,
    )
    if error.problem.status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="msa-desk"'
    for name, value in error.headers.items():
        response[name] = value
    return response
