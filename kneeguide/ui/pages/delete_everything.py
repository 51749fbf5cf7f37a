"""Deleting everything is asked twice: what goes and what stays first, then whether the user understands."""

from PySide6.QtCore import Qt, Signal

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.tick_line import TickLine
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class DeleteEverythingPage(PageFrame):
    """``delete_requested`` carries whether the user's own routines go too."""

    delete_requested = Signal(bool)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._trouble = Box("stop")
        self._trouble_text = Text(TextRole.BODY)
        self._trouble.column.addWidget(self._trouble_text)
        self._routines = TickLine(self.tr("Delete the routines of my own too"))
        self._sure = Box("care")
        self._understood = TickLine(self.tr("I understand that it cannot be undone."))
        self._delete = Button(self.tr("Delete everything now"), "stop")
        self._go_on = Button(self.tr("Go on to delete"))
        self._arrange()

    def show_question(self, own_routines: int) -> None:
        """Ask for the first time. ``own_routines``: how many files of the user's own there are."""
        self.show_heading(self.tr("Delete everything?"), self.tr("KneeGuide then starts as if it were new."))
        self._trouble.hide()
        self._routines.tick(False)
        self._routines.setVisible(own_routines > 0)
        self._understood.tick(False)
        self._sure.hide()
        self._delete.setEnabled(False)
        self._go_on.show()
        self.scroll_to_top()

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was deleted."""
        self._trouble_text.setText(sentence)
        self._trouble.show()
        self.scroll_to_top()

    def _ask_again(self) -> None:
        self._go_on.hide()
        self._sure.show()
        self.scroll_to_top()
        self._understood.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        goes = Box("card")
        goes.column.addWidget(Text(TextRole.HEADING, self.tr("This goes")))
        goes.column.addWidget(
            Points(
                [
                    self.tr("Your diary with all sessions, notes, plans and ratings."),
                    self.tr("All copies of it, and earlier diaries that were set aside."),
                    self.tr(
                        "Your health answers and any waiting time. KneeGuide knows nothing of them then, and asks you"
                        " everything anew. If you were told to wait or to see somebody, please still do."
                    ),
                    self.tr("Your settings and favourites, the log, and the files for a quicker start."),
                ]
            )
        )
        stays = Box("card")
        stays.column.addWidget(Text(TextRole.HEADING, self.tr("This stays")))
        stays.column.addWidget(
            Points(
                [
                    self.tr("Files that you saved elsewhere, such as reports, exports and calendars."),
                    self.tr("What your computer's own backup has copied."),
                    self.tr("Routines of your own, unless you tick the line below."),
                ]
            )
        )
        stays.column.addWidget(self._routines)
        self._sure.column.addWidget(Text(TextRole.HEADING, self.tr("Are you sure?")))
        self._sure.column.addWidget(self._understood)
        row = WrappingRow()
        row.addWidget(self._delete)
        self._sure.column.addLayout(row)
        for part in (self._trouble, self._sure, goes, stays):
            self.body.addWidget(part)
        self.body.addStretch(1)

        keep = Button(self.tr("Keep everything"), "primary")
        keep.clicked.connect(self.back_requested)
        self.foot.addWidget(keep)
        self.foot.addStretch(1)
        self.foot.addWidget(self._go_on)
        self.bar.show()
        self._go_on.clicked.connect(self._ask_again)
        self._understood.toggled.connect(self._delete.setEnabled)
        self._delete.clicked.connect(lambda: self.delete_requested.emit(self._routines.ticked))
