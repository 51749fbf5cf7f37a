"""What the person in a picture does: what rests on what, which way the limbs go, and where one stroke travels.

A pose is data, so that a picture can be made or put right by somebody who knows the technique and no program. Postures
(sitting on a chair, lying on the forearms) are shared; a pose names one and says what differs.
"""

from dataclasses import dataclass

from kneeguide.core.posture import Arm, Chair, Hip, Leg, Stool, ToolUse, Travel, Trunk, Wall
from kneeguide.core.routine import Muscle


@dataclass(frozen=True)
class Pose:
    """Everything a picture of one technique is drawn from.

    ``alt``: what the picture shows, in one sentence for those who do not see it. ``still``: the moment of the stroke,
    in [0, 1), that shows it best when nothing moves.
    """

    id: str
    alt: str
    hip: Hip
    trunk: Trunk
    near_arm: Arm
    near_leg: Leg
    far_arm: Arm
    far_leg: Leg
    chair: Chair | None
    stool: Stool | None
    wall: Wall | None
    mat: bool
    muscle: Muscle | None
    tool: ToolUse | None
    travel: Travel
    still: float
