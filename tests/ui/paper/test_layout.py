"""Blocks are stacked on as many pages as they take; headings stay with what they lead to."""

import pytest
from paper_checks import lines_of, paper_faults
from PySide6.QtWidgets import QApplication

from kneeguide.core.paper_size import PaperSize
from kneeguide.ui.paper.document import Block, Document, Facts, Style, Table, Words, as_text
from kneeguide.ui.paper.layout import pages
from kneeguide.ui.paper.pieces import Leaf


def laid(*blocks: Block) -> tuple[Leaf, ...]:
    made = pages(Document("A title", blocks, "A foot."), PaperSize.A4)
    assert paper_faults(made) == []
    return made


def test_nothing_at_all_is_one_page_with_its_foot(qapp: QApplication) -> None:
    (page,) = laid()
    assert lines_of([page]) == ["A foot.", "1 / 1"]


def test_every_page_has_its_number_and_nothing_is_lost(qapp: QApplication) -> None:
    made = laid(*(Words(f"Paragraph {number}.") for number in range(200)))
    assert len(made) > 2
    for number, page in enumerate(made, start=1):
        assert lines_of([page])[-2:] == ["A foot.", f"{number} / {len(made)}"]
    said = [line for line in lines_of(made) if line.startswith("Paragraph")]
    assert said == [f"Paragraph {number}." for number in range(200)]


@pytest.mark.parametrize("before", range(40, 60))
def test_a_heading_is_never_the_last_on_its_page(qapp: QApplication, before: int) -> None:
    blocks = [*(Words("Above.") for _ in range(before)), Words("Heading", Style.HEADING), Words("Below.")]
    for page in laid(*blocks):
        *lines, _foot, _number = lines_of([page])
        assert not lines or lines[-1] != "Heading"


def test_what_goes_on_on_another_page_says_there_what_it_is(qapp: QApplication) -> None:
    notes = Facts(tuple((f"Day {number}", "Stairs were easier.") for number in range(120)))
    first, *others = laid(Words("Notes", Style.HEADING), notes)
    assert lines_of([first])[0] == "Notes"
    assert others
    assert {lines_of([page])[0] for page in others} == {"Notes (continued)"}


def test_the_head_of_a_table_is_with_its_first_row(qapp: QApplication) -> None:
    for before in range(40, 60):
        table = Table(("Muscle", "Left leg"), (("Calf", "3 min"),))
        for page in laid(*(Words("Above.") for _ in range(before)), table):
            assert ("Muscle" in lines_of([page])) == ("Calf" in lines_of([page]))


def test_a_long_name_in_a_table_goes_on_in_a_second_line(qapp: QApplication) -> None:
    name = "Evening wind-down for the front of both thighs and the calves, after a long day on the stairs"
    lines = lines_of(laid(Table(("Routine", "Sessions", "Time"), ((name, "5", "15 min"),))))
    assert not any(line.endswith("…") for line in lines)
    assert "15 min" in lines


def test_long_facts_end_in_an_ellipsis_on_paper_and_are_whole_as_text(qapp: QApplication) -> None:
    long = "Up and down the stairs. " * 40
    facts = Facts((("Monday", long),))
    assert lines_of(laid(facts))[3].endswith("…")
    assert long in as_text(Document("", (facts,), ""))


def test_a_table_as_text_says_what_each_figure_is() -> None:
    table = Table(("Muscle", "Left leg", "Right leg"), (("Calf", "3 min", "4 min"),))
    assert as_text(Document("", (table,), "End.")) == "Calf: Left leg 3 min, Right leg 4 min\n\nEnd.\n"


def test_a_foot_that_was_said_already_is_not_read_twice() -> None:
    assert as_text(Document("", (Words("The same."),), "The same.")) == "The same.\n"
