"""Desk's types, the published document and the portal's real answers are one contract."""

import json
import types
import typing
from datetime import date, datetime, timedelta
from typing import Any, Literal, Union, get_args, get_origin
from uuid import uuid4

import jsonschema
import msgspec
import pytest
from django.core.cache import caches
from django.test import Client

from desk import wire
from portal.api import document, schemas
from portal.api.examples import FOR_OPERATIONS, FOR_PROBLEMS, REQUESTS
from portal.api.problems import Problem
from tests.support.api_world import World, build_world, signed_in
from tests.support.wire_reading import strictly

STRUCTS = {
    name: value
    for name, value in vars(wire).items()
    if isinstance(value, type) and issubclass(value, msgspec.Struct)
}
ONLY_IN_THE_DOCUMENT = {
    # The health check is for whoever watches the server.
    "Health",
    # Which value of a request was wrong: for whoever writes a client.
    "FieldError",
}
EXTRA_FIELDS = {"Problem": {"errors"}}


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    return json.loads(document.render())


def in_order(schema: Any) -> str:
    return json.dumps(schema, sort_keys=True)


def shape(annotation: Any) -> Any:
    """A type of desk as the JSON schema that says the same."""
    if get_origin(annotation) is Literal:
        return {"type": "string", "enum": sorted(get_args(annotation))}
    if get_origin(annotation) is list:
        return {"type": "array", "items": shape(get_args(annotation)[0])}
    if get_origin(annotation) in (Union, types.UnionType):
        return {"anyOf": sorted((shape(part) for part in get_args(annotation)), key=in_order)}
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return {"$ref": f"#/components/schemas/{annotation.__name__}"}
    plain: dict[Any, Any] = {
        int: {"type": "integer"},
        str: {"type": "string"},
        bool: {"type": "boolean"},
        datetime: {"type": "string", "format": "date-time"},
        date: {"type": "string", "format": "date"},
        type(None): {"type": "null"},
    }
    return plain[annotation]


SAYING = {"type", "enum", "const", "items", "anyOf", "$ref", "format"}


def said(schema: dict[str, Any]) -> Any:
    """A JSON schema without its comments, in the order `shape` gives."""
    kept = {key: value for key, value in schema.items() if key in SAYING}
    if "enum" in kept:
        kept["enum"] = sorted(kept["enum"])
    if "items" in kept:
        kept["items"] = said(kept["items"])
    if "anyOf" in kept:
        kept["anyOf"] = sorted((said(part) for part in kept["anyOf"]), key=in_order)
    return kept


def loosened(ours: Any, theirs: Any) -> Any:
    """Desk may take any text where the portal promises one of some: it only shows it."""
    if ours == {"type": "string"} and set(theirs) == {"type", "enum"}:
        return {"type": "string"}
    return theirs


def test_both_sides_know_the_same_shapes(published):
    assert set(STRUCTS) == set(published["components"]["schemas"]) - ONLY_IN_THE_DOCUMENT


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_fields_types_and_enums(published, name):
    schema = published["components"]["schemas"][name]
    hints = typing.get_type_hints(STRUCTS[name])
    fields = msgspec.structs.fields(STRUCTS[name])
    names = {field.encode_name for field in fields}
    assert names == set(schema["properties"]) - EXTRA_FIELDS.get(name, set())
    assert {field.encode_name for field in fields if field.required} == set(schema["required"])
    for field in fields:
        ours = shape(hints[field.name])
        assert ours == loosened(ours, said(schema["properties"][field.encode_name])), field.name


def test_the_kept_document_is_what_the_code_says():
    assert document.check_document() == ""


def test_the_document_is_the_same_each_time():
    assert document.render() == document.render()


def test_problems_share_neither_type_nor_title():
    told = [problem.type for problem in Problem]
    assert len(set(told)) == len(told)
    assert all(problem.type.startswith("urn:msa-desk:problem:") for problem in Problem)


