"""How cells look: number format, colour, font, alignment."""

from __future__ import annotations

from typing import Any, Final, cast

from xlwings import base_classes, utils

from xlwings_libreoffice import formats, values
from xlwings_libreoffice.attributes import shared
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.protection import changeable

_NO_COLOUR: Final = -1
_NORMAL, _BOLD = 100.0, 150.0  # com.sun.star.awt.FontWeight
_ACROSS: Final = {
    "general": "STANDARD", "left": "LEFT", "center": "CENTER", "right": "RIGHT", "justify": "BLOCK",
    "fill": "REPEAT",
}  # fmt: skip
_DOWN: Final = {"bottom": 3, "top": 1, "center": 2, "justify": 4}  # com.sun.star.table.CellVertJustify2


def _colour_of(number: int) -> tuple[int, int, int] | None:
    return None if number == _NO_COLOUR else (number >> 16 & 255, number >> 8 & 255, number & 255)


def _number_of(colour: str | int | tuple[int, int, int] | None) -> int:
    """Return LibreOffice's number of a colour: red first, where Excel's own has blue."""
    if colour is None:
        return _NO_COLOUR
    if isinstance(colour, str):
        colour = utils.hex_to_rgb(colour)
    elif isinstance(colour, int):
        colour = utils.int_to_rgb(colour)
    red, green, blue = cast("tuple[int, int, int]", colour)
    return red << 16 | green << 8 | blue


def _uno(kind: str, name: str) -> Any:
    import uno

    return uno.Enum(kind, name)


def _asked(table: dict[str, Any], name: str, what: str) -> Any:
    if name not in table:
        raise missing(f"{what} of «{name}»")
    return table[name]


@naming_gaps
class Font(base_classes.Font):  # type: ignore[misc]  # xlwings is untyped
    """The letters of cells; None wherever cells differ."""

    api: Any

    def __init__(self, api: Any) -> None:
        self.api = api

    bold = shared(
        "CharWeight", lambda weight: weight > _NORMAL, lambda is_bold: _BOLD if is_bold else _NORMAL
    )
    italic = shared(
        "CharPosture",
        lambda slant: slant.value != "NONE",
        lambda is_slanted: _uno("com.sun.star.awt.FontSlant", "ITALIC" if is_slanted else "NONE"),
    )
    size = shared("CharHeight", float, float)
    name = shared("CharFontName", str, str)
    color = shared("CharColor", lambda number: _colour_of(number) or (0, 0, 0), _number_of)


class Looks(Cells):
    """Cells with their looks; None wherever they differ."""

    wrap_text = shared("IsTextWrapped", bool, bool)
    horizontal_alignment = shared(
        "HoriJustify",
        lambda found: next((name for name, here in _ACROSS.items() if here == found.value), None),
        lambda name: _uno(
            "com.sun.star.table.CellHoriJustify", _asked(_ACROSS, name, "Range.horizontal_alignment")
        ),
    )
    vertical_alignment = shared(
        "VertJustify",
        lambda found: next((name for name, here in _DOWN.items() if here == found), "bottom"),
        lambda name: _asked(_DOWN, name, "Range.vertical_alignment"),
    )

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The colour of the background as red, green, blue; None for none."""
        return _colour_of(self.api.CellBackColor)

    @color.setter
    def color(self, colour: str | int | tuple[int, int, int] | None) -> None:
        changeable(self.api).CellBackColor = _number_of(colour)

    @property
    def font(self) -> Font:
        """The letters."""
        return Font(self.api)

    @property
    def number_format(self) -> str | None:
        """Excel's code of the format."""
        keys = {key for key, _ in values.looks(self.api)}
        return formats.code_of(self.sheet.model, keys.pop()) if len(keys) == 1 else None

    @number_format.setter
    def number_format(self, code: str) -> None:
        changeable(self.api).NumberFormat = formats.key_of(self.sheet.model, code)
