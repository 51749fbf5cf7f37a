"""The signs that cannot wait are named one by one, and whom to call is never guessed."""

import pytest

from kneeguide.core.questions import EMERGENCY
from kneeguide.ui import emergency_wording

NUMBERS = "999, 112, 911 or your local"


@pytest.mark.parametrize("number", ["116 117", "112"])
def test_the_users_own_number_is_named_alone(number: str) -> None:
    assert emergency_wording.call(number) == f"Call {number} now if you have any of these:"
    assert emergency_wording.call_now(number) == f"Call {number} now"
    assert emergency_wording.in_an_emergency(number) == f"In an emergency, call {number}."


def test_no_country_is_guessed_where_none_is_set() -> None:
    for line in (emergency_wording.call, emergency_wording.call_now, emergency_wording.in_an_emergency):
        assert NUMBERS in line("")


def test_every_sign_has_words_of_its_own_and_none_names_an_illness() -> None:
    signs = [emergency_wording.sign(question) for question in EMERGENCY]
    assert len(set(signs)) == 5
    assert all(sign in emergency_wording.all_signs().lower() for sign in signs)
    assert not any(word in emergency_wording.all_signs() for word in ("clot", "stroke", "embol", "syndrome"))


@pytest.mark.parametrize(
    "sign",
    [
        "Suddenly short of breath",
        "chest or upper back",
        "coughing up blood",
        "racing heart",
        "fainting",
        "cold, pale, blue or numb",
        "will not move",
        "numbness between the legs",
        "bladder or bowels",
        "weakness in both legs",
        "changed its shape",
        "tight, swollen lower leg",
        "pain that keeps climbing",
    ],
)
def test_what_the_evidence_lists_is_there(sign: str) -> None:
    assert sign in emergency_wording.all_signs()


def test_what_not_to_do_is_said() -> None:
    assert emergency_wording.rule() == "Do not massage. Do not drive yourself."
    assert "do not drive" in emergency_wording.rule_on_the_phone()
