"""The techniques that come with KneeGuide: what each works on and with what, and what their texts must say."""

from pathlib import Path

import pytest

from kneeguide.core.library import Library
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Method, Muscle, Position, Stroke, Technique, Tempo, Tool

SHIPPED = Path(__file__).parents[2] / "routines"

Q, VL, HAM, CALF = Muscle.QUADS, Muscle.VASTUS_LATERALIS, Muscle.HAMSTRINGS, Muscle.CALF
GLUTES, TFL, FLEXORS, KNEECAP = Muscle.GLUTES, Muscle.TFL, Muscle.HIP_FLEXORS, Muscle.AROUND_KNEECAP

TABLE: dict[str, tuple[Muscle | None, Tool | None, Position | None, Method, Tempo, tuple[int, int]]] = {
    "warm-up": (None, None, None, Method.WARM_UP, Tempo(Stroke.FREE, 0, 0), (0, 0)),
    "palm-glides-front-thigh": (Q, Tool.HANDS, Position.CHAIR, Method.EFFLEURAGE, Tempo(Stroke.STROKE, 3, 2), (2, 3)),
    "squeeze-front-thigh": (Q, Tool.HANDS, Position.CHAIR, Method.PETRISSAGE, Tempo(Stroke.SQUEEZE, 4, 0), (3, 4)),
    "tapping-front-thigh": (Q, Tool.HANDS, Position.CHAIR, Method.TAPPING, Tempo(Stroke.TAP, 0.5, 0), (1, 2)),
    "heel-strokes-front-thigh": (Q, Tool.HANDS, Position.CHAIR, Method.DEEP_TISSUE, Tempo(Stroke.STROKE, 4, 0), (4, 4)),
    "circles-around-kneecap": (
        KNEECAP,
        Tool.HANDS,
        Position.CHAIR,
        Method.FRICTION,
        Tempo(Stroke.CIRCLE, 1, 0),
        (1, 2),
    ),
    "fingers-under-thigh": (HAM, Tool.HANDS, Position.CHAIR, Method.PETRISSAGE, Tempo(Stroke.SQUEEZE, 4, 0), (3, 3)),
    "palm-glides-calf": (CALF, Tool.HANDS, Position.CHAIR, Method.EFFLEURAGE, Tempo(Stroke.STROKE, 3, 2), (2, 2)),
    "squeeze-calf": (CALF, Tool.HANDS, Position.CHAIR, Method.PETRISSAGE, Tempo(Stroke.SQUEEZE, 4, 0), (2, 3)),
    "knuckle-circles-front-hip": (TFL, Tool.HANDS, Position.WALL, Method.FRICTION, Tempo(Stroke.CIRCLE, 3, 0), (3, 3)),
    "stick-front-thigh": (
        Q,
        Tool.STICK,
        Position.CHAIR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 4),
    ),
    "stick-outer-thigh": (
        VL,
        Tool.STICK,
        Position.CHAIR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 3),
    ),
    "stick-back-thigh": (
        HAM,
        Tool.STICK,
        Position.CHAIR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 3),
    ),
    "stick-calf": (CALF, Tool.STICK, Position.CHAIR, Method.MYOFASCIAL_RELEASE, Tempo(Stroke.EACH_WAY, 3, 0), (2, 3)),
    "stick-press-front-thigh": (
        Q,
        Tool.STICK,
        Position.CHAIR,
        Method.SUSTAINED_PRESSURE,
        Tempo(Stroke.HOLD, 0, 0),
        (4, 4),
    ),
    "ball-wall-buttock": (GLUTES, Tool.BALL, Position.WALL, Method.TRIGGER_POINT, Tempo(Stroke.CIRCLE, 3, 0), (3, 4)),
    "ball-pause-buttock": (GLUTES, Tool.BALL, Position.WALL, Method.TRIGGER_POINT, Tempo(Stroke.HOLD, 0, 0), (4, 4)),
    "ball-wall-front-hip": (TFL, Tool.BALL, Position.WALL, Method.TRIGGER_POINT, Tempo(Stroke.SWAY, 3, 0), (3, 4)),
    "ball-pause-front-hip": (TFL, Tool.BALL, Position.WALL, Method.TRIGGER_POINT, Tempo(Stroke.HOLD, 0, 0), (4, 4)),
    "ball-wall-outer-thigh": (VL, Tool.BALL, Position.WALL, Method.TRIGGER_POINT, Tempo(Stroke.EACH_WAY, 3, 0), (3, 3)),
    "ball-wall-top-thigh": (
        FLEXORS,
        Tool.BALL,
        Position.WALL,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.CIRCLE, 3, 0),
        (2, 3),
    ),
    "ball-under-thigh-chair": (
        HAM,
        Tool.BALL,
        Position.CHAIR,
        Method.TRIGGER_POINT,
        Tempo(Stroke.EACH_WAY, 4, 0),
        (3, 4),
    ),
    "roller-front-thigh": (
        Q,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 5),
    ),
    "roller-outer-thigh": (
        VL,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 4),
    ),
    "roller-back-thigh": (
        HAM,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 4),
    ),
    "roller-calf": (CALF, Tool.ROLLER, Position.FLOOR, Method.MYOFASCIAL_RELEASE, Tempo(Stroke.EACH_WAY, 3, 0), (2, 4)),
    "roller-buttock": (
        GLUTES,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 5),
    ),
    "roller-pause-buttock": (
        GLUTES,
        Tool.ROLLER,
        Position.FLOOR,
        Method.TRIGGER_POINT,
        Tempo(Stroke.HOLD, 0, 0),
        (4, 5),
    ),
    "roller-front-hip": (
        TFL,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 4),
    ),
    "roller-top-thigh": (
        FLEXORS,
        Tool.ROLLER,
        Position.FLOOR,
        Method.MYOFASCIAL_RELEASE,
        Tempo(Stroke.EACH_WAY, 3, 0),
        (3, 3),
    ),
    "roller-pause-front-thigh": (
        Q,
        Tool.ROLLER,
        Position.FLOOR,
        Method.SUSTAINED_PRESSURE,
        Tempo(Stroke.HOLD, 0, 0),
        (4, 5),
    ),
    "roller-pause-outer-thigh": (
        VL,
        Tool.ROLLER,
        Position.FLOOR,
        Method.SUSTAINED_PRESSURE,
        Tempo(Stroke.HOLD, 0, 0),
        (4, 4),
    ),
    "easy-knee-bends": (None, None, None, Method.MOVEMENT, Tempo(Stroke.EACH_WAY, 4, 0), (0, 0)),
    "rest-and-check-in": (None, None, None, Method.REST, Tempo(Stroke.FREE, 0, 0), (0, 0)),
}

