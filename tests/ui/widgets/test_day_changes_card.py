"""What changes today is said with its reason, each reason once, and nothing is said where nothing changes."""

from collections.abc import Iterator

import pytest
from fakes import CALF_GLIDES, PALM_GLIDES, STICK_SWEEPS
from page_checks import words
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.day_changes import AS_WRITTEN, DayChanges
from kneeguide.core.plan import LeftOut
from kneeguide.core.questions import Question
from kneeguide.ui.widgets.day_changes_card import DayChangesCard

Q = Question


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> Iterator[DayChangesCard]:
    page = QWidget()
    qtbot.addWidget(page)
    made = DayChangesCard()
    made.setParent(page)
    yield made
    page.close()


def test_what_is_left_out_is_named_under_its_reason(card: DayChangesCard) -> None:
    card.show_changes(
        DayChanges(
            left_out=(
                LeftOut(CALF_GLIDES, Q.CLOT_JOURNEY),
                LeftOut(STICK_SWEEPS, Q.ADAPT_FRAGILE_SKIN),
                LeftOut(PALM_GLIDES, Q.CLOT_JOURNEY),
            )
        )
    )
    assert words(card).splitlines() == [
        "What your answers change today",
        "Left out today because of your long journey.",
        "Palm glides, calf; Palm glides, front of thigh",
        "Left out today to spare your skin.",
        "Stick sweeps",
    ]


def test_pressure_time_and_care_are_said(card: DayChangesCard) -> None:
    card.show_changes(DayChanges(pressure_cap=2, half_dose=True, cautions=(Q.ADAPT_VEINS, Q.ADAPT_BALANCE)))
    assert words(card).splitlines()[1:] == [
        "Half the time today, with a lighter touch.",
        "Pressure stays at 2 of 10 or less.",
        "Never press on or below a bulging vein. Stroke lightly beside it.",
        "Take a chair with arms, and stand up slowly.",
    ]


def test_where_nothing_changes_it_is_not_there(card: DayChangesCard) -> None:
    card.show_changes(DayChanges(half_dose=True))
    card.show_changes(AS_WRITTEN)
    assert card.isHidden()
    card.show_changes(DayChanges(pressure_cap=3))
    assert words(card).splitlines()[1:] == ["Pressure stays at 3 of 10 or less."]
