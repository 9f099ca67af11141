"""The words of a promise explained."""

from PySide6.QtCore import QCoreApplication

from desk import wire
from desk.instants import to_ms
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import duration_text, paused_words

translate = QCoreApplication.translate


def policy_words(deadline: wire.Deadline) -> str:
    """Which time counts."""
    known = {
        "calendaire": translate("Deadline", "every hour counts, nights and days off too"),
        "ouvrees": translate("Deadline", "the whole of each working day counts"),
        "heures": translate("Deadline", "only the opening hours count"),
    }
    return known[deadline.policy]


def line_words(line: wire.DeadlineLine) -> str:
    """What a run of time was, with the name it has: « Jour férié : Ascension »."""
    known = {
        "open": translate("Deadline", "Counts"),
        "night": translate("Deadline", "Outside the opening hours"),
        "break": translate("Deadline", "Break"),
        "day_off": translate("Deadline", "Day off"),
        "holiday": translate("Deadline", "Public holiday"),
        "closure": translate("Deadline", "Closure"),
        "pause": translate("Deadline", "Pause"),
    }
    words = known[line.kind]
    if not line.name:
        return words
    return translate("Deadline", "{kind}: {name}").format(kind=words, name=line.name)


def counted_words(line: wire.DeadlineLine) -> str:
    """How much of it was taken from the budget."""
    if not line.counted_ms:
        return translate("Deadline", "nothing")
    return duration_text(line.counted_ms)


def left_words(line: wire.DeadlineLine) -> str:
    """What is left at its end."""
    if line.left_ms > 0:
        return duration_text(line.left_ms)
    return translate("Deadline", "nothing: due")


def conclusion(deadline: wire.Deadline, times: Times) -> str:
    """The one sentence of it."""
    if deadline.pause is not None:
        return translate("Deadline", "The clock is {paused}. Reason: {reason}").format(
            paused=paused_words(deadline.pause.left_ms), reason=deadline.pause.reason
        )
    if deadline.due_at is None:
        return translate("Deadline", "Nothing is due.")
    return translate("Deadline", "Due {moment}.").format(
        moment=times.day_and_time(to_ms(deadline.due_at))
    )


def holidays_words(region: str) -> str:
    """Which public holidays are taken off."""
    if region == "none":
        return translate("Deadline", "none are taken off")
    if region in ("FR-57", "FR-67", "FR-68"):
        return translate("Deadline", "those of Alsace-Moselle")
    if region == "FR":
        return translate("Deadline", "those of France")
    return region


def facts(deadline: wire.Deadline, times: Times) -> list[tuple[str, str]]:
    """(name, value) of what the account rests upon."""
    found = [
        (translate("Deadline", "Sent"), times.day_and_time(to_ms(deadline.sent_at))),
        (translate("Deadline", "Promised within"), duration_text(deadline.budget_seconds * 1000)),
        (translate("Deadline", "Rule"), policy_words(deadline)),
    ]
    if deadline.policy != "calendaire":
        found.append((translate("Deadline", "Public holidays"), holidays_words(deadline.holidays)))
    if deadline.site is not None:
        found.append((translate("Deadline", "Site"), deadline.site))
    found.append(
        (
            translate("Deadline", "Versions"),
            translate("Deadline", "rule {rule}, calendar {calendar}, time of {zone}").format(
                rule=deadline.policy_version,
                calendar=deadline.calendar_version,
                zone=deadline.timezone,
            ),
        )
    )
    for threshold in deadline.thresholds:
        if threshold.percent < 100:
            words = translate("Deadline", "{percent} % used").format(percent=threshold.percent)
            at = threshold.at
            found.append(
                (
                    words,
                    translate("Deadline", "not before the clock runs again")
                    if at is None
                    else times.day_and_time(to_ms(at)),
                )
            )
    return found
