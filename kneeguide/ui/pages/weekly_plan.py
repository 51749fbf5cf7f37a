"""The plan over weeks: choosing it, seeing it, and looking back on it when its weeks are over."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.core.weekly_plan import PlanDay, Rhythm, WeeklyPlan, WeeksReview
from kneeguide.ui import weekly_wording, wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.fact_list import FactList
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.rhythm_form import RhythmForm
from kneeguide.ui.widgets.weeks_review_card import WeeksReviewCard


class WeeklyPlanPage(PageFrame):
    """Shows one of the three at a time. ``saved`` carries a Rhythm, ``reviewed`` a Review, ``routine_requested``
    the id of today's routine."""

    saved = Signal(object)
    change_requested = Signal()
    calendar_requested = Signal()
    end_requested = Signal()
    reviewed = Signal(object)
    routine_requested = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = Box("care")
        self._said_text = Text(TextRole.BODY)
        self._form = RhythmForm()
        self._form.changed.connect(self._show_if_whole)
        self._plan = Box("card")
        self._facts = FactList()
        self._after_change = Text(
            TextRole.QUIET,
            self.tr(
                "After a change, save it to your calendar again: what is there moves along. Days that you took away,"
                " and a plan that you end early, you delete there yourself."
            ),
        )
        self._ask = Box("care")
        self._review = WeeksReviewCard()
        self._review.chosen.connect(self.reviewed)
        self._routine_id = ""
        self._open = Button(self.tr("Open today’s routine"), "primary")
        self._open.clicked.connect(lambda: self.routine_requested.emit(self._routine_id))
        self._save = Button(self.tr("Save the plan"), "primary")
        self._save.clicked.connect(lambda: self.saved.emit(self._form.rhythm))
        self._first_day = date.min
        self._sum = Text(TextRole.STRONG)
        self._back = Button(self.tr("Back to routines"), icon=Icon.BACK)
        self._back.clicked.connect(self.back_requested)
        self._arrange()

    def show_form(self, titles: Mapping[str, str], rhythm: Rhythm | None, first_day: date, *, is_change: bool) -> None:
        """Let a plan be chosen. ``titles``: of the routines to choose from. ``rhythm``: to begin with. ``first_day``:
        of the plan."""
        self._first_day = first_day
        self.show_heading(
            self.tr("Change my plan") if is_change else self.tr("Plan my weeks"),
            self.tr("The safety check still comes before each session."),
        )
        self._form.show_rhythm(titles, rhythm)
        self._show_only(self._form)
        self._show_if_whole()

    def show_plan(
        self, plan: WeeklyPlan, problem: str, day: date, done: Collection[date] = (), due: PlanDay | None = None
    ) -> None:
        """Show a plan that lasts. ``problem``: why reminders are not shown, empty if they are. ``day``: today.

        ``done``: days with a session. ``due``: what is still to be done today, if anything is.
        """
        rhythm = plan.rhythm
        self.show_heading(
            self.tr("My plan"),
            self.tr("Week {week} of {weeks}, from {first} to {last}").format(
                week=plan.week_of(day),
                weeks=rhythm.weeks,
                first=wording.day(plan.first_day),
                last=wording.day(plan.last_day),
            ),
        )
        at = rhythm.reminder
        reminder = self.tr("None") if at is None else weekly_wording.reminder_time(at)
        self._facts.show_facts(
            [
                *self._days_of(rhythm, day, done),
                (self.tr("Reminder"), reminder),
            ]
        )
        self._show_only(self._plan)
        self._routine_id = due.routine_id if due is not None else ""
        self._open.setVisible(due is not None)
        if problem and rhythm.reminder is not None:
            self.show_trouble(problem)

    def _days_of(self, rhythm: Rhythm, day: date, done: Collection[date]) -> list[tuple[str, str]]:
        """What is planned for each day of the week, with what is known of this one."""
        monday = day - timedelta(days=day.weekday())
        rows = []
        for each in rhythm.days:
            name, title = weekly_wording.weekday(each.weekday), each.title
            if each.weekday == day.weekday():
                name = self.tr("{day}, today").format(day=name)
            if monday + timedelta(days=each.weekday) in done:
                title = self.tr("✓ Done: {title}").format(title=title)
            rows.append((name, title))
        return rows

    def show_review(self, plan: WeeklyPlan, review: WeeksReview) -> None:
        """Show how a plan went whose weeks are over."""
        self.show_heading(
            self.tr("Your {number} weeks are over").format(number=review.weeks),
            self.tr("From {first} to {last}").format(
                first=wording.day(plan.first_day), last=wording.day(plan.last_day)
            ),
        )
        self._review.show_review(review)
        self._show_only(self._review)

    def show_trouble(self, sentence: str) -> None:
        """Say in place what could not be done."""
        self._say(sentence, "care")

    def show_done(self, sentence: str) -> None:
        """Say in place what was done."""
        self._say(sentence, "lead")
        announce(self, sentence)

    def _say(self, sentence: str, kind: str) -> None:
        self._said.set_kind(kind)
        self._said_text.setText(sentence)
        self._said.show()

    def _show_only(self, part: QWidget) -> None:
        for each in (self._form, self._plan, self._review):
            each.setVisible(each is part)
        self._said.hide()
        self._ask.hide()
        self._open.hide()
        self._save.setVisible(part is self._form)
        self._sum.hide()
        self.scroll_to_top()

    def _show_if_whole(self) -> None:
        """Say what the choices come to, if they make a plan; what is wanting is said among them."""
        rhythm = self._form.rhythm
        self._save.setEnabled(rhythm is not None)
        self._sum.setText(self._summed(rhythm) if rhythm is not None else "")
        self._sum.setVisible(rhythm is not None)

    def _summed(self, rhythm: Rhythm) -> str:
        last = rhythm.last_day(self._first_day)
        if len(rhythm.days) == 1:
            return self.tr("One day a week until {day}.").format(day=wording.day(last))
        return self.tr("{count} days a week until {day}.").format(count=len(rhythm.days), day=wording.day(last))

    def _arrange(self) -> None:
        self._said.column.addWidget(self._said_text)
        self._plan.column.addWidget(self._facts)
        self._plan.column.addWidget(Text(TextRole.QUIET, weekly_wording.nothing_owed()))
        self._plan.column.addSpacing(2 * STEP)
        self._plan.column.addWidget(self._make_ways())
        self._plan.column.addWidget(self._after_change)
        self._fill_question()
        for part in (self._said, self._form, self._sum, self._plan, self._ask, self._review):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for button in (self._save, self._open, self._back):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.bar.show()

    def _make_ways(self) -> QWidget:
        ways = QWidget()
        row = FlowLayout(ways)
        for label, signal in (
            (self.tr("Change"), self.change_requested),
            (self.tr("Save to my calendar"), self.calendar_requested),
        ):
            button = Button(label)
            button.clicked.connect(signal)
            row.addWidget(button)
        end = Button(self.tr("End this plan"))
        end.clicked.connect(self._ask_to_end)
        row.addWidget(end)
        return ways

    def _fill_question(self) -> None:
        self._ask.column.addWidget(Text(TextRole.STRONG, self.tr("End this plan now?")))
        self._ask.column.addWidget(Text(TextRole.BODY, self.tr("Your sessions stay in the history.")))
        self._keep = Button(self.tr("Keep it"), "primary")
        self._keep.clicked.connect(self._ask.hide)
        end = Button(self.tr("End it"))
        end.clicked.connect(self.end_requested)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(end)
        row.addStretch(1)
        self._ask.column.addLayout(row)

    def _ask_to_end(self) -> None:
        self._ask.show()
        self._keep.setFocus()
        self.show_whole(self._ask)
