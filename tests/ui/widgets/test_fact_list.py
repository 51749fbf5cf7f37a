"""Facts of a session are listed in order, and replaced as a whole."""

from fakes import START, planned
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.core.history import StageDone, StageOutcome, opened
from kneeguide.ui.widgets.fact_list import FactList, doses


def test_new_facts_take_the_place_of_the_old(qtbot: QtBot) -> None:
    facts = FactList()
    on_screen(qtbot, facts)
    facts.show_facts([("Time", "5:00"), ("Note", "<b>left</b> & right")])
    qtbot.waitUntil(lambda: texts(facts) == ["Time", "5:00", "Note", "<b>left</b> & right"])
    facts.show_facts([("Time", "3:10")])
    qtbot.waitUntil(lambda: texts(facts) == ["Time", "3:10"])


def test_doses_are_those_really_done_leg_by_leg(qapp: object) -> None:
    record = opened("a", planned(), 3, START.wall)
    for stage, seconds in zip(record.planned, (10, 40, 5, 12.4), strict=False):
        record = record.with_stage(StageDone(stage.key, stage.seconds, seconds, StageOutcome.DONE))
    assert doses(record) == [("Left leg", "Front of thigh 0:40"), ("Right leg", "Front of thigh 0:12")]


def test_a_session_in_which_nothing_was_pressed_has_no_doses(qapp: object) -> None:
    assert doses(opened("a", planned(), 3, START.wall)) == []
