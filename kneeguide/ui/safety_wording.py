"""What the safety gate says: questions, what an answer changes, and what a statement by the user means.

It says what to do and never names what somebody might have. The questions themselves are in
``question_sentences``, what a yes to them means in ``yes_sentences``, what it says of oneself in ``told_sentences``,
what is said of signs that cannot wait in ``emergency_wording``, and of a refusal in ``refusal_wording``.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kneeguide.core.questions import (
    ADAPT,
    ASK_FIRST,
    CLOT_RISK,
    CLOT_SIGNS,
    EMERGENCY,
    INFECTION_SIGNS,
    STOP,
    WOUNDS,
    Question,
)
from kneeguide.ui import emergency_wording
from kneeguide.ui.question_sentences import ASKED, WHY
from kneeguide.ui.told_sentences import TOLD
from kneeguide.ui.yes_sentences import IF_YES

translate = QCoreApplication.translate


class Tone(StrEnum):
    """How serious a yes is, as the ground it is shown on."""

    STOP = "stop"
    CARE = "care"
    LEAD = "lead"


class Group(StrEnum):
    """The parts of the full list that are asked one by one."""

    STOP = "stop"
    CLOT_RISK = "clot-risk"
    ASK_FIRST = "ask-first"
    ADAPT = "adapt"

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked in it, in order."""
        return {
            Group.STOP: STOP,
            Group.CLOT_RISK: CLOT_RISK,
            Group.ASK_FIRST: ASK_FIRST,
            Group.ADAPT: ADAPT,
        }[self]


def group_title(group: Group) -> str:
    """The heading of a group of questions."""
    return {
        Group.STOP: translate("safety", "When massage has to wait"),
        Group.CLOT_RISK: translate("safety", "The last weeks"),
        Group.ASK_FIRST: translate("safety", "When to ask somebody first"),
        Group.ADAPT: translate("safety", "What we can adapt"),
    }[group]


def group_lead(group: Group) -> str:
    """One line on what a yes in this group does."""
    return {
        Group.STOP: translate("safety", "If yes, wait with massage until it has healed or a doctor has looked at it."),
        Group.CLOT_RISK: translate("safety", "A yes here leaves out the calf, and you ask a doctor or nurse first."),
        Group.ASK_FIRST: translate(
            "safety", "If yes, ask a doctor, nurse or physio first. You can often go on once they agree."
        ),
        Group.ADAPT: translate("safety", "A yes here closes nothing. Sessions change to suit you."),
    }[group]


def question(question: Question) -> str:
    """The question as it is asked."""
    return translate("safety", str(ASKED[question]))


def why(question: Question) -> str:
    """One line on why it is asked."""
    return translate("safety", str(WHY[question]))


def stop_inline(question: Question) -> str:
    """What a yes means, said as soon as it is given; for signs that cannot wait see ``emergency_wording``."""
    return translate("safety", str(IF_YES[question]))


def tone(question: Question) -> Tone:
    """How serious a yes to it is."""
    if question in {*CLOT_RISK, *ASK_FIRST, *WOUNDS, Question.TODAY_AFTER_LAST} - {Question.ASK_UNDER18}:
        return Tone.CARE
    return Tone.LEAD if question in ADAPT else Tone.STOP


def told(question: Question) -> str:
    """What a yes says of oneself, in a few words, as it can be read to a doctor."""
    if question in EMERGENCY:
        sign = emergency_wording.sign(question)
        return sign[:1].upper() + sign[1:]
    return translate("safety", str(TOLD[question]))


def statement(question: Question) -> str:
    """What the user states by ticking a box, so that a yes to this question stops holding."""
    if question in CLOT_SIGNS:
        return translate("safety", "A clinician has looked at my leg since then and ruled out a clot.")
    if question in INFECTION_SIGNS:
        return translate("safety", "A clinician has looked at this since then and ruled out an infection.")
    if question in EMERGENCY:
        return translate(
            "safety", "A clinician has seen me about this since then and said that gentle massage is fine."
        )
    if question is Question.STOP_SURGERY:
        return translate("safety", "My surgical team has said that gentle self-massage is fine for me.")
    if question is Question.ASK_INJECTION:
        return translate("safety", "The clinic that gave the injection has said that massage is fine now.")
    if question is Question.ASK_PREGNANCY:
        return translate("safety", "My doctor, nurse or midwife has said that gentle self-massage is fine for me.")
    if question is Question.ASK_CIRCULATION:
        return translate(
            "safety", "My doctor or nurse has said that gentle self-massage is fine. I have no open ulcer on my legs."
        )
    return translate(
        "safety", "A doctor, nurse or physio who knows my health has said that gentle self-massage is fine."
    )


