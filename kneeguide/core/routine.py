"""What a routine is: the vocabulary that every other part of KneeGuide shares.

Values only, frozen, and no reading of files. The words are those of clinicians and of the people they talk to.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Condition(StrEnum):
    """What the user was told they have. KneeGuide never decides this."""

    OSTEOARTHRITIS = "osteoarthritis"
    PATELLOFEMORAL = "patellofemoral"
    IT_BAND = "it-band"


class Muscle(StrEnum):
    """What a technique works on. The IT band itself is not among them: it is never worked on."""

    QUADS = "quads"
    VASTUS_LATERALIS = "vastus-lateralis"
    AROUND_KNEECAP = "around-kneecap"
    HIP_FLEXORS = "hip-flexors"
    TFL = "tfl"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    CALF = "calf"


class Area(StrEnum):
    """The larger parts of the leg by which people choose, and in which a wound is told."""

    QUADRICEPS = "quadriceps"
    IT_BAND_AND_HIP = "it-band-and-hip"
    HAMSTRINGS = "hamstrings"
    CALF = "calf"


AREA_OF: dict[Muscle, Area] = {
    Muscle.QUADS: Area.QUADRICEPS,
    Muscle.VASTUS_LATERALIS: Area.QUADRICEPS,
    Muscle.AROUND_KNEECAP: Area.QUADRICEPS,
    Muscle.HIP_FLEXORS: Area.IT_BAND_AND_HIP,
    Muscle.TFL: Area.IT_BAND_AND_HIP,
    Muscle.GLUTES: Area.IT_BAND_AND_HIP,
    Muscle.HAMSTRINGS: Area.HAMSTRINGS,
    Muscle.CALF: Area.CALF,
}


class Tool(StrEnum):
    """What the user holds or lies on."""

    HANDS = "hands"
    STICK = "stick"
    BALL = "ball"
    ROLLER = "roller"


class Position(StrEnum):
    """Where the user is."""

    CHAIR = "chair"
    WALL = "wall"
    FLOOR = "floor"


class Method(StrEnum):
    """The kind of massage, in the field's terms."""

    WARM_UP = "warm-up"
    EFFLEURAGE = "effleurage"
    PETRISSAGE = "petrissage"
    TAPPING = "tapping"
    FRICTION = "friction"
    DEEP_TISSUE = "deep-tissue"
    MYOFASCIAL_RELEASE = "myofascial-release"
    SUSTAINED_PRESSURE = "sustained-pressure"
    TRIGGER_POINT = "trigger-point"
    MOVEMENT = "movement"
    REST = "rest"


HANDS_OFF = frozenset({Method.WARM_UP, Method.MOVEMENT, Method.REST})
"""Methods that press on nothing, so that no limit on an area, a tool or a pressure concerns them."""


class Stroke(StrEnum):
    """What one beat of a technique's tempo is."""

    EACH_WAY = "each-way"
    SQUEEZE = "squeeze"
    STROKE = "stroke"
    TAP = "tap"
    CIRCLE = "circle"
    SWAY = "sway"
    HOLD = "hold"
    FREE = "free"


@dataclass(frozen=True)
class Tempo:
    """How fast a technique goes.

    ``seconds``: length of one stroke, squeeze, tap or circle; 0 for a hold or a free pace.
    ``back``: seconds of the way back where a stroke has one, else 0.
    """

    stroke: Stroke
    seconds: float = 0.0
    back: float = 0.0


