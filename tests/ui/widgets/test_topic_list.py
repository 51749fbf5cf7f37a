"""The list of pages: walked through with arrows, and the page in view marked by more than its colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from topics import HELP, TOPICS, topic

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.topic_list import TopicList


@pytest.fixture
def topics(qtbot: QtBot, dressed: QApplication) -> TopicList:
    topics = TopicList(LIGHT)
    topics.resize(248, 500)
    qtbot.addWidget(topics)
    topics.show_topics(TOPICS)
    return topics


def spoken(topics: TopicList, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> str:
    return str(topics.model().index(row, 0).data(role))


def test_a_row_says_its_title_as_it_is_written_and_what_it_is_about(topics: TopicList) -> None:
    assert spoken(topics, 0) == "Does <b>massage</b> & so on help?"
    assert spoken(topics, 1, Qt.ItemDataRole.AccessibleDescriptionRole) == "About Rolling."
    assert topics.accessibleName() == "Pages to read"


def test_nothing_is_chosen_until_somebody_chooses(topics: TopicList, qtbot: QtBot) -> None:
    assert topics.row == -1
    with qtbot.waitSignal(topics.chosen) as told:
        topics.choose(2)
    assert told.args == [TOPICS[2]]
    assert topics.row == 2


def test_arrows_walk_through_the_pages(topics: TopicList, qtbot: QtBot) -> None:
    topics.choose(0)
    with qtbot.waitSignal(topics.chosen) as told:
        qtbot.keyClick(topics, Qt.Key.Key_Down)
    assert told.args == [TOPICS[1]]


def test_a_long_title_wraps_and_a_short_one_can_still_be_hit(topics: TopicList) -> None:
    topics.show_topics((HELP, topic("a", "A very long title that does not fit into one line of the list")))
    topics.grab()
    heights = []
    for width in (500, 248):
        topics.resize(width, 500)
        topics.grab()
        heights.append(topics.sizeHintForIndex(topics.model().index(1, 0)).height())
    assert heights[1] > heights[0] >= 44


def test_the_page_in_view_has_a_mark_in_the_colours_of_the_theme(topics: TopicList) -> None:
    topics.choose(1)

    def has(colour: str) -> bool:
        image = topics.grab().toImage()
        wanted = QColor(colour).rgb()
        return any(image.pixel(x, y) == wanted for x in range(30) for y in range(image.height()))

    assert has(LIGHT.lead)
    assert has(LIGHT.lead_tint)
    topics.set_colours(DARK)
    assert has(DARK.lead)
    assert not has(LIGHT.lead)


def test_a_click_or_enter_opens_a_page_and_arrows_do_not(topics: TopicList, qtbot: QtBot) -> None:
    topics.grab()
    with qtbot.assertNotEmitted(topics.opened):
        topics.choose(0)
        qtbot.keyClick(topics, Qt.Key.Key_Down)
    with qtbot.waitSignal(topics.opened):
        qtbot.keyClick(topics, Qt.Key.Key_Return)
    with qtbot.waitSignal(topics.opened):
        place = topics.visualRect(topics.model().index(2, 0)).center()
        qtbot.mouseClick(topics.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert topics.row == 2


@pytest.mark.parametrize("height", [150, 170, 199, 500])
def test_no_title_is_cut_in_two_by_the_foot_of_the_list(topics: TopicList, height: int) -> None:
    topics.show_topics(tuple(topic(str(number), f"Page {number}") for number in range(9)))
    topics.resize(248, height)
    topics.grab()
    topics.grab()
    room = topics.viewport().height()
    rows = [topics.visualRect(topics.model().index(row, 0)) for row in range(9)]
    assert [rect for rect in rows if rect.top() < room <= rect.bottom()] == []
