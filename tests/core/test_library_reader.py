"""Reading a folder of routines: good files come through, bad ones are named with line and column."""

import os
import shutil
from pathlib import Path

import pytest

from kneeguide.core.library import Library
from kneeguide.core.library_reader import check_paths, load_library
from kneeguide.core.routine import Condition, Method, Muscle, Origin, Position, Sides, Stroke, Tempo, Tool

SHIPPED = Path(__file__).parents[2] / "routines"
SHIPPED_COUNT = len(list(SHIPPED.glob("*.yaml")))
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20

SMALL = """\
format: 1
id: mine
title: Mine
phases:
  - technique: palm-glides-calf
    seconds: 30
"""


@pytest.fixture
def user(tmp_path: Path) -> Path:
    folder = tmp_path / "routines"
    folder.mkdir()
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of what comes with KneeGuide, to be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "shipped"))


def with_file(user: Path, text: str, name: str = "mine.yaml") -> Library:
    (user / name).write_text(text, encoding="utf-8")
    return load_library(SHIPPED, user)


def problems_of(library: Library) -> list[str]:
    return [f"{Path(p.file).name}:{p.line}:{p.column}: {p.field}: {p.expectation}" for p in library.problems]


def own(library: Library) -> list[str]:
    return [routine.id for routine in library.routines if routine.origin is Origin.USER]


def test_shipped_routines_come_first_then_the_users_by_name_of_file(user: Path) -> None:
    (user / "b.yml").write_text(SMALL, encoding="utf-8")
    library = with_file(user, SMALL.replace("id: mine", "id: a-second"), "a.yaml")
    assert [routine.origin for routine in library.routines] == [Origin.SHIPPED] * SHIPPED_COUNT + [Origin.USER] * 2
    assert own(library) == ["a-second", "mine"]
    assert library.problems == ()


def test_no_folder_of_the_users_is_no_problem(tmp_path: Path) -> None:
    assert load_library(SHIPPED, None).problems == ()
    assert load_library(SHIPPED, tmp_path / "never-made").problems == ()


def test_the_least_a_users_file_needs(user: Path) -> None:
    library = with_file(user, SMALL)
    routine = library.routines[-1]
    assert (routine.title, routine.version, routine.conditions, routine.certainty) == ("Mine", 1, (), None)
    assert (routine.sources, routine.questions, routine.why) == ((), (), "")
    assert routine.path == user / "mine.yaml"
    (phase,) = routine.phases
    assert phase.technique == library.techniques["palm-glides-calf"]
    assert (phase.seconds, phase.sides, phase.sets, phase.gap) == (30, Sides.ONCE, 1, 0)
    assert phase.pressure == 2  # the lightest that is usual for the technique


def test_a_file_that_says_everything(user: Path) -> None:
    (user / "ankle.png").write_bytes(PNG)
    library = with_file(
        user,
        """\
format: 1
id: mine
version: 3
title: From my physiotherapist
conditions: [osteoarthritis, it-band]
position: floor
tools: [roller]
certainty: expert-opinion
sources: [field-2015]
why: She showed me.
questions: [Has the new medicine made you dizzy?]
phases:
  - title: Calf on the roller
    cue: Roll slowly from the heel upwards.
    muscle: calf
    tool: roller
    position: floor
    method: myofascial-release
    tempo: {stroke: each-way, seconds: 3.5}
    face_down: false
    avoid: The back of the knee.
    say: Roll the calf.
    picture: ankle.png
    seconds: "0:50"
    sides: both
    sets: 2
    gap: "0:10"
    pressure: 3
""",
    )
    assert library.problems == ()
    assert library.warnings == {}
    routine = library.routines[-1]
    assert (routine.version, routine.conditions) == (3, (Condition.OSTEOARTHRITIS, Condition.IT_BAND))
    assert routine.questions == ("Has the new medicine made you dizzy?",)
    assert [source.id for source in routine.sources] == ["field-2015"]
    (phase,) = routine.phases
    assert (phase.seconds, phase.gap, phase.sets, phase.total_seconds) == (50, 10, 2, 240)
    step = phase.technique
    assert (step.title, step.cue) == ("Calf on the roller", "Roll slowly from the heel upwards.")
    assert (step.muscle, step.tool, step.position) == (Muscle.CALF, Tool.ROLLER, Position.FLOOR)
    assert (step.method, step.tempo) == (Method.MYOFASCIAL_RELEASE, Tempo(Stroke.EACH_WAY, 3.5))
    assert (step.avoid, step.say, step.pressure) == ("The back of the knee.", "Roll the calf.", (3, 3))
    assert step.picture == (user / "ankle.png").resolve()
    assert not step.face_down


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90", 90), ('"1:30"', 90), ("1:30", 90), ("'01:30'", 90), ('"0:45"', 45), ('"60:00"', 3600)],
)
def test_durations(user: Path, written: str, seconds: int) -> None:
    library = with_file(user, SMALL.replace("seconds: 30", f"seconds: {written}"))
    assert library.routines[-1].phases[0].seconds == seconds


