"""What a yes says of oneself, in a few words that can be read to a doctor: one table for reviewers and translators.

Each takes up its question in ``question_sentences`` and adds nothing to it. Signs that cannot wait have theirs in
``emergency_wording``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kneeguide.core.questions import Question

_INJURY = QT_TRANSLATE_NOOP("safety", "A twist, strain, knock or fall on a leg in the last 72 hours")
_OPERATION = QT_TRANSLATE_NOOP("safety", "A large operation in the last 12 weeks")

TOLD: Mapping[Question, object] = MappingProxyType(
    {
        Question.STOP_DVT_SWELLING: QT_TRANSLATE_NOOP("safety", "One calf, or one whole leg, that is newly swollen"),
        Question.STOP_DVT_PAIN: QT_TRANSLATE_NOOP(
            "safety", "A new throbbing, cramping or tender spot deep in one calf or thigh that you cannot explain"
        ),
        Question.STOP_DVT_SKIN: QT_TRANSLATE_NOOP(
            "safety", "One leg that is warm, redder or darker than usual, or a vein that is swollen, hard or sore"
        ),
        Question.STOP_DVT_KNOWN: QT_TRANSLATE_NOOP(
            "safety", "A blood clot in a leg, or treatment for one that began less than three months ago"
        ),
        Question.STOP_INFECTION: QT_TRANSLATE_NOOP(
            "safety", "A hot, red, swollen knee or leg; or a fever, shivers, or sore joints and feeling unwell"
        ),
        Question.STOP_OSTEOMYELITIS: QT_TRANSLATE_NOOP("safety", "An infection in a bone, a joint or an implant"),
        Question.STOP_ACUTE_INJURY: _INJURY,
        Question.STOP_FRACTURE: QT_TRANSLATE_NOOP(
            "safety",
            "A bone in a leg that is broken or cracked, or could be; or an injury since which you cannot take four"
            " steps, or bend the knee to a right angle",
        ),
        Question.STOP_KNEE_RED_FLAGS: QT_TRANSLATE_NOOP(
            "safety", "A knee that is badly swollen, stuck, giving way, or too sore to stand on"
        ),
        Question.STOP_WOUND: QT_TRANSLATE_NOOP("safety", "Broken skin where you would massage"),
        Question.STOP_MYOSITIS: QT_TRANSLATE_NOOP(
            "safety",
            "A firm lump or less and less bend since a hard knock to the thigh, or bone that forms in the muscle",
        ),
        Question.STOP_SURGERY: QT_TRANSLATE_NOOP("safety", "An operation on a leg or hip in the last 12 weeks"),
        Question.STOP_UNEXPLAINED: QT_TRANSLATE_NOOP(
            "safety", "Pain at night that rest does not ease, weight loss you cannot explain, or a new lump in a leg"
        ),
        Question.CLOT_BED_REST: QT_TRANSLATE_NOOP(
            "safety", "Three days or more in bed, or a leg in plaster or in a brace, a short time ago"
        ),
        Question.CLOT_WEAK_LEG: QT_TRANSLATE_NOOP("safety", "A leg that is paralysed or very weak"),
        Question.CLOT_SURGERY: _OPERATION,
        Question.CLOT_JOURNEY: QT_TRANSLATE_NOOP("safety", "A journey of more than six hours in the last two weeks"),
        Question.CLOT_HORMONES: QT_TRANSLATE_NOOP(
            "safety", "A pill, patch or ring with oestrogen, or hormone therapy such as HRT"
        ),
        Question.ASK_ANTICOAGULANT: QT_TRANSLATE_NOOP("safety", "Blood thinners, or easy bruises or bleeding"),
        Question.ASK_OSTEOPOROSIS: QT_TRANSLATE_NOOP(
            "safety", "Thin bones, a bone broken in a small fall, or steroid tablets for a long time"
        ),
        Question.ASK_PREV_CLOT: QT_TRANSLATE_NOOP(
            "safety", "A blood clot some time ago, or blood that clots too easily"
        ),
        Question.ASK_PREGNANCY: QT_TRANSLATE_NOOP("safety", "Being pregnant, or a birth in the last six weeks"),
        Question.ASK_CANCER: QT_TRANSLATE_NOOP("safety", "Cancer now, or its treatment in the last year"),
        Question.ASK_CIRCULATION: QT_TRANSLATE_NOOP("safety", "Narrowed leg arteries, or leg ulcers"),
        Question.ASK_SENSATION: QT_TRANSLATE_NOOP(
            "safety", "Less feeling in part of a leg, or diabetes with foot or nerve problems"
        ),
        Question.ASK_IMPLANT: QT_TRANSLATE_NOOP(
            "safety", "A new knee or hip, plates or screws, put in more than 12 weeks ago"
        ),
        Question.ASK_INFLAMMATORY: QT_TRANSLATE_NOOP(
            "safety", "Gout, or a kind of arthritis that makes joints hot and swollen"
        ),
        Question.ASK_HEART_KIDNEY: QT_TRANSLATE_NOOP(
            "safety", "Both legs that swell because of a heart, kidney or lymph problem"
        ),
        Question.ASK_INJECTION: QT_TRANSLATE_NOOP("safety", "An injection into the knee in the last week"),
        Question.ASK_WIDESPREAD: QT_TRANSLATE_NOOP(
            "safety", "Fibromyalgia, CRPS, very stretchy joints, or pain that spreads from a light touch"
        ),
        Question.ASK_UNDER18: QT_TRANSLATE_NOOP("safety", "Being under 18"),
        Question.FLARING_NOW: QT_TRANSLATE_NOOP("safety", "Arthritis or gout that is in a bad spell now"),
        Question.ADAPT_VEINS: QT_TRANSLATE_NOOP("safety", "Bulging veins on your legs"),
        Question.ADAPT_FRAGILE_SKIN: QT_TRANSLATE_NOOP("safety", "Skin that is thin or tears easily"),
        Question.ADAPT_SKIN_PATCH: QT_TRANSLATE_NOOP(
            "safety", "Eczema, psoriasis, a bruise or a mole where you would massage"
        ),
        Question.ADAPT_SORE_HANDS: QT_TRANSLATE_NOOP("safety", "Sore hands or wrists"),
        Question.ADAPT_BALANCE: QT_TRANSLATE_NOOP(
            "safety", "Trouble with your balance, or feeling dizzy when you stand up"
        ),
        Question.ADAPT_FLOOR: QT_TRANSLATE_NOOP("safety", "Getting down to the floor and up again is hard"),
        Question.ADAPT_SHOULDER_BACK: QT_TRANSLATE_NOOP("safety", "Pain in a shoulder or in the back"),
        Question.TODAY_LEG_CHANGE: QT_TRANSLATE_NOOP(
            "safety", "One leg that is newly swollen, warm, red or darker than usual, or a hard or sore vein"
        ),
        Question.TODAY_UNWELL: QT_TRANSLATE_NOOP("safety", "A fever or shivers, or feeling unwell"),
        Question.TODAY_INJURY: _INJURY,
        Question.TODAY_SKIN: QT_TRANSLATE_NOOP(
            "safety", "New broken skin, a rash or a blister where you would massage"
        ),
        Question.TODAY_NUMBNESS: QT_TRANSLATE_NOOP("safety", "New numbness or tingling in a leg"),
        Question.TODAY_AFTER_LAST: QT_TRANSLATE_NOOP(
            "safety", "Pain that was higher after the last session, or a bruise or new swelling"
        ),
    }
)
