"""What is offered first, and what fits a set of choices: tables for clinicians, and rules that hold for any choices."""

from dataclasses import replace

import pytest
from fakes import (
    BALL_AT_WALL,
    CALF_GLIDES,
    KNEE_BENDS,
    PALM_GLIDES,
    ROLLER_FACE_DOWN,
    SEATED,
    STICK_SWEEPS,
    phase,
    routine_of,
)
from hypothesis import given
from hypothesis import strategies as st

from kneeguide import paths
from kneeguide.core.choosing import (
    FIRST_OFFERS,
    Choices,
    Length,
    Offer,
    Told,
    Unnamed,
    choose,
    first_choice,
    instead_of,
    length_of,
    offered_first_for,
    typical_techniques,
)
from kneeguide.core.library_reader import load_library
from kneeguide.core.questions import Question
from kneeguide.core.routine import Area, Condition, Origin, Position, Routine, Sides, Technique, Tool

OA, PF, ITB = Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL, Condition.IT_BAND
ANY, NOT_TOLD = Unnamed.ANY, Unnamed.NOT_TOLD
ALL = tuple(Condition)


def made(id: str, *techniques: Technique, conditions: tuple[Condition, ...] = ALL, own: bool = False) -> Routine:
    origin = Origin.USER if own else Origin.SHIPPED
    return routine_of(*techniques, id=id, title=id.replace("-", " "), conditions=conditions, origin=origin)


ROUTINES = (
    made("calf-ankle-standard", STICK_SWEEPS, CALF_GLIDES),
    made("desk-break-short", PALM_GLIDES, replace(BALL_AT_WALL, position=Position.CHAIR)),
    made("flare-gentle-short", PALM_GLIDES),
    made("itb-nofloor-standard", STICK_SWEEPS, BALL_AT_WALL, conditions=(ITB,)),
    made("itb-roller-full", ROLLER_FACE_DOWN, BALL_AT_WALL, conditions=(ITB,)),
    made("itb-roller-standard", ROLLER_FACE_DOWN, conditions=(ITB,)),
    made("itb-wall-short", BALL_AT_WALL, conditions=(ITB,)),
    made("oa-hands-full", PALM_GLIDES, conditions=(OA,)),
    made("oa-hands-short", PALM_GLIDES, CALF_GLIDES, conditions=(OA,)),
    made("oa-hands-standard", PALM_GLIDES, conditions=(OA,)),
    made("oa-roller-standard", ROLLER_FACE_DOWN, conditions=(OA,)),
    made("oa-stick-standard", STICK_SWEEPS, conditions=(OA, PF)),
    made("pf-nofloor-standard", STICK_SWEEPS, BALL_AT_WALL, conditions=(PF,)),
    made("pf-roller-full", ROLLER_FACE_DOWN, BALL_AT_WALL, conditions=(PF,)),
    made("pf-roller-short", ROLLER_FACE_DOWN, conditions=(PF,)),
    made("pf-roller-standard", ROLLER_FACE_DOWN, conditions=(PF,)),
    made("my-own", PALM_GLIDES, conditions=(), own=True),
    made("my-own-oa", PALM_GLIDES, conditions=(OA,), own=True),
)
"""Like those that come with KneeGuide, in the order of their names, with two of a user's own."""
OFFERS = tuple(Offer(routine) for routine in ROUTINES)


def ids(offers: tuple[Offer, ...]) -> list[str]:
    return [offer.routine.id for offer in offers]


def fitting(**choices: object) -> list[str]:
    return ids(choose(OFFERS, Choices(**choices)))  # type: ignore[arg-type]


def ruling_out(*gone: str) -> tuple[Offer, ...]:
    return tuple(replace(o, ruled_out=Question.ADAPT_BALANCE if o.routine.id in gone else None) for o in OFFERS)


# What is offered first

