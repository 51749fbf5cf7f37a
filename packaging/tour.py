"""Goes through the whole job as a user would, in the real window, and takes a picture of every page.

    python packaging/tour.py OUT_DIR [--sizes 1200x800,900x600] [--text-sizes 100,200]
                             [--themes light,dark,high-contrast] [--routine oa-hands-short]

It presses the buttons that are on the screen and knows no other way in: the safety checklist is answered, refused and
passed as by anybody. Only the clock is not the computer's: it hurries while the routine plays. All of it happens in a
temporary folder; the user's own files are not touched.

Before the session it goes the way of each condition, from the choice to what there is to read about it.

OUT_DIR gets one picture for each page in light and dark at one size, or in all that is asked for; a contact sheet of
each of these walks, to be looked at as a whole; and tour.json: the routine, its stages, the planned and done seconds,
and the outcome.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from contact_sheet import contact_sheet
from PySide6.QtWidgets import QApplication
from tourist import HurryingClock, Tourist

from kneeguide import paths
from kneeguide.core.choosing import FIRST_OFFERS
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.routine import Condition
from kneeguide.core.settings import Settings, Theme, save_settings
from kneeguide.program import build
from kneeguide.services.keep_awake import NullKeepAwake
from kneeguide.services.reminders import NoReminders
from kneeguide.services.sound import SilentSound
from kneeguide.services.voice import SilentVoice
from kneeguide.ui import wording

T = TypeVar("T")


def tour(out: Path, theme: Theme, routine_id: str, size: tuple[int, int], text_size: int = 100) -> Record:
    """One walk through the whole job in one theme and one size. Returns the session as the diary has it."""
    clock = HurryingClock()
    with tempfile.TemporaryDirectory() as home:
        folders = paths.user_folders({"KNEEGUIDE_HOME": home})
        assert folders is not None
        save_settings(folders.settings_file, Settings(theme=theme, text_size=text_size, window=(0, 0, *size)))
        program = build(_application(), folders, clock, SilentSound(), SilentVoice(), NullKeepAwake(), NoReminders())
        program.window.resize(*size)
        user = Tourist(program, out, f"{theme.value}-{size[0]}x{size[1]}-{text_size}")
        program.flow.start()
        program.window.show()
        _walk(user, clock, routine_id)
        (record,) = HistoryStore(program.database).records()
        program.flow.shut()
        program.close()
        contact_sheet(user.pictures, out / f"sheet-{user.label}.png")
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
    _choose_by_what_was_told(user)
    user.press("Plan my weeks")
    user.wait_for_page("WeeklyPlanPage")
    user.picture("weekly-plan")
    user.press("Back to routines")
    user.wait_for_page("LibraryPage")
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
    user.press("Continue", within="primary")

    user.wait_for_page("PainBeforePage")
    user.press("2")
    user.picture("pain-before")
    user.press("Start the session", within="primary")

    user.wait_for_page("PlayerPage")
    user.picture("player-get-ready")
    clock.run(20.0)
    user.wait_for_stage("Get ready", gone=True)
    clock.run(1.0)
    user.picture("player-work")
    user.press("Pause")
    user.picture("player-paused")
    user.press("Go on")
    user.press("Floor view")
    user.picture("player-floor-view")
    user.press("Leave floor view")
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
    _look_back(user)
    user.press("Learn")
    user.wait_for_page("LearnPage")
    user.picture("learn")
    user.press("Settings")
    user.picture("settings")
    user.press("My data")
    user.wait_for_page("YourDataPage")
    user.picture("my-data")
    user.press("Back to settings")
    user.press("My health answers")
    user.wait_for_page("HealthAnswersPage")
    user.picture("health-answers")


def _look_back(user: Tourist) -> None:
    """What else there is to the diary: charts, a past session, the report, and taking it elsewhere."""
    user.press("View: Charts")
    user.picture("history-charts")
    user.press("View: Sessions")
    user.press("Add a past session")
    user.wait_for_page("PastSessionPage")
    user.picture("past-session")
    user.press("Back")
    user.press("Report for my clinician")
    user.wait_for_page("PaperPreviewPage")
    user.picture("report-preview")
    user.press("Back to history")
    user.press("Export")
    user.wait_for_page("HandOverPage")
    user.picture("export")
    user.press("Back to History")
    user.wait_for_page("HistoryPage")


def _choose_by_what_was_told(user: Tourist) -> None:
    """The way of each condition: what is offered for it first, that routine, and what there is to read about it."""
    for told in Condition:
        user.press(f"Condition: {wording.condition(told)}")
        user.picture(f"{told}-routines")
        user.pick(FIRST_OFFERS[told][0])
        user.wait_for_page("RoutineDetailPage")
        user.picture(f"{told}-first-offer")
        user.press(f"Learn more: {wording.condition(told)}")
        user.wait_for_page("LearnPage")
        user.picture(f"{told}-learn")
        user.press("Routines")
        user.wait_for_page("LibraryPage")
    user.press("Condition: Nothing yet")
    user.picture("not-told-routines")
    user.press("When to see someone")
    user.wait_for_page("LearnPage")
    user.picture("not-told-learn")
    user.press("Routines")
    user.wait_for_page("LibraryPage")
    user.press("Condition: Any")


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
    """Take the tour in light and in dark, or in whatever is asked for."""
    parser = argparse.ArgumentParser(description="Go through the whole job and take a picture of every page.")
    parser.add_argument("out", metavar="OUT_DIR", type=Path)
    parser.add_argument(
        "--sizes", type=_list_of(_size), default=[(1200, 800)], help="of the window, 1200x800 if not told"
    )
    parser.add_argument("--text-sizes", type=_list_of(int), default=[100], help="in percent, 100 if not told")
    parser.add_argument(
        "--themes", type=_list_of(Theme), default=[Theme.LIGHT, Theme.DARK], help="light,dark if not told"
    )
    parser.add_argument("--routine", default="oa-hands-short", help="id of the routine to follow")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for theme, size, text_size in product(asked.themes, asked.sizes, asked.text_sizes):
        print(f"The whole job in {theme.value}, {size[0]}x{size[1]}, letters at {text_size} %:")
        record = tour(asked.out, theme, asked.routine, size, text_size)
        print(f"  {record.title}: {record.outcome.value}, {record.seconds:.0f} of {record.planned_seconds:.0f} s")
    (asked.out / "tour.json").write_text(json.dumps(_as_json(record), indent=2) + "\n", encoding="utf-8")
    print(f"Pictures, contact sheets and tour.json are in {asked.out.resolve()}")
    return 0


def _list_of(kind: Callable[[str], T]) -> Callable[[str], list[T]]:
    def values(text: str) -> list[T]:
        return [kind(each) for each in text.split(",")]

    return values


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
