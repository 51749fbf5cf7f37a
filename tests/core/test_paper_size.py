"""Paper is what the country prints on."""

import pytest

from kneeguide.core.paper_size import PaperSize, paper_in


@pytest.mark.parametrize(
    ("territory", "paper"),
    [
        ("GB", PaperSize.A4),
        ("DE", PaperSize.A4),
        ("JP", PaperSize.A4),
        ("US", PaperSize.LETTER),
        ("us", PaperSize.LETTER),
        ("CA", PaperSize.LETTER),
        ("MX", PaperSize.LETTER),
        ("", PaperSize.A4),
        ("001", PaperSize.A4),
    ],
)
def test_paper_follows_the_country(territory: str, paper: PaperSize) -> None:
    assert paper_in(territory) is paper


def test_the_sizes_are_those_of_the_trade() -> None:
    assert PaperSize.A4.millimetres == (210.0, 297.0)
    assert PaperSize.LETTER.millimetres == pytest.approx((8.5 * 25.4, 11 * 25.4))
