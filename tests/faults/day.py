"""A day of two agents on one caisse, drawn from a seed, and what must be true in the evening.

The agents type, publish, claim, note, reclassify, hand over, close, take back, change their minds;
the line drops before and after, is cut, slow, garbled; gateways answer with pages and refusals;
sign-ins end; desks die in the middle of anything. In the evening everything heals, and:

- every text that desk said was saved, or written down for sending, is still somewhere its author
  can find it: the draft, its journal, the outbox, or the portal;
- no text is at the portal twice, or in another exchange than the one it was written for;
- every reply at the portal is known to the desk it came from, and every one a desk calls published
  is at the portal;
- every outbox entry has an end;
- what an agent did to an exchange happened in the order in which they did it, no desk ever went
  back to an older state of an exchange, and each ends with the portal's.
"""

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path

from sqlalchemy import Connection

from desk.models import meta
from desk.models.actions import Action
from desk.models.snapshots import OutboxView, ReplyState
from desk.models.store import Store
from desk.services.intentions import ConflictChoice
from tests.faults import day_world
from tests.faults.day_desk import Desk, versions_of
from tests.faults.day_life import KEY
from tests.faults.tally import Tally
from tests.support.fault_proxy import What

STEPS = 30
EVENING_S = 60.0
"""By then everything must have its end; the waits between tries are shortened by the driver."""

Condition = Callable[[], bool]


