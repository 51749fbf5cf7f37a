"""What the charts say: their names, their content in a few sentences, each of their points, and their tables.

The sentences stand above the picture for everybody, and are what a screen reader says of it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneeguide.core.activities import Overall
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.flare import Flare
from kneeguide.core.history_sums import DaySum, DoseSum, Span, TimeSum
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.ui import pain_wording, wording
from kneeguide.ui.time_wording import clock_time, day, number, total

translate = QCoreApplication.translate


def slot(span: Span, first: date) -> str:
    """A day, week, month or year in full."""
    match span:
        case Span.WEEK:
            return translate("charts", "Week of {day}").format(day=_written(first, "d MMM yyyy"))
        case Span.MONTH:
            return _written(first, "MMMM yyyy")
        case Span.YEAR:
            return str(first.year)
        case Span.SESSION:
            return day(first)


def slot_short(span: Span, first: date) -> str:
    """The same below an axis."""
    match span:
        case Span.MONTH:
            return _written(first, "MMM yyyy")
        case Span.YEAR:
            return str(first.year)
        case _:
            return _written(first, "d MMM")


def month(first: date) -> str:
    """A month above a calendar."""
    return _written(first, "MMM")


def weekday(day: date) -> str:
    """A day of the week beside a calendar."""
    return _written(day, "ddd")


def each_mark(span: Span) -> str:
    """What one mark stands for, where it is more than a session."""
    return {
        Span.SESSION: "",
        Span.WEEK: translate("charts", "So many sessions do not fit one by one. Each mark is the middle of a week."),
        Span.MONTH: translate("charts", "So many sessions do not fit one by one. Each mark is the middle of a month."),
        Span.YEAR: translate("charts", "So many sessions do not fit one by one. Each mark is the middle of a year."),
    }[span]


# -- days --------------------------------------------------------------------------------------------------------------


def days_summary(days: Sequence[DaySum], rests: Collection[date], first: date, last: date) -> str:
    """Which days there were, without a word on those between."""
    shown = [each for each in days if first <= each.day <= last]
    count = len(shown)
    if count == 1:
        said = [translate("charts", "One day with a session: {day}.").format(day=day(shown[0].day))]
    else:
        said = [
            translate("charts", "{count} days with a session from {first} to {last}.").format(
                count=count, first=day(first), last=day(last)
            )
        ]
    if any(first <= rest <= last for rest in rests):
        said.append(rest_is_planned())
    if len(shown) < len(days):
        said.append(translate("charts", "The calendar shows one year at most. The table has all days."))
    return " ".join(said)


def rest_is_planned() -> str:
    """That a pause after a flare breaks nothing."""
    return translate("charts", "Rest after a sore day is part of the plan.")


def day_point(day_: date, sum_: DaySum | None, *, is_rest: bool) -> str:
    """What was on a day."""
    return translate("charts", "{day}: {what}").format(day=day(day_), what=day_cell(sum_, is_rest=is_rest))


def day_cell(sum_: DaySum | None, *, is_rest: bool) -> str:
    """The same without the day."""
    if sum_ is None:
        return translate("charts", "rest after a sore day") if is_rest else translate("charts", "no session")
    sessions = (
        translate("charts", "one session")
        if sum_.sessions == 1
        else translate("charts", "{count} sessions").format(count=sum_.sessions)
    )
    return sessions if sum_.flare is Flare.NONE else f"{sessions}, {sore(sum_.flare)}"


def sore(flare: Flare) -> str:
    """When the knee was more sore; empty if it was not."""
    return {
        Flare.NONE: "",
        Flare.AFTER: translate("charts", "knee more sore after it"),
        Flare.NEXT_DAY: translate("charts", "knee more sore the next day"),
    }[flare]


# -- time --------------------------------------------------------------------------------------------------------------


def times_heading(span: Span) -> str:
    """The name of the bars."""
    return {
        Span.SESSION: translate("charts", "Minutes"),
        Span.WEEK: translate("charts", "Minutes a week"),
        Span.MONTH: translate("charts", "Minutes a month"),
        Span.YEAR: translate("charts", "Minutes a year"),
    }[span]


def times_summary(times: Sequence[TimeSum], span: Span) -> str:
    """How much in all, and where most."""
    in_all = translate("charts", "{time} in all.").format(time=total(sum(each.seconds for each in times)))
    if len(times) == 1:
        return f"{in_all} {slot(span, times[0].first)}."
    most = max(times, key=lambda each: each.seconds)
    top = translate("charts", "Most: {slot}, with {time}.")
    return f"{in_all} {top.format(slot=slot(span, most.first), time=total(most.seconds))}"


def time_point(sum_: TimeSum, span: Span) -> str:
    """What one bar says."""
    return translate("charts", "{slot}: {time}").format(slot=slot(span, sum_.first), time=total(sum_.seconds))


# -- pain --------------------------------------------------------------------------------------------------------------


def pain_summary(pain: Sequence[PainPair], span: Span, trend: Trend | None) -> str:
    """How pain went: by weeks, never by one day."""
    said = [pain_wording.no_trend()]
    if trend is not None:
        said = [pain_wording.trend(trend.was, trend.became)]
    if len(pain) == 1 and span is Span.SESSION:
        said.insert(0, pain_point(pain[0], span) + ".")
    return " ".join(sentence for sentence in (*said, each_mark(span)) if sentence)


def pain_point(sum_: PainPair, span: Span) -> str:
    """What was told of one session or span."""
    said = translate("charts", "{slot}: before {before}, after {after}, next day {next_day}").format(
        slot=slot(span, sum_.first),
        before=rating(sum_.before),
        after=rating(sum_.after),
        next_day=rating(sum_.next_day),
    )
    if span is Span.SESSION:
        return said
    return translate("charts", "{said} ({count} sessions)").format(said=said, count=sum_.sessions)


def no_answer(span: Span, first: date) -> str:
    """A gap."""
    return translate("charts", "{slot}: not answered").format(slot=slot(span, first))


def rating(value: float | None) -> str:
    """A rating or the middle of several."""
    return translate("charts", "not answered") if value is None else number(value)


# -- muscles -----------------------------------------------------------------------------------------------------------


def doses_summary(doses: Sequence[DoseSum], *, is_one_day: bool) -> str:
    """Which got most, and what the line is."""
    most = max(doses, key=lambda each: each.seconds)
    said = translate("charts", "Most: {what}, {time}.").format(
        what=dose_name(most), time=dose_time(most, is_one_day=is_one_day)
    )
    if is_one_day:
        return f"{said} " + translate("charts", "The line is the most for a muscle in one day: {time}.").format(
            time=clock_time(DOSE_CAP)
        )
    return f"{said} " + translate("charts", "These are sums of all days.")


def dose_name(dose: DoseSum) -> str:
    """A muscle with its leg."""
    if dose.side is None:
        return translate("charts", "{muscle}, both legs").format(muscle=wording.muscle(dose.muscle))
    return translate("charts", "{muscle}, {side}").format(
        muscle=wording.muscle(dose.muscle), side=wording.side(dose.side).lower()
    )


def dose_time(dose: DoseSum, *, is_one_day: bool) -> str:
    """How long: to the second where it is measured against the most for a day."""
    return clock_time(dose.seconds) if is_one_day else total(dose.seconds)


def dose_point(dose: DoseSum, *, is_one_day: bool) -> str:
    """What one bar says."""
    return translate("charts", "{what}: {time}").format(
        what=dose_name(dose), time=dose_time(dose, is_one_day=is_one_day)
    )


# -- activities and the whole ------------------------------------------------------------------------------------------


def activity_question(name: str) -> str:
    """Asked once a week."""
    return translate("charts", "{name}: how well can you do it this week?").format(name=name)


def activity_ends() -> tuple[str, str]:
    """What the ends of its scale mean."""
    return translate("charts", "0 = not at all"), translate("charts", "10 = no trouble")


def activities_summary(told: Mapping[str, Sequence[float]]) -> str:
    """How each went, by name, oldest rating first."""
    said = []
    for name, ratings in told.items():
        if len(ratings) == 1:
            said.append(translate("charts", "{name}: {last}.").format(name=name, last=number(ratings[0])))
        else:
            said.append(
                translate("charts", "{name}: {first} at first, {last} last.").format(
                    name=name, first=number(ratings[0]), last=number(ratings[-1])
                )
            )
    return " ".join(said)


def overall_question() -> str:
    """Asked every two weeks."""
    return translate("charts", "Overall, compared with when you started, how is your knee?")


def overall(step: Overall) -> str:
    """An answer to it."""
    return {
        Overall.MUCH_BETTER: translate("charts", "Much better"),
        Overall.BETTER: translate("charts", "Better"),
        Overall.LITTLE_BETTER: translate("charts", "A little better"),
        Overall.SAME: translate("charts", "About the same"),
        Overall.LITTLE_WORSE: translate("charts", "A little worse"),
        Overall.WORSE: translate("charts", "Worse"),
        Overall.MUCH_WORSE: translate("charts", "Much worse"),
    }[step]


def overall_summary(first: date, step: Overall) -> str:
    """What was said last."""
    return translate("charts", "Last told, {day}: {answer}.").format(day=day(first), answer=overall(step).lower())


def same_for_all() -> str:
    """Why a routine or a condition changes nothing here."""
    return translate("charts", "This is about your knee as a whole, so it is the same for every routine.")


def _written(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
