"""The styles of a workbook: the number format, the letters and the paper of each cell style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.appearance import PAPER, PLAIN, Look, colour_of, with_property
from khoagiao_xl.intake.safety.xml_guard import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.intake.safety.limits import Limits

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


@dataclass
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
    def of(cls, at: Mapping[str, str]) -> Setting:
        """Return what an alignment in the XML says."""
        return cls(
            at.get("horizontal", ""),
            at.get("vertical", ""),
            _number(at.get("textRotation", "0")),
            _number(at.get("indent", "0")),
            _is_on(at.get("wrapText")),
            _is_on(at.get("shrinkToFit")),
        )


@dataclass
class Overlay:
    """What a conditional format lays over a cell; empty where it leaves things as they are."""

    number_format: str = ""
    look: Look = PLAIN
    paper: str = ""


@dataclass
class CellStyles:
    """What each cell style makes of a cell, and what conditional formats may make of it."""

    formats: list[str] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    crossed: list[bool] = field(default_factory=list)  # a line from corner to corner
    overlays: list[Overlay] = field(default_factory=list)

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
        return Setting()

    def is_crossed(self, style: int) -> bool:
        """Say whether cells of a style are crossed out by a line from corner to corner."""
        return 0 <= style < len(self.crossed) and self.crossed[style]

    def overlay(self, number: int) -> Overlay | None:
        """Return what a conditional format lays over a cell, None for one that the workbook lacks."""
        if 0 <= number < len(self.overlays):
            return self.overlays[number]
        return None


def read_styles(chunks: Iterable[bytes], part: str, limits: Limits) -> CellStyles:
    """Return what every cell style and every conditional format looks like."""
    handler = _StylesHandler()
    walk(
        chunks,
        part,
        limits.depth,
        handler.start,
        handler.end,
    )
    return handler.found()


@dataclass(frozen=True)
class _CellStyle:
    """A cell style as it lies in the XML: the numbers of its format, its font, its fill and its border."""

    number_format: int
    font: int
    fill: int
    border: int

    @classmethod
    def of(cls, at: Mapping[str, str]) -> _CellStyle:
        keys = ("numFmtId", "fontId", "fillId", "borderId")
        return cls(*(_number(at.get(key, "0")) for key in keys))


class _StylesHandler:
    def __init__(self) -> None:
        self.formats = dict(_BUILT_IN)
        self.fonts: list[Font] = []
        self.papers: list[str] = []
        self.overlays: list[Overlay] = []
        self.cell_styles: list[_CellStyle] = []
        self.settings: dict[int, Setting] = {}  # by the place of the cell style
        self.crossed: list[bool] = []  # by the number of the border
        self.is_diagonal = False
        self.inside: list[str] = []
        self.is_solid = False

    def start(self, name: str, at: Mapping[str, str]) -> None:
        self.inside.append(name)
        place = tuple(self.inside[1:-1])
        match (*place, name):
            case ("dxfs", _, *_):
                self._start_overlay(name, place, at)
            case ("fills", _, *_):
                self._start_fill(name, place, at)
            case ("numFmts", "numFmt"):
                self._start_format(at)
            case ("fonts", "font"):
                self.fonts.append(Font())
            case ("fonts", "font", _):
                _letter(self.fonts[-1], name, at)
            case ("cellXfs", "xf"):
                self.cell_styles.append(_CellStyle.of(at))
            case ("cellXfs", "xf", "alignment"):
                self.settings[len(self.cell_styles) - 1] = Setting.of(at)
            case ("borders", "border"):
                self.is_diagonal = _is_on(at.get("diagonalUp")) or _is_on(at.get("diagonalDown"))
                self.crossed.append(False)
            case ("borders", "border", "diagonal"):
                self.crossed[-1] = self.is_diagonal and at.get("style", "none") != "none"

    def _start_format(self, at: Mapping[str, str]) -> None:
        number = at.get("numFmtId", "")
        if number.isdigit():
            self.formats[int(number[:9])] = at.get("formatCode", "")

    def _start_fill(self, name: str, place: Sequence[str], at: Mapping[str, str]) -> None:
        match (*place, name):
            case ("fills", "fill"):
                self.papers.append(PAPER)
            case ("fills", "fill", "patternFill"):
                self.is_solid = at.get("patternType") == "solid"
            case ("fills", "fill", *_, "fgColor") if self.is_solid:
                self.papers[-1] = colour_of(at) or PAPER

    def _start_overlay(self, name: str, place: Sequence[str], at: Mapping[str, str]) -> None:
        if name == "dxf":
            self.overlays.append(Overlay())
        if not self.overlays:
            return
        overlay = self.overlays[-1]
        if name == "numFmt":
            overlay.number_format = at.get("formatCode", "")
        elif place[-1] == "font":
            overlay.look = with_property(overlay.look, name, at)
        elif name == "bgColor":
            overlay.paper = colour_of(at)

    def end(self, _: str) -> None:
        self.inside.pop()

    def found(self) -> CellStyles:
        """Return the styles, each with its own font and paper."""
        styles = CellStyles(overlays=self.overlays)
        for place, style in enumerate(self.cell_styles):
            styles.formats.append(self.formats.get(style.number_format, ""))
            styles.fonts.append(self._font(style.font))
            styles.papers.append(self._paper(style.fill))
            styles.settings.append(self.settings.get(place, Setting()))
            styles.crossed.append(style.border < len(self.crossed) and self.crossed[style.border])
        return styles

    def _font(self, number: int) -> Font:
        if number < len(self.fonts):
            return self.fonts[number]
        return Font()

    def _paper(self, number: int) -> str:
        if number < len(self.papers):
            return self.papers[number]
        return PAPER


def _letter(font: Font, name: str, at: Mapping[str, str]) -> None:
    if name == "name":
        font.name = at.get("val", "")
    font.look = with_property(font.look, name, at)


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")


def _number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text[:9])
    return 0
