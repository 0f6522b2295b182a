"""What a cell says, and the keys by which words and formulas are the same whatever program saved them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import format_number

if TYPE_CHECKING:
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell

LONGEST: Final = 300  # characters of what stands in a cell
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PIECES: Final = re.compile(r'"(?:[^"]|"")*"|[^"]+')
# FALSE() of one program is FALSE of another; signs of fixed places and brackets come and go.
_OF_PROGRAMS: Final = re.compile(r"_xlfn\.|_xlws\.|^of:|^=|[\s$@()]")
_DECIMAL: Final = re.compile(r"(?<![\w.])\d+\.\d+(?:E[+-]?\d+)?|(?<![\w.])\d+E[+-]?\d+", re.IGNORECASE)


def told(book: BookScan, cell: ScannedCell) -> str:
    """Return what a cell says, a number as the office writes it."""
    if cell.kind != "n":
        text = book.text_of(cell)
        return _ESCAPED.sub(_letter, text) if "_x" in text else text
    try:
        return format_number(float(cell.raw))
    except ValueError:
        return cell.raw


def _letter(match: re.Match[str]) -> str:
    """Return the letter that XML could not hold."""
    return chr(int(match[1], 16))


@lru_cache(maxsize=8192)  # the words of a form come back in every file
def text_key(text: str) -> str:
    """Return the key by which two texts say the same: blanks, line ends and capitals do not matter."""
    composed = unicodedata.normalize("NFC", text)
    words = composed.casefold().split()
    return " ".join(words)


@lru_cache(maxsize=8192)
def formula_key(formula: str) -> str:
    """Return the key by which two formulas are one; what stands in quotation marks stays as it is."""
    pieces = [_plain(piece) for piece in _PIECES.findall(formula)]
    return "".join(pieces)


def _plain(piece: str) -> str:
    if piece.startswith('"'):
        return piece
    bare = _OF_PROGRAMS.sub("", piece).upper()
    return _DECIMAL.sub(_shortest, bare)


def _shortest(match: re.Match[str]) -> str:
    """Return a number of a formula in one spelling: 9.9999999999999995E-7 is 0.000001."""
    return f"{float(match[0]):.12g}"
