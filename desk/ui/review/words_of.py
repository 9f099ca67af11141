"""A reviewer's own words in one text that can be read, and copied, without the review."""

from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import KeptReview

translate = QCoreApplication.translate


def review_words(kept: KeptReview) -> str:
    """Words about the whole, remarks with their passages, the amended text; paragraph by paragraph.

    Example: « Dites quand. » on « bientôt » reads as “bientôt”: Dites quand.
    """
    parts = [kept.words.strip()] if kept.words.strip() else []
    parts += [
        translate("Review", "“{passage}”: {comment}").format(
            passage=" ".join(each.passage.split()), comment=each.text
        )
        for each in kept.remarks
    ]
    if kept.amended is not None:
        parts.append(kept.amended.strip())
    return "\n\n".join(parts)
