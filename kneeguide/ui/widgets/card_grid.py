"""Cards in rows, among which arrow keys move: Tab comes to one of them and its star, and goes on past the rest.

One may stand out from the others, in a row of its own above them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from kneeguide.ui.theme import STEP, TextRole
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.routine_card import RoutineCard

LEAST_WIDTH = 72 * STEP
"""Of a card at the usual size of letters: below it a title takes three lines."""
SPELT_WITHIN = 1000
"""Milliseconds between two letters from which on the second begins a new word."""
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CardGrid(QWidget):
    """Holds cards in the order of reading. ``moved_to`` carries the card that a key led to."""

    moved_to = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[RoutineCard] = []
        self._where_held: list[QLayout] = []
        self._above = QVBoxLayout()
        self._others = Text(TextRole.HEADING, self.tr("Others that fit"))
        self._others.hide()
        self._layout = CardLayout(least_width=LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addLayout(self._above)
        column.addWidget(self._others)
        column.addLayout(self._layout)
        self._spelt, self._spelt_at = "", 0
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def cards(self) -> tuple[RoutineCard, ...]:
        """All of them, shown or not, in their order."""
        return tuple(self._cards)

    @property
    def stops(self) -> list[QWidget]:
        """Each card and its star, as they stand."""
        return [stop for card in self._cards for stop in (card, card.star)]

    def hold(self, cards: Sequence[RoutineCard]) -> None:
        """Hold exactly these, in this order. What is not held any more is let go of.

        One of them that stands out gets a row of its own.
        """
        shown = [card for card in cards if not card.isHidden()]
        self._others.setVisible(len(shown) > 1 and shown[0].stands_out)
        where: list[QLayout] = [self._above if card.stands_out else self._layout for card in cards]
        if list(cards) == self._cards and where == self._where_held:
            return
        for card in self._cards:
            for layout in (self._above, self._layout):
                layout.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards, self._where_held = list(cards), where
        for card, place in zip(cards, where, strict=True):
            place.addWidget(card)

    def keep_one_stop(self) -> None:
        """Let Tab come to the card where the user is, if it is shown, else to the first that is."""
        shown = self._shown()
        here = next((card for card in shown if self._focused in (card, card.star)), None)
        self._come_to(here or next(iter(shown), None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards, by arrows or by the first letters of a title."""
        shown = self._shown()
        here = next((place for place, card in enumerate(shown) if self._focused in (card, card.star)), None)
        there = None if here is None else self._where(event, shown, here)
        if there is None:
            event.ignore()
            return
        self._come_to(shown[there])
        shown[there].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.moved_to.emit(shown[there])

    def changeEvent(self, event: QEvent) -> None:
        """Lay the cards out anew for letters of another size."""
        if event.type() is QEvent.Type.StyleChange:
            self._layout.invalidate()
        super().changeEvent(event)

    @property
    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self

    def _shown(self) -> list[RoutineCard]:
        return [card for card in self._cards if not card.isHidden()]

    def _where(self, event: QKeyEvent, shown: list[RoutineCard], here: int) -> int | None:
        """The place of the card that a key leads to; None for a key that is not ours."""
        last = len(shown) - 1
        rows = sorted({card.y() for card in shown})
        row = rows.index(shown[here].y())
        in_row = [[place for place, card in enumerate(shown) if card.y() == y] for y in rows]
        column = here - in_row[row][0]
        onwards = -1 if self.isRightToLeft() else 1
        if event.modifiers() & _WITH:
            return None
        match event.key():
            case Qt.Key.Key_Right:
                return min(max(here + onwards, 0), last)
            case Qt.Key.Key_Left:
                return min(max(here - onwards, 0), last)
            case Qt.Key.Key_Down:
                below = in_row[min(row + 1, len(rows) - 1)]
                return here if here in below else below[min(column, len(below) - 1)]
            case Qt.Key.Key_Up:
                above = in_row[max(row - 1, 0)]
                return here if here in above else above[min(column, len(above) - 1)]
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return last
        return self._spell(event, shown, here)

    def _spell(self, event: QKeyEvent, shown: list[RoutineCard], here: int) -> int | None:
        """The next card whose title begins with what has been typed; the same letter again goes on to the next one."""
        letter = event.text().casefold()
        if not letter.strip() or not letter.isprintable():
            return None
        goes_on = event.timestamp() - self._spelt_at < SPELT_WITHIN and self._spelt != letter
        self._spelt = self._spelt + letter if goes_on else letter
        self._spelt_at = event.timestamp()
        first = here if len(self._spelt) > 1 else here + 1
        places = [place % len(shown) for place in range(first, first + len(shown))]
        return next((each for each in places if shown[each].routine.title.casefold().startswith(self._spelt)), here)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whatever led there, the card that has the focus is the one to come back to."""
        if now is not None and self.isAncestorOf(now):
            self._come_to(next(card for card in self._cards if now in (card, card.star)))

    def _come_to(self, here: RoutineCard | None) -> None:
        for card in self._cards:
            card.set_tab_stop(card is here)
