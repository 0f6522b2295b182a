"""A sheet's XML cut into its rows and cells, so that some can be replaced and the others stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.model.cell_addresses import Area, column_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHEET_DATA: Final = re.compile(r"<sheetData\s*/>|<sheetData[^>]*>(.*)</sheetData>", re.DOTALL)
_ROW: Final = re.compile(r'<row\b[^>]*?\br="(\d+)"[^>]*?(?:/>|>(.*?)</row>)', re.DOTALL)
_CELL: Final = re.compile(r'<c\b[^>]*?\br="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_CELL_BEGINS: Final = "<c "
_STYLE: Final = re.compile(r'<c\b[^>]*?\bs="(\d+)"')
_FORMULA: Final = re.compile(r"<f\b[^>/]*>([^<]+)</f>")
_CONTENT: Final = re.compile(r"<(?:v|is|f)\b")
_DIMENSION: Final = re.compile(r'(<dimension[^>]*?\bref=")[^"]*(")')


class CellXml(NamedTuple):
    """One cell; xml: its whole element."""

    column: int
    xml: str

    @property
    def style(self) -> str:
        """The number of its style, nothing when it has none."""
        found = _STYLE.match(self.xml)
        return found[1] if found else ""

    @property
    def is_formula(self) -> bool:
        """Whether it works out its own value."""
        return "<f" in self.xml

    @property
    def formula(self) -> str:
        """Its formula as XML, nothing for one that only shares another's."""
        found = _FORMULA.search(self.xml)
        return found[1] if found else ""

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(_CONTENT.search(self.xml))


@dataclass
class SheetRow:
    """One row. xml: its whole element; inner: what stands in that."""

    xml: str = ""
    inner: str = ""

    @cached_property
    def cells(self) -> list[CellXml]:
        """Its cells, from left to right."""
        cells = []
        for found in _CELL.finditer(self.inner):
            column = column_index(found[1])
            cell = CellXml(column, found[0])
            cells.append(cell)
        return cells

    def inside(self, area: Area) -> Iterator[CellXml]:
        """Yield the cells in the columns of an area."""
        columns = area.columns
        for cell in self.cells:
            if cell.column in columns:
                yield cell

    @cached_property
    def ends(self) -> tuple[int, int] | None:
        """The columns of its first and last cell, None for a row without any; no other is looked at."""
        first = _CELL.search(self.inner)
        if first is None:
            return None
        at = self.inner.rfind(_CELL_BEGINS)
        last = _CELL.match(self.inner, max(at, 0))
        if last is None or last.end() != len(self.inner.rstrip()):
            return self.cells[0].column, self.cells[-1].column
        return column_index(first[1]), column_index(last[1])

    def beside(self, area: Area) -> tuple[str, str]:
        """Return the cells left and right of an area."""
        if self.ends is None:
            return "", ""
        first, last = self.ends
        if first >= area.left and last <= area.right:
            return "", ""  # nearly every row of a table: its cells need not be told from its text
        before = after = ""
        for cell in self.cells:
            if cell.column < area.left:
                before += cell.xml
            elif cell.column > area.right:
                after += cell.xml
        return before, after


_NO_ROW: Final = SheetRow()


class SheetXml:
    """One sheet, its rows by number."""

    def __init__(self, xml: str, name: str) -> None:
        data = _SHEET_DATA.search(xml)
        if not data:
            raise NotAWorkbook(name=name, reason="không đọc được dữ liệu của trang")
        self.head = xml[: data.start()]
        self._tail = xml[data.end() :]
        self.rows: dict[int, SheetRow] = {}
        for row in _ROW.finditer(data[1] or ""):
            number = int(row[1])
            self.rows[number] = SheetRow(
                xml=row[0],
                inner=row[2] or "",
            )

    def row(self, number: int) -> SheetRow:
        """Return a row, an empty one where the sheet has none."""
        return self.rows.get(number, _NO_ROW)

    def with_rows(self, rows: Iterable[str], area: Area) -> str:
        """Return the sheet with other rows; its used range holds `area` and every cell it held before."""
        used = self._used_with(area)
        head = _DIMENSION.sub(rf"\g<1>{used}\g<2>", self.head, count=1)
        data = "".join(rows)
        return f"{head}<sheetData>{data}</sheetData>{self._tail}"

    def _used_with(self, area: Area) -> Area:
        columns = {area.left, area.right}
        for row in self.rows.values():
            if row.ends:
                columns.update(row.ends)
        rows = {area.top, area.bottom, *self.rows}
        return Area(
            left=min(columns),
            top=min(rows),
            right=max(columns),
            bottom=max(rows),
        )
