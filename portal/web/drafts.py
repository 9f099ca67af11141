"""Keeping, changing and forgetting the message an adherent is writing."""

import datetime
import uuid
from typing import Final

from django.db.models import Q
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.catalogue.models import Motif, Sujet, Theme
from portal.messaging.models import MessageKind
from portal.web.models import Draft

KEPT_FOR: Final = datetime.timedelta(days=7)
"""An unsent message is personal data with no further use: it is forgotten after this long."""

LONGEST_KEPT: Final = 20_000
"""Characters of an unfinished text kept between two pages. Far above what may be sent, so that a
text pasted too long can still be shortened; far below what would fill the disk."""


def draft_of(adherent: Adherent, writer: Adherent | None = None) -> Draft | None:
    """The message in progress, if there is one that has not been forgotten.

    Here and below, `writer` is the proxy who writes in the adherent's name, None the adherent.
    """
    return (
        Draft.objects.select_related(
            "adherent", "theme", "sujet", "motif__sujet__theme", "motif__online_service"
        )
        .filter(adherent=adherent, writer=writer, updated_at__gte=timezone.now() - KEPT_FOR)
        .first()
    )


def begin(adherent: Adherent, writer: Adherent | None = None, *, origin: str = "") -> Draft:
    """Start a new message; the one in progress, if any, is forgotten.

    Two pages that begin at the same instant (a double click) end with one message.
    """
    draft, _ = Draft.objects.update_or_create(
        adherent=adherent,
        writer=writer,
        defaults={
            "submission_key": uuid.uuid4(),
            "theme": None,
            "sujet": None,
            "motif": None,
            "kind": MessageKind.REQUEST,
            "text": "",
            "origin": origin,
            "revision": 0,
        },
    )
    return draft


def forget(adherent: Adherent, writer: Adherent | None = None) -> None:
    """« Annuler », or the message has been sent."""
    Draft.objects.filter(adherent=adherent, writer=writer).delete()


def forget_stale(now: datetime.datetime) -> int:
    """Delete the drafts nobody came back to. Returns how many; for the housekeeping."""
    deleted, _ = Draft.objects.filter(updated_at__lt=now - KEPT_FOR).delete()
    return deleted


def choose_theme(draft: Draft, theme: Theme) -> None:
    """Set the theme. Another theme makes the sujet and motif chosen before meaningless."""
    if draft.theme_id != theme.pk:
        draft.sujet = None
        draft.motif = None
    draft.theme = theme
    _save(draft)


def choose_sujet(draft: Draft, sujet: Sujet) -> None:
    """Set the sujet, and clear the motif if the sujet is another one."""
    if draft.sujet_id != sujet.pk:
        draft.motif = None
    draft.sujet = sujet
    _save(draft)


def choose_motif(draft: Draft, motif: Motif) -> None:
    """Set the motif, and with it the sujet and theme it belongs to."""
    draft.motif = motif
    draft.sujet = motif.sujet
    draft.theme = motif.sujet.theme
    _save(draft)


def keep_text(draft: Draft, text: str, kind: str) -> None:
    """Store what was typed, whether or not it may be sent as it stands."""
    draft.text = text[:LONGEST_KEPT]
    draft.kind = kind
    _save(draft)


def new_key(author: Adherent) -> None:
    """Pages shown before this can no longer write into the drafts that `author` types, in whose
    name ever. Called when signing out.
    """
    typed = Draft.objects.filter(Q(adherent=author, writer=None) | Q(writer=author))
    for draft in typed:
        Draft.objects.filter(pk=draft.pk).update(submission_key=uuid.uuid4())


def by_key(raw: str) -> Draft | None:
    """The draft whose pages carry this key, whoever is signed in. None for anything else."""
    try:
        key = uuid.UUID(raw)
    except ValueError:
        return None
    drafts = Draft.objects.select_related("adherent", "writer")
    return drafts.filter(submission_key=key).first()


def _save(draft: Draft) -> None:
    draft.revision += 1
    draft.save()
