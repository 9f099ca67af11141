"""« A+ » and « A- » (R-NAV-05): how large a reader wants the text, kept in a cookie of their own.

The cookie says nothing of the person and only serves the display: it needs no consent
(law C6; CNIL, cookies exempted).
"""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE: Final = "taille"
LARGEST: Final = 3
KEPT_SECONDS: Final = 365 * 24 * 3600
STEPS: Final = {"larger": 1, "smaller": -1}


def text_size(request: HttpRequest) -> int:
    """Steps above the normal size, 0 to `LARGEST`; 0 for a cookie that is not ours."""
    raw = request.COOKIES.get(COOKIE, "")
    return int(raw) if raw in {str(step) for step in range(LARGEST + 1)} else 0


def changed(size: int, change: str) -> int:
    """The size after a press on « A+ » (``larger``), « A- » (``smaller``) or « A »."""
    if change not in STEPS:
        return 0
    return min(max(size + STEPS[change], 0), LARGEST)


def keep(response: HttpResponse, size: int) -> None:
    """Have the browser remember it for a year."""
    response.set_cookie(
        COOKIE,
        str(size),
        max_age=KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
