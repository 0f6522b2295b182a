"""Names of files as a person sees them: whole, printable, of bounded length, the same at every run."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from khoagiao_xl.intake.safety.file_kind import FileKind, sniff

_LONGEST_ENDING: Final = 10
LONGEST: Final = 150  # characters of a name that is told
_GAPS: Final = re.compile(r"\s+")
# Neither letters nor signs: control, format and private marks, halves of pairs, what no Unicode knows.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes «_x0041_» in a cell for «A»
# How Python keeps the bytes of a name that are no letters.
_STRAY: Final = re.compile("[\udc80-\udcff]")
_FIRST_STRAY: Final = 0xDC00
_NOWHERE: Final = frozenset({"", ".", ".."})  # pieces of a path that name nothing
_ENDINGS: Final = {
    FileKind.WORKBOOK_OR_ZIP: ".xlsx",
    FileKind.XLS: ".xls",
    FileKind.PDF: ".pdf",
    FileKind.LETTER: ".eml",
    FileKind.OUTLOOK: ".msg",
    FileKind.TEXT: ".txt",
    FileKind.HTML: ".html",
}


def shown(name: str) -> str:
    """Return a name as it is told: composed, without unseen marks, its middle left out where it is long."""
    composed = unicodedata.normalize("NFC", name)
    spaced = _GAPS.sub(" ", composed)
    seen = "".join(filter(_is_seen, spaced))
    plain = _ESCAPED.sub("-", seen).strip()
    return plain if len(plain) <= LONGEST else _shortened(plain)


def _shortened(name: str) -> str:
    """Return a name without its middle, with its ending."""
    _, dot, ending = name.rpartition(".")
    tail = f"…{dot}{ending[:_LONGEST_ENDING]}"
    most = LONGEST - len(tail)
    return f"{name[:most]}{tail}"


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN


def shown_path(relative: str) -> str:
    """Return the path of a file in the inbox as it is told; bytes that are no UTF-8 stand as «%E1»."""
    told = []
    for piece in Path(relative).parts:
        text = _without_stray_bytes(piece)
        told.append(shown(text) or text)
    return "/".join(told)


def _without_stray_bytes(piece: str) -> str:
    """Return a piece of a path in which each byte that is no letter stands as its number."""
    return _STRAY.sub(_number_of, piece)


def _number_of(stray: re.Match[str]) -> str:
    byte = ord(stray[0]) - _FIRST_STRAY
    return f"%{byte:02X}"


def split_path(name: str) -> tuple[str, str]:
    """Return folder and base of a name that came in a letter or an archive, both as they are told.

    Nothing is ever written by such a name: «..» and drive letters only say where the sender had it.
    """
    path = name.replace("\\", "/")
    *folders, base = map(shown, path.split("/"))
    known = [folder for folder in folders if folder not in _NOWHERE]
    folder = "/".join(known)
    return folder, "" if base in _NOWHERE else base


def nameless(data: bytes, number: int) -> str:
    """Return the name of an attachment that came without one, by what it really is."""
    ending = _ENDINGS.get(sniff(data), "")
    return f"tệp không tên {number}{ending}"
