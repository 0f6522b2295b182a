"""Names of files as a person sees them: whole, printable, of bounded length, the same at every run."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Final

from khoagiao_xl.intake.safety.file_kind import FileKind, sniff

LONGEST: Final = 150  # characters of a name that is told
_GAPS: Final = re.compile(r"\s+")
# Neither letters nor signs: control, format and private marks, halves of pairs, what no Unicode knows.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes «_x0041_» in a cell for «A»
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
    seen = "".join(filter(_is_seen, _GAPS.sub(" ", composed)))
    plain = _ESCAPED.sub("-", seen).strip()
    if len(plain) <= LONGEST:
        return plain
    stem, dot, ending = plain.rpartition(".")
    tail = f"{dot}{ending[:10]}" if stem else ""
    return f"{plain[: LONGEST - len(tail) - 1]}…{tail}"


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN


def shown_path(relative: str) -> str:
    """Return the path of a file in the inbox as it is told; bytes that are no UTF-8 stand as «%E1»."""
    pieces = os.fsencode(relative).split(b"/" if os.sep == "/" else os.fsencode(os.sep))
    return "/".join(shown(_text(piece)) or _text(piece) for piece in pieces)


def _text(piece: bytes) -> str:
    text = piece.decode("utf-8", "surrogateescape")
    letters = []
    for letter in text:
        is_no_text = "\udc80" <= letter <= "\udcff"
        letters.append(f"%{ord(letter) - 0xDC00:02X}" if is_no_text else letter)
    return "".join(letters)


def split_path(name: str) -> tuple[str, str]:
    """Return folder and base of a name that came in a letter or an archive, both as they are told.

    Nothing is ever written by such a name: «..» and drive letters only say where the sender had it.
    """
    pieces = [shown(piece) for piece in name.replace("\\", "/").split("/")]
    known = [piece for piece in pieces if piece not in ("", ".", "..")]
    if not known or not pieces[-1]:
        return "/".join(known), ""
    return "/".join(known[:-1]), known[-1]


def nameless(data: bytes, number: int) -> str:
    """Return the name of an attachment that came without one, by what it really is."""
    ending = _ENDINGS.get(sniff(data), "")
    return f"tệp không tên {number}{ending}"
