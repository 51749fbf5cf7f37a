"""The two sizes of paper that homes and clinics have."""

from enum import StrEnum


class PaperSize(StrEnum):
    """A sheet, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        return (210.0, 297.0) if self is PaperSize.A4 else (215.9, 279.4)


_LETTER_IN = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where paper is Letter, by the Unicode CLDR; everywhere else it is A4."""


def paper_in(territory: str) -> PaperSize:
    """The paper that is usual in a country. ``territory``: its two letters, as in "GB"; may be empty."""
    return PaperSize.LETTER if territory.upper() in _LETTER_IN else PaperSize.A4
