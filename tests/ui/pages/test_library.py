"""The library: routines as cards, picked by condition first, and no bad file hides the good ones."""

from dataclasses import replace

import pytest
from fakes import BALL_AT_WALL, CALF_GLIDES, PALM_GLIDES, ROLLER_FACE_DOWN, STICK_SWEEPS, routine_of
from on_screen import on_screen
from page_checks import PAGE_SIZES, POSES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from weekly_plans import MONDAY

from kneeguide.core.choosing import Choices
from kneeguide.core.problem import Problem
from kneeguide.core.questions import Question
from kneeguide.core.routine import Condition, Origin, Routine
from kneeguide.core.weekly_plan import PlanDay, Standing, Today
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.today_card import TodayCard


def made(name: str, *args: object, **changes: object) -> Routine:
    said = {"id": name, "title": name.replace("-", " "), "origin": Origin.USER} | changes
    return routine_of(*args, **said)  # type: ignore[arg-type]


ROUTINES = (
    made("general-calf", CALF_GLIDES, conditions=tuple(Condition)),
    made("hands-thigh", PALM_GLIDES, conditions=(Condition.OSTEOARTHRITIS,)),
    made("stick-thigh", STICK_SWEEPS, conditions=(Condition.OSTEOARTHRITIS,)),
    made("wall-hip", PALM_GLIDES, BALL_AT_WALL, conditions=(Condition.IT_BAND,)),
    made("roller-floor", ROLLER_FACE_DOWN, conditions=(Condition.PATELLOFEMORAL,), why="Rolls the quadriceps"),
    made("my-own", PALM_GLIDES, conditions=()),
)
PROBLEM = Problem("my-knee.yaml", 12, 5, "seconds", "must be a whole number from 5 to 600")


SHIPPED = (
    made("desk-break-short", CALF_GLIDES, conditions=tuple(Condition), origin=Origin.SHIPPED),
    made("oa-hands-short", PALM_GLIDES, conditions=(Condition.OSTEOARTHRITIS,), origin=Origin.SHIPPED),
)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> LibraryPage:
    page = LibraryPage(LIGHT, POSES)
    qtbot.addWidget(page)
    page.show_library(ROUTINES, ())
    return page


def shown(page: LibraryPage) -> list[str]:
    """The ids of the cards in view, in the order in which they are laid out."""
    return [card.routine.id for card in page._grid.cards if card.isVisibleTo(page)]


def press(qtbot: QtBot, page: LibraryPage, *names: str) -> None:
    """Press these, with all choices unfolded."""
    folded = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == "More choices"]
    for more in folded:
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    for name in names:
        qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_all_routines_are_shown_in_the_order_of_the_library(page: LibraryPage) -> None:
    assert shown(page) == [routine.id for routine in ROUTINES]
    assert page._left == "Routines: 6"


@pytest.mark.parametrize(
    ("pressed", "left"),
    [
        (["Condition: Osteoarthritis"], ["hands-thigh", "stick-thigh", "general-calf"]),
        (["Condition: IT band"], ["wall-hip", "general-calf"]),
        (["Condition: Front of the knee"], ["general-calf", "roller-floor"]),
        (["Condition: IT band", "Condition: Any"], [routine.id for routine in ROUTINES]),
        (["Area: Calf"], ["general-calf"]),
        (["Area: Calf", "Area: IT band and hip"], ["general-calf", "wall-hip"]),
        (["Place: Chair"], ["general-calf", "hands-thigh", "stick-thigh", "my-own"]),
        (["Place: Wall"], []),
        (["Place: Chair", "Place: Wall"], ["general-calf", "hands-thigh", "stick-thigh", "wall-hip", "my-own"]),
        (["Tool: Hands"], ["general-calf", "hands-thigh", "my-own"]),
        (["Tool: Massage stick"], ["stick-thigh"]),
        (["Tool: Ball"], ["wall-hip"]),
        (["Tool: Ball", "Tool: Foam roller"], ["wall-hip", "roller-floor"]),
        (["Length: Short, 5 min"], [routine.id for routine in ROUTINES]),
        (["Length: Full, 20 min"], []),
        (["Condition: Osteoarthritis", "Tool: Hands", "Area: Front of thigh"], ["hands-thigh"]),
    ],
)
def test_chips_narrow_the_cards_down(qtbot: QtBot, page: LibraryPage, pressed: list[str], left: list[str]) -> None:
    press(qtbot, page, *pressed)
    assert shown(page) == left