IN_NO_ROUTINE = {"knuckle-circles-front-hip"}
"""Kept for routines that users write themselves."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SHIPPED, None)


def said(technique: Technique) -> str:
    """All that a technique says to its user, in small letters."""
    parts = (technique.cue, technique.mistakes, technique.avoid, technique.feel, technique.say)
    return " ".join(parts).lower()


def test_there_are_thirty_four(library: Library) -> None:
    assert len(TABLE) == 34
    assert list(library.techniques) == list(TABLE)


@pytest.mark.parametrize("id", TABLE)
def test_what_it_works_on_and_how(library: Library, id: str) -> None:
    it = library.techniques[id]
    assert (it.muscle, it.tool, it.position, it.method, it.tempo, it.pressure) == TABLE[id]


def test_which_are_used(library: Library) -> None:
    used = {phase.technique.id for routine in library.routines for phase in routine.phases}
    assert set(library.techniques) - used == IN_NO_ROUTINE


def test_each_says_everything_and_names_sources_that_exist(library: Library) -> None:
    for technique in library.techniques.values():
        texts = (technique.cue, technique.mistakes, technique.avoid, technique.feel, technique.say)
        assert all(text.endswith(".") for text in texts), technique.id
        assert technique.sources, technique.id
        assert {source.id for source in technique.sources} <= set(library.sources)


def test_only_techniques_that_press_have_a_muscle(library: Library) -> None:
    for technique in library.techniques.values():
        assert technique.presses == (technique.muscle is not None)
        assert technique.presses == (technique.pressure != (0, 0))
        assert technique.face_down <= (technique.position is Position.FLOOR)


def test_the_roller_is_used_face_down_on_the_front_of_the_leg_only(library: Library) -> None:
    face_down = {technique.muscle for technique in library.techniques.values() if technique.face_down}
    assert face_down == {Q, VL, TFL, FLEXORS}
    for technique in library.techniques.values():
        if technique.tool is Tool.ROLLER:
            assert technique.face_down == (technique.muscle in face_down)
            assert technique.face_down == ("off the floor, or on a cushion" in technique.avoid)


KEEP_OFF: dict[Muscle, tuple[str, ...]] = {
    Q: ("kneecap",),
    VL: ("band", "knee", "hip|side"),
    KNEECAP: ("kneecap itself", "edges of the joint", "back of the knee", "warm, puffy or newly painful"),
    HAM: ("back of the knee", "bone that you sit on"),
    CALF: ("back of the knee", "shin bone", "heel cord", "bulging veins", "any sign or risk of a blood clot"),
    GLUTES: ("tailbone", "low back", "bone on the outer hip", "tingl"),
    TFL: ("hip", "groin"),
    FLEXORS: ("groin", "belly"),
}


@pytest.mark.parametrize("muscle", KEEP_OFF)
def test_what_each_muscle_is_to_be_worked_clear_of(library: Library, muscle: Muscle) -> None:
    of_it = [technique for technique in library.techniques.values() if technique.muscle is muscle]
    assert of_it
    for technique in of_it:
        for place in KEEP_OFF[muscle]:
            assert any(word in said(technique) for word in place.split("|")), (technique.id, place)


def test_tapping_is_not_for_those_who_bruise(library: Library) -> None:
    assert "bruise easily or take blood thinners" in library.techniques["tapping-front-thigh"].avoid


def test_a_pause_is_never_to_be_forced(library: Library) -> None:
    pauses = [technique for technique in library.techniques.values() if technique.tempo.stroke is Stroke.HOLD]
    assert len(pauses) == 6
    assert all("ache" in technique.feel for technique in pauses)


def test_nothing_is_done_on_the_it_band_itself(library: Library) -> None:
    for technique in library.techniques.values():
        if technique.muscle is VL:
            assert "band" in technique.avoid
            assert "knee" in technique.avoid


def test_cues_are_short_enough_to_be_taken_in(library: Library) -> None:
    for technique in library.techniques.values():
        assert technique.cue.count(". ") <= 1, technique.id
        assert len(technique.cue) <= 220, technique.id
        assert len(technique.say) <= 120, technique.id