ORDER_OF_OFFERING: dict[Told, list[str]] = {
    OA: [
        "oa-hands-short",
        "oa-hands-standard",
        "oa-stick-standard",
        "oa-hands-full",
        "my-own-oa",
        "calf-ankle-standard",
        "desk-break-short",
        "flare-gentle-short",
        "oa-roller-standard",
    ],
    PF: [
        "pf-nofloor-standard",
        "pf-roller-short",
        "pf-roller-standard",
        "pf-roller-full",
        "oa-stick-standard",
        "calf-ankle-standard",
        "desk-break-short",
        "flare-gentle-short",
    ],
    ITB: [
        "itb-wall-short",
        "itb-nofloor-standard",
        "itb-roller-standard",
        "itb-roller-full",
        "calf-ankle-standard",
        "desk-break-short",
        "flare-gentle-short",
    ],
    NOT_TOLD: ["desk-break-short", "flare-gentle-short", "my-own"],
    ANY: [routine.id for routine in ROUTINES],
}


@pytest.mark.parametrize("told", ORDER_OF_OFFERING)
def test_the_order_of_offering(told: Told) -> None:
    assert fitting(told=told) == ORDER_OF_OFFERING[told]


@pytest.mark.parametrize(
    ("told", "first"),
    [(OA, "oa-hands-short"), (PF, "pf-nofloor-standard"), (ITB, "itb-wall-short"), (NOT_TOLD, None), (ANY, None)],
)
def test_one_routine_is_the_one_to_begin_with_once_the_pain_has_a_name(told: Told, first: str | None) -> None:
    assert first_choice(OFFERS, told) == first


def test_if_the_first_choice_is_ruled_out_the_next_takes_its_place() -> None:
    assert first_choice(ruling_out("oa-hands-short", "oa-hands-standard"), OA) == "oa-stick-standard"
    assert first_choice(ruling_out(*FIRST_OFFERS[ITB]), ITB) is None


def test_nobodys_own_file_can_claim_the_first_place() -> None:
    own = Offer(made("itb-wall-short", BALL_AT_WALL, conditions=(ITB,), own=True))
    assert first_choice([own], ITB) is None
    assert offered_first_for(own.routine) == ()


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("oa-hands-short", (OA,)),
        ("oa-hands-standard", ()),
        ("pf-nofloor-standard", (PF,)),
        ("itb-wall-short", (ITB,)),
        ("desk-break-short", (NOT_TOLD,)),
        ("flare-gentle-short", (NOT_TOLD,)),
        ("my-own", ()),
    ],
)
def test_a_routine_knows_whom_it_is_offered_to_first(id: str, told: tuple[Told, ...]) -> None:
    assert offered_first_for(next(routine for routine in ROUTINES if routine.id == id)) == told


def test_whatever_comes_with_kneeguide_and_is_offered_first_is_seated_or_standing_and_for_that_condition() -> None:
    library = {routine.id: routine for routine in load_library(paths.routines_dir(), None).routines}
    for told, (first, *_) in ((told, offered) for told, offered in FIRST_OFFERS.items() if offered):
        assert Position.FLOOR not in library[first].positions
        assert told is NOT_TOLD or told in library[first].conditions
    for told, offered in FIRST_OFFERS.items():
        known = [library[id] for id in offered if id in library]
        assert all(told is NOT_TOLD or told in routine.conditions for routine in known)


# What fits


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(1, Length.SHORT), (449, Length.SHORT), (450, Length.STANDARD), (929, Length.STANDARD), (930, Length.FULL)],
)
def test_lengths(seconds: int, length: Length) -> None:
    once = phase(PALM_GLIDES, 1, sides=Sides.ONCE, gap=0)
    routine = replace(SEATED, phases=(once,) * seconds)
    assert routine.total_seconds == seconds
    assert length_of(routine) is length


@pytest.mark.parametrize(
    ("choices", "left"),
    [
        ({"areas": {Area.CALF}}, ["calf-ankle-standard", "oa-hands-short"]),
        ({"told": OA, "areas": {Area.CALF}}, ["oa-hands-short", "calf-ankle-standard"]),
        ({"told": ITB, "areas": {Area.CALF, Area.QUADRICEPS}, "positions": {Position.CHAIR, Position.WALL}},
         ["itb-nofloor-standard", "calf-ankle-standard", "desk-break-short", "flare-gentle-short"]),
        ({"told": ITB, "positions": {Position.WALL}}, ["itb-wall-short"]),
        ({"told": ITB, "positions": {Position.CHAIR}},
         ["calf-ankle-standard", "desk-break-short", "flare-gentle-short"]),
        ({"told": PF, "tools": {Tool.ROLLER}}, ["pf-roller-short", "pf-roller-standard"]),
        ({"told": PF, "tools": {Tool.STICK}}, ["oa-stick-standard", "calf-ankle-standard"]),
        ({"told": PF, "tools": {Tool.STICK, Tool.BALL}},
         ["pf-nofloor-standard", "oa-stick-standard", "calf-ankle-standard", "desk-break-short"]),
        ({"told": NOT_TOLD, "tools": {Tool.HANDS}}, ["flare-gentle-short", "my-own"]),
        ({"told": NOT_TOLD, "words": "DESK  break"}, ["desk-break-short"]),
        ({"words": "nothing says this"}, []),
        ({"lengths": {Length.FULL}}, []),
    ],
)  # fmt: skip
def test_choices_narrow_down(choices: dict[str, object], left: list[str]) -> None:
    sets = {kind: frozenset(value) if isinstance(value, set) else value for kind, value in choices.items()}
    assert fitting(**sets) == left


