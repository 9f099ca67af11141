"""The copies of agents' drafts: one per agent and exchange, seen by its author alone.

The copy never wins by itself: a save says which revision it continues, and one that continues an
older one is refused with the present draft, so that the agent sees both.
"""

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Agent
from portal.messaging.errors import StaleDraft, TextTooLong
from portal.messaging.models import AgentDraft
from portal.messaging.reading import lock_thread, thread_for
from portal.messaging.text import CODE_POINTS_PER_CHARACTER, REPLY_MAX_LENGTH

MAX_CODE_POINTS = REPLY_MAX_LENGTH * CODE_POINTS_PER_CHARACTER
"""A draft may be longer than a reply (it will be shortened), not of any size."""


def drafts_of(agent: Agent) -> list[AgentDraft]:
    """Return the agent's drafts, also those of exchanges that have left their caisse since: the
    text is theirs.
    """
    return list(AgentDraft.objects.filter(agent=agent, thrown_away=False).order_by("thread_id"))


@transaction.atomic
def save_draft(
    *, thread_id: int, agent: Agent, text: str, device: str, revision: int | None
) -> AgentDraft:
    """Keep the text as it was typed, and return the draft with its new revision.

    The same save again (its answer was lost) gets the same answer.

    Args:
        device: the agent's name for the PC.
        revision: the one that this text continues; None: there was none.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse.
        StaleDraft: the kept draft is another one.
        TextTooLong: beyond `MAX_CODE_POINTS`.
    """
    text = text.replace("\x00", "")  # PostgreSQL cannot keep it
    if len(text) > MAX_CODE_POINTS:
        raise TextTooLong(len(text), MAX_CODE_POINTS)
    lock_thread(agent, thread_id)
    now = timezone.now()
    kept = AgentDraft.objects.select_for_update().filter(agent=agent, thread_id=thread_id).first()
    if kept is None:
        if revision is not None:
            raise StaleDraft(None)
        return AgentDraft.objects.create(
            agent=agent, thread_id=thread_id, text=text, device=device, saved_at=now
        )
    present = None if kept.thrown_away else kept
    continued = None if present is None else present.revision
    if continued != revision:
        if present is not None and (present.text, present.device) == (text, device):
            return present
        raise StaleDraft(present)
    kept.text, kept.device, kept.saved_at, kept.thrown_away = text, device, now, False
    kept.revision += 1
    kept.save(update_fields=["text", "device", "saved_at", "thrown_away", "revision"])
    return kept


@transaction.atomic
def throw_draft_away(*, thread_id: int, agent: Agent, revision: int | None = None) -> None:
    """Forget the agent's draft; when there is none, nothing is to be done.

    Args:
        revision: only if it still is this one; None: whichever it is.

    Raises:
        StaleDraft: the kept draft is another one.
        ThreadNotFound: no such exchange in the agent's caisse, nor a draft of theirs for it.
    """
    kept = (
        AgentDraft.objects.select_for_update()
        .filter(agent=agent, thread_id=thread_id, thrown_away=False)
        .first()
    )
    if kept is None:
        if not AgentDraft.objects.filter(agent=agent, thread_id=thread_id).exists():
            thread_for(agent, thread_id)
        return
    if revision not in (None, kept.revision):
        raise StaleDraft(kept)
    kept.text, kept.thrown_away = "", True
    kept.revision += 1
    kept.save(update_fields=["text", "thrown_away", "revision"])
