"""Goes through the whole job as a user would, in the real window, and takes a picture of every page.

    python packaging/tour.py OUT_DIR [--size 1200x800] [--routine oa-hands-short]

It presses the buttons that are on the screen and knows no other way in: the safety checklist is answered, refused and
passed as by anybody. Only the clock is not the computer's: it hurries while the routine plays. All of it happens in a
temporary folder; the user's own files are not touched.

OUT_DIR gets one picture for each page in light and dark, and tour.json: the routine, its stages, the planned and done
seconds, and the outcome.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from kneeguide import paths
from kneeguide.app import Program, build
from kneeguide.core.choosing import FIRST_OFFERS
from kneeguide.core.clock import Clock, Moment, SystemClock
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.routine import Condition
from kneeguide.core.settings import Settings, Theme, save_settings
from kneeguide.services.keep_awake import NullKeepAwake
from kneeguide.services.sound import SilentSound
from kneeguide.ui import wording
from kneeguide.ui.widgets.routine_card import RoutineCard

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds to wait for anything on the screen before the tour gives up."""

LONGEST_STRIDE = 3.0
"""Seconds that a hurrying clock moves at once, however busy the computer is: a session takes more for a sleep."""


class HurryingClock:
    """The computer's clock, which can be told to run faster from now on."""

    def __init__(self, system: Clock | None = None) -> None:
        self._system = system or SystemClock()
        self._shown = self._read = self._system.now()
        self._pace = 1.0

    def now(self) -> Moment:
        """The hurried time, on both clocks alike."""
        read = self._system.now()
        passed = (read.steady - self._read.steady) * self._pace
        if self._pace > 1:
            passed = min(passed, LONGEST_STRIDE)
        self._shown = Moment(self._shown.steady + passed, self._shown.wall + timedelta(seconds=passed))
        self._read = read
        return self._shown

    def run(self, pace: float) -> None:
        """From now on a second of the computer's is so many of ours."""
        self.now()
        self._pace = pace


