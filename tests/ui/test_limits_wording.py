"""What an answer changes is said in full, and in step with what the plan really does."""

import pytest

from kneeguide.core.limits import CAUTIONS, LIMIT_OF, Limit
from kneeguide.core.questions import EMERGENCY, WOUNDS, Question
from kneeguide.ui import limits_wording

Q = Question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Q.ASK_ANTICOAGULANT, "Hands only. No tapping. Pressure stays at 2 of 10 or less."),
        (Q.ASK_OSTEOPOROSIS, "No foam roller. Only what is done on a chair. Pressure stays at 3 of 10 or less."),
        (Q.ASK_PREV_CLOT, "Hands only. Left out: Calf. Pressure stays at 2 of 10 or less."),
        (
            Q.ASK_PREGNANCY,
            "Hands only. Nothing lying on your front. Left out: Calf. Pressure stays at 2 of 10 or less. Keep off the"
            " inner side of the thigh.",
        ),
        (Q.ASK_IMPLANT, "Left out: Around the kneecap. Keep a hand's width away from the joint and from its scar."),
        (Q.ASK_WIDESPREAD, "Only the sore-day routine. Pressure stays at 2 of 10 or less."),
        (Q.CLOT_JOURNEY, "Left out: Calf."),
        (
            Q.ADAPT_VEINS,
            "Pressure stays at 2 of 10 or less. Never press on or below a bulging vein. Stroke lightly beside it.",
        ),
        (Q.ADAPT_FRAGILE_SKIN, "Hands only. Use plenty of lotion, so that your hands slide."),
        (Q.ADAPT_SKIN_PATCH, "Keep off sore skin, bruises and moles."),
        (
            Q.ADAPT_SORE_HANDS,
            "Stick or ball only. Push the stick with your forearms, and let the wall hold the ball.",
        ),
        (Q.ADAPT_BALANCE, "Only what is done on a chair. Take a chair with arms, and stand up slowly."),
        (Q.ADAPT_FLOOR, "Nothing on the floor."),
        (Q.ADAPT_SHOULDER_BACK, "Nothing lying on your front."),
        (Q.TODAY_AFTER_LAST, "Half the time today, with a lighter touch."),
        (Q.TODAY_SKIN, "The part with the broken skin is left out."),
        (Q.STOP_DVT_PAIN, ""),
    ],
)
def test_what_an_answer_changes(question: Question, said: str) -> None:
    assert limits_wording.effect(question) == said


@pytest.mark.parametrize("question", sorted({*LIMIT_OF, *CAUTIONS, *WOUNDS}))
def test_no_change_goes_unsaid(question: Question) -> None:
    changed = [field for field, value in vars(LIMIT_OF.get(question, Limit())).items() if value != vars(Limit())[field]]
    asked_for = [question] if question in {*CAUTIONS, *WOUNDS} else []
    assert limits_wording.effect(question).count(".") >= len(changed) + len(asked_for)


def test_what_stops_a_session_changes_none() -> None:
    assert [limits_wording.effect(question) for question in EMERGENCY] == [""] * len(EMERGENCY)