def test_a_search_looks_through_whatever_is_said_of_a_routine() -> None:
    found = choose(OFFERS, Choices(words="Straße oa"), lambda routine: f"STRASSE {routine.id}")
    assert all("oa" in offer.routine.id for offer in found)
    assert found


def test_favourites_keep_the_order_of_offering() -> None:
    liked = tuple(replace(o, favourite=o.routine.id in ("oa-roller-standard", "oa-hands-short")) for o in OFFERS)
    assert ids(choose(liked, Choices(OA, only_favourites=True))) == ["oa-hands-short", "oa-roller-standard"]


def test_what_was_done_lately_comes_newest_first() -> None:
    places = {"my-own": 0, "itb-wall-short": 1, "calf-ankle-standard": 2}
    done = tuple(replace(offer, lately=places.get(offer.routine.id)) for offer in OFFERS)
    assert ids(choose(done, Choices(only_done_lately=True))) == list(places)
    assert ids(choose(done, Choices(ITB, only_done_lately=True))) == ["itb-wall-short", "calf-ankle-standard"]


def test_what_is_ruled_out_comes_last_and_is_still_there() -> None:
    offers = ruling_out("itb-wall-short", "itb-roller-full")
    ordered = ids(choose(offers, Choices(ITB)))
    assert ordered[-2:] == ["itb-wall-short", "itb-roller-full"]
    assert set(ordered) == set(ORDER_OF_OFFERING[ITB])


# What suits instead


@pytest.mark.parametrize(
    ("id", "gone", "nearest"),
    [
        ("itb-roller-standard", [], ["itb-wall-short", "itb-nofloor-standard"]),
        ("itb-wall-short", FIRST_OFFERS[ITB], ["calf-ankle-standard", "desk-break-short"]),
        ("oa-stick-standard", ["oa-stick-standard"], ["oa-hands-short", "oa-hands-standard"]),
        ("calf-ankle-standard", ["calf-ankle-standard"], ["desk-break-short", "flare-gentle-short"]),
        ("my-own", ["my-own", "flare-gentle-short"], ["desk-break-short", "calf-ankle-standard"]),
    ],
)
def test_what_is_offered_instead(id: str, gone: list[str], nearest: list[str]) -> None:
    routine = next(routine for routine in ROUTINES if routine.id == id)
    assert [other.id for other in instead_of(routine, ruling_out(*gone))[:2]] == nearest


def test_nothing_is_offered_where_nothing_suits() -> None:
    assert instead_of(ROUTINES[0], ruling_out(*(routine.id for routine in ROUTINES))) == ()


# Whatever is chosen

CHOICES = st.builds(
    Choices,
    told=st.sampled_from([*Condition, *Unnamed]),
    areas=st.frozensets(st.sampled_from(Area)),
    tools=st.frozensets(st.sampled_from(Tool)),
    positions=st.frozensets(st.sampled_from(Position)),
    lengths=st.frozensets(st.sampled_from(Length)),
    words=st.sampled_from(["", "oa", "roller", "my own", "hands short", "?"]),
    only_favourites=st.booleans(),
    only_done_lately=st.booleans(),
)
STATES = st.tuples(
    *(
        st.builds(
            Offer,
            st.just(routine),
            favourite=st.booleans(),
            lately=st.none() | st.integers(0, 4),
            ruled_out=st.none() | st.just(Question.ADAPT_FLOOR),
        )
        for routine in ROUTINES
    )
)
OF_MANY = ("areas", "tools", "positions", "lengths")
OPTIONS = st.sampled_from([*Area, *Tool, *Position, *Length])


