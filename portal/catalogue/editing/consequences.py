"""Who and what would be touched by a draft: counted before it is published."""

from dataclasses import dataclass

from django.db.models import Count, Q

from portal.appointments.models import SETTLED, Appointment
from portal.catalogue.editing.entries import Catalogue, Entry
from portal.catalogue.models import Competence, EntryLevel
from portal.messaging.models import Thread, ThreadStatus
from portal.reply_templates.forms import EVERY_THEME
from portal.reply_templates.models import TemplateVersion
from portal.web.models import Draft


@dataclass(frozen=True)
class Withdrawn:
    """One entry that is taken from some profiles, or from all, and what names it.

    Attributes:
        below: how many sujets and motifs go with it.
        messages: open exchanges filed under it; they keep their words, and their agents.
        drafts: messages being written whose choice would have to be made again.
        templates: reply templates in force, of all caisses, that name it.
        appointments: requests not settled yet.
        motifs: motifs that propose it, of an online service.
    """

    entry: Entry
    whole: bool
    below: int
    messages: int
    drafts: int
    templates: int
    appointments: int
    motifs: int


@dataclass(frozen=True)
class Refiled:
    """One sujet or motif that hangs from another parent than before; its code stays.

    Attributes:
        below: how many motifs go with it.
        messages: open exchanges filed under it; they keep their words, and their agents.
        drafts: messages being written whose choice would have to be made again.
        templates: reply templates in force, of all caisses, that name its former theme and not
            the new one: they are proposed for it no longer.
    """

    entry: Entry
    below: int
    messages: int
    drafts: int
    templates: int


@dataclass(frozen=True)
class IdleTeam:
    """A team to which no offered motif would fall any more."""

    label: str
    agents: int


def withdrawn(before: Catalogue, after: Catalogue) -> list[Withdrawn]:
    """What is taken away by its own edit; what hangs from it is counted with it."""
    in_force_templates = _templates()
    found = []
    for entry in after:
        was = before.get(*entry.key)
        if was is None:
            continue
        lost = before.seen_by(was) - after.seen_by(entry)
        own = (was.active, was.parent, set(was.profiles)) != (
            entry.active,
            entry.parent,
            set(entry.profiles),
        )
        if lost and own:
            found.append(_withdrawn(before, entry, lost, after, in_force_templates))
    return found


def refiled(before: Catalogue, after: Catalogue) -> list[Refiled]:
    """What goes to another parent and is still offered there."""
    pairs = [(before.get(*entry.key), entry) for entry in after]
    moved = [(was, now) for was, now in pairs if was is not None and was.parent != now.parent]
    if not moved:
        return []
    in_force_templates = _templates()
    return [
        _refiled(before, was, now, after, in_force_templates)
        for was, now in moved
        if after.seen_by(now)
    ]


def idle_teams(before: Catalogue, after: Catalogue) -> list[IdleTeam]:
    """The teams that would get nothing any more, with how many agents name them."""
    gone = _busy(before) - _busy(after)
    agents = Count("agents", filter=Q(agents__user__is_active=True))
    rows = Competence.objects.filter(pk__in=gone).annotate(named=agents).order_by("label")
    return [IdleTeam(row.label, row.named) for row in rows]


def _busy(catalogue: Catalogue) -> set[str]:
    motifs = catalogue.of(EntryLevel.MOTIF)
    return {motif.competence for motif in motifs if catalogue.seen_by(motif)}


def _withdrawn(
    before: Catalogue,
    entry: Entry,
    lost: frozenset[str],
    after: Catalogue,
    templates: list[TemplateVersion],
) -> Withdrawn:
    was = before.get(*entry.key) or entry
    below = [each for each in before.below(was) if before.seen_by(each) & lost]
    codes = {level: [each.code for each in below if each.level is level] for level in EntryLevel}
    whole = not after.seen_by(entry)
    service = entry.level is EntryLevel.SERVICE
    motifs = [
        each
        for each in after.of(EntryLevel.MOTIF)
        if service and each.service == entry.code and after.seen_by(each)
    ]
    named = [
        each
        for each in templates
        if whole
        and (
            (service and each.service_code == entry.code)
            or set(codes[EntryLevel.THEME]) & set(each.themes)
        )
    ]
    theirs = Q(adherent__profile__in=lost)
    chosen = (
        Q(motif__in=codes[EntryLevel.MOTIF])
        | Q(motif__isnull=True, sujet__in=codes[EntryLevel.SUJET])
        | Q(motif__isnull=True, sujet__isnull=True, theme__in=codes[EntryLevel.THEME])
    )
    if service:
        chosen = Q(origin=f"sel:{entry.code}")
    return Withdrawn(
        entry=entry,
        whole=whole,
        below=len(below) - 1,
        messages=Thread.objects.filter(
            theirs, status=ThreadStatus.OPEN, motif__in=codes[EntryLevel.MOTIF]
        ).count(),
        drafts=Draft.objects.filter(theirs & chosen).count(),
        templates=len(named),
        appointments=Appointment.objects.filter(theirs, sujet__in=codes[EntryLevel.SUJET])
        .exclude(state__in=SETTLED)
        .count(),
        motifs=len(motifs),
    )


def _refiled(
    before: Catalogue, was: Entry, now: Entry, after: Catalogue, templates: list[TemplateVersion]
) -> Refiled:
    motifs = [each.code for each in before.below(was) if each.level is EntryLevel.MOTIF]
    chosen = Q(sujet=was.code) if was.level is EntryLevel.SUJET else Q(motif=was.code)
    former, present = _theme_of(before, was), _theme_of(after, now)
    unsuited = [
        each
        for each in templates
        if former != present
        and former in each.themes
        and not {present, EVERY_THEME} & set(each.themes)
    ]
    return Refiled(
        entry=now,
        below=len(before.below(was)) - 1,
        messages=Thread.objects.filter(status=ThreadStatus.OPEN, motif__in=motifs).count(),
        drafts=Draft.objects.filter(chosen).count(),
        templates=len(unsuited),
    )


def _theme_of(catalogue: Catalogue, entry: Entry) -> str:
    above = catalogue.parent(entry)
    return entry.code if above is None else _theme_of(catalogue, above)


def _templates() -> list[TemplateVersion]:
    """The newest version of each template of each caisse, withdrawn ones left out."""
    newest: dict[tuple[str, str], TemplateVersion] = {}
    for row in TemplateVersion.objects.defer("body", "fields", "advice").order_by("number"):
        newest[row.caisse_id, row.code] = row
    return [row for row in newest.values() if not row.withdrawn]
