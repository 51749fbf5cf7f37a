"""A row of chips of which one, or some, can be chosen. None is chosen to begin with."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.ui.theme import LINE, STEP, TextRole
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.one_of_several import OneOfSeveral

_CHIP_HEIGHT = 11 * STEP + 2 * LINE
"""Pixels, with its frame."""


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
        self._group = None if several else OneOfSeveral(self)
        self._chips: list[tuple[Button, object]] = []
        self._words = dict[object, str]()
        self.setAccessibleName(name)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2 * STEP)
        self._name = Text(TextRole.SMALL, name, wraps=False) if shows_name else None
        if self._name is not None:
            self._name.setMinimumHeight(_CHIP_HEIGHT)  # level with the first line of chips
            beside.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._row = FlowLayout(even=True)
        beside.addLayout(self._row, 1)
        for words, value in options:
            chip = Button(words, "chip")
            chip.setAccessibleName(self.tr("{choice}: {words}").format(choice=name, words=words))
            chip.clicked.connect(self.changed)
            if self._group is not None:
                self._group.add(chip)
            self._row.addWidget(chip)
            self._chips.append((chip, value))
            self._words[value] = words

    @property
    def chosen(self) -> tuple[object, ...]:
        """The values chosen, in the order shown."""
        return tuple(value for chip, value in self._chips if chip.isChecked())

    @property
    def chips(self) -> tuple[Button, ...]:
        """All of them, as a keyboard user comes to them."""
        return tuple(chip for chip, _ in self._chips)

    @property
    def first(self) -> Button:
        """The chip that a keyboard user comes to first."""
        return self._chips[0][0]

    @property
    def chosen_words(self) -> list[str]:
        """The words of what is chosen, in the order shown."""
        return [self._words[value] for value in self.chosen]

    @property
    def name_width(self) -> int:
        """Pixels that the name before the chips takes."""
        return self._name.fontMetrics().horizontalAdvance(self._name.text()) if self._name is not None else 0

    def leave_for_name(self, width: int) -> None:
        """Begin with the chips so far from the edge, as others above and below do."""
        if self._name is not None:
            self._name.setFixedSize(width, self.first.sizeHint().height())  # level with the first line of chips

    def put_after(self, *others: QWidget) -> None:
        """Let something else go on in the lines of the chips."""
        for other in others:
            self._row.addWidget(other)

    def show_counts(self, count: Callable[[Any], int], *, seen: bool = True) -> None:
        """Say on each chip how many there would be with it; no chip gets narrower, so that none moves when pressed.

        ``seen``: whether there is room for that; screen readers are told all the same.
        """
        for chip, value in self._chips:
            show_count(chip, self._words[value], count(value))
            if not seen:
                chip.setMinimumWidth(0)
                chip.setText(self._words[value].replace("&", "&&"))

    def choose(self, *values: object) -> None:
        """Choose exactly these, without telling anybody."""
        if self._group is not None:
            self._group.take_back()
        for chip, value in self._chips:
            chip.setChecked(value in values)


def show_count(chip: Button, words: str, count: int) -> None:
    """Say on a chip how many routines there would be with it; it gets no narrower, so that none moves when pressed."""
    text = QCoreApplication.translate("ChoiceChips", "{choice} · {count}").format(choice=words, count=count)
    chip.setText(text.replace("&", "&&"))
    chip.setAccessibleDescription(QCoreApplication.translate("ChoiceChips", "Routines: {count}").format(count=count))
    chip.setMinimumWidth(max(chip.minimumWidth(), chip.sizeHint().width()))
