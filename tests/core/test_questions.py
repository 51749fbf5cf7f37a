"""What was said on two lists that ask different things, taken together."""

from datetime import timedelta

from kneeguide.core.questions import Answer, Question, Replies
from kneeguide.core.routine import Area

INJURED = Replies(
    {Question.STOP_ACUTE_INJURY: Answer.YES}, injured_ago=timedelta(0), wound_areas=frozenset({Area.CALF})
)
INJECTED = Replies({Question.ASK_INJECTION: Answer.YES}, injected_ago=timedelta(days=2), extra={"Own?": Answer.NO})


def test_nothing_that_was_said_on_either_list_is_lost() -> None:
    for both in (INJURED | INJECTED, INJECTED | INJURED):
        assert both.given == {Question.STOP_ACUTE_INJURY: Answer.YES, Question.ASK_INJECTION: Answer.YES}
        assert both.injured_ago == timedelta(0), "just now is a time, too"
        assert both.injected_ago == timedelta(days=2)
        assert both.wound_areas == {Area.CALF}
        assert both.extra == {"Own?": Answer.NO}