@pytest.mark.parametrize(
    "written", ["0", "3601", "-5", "1.5", '"1:60"', '"60:01"', '"1:5"', '"90"', "1:30:00", "true", "[30]", "01", "1_0"]
)
def test_what_is_no_duration(user: Path, written: str) -> None:
    library = with_file(user, SMALL.replace("seconds: 30", f"seconds: {written}"))
    assert own(library) == []
    assert problems_of(library) == [
        "mine.yaml:6:5: phases[1].seconds: must be a whole number of seconds from 1 to 3600, or m:ss in quotes"
    ]


def step(lines: str, head: str = "") -> str:
    return f"format: 1\nid: mine\ntitle: Mine\n{head}phases:\n  - title: Own\n    cue: Do it.\n    seconds: 20\n{lines}"


def test_a_step_in_place_takes_the_position_and_the_only_tool_of_the_routine(user: Path) -> None:
    head = "position: chair\ntools: [ball]\n"
    technique = with_file(user, step("", head)).routines[-1].phases[0].technique
    assert (technique.position, technique.tool, technique.face_down) == (Position.CHAIR, Tool.BALL, False)
    technique = with_file(user, step("    position: wall\n    tool: hands\n", head)).routines[-1].phases[0].technique
    assert (technique.position, technique.tool) == (Position.WALL, Tool.HANDS)


def test_what_a_step_does_not_say_and_the_routine_leaves_open_stays_unknown(user: Path) -> None:
    head = "position: [chair, floor]\ntools: [ball, stick]\n"
    technique = with_file(user, step("", head)).routines[-1].phases[0].technique
    assert (technique.position, technique.tool, technique.muscle, technique.method) == (None, None, None, None)
    assert technique.face_down
    assert technique.presses


def test_a_step_that_presses_on_nothing_needs_no_tool(user: Path) -> None:
    technique = with_file(user, step("    method: movement\n", "tools: [ball]\n")).routines[-1].phases[0].technique
    assert technique.tool is None
    assert not technique.presses


