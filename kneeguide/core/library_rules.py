"""What KneeGuide holds routines to: short sets, gentle pressure, nothing on the IT band, and no claim without a source.

Each rule looks at one routine and finds what breaks it. A routine that comes with KneeGuide may break none. A user's
may break those in ``RULES``: it is then shown with their sentences, which say what is advised or what to change.
"""

import re
from collections.abc import Callable, Iterator

from kneeguide.core.amount import LONGEST_HOLD, SET_CAP, is_hold
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.limits import advised_pressure
from kneeguide.core.routine import HANDS_OFF, Routine, Stroke
from kneeguide.core.routine_file import Band, RoutineFile
from kneeguide.core.shared_files import TechniqueFields
from kneeguide.core.yaml_reader import Path

HOLD = (20, LONGEST_HOLD)
"""Least and most seconds of pressing still on one spot."""

PASS = (2, 5)
"""Least and most seconds of rolling one way: range gained most at 2 to 4 (Behm et al. 2020,
doi 10.1519/JSC.0000000000003765), and who likes it slower may have it slower."""

Finding = tuple[Path, str]
"""Where in the file, and a sentence that can be shown as it is."""

_BAND = re.compile(r"\b(it[ -]?band|itb|iliotibial)\b(?![ -](free|pain|syndrome))", re.IGNORECASE)
_NOT_ON_IT = re.compile(
    r"\b(around|beside|behind|for|in front of|near|never|next to|no|not|off|without)\b", re.IGNORECASE
)

_BESIDE_THE_BAND = "the buttock (glutes), the front of the hip (tfl) or the outer front of the thigh (vastus-lateralis)"
_OFF_THE_BAND = f"Rolling does not loosen it; massage the muscles beside it: {_BESIDE_THE_BAND}."


