"""A page as it is read: how sure it is, exercise always, each statement with its sources' numbers, and those last."""

from dataclasses import replace

import pytest
from page_checks import POSES, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from topics import HELP, TOPICS

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.boxes import Box
from kneeguide.ui.widgets.figure_view import FigureView
from kneeguide.ui.widgets.topic_text import TopicText


@pytest.fixture
def text(qtbot: QtBot, dressed: QApplication) -> TopicText:
    text = TopicText(HELP, POSES, LIGHT)
    qtbot.addWidget(text)
    text.resize(560, 1600)
    return text


def lines(text: TopicText) -> list[str]:
    return words(text).replace("\u00a0", " ").split("\n")


def test_it_reads_from_the_title_to_the_last_source(text: TopicText) -> None:
    assert lines(text) == [
        "Does <b>massage</b> & so on help?",
        "Some people felt better for some weeks.",
        "How sure research is: low to moderate",
        "Most trials are small.",
        "Exercise is the main treatment",
        "For sore knees as a whole, strength and movement have stronger support. Massage is a helper beside them. [1]",
        "What trials found",
        "Slow strokes along the thigh.",
        "In 125 people, more did more. [2]",
        "Call now",
        "Call for: [1]",
        "•",
        "a cold leg",
        "•",
        "chest pain",
        "What to do",
        "Use it beside exercise.",
        "By number:",
        "0 to 3",
        "Go on.",
        "4 to 6",
        "Go easy.",
        "Where this comes from",
        "The numbers on this page lead to this list. Advice is our own judgement, with a number or without.",
        "Where it says “not verified”, others told us of it: we have not read it ourselves yet.",
        "No clinician has reviewed this page yet.",
        "[1] NHS (not verified) · rule or expert opinion",
        "Lists signs & more.",
        "NHS (no date). Page on knee pain. NHS website.",
        "[2] Perlman 2012 · low to moderate certainty",
        "60 minutes did more than 30.",
        "Perlman AI et al. (2012). How much massage. PLoS One. doi:10.1371/x",
    ]


def test_what_needs_help_now_is_read_first_and_how_sure_it_is_last(qtbot: QtBot, dressed: QApplication) -> None:
    found, call, todo = HELP.sections
    text = TopicText(replace(HELP, sections=(call, todo, found)), POSES, LIGHT)
    qtbot.addWidget(text)
    read = lines(text)
    assert read[2] == "Call now"
    headings = ["What to do", "What trials found", "How sure research is: low to moderate", "Where this comes from"]
    assert [line for line in read if line in headings] == headings
    assert read[3] == "Call for: [1]"
    assert read[read.index("Exercise is the main treatment") + 1].endswith("beside them. [1]")


def test_what_was_not_checked_is_named_only_where_there_is_something(qtbot: QtBot, dressed: QApplication) -> None:
    text = TopicText(TOPICS[1], POSES, LIGHT)
    qtbot.addWidget(text)
    assert "not verified" not in words(text)


@pytest.mark.parametrize("number", range(len(TOPICS)))
def test_exercise_is_named_on_every_page(qtbot: QtBot, dressed: QApplication, number: int) -> None:
    text = TopicText(TOPICS[number], POSES, LIGHT)
    qtbot.addWidget(text)
    assert "Exercise is the main treatment" in lines(text)


def test_what_is_urgent_lies_on_a_ground_of_its_own(text: TopicText) -> None:
    grounds = {box.property("box"): words(box).split("\n")[0] for box in text.findChildren(Box)}
    assert grounds == {"lead": "How sure research is: low to moderate", "stop": "Call now", "care": "What to do"}


def test_the_figures_wear_the_theme(text: TopicText) -> None:
    (figure,) = text.findChildren(FigureView)
    assert figure.accessibleName() == POSES["palm-glides-front-thigh"].alt
    text.set_colours(DARK)
    assert figure.grab().toImage().pixelColor(figure.width() // 2, 3).name().upper() == DARK.stage
