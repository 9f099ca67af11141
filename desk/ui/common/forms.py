"""Forms whose captions stand level with their fields."""

from PySide6.QtWidgets import QFormLayout


def level_captions(form: QFormLayout) -> None:
    """Put each caption at the height of the words in its field of one line.

    Qt sets a caption at the top of its row when the field is much taller than the caption, as every
    field with a frame of ours is.
    """
    for row in range(form.rowCount()):
        caption = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        if caption is None or field is None:
            continue
        words, beside = caption.widget(), field.widget()
        if words is not None and beside is not None:
            beside.ensurePolished()
            words.setMinimumHeight(beside.sizeHint().height())
