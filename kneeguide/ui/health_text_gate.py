"""What is said before a session about health: the welcome, the questions, what their answers mean, and what is kept."""

from collections.abc import Callable
from datetime import UTC, datetime

from kneeguide.core.choosing import Unnamed
from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.limits import CAUTIONS, LIMIT_OF
from kneeguide.core.outlook import Outlook
from kneeguide.core.question_sources import FOOTING_OF, OURS, Subject
from kneeguide.core.questions import (
    CONFIRMABLE,
    EMERGENCY,
    FOLLOW_UP,
    INJURIES,
    TODAY,
    WOUNDS,
    Confirmation,
    HealthReason,
    Question,
)
from kneeguide.core.refusal import Action, Reason
from kneeguide.core.review_text import Entry, ReviewPage, entry, points
from kneeguide.core.routine import Certainty, Condition
from kneeguide.ui import (
    choosing_wording,
    emergency_wording,
    gate_wording,
    health_answers_wording,
    learn_wording,
    limits_wording,
    refusal_wording,
    safety_wording,
    welcome_wording,
    wording,
)
from kneeguide.ui.safety_wording import Group

_SOME_DAY = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
_SOME_NUMBER = "112"
_SOME_CAP = 2


def pages_of_gate() -> tuple[ReviewPage, ...]:
    """Everything before a session, in the order in which a user comes to it."""
    return (_welcome(), _emergency(), _health_questions(), _choosing(), _checklist(), _not_today(), _health_answers())


def _welcome() -> ReviewPage:
    return ReviewPage(
        "Welcome",
        (
            entry(
                "what it is",
                Subject.WHAT_IT_IS,
                ("title", welcome_wording.title()),
                ("lead", welcome_wording.lead()),
                *points(welcome_wording.what_it_is()),
                ("what it is not", welcome_wording.what_it_is_not()),
                ("beside every page", wording.disclaimer()),
            ),
            entry(
                "who should not use it",
                Subject.NOT_FOR,
                ("heading", welcome_wording.not_for_title()),
                *points(welcome_wording.not_for()),
                ("ask first", welcome_wording.ask_first()),
                ("what follows", welcome_wording.questions_follow()),
                ("box to tick", welcome_wording.confirmation()),
            ),
            entry("emergency", Subject.WHAT_TO_DO, *_numbered(emergency_wording.in_an_emergency)),
        ),
    )


def _emergency() -> ReviewPage:
    around = entry(
        "around the signs",
        Subject.WHAT_TO_DO,
        ("title", emergency_wording.title()),
        *_numbered(emergency_wording.call),
        *_numbered(emergency_wording.call_in_short),
        ("what not to do", emergency_wording.rule()),
        *(("not all in view", emergency_wording.show_others(count)) for count in (4, 1)),
        ("no to all", emergency_wording.none_of_these()),
        *_numbered(emergency_wording.call_now),
        ("after a yes", emergency_wording.rule_on_the_phone()),
        ("after a yes", emergency_wording.see_what_to_do()),
    )
    return ReviewPage("Signs that cannot wait", (around, *(_sign(question) for question in EMERGENCY)))


def _sign(question: Question) -> Entry:
    says = (
        ("sign", emergency_wording.sign(question)),
        ("in few words", emergency_wording.sign_in_few_words(question)),
        ("why", safety_wording.why(question)),
        ("as it is told later", safety_wording.question(question)),
    )
    return Entry(question.value, (*says, ("statement", safety_wording.statement(question))), FOOTING_OF[question])


def _health_questions() -> ReviewPage:
    entries = [
        entry(
            "around the questions",
            Subject.HOW_IT_WORKS,
            ("title", gate_wording.health_title()),
            *((f"lead, {why.value}", gate_wording.health_lead(why)) for why in HealthReason),
            ("name of the line that fills up", gate_wording.health_answered()),
            ("after a yes to broken skin", gate_wording.where_broken()),
            ("after a yes to a fresh injury", gate_wording.when_injured()),
            ("after a yes to an injection", gate_wording.when_injected()),
        )
    ]
    for number, group in enumerate(Group, 1):
        title = gate_wording.health_part(number, len(Group), safety_wording.group_title(group))
        heading = (("heading", title), ("lead", safety_wording.group_lead(group)))
        entries.append(entry(f"group {group.value}", Subject.HOW_IT_WORKS, *heading))
        for asked in group.questions:
            followed = [FOLLOW_UP[asked]] if asked in FOLLOW_UP else []
            entries += [_question(question) for question in (asked, *followed)]
    return ReviewPage("Health questions", tuple(entries))


def _choosing() -> ReviewPage:
    ruled_out = Outlook((), ruled_out=(Question.ADAPT_FLOOR,))
    outlooks = (
        Outlook(()),
        Outlook((), is_known=True),
        Outlook((), is_known=True, first_week=True),
        Outlook((), is_known=True, pressure_cap=_SOME_CAP),
        ruled_out,
    )
    return ReviewPage(
        "Choosing a routine",
        (
            entry(
                "while nobody has said what the pain is",
                Subject.WHAT_TO_DO,
                ("heading", choosing_wording.first_step_title()),
                ("advice", choosing_wording.first_step()),
            ),
            entry(
                "whether it is right today",
                Subject.HOW_IT_WORKS,
                *(("heading", choosing_wording.verdict(each)) for each in outlooks),
                ("some steps left out", choosing_wording.steps_left_out(1, 10)),
                *(("nothing left of it", line) for line in choosing_wording.why_not(ruled_out)),
                ("others", choosing_wording.instead()),
                ("a rest", choosing_wording.rest(Reason(Action.WAIT, Question.TODAY_AFTER_LAST, _SOME_DAY))),
            ),
            entry(
                "whom it is for",
                Subject.WHAT_IT_IS,
                *(("for whom", choosing_wording.for_whom([condition])) for condition in Condition),
                ("for two", choosing_wording.for_whom([Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL])),
                ("for all", choosing_wording.for_whom(tuple(Condition))),
                ("beside it", learn_wording.exercise()),
                *(("offered first", line) for line in choosing_wording.offered_first((*Condition, Unnamed.NOT_TOLD))),
            ),
            entry(
                "on every routine",
                Subject.HOW_IT_WORKS,
                ("what to wear", choosing_wording.what_to_wear()),
                *(("how sure", choosing_wording.how_sure(certainty)) for certainty in Certainty),
                ("of one that does not say how sure research is", choosing_wording.nobody_looked()),
                ("beside it", choosing_wording.not_reviewed()),
            ),
        ),
    )


