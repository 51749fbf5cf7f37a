"""What can be done with the diary as a whole. The report is seen at once, the rest once it is asked for."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout


class Action(StrEnum):
    """What can be done with the diary as a whole, in the order of its buttons."""

    REPORT = "report"
    ADD = "add"
    EXPORT = "export"
    IMPORT = "import"


class DiaryActions(QWidget):
    """The report, and the button that opens and shuts ``rest``, which stands wherever it is put. ``wanted`` carries an
    Action."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rest = QWidget()
        self._offered: set[Action] = set()
        self._is_empty = True
        self._is_opened = False
        self._buttons = self._make_buttons()
        self._more = Button("", "link")
        self._more.clicked.connect(self._change_over)
        self._arrange()
        self._show()

    @property
    def has_any(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._offered)

    def offer(self, *actions: Action) -> None:
        """Let these be done, too."""
        self._offered.update(actions)
        self._show()

    def show_diary(self, *, is_empty: bool) -> None:
        """A report on nothing is of use to nobody."""
        self._is_empty = is_empty
        self._show()

    def set_seen(self, seen: bool) -> None:
        """Be seen, with the rest where that is opened, or not at all."""
        self.setVisible(seen and self.has_any)
        self.rest.setVisible(seen and bool(self._below) and (self._is_opened or not self._has_report))

    @property
    def _has_report(self) -> bool:
        return Action.REPORT in self._offered and not self._is_empty

    @property
    def _below(self) -> list[Action]:
        return [each for each in Action if each in self._offered and each is not Action.REPORT]

    def _change_over(self) -> None:
        self._is_opened = not self._is_opened
        self._show()
        self.set_seen(True)

    def _show(self) -> None:
        """Without a report, there is nothing that the rest would be in the way of."""
        for each, button in self._buttons.items():
            button.setVisible(self._has_report if each is Action.REPORT else each in self._offered)
        self._more.setVisible(self._has_report and bool(self._below))
        self._more.set_label(self.tr("Less") if self._is_opened else self.tr("More"))
        self._more.setAccessibleName(
            self.tr("Less: put these away") if self._is_opened else self.tr("More to do with the diary")
        )
        words = [self._buttons[each].text() for each in self._below]
        self._more.setAccessibleDescription("" if self._is_opened else self.tr(", ").join(words))

    def _make_buttons(self) -> Mapping[Action, Button]:
        buttons = {
            Action.REPORT: Button(self.tr("Report for my clinician")),
            Action.ADD: Button(self.tr("Add a past session"), "link"),
            Action.EXPORT: Button(self.tr("Export"), "link"),
            Action.IMPORT: Button(self.tr("Import"), "link"),
        }
        for action, button in buttons.items():
            button.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
        return buttons

    def _arrange(self) -> None:
        row, below = FlowLayout(self), FlowLayout(self.rest)
        row.addWidget(self._buttons[Action.REPORT])
        row.addWidget(self._more)
        for action in Action:
            if action is not Action.REPORT:
                below.addWidget(self._buttons[action])
