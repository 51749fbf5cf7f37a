"""What the routines in view are chosen by: what the user was told first, and all else behind one button.

The page is there sooner, and calmer, with the other choices folded away; the button says which of them are made.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.choosing import Choices, Length, Option, Told, Unnamed
from kneeguide.core.routine import Area, Condition, Position, Tool
from kneeguide.ui import wording
from kneeguide.ui.theme import STEP, TextRole, letter_scale
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.card_arrangement import ROWS_FROM
from kneeguide.ui.widgets.choice_chips import ChoiceChips, show_count
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.wrapping_row import WrappingRow

ROOMY_FROM = 200 * STEP
"""Width, in pixels at the usual size of letters, from which all chips have room in one line, with their counts."""


class RoutineFilters(QWidget):
    """Chips to choose by, below a line that asks for it.

    ``changed`` tells that ``choices`` are other ones, ``rearranged`` that ``stops`` follow in another order. Where
    there is little room the chips are without counts, and large letters leave only what unfolds them.
    """

    changed = Signal()
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        told: list[tuple[str, Told]] = [
            (self.tr("Any"), Unnamed.ANY),
            *((wording.condition(each), each) for each in Condition),
            (self.tr("No name yet"), Unnamed.NOT_TOLD),
        ]
        self._told = ChoiceChips(self.tr("Condition"), told)
        self._told.choose(Unnamed.ANY)
        self._told.changed.connect(self._choose)
        self._panel: _MoreChoices | None = None
        self._more = Button("")
        self._more.setAccessibleDescription(self.tr("Area, place, tool and length"))
        self._more.clicked.connect(self._fold)
        self._favourites = Button(self.tr("Favourites"), "chip")
        self._lately = Button(self.tr("Done lately"), "chip")
        for chip in (self._favourites, self._lately):
            chip.clicked.connect(self._choose)
        self._clear = Button(self.tr("Clear choices"), "link")
        self._clear.clicked.connect(self._clear_all_but_told)
        self._told.put_after(self._more)
        self._question = Text(TextRole.STRONG, self.tr("What is your knee pain called?"), wraps=False)
        self._is_roomy = True
        self._count: Callable[[Choices], int] | None = None
        above = QWidget()
        self._line = WrappingRow(above, 2 * STEP)
        self._line.addWidget(self._question, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(above)
        self._column.addWidget(self._told)
        for each in (self._favourites, self._lately, self._clear):
            self._line.addWidget(each)
        self.offer(favourites=False, lately=False)

    @property
    def choices(self) -> Choices:
        """What is chosen, without any words to search for."""
        chosen = Choices(
            told=next(told for told in (*Condition, *Unnamed) if told in self._told.chosen),
            only_favourites=self._favourites.isChecked(),
            only_done_lately=self._lately.isChecked(),
        )
        return self._panel.narrow(chosen) if self._panel is not None else chosen

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is chosen."""
        return self.choices != Choices()

    @property
    def is_roomy(self) -> bool:
        """Whether there is room for all chips in one line."""
        return self._is_roomy

    @property
    def stops(self) -> list[QWidget]:
        """Every control, as a keyboard user comes to them."""
        folded = self._panel.stops if self._panel is not None else []
        in_line = (self._line.itemAt(place) for place in range(1, self._line.count()))
        above = [widget for item in in_line if item is not None and (widget := item.widget()) is not None]
        more = [self._more] if self._is_roomy else []
        return [*above, *self._told.chips, *more, *folded]

    def put_beside(self, control: QWidget) -> None:
        """Let something else stand last in the line above the chips."""
        self._line.addWidget(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less room."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def clear(self) -> None:
        """Choose nothing, without telling anybody."""
        self.choose_told(Unnamed.ANY)

    def choose_told(self, told: Told) -> None:
        """Choose what the user was told and nothing else, without telling anybody."""
        self._told.choose(told)
        self._take_back()

    def offer(self, *, favourites: bool, lately: bool) -> None:
        """Offer these two choices, or not, where they would lead to nothing. What is not offered is not chosen."""
        self._has_favourites, self._has_lately = favourites, lately
        for chip, is_offered in ((self._favourites, favourites), (self._lately, lately)):
            chip.setChecked(chip.isChecked() and is_offered)
        self._say_what_is_chosen()

    def show_counts(self, count: Callable[[Choices], int]) -> None:
        """Say on each chip that is in view how many routines there would be with it."""
        choices = self.choices
        self._count = count
        self._told.show_counts(lambda told: count(replace(choices, told=told)), seen=self._is_roomy)
        for chip, alone in (
            (self._favourites, replace(choices, only_favourites=True)),
            (self._lately, replace(choices, only_done_lately=True)),
        ):
            if not chip.isHidden():
                show_count(chip, chip.accessibleName(), count(alone))
        if self._panel is not None and not self._panel.isHidden():
            self._panel.show_counts(lambda option: count(choices.adding(option)))

    def _fit(self) -> None:
        is_roomy = self.width() >= ROOMY_FROM * letter_scale()
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            if is_roomy:
                self._told.put_after(self._more)
            else:
                self._line.addWidget(self._more)
            self._more.show()  # what changes its place would be hidden until later
            if self._count is not None:
                self.show_counts(self._count)
            self.rearranged.emit()
        self._say_what_is_chosen()

    @property
    def _is_folded(self) -> bool:
        """Whether what one was told is folded away, too."""
        return letter_scale() >= ROWS_FROM and not self._is_roomy and not self._is_open

    @property
    def _is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def _choose(self) -> None:
        self._say_what_is_chosen()
        self.changed.emit()

    def _clear_all_but_told(self) -> None:
        self._more.setFocus()
        self._take_back()
        self.changed.emit()

    def _take_back(self) -> None:
        for chip in (self._favourites, self._lately):
            chip.setChecked(False)
        if self._panel is not None:
            self._panel.clear()
        self._say_what_is_chosen()

    def _fold(self) -> None:
        if self._panel is None:
            self._panel = _MoreChoices()
            self._panel.changed.connect(self._choose)
            self._panel.hide()
            self._column.addWidget(self._panel)
        self._panel.setVisible(self._panel.isHidden())
        self._choose()

    def _say_what_is_chosen(self) -> None:
        chosen = self._panel.chosen_words if self._panel is not None else []
        self._clear.setVisible(bool(chosen) or self._favourites.isChecked() or self._lately.isChecked())
        for folded in (self._question, self._told):
            folded.setHidden(self._is_folded)
        self._favourites.setVisible(self._has_favourites and (self._favourites.isChecked() or not self._is_folded))
        self._lately.setVisible(self._has_lately and (self._lately.isChecked() or self._is_open))
        if self._is_folded and not self._told.first.isChecked():
            chosen = [*self._told.chosen_words, *chosen]
        if self._is_open:
            words = self.tr("Fewer choices")
        elif chosen:
            words = self.tr("More choices: {chosen}").format(chosen=self.tr(", ").join(chosen))
        else:
            words = self.tr("More choices")
        self._more.set_label(words)


class _MoreChoices(QWidget):
    """What is sore, where one can be, what is at hand, and how much time there is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._areas = self._make_chips(self.tr("Area"), [(wording.area(each), each) for each in Area])
        self._positions = self._make_chips(self.tr("Place"), [(wording.position(each), each) for each in Position])
        self._tools = self._make_chips(self.tr("Tool"), [(wording.tool(each), each) for each in Tool])
        self._lengths = self._make_chips(self.tr("Length"), [(wording.length(each), each) for each in Length])
        groups = QVBoxLayout(self)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(2 * STEP)
        for chips in self._all:
            groups.addWidget(chips)
        self._line_up()

    def changeEvent(self, event: QEvent) -> None:
        """Line up anew where letters have another size."""
        if event.type() is QEvent.Type.StyleChange:
            self._line_up()
        super().changeEvent(event)

    def _line_up(self) -> None:
        widest = max(chips.name_width for chips in self._all)
        for chips in self._all:
            chips.leave_for_name(widest + STEP)

    @property
    def _all(self) -> tuple[ChoiceChips, ...]:
        return self._areas, self._positions, self._tools, self._lengths

    @property
    def stops(self) -> list[Button]:
        """Every chip, as a keyboard user comes to them."""
        return [chip for chips in self._all for chip in chips.chips]

    @property
    def chosen_words(self) -> list[str]:
        """What is chosen, in words."""
        return [words for chips in self._all for words in chips.chosen_words]

    def narrow(self, choices: Choices) -> Choices:
        """The same choices with those made here."""
        return replace(
            choices,
            areas=frozenset(each for each in Area if each in self._areas.chosen),
            positions=frozenset(each for each in Position if each in self._positions.chosen),
            tools=frozenset(each for each in Tool if each in self._tools.chosen),
            lengths=frozenset(each for each in Length if each in self._lengths.chosen),
        )

    def show_counts(self, count: Callable[[Option], int]) -> None:
        """Say on each chip how many routines there would be with it."""
        for chips in self._all:
            chips.show_counts(count)

    def clear(self) -> None:
        """Choose nothing, without telling anybody."""
        for chips in self._all:
            chips.choose()

    def _make_chips(self, name: str, options: list[tuple[str, Option]]) -> ChoiceChips:
        chips = ChoiceChips(name, options, several=True, shows_name=True)
        chips.changed.connect(self.changed)
        return chips
