"""What the figures and the columns of the export mean: they are never shown without."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEFINITIONS: tuple[tuple[str, str | Promise], ...] = (
    (
        "judged",
        _(
            "Messages whose due instant lies in the period and has passed, answered or still open; "
            "neither those closed without a reply nor those whose deadline is paused."
        ),
    ),
    ("kept", _("Of those, messages answered at the latest at their due instant.")),
    ("kept_permille", _("Promises kept for a thousand judged, rounded down.")),
    (
        "delay_seconds",
        _(
            "From sending to the answer in elapsed seconds, nights and days off included; a "
            "holding reply is no answer."
        ),
    ),
    (
        "median_seconds",
        _("The delay within which half of the answered messages were answered (nearest rank)."),
    ),
    (
        "p90_seconds",
        _("The delay within which nine in ten answered messages were answered (nearest rank)."),
    ),
    ("due_at", _("The due instant by the rule that the message was given, pauses included.")),
)
"""Term, as the API and the export name it, and meaning."""