class Certainty(StrEnum):
    """How sure research is that the routine helps: the four words of GRADE (Guyatt et al. 2008,
    doi 10.1136/bmj.39489.470347.AD), two steps between them, and what is expert opinion alone."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW_TO_MODERATE = "low-to-moderate"
    LOW = "low"
    LOW_TO_VERY_LOW = "low-to-very-low"
    VERY_LOW = "very-low"
    EXPERT_OPINION = "expert-opinion"


class Side(StrEnum):
    """A leg."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The other leg."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Legs(StrEnum):
    """Which legs to work on."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Sides(StrEnum):
    """Whether a phase is done on each leg, or once for the whole body."""

    BOTH = "both"
    ONCE = "once"


@dataclass(frozen=True)
class Source:
    """A study, guideline or page that what KneeGuide says rests on.

    ``about``: its topic in our words. ``title``: as published, empty where it was not seen. ``year`` None: undated.
    ``identifier``: DOI, PMID or PMCID, empty where none was seen. ``certainty``: how sure we are of what it ``found``;
    ``verified`` False where our account of it was not read in the source.
    """

    id: str
    authors: str
    about: str
    journal: str
    year: int | None
    found: str
    certainty: Certainty
    title: str = ""
    identifier: str = ""
    verified: bool = True


@dataclass(frozen=True)
class Technique:
    """One way of massaging one muscle.

    ``muscle``, ``tool``, ``position`` and ``method`` are None where a user's own step does not say; limits then treat
    the step as if it might be anything. ``pressure``: lowest and highest usual target, 0 to 10, felt in the muscle.
    ``face_down``: done lying on the front. ``picture``: a user's own picture file, else the figure of the same id.
    ``picture_fault``: what is wrong with a user's picture that may not be shown, as what follows "The picture".
    """

    id: str
    title: str
    cue: str
    muscle: Muscle | None = None
    tool: Tool | None = None
    position: Position | None = None
    method: Method | None = None
    tempo: Tempo = Tempo(Stroke.FREE)
    pressure: tuple[int, int] = (0, 0)
    face_down: bool = False
    mistakes: str = ""
    avoid: str = ""
    feel: str = ""
    say: str = ""
    sources: tuple[Source, ...] = ()
    picture: Path | None = None
    picture_fault: str = ""

    @property
    def presses(self) -> bool:
        """Whether tissue is pressed on, as far as is known."""
        return self.method not in HANDS_OFF


@dataclass(frozen=True)
class Phase:
    """One technique with its dose.

    ``seconds``: of one set on one side. ``gap``: seconds to change over after each set. ``pressure``: target, 0 to 10.
    """

    technique: Technique
    seconds: int
    sides: Sides = Sides.ONCE
    sets: int = 1
    gap: int = 0
    pressure: int = 0

    @property
    def total_seconds(self) -> int:
        """Length with both legs and all changeovers, in seconds."""
        rounds = self.sets * (2 if self.sides is Sides.BOTH else 1)
        return rounds * (self.seconds + self.gap)


class Origin(StrEnum):
    """Who wrote a routine: it came with KneeGuide, or the user put it there."""

    SHIPPED = "shipped"
    USER = "user"


@dataclass(frozen=True)
class Routine:
    """A session that a person can follow, as its file describes it.

    ``questions``: extra safety questions; a yes to any of them refuses the session.
    """

    id: str
    title: str
    phases: tuple[Phase, ...]
    version: int = 1
    conditions: tuple[Condition, ...] = ()
    certainty: Certainty | None = None
    why: str = ""
    sources: tuple[Source, ...] = ()
    questions: tuple[str, ...] = ()
    origin: Origin = Origin.SHIPPED
    path: Path | None = None

    @property
    def total_seconds(self) -> int:
        """Length with both legs, in seconds, before any get-ready time."""
        return sum(phase.total_seconds for phase in self.phases)

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """The muscles worked on, in the order of the routine, each once."""
        return tuple(dict.fromkeys(p.technique.muscle for p in self.phases if p.technique.muscle is not None))

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas worked on, in the order of the routine, each once."""
        return tuple(dict.fromkeys(AREA_OF[muscle] for muscle in self.muscles))

    @property
    def tools(self) -> tuple[Tool, ...]:
        """What the user needs, in the order of use, each once."""
        return tuple(dict.fromkeys(p.technique.tool for p in self.phases if p.technique.tool is not None))

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where the user will be, in order, each once."""
        return tuple(dict.fromkeys(p.technique.position for p in self.phases if p.technique.position is not None))

    def dose(self, muscle: Muscle) -> int:
        """Seconds of work on one muscle of one leg."""
        return sum(p.seconds * p.sets for p in self.phases if p.technique.muscle is muscle and p.technique.presses)
