"""What comes next is named with its leg, or it is said that nothing does."""

import pytest
from fakes import planned
from on_screen import on_screen
from page_checks import faults
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.widgets.next_step import NextStep

STAGES = planned(get_ready=10).stages


@pytest.mark.parametrize(
    ("index", "said"), [(1, "Palm glides, front of thigh, left leg"), (len(STAGES), "Then you are done")]
)
def test_it_says_what_comes(qtbot: QtBot, index: int, said: str) -> None:
    box = NextStep()
    on_screen(qtbot, box, 400, 80)
    box.show_following(dict(enumerate(STAGES)).get(index))
    assert texts(box) == ["Next", said]


@pytest.mark.parametrize("stacks", [False, True])
@pytest.mark.parametrize("pixels", [15, 24])
def test_its_height_holds_all_of_it(qtbot: QtBot, stacks: bool, pixels: int) -> None:
    box = NextStep()
    box.stack(stacks)
    box.show_following(STAGES[1])
    box.set_letters(pixels)
    on_screen(qtbot, box, 260, box.height_at(pixels, 260))
    assert box.height() == box.height_at(pixels, 260)
    assert faults(box) == []