def _checklist() -> ReviewPage:
    around = entry(
        "around the questions",
        Subject.HOW_IT_WORKS,
        ("title", gate_wording.checklist_title()),
        ("lead", gate_wording.checklist_lead()),
        ("signs that cannot wait", emergency_wording.all_signs()),
        ("the same in few words", emergency_wording.signs_in_few_words()),
        ("the way to all words", emergency_wording.read_signs()),
        ("the way back", emergency_wording.fewer_words()),
        ("if a routine's own question is answered yes", gate_wording.if_own_question_is_answered_yes()),
    )
    return ReviewPage("Today's checklist", (around, *(_question(question) for question in TODAY)))


def _not_today() -> ReviewPage:
    around = entry(
        "around the reasons",
        Subject.HOW_IT_WORKS,
        *(("title", title) for title in dict.fromkeys(gate_wording.refusal_title({action}) for action in Action)),
        *(("lead", lead) for lead in dict.fromkeys(gate_wording.refusal_lead({action}) for action in Action)),
        ("which answer", gate_wording.about("…")),
        *(
            ("heading of what was told", title)
            for title in dict.fromkeys(refusal_wording.told_title({a}) for a in Action)
        ),
        ("before what was told", refusal_wording.told_lead()),
        ("heading of when to come back", refusal_wording.come_back_title()),
        ("below it", refusal_wording.meanwhile()),
        ("heading of until then", refusal_wording.until_then_title()),
        ("below that", refusal_wording.until_then()),
        ("where the health questions come first then", refusal_wording.health_questions_first()),
        ("heading of statements", gate_wording.statements_title()),
        ("lead of statements", gate_wording.statements_lead()),
    )
    return ReviewPage("Not today", (around, *(_action(reason) for reason in _reasons())))


def _reasons() -> list[Reason]:
    """One for each way in which a refusal is worded."""
    waits = [*sorted(INJURIES), Question.ASK_INJECTION, Question.TODAY_AFTER_LAST]
    signs = [Question.STOP_DVT_SWELLING, Question.STOP_INFECTION, Question.STOP_FRACTURE]
    return [
        *(Reason(action) for action in Action),
        *(Reason(Action.SAME_DAY_CARE, question) for question in signs),
        *(Reason(Action.WAIT, question, _SOME_DAY) for question in waits),
        Reason(Action.OTHER_ROUTINE, Question.ADAPT_FLOOR),
    ]


def _action(reason: Reason) -> Entry:
    about = reason.action.name.lower().replace("_", "-") + (f" for {reason.question.value}" if reason.question else "")
    says = [("title", refusal_wording.action_title(reason)), ("advice", refusal_wording.action(reason))]
    if refusal_wording.come_back(reason):
        says.append(("when to come back", refusal_wording.come_back(reason)))
    return Entry(about, tuple(says), FOOTING_OF[reason.question] if reason.question else OURS)


def _health_answers() -> ReviewPage:
    told = [HealthSummary(_SOME_DAY, _SOME_DAY, why, (), (), ()) for why in (None, *HealthReason)]
    nothing = HealthSummary(None, None, HealthReason.FIRST, (), (), ())
    says = (
        ("title", health_answers_wording.title()),
        ("lead", health_answers_wording.lead()),
        *(("when", health_answers_wording.when_answered(summary)) for summary in (told[0], nothing)),
        *(("how long", health_answers_wording.how_long(summary)) for summary in (*told, nothing)),
        ("heading", health_answers_wording.closed_title()),
        ("heading", health_answers_wording.yes_title()),
        ("all no", health_answers_wording.no_yes()),
        ("heading", health_answers_wording.no_title()),
        ("closed as yet", health_answers_wording.once_open("…")),
        ("heading", health_answers_wording.statements_title()),
        ("statement", health_answers_wording.statement(Confirmation(Question.ASK_CANCER, _SOME_DAY))),
        ("before deleting", health_answers_wording.before_deleting()),
        ("after deleting", health_answers_wording.deleted()),
    )
    return ReviewPage("My health answers", (entry("the page", Subject.HOW_IT_WORKS, *dict.fromkeys(says)),))


def _question(question: Question) -> Entry:
    says = [
        ("question", safety_wording.question(question)),
        ("why", safety_wording.why(question)),
        ("if yes", safety_wording.stop_inline(question)),
        ("as it can be told", safety_wording.told(question)),
    ]
    if question in {*LIMIT_OF, *CAUTIONS, *WOUNDS}:
        says.append(("changes", limits_wording.effect(question)))
    if question in {*LIMIT_OF, *WOUNDS}:
        says.append(("left out", safety_wording.left_out(question)))
    if question in CONFIRMABLE:
        says.append(("statement", safety_wording.statement(question)))
    return Entry(question.value, tuple(says), FOOTING_OF[question])


def _numbered(line: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """A line that names whom to call, as it is where the user has set no number and where they have."""
    return ("no number set", line("")), ("number set", line(_SOME_NUMBER))
