"""What a forecast supposes, in words: it is never shown without."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.forecast.engine import ExtraOpening, Move, Question
from portal.forecast.reading import MESSAGES_MAX, WEEKS, Known


def assumptions_of(
    known: Known, moves: Sequence[Move], openings: Sequence[ExtraOpening]
) -> list[tuple[str, str]]:
    """Term and meaning, in the order in which they are to be read."""
    question = known.question
    return [
        ("arrivals", _arrivals(question)),
        ("hours", _hours(known)),
        ("agents", _agents(known)),
        ("handling", _handling(question)),
        ("order", _("Each team answers what is due first; agents of several teams help likewise.")),
        *_left_out(known),
        *_changes(moves, openings),
        (
            "simulation",
            _("{runs} runs from the seed {seed}; eight in ten lie between the bounds.").format(
                runs=question.runs, seed=question.seed
            ),
        ),
    ]


def _arrivals(question: Question) -> str:
    demand = question.demand
    if not demand.messages:
        return _("Nothing was sent in the last weeks: nothing new is expected.")
    return _(
        "As usual for the weekday and hour: {messages} messages of the last {days} days (at most "
        "{weeks} weeks, recent ones count more), brought to {level} % by the last days. On "
        "public holidays as on Sundays."
    ).format(
        messages=demand.messages,
        days=demand.days,
        weeks=WEEKS,
        level=round(demand.level * 100),
    )


def _hours(known: Known) -> str:
    if known.hours_supposed:
        words = _("The calendar says no hours: {hours} is supposed, public holidays apart.")
    else:
        words = _("Answers are written in the opening hours of the calendar: {hours}.")
    return words.format(hours=known.hours)


def _agents(known: Known) -> str:
    staff = known.question.staff
    here = sum(pool.agents for pool in known.question.pools if pool.back_at is None)
    words = [
        ngettext("{count} agent is there", "{count} agents are there", here).format(count=here),
        ngettext("{count} is absent.", "{count} are absent.", known.absent).format(
            count=known.absent
        ),
    ]
    if staff.days:
        usual = sum(staff.attendance[:5]) / 5
        words.append(
            _(
                "On a working day {part} per cent of them answer, and give {time} per cent of "
                "their open time to it: measured for the caisse as a whole."
            ).format(part=round(usual * 100), time=round(staff.availability * 100))
        )
    else:
        words.append(_("Too little is measured: all of them are supposed to answer all day."))
    return ", ".join(words[:2]) + " " + words[2]


def _handling(question: Question) -> str:
    usual = question.staff.usual_pace
    minutes = round(usual.mean / 60)
    if not usual.answers:
        return _("Too few answers are measured: {minutes} minutes each are supposed.").format(
            minutes=minutes
        )
    return _(
        "{minutes} minutes an answer on average ({answers} answers), measured team by team where "
        "there are enough; of teams, never of persons."
    ).format(minutes=minutes, answers=usual.answers)


def _left_out(known: Known) -> list[tuple[str, str]]:
    found = []
    if known.paused:
        found.append(
            (
                "paused",
                ngettext(
                    "{count} paused message stays paused.",
                    "{count} paused messages stay paused.",
                    known.paused,
                ).format(count=known.paused),
            )
        )
    if len(known.question.messages) == MESSAGES_MAX:
        found.append(
            ("bound", _("The {count} first due are simulated.").format(count=MESSAGES_MAX))
        )
    return found


def _changes(moves: Sequence[Move], openings: Sequence[ExtraOpening]) -> list[tuple[str, str]]:
    found = [
        (
            "move",
            ngettext(
                "{count} agent goes from {before} to {after} only.",
                "{count} agents go from {before} to {after} only.",
                move.agents,
            ).format(count=move.agents, before=move.from_team, after=move.to_team),
        )
        for move in moves
    ]
    found += [
        (
            "opening",
            _(
                "People come on {day} ({agents}); what was promised, and what will be, falls due "
                "as before."
            ).format(
                day=opening.day.isoformat(),
                agents=_("as many as usual") if opening.agents is None else opening.agents,
            ),
        )
        for opening in openings
    ]
    return found
