"""One thing that can be set: what it is in one half of the row, and in the other, everywhere alike, how it is set."""

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text


class SettingRow(QWidget):
    """``name``: the words, or a line to tick. All controls of a page have the same edges, whatever is in them.

    ``whole``: the control has a row of its own below the words, for what may be long.
    """

    def __init__(self, name: str | QWidget, control: QWidget, *, whole: bool = False) -> None:
        super().__init__()
        named = Text(TextRole.BODY, name) if isinstance(name, str) else name
        if isinstance(named, Text):
            named.setBuddy(control)  # on Linux, screen readers name a box of choices by its label alone
        for part, across in ((named, QSizePolicy.Policy.Ignored), (control, QSizePolicy.Policy.Expanding)):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(across)  # long words wrap, and move no edge
            part.setSizePolicy(policy)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if whole else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP if whole else 4 * STEP)
        row.addWidget(named, 1)
        row.addWidget(control, 1)
