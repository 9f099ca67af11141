"""The words of a countdown: « 3 h 20 », « 12 min », « retard 1 h 05 », « 2 j 03 h »."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desk.countdown import Countdown, CountdownState

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR

_ICONS: Mapping[CountdownState, str] = MappingProxyType(
    {
        CountdownState.COMFORTABLE: "clock",
        CountdownState.HALFWAY: "hourglass",
        CountdownState.SOON: "alarm-clock",
        CountdownState.URGENT: "triangle-alert",
        CountdownState.LATE: "octagon-alert",
        CountdownState.ANSWERED: "circle-check",
        CountdownState.PAUSED: "pause",
    }
)


def countdown_words(countdown: Countdown) -> str:
    """What stands beside the icon in a list."""
    if countdown.state is CountdownState.ANSWERED:
        return QCoreApplication.translate("Countdown", "answered")
    duration = duration_text(abs(countdown.left_ms))
    if countdown.state is CountdownState.LATE:
        return QCoreApplication.translate("Countdown", "late {duration}").format(duration=duration)
    if countdown.state is CountdownState.PAUSED:
        return QCoreApplication.translate("Countdown", "paused {duration}").format(
            duration=duration
        )
    return duration


def countdown_spoken(countdown: Countdown) -> str:
    """The same as a screen reader says it, without an icon to lean on."""
    if countdown.state is CountdownState.ANSWERED or countdown.state is CountdownState.LATE:
        return countdown_words(countdown)
    if countdown.state is CountdownState.PAUSED:
        return paused_words(countdown.left_ms)
    return QCoreApplication.translate("Countdown", "{duration} left").format(
        duration=duration_text(countdown.left_ms)
    )


def paused_words(left_ms: int) -> str:
    """« en pause, reste 3 h 20 »; or by how much it was late when it was paused."""
    if left_ms < 0:
        return QCoreApplication.translate("Countdown", "paused, late by {duration}").format(
            duration=duration_text(-left_ms)
        )
    return QCoreApplication.translate("Countdown", "paused, {duration} left").format(
        duration=duration_text(left_ms)
    )


def widest_countdowns() -> list[str]:
    """Words that take as much room as any of a list, in the present language."""
    durations = (44 * _HOUR + 44 * _MINUTE, 4 * _DAY + 4 * _HOUR)
    return [
        countdown_words(Countdown(state, each, None))
        for state in (CountdownState.LATE, CountdownState.PAUSED)
        for each in durations
    ]


def countdown_icon(state: CountdownState) -> str:
    """The icon's name in the theme's family: a shape of its own for each state."""
    return _ICONS[state]


def duration_text(milliseconds: int) -> str:
    """Whole minutes, cut off below: what is shown is always still there.

    Up to two days in hours, since the promise is told as 48 h.
    """
    if milliseconds < _MINUTE:
        return QCoreApplication.translate("Countdown", "< 1 min")
    if milliseconds < _HOUR:
        return QCoreApplication.translate("Countdown", "{minutes} min").format(
            minutes=milliseconds // _MINUTE
        )
    if milliseconds < 2 * _DAY:
        return QCoreApplication.translate("Countdown", "{hours} h {minutes}").format(
            hours=milliseconds // _HOUR, minutes=f"{milliseconds % _HOUR // _MINUTE:02}"
        )
    return QCoreApplication.translate("Countdown", "{days} d {hours} h").format(
        days=milliseconds // _DAY, hours=f"{milliseconds % _DAY // _HOUR:02}"
    )
