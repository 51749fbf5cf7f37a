"""A short last word takes the word before it along to a new line."""

import pytest

from kneeguide.ui.widgets.paragraph import paragraph


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The gain did not last.", "The gain did not\u00a0last."),
        ("Ask a physiotherapist.", "Ask a physiotherapist."),
        ("Stop.", "Stop."),
        ("Barton\u00a02015", "Barton\u00a02015"),
        ("NHS, Barton\u00a02015", "NHS, Barton\u00a02015"),
        ("", ""),
        (" last", " last"),
    ],
)
def test_the_end_of_a_paragraph(words: str, shown: str) -> None:
    assert paragraph(words) == shown
