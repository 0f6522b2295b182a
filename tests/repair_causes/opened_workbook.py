"""A workbook laid open: its sheets with their cells, its texts, tables, names and styles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.repair_causes.opened_package import RELATED, OpenedPackage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

M: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


class Area(NamedTuple):
    """A range of cells, counted from 1."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Area) -> bool:
        """Whether the two have a cell in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom


def column_number(letters: str) -> int:
    """Return which column: «A» is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place(address: str) -> tuple[int, int]:
    """Return column and row of a cell; 0, 0 for what is no address."""
    match = ADDRESS.fullmatch(address)
    return (column_number(match[1]), int(match[2])) if match else (0, 0)


def area(reference: str) -> Area:
    """Return the area of «B5:D9», or of one cell."""
    first, _, last = reference.partition(":")
    return Area(*place(first), *place(last or first))


def texts_of(element: _Element) -> str:
    """Return all text of a shared string, an inline string or a comment."""
    return "".join(text.text or "" for text in element.iter(f"{M}t"))


@dataclass(frozen=True)
class OpenedTable:
    """A table of a sheet."""

    root: _Element
    sheet: OpenedSheet

    @property
    def name(self) -> str:
        return str(self.root.get("displayName"))

    @property
    def area(self) -> Area:
        return area(str(self.root.get("ref")))

    @property
    def columns(self) -> list[_Element]:
        return list(self.root.iter(f"{M}tableColumn"))


class OpenedSheet:
    """One worksheet. part: its name in the package."""

    def __init__(self, book: OpenedWorkbook, name: str, part: str, root: _Element) -> None:
        self.book = book
        self.name = name
        self.part = part
        self.root = root

    @cached_property
    def rows(self) -> list[_Element]:
        return list(self.root.iterfind(f"{M}sheetData/{M}row"))

    @cached_property
    def cells(self) -> list[_Element]:
        return [cell for row in self.rows for cell in row.iterchildren(f"{M}c")]

    @cached_property
    def formulas(self) -> list[tuple[str, str]]:
        """The address of each cell with a formula, and the formula."""
        found = []
        for cell in self.cells:
            formula = cell.findtext(f"{M}f")
            if formula:
                found.append((str(cell.get("r")), formula))
        return found

    @cached_property
    def shown(self) -> dict[str, str]:
        """Address -> what stands in the cell."""
        return {str(cell.get("r")): self.book.text_of(cell) for cell in self.cells}

    @cached_property
    def merges(self) -> list[str]:
        return [str(item.get("ref")) for item in self.root.iter(f"{M}mergeCell")]

    @cached_property
    def tables(self) -> list[OpenedTable]:
        found = []
        for part in self.book.package.related(self.part, "table"):
            root = self.book.package.xml(part)
            if root is not None:
                found.append(OpenedTable(root, self))
        return found


class OpenedWorkbook:
    """A package that is a workbook."""

    def __init__(self, package: OpenedPackage) -> None:
        self.package = package
        root = package.xml(package.main)
        assert root is not None
        self.root = root

    @cached_property
    def sheets(self) -> list[OpenedSheet]:
        return list(self._sheets())

    def _sheets(self) -> Iterator[OpenedSheet]:
        relations = self.package.relations(self.package.main)
        for item in self.sheet_entries:
            relation = relations.get(str(item.get(f"{RELATED}id")))
            root = self.package.xml(relation.target) if relation else None
            if relation and root is not None:
                yield OpenedSheet(self, str(item.get("name")), relation.target, root)

    @cached_property
    def sheet_entries(self) -> list[_Element]:
        return list(self.root.iterfind(f"{M}sheets/{M}sheet"))

    @cached_property
    def names(self) -> list[_Element]:
        """The defined names."""
        return list(self.root.iter(f"{M}definedName"))

    @cached_property
    def tables(self) -> list[OpenedTable]:
        return [table for sheet in self.sheets for table in sheet.tables]

    @cached_property
    def texts(self) -> list[str]:
        """The shared strings."""
        found = self._part("sharedStrings")
        return [] if found is None else [texts_of(item) for item in found.iterchildren(f"{M}si")]

    @cached_property
    def styles(self) -> _Element | None:
        return self._part("styles")

    def count_of(self, group: str) -> int:
        """Return how many of «cellXfs», «dxfs», «fonts» there are."""
        found = None if self.styles is None else self.styles.find(f"{M}{group}")
        return 0 if found is None else len(found)

    def text_of(self, cell: _Element) -> str:
        """Return what stands in a cell."""
        if cell.get("t") == "inlineStr":
            return texts_of(cell)
        value = cell.findtext(f"{M}v") or ""
        if cell.get("t") != "s":
            return value
        return self.texts[int(value)] if 0 <= int(value) < len(self.texts) else ""

    def _part(self, kind: str) -> _Element | None:
        found = self.package.related(self.package.main, kind)
        return self.package.xml(found[0]) if found else None
