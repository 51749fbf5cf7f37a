"""A session of the diary put right: the knee before, after and the next day, and the note."""

from dataclasses import replace

from PySide6.QtCore import Signal

from kneeguide.core.history import Record
from kneeguide.core.questions import Answer
from kneeguide.ui import next_day_wording, wording
from kneeguide.ui.safety_wording import Tone
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.knee_rating import KneeRating
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.note_edit import NoteEdit
from kneeguide.ui.widgets.question_row import QuestionRow

_ANSWERS = {True: Answer.YES, False: Answer.NO, None: None}


class SessionEditPage(PageFrame):
    """``edited`` carries the whole Record at each change; undoing is one more change, back to how it was found."""

    edited = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Record | None = None
        self._record: Record | None = None
        self._before = KneeRating(self.tr("Knee pain before"))
        self._after = KneeRating(self.tr("Knee pain after"))
        self._next_day = KneeRating(self.tr("Knee pain the next day"))
        self._marks = QuestionRow(next_day_wording.marks_then(), "", Tone.CARE)
        self._no_marks = Button(self.tr("Clear"), "link")
        self._no_marks.setAccessibleName(
            self.tr("{moment}: clear the answer").format(moment=next_day_wording.marks_then())
        )
        self._note = NoteEdit()
        self._trouble = Box("care")
        self._trouble_text = Text(TextRole.BODY)
        self._undo = Button(self.tr("Undo my changes"))
        self._arrange()
        self._before.changed.connect(lambda rating: self._change(before=rating))
        self._after.changed.connect(lambda rating: self._change(after=rating))
        self._next_day.changed.connect(lambda rating: self._change(next_day=rating))
        self._marks.answered.connect(lambda: self._change(next_day_marks=self._marks.answer is Answer.YES))
        self._no_marks.clicked.connect(self._take_back_marks)
        self._note.noted.connect(lambda note: self._change(note=note))
        self._undo.clicked.connect(self._take_back_all)

    def show_session(self, record: Record) -> None:
        """Show what is known of a session, to be changed."""
        self._found = record
        self.show_heading(self.tr("Change a session"), f"{record.title} · {wording.day_and_time(record.started)}")
        self._trouble.hide()
        self._show(record)
        self.scroll_to_top()

    def show_trouble(self, sentence: str) -> None:
        """Say that a change is not in the diary."""
        self._trouble_text.setText(sentence)
        self._trouble.show()
        self.scroll_to_top()

    def _show(self, record: Record) -> None:
        self._record = record
        self._before.show_rating(record.before)
        self._after.show_rating(record.after)
        self._next_day.show_rating(record.next_day)
        self._marks.show_answer(_ANSWERS[record.next_day_marks])
        self._note.show_note(record.note)
        self._allow()

    def _change(self, **told: object) -> None:
        assert self._record is not None
        self._record = replace(self._record, **told)  # type: ignore[arg-type]
        self._trouble.hide()
        self._allow()
        self.edited.emit(self._record)

    def _take_back_marks(self) -> None:
        self._marks.yes.setFocus()
        self._marks.show_answer(None)
        self._change(next_day_marks=None)

    def _take_back_all(self) -> None:
        assert self._found is not None
        self._before.scale.setFocus()
        self._show(self._found)
        self._change()

    def _allow(self) -> None:
        assert self._record is not None
        self._undo.setEnabled(self._record != self._found)
        self._no_marks.setVisible(self._record.next_day_marks is not None)

    def _finish(self) -> None:
        self._note.keep()
        self.finished.emit()

    def _arrange(self) -> None:
        self._trouble.column.addWidget(self._trouble_text)
        note = Box("card")
        note.column.addWidget(Text(TextRole.HEADING, self.tr("A note for yourself")))
        note.column.addWidget(self._note)
        for part in (self._trouble, self._before, self._after, self._next_day, self._marks):
            self.body.addWidget(part)
        self._marks.put_before_answers(self._no_marks)
        self.body.addWidget(note)
        self.body.addWidget(
            Text(TextRole.QUIET, self.tr("Each change is kept at once. A rest that was asked for stays."))
        )
        self.body.addStretch(1)
        done = Button(self.tr("Done"), "primary")
        done.clicked.connect(self._finish)
        self.foot.addWidget(done)
        self.foot.addWidget(self._undo)
        self.foot.addStretch(1)
        self.bar.show()
