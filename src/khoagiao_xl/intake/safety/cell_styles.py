"""The styles of a workbook: the number format, the letters and the paper of each cell style."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from khoagiao_xl.intake.safety.appearance import PAPER, PLAIN, Look, colour_of, with_property
from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.xml_tree import attributes_of, descendants, name_of, tree_of
from khoagiao_xl.intake.safety.xml_values import is_on, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

Told = TypeVar("Told")

# Number formats that Excel keeps by number only; the rest stand in the workbook by their code.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 48: "##0.0E+0",
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 49: "@", 59: "0", 60: "0.00", 61: "#,##0",
    62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??",
    # With the sign of a currency, which differs from one machine to another.
    **dict.fromkeys((5, 6, 7, 8, 42, 44, 63, 64, 65, 66), '"$"#,##0'),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "dd/mm/yyyy"),
    **dict.fromkeys(range(71, 82), "dd/mm/yyyy"),
}  # fmt: skip


@dataclass(frozen=True)
class Font:
    """The name and the look of letters."""

    name: str = ""
    look: Look = PLAIN


@dataclass(frozen=True)
class Setting:
    """How the letters of a cell are set. horizontal: «fill» repeats them, so that 5 is shown as 55555."""

    horizontal: str = ""
    vertical: str = ""
    rotation: int = 0  # degrees; 91 to 180 lean downwards, 255 stands upright
    indent: int = 0
    is_wrapped: bool = False
    is_shrunk: bool = False

    @property
    def repeats(self) -> bool:
        """Whether the content is shown again and again until the cell is full."""
        return self.horizontal == "fill"

    @classmethod
    def of(cls, alignment: Element | None) -> Setting:
        """Return what an alignment in the XML says."""
        if alignment is None:
            return PLAINLY
        return cls(
            alignment.get("horizontal", ""),
            alignment.get("vertical", ""),
            whole_number(alignment.get("textRotation")),
            whole_number(alignment.get("indent")),
            is_on(alignment.get("wrapText")),
            is_on(alignment.get("shrinkToFit")),
        )


PLAINLY: Final = Setting()


@dataclass
class Overlay:
    """What a conditional format lays over a cell; empty where it leaves things as they are."""

    number_format: str = ""
    look: Look = PLAIN
    paper: str = ""


class CellAppearance(NamedTuple):
    """What most cells of a form are looked at for."""

    number_format: str = ""
    font: Font = Font()
    paper: str = PAPER


_USUAL: Final = CellAppearance()


@dataclass(eq=False)
class CellStyles:
    """What each cell style makes of a cell, and what conditional formats may make of it."""

    formats: list[str] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    crossed: list[bool] = field(default_factory=list)  # a line from corner to corner
    overlays: list[Overlay] = field(default_factory=list)

    def appearance(self, style: int) -> CellAppearance:
        """Return the number format, the font and the paper of a cell style."""
        if 0 <= style < len(self._appearances):
            return self._appearances[style]
        return _USUAL

    @cached_property
    def _appearances(self) -> list[CellAppearance]:
        told = map(CellAppearance, self.formats, self.fonts, self.papers)
        return list(told)

    def number_format(self, style: int) -> str:
        """Return the format code of a cell style, empty for the general one."""
        if 0 <= style < len(self.formats):
            return self.formats[style]
        return ""

    def font(self, style: int) -> Font:
        """Return the font of a cell style."""
        if 0 <= style < len(self.fonts):
            return self.fonts[style]
        return Font()

    def paper(self, style: int) -> str:
        """Return the colour behind the letters of a cell style."""
        if 0 <= style < len(self.papers):
            return self.papers[style]
        return PAPER

    def setting(self, style: int) -> Setting:
        """Return how the letters of a cell style are set."""
        if 0 <= style < len(self.settings):
            return self.settings[style]
        return PLAINLY

    def is_crossed(self, style: int) -> bool:
        """Say whether cells of a style are crossed out by a line from corner to corner."""
        return 0 <= style < len(self.crossed) and self.crossed[style]

    def overlay(self, number: int) -> Overlay | None:
        """Return what a conditional format lays over a cell, None for one that the workbook lacks."""
        if 0 <= number < len(self.overlays):
            return self.overlays[number]
        return None


@remembered
def read_styles(data: bytes, part: str, depth: int) -> CellStyles:
    """Return what every cell style and every conditional format looks like."""
    root = tree_of(data, part, depth)
    return _StylesReader(root).read()


class _StylesReader:
    """The tables of the part: a cell style names its format, its font, its fill, its border by number."""

    def __init__(self, root: Element) -> None:
        self.root = root
        own_formats = map(_format, self._entries("numFmts"))
        self.formats = _BUILT_IN | dict(own_formats)
        self.fonts = list(map(_font, self._entries("fonts")))
        self.papers = list(map(_paper, self._entries("fills")))
        self.crossed = list(map(_is_crossed, self._entries("borders")))

    def _entries(self, table: str) -> Iterator[Element]:
        """Yield the entries of a table; of one that is told in two ways, the way that every program knows."""
        for entry in self.root.iterfind(f"{{*}}{table}/*"):
            if name_of(entry) == "AlternateContent":
                yield from entry.iterfind("{*}Fallback/*")
            else:
                yield entry

    def read(self) -> CellStyles:
        """Return the styles, each with its own font and paper."""
        overlays = map(_overlay, self._entries("dxfs"))
        styles = CellStyles(overlays=list(overlays))
        for style in self._entries("cellXfs"):
            code = self.formats.get(_id(style, "numFmtId"), "")
            styles.formats.append(code)
            font = _at(self.fonts, _id(style, "fontId"), Font())
            styles.fonts.append(font)
            paper = _at(self.papers, _id(style, "fillId"), PAPER)
            styles.papers.append(paper)
            is_crossed = _at(self.crossed, _id(style, "borderId"), otherwise=False)
            styles.crossed.append(is_crossed)
            alignment = style.find("{*}alignment")
            styles.settings.append(Setting.of(alignment))
        return styles


def _id(style: Element, key: str) -> int:
    """Return the number by which a cell style names an entry of a table."""
    return whole_number(style.get(key))


def _at(told: Sequence[Told], number: int, otherwise: Told) -> Told:
    if number < len(told):
        return told[number]
    return otherwise


def _format(told: Element) -> tuple[int, str]:
    number = whole_number(told.get("numFmtId"), -1)
    return number, told.get("formatCode", "")


def _font(told: Element) -> Font:
    name, look = "", PLAIN
    for letter in told.iterchildren("*"):
        look = with_property(look, name_of(letter), attributes_of(letter))
        if name_of(letter) == "name":
            name = letter.get("val", "")
    return Font(name, look)


def _paper(fill: Element) -> str:
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return PAPER
    colour = next(descendants(pattern, "fgColor"), None)
    return PAPER if colour is None else colour_of(attributes_of(colour)) or PAPER


def _is_crossed(border: Element) -> bool:
    upwards = border.get("diagonalUp")
    downwards = border.get("diagonalDown")
    line = border.find("{*}diagonal")
    if line is None or line.get("style", "none") == "none":
        return False
    return is_on(upwards) or is_on(downwards)


def _overlay(told: Element) -> Overlay:
    overlay = Overlay()
    number_format = next(descendants(told, "numFmt"), None)
    if number_format is not None:
        overlay.number_format = number_format.get("formatCode", "")
    for letter in told.iterfind("{*}font/*"):
        overlay.look = with_property(overlay.look, name_of(letter), attributes_of(letter))
    for colour in descendants(told, "bgColor"):
        overlay.paper = colour_of(attributes_of(colour))
    return overlay
