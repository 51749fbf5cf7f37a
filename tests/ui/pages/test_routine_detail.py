"""The page of one routine tells all that a person wants to know before beginning, and claims no more than is known."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import BALL_AT_WALL, SEATED, SORE_DAY, START, STICK_SWEEPS, health, phase, routine_of
from page_checks import PAGE_SIZES, POSES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneeguide.core.outlook import Outlook, outlook
from kneeguide.core.questions import Question
from kneeguide.core.refusal import Action, Reason
from kneeguide.core.routine import Certainty, Condition, Method, Origin, Routine, Source
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
WARNING = "Step 2 asks for 90 s; 60 s is the most we advise."
ROUTINE = replace(
    SEATED,
    phases=(*SEATED.phases, phase(STICK, 50, sets=3, pressure=4)),
    certainty=Certainty.LOW_TO_MODERATE,
    sources=(SOURCE, TOLD),
)


def expect(routine: Routine = ROUTINE, *yes: Question, first_week: bool = False) -> Outlook:
    return outlook(routine, health(*yes), START.wall, first_week=first_week)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> RoutineDetailPage:
    made = RoutineDetailPage(LIGHT, POSES)
    qtbot.addWidget(made)
    made.show_routine(ROUTINE, expect())
    return made


@pytest.mark.parametrize(
    "said",
    [
        "Five-minute seated ease",
        "Nothing but a chair.",
        "1. Palm glides, front of thigh",
        "40 s on each leg\npressure 2\u00a0of\u00a010",
        "3 times 50 s on each leg\npressure 4\u00a0of\u00a010",
        "For you today",
        "Avoid: The kneecap and the shin.",
        "Chair, hands, massage stick",
        "For a stiff, aching knee (osteoarthritis). It is a good one to begin with.",
        "How sure research is: low to moderate.",
        "No clinician has reviewed these routines yet.",
        "Hollow behind the knee",
        "Pain and stiffness were lower. Atkins DV, Eichler DA (2013). Self-massage for knee osteoarthritis.",
        "we have not read it ourselves yet",
        "As published & printed",
        "Exercise is the main treatment",
        "Nothing in it is changed for you today",
    ],
)
def test_it_tells(page: RoutineDetailPage, said: str) -> None:
    assert said in words(page)


def test_more_about_a_step_is_told_in_place_once_asked_for(page: RoutineDetailPage) -> None:
    assert "Common mistakes: Rolling fast." not in words(page)
    for turn in page.findChildren(QAbstractButton):
        if turn.accessibleName().startswith("More about it"):
            turn.click()
    told = words(page)
    assert all(said in told for said in ("Slow rolling (myofascial release)", "Common mistakes: Rolling fast."))


def test_a_routine_for_no_condition_names_none(page: RoutineDetailPage) -> None:
    page.show_routine(SORE_DAY, expect(SORE_DAY))
    assert "Exercise is the main treatment" not in words(page)
    assert "For a" not in words(page)
    assert "Research has not looked into this one." in words(page)


def test_where_nothing_is_said_of_place_and_tool_no_line_is_left_empty(page: RoutineDetailPage) -> None:
    own = replace(phase(STICK), technique=replace(STICK, tool=None, position=None))
    bare = replace(ROUTINE, phases=(own,))
    assert bare.positions == ()
    assert bare.tools == ()
    page.show_routine(bare, expect(bare))
    assert [label for label in page.findChildren(QLabel) if label.isVisibleTo(page) and not label.text()] == []


def test_warnings_are_said_where_they_hold(page: RoutineDetailPage) -> None:
    assert "Check this routine" not in words(page)
    page.show_routine(ROUTINE, expect(), warnings=(WARNING,))
    assert "Check this routine" in words(page)
    assert WARNING in words(page)


def test_the_first_week_shows_the_times_that_will_be_played(page: RoutineDetailPage) -> None:
    page.show_routine(ROUTINE, expect(first_week=True))
    assert "A quarter shorter and a little lighter, as it is your first week" in words(page)
    assert "30 s on each leg\npressure 1\u00a0of\u00a010" in words(page)
    assert "7 min in your first week" in words(page)
    page.show_routine(ROUTINE, expect())
    assert "first week" not in words(page)


def test_a_step_that_is_left_out_says_why_and_the_rest_is_counted(page: RoutineDetailPage) -> None:
    page.show_routine(ROUTINE, expect(ROUTINE, Question.CLOT_JOURNEY))
    assert "Steps left out today: 1 of 4." in words(page)
    assert words(page._steps[1]).count("Left out today because of your long journey.") == 1
    assert "Left out" not in words(page._steps[0])
    assert page._start.property("kind") == "primary"


def test_pressure_is_shown_as_it_will_be(page: RoutineDetailPage) -> None:
    page.show_routine(ROUTINE, expect(ROUTINE, Question.ADAPT_VEINS))
    assert "Pressure stays at 2 of 10 or less." in words(page)
    assert "3 times 50 s on each leg\npressure 2\u00a0of\u00a010" in words(page)


def test_a_routine_that_is_ruled_out_says_why_and_leads_to_one_that_suits(
    qtbot: QtBot, page: RoutineDetailPage
) -> None:
    at_wall = routine_of(BALL_AT_WALL, id="itb-wall-short")
    page.show_routine(at_wall, expect(at_wall, Question.ADAPT_BALANCE), instead=(SORE_DAY, SEATED))
    assert "Not this one today" in words(page)
    assert "Left out today because of your balance." in words(page)
    primary = [
        each.accessibleName() for each in page.findChildren(QAbstractButton) if each.property("kind") == "primary"
    ]
    assert primary == [SORE_DAY.title], "one obvious next step"
    with qtbot.waitSignal(page.routine_requested) as asked:
        qtbot.mouseClick(button(page, SEATED.title), Qt.MouseButton.LeftButton)
    assert asked.args == [SEATED.id]
    page.show_routine(ROUTINE, expect())
    assert page._start.property("kind") == "primary"


def test_on_a_day_of_rest_the_way_on_is_to_what_to_do(qtbot: QtBot, page: RoutineDetailPage) -> None:
    at_wall = routine_of(BALL_AT_WALL, id="itb-wall-short")
    resting = Reason(Action.WAIT, Question.TODAY_AFTER_LAST, START.wall + timedelta(days=3))
    for routine, expected in ((ROUTINE, expect()), (at_wall, expect(at_wall, Question.ADAPT_BALANCE))):
        page.show_routine(routine, expected, instead=(SORE_DAY,), why_none=resting)
        assert "Rest until" in words(page)
        assert "A good one to begin with" not in words(page)
        with qtbot.waitSignal(page.start_requested) as asked:
            qtbot.mouseClick(button(page, "See what to do today"), Qt.MouseButton.LeftButton)
        assert asked.args == [routine.id]
        primary = [each for each in page.findChildren(QAbstractButton) if each.property("kind") == "primary"]
        assert [each.accessibleName() for each in primary] == ["See what to do today"]
    page.show_routine(ROUTINE, expect())
    assert button(page, "Go to the safety check").isVisibleTo(page)


def test_each_source_is_named_once_whether_of_the_routine_or_of_its_techniques(page: RoutineDetailPage) -> None:
    of_technique = replace(SOURCE, id="grabow", title="Rolling at three pressures")
    stick = replace(STICK, sources=(SOURCE, of_technique))
    page.show_routine(replace(ROUTINE, phases=(phase(stick), phase(stick))), expect())
    assert words(page).count("Rolling at three pressures") == 1
    assert words(page).count("Self-massage for knee osteoarthritis") == 1


@pytest.mark.parametrize(
    ("condition", "name", "learn_page"),
    [
        (Condition.OSTEOARTHRITIS, "Osteoarthritis", "osteoarthritis"),
        (Condition.PATELLOFEMORAL, "Front of the knee", "patellofemoral"),
        (Condition.IT_BAND, "IT band", "it-band"),
    ],
)
def test_more_about_a_condition_is_a_press_away(
    qtbot: QtBot, page: RoutineDetailPage, condition: Condition, name: str, learn_page: str
) -> None:
    page.show_routine(replace(ROUTINE, conditions=(condition,)), expect())
    with qtbot.waitSignal(page.learn_requested) as asked:
        links = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
        next(each for each in links if each.accessibleName() == f"Learn more: {name}").click()
    assert asked.args == [learn_page]


def test_the_routine_can_be_had_on_paper(qtbot: QtBot, page: RoutineDetailPage) -> None:
    with qtbot.waitSignal(page.sheet_requested) as asked:
        button(page, "Print or save this routine").click()
    assert asked.args == [ROUTINE.id]


def test_ones_own_routine_says_that_it_is(page: RoutineDetailPage) -> None:
    assert "Your own routine" not in words(page)
    page.show_routine(replace(ROUTINE, origin=Origin.USER), expect())
    assert "Your own routine" in words(page)
    assert "a good one to begin with" not in words(page)


def test_the_star_keeps_the_routine_in_view_among_the_favourites(qtbot: QtBot, page: RoutineDetailPage) -> None:
    star = button(page, "Favourite")
    assert not star.isChecked()
    with qtbot.waitSignal(page.favourite_toggled) as toggled:
        qtbot.keyClick(star, Qt.Key.Key_Space)
    assert toggled.args == [ROUTINE.id, True]
    with qtbot.assertNotEmitted(page.favourite_toggled):
        page.show_routine(SORE_DAY, expect(SORE_DAY))
        page.show_routine(ROUTINE, expect(), favourite=True)
    assert star.isChecked()


def test_going_on_names_the_routine_in_view(qtbot: QtBot, page: RoutineDetailPage) -> None:
    page.show_routine(SORE_DAY, expect(SORE_DAY))
    with qtbot.waitSignal(page.start_requested) as start:
        qtbot.keyClick(button(page, "Go to the safety check"), Qt.Key.Key_Space)
    assert start.args == ["flare-gentle-short"]
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(button(page, "Back to routines"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
@pytest.mark.parametrize("yes", [(), (Question.CLOT_JOURNEY, Question.ADAPT_VEINS), (Question.ADAPT_SORE_HANDS,)])
def test_nothing_is_cut_off_and_the_way_on_is_in_view(
    page: RoutineDetailPage, width: int, height: int, yes: tuple[Question, ...]
) -> None:
    expected = expect(replace(ROUTINE, phases=ROUTINE.phases[:3]), *yes, first_week=True)
    instead = (SORE_DAY, replace(SEATED, title="A routine with quite a long title for a button")) if yes else ()
    page.show_routine(ROUTINE, expected, warnings=(WARNING,), favourite=True, instead=instead)
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, button(page, "Go to the safety check"))


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_what_how_long_why_and_whether_it_is_right_are_in_view_at_once(
    page: RoutineDetailPage, width: int, height: int
) -> None:
    page.show_routine(ROUTINE, expect(ROUTINE, Question.CLOT_JOURNEY, first_week=True))
    at_size(page, width, height)
    for said in (
        ROUTINE.title,
        "6 min in your first week",
        "massage stick",
        ROUTINE.why,
        "Steps left out today: 1 of 4.",
        "For a stiff, aching knee",
    ):
        label = next(each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and said in each.text())
        assert in_view(page, label), said


def test_sources_come_last_and_how_sure_they_are_is_said_before_the_steps(page: RoutineDetailPage) -> None:
    at_size(page, 1004, 800)

    def top(said: str) -> int:
        label = next(each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and said in each.text())
        return label.mapTo(page, label.rect().topLeft()).y()

    assert (
        top("How sure research is") < top("Step by step") < top("Hollow behind the knee") < top("Where it comes from")
    )


def test_no_line_of_reading_is_much_longer_than_70_letters(page: RoutineDetailPage) -> None:
    at_size(page, 1640, 1000)
    long = next(each for each in page.findChildren(QLabel) if "Exercise is the main treatment" in each.text())
    assert long.contentsRect().width() <= 75 * long.fontMetrics().averageCharWidth()


def test_pictures_come_with_the_steps_and_wear_the_theme(qtbot: QtBot, page: RoutineDetailPage) -> None:
    at_size(page, 1004, 3000)
    pictures = [step._picture for step in page._steps]
    qtbot.waitUntil(lambda: all(picture.accessibleName() for picture in pictures))
    assert pictures[0].accessibleName() == POSES["palm-glides-front-thigh"].alt
    page.set_colours(DARK)
    at_size(page, 1004, 3000)
    assert pictures[0].grab().toImage().pixelColor(68, 4).name().upper() == DARK.stage
