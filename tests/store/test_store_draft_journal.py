"""The journal of a draft: what the author had ten minutes ago comes back, and it stays small."""

import random

from desk.models import draft_journal, drafts
from desk.models.draft_journal import CUT, FINE_MS, HOUR_MS, MINUTE_MS, MINUTES_MS, MOST, STEP_MS
from desk.models.store import Store

START = 1_000 * HOUR_MS
TYPING_MS = 400
SENTENCE = "Votre dossier est complet. "


def kept(store: Store, thread_id: int = 1) -> list[tuple[int, str]]:
    with store.reading() as connection:
        return [(e.saved_ms, e.text) for e in draft_journal.versions(connection, thread_id)]


def test_ten_minutes_of_typing_come_back_in_steps(store: Store) -> None:
    """Compared with what was saved: for each instant of the last ten minutes the journal holds a
    text that is at most one step younger.
    """
    saved: list[tuple[int, str]] = []
    text, now = "", START
    with store.writing() as connection:
        while now < START + FINE_MS:
            text += "a"
            draft_journal.keep(connection, 1, text, now)
            saved.append((now, text))
            now += TYPING_MS
    found = kept(store)
    assert found[0] == saved[-1][::1], "what was saved last is always there"
    assert len(found) <= FINE_MS // STEP_MS + 2
    instants = [at for at, _ in found]
    for at, _ in saved:
        assert min(each for each in instants if each >= at) - at < STEP_MS
    assert dict(found).items() <= dict(saved).items(), "nothing is there that never was"


def test_a_sentence_that_stood_for_a_second_comes_back(store: Store) -> None:
    """Typed, deleted at a stroke, and something short begun, all within one step."""
    with store.writing() as connection:
        draft_journal.keep(connection, 1, "Bonjour. " + SENTENCE, START + 100)
        draft_journal.keep(connection, 1, "N", START + 500)
        draft_journal.keep(connection, 1, "Non", START + 900)
    assert [text for _, text in kept(store)] == ["Non", "Bonjour. " + SENTENCE]


def test_old_versions_thin_out_and_are_counted(store: Store) -> None:
    chance = random.Random(5)
    now = START
    with store.writing() as connection:
        for number in range(3_000):
            now += chance.randrange(1_000, 3 * MINUTE_MS)
            draft_journal.keep(connection, 1, f"{SENTENCE}{number}", now)
    instants = [at for at, _ in kept(store)]
    assert len(instants) <= MOST
    for age_from, age_to, width in (
        (0, FINE_MS, STEP_MS),
        (FINE_MS, MINUTES_MS, MINUTE_MS),
        (MINUTES_MS, 10**12, HOUR_MS),
    ):
        steps = [at // width for at in instants if age_from < now - at <= age_to]
        assert len(steps) == len(set(steps))
    # Since the rule only ever removes within a step, each hour worked in is still there.
    assert {at // HOUR_MS for at in instants} == set(range(START // HOUR_MS, now // HOUR_MS + 1))


def test_same_text_blank_text_and_a_clock_set_back(store: Store) -> None:
    with store.writing() as connection:
        draft_journal.keep(connection, 1, "Bonjour", START)
        draft_journal.keep(connection, 1, "Bonjour", START + 60_000)
        draft_journal.keep(connection, 1, "  \n", START + 61_000)
        draft_journal.keep(connection, 1, "Bonjour Madame", START - 60_000)
    # It comes after what was written before it, in whose step it takes its place.
    assert kept(store) == [(START + 1, "Bonjour Madame")]


def test_what_is_over_is_forgotten_what_is_being_written_is_not(store: Store) -> None:
    with store.writing() as connection:
        for thread_id in (1, 2, 3):
            draft_journal.keep(connection, thread_id, "Bonjour", START)
        draft_journal.keep(connection, 3, "Bonjour Madame", START + 10 * HOUR_MS)
        drafts.save_draft(connection, 1, "Bonjour", 7, 1, START)
        assert draft_journal.forget_before(connection, START + HOUR_MS) == 1
    assert [len(kept(store, each)) for each in (1, 2, 3)] == [1, 0, 2]


def test_small_corrections_are_no_cut(store: Store) -> None:
    text = SENTENCE * 4
    assert draft_journal.removed(text, text[:10] + text[10 + CUT - 1 :]) == CUT - 1
    assert draft_journal.removed("Bonjour Madame,", "Bonjour,") == 7
    assert draft_journal.removed("aaa", "aaaa") == 0
    with store.writing() as connection:
        draft_journal.keep(connection, 1, text, START)
        draft_journal.keep(connection, 1, text[: 1 - CUT], START + 100)
        draft_journal.keep(connection, 1, text[: -2 * CUT], START + 200)
    assert [len(each) for _, each in kept(store)] == [len(text) - 2 * CUT, len(text) - CUT + 1]


def test_a_text_replaced_by_a_longer_one_comes_back(store: Store) -> None:
    with store.writing() as connection:
        draft_journal.keep(connection, 1, "Bonjour", START)
        draft_journal.keep(connection, 1, SENTENCE * 3, START + 1)
    assert [text for _, text in kept(store)] == [SENTENCE * 3, "Bonjour"]
