"""A page as it is read: how sure first, exercise always, each statement with what it stands on, all sources last."""

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
        "For sore knees as a whole, strength and movement have stronger support. Massage is a helper beside them.",
        "NHS (not verified)",
        "What trials found",
        "Slow strokes along the thigh.",
        "In 125 people, more did more.",
        "Perlman 2012 · low to moderate certainty",
        "Call now",
        "Call for:",
        "•",
        "a cold leg",
        "•",
        "chest pain",
        "Our judgement, drawing on NHS (not verified) · rule or expert opinion",
        "What to do",
        "Use it beside exercise.",
        "Our judgement",
        "By number:",
        "0 to 3",
        "Go on.",
        "4 to 6",
        "Go easy.",
        "Our judgement",
        "Where this comes from",
        "No clinician has reviewed this page yet.",
        "NHS (not verified) · rule or expert opinion",
        "Lists signs & more. (Not verified: told by others; we have not read it ourselves yet.)",
        "NHS (no date). Page on knee pain. NHS website.",
        "Perlman 2012 · low to moderate certainty",
        "60 minutes did more than 30.",
        "Perlman AI et al. (2012). How much massage. PLoS One. doi:10.1371/x",
    ]


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
