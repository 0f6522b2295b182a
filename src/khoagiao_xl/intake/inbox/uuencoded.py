"""Files that an old program wrote into the text of a letter: «begin 644 name», lines of uuencode, «end»."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE: Final = re.compile(
    rb"^begin [0-7]{3,4} (?P<name>[^\r\n]{1,300})\r?\n(?P<lines>.*?)(?:^(?P<end>end)[ \t]*(?:\r?\n|\Z)|\Z)",
    re.MULTILINE | re.DOTALL,
)
_LONGEST: Final = 90  # signs of one line; 61 are usual
_BLANK: Final = 32  # the sign that stands for zero


@dataclass(frozen=True)
class UuencodedFile:
    """A file in a text. data: None where it is cut off or broken."""

    name: bytes
    data: bytes | None


def uuencoded_files(text: bytes) -> Iterator[UuencodedFile]:
    """Yield the files in the text of a letter; a line that only begins like one is none."""
    for match in _FILE.finditer(text):
        if _is_file(match):
            data = _decoded(match["lines"]) if match["end"] else None
            yield UuencodedFile(match["name"], data)


def without_uuencoded(text: bytes) -> bytes:
    """Return what a person wrote: the text without the files in it."""
    return _FILE.sub(lambda match: b"" if _is_file(match) else match[0], text)


def _is_file(match: re.Match[bytes]) -> bool:
    first = match["lines"].partition(b"\n")[0]
    return bool(first.strip()) and _line(first) is not None


def _decoded(lines: bytes) -> bytes | None:
    """Return the content, None for a broken one."""
    pieces = []
    for line in lines.split(b"\n"):
        piece = _line(line)
        if piece is None:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def _line(line: bytes) -> bytes | None:
    written = line.rstrip(b"\r")
    if not written:
        return b""
    size = (written[0] - _BLANK) & 63
    length = (size * 4 + 5) // 3  # what goes beyond was added on the way
    if len(written) > _LONGEST:
        return None
    try:
        return binascii.a2b_uu(written[:length])
    except binascii.Error:
        return None
