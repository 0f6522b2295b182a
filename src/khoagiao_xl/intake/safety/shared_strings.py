"""The shared strings of a workbook, what letters they are written in, and its custom properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.appearance import Gatherer, Run
from khoagiao_xl.intake.safety.xml_guard import Refused, local, walk
from khoagiao_xl.vietnamese.legacy import OLD_FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.intake.safety.limits import Limits


@dataclass
class SharedStrings:
    """Texts by their number, and the old fonts in which pieces of them are written."""

    texts: list[str] = field(default_factory=list)
    pieces: dict[int, list[tuple[str, str]]] = field(default_factory=dict)  # number -> (font, text)
    runs: dict[int, tuple[Run, ...]] = field(default_factory=dict)  # number -> letters that look odd

    def text(self, number: str) -> str | None:
        """Return the text of a number as it stands in a cell's XML, None for what is no number of ours."""
        if not number.isdigit() or int(number) >= len(self.texts):
            return None
        return self.texts[int(number)]

    def length(self, number: str) -> int:
        """Return how many characters the text of a number has, 0 where there is none."""
        return len(self.text(number) or "")

    def add(self, pieces: list[tuple[str, str]], odd: tuple[Run, ...]) -> None:
        """Take in the next text: its pieces as (font, text), and the letters in it that look odd."""
        number = len(self.texts)
        fonts = [font.casefold() for font, _ in pieces]
        if any(font.startswith(OLD_FONTS) for font in fonts):
            self.pieces[number] = [piece for piece in pieces if piece[1]]
        if odd:
            self.runs[number] = odd
        texts = [text for _, text in pieces]
        self.texts.append("".join(texts))


def read_strings(chunks: Iterable[bytes], part: str, limits: Limits) -> SharedStrings:
    """Return the shared strings; refuse a table that announces far more than it holds (TN-23)."""
    handler = _StringsHandler(part)
    walk(
        chunks,
        part,
        limits.depth,
        handler.start,
        handler.end,
        handler.text,
    )
    held = len(handler.found.texts)
    if handler.announced > held + limits.string_slack:
        raise Refused("TN-23", announced=handler.announced, found=held)
    return handler.found


@dataclass
class _Piece:
    """Letters of a text that are written in one font."""

    font: str = ""
    letters: list[str] = field(default_factory=list)

    @property
    def told(self) -> tuple[str, str]:
        """Its font and its text."""
        return self.font, "".join(self.letters)


class _StringsHandler:
    def __init__(self, part: str) -> None:
        self.part = part
        self.found = SharedStrings()
        self.announced = 0
        self.pieces: list[_Piece] = []
        self.gatherer = Gatherer()
        self.is_text = self.in_phonetic = False

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.in_phonetic
        elif name == "si":
            self.pieces = [_Piece()]
            self.gatherer = Gatherer()
        elif name == "r":
            self.pieces.append(_Piece())
        elif name == "rFont" and self.pieces:
            self.pieces[-1].font = at.get("val", "")
        elif name == "rPh":
            self.in_phonetic = True
        elif name == "sst":
            counts = (at.get("uniqueCount"), at.get("count"))
            self.announced = max(_number(count, self.part) for count in counts)
        self.gatherer.start(name, at)

    def end(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "rPh":
            self.in_phonetic = False
        elif name == "si":
            pieces = [piece.told for piece in self.pieces]
            self.found.add(pieces, self.gatherer.odd_runs())

    def text(self, data: str) -> None:
        if self.is_text and self.pieces:
            self.pieces[-1].letters.append(data)
            self.gatherer.add(data)


def _number(text: str | None, part: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        raise Refused("TN-18", part=part, reason="số đếm sai")
    return int(text)


def read_properties(chunks: Iterable[bytes], part: str, limits: Limits) -> dict[str, str]:
    """Return the custom properties of a document, by name."""
    handler = _PropertiesHandler()
    walk(
        chunks,
        part,
        limits.depth,
        handler.start,
        None,
        handler.text,
    )
    return handler.found


class _PropertiesHandler:
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.name: str | None = None

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "property":
            names = [value for key, value in at.items() if local(key) == "name"]
            self.name = names[0] if names else ""

    def text(self, data: str) -> None:
        if self.name is not None and data.strip():
            known = self.found.get(self.name, "")
            self.found[self.name] = known + data.strip()