@given(offers=STATES, choices=CHOICES)
def test_choosing_only_ever_leaves_out_and_orders(offers: tuple[Offer, ...], choices: Choices) -> None:
    chosen = choose(offers, choices)
    assert set(chosen) <= set(offers)
    assert len(set(ids(chosen))) == len(chosen)
    greyed = [offer.ruled_out is not None for offer in chosen]
    assert greyed == sorted(greyed)
    assert choose(chosen, choices) == chosen
    if choices.only_favourites:
        assert all(offer.favourite for offer in chosen)
    if choices.told is NOT_TOLD:
        assert all(offer.routine.conditions in ((), ALL) for offer in chosen)


@given(offers=STATES, choices=CHOICES)
def test_each_kind_of_choice_narrows_on_its_own(offers: tuple[Offer, ...], choices: Choices) -> None:
    chosen = set(ids(choose(offers, choices)))
    bare = Choices()
    alone = [
        replace(bare, **{kind: getattr(choices, kind)})
        for kind in ("told", *OF_MANY, "words", "only_favourites", "only_done_lately")
    ]
    assert chosen == set.intersection(*(set(ids(choose(offers, each))) for each in alone))


@given(offers=STATES, choices=CHOICES, option=OPTIONS)
def test_more_of_one_kind_never_takes_away(
    offers: tuple[Offer, ...], choices: Choices, option: Area | Tool | Position | Length
) -> None:
    more = choices.adding(option)
    kinds = [
        kind for kind in ("areas", "tools", "positions", "lengths") if getattr(more, kind) != getattr(choices, kind)
    ]
    assert len(kinds) <= 1
    if kinds and getattr(choices, kinds[0]):
        assert set(ids(choose(offers, choices))) <= set(ids(choose(offers, more)))
    assert more.adding(option) == more


@given(offers=STATES, told=st.sampled_from([*Condition, *Unnamed]))
def test_the_first_choice_heads_the_list(offers: tuple[Offer, ...], told: Told) -> None:
    first = first_choice(offers, told)
    if first is not None:
        assert ids(choose(offers, Choices(told)))[0] == first


@given(offers=STATES, place=st.integers(0, len(ROUTINES) - 1))
def test_instead_is_everything_else_that_suits(offers: tuple[Offer, ...], place: int) -> None:
    routine = ROUTINES[place]
    others = instead_of(routine, offers)
    assert {other.id for other in others} == {o.routine.id for o in offers if not o.ruled_out} - {routine.id}
    assert len(others) == len(set(others))


def dosed(id: str, *doses: tuple[Technique, int]) -> Routine:
    return Routine(id, id, tuple(phase(technique, seconds=seconds) for technique, seconds in doses))


@pytest.mark.parametrize(
    ("routines", "pictured"),
    [
        ([dosed("a", (PALM_GLIDES, 30), (CALF_GLIDES, 40))], [CALF_GLIDES]),
        ([dosed("a", (PALM_GLIDES, 40), (CALF_GLIDES, 40))], [PALM_GLIDES]),
        ([dosed("a", (KNEE_BENDS, 60), (CALF_GLIDES, 30))], [CALF_GLIDES]),
        ([dosed("a", (KNEE_BENDS, 60))], [KNEE_BENDS]),
        ([dosed("a", (PALM_GLIDES, 40)), dosed("b", (PALM_GLIDES, 40), (CALF_GLIDES, 30))], [PALM_GLIDES, CALF_GLIDES]),
        ([dosed("a", (PALM_GLIDES, 40)), dosed("b", (PALM_GLIDES, 60))], [PALM_GLIDES, PALM_GLIDES]),
        ([], []),
    ],
)
def test_a_routine_is_pictured_by_its_longest_massage_that_pictures_none_before_it(
    routines: list[Routine], pictured: list[Technique]
) -> None:
    assert list(typical_techniques(routines).values()) == pictured


def test_no_two_shipped_routines_look_alike() -> None:
    routines = load_library(paths.routines_dir(), None).routines
    assert len({technique.id for technique in typical_techniques(routines).values()}) == len(routines)
