"""Somebody in front of the window, with a mouse, a keyboard, a camera and a clock that can hurry."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from contact_sheet import Picture
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from kneeguide.core.clock import Moment
from kneeguide.program import Program
from kneeguide.ui.widgets.routine_card import RoutineCard

T = TypeVar("T")

PATIENCE = 120.0
"""Seconds in which nothing moves on, neither the screen nor the clock, before the tour gives up."""

STRIDE = 2.0
"""Seconds by which a hurrying clock moves at once: a session takes more than twice as much for a sleep."""

SCREENFULS = 4
"""At most so many pictures of one long page, the last of them of its end."""


class HurryingClock:
    """It stands still while the tourist looks. While the tourist waits it moves, by one stride each time it was read.

    So a session sees the same times on every computer. By the computer's own clock, hurried, a busy one took so long
    between two ticks that a session thought it had slept, and stopped for somebody who never came.
    """

    def __init__(self, begin: Moment) -> None:
        self._shown = begin
        self._is_read = False

    def now(self) -> Moment:
        """The hurried time."""
        self._is_read = True
        return self._shown

    @property
    def seconds(self) -> float:
        """The hurried time, for the tourist: who only looks on does not make it move."""
        return self._shown.steady

    def hurry(self) -> bool:
        """Move on by a stride, unless nobody has read the last one yet. Returns whether it did."""
        was_read, self._is_read = self._is_read, False
        if was_read:
            self.pass_by(timedelta(seconds=STRIDE))
        return was_read

    def pass_by(self, passed: timedelta) -> None:
        """Let so much time go by at once."""
        self._shown = Moment(self._shown.steady + passed.total_seconds(), self._shown.wall + passed)


class Album:
    """The pictures of one walk. ``label``: what tells it from other walks."""

    def __init__(self, out: Path, label: str) -> None:
        self.label = label
        self.pictures: list[Picture] = []
        self._out = out
        self._chapter = ""

    def begin(self, chapter: str) -> None:
        """From now on pictures belong to this chapter."""
        self._chapter = chapter

    def keep(self, window: QWidget, name: str) -> None:
        """Keep what the window shows."""
        file = self._out / f"{self.label}-{len(self.pictures) + 1:03}-{name}.png"
        self.pictures.append(Picture(self._chapter, name, file))
        window.grab().save(str(file))
        print(f"  {file.name}")


class Tourist:
    """Somebody in front of the window, with a mouse, a keyboard and a camera."""

    def __init__(self, program: Program, clock: HurryingClock, album: Album) -> None:
        self._window = program.window
        self._clock = clock
        self._album = album

    @property
    def page(self) -> QWidget:
        """What is in front."""
        return self._window.page

    # Look

    def begin(self, chapter: str) -> None:
        """From now on pictures belong to this chapter."""
        self._album.begin(chapter)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        self.settle()
        self._album.keep(self._window, name)

    def pictures_down(self, name: str) -> None:
        """Keep what the window shows, and what comes up when the page is scrolled to its end; then go back up."""
        self.picture(name)
        bars, number = self._scroll_bars(), 1
        for bar in bars:
            for screenful in range(2, SCREENFULS + 1):
                if bar.value() == bar.maximum():
                    break
                number += 1
                bar.setValue(bar.maximum() if screenful == SCREENFULS else bar.value() + bar.pageStep())
                self.picture(f"{name}-{number}")
        for bar in bars:
            bar.setValue(0)
        self.settle()

    # Act

    def sees(self, label: str) -> bool:
        """Whether there is a button that says this."""
        return self._button(label, "") is not None

    def press(self, label: str, *, within: str = "", is_begun: bool = False) -> None:
        """Click the button that says this. ``within``: only among buttons of this kind. ``is_begun``: it may say more
        after that."""
        button = self._wait_for(lambda: self._button(label, within, is_begun), f"a button “{label}”")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, label: str) -> None:
        """Press a chip down, unless it is down already."""
        chip = self._wait_for(lambda: self._button(label, ""), f"a chip “{label}”")
        if not chip.isChecked():
            self.press(label)

    def answer(self, *, yes_to: int | None = None) -> None:
        """Answer every question on the page with no, but for the one at this place in the list."""
        for place, (yes, no) in enumerate(zip(self._of_kind("yes"), self._of_kind("no"), strict=True)):
            QTest.mouseClick(yes if place == yes_to else no, Qt.MouseButton.LeftButton)
        self.settle()

    def tick(self) -> None:
        """Tick the box on the page."""
        for box in self.page.findChildren(QCheckBox):
            QTest.keyClick(box, Qt.Key.Key_Space)
        self.settle()

    def write(self, place: str, words: str) -> None:
        """Type into the line of this name, in place of what was there."""
        line = self._wait_for(
            lambda: next((each for each in self.page.findChildren(QLineEdit) if each.accessibleName() == place), None),
            f"a line “{place}”",
        )
        line.clear()
        QTest.keyClicks(line, words)
        self.settle()

    def key(self, key: str) -> None:
        """Press a key of the keyboard."""
        QTest.keyClicks(self._window.focusWidget() or self.page, key)
        self.settle()

    def pick(self, routine_id: str) -> None:
        """Click the card of a routine."""
        card = self._wait_for(lambda: self._card(routine_id).isVisible() and self._card(routine_id), "the card")
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        self.settle()

    def press_and_name_file(self, label: str, file: Path) -> None:
        """Click a button, and name a file in the box that opens then."""
        named = QTimer(self._window)
        named.setInterval(50)

        def name_it() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QFileDialog):
                named.stop()
                box.findChildren(QLineEdit)[0].setText(str(file))
                QTest.mouseClick(box.findChildren(QDialogButtonBox)[0].buttons()[0], Qt.MouseButton.LeftButton)

        named.timeout.connect(name_it)
        named.start()
        self.press(label)
        named.deleteLater()

    # Wait

    def wait_for_words(self, words: str, *, gone: bool = False) -> None:
        """Wait until a line of the page begins with these words, or none does any more."""
        self._wait_for(lambda: gone is not self._reads(words), f"the words “{words}” to {'go' if gone else 'come'}")

    def wait_for_button(self, label: str) -> None:
        """Wait until there is such a button."""
        self._wait_for(lambda: self._button(label, ""), f"a button “{label}”")
        self.settle()

    def wait_for_page(self, kind: str) -> None:
        """Wait until the page of this class is in front."""
        self._wait_for(lambda: type(self.page).__name__ == kind, f"the {kind}, not the {type(self.page).__name__},")
        self.settle()

    def wait_until(self, look: Callable[[], bool], what: str) -> None:
        """Wait until something is so. ``what``: said if it never is."""
        self._wait_for(look, what)
        self.settle()

    def let_pass(self, seconds: float) -> None:
        """Wait for so long, by the hurried clock."""
        until = self._clock.seconds + seconds
        self._wait_for(lambda: self._clock.seconds >= until, f"{seconds} seconds to pass")

    def settle(self) -> None:
        """Let the window show what has happened."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _wait_for(self, look: Callable[[], T | None], what: str) -> T:
        """What was waited for. A session that moves on may take as long as it takes."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = look()
            if found:
                return found
            if self._clock.hurry():
                until = time.monotonic() + PATIENCE
            QTest.qWait(5)
        raise SystemExit(f"The tour waited for {what} and gave up. It reads: {' | '.join(self._words())}")

    # See

    def _words(self) -> list[str]:
        return [each.text() for each in self.page.findChildren(QLabel) if each.isVisible() and each.text()]

    def _reads(self, words: str) -> bool:
        return any(line.startswith(words) for line in self._words())

    def _card(self, routine_id: str) -> RoutineCard:
        return next(card for card in self.page.findChildren(RoutineCard) if card.routine.id == routine_id)

    def _of_kind(self, kind: str) -> list[QAbstractButton]:
        buttons = self.page.findChildren(QAbstractButton)
        return [button for button in buttons if button.property("kind") == kind and button.isVisibleTo(self.page)]

    def _button(self, label: str, within: str, is_begun: bool = False) -> QAbstractButton | None:
        for button in self._window.findChildren(QAbstractButton):
            names = button.accessibleName(), button.text().replace("&&", "&")
            is_it = any(name == label or (is_begun and name.startswith(label)) for name in names)
            if is_it and button.isVisible() and button.isEnabled() and within in ("", button.property("kind")):
                return button
        return None

    def _scroll_bars(self) -> list[QScrollBar]:
        """Of the largest part of the page that can be scrolled now, and of the largest one in that."""
        areas = [each for each in self.page.findChildren(QScrollArea) if each.isVisible()]
        long = [each for each in areas if each.verticalScrollBar().maximum() > 0]
        long.sort(key=lambda area: area.width() * area.height(), reverse=True)
        inside = [each for each in long[1:] if long[0].isAncestorOf(each)]
        return [each.verticalScrollBar() for each in long[:1] + inside[:1]]
