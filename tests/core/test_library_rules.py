"""The rules of dose and care, each with files that break it: errors in KneeGuide's own files, advice in a user's."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneeguide.core import library_rules as rules
from kneeguide.core.library_reader import load_library
from kneeguide.core.library_rules import RULES, SHIPPED_RULES, Rule
from kneeguide.core.limits import Limit
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Muscle, Origin

SOURCES = """\
format: 1
sources:
  - {id: jones-2020, authors: Jones A, about: Rolling, journal: A Journal, found: It was pleasant., certainty: low}
"""

TECHNIQUES = """\
format: 1
techniques:
  - id: stick-calf
    title: Stick sweeps, calf
    muscle: calf
    tool: stick
    position: chair
    method: myofascial-release
    tempo: {stroke: each-way, seconds: 3}
    pressure: [2, 5]
    cue: Roll up and down.
    mistakes: Rushing.
    avoid: The shin.
    feel: Easy.
    say: Roll the calf.
    sources: [jones-2020]
  - id: stick-pause
    title: Stick press and breathe
    muscle: quads
    tool: stick
    position: chair
    method: sustained-pressure
    tempo: {stroke: hold}
    pressure: [3, 4]
    cue: Press and wait.
    mistakes: Pressing harder.
    avoid: The kneecap.
    feel: Easy.
    say: Press and breathe.
    sources: [jones-2020]
  - id: palms
    title: Palm glides
    muscle: hamstrings
    tool: hands
    position: chair
    method: effleurage
    tempo: {stroke: stroke, seconds: 3}
    pressure: [2, 4]
    cue: Glide up.
    mistakes: Rushing.
    avoid: The back of the knee.
    feel: Warm.
    say: Glide.
    sources: [jones-2020]
  - id: rest
    title: Rest
    method: rest
    tempo: {stroke: free}
    pressure: [0, 0]
    cue: Rest your hands.
    mistakes: Getting up fast.
    avoid: Getting up fast.
    feel: Calm.
    say: Rest.
    sources: [jones-2020]
"""

GOOD = """\
format: 1
id: calf-short
title: Calf
conditions: []
position: chair
tools: [stick]
total: "1:30"
certainty: low
sources: [jones-2020]
why: For these tests.
phases:
  - technique: stick-calf
    seconds: 30
    sides: both
    gap: 5
    pressure: 3
  - {technique: rest, seconds: 20, sides: once, gap: 0, pressure: 0}
"""

OWN = """\
format: 1
id: mine
title: Mine
phases:
  - title: Slow rolling
    cue: As she showed me, never on the IT band.
    avoid: The IT band.
    seconds: 30
    pressure: 3
"""

Edits = dict[str, str]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A small library such as comes with KneeGuide, with nothing wrong in it."""
    write(tmp_path / "shipped", {"calf-short": GOOD})
    write(tmp_path / "shipped" / "shared", {"techniques": TECHNIQUES, "sources": SOURCES})
    return tmp_path / "shipped"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    (tmp_path / "user").mkdir()
    return tmp_path / "user"


def write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def edited(text: str, edits: Edits) -> str:
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems with the mere names of their files."""
    return [str(replace(problem, file=Path(problem.file).stem)) for problem in problems]


def as_users(shipped: Path, user: Path, text: str) -> list[str]:
    """The warnings with which a user's routine is shown. It is always shown."""
    write(user, {"mine": text})
    library = load_library(shipped, user)
    assert library.problems == ()
    assert [routine.id for routine in library.routines if routine.origin is Origin.USER] == ["mine"]
    return told(library.warnings.get("mine", ()))


