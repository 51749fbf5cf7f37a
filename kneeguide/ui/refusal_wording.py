"""What is said where there is no session today: what to do, what to tell whoever is asked, and when to come back.

It says what to do and never names what somebody might have.
"""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kneeguide.core.questions import CLOT_SIGNS, INFECTION_SIGNS, INJURIES, Question
from kneeguide.core.refusal import Action, Reason
from kneeguide.ui import emergency_wording, safety_wording
from kneeguide.ui.time_wording import day_and_hour

translate = QCoreApplication.translate

_ASKS_SOMEBODY = frozenset(
    {
        Action.CALL_EMERGENCY,
        Action.SAME_DAY_CARE,
        Action.ASK_TREATING_TEAM,
        Action.SEE_CLINICIAN,
        Action.ADULTS_ONLY,
        Action.ASK_FIRST,
    }
)


def action_title(reason: Reason) -> str:
    """What to do, in a few words."""
    if reason.action is Action.WAIT and reason.until is not None:
        return translate("safety", "Wait until {when}").format(when=day_and_hour(reason.until))
    return {
        Action.CALL_EMERGENCY: translate("safety", "Call for help now"),
        Action.SAME_DAY_CARE: translate("safety", "See a doctor or clinic today"),
        Action.ASK_TREATING_TEAM: translate("safety", "Ask the team that treats you"),
        Action.SEE_CLINICIAN: translate("safety", "See a doctor or physio soon"),
        Action.ADULTS_ONLY: translate("safety", "KneeGuide is for adults"),
        Action.WAIT: translate("safety", "Wait a little"),
        Action.REST_FLARE: translate("safety", "Rest until the bad spell is over"),
        Action.REST_TODAY: translate("safety", "Rest today"),
        Action.ASK_FIRST: translate("safety", "Ask a doctor, nurse or physio first"),
        Action.SORE_DAY_ONLY: translate("safety", "Take the sore-day routine"),
        Action.OTHER_ROUTINE: translate("safety", "Take a different routine"),
        Action.ANSWER_HEALTH: translate("safety", "Answer the health questions"),
        Action.ANSWER: translate("safety", "Answer what is still open"),
    }[reason.action]


def action(reason: Reason) -> str:
    """What to do now, in a sentence or two."""
    if reason.action is Action.WAIT:
        return _wait(reason.question)
    if reason.action is Action.SAME_DAY_CARE:
        return _same_day(reason.question)
    if reason.action is Action.OTHER_ROUTINE and reason.question is not None:
        left = safety_wording.left_out(reason.question)
        return translate("safety", "Nothing in this routine fits today. {left_out}").format(left_out=left)
    return {
        Action.CALL_EMERGENCY: emergency_wording.rule_on_the_phone(),
        Action.ASK_TREATING_TEAM: translate(
            "safety", "No massage for now. They know your leg, and can tell you when massage may begin."
        ),
        Action.SEE_CLINICIAN: translate(
            "safety",
            "No massage until somebody has looked at this. Book a visit in the next days, or go sooner if it"
            " gets worse.",
        ),
        Action.ADULTS_ONLY: translate(
            "safety", "A knee that hurts before 18 deserves its own check. Show it to a doctor or physio."
        ),
        Action.REST_FLARE: translate("safety", "Sore, hot joints do better with rest."),
        Action.REST_TODAY: translate(
            "safety", "Let the leg rest today. If it gets worse or feels new, show it to a doctor or physio."
        ),
        Action.ASK_FIRST: translate(
            "safety",
            "Ask a doctor, nurse or physio who knows your health whether gentle self-massage is fine for"
            " you. Many people hear a yes.",
        ),
        Action.SORE_DAY_ONLY: translate(
            "safety", "Short and very light is what suits you today. Choose the sore-day routine instead."
        ),
        Action.OTHER_ROUTINE: translate("safety", "Nothing in this routine fits today. Another one may."),
        Action.ANSWER_HEALTH: translate(
            "safety", "They take about five minutes and are asked again every 30 days, because health changes."
        ),
        Action.ANSWER: translate("safety", "Each question needs a yes or a no before a session can begin."),
    }[reason.action]


