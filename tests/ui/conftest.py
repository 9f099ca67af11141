"""Shared by the tests of windows: one theme, dressed on pytest-qt's application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.ui.theme import Theme, ThemeMode

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme on the test's application."""
    yield Theme(qapp, RESOURCES, ThemeMode.LIGHT)
    qapp.setStyleSheet("")
