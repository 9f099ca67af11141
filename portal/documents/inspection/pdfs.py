"""PDF: read as a graph of objects, rid of everything that acts, and written anew.

Rid of rather than refused, where the pages stay what they are: forms of the administration are
full of JavaScript, invoices hold a machine's copy of themselves. Refused where the pages are not
what is meant to be read.
"""

import io
import zlib
from collections.abc import Iterator
from typing import Final

import pikepdf

from portal.documents.inspection.verdict import CleanFile, Refusal, Refused

MOST_OBJECTS: Final = 20_000
MOST_PAGES: Final = 200
MOST_PIXELS: Final = 100_000_000
"""Of one picture; pictures of one bit a pixel are scanned finer than photos."""
LARGEST_STREAM: Final = 100_000_000
"""Bytes once decompressed: one picture of an A3 page at 400 dots per inch, in colour."""
LARGEST_TOTAL: Final = 400_000_000
LARGEST_WRITTEN: Final = 12_000_000
DEEPEST: Final = 100
"""Direct objects within each other; a handful in real documents."""

_EXPANDING: Final = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode"})
_ACTING: Final = ("/AA", "/JS", "/JavaScript", "/OpenAction", "/XFA", "/RichMediaContent")
_HIDING: Final = ("/EmbeddedFiles", "/EF", "/AF", "/Metadata", "/PieceInfo", "/LastModified")
_HARMLESS_ACTIONS: Final = frozenset({"/GoTo", "/URI", "/Named"})
_LINK_SCHEMES: Final = (b"http://", b"https://", b"mailto:")
_PLAYING: Final = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})


def clean_pdf(content: bytes) -> CleanFile:
    """Make a PDF anew: its pages, without scripts, actions, attached files or metadata.

    A signature over the file no longer holds, and is not what makes a deposit genuine: who sent it
    is known by the sign-in, and attested.

    Raises:
        Refused: it is locked, damaged, its content is hidden, or it is a bomb.
    """
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise Refused(Refusal.LOCKED)
            _check_bounds(pdf)
            _check_shown(pdf)
            for holder in _holders(pdf):
                _disarm(holder)
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            written = io.BytesIO()
            pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Refused(Refusal.LOCKED) from None
    except (MemoryError, RecursionError):
        raise Refused(Refusal.TOO_HEAVY) from None
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, KeyError):
        raise Refused(Refusal.UNREADABLE) from None
    if written.tell() > LARGEST_WRITTEN:
        raise Refused(Refusal.TOO_HEAVY)
    return CleanFile("application/pdf", written.getvalue(), pages)


def _check_bounds(pdf: pikepdf.Pdf) -> None:
    if len(pdf.objects) > MOST_OBJECTS:
        raise Refused(Refusal.TOO_HEAVY)
    pages = len(pdf.pages)
    if pages == 0:
        raise Refused(Refusal.UNREADABLE)
    if pages > MOST_PAGES:
        raise Refused(Refusal.TOO_HEAVY)
    total = 0
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream):
            continue
        width, height = item.get("/Width", 0), item.get("/Height", 0)
        if int(width) * int(height) > MOST_PIXELS:
            raise Refused(Refusal.TOO_HEAVY)
        total += _decompressed_size(item)
        if total > LARGEST_TOTAL:
            raise Refused(Refusal.TOO_HEAVY)


def _decompressed_size(stream: pikepdf.Stream) -> int:
    """Bytes of a stream once decompressed; of a picture, before its own decoder."""
    filters = stream.get("/Filter", pikepdf.Array())
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(each) for each in filters]
    raw = stream.read_raw_bytes()
    if not _EXPANDING.intersection(names):
        return len(raw)
    if names[0] == "/FlateDecode" and not _EXPANDING.intersection(names[1:]):
        return _inflated_size(raw)
    # Rare, such as text in base 85 around it: decoded whole, under this process's bound of memory.
    size = len(stream.read_bytes())
    if size > LARGEST_STREAM:
        raise Refused(Refusal.TOO_HEAVY)
    return size


def _inflated_size(raw: bytes) -> int:
    inflating = zlib.decompressobj()
    size, rest = 0, raw
    try:
        while rest and not inflating.eof:
            size += len(inflating.decompress(rest, 1 << 20))
            if size > LARGEST_STREAM:
                raise Refused(Refusal.TOO_HEAVY)
            rest = inflating.unconsumed_tail
    except zlib.error:
        return size  # readers show a damaged stream as far as it goes
    return size


def _check_shown(pdf: pikepdf.Pdf) -> None:
    if "/Collection" in pdf.Root:
        raise Refused(Refusal.HIDDEN_CONTENT)
    form = pdf.Root.get("/AcroForm")
    drawn_by_program = pdf.Root.get("/NeedsRendering", False)
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form and drawn_by_program:
        raise Refused(Refusal.HIDDEN_CONTENT)


def _holders(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the document, those within others included."""
    for item in [pdf.trailer, *pdf.objects]:
        yield from _within(item, 0)


def _within(item: object, depth: int) -> Iterator[pikepdf.Object]:
    if depth > DEEPEST:
        raise Refused(Refusal.TOO_HEAVY)
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        for key in list(item.keys()):
            child = item.get(key)
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from _within(child, depth + 1)
    elif isinstance(item, pikepdf.Array):
        for child in list(item):
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from _within(child, depth + 1)


def _disarm(holder: pikepdf.Object) -> None:
    for key in (*_ACTING, *_HIDING):
        if key in holder:
            del holder[key]
    for key in ("/A", "/PA", "/Next"):
        action = holder.get(key)
        several = key == "/Next" and isinstance(action, pikepdf.Array) and "/S" in holder
        if several or (isinstance(action, pikepdf.Dictionary) and not _is_harmless(action)):
            del holder[key]
    annotations = holder.get("/Annots")
    if isinstance(annotations, pikepdf.Array):
        holder["/Annots"] = pikepdf.Array([each for each in annotations if not _plays(each)])


def _is_harmless(action: pikepdf.Dictionary) -> bool:
    kind = action.get("/S")
    if kind is None:
        return True  # not an action: /A and /Next have other meanings elsewhere
    if str(kind) not in _HARMLESS_ACTIONS:
        return False
    if str(kind) != "/URI":
        return True
    address = action.get("/URI")
    return isinstance(address, pikepdf.String) and bytes(address).lower().startswith(_LINK_SCHEMES)


def _plays(annotation: object) -> bool:
    return (
        isinstance(annotation, pikepdf.Dictionary) and str(annotation.get("/Subtype")) in _PLAYING
    )