def come_back(reason: Reason) -> str:
    """When massage opens again; empty where another way is open at once, or where help comes before all else."""
    if reason.action is Action.WAIT:
        return _after(reason.question, reason.until)
    if reason.action is Action.SAME_DAY_CARE:
        return _once_seen_to(reason.question)
    return {
        Action.ASK_TREATING_TEAM: translate("safety", "Come back when they say that massage may begin."),
        Action.SEE_CLINICIAN: translate("safety", "Come back when somebody has looked at it and your answer is no."),
        Action.ADULTS_ONLY: translate("safety", "Come back when you are 18."),
        Action.REST_FLARE: translate("safety", "Come back when the joints are as usual, and change your answer then."),
        Action.REST_TODAY: translate("safety", "Come back when your answer is no. You are asked before each session."),
        Action.ASK_FIRST: translate("safety", "Come back when one of them has said yes, and tick it here."),
    }.get(reason.action, "")


def in_full(reason: Reason) -> str:
    """What to do now and when to come back, in one go."""
    return " ".join(part for part in (action(reason), come_back(reason)) if part)


def told(reason: Reason) -> str:
    """The answer that stands in the way, in few words, or a routine's own question as written; empty if none does."""
    if reason.action in (Action.ANSWER, Action.ANSWER_HEALTH):
        return ""
    return safety_wording.told(reason.question) if reason.question else reason.text


def told_title(actions: Iterable[Action]) -> str:
    """Above the answers that stand in the way."""
    if asks_somebody(actions):
        return translate("safety", "What to tell them")
    return translate("safety", "What you told us")


def told_lead() -> str:
    """Between that and the answers, where somebody is to be told."""
    return translate("safety", "Here you said yes to:")


def asks_somebody(actions: Iterable[Action]) -> bool:
    """Whether there is somebody to be told."""
    return bool(_ASKS_SOMEBODY.intersection(actions))


def come_back_title() -> str:
    """Above when massage opens again."""
    return translate("safety", "When to come back")


def meanwhile() -> str:
    """What to do until then, and what stays open."""
    return translate("safety", "Until then, leave massage. Your diary and the pages of Learn stay open.")


def until_then_title() -> str:
    """The same with room around it: its heading."""
    return translate("safety", "Until then")


def until_then() -> str:
    """And what stands below that."""
    return translate("safety", "Leave massage. Your diary and the pages of Learn stay open.")


def health_questions_first() -> str:
    """What comes before the next session where the answers to the full list no longer hold."""
    return translate(
        "safety", "Before that session you are asked the health questions again. They take about five minutes."
    )


def _wait(question: Question | None) -> str:
    if question in INJURIES:
        return translate(
            "safety",
            "A fresh injury needs three full days. See a doctor sooner if you cannot take four steps or bend the knee.",
        )
    if question is Question.ASK_INJECTION:
        return translate(
            "safety", "After an injection the knee needs seven days of rest, or as long as the clinic told you."
        )
    return translate("safety", "Let the leg rest until then.")


def _after(question: Question | None, until: datetime | None) -> str:
    when = day_and_hour(until) if until else translate("safety", "that time")
    if question in INJURIES:
        return translate("safety", "Come back after {when} if the swelling is going down.").format(when=when)
    if question is Question.ASK_INJECTION:
        return translate("safety", "Come back after {when}, or when the clinic said.").format(when=when)
    return translate("safety", "Come back after {when}. That session is a shorter one.").format(when=when)


def _same_day(question: Question | None) -> str:
    if question in CLOT_SIGNS:
        return translate("safety", "Have this leg looked at today, and do not massage it.")
    if question in INFECTION_SIGNS:
        return translate("safety", "Ask a doctor or nurse today, and do not massage.")
    return translate(
        "safety", "Have this looked at today. Do not massage, and put as little weight on the leg as you can."
    )


def _once_seen_to(question: Question | None) -> str:
    if question in CLOT_SIGNS:
        return translate(
            "safety",
            "Come back when a clinician has ruled out a clot. Say so here, an hour from now at the earliest.",
        )
    if question in INFECTION_SIGNS:
        return translate(
            "safety",
            "Come back when a clinician has ruled out an infection. Say so here, an hour from now at the earliest.",
        )
    return translate("safety", "Come back when it has been seen to and is better, and change your answer then.")
