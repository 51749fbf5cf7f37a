"""Taking the diary to another program or computer, and bringing one in: what to choose, how far it is, what it would
change, and what is wrong with the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kneeguide.core.history_import import Preview
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.fact_list import FactList
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text

SHOWN_PROBLEMS = 10
_FINENESS = 1000


class HandOverPage(PageFrame):
    """One step at a time. ``kind_chosen`` carries whether a table is wanted; ``other_wanted``: another file is to be
    brought in; ``left`` gives up what is going on."""

    kind_chosen = Signal(bool)
    agreed = Signal()
    other_wanted = Signal()
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
        self._cancel = Button(self.tr("Cancel"))
        self._back = Button(self.tr("Back to history"), icon=Icon.BACK)
        self._agree = Button(self.tr("Bring in"), "primary")
        self._other = Button(self.tr("Choose another file"), "primary")
        for part in (self._kinds, self._progress, self._care, self._card):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for button in (self._agree, self._other, self._cancel, self._back):
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

    def show_done(self, title: str, sentence: str) -> None:
        """Say that it is done."""
        self._show(title, sentence)

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
        for part in (self._kinds, self._progress, self._card, self._care):
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
