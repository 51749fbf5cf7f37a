"""Reading up: a list of pages and the one that is read, by mouse and by keys, whole at every size."""

from dataclasses import replace

import pytest
from on_screen import on_screen
from page_checks import PAGE_SIZES, POSES, at_size, faults, in_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from topics import TOPICS
from ui_fakes import button, shown, texts

from kneeguide import paths
from kneeguide.core.learn import Learn
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Condition
from kneeguide.ui.pages.learn import LearnPage
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.figure_view import FigureView
from kneeguide.ui.widgets.reading_area import ReadingArea
from kneeguide.ui.widgets.topic_list import TopicList

LEARN = Learn(TOPICS)
SHIPPED = load_learn(paths.assets_dir() / "learn", load_library(paths.routines_dir(), None).sources, POSES)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> LearnPage:
    page = LearnPage(LIGHT, POSES)
    on_screen(qtbot, page)
    page.show_learn(LEARN)
    return page


def reading(page: LearnPage) -> ReadingArea:
    (area,) = shown(page, ReadingArea)
    return area


def test_it_opens_at_the_first_page(page: LearnPage) -> None:
    assert reading(page).accessibleName() == TOPICS[0].title
    assert "Page 1 of 3" in texts(page)


def test_it_opens_at_the_page_that_is_asked_for(page: LearnPage) -> None:
    page.show_learn(LEARN, "safety")
    assert reading(page).accessibleName() == "Staying safe"
    assert "Page 3 of 3" in texts(page)


@pytest.mark.parametrize("topic_id", ["", "never-written"])
def test_else_it_stays_at_the_page_that_was_read_last(page: LearnPage, topic_id: str) -> None:
    page.show_learn(LEARN, "rolling")
    page.show_learn(LEARN, topic_id)
    assert reading(page).accessibleName() == "Rolling"


def test_arrows_walk_through_the_list(page: LearnPage, qtbot: QtBot) -> None:
    (topics,) = shown(page, TopicList)
    qtbot.keyClick(topics, Qt.Key.Key_Down)
    assert reading(page).accessibleName() == "Rolling"
    qtbot.keyClick(topics, Qt.Key.Key_End)
    assert reading(page).accessibleName() == "Staying safe"


