"""Why a file is not taken, in the adherent's words."""

from django.conf import settings
from django.utils.translation import gettext as _

from portal.documents.inspection.verdict import Refusal


def why_refused(refusal: Refusal) -> str:
    """A sentence that says what to do instead."""
    match refusal:
        case Refusal.EMPTY:
            return _("this file is empty.")
        case Refusal.TOO_LARGE:
            return _("this file is too large: it must be under %(limit)s.") % {
                "limit": size_in_words(settings.ENVIRONMENT.document_bytes)
            }
        case Refusal.WRONG_FORMAT:
            return _("this file is neither a PDF, a JPEG nor a PNG. Save or scan it as a PDF.")
        case Refusal.UNREADABLE:
            return _("this file is damaged and cannot be read. Save or scan it again.")
        case Refusal.LOCKED:
            return _("this PDF is locked by a password or restrictions. Print it to a new PDF.")
        case Refusal.HIDDEN_CONTENT:
            return _("the pages of this PDF hold no readable document. Print it to a new PDF.")
        case Refusal.ANIMATED:
            return _("this picture moves. Send a still picture.")
        case Refusal.TOO_HEAVY:
            return _("this file is too complex to be checked. Scan it again, smaller.")


def size_in_words(size: int) -> str:
    """« 1 Mo », « 340 ko »; as computers show it, by 1,024."""
    if size >= 2**20:
        megabytes = f"{size / 2**20:.1f}".rstrip("0").rstrip(".").replace(".", ",")
        return _("%(number)s MB") % {"number": megabytes}
    return _("%(number)s kB") % {"number": max(1, round(size / 1024))}