BROKEN: list[tuple[Rule, Edits, str]] = [
    (
        rules.sets_have_pauses,
        {"seconds: 30": "seconds: 61", "1:30": "2:32"},
        "13:5: phases[1].seconds: Step 1 presses for 61 seconds without a pause; at most 60 are advised.",
    ),
    (
        rules.holds_are_short,
        {"technique: stick-calf": "technique: stick-pause", "seconds: 30": "seconds: 46", "1:30": "2:02"},
        "13:5: phases[1].seconds: Step 1 presses still for 46 seconds; 20 to 45 are advised.",
    ),
    (
        rules.holds_are_short,
        {"technique: stick-calf": "technique: stick-pause", "seconds: 30": "seconds: 19", "1:30": "1:08"},
        "13:5: phases[1].seconds: Step 1 presses still for 19 seconds; 20 to 45 are advised.",
    ),
    (
        rules.holds_are_short,  # and not of a long set besides
        {"technique: stick-calf": "technique: stick-pause", "seconds: 30": "seconds: 90", "1:30": "3:30"},
        "13:5: phases[1].seconds: Step 1 presses still for 90 seconds; 20 to 45 are advised.",
    ),
    (
        rules.pressure_is_gentle,
        {"pressure: 3": "pressure: 6"},
        "16:5: phases[1].pressure: Step 1 asks for pressure 6 of 10; at most 5 is advised.",
    ),
    (
        rules.pressure_is_gentle,
        {"technique: stick-calf": "technique: palms", "[stick]": "[hands]", "pressure: 3": "pressure: 5"},
        "16:5: phases[1].pressure: Step 1 asks for pressure 5 of 10; at most 4 is advised.",
    ),
    (
        rules.muscles_get_no_more_than_their_dose,
        {"seconds: 30": "seconds: 53\n    sets: 4", "1:30": "8:04"},
        "11:1: phases: One leg gets 212 seconds of pressing on one muscle (calf); at most 210 are advised.",
    ),
    (
        rules.sources_are_known,
        {"[jones-2020]": "[jones-2020, nobody-1999]"},
        "9:23: sources[2]: The source nobody-1999 is none of those that come with KneeGuide; "
        "correct it or leave it out.",
    ),
    (
        rules.total_is_the_sum,
        {"1:30": "1:29"},
        "7:1: total: The steps add up to 1:30, not to 1:29; correct the total or the steps.",
    ),
    (
        rules.total_is_the_sum,
        {'"1:30"': "3601"},
        "7:1: total: The steps add up to 1:30, not to 60:01; correct the total or the steps.",
    ),
]
"""What may be wrong with a routine of either kind, and what is then said of it."""

BESIDE = (
    "Rolling does not loosen it; massage the muscles beside it: the buttock (glutes), the front of the hip (tfl) "
    "or the outer front of the thigh (vastus-lateralis)."
)

BROKEN_BY_OWN_STEPS: list[tuple[Rule, Edits, str]] = [
    *(
        (
            rules.rolling_is_slow,
            {"    pressure: 3": f"    tempo: {{stroke: each-way, seconds: {seconds}}}"},
            f"9:5: phases[1].tempo: Step 1 takes {said} each way; 2 to 5 are advised.",
        )
        for seconds, said in [("1", "1 second"), ("1.5", "1.5 seconds"), ("6", "6 seconds")]
    ),
    *(
        (
            rules.band_is_left_alone,
            {"    pressure: 3": f"    muscle: {name}"},
            f"9:5: phases[1].muscle: Step 1 works on the IT band itself. {BESIDE}",
        )
        for name in ("it-band", "itb", "iliotibial-band")
    ),
    *(
        (
            rules.band_is_left_alone,
            {"title: Slow rolling": f"title: {title}"},
            f"5:5: phases[1].title: Step 1 works on the IT band itself. {BESIDE}",
        )
        for title in ("Roll the IT band", "ITB", "it-band roll", "Iliotibial tract, slowly")
    ),
    (
        rules.band_is_left_alone,  # once, though the title says it too
        {"title: Slow rolling": "title: IT band", "    pressure: 3": "    muscle: itb"},
        f"9:5: phases[1].muscle: Step 1 works on the IT band itself. {BESIDE}",
    ),
    (
        rules.holds_are_short,  # a method that is not said may be one that presses still
        {"    pressure: 3": "    tempo: {stroke: hold}", "seconds: 30": "seconds: 50"},
        "8:5: phases[1].seconds: Step 1 presses still for 50 seconds; 20 to 45 are advised.",
    ),
    (
        rules.sets_have_pauses,
        {"    pressure: 3": "    method: effleurage\n    tempo: {stroke: hold}", "seconds: 30": "seconds: 61"},
        "8:5: phases[1].seconds: Step 1 presses for 61 seconds without a pause; at most 60 are advised.",
    ),
    (
        rules.pressure_is_gentle,  # the tool may be bare hands
        {"pressure: 3": "pressure: 5"},
        "9:5: phases[1].pressure: Step 1 asks for pressure 5 of 10; at most 4 is advised.",
    ),
    (
        rules.own_steps_say_what_to_avoid,
        {"    avoid: The IT band.\n": ""},
        '5:5: phases[1]: Step 1 does not say what to keep away from; say it in "avoid", '
        'or say "method: movement" if it presses on nothing.',
    ),
    (
        rules.own_steps_say_what_to_avoid,
        {"    avoid: The IT band.": "    method: friction"},
        '5:5: phases[1]: Step 1 does not say what to keep away from; say it in "avoid".',
    ),
]
"""What only a step described in place can do, which no routine of KneeGuide's has."""

