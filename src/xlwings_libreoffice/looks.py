"""How cells look: number format, colour, font, alignment."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from xlwings import base_classes, utils

from xlwings_libreoffice import formats, values
from xlwings_libreoffice.attributes import Shared
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.protection import changeable

Colour = tuple[int, int, int]  # red, green, blue
_NO_COLOUR: Final = -1
_BLACK: Final = (0, 0, 0)
_BYTE: Final = 255
_NORMAL, _BOLD = 100.0, 150.0  # com.sun.star.awt.FontWeight
_SLANT: Final = "com.sun.star.awt.FontSlant"
_ALIGNMENT: Final = "com.sun.star.table.CellHoriJustify"
_ACROSS: Final = {
    "general": "STANDARD", "left": "LEFT", "center": "CENTER", "right": "RIGHT", "justify": "BLOCK",
    "fill": "REPEAT",
}  # fmt: skip
_DOWN: Final = {"bottom": 3, "top": 1, "center": 2, "justify": 4}  # com.sun.star.table.CellVertJustify2


def _colour_of(number: int) -> Colour | None:
    if number == _NO_COLOUR:
        return None
    red = number >> 16 & _BYTE
    green = number >> 8 & _BYTE
    blue = number & _BYTE
    return red, green, blue


def _number_of(colour: str | int | Colour | None) -> int:
    """Return LibreOffice's number of a colour: red first, where Excel's own has blue."""
    if colour is None:
        return _NO_COLOUR
    red, green, blue = _parts_of(colour)
    return red << 16 | green << 8 | blue


def _parts_of(colour: str | int | Colour) -> Colour:
    if isinstance(colour, tuple):
        return colour
    read = utils.hex_to_rgb if isinstance(colour, str) else utils.int_to_rgb
    parts: Colour = read(colour)
    return parts


def _letters_colour_of(number: int) -> Colour:
    return _colour_of(number) or _BLACK


def _is_bold(weight: float) -> bool:
    return weight > _NORMAL


def _weight(is_bold: bool) -> float:
    return _BOLD if is_bold else _NORMAL


def _is_slanted(slant: Any) -> bool:
    return bool(slant.value != "NONE")


def _slant(is_slanted: bool) -> Any:
    return _uno(_SLANT, "ITALIC" if is_slanted else "NONE")


def _uno(kind: str, name: str) -> Any:
    import uno

    return uno.Enum(kind, name)


def _name_in(table: dict[str, Any], wanted: Any) -> str | None:
    for name, here in table.items():
        if here == getattr(wanted, "value", wanted):
            return name
    return None


def _asked(table: dict[str, Any], what: str, name: str) -> Any:
    if name not in table:
        raise missing(f"{what} of «{name}»")
    return table[name]


def _across(name: str) -> Any:
    return _uno(_ALIGNMENT, _asked(_ACROSS, "Range.horizontal_alignment", name))


@naming_gaps
class Font(base_classes.Font):  # type: ignore[misc]  # xlwings is untyped
    """The letters of cells; None wherever cells differ."""

    api: Any
    bold = Shared("CharWeight", _is_bold, _weight)
    italic = Shared("CharPosture", _is_slanted, _slant)
    size = Shared("CharHeight", float, float)
    name = Shared("CharFontName", str, str)
    color = Shared("CharColor", _letters_colour_of, _number_of)

    def __init__(self, api: Any) -> None:
        self.api = api


class Looks(Cells):
    """Cells with their looks; None wherever they differ."""

    wrap_text = Shared("IsTextWrapped", bool, bool)
    horizontal_alignment = Shared("HoriJustify", partial(_name_in, _ACROSS), _across)
    vertical_alignment = Shared(
        "VertJustify",
        lambda found: _name_in(_DOWN, found) or "bottom",
        partial(_asked, _DOWN, "Range.vertical_alignment"),
    )

    @property
    def color(self) -> Colour | None:
        """The colour of the background as red, green, blue; None for none."""
        return _colour_of(self.api.CellBackColor)

    @color.setter
    def color(self, colour: str | int | Colour | None) -> None:
        cells = changeable(self.api)
        cells.CellBackColor = _number_of(colour)

    @property
    def font(self) -> Font:
        """The letters."""
        return Font(self.api)

    @property
    def number_format(self) -> str | None:
        """Excel's code of the format; None where cells differ."""
        keys = {key for key, _ in values.looks(self.api)}
        if len(keys) > 1:
            return None
        return formats.code_of(self.model, keys.pop())

    @number_format.setter
    def number_format(self, code: str) -> None:
        key = formats.key_of(self.model, code)
        cells = changeable(self.api)
        cells.NumberFormat = key