class Day:
    """One seed. `run` yields conditions to wait for; the driver lets Qt work meanwhile."""

    def __init__(self, seed: str, folder: Path, portal_url: str) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.world = day_world.build_world(f"jour-{seed}")
        self.desks = [Desk(each, folder, portal_url) for each in self.world.colleagues]
        # Migrated once: Alembic is not made for two stores at the same instant.
        template = folder.with_name("template.sqlite3")
        if not template.exists():
            Store.open(template, KEY).close()
        for desk in self.desks:
            desk.folder.mkdir(parents=True, mode=0o700)
            shutil.copyfile(template, desk.folder / "store.sqlite3")
        self.tally = Tally(runs=1)
        self._number = 0

    def run(self) -> Generator[tuple[Condition, float], None, Tally]:
        """The whole day: (condition, longest wait in seconds) after each step."""
        for desk in self.desks:
            desk.proxy.__enter__()
            desk.start()
        try:
            yield from self._work()
            yield from self._evening()
            self._judge()
        finally:
            for desk in self.desks:
                desk.end(suddenly=True)
                desk.proxy.__exit__(None, None, None)
        return self.tally

    # -- the day ----------------------------------------------------------------------------------

    def _work(self) -> Generator[tuple[Condition, float], None, None]:
        for desk in self.desks:
            yield lambda desk=desk: bool(desk.alive.read(versions_of)), 30.0  # type: ignore[misc]
        acts: list[tuple[int, Callable[[Desk], None]]] = [
            (14, self._type),
            (14, self._publish),
            (6, self._claim),
            (3, self._release),
            (5, self._note),
            (4, self._reclassify),
            (2, self._hand_over),
            (2, self._close),
            (3, self._take_back),
            (2, self._schedule),
            (5, self._decide),
            (16, self._fault),
            (4, self._heal),
            (4, self._die),
            (3, self._sign_in),
            (2, self._refresh),
            (3, self._adherent_writes),
        ]
        weights = [weight for weight, _ in acts]
        for _ in range(STEPS):
            desk = self.chance.choice(self.desks)
            (act,) = self.chance.choices([each for _, each in acts], weights)
            act(desk)
            if act == self._type and self.chance.random() < 0.5:
                yield lambda desk=desk: not self._unsaved(desk), 5.0  # type: ignore[misc]
            else:
                yield _never, self.chance.choice((0.0, 0.01, 0.05, 0.15))
            for each in self.desks:
                self._unsaved(each)
                each.look()

    def _unsaved(self, desk: Desk) -> dict[int, str]:
        """What was typed and is not the draft on the disk; the rest is safe from now on."""
        for thread_id, text in list(desk.typed.items()):
            if self._draft(desk, thread_id) == text:
                desk.safe[desk.typed.pop(thread_id)] = thread_id
        return desk.typed

    def _a_text(self, desk: Desk, thread_id: int) -> str:
        self._number += 1
        name = desk.colleague.agent.user.username
        # Nothing like the text before: a correction of a few letters need not stay in the journal.
        body = "".join(self.chance.choices("abcdefghijklmnopqrstuvwxyzéèàç ", k=60))
        return f"[{name} {self._number} @{thread_id}] {body}."

    def _thread(self, desk: Desk) -> int:
        return self.chance.choice(self.world.threads)

    def _type(self, desk: Desk) -> None:
        thread_id = self._thread(desk)
        text = self._a_text(desk, thread_id)
        version = desk.versions.get(thread_id, 1)
        desk.typed[thread_id] = text
        desk.alive.drafts.edited(thread_id, text, len(text), version)

    def _publish(self, desk: Desk) -> None:
        thread_id = self._thread(desk)
        kind = self.chance.choice(("answer", "holding", "holding"))
        if self.chance.random() < 0.7:
            text = self._a_text(desk, thread_id)
            desk.typed.pop(thread_id, None)
            desk.alive.drafts.edited(thread_id, text, len(text), desk.versions.get(thread_id, 1))
        else:
            text = self._draft(desk, thread_id) or self._a_text(desk, thread_id)
        desk.alive.publisher.publish(thread_id, text, kind)  # type: ignore[arg-type]
        if self.chance.random() < 0.1:  # an impatient finger
            desk.alive.publisher.publish(thread_id, text, kind)  # type: ignore[arg-type]

    def _draft(self, desk: Desk, thread_id: int) -> str | None:
        return desk.alive.read(
            lambda conn: conn.exec_driver_sql(
                "SELECT text FROM draft WHERE thread_id = ?", (thread_id,)
            ).scalar()
        )

    def _claim(self, desk: Desk) -> None:
        desk.alive.publisher.claim(self._thread(desk))

    def _release(self, desk: Desk) -> None:
        desk.alive.publisher.release(self._thread(desk))

    def _note(self, desk: Desk) -> None:
        thread_id = self._thread(desk)
        desk.alive.publisher.note(thread_id, "Note " + self._a_text(desk, thread_id))

    def _reclassify(self, desk: Desk) -> None:
        desk.alive.publisher.reclassify(self._thread(desk), self.chance.choice(self.world.motifs))

    def _hand_over(self, desk: Desk) -> None:
        competence = self.chance.choice(self.world.competences)
        desk.alive.publisher.transfer(self._thread(desk), competence, None, "Pour l’autre équipe")

    def _close(self, desk: Desk) -> None:
        desk.alive.publisher.close_thread(self._thread(desk), "Réponse donnée par téléphone")

    def _take_back(self, desk: Desk) -> None:
        published = [
            each
            for each in desk.alive.entries
            if each.kind == Action.REPLY and each.state is ReplyState.PUBLISHED
        ]
        if published and published[-1].portal_id is not None:
            desk.alive.publisher.withdraw(published[-1].thread_id, published[-1].portal_id)

    def _schedule(self, desk: Desk) -> None:
        thread_id = self._thread(desk)
        tomorrow = 86_400_000 + (desk.alive.entries[-1].created_ms if desk.alive.entries else 0)
        text = self._a_text(desk, thread_id)
        if self.chance.random() < 0.5:
            desk.alive.publisher.schedule(thread_id, text, "answer", max(tomorrow, _FAR_MS))
            return
        scheduled = desk.alive.read(
            lambda conn: conn.exec_driver_sql("SELECT thread_id, id FROM scheduled_reply").first()
        )
        if scheduled is not None:
            desk.alive.publisher.unschedule(*scheduled)

    def _decide(
        self, desk: Desk, choices: tuple[ConflictChoice, ...] = tuple(ConflictChoice)
    ) -> None:
        """What lies in the outbox: decide, try again, give up, go on writing."""
        for each in desk.alive.entries:
            if each.state is ReplyState.CONFLICT:
                choice = self.chance.choice(choices)
                if choice is ConflictChoice.PUBLISH_AGAIN:
                    desk.again.add(each.event_id)
                desk.alive.publisher.resolve_conflict(each.event_id, choice)
            elif each.state is ReplyState.REJECTED and self.chance.random() < 0.3:
                desk.again.add(each.event_id)
                desk.alive.publisher.retry(each.event_id)
            elif each.state is ReplyState.QUEUED and self.chance.random() < 0.3:
                act = self.chance.choice((desk.alive.publisher.cancel, desk.alive.publisher.edit))
                act(each.event_id)

    def _fault(self, desk: Desk) -> None:
        on = self.chance.choice(("POST", "POST", r"/replies", "GET /api/v1/changes", "."))
        times = self.chance.choice((1, 1, 2, 4, None))
        what = self.chance.choice(list(_FAULTS))
        if what is What.STATUS:
            status, slug, headers = self.chance.choice(_REFUSALS)
            desk.proxy.fail(what, on, min(times or 3, 3), status=status, slug=slug, headers=headers)
        else:
            desk.proxy.fail(what, on, times, late_s=0.3)
        self.tally.faults += 1
        if self.chance.random() < 0.3:
            desk.proxy.hang_up()

    def _heal(self, desk: Desk) -> None:
        desk.proxy.heal()
        desk.alive.sync.refresh()

    def _die(self, desk: Desk) -> None:
        desk.end(suddenly=self.chance.random() < 0.8)
        desk.typed.clear()  # less than a second old, perhaps: the kill drill measures that
        self.tally.deaths += 1
        desk.start()

    def _sign_in(self, desk: Desk) -> None:
        desk.alive.sign_in_again()

    def _refresh(self, desk: Desk) -> None:
        desk.alive.sync.refresh()

    def _adherent_writes(self, desk: Desk) -> None:
        day_world.adherent_writes(self._thread(desk), "J’ajoute une pièce à ma demande.")

    # -- the evening ------------------------------------------------------------------------------

    def _evening(self) -> Generator[tuple[Condition, float], None, None]:
        for desk in self.desks:
            desk.proxy.heal()
            desk.alive.sign_in_again()
            desk.alive.sync.refresh()
        # Nothing new is sent from here on, so that it ends.
        final = (ConflictChoice.KEEP_AS_DRAFT, ConflictChoice.DISCARD)

        def all_ended() -> bool:
            busy = False
            for desk in self.desks:
                if desk.alive.tokens.ended:
                    # A refusal of before came late: asked once more, the agent signs in once more.
                    desk.alive.sign_in_again()
                states = [each.state for each in desk.alive.entries]
                if ReplyState.CONFLICT in states:
                    for each in desk.alive.entries:
                        if each.state is ReplyState.CONFLICT:
                            desk.alive.publisher.resolve_conflict(
                                each.event_id, self.chance.choice(final)
                            )
                busy = busy or any(each.is_under_way or each.awaits_author for each in states)
            return not busy or self._only_rejected()

        yield all_ended, EVENING_S
        number = day_world.feed_number(self.world)
        for desk in self.desks:
            yield lambda desk=desk: (desk.alive.read(meta.cursor) or 0) >= number, EVENING_S  # type: ignore[misc]

    def _only_rejected(self) -> bool:
        """A refusal is an end: its author knows, and has the text."""
        return all(
            not each.state.is_under_way and each.state is not ReplyState.CONFLICT
            for desk in self.desks
            for each in desk.alive.entries
        )

    def _judge(self) -> None:
        tally = self.tally
        acts = day_world.acts_of(self.world)
        by_key = {each.key: each for each in acts}
        replies = [each for each in acts if each.reply_id is not None]
        tally.replies_at_portal = len(replies)
        shown = Counter(each.text for each in replies if not each.withdrawn)
        tally.duplicate_replies += sum(count - 1 for count in shown.values())
        tally.problems += [
            f"{self.seed}: twice: {each.key} as n° {each.reply_id} at {each.at:.3f}"
            for each in replies
            if not each.withdrawn and shown[each.text] > 1
        ]
        tally.wrong_thread += sum(_thread_of(each.text) != each.thread_id for each in replies)
        truth = day_world.threads_of(self.world)
        known_keys: set[str] = set()
        for desk in self.desks:
            self._unsaved(desk)
            entries = desk.alive.entries
            tally.entries += len(entries)
            tally.texts += len(desk.safe)
            tally.conflicts += len(desk.conflicts)
            tally.stuck_entries += sum(each.state.is_under_way for each in entries)
            tally.out_of_order += desk.backwards + _disorder(desk, entries, by_key)
            kept = self._findable(desk, entries) | {each.text for each in replies}
            lost = [each for each in desk.safe if each not in kept]
            tally.lost_texts += len(lost)
            tally.problems += [f"{self.seed}: lost {each.split(']')[0]}]" for each in lost]
            known_keys |= {each.event_id for each in entries if each.state is ReplyState.PUBLISHED}
            for each in entries:
                act = by_key.get(each.event_id)
                if each.kind != Action.REPLY:
                    continue
                published = each.state is ReplyState.PUBLISHED
                if published != (act is not None) and not (act is not None and act.withdrawn):
                    tally.unlike_the_portal += 1
                    tally.problems.append(
                        f"{self.seed}: a reply is {each.state} here ({each.problem}) and"
                        f" {'there' if act else 'not there'} at the portal"
                    )
            mine = desk.alive.read(_threads)
            if mine != truth:
                tally.unlike_the_portal += 1
                tally.problems.append(f"{self.seed}: {mine} is not {truth}")
            tally.problems += [f"{self.seed}: {each}" for each in desk.problems]
            tally.problems += [f"{self.seed}: {each}" for each in desk.alive.problems]
        if not tally.fine:
            tally.problems.append(f"{self.seed}: to see it again: --seed {self.seed}")

    def _findable(self, desk: Desk, entries: list[OutboxView]) -> set[str]:
        texts = desk.alive.read(
            lambda conn: set(
                conn.exec_driver_sql(
                    "SELECT text FROM draft UNION SELECT text FROM draft_version"
                ).scalars()
            )
        )
        return (texts or set()) | {each.text for each in entries}


