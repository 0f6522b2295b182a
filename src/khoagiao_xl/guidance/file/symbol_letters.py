"""What the fonts of symbols draw for the codes that Word stores: data/language/symbol_fonts.csv."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.word_xml import attribute
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRIVATE: Final = 0xF000  # fonts of symbols have their signs from here on
_OF_SYMBOLS: Final = re.compile("[\uf020-\uf0ff]")
_USUAL: Final = ("symbol", "wingdings")
_ANY_SIGN: Final = "•"


@cache
def _drawn() -> dict[tuple[str, int], str]:
    """Return what stands for the code of a font."""
    signs: dict[tuple[str, int], str] = {}
    for row in language_rows("symbol_fonts"):
        code = int(row["Mã"], 16)
        font = row["Phông"]
        signs[font, code] = row["Chữ"]
    return signs


def symbol_of(element: _Element) -> str:
    """Return what a w:sym shows; "" where it names no character."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    font = attribute(element, "font")
    if _PRIVATE <= code < _PRIVATE + 256:
        return _sign(code - _PRIVATE, font)
    if font.casefold().startswith(_USUAL):
        return _sign(code, font)
    if 0x20 <= code < 0x11_0000:
        return chr(code)
    return ""


def symbols_in(text: str, font: str) -> str:
    """Return letters with those of a font of symbols as the signs that it draws."""
    if text.isascii():
        return text

    def drawn(match: re.Match[str]) -> str:
        code = ord(match[0])
        return _sign(code - _PRIVATE, font)

    return _OF_SYMBOLS.sub(drawn, text)


def _sign(code: int, font: str) -> str:
    """Return the sign of a code: of this font, else of the usual ones, else any sign."""
    name = font.casefold()
    named = [one for one in _USUAL if name.startswith(one)]
    signs = _drawn()
    for usual in (*named, *_USUAL):
        found = signs.get((usual, code))
        if found is not None:
            return found
    return _ANY_SIGN
