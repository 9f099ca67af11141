"""When a message came, in few characters: « 09:42 » today, « 8 mars 09:42 » before."""

from PySide6.QtCore import QCoreApplication, QLocale

from desk.ui.common.times import Times

_KEPT = 4000


class Received:
    """Words for instants of receipt, kept: a calendar costs more than painting the words."""

    def __init__(self, times: Times) -> None:
        self._times = times
        self._locale = QLocale(
            QCoreApplication.translate("Times", "en", "language code of this translation")
        )
        self._today = -1
        self._words: dict[int, str] = {}

    def words(self, sent_ms: int, now_ms: int) -> str:
        """Both on the portal's clock, epoch, ms."""
        words = self._words.get(sent_ms)
        if words is None or not self._today <= now_ms < self._today + 86_400_000:
            self._start_day(now_ms)
            words = self._words[sent_ms] = self._made(sent_ms, now_ms)
        return words

    def _start_day(self, now_ms: int) -> None:
        """« Today » ends at midnight, and with it what was kept."""
        if not self._today <= now_ms < self._today + 86_400_000 or len(self._words) > _KEPT:
            self._words.clear()
            self._today = self._times.at(now_ms).date().startOfDay().toMSecsSinceEpoch()

    def _made(self, sent_ms: int, now_ms: int) -> str:
        at = self._times.at(sent_ms)
        today = at.date() == self._times.at(now_ms).date()
        return self._locale.toString(
            at,
            QCoreApplication.translate("Received", "HH:mm", "QDateTime format, as short as can be")
            if today
            else QCoreApplication.translate(
                "Received", "d MMM HH:mm", "QDateTime format, as short as can be"
            ),
        )