def _never() -> bool:
    return False


def _threads(conn: Connection) -> dict[int, tuple[int, str, str, tuple[int, ...]]]:
    found = {}
    for thread_id, version, status, motif in conn.exec_driver_sql(
        "SELECT id, version, status, motif FROM thread"
    ).all():
        texts = conn.exec_driver_sql(
            "SELECT id FROM message WHERE thread_id = ? ORDER BY at_ms, id", (thread_id,)
        ).scalars()
        found[int(thread_id)] = (int(version), status, motif, tuple(texts))
    return found


def _thread_of(text: str) -> int | None:
    found = re.match(r"\[\S+ \d+ @(\d+)\]", text)
    return None if found is None else int(found[1])


def _disorder(desk: Desk, entries: list[OutboxView], by_key: dict[str, day_world.Act]) -> int:
    """How often something an agent did later to an exchange happened earlier."""
    last: dict[int, float] = {}
    wrong = 0
    for each in entries:
        act = by_key.get(each.event_id)
        if act is None or each.event_id in desk.again:
            continue
        if act.at < last.get(act.thread_id, 0.0):
            wrong += 1
        last[act.thread_id] = act.at
    return wrong


_FAR_MS = 4_000_000_000_000
_FAULTS = (
    What.DROP_BEFORE,
    What.DROP_AFTER,
    What.DROP_AFTER,
    What.TRUNCATE,
    What.HTML,
    What.GARBAGE,
    What.LATE,
    What.STATUS,
    What.STATUS,
)
_REFUSALS: tuple[tuple[int, str, dict[str, str]], ...] = (
    (401, "not-signed-in", {"WWW-Authenticate": "Bearer"}),
    (403, "role-not-allowed", {}),
    (409, "claimed-by-another", {}),
    (412, "stale-version", {}),
    (429, "too-many-requests", {"Retry-After": "1"}),
    (500, "internal-error", {}),
    (503, "unavailable", {"Retry-After": "1"}),
)
