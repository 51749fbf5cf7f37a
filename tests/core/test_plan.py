"""From a clearance to stages, each plan written out as the timeline that the user will follow."""

from collections import Counter
from dataclasses import replace

import pytest
from fakes import (
    BALL_AT_WALL,
    CALF_GLIDES,
    KNEE_BENDS,
    OWN_STEP,
    PALM_GLIDES,
    REST,
    ROLLER_FACE_DOWN,
    ROLLER_SITTING,
    SEATED,
    SORE_DAY,
    SQUEEZES,
    START,
    STICK_SWEEPS,
    FakeClock,
    cleared,
    health,
    later,
    phase,
    planned,
    routine_of,
    today,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core.amount import Amount, LastDose
from kneeguide.core.dose import Preferences
from kneeguide.core.limits import LIMIT_OF
from kneeguide.core.pain import Rating
from kneeguide.core.plan import AllSwitchedOffError, ClearanceExpiredError, LeftOut, Legs, Plan, Room, plan, ways_up
from kneeguide.core.questions import CONFIRMABLE, Confirmation, Question
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.routine import Muscle, Phase, Position, Routine, Side, Sides
from kneeguide.core.safety import Clearance, assess
from kneeguide.core.stage import Stage, StageKind

EITHER_LEG = {Side.LEFT, Side.RIGHT}
SHORT_NAMES = {PALM_GLIDES: "palms", CALF_GLIDES: "calf", KNEE_BENDS: "bends", REST: "rest", STICK_SWEEPS: "stick"}


def timeline(stages: tuple[Stage, ...]) -> list[str]:
    """One line a stage: when it begins, what it is, on which leg, for how long and how firmly."""
    lines, at = [], 0.0
    for stage in stages:
        name = SHORT_NAMES[stage.technique]
        sets = f" {stage.set_number}/{stage.sets}" if stage.sets > 1 else ""
        lines.append(f"{at:g} {stage.kind} {name} {stage.side or '-'}{sets} {stage.seconds:g}s p{stage.pressure}")
        at += stage.seconds
    return lines


def made_of(*phases: Phase) -> Routine:
    return replace(SEATED, phases=phases)


def with_yes(routine: Routine, *yes: Question) -> Clearance:
    return cleared(routine, *yes, confirmed=CONFIRMABLE)


def lasting(made: Plan) -> dict[str, float]:
    return {stage.key: stage.seconds for stage in made.stages}


def test_both_legs_the_left_first() -> None:
    assert timeline(planned(SEATED).stages) == [
        "0 get-ready palms left 10s p2",
        "10 work palms left 40s p2",
        "50 change-over palms right 5s p2",
        "55 work palms right 40s p2",
        "95 change-over calf left 5s p2",
        "100 work calf left 30s p2",
        "130 change-over calf right 5s p2",
        "135 work calf right 30s p2",
        "165 change-over bends - 5s p0",
        "170 work bends - 30s p0",
        "200 check-in bends - 5s p0",
    ]


def test_the_more_comfortable_leg_first() -> None:
    legs = [stage.side for stage in planned(SEATED, first=Side.RIGHT).stages if stage.kind is StageKind.WORK]
    assert legs == [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT, None]


def test_one_leg_only() -> None:
    assert timeline(planned(SEATED, legs=Legs.RIGHT, first=Side.LEFT, get_ready=0).stages) == [
        "0 work palms right 40s p2",
        "40 change-over calf right 5s p2",
        "45 work calf right 30s p2",
        "75 change-over bends - 5s p0",
        "80 work bends - 30s p0",
        "110 check-in bends - 5s p0",
    ]


def test_sets_rest_on_the_same_leg_and_change_over_between_legs() -> None:
    routine = made_of(phase(STICK_SWEEPS, 60, sets=2, gap=30, pressure=4), phase(REST, 20, sides=Sides.ONCE, gap=0))
    assert timeline(planned(routine, get_ready=0).stages) == [
        "0 work stick left 1/2 60s p4",
        "60 rest stick left 2/2 30s p4",
        "90 work stick left 2/2 60s p4",
        "150 change-over stick right 1/2 30s p4",
        "180 work stick right 1/2 60s p4",
        "240 rest stick right 2/2 30s p4",
        "270 work stick right 2/2 60s p4",
        "330 change-over rest - 30s p2",
        "360 check-in rest - 20s p2",
    ]


def test_no_gap_no_stage_for_it() -> None:
    routine = made_of(phase(PALM_GLIDES, 40, gap=0))
    assert timeline(planned(routine, get_ready=0).stages) == ["0 work palms left 40s p2", "40 work palms right 40s p2"]


class TestDose:
    def test_the_first_week_is_three_quarters_of_the_time_and_one_lighter(self) -> None:
        assert timeline(planned(SEATED, first_week=True, legs=Legs.LEFT, get_ready=0).stages)[:3] == [
            "0 work palms left 30s p1",
            "30 change-over calf left 5s p1",
            "35 work calf left 22s p1",
        ]

    def test_half_the_dose_is_half_the_time_and_one_lighter(self) -> None:
        assert timeline(planned(SEATED, half_dose=True, legs=Legs.LEFT, get_ready=0).stages)[:3] == [
            "0 work palms left 20s p1",
            "20 change-over calf left 5s p1",
            "25 work calf left 15s p1",
        ]

    def test_half_the_dose_in_the_first_week_is_half(self) -> None:
        both = planned(SEATED, half_dose=True, first_week=True)
        assert lasting(both) == lasting(planned(SEATED, half_dose=True))

    def test_a_bad_day_after_last_time_halves_the_dose_unasked(self) -> None:
        last = later(days=-3).wall
        cleared_sore = assess(
            SEATED, health=health(), today=today(Question.TODAY_AFTER_LAST), last_session=last, now=START
        )
        assert isinstance(cleared_sore, Clearance)
        made = plan(cleared_sore, Preferences(), before=0, now=START)
        assert isinstance(made, Plan)
        assert lasting(made) == lasting(planned(SEATED, half_dose=True))

    @pytest.mark.parametrize(("seconds", "half"), [(60, 30), (12, 6), (9, 5), (5, 5), (3, 3), (1, 1)])
    def test_no_step_gets_shorter_than_five_seconds_by_it(self, seconds: int, half: float) -> None:
        made = planned(made_of(phase(PALM_GLIDES, seconds)), half_dose=True, get_ready=0)
        assert made.stages[0].seconds == half

    @pytest.mark.parametrize(("pressure", "lighter"), [(4, 3), (2, 1), (1, 1), (0, 0)])
    def test_a_touch_stays_a_touch(self, pressure: int, lighter: int) -> None:
        made = planned(made_of(phase(PALM_GLIDES, pressure=pressure)), first_week=True)
        assert {stage.pressure for stage in made.stages if stage.presses} == {lighter}

    def test_pressure_is_capped_by_the_answers(self) -> None:
        routine = made_of(phase(STICK_SWEEPS, pressure=5))
        made = plan(with_yes(routine, Question.ASK_SENSATION), Preferences(), before=0, now=START)
        assert isinstance(made, Plan)
        assert {stage.pressure for stage in made.stages if stage.presses} == {2}

    def test_the_dose_of_a_muscle_is_what_one_leg_gets(self) -> None:
        made = planned(made_of(phase(PALM_GLIDES, 40), phase(SQUEEZES, 45), phase(CALF_GLIDES, 30)))
        assert {side: made.dose(Muscle.QUADS, side) for side in EITHER_LEG} == {Side.LEFT: 85, Side.RIGHT: 85}
        assert made.dose(Muscle.CALF, Side.LEFT) == 30
        assert made.dose(Muscle.GLUTES, Side.LEFT) == 0


def works(made: Plan) -> list[tuple[float, int]]:
    """Seconds and pressure of each set of massage on the left leg."""
    return [(stage.seconds, stage.pressure) for stage in made.stages if stage.presses and stage.side is Side.LEFT]


class TestAmount:
    ROUTINE = made_of(phase(STICK_SWEEPS, 40, pressure=3), phase(CALF_GLIDES, 30, pressure=2), phase(KNEE_BENDS, 30))

    @pytest.mark.parametrize(
        ("preferences", "expected"),
        [
            ({}, [(40, 3), (30, 2)]),
            ({"amount": Amount.LONGER}, [(44, 3), (33, 2)]),
            ({"amount": Amount.FIRMER}, [(40, 4), (30, 3)]),
            ({"amount": Amount.SHORTER}, [(30, 3), (22, 2)]),
            ({"amount": Amount.SHORTER, "first_week": True}, [(22, 2), (17, 1)]),
            ({"amount": Amount.SHORTER, "half_dose": True}, [(20, 2), (15, 1)]),
            ({"last": (LastDose(1, 44, 3), LastDose(2, 33, 2))}, [(44, 3), (33, 2)]),
            ({"last": (LastDose(1, 44, 3),), "amount": Amount.LONGER}, [(48, 3), (33, 2)]),
            ({"last": (LastDose(1, 44, 4),), "amount": Amount.SHORTER}, [(30, 3), (22, 2)]),
            ({"last": (LastDose(1, 44, 4),), "amount": Amount.LONGER, "first_week": True}, [(30, 2), (22, 1)]),
            ({"last": (LastDose(1, 44, 4),), "amount": Amount.FIRMER, "half_dose": True}, [(20, 2), (15, 1)]),
        ],
        ids=str,
    )
    def test_one_step_is_one_change_and_a_gentler_day_takes_none(
        self, preferences: dict[str, object], expected: list[tuple[float, int]]
    ) -> None:
        assert works(planned(self.ROUTINE, **preferences)) == expected

    def test_what_is_no_massage_stays_as_it_is(self) -> None:
        made = planned(self.ROUTINE, amount=Amount.LONGER)
        assert {stage.seconds for stage in made.stages if stage.technique is KNEE_BENDS and not stage.presses} >= {30}
        assert 33 not in {stage.seconds for stage in made.stages if stage.technique is KNEE_BENDS}

    def test_the_sore_day_routine_never_grows(self) -> None:
        last = (LastDose(1, 60, 5),)
        assert works(planned(SORE_DAY, amount=Amount.LONGER, last=last)) == works(planned(SORE_DAY))
        assert works(planned(SORE_DAY, amount=Amount.SHORTER)) == [(30, 1)]

    @pytest.mark.parametrize("amount", [Amount.LONGER, Amount.FIRMER])
    def test_a_muscle_at_its_most_keeps_to_the_last_step_or_to_what_is_written(self, amount: Amount) -> None:
        full = made_of(*(phase(STICK_SWEEPS, 50, pressure=3) for _ in range(4)), phase(CALF_GLIDES, 30, pressure=2))
        longer = works(planned(full, amount=Amount.LONGER))
        assert longer == [(50, 3)] * 4 + [(33, 2)], "220 s would pass the most, 200 do not"
        last = tuple(LastDose(n, 52, 4) for n in range(1, 5))
        assert works(planned(full, amount=Amount.LONGER, last=last))[:4] == [(52, 4)] * 4
        beyond = tuple(LastDose(n, 55, 4) for n in range(1, 5))
        assert works(planned(full, amount=amount, last=beyond))[:4] == [(50, 3)] * 4

    def test_hands_stay_at_4_and_answers_cap_a_step(self) -> None:
        hands = made_of(phase(PALM_GLIDES, pressure=4))
        assert works(planned(hands, amount=Amount.FIRMER)) == [(40, 4)]
        made = plan(
            with_yes(made_of(phase(STICK_SWEEPS, pressure=2)), Question.ASK_SENSATION),
            Preferences(amount=Amount.FIRMER, last=(LastDose(1, 40, 5),)),
            before=0,
            now=START,
        )
        assert isinstance(made, Plan)
        assert works(made) == [(40, 2)]

    def test_only_ways_up_that_change_something_are_offered(self) -> None:
        every = (Amount.SAME, Amount.LONGER, Amount.FIRMER)
        assert ways_up(cleared(self.ROUTINE), Preferences(), every) == every
        assert ways_up(cleared(made_of(phase(STICK_SWEEPS, 60, pressure=3))), Preferences(), every) == (
            Amount.SAME,
            Amount.FIRMER,
        )
        assert ways_up(cleared(made_of(phase(PALM_GLIDES, 40, pressure=4))), Preferences(), every) == (
            Amount.SAME,
            Amount.LONGER,
        )
        assert ways_up(cleared(self.ROUTINE), Preferences(first_week=True), every) == (Amount.SAME,)
        assert ways_up(cleared(self.ROUTINE), Preferences(half_dose=True), (Amount.SHORTER, Amount.SAME)) == (
            Amount.SAME,
        )
        assert ways_up(cleared(SORE_DAY), Preferences(), every) == (Amount.SAME,)
        assert ways_up(cleared(SORE_DAY), Preferences(), (Amount.SHORTER, Amount.SAME)) == (
            Amount.SHORTER,
            Amount.SAME,
        )


class TestKneePainBefore:
    @pytest.mark.parametrize(
        ("before", "half_dose", "sore_day", "refused_with"),
        [
            (None, False, False, Action.ANSWER),
            (None, True, True, Action.ANSWER),
            (0, False, False, None),
            (3, False, False, None),
            (4, False, False, Action.SORE_DAY_ONLY),
            (4, True, False, None),
            (4, False, True, None),
            (6, False, False, Action.SORE_DAY_ONLY),
            (6, True, False, None),
            (6, False, True, None),
            (7, True, True, Action.REST_TODAY),
            (10, True, True, Action.REST_TODAY),
        ],
    )
    def test_what_it_allows(self, before: Rating, half_dose: bool, sore_day: bool, refused_with: Action | None) -> None:
        clearance = cleared(SORE_DAY if sore_day else SEATED)
        outcome = plan(clearance, Preferences(half_dose=half_dose), before=before, now=START)
        assert outcome.reasons == (Reason(refused_with),) if isinstance(outcome, Refusal) else refused_with is None


class TestLimits:
    def test_a_calf_step_is_dropped_for_a_clot_risk_and_the_plan_says_why(self) -> None:
        made = plan(with_yes(SEATED, Question.CLOT_JOURNEY), Preferences(), before=0, now=START)
        assert isinstance(made, Plan)
        assert made.left_out == (LeftOut(CALF_GLIDES, Question.CLOT_JOURNEY),)
        assert timeline(made.stages) == [
            "0 get-ready palms left 10s p2",
            "10 work palms left 40s p2",
            "50 change-over palms right 5s p2",
            "55 work palms right 40s p2",
            "95 change-over bends - 5s p0",
            "100 work bends - 30s p0",
            "130 check-in bends - 5s p0",
        ]

    def test_a_stage_keeps_its_key_when_one_before_it_is_dropped(self) -> None:
        whole = {stage.key: stage.technique for stage in planned(SEATED).stages if stage.kind is StageKind.WORK}
        made = plan(with_yes(SEATED, Question.CLOT_JOURNEY), Preferences(), before=0, now=START)
        assert isinstance(made, Plan)
        assert all(whole[stage.key] is stage.technique for stage in made.stages if stage.kind is StageKind.WORK)

    def test_nothing_left_is_a_refusal(self) -> None:
        on_the_floor = replace(KNEE_BENDS, position=Position.FLOOR)
        routine = routine_of(on_the_floor, replace(on_the_floor, id="another"))
        outcome = plan(with_yes(routine, Question.ADAPT_FLOOR), Preferences(), before=0, now=START)
        assert outcome == Refusal((Reason(Action.OTHER_ROUTINE, Question.ADAPT_FLOOR),))

    def test_movement_without_massage_is_a_plan_if_the_routine_was_never_more(self) -> None:
        assert planned(routine_of(KNEE_BENDS, REST)).left_out == ()


class TestTimeToChangeOver:
    def test_change_overs_get_longer_and_nothing_else_does(self) -> None:
        longer, usual = planned(SEATED, change_over=10), planned(SEATED)
        assert timeline(longer.stages)[:4] == [
            "0 get-ready palms left 10s p2",
            "10 work palms left 40s p2",
            "50 change-over palms right 15s p2",
            "65 work palms right 40s p2",
        ]
        changes = sum(stage.kind is StageKind.CHANGE_OVER for stage in usual.stages)
        assert longer.total_seconds == usual.total_seconds + 10 * changes
        for muscle in Muscle:
            assert longer.dose(muscle, Side.LEFT) == usual.dose(muscle, Side.LEFT)
        assert longer.stages[-1] == usual.stages[-1], "the moment to check in"

    def test_a_rest_on_the_same_leg_stays_as_long_as_the_routine_says(self) -> None:
        routine = made_of(phase(STICK_SWEEPS, 60, sets=2, gap=30))
        rests = [stage for stage in planned(routine, change_over=10).stages if stage.kind is StageKind.REST]
        assert {rest.seconds for rest in rests} == {30}

    def test_where_the_routine_gives_no_time_there_is_some(self) -> None:
        made = planned(made_of(phase(PALM_GLIDES, 40, gap=0)), get_ready=0, change_over=5)
        assert timeline(made.stages) == [
            "0 work palms left 40s p2",
            "40 change-over palms right 5s p2",
            "45 work palms right 40s p2",
        ]


class TestSwitchedOff:
    def test_a_step_that_is_switched_off_is_not_planned_and_is_told(self) -> None:
        made = planned(SEATED, off=frozenset({2}))
        assert made.switched_off == (CALF_GLIDES,)
        assert made.left_out == ()
        assert timeline(made.stages) == [
            "0 get-ready palms left 10s p2",
            "10 work palms left 40s p2",
            "50 change-over palms right 5s p2",
            "55 work palms right 40s p2",
            "95 change-over bends - 5s p0",
            "100 work bends - 30s p0",
            "130 check-in bends - 5s p0",
        ]

    def test_the_other_stages_keep_their_keys(self) -> None:
        keys = {stage.key for stage in planned(SEATED).stages}
        assert {stage.key for stage in planned(SEATED, off=frozenset({1})).stages} < keys

    def test_with_no_massage_left_nothing_starts(self) -> None:
        with pytest.raises(AllSwitchedOffError, match="switch at least one on"):
            planned(SEATED, off=frozenset({1, 2}))

    def test_what_the_answers_rule_out_cannot_be_what_is_left(self) -> None:
        clearance = with_yes(SEATED, Question.CLOT_JOURNEY)
        with pytest.raises(AllSwitchedOffError):
            plan(clearance, Preferences(off=frozenset({1})), before=0, now=START)
        made = plan(clearance, Preferences(off=frozenset({2, 3})), before=0, now=START)
        assert isinstance(made, Plan)
        assert (made.left_out, made.switched_off) == ((LeftOut(CALF_GLIDES, Question.CLOT_JOURNEY),), (KNEE_BENDS,))

    def test_of_a_routine_without_massage_one_step_must_stay(self) -> None:
        routine = routine_of(KNEE_BENDS, REST)
        assert planned(routine, off=frozenset({1})).switched_off == (KNEE_BENDS,)
        with pytest.raises(AllSwitchedOffError):
            planned(routine, off=frozenset({1, 2}))

    def test_no_pain_is_passed_over_by_it(self) -> None:
        refused = plan(cleared(SEATED), Preferences(off=frozenset({1, 2})), before=7, now=START)
        assert refused == Refusal((Reason(Action.REST_TODAY),))


class TestNoWayRound:
    def test_a_plan_cannot_be_made_or_altered_by_hand(self) -> None:
        made = planned(SEATED)
        with pytest.raises(TypeError, match="plan"):
            Plan(made.clearance, made.preferences, made.stages, (), object())
        with pytest.raises(ValueError, match="seal"):
            replace(made, stages=planned(routine_of(ROLLER_SITTING)).stages)
        with pytest.raises(TypeError, match="plan"):
            replace(made, clearance=cleared(SORE_DAY), seal=None)

    def test_a_plan_is_of_the_routine_that_was_cleared(self) -> None:
        assert planned(SORE_DAY).routine is SORE_DAY

    def test_a_clearance_that_is_too_old_makes_no_plan(self) -> None:
        clock = FakeClock()
        clearance = cleared(SEATED, now=clock.now())
        assert isinstance(plan(clearance, Preferences(), before=0, now=clock.move(1800)), Plan)
        with pytest.raises(ClearanceExpiredError, match="answer the short checklist again"):
            plan(clearance, Preferences(), before=0, now=clock.move(1))


phases_of_any_kind = st.builds(
    Phase,
    technique=st.sampled_from(
        [PALM_GLIDES, SQUEEZES, CALF_GLIDES, STICK_SWEEPS, BALL_AT_WALL, ROLLER_FACE_DOWN, KNEE_BENDS, REST, OWN_STEP]
    ),
    seconds=st.integers(1, 300),
    sides=st.sampled_from(Sides),
    sets=st.integers(1, 4),
    gap=st.integers(0, 45),
    pressure=st.integers(0, 10),
)
routines = st.lists(phases_of_any_kind, min_size=1, max_size=6).map(lambda phases: made_of(*phases))
preferences = st.builds(
    Preferences,
    legs=st.sampled_from(Legs),
    first=st.sampled_from(Side),
    first_week=st.booleans(),
    half_dose=st.booleans(),
    get_ready=st.integers(0, 30),
    change_over=st.integers(0, 60),
    amount=st.sampled_from(Amount),
    last=st.lists(
        st.builds(LastDose, st.integers(1, 8), st.integers(5, 90), st.integers(0, 10)),
        max_size=8,
        unique_by=lambda dose: dose.place,
    ).map(tuple),
)


@given(routines, st.sampled_from(Side), st.integers(0, 30))
@settings(deadline=None, max_examples=60)
def test_both_legs_in_full_last_as_long_as_the_routine_says(routine: Routine, first: Side, get_ready: int) -> None:
    made = planned(routine, first=first, get_ready=get_ready)
    assert made.total_seconds == routine.total_seconds + get_ready
    for muscle in Muscle:
        by_leg = {made.dose(muscle, side) for side in EITHER_LEG}
        assert len(by_leg) == 1
        assert by_leg.pop() + made.dose(muscle, None) == routine.dose(muscle)


@given(routines, preferences, st.sets(st.sampled_from(sorted(LIMIT_OF)), max_size=3), st.integers(0, 10) | st.none())
@settings(deadline=None, max_examples=120)
def test_no_plan_holds_what_the_answers_rule_out(
    routine: Routine, chosen: Preferences, yes: set[Question], before: Rating
) -> None:
    answers = yes - {Question.TODAY_AFTER_LAST}
    clearance = assess(
        routine,
        health=health(*answers),
        today=today(),
        confirmations=[Confirmation(question, START.wall) for question in CONFIRMABLE],
        now=START,
    )
    if isinstance(clearance, Refusal):
        assert answers
        return
    made = plan(clearance, chosen, before=before, now=START)
    if isinstance(made, Refusal):
        assert made.reasons
        return
    assert before is not None
    assert before <= (6 if chosen.half_dose else 3)
    assert made.stages
    assert all(stage.seconds > 0 for stage in made.stages)
    assert all(clearance.limits.against(stage.technique) is None for stage in made.stages)
    assert all(0 <= stage.pressure <= clearance.limits.pressure_cap for stage in made.stages)
    assert max(Counter(stage.key for stage in made.stages).values()) == 1
    done = {stage.technique for stage in made.stages}
    dropped = {out.technique for out in made.left_out}
    assert done | dropped == {phase.technique for phase in routine.phases}
    assert not done & dropped


class TestRoomThatTheDayLeaves:
    LEFT, RIGHT = (Muscle.QUADS, Side.LEFT), (Muscle.QUADS, Side.RIGHT)
    TWICE = replace(SEATED, phases=(phase(PALM_GLIDES, 45, sets=2), phase(CALF_GLIDES, 30)))

    def made(self, room: Room, routine: Routine = TWICE) -> Plan | Refusal:
        return plan(cleared(routine), Preferences(), before=0, now=START, room=room)

    def test_steps_are_made_shorter_to_fit_in(self) -> None:
        made = self.made({self.LEFT: 61.0})
        assert isinstance(made, Plan)
        assert [made.dose(Muscle.QUADS, side) for side in Side] == [60.0, 90.0]
        assert made.dose(Muscle.CALF, Side.LEFT) == 30.0

    def test_what_would_come_to_nothing_is_left_out_with_its_gaps_in_order(self) -> None:
        made = self.made({self.LEFT: 0.0, self.RIGHT: 9.0})
        assert isinstance(made, Plan)
        assert [stage.technique for stage in made.stages] == [CALF_GLIDES] * len(made.stages)

    def test_more_room_than_needed_changes_nothing(self) -> None:
        assert self.made({self.LEFT: 90.0}) == self.made({})

    def test_with_no_massage_left_another_routine_is_asked_for(self) -> None:
        refused = self.made(
            {self.LEFT: 0.0, self.RIGHT: 0.0}, replace(SEATED, phases=(phase(PALM_GLIDES), phase(REST)))
        )
        assert refused == Refusal((Reason(Action.OTHER_ROUTINE),))


@given(routines, preferences)
@settings(deadline=None, max_examples=200)
def test_no_step_up_passes_a_cap_that_the_routine_itself_keeps(routine: Routine, wanted: Preferences) -> None:
    made = plan(cleared(routine), wanted, before=0, now=START)
    plain = plan(cleared(routine), replace(wanted, amount=Amount.SAME, last=()), before=0, now=START)
    assert isinstance(made, Plan)
    assert isinstance(plain, Plan)
    written = {stage.key: stage for stage in plain.stages}
    for stage in made.stages:
        before = written[stage.key]
        assert stage.seconds <= max(before.seconds, 60 if stage.presses else 0)
        assert stage.pressure <= max(before.pressure, 5)
    for muscle in Muscle:
        for side in (*Side, None):
            assert made.dose(muscle, side) <= max(plain.dose(muscle, side), 210)
