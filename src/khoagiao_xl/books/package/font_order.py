"""The pieces of a font in the order of the schema: Excel reads others, validators call them damage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.child_order import local_name
from khoagiao_xl.books.package.parts import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

# As ECMA-376 lists them (CT_Font, transitional).
_OF_FONT: Final = """
    b i strike condense extend outline shadow u vertAlign sz color name family charset scheme
"""
_PLACES: Final = {name: at for at, name in enumerate(_OF_FONT.split())}
_LAST: Final = len(_PLACES)


def sort_fonts(styles: _Element) -> None:
    """Put the pieces of each font of a stylesheet in order; openpyxl, for one, writes them in another."""
    for font in styles.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=_place)


def _place(piece: _Element) -> int:
    name = local_name(piece)
    return _PLACES.get(name, _LAST)