def caution(question: Question) -> str:
    """The care that no plan can take for the user, for the answers of ``limits.CAUTIONS``."""
    return {
        Question.ASK_SENSATION: translate(
            "safety", "Massage only where the skin feels normal, and look at your skin afterwards."
        ),
        Question.ASK_IMPLANT: translate("safety", "Keep a hand's width away from the joint and from its scar."),
        Question.ASK_CANCER: translate("safety", "Leave out any place that was treated or has a lump."),
        Question.ASK_PREGNANCY: translate("safety", "Keep off the inner side of the thigh."),
        Question.ADAPT_VEINS: translate("safety", "Never press on or below a bulging vein. Stroke lightly beside it."),
        Question.ADAPT_FRAGILE_SKIN: translate("safety", "Use plenty of lotion, so that your hands slide."),
        Question.ADAPT_SKIN_PATCH: translate("safety", "Keep off sore skin, bruises and moles."),
        Question.ADAPT_SORE_HANDS: translate(
            "safety", "Push the stick with your forearms, and let the wall hold the ball."
        ),
        Question.ADAPT_BALANCE: translate("safety", "Take a chair with arms, and stand up slowly."),
    }[question]


def left_out(question: Question) -> str:
    """Why something is not done today, for the answers that limit a session."""
    return {
        Question.ASK_ANTICOAGULANT: translate("safety", "Left out today because of blood thinners or easy bruises."),
        Question.ASK_OSTEOPOROSIS: translate("safety", "Left out today to spare your bones."),
        Question.ASK_PREV_CLOT: translate("safety", "Left out today because you have had a blood clot."),
        Question.ASK_PREGNANCY: translate("safety", "Left out today because of your pregnancy or recent birth."),
        Question.ASK_CANCER: translate("safety", "Left out today because of your cancer or its treatment."),
        Question.ASK_CIRCULATION: translate("safety", "Left out today because of the blood flow in your legs."),
        Question.ASK_SENSATION: translate("safety", "Left out today because you feel less in part of a leg."),
        Question.ASK_IMPLANT: translate("safety", "Left out today to keep away from your joint and its scar."),
        Question.ASK_INFLAMMATORY: translate("safety", "Left out today because of your arthritis or gout."),
        Question.ASK_HEART_KIDNEY: translate("safety", "Left out today because both legs swell."),
        Question.ASK_WIDESPREAD: translate("safety", "Left out today because a light touch suits you best."),
        Question.CLOT_BED_REST: translate("safety", "Left out today because of your time in bed, plaster or brace."),
        Question.CLOT_WEAK_LEG: translate("safety", "Left out today because a leg is weak."),
        Question.CLOT_SURGERY: translate("safety", "Left out today because of your operation."),
        Question.STOP_SURGERY: translate("safety", "Left out today because of your operation."),
        Question.CLOT_JOURNEY: translate("safety", "Left out today because of your long journey."),
        Question.CLOT_HORMONES: translate("safety", "Left out today because you use hormones."),
        Question.STOP_WOUND: translate("safety", "Left out today because the skin there is broken."),
        Question.TODAY_SKIN: translate("safety", "Left out today because the skin there is broken."),
        Question.ADAPT_VEINS: translate("safety", "Left out today because of your bulging veins."),
        Question.ADAPT_FRAGILE_SKIN: translate("safety", "Left out today to spare your skin."),
        Question.ADAPT_SORE_HANDS: translate("safety", "Left out today to spare your hands."),
        Question.ADAPT_BALANCE: translate("safety", "Left out today because of your balance."),
        Question.ADAPT_FLOOR: translate("safety", "Left out today because the floor is hard to reach."),
        Question.ADAPT_SHOULDER_BACK: translate("safety", "Left out today to spare your shoulders and back."),
        Question.TODAY_AFTER_LAST: translate("safety", "Left out today because the last session was too much."),
    }[question]
