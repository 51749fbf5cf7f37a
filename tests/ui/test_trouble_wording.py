"""What may be an emergency says whom to call, and nothing else does."""

import pytest

from kneeguide.core.trouble import StopReason
from kneeguide.ui import trouble_wording

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_may_be_an_emergency_says_whom_to_call() -> None:
    calling = {reason for reason in StopReason if "emergency number" in trouble_wording.stop_advice(reason)}
    assert calling == {StopReason.CHEST_PAIN, StopReason.BREATHLESS}
