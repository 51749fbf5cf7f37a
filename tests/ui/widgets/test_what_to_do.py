"""How urgent a thing is can be told by its ground, its sign and its words."""

import pytest
from page_checks import words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import Question
from kneeguide.core.refusal import Action, Reason
from kneeguide.ui import refusal_wording
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.what_to_do import WhatToDo


@pytest.mark.parametrize(
    ("action", "ground", "sign"),
    [
        (Action.CALL_EMERGENCY, "stop", Icon.PHONE),
        (Action.SAME_DAY_CARE, "stop", Icon.WARNING),
        (Action.ASK_TREATING_TEAM, "care", Icon.WARNING),
        (Action.SEE_CLINICIAN, "care", Icon.WARNING),
        (Action.ADULTS_ONLY, "care", Icon.WARNING),
        (Action.WAIT, "care", Icon.CLOCK),
        (Action.REST_FLARE, "care", Icon.CLOCK),
        (Action.REST_TODAY, "care", Icon.CLOCK),
        (Action.ASK_FIRST, "care", Icon.WARNING),
        (Action.SORE_DAY_ONLY, "lead", Icon.INFO),
        (Action.OTHER_ROUTINE, "lead", Icon.INFO),
        (Action.ANSWER_HEALTH, "lead", Icon.INFO),
        (Action.ANSWER, "lead", Icon.INFO),
    ],
)
def test_every_action_has_its_ground_its_sign_and_its_words(
    qtbot: QtBot, dressed: QApplication, action: Action, ground: str, sign: Icon
) -> None:
    card = WhatToDo(Reason(action), "")
    qtbot.addWidget(card)
    assert card.property("box") == ground
    assert [mark.icon for mark in card.findChildren(IconMark)] == [sign]
    assert refusal_wording.action(Reason(action)) in words(card)
    assert refusal_wording.action(Reason(action)) in card.spoken


def test_an_emergency_names_whom_to_call(qtbot: QtBot, dressed: QApplication) -> None:
    card = WhatToDo(Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_BREATHING), "112")
    qtbot.addWidget(card)
    assert "Call 112 now" in words(card)
    assert card.spoken.startswith("Call 112 now. ")
