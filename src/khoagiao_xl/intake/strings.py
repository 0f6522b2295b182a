"""The shared strings and the styles of a workbook: what the text cells say, in which font and format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.intake.xml_guard import Refused, local, walk
from khoagiao_xl.vietnamese.legacy import OLD_FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.intake.limits import Limits

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
class SharedStrings:
    """Texts by their number, and the old fonts in which pieces of them are written."""

    texts: list[str] = field(default_factory=list)
    pieces: dict[int, list[tuple[str, str]]] = field(default_factory=dict)  # number -> (font, text)


@dataclass
class Styles:
    """Number format and font name of each cell style."""

    formats: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)

    def number_format(self, style: int) -> str:
        """Return the format code of a cell style, empty for the general one."""
        return self.formats[style] if 0 <= style < len(self.formats) else ""

    def font(self, style: int) -> str:
        """Return the font name of a cell style."""
        return self.fonts[style] if 0 <= style < len(self.fonts) else ""


def read_strings(chunks: Iterable[bytes], part: str, limits: Limits) -> SharedStrings:
    """Return the shared strings; refuse a table that announces far more than it holds (TN-23)."""
    handler = _StringsHandler(part, limits)
    walk(chunks, part, limits.depth, handler.start, handler.end, handler.text)
    if handler.announced > len(handler.found.texts) + limits.string_slack:
        raise Refused("TN-23", announced=handler.announced, found=len(handler.found.texts))
    return handler.found


class _StringsHandler:
    def __init__(self, part: str, limits: Limits) -> None:
        self.part, self.limits = part, limits
        self.found = SharedStrings()
        self.announced = 0
        self.runs: list[tuple[str, list[str]]] = []
        self.font = ""
        self.is_text = self.in_phonetic = False

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.in_phonetic
        elif name == "si":
            self.runs, self.font = [("", [])], ""
        elif name == "r":
            self.runs.append(("", []))
        elif name == "rFont" and self.runs:
            self.runs[-1] = (at.get("val", ""), self.runs[-1][1])
        elif name == "rPh":
            self.in_phonetic = True
        elif name == "sst":
            self.announced = max(_number(at.get(key), self.part) for key in ("uniqueCount", "count"))

    def end(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "rPh":
            self.in_phonetic = False
        elif name == "si":
            self._end_string()

    def text(self, data: str) -> None:
        if self.is_text and self.runs:
            self.runs[-1][1].append(data)

    def _end_string(self) -> None:
        pieces = [(font, "".join(parts)) for font, parts in self.runs]
        if any(font.casefold().startswith(OLD_FONTS) for font, _ in pieces):
            self.found.pieces[len(self.found.texts)] = [piece for piece in pieces if piece[1]]
        self.found.texts.append("".join(text for _, text in pieces))


def _number(text: str | None, part: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        raise Refused("TN-18", part=part, reason="số đếm sai")
    return int(text)


def read_styles(chunks: Iterable[bytes], part: str, limits: Limits) -> Styles:
    """Return the number format and the font of every cell style."""
    formats = dict(_BUILT_IN)
    font_names: list[str] = []
    cell_styles: list[tuple[str, str]] = []
    inside: list[str] = []

    def start(name: str, at: Mapping[str, str]) -> None:
        inside.append(name)
        if name == "numFmt" and at.get("numFmtId", "").isdigit() and inside[-2:-1] == ["numFmts"]:
            formats[int(at["numFmtId"][:9])] = at.get("formatCode", "")
        elif name == "font" and inside[-2:-1] == ["fonts"]:
            font_names.append("")
        elif name == "name" and inside[-3:-1] == ["fonts", "font"]:
            font_names[-1] = at.get("val", "")
        elif name == "xf" and inside[-2:-1] == ["cellXfs"]:
            cell_styles.append((at.get("numFmtId", "0"), at.get("fontId", "0")))

    def end(_: str) -> None:
        inside.pop()

    walk(chunks, part, limits.depth, start, end)
    return Styles(
        [formats.get(int(number[:9]) if number.isdigit() else 0, "") for number, _ in cell_styles],
        [
            font_names[int(font[:9])] if font.isdigit() and int(font[:9]) < len(font_names) else ""
            for _, font in cell_styles
        ],
    )


def read_properties(chunks: Iterable[bytes], part: str, limits: Limits) -> dict[str, str]:
    """Return the custom properties of a document, by name."""
    found: dict[str, str] = {}
    name_now: list[str] = []

    def start(name: str, at: Mapping[str, str]) -> None:
        if name == "property":
            name_now[:] = [next((value for key, value in at.items() if local(key) == "name"), "")]

    def text(data: str) -> None:
        if name_now and data.strip():
            found[name_now[0]] = found.get(name_now[0], "") + data.strip()

    walk(chunks, part, limits.depth, start, None, text)
    return found
