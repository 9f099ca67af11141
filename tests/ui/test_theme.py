"""The theme dresses the application, changes it, and draws icons in its colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.theme import Theme, ThemeMode, Token
from desk.ui.theme.tokens import Scheme
from tests.support.stall_watch import StallWatch


@pytest.fixture
def dressing(stalls: StallWatch) -> Iterator[None]:
    with stalls.excused("every widget there is, of earlier tests too, is dressed anew"):
        yield


@pytest.mark.usefixtures("dressing")
def test_choosing_dark_changes_palette_and_style_sheet_and_says_so(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    light = qapp.styleSheet()
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.set_mode(ThemeMode.DARK)
    assert theme.scheme is Scheme.DARK
    assert qapp.styleSheet() != light
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color(Token.SURFACE)


@pytest.mark.usefixtures("dressing")
def test_the_system_s_choice_is_followed_only_when_asked(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    # The offscreen platform has no scheme of its own: its change is announced here.
    announced = qapp.styleHints().colorSchemeChanged
    theme.set_mode(ThemeMode.SYSTEM)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        announced.emit(Qt.ColorScheme.Dark)
    assert theme.scheme is Scheme.DARK
    theme.set_mode(ThemeMode.LIGHT)
    announced.emit(Qt.ColorScheme.Dark)
    assert theme.scheme is Scheme.LIGHT


@pytest.mark.usefixtures("dressing")
def test_the_system_s_wish_for_contrast_is_followed_only_when_asked(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    wished = qapp.styleHints().accessibility()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    theme.set_mode(ThemeMode.SYSTEM)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        wished.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.scheme is Scheme.CONTRAST
    theme.set_mode(ThemeMode.DARK)
    assert theme.scheme is Scheme.DARK
    theme.set_mode(ThemeMode.SYSTEM)
    wished.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert theme.scheme is Scheme.LIGHT


def test_icons_are_drawn_in_the_token_s_colour(theme: Theme) -> None:
    image = theme.pixmap("circle-check", 32, Token.STATE_OK).toImage()
    opaque = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert opaque
    assert all(color == theme.color(Token.STATE_OK) for color in opaque)


def test_figures_of_a_countdown_have_one_width(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font_tabular(2.0))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_application_icon_has_every_size(theme: Theme) -> None:
    sizes = {size.width() for size in theme.application_icon().availableSizes()}
    assert {16, 24, 32, 48, 256} <= sizes


@pytest.mark.usefixtures("dressing", "theme")
def test_the_style_sheet_may_wait_for_the_first_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _, sheet: worn.append(sheet))
    resources = Path(__file__).parents[2] / "resources"
    waiting = Theme(qapp, resources, ThemeMode.LIGHT, sheet_later=True)
    waiting.set_mode(ThemeMode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == waiting.color(Token.SURFACE)
    assert worn == []
    waiting.put_sheet_on()
    waiting.put_sheet_on()
    assert len(worn) == 1, "once"
    assert waiting.color(Token.SURFACE).name() in worn[0].lower(), "in the colours of that moment"
    waiting.set_mode(ThemeMode.LIGHT)
    assert len(worn) == 2, "and it follows from then on"
