"""Pose files: every one that ships can be used, and a broken one is told with file, line and column."""

from pathlib import Path

import pytest

from kneeguide.core.pose_reader import load_poses
from kneeguide.core.posture import Motion
from kneeguide.core.routine import Muscle, Tool

FIGURES = Path(__file__).parents[2] / "assets" / "figures"

SHIPPED = {
    "warm-up": (None, None, Motion.CIRCLE),
    "palm-glides-front-thigh": (Muscle.QUADS, None, Motion.STROKE),
    "squeeze-front-thigh": (Muscle.QUADS, None, Motion.SQUEEZE),
    "heel-strokes-front-thigh": (Muscle.QUADS, None, Motion.STROKE),
    "tapping-front-thigh": (Muscle.QUADS, None, Motion.TAP),
    "circles-around-kneecap": (Muscle.AROUND_KNEECAP, None, Motion.CIRCLE),
    "fingers-under-thigh": (Muscle.HAMSTRINGS, None, Motion.SQUEEZE),
    "palm-glides-calf": (Muscle.CALF, None, Motion.STROKE),
    "squeeze-calf": (Muscle.CALF, None, Motion.SQUEEZE),
    "knuckle-circles-front-hip": (Muscle.TFL, None, Motion.CIRCLE),
    "stick-front-thigh": (Muscle.QUADS, Tool.STICK, Motion.GLIDE),
    "stick-outer-thigh": (Muscle.VASTUS_LATERALIS, Tool.STICK, Motion.GLIDE),
    "stick-back-thigh": (Muscle.HAMSTRINGS, Tool.STICK, Motion.GLIDE),
    "stick-calf": (Muscle.CALF, Tool.STICK, Motion.GLIDE),
    "stick-press-front-thigh": (Muscle.QUADS, Tool.STICK, Motion.HOLD),
    "ball-wall-buttock": (Muscle.GLUTES, Tool.BALL, Motion.CIRCLE),
    "ball-pause-buttock": (Muscle.GLUTES, Tool.BALL, Motion.HOLD),
    "ball-wall-front-hip": (Muscle.TFL, Tool.BALL, Motion.SWAY),
    "ball-pause-front-hip": (Muscle.TFL, Tool.BALL, Motion.HOLD),
    "ball-wall-outer-thigh": (Muscle.VASTUS_LATERALIS, Tool.BALL, Motion.GLIDE),
    "ball-wall-top-thigh": (Muscle.HIP_FLEXORS, Tool.BALL, Motion.CIRCLE),
    "ball-under-thigh-chair": (Muscle.HAMSTRINGS, Tool.BALL, Motion.BEND),
    "roller-front-thigh": (Muscle.QUADS, Tool.ROLLER, Motion.GLIDE),
    "roller-outer-thigh": (Muscle.VASTUS_LATERALIS, Tool.ROLLER, Motion.GLIDE),
    "roller-pause-front-thigh": (Muscle.QUADS, Tool.ROLLER, Motion.BEND),
    "roller-pause-outer-thigh": (Muscle.VASTUS_LATERALIS, Tool.ROLLER, Motion.HOLD),
    "roller-top-thigh": (Muscle.HIP_FLEXORS, Tool.ROLLER, Motion.GLIDE),
    "roller-calf": (Muscle.CALF, Tool.ROLLER, Motion.GLIDE),
    "roller-back-thigh": (Muscle.HAMSTRINGS, Tool.ROLLER, Motion.GLIDE),
    "roller-buttock": (Muscle.GLUTES, Tool.ROLLER, Motion.GLIDE),
    "roller-pause-buttock": (Muscle.GLUTES, Tool.ROLLER, Motion.HOLD),
    "roller-front-hip": (Muscle.TFL, Tool.ROLLER, Motion.GLIDE),
    "easy-knee-bends": (None, None, Motion.SLIDE),
    "rest-and-check-in": (None, None, Motion.REST),
}