BROKEN_BY_SHIPPED: list[tuple[Rule, Edits, str]] = [
    (
        rules.name_is_the_id,
        {"id: calf-short": "id: calf"},
        "2:1: id: must be the name of the file without its ending",
    ),
    (
        rules.tools_are_those_used,
        {"[stick]": "[stick, ball]"},
        "6:1: tools: must be what the steps use: stick",
    ),
    (
        rules.positions_are_those_used,
        {"position: chair": "position: [chair, wall]"},
        "5:1: position: must be where the steps are done: chair",
    ),
    (
        rules.end_is_easy,
        {"  - {technique: rest, seconds: 20, sides: once, gap: 0, pressure: 0}\n": "", "1:30": "1:10"},
        "12:5: phases[1]: must not be the last step; end with easy movement or a rest",
    ),
]
"""What is asked of KneeGuide's own routines alone."""

BROKEN_TECHNIQUES: list[tuple[Edits, str]] = [
    (
        {"pressure: [2, 5]": "pressure: [2, 6]"},
        "10:5: techniques[1].pressure: This technique asks for pressure up to 6 of 10; at most 5 is advised.",
    ),
    (
        {"pressure: [2, 4]": "pressure: [2, 5]"},
        "38:5: techniques[3].pressure: This technique asks for pressure up to 5 of 10; at most 4 is advised.",
    ),
    (
        {"each-way, seconds: 3": "each-way, seconds: 1"},
        "9:5: techniques[1].tempo: This technique takes 1 second each way; 2 to 5 are advised.",
    ),
    (
        {"Stick sweeps, calf": "Roll the IT band"},
        f"4:5: techniques[1].title: This technique works on the IT band itself. {BESIDE}",
    ),
    (
        {"muscle: calf": "muscle: it-band"},
        "5:5: techniques[1].muscle: must be one of quads, vastus-lateralis, around-kneecap, hip-flexors, tfl, glutes, "
        "hamstrings or calf",
    ),
    ({"    avoid: The shin.\n": ""}, "3:5: techniques[1].avoid: is required"),
    ({"avoid: The shin.": "avoid: ' '"}, "13:5: techniques[1].avoid: must not be blank"),
    (
        {"Roll the calf.\n    sources: [jones-2020]": "Roll the calf.\n    sources: [nobody-1999]"},
        "16:15: techniques[1].sources[1]: is none of the sources that come with KneeGuide",
    ),
]

USERS_FORM = {"id: calf-short": "id: mine"}


def test_each_rule_has_a_case_that_breaks_it() -> None:
    assert {rule for rule, _, _ in BROKEN + BROKEN_BY_OWN_STEPS} == set(RULES)
    assert {rule for rule, _, _ in BROKEN_BY_SHIPPED} == set(SHIPPED_RULES)


def test_what_keeps_every_rule_has_neither_problems_nor_warnings(shipped: Path, user: Path) -> None:
    assert as_users(shipped, user, OWN) == []
    assert as_users(shipped, user, edited(GOOD, USERS_FORM)) == []
    assert [routine.id for routine in load_library(shipped, None).routines] == ["calf-short"]


