"""What each value of the core is called on the screen: the one list that translators and clinicians go through.

Plain words come first, the clinical name after them. What is said of a session is in ``session_wording``,
``trouble_wording`` and ``outcome_wording``; times are in ``time_wording`` and can be had from here.
"""

from PySide6.QtCore import QCoreApplication

from kneeguide.core.choosing import Length
from kneeguide.core.routine import (
    Area,
    Certainty,
    Condition,
    Legs,
    Method,
    Muscle,
    Position,
    Side,
    Stroke,
    Tempo,
    Tool,
)
from kneeguide.ui.time_wording import (
    clock_time,
    day,
    day_and_time,
    minutes,
    number,
    seconds_left,
    time_left,
    time_of_day,
)

__all__ = [
    "area",
    "certainty",
    "clock_time",
    "condition",
    "condition_plain",
    "day",
    "day_and_time",
    "disclaimer",
    "legs",
    "length",
    "method",
    "minutes",
    "muscle",
    "number",
    "position",
    "seconds_left",
    "side",
    "tempo",
    "time_left",
    "time_of_day",
    "tool",
]

translate = QCoreApplication.translate


def disclaimer() -> str:
    """What KneeGuide is and is not, beside every page between sessions."""
    return translate("wording", "A guide for gentle self-massage. It does not diagnose or treat.")


def condition(condition: Condition) -> str:
    """A condition in two or three words, for a tag."""
    return {
        Condition.OSTEOARTHRITIS: translate("wording", "Osteoarthritis"),
        Condition.PATELLOFEMORAL: translate("wording", "Front of the knee"),
        Condition.IT_BAND: translate("wording", "IT band"),
    }[condition]


def condition_plain(condition: Condition) -> str:
    """A condition in plain words with its name after them, for a choice."""
    return {
        Condition.OSTEOARTHRITIS: translate("wording", "Stiff, aching knee (osteoarthritis)"),
        Condition.PATELLOFEMORAL: translate("wording", "Front of the knee (patellofemoral pain)"),
        Condition.IT_BAND: translate("wording", "Outside of the knee (IT band)"),
    }[condition]


def area(area: Area) -> str:
    """A part of the leg, for a chip or a choice."""
    return {
        Area.QUADRICEPS: translate("wording", "Front of thigh"),
        Area.IT_BAND_AND_HIP: translate("wording", "IT band and hip"),
        Area.HAMSTRINGS: translate("wording", "Back of thigh"),
        Area.CALF: translate("wording", "Calf"),
    }[area]


def muscle(muscle: Muscle) -> str:
    """A muscle, by where it is."""
    return {
        Muscle.QUADS: translate("wording", "Front of thigh"),
        Muscle.VASTUS_LATERALIS: translate("wording", "Outer front of thigh"),
        Muscle.AROUND_KNEECAP: translate("wording", "Around the kneecap"),
        Muscle.HIP_FLEXORS: translate("wording", "Front of hip"),
        Muscle.TFL: translate("wording", "Side of hip"),
        Muscle.GLUTES: translate("wording", "Buttock"),
        Muscle.HAMSTRINGS: translate("wording", "Back of thigh"),
        Muscle.CALF: translate("wording", "Calf"),
    }[muscle]


def tool(tool: Tool) -> str:
    """What is held or lain on."""
    return {
        Tool.HANDS: translate("wording", "Hands"),
        Tool.STICK: translate("wording", "Massage stick"),
        Tool.BALL: translate("wording", "Ball"),
        Tool.ROLLER: translate("wording", "Foam roller"),
    }[tool]


def position(position: Position) -> str:
    """Where the user is."""
    return {
        Position.CHAIR: translate("wording", "Chair"),
        Position.WALL: translate("wording", "Wall"),
        Position.FLOOR: translate("wording", "Floor"),
    }[position]


def length(length: Length) -> str:
    """How long a routine is, with the minutes that most of the kind take."""
    return {
        Length.SHORT: translate("wording", "Short, 5 min"),
        Length.STANDARD: translate("wording", "Standard, 10 to 12 min"),
        Length.FULL: translate("wording", "Full, 20 min"),
    }[length]