POSTURE = """\
format: 1
hip: {on: seat}
trunk: {angle: 90}
chair: {front: 0.17}
near:
  leg: {foot: {on: floor, at: 0.23}}
  arm: {hand: {on: thigh, at: 0.6}}
far:
  leg: {foot: {on: floor, at: 0.27}}
  arm: {hand: {on: far-thigh, at: 0.6}}
"""
POSE = """\
format: 1
posture: sitting
alt: A person sits on a chair with both hands on the thighs.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "postures").mkdir()
    (tmp_path / "postures" / "sitting.yaml").write_text(POSTURE)
    (tmp_path / "resting.yaml").write_text(POSE)
    return tmp_path


def test_every_shipped_pose_says_what_is_worked_on_with_what_and_how_it_moves() -> None:
    poses, problems = load_poses(FIGURES)
    assert problems == []
    said = {
        name: (pose.muscle, pose.tool.kind if pose.tool else None, pose.travel.motion) for name, pose in poses.items()
    }
    assert said == SHIPPED


def test_every_shipped_pose_has_a_sentence_of_its_own_for_those_who_do_not_see_it() -> None:
    poses, _ = load_poses(FIGURES)
    sentences = [pose.alt for pose in poses.values()]
    assert all(text.startswith("A person ") and text.endswith(".") and text.count(".") == 1 for text in sentences)
    assert len(set(sentences)) == len(sentences)


def test_a_pose_takes_from_its_posture_what_it_does_not_say(folder: Path) -> None:
    (folder / "leaning.yaml").write_text(POSE + "trunk: {angle: 70}\nnear:\n  arm: {upper: 270, forearm: 280}\n")
    poses, problems = load_poses(folder)
    assert problems == []
    leaning, resting = poses["leaning"], poses["resting"]
    assert leaning.id == "leaning"
    assert (leaning.trunk.angle, leaning.near_arm.upper, leaning.near_arm.hand) == (70, 270, None)
    assert leaning.near_leg == resting.near_leg
    assert leaning.far_arm == resting.far_arm


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (POSE + "trunk: {angle: 70, rond: 4}\n", "bad.yaml:4:20: trunk.rond: is not a field that belongs here"),
        (POSE + "trunk: {angle: steep}\n", "bad.yaml:4:9: trunk.angle: must be a number"),
        (POSE + "still: 1.0\n", "bad.yaml:4:1: still: must be less than 1"),
        (POSE + "muscle: it-band\n", "bad.yaml:4:1: muscle: must be one of"),
        (POSE.replace("sitting", "flying"), "bad.yaml:2:1: posture: must be one of the postures: sitting"),
        (POSE + "near:\n  leg: {thigh: 4}\n", "bad.yaml:5:3: near.leg: must give a foot with its place"),
        (POSE + "near:\n  arm: {upper: 4}\n", "bad.yaml:5:3: near.arm: must give one of"),
        (POSE + "far:\n  arm: {hand: {on: wall, at: 0.5}}\n", "bad.yaml:1:1: file: rests on a wall; give one"),
        (POSE + "far:\n  arm: {hand: {on: stick}}\n", "bad.yaml:1:1: file: rests on a stick; give one"),
        (POSE + "hip: {on: feet}\n", "bad.yaml:1:1: file: stands; give the height of the hip"),
        (POSE.replace("format: 1", "format: true"), "bad.yaml:1:1: format: must be 1"),
        ("posture: [\n", "bad.yaml:2:1: file: "),
    ],
)
def test_a_broken_pose_is_left_out_and_told_with_its_place(folder: Path, broken: str, told: str) -> None:
    (folder / "bad.yaml").write_text(broken)
    poses, problems = load_poses(folder)
    assert sorted(poses) == ["resting"]
    assert len(problems) == 1
    assert str(problems[0]).startswith(told)


def test_a_posture_too_must_say_its_format_as_a_number(folder: Path) -> None:
    (folder / "postures" / "sitting.yaml").write_text(POSTURE.replace("format: 1", "format: true"))
    _, problems = load_poses(folder)
    assert str(problems[0]) == "sitting.yaml:1:1: format: must be 1"


def test_a_broken_posture_is_told_and_takes_its_poses_with_it(folder: Path) -> None:
    (folder / "postures" / "sitting.yaml").write_text(POSTURE.replace("trunk: {angle: 90}\n", ""))
    poses, problems = load_poses(folder)
    assert poses == {}
    assert [str(problem) for problem in problems] == [
        "sitting.yaml:1:1: trunk: is required",
        "resting.yaml:2:1: posture: must be one of the postures: none, for none could be read",
    ]


def test_a_missing_folder_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    poses, problems = load_poses(tmp_path / "nowhere")
    assert poses == {}
    assert [problem.expectation for problem in problems] == ["holds no figures; install KneeGuide again"]


def test_a_pose_that_cannot_be_opened_is_a_problem(folder: Path) -> None:
    (folder / "locked.yaml").mkdir()
    poses, problems = load_poses(folder)
    assert sorted(poses) == ["resting"]
    assert [str(problem) for problem in problems] == ["locked.yaml:1:1: file: cannot be read; check who may open it"]
