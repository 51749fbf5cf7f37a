"""What the health questions say: one table for reviewers and translators, one row for each question and sentence.

Plain words, and what to do rather than what somebody might have. The questions follow the signs that the NHS lists for
leg clots, joint and skin infection and knee injury, the items of the Wells and Ottawa knee rules that a lay person can
answer, and the agreement of experts on foam rolling (Bartsch et al. 2021, doi 10.3390/jcm10225360).
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kneeguide.core.questions import Question

ASKED: Mapping[Question, object] = MappingProxyType(
    {
        Question.EMERGENCY_BREATHING: QT_TRANSLATE_NOOP(
            "safety",
            "Is it suddenly hard to breathe? Or does your chest or upper back hurt, does your heart race, do you cough"
            " up blood, or did you faint?",
        ),
        Question.EMERGENCY_COLD_LEG: QT_TRANSLATE_NOOP(
            "safety", "Has a leg suddenly turned cold, pale, blue or numb, or will it not move?"
        ),
        Question.EMERGENCY_SADDLE: QT_TRANSLATE_NOOP(
            "safety",
            "Are you newly numb between the legs or weak in both legs, or have you lost control of your bladder or"
            " bowels?",
        ),
        Question.EMERGENCY_SHAPE: QT_TRANSLATE_NOOP("safety", "Has a knee or leg changed its shape after an injury?"),
        Question.EMERGENCY_TIGHT: QT_TRANSLATE_NOOP(
            "safety", "After an injury, is your lower leg very tight and swollen, with pain that keeps climbing?"
        ),
        Question.STOP_DVT_SWELLING: QT_TRANSLATE_NOOP(
            "safety", "Is one calf, or one whole leg, newly swollen compared with the other?"
        ),
        Question.STOP_DVT_PAIN: QT_TRANSLATE_NOOP(
            "safety",
            "Is there a new throbbing, cramping or tender spot deep in one calf or thigh that you cannot explain?",
        ),
        Question.STOP_DVT_SKIN: QT_TRANSLATE_NOOP(
            "safety",
            "Is the skin of one leg warm, redder or darker than usual, or has a vein become swollen, hard or sore?",
        ),
        Question.STOP_DVT_KNOWN: QT_TRANSLATE_NOOP(
            "safety",
            "Have you been told that you have a blood clot in a leg, or did treatment for one begin less than three"
            " months ago?",
        ),
        Question.STOP_INFECTION: QT_TRANSLATE_NOOP(
            "safety",
            "Is a knee or leg hot, red and swollen, or do you have a fever, shivers, or sore joints and feel unwell?",
        ),
        Question.STOP_OSTEOMYELITIS: QT_TRANSLATE_NOOP(
            "safety", "Have you been told that a bone, a joint or an implant of yours is infected?"
        ),
        Question.STOP_ACUTE_INJURY: QT_TRANSLATE_NOOP(
            "safety", "Did you twist, strain, hit or fall on this leg in the last 72 hours?"
        ),
        Question.STOP_FRACTURE: QT_TRANSLATE_NOOP(
            "safety",
            "Is a bone in this leg broken or cracked, or could it be? Since an injury, are you unable to take four"
            " steps, or to bend the knee to a right angle?",
        ),
        Question.STOP_KNEE_RED_FLAGS: QT_TRANSLATE_NOOP(
            "safety",
            "Is the knee badly swollen, stuck so that it will not straighten, giving way, or too sore to stand on?",
        ),
        Question.STOP_WOUND: QT_TRANSLATE_NOOP(
            "safety", "Is there an open cut, burn, blister, sore, weeping rash or stitches where you would massage?"
        ),
        Question.STOP_MYOSITIS: QT_TRANSLATE_NOOP(
            "safety",
            "Since a hard knock to the thigh, is there a firm lump, or does the knee bend less and less? Or have you"
            " been told that bone is forming in the muscle?",
        ),
        Question.STOP_SURGERY: QT_TRANSLATE_NOOP(
            "safety", "Have you had an operation on this leg or hip in the last 12 weeks?"
        ),
        Question.STOP_UNEXPLAINED: QT_TRANSLATE_NOOP(
            "safety",
            "Is there pain at night that rest does not ease, weight loss you cannot explain, or a new lump in the leg?",
        ),
        Question.CLOT_BED_REST: QT_TRANSLATE_NOOP(
            "safety", "Have you lately been in bed for three days or more, or had a leg in plaster or in a brace?"
        ),
        Question.CLOT_WEAK_LEG: QT_TRANSLATE_NOOP("safety", "Is a leg paralysed or very weak?"),
        Question.CLOT_SURGERY: QT_TRANSLATE_NOOP("safety", "Have you had any large operation in the last 12 weeks?"),
        Question.CLOT_JOURNEY: QT_TRANSLATE_NOOP(
            "safety", "Have you been on a journey of more than six hours in the last two weeks?"
        ),
        Question.CLOT_HORMONES: QT_TRANSLATE_NOOP(
            "safety", "Do you use a pill, patch or ring with oestrogen, or hormone therapy such as HRT?"
        ),
        Question.ASK_ANTICOAGULANT: QT_TRANSLATE_NOOP(
            "safety", "Do you take blood thinners, or do you bruise or bleed easily?"
        ),
        Question.ASK_OSTEOPOROSIS: QT_TRANSLATE_NOOP(
            "safety",
            "Do you have thin bones (osteoporosis)? Or did you break a bone in a small fall, or take steroid tablets"
            " for a long time?",
        ),
        Question.ASK_PREV_CLOT: QT_TRANSLATE_NOOP(
            "safety", "Have you ever had a blood clot, or been told that your blood clots too easily?"
        ),
        Question.ASK_PREGNANCY: QT_TRANSLATE_NOOP(
            "safety", "Are you pregnant, or did you give birth in the last six weeks?"
        ),
        Question.ASK_CANCER: QT_TRANSLATE_NOOP(
            "safety", "Do you have cancer, or were you treated for it in the last year?"
        ),
        Question.ASK_CIRCULATION: QT_TRANSLATE_NOOP(
            "safety",
            "Are your leg arteries narrowed (calf cramp on walking that eases with rest), or do you have leg ulcers?",
        ),
        Question.ASK_SENSATION: QT_TRANSLATE_NOOP(
            "safety", "Do you feel less in part of a leg, or have diabetes with foot or nerve problems?"
        ),
        Question.ASK_IMPLANT: QT_TRANSLATE_NOOP(
            "safety", "Do you have a new knee or hip, plates or screws, put in more than 12 weeks ago?"
        ),
        Question.ASK_INFLAMMATORY: QT_TRANSLATE_NOOP(
            "safety", "Do you have gout, or a kind of arthritis that makes joints hot and swollen, such as rheumatoid?"
        ),
        Question.ASK_HEART_KIDNEY: QT_TRANSLATE_NOOP(
            "safety", "Do both legs swell because of a heart, kidney or lymph problem?"
        ),
        Question.ASK_INJECTION: QT_TRANSLATE_NOOP(
            "safety", "Have you had an injection into the knee in the last week?"
        ),
        Question.ASK_WIDESPREAD: QT_TRANSLATE_NOOP(
            "safety",
            "Do you have fibromyalgia, very stretchy joints, strong pain that stays in one arm or leg (CRPS), or pain"
            " that spreads from a light touch?",
        ),
        Question.ASK_UNDER18: QT_TRANSLATE_NOOP("safety", "Are you under 18?"),
        Question.FLARING_NOW: QT_TRANSLATE_NOOP(
            "safety", "Is your arthritis or gout flaring now: more swollen, hot or sore than is usual for you?"
        ),
        Question.ADAPT_VEINS: QT_TRANSLATE_NOOP("safety", "Do you have bulging (varicose) veins on your legs?"),
        Question.ADAPT_FRAGILE_SKIN: QT_TRANSLATE_NOOP(
            "safety", "Is your skin thin, from steroids for instance, or does it tear easily?"
        ),
        Question.ADAPT_SKIN_PATCH: QT_TRANSLATE_NOOP(
            "safety", "Is there eczema, psoriasis, a bruise or a mole where you would massage?"
        ),
        Question.ADAPT_SORE_HANDS: QT_TRANSLATE_NOOP("safety", "Are your hands or wrists sore?"),
        Question.ADAPT_BALANCE: QT_TRANSLATE_NOOP(
            "safety", "Do you have trouble with your balance, or get dizzy when you stand up?"
        ),
        Question.ADAPT_FLOOR: QT_TRANSLATE_NOOP("safety", "Is it hard for you to get down to the floor or up again?"),
        Question.ADAPT_SHOULDER_BACK: QT_TRANSLATE_NOOP("safety", "Do you have shoulder or back pain?"),
        Question.TODAY_LEG_CHANGE: QT_TRANSLATE_NOOP(
            "safety", "Is one leg newly swollen, warm, red or darker than usual, or is a vein hard or sore?"
        ),
        Question.TODAY_UNWELL: QT_TRANSLATE_NOOP("safety", "Do you have a fever or shivers, or feel unwell?"),
        Question.TODAY_INJURY: QT_TRANSLATE_NOOP(
            "safety", "Did you twist, strain, hit or fall on a leg in the last 72 hours?"
        ),
        Question.TODAY_SKIN: QT_TRANSLATE_NOOP(
            "safety", "Is there new broken skin, a rash or a blister where you would massage?"
        ),
        Question.TODAY_NUMBNESS: QT_TRANSLATE_NOOP("safety", "Is there new numbness or tingling in a leg?"),
        Question.TODAY_AFTER_LAST: QT_TRANSLATE_NOOP(
            "safety", "After last time, did pain stay higher for over a day, or did you bruise?"
        ),
    }
)

_LOOK_BEFORE_PRESSING = QT_TRANSLATE_NOOP(
    "safety", "A sudden change in one leg should be looked at before it is pressed."
)

WHY: Mapping[Question, object] = MappingProxyType(
    {
        Question.EMERGENCY_BREATHING: QT_TRANSLATE_NOOP("safety", "Signs like these need help within minutes."),
        Question.EMERGENCY_COLD_LEG: QT_TRANSLATE_NOOP("safety", "A leg that changes like this needs help at once."),
        Question.EMERGENCY_SADDLE: QT_TRANSLATE_NOOP("safety", "With these, every hour counts."),
        Question.EMERGENCY_SHAPE: QT_TRANSLATE_NOOP("safety", "It must be looked at before anything presses on it."),
        Question.EMERGENCY_TIGHT: QT_TRANSLATE_NOOP("safety", "Pain that climbs like this needs help at once."),
        Question.STOP_DVT_SWELLING: _LOOK_BEFORE_PRESSING,
        Question.STOP_DVT_PAIN: QT_TRANSLATE_NOOP(
            "safety", "Deep pain without a reason should be checked, not rubbed."
        ),
        Question.STOP_DVT_SKIN: QT_TRANSLATE_NOOP(
            "safety", "Look closely: redness is harder to see on brown or black skin."
        ),
        Question.STOP_DVT_KNOWN: QT_TRANSLATE_NOOP(
            "safety", "Only the team that treats you can say when massage is safe."
        ),
        Question.STOP_INFECTION: QT_TRANSLATE_NOOP("safety", "Heat and fever should be checked before any massage."),
        Question.STOP_OSTEOMYELITIS: QT_TRANSLATE_NOOP("safety", "Pressure can spread an infection."),
        Question.STOP_ACUTE_INJURY: QT_TRANSLATE_NOOP(
            "safety", "Pressing on a fresh injury can make it bleed and swell."
        ),
        Question.STOP_FRACTURE: QT_TRANSLATE_NOOP("safety", "A broken bone must rest until it has been seen to."),
        Question.STOP_KNEE_RED_FLAGS: QT_TRANSLATE_NOOP(
            "safety", "A knee that behaves like this should be examined first."
        ),
        Question.STOP_WOUND: QT_TRANSLATE_NOOP("safety", "Broken skin needs to heal without being rubbed."),
        Question.STOP_MYOSITIS: QT_TRANSLATE_NOOP(
            "safety", "Massage too early after a hard knock can slow the healing."
        ),
        Question.STOP_SURGERY: QT_TRANSLATE_NOOP("safety", "Your surgical team knows when the leg is ready."),
        Question.STOP_UNEXPLAINED: QT_TRANSLATE_NOOP("safety", "These should be checked before you massage."),
        Question.CLOT_BED_REST: QT_TRANSLATE_NOOP(
            "safety", "Blood clots more easily after this, so we spare the calf."
        ),
        Question.CLOT_WEAK_LEG: QT_TRANSLATE_NOOP(
            "safety", "Blood clots more easily in a leg that moves little, so we spare the calf."
        ),
        Question.CLOT_SURGERY: QT_TRANSLATE_NOOP(
            "safety", "For weeks after an operation blood clots more easily, so we spare the calf."
        ),
        Question.CLOT_JOURNEY: QT_TRANSLATE_NOOP(
            "safety", "Sitting for so long makes blood clot more easily, so we spare the calf."
        ),
        Question.CLOT_HORMONES: QT_TRANSLATE_NOOP(
            "safety", "Blood clots more easily with these, so we spare the calf."
        ),
        Question.ASK_ANTICOAGULANT: QT_TRANSLATE_NOOP("safety", "Firm pressure could leave large bruises."),
        Question.ASK_OSTEOPOROSIS: QT_TRANSLATE_NOOP(
            "safety", "Your body weight on a roller could be too much for the bones."
        ),
        Question.ASK_PREV_CLOT: QT_TRANSLATE_NOOP(
            "safety", "After a clot, a leg should be pressed very little, and the calf not at all."
        ),
        Question.ASK_PREGNANCY: QT_TRANSLATE_NOOP("safety", "Legs need a lighter touch in this time."),
        Question.ASK_CANCER: QT_TRANSLATE_NOOP("safety", "Some areas may have to be left alone."),
        Question.ASK_CIRCULATION: QT_TRANSLATE_NOOP("safety", "Legs that get less blood bear less pressure."),
        Question.ASK_SENSATION: QT_TRANSLATE_NOOP(
            "safety", "Skin that feels less cannot warn you of too much pressure."
        ),
        Question.ASK_IMPLANT: QT_TRANSLATE_NOOP("safety", "The joint and its scar are best left alone."),
        Question.ASK_INFLAMMATORY: QT_TRANSLATE_NOOP(
            "safety", "Sore joints need rest in bad spells and a light touch in good ones."
        ),
        Question.ASK_HEART_KIDNEY: QT_TRANSLATE_NOOP("safety", "Swollen legs need advice from those who know you."),
        Question.ASK_INJECTION: QT_TRANSLATE_NOOP("safety", "The knee should be left in peace for seven days."),
        Question.ASK_WIDESPREAD: QT_TRANSLATE_NOOP("safety", "Short and very light works better here."),
        Question.ASK_UNDER18: QT_TRANSLATE_NOOP("safety", "Knees that still grow need a check of their own."),
        Question.FLARING_NOW: QT_TRANSLATE_NOOP("safety", "In a bad spell, rest does more good than pressing."),
        Question.ADAPT_VEINS: QT_TRANSLATE_NOOP("safety", "Bulging veins should not be pressed on."),
        Question.ADAPT_FRAGILE_SKIN: QT_TRANSLATE_NOOP("safety", "Rolling can tear thin skin."),
        Question.ADAPT_SKIN_PATCH: QT_TRANSLATE_NOOP("safety", "Rubbing can make such a patch worse."),
        Question.ADAPT_SORE_HANDS: QT_TRANSLATE_NOOP("safety", "A tool can do the work of your hands."),
        Question.ADAPT_BALANCE: QT_TRANSLATE_NOOP("safety", "A fall would do more harm than massage does good."),
        Question.ADAPT_FLOOR: QT_TRANSLATE_NOOP("safety", "You should be able to get up again on your own."),
        Question.ADAPT_SHOULDER_BACK: QT_TRANSLATE_NOOP("safety", "Lying on your front with a roller loads both."),
        Question.TODAY_LEG_CHANGE: _LOOK_BEFORE_PRESSING,
        Question.TODAY_UNWELL: QT_TRANSLATE_NOOP("safety", "Heat and fever should be checked before any massage."),
        Question.TODAY_INJURY: QT_TRANSLATE_NOOP("safety", "Pressing on a fresh injury can make it bleed and swell."),
        Question.TODAY_SKIN: QT_TRANSLATE_NOOP("safety", "Broken skin needs to heal without being rubbed."),
        Question.TODAY_NUMBNESS: QT_TRANSLATE_NOOP(
            "safety", "Skin that feels less cannot warn you of too much pressure."
        ),
        Question.TODAY_AFTER_LAST: QT_TRANSLATE_NOOP("safety", "The leg then needs rest, and less next time."),
    }
)
