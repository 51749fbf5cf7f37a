"""How plain a text is, and which words have no place in it: for any list of sentences that users read or hear."""

import re
from collections.abc import Mapping

from textstat import textstat

NAMES = ("osteoarthritis", "patellofemoral", "physiotherapist", "physiotherapy")
"""What people were told by somebody else and cannot be said otherwise: each counts as one short word."""

AVOIDED: dict[str, str] = {
    "treats": r"\btreat(s|ed|ing|ments?)?\b",
    "cures or heals": r"\bcur(e|es|ed|ing)\b|\bheals\b|\bheal (the |your )?(joint|knee|cartilage|muscle)",
    "relieves": r"\brelie(f|ve|ves|ved|ving)\b",
    "therapy": r"\btherap(y|ies|eutic)\b",
    "a prescription or a plan of care": r"\bprescri|\brehab",
    "proven, or safe for all": r"\bproven\b|\bsafe for (every|all\b)|\bevidence-based\b|\bguarantee",
    "finds out what one has": r"\bdiagnos|\bdetect|\bmonitor|\byou (may|might|could) have\b",
    "scores people": r"\brisk score\b|\byour (result|score)s?\b",
    "patients": r"\bpatients?\b",
    "longer, softer or straighter tissue": r"\blengthen|\bre-?align|\badhesion|\bscar tissue|\bbreaks? (up|down)\b",
    "washes something out": r"\btoxins?\b|\bdetox|\bflush|\bwaste\b|\bclear(s|ing)? (away |out )?(the |any )?inflam",
    "better blood flow": r"\b(better|more|improv\w+|boost\w*|increas\w+) (the |your )?(blood|circulation)",
    "praise": r"\bpromising\b|\bbreakthrough|\bmirac|\bamazing\b|\bpowerful\b",
}
"""What KneeGuide does not say of itself: what the law takes for a medical claim, and ideas that research does not bear
out. Each by a name, with the pattern that finds it."""

OF_OTHERS = r"team that treats you|hormone therapy|\b(was|were)( you)? treated\b|\btreatment for\b|\bits treatment\b"
"""What is asked or said about care that somebody else gives."""


def grade(text: str) -> float:
    """School grade of the USA at which a text can be read, by the formula of Flesch and Kincaid. As in Flesch's own
    counting, a clause that ends at ; or : is a sentence, for the reader rests there."""
    for name in NAMES:
        text = re.sub(name, "name", text, flags=re.IGNORECASE)
    return float(textstat.flesch_kincaid_grade(re.sub(r"[;:](?=\s)", ".", text)))


def avoided(text: str) -> list[str]:
    """The names of what a text says and should not."""
    ours = re.sub(OF_OTHERS, "", text, flags=re.IGNORECASE)
    return [name for name, pattern in AVOIDED.items() if re.search(pattern, ours, re.IGNORECASE)]


def faults(texts: Mapping[str, str], *, below: float = 8.0) -> list[str]:
    """What is wrong with texts, each by where it stands: too hard to read, or saying what we do not say."""
    hard = [f"{where}: grade {grade(text):.1f}" for where, text in texts.items() if grade(text) >= below]
    return hard + [f"{where}: {name}" for where, text in texts.items() for name in avoided(text)]
