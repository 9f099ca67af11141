"""The order of what is found: the agent's choice while typing, what fits best on Enter."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QToolButton

from desk.models.search.query import Order

translate = QCoreApplication.translate


class Orders(QObject):
    """One button for each order.

    Example: « Les plus urgents » is chosen, a word is typed: urgent ones first. Enter: what fits
    best. Another letter: urgent ones first again.
    """

    chosen = Signal()
    """The agent has pressed one of the buttons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = Order.NEWEST
        self.group = QButtonGroup(self)
        self.buttons = {
            Order.NEWEST: _order_button(translate("SearchPanel", "Newest")),
            Order.URGENT: _order_button(translate("SearchPanel", "Most urgent")),
            Order.RELEVANT: _order_button(translate("SearchPanel", "Best match")),
        }
        for number, made in enumerate(self.buttons.values()):
            self.group.addButton(made, number)
        self._show(Order.NEWEST)
        self.group.idClicked.connect(self._on_clicked)

    @property
    def present(self) -> Order:
        return tuple(self.buttons)[self.group.checkedId()]

    def choose(self, order: Order) -> None:
        """As if its button had been pressed."""
        self._typed = order
        self._show(order)

    def show_best(self) -> None:
        """For what is searched now; the next letter leaves it."""
        self._show(Order.RELEVANT)

    def follow_typing(self) -> None:
        """Back to the order chosen for what is being typed."""
        self._show(self._typed)

    def _show(self, order: Order) -> None:
        self.buttons[order].setChecked(True)

    @Slot()
    def _on_clicked(self) -> None:
        if self.present is not Order.RELEVANT:
            self._typed = self.present
        self.chosen.emit()


def _order_button(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setAccessibleName(text)
    made.setToolTip(text)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
