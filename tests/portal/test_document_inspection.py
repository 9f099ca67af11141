"""Files as attackers and as scanners make them: none gets through that should not, and none is
lost that should pass. Each goes through the real process that reads it.
"""

import io
import zlib

import pikepdf
import pytest
from PIL import Image

from portal.documents.inspection.runner import inspect_apart
from portal.documents.inspection.verdict import CleanFile, Refusal, Refused
from tests.support.deposits import PAYLOAD, a_picture, blank, jpeg, padded_to, pdf, png, png_of
from tests.support.deposits import written as bytes_of

Name = pikepdf.Name


def refusal_of(content: bytes) -> Refusal:
    with pytest.raises(Refused) as told:
        inspect_apart(content)
    return told.value.refusal


def reopened(clean: CleanFile) -> Image.Image:
    return Image.open(io.BytesIO(clean.content))


def a_locked_pdf() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="secret", user=""))


def a_portfolio() -> bytes:
    made = blank()
    made.Root.Collection = pikepdf.Dictionary(Type=Name.Collection)
    return bytes_of(made)


def a_form_drawn_by_a_program() -> bytes:
    made = blank()
    made.Root.NeedsRendering = True
    made.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Array([]), Fields=pikepdf.Array([]))
    return bytes_of(made)


def a_moving_png() -> bytes:
    return png(save_all=True, append_images=[a_picture().rotate(90, expand=False)])


def a_png_bomb() -> bytes:
    """2.5 thousand million pixels in half a megabyte of zeros, deflated."""
    deflating = zlib.compressobj(9)
    data = b"".join(deflating.compress(bytes(1 << 20)) for _ in range(400))
    return png_of(50_000, 50_000, data + deflating.flush())


def a_png_text_bomb() -> bytes:
    """A comment of 200 megabytes once inflated."""
    comment = b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)
    check = zlib.crc32(b"zTXt" + comment).to_bytes(4, "big")
    chunk = len(comment).to_bytes(4, "big") + b"zTXt" + comment + check
    whole = png()
    return whole[:33] + chunk + whole[33:]


def a_pdf_bomb() -> bytes:
    made = blank()
    contents = made.make_stream(b"")
    contents.write(zlib.compress(bytes(700_000_000), 9), filter=Name.FlateDecode)
    made.pages[0].Contents = contents
    return bytes_of(made, compress_streams=False)


def a_pdf_bomb_in_a_bomb() -> bytes:
    made = blank()
    contents = made.make_stream(b"")
    twice = zlib.compress(zlib.compress(bytes(1_000_000_000), 9), 9)
    contents.write(twice, filter=pikepdf.Array([Name.FlateDecode, Name.FlateDecode]))
    made.pages[0].Contents = contents
    return bytes_of(made, compress_streams=False)


def a_pdf_with_a_huge_picture() -> bytes:
    made = blank()
    picture = made.make_stream(b"\0", Width=60_000, Height=60_000, Subtype=Name.Image)
    made.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    return bytes_of(made)


def a_pdf_of_many_objects() -> bytes:
    made = blank()
    made.Root.Many = pikepdf.Array(
        [made.make_indirect(pikepdf.Dictionary(N=number)) for number in range(21_000)]
    )
    return bytes_of(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def a_pdf_without_pages() -> bytes:
    return bytes_of(pikepdf.new())


REFUSED = [
    (lambda: b"MZ\x90\0" + bytes(500), Refusal.WRONG_FORMAT),
    (lambda: b"GIF89a" + bytes(500), Refusal.WRONG_FORMAT),
    (lambda: b"PK\x03\x04" + bytes(500), Refusal.WRONG_FORMAT),
    (lambda: b"<html>" + PAYLOAD, Refusal.WRONG_FORMAT),
    (lambda: b"<svg/>" + pdf(), Refusal.WRONG_FORMAT),
    (lambda: b" " + png(), Refusal.WRONG_FORMAT),
    (lambda: b"%PDF-1.7\n" + PAYLOAD, Refusal.UNREADABLE),
    (lambda: jpeg()[:600], Refusal.UNREADABLE),
    (lambda: png()[:-60], Refusal.UNREADABLE),
    (lambda: b"\xff\xd8\xff" + pdf(), Refusal.UNREADABLE),
    (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), Refusal.UNREADABLE),
    (a_pdf_without_pages, Refusal.UNREADABLE),
    (a_locked_pdf, Refusal.LOCKED),
    (a_portfolio, Refusal.HIDDEN_CONTENT),
    (a_form_drawn_by_a_program, Refusal.HIDDEN_CONTENT),
    (a_moving_png, Refusal.ANIMATED),
    (a_png_bomb, Refusal.TOO_HEAVY),
    (a_pdf_bomb, Refusal.TOO_HEAVY),
    (a_pdf_with_a_huge_picture, Refusal.TOO_HEAVY),
    (a_pdf_of_many_objects, Refusal.TOO_HEAVY),
    (lambda: pdf(pages=201), Refusal.TOO_HEAVY),
]


