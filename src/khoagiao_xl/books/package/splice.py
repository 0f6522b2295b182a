"""Rewriting the body of one table inside its sheet's XML; every other cell of the sheet stays as it was."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.books.package.cell_xml import cell_xml, formula_xml
from khoagiao_xl.books.package.row_heights import RowHeights
from khoagiao_xl.books.package.sheet_xml import SheetRow, SheetXml
from khoagiao_xl.books.package.xml_text import escape
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.cell_addresses import Area, cell_name, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.package.parts import TablePlace

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Spliced(NamedTuple):
    """A sheet with a new body. area: of the whole table; moved_formulas: whether any came, went or moved."""

    xml: str
    area: Area
    moved_formulas: bool


class _Column(NamedTuple):
    """What all cells of a column share. style: its attribute. formula: as XML, blank for none."""

    letters: str
    style: str
    formula: str


@dataclass(frozen=True)
class _Body:
    """What all rows of the new body share."""

    area: Area
    columns: Sequence[_Column]
    heights: RowHeights | None
    date1904: bool


def rewrite_body(
    xml: str,
    place: TablePlace,
    rows: Sequence[Sequence[Value]],
    *,
    styles_part: bytes = b"",
    date1904: bool = False,
    formulas: Mapping[str, str] = _NONE,
) -> Spliced:
    """Return the sheet with `rows` as the body of the table.

    rows: one value per column of the table, from left to right. styles_part: the workbook's styles, from
    which rows of wrapped text get their height; without it they keep the usual one. formulas: heading ->
    the formula that stands in every row of that column, unless the first body row has its own text of it.
    Each column keeps the style of its first body row. An empty table keeps one blank body row, as Excel
    demands. Raise WrongRequest MS-03 when the table would grow over other cells.
    """
    sheet = SheetXml(xml, place.sheet)
    blank = [None] * place.area.width
    lines = rows or [blank]
    area = place.area.with_body(len(lines))
    _refuse_to_cover(sheet, place, area)
    body = _body(sheet, place, styles_part, date1904, formulas)
    fresh = _with_body(sheet, body, lines)
    return Spliced(
        xml=sheet.with_rows(fresh, area),
        area=area,
        moved_formulas=bool(formulas) or _has_formula(sheet, place.area),
    )


def _refuse_to_cover(sheet: SheetXml, place: TablePlace, area: Area) -> None:
    for number in area.rows_under(place.area):
        row = sheet.row(number)
        for cell in row.inside(area):
            if cell.is_filled:
                raise WrongRequest(
                    "MS-03",
                    table=place.name,
                    sheet=place.sheet,
                    cell=cell_name(number, cell.column),
                )


def _body(
    sheet: SheetXml, place: TablePlace, styles_part: bytes, date1904: bool, formulas: Mapping[str, str]
) -> _Body:
    first = sheet.row(place.area.body_rows.start)
    styles = _styles(first, place.area)
    heights = None
    if styles_part:
        heights = RowHeights(sheet.head, styles_part, place.area, styles)
    own_formulas = _own_formulas(first, place, formulas)
    return _Body(
        area=place.area,
        columns=list(_columns(place.area, styles, own_formulas)),
        heights=heights,
        date1904=date1904,
    )


def _columns(area: Area, styles: Iterable[str], formulas: Mapping[int, str]) -> Iterator[_Column]:
    for column, style in zip(area.columns, styles, strict=True):
        yield _Column(
            letters=column_name(column),
            style=_style_attribute(style),
            formula=formulas.get(column, ""),
        )


def _style_attribute(style: str) -> str:
    return f' s="{style}"' if style else ""


def _styles(first: SheetRow, area: Area) -> list[str]:
    """Return the number of the style of each column, nothing for one that has none."""
    cells = first.inside(area)
    found = {cell.column: cell.style for cell in cells}
    return [found.get(column, "") for column in area.columns]


def _own_formulas(first: SheetRow, place: TablePlace, formulas: Mapping[str, str]) -> dict[int, str]:
    """Return the formulas by column, as XML: Excel has changed the text where columns moved."""
    wanted = {}
    for column, heading in enumerate(place.headings, place.area.left):
        if heading in formulas:
            formula = formulas[heading].removeprefix("=")
            wanted[column] = escape(formula)
    for cell in first.inside(place.area):
        if cell.column in wanted and cell.formula:
            wanted[cell.column] = cell.formula
    return wanted


def _has_formula(sheet: SheetXml, area: Area) -> bool:
    for number in area.body_rows:
        row = sheet.row(number)
        if "<f" in row.inner and any(cell.is_formula for cell in row.inside(area)):
            return True
    return False


def _with_body(sheet: SheetXml, body: _Body, lines: Sequence[Sequence[Value]]) -> list[str]:
    """Return all rows of the sheet, those of the table anew."""
    old_rows = body.area.body_rows
    new_lines = dict(enumerate(lines, old_rows.start))
    rows = []
    numbers = sheet.rows.keys() | new_lines.keys()
    for number in sorted(numbers):
        row = sheet.row(number)
        if number in new_lines:
            xml = _filled(number, row, body, new_lines[number])
        elif number in old_rows:
            xml = _emptied(number, row, body.area)
        else:
            xml = row.xml
        rows.append(xml)
    return rows


def _filled(number: int, old: SheetRow, body: _Body, line: Sequence[Value]) -> str:
    before, after = old.beside(body.area)
    cells = _cells(number, body, line)
    height = ""
    if body.heights:
        height = body.heights.attribute(line)
    return f'<row r="{number}"{height}>{before}{cells}{after}</row>'


def _emptied(number: int, old: SheetRow, area: Area) -> str:
    before, after = old.beside(area)
    if not before and not after:
        return ""
    return f'<row r="{number}">{before}{after}</row>'


def _cells(number: int, body: _Body, line: Sequence[Value]) -> str:
    cells = []
    for column, value in zip(body.columns, line, strict=True):
        address = f"{column.letters}{number}"
        if column.formula:
            cell = formula_xml(address, column.style, column.formula)
        else:
            cell = cell_xml(address, column.style, value, body.date1904)
        cells.append(cell)
    return "".join(cells)
