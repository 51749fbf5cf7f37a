"""What the outlines of a figure are, apart from what draws them: the first window knows colours before figures."""

from enum import StrEnum


class FigureRole(StrEnum):
    """What an outline is, for whoever chooses the colours."""

    STAGE = "stage"
    SKIN = "skin"
    SKIN_FAR = "skin-far"
    SHIRT = "shirt"
    SHIRT_FAR = "shirt-far"
    SHORTS = "shorts"
    SHORTS_FAR = "shorts-far"
    SHOE = "shoe"
    SHOE_FAR = "shoe-far"
    SOLE = "sole"
    SOLE_FAR = "sole-far"
    HAIR = "hair"
    FLOOR = "floor"
    MAT = "mat"
    FURNITURE = "furniture"
    FURNITURE_FAR = "furniture-far"
    TOOL = "tool"
    TOOL_RIM = "tool-rim"
    TOOL_CORE = "tool-core"
    MUSCLE = "muscle"
    MUSCLE_EDGE = "muscle-edge"
    ARROW = "arrow"
