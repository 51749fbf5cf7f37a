"""The map shows each technique's muscle on the right leg, and all places to keep off on it."""

from functools import cache

import pytest
from fakes import OWN_STEP, PALM_GLIDES
from plane import is_inside

from kneeguide import paths
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.leg_map import (
    MapRole,
    MapShape,
    around,
    draw,
    places,
    pointers,
    whole_legs,
)
from kneeguide.core.leg_shape import View
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Muscle, Side, Technique

LEGS = [None, Side.LEFT, Side.RIGHT]


@cache
def shipped() -> tuple[Technique, ...]:
    library = load_library(paths.routines_dir(), None)
    techniques = {phase.technique.id: phase.technique for routine in library.routines for phase in routine.phases}
    return tuple(technique for technique in techniques.values() if technique.presses)


def of(role: MapRole, shapes: tuple[MapShape, ...]) -> list[MapShape]:
    return [shape for shape in shapes if shape.role is role]


def middle(shape: MapShape) -> float:
    return sum(x for x, _ in shape.points) / len(shape.points)


def test_every_shipped_technique_shows_its_muscle_and_how_it_goes() -> None:
    assert shipped()
    for technique in shipped():
        drawn = [draw(section, technique) for section in around(technique.muscle, Side.RIGHT)]
        assert drawn, technique.id
        assert all(of(MapRole.MUSCLE, shapes) for shapes in drawn), technique.id
        assert any(of(MapRole.TRAVEL, shapes) for shapes in drawn), technique.id


@pytest.mark.parametrize("side", LEGS)
@pytest.mark.parametrize("muscle", Muscle)
def test_a_section_holds_the_whole_muscle_of_the_worked_leg(muscle: Muscle, side: Side | None) -> None:
    technique = next(t for t in (*shipped(), PALM_GLIDES) if t.muscle in (muscle, Muscle.QUADS))
    for section in around(technique.muscle, side):
        left, bottom, right, top = section.box
        for shape in of(MapRole.MUSCLE, draw(section, technique)):
            assert all(left < x < right and bottom < y < top for x, y in shape.points)


@pytest.mark.parametrize("view", View)
def test_the_left_leg_is_the_right_one_mirrored(view: View) -> None:
    right, left = (
        next(section for section in whole_legs(side) if section.view is view) for side in (Side.RIGHT, Side.LEFT)
    )
    assert left.box == (-right.box[2], right.box[1], -right.box[0], right.box[3])
    for one, other in zip(draw(right, PALM_GLIDES), draw(left, PALM_GLIDES), strict=True):
        if one.role is not MapRole.BODY and one.area not in (KeepOff.BELLY, KeepOff.LOW_BACK):
            assert (one.role, one.area) == (other.role, other.area)
            assert middle(one) == pytest.approx(-middle(other))


def test_who_is_seen_from_the_front_faces_us_and_who_is_seen_from_the_side_looks_along_the_leg() -> None:
    front, side, back = whole_legs(Side.RIGHT)
    (front_thigh,) = of(MapRole.MUSCLE, draw(front, PALM_GLIDES))
    assert middle(front_thigh) < 0
    assert front.breadth == back.breadth
    toes = side.box[2]
    assert toes > -side.box[0]
    assert all(middle(shape) > 0 for shape in of(MapRole.LEG, draw(back, PALM_GLIDES)))


def test_both_legs_are_worked_on_where_no_side_is_told() -> None:
    front, side, _ = whole_legs(None)
    assert len(of(MapRole.MUSCLE, draw(front, PALM_GLIDES))) == 2
    assert len(of(MapRole.MUSCLE, draw(side, PALM_GLIDES))) == 1


@pytest.mark.parametrize("side", LEGS)
def test_every_place_to_keep_off_is_on_the_whole_map(side: Side | None) -> None:
    sections = whole_legs(side)
    assert {area for section in sections for area in places(section)} == set(KeepOff)
    drawn = {shape.area for section in sections for shape in of(MapRole.KEEP_OFF, draw(section, None))}
    assert drawn == set(KeepOff)


def test_a_step_that_names_no_muscle_gets_the_whole_map_without_one() -> None:
    assert around(OWN_STEP.muscle, Side.LEFT) == whole_legs(Side.LEFT)
    roles = {shape.role for section in whole_legs(Side.LEFT) for shape in draw(section, OWN_STEP)}
    assert not roles & {MapRole.MUSCLE, MapRole.TRAVEL}
    assert MapRole.KEEP_OFF in roles


@pytest.mark.parametrize(
    ("muscle", "near"),
    [
        (Muscle.QUADS, {KeepOff.KNEECAP, KeepOff.GROIN, KeepOff.FRONT_HIP_BONE, KeepOff.IT_BAND}),
        (Muscle.VASTUS_LATERALIS, {KeepOff.IT_BAND, KeepOff.OUTER_KNEE, KeepOff.OUTER_HIP_BONE}),
        (Muscle.AROUND_KNEECAP, {KeepOff.KNEECAP, KeepOff.OUTER_KNEE}),
        (Muscle.HIP_FLEXORS, {KeepOff.GROIN, KeepOff.BELLY, KeepOff.FRONT_HIP_BONE}),
        (Muscle.TFL, {KeepOff.FRONT_HIP_BONE, KeepOff.OUTER_HIP_BONE, KeepOff.GROIN, KeepOff.BELLY}),
        (Muscle.GLUTES, {KeepOff.LOW_BACK, KeepOff.OUTER_HIP_BONE, KeepOff.SIT_BONE}),
        (Muscle.HAMSTRINGS, {KeepOff.BEHIND_KNEE, KeepOff.SIT_BONE}),
        (Muscle.CALF, {KeepOff.BEHIND_KNEE, KeepOff.SHIN, KeepOff.HEEL_CORD}),
    ],
)
def test_what_lies_next_to_a_muscle_is_on_its_map(muscle: Muscle, near: set[KeepOff]) -> None:
    assert near <= {area for section in around(muscle, Side.RIGHT) for area in places(section)}


def test_a_section_says_where_flesh_is_cut_off() -> None:
    side, back = around(Muscle.CALF, Side.RIGHT)
    assert side.cut == (False, False, False, True)
    assert back.cut == (True, False, False, True)
    (front,) = around(Muscle.HIP_FLEXORS, Side.RIGHT)
    assert front.cut == (False, True, True, True)


@pytest.mark.parametrize("side", LEGS)
def test_each_place_is_pointed_at_once_in_the_order_of_its_number(side: Side | None) -> None:
    pointed = [pointer.area for section in whole_legs(side) for pointer in pointers(section)]
    assert pointed == list(KeepOff)
    assert [area.number for area in pointed] == list(range(1, 13))


@pytest.mark.parametrize("side", LEGS)
def test_a_pointer_ends_in_its_place(side: Side | None) -> None:
    for section in whole_legs(side):
        shapes = of(MapRole.KEEP_OFF, draw(section, None))
        for area, at, _ in pointers(section):
            assert any(shape.area is area and is_inside(at, shape.points) for shape in shapes), area


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_no_pointer_crosses_the_front_of_the_thigh(side: Side) -> None:
    front = whole_legs(side)[0]
    outer = 1 if side is Side.LEFT else -1
    assert {area for area, _, to in pointers(front) if to == -outer} == {KeepOff.BELLY, KeepOff.GROIN}
