"""Taking the diary to another program or computer, and bringing one in: what to choose, how far it is, what it would
change, and what is wrong with the file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kneeguide.core.history_import import Preview
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.done_card import DoneCard
from kneeguide.ui.widgets.fact_list import FactList
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text

SHOWN_PROBLEMS = 10
_FINENESS = 1000


class HandOverPage(PageFrame):
    """One step at a time. ``kind_chosen`` carries whether a table is wanted; ``other_wanted``: another file is to be
    brought in; ``folder_requested``: to see the file that was written; ``left`` gives up what is going on, or leads on
    to the sessions."""

    kind_chosen = Signal(bool)
    agreed = Signal()
    other_wanted = Signal()
    folder_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds = self._make_kinds()
        self._progress = QProgressBar()
        self._progress.setProperty("look", "work")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, _FINENESS)
        self._card = Box("card")
        self._facts = FactList()
        self._card.column.addWidget(self._facts)
        self._care = Box("care")
        self._care_text = Text(TextRole.BODY)
        self._care.column.addWidget(self._care_text)
        self._details = Text(TextRole.SMALL)
        self._care.column.addWidget(self._details)
        self._done = DoneCard()
        self._folder = Button(self.tr("Open the folder"), "primary")
        self._folder.clicked.connect(self.folder_requested)
        self._sessions = Button(self.tr("See my sessions"), "primary")
        self._sessions.clicked.connect(self.left)
        self._cancel = Button(self.tr("Cancel"))
        self._back = Button(self.tr("Back to history"), icon=Icon.BACK)
        self._agree = Button(self.tr("Bring in"), "primary")
        self._other = Button(self.tr("Choose another file"), "primary")
        for part in (self._kinds, self._progress, self._care, self._card, self._done):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for button in (self._agree, self._other, self._folder, self._sessions, self._cancel, self._back):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.bar.show()
        self._cancel.clicked.connect(self.left)
        self._back.clicked.connect(self.left)
        self._agree.clicked.connect(self.agreed)
        self._other.clicked.connect(self.other_wanted)

    def show_kinds(self) -> None:
        """Ask what the file is for."""
        self._show(self.tr("Export your diary"), self.tr("What is the file for? It is written to this computer only."))
        self._kinds.show()

    def show_working(self, title: str, sentence: str) -> None:
        """Say what is being done; ``show_share`` then tells how far it is."""
        self._show(title, sentence, is_at_work=True)
        self._progress.setAccessibleName(sentence)
        self._progress.setValue(0)
        self._progress.show()

    def show_share(self, share: float) -> None:
        """How far the work is, 0 to 1."""
        self._progress.setValue(round(share * _FINENESS))

    def show_preview(self, name: str, preview: Preview) -> None:
        """Say what bringing in a file would change; with problems, that it cannot be."""
        if preview.problem_count:
            self._show_problems(name, preview)
            return
        lead = self.tr("Nothing is changed until you choose “Bring in”. No session will be there twice.")
        if not preview.changes:
            lead = self.tr("Everything in this file is in your diary already. There is nothing to bring in.")
        title = self.tr("Bring in {name}?") if preview.changes else self.tr("Nothing new in {name}")
        self._show(title.format(name=name), lead, agree=preview.changes)
        self._facts.show_facts(self._facts_of(preview))
        self._card.show()

    def show_exported(self, count: int, name: str) -> None:
        """Say that so many sessions are in a file of this name by now."""
        self._show(self.tr("Your diary is exported"))
        written = (
            self.tr("One session is in this file:") if count == 1 else self.tr("{count} sessions are in this file:")
        )
        care = self.tr("It tells about your health. Keep it where only people you trust can read it.")
        self._done.show_done(written.format(count=count), name, care)
        self._done.show()
        self._folder.show()

    def show_brought(self, new: int, updated: int, name: str, notes: Sequence[str]) -> None:
        """Say how many sessions came from a file of this name. ``notes``: what they mean for the next one."""
        self._show(self.tr("The diary is brought in"))
        told = self.tr("One new session came from this file:") if new == 1 else self.tr("{new} new sessions came from:")
        if not new:
            told = self.tr("Your diary is up to date with this file:")
        more = [self.tr("Updated: {count}.").format(count=updated)] if updated else []
        self._done.show_done(told.format(new=new), name, " ".join([*more, *notes]))
        self._done.show()
        self._sessions.show()
        self._back.hide()

    def show_trouble(self, title: str, sentence: str) -> None:
        """Say why it cannot be done, and what to do."""
        self._show(title)
        self._care_text.setText(sentence)
        self._care.show()

    def _show_problems(self, name: str, preview: Preview) -> None:
        told = [str(problem) for problem in preview.problems[:SHOWN_PROBLEMS]]
        more = preview.problem_count - len(told)
        if more:
            told.append(self.tr("… and {count} more").format(count=more))
        self._show(
            self.tr("{name} cannot be brought in").format(name=name),
            self.tr("Your diary is as it was: nothing was changed."),
        )
        self._care_text.setText(
            self.tr(
                "Part of this file cannot be read. It may be damaged, or another program wrote it or changed it."
                " Choose another file, or export the diary again where it came from."
            )
        )
        self._details.setText("\n".join((self.tr("What was found, for whoever helps you with it:"), *told)))
        self._details.show()
        self._care.show()
        self._other.show()

    def _facts_of(self, preview: Preview) -> list[tuple[str, str]]:
        facts = [
            (self.tr("New sessions"), str(preview.new)),
            (self.tr("Already here"), str(preview.known)),
            (self.tr("Updated"), str(preview.updated)),
        ]
        if preview.deleted:
            facts.append((self.tr("Deleted here, and stay so"), str(preview.deleted)))
        if preview.beside:
            facts.append((self.tr("Activities and plans"), self.tr("will be joined with yours")))
        return facts

    def _show(self, title: str, lead: str = "", *, is_at_work: bool = False, agree: bool = False) -> None:
        self.show_heading(title, lead)
        for part in (self._kinds, self._progress, self._card, self._care, self._done, self._folder, self._sessions):
            part.hide()
        self._details.hide()
        self._cancel.setVisible(is_at_work)
        self._back.setHidden(is_at_work)
        self._agree.setVisible(agree)
        self._other.hide()
        self.scroll_to_top()

    def _make_kinds(self) -> QWidget:
        kinds = QWidget()
        column = QVBoxLayout(kinds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        for title, sentence, small, words, is_table in (
            (
                self.tr("To keep, or to move to another computer"),
                self.tr("All of it: sessions with every step, activities, and plans. It can be brought in again."),
                self.tr("File type: .json"),
                self.tr("Save everything"),
                False,
            ),
            (
                self.tr("For a spreadsheet"),
                self.tr("One line for each session: pain, notes, and seconds for each muscle."),
                self.tr(
                    "File type: .csv. Excel opens it by a double click. If another program asks for the character set,"
                    " choose Unicode (UTF-8)."
                ),
                self.tr("Save a table"),
                True,
            ),
        ):
            button = Button(words, "plain" if is_table else "primary")
            button.clicked.connect(lambda _=False, is_table=is_table: self.kind_chosen.emit(is_table))
            box = Box("card")
            box.column.addWidget(Text(TextRole.HEADING, title))
            box.column.addWidget(Text(TextRole.BODY, sentence))
            box.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            box.column.addWidget(Text(TextRole.SMALL, small))
            column.addWidget(box)
        return kinds
