"""Goes through the whole job as a user would, in the real window, and takes a picture of every page.

    python packaging/tour.py OUT_DIR [--sizes 1200x800,900x600] [--text-sizes 100,200]
                             [--themes light,dark,high-contrast] [--routine oa-hands-short]

It presses the buttons that are on the screen and knows no other way in: the safety checklist is answered, refused and
passed as by anybody. Only the clock is not the computer's: it hurries while the routine plays, and nights and weeks
pass at once. What a user would have after months is put into the diary between two visits. All of it happens in a
temporary folder; the user's own files are not touched.

OUT_DIR gets the pictures of a walk in light and one in dark at one size, or of one in each way that is asked for;
contact sheets of each walk; others that compare each page in all of them, chapter by chapter; and tour.json: the
routine, its stages, the planned and done seconds, and the outcome.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import product, starmap
from pathlib import Path
from typing import NamedTuple, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import months_before
from contact_sheet import Picture, compared_sheets, walk_sheets
from first_visit import first_visit, second_session
from later_visits import next_day, weeks_later
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tourist import Album, HurryingClock, Tourist

from kneeguide import paths
from kneeguide.core.clock import SystemClock
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.settings import Settings, Theme, save_settings
from kneeguide.program import Program, build
from kneeguide.services.keep_awake import NullKeepAwake
from kneeguide.services.reminders import NoReminders
from kneeguide.services.sound import SilentSound
from kneeguide.services.voice import SilentVoice

T = TypeVar("T")

SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""In place of Qt's own screen that is not there, which is a square smaller than the window: the floor view fills it."""


class Walk(NamedTuple):
    """How the window looks on one walk. ``text_size`` in percent."""

    theme: Theme
    size: tuple[int, int]
    text_size: int

    @property
    def label(self) -> str:
        """What its pictures begin with."""
        return f"{self.theme.value}-{self.size[0]}x{self.size[1]}-{self.text_size}"

    @property
    def settings(self) -> Settings:
        """What somebody has set who wants it so."""
        return Settings(theme=self.theme, text_size=self.text_size, window=(0, 0, *self.size))


def tour(walk: Walk, out: Path, routine_id: str) -> tuple[Record, list[Picture]]:
    """One walk in one theme and one size. Returns its first session as the diary has it, and the pictures."""
    clock = HurryingClock(SystemClock().now())
    album = Album(out, walk.label)
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as elsewhere:
        folders = paths.user_folders({"KNEEGUIDE_HOME": home})
        assert folders is not None
        save_settings(folders.settings_file, walk.settings)
        with _sitting(folders, clock, walk, album) as (user, program):
            first_visit(user, routine_id)
            (record,) = HistoryStore(program.database).records()
            second_session(user, routine_id)
        others_diary, no_diary = Path(elsewhere, "diary-of-my-other-computer.json"), Path(elsewhere, "shopping.json")
        months_before.live_through(folders, record)
        months_before.write_own_routine(folders)
        months_before.write_others_diary(others_diary, record)
        months_before.write_no_diary(no_diary)
        clock.pass_by(timedelta(hours=20))
        with _sitting(folders, clock, walk, album) as (user, _):
            next_day(user, routine_id, others_diary, no_diary)
        clock.pass_by(timedelta(weeks=5))
        with _sitting(folders, clock, walk, album) as (user, _):
            weeks_later(user, routine_id)
    walk_sheets(album.pictures, walk.label, out)
    return record, album.pictures


@contextmanager
def _sitting(
    folders: paths.UserFolders, clock: HurryingClock, walk: Walk, album: Album
) -> Iterator[tuple[Tourist, Program]]:
    """The program, from its start to the moment the computer goes off, and somebody in front of it."""
    program = build(_application(), folders, clock, SilentSound, SilentVoice, NullKeepAwake, NoReminders)
    program.window.resize(*walk.size)
    program.flow.start()
    program.window.show()
    yield Tourist(program, clock, album), program
    program.flow.shut()
    program.close()


def _application() -> QApplication:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # those of a desktop see no tourist
    with tempfile.TemporaryDirectory() as folder:
        if sys.platform.startswith("linux") and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
            screen = Path(folder, "screen.json")
            screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        return QApplication(sys.argv[:1])


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
    walks: dict[str, Sequence[Picture]] = {}
    for walk in starmap(Walk, product(asked.themes, asked.sizes, asked.text_sizes)):
        print(f"The whole job in {walk.theme.value}, {walk.size[0]}x{walk.size[1]}, letters at {walk.text_size} %:")
        record, walks[walk.label] = tour(walk, asked.out, asked.routine)
        print(f"  {record.title}: {record.outcome.value}, {record.seconds:.0f} of {record.planned_seconds:.0f} s")
    if len(walks) > 1:
        compared_sheets(walks, asked.out)
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
