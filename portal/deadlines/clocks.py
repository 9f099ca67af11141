"""An exchange's clock: started by sending, stopped by an answer, paused for a reason.

Callers hold the transaction and the exchange's lock; rows are locked in the order exchange, then
clock. Whatever stops or holds a clock first writes the events it has passed, so none depends on
the worker having been awake at its instant.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from portal.accounts.models import Agent
from portal.deadlines.engine import Pause as EnginePause
from portal.deadlines.engine import thresholds, used_between
from portal.deadlines.events import Kind, ahead, event, passed, write
from portal.deadlines.models import Clock, Pause, PolicyVersion
from portal.deadlines.promise import Promise
from portal.deadlines.rules import engine_pauses, engine_policy
from portal.messaging.models import Thread

MILLISECOND = timedelta(milliseconds=1)


class AlreadyPaused(Exception):
    """The clock stands still already."""


class NotPaused(Exception):
    """The clock is running: there is no pause to end."""


def start(thread: Thread, promise: Promise) -> Clock:
    """Start the clock of an exchange that was just stored, at its instant of sending."""
    clock = Clock(
        thread=thread,
        rule=promise.rule,
        site=promise.site,
        warn_50_at=promise.instants.half,
        warn_75_at=promise.instants.three_quarters,
        warn_90_at=promise.instants.nine_tenths,
        due_at=promise.due_at,
        next_threshold_at=promise.instants.half,
    )
    clock.save(force_insert=True)
    return clock


def lock(thread: Thread) -> Clock:
    """Lock the clock for the rest of the transaction and return it."""
    return (
        Clock.objects.select_for_update(of=("self",), no_key=True)
        .select_related("rule__calendar")
        .get(pk=thread.pk)
    )


def stop(thread: Thread, at: datetime, *, answered: bool) -> None:
    """Stop the clock at `at`. A pause that is running ends there; `thread.due_at` is then new, and
    is for the caller to save.

    Args:
        answered: by an answer; otherwise the exchange is closed without one.
    """
    clock = lock(thread)
    if clock.paused_since is not None:
        _end_pause(thread, clock, at, Pause.EndedBy.END)
    events = [event(clock, thread.caisse_id, kind, when) for kind, when in passed(clock, at)]
    if answered and at > clock.due_at:
        events.append(event(clock, thread.caisse_id, Kind.ANSWERED_LATE, at))
    write(events)
    clock.next_threshold_at = None
    clock.save()


def restart(thread: Thread) -> None:
    """Let the clock run as if it had never been stopped: its answer was taken back."""
    clock = lock(thread)
    # From the first threshold on: those already written are not written twice.
    clock.next_threshold_at = clock.warn_50_at
    clock.save(update_fields=["next_threshold_at"])


def pause(thread: Thread, agent: Agent, reason: str, at: datetime) -> None:
    """Hold the clock from `at` on.

    Raises:
        AlreadyPaused: it is held.
    """
    clock = lock(thread)
    if clock.paused_since is not None:
        raise AlreadyPaused
    write(event(clock, thread.caisse_id, kind, when) for kind, when in passed(clock, at))
    row = Pause.objects.create(thread=thread, started_at=at, started_by=agent, reason=reason)
    used = used_between(engine_policy(clock.rule), thread.sent_at, at, _ended_pauses(thread))
    clock.paused_since = at
    clock.paused_reason = reason
    clock.paused_left_ms = (timedelta(seconds=thread.budget_seconds) - used) // MILLISECOND
    clock.next_threshold_at = None
    clock.save()
    write(
        [event(clock, thread.caisse_id, Kind.PAUSED, at, pause_id=row.pk, agent_id=agent.pk)],
    )


def resume(thread: Thread, at: datetime, by: Pause.EndedBy) -> None:
    """Let a held clock run again: the due instant moves by the counted time of the pause. It is
    set on `thread`, for the caller to save.

    Raises:
        NotPaused: it is running.
    """
    clock = lock(thread)
    if clock.paused_since is None:
        raise NotPaused
    _end_pause(thread, clock, at, by)
    clock.next_threshold_at = ahead(clock, at)
    clock.save()


def resume_if_paused(thread: Thread, at: datetime, by: Pause.EndedBy) -> bool:
    """As `resume`; whether there was a pause to end."""
    try:
        resume(thread, at, by)
    except NotPaused:
        return False
    return True


def moved(thread: Thread, caisse_before: str, at: datetime, agent: Agent) -> None:
    """Write down that the exchange was handed over; its deadline stays."""
    clock = lock(thread)
    write(event(clock, caisse_before, kind, when) for kind, when in passed_unless_held(clock, at))
    if thread.caisse_id != caisse_before and clock.site_id is not None:
        clock.site = None  # a site of the caisse that it has left
        clock.save(update_fields=["site"])
    write(
        [
            event(
                clock,
                caisse_before,
                Kind.TRANSFERRED,
                at,
                caisse=thread.caisse_id,
                competence=thread.competence_id,
                agent_id=agent.pk,
            )
        ]
    )


def apply_rule(thread: Thread, clock: Clock, rule: PolicyVersion) -> None:
    """Give a running or held exchange another rule, as of its sending; nothing is saved.

    Its warnings begin anew: another revision of the clock.
    """
    thread.policy = rule.kind
    thread.policy_version = rule.number
    thread.budget_seconds = rule.budget_seconds
    clock.rule = rule
    clock.revision += 1


def set_instants(thread: Thread, clock: Clock, pauses: Sequence[EnginePause]) -> None:
    """Compute the thresholds and the due instant anew; nothing is saved."""
    found = thresholds(
        engine_policy(clock.rule),
        thread.sent_at,
        timedelta(seconds=thread.budget_seconds),
        pauses,
    )
    clock.warn_50_at, clock.warn_75_at = found.half, found.three_quarters
    clock.warn_90_at, clock.due_at = found.nine_tenths, found.due
    thread.due_at = found.due


def passed_unless_held(clock: Clock, at: datetime) -> list[tuple[Kind, datetime]]:
    """The thresholds behind a clock, none new while it stands still."""
    return passed(clock, at) if clock.paused_since is None else []


def _end_pause(thread: Thread, clock: Clock, at: datetime, by: Pause.EndedBy) -> None:
    row = Pause.objects.get(thread=thread, ended_at=None)
    row.ended_at = at
    row.ended_by = by
    row.save(update_fields=["ended_at", "ended_by"])
    clock.paused_since = None
    clock.paused_reason = ""
    clock.paused_left_ms = None
    set_instants(thread, clock, _ended_pauses(thread))
    write([event(clock, thread.caisse_id, Kind.RESUMED, at, pause_id=row.pk, by=by.value)])


def _ended_pauses(thread: Thread) -> list[EnginePause]:
    return engine_pauses(Pause.objects.filter(thread=thread))
