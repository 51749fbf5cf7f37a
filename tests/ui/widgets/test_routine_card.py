"""A card is one button that says what a routine is, in any width, and draws its picture once it is seen."""

import subprocess
import sys

import pytest
from fakes import CALF_GLIDES, KNEE_BENDS, PALM_GLIDES, SEATED, routine_of
from page_checks import POSES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.routine import Condition
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, apply
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.routine_card import RoutineCard

WIDTHS = (256, 300, 460)


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> RoutineCard:
    made = RoutineCard(SEATED, PALM_GLIDES, POSES, LIGHT)
    qtbot.addWidget(made)
    return made


def test_a_screen_reader_hears_title_time_place_tool_and_what_it_is_for(card: RoutineCard) -> None:
    assert card.accessibleName() == "Five-minute seated ease"
    for word in ("3 min", "Chair", "hands", "Osteoarthritis", "Front of thigh", "Calf"):
        assert word in card.accessibleDescription()


def test_a_routine_for_every_condition_says_so_in_one_tag(qtbot: QtBot, dressed: QApplication) -> None:
    made = RoutineCard(routine_of(CALF_GLIDES, conditions=tuple(Condition)), CALF_GLIDES, POSES, LIGHT)
    qtbot.addWidget(made)
    assert made._conditions == ["Any knee pain"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_opens_it(qtbot: QtBot, card: RoutineCard, key: Qt.Key) -> None:
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_a_click_on_the_picture_opens_it(qtbot: QtBot, card: RoutineCard) -> None:
    drawn(qtbot, card)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._places.stage.center())


def drawn(qtbot: QtBot, card: RoutineCard) -> Illustration:
    """The picture of a card that has been seen."""
    card.resize(300, card.heightForWidth(300))
    card.grab()
    qtbot.waitUntil(lambda: bool(card.findChildren(Illustration)))
    (picture,) = card.findChildren(Illustration)
    return picture


@pytest.fixture
def greyed(qtbot: QtBot, dressed: QApplication) -> RoutineCard:
    made = RoutineCard(
        SEATED, PALM_GLIDES, POSES, LIGHT, ruled_out="Left out today to spare your hands and for a long reason."
    )
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["card", "greyed"])
def test_words_and_tags_stay_inside_and_apart(request: pytest.FixtureRequest, kind: str, width: int) -> None:
    card: RoutineCard = request.getfixturevalue(kind)
    card.resize(width, card.heightForWidth(width))
    said = card._places
    places = [said.stage, said.title, said.facts, *([said.why] if kind == "greyed" else []), *said.tags]
    assert all(card.rect().contains(place) for place in places)
    assert not any(one.intersects(two) for n, one in enumerate(places) for two in places[n + 1 :])


def test_a_long_title_makes_a_higher_card(qtbot: QtBot, dressed: QApplication) -> None:
    long = RoutineCard(routine_of(CALF_GLIDES, title="A very long title that needs " * 4), CALF_GLIDES, POSES, LIGHT)
    short = RoutineCard(routine_of(CALF_GLIDES), CALF_GLIDES, POSES, LIGHT)
    for made in (long, short):
        qtbot.addWidget(made)
    assert long.heightForWidth(256) > short.heightForWidth(256)


def test_the_picture_comes_after_the_first_paint_and_shows_the_typical_massage(
    qtbot: QtBot, dressed: QApplication
) -> None:
    made = RoutineCard(routine_of(KNEE_BENDS, CALF_GLIDES), CALF_GLIDES, POSES, LIGHT)
    qtbot.addWidget(made)
    made.resize(300, made.heightForWidth(300))
    assert not made.findChildren(Illustration)
    assert drawn(qtbot, made).accessibleName() == POSES["palm-glides-calf"].alt


def test_the_picture_comes_to_lie_on_the_stage_that_stood_empty(qtbot: QtBot, card: RoutineCard) -> None:
    card.resize(300, card.heightForWidth(300))
    stage = card._places.stage
    before = card.grab().toImage()
    assert drawn(qtbot, card).geometry() == stage
    after = card.grab().toImage()
    corner = [(stage.left() + x, stage.top() + y) for x in range(12) for y in range(12)]
    words = [(x, y) for x in range(0, 300, 3) for y in range(stage.bottom() + 1, card.height(), 3)]
    assert [before.pixel(x, y) for x, y in corner + words] == [after.pixel(x, y) for x, y in corner + words]