def test_a_technique_that_can_be_done_anywhere_is_done_where_the_routine_begins(user: Path) -> None:
    rest = "  - {technique: rest-and-check-in, seconds: 30}\n"
    routine = with_file(user, SMALL + rest).routines[-1]
    assert routine.phases[1].technique.position is Position.CHAIR
    routine = with_file(user, SMALL.replace("phases", "position: [floor, chair]\nphases") + rest).routines[-1]
    assert routine.phases[1].technique.position is Position.FLOOR


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("format: 1", "format: 2", "1:1: format: must be 1"),
        ("format: 1\n", "", "1:1: format: is required"),
        ("title: Mine", "title: 5", "3:1: title: must be text; put it in quotes"),
        ("title: Mine", f"title: {'x' * 81}", "3:1: title: must have no more than 80 characters"),
        ("title: Mine", "title: '  '", "3:1: title: must be text on one line"),
        ("title: Mine", "title: |\n  a\n  b", "3:1: title: must be text on one line"),
        (
            "seconds: 30",
            "seconds: 30\n    secs: 3",
            "7:5: phases[1].secs: is not a field that belongs here; check its spelling",
        ),
        ("seconds: 30", "seconds: 30\n    sets: 11", "7:5: phases[1].sets: must be 10 or less"),
        ("seconds: 30", "seconds: 30\n    sides: left", "7:5: phases[1].sides: must be one of both or once"),
        ("seconds: 30", "seconds: 30\n    pressure: 11", "7:5: phases[1].pressure: must be 10 or less"),
        (
            "seconds: 30",
            "seconds: 30\n    gap: 301",
            "7:5: phases[1].gap: must be a whole number of seconds from 0 to 300, or m:ss in quotes",
        ),
        (
            "palm-glides-calf",
            "palm-glide-calf",
            "5:5: phases[1].technique: is none of the techniques that come with KneeGuide; "
            "did you mean palm-glides-calf?",
        ),
        (
            "technique: palm-glides-calf",
            "title: Only a title",
            "5:5: phases[1]: needs either a technique, or a title and a cue",
        ),
        (
            "seconds: 30",
            "seconds: 30\n    cue: Mine",
            "5:5: phases[1]: names a technique, which brings its own cue; remove one or the other",
        ),
        (
            "id: mine",
            "id: Mine & yours",
            "2:1: id: must be small letters and digits joined by dashes, at most 60, such as my-evening-routine",
        ),
        (
            "title: Mine",
            "title: Mine\nconditions: [gout]",
            "4:14: conditions[1]: must be one of osteoarthritis, patellofemoral or it-band",
        ),
        (
            "title: Mine",
            "title: Mine\nposition: bed",
            "4:1: position[1]: must be one of chair, wall or floor",
        ),
        (
            "technique: palm-glides-calf",
            "{title: A, cue: B, muscle: knee, seconds: 5}\n  - technique: palm-glides-calf",
            "5:24: phases[1].muscle: must be one of quads, vastus-lateralis, around-kneecap, hip-flexors, tfl, glutes, "
            "hamstrings or calf",
        ),
        ("title: Mine", f"title: Mine\nwhy: {'x' * 601}", "4:1: why: must have no more than 600 characters"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(user: Path, old: str, new: str, problem: str) -> None:
    library = with_file(user, SMALL.replace(old, new, 1))
    assert problems_of(library) == [f"mine.yaml:{problem}"]
    assert own(library) == []


def test_more_than_60_steps_are_too_many(user: Path) -> None:
    many = "  - {technique: palm-glides-calf, seconds: 1}\n" * 60
    assert "phases: must have no more than 60 entries" in problems_of(with_file(user, SMALL + many))[0]


def test_all_problems_of_a_file_come_in_one_pass(user: Path) -> None:
    text = "format: 1\nid: mine\ntitle: 7\ntitle: Mine\nphases:\n"
    text += "  - {technique: x, seconds: 0}\n  - {seconds: 5, set: 2}\n"
    assert problems_of(with_file(user, text)) == [
        "mine.yaml:3:1: title: must be text; put it in quotes",
        "mine.yaml:4:1: title: is given twice, in line 3 and in line 4; keep one",
        "mine.yaml:6:20: phases[1].seconds: must be a whole number of seconds from 1 to 3600, or m:ss in quotes",
        "mine.yaml:7:18: phases[2].set: is not a field that belongs here; check its spelling",
    ]


def test_one_bad_file_never_hides_the_good_ones(user: Path) -> None:
    (user / "a-broken.yaml").write_text("title: [\n", encoding="utf-8")
    (user / "b-not-text.yaml").write_bytes(b"\x00\xff\xfe")
    (user / "c-empty.yaml").touch()
    (user / "d-folder.yaml").mkdir()
    (user / "e-gone.yaml").symlink_to(user / "nowhere")
    os.mkfifo(user / "f-pipe.yaml")
    (user / "g-loop.yaml").symlink_to(user / "g-loop.yaml")
    (user / "h-huge.yaml").write_bytes(b"# " + b"x" * 300_000)
    (user / "i-device.yaml").symlink_to("/dev/zero")
    (user / ".hidden.yaml").write_text("title: [", encoding="utf-8")
    (user / "notes.txt").write_text("title: [", encoding="utf-8")
    (user / "routine.schema.json").write_text("{}", encoding="utf-8")
    (user / "schema").mkdir()
    library = with_file(user, SMALL, "z.yaml")
    assert own(library) == ["mine"]
    assert len(library.routines) == SHIPPED_COUNT + 1
    assert [(Path(p.file).name[0], p.expectation.partition(":")[0]) for p in library.problems] == [
        ("a", "cannot be read as YAML here"),
        ("b", "must be text in UTF-8; save it as UTF-8"),
        ("c", 'must consist of fields, one a line, such as "title'),
        ("d", "must be a file, not a folder or a device"),
        ("e", "is not there, or is a link that leads nowhere"),
        ("f", "must be a file, not a folder or a device"),
        ("g", "cannot be read (Too many levels of symbolic links)"),
        ("h", "must be at most 256 KiB"),
        ("i", "must be a file, not a folder or a device"),
    ]


def test_a_file_where_the_folder_should_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "routines").touch()
    library = load_library(SHIPPED, tmp_path / "routines")
    assert problems_of(library) == ["routines:1:1: folder: cannot be read (Not a directory)"]
    assert len(library.routines) == SHIPPED_COUNT


