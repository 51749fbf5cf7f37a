"""What to expect afterwards is what the evidence lists, and what is not normal comes with what to do."""

import pytest

from kneeguide.ui import aftercare_wording


@pytest.mark.parametrize("word", ["pink", "worked", "soreness"])
def test_what_is_normal(word: str) -> None:
    assert any(word in point for point in aftercare_wording.normal())
    assert "up to a day" in aftercare_wording.normal_title()


@pytest.mark.parametrize("word", ["Bruises", "Swelling", "Numbness", "higher tomorrow"])
def test_what_is_not(word: str) -> None:
    assert any(word in point for point in aftercare_wording.not_normal())


@pytest.mark.parametrize("what", ["leave massage for two days", "checklist", "doctor or nurse today"])
def test_what_to_do_then(what: str) -> None:
    assert what in aftercare_wording.if_not_normal()