@pytest.mark.parametrize(("rule", "edits", "said"), [*BROKEN, *BROKEN_BY_SHIPPED])
def test_a_routine_that_comes_with_kneeguide_may_break_no_rule(
    shipped: Path, rule: Rule, edits: Edits, said: str
) -> None:
    write(shipped, {"calf-short": edited(GOOD, edits)})
    library = load_library(shipped, None)
    assert told(library.problems) == [f"calf-short:{said}"]
    assert library.routines == ()
    assert library.warnings == {}


@pytest.mark.parametrize(("rule", "edits", "said"), BROKEN)
def test_a_users_routine_that_breaks_a_rule_is_shown_with_a_sentence(
    shipped: Path, user: Path, rule: Rule, edits: Edits, said: str
) -> None:
    assert as_users(shipped, user, edited(GOOD, USERS_FORM | edits)) == [f"mine:{said}"]


@pytest.mark.parametrize(("rule", "edits", "said"), BROKEN_BY_OWN_STEPS)
def test_a_users_own_step_that_breaks_a_rule_is_shown_with_a_sentence(
    shipped: Path, user: Path, rule: Rule, edits: Edits, said: str
) -> None:
    assert as_users(shipped, user, edited(OWN, edits)) == [f"mine:{said}"]


@pytest.mark.parametrize(("rule", "edits", "said"), BROKEN_BY_SHIPPED)
def test_what_is_asked_of_kneeguides_own_routines_is_not_asked_of_users(
    shipped: Path, user: Path, rule: Rule, edits: Edits, said: str
) -> None:
    users = edited(GOOD, edits).replace("id: calf-short\n", "id: mine\n").replace("id: calf\n", "id: mine\n")
    assert as_users(shipped, user, users) == []


@pytest.mark.parametrize(("edits", "said"), BROKEN_TECHNIQUES)
def test_a_technique_may_break_no_rule(shipped: Path, edits: Edits, said: str) -> None:
    write(shipped / "shared", {"techniques": edited(TECHNIQUES, edits)})
    problems = told(load_library(shipped, None).problems)
    assert [problem for problem in problems if problem.startswith("techniques:")] == [f"techniques:{said}"]


@pytest.mark.parametrize(
    "edits",
    [
        {"seconds: 30": "seconds: 60", "1:30": "2:30"},
        {"technique: stick-calf": "technique: stick-pause", "seconds: 30": "seconds: 45", "1:30": "2:00"},
        {"technique: stick-calf": "technique: stick-pause", "seconds: 30": "seconds: 20", "1:30": "1:10"},
        {"pressure: 3": "pressure: 5"},
        {"technique: stick-calf": "technique: palms", "[stick]": "[hands]", "pressure: 3": "pressure: 4"},
        {"seconds: 30": "seconds: 42\n    sets: 5", "1:30": "8:10"},
        {"seconds: 20, sides": "seconds: 600, sides", "1:30": "11:10"},  # a rest may be as long as one likes
        {'total: "1:30"': "total: 90"},
    ],
)
def test_what_is_just_within_a_rule_breaks_none(shipped: Path, user: Path, edits: Edits) -> None:
    write(shipped, {"calf-short": edited(GOOD, edits)})
    assert as_users(shipped, user, edited(GOOD, USERS_FORM | edits)) == []


