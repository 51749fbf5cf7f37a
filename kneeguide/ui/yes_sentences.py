"""What a yes means, said as soon as it is given: one table for reviewers and translators.

What to do and what will change, never what somebody might have. What a yes to a sign that cannot wait means is in
``emergency_wording``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kneeguide.core.questions import Question

_SEEN_TODAY_CLOT = QT_TRANSLATE_NOOP(
    "safety",
    "Not today. Have this leg looked at by a doctor or clinic today. Massage opens again when you tell us that a"
    " clinician has ruled out a clot.",
)
_SEEN_TODAY = QT_TRANSLATE_NOOP("safety", "Not today. Have this looked at by a doctor or clinic today.")
_ASK_FIRST = QT_TRANSLATE_NOOP(
    "safety",
    "Ask first. Sessions open once a doctor, nurse or physio who knows you has agreed.",
)
_ASK_FIRST_NO_CALF = QT_TRANSLATE_NOOP(
    "safety",
    "Ask first. Once a doctor, nurse or physio who knows you agrees, sessions open without the calf.",
)
_ASK_FIRST_HANDS = QT_TRANSLATE_NOOP(
    "safety",
    "Ask first. Once a doctor, nurse or physio who knows you agrees, sessions open with light hands only.",
)
_INJURED = QT_TRANSLATE_NOOP(
    "safety",
    "Not today. Give a fresh injury three full days, and wait until the swelling goes down. When did it happen?",
)
_BROKEN_SKIN = QT_TRANSLATE_NOOP("safety", "We leave that part of the leg out until it has healed. Where is it?")

IF_YES: Mapping[Question, object] = MappingProxyType(
    {
        Question.STOP_DVT_SWELLING: _SEEN_TODAY_CLOT,
        Question.STOP_DVT_PAIN: _SEEN_TODAY_CLOT,
        Question.STOP_DVT_SKIN: _SEEN_TODAY_CLOT,
        Question.STOP_DVT_KNOWN: QT_TRANSLATE_NOOP(
            "safety", "No massage for now. Ask the team that treats you when it may begin."
        ),
        Question.STOP_INFECTION: QT_TRANSLATE_NOOP(
            "safety",
            "Not today. See a doctor or clinic today. Massage opens again when you tell us that a clinician has ruled"
            " out an infection.",
        ),
        Question.STOP_OSTEOMYELITIS: QT_TRANSLATE_NOOP(
            "safety", "No massage for now. Ask the team that treats you when it may begin."
        ),
        Question.STOP_ACUTE_INJURY: _INJURED,
        Question.STOP_FRACTURE: _SEEN_TODAY,
        Question.STOP_KNEE_RED_FLAGS: _SEEN_TODAY,
        Question.STOP_WOUND: _BROKEN_SKIN,
        Question.STOP_MYOSITIS: QT_TRANSLATE_NOOP(
            "safety", "No massage for now. Show this to a doctor or physio soon."
        ),
        Question.STOP_SURGERY: QT_TRANSLATE_NOOP(
            "safety", "No massage for now, unless your surgical team has said yes. You can tell us so on the next page."
        ),
        Question.STOP_UNEXPLAINED: QT_TRANSLATE_NOOP("safety", "No massage for now. Book a doctor's visit soon."),
        Question.CLOT_BED_REST: _ASK_FIRST_NO_CALF,
        Question.CLOT_WEAK_LEG: _ASK_FIRST_NO_CALF,
        Question.CLOT_SURGERY: _ASK_FIRST_NO_CALF,
        Question.CLOT_JOURNEY: _ASK_FIRST_NO_CALF,
        Question.CLOT_HORMONES: _ASK_FIRST_NO_CALF,
        Question.ASK_ANTICOAGULANT: _ASK_FIRST_HANDS,
        Question.ASK_OSTEOPOROSIS: QT_TRANSLATE_NOOP(
            "safety",
            "Ask first. Sessions open once a doctor, nurse or physio who knows you has agreed. They are then done on a"
            " chair, without a roller.",
        ),
        Question.ASK_PREV_CLOT: _ASK_FIRST_HANDS,
        Question.ASK_PREGNANCY: QT_TRANSLATE_NOOP(
            "safety",
            "Ask first. Sessions open once a doctor, nurse or midwife has agreed. They then use light hands only, and"
            " spare the calf and the inner thigh.",
        ),
        Question.ASK_CANCER: _ASK_FIRST_HANDS,
        Question.ASK_CIRCULATION: QT_TRANSLATE_NOOP(
            "safety",
            "Ask first. Once a doctor, nurse or physio who knows you agrees, sessions open with light hands only. With"
            " an open ulcer they stay closed.",
        ),
        Question.ASK_SENSATION: _ASK_FIRST,
        Question.ASK_IMPLANT: _ASK_FIRST,
        Question.ASK_INFLAMMATORY: _ASK_FIRST_HANDS,
        Question.ASK_HEART_KIDNEY: _ASK_FIRST_HANDS,
        Question.ASK_INJECTION: QT_TRANSLATE_NOOP(
            "safety", "Wait seven days, or do what the clinic told you. When was it?"
        ),
        Question.ASK_WIDESPREAD: QT_TRANSLATE_NOOP(
            "safety",
            "Ask first. Once a doctor, nurse or physio who knows you agrees, the sore-day routine opens.",
        ),
        Question.ASK_UNDER18: QT_TRANSLATE_NOOP(
            "safety", "KneeGuide is for adults. Show your knee to a doctor or physio instead."
        ),
        Question.FLARING_NOW: QT_TRANSLATE_NOOP("safety", "Not now. Rest until the bad spell is over."),
        Question.ADAPT_VEINS: QT_TRANSLATE_NOOP(
            "safety", "Sessions get lighter. Never press on or below a bulging vein. If one turns hard or sore, stop."
        ),
        Question.ADAPT_FRAGILE_SKIN: QT_TRANSLATE_NOOP("safety", "Sessions use hands with lotion, and no tools."),
        Question.ADAPT_SKIN_PATCH: QT_TRANSLATE_NOOP("safety", "Leave that patch alone in every session."),
        Question.ADAPT_SORE_HANDS: QT_TRANSLATE_NOOP(
            "safety", "Sessions keep to a stick, pushed with your forearms, and a ball on the wall."
        ),
        Question.ADAPT_BALANCE: QT_TRANSLATE_NOOP("safety", "Sessions keep to a chair. Take one with arms."),
        Question.ADAPT_FLOOR: QT_TRANSLATE_NOOP("safety", "Sessions leave out the floor."),
        Question.ADAPT_SHOULDER_BACK: QT_TRANSLATE_NOOP("safety", "Sessions leave out steps lying on your front."),
        Question.TODAY_LEG_CHANGE: _SEEN_TODAY_CLOT,
        Question.TODAY_UNWELL: QT_TRANSLATE_NOOP(
            "safety",
            "Not today. Ask a doctor or nurse for advice today. Massage opens again when you tell us that a clinician"
            " has ruled out an infection.",
        ),
        Question.TODAY_INJURY: _INJURED,
        Question.TODAY_SKIN: _BROKEN_SKIN,
        Question.TODAY_NUMBNESS: QT_TRANSLATE_NOOP("safety", "Not today. Ask a doctor or physio about this soon."),
        Question.TODAY_AFTER_LAST: QT_TRANSLATE_NOOP(
            "safety", "Rest for two days after that session. If they have passed, today is half as long and gentler."
        ),
    }
)
