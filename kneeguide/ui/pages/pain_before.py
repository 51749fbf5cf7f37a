"""How the knee is now, and what that means for today: go ahead, go gently, or not today."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from kneeguide.core.amount import Amount
from kneeguide.core.day_changes import AS_WRITTEN, DayChanges
from kneeguide.core.day_dose import DayDose, DayWay
from kneeguide.core.pain import BeforeLight
from kneeguide.core.pain_rule import Advice, Kind, Rule, before_rule
from kneeguide.core.routine import Legs, Side
from kneeguide.ui import gentler_wording, pain_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.amount_card import AmountCard
from kneeguide.ui.widgets.announcement import announce, in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.day_changes_card import DayChangesCard
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.legs_and_steps import LegsAndSteps
from kneeguide.ui.widgets.pain_scale import PainScale
from kneeguide.ui.widgets.why import Why

_OVERRULED = (Kind.HOLD, Kind.STEP, Kind.SHORTEN)
"""What an amber knee overrules of what the last sessions say of today; the last only where today is halved."""


@dataclass(frozen=True)
class PainChoices:
    """How the session is wanted. ``rating``: knee pain now, 0 to 10. ``first``: the leg to begin with.

    ``day``: what to do about muscles that would get too much today, None where that was not asked. ``off``: places in
    the routine, from 1, of the steps that are switched off for today. ``amount``: how much, beside last time.
    """

    rating: int
    legs: Legs
    first: Side
    half_dose: bool
    day: DayWay | None = None
    off: frozenset[int] = frozenset()
    amount: Amount = Amount.SAME


class PainBeforePage(PageFrame):
    """Asks for the pain of the knee and for the legs, and offers what the answer allows."""

    rated = Signal(int)
    chosen = Signal(object)
    sore_day_requested = Signal()
    worse_requested = Signal()
    refused = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_new = False
        self._scale = PainScale(is_tall=True)
        self._first_week = Text(TextRole.BODY, pain_wording.first_week())
        self._changes = AS_WRITTEN
        self._changes_card = DayChangesCard()
        self._legs_and_steps = LegsAndSteps()
        self._light = Box("lead")
        self._light_sign = IconMark(Icon.WARNING)
        self._light_title = Text(TextRole.HEADING)
        self._light_text = Text(TextRole.BODY)
        self._light_question = Text(TextRole.STRONG, pain_wording.is_it_new())
        self._light_why = Why()
        self._is_red = False
        self._gently = False
        self._told: tuple[Advice, ...] = ()
        self._today = AmountCard()
        self._halved = False
        self._day_doses = Text(TextRole.STRONG)
        self._day_box = self._make_day_box()
        self._days = {
            DayWay.LESS: Button(self.tr("Do less of it")),
            DayWay.LEAVE_OUT: Button(self.tr("Leave it out")),
            DayWay.AS_IT_IS: Button(self.tr("Start as it is")),
        }
        self._arrange()
        self._legs_and_steps.changed.connect(self._allow_start)
        self._scale.chosen.connect(self.rated)

    def show_question(
        self,
        title: str,
        legs: Legs,
        first: Side,
        first_week: bool,
        *,
        resuming: bool = False,
        changes: DayChanges = AS_WRITTEN,
        steps: Mapping[int, str] = MappingProxyType({}),
        is_enough: Callable[[frozenset[int]], bool] = lambda _: True,
        advice: Sequence[Advice] = (),
        amounts: Sequence[Amount] = (Amount.SAME,),
    ) -> None:
        """Ask anew, with nothing rated. ``title``: of the routine. ``legs``, ``first``: as chosen last time.

        ``resuming``: the session has begun, so its legs are what they were and are not asked for again. ``changes``:
        what the user's answers change today. ``steps``: titles of what can be switched off, by places in the routine.
        ``is_enough``: whether a session is left without these. ``advice``: what the last sessions mean for today.
        ``amounts``: how much can be chosen, and which is meant first.
        """
        self.show_heading(pain_wording.question(), pain_wording.question_lead(), title)
        self._scale.clear()
        self._legs_and_steps.show_choices(legs, first, steps, is_enough, asks_legs=not resuming)
        self._legs_and_steps.setVisible(self._legs_and_steps.has_choice)
        self._changes = changes
        self._changes_card.show_changes(changes)
        self._is_new = first_week
        self._first_week.setVisible(first_week)
        self._is_red = False
        self._gently = any(each.rule is Rule.AFTER_RED for each in advice)
        self._told = () if resuming else tuple(advice)
        self._today.show_today(self._told, amounts)
        for part in (self._light_sign, self._light_title, self._light_text, self._light_question):
            part.hide()
        self._light.set_kind("care" if self._today.asks_for_care else "lead")
        self._light.setVisible(first_week or self._today.has_advice)
        self._show_why(self._told)
        self._offer()
        self.scroll_to_top()

    def show_light(self, light: BeforeLight, sore_day: bool) -> None:
        """Say what the rating means and offer what it allows. ``sore_day``: the gentlest routine is chosen already."""
        gently = light is BeforeLight.AMBER or (light is BeforeLight.GREEN and self._gently)
        go_ahead = light in (BeforeLight.GREEN, BeforeLight.AMBER) and (sore_day or not gently)
        self._is_red = light is BeforeLight.RED
        is_amber = light is BeforeLight.AMBER
        overruled = _OVERRULED[:2] if go_ahead else _OVERRULED
        today = [each for each in self._told if not (is_amber and each.kind in overruled)]
        self._today.show_advice(today)
        self._show_why(() if self._is_red else today)
        self._today.setVisible(self._today.has_advice and not self._is_red)
        self._today.let_choose(go_ahead and not is_amber)
        self._light_title.setText(pain_wording.light_title(light))
        self._light_text.setText(pain_wording.light_advice(light, sore_day=sore_day))
        for words in (self._light_title, self._light_text):
            words.show()
        self._light_question.setVisible(light is BeforeLight.RED)
        asks_for_care = light in (BeforeLight.AMBER, BeforeLight.RED)
        takes_care = asks_for_care or self._today.asks_for_care
        self._light_sign.setVisible(asks_for_care)
        self._light_title.set_tone("care" if asks_for_care else "")
        self._light.set_kind("care" if takes_care else "lead")
        self._light.setVisible(light is not BeforeLight.NOT_ANSWERED)
        self._first_week.setVisible(self._is_new and light is not BeforeLight.RED)
        self._legs_and_steps.setVisible(self._legs_and_steps.has_choice and light is not BeforeLight.RED)
        self._changes_card.setVisible(self._changes.any and light is not BeforeLight.RED)
        self._offer(
            start=go_ahead,
            sore_day=gently and not sore_day,
            half=gently and not sore_day,
            worse=light is BeforeLight.RED,
        )
        announce(self, in_one_breath((self._light_title.text(), self._light_text.text())))

    def show_day_doses(self, doses: tuple[DayDose, ...], ways: tuple[DayWay, ...]) -> None:
        """Say which muscles would get too much today, and offer what can be done about it."""
        self._day_doses.setText("\n".join(gentler_wording.day_dose(dose) for dose in doses))
        self._offer()
        self._start.hide()
        self._day_box.show()
        for way, button in self._days.items():
            button.setVisible(way in ways)
            button.set_kind("primary" if way is ways[0] else "plain")
        self._days[ways[0]].setFocus()
        announce(self, " ".join((gentler_wording.enough_today(), self._day_doses.text())))
        self.scroll_to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits rate wherever the focus is."""
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 or event.key() == Qt.Key.Key_End:
            self._scale.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that there is no session today, whichever way a number that forbids it is left."""
        super().hideEvent(event)
        if self._is_red:
            self._is_red = False
            self.refused.emit()

    def _show_why(self, today: Sequence[Advice]) -> None:
        first_week = Rule.FIRST_WEEK if self._is_new and not self._is_red else None
        rules = (before_rule(self._scale.rating), first_week, *(each.rule for each in today))
        self._light_why.show_rules([rule for rule in dict.fromkeys(rules) if rule is not None])

    def _offer(self, *, start: bool = False, sore_day: bool = False, half: bool = False, worse: bool = False) -> None:
        self._day_box.hide()
        for button in self._days.values():
            button.hide()
        is_open = not (start or sore_day or half or worse)
        self._start.setVisible(start or is_open)
        self._start.set_label(self.tr("Choose a number first") if is_open else self.tr("Start the session"))
        self._sore_day.setVisible(sore_day)
        self._half.setVisible(half)
        self._new.setVisible(worse)
        self._usual.setVisible(worse)
        self._back.setVisible(not worse)
        self._allow_start()

    def _allow_start(self) -> None:
        is_enough = self._legs_and_steps.is_enough
        for button in (self._half, *self._days.values()):
            button.setEnabled(is_enough)
        self._start.setEnabled(is_enough and self._scale.rating is not None)

    def _choose(self, *, half_dose: bool, day: DayWay | None = None) -> None:
        rating = self._scale.rating
        assert rating is not None  # the buttons that lead here come with a rating
        self._halved = half_dose
        amount = Amount.SAME if half_dose else self._today.amount
        what = self._legs_and_steps
        self.chosen.emit(PainChoices(rating, what.legs, what.first, half_dose, day, what.off, amount))

    def _make_day_box(self) -> Box:
        box = Box("care")
        box.column.addWidget(Text(TextRole.HEADING, gentler_wording.enough_today()))
        box.column.addWidget(self._day_doses)
        box.column.addWidget(Text(TextRole.BODY, gentler_wording.what_is_better()))
        return box

    def _arrange(self) -> None:
        ask = Box("card")
        for asked in (self._scale, self._light):
            ask.column.addWidget(asked)
        verdict = QHBoxLayout()
        verdict.setSpacing(3 * STEP)
        verdict.addWidget(self._light_sign)
        verdict.addWidget(self._light_title, 1)
        self._light.column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 2 * STEP)
        self._light.column.setSpacing(STEP)
        self._light.column.addLayout(verdict)
        for said in (self._light_text, self._light_question, self._first_week, self._today, self._light_why):
            self._light.column.addWidget(said)
        for card in (
            self._day_box,
            ask,
            self._changes_card,
            self._legs_and_steps,
        ):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self._back = Button(self.tr("Back"), icon=Icon.BACK)
        self._sore_day = Button(self.tr("Take the sore-day routine"), "primary")
        self._half = Button(self.tr("This one, half the time"))
        self._start = Button("", "primary")
        self._start.setMinimumWidth(50 * STEP)
        self._usual = Button(self.tr("No, it is as usual"))
        self._new = Button(self.tr("Yes, new or much worse"))
        days = self._days.values()
        for part in (self._start, self._sore_day, self._half, self._usual, self._new, *days, self._back):
            self.foot.addWidget(part)
        self.bar.show()
        self._back.clicked.connect(self.back_requested)
        self._usual.clicked.connect(self.back_requested)
        self._new.clicked.connect(self.worse_requested)
        self._sore_day.clicked.connect(self.sore_day_requested)
        for day, button in self._days.items():
            button.clicked.connect(lambda _=False, day=day: self._choose(half_dose=self._halved, day=day))
        self._half.clicked.connect(lambda: self._choose(half_dose=True))
        self._start.clicked.connect(lambda: self._choose(half_dose=False))
