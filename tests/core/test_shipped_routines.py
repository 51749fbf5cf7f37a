"""The routines that come with KneeGuide, to the second, as a clinician would review them."""

from pathlib import Path

import pytest

from kneeguide.core.library import Library
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Area, Certainty, Condition, Muscle, Origin, Position, Routine, Tool

SHIPPED = Path(__file__).parents[2] / "routines"

Q, VL, HAM, CALF = Muscle.QUADS, Muscle.VASTUS_LATERALIS, Muscle.HAMSTRINGS, Muscle.CALF
GLUTES, TFL, FLEXORS = Muscle.GLUTES, Muscle.TFL, Muscle.HIP_FLEXORS

TOTAL_AND_DOSE_PER_LEG: dict[str, tuple[str, dict[Muscle, int]]] = {
    "oa-hands-short": ("4:55", {Q: 85, CALF: 30}),
    "oa-hands-standard": ("11:05", {Q: 150, HAM: 45, CALF: 30}),
    "pf-roller-short": ("5:00", {Q: 60, VL: 45}),
    "pf-nofloor-standard": ("11:47", {Q: 60, VL: 45, HAM: 45, TFL: 35, FLEXORS: 30, GLUTES: 40}),
    "itb-wall-short": ("5:04", {GLUTES: 45, TFL: 65}),
    "itb-roller-standard": ("10:35", {GLUTES: 90, TFL: 40, VL: 45, HAM: 40}),
    "calf-ankle-standard": ("10:20", {CALF: 150, HAM: 40}),
    "desk-break-short": ("4:56", {HAM: 45, CALF: 35, Q: 30}),
    "flare-gentle-short": ("5:01", {Q: 60, HAM: 30}),
}

# Seconds of one set, sides x sets, seconds to change over, pressure.
STEPS: dict[str, list[tuple[str, int, str, int, int]]] = {
    "oa-hands-short": [
        ("palm-glides-front-thigh", 40, "2 x 1", 5, 2),
        ("squeeze-front-thigh", 45, "2 x 1", 5, 3),
        ("palm-glides-calf", 30, "2 x 1", 5, 2),
        ("easy-knee-bends", 30, "1 x 1", 5, 0),
    ],
    "oa-hands-standard": [
        ("warm-up", 60, "1 x 1", 5, 0),
        ("palm-glides-front-thigh", 45, "2 x 1", 5, 2),
        ("squeeze-front-thigh", 60, "2 x 1", 5, 3),
        ("heel-strokes-front-thigh", 45, "2 x 1", 5, 4),
        ("fingers-under-thigh", 45, "2 x 1", 10, 3),
        ("squeeze-calf", 30, "2 x 1", 10, 2),
        ("easy-knee-bends", 45, "1 x 1", 5, 0),
        ("rest-and-check-in", 30, "1 x 1", 0, 0),
    ],
    "pf-roller-short": [
        ("roller-front-thigh", 60, "2 x 1", 15, 4),
        ("roller-outer-thigh", 45, "2 x 1", 15, 3),
        ("easy-knee-bends", 25, "1 x 1", 5, 0),
    ],
    "pf-nofloor-standard": [
        ("stick-front-thigh", 60, "2 x 1", 10, 4),
        ("stick-outer-thigh", 45, "2 x 1", 10, 3),
        ("stick-back-thigh", 45, "2 x 1", 10, 3),
        ("ball-wall-front-hip", 35, "2 x 1", 12, 3),
        ("ball-wall-top-thigh", 30, "2 x 1", 12, 2),
        ("ball-wall-buttock", 40, "2 x 1", 12, 4),
        ("easy-knee-bends", 35, "1 x 1", 5, 0),
        ("rest-and-check-in", 25, "1 x 1", 0, 0),
    ],
    "itb-wall-short": [
        ("ball-wall-buttock", 45, "2 x 1", 12, 4),
        ("ball-wall-front-hip", 35, "2 x 1", 12, 3),
        ("ball-pause-front-hip", 30, "2 x 1", 8, 4),
        ("rest-and-check-in", 20, "1 x 1", 0, 0),
    ],
    "itb-roller-standard": [
        ("roller-buttock", 60, "2 x 1", 15, 4),
        ("roller-pause-buttock", 30, "2 x 1", 10, 4),
        ("roller-front-hip", 40, "2 x 1", 15, 4),
        ("roller-outer-thigh", 45, "2 x 1", 15, 4),
        ("roller-back-thigh", 40, "2 x 1", 15, 4),
        ("easy-knee-bends", 35, "1 x 1", 5, 0),
        ("rest-and-check-in", 25, "1 x 1", 0, 0),
    ],
    "calf-ankle-standard": [
        ("warm-up", 40, "1 x 1", 5, 0),
        ("stick-calf", 50, "2 x 3", 20, 3),
        ("stick-back-thigh", 40, "2 x 1", 10, 3),
        ("easy-knee-bends", 30, "1 x 1", 5, 0),
        ("rest-and-check-in", 20, "1 x 1", 0, 0),
    ],
    "desk-break-short": [
        ("ball-under-thigh-chair", 45, "2 x 1", 10, 3),
        ("squeeze-calf", 35, "2 x 1", 8, 2),
        ("palm-glides-front-thigh", 30, "2 x 1", 5, 2),
        ("easy-knee-bends", 30, "1 x 1", 0, 0),
    ],
    "flare-gentle-short": [
        ("warm-up", 30, "1 x 1", 5, 0),
        ("palm-glides-front-thigh", 60, "2 x 1", 5, 1),
        ("fingers-under-thigh", 30, "2 x 1", 8, 1),
        ("rest-and-check-in", 60, "1 x 1", 0, 0),
    ],
}

