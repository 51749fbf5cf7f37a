"""The page of one routine tells all that a person wants to know before beginning, and claims no more than is known."""

from dataclasses import replace

import pytest
from fakes import SEATED, SORE_DAY, STICK_SWEEPS, phase
from page_checks import PAGE_SIZES, POSES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.routine import Certainty, Method, Source
from kneeguide.ui.pages.routine_detail import RoutineDetailPage
from kneeguide.ui.theme import DARK, LIGHT

SOURCE = Source(
    id="atkins-2013",
    authors="Atkins DV, Eichler DA",
    about="Self-massage for knee osteoarthritis",
    journal="Int J Ther Massage Bodywork 6(1)",
    year=2013,
    found="Pain and stiffness were lower.",
    certainty=Certainty.LOW,
    identifier="doi:10.1/x",
)
TOLD = replace(SOURCE, id="told", title="As published & printed", verified=False)
STICK = replace(
    STICK_SWEEPS,
    avoid="The kneecap and the shin.",
    mistakes="Rolling fast.",
    method=Method.MYOFASCIAL_RELEASE,
)
ROUTINE = replace(
    SEATED,
    phases=(*SEATED.phases, phase(STICK, 50, sets=3, pressure=4)),
    certainty=Certainty.LOW_TO_MODERATE,
    sources=(SOURCE, TOLD),
)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> RoutineDetailPage:
    made = RoutineDetailPage(LIGHT, POSES)
    qtbot.addWidget(made)
    made.show_routine(ROUTINE, (), first_week=False)
    return made


@pytest.mark.parametrize(
    "said",
    [
        "Five-minute seated ease",
        "Nothing but a chair.",
        "1. Palm glides, front of thigh",
        "40 s on each leg · pressure 2 of 10",
        "3 times 50 s on each leg · pressure 4 of 10",
        "Slow rolling (myofascial release)",
        "Avoid: The kneecap and the shin.",
        "Common mistakes: Rolling fast.",
        "Chair, Hands, Massage stick",
        "Often used by people who were told they have",
        "Stiff, aching knee (osteoarthritis)",
        "Low to moderate",
        "No clinician has reviewed these routines yet.",
        "The hollow behind the knee",
        "Pain and stiffness were lower. Atkins DV, Eichler DA (2013). Self-massage for knee osteoarthritis.",
        "we have not read it ourselves yet",
        "As published & printed",
        "Exercise is the main plan",
    ],
)
def test_it_tells(page: RoutineDetailPage, said: str) -> None:
    assert said in words(page)


def test_a_routine_for_no_condition_names_none(page: RoutineDetailPage) -> None:
    page.show_routine(SORE_DAY, (), first_week=False)
    assert "Exercise is the main plan" not in words(page)
    assert "were told they have" not in words(page)
    assert "Nobody has looked into it" in words(page)


def test_warnings_and_the_gentle_first_week_are_said_where_they_hold(page: RoutineDetailPage) -> None:
    assert "first week" not in words(page)
    assert "Check this routine" not in words(page)
    page.show_routine(ROUTINE, ("Step 2 asks for 90 s; 60 s is the most we advise.",), first_week=True)
    assert "In your first week every step is a quarter shorter" in words(page)
    assert "Step 2 asks for 90 s" in words(page)


def test_going_on_names_the_routine_in_view(qtbot: QtBot, page: RoutineDetailPage) -> None:
    page.show_routine(SORE_DAY, (), first_week=False)
    with qtbot.waitSignal(page.start_requested) as start:
        qtbot.keyClick(button(page, "Go to the safety check"), Qt.Key.Key_Space)
    assert start.args == ["flare-gentle-short"]
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(button(page, "Back to routines"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_and_the_way_on_is_in_view(page: RoutineDetailPage, width: int, height: int) -> None:
    page.show_routine(ROUTINE, ("Step 2 asks for 90 s; 60 s is the most we advise.",), first_week=True)
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, button(page, "Go to the safety check"))


def test_notes_stand_beside_the_steps_where_there_is_room(page: RoutineDetailPage) -> None:
    def sits_beside() -> bool:
        step = page._steps[0]
        need = next(label for label in page.findChildren(type(page.title)) if label.text() == "What you need")
        return need.mapTo(page, need.rect().topLeft()).x() > step.mapTo(page, step.rect().topRight()).x()

    at_size(page, 1004, 800)
    assert sits_beside()
    at_size(page, 704, 600)
    assert not sits_beside()


def test_pictures_come_with_the_steps_and_wear_the_theme(qtbot: QtBot, page: RoutineDetailPage) -> None:
    at_size(page, 1004, 3000)
    pictures = [step._picture for step in page._steps]
    qtbot.waitUntil(lambda: all(picture.accessibleName() for picture in pictures))
    assert pictures[0].accessibleName() == POSES["palm-glides-front-thigh"].alt
    page.set_colours(DARK)
    at_size(page, 1004, 3000)
    assert pictures[0].grab().toImage().pixelColor(68, 4).name().upper() == DARK.stage
