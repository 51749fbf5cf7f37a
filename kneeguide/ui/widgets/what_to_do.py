"""One thing to do where there is no session today: how urgent it is, by a sign, a ground and words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from kneeguide.core.refusal import Action, Reason
from kneeguide.ui import emergency_wording, refusal_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text

_AT_ONCE = frozenset({Action.CALL_EMERGENCY, Action.SAME_DAY_CARE})
_NO_BAR = frozenset({Action.SORE_DAY_ONLY, Action.OTHER_ROUTINE, Action.ANSWER_HEALTH, Action.ANSWER})
"""With these another way is open at once."""
_SIGNS = {
    Action.CALL_EMERGENCY: Icon.PHONE,
    Action.WAIT: Icon.CLOCK,
    Action.REST_FLARE: Icon.CLOCK,
    Action.REST_TODAY: Icon.CLOCK,
    **dict.fromkeys(_NO_BAR, Icon.INFO),
}


class WhatToDo(Box):
    """``spoken``: all that it says, for screen readers."""

    def __init__(self, reason: Reason, emergency_number: str) -> None:
        """``emergency_number``: the user's own, may be empty."""
        action = reason.action
        super().__init__("stop" if action in _AT_ONCE else "lead" if action in _NO_BAR else "care")
        if action is Action.CALL_EMERGENCY:
            heading = Text(TextRole.TITLE, emergency_wording.call_now(emergency_number))
        else:
            heading = Text(TextRole.HEADING, refusal_wording.action_title(reason))
        if action not in _NO_BAR:
            heading.set_tone("stop" if action in _AT_ONCE else "care")
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(IconMark(_SIGNS.get(action, Icon.WARNING)), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(heading, 1)
        self.column.addLayout(top)
        self.column.addWidget(Text(TextRole.BODY, refusal_wording.action(reason)))
        self.spoken = in_one_breath((heading.text(), refusal_wording.action(reason)))