class Tourist:
    """Somebody in front of the window, with a mouse and a camera."""

    def __init__(self, program: Program, out: Path, label: str) -> None:
        self._program = program
        self._out = out
        self._label = label
        self._pictures = 0

    @property
    def page(self) -> QWidget:
        """What is in front."""
        return self._program.window.page

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        self.settle()
        self._pictures += 1
        file = self._out / f"{self._label}-{self._pictures:02}-{name}.png"
        self._program.window.grab().save(str(file))
        print(f"  {file.name}")

    def press(self, label: str, *, within: str = "") -> None:
        """Click the button that says this; ``within``: only among buttons of this kind."""
        button = self._wait_for(lambda: self._button(label, within), f"a button “{label}”")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

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

    def wait_for_stage(self, title: str, *, gone: bool = False) -> None:
        """Wait until the player shows a stage of this name, or no longer does."""
        stage = f"the stage “{title}”"
        self._wait_for(lambda: gone is not any(t.text() == title for t in self.page.findChildren(QLabel)), stage)

    def wait_for_page(self, kind: str) -> None:
        """Wait until the page of this class is in front."""
        self._wait_for(lambda: type(self.page).__name__ == kind, f"the {kind}, not the {type(self.page).__name__},")
        self.settle()

    def settle(self) -> None:
        """Let the window show what has happened."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def press_condition_of(self, routine_id: str) -> None:
        """Choose the condition that a routine is for."""
        self.press(wording.condition(self._card(routine_id).routine.conditions[0]))

    def pick(self, routine_id: str) -> None:
        """Click the card of a routine."""
        card = self._wait_for(lambda: self._card(routine_id).isVisible() and self._card(routine_id), "the card")
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        self.settle()

    def _card(self, routine_id: str) -> RoutineCard:
        return next(card for card in self.page.findChildren(RoutineCard) if card.routine.id == routine_id)

    def _of_kind(self, kind: str) -> list[QAbstractButton]:
        buttons = self.page.findChildren(QAbstractButton)
        return [button for button in buttons if button.property("kind") == kind and button.isVisibleTo(self.page)]

    def _button(self, label: str, within: str) -> QAbstractButton | None:
        return next(
            (
                button
                for button in self._program.window.findChildren(QAbstractButton)
                if button.isVisible()
                and button.isEnabled()
                and label in (button.accessibleName(), button.text().replace("&&", "&"))
                and within in ("", button.property("kind"))
            ),
            None,
        )

    def _wait_for(self, look: Callable[[], T | None], what: str) -> T:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = look()
            if found:
                return found
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        raise SystemExit(f"The tour waited for {what} and gave up.")


def tour(out: Path, theme: Theme, routine_id: str, size: tuple[int, int]) -> Record:
    """One walk through the whole job in one theme. Returns the session as the diary has it."""
    clock = HurryingClock()
    with tempfile.TemporaryDirectory() as home:
        folders = paths.user_folders({"KNEEGUIDE_HOME": home})
        assert folders is not None
        save_settings(folders.settings_file, Settings(theme=theme, window=(0, 0, *size)))
        program = build(_application(), folders, clock, SilentSound(), NullKeepAwake())
        program.window.resize(*size)
        user = Tourist(program, out, theme.value)
        program.flow.start()
        program.window.show()
        _walk(user, clock, routine_id)
        (record,) = HistoryStore(program.database).records()
        program.flow.shut()
        program.close()
        return record


def _walk(user: Tourist, clock: HurryingClock, routine_id: str) -> None:
    user.wait_for_page("WelcomePage")
    user.picture("welcome")
    user.tick()
    user.press("Continue")
    user.wait_for_page("EmergencyPage")
    user.picture("emergency")
    user.press("I have none of these")
    user.wait_for_page("HealthQuestionsPage")
    user.picture("health-questions")
    user.answer()
    user.picture("health-questions-answered")
    user.press("Done")

    user.wait_for_page("LibraryPage")
    user.picture("library")
    _look_at_each_condition(user)
    user.press_condition_of(routine_id)
    user.picture("library-by-condition")
    user.pick(routine_id)
    user.wait_for_page("RoutineDetailPage")
    user.picture("routine")
    user.press("Go to the safety check")

    user.wait_for_page("SafetyChecklistPage")
    user.picture("checklist")
    user.answer(yes_to=4)
    user.picture("checklist-with-a-yes")
    user.press("See what to do")
    user.wait_for_page("NotTodayPage")
    user.picture("not-today")
    user.press("Back to routines")

    user.wait_for_page("RoutineDetailPage")
    user.press("Go to the safety check")
    user.wait_for_page("SafetyChecklistPage")
    user.answer()
    user.picture("checklist-passed")
    user.press("Start", within="primary")

    user.wait_for_page("PainBeforePage")
    user.press("2")
    user.picture("pain-before")
    user.press("Start", within="primary")

    user.wait_for_page("PlayerPage")
    user.picture("player-get-ready")
    clock.run(20.0)
    user.wait_for_stage("Get ready", gone=True)
    clock.run(1.0)
    user.picture("player-work")
    user.press("Pause")
    user.picture("player-paused")
    user.press("Go on")
    user.press("Something is wrong – stop")
    user.picture("player-something-is-wrong")
    user.press("I am all right, go on")
    clock.run(20.0)
    user.wait_for_stage("Change over")
    clock.run(1.0)
    user.picture("player-change-over")
    clock.run(20.0)

    user.wait_for_page("SummaryPage")
    clock.run(1.0)
    user.press("1")
    user.picture("summary")
    user.press("Finish")
    user.press("History")
    user.wait_for_page("HistoryPage")
    user.picture("history")
    user.press("Learn")
    user.wait_for_page("LearnPage")
    user.picture("learn")
    user.press("Settings")
    user.picture("settings")
    user.press("My health answers")
    user.wait_for_page("HealthAnswersPage")
    user.picture("health-answers")


def _look_at_each_condition(user: Tourist) -> None:
    """What is offered after being told each of them, and the first of it."""
    for told in Condition:
        user.press(wording.condition(told))
        user.picture(f"told-{told.value}")
        user.pick(FIRST_OFFERS[told][0])
        user.wait_for_page("RoutineDetailPage")
        user.picture(f"first-for-{told.value}")
        user.press("Back to routines")
        user.wait_for_page("LibraryPage")
    user.press("Nobody has told me yet")
    user.picture("nobody-has-told-me")


def _application() -> QApplication:
    application = QApplication.instance()
    return application if isinstance(application, QApplication) else QApplication(sys.argv[:1])


def _as_json(record: Record) -> dict[str, object]:
    return {
        "routine": record.routine_id,
        "title": record.title,
        "outcome": record.outcome.value,
        "planned_seconds": record.planned_seconds,
        "done_seconds": round(record.seconds, 3),
        "knee_pain_before": record.before,
        "knee_pain_after": record.after,
        "stages": [
            {
                "stage": stage.key,
                "planned_seconds": stage.planned,
                "done_seconds": round(stage.seconds, 3),
                "outcome": stage.outcome.value,
            }
            for stage in record.stages
        ],
    }


def main() -> int:
    """Take the tour in light and in dark."""
    parser = argparse.ArgumentParser(description="Go through the whole job and take a picture of every page.")
    parser.add_argument("out", metavar="OUT_DIR", type=Path)
    parser.add_argument("--size", default="1200x800", help="of the window, 1200x800 unless told otherwise")
    parser.add_argument("--routine", default="oa-hands-short", help="id of the routine to follow")
    asked = parser.parse_args()
    width, _, height = asked.size.partition("x")
    asked.out.mkdir(parents=True, exist_ok=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for theme in (Theme.LIGHT, Theme.DARK):
        print(f"The whole job in {theme.value}:")
        record = tour(asked.out, theme, asked.routine, (int(width), int(height)))
        print(f"  {record.title}: {record.outcome.value}, {record.seconds:.0f} of {record.planned_seconds:.0f} s")
    (asked.out / "tour.json").write_text(json.dumps(_as_json(record), indent=2) + "\n", encoding="utf-8")
    print(f"Pictures and tour.json are in {asked.out.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
