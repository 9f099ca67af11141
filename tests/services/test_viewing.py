"""Files drawn in a process of their own: good ones, bombs, and a process that misbehaves."""

import io
import sys
import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desk.services.viewing.bounds import MOST_BYTES
from desk.services.viewing.viewer import Drawn, Viewer
from tests.support.deposits import blank, jpeg, pdf, png_of, written

PATIENCE_MS = 20_000


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[Viewer]:
    made = Viewer()
    yield made
    made.stop()


def failure(qtbot: QtBot, viewer: Viewer, content: bytes, media_type: str) -> str:
    with qtbot.waitSignal(viewer.failed, timeout=PATIENCE_MS) as told:
        viewer.open(content, media_type)
    return str(told.args[0])


def colour_at(drawn: Drawn, x: int, y: int) -> tuple[int, int, int]:
    """Red, green, blue."""
    at = y * drawn.stride + 3 * x
    blue, green, red = drawn.content[at : at + 3]
    return red, green, blue


def in_two_colours() -> Image.Image:
    """Red above, and nothing at all below."""
    made = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    made.paste((255, 0, 0, 255), (0, 0, 200, 50))
    return made


def a_red_page() -> bytes:
    """Two pages; the second has its upper half red."""
    with blank(1) as made:
        made.add_blank_page(page_size=(300, 600))
        made.pages[1].Contents = made.make_stream(b"1 0 0 rg 0 300 300 300 re f")
        return written(made)


def test_pages_are_drawn_as_they_are_and_as_large_as_asked(qtbot: QtBot, viewer: Viewer) -> None:
    out = io.BytesIO()
    in_two_colours().save(out, "PNG")
    for content, media_type, sizes, page in (
        (a_red_page(), "application/pdf", [(793, 1122), (400, 800)], 1),
        (out.getvalue(), "image/png", [(200, 100)], 0),
    ):
        with qtbot.waitSignal(viewer.opened, timeout=PATIENCE_MS) as opened:
            viewer.open(content, media_type)
        assert [(int(width), int(height)) for width, height in opened.args[0]] == sizes
        with qtbot.waitSignal(viewer.drawn, timeout=PATIENCE_MS) as came:
            viewer.draw(page, 5, 5)  # replaced by the next before it is shown
            viewer.draw(page, 300, 300)
        drawn = came.args[0]
        assert drawn.page == page
        assert max(drawn.width, drawn.height) in (299, 300)
        assert colour_at(drawn, drawn.width // 2, drawn.height // 4) == (255, 0, 0)
        assert colour_at(drawn, drawn.width // 2, drawn.height * 3 // 4) == (255, 255, 255)


def test_bombs_and_what_is_no_document_are_refused(qtbot: QtBot, viewer: Viewer) -> None:
    bomb = png_of(60_000, 60_000, zlib.compress(bytes(1_000_000)))
    assert failure(qtbot, viewer, bomb, "image/png") == "too_large"
    assert failure(qtbot, viewer, bytes(MOST_BYTES + 1), "image/png") == "too_large"
    assert failure(qtbot, viewer, jpeg()[:40], "image/jpeg") == "unreadable"
    assert failure(qtbot, viewer, pdf(), "image/jpeg") == "unreadable"
    assert failure(qtbot, viewer, b"%PDF-1.7\nnothing", "application/pdf") == "unreadable"
    locked = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert failure(qtbot, viewer, locked, "application/pdf") == "locked"


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("import os; os.abort()", "crashed"),
        ("import sys; sys.stdin.buffer.read(9); sys.exit(0)", "crashed"),
        ("import sys; sys.stdin.read()", "slow"),
        ("print('{\"sizes\": [[1e9, -5]]}', flush=True); input()", "crashed"),
        ("print('x' * 70_000, flush=True); input()", "crashed"),
    ],
)
def test_whatever_the_process_does_is_told(qtbot: QtBot, does: str, told: str) -> None:
    viewer = Viewer(command=(sys.executable, "-c", does), limit_s=2)
    assert failure(qtbot, viewer, pdf(), "application/pdf") == told
    viewer.stop()


def test_a_program_that_is_not_there_is_told(qtbot: QtBot) -> None:
    viewer = Viewer(command=("/nonexistent/reader",))
    assert failure(qtbot, viewer, pdf(), "application/pdf") == "absent"


def test_a_drawing_that_was_not_asked_for_is_not_believed(qtbot: QtBot) -> None:
    liar = (
        "import sys; print('{\"sizes\": [[100, 100]]}', flush=True); sys.stdin.buffer.readline();"
        'sys.stdout.buffer.write(b\'{"width": 9000, "height": 9000, "stride": 27000}\\n\')'
    )
    viewer = Viewer(command=(sys.executable, "-c", liar), limit_s=10)
    with qtbot.waitSignal(viewer.opened, timeout=PATIENCE_MS):
        viewer.open(b"x\n", "application/pdf")
    with qtbot.waitSignal(viewer.failed, timeout=PATIENCE_MS) as told:
        viewer.draw(0, 100, 100)
    assert told.args == ["crashed"]
    viewer.stop()
