"""The pain rules in words: each as it stands on its page of Learn, what it means today, and why it says so now.

The page is written by hand in assets/learn/pain-rules.yaml; a test holds it to these sentences, number by number.
"""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.amount import Amount
from kneeguide.core.pain_rule import Advice, Rule
from kneeguide.ui import pain_wording
from kneeguide.ui.time_wording import number

translate = QCoreApplication.translate

LEARN_PAGE = "pain-rules"
"""The page of Learn that lists all of them."""


def when(rule: Rule) -> str:
    """When a rule holds, in a few words."""
    return {
        Rule.BEFORE_GREEN: translate("rule", "Before, green: 0 to 3"),
        Rule.BEFORE_AMBER: translate("rule", "Before, amber: 4 to 6"),
        Rule.BEFORE_RED: translate("rule", "Before, red: 7 to 10"),
        Rule.FIRST_WEEK: translate("rule", "Your first week"),
        Rule.DURING: translate("rule", "Pressure over 5, or the knee hurts 2 more"),
        Rule.AFTER_GREEN: translate("rule", "After, green: same or lower"),
        Rule.AFTER_AMBER: translate("rule", "After, amber: 1 higher"),
        Rule.AFTER_RED: translate("rule", "After, red: 2 or more higher"),
        Rule.NEXT_DAY_GREEN: translate("rule", "Next day, green: same or lower"),
        Rule.NEXT_DAY_AMBER: translate("rule", "Next day, amber: 1 higher"),
        Rule.NEXT_DAY_RED: translate("rule", "Next day, red: 2 or more higher, a bruise or new swelling"),
        Rule.NOT_TOLD: translate("rule", "A number was left out"),
        Rule.STEP: translate("rule", "Three calm sessions in a row"),
        Rule.TREND: translate("rule", "Over 2 to 4 weeks"),
        Rule.TWO_RED_DAYS: translate("rule", "Two bad next days in three sessions"),
        Rule.CLIMBING: translate("rule", "2 or more higher for two weeks"),
        Rule.HIGH_PAIN: translate("rule", "7 or more on three days of a week"),
        Rule.NO_CHANGE: translate("rule", "No better after six weeks"),
        Rule.NEW_SIGNS: translate("rule", "The knee locks, gives way or swells; night pain; numbness"),
    }[rule]


def then(rule: Rule) -> str:
    """What a rule says."""
    return {
        Rule.BEFORE_GREEN: translate("rule", "Do the routine you chose."),
        Rule.BEFORE_AMBER: translate("rule", "Take the sore-day routine, or half the time, lighter."),
        Rule.BEFORE_RED: translate("rule", "No massage today."),
        Rule.FIRST_WEEK: translate("rule", "Each step is a quarter shorter and one point lighter."),
        Rule.DURING: translate("rule", "Stop on this muscle."),
        Rule.AFTER_GREEN: translate("rule", "Keep to the same amount. See how your knee is tomorrow."),
        Rule.AFTER_AMBER: translate("rule", "Make the next session a quarter shorter."),
        Rule.AFTER_RED: translate(
            "rule", "Rest for 48 hours, then take the sore-day routine. If it does not settle, ask a doctor or physio."
        ),
        Rule.NEXT_DAY_GREEN: translate("rule", "Keep to the same amount."),
        Rule.NEXT_DAY_AMBER: translate("rule", "Repeat the same amount. No step up."),
        Rule.NEXT_DAY_RED: " ".join(after_a_bad_day()),
        Rule.NOT_TOLD: translate("rule", "No number is never 0, and never calm. Keep to the same amount."),
        Rule.STEP: translate(
            "rule", "You may take one step: 10 per cent more time, or 1 point more pressure. You may also stay."
        ),
        Rule.TREND: translate(
            "rule", "The middle one of your last three numbers, against that of your first three. One day says little."
        ),
        Rule.TWO_RED_DAYS: translate("rule", "Pause your plan and see a doctor or physio."),
        Rule.CLIMBING: translate("rule", "See a doctor or physio."),
        Rule.HIGH_PAIN: translate("rule", "See a doctor or physio soon."),
        Rule.NO_CHANGE: translate(
            "rule", "Massage may not be the right tool. Strengthening has better support. Ask a doctor or physio."
        ),
        Rule.NEW_SIGNS: translate("rule", "Stop massage and see a doctor or physio."),
    }[rule]


def after_a_bad_day() -> tuple[str, ...]:
    """What to do after a bad next day: the one thing for now, then the rest in its order."""
    return (
        translate("rule", "Rest for 48 hours."),
        translate("rule", "Then answer the health questions again."),
        translate("rule", "Next session: half the time, lighter."),
        translate("rule", "If it does not settle, ask a doctor or physio."),
    )


def next_time(rule: Rule) -> str:
    """What a rule says at the end of a session; empty where its reason says it all."""
    return "" if rule is Rule.TREND else then(rule)