def test_a_condition_has_one_first_choice_and_says_so_in_words(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library((*ROUTINES, *SHIPPED), ())
    first = button(page, "oa hands short")
    assert "A good first choice" not in first.accessibleDescription()
    assert "Others that fit" not in words(page)
    press(qtbot, page, "Condition: Osteoarthritis")
    assert shown(page)[0] == "oa-hands-short"
    assert "Others that fit" in words(page)
    marked = [card.routine.id for card in page._cards.values() if "good first choice" in card.accessibleDescription()]
    assert marked == ["oa-hands-short"]
    press(qtbot, page, "Condition: Any")
    assert "A good first choice" not in first.accessibleDescription()
    assert "Others that fit" not in words(page)


def test_nobody_told_leads_to_general_routines_and_to_somebody_who_can_tell(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library((*ROUTINES, *SHIPPED), ())
    assert "get a name for your knee pain" not in words(page)
    press(qtbot, page, "Condition: No name yet")
    assert shown(page) == ["desk-break-short", "my-own"]
    assert "First, get a name for your knee pain" in words(page)
    with qtbot.waitSignal(page.learn_requested) as asked:
        press(qtbot, page, "When to see someone")
    assert asked.args == ["see-someone"]
    press(qtbot, page, "Condition: Osteoarthritis")
    assert "get a name for your knee pain" not in words(page)


def test_what_health_answers_rule_out_is_last_says_why_and_opens(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library(ROUTINES, (), ruled_out={"hands-thigh": Question.ADAPT_SORE_HANDS})
    assert shown(page)[-1] == "hands-thigh"
    card = page._cards["hands-thigh"]
    assert "Left out today to spare your hands." in card.accessibleDescription()
    assert page._left == "Routines: 6. Not for you today: 1"
    with qtbot.waitSignal(page.routine_chosen) as chosen:
        qtbot.keyClick(card, Qt.Key.Key_Space)
    assert chosen.args == ["hands-thigh"]
    page.show_library(ROUTINES, ())
    assert "Left out" not in page._cards["hands-thigh"].accessibleDescription()
    assert page._left == "Routines: 6"


def test_a_star_makes_a_favourite_and_opens_nothing(qtbot: QtBot, page: LibraryPage) -> None:
    opened: list[str] = []
    page.routine_chosen.connect(opened.append)
    star = button(page, "Favourite: wall hip")
    with qtbot.waitSignal(page.favourite_toggled) as toggled:
        qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert toggled.args == ["wall-hip", True]
    with qtbot.waitSignal(page.favourite_toggled) as toggled:
        qtbot.keyClick(star, Qt.Key.Key_Space)
    assert toggled.args == ["wall-hip", False]
    assert opened == []


def test_the_last_session_is_one_quiet_line_that_opens_its_routine(qtbot: QtBot, page: LibraryPage) -> None:
    assert "A safety check comes before each one." in words(page)
    page.show_library(ROUTINES, (), lately=("gone", "my-own", "general-calf"))
    with qtbot.waitSignal(page.routine_chosen) as chosen:
        qtbot.keyClick(button(page, "Last time: my own"), Qt.Key.Key_Space)
    assert chosen.args == ["my-own"]
    page.show_library(ROUTINES, (), lately=("gone",))
    assert not any(each.accessibleName() == "Last time: gone" for each in page.findChildren(QAbstractButton))
    assert "A safety check comes before each one." in words(page)


def test_without_a_plan_there_is_one_quiet_way_to_it(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_today(None, MONDAY)
    assert page.findChildren(TodayCard) == []
    with qtbot.waitSignal(page.plan_requested):
        qtbot.keyClick(button(page, "Plan my weeks"), Qt.Key.Key_Space)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_today_stands_above_all_routines(qtbot: QtBot, page: LibraryPage, size: tuple[int, int]) -> None:
    due = PlanDay(0, "hands-thigh", "hands thigh")
    page.show_today(Today(Standing.DUE, due, None, can_put_off=True), MONDAY)
    at_size(page, *size)
    assert faults(page) == []
    assert not button(page, "Plan my weeks").isVisibleTo(page)
    assert in_view(page, button(page, "Open the routine"))
    with qtbot.waitSignal(page.routine_chosen) as chosen:
        qtbot.keyClick(button(page, "Open the routine"), Qt.Key.Key_Space)
    assert chosen.args == ["hands-thigh"]
    with qtbot.waitSignal(page.put_off_requested):
        qtbot.keyClick(button(page, "Put off until tomorrow"), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.plan_requested):
        qtbot.keyClick(button(page, "My plan"), Qt.Key.Key_Space)
    page.show_today(None, MONDAY)
    assert button(page, "Plan my weeks").isVisibleTo(page)
    assert not any(card.isVisibleTo(page) for card in page.findChildren(TodayCard))


def test_a_planned_routine_that_is_gone_is_said_to_be(page: LibraryPage) -> None:
    page.show_today(Today(Standing.DUE, PlanDay(0, "deleted", "My own")), MONDAY)
    assert "This routine is not here any more." in words(page)
    page.show_today(Today(Standing.DUE, PlanDay(0, "my-own", "My own")), MONDAY)
    assert "This routine is not here any more." not in words(page)


def test_tab_comes_to_today_before_the_routines(qtbot: QtBot, dressed: QApplication, page: LibraryPage) -> None:
    page.show_today(Today(Standing.DUE, PlanDay(0, "my-own", "My own"), can_put_off=True), MONDAY)
    ring = [page._search]
    while len(ring) < 4:
        following = ring[-1].nextInFocusChain()
        while not (following.isVisibleTo(page) and following.focusPolicy() & Qt.FocusPolicy.TabFocus):
            following = following.nextInFocusChain()
        ring.append(following)
    assert [each.accessibleName() for each in ring[1:]] == ["My plan", "Open the routine", "Put off until tomorrow"]


def test_favourites_can_be_shown_alone_once_there_are_any(qtbot: QtBot, page: LibraryPage) -> None:
    chip = button(page, "Favourites")
    assert not chip.isVisibleTo(page)
    press(qtbot, page, "Favourite: wall hip", "Favourite: general calf", "Favourites")
    assert shown(page) == ["general-calf", "wall-hip"]
    press(qtbot, page, "Favourite: wall hip")
    assert shown(page) == ["general-calf"]
    press(qtbot, page, "Favourite: general calf")
    assert not chip.isVisibleTo(page)
    assert len(shown(page)) == len(ROUTINES), "an empty choice is not left standing"


def test_favourites_are_shown_as_they_are_given(page: LibraryPage) -> None:
    page.show_library(ROUTINES, (), favourites=("wall-hip", "not-here-today"))
    stars = {id: card.star.isChecked() for id, card in page._cards.items()}
    assert [id for id, is_one in stars.items() if is_one] == ["wall-hip"]


def test_what_was_done_lately_can_be_shown_alone_newest_first(qtbot: QtBot, page: LibraryPage) -> None:
    assert not button(page, "Done lately").isVisibleTo(page)
    page.show_library(ROUTINES, (), lately=("my-own", "gone", "general-calf"))
    press(qtbot, page, "Done lately")
    assert shown(page) == ["my-own", "general-calf"]
    page.show_library(ROUTINES, (), lately=("gone",))
    assert not button(page, "Done lately").isVisibleTo(page)
    assert len(shown(page)) == len(ROUTINES)


def test_each_answer_to_what_one_was_told_says_how_many_it_leaves(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library(ROUTINES, (), favourites=("wall-hip", "my-own"))
    at_size(page, 1004, 800)
    press(qtbot, page, "Condition: Osteoarthritis")
    said = {name: button(page, f"Condition: {name}").text() for name in ("Any", "Osteoarthritis", "IT band")}
    assert said == {"Any": "Any · 6", "Osteoarthritis": "Osteoarthritis · 3", "IT band": "IT band · 2"}
    assert button(page, "Condition: IT band").accessibleDescription() == "Routines: 2"
    assert button(page, "Favourites").text() == "Favourites · 0"
    press(qtbot, page, "Condition: Any")
    assert button(page, "Favourites").text() == "Favourites · 2"


def test_each_chip_says_how_many_would_be_left(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Condition: Osteoarthritis")
    assert button(page, "Tool: Massage stick").text() == "Massage stick · 1"
    assert button(page, "Tool: Massage stick").accessibleDescription() == "Routines: 1"
    page._search.setText("calf")
    assert button(page, "Tool: Massage stick").text() == "Massage stick · 0"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("HIP", ["wall-hip"]),
        ("quadriceps rolls", ["roller-floor"]),
        ("arthritis stick", ["stick-thigh"]),
        ("nothing has this", []),
    ],
)
def test_a_search_looks_at_titles_reasons_steps_and_conditions(page: LibraryPage, typed: str, left: list[str]) -> None:
    QTest.keyClicks(page._search, typed)
    assert shown(page)[: len(left)] == left
    assert bool(shown(page)) is bool(left)


def test_ctrl_f_leads_to_the_search(qtbot: QtBot, window: MainWindow) -> None:
    page = LibraryPage(LIGHT, POSES)
    page.show_library(ROUTINES, ())
    window.show_page(page)
    card = button(page, "wall hip")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page._search


def test_nothing_found_is_a_page_with_a_way_on(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Tool: Massage stick", "Area: Calf")
    page._search.setText("hip")
    assert shown(page) == []
    assert page._left == "Routines: 0 of 6"
    assert "No routine fits all of that" in words(page)
    press(qtbot, page, "Show all routines")
    assert len(shown(page)) == len(ROUTINES)
    assert page._search.text() == ""
    assert "No routine fits" not in words(page)


def test_a_search_that_finds_nothing_names_the_words_and_is_cleared(qtbot: QtBot, page: LibraryPage) -> None:
    page._search.setText("bagpipes")
    assert "Nothing found for “bagpipes”" in words(page)
    assert "choice above" not in words(page)
    press(qtbot, page, "Clear the search")
    assert page._search.text() == ""
    assert len(shown(page)) == len(ROUTINES)


def test_one_thing_at_a_time_is_asked_above_the_routines(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_today(Today(Standing.DUE, PlanDay(0, "hands-thigh", "hands thigh")), MONDAY)
    page.show_next_day(True)
    assert button(page, "Answer").isVisibleTo(page)
    assert not button(page, "Open the routine").isVisibleTo(page)
    with qtbot.waitSignal(page.plan_requested):
        qtbot.mouseClick(
            next(each for each in page.findChildren(QAbstractButton) if each is page._plan), Qt.MouseButton.LeftButton
        )
    qtbot.mouseClick(button(page, "Not now"), Qt.MouseButton.LeftButton)
    assert button(page, "Open the routine").isVisibleTo(page)
    assert not page._plan.isVisibleTo(page)


def test_it_can_be_narrowed_to_a_condition_whatever_was_chosen_before(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Tool: Massage stick", "Area: Calf")
    page._search.setText("hip")
    page.narrow_to(Condition.OSTEOARTHRITIS)
    assert page._search.text() == ""
    assert page._choices == Choices(told=Condition.OSTEOARTHRITIS)


def test_a_card_opens_its_routine_by_click_and_by_key(qtbot: QtBot, page: LibraryPage) -> None:
    card = button(page, "wall hip")
    for act in (
        lambda: qtbot.mouseClick(card, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(card, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(page.routine_chosen) as chosen:
            act()
        assert chosen.args == ["wall-hip"]


def test_tab_comes_to_one_card_and_its_star_and_goes_on_past_the_rest(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Condition: Osteoarthritis")
    names = []
    stop: QWidget = button(page, "hands thigh")
    for _ in range(3):
        names.append(stop.accessibleName())
        stop = next_stop(stop)
    assert names == ["hands thigh", "Favourite: hands thigh", "Open my routines folder"]


def next_stop(widget: QWidget) -> QWidget:
    """Where Tab goes from here, as far as it is shown."""
    following = widget.nextInFocusChain()
    while not (following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisibleTo(following.window())):
        following = following.nextInFocusChain()
    return following


def test_tab_goes_from_the_choices_to_the_first_card_and_from_the_last_to_the_folder(
    qtbot: QtBot, page: LibraryPage
) -> None:
    press(qtbot, page, "Condition: No name yet")
    assert next_stop(button(page, "Length: Full, 20 min")).accessibleName() == "When to see someone"
    assert next_stop(button(page, "When to see someone")).accessibleName() == "my own"
    assert next_stop(button(page, "Favourite: my own")).accessibleName() == "Open my routines folder"


def test_a_bad_file_is_named_when_asked_and_hides_nothing(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library(ROUTINES, (PROBLEM,))
    assert "One of your own routines could not be read" in words(page)
    assert "my-knee.yaml" not in words(page), "it is quiet until asked"
    qtbot.mouseClick(button(page, "Show why"), Qt.MouseButton.LeftButton)
    assert "my-knee.yaml, line 12: seconds: must be a whole number from 5 to 600" in words(page)
    qtbot.mouseClick(button(page, "Hide why"), Qt.MouseButton.LeftButton)
    assert "my-knee.yaml" not in words(page)
    assert len(shown(page)) == len(ROUTINES)
    page.show_library(ROUTINES, ())
    assert "could not be read" not in words(page)


def test_a_bad_file_is_said_below_the_routines_and_once(page: LibraryPage, announced: list[str]) -> None:
    page.show_library(ROUTINES, (PROBLEM,))
    assert announced == [], "nobody hears what is not on the screen yet"
    page.show()
    at_size(page, 1004, 800)
    why = button(page, "Show why")
    assert why.mapTo(page, why.rect().topLeft()).y() > page._grid.mapTo(page, page._grid.rect().bottomLeft()).y()
    page.show_library(ROUTINES, (PROBLEM,))
    assert announced == ["One of your own routines could not be read"]


def test_a_file_with_much_wrong_takes_one_line_like_any_other(qtbot: QtBot, page: LibraryPage) -> None:
    worse = tuple(replace(PROBLEM, line=number) for number in range(300))
    page.show_library(ROUTINES, (*worse, replace(PROBLEM, file="other.yaml")))
    qtbot.mouseClick(button(page, "Show why"), Qt.MouseButton.LeftButton)
    assert "(and 299 more in this file)" in words(page)
    assert "other.yaml" in words(page)


def test_many_bad_files_do_not_push_the_routines_away(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_library(ROUTINES, tuple(replace(PROBLEM, file=f"{number}.yaml") for number in range(9)))
    assert "Routines that could not be read: 9" in words(page)
    qtbot.mouseClick(button(page, "Show why"), Qt.MouseButton.LeftButton)
    assert "Files not listed here: 6" in words(page)
    at_size(page, 1004, 800)
    assert in_view(page, button(page, "Condition: Any"))


def test_an_empty_library_says_so(page: LibraryPage) -> None:
    page.show_library((), (PROBLEM,))
    assert "There are no routines to show" in words(page)
    assert not button(page, "Show all routines").isVisibleTo(page), "there is none to show"


def test_reloading_keeps_what_was_chosen(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Tool: Massage stick")
    page.show_library(ROUTINES[:3], ())
    assert shown(page) == ["stick-thigh"]


def test_the_users_folder_can_be_opened_and_read_again(qtbot: QtBot, page: LibraryPage) -> None:
    with qtbot.waitSignal(page.folder_requested):
        press(qtbot, page, "Open my routines folder")
    with qtbot.waitSignal(page.reload_requested):
        press(qtbot, page, "Read the folder again")


def test_who_has_no_routines_of_their_own_is_not_asked_about_a_folder(page: LibraryPage) -> None:
    folder = button(page, "Open my routines folder")
    assert folder.isVisibleTo(page)
    page.show_library(SHIPPED, ())
    assert not folder.isVisibleTo(page)
    page.show_library(SHIPPED, (PROBLEM,))
    assert folder.isVisibleTo(page), "what is wrong is in it"


def test_a_card_says_the_time_that_a_routine_takes_this_user(page: LibraryPage) -> None:
    page.show_library(ROUTINES, ())
    page.show_times({"wall-hip": 540})
    assert "9 min" in page._cards["wall-hip"].accessibleDescription()
    assert "9 min" not in page._cards["my-own"].accessibleDescription()


@pytest.mark.parametrize(("width", "height", "at_most"), [(1004, 800, 200), (704, 600, 224)])
def test_the_first_card_begins_high_up(page: LibraryPage, width: int, height: int, at_most: int) -> None:
    at_size(page, width, height)
    card = page._grid.cards[0]
    assert card.mapTo(page, card.rect().topLeft()).y() <= at_most


def test_where_there_is_little_room_chips_go_without_counts_and_the_way_to_the_plan_stands_with_them(
    page: LibraryPage,
) -> None:
    for width, says, beside_search in (
        (1004, "IT band · 2", True),
        (704, "IT band", False),
        (1004, "IT band · 2", True),
    ):
        at_size(page, width, 800)
        assert button(page, "Condition: IT band").text() == says
        assert button(page, "Condition: IT band").accessibleDescription() == "Routines: 2"
        plan = button(page, "Plan my weeks")
        assert (plan.parentWidget() is page._search.parentWidget()) is beside_search
        assert next_stop(page._search).accessibleName() == ("Condition: Any" if beside_search else "More choices")


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_and_a_card_is_in_view_at_once(page: LibraryPage, width: int, height: int) -> None:
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, button(page, "general calf"))


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
@pytest.mark.parametrize(
    "pressed",
    [
        ["Condition: No name yet"],
        ["Area: Calf", "Place: Chair", "Tool: Hands", "Favourites", "Done lately"],
        ["Area: Calf", "Place: Chair", "Tool: Hands", "Fewer choices"],
        ["Tool: Massage stick", "Area: Calf"],
    ],
    ids=["not told", "all open", "folded", "nothing fits"],
)
def test_nothing_is_cut_off_whatever_is_chosen(
    qtbot: QtBot, page: LibraryPage, width: int, height: int, pressed: list[str]
) -> None:
    gone = {"hands-thigh": Question.ADAPT_SORE_HANDS}
    page.show_library(ROUTINES, (), favourites=("my-own",), lately=("my-own",), ruled_out=gone)
    press(qtbot, page, *pressed)
    at_size(page, width, height)
    assert faults(page) == []


def test_a_change_of_theme_reaches_the_cards(page: LibraryPage) -> None:
    at_size(page, 1004, 800)
    page.set_colours(DARK)
    page.show_library(ROUTINES, ())
    assert all(card._colours is DARK for card in page._cards.values())


# What whoever hears the page is told of what is left


def test_a_choice_tells_once_how_many_are_left(page: LibraryPage, qtbot: QtBot, announced: list[str]) -> None:
    press(qtbot, page, "Condition: Osteoarthritis")
    assert announced == ["Routines: 3 of 6"]
    press(qtbot, page, "Condition: Osteoarthritis")
    assert announced == ["Routines: 3 of 6"]
    press(qtbot, page, "Condition: Any")
    assert announced == ["Routines: 3 of 6", "Routines: 6"]


def test_a_search_tells_when_it_has_been_typed_not_at_each_letter(
    page: LibraryPage, qtbot: QtBot, announced: list[str]
) -> None:
    qtbot.keyClicks(page._search, "thigh")
    assert announced == []
    qtbot.keyClick(page._search, Qt.Key.Key_Return)
    qtbot.keyClick(page._search, Qt.Key.Key_Return)
    assert len(announced) == 1
    assert announced[0] == page._left
    qtbot.keyClicks(page._search, " on the moon")
    qtbot.keyClick(page._search, Qt.Key.Key_Return)
    assert announced[1:] == ["Nothing found for “thigh on the moon”"]
    press(qtbot, page, "Clear the search")
    assert announced[2:] == ["Routines: 6"]


def test_leaving_the_search_tells_too(dressed: QApplication, qtbot: QtBot, announced: list[str]) -> None:
    page = LibraryPage(LIGHT, POSES)
    page.show_library(ROUTINES, ())
    on_screen(qtbot, page)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page._search.setFocus()
    qtbot.keyClicks(page._search, "thigh")
    qtbot.keyClick(page._search, Qt.Key.Key_Tab)
    assert announced == [page._left]


def test_what_changes_no_choice_tells_nothing(page: LibraryPage, qtbot: QtBot, announced: list[str]) -> None:
    press(qtbot, page)
    page.show_library(ROUTINES, ())
    page._search.editingFinished.emit()
    assert announced == []
