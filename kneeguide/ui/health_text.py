"""Every sentence about health that a user can see, page by page, for a clinician to review.

The pages take their words from the same functions. It needs no display: of Qt it uses the translations alone.
"""

from collections.abc import Iterable
from datetime import date

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.learn import Basis, Learn, Statement, Topic
from kneeguide.core.library import Library
from kneeguide.core.pain_trend import Trend
from kneeguide.core.question_sources import FOOTING_OF_KEEP_OFF, OURS, Footing, Subject
from kneeguide.core.review_text import Entry, ReviewPage, entry, points
from kneeguide.core.routine import Certainty, Routine, Source, Technique
from kneeguide.ui import keep_off_wording, learn_wording, report_wording, sheet_wording, wording
from kneeguide.ui.health_text_gate import pages_of_gate
from kneeguide.ui.health_text_session import pages_of_session
from kneeguide.ui.health_text_weeks import pages_over_weeks


def pages(library: Library, learn: Learn) -> tuple[ReviewPage, ...]:
    """What each page can say, in the order in which a user comes to them. ``library``, ``learn``: what is shipped."""
    return (
        *pages_of_gate(),
        *pages_of_session(),
        *pages_over_weeks(),
        _keep_off(),
        _on_paper(),
        ReviewPage("Techniques", tuple(_technique(technique) for technique in library.techniques.values())),
        ReviewPage("Routines", (_certainty(), *(_routine(routine) for routine in library.routines))),
        *(_topic(topic) for topic in learn.topics),
    )


def _keep_off() -> ReviewPage:
    return ReviewPage(
        "Always keep off",
        (
            entry(
                "around the map",
                Subject.HOW_IT_WORKS,
                ("heading", keep_off_wording.title()),
                ("lead", keep_off_wording.lead()),
            ),
            *(
                Entry(
                    area.value,
                    (("place", keep_off_wording.keep_off(area)), ("why", keep_off_wording.keep_off_reason(area))),
                    FOOTING_OF_KEEP_OFF[area],
                )
                for area in KeepOff
            ),
        ),
    )


def _on_paper() -> ReviewPage:
    day = date(2026, 3, 2)
    trends = (Trend(first, last, day, day) for first, last in ((6, 3), (6, 5), (6, 6), (6, 7), (6, 9)))
    return ReviewPage(
        "On paper",
        (
            entry("report, on every page", Subject.WHAT_IT_IS, ("line", report_wording.what_it_is())),
            entry(
                "report, below the chart",
                Subject.PAIN_AFTER,
                ("without six numbers", report_wording.trend(None)),
                *(("numbers compared", report_wording.trend(trend)) for trend in trends),
            ),
            entry(
                "sheet of a routine",
                Subject.WHAT_TO_DO,
                ("before use", sheet_wording.check_first()),
                ("heading", sheet_wording.stop_title()),
                ("when to stop", sheet_wording.when_to_stop()),
            ),
        ),
    )


def _certainty() -> Entry:
    words = ((certainty.value, wording.certainty(certainty)) for certainty in Certainty)
    return entry("how sure research is", Subject.CERTAINTY, *words)


def _technique(technique: Technique) -> Entry:
    says = {
        "title": technique.title,
        "cue": technique.cue,
        "avoid": technique.avoid,
        "mistakes": technique.mistakes,
        "feel": technique.feel,
        "say": technique.say,
    }
    return Entry(technique.id, tuple((kind, text) for kind, text in says.items() if text), _of(technique.sources))


def _routine(routine: Routine) -> Entry:
    certainty = wording.certainty(routine.certainty) if routine.certainty else ""
    says = {"title": routine.title, "why": routine.why, "certainty": certainty}
    asked = (("own question", text) for text in routine.questions)
    told = ((kind, text) for kind, text in says.items() if text)
    return Entry(routine.id, (*told, *asked), _of(routine.sources))


def _topic(topic: Topic) -> ReviewPage:
    begin = Entry(
        topic.id,
        (("lead", topic.lead), ("heading", learn_wording.how_sure(topic)), ("how sure", topic.sure)),
        OURS,
    )
    exercise = Entry(
        "on every page",
        (("heading", learn_wording.exercise_title()), ("claim", learn_wording.exercise())),
        _of(topic.exercise),
    )
    statements = (
        _statement(section.heading, statement) for section in topic.sections for statement in section.statements
    )
    captions = (
        Entry(section.heading, (("caption", section.picture.caption),), OURS)
        for section in topic.sections
        if section.picture
    )
    return ReviewPage(f"Learn: {topic.title}", (begin, exercise, *statements, *captions))


def _statement(heading: str, statement: Statement) -> Entry:
    is_claim = statement.basis is Basis.RESEARCH
    says = (
        ("claim" if is_claim else "advice", statement.text),
        *points(statement.points),
        *((row.when, row.then) for row in statement.rows),
    )
    named = tuple(source.id for source in statement.sources)
    return Entry(heading, says, Footing(named, "" if is_claim else OURS.note))


def _of(sources: Iterable[Source]) -> Footing:
    named = tuple(source.id for source in sources)
    return Footing(named) if named else OURS
