"""The font shipped with the application, and its figures of equal width."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SMALLEST_POINTS = 10.0
"""Below, long texts tire; a larger system setting is followed (EN 301 549, 11.7)."""

_TABULAR_FIGURES = QFont.Tag("tnum")


class FontsMissing(RuntimeError):
    """The application's font files are not where they should be."""


def load_font(folder: Path, system: QFont) -> QFont:
    """Register the font files of `folder`; return the application's font in the system's size.

    Raises:
        FontsMissing: no font could be loaded.
    """
    family: str | None = None
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if families:
            family = family or families[0]
    if family is None:
        raise FontsMissing(str(folder))
    font = QFont(system)
    font.setFamilies([family, *system.families()])
    font.setPointSizeF(max(system.pointSizeF(), SMALLEST_POINTS))
    return font


def with_tabular_figures(font: QFont) -> QFont:
    """The same font with digits of one width: a countdown does not shake."""
    tabular = QFont(font)
    tabular.setFeature(_TABULAR_FIGURES, 1)
    return tabular
