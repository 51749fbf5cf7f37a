"""The user's own data: where it is, what it is, its copies, and the way to be rid of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.erasing import Stored
from kneeguide.core.safe_copy import SafeCopy
from kneeguide.ui import safe_keeping_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.copy_list import CopyList
from kneeguide.ui.widgets.fact_list import FactList
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class YourDataPage(PageFrame):
    """Shows what is kept. ``put_back_requested`` carries the file of a copy; everything else is a wish."""

    folder_requested = Signal()
    copy_requested = Signal()
    put_back_requested = Signal(object)
    delete_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: SafeCopy | None = None
        self._change = Box("care")
        self._change_title = Text(TextRole.HEADING)
        self._change_text = Text(TextRole.BODY)
        self._put_back = Button(self.tr("Put this copy back"))
        self._folder = Text(TextRole.STRONG)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open = Button(self.tr("Open the folder"))
        self._open.clicked.connect(self.folder_requested)
        self._facts = FactList()
        self._copies_said = Text(TextRole.BODY)
        self._copies: QWidget = QWidget()
        self._copy_now = Button(self.tr("Make a copy now"))
        self._copy_now.clicked.connect(self.copy_requested)
        self._copies_card = Box("card")
        self._delete = Button(self.tr("Delete everything"))
        self._delete.clicked.connect(self.delete_requested)
        self._arrange()

    def show_stored(self, folder: str, stored: tuple[Stored, ...]) -> None:
        """Show where and how much. ``folder``: empty if there is no place to keep anything."""
        self.show_heading(self.tr("My data"), self.tr("All of it is on this computer, and in one folder."))
        self._folder.setText(folder or self.tr("There is no folder to keep anything in on this computer."))
        self._open.setEnabled(bool(folder))
        self._delete.setEnabled(bool(folder))
        self._facts.show_facts(
            [(safe_keeping_wording.kind(each.kind), safe_keeping_wording.amount(each)) for each in stored]
        )

    def show_looking(self) -> None:
        """Say that the copies are being looked at."""
        self._show_copies(self.tr("The copies are being looked at."), QWidget())
        self._copy_now.setEnabled(False)

    def show_copies(self, copies: tuple[SafeCopy, ...]) -> None:
        """List the copies there are."""
        said = "" if copies else self.tr("There is no copy yet. One is made when you leave KneeGuide.")
        listed = CopyList(copies)
        listed.chosen.connect(self._preview)
        self._show_copies(said, listed)
        self._copy_now.setEnabled(True)

    def show_trouble(self, sentence: str) -> None:
        """Say why there are no copies to be seen or made."""
        self._show_copies(sentence, QWidget())
        self._copy_now.setEnabled(False)
        announce(self, sentence)

    def _preview(self, copy: SafeCopy) -> None:
        assert copy.contents is not None
        self._chosen = copy
        self._change_title.setText(
            self.tr("Put back the copy of {day}?").format(day=safe_keeping_wording.copy_title(copy))
        )
        self._change_text.setText(safe_keeping_wording.what_would_change(copy.contents))
        self._change.show()
        self.scroll_to_top()
        self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._change_text.text())

    def _ask_to_put_back(self) -> None:
        if self._chosen is not None:
            self.put_back_requested.emit(self._chosen.path)

    def _leave_copy(self) -> None:
        self._change.hide()
        self._copy_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_copies(self, said: str, listed: QWidget) -> None:
        self._change.hide()
        self._copies_said.setText(said)
        self._copies_said.setVisible(bool(said))
        self._copies_card.column.replaceWidget(self._copies, listed)
        listed.show()
        self._copies.hide()
        self._copies.deleteLater()
        self._copies = listed
        self._put_foot_last()

    def _arrange(self) -> None:
        leave = Button(self.tr("Leave it as it is"), "link")
        leave.clicked.connect(self._leave_copy)
        self._put_back.clicked.connect(self._ask_to_put_back)
        row = WrappingRow()
        row.addWidget(self._put_back)
        row.addWidget(leave)
        self._change.column.addWidget(self._change_title)
        self._change.column.addWidget(self._change_text)
        self._change.column.addLayout(row)
        self._change.hide()
        self.body.addWidget(self._change)

        place = Box("card")
        place.column.addWidget(Text(TextRole.HEADING, self.tr("Where it is")))
        row = WrappingRow(gap=4 * STEP)
        row.addWidget(self._folder, 1)
        row.addWidget(self._open)
        place.column.addLayout(row)
        place.column.addWidget(self._facts)
        self.body.addWidget(place)

        kept = Box("card")
        kept.column.addWidget(Text(TextRole.HEADING, self.tr("What is kept")))
        kept.column.addWidget(
            Points(
                [
                    self.tr("Your sessions: when, which steps, how your knee felt, and your notes."),
                    self.tr("Your answers to the health questions, and any waiting time that came of them."),
                    self.tr("Your plan, your weekly ratings, and your settings."),
                    self.tr("Nothing leaves this computer. KneeGuide has no account and sends nothing anywhere."),
                    self.tr("Whoever can open your account on this computer can read it. It is not locked away."),
                ]
            )
        )
        self.body.addWidget(kept)

        card = self._copies_card
        card.column.addWidget(Text(TextRole.HEADING, self.tr("Copies of your diary")))
        row = WrappingRow(gap=4 * STEP)
        row.addWidget(
            Text(
                TextRole.BODY,
                self.tr(
                    "KneeGuide makes a copy on each day that you use it. It keeps the newest seven, one for each of"
                    " four weeks before, and the last three from before updates."
                ),
            ),
            1,
        )
        row.addWidget(self._copy_now)
        card.column.addLayout(row)
        card.column.addSpacing(2 * STEP)
        card.column.addWidget(self._copies_said)
        card.column.addWidget(self._copies)
        self.body.addWidget(card)
        self.body.addStretch(1)

        back = Button(self.tr("Back to settings"), "primary")
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self._delete)
        self.bar.show()
