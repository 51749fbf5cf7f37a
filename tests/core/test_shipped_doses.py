"""The doses of the routines that come with KneeGuide, to the second, as a clinician would review them."""

from pathlib import Path

import pytest
from fakes import planned

from kneeguide.core.library import Library
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Muscle, Routine, Side, Tool

SHIPPED = Path(__file__).parents[2] / "routines"

Q, VL, HAM, CALF = Muscle.QUADS, Muscle.VASTUS_LATERALIS, Muscle.HAMSTRINGS, Muscle.CALF
GLUTES, TFL, FLEXORS, KNEECAP = Muscle.GLUTES, Muscle.TFL, Muscle.HIP_FLEXORS, Muscle.AROUND_KNEECAP

# Length, and seconds on each muscle of one leg: as written, in the first week (three quarters), at half the dose. Each
# step is rounded to a whole second by itself.
TOTAL_AND_DOSES_PER_LEG: dict[str, tuple[str, dict[Muscle, tuple[int, int, int]]]] = {
    "oa-hands-short": ("4:55", {Q: (85, 64, 42), CALF: (30, 22, 15)}),
    "oa-hands-standard": ("11:05", {Q: (150, 113, 74), HAM: (45, 34, 22), CALF: (30, 22, 15)}),
    "oa-hands-full": ("19:55", {Q: (185, 139, 92), KNEECAP: (30, 22, 15), HAM: (45, 34, 22), CALF: (30, 22, 15)}),
    "oa-stick-standard": ("11:30", {Q: (90, 67, 45), VL: (45, 34, 22), HAM: (60, 45, 30), CALF: (45, 34, 22)}),
    "oa-roller-standard": ("11:25", {Q: (60, 45, 30), HAM: (60, 45, 30), CALF: (45, 34, 22), GLUTES: (45, 34, 22)}),
    "pf-roller-short": ("5:00", {Q: (60, 45, 30), VL: (45, 34, 22)}),
    "pf-roller-standard": (
        "11:10",
        {Q: (60, 45, 30), VL: (45, 34, 22), FLEXORS: (30, 22, 15), GLUTES: (45, 34, 22), HAM: (45, 34, 22)},
    ),
    "pf-roller-full": (
        "19:40",
        {
            Q: (105, 79, 52),
            VL: (60, 45, 30),
            FLEXORS: (30, 22, 15),
            GLUTES: (60, 45, 30),
            HAM: (60, 45, 30),
            CALF: (45, 34, 22),
            TFL: (30, 22, 15),
        },
    ),
    "pf-nofloor-standard": (
        "11:47",
        {
            Q: (60, 45, 30),
            VL: (45, 34, 22),
            HAM: (45, 34, 22),
            TFL: (35, 26, 18),
            FLEXORS: (30, 22, 15),
            GLUTES: (40, 30, 20),
        },
    ),
    "itb-wall-short": ("5:04", {GLUTES: (45, 34, 22), TFL: (65, 48, 33)}),
    "itb-roller-standard": ("10:35", {GLUTES: (90, 67, 45), TFL: (40, 30, 20), VL: (45, 34, 22), HAM: (40, 30, 20)}),
    "itb-roller-full": (
        "20:05",
        {
            GLUTES: (100, 75, 50),
            TFL: (75, 56, 37),
            VL: (90, 67, 45),
            Q: (45, 34, 22),
            HAM: (45, 34, 22),
            CALF: (40, 30, 20),
        },
    ),
    "itb-nofloor-standard": ("10:30", {GLUTES: (90, 67, 45), TFL: (45, 34, 22), VL: (40, 30, 20), HAM: (45, 34, 22)}),
    "calf-ankle-standard": ("10:20", {CALF: (150, 114, 75), HAM: (40, 30, 20)}),
    "desk-break-short": ("4:56", {HAM: (45, 34, 22), CALF: (35, 26, 18), Q: (30, 22, 15)}),
    "flare-gentle-short": ("5:01", {Q: (60, 45, 30), HAM: (30, 22, 15)}),
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
    "oa-hands-full": [
        ("warm-up", 240, "1 x 1", 10, 0),
        ("palm-glides-front-thigh", 60, "2 x 1", 5, 2),
        ("squeeze-front-thigh", 60, "2 x 1", 5, 3),
        ("heel-strokes-front-thigh", 45, "2 x 1", 5, 4),
        ("tapping-front-thigh", 20, "2 x 1", 5, 1),
        ("circles-around-kneecap", 30, "2 x 1", 5, 1),
        ("fingers-under-thigh", 45, "2 x 1", 10, 3),
        ("palm-glides-calf", 30, "2 x 1", 10, 2),
        ("easy-knee-bends", 60, "1 x 1", 5, 0),
        ("rest-and-check-in", 210, "1 x 1", 0, 0),
    ],
    "oa-stick-standard": [
        ("warm-up", 45, "1 x 1", 5, 0),
        ("stick-front-thigh", 60, "2 x 1", 10, 3),
        ("stick-outer-thigh", 45, "2 x 1", 10, 3),
        ("stick-back-thigh", 60, "2 x 1", 10, 3),
        ("stick-calf", 45, "2 x 1", 10, 2),
        ("stick-press-front-thigh", 30, "2 x 1", 5, 4),
        ("easy-knee-bends", 45, "1 x 1", 5, 0),
        ("rest-and-check-in", 20, "1 x 1", 0, 0),
    ],
    "oa-roller-standard": [
        ("warm-up", 45, "1 x 1", 20, 0),
        ("roller-front-thigh", 60, "2 x 1", 15, 3),
        ("roller-back-thigh", 60, "2 x 1", 15, 3),
        ("roller-calf", 45, "2 x 1", 15, 2),
        ("roller-buttock", 45, "2 x 1", 15, 3),
        ("easy-knee-bends", 45, "1 x 1", 5, 0),
        ("rest-and-check-in", 30, "1 x 1", 0, 0),
    ],
    "pf-roller-short": [
        ("roller-front-thigh", 60, "2 x 1", 15, 4),
        ("roller-outer-thigh", 45, "2 x 1", 15, 3),
        ("easy-knee-bends", 25, "1 x 1", 5, 0),
    ],
    "pf-roller-standard": [
        ("roller-front-thigh", 60, "2 x 1", 15, 4),
        ("roller-outer-thigh", 45, "2 x 1", 15, 4),
        ("roller-top-thigh", 30, "2 x 1", 15, 3),
        ("roller-buttock", 45, "2 x 1", 15, 4),
        ("roller-back-thigh", 45, "2 x 1", 15, 4),
        ("easy-knee-bends", 40, "1 x 1", 5, 0),
        ("rest-and-check-in", 25, "1 x 1", 0, 0),
    ],
    "pf-roller-full": [
        ("warm-up", 60, "1 x 1", 20, 0),
        ("roller-front-thigh", 60, "2 x 1", 15, 4),
        ("roller-pause-front-thigh", 45, "2 x 1", 15, 4),
        ("roller-outer-thigh", 60, "2 x 1", 15, 4),
        ("roller-top-thigh", 30, "2 x 1", 15, 3),
        ("roller-buttock", 60, "2 x 1", 15, 4),
        ("roller-back-thigh", 60, "2 x 1", 15, 4),
        ("roller-calf", 45, "2 x 1", 15, 3),
        ("ball-wall-front-hip", 30, "2 x 1", 15, 3),
        ("easy-knee-bends", 45, "1 x 1", 5, 0),
        ("rest-and-check-in", 30, "1 x 1", 0, 0),
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
    "itb-roller-full": [
        ("warm-up", 60, "1 x 1", 20, 0),
        ("roller-buttock", 60, "2 x 1", 15, 4),
        ("roller-pause-buttock", 40, "2 x 1", 15, 4),
        ("roller-front-hip", 45, "2 x 1", 15, 4),
        ("roller-outer-thigh", 60, "2 x 1", 15, 4),
        ("roller-pause-outer-thigh", 30, "2 x 1", 15, 4),
        ("roller-front-thigh", 45, "2 x 1", 15, 4),
        ("roller-back-thigh", 45, "2 x 1", 15, 4),
        ("roller-calf", 40, "2 x 1", 15, 3),
        ("ball-pause-front-hip", 30, "2 x 1", 10, 4),
        ("easy-knee-bends", 40, "1 x 1", 5, 0),
        ("rest-and-check-in", 30, "1 x 1", 0, 0),
    ],
    "itb-nofloor-standard": [
        ("ball-wall-buttock", 60, "2 x 1", 15, 4),
        ("ball-pause-buttock", 30, "2 x 1", 8, 4),
        ("ball-wall-front-hip", 45, "2 x 1", 15, 3),
        ("ball-wall-outer-thigh", 40, "2 x 1", 12, 3),
        ("stick-back-thigh", 45, "2 x 1", 10, 3),
        ("easy-knee-bends", 40, "1 x 1", 5, 0),
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


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SHIPPED, None)


def named(library: Library, id: str) -> Routine:
    return next(routine for routine in library.routines if routine.id == id)


def test_both_tables_cover_every_routine(library: Library) -> None:
    assert set(STEPS) == set(TOTAL_AND_DOSES_PER_LEG) == {routine.id for routine in library.routines}


@pytest.mark.parametrize("id", TOTAL_AND_DOSES_PER_LEG)
def test_totals_and_doses(library: Library, id: str) -> None:
    routine = named(library, id)
    total, doses = TOTAL_AND_DOSES_PER_LEG[id]
    minutes, seconds = divmod(routine.total_seconds, 60)
    assert f"{minutes}:{seconds:02}" == total
    assert {muscle: routine.dose(muscle) for muscle in routine.muscles} == {
        muscle: whole for muscle, (whole, _, _) in doses.items()
    }


@pytest.mark.parametrize("id", TOTAL_AND_DOSES_PER_LEG)
@pytest.mark.parametrize("side", Side)
def test_the_first_week_and_half_a_dose_are_shorter_and_one_step_lighter(library: Library, id: str, side: Side) -> None:
    routine = named(library, id)
    as_written, first_week = planned(routine), planned(routine, first_week=True)
    half = planned(routine, half_dose=True)
    for muscle, doses in TOTAL_AND_DOSES_PER_LEG[id][1].items():
        assert (as_written.dose(muscle, side), first_week.dose(muscle, side), half.dose(muscle, side)) == doses
        steps = sum(phase.sets for phase in routine.phases if phase.technique.muscle is muscle)
        assert abs(doses[1] - doses[0] * 0.75) <= steps / 2
        assert abs(doses[2] - doses[0] / 2) <= steps / 2
    wanted = [stage.pressure for stage in as_written.stages if stage.presses]
    for lighter in (first_week, half):
        assert [stage.pressure for stage in lighter.stages if stage.presses] == [max(1, p - 1) for p in wanted]


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


def test_no_muscle_of_a_leg_gets_more_than_210_seconds_and_no_set_more_than_60(library: Library) -> None:
    for routine in library.routines:
        assert all(routine.dose(muscle) <= 210 for muscle in Muscle)
        for phase in routine.phases:
            assert phase.seconds <= 60 or not phase.technique.presses
            assert phase.pressure <= (4 if phase.technique.tool is Tool.HANDS else 5)
            lowest, highest = phase.technique.pressure
            assert phase.pressure <= highest
            assert phase.pressure >= lowest or routine.id == "flare-gentle-short"


def test_a_routine_pauses_on_at_most_one_spot_of_a_muscle_for_at_most_45_seconds(library: Library) -> None:
    for routine in library.routines:
        pauses = [phase for phase in routine.phases if phase.technique.tempo.stroke == "hold"]
        assert all(phase.seconds <= 45 and phase.sets == 1 for phase in pauses)
        assert len({phase.technique.muscle for phase in pauses}) == len(pauses)