def method(method: Method) -> str:
    """A kind of massage in plain words, with the field's name after them where there is one."""
    return {
        Method.WARM_UP: translate("wording", "Warm-up"),
        Method.EFFLEURAGE: translate("wording", "Long strokes (effleurage)"),
        Method.PETRISSAGE: translate("wording", "Kneading (petrissage)"),
        Method.TAPPING: translate("wording", "Tapping"),
        Method.FRICTION: translate("wording", "Small circles (friction)"),
        Method.DEEP_TISSUE: translate("wording", "Slow, firm strokes (deep tissue)"),
        Method.MYOFASCIAL_RELEASE: translate("wording", "Slow rolling (myofascial release)"),
        Method.SUSTAINED_PRESSURE: translate("wording", "Still pressure"),
        Method.TRIGGER_POINT: translate("wording", "Pressure on a tender spot (trigger point)"),
        Method.MOVEMENT: translate("wording", "Gentle movement"),
        Method.REST: translate("wording", "Rest"),
    }[method]


def tempo(tempo: Tempo) -> str:
    """How fast to go, in a few words."""
    seconds, back = number(tempo.seconds), number(tempo.back)
    match tempo.stroke:
        case Stroke.HOLD:
            return translate("wording", "Hold still")
        case _ if tempo.seconds <= 0:
            return translate("wording", "At your own pace")
        case Stroke.EACH_WAY if tempo.back and tempo.back != tempo.seconds:
            return translate("wording", "{seconds} s out, {back} s back").format(seconds=seconds, back=back)
        case Stroke.EACH_WAY:
            return translate("wording", "{seconds} s each way").format(seconds=seconds)
        case Stroke.STROKE if tempo.back:
            return translate("wording", "{seconds} s up, {back} s lightly back").format(seconds=seconds, back=back)
        case Stroke.SQUEEZE:
            return translate("wording", "One squeeze every {seconds} s").format(seconds=seconds)
        case Stroke.TAP if tempo.seconds <= 0.5:
            return translate("wording", "{number} taps a second").format(number=number(1 / tempo.seconds))
        case Stroke.TAP:
            return translate("wording", "One tap every {seconds} s").format(seconds=seconds)
        case Stroke.CIRCLE:
            return translate("wording", "{seconds} s a circle").format(seconds=seconds)
        case Stroke.SWAY:
            return translate("wording", "{seconds} s a sway").format(seconds=seconds)
        case _:
            return translate("wording", "{seconds} s a stroke").format(seconds=seconds)


def certainty(certainty: Certainty) -> str:
    """How sure research is, in a few words that can stand after a colon or alone."""
    return {
        Certainty.HIGH: translate("wording", "High"),
        Certainty.MODERATE: translate("wording", "Moderate"),
        Certainty.LOW_TO_MODERATE: translate("wording", "Low to moderate"),
        Certainty.LOW: translate("wording", "Low"),
        Certainty.LOW_TO_VERY_LOW: translate("wording", "Low to very low"),
        Certainty.VERY_LOW: translate("wording", "Very low"),
        Certainty.EXPERT_OPINION: translate("wording", "Expert opinion only"),
    }[certainty]


def side(side: Side) -> str:
    """A leg, as a heading."""
    return {
        Side.LEFT: translate("wording", "Left leg"),
        Side.RIGHT: translate("wording", "Right leg"),
    }[side]


def side_short(side: Side) -> str:
    """A leg, above a column that is all about legs."""
    return {Side.LEFT: translate("wording", "Left"), Side.RIGHT: translate("wording", "Right")}[side]


def legs(legs: Legs) -> str:
    """Which legs, for a choice."""
    return {
        Legs.BOTH: translate("wording", "Both legs"),
        Legs.LEFT: side(Side.LEFT),
        Legs.RIGHT: side(Side.RIGHT),
    }[legs]
