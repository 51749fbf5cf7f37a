"""The routines that come with KneeGuide, what each is for, needs and rests on."""

from pathlib import Path

import pytest
from fakes import START, cleared

from kneeguide.core.dose import Preferences
from kneeguide.core.library import Library
from kneeguide.core.library_reader import load_library
from kneeguide.core.plan import Plan, plan
from kneeguide.core.questions import CONFIRMABLE, Question
from kneeguide.core.routine import Area, Certainty, Condition, Origin, Position, Routine, Tool

SHIPPED = Path(__file__).parents[2] / "routines"

OA, PF, ITB = Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL, Condition.IT_BAND
NEEDS: dict[str, tuple[set[Condition], set[Tool], set[Position], Certainty]] = {
    "oa-hands-short": ({OA}, {Tool.HANDS}, {Position.CHAIR}, Certainty.LOW_TO_MODERATE),
    "oa-hands-standard": ({OA}, {Tool.HANDS}, {Position.CHAIR}, Certainty.LOW_TO_MODERATE),
    "oa-hands-full": ({OA}, {Tool.HANDS}, {Position.CHAIR}, Certainty.LOW_TO_MODERATE),
    "oa-stick-standard": ({OA, PF}, {Tool.STICK}, {Position.CHAIR}, Certainty.LOW),
    "oa-roller-standard": ({OA}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW),
    "pf-roller-short": ({PF}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW),
    "pf-roller-standard": ({PF}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW),
    "pf-roller-full": ({PF}, {Tool.ROLLER, Tool.BALL}, {Position.FLOOR, Position.WALL}, Certainty.LOW),
    "pf-nofloor-standard": ({PF}, {Tool.STICK, Tool.BALL}, {Position.CHAIR, Position.WALL}, Certainty.LOW),
    "itb-wall-short": ({ITB}, {Tool.BALL}, {Position.WALL}, Certainty.LOW_TO_VERY_LOW),
    "itb-roller-standard": ({ITB}, {Tool.ROLLER}, {Position.FLOOR}, Certainty.LOW_TO_VERY_LOW),
    "itb-roller-full": ({ITB}, {Tool.ROLLER, Tool.BALL}, {Position.FLOOR, Position.WALL}, Certainty.LOW_TO_VERY_LOW),
    "itb-nofloor-standard": (
        {ITB},
        {Tool.STICK, Tool.BALL},
        {Position.CHAIR, Position.WALL},
        Certainty.LOW_TO_VERY_LOW,
    ),
    "calf-ankle-standard": ({OA, PF, ITB}, {Tool.STICK}, {Position.CHAIR}, Certainty.VERY_LOW),
    "desk-break-short": ({OA, PF, ITB}, {Tool.BALL, Tool.HANDS}, {Position.CHAIR}, Certainty.EXPERT_OPINION),
    "flare-gentle-short": ({OA, PF, ITB}, {Tool.HANDS}, {Position.CHAIR}, Certainty.EXPERT_OPINION),
}

SOURCES: dict[str, str] = {
    "oa-hands-short": "atkins-2013 field-2015 racgp-2018 nice-ng226",
    "oa-hands-standard": "atkins-2013 field-2015 perlman-2012 perlman-2019",
    "oa-hands-full": "atkins-2013 pedro-atkins amta-2015",
    "oa-stick-standard": "bradbury-squires-2015 sullivan-2013 older-calf-trial behm-2020",
    "oa-roller-standard": "behm-2020 grabow-2018 saleh-2024",
    "pf-roller-short": "behm-2020 shanghai-2020 jospt-2019",
    "pf-roller-standard": "vaidya-2022 behm-2020 barton-2015 neal-2024",
    "pf-roller-full": "shanghai-2020 behm-2020 wilke-2018",
    "pf-nofloor-standard": "bradbury-squires-2015 behm-2020 shanghai-2020",
    "itb-wall-short": "opara-2023 chaudhry-2008 hutchinson-2022",
    "itb-roller-standard": "opara-2023 park-2022 pepper-2021 mckay-2020",
    "itb-roller-full": "opara-2023 friede-2022 behm-2020",
    "itb-nofloor-standard": "opara-2023 wilke-2018 behm-2020",
    "calf-ankle-standard": "grieve-2022 chang-2021 jena-2022 older-calf-trial",
    "desk-break-short": "behm-2020 field-2015",
    "flare-gentle-short": "aboodarda-2015 atkins-2013",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(SHIPPED, None)


def named(library: Library, id: str) -> Routine:
    return next(routine for routine in library.routines if routine.id == id)


def test_all_files_are_free_of_problems(library: Library) -> None:
    assert library.problems == ()
    assert library.warnings == {}
    assert all(routine.origin is Origin.SHIPPED for routine in library.routines)


def test_there_are_sixteen_each_in_a_file_of_its_name(library: Library) -> None:
    assert len(NEEDS) == len(library.routines) == 16
    assert {path.stem for path in SHIPPED.glob("*.yaml")} == set(NEEDS)
    assert {routine.id: routine.path for routine in library.routines} == {id: SHIPPED / f"{id}.yaml" for id in NEEDS}


@pytest.mark.parametrize("id", NEEDS)
def test_needs_and_certainty(library: Library, id: str) -> None:
    routine = named(library, id)
    conditions, tools, positions, certainty = NEEDS[id]
    assert set(routine.conditions) == conditions
    assert set(routine.tools) == tools
    assert set(routine.positions) == positions
    assert routine.certainty is certainty


@pytest.mark.parametrize("id", SOURCES)
def test_what_each_rests_on(library: Library, id: str) -> None:
    assert [source.id for source in named(library, id).sources] == SOURCES[id].split()


def test_both_tables_cover_every_routine() -> None:
    assert set(SOURCES) == set(NEEDS)


def test_every_step_knows_where_it_is_done(library: Library) -> None:
    assert all(phase.technique.position for routine in library.routines for phase in routine.phases)


def test_what_ends_a_session_off_the_floor_is_done_in_the_chair_where_there_is_one(library: Library) -> None:
    for routine in library.routines:
        if Position.CHAIR in routine.positions:
            assert routine.phases[-1].technique.position is Position.CHAIR


def test_who_takes_blood_thinners_gets_palm_glides_and_no_tapping(library: Library) -> None:
    routine = named(library, "oa-hands-full")
    clearance = cleared(routine, Question.ASK_ANTICOAGULANT, confirmed=CONFIRMABLE)
    made = plan(clearance, Preferences(), before=0, now=START)
    assert isinstance(made, Plan)
    assert [out.technique.id for out in made.left_out] == ["tapping-front-thigh"]
    glides = [stage for stage in made.stages if stage.presses and stage.technique.id == "palm-glides-front-thigh"]
    assert [(stage.seconds, stage.pressure) for stage in glides] == [(60, 2), (60, 2)]


def test_each_condition_area_and_position_is_served(library: Library) -> None:
    assert {condition for routine in library.routines for condition in routine.conditions} == set(Condition)
    assert {area for routine in library.routines for area in routine.areas} == set(Area)
    assert {position for routine in library.routines for position in routine.positions} == set(Position)
    assert {tool for routine in library.routines for tool in routine.tools} == set(Tool)


def test_nobody_needs_the_floor_whatever_they_were_told(library: Library) -> None:
    for condition in Condition:
        seated = [r for r in library.routines if condition in r.conditions and Position.FLOOR not in r.positions]
        assert any(routine.total_seconds <= 360 for routine in seated)
        assert any(600 <= routine.total_seconds <= 720 for routine in seated)
