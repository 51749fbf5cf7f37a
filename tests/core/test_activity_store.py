"""What the user follows by name is kept, with what was told of it, also when it is followed no more."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fakes import START

from kneeguide.core.activities import Activity, ActivityFault, ActivityRating, Overall, OverallChange
from kneeguide.core.activity_store import ActivityStore
from kneeguide.core.database import Database, StorageFault, TroubleKind, open_database

NOW = START.wall
TODAY = NOW.date()


@pytest.fixture
def database() -> Iterator[Database]:
    database = open_database(None, None, NOW).database
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> ActivityStore:
    return ActivityStore(database)


def test_three_can_be_followed_and_a_fourth_once_one_is_left(store: ActivityStore) -> None:
    for name in ("stairs", "walking", "kneeling"):
        store.add(name, name, NOW)
    with pytest.raises(ActivityFault, match="Three"):
        store.add("x", "x", NOW)
    store.retire("walking", NOW)
    store.add("x", "Cycling \ud83d", NOW)
    assert [(each.name, each.retired) for each in store.activities()] == [
        ("stairs", None),
        ("walking", NOW),
        ("kneeling", None),
        ("Cycling ?", None),
    ]
    assert store.activities()[0] == Activity("stairs", "stairs", NOW)


def test_a_new_name_keeps_the_ratings(store: ActivityStore) -> None:
    store.add("a", "stairs", NOW)
    store.rate("a", TODAY - timedelta(days=7), 0)
    store.rate("a", TODAY, 4)
    store.rate("a", TODAY, 5)
    store.rename("a", "stairs at work")
    store.rename("a", "Stairs at work")
    assert [each.name for each in store.activities()] == ["Stairs at work"]
    assert store.ratings() == (ActivityRating("a", TODAY - timedelta(days=7), 0), ActivityRating("a", TODAY, 5))


def test_two_cannot_have_one_name(store: ActivityStore) -> None:
    store.add("a", "stairs", NOW)
    store.add("b", "walking", NOW)
    with pytest.raises(ActivityFault):
        store.rename("b", "Stairs")
    with pytest.raises(ActivityFault):
        store.add("c", "WALKING", NOW)


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_off_the_scale_is_refused(store: ActivityStore, rating: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        store.rate("a", TODAY, rating)


def test_the_last_word_of_a_day_on_the_whole_counts(store: ActivityStore) -> None:
    store.tell_overall(TODAY, Overall.MUCH_WORSE)
    store.tell_overall(TODAY, Overall.LITTLE_BETTER)
    store.tell_overall(TODAY - timedelta(days=14), Overall.SAME)
    assert store.overall() == (
        OverallChange(TODAY - timedelta(days=14), Overall.SAME),
        OverallChange(TODAY, Overall.LITTLE_BETTER),
    )


@pytest.mark.parametrize("table", ["activity_rating", "overall_change"])
def test_a_day_that_is_none_is_damage(database: Database, store: ActivityStore, table: str) -> None:
    store.add("a", "stairs", NOW)
    store.rate("a", TODAY, 5)
    store.tell_overall(TODAY, Overall.SAME)
    with database.change() as connection:
        connection.execute(f"UPDATE {table} SET day = 'yesterday'")
    with pytest.raises(StorageFault) as fault:
        store.ratings() if table == "activity_rating" else store.overall()
    assert fault.value.kind is TroubleKind.CORRUPT
