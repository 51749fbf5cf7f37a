"""The report fits two pages whatever the diary holds, says what it leaves out, and tells health only when asked to."""

import pytest
from fakes import START, health
from long_diaries import summed
from paper_checks import lines_of, paper_faults
from PySide6.QtWidgets import QApplication

from kneeguide.core.health_summary import HealthSummary, summarise
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.questions import CONFIRMABLE, HEALTH, Answers, Confirmation, Question
from kneeguide.ui import pain_wording, report_wording, safety_wording
from kneeguide.ui.paper.document import as_text
from kneeguide.ui.paper.report_document import MOST_PAGES, report_pages

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 30
LONG_NOTE = "Sat in the car for three hours, then took the stairs twice. " * 40
TITLE = "A title as long as a title of one's own may be, which is eighty characters long."


def told(answers: Answers | None, *stated: Question) -> HealthSummary:
    statements = [Confirmation(question, START.wall) for question in stated]
    return summarise(answers, (), statements, anew=None, now=START)


EVERY_ANSWER = told(health(*HEALTH), *sorted(CONFIRMABLE))


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("sessions", [0, 1, 2, 7, 41, 42, 43, 1000])
@pytest.mark.parametrize(
    "note", ["Stairs were easier.", LONG_NOTE, LONG_WORD, "\u202egarden\U0001f469\u200d\U0001f9bd\n\tx\x00"]
)
@pytest.mark.parametrize("answers", [None, EVERY_ANSWER], ids=["no health", "all health"])
def test_nothing_overflows_or_overlaps(
    qapp: QApplication, paper: PaperSize, sessions: int, note: str, answers: HealthSummary | None
) -> None:
    _, pages = report_pages(summed(sessions, note, TITLE, answers), paper)
    assert 1 <= len(pages) <= MOST_PAGES
    assert paper_faults(pages) == []


def test_a_piece_over_the_edge_or_over_another_is_noticed(qapp: QApplication) -> None:
    _, (page,) = report_pages(summed(1), PaperSize.A4)
    moved = [piece.moved(page.size.width() / 2, 0) for piece in page.pieces]
    faults = paper_faults([type(page)(page.size, (*page.pieces, *moved))])
    assert any("over the edge" in fault for fault in faults)
    assert any("lies over" in fault for fault in faults)


def test_an_empty_diary_is_a_page_that_says_so(qapp: QApplication) -> None:
    document, pages = report_pages(summed(0), PaperSize.A4)
    assert len(pages) == 1
    assert "Sessions: none" in as_text(document)
    assert report_wording.pain_title() not in as_text(document)


def test_it_says_what_it_is_on_every_page(qapp: QApplication) -> None:
    _, pages = report_pages(summed(60), PaperSize.A4)
    assert len(pages) == 2
    for page in pages:
        assert report_wording.what_it_is() in lines_of([page])


def test_the_figures_are_those_of_the_diary(qapp: QApplication) -> None:
    text = as_text(report_pages(summed(12), PaperSize.A4)[0])
    assert "Period: Thu 19 Feb 2026 to Mon 2 Mar 2026" in text
    assert "Sessions: 12 (10 completed, 2 stopped early)" in text
    assert "Front of thigh: Left leg 8 min, Right leg 7 min" in text
    assert "Mon 2 Mar 2026: before 6, after 4, next day not answered" in text
    assert pain_wording.no_trend() in text
    assert "In the last four weeks, knee pain before a session" in as_text(report_pages(summed(20), PaperSize.A4)[0])
    assert "Bruise or new swelling after 1 session" in text
    assert "Sat 28 Feb 2026: Pain or pressure in the chest – Stopped" in text
    assert "Thu 26 Feb 2026: Too sore or too much pressure – Went on lighter" in text
    assert "8 sessions: Stick or ball only." in text


def test_all_notes_are_told_where_there_is_room_else_how_many_are_not(qapp: QApplication) -> None:
    assert "more note" not in as_text(report_pages(summed(12), PaperSize.A4)[0])
    document, pages = report_pages(summed(1000), PaperSize.A4)
    shown = lines_of(pages).count("Stairs were easier.")
    assert shown > 10
    assert f"{334 - shown} more notes in the diary." in as_text(document)


def test_notes_can_be_left_out(qapp: QApplication) -> None:
    text = as_text(report_pages(summed(12), PaperSize.A4, notes=False)[0])
    assert "Stairs" not in text
    assert report_wording.notes_title() not in text


def test_health_answers_are_told_only_if_they_are_in_the_report(qapp: QApplication) -> None:
    question = Question.ASK_ANTICOAGULANT
    without = as_text(report_pages(summed(3), PaperSize.A4)[0])
    assert report_wording.health_title() not in without
    assert safety_wording.question(question) not in without
    summary = told(health(question), question)
    text = as_text(report_pages(summed(3, health=summary), PaperSize.A4)[0])
    assert (
        f"Answered on Mon 2 Mar 2026. Yes to these, no to all others:\n\n• {safety_wording.question(question)}" in text
    )
    assert safety_wording.statement(question) in text


def test_no_answers_and_only_no_are_told_apart(qapp: QApplication) -> None:
    assert "There are none in KneeGuide." in as_text(report_pages(summed(1, health=told(None)), PaperSize.A4)[0])
    text = as_text(report_pages(summed(1, health=told(health())), PaperSize.A4)[0])
    assert "Answered on Mon 2 Mar 2026: no to every question." in text


def test_many_stops_are_counted_by_what_was_wrong(qapp: QApplication) -> None:
    text = as_text(report_pages(summed(1000), PaperSize.A4)[0])
    assert "125 sessions: Too sore or too much pressure – Went on lighter (last on" in text


def test_with_fewer_than_six_numbers_none_are_compared(qapp: QApplication) -> None:
    assert report_wording.trend(None) in as_text(report_pages(summed(5), PaperSize.A4)[0])


def test_it_passes_no_judgement(qapp: QApplication) -> None:
    text = as_text(report_pages(summed(60, health=EVERY_ANSWER), PaperSize.A4)[0]).lower()
    for word in ("score", "diagnos", "patient", "therapy", "improve", "worse", "recommend"):
        assert word not in text.replace(LONG_NOTE.lower(), ""), word


def test_the_same_diary_makes_the_same_pages(qapp: QApplication) -> None:
    first, second = (report_pages(summed(60, health=EVERY_ANSWER), PaperSize.A4) for _ in range(2))
    assert as_text(first[0]) == as_text(second[0])
    assert [(each.text, each.room) for page in first[1] for each in page.pieces if hasattr(each, "text")] == [
        (each.text, each.room) for page in second[1] for each in page.pieces if hasattr(each, "text")
    ]
