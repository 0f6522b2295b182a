"""Reading XML of strangers with expat: no DOCTYPE, no deep nesting, nothing fetched, prefixes dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Start = Callable[[str, Mapping[str, str]], None]
    End = Callable[[str], None]
    Text = Callable[[str], None]

ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", ""})


class Refused(Exception):  # a verdict on a file, not an error of ours
    """The file is not to be read; `code` and `facts` make the finding."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def local(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def walk(
    chunks: Iterable[bytes],
    part: str,
    depth: int,
    start: Start | None = None,
    end: End | None = None,
    text: Text | None = None,
) -> None:
    """Feed a part to the handlers, element names without prefix.

    Raise Refused: TN-17 for a DOCTYPE or entities, TN-18 for XML that is broken or deeper than `depth`.
    """
    guard = _Guard(part, depth, start, end)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = guard.on_start
    parser.EndElementHandler = guard.on_end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = guard.on_doctype
    parser.XmlDeclHandler = guard.on_declaration
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("TN-18", part=part, reason=f"dòng {error.lineno}") from error
    except (UnicodeError, LookupError, ValueError) as error:
        raise Refused("TN-18", part=part, reason="chữ không đúng bảng mã") from error


class _Guard:
    """What is watched while expat walks over a part."""

    def __init__(self, part: str, depth: int, start: Start | None, end: End | None) -> None:
        self.part = part
        self.depth = depth
        self.start = start
        self.end = end
        self.open_elements = 0

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        self.open_elements += 1
        if self.open_elements > self.depth:
            raise Refused("TN-18", part=self.part, reason=f"lồng quá {self.depth} lớp")
        if self.start:
            self.start(local(name), attributes)

    def on_end(self, name: str) -> None:
        self.open_elements -= 1
        if self.end:
            self.end(local(name))

    def on_doctype(self, *_: object) -> NoReturn:
        raise Refused("TN-17", part=self.part)

    def on_declaration(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "").lower() not in ENCODINGS:
            raise Refused("TN-18", part=self.part, reason=f"bảng mã {encoding}")
