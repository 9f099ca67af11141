"""Every action with its keys, made from the table of actions; the agent may choose others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.ui.actions import ActionSpec, menu_title
from desk.ui.common.styling import button, label
from desk.ui.key_field import KeyField
from desk.ui.menu_words import plain
from desk.ui.shortcut_rules import Refusal, holder, refusal

SIZE = (640, 600)
KEYS_WIDTH, MENU_WIDTH = 170, 120


class ShortcutsWindow(QDialog):
    """A table: which keys (written as this platform writes them), what, where; and a place to
    press other keys. Keys that clash or are not safe on AZERTY are refused with the reason.
    """

    changed = Signal(object)
    """id → keys (portable notation) of every action, as they are to be from now on."""

    def __init__(
        self,
        actions: Sequence[ActionSpec],
        keys: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`keys`: id → the keys in use."""
        super().__init__(parent)
        self._specs = {each.id: each for each in actions}
        self._keys = {each.id: keys.get(each.id, each.shortcut) for each in actions}
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.resize(*SIZE)
        self.table = self._made_table()
        self.field = KeyField()
        self.field.setAccessibleName(self.tr("New keys of the selected action"))
        self.field.setPlaceholderText(self.tr("Press the new keys here"))
        self.use_button = button(self.tr("Use these keys"))
        self.default_button = button(self.tr("Usual keys"))
        self.all_defaults_button = button(self.tr("Usual keys for every action"))
        self.close_button = button(self.tr("Close"), "primary")
        self.told = label("", wrap=True)
        self.table.itemSelectionChanged.connect(self._on_row)
        self.field.pressed.connect(self._judge)
        self.use_button.clicked.connect(lambda: self._give(self.field.keys))
        self.default_button.clicked.connect(self._give_default)
        self.all_defaults_button.clicked.connect(self._give_all_defaults)
        self.close_button.clicked.connect(self.accept)
        change = QHBoxLayout()
        change.addWidget(self.field, 1)
        change.addWidget(self.use_button)
        change.addWidget(self.default_button)
        foot = QHBoxLayout()
        foot.addWidget(self.all_defaults_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Keyboard shortcuts"), "title"))
        column.addWidget(self.table, 1)
        column.addLayout(change)
        column.addWidget(self.told)
        column.addLayout(foot)
        self._fill()
        self.table.setCurrentCell(0, 0)

    @property
    def keys(self) -> Mapping[str, str]:
        """id → keys."""
        return dict(self._keys)

    def select(self, action_id: str) -> None:
        """Select an action's row."""
        self.table.setCurrentCell(list(self._specs).index(action_id), 0)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(len(self._specs), 3)
        table.setAccessibleName(self.tr("Keyboard shortcuts"))
        table.setHorizontalHeaderLabels([self.tr("Keys"), self.tr("Action"), self.tr("Menu")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, KEYS_WIDTH)
        table.setColumnWidth(2, MENU_WIDTH)
        return table

    def _fill(self) -> None:
        for row, (action_id, spec) in enumerate(self._specs.items()):
            cells = (_native(self._keys[action_id]), plain(spec.text), plain(menu_title(spec.menu)))
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                if not words:
                    cell.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("no keys"))
                self.table.setItem(row, column, cell)

    @property
    def _selected(self) -> str:
        return list(self._specs)[max(self.table.currentRow(), 0)]

    def _on_row(self) -> None:
        self.field.show_keys(self._keys[self._selected])
        self._judge(self.field.keys)

    def _judge(self, keys: str) -> None:
        words = self._obstacle(keys)
        self.told.setText(words)
        self.field.setAccessibleDescription(words)
        self.use_button.setEnabled(not words and keys != self._keys[self._selected])
        self.default_button.setEnabled(
            self._keys[self._selected] != self._specs[self._selected].shortcut
        )
        self.all_defaults_button.setEnabled(
            any(self._keys[each] != spec.shortcut for each, spec in self._specs.items())
        )

    def _obstacle(self, keys: str) -> str:
        other = holder(keys, self._selected, self._keys)
        if other is not None:
            return self.tr("{keys} is “{action}” already.").format(
                keys=_native(keys), action=plain(self._specs[other].text)
            )
        refused = refusal(keys)
        return "" if refused is None else self._words(refused)

    def _words(self, refused: Refusal) -> str:
        match refused:
            case Refusal.ALT_GR:
                return self.tr("Alt and AltGr write characters: take Ctrl or a function key.")
            case Refusal.MOVES:
                return self.tr("Digits and punctuation move between keyboards: take a letter.")
            case Refusal.OF_THE_EDITOR:
                return self.tr("These keys belong to the writing of text.")
            case Refusal.PLAIN:
                return self.tr("Take a function key, or Ctrl with a letter.")

    def _give(self, keys: str) -> None:
        if self._obstacle(keys):
            self._judge(keys)
            return
        self._keys[self._selected] = keys
        self._tell()

    def _give_default(self) -> None:
        keys = self._specs[self._selected].shortcut
        self.field.show_keys(keys)
        self._give(keys)

    def _give_all_defaults(self) -> None:
        self._keys = {each: spec.shortcut for each, spec in self._specs.items()}
        self._tell()

    def _tell(self) -> None:
        self._fill()
        self._on_row()
        self.changed.emit(self.keys)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
