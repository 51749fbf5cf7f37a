"""The pages that come with KneeGuide: each claim sourced, each page plain, the rules told as the program has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from plain_words import avoided, faults

from kneeguide.core.dose import DOSE_CAP, FIRST_WEEK_TIME, LIGHTER
from kneeguide.core.learn import Basis, Statement, Topic, Urgency
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.limits import HANDS_CAP, PRESSURE_CAP
from kneeguide.core.pain import MOST, AfterLight, BeforeLight, Change, after_light, before_light, change, next_day_light
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.questions import EMERGENCY
from kneeguide.core.routine import Condition

PROJECT = Path(__file__).parents[2]
LIBRARY = load_library(PROJECT / "routines", None)
LEARN = load_learn(PROJECT / "assets" / "learn", LIBRARY.sources, PoseShelf(PROJECT / "assets" / "figures"))
TOPICS = {topic.id: topic for topic in LEARN.topics}

HARDEST = 9.0
"""School grade of the USA that every paragraph stays below."""
LEAST, LONGEST = 60, 250
"""Words of a page."""
LONGEST_LIST = 360
"""Words of the page that is looked things up in: all pain rules must stand on one."""


def statements(topic: Topic) -> Iterator[Statement]:
    for section in topic.sections:
        yield from section.statements


def said(statement: Statement) -> str:
    """A statement as it is read, each line of it with an end."""
    rows = (f"{row.when}: {row.then}" for row in statement.rows)
    lines = (statement.text, *statement.points, *rows)
    return " ".join(line if line.endswith((".", ":", "?")) else f"{line}." for line in lines)


def table(page: str, heading: str) -> dict[str, str]:
    """The rows of a section."""
    (section,) = (section for section in TOPICS[page].sections if section.heading == heading)
    return {row.when: row.then for statement in section.statements for row in statement.rows}


def test_all_pages_are_free_of_problems_and_stand_in_this_order() -> None:
    assert LEARN.problems == ()
    assert list(TOPICS) == [
        "does-massage-help",
        "how-it-may-work",
        "osteoarthritis",
        "patellofemoral",
        "it-band",
        "how-to-massage",
        "kinds-of-massage",
        "keep-off",
        "safety",
        "see-someone",
        "how-kneeguide-decides",
        "pain-rules",
        "what-kneeguide-is",
    ]


def test_each_condition_has_a_page_of_its_name() -> None:
    assert {condition.value for condition in Condition} <= set(TOPICS)


@pytest.mark.parametrize("id", TOPICS)
def test_a_page_says_how_sure_it_is_what_it_rests_on_and_shows_something(id: str) -> None:
    topic = TOPICS[id]
    assert topic.sure
    assert topic.exercise
    assert any(section.picture for section in topic.sections)
    assert all(statement.sources for statement in statements(topic) if statement.basis is Basis.RESEARCH)
    assert {source.id for source in topic.sources} <= set(LIBRARY.sources)


@pytest.mark.parametrize("id", TOPICS)
def test_a_page_is_short(id: str) -> None:
    words = sum(len(said(statement).split()) for statement in statements(TOPICS[id]))
    assert LEAST <= words <= (LONGEST_LIST if id == "pain-rules" else LONGEST)


@pytest.mark.parametrize("id", TOPICS)
def test_a_page_is_plain_and_promises_nothing(id: str) -> None:
    topic = TOPICS[id]
    captions = [section.picture.caption for section in topic.sections if section.picture]
    headings = [topic.title, *(section.heading for section in topic.sections)]
    paragraphs = [topic.lead, topic.sure, *captions, *map(said, statements(topic))]
    assert faults({text: text for text in paragraphs}, below=HARDEST) == []
    assert [words for words in headings if avoided(words)] == []


@pytest.mark.parametrize("id", ["does-massage-help", "how-it-may-work", "patellofemoral", "it-band"])
def test_where_much_is_claimed_elsewhere_a_page_says_what_is_not_shown(id: str) -> None:
    assert "What is not shown" in [section.heading for section in TOPICS[id].sections]


@pytest.mark.parametrize("condition", Condition)
def test_a_page_on_a_condition_says_who_was_told_what_helps_most_and_when_to_see_someone(condition: Condition) -> None:
    topic = TOPICS[condition.value]
    assert "were told" in topic.lead
    assert [section.heading for section in topic.sections][:3] == [
        "What it is",
        "What helps most",
        "Where massage fits",
    ]
    assert topic.sections[-1].heading == "See a doctor or physiotherapist if"
    assert topic.sections[-1].urgency is Urgency.SOON


def test_nothing_comes_before_the_signs_that_need_help_now() -> None:
    first, second = TOPICS["see-someone"].sections[:2]
    assert (first.urgency, second.urgency) == (Urgency.NOW, Urgency.SOON)
    (call,) = first.statements
    assert call.text.startswith("Call 999, 112, 911 or your own emergency number.")
    assert len(call.points) == len(EMERGENCY)


def test_only_what_needs_help_at_once_is_red() -> None:
    red = [topic.id for topic in LEARN.topics for section in topic.sections if section.urgency is Urgency.NOW]
    assert red == ["see-someone"]


# How KneeGuide decides


def lights(heading: str, moment: str) -> dict[str, str]:
    """From the table of numbered rules: when each light of a moment shines."""
    found = (row.partition(". ")[2].partition(": ") for row in table("pain-rules", heading))
    return {light.rpartition(" ")[2]: when for light, _, when in found if light.startswith(f"{moment}, ")}


@pytest.mark.parametrize("number", range(MOST + 1))
def test_the_rule_before_a_session_is_told_as_it_is(number: int) -> None:
    numbers = {
        light: range(int(least), int(most) + 1)
        for light, when in lights("Before and during a session", "Before").items()
        for least, most in [when.split(" to ")]
    }
    (told,) = [BeforeLight(light) for light, of_it in numbers.items() if number in of_it]
    assert told is before_light(number)


@pytest.mark.parametrize("moment", ["After", "Next day"])
def test_the_rule_after_a_session_is_told_as_it_is(moment: str) -> None:
    told = lights("After it, and the next day", moment)
    assert list(told) == ["green", "amber", "red"]
    for light, begins, rises in (
        ("green", "same or lower", (-2, 0)),
        ("amber", "1 higher", (1,)),
        ("red", "2 or more higher", (2, 5)),
    ):
        assert told[light].startswith(begins)
        for rise in rises:
            assert AfterLight(light) is after_light(3, 3 + rise) is next_day_light(3, 3 + rise, marks=False)


def test_a_bruise_or_swelling_is_told_to_be_red() -> None:
    assert lights("After it, and the next day", "Next day")["red"].endswith("a bruise or new swelling")
    assert next_day_light(3, 0, marks=True) is AfterLight.RED


def test_what_is_called_calm_is_told_before_the_rule_that_needs_it() -> None:
    (section,) = (each for each in TOPICS["how-kneeguide-decides"].sections if each.heading == "When you may do more")
    assert len(section.statements[0].points) == 3
    assert list(TOPICS).index("how-kneeguide-decides") < list(TOPICS).index("pain-rules")


def test_a_change_is_called_as_it_is_told() -> None:
    rows = table("how-kneeguide-decides", "A number for your knee")
    assert rows["Same number"] == "About the same."
    assert change(5, 5) is Change.SAME
    assert rows["1 point"] == "A little lower or higher. Clearly, from a start of 3 or less."
    assert (change(4, 3), change(4, 5)) == (Change.LITTLE_LOWER, Change.LITTLE_HIGHER)
    assert (change(3, 2), change(3, 4)) == (Change.CLEARLY_LOWER, Change.CLEARLY_HIGHER)
    assert rows["2 or more"] == "Clearly lower or higher."
    assert (change(6, 4), change(6, 8)) == (Change.CLEARLY_LOWER, Change.CLEARLY_HIGHER)


def test_doses_are_told_as_they_are() -> None:
    rows = table("how-kneeguide-decides", "How long and how hard")
    longest = max(phase.seconds for r in LIBRARY.routines for phase in r.phases if phase.technique.presses)
    assert rows[f"{longest} seconds"] == "For one set."
    assert rows[f"{DOSE_CAP} seconds"] == "For one muscle of one leg."
    assert rows[f"{PRESSURE_CAP} of 10"] == f"Pressure. With bare hands it is {HANDS_CAP}."
    assert (FIRST_WEEK_TIME, LIGHTER) == (0.75, 1)
    first_week = "In your first week, each step is a quarter shorter and one point lighter."
    assert first_week in [statement.text for statement in statements(TOPICS["how-kneeguide-decides"])]


def test_the_words_for_certainty_are_explained() -> None:
    assert list(table("what-kneeguide-is", "How sure is sure")) == ["High", "Moderate", "Low", "Very low"]


def test_a_page_that_breaks_a_rule_would_be_noticed() -> None:
    hard = "Massage therapeutically normalises biomechanical dysfunctionality of periarticular musculature."
    found = faults({"page": hard + " It relieves pain."}, below=HARDEST)
    assert any(fault.startswith("page: grade") for fault in found)
    assert "page: relieves" in found
