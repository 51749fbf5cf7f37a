"""What is wrong with a file that people write, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a file: ``line`` and ``column`` from 1, ``expectation``: what would be right."""

    file: str
    line: int
    column: int
    field: str
    expectation: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.field}: {self.expectation}"
