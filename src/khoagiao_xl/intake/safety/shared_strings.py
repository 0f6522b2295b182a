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
        self.gatherer = Gatherer()
        self.is_text = self.in_phonetic = False

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.in_phonetic
        elif name == "si":
            self.runs, self.font, self.gatherer = [("", [])], "", Gatherer()
        elif name == "r":
            self.runs.append(("", []))
        elif name == "rFont" and self.runs:
            self.runs[-1] = (at.get("val", ""), self.runs[-1][1])
        elif name == "rPh":
            self.in_phonetic = True
        elif name == "sst":
            self.announced = max(_number(at.get(key), self.part) for key in ("uniqueCount", "count"))
        self.gatherer.start(name, at)

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
            self.gatherer.texts[-1].append(data)

    def _end_string(self) -> None:
        pieces = [(font, "".join(parts)) for font, parts in self.runs]
        if any(font.casefold().startswith(OLD_FONTS) for font, _ in pieces):
            self.found.pieces[len(self.found.texts)] = [piece for piece in pieces if piece[1]]
        if odd := self.gatherer.odd_runs():
            self.found.runs[len(self.found.texts)] = odd
        self.found.texts.append("".join(text for _, text in pieces))


def _number(text: str | None, part: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        raise Refused("TN-18", part=part, reason="số đếm sai")
    return int(text)


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
