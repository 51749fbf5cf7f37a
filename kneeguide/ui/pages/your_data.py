"""The user's own data: where it is, what it is, its copies, and the way to be rid of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kneeguide.core.erasing import Stored
from kneeguide.core.safe_copy import SafeCopy
from kneeguide.ui import safe_keeping_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.copy_list import CopyList
from kneeguide.ui.widgets.icons import Icon
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
        self._copy_path = Button(self.tr("Copy its path"))
        self._copy_path.clicked.connect(self._put_on_clipboard)
        self._together = Text(TextRole.QUIET)
        self._fold = Button(self.tr("Show the files"), "link")
        self._fold.clicked.connect(self._turn_details)
        self._details = Text(TextRole.BODY)
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
        self._copy_path.setEnabled(bool(folder))
        self._delete.setEnabled(bool(folder))
        amounts = safe_keeping_wording.amounts(stored)
        self._together.setText(safe_keeping_wording.together(stored))
        self._together.setVisible(bool(amounts))
        self._details.setText("\n".join(amounts))
        self._fold.setVisible(bool(amounts))

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

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._folder.text())
        announce(self, self.tr("The path is copied."))

    def _turn_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._fold.set_label(self.tr("Hide the files") if shown else self.tr("Show the files"))

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
        last = self._copy_now
        for button in listed.findChildren(Button):  # Tab goes in the order in which things came, and these came last
            QWidget.setTabOrder(last, button)
            last = button

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

        for card in (self._place_card(), self._copies_box(), self._kept_card(), self._delete_card()):
            self.body.addWidget(card)
        self.body.addStretch(1)

        back = Button(self.tr("Back to settings"), icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(back)
        self.bar.show()

    def _place_card(self) -> Box:
        card = Box("card")
        card.column.addWidget(Text(TextRole.HEADING, self.tr("Your diary is in this folder")))
        card.column.addWidget(self._folder)
        card.column.addWidget(self._together)
        card.column.addSpacing(STEP)
        row = WrappingRow()
        row.addWidget(self._open)
        row.addWidget(self._copy_path)
        card.column.addLayout(row)
        return card

    def _copies_box(self) -> Box:
        card = self._copies_card
        card.column.addWidget(Text(TextRole.HEADING, self.tr("Copies of your diary")))
        card.column.addWidget(
            Text(
                TextRole.BODY,
                self.tr(
                    "KneeGuide makes a copy on each day that you use it. It keeps the newest seven, one for each of"
                    " four weeks before, and the last three from before updates."
                ),
            )
        )
        row = WrappingRow()
        row.addWidget(self._copy_now)
        card.column.addLayout(row)
        card.column.addSpacing(2 * STEP)
        card.column.addWidget(self._copies_said)
        card.column.addWidget(self._copies)
        return card

    def _kept_card(self) -> Box:
        card = Box("card")
        card.column.addWidget(Text(TextRole.HEADING, self.tr("What is kept")))
        card.column.addWidget(
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
        row = WrappingRow()
        row.addWidget(self._fold)
        card.column.addLayout(row)
        card.column.addWidget(self._details)
        self._details.hide()
        return card

    def _delete_card(self) -> Box:
        card = Box("card")
        card.column.addWidget(Text(TextRole.HEADING, self.tr("Begin anew")))
        card.column.addWidget(
            Text(
                TextRole.BODY, self.tr("You can delete all of it. Before that you see what goes, and are asked twice.")
            )
        )
        row = WrappingRow()
        row.addWidget(self._delete)
        card.column.addLayout(row)
        return card
