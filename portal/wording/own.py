"""The portal's own words, from which an author starts."""

from django.conf import settings

from portal.wording.models import is_sms


def own_words(code: str) -> tuple[str, str]:
    """Return subject (empty for an SMS) and text, as a template."""
    folder = settings.RESOURCES / "wording"
    body = (folder / f"{code}.txt").read_text(encoding="utf-8").strip()
    if is_sms(code):
        return "", body
    return (folder / f"{code}.subject.txt").read_text(encoding="utf-8").strip(), body
