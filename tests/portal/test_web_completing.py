"""« Ajouter une précision »: on the page, and what becomes of replies that were on their way."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.utils import timezone

from portal.messaging.completing import complete_message
from portal.messaging.errors import AlreadyAnswered
from portal.messaging.models import Change, Message, ScheduledReply, Thread, ThreadEvent
from portal.messaging.publishing import publish_reply
from portal.notifications.models import Notification
from tests.support.acting import Acting, with_undo
from tests.support.api_world import build_world
from tests.support.reader import Reader, typed, words
from tests.support.threads import all_at_once
from tests.support.web_world import QUESTION, WebWorld

MORE = "Je précise : mon fils a 19 ans."
LINK = "Ajouter une précision"


def form_of(web: WebWorld, thread: Thread) -> Reader:
    page = web.reader().open("/messages/?ouvert=tout")
    return page.follow(f"{LINK} {thread.reference}")


def test_added_to_an_open_exchange(web: WebWorld) -> None:
    thread = web.exchange()
    page = form_of(web, thread)
    assert page.heading() == LINK
    assert QUESTION in page.text()
    page.press("Envoyer", text=f"  {MORE}\r\nMerci.")
    assert page.path == "/messages/"
    assert "Votre précision est envoyée : votre MSA l’a reçue." in page.notices()
    shown = words(page.one("details.exchange"))
    assert shown.index(QUESTION) < shown.index(MORE)
    assert "Précision du" in shown
    stored = Thread.objects.get()
    assert (stored.version, stored.due_at, stored.status) == (2, thread.due_at, "open")
    message = Message.objects.order_by("-pk").first()
    assert (message.direction, message.kind, message.text) == ("in", "question", f"{MORE}\nMerci.")
    event = ThreadEvent.objects.get()
    assert (event.kind, event.agent, event.detail) == ("completed", None, f"message:{message.pk}")
    assert [change.event for change in Change.objects.order_by("pk")] == ["sent", "completed"]
    assert Notification.objects.count() == 1, "the accusé of the message itself"


def test_sent_once_however_often_the_form_is(web: WebWorld) -> None:
    page = form_of(web, web.exchange())
    address, data = page.form("Envoyer")
    for _ in range(3):
        assert page.post(address, {**data, "text": MORE}).path == "/messages/"
    assert Message.objects.count() == 2
    assert Thread.objects.get().version == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Écrivez votre message : il faut au moins 10 caractères."),
        ("Trop", "Votre message compte 4 caractères : il en faut au moins 10."),
        ("é" * 751, "Votre message compte 751 caractères : raccourcissez-le de 1 caractère"),
    ],
)
def test_the_rules_of_a_message(web: WebWorld, text: str, said: str) -> None:
    page = form_of(web, web.exchange()).press("Envoyer", text=text)
    assert page.status == 200
    assert page.heading() == LINK
    (error,) = page.errors()
    assert error.startswith(said[:40])
    assert typed(page.one("textarea")) == text
    assert Message.objects.count() == 1


def test_not_offered_on_what_is_answered_or_closed(web: WebWorld) -> None:
    thread = web.exchange()
    web.reply(thread)
    page = web.reader().open("/messages/")
    assert not page.page.select("a[href*=precision]")
    page.open(f"/messages/{thread.reference}/precision/")
    assert page.path == "/messages/"
    assert "a reçu une réponse ou a été clos entre-temps" in page.text()


def test_answered_while_it_was_written(web: WebWorld) -> None:
    thread = web.exchange()
    page = form_of(web, thread)
    web.reply(thread)
    page.press("Envoyer", text=MORE)
    assert "a reçu une réponse ou a été clos entre-temps" in page.text()
    assert typed(page.one("textarea")) == MORE, "nothing typed is lost"
    assert Message.objects.filter(direction="in").count() == 1


def test_nobody_elses_exchange(web: WebWorld) -> None:
    thread = web.exchange()
    firmin = web.reader(web.firmin)
    path = f"/messages/{thread.reference}/precision/"
    assert firmin.open(path).status == 404
    assert firmin.post(path, {"text": MORE}).status == 404
    assert Message.objects.count() == 1


def test_a_text_posted_after_the_session_ended_is_shown_back(web: WebWorld) -> None:
    page = form_of(web, web.exchange())
    address, data = page.form("Envoyer")
    page.client.logout()
    page.post(address, {**data, "text": f"{MORE} <b>"})
    assert page.status == 403
    assert typed(page.one("textarea")) == f"{MORE} <b>"
    assert page.one("a.button")["href"].startswith("/connexion/?next=/messages/")
    assert "no-store" in page.response["Cache-Control"]
    assert Message.objects.count() == 1


def test_a_reply_that_may_be_taken_back_shows_nowhere(web: WebWorld, settings) -> None:
    settings.ENVIRONMENT = with_undo(60)
    thread = web.exchange()
    publish_reply(
        thread_id=thread.pk,
        agent=web.claire,
        text="Réponse encore secrète.",
        kind=Message.Kind.ANSWER,
        key=uuid4(),
        seen_version=1,
    )
    page = web.reader().open("/messages/?ouvert=tout")
    assert "secrète" not in page.response.content.decode()
    assert "Réponse attendue avant" in page.text()
    assert "Répondu" not in page.text()
    assert "secrète" not in form_of(web, thread).response.content.decode()
    Message.objects.filter(direction="out").update(undo_until=timezone.now())
    assert "Réponse encore secrète." in page.open("/messages/?ouvert=tout").text()


def test_an_answer_nobody_has_seen_is_held_for_its_author(web: WebWorld, settings) -> None:
    settings.ENVIRONMENT = with_undo(60)
    thread = web.exchange()
    page = form_of(web, thread)
    claire = Acting(web.claire, thread)
    reply = claire.publish("Bonjour, envoyez-nous le justificatif.").message
    page.press("Envoyer", text=MORE)
    assert page.path == "/messages/"
    stored = Thread.objects.get()
    assert (stored.status, stored.answered_at, stored.due_at) == ("open", None, thread.due_at)
    assert [text.direction for text in stored.messages.filter(withdrawn_at=None)] == ["in", "in"]
    held = ScheduledReply.objects.get()
    assert (held.text, held.author, held.state, held.reason) == (
        reply.text,
        web.claire,
        "held",
        "adherent_wrote",
    )
    assert not Notification.objects.filter(kind="reply_available").exists()
    kinds = list(ThreadEvent.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["reply_withdrawn", "completed"]
    assert claire.publish("Bonjour, avec votre précision.").thread.status == "answered"


def test_texts_are_never_html(web: WebWorld) -> None:
    page = form_of(web, web.exchange()).press("Envoyer", text="<script>alert(1)</script>")
    assert not page.page.select("main script")
    assert "<script>alert(1)</script>" in page.text()


def test_an_adherent_who_adds_and_an_agent_who_answers_at_once(database, settings) -> None:
    """Whichever is first: an added text is never behind an answer that was written without it."""
    world = build_world()
    settings.ENVIRONMENT = with_undo(0)
    for _ in range(6):
        thread = world.send()
        claire = Acting(world.claire, thread)
        added, _ = all_at_once(
            [
                partial(
                    complete_message,
                    adherent=world.adherent,
                    reference=thread.reference,
                    text=MORE,
                    key=uuid4(),
                ),
                claire.publish,
            ]
        )
        count = Message.objects.filter(thread=thread).count()
        if isinstance(added, AlreadyAnswered):
            assert count == 2
        else:
            assert isinstance(added, Thread), added
            # The agent read the version before or after the text was added.
            last = Message.objects.filter(thread=thread).order_by("-at", "-pk").first()
            assert count == 2 or last.direction == "out"


def test_the_same_form_sent_twice_at_once(database) -> None:
    world = build_world()
    thread = world.send()
    send = partial(
        complete_message,
        adherent=world.adherent,
        reference=thread.reference,
        text=MORE,
        key=uuid4(),
    )
    results = all_at_once([send] * 4)
    assert all(isinstance(result, Thread) for result in results), results
    assert Message.objects.filter(direction="in").count() == 2


def test_an_exchange_that_is_late_may_be_completed(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(hours=49))
    page = form_of(web, thread).press("Envoyer", text=MORE)
    assert page.path == "/messages/"


def test_a_page_open_for_too_long_keeps_the_text_on_screen(web: WebWorld) -> None:
    """Its anti-forgery token is not the browser's any more, as after a new sign-in."""
    thread = web.exchange()
    strict = web.reader(enforce_csrf_checks=True)
    strict.open(f"/messages/{thread.reference}/precision/")
    address, data = strict.form("Envoyer")
    strict.client.cookies["csrftoken"] = "x" * 32
    strict.post(address, {**data, "text": MORE})
    assert strict.status == 403
    assert "Cette page était ouverte depuis longtemps" in strict.errors()[0]
    assert typed(strict.one("textarea")) == MORE
    assert Message.objects.count() == 1
    strict.press("Envoyer")
    assert Message.objects.order_by("-pk")[0].text == MORE


def test_a_message_is_completed_ten_times_at_most(web: WebWorld) -> None:
    thread = web.exchange()
    for _ in range(9):
        complete_message(adherent=web.odile, reference=thread.reference, text=MORE, key=uuid4())
    last, late = form_of(web, thread), form_of(web, thread)
    assert last.press("Envoyer", text=MORE).path == "/messages/"
    late.press("Envoyer", text="Encore une chose, que voici.")
    assert late.errors() == [
        "Vous avez complété ce message 10 fois, le maximum possible. Pour continuer, écrivez un "
        "nouveau message."
    ]
    assert typed(late.one("textarea")) == "Encore une chose, que voici."
    assert Message.objects.count() == 11
    page = web.reader().open("/messages/?ouvert=tout")
    assert LINK not in page.text()
