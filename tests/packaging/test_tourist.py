"""The tour hurries, but never so fast that a session takes a busy computer for one that slept."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from fakes import FakeClock

from kneeguide.core.session import GAP_SECONDS

TOURIST = Path(__file__).resolve().parents[2] / "packaging" / "tourist.py"


@pytest.fixture(scope="module")
def tourist() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tourist", TOURIST)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_hurrying_clock_runs_as_fast_as_it_is_told(tourist: ModuleType) -> None:
    computer = FakeClock()
    clock = tourist.HurryingClock(computer)
    before = clock.now()
    clock.run(20.0)
    computer.move(0.1)
    after = clock.now()
    assert after.steady - before.steady == pytest.approx(2.0)
    assert (after.wall - before.wall).total_seconds() == pytest.approx(2.0)


def test_it_takes_no_stride_that_a_session_would_stop_for(tourist: ModuleType) -> None:
    computer = FakeClock()
    clock = tourist.HurryingClock(computer)
    clock.run(20.0)
    before = clock.now()
    computer.move(1.0)
    assert 0 < clock.now().steady - before.steady < GAP_SECONDS


def test_at_its_own_pace_it_hides_nothing(tourist: ModuleType) -> None:
    computer = FakeClock()
    clock = tourist.HurryingClock(computer)
    before = clock.now()
    computer.move(60.0)
    assert clock.now().steady - before.steady == pytest.approx(60.0)