OA, PF, ITB = Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL, Condition.IT_BAND
NEEDS: dict[str, tuple[set[Condition], set[Tool], set[Position], Certainty]] = {
    "oa-hands-short": ({OA}, {Tool.HANDS}, {Position.CHAIR}, Certainty.LOW_TO_MODERATE),
    "oa-hands-standard": ({OA}, {Tool.HANDS}, {Position.CHAIR}, Certainty.LOW_TO_MODERATE),
    "pf-roller-short": ({PF}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW),
    "pf-nofloor-standard": ({PF}, {Tool.STICK, Tool.BALL}, {Position.CHAIR, Position.WALL}, Certainty.LOW),
    "itb-wall-short": ({ITB}, {Tool.BALL}, {Position.WALL}, Certainty.LOW_TO_VERY_LOW),
    "itb-roller-standard": ({ITB}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW_TO_VERY_LOW),
    "calf-ankle-standard": ({OA, PF, ITB}, {Tool.STICK}, {Position.CHAIR}, Certainty.VERY_LOW),
    "desk-break-short": ({OA, PF, ITB}, {Tool.BALL, Tool.HANDS}, {Position.CHAIR}, Certainty.EXPERT_OPINION),
    "flare-gentle-short": ({OA, PF, ITB}, {Tool.HANDS}, {Position.CHAIR}, Certainty.EXPERT_OPINION),
}

CLAIMS = ("treat", "cure", "diagnos", "heals", "therapy", "toxin", "adhesion", "scar tissue", "clinically proven")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SHIPPED, None)


def named(library: Library, id: str) -> Routine:
    return next(routine for routine in library.routines if routine.id == id)


def test_all_files_are_free_of_problems(library: Library) -> None:
    assert library.problems == ()
    assert library.warnings == {}
    assert {routine.id for routine in library.routines} == set(TOTAL_AND_DOSE_PER_LEG)
    assert all(routine.origin is Origin.SHIPPED for routine in library.routines)


@pytest.mark.parametrize("id", TOTAL_AND_DOSE_PER_LEG)
def test_totals_and_doses(library: Library, id: str) -> None:
    routine = named(library, id)
    total, doses = TOTAL_AND_DOSE_PER_LEG[id]
    minutes, seconds = divmod(routine.total_seconds, 60)
    assert f"{minutes}:{seconds:02}" == total
    assert {muscle: routine.dose(muscle) for muscle in routine.muscles} == doses


@pytest.mark.parametrize("id", STEPS)
def test_steps(library: Library, id: str) -> None:
    assert [
        (
            phase.technique.id,
            phase.seconds,
            f"{2 if phase.sides == 'both' else 1} x {phase.sets}",
            phase.gap,
            phase.pressure,
        )
        for phase in named(library, id).phases
    ] == STEPS[id]


@pytest.mark.parametrize("id", NEEDS)
def test_needs_and_certainty(library: Library, id: str) -> None:
    routine = named(library, id)
    conditions, tools, positions, certainty = NEEDS[id]
    assert set(routine.conditions) == conditions
    assert set(routine.tools) == tools
    assert set(routine.positions) == positions
    assert routine.certainty is certainty


def test_every_step_knows_where_it_is_done(library: Library) -> None:
    assert all(phase.technique.position for routine in library.routines for phase in routine.phases)


def test_no_muscle_of_a_leg_gets_more_than_210_seconds_and_no_set_more_than_60(library: Library) -> None:
    for routine in library.routines:
        assert all(routine.dose(muscle) <= 210 for muscle in Muscle)
        for phase in routine.phases:
            assert phase.seconds <= 60 or not phase.technique.presses
            assert phase.pressure <= (4 if phase.technique.tool is Tool.HANDS else 5)
            lowest, highest = phase.technique.pressure
            assert phase.pressure <= highest
            assert phase.pressure >= lowest or routine.id == "flare-gentle-short"


def test_each_condition_area_and_position_is_served(library: Library) -> None:
    assert {condition for routine in library.routines for condition in routine.conditions} == set(Condition)
    assert {area for routine in library.routines for area in routine.areas} == set(Area)
    assert {position for routine in library.routines for position in routine.positions} == set(Position)
    assert {tool for routine in library.routines for tool in routine.tools} == set(Tool)


def test_every_technique_is_used(library: Library) -> None:
    assert {phase.technique.id for routine in library.routines for phase in routine.phases} == set(library.techniques)


def test_only_techniques_that_press_have_a_muscle(library: Library) -> None:
    for technique in library.techniques.values():
        assert technique.presses == (technique.muscle is not None)
        assert technique.presses == (technique.pressure != (0, 0))
        assert technique.face_down <= (technique.position is Position.FLOOR)


def test_calf_techniques_say_when_to_leave_the_calf_out(library: Library) -> None:
    calf = [technique for technique in library.techniques.values() if technique.muscle is CALF]
    assert len(calf) == 3
    assert all("blood clot" in technique.avoid for technique in calf)


def test_nothing_that_is_said_promises_a_cure(library: Library) -> None:
    said = [
        text
        for technique in library.techniques.values()
        for text in (technique.title, technique.cue, technique.mistakes, technique.avoid, technique.feel, technique.say)
    ]
    said += [text for routine in library.routines for text in (routine.title, routine.why)]
    assert not [text for text in said for claim in CLAIMS if claim in text.lower()]


def test_cues_are_short_enough_to_be_taken_in(library: Library) -> None:
    for technique in library.techniques.values():
        assert technique.cue.count(". ") <= 1, technique.id
        assert len(technique.cue) <= 220, technique.id
        assert len(technique.say) <= 120, technique.id