def today(rule: Rule) -> str:
    """What a rule says at the start of a session; empty where its reason says it all."""
    return {
        Rule.AFTER_GREEN: translate("rule", "Today: the same amount."),
        Rule.AFTER_AMBER: translate("rule", "Today: a quarter shorter."),
        Rule.AFTER_RED: translate("rule", "Today: the sore-day routine, or half the time, lighter."),
        Rule.NEXT_DAY_GREEN: translate("rule", "Today: the same amount."),
        Rule.NEXT_DAY_AMBER: translate("rule", "Today: the same amount, with no step up."),
        Rule.NEXT_DAY_RED: translate("rule", "Today: half the time, one point lighter."),
        Rule.NOT_TOLD: translate("rule", "Today: the same amount."),
        Rule.STEP: translate("rule", "Today: the same amount, or one step more if you like."),
    }.get(rule) or next_time(rule)


def because(advice: Advice) -> str:
    """Why a rule says so now, in one sentence with the user's own numbers."""
    match advice.rule:
        case Rule.AFTER_GREEN | Rule.AFTER_AMBER | Rule.AFTER_RED:
            return _course(advice, "after")
        case Rule.NEXT_DAY_RED if advice.facts.marks and _is_higher(advice):
            return _filled(
                translate(
                    "rule",
                    "This is because your pain went from {was} to {became} the next day, and you told of a bruise or"
                    " new swelling.",
                ),
                advice,
            )
        case Rule.NEXT_DAY_RED if advice.facts.marks:
            return translate("rule", "This is because you told of a bruise or new swelling the next day.")
        case Rule.NEXT_DAY_GREEN | Rule.NEXT_DAY_AMBER | Rule.NEXT_DAY_RED:
            return _course(advice, "next-day")
        case Rule.NOT_TOLD:
            return translate("rule", "This is because a number for your last session is missing.")
        case Rule.STEP:
            return translate("rule", "This is because your last {count} sessions were calm.").format(
                count=advice.facts.count
            )
        case Rule.TREND:
            return pain_wording.trend(round(advice.facts.was or 0), round(advice.facts.became or 0))
        case Rule.TWO_RED_DAYS:
            return translate("rule", "This is because {count} of your last 3 sessions had a bad next day.").format(
                count=advice.facts.count
            )
        case Rule.CLIMBING:
            return _filled(
                translate("rule", "This is because your pain rose from {was} to {became} and stayed up for two weeks."),
                advice,
            )
        case Rule.HIGH_PAIN:
            return translate("rule", "This is because your pain was 7 or more on {count} days of the last 7.").format(
                count=advice.facts.count
            )
        case Rule.NO_CHANGE:
            return _filled(
                translate("rule", "This is because your pain was {was} when you began and is {became} now."), advice
            )
    return ""


def number_of(rule: Rule) -> str:
    """Under which number a rule stands in Learn."""
    return translate("rule", "Rule {number}").format(number=rule.value)


def in_full(rule: Rule) -> str:
    """A rule as it stands in Learn: its number, when it holds and what it says."""
    return translate("rule", "{number}. {when}. {then}").format(
        number=number_of(rule), when=when(rule), then=then(rule)
    )


def why() -> str:
    """The way to the rules behind what is said, for a link."""
    return translate("rule", "Why?")


def hide_why() -> str:
    """The way back."""
    return translate("rule", "Hide why")


def all_rules() -> str:
    """The way to the page that lists them all, for a button."""
    return translate("rule", "Read all the rules")


def amount(amount: Amount) -> str:
    """How much to do today, for a choice."""
    return {
        Amount.SAME: translate("rule", "Same amount"),
        Amount.SHORTER: translate("rule", "A quarter shorter"),
        Amount.LONGER: translate("rule", "10 per cent longer"),
        Amount.FIRMER: translate("rule", "1 point firmer"),
    }[amount]


def how_much() -> str:
    """What is chosen there."""
    return translate("rule", "How much today?")


def _course(advice: Advice, moment: str) -> str:
    was, became = advice.facts.was or 0, advice.facts.became or 0
    sentence = {
        ("after", True): translate("rule", "This is because your pain stayed at {was} in the session."),
        ("after", False): translate("rule", "This is because your pain went from {was} to {became} in the session."),
        ("next-day", True): translate("rule", "This is because your pain was {was} before and the next day."),
        ("next-day", False): translate("rule", "This is because your pain went from {was} to {became} the next day."),
    }[moment, was == became]
    return _filled(sentence, advice)


def _filled(sentence: str, advice: Advice) -> str:
    return sentence.format(was=number(advice.facts.was or 0), became=number(advice.facts.became or 0))


def _is_higher(advice: Advice) -> bool:
    was, became = advice.facts.was, advice.facts.became
    return was is not None and became is not None and became > was
