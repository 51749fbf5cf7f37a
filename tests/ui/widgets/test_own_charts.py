"""The charts of daily life: told by slots of time, gaps where nothing was told, and every answer in the table."""

from datetime import timedelta

import pytest
from fakes import START, later
from on_screen import on_screen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.core.activities import Activity, ActivityRating, Overall, OverallChange
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.own_charts import ActivityChart, OverallChart

DAY = START.wall.date()
STAIRS = Activity("s", "Stairs", START.wall)
WALKS = Activity("w", "Walks", START.wall)
LEFT = Activity("o", "Running", START.wall, retired=later(days=3).wall)


def told(id: str, *ratings: tuple[int, int]) -> list[ActivityRating]:
    return [ActivityRating(id, DAY + timedelta(days=days), rating) for days, rating in ratings]


@pytest.fixture
def activities(dressed: QApplication, qtbot: QtBot) -> ActivityChart:
    chart = ActivityChart(LIGHT)
    on_screen(qtbot, chart, 580, 420)
    return chart


@pytest.fixture
def overall(dressed: QApplication, qtbot: QtBot) -> OverallChart:
    chart = OverallChart(LIGHT)
    on_screen(qtbot, chart, 580, 420)
    return chart


def test_each_week_says_what_was_told_in_it(activities: ActivityChart) -> None:
    ratings = sorted(told("s", (0, 3), (14, 5)) + told("w", (15, 0)), key=lambda each: each.day)
    activities.show_ratings([STAIRS, WALKS], ratings)
    assert activities.picture.words == (
        "Week of 2 Mar 2026: Stairs 3",
        "Week of 9 Mar 2026: not answered",
        "Week of 16 Mar 2026: Walks 0, Stairs 5",
    )
    assert "Stairs: 3 at first, 5 last." in " ".join(texts(activities))
    assert activities.table.model().rowCount() == 2
    activities.set_colours(DARK)
    assert not activities.grab().isNull()


def test_one_that_is_followed_no_more_keeps_its_line_while_there_is_room(
    activities: ActivityChart, qtbot: QtBot
) -> None:
    activities.show_ratings([STAIRS, LEFT], told("o", (0, 3)) + told("s", (7, 5)))
    qtbot.waitUntil(lambda: {"Stairs", "Running"} <= set(texts(activities)))
    more = [Activity(str(n), f"New {n}", START.wall) for n in range(3)]
    ratings = told("o", (0, 3)) + [each for n in range(3) for each in told(str(n), (7, 5))]
    activities.show_ratings([LEFT, *more], ratings)
    qtbot.waitUntil(lambda: {"New 0", "New 1", "New 2"} <= set(texts(activities)))
    assert "Running" not in texts(activities)


def test_nothing_told_shows_nothing(activities: ActivityChart, overall: OverallChart) -> None:
    activities.show_ratings([STAIRS], [])
    overall.show_changes([])
    assert activities.isHidden()
    assert overall.isHidden()


def test_the_whole_is_a_mark_for_each_answer(overall: OverallChart) -> None:
    overall.show_changes(
        [OverallChange(DAY, Overall.MUCH_WORSE), OverallChange(DAY + timedelta(days=14), Overall.LITTLE_BETTER)]
    )
    assert overall.picture.words == (
        "Week of 2 Mar 2026: Much worse",
        "Week of 9 Mar 2026: not answered",
        "Week of 16 Mar 2026: A little better",
    )
    assert overall.picture.accessibleDescription().startswith("Last told, Mon 16 Mar 2026: a little better.")
    assert not overall.grab().isNull()