@pytest.mark.parametrize(("make", "expected"), REFUSED)
def test_what_must_not_pass_is_refused_with_its_reason(make, expected):
    content = make()
    assert len(content) < 2**20, "else its size alone would refuse it"
    assert refusal_of(content) == expected


@pytest.mark.parametrize("make", [a_png_text_bomb, a_pdf_bomb_in_a_bomb])
def test_a_bomb_that_the_library_meets_first_does_not_pass(make):
    content = make()
    assert len(content) < 2**20
    assert refusal_of(content) in {Refusal.UNREADABLE, Refusal.TOO_HEAVY}


@pytest.mark.parametrize("make", [jpeg, png], ids=["jpeg", "png"])
def test_of_a_polyglot_picture_the_picture_alone_passes(make):
    zipped = b"PK\x03\x04" + PAYLOAD + b"PK\x05\x06" + bytes(18)
    clean = inspect_apart(make() + zipped + pdf())
    assert PAYLOAD not in clean.content
    assert b"PK\x03\x04" not in clean.content
    assert b"%PDF" not in clean.content
    assert reopened(clean).size == (320, 200)


def test_metadata_go_and_the_photo_stays_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "Chez Jeanne Exemple"
    clean = inspect_apart(jpeg(exif=exif.tobytes(), comment=PAYLOAD))
    assert reopened(clean).size == (200, 320)
    assert not reopened(clean).getexif()
    assert b"Jeanne" not in clean.content
    assert PAYLOAD not in clean.content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_picture_that_scanners_make_passes(mode):
    out = io.BytesIO()
    image_format = "JPEG" if mode == "CMYK" else "PNG"
    source = Image.new("I;16", (90, 60)) if mode == "I;16" else a_picture((90, 60)).convert(mode)
    source.save(out, image_format)
    clean = inspect_apart(out.getvalue())
    assert clean.media_type == ("image/jpeg" if mode == "CMYK" else "image/png")
    assert reopened(clean).size == (90, 60)


def test_a_pdf_that_acts_passes_without_its_actions():
    made = blank(pages=2)
    script = pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert('payload')"))
    launch = pikepdf.Dictionary(S=Name.Launch, F=pikepdf.String("cmd.exe"))
    link = pikepdf.Dictionary(S=Name.URI, URI=pikepdf.String("https://exemple-msa.test/"))
    bad_link = pikepdf.Dictionary(S=Name.URI, URI=pikepdf.String("javascript:payload()"))
    made.attachments["payload.exe"] = PAYLOAD
    made.Root.OpenAction = made.make_indirect(script)
    made.Root.AA = pikepdf.Dictionary(WC=launch)
    made.Root.AcroForm = pikepdf.Dictionary(
        XFA=pikepdf.Array([]), Fields=pikepdf.Array([pikepdf.Dictionary(FT=Name.Tx, AA=script)])
    )
    made.pages[0].AA = pikepdf.Dictionary(O=script)
    made.pages[0].Annots = pikepdf.Array(
        [
            made.make_indirect(pikepdf.Dictionary(Subtype=Name.Link, A=action))
            for action in (launch, link, bad_link, script)
        ]
        + [made.make_indirect(pikepdf.Dictionary(Subtype=Name.FileAttachment, FS=launch))]
    )
    made.docinfo["/Author"] = "Jeanne Exemple"
    clean = inspect_apart(bytes_of(made) + PAYLOAD)
    assert clean.pages == 2
    assert PAYLOAD not in clean.content
    with pikepdf.open(io.BytesIO(clean.content)) as pdf_again:
        everything = b"".join(item.unparse(resolved=True) for item in pdf_again.objects)
        for word in (b"payload", b"/Launch", b"/JavaScript", b"/XFA", b"/AA", b"Jeanne", b"/EF"):
            assert word not in everything, word
        assert not pdf_again.attachments
        assert everything.count(b"https://exemple-msa.test/") == 1, "an ordinary link stays"
        assert len(pdf_again.pages[0].Annots) == 4


def test_the_same_file_inspected_again_stays_what_it_is():
    once = inspect_apart(pdf(pages=3))
    twice = inspect_apart(once.content)
    assert twice.pages == once.pages == 3


def test_a_file_of_the_largest_size_passes():
    content = padded_to(jpeg(), 2**20 - 1)
    assert len(content) == 2**20 - 1
    assert inspect_apart(content).media_type == "image/jpeg"
