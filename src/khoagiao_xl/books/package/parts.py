"""Where a workbook's tables lie: its sheets, their parts, their tables, by the package's own relations."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.opc import Package

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REF = re.compile(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")


@dataclass(frozen=True)
class Area:
    """A rectangle of cells; columns count from 0, rows from 1 as Excel shows them."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def parse(cls, ref: str) -> Area:
        """Return the area of a reference such as «A4:H20»."""
        match = _REF.fullmatch(ref)
        if not match:
            raise NotAWorkbook(name="", reason=f"vùng ô lạ «{ref}»")
        left, top, right, bottom = match.groups()
        return cls(column_index(left), int(top), column_index(right), int(bottom))

    def __str__(self) -> str:
        return f"{column_name(self.left)}{self.top}:{column_name(self.right)}{self.bottom}"


@dataclass(frozen=True)
class TablePlace:
    """A table of the workbook: its sheet, the parts that hold both, its area with the header row."""

    name: str
    sheet: str
    sheet_part: str
    table_part: str
    area: Area
    headings: tuple[str, ...]


def column_name(index: int) -> str:
    """Return the letters of column `index`, counted from 0: 27 -> «AB»."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the number of a column from its letters: «AB» -> 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def parse_xml(data: bytes, name: str = "") -> _Element:
    """Return the root of an XML part, without entities or network; raise NotAWorkbook when it is broken."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotAWorkbook(name=name, reason=f"XML hỏng ở phần {name}") from error


def relations(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield (id, type, target part) of the relations of `part`; «» stands for the package itself."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in package:
        return
    for element in parse_xml(package.read(source), source):
        target = element.get("Target", "")
        resolved = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        yield element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], resolved


def workbook_part(package: Package) -> str:
    """Return the name of the main part; legal files need not call it xl/workbook.xml."""
    for _, kind, target in relations(package, ""):
        if kind == "officeDocument":
            return target
    raise NotAWorkbook(name="", reason="không có phần workbook")


def sheets(package: Package) -> dict[str, str]:
    """Return sheet name -> part name, in the order of the tabs."""
    main = workbook_part(package)
    targets = {key: target for key, _, target in relations(package, main)}
    root = parse_xml(package.read(main), main)
    return {
        element.get("name", ""): targets[element.get(RELATION_ID, "")]
        for element in root.iter(f"{MAIN}sheet")
        if element.get(RELATION_ID, "") in targets
    }


def tables(package: Package) -> dict[str, TablePlace]:
    """Return every table of the workbook by its name."""
    found: dict[str, TablePlace] = {}
    for sheet, sheet_part in sheets(package).items():
        for _, kind, target in relations(package, sheet_part):
            if kind == "table":
                place = _table(package, sheet, sheet_part, target)
                found[place.name] = place
    return found


def _table(package: Package, sheet: str, sheet_part: str, table_part: str) -> TablePlace:
    root = parse_xml(package.read(table_part), table_part)
    headings = tuple(column.get("name", "").strip() for column in root.iter(f"{MAIN}tableColumn"))
    name = root.get("displayName") or root.get("name") or ""
    return TablePlace(name, sheet, sheet_part, table_part, Area.parse(root.get("ref", "")), headings)
