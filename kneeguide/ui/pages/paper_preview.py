"""What will be on paper, seen or read before it is saved or printed, and the choices that change it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.history_filter import Period
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.report import ReportChoices
from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.figure_view import Picture
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.paper_view import PaperView
from kneeguide.ui.widgets.tick_line import TickLine

_CHOICES_WIDTH = 72 * STEP
_LEAST_BESIDE = 225 * STEP
"""Pixels of the choices, where they stand beside the paper, and of the page from which on they do, at the usual size of
letters."""
_LEAST_TEXT = 80 * STEP
_LEAST_WHOLE = 225 * STEP
"""Pixels of the height of the page from which on a whole sheet can be read, at the usual size of letters."""
_BETWEEN_CHOICES = 6 * STEP


class Look(StrEnum):
    """How the pages are seen on the screen."""

    WHOLE = "whole"
    LARGER = "larger"
    TEXT = "text"


class PaperPreviewPage(PageFrame):
    """Choices on the left, a page of paper or its text on the right, or below each other where there is little room.
    ``changed``: other choices were made."""

    changed = Signal()
    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Picture, ...] = ()
        self._number = 0
        self._said = Box("lead")
        self._said_text = Text(TextRole.BODY)
        self._period = ChoiceChips(
            self.tr("Time"),
            [
                (self.tr("4 weeks"), Period.FOUR_WEEKS),
                (self.tr("3 months"), Period.THREE_MONTHS),
                (self.tr("All"), Period.ALL),
            ],
        )
        self._notes = TickLine(self.tr("My notes"))
        self._health = TickLine(self.tr("My health answers"))
        self._paper = ChoiceChips(
            self.tr("Paper"), [(self.tr("A4"), PaperSize.A4), (self.tr("Letter"), PaperSize.LETTER)]
        )
        self._choices = QWidget()
        self._report_choices: list[QWidget] = []
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._view = PaperView()
        self._text = QPlainTextEdit()
        self._shown = QStackedWidget()
        self._place = Text(TextRole.QUIET, wraps=False)
        self._previous = Button(self.tr("Previous"))
        self._previous.setAccessibleName(self.tr("Previous page"))
        self._next = Button(self.tr("Next"))
        self._next.setAccessibleName(self.tr("Next page"))
        self._look = ChoiceChips(
            self.tr("On the screen"),
            [
                (self.tr("Whole page"), Look.WHOLE),
                (self.tr("Larger"), Look.LARGER),
                (self.tr("As text"), Look.TEXT),
            ],
        )
        self._has_chosen_look = False
        self._save = Button(self.tr("Save as PDF"), "primary")
        self._print = Button(self.tr("Print"))
        self._back = Button("", icon=Icon.BACK)
        self._arrange()
        self._join()

    def begin_report(self, title: str, lead: str, paper: PaperSize, back: str) -> None:
        """Make room for a report, with the choices as they are at first: four weeks, notes, no health answers."""
        self._begin(title, lead, paper, back)
        self._period.choose(Period.FOUR_WEEKS)
        self._notes.tick(True)
        self._health.tick(False)
        self._offer_report_choices(True)

    def begin_sheet(self, title: str, lead: str, paper: PaperSize, back: str) -> None:
        """Make room for the sheet of a routine, of which only the paper can be chosen."""
        self._begin(title, lead, paper, back)
        self._offer_report_choices(False)

    @property
    def choices(self) -> ReportChoices:
        """What the report is to tell."""
        (period,) = self._period.chosen
        assert isinstance(period, Period)
        return ReportChoices(period, notes=self._notes.ticked, health=self._health.ticked)

    @property
    def paper(self) -> PaperSize:
        """What it is to be printed on."""
        (paper,) = self._paper.chosen
        assert isinstance(paper, PaperSize)
        return paper

    def show_pages(self, pages: Sequence[Picture], text: str) -> None:
        """Show what will be on paper. ``text``: all of it in words."""
        self._pages = tuple(pages)
        self._text.setPlainText(text)
        self._say("")
        self._show(min(self._number, len(pages) - 1))
        self._set_ready(True)

    def show_waiting(self, sentence: str) -> None:
        """Say that the pages are still being made."""
        self._set_ready(False)
        self._place.setText(sentence)

    def say_done(self, sentence: str) -> None:
        """Say what became of saving or printing."""
        self._say(sentence, "lead")

    def say_trouble(self, sentence: str) -> None:
        """Say why something could not be done, and what to do."""
        self._say(sentence, "care")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Where there is little room, or letters are large, the paper has the width to itself, below the choices."""
        beside = self.width() >= _LEAST_BESIDE * letter_scale()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._choices.setMaximumWidth(round(_CHOICES_WIDTH * letter_scale()) if beside else self.maximumWidth())
        self._choices.setMinimumWidth(self._choices.maximumWidth() if beside else 0)
        self._view.stand_in_page(not beside)
        self._look.chips[0].setVisible(beside)
        if Look.TEXT not in self._look.chosen and not (beside and self._has_chosen_look):
            is_tall = self.height() >= _LEAST_WHOLE * letter_scale()
            self._look.choose(Look.WHOLE if beside and is_tall else Look.LARGER)
            self._show_look()

    def _offer_report_choices(self, offered: bool) -> None:
        for choice in self._report_choices:
            choice.setVisible(offered)

    def _begin(self, title: str, lead: str, paper: PaperSize, back: str) -> None:
        self._pages, self._number = (), 0
        self.show_heading(title, lead)
        self._paper.choose(paper)
        self._back.set_label(back)
        self._has_chosen_look = False
        self._look.choose()
        self._fit()
        self.scroll_to_top()
        self._say("")
        self._set_ready(False)

    def _set_ready(self, ready: bool) -> None:
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)
        if not ready:
            self._previous.setEnabled(False)
            self._next.setEnabled(False)

    def _show(self, number: int) -> None:
        self._number = number
        name = self.tr("Page {number} of {count}").format(number=number + 1, count=len(self._pages))
        self._view.show_page(self._pages[number], name)
        self._place.setText(name)
        for button, other, is_there in (
            (self._previous, self._next, number > 0),
            (self._next, self._previous, number + 1 < len(self._pages)),
        ):
            if button.hasFocus() and not is_there:  # or Qt would hand the keyboard to who knows whom
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(is_there)
        self._offer_to_turn()

    def _offer_to_turn(self) -> None:
        """Where there is one page, or its text, there is nothing to turn."""
        as_text = self._shown.currentWidget() is self._text
        for button in (self._previous, self._next):
            button.setHidden(as_text or len(self._pages) < 2)
        self._place.setHidden(as_text)

    def _turn(self, by: int) -> None:
        if 0 <= self._number + by < len(self._pages):
            self._show(self._number + by)
            announce(self, self._place.text())

    def _say(self, sentence: str, kind: str = "lead") -> None:
        self._said.set_kind(kind)
        self._said_text.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _choose_look(self) -> None:
        self._has_chosen_look = True
        self._show_look()

    def _show_look(self) -> None:
        self._shown.setCurrentWidget(self._text if Look.TEXT in self._look.chosen else self._view)
        self._view.show_whole(Look.WHOLE in self._look.chosen)
        self._offer_to_turn()

    def _join(self) -> None:
        for chips in (self._period, self._paper):
            chips.changed.connect(self.changed)
        for tick in (self._notes, self._health):
            tick.clicked.connect(self.changed)
        self._view.turned.connect(self._turn)
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._look.changed.connect(self._choose_look)
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)
        self._back.clicked.connect(self.back_requested)

    def _arrange(self) -> None:
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("The pages as text"))
        self._view.setAccessibleDescription(self.tr("A picture of the page. “As text” has all of it to be read."))
        self._shown.addWidget(self._view)
        self._shown.addWidget(self._text)
        self._text.setMinimumHeight(_LEAST_TEXT)
        self._said.column.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 2 * STEP)
        self._said.column.addWidget(self._said_text)
        self._said.hide()
        self._arrange_choices()
        turn = QWidget()
        row = FlowLayout(turn)
        row.addWidget(self._previous)
        row.addWidget(self._place)
        row.addWidget(self._next)
        right = QVBoxLayout()
        right.setSpacing(2 * STEP)
        right.addWidget(self._shown, 1)
        right.addWidget(turn, 0, Qt.AlignmentFlag.AlignHCenter)
        self._both.setSpacing(4 * STEP)
        self._both.addWidget(self._choices)
        self._both.addLayout(right, 1)
        self.body.addWidget(self._said)
        self.body.addLayout(self._both, 1)
        for button in (self._save, self._print, self._back):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.bar.show()

    def _arrange_choices(self) -> None:
        self._report_choices = [
            _named(self.tr("Time"), self._period),
            _named(self.tr("Include"), self._notes, self._health),
        ]
        row = FlowLayout(self._choices, _BETWEEN_CHOICES, 4 * STEP, at_top=True)
        paper, screen = _named(self.tr("Paper"), self._paper), _named(self.tr("On the screen"), self._look)
        for choice in (*self._report_choices, paper, screen):
            row.addWidget(choice)
        self._choices.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


def _named(name: str, *choices: QWidget) -> QWidget:
    """Choices with their name above them."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP)
    column.addWidget(Text(TextRole.STRONG, name))
    for choice in choices:
        column.addWidget(choice)
    return both
