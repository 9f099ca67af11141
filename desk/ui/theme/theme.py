"""The theme in use: built once by the composition root and passed to every window."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desk.ui.theme.fonts import load_font, with_tabular_figures
from desk.ui.theme.icons import IconFamily, render_svg
from desk.ui.theme.stylesheet import render_stylesheet
from desk.ui.theme.tokens import Scheme, Token, load_tokens

_APPLICATION_ICON_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)

_SHEET_IMAGES = {
    "image_check": ("check", Token.ON_ACCENT),
    "image_radio": ("radio-dot", Token.ON_ACCENT),
    "image_down": ("chevron-down", Token.TEXT_MUTED),
    "image_up": ("chevron-up", Token.TEXT_MUTED),
    "image_right": ("chevron-right", Token.TEXT_MUTED),
}


class ThemeMode(StrEnum):
    """What the agent chose: follow the system, or always one look."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Colours, icons and fonts, and the application's palette and style sheet made from them.

    `resources` is the folder that holds ``theme/``, ``icons/`` and ``fonts/``. Creating the theme
    dresses the application; `changed` is emitted after the colours have changed, and whoever keeps
    icons or colours then asks again.

    With `sheet_later` the style sheet waits for `put_sheet_on`. While it is on, each part that gets
    a parent is measured against all of it, with all that is in it: the first window, of hundreds of
    parts, is built in a third of the time without.
    """

    changed = Signal()
    """The colours are others. The palette and the style sheet are already in place."""

    def __init__(
        self,
        application: QApplication,
        resources: Path,
        mode: ThemeMode,
        *,
        sheet_later: bool = False,
    ) -> None:
        super().__init__()
        self._application = application
        self._sheet_waits = sheet_later
        self._tokens = load_tokens(resources / "theme" / "tokens.toml")
        self._template = (resources / "theme" / "style.qss").read_text(encoding="utf-8")
        self._application_icon_path = resources / "icons" / "desk.svg"
        self._images = QTemporaryDir()
        self._icons = IconFamily(resources / "icons" / "lucide", Path(self._images.path()))
        self._mode = mode
        self._font = load_font(resources / "fonts", application.font())
        self._tabular = with_tabular_figures(self._font)
        application.setStyle("Fusion")
        application.setFont(self._font)
        application.setWindowIcon(self.application_icon())
        hints = application.styleHints()
        self._system_scheme = hints.colorScheme()
        # Kept: Qt's object ends with the wrapper of a passing one.
        self._accessibility = hints.accessibility()
        self._system_contrast = self._accessibility.contrastPreference()
        self._scheme = self._wanted_scheme()
        self._dress()
        hints.colorSchemeChanged.connect(self._on_system_scheme)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_contrast)

    # What is asked of it -----------------------------------------------------------------------

    @property
    def mode(self) -> ThemeMode:
        return self._mode

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the agent's choice from now on (keeping it is the caller's)."""
        self._mode = mode
        self._apply_wanted()

    def put_sheet_on(self) -> None:
        """The style sheet, if it waited: before the first window that needs it is shown.

        It stays on from then: Qt does not survive it being taken off and the colours changing.
        """
        if self._sheet_waits:
            self._sheet_waits = False
            self._dress_in_sheet()

    def color(self, token: Token) -> QColor:
        """The token's present colour."""
        return QColor(self._tokens[self._scheme][token])

    def icon(self, name: str, token: Token = Token.TEXT) -> QIcon:
        """An icon of the family, by its file name, in the token's colour."""
        return self._icons.icon(
            name,
            self.color(token),
            self.color(Token.TEXT_DISABLED),
            self.color(Token.ACCENT if token is Token.TEXT else token),
        )

    def pixmap(self, name: str, size: int, token: Token, ratio: float = 1.0) -> QPixmap:
        """The same as a pixmap of `size` logical pixels, kept: cheap enough for a delegate."""
        return self._icons.pixmap(name, size, self.color(token), ratio)

    def font(self, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The application's font, `scale` times the base size."""
        return self._scaled(self._font, scale, weight)

    def font_tabular(self, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The same with digits of one width, for times and counts."""
        return self._scaled(self._tabular, scale, weight)

    def application_icon(self) -> QIcon:
        """The application's own icon, in the sizes that window systems ask for."""
        source = self._application_icon_path.read_text(encoding="utf-8")
        icon = QIcon()
        for size in _APPLICATION_ICON_SIZES:
            icon.addPixmap(render_svg(source, size, 1.0))
        return icon

    # How it is done ----------------------------------------------------------------------------

    @staticmethod
    def _scaled(font: QFont, scale: float, weight: QFont.Weight) -> QFont:
        scaled = QFont(font)
        scaled.setPointSizeF(font.pointSizeF() * scale)
        scaled.setWeight(weight)
        return scaled

    def _wanted_scheme(self) -> Scheme:
        if self._mode is not ThemeMode.SYSTEM:
            return Scheme(self._mode.value)
        if self._system_contrast is Qt.ContrastPreference.HighContrast:
            return Scheme.CONTRAST
        return Scheme.DARK if self._system_scheme is Qt.ColorScheme.Dark else Scheme.LIGHT

    def _on_system_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._system_scheme = scheme
        self._apply_wanted()

    def _on_system_contrast(self, preference: Qt.ContrastPreference) -> None:
        self._system_contrast = preference
        self._apply_wanted()

    def _apply_wanted(self) -> None:
        wanted = self._wanted_scheme()
        if wanted is self._scheme:
            return
        self._scheme = wanted
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._application.setPalette(self._palette())
        if not self._sheet_waits:
            self._dress_in_sheet()

    def _dress_in_sheet(self) -> None:
        self._application.setStyleSheet(render_stylesheet(self._template, self._sheet_values()))

    def _sheet_values(self) -> dict[str, str]:
        values = {token.value: colour for token, colour in self._tokens[self._scheme].items()}
        base = self._font.pointSizeF()
        for name, scale in (
            ("size_small", 0.9),
            ("size_base", 1.0),
            ("size_large", 1.15),
            ("size_title", 1.4),
            ("size_display", 1.9),
        ):
            values[name] = f"{base * scale:.1f}pt"
        for name, (icon, token) in _SHEET_IMAGES.items():
            # A style sheet takes images by path only.
            path = self._icons.file(icon, self.color(token))
            values[name] = f'url("{path}")'
        return values

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for where, token in (
            (role.Window, Token.SURFACE),
            (role.WindowText, Token.TEXT),
            (role.Base, Token.SURFACE_RAISED),
            (role.AlternateBase, Token.SURFACE),
            (role.Text, Token.TEXT),
            (role.Button, Token.SURFACE_RAISED),
            (role.ButtonText, Token.TEXT),
            (role.BrightText, Token.ON_ACCENT),
            (role.ToolTipBase, Token.SURFACE_RAISED),
            (role.ToolTipText, Token.TEXT),
            (role.PlaceholderText, Token.TEXT_MUTED),
            (role.Highlight, Token.SELECTION),
            (role.HighlightedText, Token.ON_SELECTION),
            (role.Accent, Token.ACCENT),
            (role.Link, Token.ACCENT),
            (role.LinkVisited, Token.ACCENT),
            (role.Light, Token.SURFACE_RAISED),
            (role.Midlight, Token.BORDER),
            (role.Mid, Token.BORDER),
            (role.Dark, Token.BORDER_STRONG),
            (role.Shadow, Token.BORDER_STRONG),
        ):
            palette.setColor(where, self.color(token))
        disabled = self.color(Token.TEXT_DISABLED)
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, disabled)
        return palette
