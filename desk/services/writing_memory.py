"""The agent's own templates, past replies to the motif, what was used: for one exchange."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection

from desk.models import writing_memory as memory
from desk.models.errors import StoreUnavailable
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.blanking import blanked, inner_text
from desk.services.lanes import Lanes
from desk.services.reply_template import EVERY_THEME, Origin, ReplyTemplate

TITLE_LENGTH = 60


class Remembered(msgspec.Struct, frozen=True):
    """What there is besides the collection."""

    texts: tuple[ReplyTemplate, ...] = ()
    uses: dict[str, int] = msgspec.field(default_factory=dict)
    """By code, for the exchange's motif."""


class WritingMemory:
    """Reads and writes on the store's lanes. Nothing leaves this PC."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self._on_their_way = 0
        """Writes that a reading would not see yet."""

    def recall(self, thread: ThreadView, done: Callable[[Remembered], None]) -> None:
        """`done` gets what may help with `thread`; past replies come blanked."""

        def job(conn: Connection) -> Remembered:
            own = tuple(_own(each) for each in memory.own_templates(conn))
            past = memory.past_replies(conn, thread.motif, thread.thread_id)
            texts = (_past(each, thread.motif_label) for each in past)
            told = tuple(each for each in texts if each.body)
            return Remembered((*own, *told), memory.template_uses(conn, thread.motif))

        if self._on_their_way:
            # Behind them: what was just used or deleted is to be known.
            self._lanes.write(lambda conn: (job(conn), None), done)
        else:
            self._lanes.query(job, done)

    def used(self, thread: ThreadView, template: ReplyTemplate) -> None:
        """It entered a reply: next time it stands higher for this motif."""
        if template.origin is not Origin.PAST:
            self._write(lambda conn: memory.count_use(conn, thread.motif, template.code))

    def keep(self, text: str, thread: ThreadView, done: Callable[[], None]) -> None:
        """Keep a text as a template of the agent's own, this adherent's data blanked. Its title is
        its first words; the same first words again take its place.
        """
        clean = blanked(text.strip(), (thread.adherent_name, thread.addressed_name))
        template = memory.OwnTemplate(_title(clean), clean)
        self._write(lambda conn: memory.keep_own(conn, template), done)

    def drop(self, template: ReplyTemplate) -> None:
        """Delete one of the agent's own."""
        self._write(lambda conn: memory.drop_own(conn, template.title))

    def _write(
        self, work: Callable[[Connection], None], done: Callable[[], None] = lambda: None
    ) -> None:
        def job(conn: Connection) -> tuple[None, StoreChange | None]:
            work(conn)
            return None, None

        def written(_: None) -> None:
            self._on_their_way -= 1
            done()

        def failed(error: Exception) -> None:
            self._on_their_way -= 1
            # Of an agent who has left nothing is kept, and nobody is there to be told.
            if not (isinstance(error, StoreUnavailable) and error.code == "closed"):
                self._lanes.report(error)

        self._on_their_way += 1
        self._lanes.write(job, written, failed)


def _own(kept: memory.OwnTemplate) -> ReplyTemplate:
    return _given(f"own:{kept.title}", kept.title, kept.text, Origin.OWN)


def _past(reply: memory.PastReply, motif_label: str) -> ReplyTemplate:
    text = blanked(inner_text(reply.text), reply.names)
    return _given(f"past:{reply.message_id}", _title(text), text, Origin.PAST, motif_label)


def _given(code: str, title: str, text: str, origin: Origin, category: str = "") -> ReplyTemplate:
    return ReplyTemplate(
        code=code,
        title=title,
        category=category,
        themes=(EVERY_THEME,),
        kind="answer",
        advice="",
        service=None,
        fields=(),
        body=text,
        origin=origin,
    )


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TITLE_LENGTH else line[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