@pytest.mark.parametrize(
    "edits",
    [
        {"    pressure: 3": "    tempo: {stroke: each-way, seconds: 2}"},
        {"    pressure: 3": "    tempo: {stroke: each-way, seconds: 5}"},
        {"    pressure: 3": "    tempo: {stroke: each-way}"},
        {"    pressure: 3": "    tempo: {stroke: squeeze, seconds: 1}"},
        {"    pressure: 3": "    method: movement\n    tempo: {stroke: each-way, seconds: 10}"},
        {"    pressure: 3": "    pressure: 5\n    tool: ball"},
        {"    pressure: 3": "    method: effleurage\n    tempo: {stroke: hold}", "seconds: 30": "seconds: 50"},
        {"    avoid: The IT band.": "    method: movement"},
        {"seconds: 30": "seconds: 600", "    avoid: The IT band.": "    method: movement"},
        {"title: Slow rolling": "title: IT band stretch", "    pressure: 3": "    method: movement"},
        {"    pressure: 3": "    method: movement\n    muscle: it-band"},
    ],
)
def test_a_users_own_step_that_is_within_the_rules_breaks_none(shipped: Path, user: Path, edits: Edits) -> None:
    assert as_users(shipped, user, edited(OWN, edits)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Around the IT band",
        "Buttock, for the IT band",
        "In front of the ITB",
        "Keep off the IT band",
        "Hip roll (IT band-free)",
        "Buttock (ITB syndrome)",
        "Fit bandage",
    ],
)
def test_a_title_may_say_where_the_band_is(shipped: Path, user: Path, title: str) -> None:
    assert as_users(shipped, user, OWN.replace("Slow rolling", title)) == []


def test_a_step_on_the_band_counts_as_a_step_on_any_muscle(shipped: Path, user: Path) -> None:
    write(user, {"mine": edited(OWN, {"    pressure: 3": "    muscle: it-band"})})
    (phase,) = load_library(shipped, user).routines[-1].phases
    assert phase.technique.muscle is None
    assert not Limit(excluded=frozenset({Muscle.CALF})).allows(phase.technique)


def test_an_unknown_source_is_not_shown(shipped: Path, user: Path) -> None:
    write(user, {"mine": edited(GOOD, USERS_FORM | {"[jones-2020]": "[nobody-1999, jones-2020]"})})
    assert [source.id for source in load_library(shipped, user).routines[-1].sources] == ["jones-2020"]


def test_all_that_is_unwise_is_said_in_the_order_of_the_file(shipped: Path, user: Path) -> None:
    second = "  - {title: ITB, cue: Press., seconds: 90, pressure: 7, muscle: quads, sets: 3}\n"
    assert [sentence.split(": ")[:2] for sentence in as_users(shipped, user, "total: 5\n" + OWN + second)] == [
        ["mine:1:1", "total"],
        ["mine:5:1", "phases"],
        ["mine:11:5", "phases[2]"],
        ["mine:11:6", "phases[2].title"],
        ["mine:11:31", "phases[2].seconds"],
        ["mine:11:44", "phases[2].pressure"],
    ]


PHASES = st.fixed_dictionaries(
    {
        "technique": st.sampled_from(["stick-calf", "stick-pause", "palms", "rest"]),
        "seconds": st.integers(1, 120),
        "sides": st.sampled_from(["both", "once"]),
        "sets": st.integers(1, 10),
        "gap": st.integers(0, 60),
    }
)
MUSCLE = {"stick-calf": "calf", "stick-pause": "quads", "palms": "hamstrings"}


@given(st.lists(PHASES, min_size=1, max_size=6), st.integers(-1, 1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_totals_and_doses_of_any_routine_are_judged_by_their_sums(
    shipped: Path, user: Path, phases: list[dict[str, int | str]], off: int
) -> None:
    numbers = [
        (p["technique"], int(p["seconds"]), 2 if p["sides"] == "both" else 1, int(p["sets"]), int(p["gap"]))
        for p in phases
    ]
    total = sum((seconds + gap) * sides * sets for _, seconds, sides, sets, gap in numbers)
    doses = {
        muscle: sum(seconds * sets for technique, seconds, _, sets, _ in numbers if technique == name)
        for name, muscle in MUSCLE.items()
    }
    stated = max(1, total + off)
    text = f"format: 1\nid: mine\ntitle: Mine\ntotal: {stated}\nphases: {json.dumps(phases)}\n"
    warned = "\n".join(as_users(shipped, user, text))
    assert ("total: " in warned) == (stated != total)
    for muscle, dose in doses.items():
        assert (f"One leg gets {dose} seconds of pressing on one muscle ({muscle})" in warned) == (dose > 210)
