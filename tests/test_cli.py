"""The command line, run as people run it: in a process of its own."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

import kneeguide as kneeguide_package
from kneeguide import __version__, cli, display
from kneeguide.core.database import open_database
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.history_export import as_csv, as_json
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.routine_schema import MODELS
from kneeguide.core.session_table import COLUMNS
from kneeguide.core.stage import StageKind
from kneeguide.paths import UserFolders, user_folders

REPOSITORY = Path(__file__).parents[1]

GOOD = "format: 1\nid: mine\ntitle: Mine\nphases: [{technique: palm-glides-calf, seconds: 30}]\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "knee"


@pytest.fixture
def folders(home: Path) -> UserFolders:
    found = user_folders({"KNEEGUIDE_HOME": str(home)})
    assert found is not None
    return found


def kneeguide(*arguments: str | Path, home: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run it where there is no display, no home and no sound, and where Qt cannot be imported without being noticed."""
    if home is not None:
        environ["KNEEGUIDE_HOME"] = str(home)
    program = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"  # importing it now raises
        "from kneeguide.cli import main\n"
        "sys.exit(main())\n"
    )
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", program, *map(str, arguments)],
        env={"PYTHONWARNDEFAULTENCODING": "1", "HOME": "/nonexistent", **environ},
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
    )


def keep(folders: UserFolders, *records: Record) -> None:
    opened = open_database(folders.database, folders.backups, datetime(2026, 3, 1, tzinfo=UTC))
    for record in records:
        HistoryStore(opened.database).save(record)
    opened.database.close()


def record(**changes: object) -> Record:
    values = {
        "id": "r1",
        "routine_id": "mine",
        "title": "Mine",
        "version": 2,
        "started": datetime(2026, 2, 3, 18, 5, tzinfo=timezone(timedelta(hours=1))),
        "planned": (
            PlannedStage(
                "1-left-1", StageKind.WORK, "palm-glides-calf", "Palm glides, calf", Muscle.CALF, Side.LEFT, 1, 30.0, 2
            ),
        ),
        "stages": (StageDone("1-left-1", 30.0, 30.0, StageOutcome.DONE),),
        "outcome": Outcome.COMPLETED,
        "before": 3,
        "after": 2,
        "note": "felt fine",
        "ended": datetime(2026, 2, 3, 18, 11, tzinfo=timezone(timedelta(hours=1))),
    }
    return Record(**(values | changes))  # type: ignore[arg-type]


def test_version_and_help_need_nothing() -> None:
    assert kneeguide("--version").stdout == f"KneeGuide {__version__}\n"
    shown = kneeguide("--help")
    assert (shown.returncode, shown.stderr) == (0, "")
    for word in ("ROUTINE_ID", "check", "figure", "list", "log", "schema", "text"):
        assert word in shown.stdout


