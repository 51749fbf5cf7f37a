"""Each stage of a session says what it is and what comes next."""

from dataclasses import replace

import pytest
from fakes import KNEE_BENDS, REST, SEATED, phase, planned

from kneeguide.core.routine import Sides
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import session_wording

pytestmark = pytest.mark.usefixtures("qapp")


def stages() -> tuple[Stage, ...]:
    """Palm glides in two sets on each leg, then rest, then easy knee bends with a moment after them."""
    routine = replace(
        SEATED,
        phases=(
            phase(sets=2),
            phase(REST, 30, sides=Sides.ONCE, gap=5, pressure=0),
            phase(KNEE_BENDS, 30, sides=Sides.ONCE, gap=5, pressure=0),
        ),
    )
    return planned(routine, get_ready=10).stages


def test_each_stage_says_what_it_is_and_where_it_leads() -> None:
    glides = "Palm glides, front of thigh"
    assert [(session_wording.stage_title(stage), session_wording.stage_note(stage)) for stage in stages()] == [
        ("Get ready", f"Get into place for: {glides}, left leg"),
        (glides, "Set 1 of 2"),
        ("Short rest", "Let go, then set 2 of 2"),
        (glides, "Set 2 of 2"),
        ("Change over", f"Right leg next: {glides}"),
        (glides, "Set 1 of 2"),
        ("Short rest", "Let go, then set 2 of 2"),
        (glides, "Set 2 of 2"),
        ("Change over", "Next: Rest and check in"),
        ("Rest and check in", ""),
        ("Change over", "Next: Easy knee bends"),
        ("Easy knee bends", ""),
        ("Check in", "Let go and notice how your knee feels"),
    ]


def test_what_comes_next_names_the_leg_even_before_the_change_over() -> None:
    nexts = {stage.kind: session_wording.next_up(stage) for stage in reversed(stages())}
    assert nexts[StageKind.WORK] == "Palm glides, front of thigh, left leg"
    assert nexts[StageKind.CHANGE_OVER] == "Palm glides, front of thigh, right leg"
    assert nexts[StageKind.REST] == "Short rest"
    assert nexts[StageKind.CHECK_IN] == "Rest and check in"


def test_titles_with_braces_are_shown_as_they_are() -> None:
    stage = stages()[0]
    odd = replace(stage, technique=replace(stage.technique, title="{0} {what}"))
    assert session_wording.stage_note(odd) == "Get into place for: {0} {what}, left leg"
