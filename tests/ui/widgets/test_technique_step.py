"""A step tells how it is done, how it should feel, where to work and where not to, and whether it is done today."""

from dataclasses import replace

import pytest
from fakes import KNEE_BENDS, OWN_STEP, PALM_GLIDES, phase
from page_checks import POSES, at_size, faults, words
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.routine import Certainty, Phase, Sides, Source, Technique
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.technique_step import TechniqueStep

WHY = "Left out today because of your balance."


def source(authors: str, year: int | None) -> Source:
    return Source(authors, authors, "About", "Journal", year, "Found.", Certainty.LOW)


TOLD = replace(
    PALM_GLIDES,
    feel="Warm and even.",
    avoid="The kneecap.",
    mistakes="Pressing on the way down.",
    sources=(source("Atkins DV, Eichler DA", 2013), source("Field TM et al.", 2015)),
)


def step(qtbot: QtBot, of: Phase | Technique = TOLD, *, left_out: str = "") -> TechniqueStep:
    made = TechniqueStep(2, of if isinstance(of, Phase) else phase(of), POSES, LIGHT, left_out=left_out)
    qtbot.addWidget(made)
    return made


def maps(within: QWidget) -> list[AreaMap]:
    return [each for each in within.findChildren(AreaMap) if each.isVisibleTo(within)]


@pytest.mark.parametrize(
    "said",
    [
        "2. Palm glides, front of thigh",
        "40 s on each leg\npressure 2\u00a0of\u00a010\n3 s up, 2 s lightly back",
        "Avoid: The kneecap.",
        "Work here: Front of thigh\nStripes: keep off",
    ],
)
def test_it_tells(qtbot: QtBot, said: str) -> None:
    assert said in words(step(qtbot))


@pytest.mark.parametrize(
    "said",
    [
        "How it should feel: Warm and even.",
        "Common mistakes: Pressing on the way down.",
        "Sources: Atkins\u00a02013, Field\u00a02015",
    ],
)
def test_it_tells_more_once_asked(qtbot: QtBot, said: str) -> None:
    widget = step(qtbot)
    assert said not in words(widget)
    widget.findChildren(QAbstractButton)[0].click()
    assert said in words(widget)


def test_what_is_not_known_is_not_mentioned(qtbot: QtBot) -> None:
    widget = step(qtbot, PALM_GLIDES)
    for more in widget.findChildren(QAbstractButton):
        more.click()
    said = words(widget)
    assert not any(heading in said for heading in ("feel", "Avoid", "mistakes", "Sources"))


def test_the_map_is_of_the_leg_that_the_figure_works_on(qtbot: QtBot) -> None:
    each_leg, whole_body = step(qtbot), step(qtbot, phase(TOLD, sides=Sides.ONCE))
    (right,), (both,) = maps(each_leg), maps(whole_body)
    assert "Work here: Front of thigh" in right.accessibleName()
    assert right.grab().toImage() != both.grab().toImage()


def test_what_presses_on_nothing_has_no_map(qtbot: QtBot) -> None:
    made = step(qtbot, KNEE_BENDS)
    assert maps(made) == []
    assert "Stripes" not in words(made)


def test_a_step_that_names_no_muscle_shows_what_to_keep_off(qtbot: QtBot) -> None:
    made = step(qtbot, OWN_STEP)
    (shown,) = maps(made)
    assert shown.accessibleName().startswith("Map of the leg. Keep off: ")
    assert "Stripes: keep off" in words(made)
    assert "Work here" not in words(made)


def test_a_step_that_is_left_out_says_why_and_is_greyed(qtbot: QtBot, dressed: QApplication) -> None:
    done, left_out = step(qtbot), step(qtbot, left_out=WHY)
    assert WHY in words(left_out)
    assert WHY not in words(done)
    cue = next(label for label in left_out.findChildren(Text) if label.text() == TOLD.cue)
    assert cue.property("textRole") == "quiet"
    for one, other in zip(maps(done), maps(left_out), strict=True):
        assert one.grab().toImage() != other.grab().toImage()


@pytest.mark.parametrize("width", [300, 560, 900])
@pytest.mark.parametrize("left_out", ["", WHY])
def test_nothing_is_cut_off(qtbot: QtBot, dressed: QApplication, width: int, left_out: str) -> None:
    made = step(qtbot, left_out=left_out)
    at_size(made, width, made.heightForWidth(width))
    assert faults(made) == []


def test_it_follows_a_change_of_theme(qtbot: QtBot) -> None:
    made = step(qtbot)
    (shown,) = maps(made)
    light = shown.grab().toImage()
    made.set_colours(DARK)
    assert shown.grab().toImage() != light
    step(qtbot, KNEE_BENDS).set_colours(DARK)


def test_a_dose_stands_in_one_line_where_there_is_room(qtbot: QtBot, dressed: QApplication) -> None:
    made = step(qtbot)
    at_size(made, 560, made.heightForWidth(560))
    (tempo,) = (text for text in made.findChildren(Text) if text.text() == "3 s up, 2 s lightly back")
    assert tempo.height() < 2 * tempo.fontMetrics().height()
