"""What a file, and a picture of one of its pages, may be at most; both sides hold to it."""

from typing import Final

MOST_BYTES: Final = 16_000_000
"""Of a file. The portal keeps none above 12,000,000 bytes."""

MOST_PIXELS: Final = 60_000_000
"""Of a deposited picture, once decoded; the portal takes none above 50 millions."""

MOST_PAGES: Final = 500
"""The portal takes no PDF of more than 200."""

MOST_DRAWN: Final = 12_000_000
"""Pixels of one drawing: an A4 page at four times its size on a usual screen."""

LONGEST_HEAD: Final = 64 * 1024
"""Bytes of one line of the conversation between the two processes."""
