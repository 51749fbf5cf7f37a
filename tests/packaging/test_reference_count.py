"""PySide6 6.12.0 loses one reference to None at each call that returns nothing, and ends the program on Python 3.11."""

import subprocess
import sys

COUNT = """
import sys
hold = [None] * 100_000
from PySide6 import QtCore
timer = QtCore.QTimer()
before = sys.getrefcount(None)
for _ in range(1000):
    {call}
print(sys.getrefcount(None) - before)
"""


def references_to_none_gained(call: str) -> int:
    """By how many a thousand such calls change the references to None, in a fresh interpreter."""
    counted = subprocess.run(
        [sys.executable, "-c", COUNT.format(call=call)], capture_output=True, text=True, check=True
    )
    return int(counted.stdout)


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    assert abs(references_to_none_gained("timer.stop()")) < 100


def test_a_thousand_references_more_or_less_would_be_noticed() -> None:
    """Python counts None from 3.12 on no more, so there is nothing to lose there and nothing to notice."""
    gained = references_to_none_gained("hold.append(None)")
    assert gained == 1000 if sys.version_info < (3, 12) else abs(gained) < 100
