"""Tests of the window leave nothing behind that makes later ones slow."""

import pytest
from left_behind import FEW, let_go
from PySide6.QtWidgets import QApplication, QWidget


def test_widgets_that_a_test_leaves_behind_are_noticed(qapp: QApplication) -> None:
    page = QWidget()
    for _ in range(FEW):
        QWidget(page)
    with pytest.raises(AssertionError, match="left its widgets to nobody"):
        let_go(qapp)
    page.deleteLater()
    let_go(qapp)
