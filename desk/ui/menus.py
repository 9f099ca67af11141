"""Menus and toolbar, made from the table of actions."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from desk.ui.actions import ActionSpec, Menu, menu_title
from desk.ui.common.styling import with_air
from desk.ui.menu_words import plain
from desk.ui.situation import Situation
from desk.ui.theme import Theme, ThemeMode


class Menus(QObject):
    """Puts every action of the table into its menu, and some into one toolbar."""

    look_chosen = Signal(object)
    """A `ThemeMode`."""

    def __init__(
        self, window: QMainWindow, theme: Theme, table: tuple[ActionSpec, ...], look: ThemeMode
    ) -> None:
        """`look`: the one that is checked in the menu."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._table = table
        self.actions: dict[str, QAction] = {}
        self._drawn = False
        self.toolbar = self._made_toolbar()
        bar = window.menuBar()
        bar.setAccessibleName(self.tr("Menus"))
        menus = {menu: bar.addMenu(menu_title(menu)) for menu in Menu}
        for menu, made in menus.items():
            made.setAccessibleName(plain(menu_title(menu)))
            # Made when the first menu opens: the window starts without them.
            made.aboutToShow.connect(self._draw_all)
        for spec in table:
            self._place(spec, menus[spec.menu])
        self._build_look(menus[Menu.VIEW], look)
        for part in bar.findChildren(QMenu):
            part.setAccessibleName(part.accessibleName() or self.tr("Menus"))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        spacer.setAccessibleName(self.tr("Toolbar"))
        self.toolbar.addWidget(spacer)
        self.draw()

    def refresh(self, situation: Situation) -> None:
        """Enable what makes sense now."""
        for spec in self._table:
            action = self.actions[spec.id]
            wanted = spec.enabled(situation)
            if action.isEnabled() != wanted:
                action.setEnabled(wanted)

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Give every action the keys (portable notation) that stand under its id."""
        for spec in self._table:
            # Two actions never have the same keys, not even while they are being exchanged.
            self.actions[spec.id].setShortcut(QKeySequence())
        for spec in self._table:
            _give_keys(self.actions[spec.id], spec, keys[spec.id])

    @property
    def shown_keys(self) -> dict[str, str]:
        """Action → its keys as they are written on screen; empty when it has none."""
        native = QKeySequence.SequenceFormat.NativeText
        return {each: action.shortcut().toString(native) for each, action in self.actions.items()}

    def say(self, action_id: str, text: str) -> None:
        """Give an action other words than those of the table: it does something else now."""
        action = self.actions[action_id]
        action.setText(text)
        action.setIconText(with_air(plain(text)))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain(text)} ({keys})" if keys else plain(text))
        shown = self.toolbar.widgetForAction(action)
        if shown is not None:
            shown.setAccessibleName(plain(text))

    @Slot()
    def draw(self) -> None:
        """Icons in the present look: the toolbar's now, the menus' when the first one opens."""
        self._drawn = False
        for spec in self._table:
            self.actions[spec.id].setIcon(self._icon(spec) if spec.toolbar else QIcon())

    @Slot()
    def _draw_all(self) -> None:
        if not self._drawn:
            self._drawn = True
            for spec in self._table:
                self.actions[spec.id].setIcon(self._icon(spec))

    def _icon(self, spec: ActionSpec) -> QIcon:
        return self._theme.icon(spec.icon) if spec.icon else QIcon()

    def _made_toolbar(self) -> QToolBar:
        toolbar = QToolBar(self.tr("Toolbar"))
        toolbar.setObjectName("toolbar")
        toolbar.setAccessibleName(self.tr("Toolbar"))
        toolbar.setMovable(False)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        toolbar.setIconSize(QSize(18, 18))
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._window.addToolBar(toolbar)
        return toolbar

    def _place(self, spec: ActionSpec, menu: QMenu) -> None:
        action = self._action(spec)
        if spec.separator_before:
            menu.addSeparator()
            if spec.toolbar:
                self.toolbar.addSeparator()
        menu.addAction(action)
        if spec.toolbar:
            self.toolbar.addAction(action)
            made_button = self.toolbar.widgetForAction(action)
            made_button.setAccessibleName(plain(spec.text))
            made_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self._window)
        action.setIconText(with_air(plain(spec.text)))
        _give_keys(action, spec, spec.shortcut)
        action.triggered.connect(_ignoring_checked(spec.handler))
        self.actions[spec.id] = action
        return action

    def _build_look(self, view: QMenu, now: ThemeMode) -> None:
        view.addSeparator()
        look = view.addMenu(self.tr("L&ook"))
        look.setAccessibleName(self.tr("Look"))
        group = QActionGroup(self)
        for mode, words in (
            (ThemeMode.SYSTEM, self.tr("As the &system")),
            (ThemeMode.LIGHT, self.tr("&Light")),
            (ThemeMode.DARK, self.tr("&Dark")),
            (ThemeMode.CONTRAST, self.tr("&High contrast")),
        ):
            action = QAction(words, self._window)
            action.setCheckable(True)
            action.setChecked(mode is now)
            action.setData(mode.value)
            group.addAction(action)
            look.addAction(action)
        group.triggered.connect(lambda action: self.look_chosen.emit(ThemeMode(action.data())))


def _give_keys(action: QAction, spec: ActionSpec, keys: str) -> None:
    """The keys, and a hint that tells them."""
    sequence = QKeySequence(keys)
    action.setShortcut(sequence)
    shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain(spec.text)} ({shown})" if shown else plain(spec.text))


def _ignoring_checked(handler: Callable[[], None]) -> Callable[[bool], None]:
    def handle(_checked: bool = False) -> None:
        handler()

    return handle