def test_nothing_that_draws_pictures_is_loaded_with_a_card() -> None:
    ask = (
        "import sys, kneeguide.ui.widgets.routine_card;"
        "print([name for name in sys.modules if 'figure' in name or 'illustration' in name])"
    )
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_it_wears_every_theme(card: RoutineCard) -> None:
    card.resize(300, card.heightForWidth(300))
    for colours in (LIGHT, DARK, HIGH_CONTRAST):
        card.set_colours(colours)
        assert card.grab().toImage().pixelColor(150, card.height() - 6).name().upper() == colours.card


def test_a_greyed_card_says_why_first_and_can_still_be_opened(qtbot: QtBot, greyed: RoutineCard) -> None:
    assert greyed.accessibleDescription().startswith("Left out today to spare your hands")
    assert greyed.isEnabled()
    with qtbot.waitSignal(greyed.clicked):
        qtbot.keyClick(greyed, Qt.Key.Key_Return)


def test_a_greyed_card_lies_on_another_ground_and_its_picture_fades(
    qtbot: QtBot, card: RoutineCard, greyed: RoutineCard
) -> None:
    pictures = [drawn(qtbot, made) for made in (card, greyed)]
    grounds = [made.grab().toImage().pixelColor(150, made.height() - 6).name().upper() for made in (card, greyed)]
    assert grounds == [LIGHT.card, LIGHT.paper]
    assert [picture.graphicsEffect() is None for picture in pictures] == [True, False]


def test_the_one_to_begin_with_says_so_and_why_and_is_one_of_many_again_afterwards(card: RoutineCard) -> None:
    usual = card.heightForWidth(300)
    card.stand_out(True)
    assert card.accessibleDescription().startswith("A good first choice, Nothing but a chair., ")
    assert card.heightForWidth(900) < usual, "its words stand beside its picture"
    card.resize(900, card.heightForWidth(900))
    assert card._places.title.left() > card._places.stage.right()
    card.stand_out(False)
    assert card.heightForWidth(300) == usual
    assert "first choice" not in card.accessibleDescription()


def test_of_why_it_is_the_first_one_sentence_is_said(qtbot: QtBot, dressed: QApplication) -> None:
    made = RoutineCard(routine_of(CALF_GLIDES, why="It is short. It is light."), CALF_GLIDES, POSES, LIGHT)
    qtbot.addWidget(made)
    made.stand_out(True)
    assert made._words.why == "It is short."


def test_it_takes_as_long_as_it_takes_this_user(qtbot: QtBot, dressed: QApplication) -> None:
    made = RoutineCard(SEATED, PALM_GLIDES, POSES, LIGHT)
    made.show_time(540)
    qtbot.addWidget(made)
    assert made.accessibleDescription().startswith("9 min · Chair, hands")


def test_large_letters_make_it_a_row_of_a_list(card: RoutineCard, dressed: QApplication) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 150)
    card.resize(800, card.heightForWidth(800))
    assert card.height() < 160
    assert card._places.stage.right() < card._places.title.left()


def test_larger_letters_make_a_card_higher_that_was_measured_before(card: RoutineCard, dressed: QApplication) -> None:
    usual = card.heightForWidth(300)
    apply(dressed, LIGHT, paths.assets_dir(), 130)
    assert card.heightForWidth(300) > usual
    apply(dressed, LIGHT, paths.assets_dir(), 100)
    assert card.heightForWidth(300) == usual


@pytest.mark.parametrize("width", WIDTHS)
def test_the_star_stands_beside_the_title_and_is_pressed_alone(qtbot: QtBot, card: RoutineCard, width: int) -> None:
    card.resize(width, card.heightForWidth(width))
    card.grab()
    star = card.star.geometry()
    assert card.rect().contains(star)
    assert not any(star.intersects(place) for place in (card._places.stage, card._places.title))
    with qtbot.assertNotEmitted(card.clicked), qtbot.waitSignal(card.favourite_toggled) as toggled:
        qtbot.mouseClick(card.star, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]


def test_a_card_of_a_favourite_shows_it_and_tells_nobody(qtbot: QtBot, dressed: QApplication) -> None:
    made = RoutineCard(SEATED, PALM_GLIDES, POSES, LIGHT, favourite=True)
    qtbot.addWidget(made)
    assert made.star.isChecked()
    assert made.star.accessibleName() == "Favourite: Five-minute seated ease"
