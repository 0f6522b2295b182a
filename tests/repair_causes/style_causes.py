"""Causes that lie in the styles and the shared texts: counts, and pieces that are named but not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import children, doubled, local
from tests.repair_causes.opened_workbook import M, OpenedWorkbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

MOST_STYLES: Final = 65_490
PIECES: Final = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
BUILT_IN: Final = 164
LONGEST_FORMAT: Final = 255
_LISTED: Final = """
    b i strike condense extend outline shadow u vertAlign sz color name family charset scheme
"""
OF_A_FONT: Final = _LISTED.split()


def counts(book: OpenedWorkbook) -> Iterator[str]:
    for group in children(book.styles):
        if group.get("count") is not None and int(str(group.get("count"))) != len(group):
            yield local(group)


def pieces_that_are_not_there(book: OpenedWorkbook) -> Iterator[str]:
    for group in ("cellXfs", "cellStyleXfs"):
        for number, style in enumerate(_children(book, group)):
            for attribute, pieces in PIECES.items():
                if int(style.get(attribute, "0")) >= max(book.count_of(pieces), 1):
                    yield f"{group} {number}: {attribute}"
    for style in _children(book, "cellStyles"):
        if int(style.get("xfId", "0")) >= book.count_of("cellStyleXfs"):
            yield str(style.get("name"))


def number_formats(book: OpenedWorkbook) -> Iterator[str]:
    formats = _children(book, "numFmts")
    known = {int(item.get("numFmtId", "0")) for item in formats}
    yield from doubled([str(item.get("numFmtId")) for item in formats])
    yield from (str(item.get("formatCode")) for item in formats if not _is_format(item))
    for style in _children(book, "cellXfs"):
        number = int(style.get("numFmtId", "0"))
        if number >= BUILT_IN and number not in known:
            yield f"format {number}"


def _is_format(item: _Element) -> bool:
    code = str(item.get("formatCode"))
    return 0 < len(code) <= LONGEST_FORMAT and code.count(";") <= 3


def too_many(book: OpenedWorkbook) -> Iterator[str]:
    if book.count_of("cellXfs") > MOST_STYLES:
        yield str(book.count_of("cellXfs"))


def fonts_out_of_order(book: OpenedWorkbook) -> Iterator[str]:
    """Excel reads these, validators do not."""
    if book.styles is None:
        return
    for font in book.styles.iter(f"{M}font"):
        names = [local(child) for child in font if local(child) in OF_A_FONT]
        if names != sorted(names, key=OF_A_FONT.index) or len(names) != len(set(names)):
            yield " ".join(names)


def shared_texts(book: OpenedWorkbook) -> Iterator[str]:
    for part in book.package.related(book.package.main, "sharedStrings"):
        root = book.package.xml(part)
        said = None if root is None else root.get("uniqueCount")
        if said is not None and int(said) != len(book.texts):
            yield f"{said} said, {len(book.texts)} there"


def _children(book: OpenedWorkbook, group: str) -> list[_Element]:
    found = None if book.styles is None else book.styles.find(f"{M}{group}")
    return children(found)


STYLE_CAUSES: Final[dict[str, Callable[[OpenedWorkbook], Iterator[str]]]] = {
    "styles that are not counted right": counts,
    "a font, fill or border that is not there": pieces_that_are_not_there,
    "number formats": number_formats,
    "too many styles": too_many,
    "children of a font out of order": fonts_out_of_order,
    "shared texts that are not counted right": shared_texts,
}
