"""Every sentence about health that a user can see, page by page, for a clinician to review.

The pages take their words from the same functions. It needs no display: of Qt it uses the translations alone.
"""

from collections.abc import Iterable

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.library import Library
from kneeguide.core.question_sources import FOOTING_OF_KEEP_OFF, OURS, Footing, Subject
from kneeguide.core.review_text import Entry, ReviewPage, entry
from kneeguide.core.routine import Certainty, Routine, Source, Technique
from kneeguide.ui import keep_off_wording, wording
from kneeguide.ui.health_text_gate import pages_of_gate
from kneeguide.ui.health_text_session import pages_of_session


def pages(library: Library) -> tuple[ReviewPage, ...]:
    """What each page can say, in the order in which a user comes to them. ``library``: what is shipped.

    Whatever else there is to read belongs here too, as a page of its own.
    """
    return (
        *pages_of_gate(),
        *pages_of_session(),
        _keep_off(),
        ReviewPage("Techniques", tuple(_technique(technique) for technique in library.techniques.values())),
        ReviewPage("Routines", (_certainty(), *(_routine(routine) for routine in library.routines))),
    )


def _keep_off() -> ReviewPage:
    return ReviewPage(
        "Always keep off",
        tuple(
            Entry(
                area.value,
                (("place", keep_off_wording.keep_off(area)), ("why", keep_off_wording.keep_off_reason(area))),
                FOOTING_OF_KEEP_OFF[area],
            )
            for area in KeepOff
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


def _of(sources: Iterable[Source]) -> Footing:
    named = tuple(source.id for source in sources)
    return Footing(named) if named else OURS
