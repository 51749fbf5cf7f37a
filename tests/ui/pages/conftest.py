"""The player on the screen, for all of its tests."""

import pytest
from page_checks import POSES
from player_stand import Stand
from pytestqt.qtbot import QtBot

from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.theme import LIGHT


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    page = PlayerPage(LIGHT, POSES)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return Stand(page)
