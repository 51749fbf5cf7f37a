"""The gate, as tables that a clinician can review, and the ways round it that must not exist."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from fakes import (
    BALL_AT_WALL,
    CALF_GLIDES,
    KNEE_BENDS,
    KNEE_CIRCLES,
    OWN_STEP,
    PALM_GLIDES,
    REST,
    ROLLER_FACE_DOWN,
    ROLLER_SITTING,
    SEATED,
    SORE_DAY,
    START,
    STICK_SWEEPS,
    TAPPING,
    FakeClock,
    cleared,
    health,
    later,
    routine_of,
    today,
    verdict,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core.clock import Moment
from kneeguide.core.limits import CAUTIONS, PRESSURE_CAP, Limits
from kneeguide.core.questions import (
    CONFIRMABLE,
    FOLLOW_UP,
    HEALTH,
    TODAY,
    Answer,
    Answers,
    Confirmation,
    Lock,
    Question,
)
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.routine import Area, Origin, Routine, Technique
from kneeguide.core.safety import Clearance, assess, health_is_good, offers, standing

Q = Question

EVERYTHING = routine_of(
    PALM_GLIDES,
    TAPPING,
    CALF_GLIDES,
    KNEE_CIRCLES,
    STICK_SWEEPS,
    BALL_AT_WALL,
    ROLLER_FACE_DOWN,
    ROLLER_SITTING,
    KNEE_BENDS,
    REST,
)
"""One step of each kind, so that a row of the table can say which of them an answer takes away."""

STICK, BALL, ROLLER = {STICK_SWEEPS}, {BALL_AT_WALL}, {ROLLER_FACE_DOWN, ROLLER_SITTING}
ALL_BY_HAND = {PALM_GLIDES, TAPPING, CALF_GLIDES, KNEE_CIRCLES}
ALL_TOOLS = STICK | BALL | ROLLER
CALF, KNEECAP, TAPS, PRONE = {CALF_GLIDES}, {KNEE_CIRCLES}, {TAPPING}, {ROLLER_FACE_DOWN}

UNTIL_RULED_OUT = "until a clinician has ruled it out"


@dataclass(frozen=True)
class Then:
    """What is left once the session may go ahead: the pressure cap, and which steps are not done."""

    cap: int = PRESSURE_CAP
    without: frozenset[Technique] = frozenset()


def then(cap: int = PRESSURE_CAP, without: Iterable[Technique] = ()) -> Then:
    return Then(cap, frozenset(without))


NEVER = None
"""No statement lifts it: the answer itself must have changed, or the time be over."""

THE_GATE = [
    # a yes to this           what to do                  locked for         once a professional has seen to it
    (Q.EMERGENCY_BREATHING, Action.CALL_EMERGENCY, UNTIL_RULED_OUT, then()),
    (Q.EMERGENCY_COLD_LEG, Action.CALL_EMERGENCY, UNTIL_RULED_OUT, then()),
    (Q.EMERGENCY_SADDLE, Action.CALL_EMERGENCY, UNTIL_RULED_OUT, then()),
    (Q.EMERGENCY_SHAPE, Action.CALL_EMERGENCY, UNTIL_RULED_OUT, then()),
    (Q.EMERGENCY_TIGHT, Action.CALL_EMERGENCY, UNTIL_RULED_OUT, then()),
    #
    (Q.STOP_DVT_SWELLING, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.STOP_DVT_PAIN, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.STOP_DVT_SKIN, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.STOP_DVT_KNOWN, Action.ASK_TREATING_TEAM, None, NEVER),
    (Q.STOP_INFECTION, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.STOP_OSTEOMYELITIS, Action.ASK_TREATING_TEAM, None, NEVER),
    (Q.STOP_ACUTE_INJURY, Action.WAIT, timedelta(hours=72), NEVER),
    (Q.STOP_FRACTURE, Action.SAME_DAY_CARE, None, NEVER),
    (Q.STOP_KNEE_RED_FLAGS, Action.SAME_DAY_CARE, None, NEVER),
    (Q.STOP_WOUND, Action.OTHER_ROUTINE, None, NEVER),  # it was not told where, so it may be anywhere
    (Q.STOP_MYOSITIS, Action.SEE_CLINICIAN, None, NEVER),
    (Q.STOP_SURGERY, Action.ASK_TREATING_TEAM, None, then(without=CALF)),
    (Q.STOP_UNEXPLAINED, Action.SEE_CLINICIAN, None, NEVER),
    #
    (Q.CLOT_BED_REST, Action.ASK_FIRST, None, then(without=CALF)),
    (Q.CLOT_WEAK_LEG, Action.ASK_FIRST, None, then(without=CALF)),
    (Q.CLOT_SURGERY, Action.ASK_FIRST, None, then(without=CALF)),
    (Q.CLOT_JOURNEY, Action.ASK_FIRST, None, then(without=CALF)),
    (Q.CLOT_HORMONES, Action.ASK_FIRST, None, then(without=CALF)),
    #
    (Q.ASK_ANTICOAGULANT, Action.ASK_FIRST, None, then(2, ALL_TOOLS | TAPS)),
    (Q.ASK_OSTEOPOROSIS, Action.ASK_FIRST, None, then(3, ROLLER | BALL)),  # the ball is used standing at a wall
    (Q.ASK_PREV_CLOT, Action.ASK_FIRST, None, then(2, ALL_TOOLS | CALF)),
    (Q.ASK_PREGNANCY, Action.ASK_FIRST, None, then(2, ALL_TOOLS | CALF)),
    (Q.ASK_CANCER, Action.ASK_FIRST, None, then(2, ALL_TOOLS | CALF)),
    (Q.ASK_CIRCULATION, Action.ASK_FIRST, None, then(2, ALL_TOOLS)),
    (Q.ASK_SENSATION, Action.ASK_FIRST, None, then(2)),
    (Q.ASK_IMPLANT, Action.ASK_FIRST, None, then(without=KNEECAP)),
    (Q.ASK_INFLAMMATORY, Action.ASK_FIRST, None, then(3, ALL_TOOLS)),
    (Q.ASK_HEART_KIDNEY, Action.ASK_FIRST, None, then(2, ALL_TOOLS)),
    (Q.ASK_INJECTION, Action.WAIT, timedelta(days=7), then()),
    (Q.ASK_UNDER18, Action.ADULTS_ONLY, None, NEVER),
    #
    (Q.TODAY_LEG_CHANGE, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.TODAY_UNWELL, Action.SAME_DAY_CARE, UNTIL_RULED_OUT, then()),
    (Q.TODAY_INJURY, Action.WAIT, timedelta(hours=72), NEVER),
    (Q.TODAY_SKIN, Action.OTHER_ROUTINE, None, NEVER),
    (Q.TODAY_NUMBNESS, Action.SEE_CLINICIAN, None, NEVER),
    (Q.TODAY_AFTER_LAST, Action.WAIT, timedelta(hours=48), NEVER),
]

THE_PLAN_CHANGES = [
    # a yes to this           the session goes ahead with
    (Q.ADAPT_VEINS, then(2)),
    (Q.ADAPT_FRAGILE_SKIN, then(without=ALL_TOOLS)),
    (Q.ADAPT_SKIN_PATCH, then()),
    (Q.ADAPT_SORE_HANDS, then(without=ALL_BY_HAND | ROLLER)),  # the hands steer a roller too
    (Q.ADAPT_BALANCE, then(without=BALL | ROLLER)),
    (Q.ADAPT_FLOOR, then(without=ROLLER)),
    (Q.ADAPT_SHOULDER_BACK, then(without=PRONE)),
]

OF_ITS_OWN = {Q.ASK_WIDESPREAD, Q.FLARING_NOW}
"""Questions with a rule that no row holds; each has its own test below."""


def left_with(clearance: Clearance) -> Then:
    limits = clearance.limits
    ruled_out = {phase.technique for phase in clearance.routine.phases if limits.against(phase.technique)}
    return then(limits.pressure_cap, ruled_out)


def refused(outcome: Clearance | Refusal) -> Refusal:
    assert isinstance(outcome, Refusal)
    return outcome


def answered(*yes: Question, at: Moment = START) -> dict[str, Answers]:
    return {
        "health": health(*(q for q in yes if q not in TODAY), at=at),
        "today": today(*(q for q in yes if q in TODAY), at=at),
    }


def test_every_question_has_its_row() -> None:
    rows = [row[0] for row in (*THE_GATE, *THE_PLAN_CHANGES)]
    assert len(rows) == len(set(rows))
    assert set(rows) | OF_ITS_OWN == set(Question)
    assert set(HEALTH) | set(TODAY) | set(FOLLOW_UP.values()) == set(Question)


def test_no_to_everything_goes_ahead_without_limits() -> None:
    clearance = cleared(EVERYTHING)
    assert clearance.limits == Limits()
    assert left_with(clearance) == then()
    assert not clearance.limits.half_dose
    assert (clearance.routine, clearance.issued) == (EVERYTHING, START)


@pytest.mark.parametrize(("question", "action", "locked_for", "after"), THE_GATE)
def test_a_yes_refuses(question: Question, action: Action, locked_for: object, after: Then | None) -> None:
    refusal = refused(verdict(EVERYTHING, question))
    until = START.wall + locked_for if isinstance(locked_for, timedelta) else None
    assert refusal.reasons == (Reason(action, question, until),)
    assert refusal.until == until
    assert refusal.locks == ((Lock(question, START.wall, until),) if locked_for else ())
    assert refusal.confirmable == ((question,) if after else ())


@pytest.mark.parametrize(("question", "action", "locked_for", "after"), THE_GATE)
def test_a_statement_made_later_lifts_what_it_may(
    question: Question, action: Action, locked_for: object, after: Then | None
) -> None:
    now = later(minutes=20)
    statement = Confirmation(question, later(minutes=10).wall)
    outcome = assess(EVERYTHING, **answered(question), confirmations=[statement], now=now)
    assert (left_with(outcome) if isinstance(outcome, Clearance) else NEVER) == after


@pytest.mark.parametrize("question", sorted(CONFIRMABLE))
@pytest.mark.parametrize("stated", [later(seconds=-1), later(days=40)], ids=["before the answer", "in the future"])
def test_a_statement_at_another_time_lifts_nothing(question: Question, stated: Moment) -> None:
    statement = Confirmation(question, stated.wall)
    refusal = refused(assess(SORE_DAY, **answered(question), confirmations=[statement], now=later(minutes=1)))
    assert question in [reason.question for reason in refusal.reasons]


@pytest.mark.parametrize("question", sorted(CONFIRMABLE))
def test_a_statement_about_something_else_lifts_nothing(question: Question) -> None:
    others = CONFIRMABLE - {question}
    assert question in refused(verdict(SORE_DAY, question, confirmed=others)).confirmable


@pytest.mark.parametrize(("question", "after"), THE_PLAN_CHANGES)
def test_a_yes_changes_the_plan(question: Question, after: Then) -> None:
    assert left_with(cleared(EVERYTHING, question)) == after


@pytest.mark.parametrize("question", sorted(HEALTH))
def test_an_unanswered_health_question_asks_for_the_list(question: Question) -> None:
    refusal = refused(assess(SEATED, health=health(without=[question]), today=today(), now=START))
    assert refusal.reasons == (Reason(Action.ANSWER_HEALTH),)


@pytest.mark.parametrize("question", TODAY)
def test_an_unanswered_question_of_today_is_asked_for(question: Question) -> None:
    refusal = refused(assess(SEATED, health=health(), today=today(without=[question]), now=START))
    assert refusal.reasons == (Reason(Action.ANSWER, question),)


def test_no_list_at_all_asks_for_the_list() -> None:
    assert refused(assess(SEATED, health=None, today=today(), now=START)).reasons == (Reason(Action.ANSWER_HEALTH),)
    nothing = Answers({}, START.wall)
    assert len(refused(assess(SEATED, health=health(), today=nothing, now=START)).reasons) == len(TODAY)


@pytest.mark.parametrize("nonsense", [None, "", "maybe", True, False, 0])
def test_nothing_but_yes_and_no_can_be_given_as_an_answer(nonsense: object) -> None:
    with pytest.raises(ValueError, match="not a valid Answer"):
        Answers({Q.TODAY_SKIN: nonsense}, START.wall)  # type: ignore[dict-item]


def test_the_word_yes_counts_as_yes() -> None:
    assert Answers({"today-skin": "yes"}, START.wall).yes(Q.TODAY_SKIN)  # type: ignore[dict-item]


class TestMoreThanOneAnswer:
    def test_the_most_urgent_comes_first(self) -> None:
        refusal = refused(
            verdict(EVERYTHING, Q.ASK_CANCER, Q.TODAY_INJURY, Q.STOP_FRACTURE, Q.EMERGENCY_SHAPE, Q.STOP_MYOSITIS)
        )
        assert [reason.question for reason in refusal.reasons] == [
            Q.EMERGENCY_SHAPE,
            Q.STOP_FRACTURE,
            Q.STOP_MYOSITIS,
            Q.TODAY_INJURY,
            Q.ASK_CANCER,
        ]

    def test_a_date_is_promised_only_if_every_reason_has_one(self) -> None:
        waits = refused(verdict(EVERYTHING, Q.TODAY_INJURY, Q.ASK_INJECTION))
        assert waits.until == later(days=7).wall
        assert refused(verdict(EVERYTHING, Q.TODAY_INJURY, Q.STOP_MYOSITIS)).until is None

    def test_a_clot_sign_stops_whatever_was_agreed_about_a_risk(self) -> None:
        refusal = refused(verdict(EVERYTHING, Q.ASK_PREV_CLOT, Q.TODAY_LEG_CHANGE, confirmed=[Q.ASK_PREV_CLOT]))
        assert refusal.reasons == (Reason(Action.SAME_DAY_CARE, Q.TODAY_LEG_CHANGE),)

    def test_limits_add_up(self) -> None:
        clearance = cleared(EVERYTHING, Q.ASK_ANTICOAGULANT, Q.CLOT_JOURNEY, confirmed=CONFIRMABLE)
        assert left_with(clearance) == then(2, ALL_TOOLS | TAPS | CALF)

    def test_a_caution_is_carried_along(self) -> None:
        for question in CAUTIONS:
            assert cleared(EVERYTHING, question, confirmed=CONFIRMABLE).limits.cautions == (question,)

    def test_an_emergency_does_not_wait_for_the_rest_of_the_list(self) -> None:
        unfinished = health(Q.EMERGENCY_BREATHING, without=[Q.ASK_CANCER])
        refusal = refused(assess(SEATED, health=unfinished, today=today(), now=START))
        assert refusal.reasons == (
            Reason(Action.CALL_EMERGENCY, Q.EMERGENCY_BREATHING),
            Reason(Action.ANSWER_HEALTH),
        )

    def test_a_sign_locks_although_another_answer_is_missing(self) -> None:
        unfinished = today(Q.TODAY_LEG_CHANGE, without=[Q.TODAY_SKIN])
        refusal = refused(assess(SEATED, health=health(), today=unfinished, now=START))
        assert refusal.reasons == (Reason(Action.ANSWER, Q.TODAY_SKIN),)
        assert refusal.locks == (Lock(Q.TODAY_LEG_CHANGE, START.wall, None),)


class TestRulesOfTheirOwn:
    def test_widespread_pain_is_left_the_sore_day_routine(self) -> None:
        assert refused(verdict(SORE_DAY, Q.ASK_WIDESPREAD)).reasons == (Reason(Action.ASK_FIRST, Q.ASK_WIDESPREAD),)
        refusal = refused(verdict(SEATED, Q.ASK_WIDESPREAD, confirmed=[Q.ASK_WIDESPREAD]))
        assert refusal.reasons == (Reason(Action.SORE_DAY_ONLY, Q.ASK_WIDESPREAD),)
        assert refusal.confirmable == ()
        assert cleared(SORE_DAY, Q.ASK_WIDESPREAD, confirmed=[Q.ASK_WIDESPREAD]).limits.pressure_cap == 2

    def test_nobody_else_can_claim_to_be_the_sore_day_routine(self) -> None:
        claimed = replace(EVERYTHING, id=SORE_DAY.id, origin=Origin.USER)
        refusal = refused(verdict(claimed, Q.ASK_WIDESPREAD, confirmed=[Q.ASK_WIDESPREAD]))
        assert refusal.reasons == (Reason(Action.SORE_DAY_ONLY, Q.ASK_WIDESPREAD),)

    def test_an_inflamed_joint_that_flares_stops_whatever_was_agreed(self) -> None:
        refusal = refused(verdict(EVERYTHING, Q.ASK_INFLAMMATORY, Q.FLARING_NOW, confirmed=[Q.ASK_INFLAMMATORY]))
        assert refusal.reasons == (Reason(Action.REST_FLARE, Q.FLARING_NOW),)
        assert refusal.confirmable == ()

    def test_whether_it_flares_must_be_answered_after_a_yes_and_only_then(self) -> None:
        untold = health(Q.ASK_INFLAMMATORY, without=[Q.FLARING_NOW])
        assert not health_is_good(untold, START.wall)
        assert health_is_good(health(), START.wall)

    def test_a_wound_takes_away_its_area_and_no_more(self) -> None:
        told = health(Q.STOP_WOUND, wound_areas=[Area.QUADRICEPS])
        outcome = assess(EVERYTHING, health=told, today=today(), now=START)
        assert isinstance(outcome, Clearance)
        assert left_with(outcome).without == {
            PALM_GLIDES,
            TAPPING,
            KNEE_CIRCLES,
            STICK_SWEEPS,
            ROLLER_FACE_DOWN,
        }

    def test_a_new_wound_takes_away_its_area_besides_the_old_one(self) -> None:
        outcome = assess(
            EVERYTHING,
            health=health(Q.STOP_WOUND, wound_areas=[Area.CALF]),
            today=today(Q.TODAY_SKIN, wound_areas=[Area.HAMSTRINGS]),
            now=START,
        )
        assert isinstance(outcome, Clearance)
        assert left_with(outcome).without == {CALF_GLIDES, ROLLER_SITTING}

    def test_a_wound_on_all_that_the_routine_works_on_refuses_it(self) -> None:
        told = today(Q.TODAY_SKIN, wound_areas=[Area.CALF])
        refusal = refused(assess(routine_of(CALF_GLIDES, REST), health=health(), today=told, now=START))
        assert refusal.reasons == (Reason(Action.OTHER_ROUTINE, Q.TODAY_SKIN),)

    @pytest.mark.parametrize("wound", [Q.STOP_WOUND, Q.TODAY_SKIN])
    def test_broken_skin_and_narrowed_arteries_together_refuse_everywhere(self, wound: Question) -> None:
        outcome = assess(
            EVERYTHING,
            health=health(*({Q.ASK_CIRCULATION, wound} - set(TODAY)), wound_areas=[Area.CALF]),
            today=today(*({wound} & set(TODAY)), wound_areas=[Area.CALF]),
            confirmations=[Confirmation(Q.ASK_CIRCULATION, START.wall)],
            now=START,
        )
        assert refused(outcome).reasons == (Reason(Action.ASK_TREATING_TEAM, wound),)

    def test_a_calf_routine_is_refused_for_a_clot_risk_and_no_statement_brings_it_back(self) -> None:
        refusal = refused(verdict(routine_of(CALF_GLIDES, REST), Q.CLOT_JOURNEY, confirmed=[Q.CLOT_JOURNEY]))
        assert refusal.reasons == (Reason(Action.OTHER_ROUTINE, Q.CLOT_JOURNEY),)
        assert refusal.confirmable == ()

    def test_a_step_that_does_not_say_what_it_is_falls_to_any_limit_it_might_fall_to(self) -> None:
        own = replace(routine_of(OWN_STEP, PALM_GLIDES), origin=Origin.USER)
        for question, after in [*((row[0], row[3]) for row in THE_GATE), *THE_PLAN_CHANGES]:
            outcome = verdict(own, question, confirmed=CONFIRMABLE)
            if after is not None and isinstance(outcome, Clearance):
                assert (OWN_STEP in left_with(outcome).without) == bool(after.without), question


class TestLocks:
    """What a yes leaves behind, whatever is answered afterwards and however often the program is started."""

    @pytest.mark.parametrize(("question", "action", "locked_for", "after"), THE_GATE)
    def test_a_lock_holds_after_the_answer_is_changed_to_no(
        self, question: Question, action: Action, locked_for: object, after: Then | None
    ) -> None:
        kept = refused(verdict(SEATED, question)).locks
        changed = verdict(SEATED, now=later(minutes=5), locks=kept)
        assert isinstance(changed, Refusal) == (locked_for is not None)
        if isinstance(changed, Refusal):
            assert [(reason.action, reason.question) for reason in changed.reasons] == [(action, question)]

    @pytest.mark.parametrize("question", [row[0] for row in THE_GATE if row[2] == UNTIL_RULED_OUT])
    def test_a_clot_or_infection_lock_never_opens_by_itself(self, question: Question) -> None:
        kept = refused(verdict(SEATED, question)).locks
        assert isinstance(verdict(SEATED, now=later(days=3650), locks=kept), Refusal)
        came_back = later(days=1)
        assert isinstance(verdict(SEATED, now=came_back, locks=kept, confirmed=[question]), Clearance)

    def test_a_sign_told_again_after_it_was_ruled_out_locks_anew(self) -> None:
        kept = refused(verdict(SEATED, Q.TODAY_LEG_CHANGE)).locks
        ruled_out = [Confirmation(Q.TODAY_LEG_CHANGE, later(days=1).wall)]
        again = later(days=2)
        outcome = assess(
            SEATED, **answered(Q.TODAY_LEG_CHANGE, at=again), locks=kept, confirmations=ruled_out, now=again
        )
        assert refused(outcome).locks == (Lock(Q.TODAY_LEG_CHANGE, again.wall, None),)

    @pytest.mark.parametrize(
        ("told", "opens"),
        [
            (None, later(hours=72)),
            (later(hours=-10), later(hours=62)),
            (later(hours=-71), later(hours=1)),
            (later(hours=5), later(hours=72)),
        ],
        ids=["not told", "ten hours ago", "71 hours ago", "in the future counts as now"],
    )
    @pytest.mark.parametrize("question", [Q.STOP_ACUTE_INJURY, Q.TODAY_INJURY])
    def test_an_injury_rests_for_72_hours(self, question: Question, told: Moment | None, opens: Moment) -> None:
        injured_at = told.wall if told else None
        outcome = assess(
            SEATED,
            health=replace(health(*{question} - set(TODAY)), injured_at=injured_at),
            today=replace(today(*{question} & set(TODAY)), injured_at=injured_at),
            now=START,
        )
        refusal = refused(outcome)
        assert refusal.until == opens.wall
        just_before = Moment(opens.steady - 1, opens.wall - timedelta(seconds=1))
        assert isinstance(verdict(SEATED, now=just_before, locks=refusal.locks), Refusal)
        assert isinstance(verdict(SEATED, now=opens, locks=refusal.locks), Clearance)

    @pytest.mark.parametrize("hours", [72, 100])
    def test_an_injury_that_is_72_hours_old_no_longer_stops(self, hours: int) -> None:
        told = replace(today(Q.TODAY_INJURY), injured_at=later(hours=-hours).wall)
        assert isinstance(assess(SEATED, health=health(), today=told, now=START), Clearance)

    def test_a_second_story_does_not_shorten_the_first(self) -> None:
        kept = refused(verdict(SEATED, Q.TODAY_INJURY)).locks
        told_otherwise = replace(today(Q.TODAY_INJURY), injured_at=later(hours=-80).wall)
        refusal = refused(assess(SEATED, health=health(), today=told_otherwise, locks=kept, now=START))
        assert refusal.until == later(hours=72).wall

    @pytest.mark.parametrize(
        ("told", "opens"),
        [(None, later(days=7)), (later(days=-5), later(days=2)), (later(days=1), later(days=7))],
        ids=["not told", "five days ago", "in the future counts as now"],
    )
    def test_an_injection_rests_for_seven_days(self, told: Moment | None, opens: Moment) -> None:
        listed = health(Q.ASK_INJECTION, injected_at=told.wall if told else None)
        refusal = refused(assess(SEATED, health=listed, today=today(), now=START))
        assert refusal.until == opens.wall
        over = assess(SEATED, health=listed, today=today(at=opens), locks=refusal.locks, now=opens)
        assert isinstance(over, Clearance)

    def test_sore_after_last_time_rests_until_48_hours_after_that_session(self) -> None:
        last = later(hours=-26)
        refusal = refused(verdict(SEATED, Q.TODAY_AFTER_LAST, last_session=last.wall))
        assert refusal.until == later(hours=22).wall
        rested = verdict(SEATED, Q.TODAY_AFTER_LAST, now=later(hours=22), locks=refusal.locks, last_session=last.wall)
        assert isinstance(rested, Clearance)
        assert rested.limits.half_dose

    def test_sore_with_no_session_known_rests_48_hours_from_the_answer_once(self) -> None:
        refusal = refused(verdict(SEATED, Q.TODAY_AFTER_LAST))
        assert refusal.until == later(hours=48).wall
        assert isinstance(verdict(SEATED, Q.TODAY_AFTER_LAST, now=later(hours=47), locks=refusal.locks), Refusal)
        rested = verdict(SEATED, Q.TODAY_AFTER_LAST, now=later(hours=48), locks=refusal.locks)
        assert isinstance(rested, Clearance)
        assert rested.limits.half_dose


class TestHowLongAnAnswerIsGood:
    @pytest.mark.parametrize(
        ("age", "good"),
        [(timedelta(0), True), (timedelta(days=30), True), (timedelta(days=30, seconds=1), False)],
    )
    def test_the_full_list_is_good_for_30_days(self, age: timedelta, good: bool) -> None:
        now = later(age.total_seconds())
        outcome = assess(SEATED, health=health(), today=today(at=now), now=now)
        assert isinstance(outcome, Clearance) == good

    def test_a_full_list_from_the_future_is_asked_again(self) -> None:
        outcome = assess(SEATED, health=health(at=later(seconds=1)), today=today(), now=START)
        assert refused(outcome).reasons == (Reason(Action.ANSWER_HEALTH),)

    @pytest.mark.parametrize("answered_at", [later(minutes=-31), later(minutes=1)], ids=["too old", "in the future"])
    def test_a_short_list_from_another_time_is_asked_again_in_full(self, answered_at: Moment) -> None:
        outcome = assess(SEATED, health=health(), today=today(at=answered_at), now=START)
        assert refused(outcome).reasons == tuple(Reason(Action.ANSWER, question) for question in TODAY)

    @pytest.mark.parametrize(
        ("move", "holds"),
        [
            (lambda clock: clock.move(1800), True),
            (lambda clock: clock.move(1801), False),
            (lambda clock: clock.sleep_suspend(1801), False),
            (lambda clock: clock.sleep_suspend(1801, steady_runs=True), False),
            (lambda clock: clock.jump_wall(-1), False),
        ],
        ids=["half an hour", "a second more", "asleep", "asleep where sleep counts", "clock set back"],
    )
    def test_a_clearance_holds_for_half_an_hour_by_either_clock(self, move: object, holds: bool) -> None:
        clock = FakeClock()
        clearance = cleared(now=clock.now())
        move(clock)  # type: ignore[operator]
        assert clearance.holds(clock.now()) == holds

    def test_a_clock_set_back_does_not_prolong_it(self) -> None:
        clock = FakeClock()
        clearance = cleared(now=clock.now())
        clock.move(1801)
        assert not clearance.holds(clock.jump_wall(-900))


class TestNoWayRound:
    def test_a_clearance_cannot_be_made_by_hand(self) -> None:
        for seal in (None, object(), True):
            with pytest.raises(TypeError, match="assess"):
                Clearance(SEATED, Limits(), START, seal)
        with pytest.raises(TypeError):
            Clearance(SEATED, Limits(), START)  # type: ignore[call-arg]

    def test_a_clearance_cannot_be_altered_or_copied_to_another_routine(self) -> None:
        clearance = cleared(SEATED)
        with pytest.raises(ValueError, match="seal"):
            replace(clearance, routine=EVERYTHING)
        with pytest.raises(TypeError, match="assess"):
            replace(clearance, routine=EVERYTHING, seal=object())
        with pytest.raises(AttributeError):
            clearance.routine = EVERYTHING  # type: ignore[misc]

    def test_answers_cannot_be_altered_afterwards(self) -> None:
        told = dict.fromkeys(TODAY, Answer.YES)
        answers = Answers(told, START.wall)
        told[Q.TODAY_LEG_CHANGE] = Answer.NO
        assert answers.yes(Q.TODAY_LEG_CHANGE)
        with pytest.raises(TypeError):
            answers.given[Q.TODAY_LEG_CHANGE] = Answer.NO  # type: ignore[index]

    def test_a_routine_may_add_a_question(self) -> None:
        asks = replace(SEATED, questions=("Is your shoulder fine today?", "Did you sleep badly?"))
        first, second = asks.questions
        unanswered = refused(assess(asks, health=health(), today=today(extra={first: Answer.NO}), now=START))
        assert unanswered.reasons == (Reason(Action.ANSWER, text=second),)
        said_yes = today(extra={first: Answer.NO, second: Answer.YES})
        refusal = refused(assess(asks, health=health(), today=said_yes, now=START))
        assert refusal.reasons == (Reason(Action.REST_TODAY, text=second),)
        said_no = today(extra={first: Answer.NO, second: Answer.NO})
        assert isinstance(assess(asks, health=health(), today=said_no, now=START), Clearance)

    def test_a_question_of_a_routine_cannot_answer_one_of_ours(self) -> None:
        asks = replace(SEATED, questions=(Q.TODAY_SKIN.value,))
        told = today(without=[Q.TODAY_SKIN], extra={Q.TODAY_SKIN.value: Answer.NO})
        refusal = refused(assess(asks, health=health(), today=told, now=START))
        assert refusal.reasons == (Reason(Action.ANSWER, Q.TODAY_SKIN),)


class TestBeforeTodaysQuestions:
    """What stands in the way already, and which statements may be made about it."""

    def stands(self, routine: Routine = SEATED, *yes: Question, now: Moment = START) -> Refusal | None:
        return standing(routine, health=health(*yes), locks=(), confirmations=(), now=now)

    def test_nothing_stands_in_the_way_of_the_healthy(self) -> None:
        assert self.stands() is None

    def test_a_stop_a_limit_and_an_old_list_stand_in_the_way(self) -> None:
        stop = self.stands(SEATED, Q.STOP_FRACTURE)
        assert stop is not None
        assert stop.reasons == (Reason(Action.SAME_DAY_CARE, Q.STOP_FRACTURE),)
        old = self.stands(now=later(days=31))
        assert old is not None
        assert old.reasons == (Reason(Action.ANSWER_HEALTH),)
        by_hand = self.stands(SEATED, Q.ADAPT_SORE_HANDS)
        assert by_hand is not None
        assert by_hand.reasons == (Reason(Action.OTHER_ROUTINE, Q.ADAPT_SORE_HANDS),)

    def test_nobody_answers_the_whole_list_only_to_hear_of_a_rest_that_holds(self) -> None:
        rest = Lock(Q.TODAY_AFTER_LAST, START.wall, later(hours=48).wall)
        for answers in (None, health()):
            now = START if answers is None else later(days=31)
            lasts = replace(rest, until=now.wall + timedelta(hours=1))
            held = standing(SEATED, health=answers, locks=[lasts], confirmations=(), now=now)
            assert held is not None
            assert held.reasons == (Reason(Action.WAIT, Q.TODAY_AFTER_LAST, lasts.until),)
            over = standing(SEATED, health=answers, locks=[replace(rest, until=now.wall)], confirmations=(), now=now)
            assert over is not None
            assert over.reasons == (Reason(Action.ANSWER_HEALTH),)

    def test_a_statement_on_a_risk_is_offered_at_once_on_a_clot_sign_on_coming_back(self) -> None:
        refusal = self.stands(SEATED, Q.STOP_DVT_PAIN, Q.ASK_CANCER)
        assert refusal is not None
        assert offers(refusal, (), later(minutes=59)) == (Q.ASK_CANCER,)
        assert offers(refusal, (), later(hours=1)) == (Q.STOP_DVT_PAIN, Q.ASK_CANCER)

    @given(st.sets(st.sampled_from(HEALTH), max_size=4))
    @settings(deadline=None, max_examples=50)
    def test_what_stands_in_the_way_is_never_cleared_by_todays_answers(self, yes: set[Question]) -> None:
        if standing(SEATED, health=health(*yes), locks=(), confirmations=(), now=START) is not None:
            assert isinstance(verdict(SEATED, *yes), Refusal)


ALWAYS_STOPS = {row[0] for row in THE_GATE} - {Q.STOP_WOUND, Q.TODAY_SKIN} | {Q.ASK_WIDESPREAD}
answers_at_random = st.dictionaries(st.sampled_from(sorted(Question)), st.sampled_from([Answer.YES, Answer.NO]))
mostly_no = st.fixed_dictionaries(
    {}, optional={question: st.sampled_from([Answer.NO] * 30 + [Answer.YES]) for question in Question}
)


@given(st.one_of(answers_at_random, mostly_no), st.sets(st.sampled_from(sorted(Question)), max_size=2))
@settings(deadline=None, max_examples=200)
def test_nobody_passes_with_a_question_unanswered_or_a_stop_answered_yes(
    given_answers: dict[Question, Answer], left_open: set[Question]
) -> None:
    complete = dict.fromkeys(HEALTH + TODAY, Answer.NO) | given_answers
    told = {question: answer for question, answer in complete.items() if question not in left_open}
    outcome = assess(
        EVERYTHING,
        health=Answers({q: a for q, a in told.items() if q not in TODAY}, START.wall),
        today=Answers({q: a for q, a in told.items() if q in TODAY}, START.wall),
        now=START,
    )
    stops = [question for question in ALWAYS_STOPS if told.get(question) is Answer.YES]
    missing = [question for question in HEALTH + TODAY if question not in told]
    if isinstance(outcome, Clearance):
        assert not stops
        assert not missing
    else:
        assert missing or Answer.YES in told.values()