def test_a_file_that_may_not_be_opened_is_a_problem(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    (user / "mine.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, whom no permission stops
    library = check_paths(SHIPPED, [user])
    assert problems_of(library)[-1] == "mine.yaml:1:1: file: may not be read; check the permissions of the file"


def test_a_file_name_cannot_forge_a_line_of_output(user: Path) -> None:
    library = with_file(user, "title: [\n", "a\nb\u202ec.yaml")
    assert "\n" not in str(library.problems[0])
    assert Path(library.problems[0].file).name == "a?b?c.yaml"


def test_a_shipped_routine_cannot_be_replaced(user: Path) -> None:
    library = with_file(user, SMALL.replace("id: mine", "id: flare-gentle-short"))
    assert own(library) == []
    assert problems_of(library) == ["mine.yaml:2:1: id: is already the id of a routine of KneeGuide; choose another"]


def test_a_shipped_routine_cannot_be_replaced_even_when_its_own_file_is_broken(user: Path, shipped: Path) -> None:
    (shipped / "flare-gentle-short.yaml").write_text("title: [", encoding="utf-8")
    (user / "x.yaml").write_text(SMALL.replace("id: mine", "id: flare-gentle-short"), encoding="utf-8")
    library = load_library(shipped, user)
    assert len(library.routines) == SHIPPED_COUNT - 1
    assert own(library) == []
    assert len(library.problems) == 2


def test_of_two_files_with_one_id_the_first_is_kept(user: Path) -> None:
    (user / "a.yaml").write_text(SMALL.replace("title: Mine", "title: First"), encoding="utf-8")
    library = with_file(user, SMALL, "b.yaml")
    assert library.routines[-1].title == "First"
    assert problems_of(library) == [
        f"b.yaml:2:1: id: is already the id of a routine of {user / 'a.yaml'}; choose another"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd.png",
        "../secret.png",
        "a/../../secret.png",
        "a/b/c/d/e.png",
        "C:foo.png",
        "\\\\server\\share\\x.png",
        "x.png:stream",
        "http://example.org/x.png",
        "file:///x.png",
        "Ankle.png",
        "ankle.PNG",
        "ankle.gif",
        "ankle.svgz",
        "ankle",
        "ankle .png",
        "./ankle.png",
        "",
        "x" * 120 + ".png",
    ],
)
def test_a_picture_can_only_be_a_plain_name_beside_the_file(user: Path, name: str) -> None:
    library = with_file(user, step(f"    picture: '{name}'\n"))
    assert [p.expectation[:30] for p in library.problems] == ["must be a file beside this one"]
    assert library.routines[-1].phases[0].technique.picture is None


def test_a_picture_that_cannot_be_shown_leaves_the_routine_standing(user: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    (user / "out.png").symlink_to(tmp_path / "secret.png")
    (user / "gone.png").symlink_to(user / "nowhere.png")
    (user / "loop.png").symlink_to(user / "loop.png")
    (user / "folder.png").mkdir()
    os.mkfifo(user / "pipe.png")
    (user / "text.png").write_text("no picture", encoding="utf-8")
    (user / "big.png").write_bytes(PNG + b"\0" * (5 * 1024 * 1024))
    said = {}
    for name in ("out", "gone", "loop", "missing", "folder", "pipe", "text", "big"):
        library = with_file(user, step(f"    picture: {name}.png\n"))
        assert own(library) == ["mine"]
        technique = library.routines[-1].phases[0].technique
        assert technique.picture is None
        (problem,) = library.problems
        assert (problem.line, problem.field) == (8, "phases[1].picture")
        assert problem.expectation == f"{technique.picture_fault}; the step is shown without a picture"
        said[name] = technique.picture_fault
    assert said == {
        "out": "must be in the folder of this file, not a link out of it",
        "gone": "is not there",
        "loop": "is not there",
        "missing": "is not there",
        "folder": "must be a file, not a folder or a device",
        "pipe": "must be a file, not a folder or a device",
        "text": "is not the kind of picture that its name says",
        "big": "must be at most 5120 KiB",
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", PNG),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("sub/a-1.jpeg", b"\xff\xd8\xff\xe0"),
        ("a_b.webp", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_pictures_that_can_be_shown(user: Path, name: str, content: bytes) -> None:
    (user / "sub").mkdir()
    (user / name).write_bytes(content)
    library = with_file(user, step(f"    picture: {name}\n"))
    assert library.problems == ()
    assert library.routines[-1].phases[0].technique.picture == (user / name).resolve()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("easy-knee-bends", "easy-bends", "phases[4].technique: is none of the techniques that come with KneeGuide; "),
        ("certainty: low-to-moderate\n", "", "certainty: is required"),
        ("conditions: [osteoarthritis]\n", "", "conditions: is required"),
        ("    pressure: 0\n", "", "phases[4].pressure: is required"),
        ("technique: palm-glides-calf", "title: Own", "phases[3].technique: is required"),
    ],
)
def test_a_shipped_file_must_be_complete(shipped: Path, old: str, new: str, problem: str) -> None:
    path = shipped / "oa-hands-short.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    library = load_library(shipped, None)
    assert len(library.routines) == SHIPPED_COUNT - 1
    assert any(problem in str(found) for found in library.problems)


def test_a_shipped_file_need_not_be_for_a_condition(shipped: Path) -> None:
    path = shipped / "oa-hands-short.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[osteoarthritis]", "[]"), encoding="utf-8")
    assert load_library(shipped, None).problems == ()


