"""What the sentences about health stand on: the sources by their ids, and what of it is our own or not yet verified.

It is for whoever reviews them; ``kneeguide text`` prints it beside each. No clinician has reviewed it yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.questions import Question
from kneeguide.core.trouble import StopReason


@dataclass(frozen=True)
class Footing:
    """``sources``: ids in routines/shared/sources.yaml. ``note``: what is not theirs; never empty without a source."""

    sources: tuple[str, ...] = ()
    note: str = ""


OURS = Footing(note="our judgement")
UNVERIFIED = Footing(note="not verified")

_WELLS = ("wells-1997", "wells-2003")
_MASSAGE_LISTS = ("mayo-massage", "nih-massage")
_LEG_SIGNS = Footing(("nhs-dvt", *_WELLS))
_INFECTION = Footing(("nhs-septic-arthritis", "bartsch-2021"))
_INJURY = Footing(("bartsch-2021",), "72 hours is our judgement, the cautious end of 48 to 72")
_WOUND = Footing(("bartsch-2021",))

FOOTING_OF: Mapping[Question, Footing] = MappingProxyType(
    {
        Question.EMERGENCY_BREATHING: Footing(("nhs-pulmonary-embolism",)),
        Question.EMERGENCY_COLD_LEG: UNVERIFIED,
        Question.EMERGENCY_SADDLE: UNVERIFIED,
        Question.EMERGENCY_SHAPE: OURS,
        Question.EMERGENCY_TIGHT: UNVERIFIED,
        Question.STOP_DVT_SWELLING: _LEG_SIGNS,
        Question.STOP_DVT_PAIN: _LEG_SIGNS,
        Question.STOP_DVT_SKIN: _LEG_SIGNS,
        Question.STOP_DVT_KNOWN: Footing(
            ("bartsch-2021", "nhs-pulmonary-embolism"), "to wait for the three months of treatment is our judgement"
        ),
        Question.STOP_INFECTION: _INFECTION,
        Question.STOP_OSTEOMYELITIS: Footing(("bartsch-2021",)),
        Question.STOP_ACUTE_INJURY: _INJURY,
        Question.STOP_FRACTURE: Footing(("bartsch-2021", "stiell-1996")),
        Question.STOP_KNEE_RED_FLAGS: Footing(("nhs-knee-pain",)),
        Question.STOP_WOUND: _WOUND,
        Question.STOP_MYOSITIS: Footing(
            ("bartsch-2021",), "that early massage adds to the danger was read second-hand"
        ),
        Question.STOP_SURGERY: Footing(_WELLS, "12 weeks are those of the rule; an older form of it says 4"),
        Question.STOP_UNEXPLAINED: UNVERIFIED,
        Question.CLOT_BED_REST: Footing(_WELLS),
        Question.CLOT_WEAK_LEG: Footing(_WELLS),
        Question.CLOT_SURGERY: Footing(_WELLS),
        Question.CLOT_JOURNEY: Footing(("nhs-pulmonary-embolism",), "two weeks are our judgement"),
        Question.CLOT_HORMONES: UNVERIFIED,
        Question.ASK_ANTICOAGULANT: Footing((*_MASSAGE_LISTS, "ernst-2003", "yin-2014")),
        Question.ASK_OSTEOPOROSIS: Footing(("brooke-wavell-2022", *_MASSAGE_LISTS)),
        Question.ASK_PREV_CLOT: Footing((*_WELLS, "lim-2009")),
        Question.ASK_PREGNANCY: Footing(("pregnancy-case-2020", *_MASSAGE_LISTS), "six weeks are not verified"),
        Question.ASK_CANCER: Footing((*_WELLS, *_MASSAGE_LISTS), "a year, where the rule says six months, is ours"),
        Question.ASK_CIRCULATION: OURS,
        Question.ASK_SENSATION: Footing(_MASSAGE_LISTS),
        Question.ASK_IMPLANT: Footing(
            ("yokochi-2023",), "the distance to keep is our judgement; the trial was supervised"
        ),
        Question.ASK_INFLAMMATORY: Footing(("bartsch-2021",)),
        Question.ASK_HEART_KIDNEY: OURS,
        Question.ASK_INJECTION: UNVERIFIED,
        Question.ASK_WIDESPREAD: UNVERIFIED,
        Question.ASK_UNDER18: UNVERIFIED,
        Question.FLARING_NOW: Footing(("bartsch-2021",)),
        Question.ADAPT_VEINS: UNVERIFIED,
        Question.ADAPT_FRAGILE_SKIN: Footing(_MASSAGE_LISTS),
        Question.ADAPT_SKIN_PATCH: OURS,
        Question.ADAPT_SORE_HANDS: OURS,
        Question.ADAPT_BALANCE: OURS,
        Question.ADAPT_FLOOR: OURS,
        Question.ADAPT_SHOULDER_BACK: OURS,
        Question.TODAY_LEG_CHANGE: _LEG_SIGNS,
        Question.TODAY_UNWELL: _INFECTION,
        Question.TODAY_INJURY: _INJURY,
        Question.TODAY_SKIN: _WOUND,
        Question.TODAY_NUMBNESS: Footing(_MASSAGE_LISTS, "to stop for the day is our judgement"),
        Question.TODAY_AFTER_LAST: Footing(("aaos-2021", "traffic-light-leaflet"), "48 hours are our judgement"),
    }
)
"""Of a question, of why it is asked, and of what a yes to it changes."""

FOOTING_OF_STOP: Mapping[StopReason, Footing] = MappingProxyType(
    {
        StopReason.CHEST_PAIN: Footing(("nhs-pulmonary-embolism",)),
        StopReason.BREATHLESS: Footing(("nhs-pulmonary-embolism",)),
        StopReason.NUMBNESS: Footing(("yin-2014",), "the hour is our judgement"),
        StopReason.SHARP_PAIN: Footing(("harvard-rolling", "nhs-knee-pain")),
        StopReason.JOINT_PAIN: Footing(("harvard-rolling", "nhs-septic-arthritis")),
        StopReason.POP: Footing(("nhs-knee-pain",)),
        StopReason.DIZZY: OURS,
        StopReason.TOO_SORE: Footing(("harvard-rolling", "aaos-2021")),
        StopReason.NO_TIME: OURS,
        StopReason.NOTHING_DONE: OURS,
    }
)
"""Of what to do after stopping for a reason."""

_UNLISTED = Footing(("freiwald-2016",), "what lies there was read in a text that is not in the list")

FOOTING_OF_KEEP_OFF: Mapping[KeepOff, Footing] = MappingProxyType(
    {
        **dict.fromkeys(KeepOff, OURS),
        KeepOff.BEHIND_KNEE: _UNLISTED,
        KeepOff.OUTER_KNEE: _UNLISTED,
        KeepOff.GROIN: Footing(("freiwald-2016",), "what lies there is not verified"),
        KeepOff.IT_BAND: Footing(("chaudhry-2008", "pepper-2021", "fairclough-2006")),
    }
)
"""Of why a place is never worked on."""


class Subject(StrEnum):
    """What other sentences are about."""

    WHAT_IT_IS = "what-it-is"
    NOT_FOR = "not-for"
    WHAT_TO_DO = "what-to-do"
    PAIN_BEFORE = "pain-before"
    PAIN_AFTER = "pain-after"
    PRESSURE = "pressure"
    FIRST_WEEK = "first-week"
    PACING = "pacing"
    AFTERCARE = "aftercare"
    CERTAINTY = "certainty"
    HOW_IT_WORKS = "how-it-works"
    WEEKS = "weeks"


_TRAFFIC_LIGHTS = ("my-knee-cap", "traffic-light-leaflet", "thomee-1997", "silbernagel-2007")

FOOTING_OF_SUBJECT: Mapping[Subject, Footing] = MappingProxyType(
    {
        Subject.WHAT_IT_IS: Footing(
            ("nice-ng226", "acr-2019", "jospt-2019"), "the wording follows the law on such claims"
        ),
        Subject.NOT_FOR: Footing(("bartsch-2021", "nhs-dvt", "nhs-septic-arthritis", "nhs-knee-pain", *_WELLS)),
        Subject.WHAT_TO_DO: OURS,
        Subject.PAIN_BEFORE: Footing(_TRAFFIC_LIGHTS, "the steps are stricter than theirs, which is our judgement"),
        Subject.PAIN_AFTER: Footing(
            ("salaffi-2004", "farrar-2001", "pain-change-review", "pain-change-cohort", *_TRAFFIC_LIGHTS),
            "the rest of 48 hours is our judgement",
        ),
        Subject.PRESSURE: Footing(("grabow-2018", "bradbury-squires-2015")),
        Subject.FIRST_WEEK: OURS,
        Subject.PACING: Footing(
            _TRAFFIC_LIGHTS, "the sizes of steps and the counts of sessions, days and weeks are our judgement"
        ),
        Subject.AFTERCARE: Footing(("aaos-2021", "harvard-rolling")),
        Subject.CERTAINTY: Footing(("guyatt-2008",), "the steps between its words are ours"),
        Subject.HOW_IT_WORKS: OURS,
        Subject.WEEKS: Footing(
            ("konrad-2022", "nice-ng226", "barton-2015"), "the number of days and of weeks are our judgement"
        ),
    }
)
"""Of everything else."""
