"""What routines/README.md teaches is true: its examples are read as they stand, and its tables name all there is."""

import re
from pathlib import Path

import pytest

from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.library_reader import check_paths, load_library
from kneeguide.core.library_rules import HOLD, PASS, SET_CAP
from kneeguide.core.limits import HANDS_CAP, PRESSURE_CAP
from kneeguide.core.routine import Certainty, Condition, Method, Muscle, Position, Sides, Stroke, Tool
from kneeguide.core.routine_file import PhaseFields, RoutineFile, TempoFields
from kneeguide.core.yaml_reader import MAX_BYTES

SHIPPED = Path(__file__).parents[2] / "routines"
README = (SHIPPED / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=["ten lines", "the whole sheet"])
def test_the_examples_are_read_without_problems_or_warnings(tmp_path: Path, example: str) -> None:
    (tmp_path / "mine.yaml").write_text(example, encoding="utf-8")
    checked = check_paths(SHIPPED, [tmp_path / "mine.yaml"])
    assert (checked.problems, checked.warnings) == ((), {})
    assert load_library(SHIPPED, tmp_path).routines[-1].title == "From my physiotherapist"


def test_the_first_example_has_ten_lines() -> None:
    assert len(EXAMPLES[0].splitlines()) == 10


@pytest.mark.parametrize("model", [RoutineFile, PhaseFields, TempoFields])
def test_every_field_is_explained(model: type[RoutineFile | PhaseFields | TempoFields]) -> None:
    assert [name for name in model.model_fields if f"`{name}`" not in README] == []


@pytest.mark.parametrize("words", [Certainty, Condition, Method, Muscle, Position, Sides, Stroke, Tool])
def test_every_word_that_a_field_may_hold_is_there(words: type[Muscle]) -> None:
    assert [word for word in words if f"`{word}`" not in README and f"[{word}" not in README] == []


@pytest.mark.parametrize(
    "said",
    [
        f"more than {SET_CAP} seconds",
        f"{HOLD[0]} to {HOLD[1]} seconds",
        f"takes less than {PASS[0]} or more than {PASS[1]} seconds",
        f"over {PRESSURE_CAP}, or over {HANDS_CAP} with bare hands",
        f"more than {DOSE_CAP} seconds",
        f"{MAX_BYTES // 1024} KiB",
    ],
)
def test_the_numbers_are_those_that_hold(said: str) -> None:
    assert said in README
