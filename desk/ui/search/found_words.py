"""What a search found, in words."""

from PySide6.QtCore import QObject

from desk.models.search.query import Order
from desk.services.search import Answer


class FoundWords(QObject):
    """A `QObject`, for only those have plurals translated."""

    def found(self, answer: Answer) -> str:
        """How many exchanges, and whether the index is whole."""
        count = len(answer.found.hits)
        if answer.found.more:
            words = self.tr("More than %n exchange(s)", "", count)
        else:
            words = self.tr("%n exchange(s) found", "", count)
        if not answer.found.whole:
            words = self.tr("{found}, index being made").format(found=words)
        return words

    def nothing(self, answer: Answer) -> str:
        """What to try, where nothing was found."""
        if answer.asking.order is Order.URGENT:
            return self.tr("Nothing that waits for an answer has this. Choose “Newest” to see all.")
        return self.tr(
            "Nothing was found. Fewer words, or only their beginnings, find more; all of "
            "them must stand in one text or in its name, reference or classification."
        )
