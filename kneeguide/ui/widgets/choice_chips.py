"""A row of chips of which one, or some, can be chosen. None is chosen to begin with."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text


class ChoiceChips(QWidget):
    """Chips for some values, each with its words.

    ``name``: what is chosen here, for screen readers, and shown before the chips where ``shows_name``. ``several``:
    whether more than one may be chosen.
    """

    changed = Signal()

    def __init__(
        self, name: str, options: Sequence[tuple[str, object]], *, several: bool = False, shows_name: bool = False
    ) -> None:
        super().__init__()
        self._several = several
        self._chips: list[tuple[Button, object]] = []
        self.setAccessibleName(name)
        row = FlowLayout(self)
        if shows_name:
            row.addWidget(Text(TextRole.SMALL, name, wraps=False))
        for words, value in options:
            chip = Button(words, "chip")
            chip.setAccessibleName(self.tr("{choice}: {words}").format(choice=name, words=words))
            chip.clicked.connect(lambda _=False, chip=chip: self._clicked(chip))
            row.addWidget(chip)
            self._chips.append((chip, value))

    @property
    def chosen(self) -> tuple[object, ...]:
        """The values chosen, in the order shown."""
        return tuple(value for chip, value in self._chips if chip.isChecked())

    @property
    def first(self) -> Button:
        """The chip that a keyboard user comes to first."""
        return self._chips[0][0]

    def choose(self, *values: object) -> None:
        """Choose exactly these, without telling anybody."""
        for chip, value in self._chips:
            chip.setChecked(value in values)

    def _clicked(self, clicked: Button) -> None:
        if not self._several:
            for chip, _ in self._chips:
                chip.setChecked(chip is clicked)
        self.changed.emit()