@pytest.mark.parametrize("name", ["techniques.yaml", "sources.yaml"])
@pytest.mark.parametrize("damage", [None, "title: [", "format: 1\ntechniques: 5\nsources: 5\n"])
def test_without_techniques_or_sources_each_file_says_what_it_misses(
    shipped: Path, name: str, damage: str | None
) -> None:
    (shipped / "shared" / name).unlink()
    if damage is not None:
        (shipped / "shared" / name).write_text(damage, encoding="utf-8")
    library = load_library(shipped, None)
    assert library.routines == ()
    assert Path(library.problems[0].file).name == name
    assert {Path(p.file).stem for p in library.problems} > {path.stem for path in SHIPPED.glob("*.yaml")}


def test_a_technique_or_source_given_twice_is_a_problem(shipped: Path) -> None:
    for name in ("techniques.yaml", "sources.yaml"):
        path = shipped / "shared" / name
        text = path.read_text(encoding="utf-8")
        first = text.index("  - id:")
        path.write_text(text + text[first:], encoding="utf-8")
    library = load_library(shipped, None)
    assert {(Path(p.file).name, p.expectation) for p in library.problems} == {
        ("techniques.yaml", "is given twice"),
        ("sources.yaml", "is given twice"),
    }


def test_checking_a_folder_of_the_shipped_kind_holds_it_to_the_shipped_rules(shipped: Path) -> None:
    (shipped / "oa-hands-short.yaml").write_text(SMALL, encoding="utf-8")
    (shipped / "shared" / "sources.yaml").write_text("format: 1\nsources: [{id: x}]\n", encoding="utf-8")
    broken, sources = shipped / "oa-hands-short.yaml", shipped / "shared" / "sources.yaml"
    assert {p.field for p in check_paths(SHIPPED, [broken]).problems} >= {"certainty", "why"}
    assert {p.file for p in check_paths(SHIPPED, [broken]).problems} == {str(broken)}
    assert {p.file for p in check_paths(SHIPPED, [shipped / "shared"]).problems} == {str(sources)}
    assert {str(broken), str(sources)} < {p.file for p in check_paths(SHIPPED, [shipped]).problems}
