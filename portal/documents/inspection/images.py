"""JPEG and PNG: decoded to pixels and encoded again, so that nothing but the picture passes."""

import io
import warnings
from typing import Final

from PIL import Image, ImageOps

from portal.documents.inspection.verdict import CleanFile, Refusal, Refused

MOST_PIXELS: Final = 50_000_000
"""A telephone's photo has 12 to 48 millions; an A3 page at 300 dots per inch 17."""

LARGEST_ENCODED: Final = 12_000_000
"""Bytes. Encoding again may grow a file that was encoded harder, never by this much."""

_MEDIA_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png"}
_PNG_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})


def clean_image(content: bytes, image_format: str) -> CleanFile:
    """Make a ``JPEG`` or ``PNG`` anew: upright, without metadata and without what follows it.

    Raises:
        Refused: it cannot be read whole, it moves, or it is a bomb.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=[image_format]) as image:
                _check_head(image, image_format)
                image.load()
                upright = ImageOps.exif_transpose(image)
        except (Image.DecompressionBombError, MemoryError):
            raise Refused(Refusal.TOO_HEAVY) from None
        except (OSError, SyntaxError, ValueError, IndexError, KeyError, EOFError):
            # What Pillow's readers raise for a damaged file.
            raise Refused(Refusal.UNREADABLE) from None
    encoded = _encode(upright, image_format)
    if len(encoded) > LARGEST_ENCODED:
        raise Refused(Refusal.TOO_HEAVY)
    return CleanFile(_MEDIA_TYPES[image_format], encoded, pages=1)


def _check_head(image: Image.Image, image_format: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Refused(Refusal.TOO_HEAVY)
    # A telephone's JPEG may hold a second, smaller picture (MPO): the first is the photo.
    if image_format == "PNG" and getattr(image, "is_animated", False):
        raise Refused(Refusal.ANIMATED)


def _encode(image: Image.Image, image_format: str) -> bytes:
    encoded = io.BytesIO()
    if image_format == "JPEG":
        picture = image if image.mode in {"L", "RGB"} else image.convert("RGB")
        picture.info = {}
        picture.save(encoded, "JPEG", quality=90, optimize=True)
    else:
        picture = image if image.mode in _PNG_MODES else image.convert("RGB")
        transparency = picture.info.get("transparency")
        picture.info = {} if transparency is None else {"transparency": transparency}
        picture.save(encoded, "PNG")
    return encoded.getvalue()
