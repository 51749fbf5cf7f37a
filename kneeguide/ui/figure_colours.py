"""The colours of the drawn person, for each of the surroundings that a theme makes.

A far limb is darker than the near one, and its skin and shirt also draw the edges that set near arms and fingers off.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kneeguide.core.drawing import FigureRole
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours

_BY_DAY: Mapping[FigureRole, str] = MappingProxyType(
    {
        FigureRole.STAGE: "#E8F1F3",
        FigureRole.SKIN: "#E5B08D",
        FigureRole.SKIN_FAR: "#CB9570",
        FigureRole.SHIRT: "#2A9D8F",
        FigureRole.SHIRT_FAR: "#1F7F74",
        FigureRole.SHORTS: "#3D5A80",
        FigureRole.SHORTS_FAR: "#2C4363",
        FigureRole.SHOE: "#5E7080",
        FigureRole.SHOE_FAR: "#4B5B69",
        FigureRole.SOLE: "#FFFFFF",
        FigureRole.SOLE_FAR: "#C9D3DA",
        FigureRole.HAIR: "#4A3931",
        FigureRole.FLOOR: "#C3D4DB",
        FigureRole.MAT: "#8E9CC4",
        FigureRole.FURNITURE: "#8AA1B1",
        FigureRole.FURNITURE_FAR: "#6F8798",
        FigureRole.TOOL: "#1C2B36",
        FigureRole.TOOL_RIM: "#8DB6C6",
        FigureRole.TOOL_CORE: "#D3E4EA",
        FigureRole.MUSCLE: "#FF7A59",
        FigureRole.MUSCLE_EDGE: "#FFD9CC",
        FigureRole.ARROW: "#0F766E",
    }
)
_BY_NIGHT: Mapping[FigureRole, str] = MappingProxyType(
    {
        FigureRole.STAGE: "#1B2A33",
        FigureRole.SKIN: "#E0AA86",
        FigureRole.SKIN_FAR: "#A87859",
        FigureRole.SHIRT: "#35AFA0",
        FigureRole.SHIRT_FAR: "#217A70",
        FigureRole.SHORTS: "#6F93C4",
        FigureRole.SHORTS_FAR: "#4A6A95",
        FigureRole.SHOE: "#8FA1AF",
        FigureRole.SHOE_FAR: "#6C7D8A",
        FigureRole.SOLE: "#F4F7F9",
        FigureRole.SOLE_FAR: "#AEBBC4",
        FigureRole.HAIR: "#7A5A48",
        FigureRole.FLOOR: "#3D525F",
        FigureRole.MAT: "#66709F",
        FigureRole.FURNITURE: "#7C94A4",
        FigureRole.FURNITURE_FAR: "#5B7282",
        FigureRole.TOOL: "#C7D6DE",
        FigureRole.TOOL_RIM: "#5E7A88",
        FigureRole.TOOL_CORE: "#24343E",
        FigureRole.MUSCLE: "#FF7A59",
        FigureRole.MUSCLE_EDGE: "#FFE3D8",
        FigureRole.ARROW: "#5FD3C4",
    }
)
_IN_HIGH_CONTRAST: Mapping[FigureRole, str] = MappingProxyType(
    {
        FigureRole.STAGE: "#000000",
        FigureRole.SKIN: "#F2C9A8",
        FigureRole.SKIN_FAR: "#B98A66",
        FigureRole.SHIRT: "#4FE0CE",
        FigureRole.SHIRT_FAR: "#1E8C80",
        FigureRole.SHORTS: "#7FB2FF",
        FigureRole.SHORTS_FAR: "#3B6CB8",
        FigureRole.SHOE: "#B8C7D1",
        FigureRole.SHOE_FAR: "#7B8B96",
        FigureRole.SOLE: "#FFFFFF",
        FigureRole.SOLE_FAR: "#C9D3DA",
        FigureRole.HAIR: "#6B4A38",
        FigureRole.FLOOR: "#FFFFFF",
        FigureRole.MAT: "#9AA6E0",
        FigureRole.FURNITURE: "#C7D3DA",
        FigureRole.FURNITURE_FAR: "#8A9BA6",
        FigureRole.TOOL: "#FFFFFF",
        FigureRole.TOOL_RIM: "#7F97A5",
        FigureRole.TOOL_CORE: "#000000",
        FigureRole.MUSCLE: "#FF6A45",
        FigureRole.MUSCLE_EDGE: "#FFFFFF",
        FigureRole.ARROW: "#5FF0DD",
    }
)
_ON: Mapping[Colours, Mapping[FigureRole, str]] = MappingProxyType(
    {LIGHT: _BY_DAY, DARK: _BY_NIGHT, HIGH_CONTRAST: _IN_HIGH_CONTRAST}
)


def figure_colours(colours: Colours) -> Mapping[FigureRole, str]:
    """What each outline of a figure is filled with on the stage of this theme."""
    return _ON[colours]
