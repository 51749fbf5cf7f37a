"""A topic knows all that it rests on."""

from dataclasses import replace

from kneeguide.core.learn import Basis, Section, Statement, Topic, Urgency
from kneeguide.core.routine import Certainty, Source

JONES = Source(
    id="jones-2020",
    authors="Jones A",
    about="Rolling",
    journal="A Journal",
    year=2020,
    found="It was pleasant.",
    certainty=Certainty.LOW,
)
SMITH = replace(JONES, id="smith-2021", authors="Smith B")
BROWN = replace(JONES, id="brown-2022", authors="Brown C")


def test_sources_come_in_the_order_in_which_they_are_named_each_once() -> None:
    first = Statement("Said.", Basis.RESEARCH, (BROWN, JONES))
    second = Statement("Advised.", Basis.JUDGEMENT, (BROWN, SMITH))
    topic = Topic(
        id="rolling",
        title="Rolling",
        lead="Roll.",
        certainty=Certainty.LOW,
        sure="Few looked.",
        exercise=(SMITH,),
        sections=(Section("One", (first,)), Section("Two", (second,))),
    )
    assert topic.sources == (SMITH, BROWN, JONES)


def test_a_page_is_urgent_where_it_begins_with_what_needs_help_now_and_that_is_named_first() -> None:
    call = Section("Call", (Statement("Call.", Basis.JUDGEMENT, (BROWN,)),), urgency=Urgency.NOW)
    soon = Section("Go", (Statement("Go.", Basis.JUDGEMENT, (JONES,)),), urgency=Urgency.SOON)
    topic = Topic("see", "See", "Look.", Certainty.LOW, "Few looked.", (SMITH,), (call, soon))
    assert topic.is_urgent
    assert topic.sources == (BROWN, JONES, SMITH)
    assert not replace(topic, sections=(soon, call)).is_urgent
