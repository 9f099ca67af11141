"""What the store tells one who writes: other adherents' names, past replies, what was used."""

from datetime import timedelta
from pathlib import Path

import msgspec

from desk import wire
from desk.models import meta
from desk.models import writing_memory as memory
from desk.models.people import others_named
from desk.models.personal_words import learn, personal_words
from desk.models.rescue import carry_over
from desk.models.store import Store
from desk.models.threads import apply_changes
from tests.store.test_store_threads import a_thread, changes_of
from tests.support.desk_data import NOW


def person(thread_id: int, first: str, family: str, used: str = "", **more: object) -> wire.Thread:
    thread = a_thread(thread_id, **more)
    adherent = msgspec.structs.replace(
        thread.adherent,
        id=thread_id,
        first_name=first,
        family_name=family,
        used_name=used,
        addressed_name=family,
    )
    return msgspec.structs.replace(thread, adherent=adherent)


def answered(thread: wire.Thread, text: str, kind: str = "answer") -> wire.Thread:
    at = NOW + timedelta(hours=thread.id)
    reply = wire.Message(1000 + thread.id, "out", kind, 7, "Karim Exemple", text, at)  # type: ignore[arg-type]
    return msgspec.structs.replace(thread, messages=[*thread.messages, reply])


def test_only_others_with_an_open_exchange_are_named(store: Store) -> None:
    with store.writing() as conn:
        apply_changes(
            conn,
            changes_of(
                person(1, "Odile", "FERRANDIER"),
                person(2, "Firmin", "LÉGER", used="DE LA TOUR"),
                person(3, "Gérard", "VASSEUR", status="closed"),
            ),
        )
        words = {"leger", "ferrandier", "vasseur", "tour"}
        assert others_named(conn, words, adherent_id=1) == (
            ("Firmin", "DE LA TOUR"),
            ("Firmin", "LÉGER"),
        )
        assert others_named(conn, {"bonjour", "la"}, adherent_id=1) == ()


def test_past_replies_are_of_the_same_motif_newest_first(store: Store) -> None:
    mine = person(1, "Odile", "FERRANDIER")
    with store.writing() as conn:
        apply_changes(
            conn,
            changes_of(
                answered(mine, "à moi"),
                answered(person(2, "Firmin", "LÉGER"), "ancienne"),
                answered(person(3, "Inès", "COURBON"), "récente"),
                answered(person(4, "Noé", "ROUX"), "attente", kind="holding"),
                answered(person(5, "Zoé", "PRAT", motif="autre-motif"), "ailleurs"),
            ),
        )
        found = memory.past_replies(conn, mine.motif, but_thread=1)
    assert [each.text for each in found] == ["récente", "ancienne"]
    assert {"Inès", "COURBON", "Karim Exemple"} <= set(found[0].names)


def test_uses_and_own_templates(store: Store) -> None:
    with store.writing() as conn:
        assert memory.template_uses(conn, "m") == {}
        for code in ("a", "b", "a"):
            memory.count_use(conn, "m", code)
        memory.count_use(conn, "other", "c")
        assert memory.template_uses(conn, "m") == {"a": 2, "b": 1}
        for title, text in (("b", "1"), ("A", "2"), ("b", "3")):
            memory.keep_own(conn, memory.OwnTemplate(title, text))
        assert [(each.title, each.text) for each in memory.own_templates(conn)] == [
            ("A", "2"),
            ("b", "3"),
        ]
        memory.drop_own(conn, "A")
        assert [each.title for each in memory.own_templates(conn)] == ["b"]


def test_a_damaged_store_gives_back_what_the_agent_made(store: Store, tmp_path: Path) -> None:
    aside = tmp_path / "aside.sqlite3"
    before = Store.open(aside)
    with before.writing() as conn:
        learn(conn, "Quincampoixe")
        memory.keep_own(conn, memory.OwnTemplate("titre", "texte"))
        meta.set_cursor(conn, 12)
    before.close()
    assert carry_over(aside, None, store) == 2
    with store.reading() as conn:
        assert personal_words(conn) == {"Quincampoixe"}
        assert memory.own_templates(conn) == (memory.OwnTemplate("titre", "texte"),)
        assert meta.cursor(conn) is None, "how far the damaged one had followed means nothing here"