def test_one_can_turn_pages_and_each_is_announced(page: LearnPage, qtbot: QtBot, announced: list[str]) -> None:
    assert not button(page, "Previous page").isEnabled()
    qtbot.mouseClick(button(page, "Next: Rolling"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Next: Staying safe"), Qt.MouseButton.LeftButton)
    assert not button(page, "Next page").isEnabled()
    qtbot.mouseClick(button(page, "Previous page"), Qt.MouseButton.LeftButton)
    assert announced == ["Rolling", "Staying safe", "Rolling"]
    assert shown(page, TopicList)[0].row == 1


def test_turning_to_the_last_page_does_not_lose_the_keyboard(page: LearnPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    onward = button(page, "Next: Rolling")
    onward.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(onward, Qt.Key.Key_Return)
    assert button(page, "Previous page").hasFocus()


def test_the_list_has_the_keyboard_when_the_page_opens(page: LearnPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert shown(page, TopicList)[0].hasFocus()


LITTLE_ROOM = (600, 500)


@pytest.fixture
def alone(page: LearnPage, qtbot: QtBot) -> LearnPage:
    """As in a small window, or with large letters."""
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    at_size(page, *LITTLE_ROOM)
    return page


def test_with_little_room_the_list_comes_first_and_a_page_is_read_alone(alone: LearnPage, qtbot: QtBot) -> None:
    assert shown(alone, TopicList)
    assert not shown(alone, ReadingArea)
    (topics,) = shown(alone, TopicList)
    topics.setFocus()
    qtbot.keyClick(topics, Qt.Key.Key_Down)
    assert not shown(alone, ReadingArea), "arrows only walk"
    qtbot.keyClick(topics, Qt.Key.Key_Return)
    assert not shown(alone, TopicList)
    assert reading(alone).accessibleName() == "Rolling"
    assert reading(alone).hasFocus()


def test_a_page_that_is_asked_for_is_read_alone_at_once_and_leads_to_the_list(alone: LearnPage, qtbot: QtBot) -> None:
    alone.show_learn(LEARN, "rolling")
    assert reading(alone).accessibleName() == "Rolling"
    at_size(alone, *LITTLE_ROOM)
    qtbot.mouseClick(button(alone, "All topics"), Qt.MouseButton.LeftButton)
    (topics,) = shown(alone, TopicList)
    assert topics.hasFocus()
    assert topics.row == 1


def test_with_more_room_both_are_there_again(alone: LearnPage) -> None:
    alone.show_learn(LEARN, "rolling")
    at_size(alone, *PAGE_SIZES[0])
    assert reading(alone).accessibleName() == "Rolling"
    assert shown(alone, TopicList)
    assert "All topics" not in texts(alone)


def test_the_foot_is_one_row_with_little_room(alone: LearnPage, qtbot: QtBot) -> None:
    for topic in SHIPPED.topics:
        alone.show_learn(SHIPPED, topic.id)
        at_size(alone, *LITTLE_ROOM)
        qtbot.waitUntil(lambda: len({each.geometry().center().y() for each in shown(alone, Button)}) == 1)
        qtbot.waitUntil(lambda: faults(alone) == [])


def test_a_page_on_a_condition_leads_to_its_routines(page: LearnPage, qtbot: QtBot) -> None:
    page.show_learn(SHIPPED, "patellofemoral")
    with qtbot.waitSignal(page.routines_requested) as wanted:
        qtbot.mouseClick(button(page, "See routines for this"), Qt.MouseButton.LeftButton)
    assert wanted.args == [Condition.PATELLOFEMORAL]
    page.show_learn(SHIPPED, "keep-off")
    assert "See routines for this" not in texts(page)


def test_pages_that_cannot_be_read_are_told_and_the_others_stay(page: LearnPage) -> None:
    problem = Problem("assets/learn/safety.yaml", 3, 1, "place", "is required")
    page.show_learn(replace(LEARN, problems=(problem,)))
    (told,) = [text for text in texts(page) if "cannot be read" in text]
    assert str(problem) in told
    assert reading(page).accessibleName() == TOPICS[0].title
    page.show_learn(LEARN)
    assert not any("cannot be read" in text for text in texts(page))


def test_with_nothing_to_read_it_says_what_to_do(page: LearnPage, qtbot: QtBot) -> None:
    page.show_learn(Learn((), (Problem("assets/learn", 1, 1, "file", "holds nothing to read"),)))
    assert any("Please install KneeGuide again" in text for text in texts(page))
    assert not shown(page, TopicList)
    at_size(page, *PAGE_SIZES[1])
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
def test_every_page_is_whole(
    dressed: QApplication, page: LearnPage, qtbot: QtBot, size: tuple[int, int], colours: Colours
) -> None:
    apply(dressed, colours, paths.assets_dir())
    page.set_colours(colours)
    for topic in SHIPPED.topics:
        page.show_learn(SHIPPED, topic.id)
        at_size(page, *size)
        qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
        assert any(in_view(page, onward) for onward in shown(page, Button) if onward.text().startswith("Next"))
        viewport = reading(page).viewport()
        needed = reading(page).widget().minimumSizeHint().width()
        assert needed <= viewport.width(), f"{topic.id} needs {needed} px, and nobody can scroll sideways"
        for widget in (*shown(reading(page), QLabel), *shown(reading(page), FigureView)):
            left = widget.mapTo(viewport, QPoint()).x()
            assert 0 <= left <= left + widget.width() <= viewport.width(), (topic.id, widget)


def test_a_change_of_theme_reaches_what_is_read(page: LearnPage) -> None:
    page.set_colours(DARK)
    figure = shown(page, FigureView)[0]
    assert figure.grab().toImage().pixelColor(figure.width() // 2, 3).name().upper() == DARK.stage