def test_an_unknown_option_is_a_wrong_use() -> None:
    refused = kneeguide("--fast")
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def text(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it where there is no display, and where more of Qt than its translations cannot be imported unnoticed."""
    program = (
        "import sys\n"
        "sys.modules.update(dict.fromkeys(('PySide6.QtGui', 'PySide6.QtWidgets')))\n"
        "from kneeguide.cli import main\n"
        "sys.exit(main())\n"
    )
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", program, "text", *map(str, arguments)],
        env={"PYTHONWARNDEFAULTENCODING": "1", "HOME": "/nonexistent"},
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_sentences_about_health_are_printed_by_page_with_what_they_stand_on() -> None:
    printed = text()
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout.startswith("Every sentence about health that KneeGuide can show. No clinician has reviewed")
    for said in ("\nWelcome\n=======\n", "question: Is one calf", "sources: nhs-dvt, wells-1997", "note: not verified"):
        assert said in printed.stdout


def test_the_sentences_about_health_as_json(tmp_path: Path) -> None:
    told = json.loads(text("--json").stdout)
    assert [page["page"] for page in told["pages"]][:3] == ["Welcome", "Signs that cannot wait", "Health questions"]
    written = text("--json", "-o", tmp_path / "text.json")
    assert (written.returncode, written.stdout) == (0, "")
    assert json.loads((tmp_path / "text.json").read_text(encoding="utf-8")) == told


def test_text_into_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    refused = text("-o", tmp_path / "nowhere" / "text.txt")
    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_list_shows_all_routines_with_no_home_at_all() -> None:
    shown = kneeguide("list")
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert len(lines) == 16
    assert "oa-hands-short          4:55  Five-minute seated ease" in lines


def test_list_of_one_condition_has_no_other() -> None:
    shown = json.loads(kneeguide("list", "--condition", "it-band", "--json").stdout)
    assert {routine["id"] for routine in shown} == {
        "itb-wall-short",
        "itb-roller-standard",
        "itb-roller-full",
        "itb-nofloor-standard",
        "calf-ankle-standard",
        "desk-break-short",
        "flare-gentle-short",
    }
    assert next(routine for routine in shown if routine["id"] == "itb-wall-short") == {
        "id": "itb-wall-short",
        "title": "Hip release at the wall",
        "version": 1,
        "origin": "shipped",
        "seconds": 304,
        "conditions": ["it-band"],
        "areas": ["it-band-and-hip"],
        "tools": ["ball"],
        "positions": ["wall"],
        "certainty": "low-to-very-low",
    }
    assert kneeguide("list", "--condition", "gout").returncode == 2


def test_list_holds_the_users_routines_and_names_bad_files_beside_it(home: Path, folders: UserFolders) -> None:
    folders.routines.mkdir(parents=True)
    (folders.routines / "mine.yaml").write_text(GOOD.replace("Mine", "Größer 膝"), encoding="utf-8")
    (folders.routines / "bad.yaml").write_text("title: [", encoding="utf-8")
    shown = kneeguide("list", home=home)
    assert shown.returncode == 0
    assert "mine                    0:30  Größer 膝" in shown.stdout
    assert "bad.yaml:2:1: file: " in shown.stderr


def test_list_in_an_ascii_locale_is_no_error(home: Path, folders: UserFolders) -> None:
    folders.routines.mkdir(parents=True)
    (folders.routines / "mine.yaml").write_text(GOOD.replace("Mine", "Größer"), encoding="utf-8")
    shown = kneeguide("list", home=home, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (shown.returncode, shown.stderr) == (0, "")
    shown = kneeguide("list", "--json", home=home, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert json.loads(shown.stdout)[-1]["title"] == "Größer"


def test_check_is_silent_about_good_files(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD, encoding="utf-8")
    for path in (tmp_path, tmp_path / "mine.yaml", REPOSITORY / "routines", REPOSITORY / "routines" / "shared"):
        checked = kneeguide("check", path)
        assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", ""), path


def test_check_names_one_problem_a_line(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace("30", "0").replace("title: Mine\n", ""), encoding="utf-8")
    (tmp_path / "worse.yaml").write_bytes(b"\xff")
    checked = kneeguide("check", tmp_path / "bad.yaml", tmp_path / "worse.yaml")
    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [
        f"{tmp_path}/bad.yaml:1:1: title: is required",
        f"{tmp_path}/bad.yaml:3:40: phases[1].seconds: "
        "must be a whole number of seconds from 1 to 3600, or m:ss in quotes",
        f"{tmp_path}/worse.yaml:1:1: file: must be text in UTF-8; save it as UTF-8",
    ]
    assert checked.stderr == ""


def test_check_warns_of_a_dose_without_failing(tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(GOOD.replace("30", "90"), encoding="utf-8")
    checked = kneeguide("check", tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.startswith(f"warning: {tmp_path}/long.yaml:4:")


def test_check_of_nothing_or_of_a_missing_path_is_a_wrong_use(tmp_path: Path) -> None:
    assert kneeguide("check").returncode == 2
    checked = kneeguide("check", tmp_path / "gone.yaml")
    assert (checked.returncode, checked.stdout) == (2, "")
    assert checked.stderr == f"kneeguide: there is no file or folder '{tmp_path}/gone.yaml'.\n"


def test_check_warns_of_each_rule_that_a_users_file_breaks_and_fails_for_kneeguides_own(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("total: 5\nsources: [nobody-1999]\n" + GOOD, encoding="utf-8")
    checked = kneeguide("check", tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.splitlines() == [
        f"warning: {tmp_path}/mine.yaml:1:1: total: "
        "The steps add up to 0:30, not to 0:05; correct the total or the steps.",
        f"warning: {tmp_path}/mine.yaml:2:11: sources[1]: "
        "The source nobody-1999 is none of those that come with KneeGuide; correct it or leave it out.",
    ]
    shutil.copytree(REPOSITORY / "routines", tmp_path / "shipped")
    ours = tmp_path / "shipped" / "oa-hands-short.yaml"
    ours.write_text(ours.read_text(encoding="utf-8").replace('total: "4:55"', "total: 300"), encoding="utf-8")
    checked = kneeguide("check", tmp_path / "shipped")
    assert (checked.returncode, checked.stderr) == (1, "")
    (line,) = checked.stdout.splitlines()
    assert line.endswith(": total: The steps add up to 4:55, not to 5:00; correct the total or the steps.")


@pytest.mark.parametrize("kind", MODELS)
def test_schema_prints_the_one_that_is_shipped(kind: str) -> None:
    printed = kneeguide("schema", kind, LC_ALL="C")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout == (REPOSITORY / "routines" / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")


def test_schema_is_that_of_a_users_routine_unless_another_is_named() -> None:
    assert kneeguide("schema").stdout == kneeguide("schema", "routine").stdout
    assert kneeguide("schema", "recipe").returncode == 2
    assert set(cli.KINDS) == {*MODELS, "diary"}


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), "No sessions yet.\n"),
        (("--json",), "".join(as_json([]))),
        (("--csv",), ",".join(COLUMNS) + "\n"),
    ],
)
def test_log_without_a_diary_is_empty_and_makes_no_file(home: Path, arguments: tuple[str, ...], shown: str) -> None:
    logged = kneeguide("log", *arguments, home=home)
    assert (logged.returncode, logged.stdout, logged.stderr) == (0, shown, "")
    assert not home.exists()
    logged = kneeguide("log", *arguments)
    assert (logged.returncode, logged.stdout, logged.stderr) == (0, shown, "")


def test_log_shows_sessions_newest_first(home: Path, folders: UserFolders) -> None:
    later = record(id="r2", started=datetime(2026, 2, 4, 7, 0, tzinfo=UTC), after=None, outcome=Outcome.STOPPED)
    keep(folders, record(), later)
    before = folders.database.read_bytes()
    assert kneeguide("log", home=home).stdout == (
        "2026-02-04 07:00  stopped        0:30  pain 3 -> -  Mine\n"
        "2026-02-03 18:05  completed      0:30  pain 3 -> 2  Mine\n"
    )
    newest, first = json.loads(kneeguide("log", "--json", home=home).stdout)["sessions"]
    assert (newest["outcome"], newest["pain"]["after"]) == ("stopped", None)
    assert first["started"] == "2026-02-03T18:05:00+01:00"
    assert first["stages"] == [{"key": "1-left-1", "planned": 30.0, "seconds": 30.0, "outcome": "done"}]
    assert first["planned"][0]["muscle"] == "calf"
    assert folders.database.read_bytes() == before
    assert {path.name for path in folders.data.iterdir()} <= {"history.sqlite3", "backups"}


def test_a_spreadsheet_gets_text_and_never_formulas(home: Path, folders: UserFolders) -> None:
    keep(folders, record(title='=HYPERLINK("http://x")', note='fine, "really"\n=1+1\n \u00a0@SUM(A1)\n3 - 2'))
    rows = list(csv.reader(io.StringIO(kneeguide("log", "--csv", home=home).stdout)))
    assert len(rows) == 2
    cells = {name: cell for name, cell in zip(*rows, strict=True) if cell}
    assert cells == {
        "id": "r1",
        "started": "2026-02-03T18:05:00+01:00",
        "routine": "mine",
        "title": '\'=HYPERLINK("http://x")',
        "version": "2",
        "outcome": "completed",
        "planned_seconds": "30.0",
        "seconds": "30.0",
        "pain_before": "3",
        "pain_after": "2",
        "ended": "2026-02-03T18:11:00+01:00",
        "by_hand": "no",
        "seconds_calf_left": "30.0",
        "note": "fine, \"really\"\n'=1+1\n' \u00a0@SUM(A1)\n3 - 2",
    }


def test_log_to_a_file_writes_all_of_it_or_nothing(home: Path, folders: UserFolders, tmp_path: Path) -> None:
    keep(folders, record(title="Größer"))
    target = tmp_path / "out.csv"
    assert kneeguide("log", "--csv", "-o", target, home=home).stdout == ""
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid,")  # so that Excel takes it for UTF-8
    assert "Größer" in target.read_text(encoding="utf-8-sig")
    kneeguide("log", "--json", "-o", tmp_path / "out.json", home=home)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["sessions"][0]["title"] == "Größer"
    refused = kneeguide("log", "--csv", "-o", tmp_path / "no" / "out.csv", home=home)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"kneeguide: {tmp_path}/no/out.csv cannot be written (")
    assert kneeguide("log", "--csv", "--json", home=home).returncode == 2


def test_the_ending_of_the_file_says_as_what_the_diary_is_written(
    home: Path, folders: UserFolders, tmp_path: Path
) -> None:
    keep(folders, record())
    for name, begins in (("all.JSON", "{"), ("table.csv", "\ufeffid,"), ("list.txt", "2026-02-03 18:05  completed")):
        kneeguide("log", "-o", tmp_path / name, home=home)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    kneeguide("log", "--csv", "-o", tmp_path / "odd.json", home=home)
    assert (tmp_path / "odd.json").read_text(encoding="utf-8-sig").startswith("id,")


@pytest.mark.parametrize("way", [(), ("import", "file.json")])
def test_a_diary_that_is_being_deleted_is_neither_shown_nor_added_to(
    home: Path, folders: UserFolders, way: tuple[str, ...]
) -> None:
    keep(folders, record())
    folders.erase_mark.touch()
    told = kneeguide("log", *way, home=home)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("kneeguide: everything is being deleted.")


def test_a_diary_is_joined_to_this_one_once_it_was_looked_at(home: Path, folders: UserFolders, tmp_path: Path) -> None:
    theirs, other = tmp_path / "theirs.json", tmp_path / "other"
    keep(folders, record(), record(id="r2", started=datetime(2026, 2, 4, tzinfo=UTC), note="Theirs."))
    assert kneeguide("log", "--json", "-o", theirs, home=home).returncode == 0
    looked = kneeguide("log", "import", theirs, "--check", home=other)
    assert (looked.returncode, looked.stdout) == (0, "2 new, 0 already here, 0 updated, 0 problems.\n")
    assert not other.exists()
    assert kneeguide("log", "import", theirs, home=other).returncode == 0
    again = kneeguide("log", "import", theirs, home=other)
    assert (again.returncode, again.stdout) == (0, "0 new, 2 already here, 0 updated, 0 problems.\n")
    assert kneeguide("log", "--json", home=other).stdout == theirs.read_text(encoding="utf-8")


def test_a_file_with_problems_is_told_line_by_line_and_changes_nothing(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    bad = [record(id=f"{number}", outcome=Outcome.COMPLETED) for number in range(12)]
    file.write_text("".join(as_csv(bad)).replace("completed", "over"), encoding="utf-8", newline="")
    refused = kneeguide("log", "import", file, home=home)
    assert refused.returncode == 1
    assert len(refused.stdout.splitlines()) == 11
    said = "outcome: must be one of open, completed, stopped or interrupted"
    assert refused.stdout.splitlines()[0] == f"{file}: line 2: {said}"
    assert refused.stdout.splitlines()[-1] == "0 new, 0 already here, 0 updated, 12 problems."
    assert len(kneeguide("log", "import", file, "--check", home=home).stdout.splitlines()) == 13
    assert not home.exists()


def test_the_schema_of_a_diary_is_printed_as_it_is_shipped() -> None:
    shipped = REPOSITORY / "assets" / "schema" / "diary.schema.json"
    assert kneeguide("schema", "diary").stdout == shipped.read_text(encoding="utf-8")


def test_a_diary_that_cannot_be_read_is_one_sentence_and_stays_as_it_is(
    home: Path, folders: UserFolders, tmp_path: Path
) -> None:
    folders.data.mkdir(parents=True)
    folders.database.write_bytes(b"<html>" * 1000)
    logged = kneeguide("log", "--csv", "-o", tmp_path / "out.csv", home=home)
    assert logged.returncode == 1
    assert len(logged.stderr.splitlines()) == 1
    assert not (tmp_path / "out.csv").exists()
    assert folders.database.read_bytes() == b"<html>" * 1000


def test_a_reader_that_goes_away_is_no_error(home: Path, folders: UserFolders) -> None:
    folders.routines.mkdir(parents=True)
    for number in range(400):  # more than a pipe holds
        (folders.routines / f"r{number}.yaml").write_text(GOOD.replace("id: mine", f"id: r{number}"), encoding="utf-8")
    shell = f'"{sys.executable}" -m kneeguide list --json | head -n 1'
    piped = subprocess.run(
        ["bash", "-c", shell],
        env={"KNEEGUIDE_HOME": str(home), "PATH": os.environ["PATH"]},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert (piped.stdout, piped.stderr) == ("[\n", "")


@pytest.mark.parametrize("command", [("figure", "stick-calf"), ("schema",), ("list", "--json"), ("log",)])
def test_output_that_cannot_be_written_is_told_in_one_line(command: tuple[str, ...], home: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "kneeguide", *command],
            env={"KNEEGUIDE_HOME": str(home)},
            cwd=REPOSITORY,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("kneeguide: the output cannot be written (")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": "", "WAYLAND_DISPLAY": ""},
        {"DISPLAY": ":987"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_without_a_screen_there_is_no_window(environ: dict[str, str]) -> None:
    assert not display.has_display(environ, "linux")


def test_without_a_screen_one_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "has_display", lambda environ: False)
    assert cli.main([]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"kneeguide: {display.NO_DISPLAY}\n")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "linuxfb", "xcb;offscreen"])
def test_qt_can_do_without_a_screen_on_other_platforms(platform: str) -> None:
    assert display.has_display({"QT_QPA_PLATFORM": platform}, "linux")


def test_windows_and_macos_always_have_a_screen() -> None:
    assert display.has_display({}, "win32")
    assert display.has_display({}, "darwin")


def test_a_routine_that_does_not_exist_is_told_before_any_window(home: Path) -> None:
    refused = kneeguide("no-such-routine", home=home, QT_QPA_PLATFORM="offscreen")
    assert refused.returncode == 2
    assert refused.stderr == (
        "kneeguide: there is no routine 'no-such-routine'; kneeguide list shows those there are.\n"
    )


def test_the_window_is_given_the_routine_that_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def run(routine_id: str | None) -> int:
        asked.append(routine_id)
        return 0

    window = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "kneeguide.app", window)
    monkeypatch.setattr(kneeguide_package, "app", window, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main([]) == 0
    assert cli.main(["oa-hands-short"]) == 0
    assert asked == [None, "oa-hands-short"]


# Figures


def test_a_figure_is_a_drawing_that_says_what_it_shows() -> None:
    shown = kneeguide("figure", "roller-front-thigh")
    assert (shown.returncode, shown.stderr) == (0, "")
    drawing = ElementTree.fromstring(shown.stdout)
    title = drawing.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert str(title.text).startswith("A person lies face down")


def test_a_figure_at_a_phase_and_of_a_leg_goes_into_a_file(tmp_path: Path) -> None:
    drawn = set()
    for number, options in enumerate(
        (
            (),
            ("--phase", "0"),
            ("--phase", "0.5"),
            ("--side", "left"),
            ("--side", "left", "--phase", "0.5"),
        )
    ):
        file = tmp_path / f"{number}.svg"
        shown = kneeguide("figure", "stick-calf", *options, "-o", file)
        assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")
        drawn.add(file.read_text(encoding="utf-8"))
    assert len(drawn) == 5
    whole = tmp_path / "whole.svg"
    kneeguide("figure", "stick-calf", "--phase", "1", "-o", whole)
    assert whole.read_text(encoding="utf-8") in drawn, "a stroke ends where it began"


def test_a_contact_sheet_shows_every_figure_with_its_name() -> None:
    shown = kneeguide("figure", "--sheet")
    assert (shown.returncode, shown.stderr) == (0, "")
    for figure in (REPOSITORY / "assets" / "figures").glob("*.yaml"):
        assert f">{figure.stem}</text>" in shown.stdout


def test_the_ending_of_a_figures_file_may_be_in_capitals(tmp_path: Path) -> None:
    shown = kneeguide("figure", "stick-calf", "-o", tmp_path / "FIGURE.SVG")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")
    assert (tmp_path / "FIGURE.SVG").read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize("which", ["roller-front-thigh", "--sheet"])
def test_png_needs_qt_but_no_screen(tmp_path: Path, which: str) -> None:
    file = tmp_path / "figure.png"
    without = kneeguide("figure", which, "-o", file)
    assert (without.returncode, without.stdout) == (1, "")
    assert without.stderr == "kneeguide: Qt, which PNG needs, cannot be used here. Choose a file ending in .svg.\n"
    assert not file.exists()
    shown = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "kneeguide", "figure", which, "-o", str(file)],
        env={"HOME": "/nonexistent"},
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
    )
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")
    assert file.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("roller-front-thing", "did you mean roller-front-thigh"),
        ("tapping", "did you mean tapping-front-thigh?"),
        ("xyzzy", "kneeguide figure --sheet shows all there are."),
    ],
)
def test_a_figure_that_does_not_exist_is_told_with_those_of_like_names(name: str, hint: str) -> None:
    refused = kneeguide("figure", name)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith(f"kneeguide: there is no figure '{name}'; {hint}")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "one of the arguments NAME --sheet is required"),
        (("stick-calf", "--sheet"), "not allowed with argument NAME"),
        (("stick-calf", "--phase", "1.01"), "argument --phase: must be a number from 0 to 1"),
        (("stick-calf", "--phase", "-0.1"), "argument --phase: must be a number from 0 to 1"),
        (("stick-calf", "--phase", "nan"), "argument --phase: must be a number from 0 to 1"),
        (("stick-calf", "--phase", "half"), "argument --phase: must be a number from 0 to 1"),
        (("stick-calf", "--side", "both"), "invalid choice"),
        (("stick-calf", "-o", "figure.gif"), "'figure.gif' must end in .svg or .png."),
    ],
)
def test_a_figure_asked_for_in_a_way_that_cannot_work(arguments: tuple[str, ...], says: str) -> None:
    refused = kneeguide("figure", *arguments)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert says in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_figure_that_cannot_be_written_is_told(tmp_path: Path, ending: str) -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "kneeguide", "figure", "warm-up", "-o", str(tmp_path / "nowhere" / f"a.{ending}")],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
    )
    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_the_trap_for_qt_works() -> None:
    """The helper above must notice a Qt import: opening the window is one."""
    assert "PySide6" in kneeguide(QT_QPA_PLATFORM="offscreen").stderr
