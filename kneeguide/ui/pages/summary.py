"""After the session: what was done, how the knee is now, a pacing tip, and a note to oneself."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.history import URGENT_STOPS, Record
from kneeguide.core.pain import Change
from kneeguide.core.pain_rule import Advice
from kneeguide.core.trouble import StopReason
from kneeguide.ui import (
    emergency_wording,
    outcome_wording,
    pain_rule_wording,
    pain_wording,
    trouble_wording,
    wording,
)
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.aftercare_card import AftercareCard
from kneeguide.ui.widgets.announcement import announce, in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.emergency_note import EmergencyNote
from kneeguide.ui.widgets.fact_list import FactList, doses
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.note_edit import NoteEdit
from kneeguide.ui.widgets.pacing_tip import PacingTip
from kneeguide.ui.widgets.pain_scale import PainScale
from kneeguide.ui.widgets.trouble_card import URGENT

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_NOTHING_TO_SAY = (None, StopReason.NO_TIME, StopReason.NOTHING_DONE)
_NO_AFTERCARE = URGENT | {StopReason.NOTHING_DONE}
"""Where help is needed nothing may stand beside it; and after nothing there is nothing to expect."""

_SIDE_BY_SIDE = 220 * STEP
"""Width at the usual size of letters from which the lower half stands in two columns."""
_FIGURE = 28 * STEP, 17 * STEP
"""Width and height of the drawing beside what was done."""
WHEN_TO_SEE_SOMEONE = "see-someone"
"""The page of Learn about it."""

_AS_MEANT = (None, StopReason.NO_TIME, StopReason.TOO_SORE)


class SummaryPage(PageFrame):
    """Asks for the pain of the knee once more. Leaving without an answer is fine, and is kept as no answer.

    After a stop that may need help nothing is asked: there is what to do, and whom to call.
    """

    rated = Signal(int)
    noted = Signal(str)
    rules_requested = Signal()
    learn_requested = Signal(str)
    save_copy_requested = Signal()
    finished = Signal()

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__()
        self._poses = poses
        self._figure = Illustration(poses, colours)
        self._figure.setFixedSize(*_FIGURE)
        self._needs_help = False
        self._unsaved = Box("care")
        self._unsaved_text = Text(TextRole.BODY)
        self._stopped = Box("care")
        self._stopped_sign = IconMark(Icon.PHONE)
        self._stopped_text = Text(TextRole.BODY)
        self._emergency = EmergencyNote()
        self._ask = Box("card")
        self._scale = PainScale()
        self._advice = PacingTip(pain_rule_wording.next_time)
        self._aftercare = AftercareCard()
        self._facts = FactList()
        self._lower = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._note = NoteEdit()
        self._own = QWidget()
        self._rule = Text(TextRole.BODY, emergency_wording.rule())
        self._later = Text(TextRole.QUIET, self.tr("Your knee pain now can be added later, in History."))
        self._hint = Text(TextRole.QUIET, self.tr("The number and the note can be left out."))
        self._whom = Button(self.tr("When to see someone"))
        self._arrange()
        self._scale.chosen.connect(self.rated)
        self._note.noted.connect(self.noted)

    def show_summary(self, record: Record, completed: bool, emergency_number: str = "") -> None:
        """Begin with a session that has just ended.

        ``completed``: it was not stopped on the way. ``emergency_number``: the user's own, may be empty.
        """
        reason = outcome_wording.stored_reason(record)
        self._needs_help = record.stop_reason in URGENT_STOPS
        title = outcome_wording.end_title(reason, completed=completed, urgent=reason in URGENT)
        lead = outcome_wording.spent(record) if completed else outcome_wording.outcome(record)
        self.show_heading(title, lead, record.title)
        self._show_figure(record if completed else None)
        self._stopped.set_kind("stop" if reason in URGENT else "care")
        self._stopped_text.setText(trouble_wording.stop_advice(reason, emergency_number) if reason else "")
        self._stopped_text.set_role(TextRole.TITLE if reason in URGENT else TextRole.BODY)
        self._stopped_text.set_tone("stop" if reason in URGENT else "")
        for part in (self._stopped_sign, self._rule):
            part.setVisible(reason in URGENT)
        # last: letters that are set between the first look of a box and its text are lost
        self._stopped.setVisible(reason not in _NOTHING_TO_SAY)
        self._emergency.show_number(emergency_number)
        self._emergency.setVisible(self._needs_help and reason not in URGENT)
        for asked in (self._ask, self._own, self._hint):
            asked.setVisible(not self._needs_help)
        for helping in (self._later, self._whom):
            helping.setVisible(self._needs_help)
        self._aftercare.setVisible(reason not in _NO_AFTERCARE)
        self._aftercare.show_both(reason in _AS_MEANT)
        self._scale.clear()
        self._advice.hide()
        self._facts.show_facts(
            [
                (self.tr("Time"), wording.clock_time(record.seconds)),
                (self.tr("Knee pain before"), outcome_wording.rating(record.before)),
                *doses(record),
            ]
        )
        self._note.show_note(record.note)
        self.show_unsaved("")
        self.scroll_to_top()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.use_theme(colours)

    @property
    def spoken(self) -> str:
        """How the session ended, what to do about that, and whether it is saved."""
        notes = (
            (self._stopped, self._stopped_text),
            (self._rule, self._rule),
            (self._unsaved, self._unsaved_text),
        )
        return in_one_breath((super().spoken, *(text.text() for box, text in notes if not box.isHidden())))

    def show_advice(self, change: Change, advice: Sequence[Advice]) -> None:
        """Say what the rating means for the next days, and by which of the pain rules; not where help is needed."""
        self._advice.show_advice(() if self._needs_help else advice, outcome_wording.change(change))
        if self._advice.spoken:
            announce(self, self._advice.spoken)

    def show_unsaved(self, sentence: str) -> None:
        """Say that the session is not in the diary, and offer a copy; nothing takes it back."""
        is_new = sentence != self._unsaved_text.text()
        self._unsaved_text.setText(sentence)
        self._unsaved.setVisible(bool(sentence))
        if sentence and is_new and self.isVisible():
            announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what comes after the number stand side by side where there is room."""
        is_wide = event.size().width() >= _SIDE_BY_SIDE * letter_scale()
        self._lower.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._lower.activate()  # or it would be painted once as it was before
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits rate wherever the focus is, but in the note, and where nothing is asked."""
        is_rating = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 or event.key() == Qt.Key.Key_End
        if is_rating and not self._needs_help:
            self._scale.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _show_figure(self, record: Record | None) -> None:
        """The first thing that was done, drawn; nothing where it has no drawing, or the session went otherwise."""
        stages = record.planned if record is not None else ()
        drawn = next((stage for stage in stages if stage.muscle is not None and stage.technique in self._poses), None)
        self._figure.setVisible(drawn is not None)
        if drawn is not None:
            self._figure.show_figure(self._poses[drawn.technique], drawn.side, moves=False)

    def _finish(self) -> None:
        self._note.keep()
        self.finished.emit()

    def _arrange(self) -> None:
        copy = Button(self.tr("Save a copy"))
        copy.clicked.connect(self.save_copy_requested)
        self._unsaved.column.addWidget(self._unsaved_text)
        self._unsaved.column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        told = QHBoxLayout()
        told.setSpacing(3 * STEP)
        told.addWidget(self._stopped_sign)
        told.addWidget(self._stopped_text, 1)
        self._stopped.column.addLayout(told)
        self._stopped.column.addWidget(self._rule)
        self._ask.column.addWidget(Text(TextRole.HEADING, pain_wording.question()))
        self._ask.column.addWidget(self._scale)
        self._ask.column.addWidget(self._advice)
        rules = Button(pain_rule_wording.all_rules(), "link")
        rules.clicked.connect(self.rules_requested)
        self._advice.why.put_below(rules)
        done = Box("card")
        done.column.addWidget(Text(TextRole.HEADING, self.tr("What you did")))
        facts = QHBoxLayout()
        facts.setSpacing(3 * STEP)
        facts.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        done.column.addLayout(facts)
        note = Box("card")
        note.column.addWidget(Text(TextRole.HEADING, self.tr("A note for yourself")))
        note.column.addWidget(self._note)
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(3 * STEP)
        own.addWidget(note)
        own.addWidget(done)
        own.addStretch(1)
        self._lower.setSpacing(3 * STEP)
        self._lower.addWidget(self._own, 1)
        self._lower.addWidget(self._aftercare, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self._unsaved, self._stopped, self._emergency, self._ask):
            self.body.addWidget(part)
        self.body.addLayout(self._lower)
        self.body.addWidget(self._later)
        self.body.addStretch(1)
        finish = Button(self.tr("Finish"), "primary")
        finish.clicked.connect(self._finish)
        self._whom.clicked.connect(lambda: self.learn_requested.emit(WHEN_TO_SEE_SOMEONE))
        self.foot.addWidget(finish)
        self.foot.addWidget(self._whom)
        self.foot.addWidget(self._hint, 1)
        self.bar.show()
