"""A session that was not played here, written down afterwards."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneeguide.core.past_session import PastSession, moment_there
from kneeguide.core.routine import Legs, Routine
from kneeguide.ui import wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_box import ChoiceBox
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.knee_rating import KneeRating
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.note_edit import NoteEdit

DAYS = 366
"""How many days back a session can be written down, today included."""
MINUTES = (*range(1, 21), 25, 30, 40, 50, 60, 75, 90)
USUAL_MINUTES = 10
QUARTER = timedelta(minutes=15)
LONGEST_TITLE = 80


class PastSessionPage(PageFrame):
    """``kept`` carries a PastSession that is over; ``left``: the user turns back without one."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, zone: tzinfo | None = None) -> None:
        """``zone``: where the user is, None where the computer is."""
        super().__init__()
        self._zone = zone
        self._now: datetime | None = None
        self._routines: dict[str, Routine] = {}
        self._routine = ChoiceBox[str | None](self.tr("What you did"), {None: self.tr("Something else")})
        self._title = QLineEdit()
        self._title.setAccessibleName(self.tr("What it was"))
        self._title.setPlaceholderText(self.tr("What it was, in a few words"))
        self._title.setMaxLength(LONGEST_TITLE)
        self._day = ChoiceBox[date](self.tr("Day"), {date.min: ""})
        self._time = ChoiceBox(self.tr("Started at"), _quarters())
        minutes = {each: wording.minutes(each * 60) for each in MINUTES}
        self._minutes = ChoiceBox(self.tr("How long"), minutes)
        self._legs: ChoiceRow[Legs] = ChoiceRow(self.tr("Which legs?"), {legs: wording.legs(legs) for legs in Legs})
        self._before = KneeRating(self.tr("Knee pain before"))
        self._after = KneeRating(self.tr("Knee pain after"))
        self._note = NoteEdit()
        self._wanting = Text(TextRole.STRONG)
        self._keep = Button(self.tr("Keep this session"), "primary")
        self._arrange()
        self._routine.chosen.connect(self._allow)
        self._day.chosen.connect(self._allow)
        self._time.chosen.connect(self._allow)
        self._minutes.chosen.connect(self._allow)
        self._title.textChanged.connect(self._allow)
        self._keep.clicked.connect(self._tell)

    def show_form(self, routines: Sequence[Routine], now: datetime) -> None:
        """Begin anew. ``now``: nothing that ends later can be kept."""
        self._now = now
        self._routines = {routine.id: routine for routine in routines}
        titles: dict[str | None, str] = {routine.id: routine.title for routine in routines}
        self._routine.offer(titles | {None: self.tr("Something else")})
        self._routine.choose(next(iter(titles), None))
        days = [now.date() - timedelta(days=back) for back in range(DAYS)]
        self._day.offer({day: self._named(day, now.date()) for day in days})
        just_over = now - timedelta(minutes=USUAL_MINUTES)
        self._day.choose(just_over.date())
        self._time.choose(_quarter_before(just_over))
        self._minutes.choose(USUAL_MINUTES)
        self._legs.choose(Legs.BOTH)
        self._title.clear()
        self._before.show_rating(None)
        self._after.show_rating(None)
        self._note.show_note("")
        self.show_heading(
            self.tr("Add a past session"),
            self.tr(
                "For what you did without KneeGuide. Its minutes count for that day, as if you had done it here. The"
                " safety check stays as it is. You can leave out the numbers and the note."
            ),
        )
        self._allow()
        self.scroll_to_top()

    @property
    def _past(self) -> PastSession:
        return PastSession(
            moment_there(self._day.value, self._time.value, self._zone),
            self._minutes.value,
            self._legs.value,
            self._routines.get(self._routine.value or ""),
            self._title.text().strip(),
            self._before.rating,
            self._after.rating,
            self._note.note,
        )

    def _allow(self, _changed: object = None) -> None:
        """Say what is wanting, and offer to keep the session where nothing is."""
        assert self._now is not None
        is_other = self._routine.value is None
        self._title.setVisible(is_other)
        wanting = ""
        if is_other and not self._title.text().strip():
            wanting = self.tr("Say in a few words what it was.")
        elif self._past.ended > self._now:
            wanting = self.tr("That would not be over yet. Choose an earlier time.")
        self._keep.setEnabled(not wanting)
        self._wanting.setText(wanting)
        self._wanting.setVisible(bool(wanting))

    def _tell(self) -> None:
        self.kept.emit(self._past)

    def _named(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today, {day}").format(day=wording.day(day))
        if day == today - timedelta(days=1):
            return self.tr("Yesterday, {day}").format(day=wording.day(day))
        return wording.day(day)

    def _arrange(self) -> None:
        what = Box("card")
        what.column.setSpacing(4 * STEP)  # what belongs together stands closer
        done = QVBoxLayout()
        done.setSpacing(2 * STEP)
        done.addWidget(_named(self._routine))
        done.addWidget(self._title)
        what.column.addLayout(done)
        when = QHBoxLayout()
        when.setSpacing(3 * STEP)
        when.addWidget(_named(self._time), 1)
        when.addWidget(_named(self._minutes), 1)
        what.column.addWidget(_named(self._day))
        what.column.addLayout(when)
        what.column.addWidget(_named(self._legs))
        what.column.addWidget(self._wanting)
        note = Box("card")
        note.column.addWidget(Text(TextRole.HEADING, self.tr("A note for yourself")))
        note.column.addWidget(self._note)
        for part in (what, self._before, self._after, note):
            self.body.addWidget(part)
        self.body.addStretch(1)
        back = Button(self.tr("Back to history"), icon=Icon.BACK)
        back.clicked.connect(self.left)
        self.foot.addWidget(self._keep)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.bar.show()


def _named(choices: QWidget) -> QWidget:
    """Choices with their name above them."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP)
    column.addWidget(Text(TextRole.STRONG, choices.accessibleName()))
    column.addWidget(choices)
    return both


def _quarters() -> dict[time, str]:
    """Every quarter of an hour of a day, as clocks show it."""
    midnight = datetime.combine(date.min, time())
    moments = [(midnight + n * QUARTER).time() for n in range(24 * 4)]
    return {moment: wording.time_of_day(moment) for moment in moments}


def _quarter_before(moment: datetime) -> time:
    return time(moment.hour, moment.minute // 15 * 15)
