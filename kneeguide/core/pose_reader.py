"""Reads poses from their files. Postures are shared; a pose names one and says what differs."""

from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from kneeguide.core.file_fields import Format
from kneeguide.core.pose import Pose
from kneeguide.core.posture import (
    BothLimbs,
    Chair,
    Hip,
    Limbs,
    Motion,
    Stool,
    Surface,
    ToolUse,
    Travel,
    Trunk,
    Wall,
)
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Muscle, Tool
from kneeguide.core.yaml_reader import WHOLE_FILE, Document, read_yaml, validate

M = TypeVar("M", bound=BaseModel)


class _PostureFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Format
    hip: Hip
    trunk: Trunk
    near: BothLimbs
    far: BothLimbs
    chair: Chair | None = None
    stool: Stool | None = None
    wall: Wall | None = None
    mat: bool = False


class _TechniqueFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Format
    posture: str
    alt: Annotated[str, Field(min_length=20, max_length=300)]
    muscle: Muscle | None = None
    tool: ToolUse | None = None
    travel: Travel = Travel(motion=Motion.REST)
    still: Annotated[float, Field(ge=0, lt=1)] = 0.15
    hip: Hip | None = None
    trunk: Trunk | None = None
    near: Limbs = Limbs()
    far: Limbs = Limbs()
    chair: Chair | None = None
    stool: Stool | None = None
    wall: Wall | None = None


def load_poses(folder: Path) -> tuple[dict[str, Pose], list[Problem]]:
    """Read the poses of a folder, each under the name of its file; its folder ``postures`` holds what they share.

    Never raises for what the files contain: a pose that cannot be used is left out, and why is among the problems.
    """
    postures: dict[str, _PostureFile] = {}
    poses: dict[str, Pose] = {}
    problems: list[Problem] = []
    for path in sorted((folder / "postures").glob("*.yaml")):
        _, posture, found = _read(path, _PostureFile)
        problems += found
        if posture is not None:
            postures[path.stem] = posture
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        problems.append(Problem(str(folder), 1, 1, WHOLE_FILE, "holds no figures; install KneeGuide again"))
    for path in paths:
        document, technique, found = _read(path, _TechniqueFile)
        problems += found
        if document is None or technique is None:
            continue
        if technique.posture not in postures:
            known = ", ".join(sorted(postures)) or "none, for none could be read"
            problems.append(document.problem(("posture",), f"must be one of the postures: {known}"))
            continue
        pose = _joined(path.stem, technique, postures[technique.posture])
        missing = _missing(pose)
        problems += [document.problem((), what) for what in missing]
        if not missing:
            poses[pose.id] = pose
    return poses, problems


def _read(path: Path, model: type[M]) -> tuple[Document | None, M | None, list[Problem]]:
    try:
        source = path.read_bytes()
    except OSError:
        return None, None, [Problem(path.name, 1, 1, WHOLE_FILE, "cannot be read; check who may open it")]
    document, problems = read_yaml(source, path.name)
    if document is None or problems:
        return document, None, problems
    values, problems = validate(document, model)
    return document, values, problems


def _joined(name: str, technique: _TechniqueFile, posture: _PostureFile) -> Pose:
    return Pose(
        id=name,
        alt=technique.alt,
        hip=technique.hip or posture.hip,
        trunk=technique.trunk or posture.trunk,
        near_arm=technique.near.arm or posture.near.arm,
        near_leg=technique.near.leg or posture.near.leg,
        far_arm=technique.far.arm or posture.far.arm,
        far_leg=technique.far.leg or posture.far.leg,
        chair=technique.chair or posture.chair,
        stool=technique.stool or posture.stool,
        wall=technique.wall or posture.wall,
        mat=posture.mat,
        muscle=technique.muscle,
        tool=technique.tool,
        travel=technique.travel,
        still=technique.still,
    )


def _missing(pose: Pose) -> list[str]:
    rests: set[Surface | None] = {pose.hip.on, pose.tool.lies if pose.tool else None}
    rests |= {arm.hand.on for arm in (pose.near_arm, pose.far_arm) if arm.hand}
    rests |= {leg.foot.on for leg in (pose.near_leg, pose.far_leg) if leg.foot}
    there = {
        Surface.SEAT: pose.chair,
        Surface.STOOL: pose.stool,
        Surface.WALL: pose.wall,
        Surface.STICK: pose.tool if pose.tool and pose.tool.kind is Tool.STICK else None,
    }
    missing = [f"rests on a {s.value}; give one" for s, thing in there.items() if s in rests and thing is None]
    by_angles = pose.near_leg.thigh is not None and pose.near_leg.shank is not None
    if pose.hip.on is Surface.FEET and pose.hip.height is None and not by_angles:
        missing.append("stands; give the height of the hip, or the angles of the near leg, thigh and shank")
    return missing
