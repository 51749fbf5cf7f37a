"""A notice is seen until it is closed or has nothing more to say."""

from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.ui.widgets.notice import Notice


def test_it_is_there_only_while_it_has_something_to_say(qtbot: QtBot) -> None:
    notice = Notice()
    on_screen(qtbot, notice, 600, 60)
    assert not notice.isVisible()
    notice.say("The disk is full.")
    notice.say("The diary is locked.")
    assert texts(notice) == ["The diary is locked."]
    button(notice, "Close the notice").click()
    assert not notice.isVisible()
    notice.say("Again.")
    notice.say("")
    assert not notice.isVisible()


def test_each_sentence_is_announced_once(qtbot: QtBot, announced: list[str]) -> None:
    notice = Notice()
    on_screen(qtbot, notice, 600, 60)
    for sentence in ("The disk is full.", "The disk is full.", "", "The disk is full."):
        notice.say(sentence)
    assert announced == ["The disk is full."] * 2


def test_of_several_lines_only_the_new_ones_are_announced(qtbot: QtBot, announced: list[str]) -> None:
    notice = Notice()
    on_screen(qtbot, notice, 600, 60)
    notice.say("No player.")
    notice.say("No player.\nNo voice.\nThe screen may turn off")
    assert announced == ["No player.", "No voice. The screen may turn off."]
    assert texts(notice) == ["No player.\nNo voice.\nThe screen may turn off"]
