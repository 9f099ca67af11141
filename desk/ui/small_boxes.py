"""Two questions and answers of the window itself: what desk is, and leaving with a text unsaved."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desk.ui.theme import Theme

translate = QCoreApplication.translate


def show_about(window: QWidget, theme: Theme) -> None:
    """« À propos »."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setAccessibleName(translate("SmallBoxes", "About"))
    box.setWindowTitle(translate("SmallBoxes", "About"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(theme.application_icon().pixmap(64, 64))
    box.setText(translate("SmallBoxes", "Desk – secure messages"))
    box.setInformativeText(
        translate(
            "SmallBoxes",
            "Icons: Lucide (ISC licence). Font: Inter (SIL Open Font License). Windows: Qt (LGPL).",
        )
    )
    box.open()


def agrees_to_lose_text(window: QWidget) -> bool:
    """The disk refuses a text: the agent decides. Losing it is never the easy answer."""
    box = QMessageBox(window)
    box.setAccessibleName(translate("SmallBoxes", "A text is not saved"))
    box.setWindowTitle(translate("SmallBoxes", "A text is not saved"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(
        translate("SmallBoxes", "What you wrote could not be saved: this PC's disk refuses it.")
    )
    box.setInformativeText(translate("SmallBoxes", "Copy your text elsewhere before leaving."))
    stay = box.addButton(translate("SmallBoxes", "Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(
        translate("SmallBoxes", "Leave and lose the text"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
