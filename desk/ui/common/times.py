"""Instants and durations in the words of the interface's language."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

translate = QCoreApplication.translate

DEFAULT_ZONE = "Europe/Paris"
_SECOND, _MINUTE, _HOUR = 1_000, 60_000, 3_600_000


@lru_cache(maxsize=8)
def _zone_named(name: str) -> QTimeZone:
    """Read from the system once: every part of the window has its `Times`."""
    wanted = QTimeZone(name.encode())
    return wanted if wanted.isValid() else QTimeZone.systemTimeZone()


class Times:
    """Words for instants (epoch, ms) in one time zone.

    The zone is the caisse's, not the workstation's: a due time is the same for all who speak of
    it. An unknown zone falls back to the workstation's own.
    """

    def __init__(self, zone: str = DEFAULT_ZONE) -> None:
        self._zone = _zone_named(zone)
        # Names of days and months follow the translation in use, not the system.
        self._locale = QLocale(translate("Times", "en", "language code of this translation"))

    @property
    def zone(self) -> str:
        """Its IANA name."""
        return bytes(self._zone.id().data()).decode()

    @property
    def locale(self) -> QLocale:
        """Of the names of days and months."""
        return self._locale

    def ms_of(self, day: QDate, time: QTime) -> int:
        """The instant that a calendar and a clock on the wall show here. An hour that the change to
        summer time skips is the one after it; of one that comes twice it is the first.
        """
        return int(QDateTime(day, time, self._zone).toMSecsSinceEpoch())

    def at(self, ms: int) -> QDateTime:
        return QDateTime.fromMSecsSinceEpoch(ms, self._zone)

    def time(self, ms: int) -> str:
        """« 16 h 00 »."""
        return self._format(ms, translate("Times", "HH:mm", "QDateTime format, a time of day"))

    def time_with_seconds(self, ms: int) -> str:
        """« 10:42:07 »."""
        return self._format(ms, "HH:mm:ss")

    def exact(self, ms: int) -> str:
        """« 22 novembre 2026 à 10:42:07 »."""
        return self._format(
            ms,
            translate("Times", "d MMMM yyyy 'at' HH:mm:ss", "QDateTime format, an exact instant"),
        )

    def instant(self, ms: int, now_ms: int) -> str:
        """« 10:42:07 » on the same day, else the exact date too."""
        same_day = self.at(ms).date() == self.at(now_ms).date()
        return self.time_with_seconds(ms) if same_day else self.exact(ms)

    def day_and_time(self, ms: int) -> str:
        """« vendredi 22 novembre à 16 h 00 »."""
        return self._format(
            ms,
            translate("Times", "dddd d MMMM 'at' HH:mm", "QDateTime format, a day and a time"),
        )

    def date(self, ms: int) -> str:
        """« 22 novembre 2026 »."""
        return self._format(ms, translate("Times", "d MMMM yyyy", "QDateTime format, a date"))

    def moment(self, ms: int, now_ms: int) -> str:
        """« aujourd’hui à 09 h 42 », « hier à … », else the day by name."""
        days = self.at(ms).date().daysTo(self.at(now_ms).date())
        if days == 0:
            return translate("Times", "today at {time}").format(time=self.time(ms))
        if days == 1:
            return translate("Times", "yesterday at {time}").format(time=self.time(ms))
        if days == -1:
            return translate("Times", "tomorrow at {time}").format(time=self.time(ms))
        return self.day_and_time(ms)

    def hour_or_moment(self, ms: int, now_ms: int) -> str:
        """« 13 h 58 » on the same day, else the day too."""
        same_day = self.at(ms).date() == self.at(now_ms).date()
        return self.time(ms) if same_day else self.moment(ms, now_ms)

    def duration(self, ms: int) -> str:
        """A rough length: « 12 s », « 3 min », « 2 h », « 4 j »."""
        if ms < _MINUTE:
            return translate("Times", "{count} s").format(count=max(0, ms // _SECOND))
        if ms < _HOUR:
            return translate("Times", "{count} min").format(count=ms // _MINUTE)
        if ms < 48 * _HOUR:
            return translate("Times", "{count} h").format(count=ms // _HOUR)
        return translate("Times", "{count} d").format(count=ms // (24 * _HOUR))

    def _format(self, ms: int, pattern: str) -> str:
        return self._locale.toString(self.at(ms), pattern)
