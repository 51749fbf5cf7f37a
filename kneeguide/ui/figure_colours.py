"""The colours of the drawn person, for each of the surroundings that a theme makes."""

from collections.abc import Mapping
from types import MappingProxyType

from kneeguide.core.figure import FigureRole
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours

_BODY: Mapping[FigureRole, str] = MappingProxyType(
    {
        FigureRole.SKIN: "#E2AE8C",
        FigureRole.SKIN_FAR: "#CB9674",
        FigureRole.SHIRT: "#2A9D8F",
        FigureRole.SHIRT_FAR: "#1F7F74",
        FigureRole.SHORTS: "#3D5A80",
        FigureRole.SHORTS_FAR: "#2C4361",
        FigureRole.SHOE: "#F4F6F7",
        FigureRole.SHOE_FAR: "#C9D2D7",
        FigureRole.HAIR: "#4A3832",
        FigureRole.TOOL: "#22323D",
        FigureRole.TOOL_RIM: "#4C6474",
        FigureRole.TOOL_CORE: "#8FA5B2",
    }
)
_BY_DAY = MappingProxyType(
    {**_BODY, FigureRole.FLOOR: "#C3D3DA", FigureRole.FURNITURE: "#8FA3AF", FigureRole.FURNITURE_FAR: "#B2C1CA"}
)
_BY_NIGHT = MappingProxyType(
    {
        **_BODY,
        FigureRole.HAIR: "#8A6A5C",
        FigureRole.SHORTS: "#5578A6",
        FigureRole.SHORTS_FAR: "#3F5B80",
        FigureRole.FLOOR: "#3B515D",
        FigureRole.FURNITURE: "#6E8795",
        FigureRole.FURNITURE_FAR: "#506673",
        FigureRole.TOOL: "#D3DEE4",
        FigureRole.TOOL_RIM: "#93A8B4",
        FigureRole.TOOL_CORE: "#4E6472",
    }
)
_IN_HIGH_CONTRAST = MappingProxyType(
    {**_BY_NIGHT, FigureRole.FLOOR: "#FFFFFF", FigureRole.FURNITURE: "#C7D3DA", FigureRole.TOOL: "#FFFFFF"}
)


def figure_colours(colours: Colours) -> Mapping[FigureRole, str]:
    """What each outline of a figure is filled with on the stage of this theme."""
    body = {LIGHT: _BY_DAY, DARK: _BY_NIGHT, HIGH_CONTRAST: _IN_HIGH_CONTRAST}[colours]
    return {
        **body,
        FigureRole.STAGE: colours.stage,
        FigureRole.MUSCLE: colours.muscle,
        FigureRole.MUSCLE_EDGE: "#FFE3DA",
        FigureRole.ARROW: colours.lead,
    }