def sets_have_pauses(_: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No set longer than ``SET_CAP``."""
    for number, phase in enumerate(routine.phases):
        if phase.technique.presses and not is_hold(phase.technique) and phase.seconds > SET_CAP:
            sentence = (
                f"Step {number + 1} presses for {phase.seconds} seconds without a pause; at most {SET_CAP} are advised."
            )
            yield ("phases", number, "seconds"), sentence


def holds_are_short(_: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No pressing still for less or more than ``HOLD``."""
    least, most = HOLD
    for number, phase in enumerate(routine.phases):
        if is_hold(phase.technique) and not least <= phase.seconds <= most:
            sentence = f"Step {number + 1} presses still for {phase.seconds} seconds; {least} to {most} are advised."
            yield ("phases", number, "seconds"), sentence


def rolling_is_slow(file: RoutineFile, _: Routine) -> Iterator[Finding]:
    """No pass faster or slower than ``PASS``, where a step states a tempo of its own."""
    for number, fields in enumerate(file.phases):
        tempo = fields.tempo
        if tempo is not None and fields.method not in HANDS_OFF and _is_unusual_pass(tempo.stroke, tempo.seconds):
            sentence = f"Step {number + 1} takes {_each_way(tempo.seconds)}"
            yield ("phases", number, "tempo"), sentence


def pressure_is_gentle(_: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No target over what is advised for the tool."""
    for number, phase in enumerate(routine.phases):
        cap = advised_pressure(phase.technique.tool)
        if phase.technique.presses and phase.pressure > cap:
            sentence = f"Step {number + 1} asks for pressure {phase.pressure} of 10; at most {cap} is advised."
            yield ("phases", number, "pressure"), sentence


def muscles_get_no_more_than_their_dose(_: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No muscle of a leg longer than ``DOSE_CAP``."""
    for muscle in routine.muscles:
        if routine.dose(muscle) > DOSE_CAP:
            name = muscle.value.replace("-", " ")
            sentence = (
                f"One leg gets {routine.dose(muscle)} seconds of pressing on one muscle ({name}); "
                f"at most {DOSE_CAP} are advised."
            )
            yield ("phases",), sentence


def band_is_left_alone(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No step pressed on the IT band, which no force that a person can bear would stretch (Chaudhry et al. 2008,
    doi 10.7556/jaoa.2008.108.8.379)."""
    for number, fields in enumerate(file.phases):
        named = {"muscle": isinstance(fields.muscle, Band), "title": _names_band(fields.title or "")}
        field = next((name for name in named if named[name]), None)
        if field is not None and routine.phases[number].technique.presses:
            yield ("phases", number, field), f"Step {number + 1} works on the IT band itself. {_OFF_THE_BAND}"


def own_steps_say_what_to_avoid(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No pressing, as far as is known, without a word on what to keep away from."""
    for number, fields in enumerate(file.phases):
        technique = routine.phases[number].technique
        if fields.technique is None and technique.presses and not technique.avoid:
            or_else = ', or say "method: movement" if it presses on nothing' if technique.method is None else ""
            sentence = f'Step {number + 1} does not say what to keep away from; say it in "avoid"{or_else}.'
            yield ("phases", number), sentence


def sources_are_known(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No source that nobody can look up."""
    known = {source.id for source in routine.sources}
    for number, name in enumerate(file.sources):
        if name not in known:
            sentence = f"The source {name} is none of those that come with KneeGuide; correct it or leave it out."
            yield ("sources", number), sentence


def total_is_the_sum(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """No total that is not the length of all steps, with both legs and all changeovers."""
    if file.total is not None and file.total != routine.total_seconds:
        sums = f"The steps add up to {_clock(routine.total_seconds)}, not to {_clock(file.total)}"
        yield ("total",), f"{sums}; correct the total or the steps."


def name_is_the_id(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """A shipped routine is found by the name of its file."""
    if routine.path is not None and file.id != routine.path.stem:
        yield ("id",), "must be the name of the file without its ending"


def tools_are_those_used(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """A shipped routine names the tools of its steps and no others."""
    if set(file.tools) != set(routine.tools):
        yield ("tools",), f"must be what the steps use: {', '.join(routine.tools)}"


def positions_are_those_used(file: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """A shipped routine names the positions of its steps and no others."""
    if set(file.position) != set(routine.positions):
        yield ("position",), f"must be where the steps are done: {', '.join(routine.positions)}"


def end_is_easy(_: RoutineFile, routine: Routine) -> Iterator[Finding]:
    """A shipped routine ends with easy movement or a rest, after which the knee is asked about."""
    last = len(routine.phases) - 1
    if routine.phases[last].technique.presses:
        yield ("phases", last), "must not be the last step; end with easy movement or a rest"


Rule = Callable[[RoutineFile, Routine], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    sets_have_pauses,
    holds_are_short,
    rolling_is_slow,
    pressure_is_gentle,
    muscles_get_no_more_than_their_dose,
    band_is_left_alone,
    own_steps_say_what_to_avoid,
    sources_are_known,
    total_is_the_sum,
)
"""For every routine. None keeps a user's routine back: its own safety limits hold all the same."""

SHIPPED_RULES: tuple[Rule, ...] = (name_is_the_id, tools_are_those_used, positions_are_those_used, end_is_easy)
"""For those that come with KneeGuide alone."""


def technique_faults(technique: TechniqueFields) -> Iterator[tuple[str, str]]:
    """What no technique that comes with KneeGuide may be, each as a field and a sentence."""
    presses = technique.method not in HANDS_OFF
    cap = advised_pressure(technique.tool)
    highest = technique.pressure[1]
    if presses and highest > cap:
        yield "pressure", f"This technique asks for pressure up to {highest} of 10; at most {cap} is advised."
    if presses and _is_unusual_pass(technique.tempo.stroke, technique.tempo.seconds):
        yield "tempo", f"This technique takes {_each_way(technique.tempo.seconds)}"
    if presses and _names_band(technique.title):
        yield "title", f"This technique works on the IT band itself. {_OFF_THE_BAND}"


def _is_unusual_pass(stroke: Stroke, seconds: float) -> bool:
    """``seconds`` 0: a tempo that is not stated."""
    least, most = PASS
    return stroke is Stroke.EACH_WAY and seconds != 0 and not least <= seconds <= most


def _each_way(seconds: float) -> str:
    least, most = PASS
    return f"{seconds:g} {'second' if seconds == 1 else 'seconds'} each way; {least} to {most} are advised."


def _names_band(title: str) -> bool:
    """Whether a title names the IT band as what is pressed, rather than as what is near or what troubles."""
    named = _BAND.search(title)
    return named is not None and _NOT_ON_IT.search(title[: named.start()]) is None


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
