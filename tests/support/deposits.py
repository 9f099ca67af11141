"""Files as adherents deposit them, good and bad, and deposits made of them. Invented throughout."""

import io
import zlib
from uuid import uuid4

import pikepdf
from django.utils import timezone
from PIL import Image, ImageDraw

from portal.accounts.models import Adherent
from portal.documents.models import Deposit, DepositedDocument, DepositedFile, SealedContent
from portal.documents.sealing import seal
from portal.messaging.models import Thread

PAYLOAD = b"<script>alert('payload')</script>"


def a_picture(size: tuple[int, int] = (320, 200)) -> Image.Image:
    """A page with a line on it."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).line([(0, 0), size], fill="navy", width=5)
    return picture


def jpeg(**saved: object) -> bytes:
    return _encoded(a_picture(), "JPEG", **saved)


def png(**saved: object) -> bytes:
    return _encoded(a_picture(), "PNG", **saved)


def _encoded(picture: Image.Image, image_format: str, **saved: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, image_format, **saved)
    return out.getvalue()


def pdf(pages: int = 1, **saved: object) -> bytes:
    with blank(pages) as made:
        return written(made, **saved)


def blank(pages: int = 1) -> pikepdf.Pdf:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    return made


def written(made: pikepdf.Pdf, **saved: object) -> bytes:
    out = io.BytesIO()
    made.save(out, **saved)  # type: ignore[arg-type]
    return out.getvalue()


def padded_to(content: bytes, size: int) -> bytes:
    """The same JPEG with comments in its head, of an exact size: readers show the same picture."""
    missing = size - len(content)
    head, rest = content[:2], content[2:]
    comments = b""
    while missing:
        part = min(missing, 60_000)
        if 0 < missing - part < 4:
            part -= 4
        comments += b"\xff\xfe" + (part - 2).to_bytes(2, "big") + b"x" * (part - 4)
        missing -= part
    return head + comments + rest


def png_of(width: int, height: int, data: bytes) -> bytes:
    """A PNG that says to be so large, with any compressed data."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + kind + data + check


def a_deposited_file(
    adherent: Adherent, thread: Thread | None = None, shown_name: str = ""
) -> DepositedFile:
    """A deposit that was sent, with one small PDF; stored without being inspected."""
    now = timezone.now()
    number = 10 * adherent.pk + Deposit.objects.filter(adherent=adherent).count()
    deposit = Deposit.objects.create(
        adherent=adherent,
        caisse=adherent.caisse,
        thread=thread,
        submission_key=uuid4(),
        reference=f"DOC-{now:%Y}-{number:06d}",
        reason="Pièce demandée",
        started_at=now,
        sent_at=now,
    )
    document = DepositedDocument.objects.create(
        deposit=deposit, position=1, nature="address", person="Jeanne Exemple"
    )
    content = pdf()
    file = DepositedFile.objects.create(
        document=document,
        media_type="application/pdf",
        size=len(content),
        pages=1,
        shown_name=shown_name,
        digest="0" * 64,
        received_at=now,
    )
    key_id, sealed = seal(content, f"file:{file.pk}")
    SealedContent.objects.create(file=file, key_id=key_id, sealed=sealed)
    return file
