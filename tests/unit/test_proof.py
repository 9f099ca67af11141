"""The chain of proof: each step that is known, none that is not, and no NIR on paper."""

from pathlib import Path

import jinja2
import pytest

from desk.models.actions import ActionBody
from desk.models.snapshots import EventView, MessageView, NotificationView, ReplyState
from desk.services.proof.chain import Stage, proofs
from desk.services.proof.page import proof_page, without_nirs
from tests.support.views import a_thread_view, an_entry

PAGE = Path(__file__).parents[2] / "resources" / "proof" / "reply.html"
QUESTION = MessageView(1, "in", "question", None, "Bonjour", 1_000)
REPLY = MessageView(52, "out", "answer", "Claire Exemple", "Oui.", 3_000, None, True)
MINE = an_entry(state=ReplyState.PUBLISHED, created_ms=2_000, portal_id=52, published_ms=3_000)


def told(state: str, **more: object) -> NotificationView:
    values: dict[str, object] = {
        "attempts": 1,
        "cause": "",
        "next_try_ms": None,
        "handed_over_ms": None,
        "mail_id": "<1.52@messages.exemple-msa.test>",
    }
    return NotificationView(9, 52, "reply_available", "email", state, **{**values, **more})  # type: ignore[arg-type]


def test_a_reply_of_this_pc_from_the_key_to_the_mail_server() -> None:
    thread = a_thread_view(
        messages=(QUESTION, REPLY),
        outbox=(MINE,),
        notifications=(told("handed_over", handed_over_ms=4_000),),
    )
    (proof,) = proofs(thread)
    saved, accepted, handed = proof.steps
    assert (saved.stage, saved.at_ms, saved.key) == (Stage.SAVED, 2_000, MINE.event_id)
    assert (accepted.stage, accepted.at_ms, accepted.number) == (Stage.ACCEPTED, 3_000, 52)
    assert (handed.stage, handed.at_ms, handed.mail_id) == (
        Stage.HANDED_OVER,
        4_000,
        "<1.52@messages.exemple-msa.test>",
    )


def test_a_colleague_s_reply_was_not_saved_here() -> None:
    thread = a_thread_view(
        messages=(QUESTION, REPLY),
        notifications=(told("failed", cause="server_unreachable", next_try_ms=9_000),),
    )
    (proof,) = proofs(thread)
    accepted, failed = proof.steps
    assert accepted.stage is Stage.ACCEPTED
    assert (failed.stage, failed.at_ms, failed.cause, failed.next_try_ms) == (
        Stage.FAILED,
        None,
        "server_unreachable",
        9_000,
    )


def test_what_came_back_had_left() -> None:
    back = told("failed", cause="mailbox_unknown", handed_over_ms=4_000, returned_ms=8_000)
    (proof,) = proofs(a_thread_view(messages=(QUESTION, REPLY), notifications=(back,)))
    assert [(each.stage, each.at_ms, each.cause) for each in proof.steps[1:]] == [
        (Stage.HANDED_OVER, 4_000, ""),
        (Stage.RETURNED, 8_000, "mailbox_unknown"),
    ]


@pytest.mark.parametrize(
    ("event", "when", "who"),
    [
        (EventView(3, "reply_withdrawn", 5_000, None, "", "", "", 52), 5_000, ""),
        (EventView(3, "reply_withdrawn", 5_000, "Claire", "", "", "", 52), 5_000, "Claire"),
        # Of another reply: only the entry says that this one was taken back.
        (EventView(3, "reply_withdrawn", 5_000, None, "", "", "", 51), None, "Claire Exemple"),
    ],
)
def test_what_was_taken_back_keeps_its_proof(event: EventView, when: int | None, who: str) -> None:
    entry = an_entry(
        state=ReplyState.CANCELLED,
        portal_id=52,
        published_ms=3_000,
        body=ActionBody(text="Oui.", kind="answer"),
    )
    thread = a_thread_view(messages=(QUESTION,), events=(event,), outbox=(entry,))
    (proof,) = proofs(thread, "Claire Exemple")
    assert [step.stage for step in proof.steps] == [Stage.SAVED, Stage.ACCEPTED, Stage.TAKEN_BACK]
    assert proof.was_taken_back
    assert (proof.steps[-1].at_ms, proof.steps[-1].who) == (when, who)


def test_what_never_reached_the_portal_has_no_proof() -> None:
    entries = tuple(
        an_entry(state=state)
        for state in (ReplyState.QUEUED, ReplyState.REJECTED, ReplyState.CANCELLED)
    )
    assert proofs(a_thread_view(messages=(QUESTION,), outbox=entries)) == ()


@pytest.mark.parametrize(
    "number",
    [
        "263057800000012",
        "2630578000000",
        "2 63 05 78 000 000 12",
        "2\u00a063\u00a005\u202f2A\u00a0000\u00a0000 99",
        "2.63.05.2b.000.000",
    ],
)
def test_whatever_looks_like_a_nir_is_masked(number: str) -> None:
    words = without_nirs(f"Votre numéro {number} est noté, dossier 2017-000123, 12 345,67 €.")
    assert words == "Votre numéro 2 •• •• •• ••• ••• est noté, dossier 2017-000123, 12 345,67 €."


def test_ordinary_numbers_stay() -> None:
    text = "Appelez le 03 44 00 00 00 avant le 12/11/2026 : 1 234,50 € (réf. MSG-2026-000041)."
    assert without_nirs(text) == text


def test_the_page_shows_text_as_text_and_misses_nothing() -> None:
    values: dict[str, object] = {
        "words": dict.fromkeys(
            ("title", "caisse", "steps", "when", "what", "text", "fingerprint", "printed"), "x"
        ),
        "facts": [("Motif", "<b>gras</b>")],
        "steps": [{"when": "hier", "what": "a < b", "details": []}],
        "text": "{{ 7 * 7 }} <img src='file:///etc/hostname'>",
        "fingerprint": "00",
    }
    page = proof_page(PAGE, values)
    assert "&lt;b&gt;gras&lt;/b&gt;" in page
    assert "{{ 7 * 7 }} &lt;img" in page
    assert "<img" not in page
    with pytest.raises(jinja2.UndefinedError):
        proof_page(PAGE, {**values, "words": {}})
