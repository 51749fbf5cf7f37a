"""From one routine file to a Routine, with everything that is wrong or unwise about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from kneeguide.core.library_rules import RULES, SHIPPED_RULES, Rule
from kneeguide.core.picture_file import picture_beside
from kneeguide.core.problem import Problem
from kneeguide.core.regular_file import read_regular_file
from kneeguide.core.routine import (
    HANDS_OFF,
    Muscle,
    Origin,
    Phase,
    Position,
    Routine,
    Source,
    Stroke,
    Technique,
    Tempo,
)
from kneeguide.core.routine_file import PhaseFields, RoutineFile, ShippedRoutineFile, TempoFields
from kneeguide.core.yaml_reader import MAX_BYTES, WHOLE_FILE, Document, read_yaml, validate


@dataclass(frozen=True)
class Reading:
    """What came of one file. ``routine`` None if it cannot be used. A warning never keeps a routine back."""

    document: Document | None
    routine: Routine | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def shown_name(path: Path) -> str:
    """A path that can be printed on one line, whatever its characters."""
    return "".join(character if character.isprintable() else "?" for character in str(path))


def read_document(path: Path) -> tuple[Document | None, list[Problem]]:
    """The YAML in a file; a file that cannot be read is a problem like any other."""
    try:
        source = read_regular_file(path, at_most=MAX_BYTES)
    except ValueError as error:
        return None, [Problem(shown_name(path), 1, 1, WHOLE_FILE, str(error))]
    return read_yaml(source, shown_name(path))


def read_routine(
    path: Path, origin: Origin, techniques: Mapping[str, Technique], sources: Mapping[str, Source]
) -> Reading:
    """Read one routine. A shipped one must be complete and keep every rule; a user's may break those that are advice,
    with a warning for each. A picture that may not be shown is a problem, but the routine stands without it."""
    document, problems = read_document(path)
    if document is None:
        return Reading(None, None, tuple(problems))
    file, invalid = validate(document, ShippedRoutineFile if origin is Origin.SHIPPED else RoutineFile)
    problems += invalid
    if file is None:
        return Reading(document, None, tuple(sorted(problems)))
    problems += _unknown_techniques(document, file, techniques)
    if problems:
        return Reading(document, None, tuple(sorted(problems)))

    own_pictures, bad_pictures = _pictures(document, file, path.parent)
    routine = Routine(
        id=file.id,
        title=file.title,
        phases=tuple(
            _phase(file, number, techniques, own_pictures.get(number, _Picture())) for number in range(len(file.phases))
        ),
        version=file.version,
        conditions=file.conditions,
        certainty=file.certainty,
        why=file.why,
        sources=tuple(sources[name] for name in file.sources if name in sources),
        questions=file.questions,
        origin=origin,
        path=path,
    )
    if origin is Origin.USER:
        return Reading(document, routine, tuple(bad_pictures), _broken(RULES, document, file, routine))
    wrong = _broken(RULES + SHIPPED_RULES, document, file, routine)
    return Reading(document, None if wrong else routine, wrong)


def _broken(rules: tuple[Rule, ...], document: Document, file: RoutineFile, routine: Routine) -> tuple[Problem, ...]:
    """What breaks any of the rules, in the order of the file."""
    return tuple(sorted(document.problem(*finding) for rule in rules for finding in rule(file, routine)))


def _unknown_techniques(
    document: Document, file: RoutineFile, techniques: Mapping[str, Technique]
) -> Iterator[Problem]:
    for number, phase in enumerate(file.phases):
        if phase.technique is not None and phase.technique not in techniques:
            near = get_close_matches(phase.technique, techniques, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            path = ("phases", number, "technique")
            yield document.problem(path, f"is none of the techniques that come with KneeGuide{hint}")


@dataclass(frozen=True)
class _Picture:
    """A step's own picture, or what is wrong with it."""

    path: Path | None = None
    fault: str = ""


def _pictures(document: Document, file: RoutineFile, folder: Path) -> tuple[dict[int, _Picture], list[Problem]]:
    pictures: dict[int, _Picture] = {}
    problems: list[Problem] = []
    for number, phase in enumerate(file.phases):
        if phase.picture is not None:
            try:
                pictures[number] = _Picture(picture_beside(folder, phase.picture))
            except ValueError as error:
                pictures[number] = _Picture(fault=str(error))
                expectation = f"{error}; the step is shown without a picture"
                problems.append(document.problem(("phases", number, "picture"), expectation))
    return pictures, problems


def _phase(file: RoutineFile, number: int, techniques: Mapping[str, Technique], picture: _Picture) -> Phase:
    fields = file.phases[number]
    if fields.technique is None:
        technique = _own_technique(file, fields, f"{file.id}/{number + 1}", picture)
    else:
        technique = techniques[fields.technique]
        if technique.position is None:
            technique = replace(technique, position=_usual_position(file, techniques))
    return Phase(
        technique=technique,
        seconds=fields.seconds,
        sides=fields.sides,
        sets=fields.sets,
        gap=fields.gap,
        pressure=technique.pressure[0] if fields.pressure is None else fields.pressure,
    )


def _usual_position(file: RoutineFile, techniques: Mapping[str, Technique]) -> Position | None:
    """Where a step that can be done anywhere is done: where the routine begins."""
    if file.position:
        return file.position[0]
    named = (techniques[phase.technique].position for phase in file.phases if phase.technique is not None)
    return next((position for position in named if position is not None), None)


def _own_technique(file: RoutineFile, fields: PhaseFields, name: str, picture: _Picture) -> Technique:
    """A step described in place. What it does not say, the routine says for it if there is but one answer."""
    position = fields.position or (file.position[0] if len(file.position) == 1 else None)
    tool = fields.tool
    if tool is None and len(file.tools) == 1 and fields.method not in HANDS_OFF:
        tool = file.tools[0]
    face_down = fields.face_down
    if face_down is None:  # as with all that is not said, limits are to take it as possible
        face_down = position not in (Position.CHAIR, Position.WALL)
    pressure = fields.pressure or 0
    assert fields.title is not None
    assert fields.cue is not None
    return Technique(
        id=name,
        title=fields.title,
        cue=fields.cue,
        muscle=fields.muscle if isinstance(fields.muscle, Muscle) else None,
        tool=tool,
        position=position,
        method=fields.method,
        tempo=Tempo(Stroke.FREE) if fields.tempo is None else tempo_of(fields.tempo),
        pressure=(pressure, pressure),
        face_down=face_down,
        avoid=fields.avoid or "",
        say=fields.say or "",
        picture=picture.path,
        picture_fault=picture.fault,
    )


def tempo_of(fields: TempoFields) -> Tempo:
    """The tempo that a file states."""
    return Tempo(fields.stroke, fields.seconds, fields.back)