def test_every_operation_documents_its_errors_as_problems(published):
    for path in published["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                assert "Portal-Time" in response["headers"]
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"]
            expected = {"500", "503"} | ({"401", "403", "429"} if operation["security"] else set())
            assert expected <= set(operation["responses"])
            if "requestBody" in operation:
                assert {"400", "413", "415", "422"} <= set(operation["responses"])


def validator(published: dict[str, Any], name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": published["components"]},
        format_checker=jsonschema.FormatChecker(),
    )


def test_examples_are_what_they_exemplify(published):
    answers = {
        "health": "Health",
        "me": "Me",
        "catalogue": "Catalogue",
        "templates": "ReplyTemplates",
        "changes": "ChangesPage",
        "snapshot": "SnapshotPage",
        "thread": "Thread",
        "adherentExchanges": "AdherentExchanges",
        "claim": "Thread",
        "release": "Thread",
        "publishReply": "PublishedReply",
        "unmaskIdentifier": "Identifier",
        "note": "Thread",
        "reclassify": "Thread",
        "transfer": "Thread",
        "close": "Thread",
        "breakClaim": "Thread",
        "deadline": "Deadline",
        "documents": "Deposits",
        "appointments": "Appointments",
        "appointmentHalfDays": "HalfDays",
        "answerAppointment": "Appointment",
        "pause": "Thread",
        "resume": "Thread",
        "withdrawReply": "Thread",
        "scheduleReply": "Thread",
        "askReview": "Thread",
        "withdrawReview": "Thread",
        "sendBackReview": "Thread",
        "approveReview": "Thread",
        "unscheduleReply": "Thread",
        "drafts": "Drafts",
        "saveDraft": "Draft",
        "setAbsence": "Me",
        "board": "Board",
        "boardThreads": "ThreadsFound",
        "team": "Team",
        "setAgentAbsence": "TeamAgent",
        "shareOut": "SharePlan",
        "assign": "BatchResult",
        "transferBatch": "BatchResult",
        "breakClaims": "BatchResult",
        "holdingReplies": "BatchResult",
        "proof": "Proof",
        "forecast": "Forecast",
        "forecastWhatIf": "Forecast",
    }
    assert set(answers) == set(FOR_OPERATIONS)
    for operation, name in answers.items():
        validator(published, name).validate(FOR_OPERATIONS[operation])
        if name in STRUCTS:
            strictly(json.dumps(FOR_OPERATIONS[operation]).encode(), STRUCTS[name])
    requests = {
        "publishReply": "ReplyRequest",
        "note": "NoteRequest",
        "reclassify": "ReclassifyRequest",
        "transfer": "TransferRequest",
        "close": "ReasonRequest",
        "breakClaim": "ReasonRequest",
        "pause": "ReasonRequest",
        "scheduleReply": "ScheduleRequest",
        "askReview": "ReviewRequest",
        "sendBackReview": "SendBackRequest",
        "approveReview": "ApproveRequest",
        "answerAppointment": "AppointmentAnswerRequest",
        "saveDraft": "DraftRequest",
        "setAbsence": "AbsenceRequest",
        "setAgentAbsence": "AbsenceRequest",
        "shareOut": "ShareOutRequest",
        "assign": "AssignRequest",
        "transferBatch": "TransferBatchRequest",
        "breakClaims": "BreakBatchRequest",
        "holdingReplies": "HoldingBatchRequest",
        "forecastWhatIf": "ForecastRequest",
    }
    assert set(requests) == set(REQUESTS)
    for operation, name in requests.items():
        validator(published, name).validate(REQUESTS[operation])
        strictly(json.dumps(REQUESTS[operation]).encode(), STRUCTS[name])
    for problem, example in FOR_PROBLEMS.items():
        validator(published, "Problem").validate(example)
        assert example["type"] == problem.type
        assert example["title"] == str(problem.value.title)


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


@pytest.fixture
def ask(world, published):
    """Calls the portal, and checks the answer against desk's type and the document at once."""
    client = Client()

    def call(method: str, path: str, kind: type, agent=None, body: Any = None, **headers: str):
        response = client.generic(
            method,
            f"/api/v1{path}",
            b"" if body is None else msgspec.json.encode(body),
            "application/json",
            **signed_in(
                agent or world.claire,
                **{name.replace("_", "-"): value for name, value in headers.items()},
            ),
        )
        validator(published, kind.__name__).validate(response.json())
        getattr(schemas, kind.__name__).model_validate_json(response.content)
        if kind is wire.Problem:
            return response.status_code, msgspec.json.decode(response.content, type=kind)
        return response.status_code, strictly(response.content, kind)

    return call


def test_real_pages_are_of_desks_types(world, ask):
    sent = [world.send() for _ in range(3)]
    assert ask("GET", "/me", wire.Me)[1].login == "claire.exemple"
    assert ask("GET", "/catalogue", wire.Catalogue)[1].version == 1
    _, claimed = ask("POST", f"/threads/{sent[0].pk}/claim", wire.Thread, If_Match='"1"')
    assert claimed.claim is not None
    assert claimed.due_at - claimed.sent_at == timedelta(hours=48)
    key = str(uuid4())
    for expected in (201, 200):
        status, published = ask(
            "POST",
            f"/threads/{sent[1].pk}/replies",
            wire.PublishedReply,
            body=wire.ReplyRequest(kind="answer", text="Bonjour, elle est disponible."),
            If_Match='"1"',
            Idempotency_Key=key,
        )
        assert status == expected
        assert published.reply.author_name == "Claire Exemple"
    ask("POST", f"/threads/{sent[0].pk}/release", wire.Thread, If_Match='"2"')
    ask("GET", f"/threads/{sent[2].pk}", wire.Thread)
    _, identifier = ask("POST", f"/threads/{sent[2].pk}/unmask-identifier", wire.Identifier)
    assert identifier.key == "61"
    _, page = ask("GET", "/changes?since=0", wire.ChangesPage)
    assert page.cursor == 6
    _, snapshot = ask("GET", "/snapshot", wire.SnapshotPage)
    assert [thread.id for thread in snapshot.threads] == [thread.pk for thread in sent]
    assert {thread.id: thread for thread in page.threads} == {
        thread.id: thread for thread in snapshot.threads
    }, "the feed and the snapshot show an exchange alike"


def test_real_refusals_are_of_desks_type(world, ask):
    sent = world.send()
    status, stale = ask("POST", f"/threads/{sent.pk}/claim", wire.Problem, If_Match='"9"')
    assert (status, stale.status) == (412, 412)
    assert stale.current is not None
    assert stale.current.version == 1
    ask("POST", f"/threads/{sent.pk}/claim", wire.Thread, If_Match='"1"')
    status, held = ask(
        "POST", f"/threads/{sent.pk}/claim", wire.Problem, agent=world.karim, If_Match='"2"'
    )
    assert status == 409
    assert held.current is not None
    assert held.current.claim is not None
    status, missing = ask("GET", "/threads/999999", wire.Problem)
    assert (status, missing.current) == (404, None)
    status, wrong = ask("GET", "/changes?since=x", wire.Problem)
    assert (status, wrong.type) == (422, "urn:msa-desk:problem:invalid-parameters")
