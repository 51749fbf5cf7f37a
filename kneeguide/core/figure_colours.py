"""The colours of the drawn person, for each of the surroundings that a theme makes and for each tone of skin.

A far limb is darker than the near one, and its skin and shirt also draw the edges that set near arms and fingers off.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kneeguide.core.figure_role import FigureRole
from kneeguide.core.settings import Skin, Theme

_BY_DAY: Mapping[FigureRole, str] = MappingProxyType(
    {
        FigureRole.STAGE: "#E8F1F3",
        FigureRole.SHIRT: "#2A9D8F",
        FigureRole.SHIRT_FAR: "#1F7F74",
        FigureRole.SHORTS: "#3D5A80",
        FigureRole.SHORTS_FAR: "#2C4363",
        FigureRole.SHOE: "#5E7080",
        FigureRole.SHOE_FAR: "#4B5B69",
        FigureRole.SOLE: "#FFFFFF",
        FigureRole.SOLE_FAR: "#C9D3DA",
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
        FigureRole.SHIRT: "#35AFA0",
        FigureRole.SHIRT_FAR: "#217A70",
        FigureRole.SHORTS: "#6F93C4",
        FigureRole.SHORTS_FAR: "#4A6A95",
        FigureRole.SHOE: "#8FA1AF",
        FigureRole.SHOE_FAR: "#6C7D8A",
        FigureRole.SOLE: "#F4F7F9",
        FigureRole.SOLE_FAR: "#AEBBC4",
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
        FigureRole.SHIRT: "#4FE0CE",
        FigureRole.SHIRT_FAR: "#1E8C80",
        FigureRole.SHORTS: "#7FB2FF",
        FigureRole.SHORTS_FAR: "#3B6CB8",
        FigureRole.SHOE: "#B8C7D1",
        FigureRole.SHOE_FAR: "#7B8B96",
        FigureRole.SOLE: "#FFFFFF",
        FigureRole.SOLE_FAR: "#C9D3DA",
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
_IN: Mapping[Theme, Mapping[FigureRole, str]] = MappingProxyType(
    {Theme.LIGHT: _BY_DAY, Theme.DARK: _BY_NIGHT, Theme.HIGH_CONTRAST: _IN_HIGH_CONTRAST}
)
_SKINS: Mapping[Skin, Mapping[Theme, tuple[str, str, str]]] = MappingProxyType(
    {
        Skin.LIGHT: {
            Theme.LIGHT: ("#F4D3BC", "#DDB496", "#6B4A33"),
            Theme.DARK: ("#F0CDB4", "#BF9A80", "#8C6648"),
            Theme.HIGH_CONTRAST: ("#F7D6BC", "#C49C7E", "#7A5238"),
        },
        Skin.MEDIUM: {
            Theme.LIGHT: ("#E5B08D", "#CB9570", "#4A3931"),
            Theme.DARK: ("#E0AA86", "#A87859", "#7A5A48"),
            Theme.HIGH_CONTRAST: ("#EBBA96", "#B5845F", "#6B4A38"),
        },
        Skin.BROWN: {
            Theme.LIGHT: ("#A86E47", "#8A5635", "#2E211B"),
            Theme.DARK: ("#B37850", "#865433", "#5A3B2A"),
            Theme.HIGH_CONTRAST: ("#C48A5E", "#8E5C38", "#5C3A26"),
        },
        Skin.DARK: {
            Theme.LIGHT: ("#6F4529", "#573219", "#1F1712"),
            Theme.DARK: ("#8E5B3A", "#643A20", "#564D48"),
            Theme.HIGH_CONTRAST: ("#96613F", "#673C22", "#4A3A32"),
        },
        Skin.NEUTRAL: {
            Theme.LIGHT: ("#C0B6AA", "#A3998D", "#5A544E"),
            Theme.DARK: ("#B1A79C", "#847B72", "#5E5852"),
            Theme.HIGH_CONTRAST: ("#CBC3B8", "#8F867C", "#625B55"),
        },
    }
)
"""Skin, skin of the far side, and hair, of which eyes and mouth are drawn too."""


def figure_colours(theme: Theme, skin: Skin) -> Mapping[FigureRole, str]:
    """What each outline of a figure is filled with, as ``#rrggbb``. A theme that is the system's is the light one."""
    surroundings = Theme.LIGHT if theme is Theme.SYSTEM else theme
    near, far, hair = _SKINS[skin][surroundings]
    return {**_IN[surroundings], FigureRole.SKIN: near, FigureRole.SKIN_FAR: far, FigureRole.HAIR: hair}
