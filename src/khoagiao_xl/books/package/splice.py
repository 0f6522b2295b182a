"""Rewriting the body of one table inside its sheet's XML; every other cell of the sheet stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

from khoagiao_xl.books.package.cell_xml import cell_xml, formula_xml
from khoagiao_xl.books.package.row_heights import RowHeights
from khoagiao_xl.books.package.sheet_xml import SheetRow, SheetXml
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.cell_addresses import Area, cell_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.package.parts import TablePlace

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Spliced(NamedTuple):
    """A sheet with a new body. area: of the whole table; moved_formulas: whether any came, went or moved."""

    xml: str
    area: Area
    moved_formulas: bool


@dataclass(frozen=True)
class _Body:
    """What all rows of the new body share.

    styles: the attribute of each column's style. formulas: column of the sheet -> formula, as XML.
    """

    area: Area
    styles: Sequence[str]
    heights: RowHeights | None
    formulas: Mapping[int, str]
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
    lines = rows or [[None] * place.area.width]
    area = replace(place.area, bottom=place.area.top + len(lines))
    _refuse_to_cover(sheet, place, area)
    body = _body(sheet, place, styles_part, date1904, formulas)
    fresh = _with_body(sheet, body, lines)
    moved = bool(formulas) or _has_formula(sheet, place.area)
    return Spliced(sheet.with_rows(fresh, area), area, moved)


def _refuse_to_cover(sheet: SheetXml, place: TablePlace, area: Area) -> None:
    for number in range(place.area.bottom + 1, area.bottom + 1):
        for cell in sheet.row(number).inside(area):
            if cell.is_filled:
                address = cell_name(number, cell.column)
                raise WrongRequest("MS-03", table=place.name, sheet=place.sheet, cell=address)


def _body(
    sheet: SheetXml, place: TablePlace, styles_part: bytes, date1904: bool, formulas: Mapping[str, str]
) -> _Body:
    first = sheet.row(place.area.top + 1)
    styles = _styles(first, place.area)
    heights = None
    if styles_part:
        heights = RowHeights(sheet.head, styles_part, place.area, styles)
    attributes = [f' s="{style}"' if style else "" for style in styles]
    return _Body(place.area, attributes, heights, _own_formulas(first, place, formulas), date1904)


def _styles(first: SheetRow, area: Area) -> list[str]:
    """Return the number of the style of each column, nothing for one that has none."""
    found = {cell.column: cell.style for cell in first.inside(area)}
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
        cells = sheet.row(number).inside(area)
        if any(cell.is_formula for cell in cells):
            return True
    return False


def _with_body(sheet: SheetXml, body: _Body, lines: Sequence[Sequence[Value]]) -> list[str]:
    """Return all rows of the sheet, those of the table anew."""
    old_rows = body.area.body_rows
    new_lines = dict(enumerate(lines, old_rows.start))
    rows = []
    for number in sorted(sheet.rows.keys() | new_lines.keys()):
        row = sheet.row(number)
        if number in new_lines:
            rows.append(_filled(number, row, body, new_lines[number]))
        elif number in old_rows:
            rows.append(_emptied(number, row, body.area))
        else:
            rows.append(row.xml)
    return rows


def _filled(number: int, old: SheetRow, body: _Body, line: Sequence[Value]) -> str:
    before = old.before(body.area)
    after = old.after(body.area)
    cells = _cells(number, body, line)
    height = body.heights.attribute(line) if body.heights else ""
    return f'<row r="{number}"{height}>{before}{cells}{after}</row>'


def _emptied(number: int, old: SheetRow, area: Area) -> str:
    kept = old.before(area) + old.after(area)
    return f'<row r="{number}">{kept}</row>' if kept else ""


def _cells(number: int, body: _Body, line: Sequence[Value]) -> str:
    cells = []
    for column, style, value in zip(body.area.columns, body.styles, line, strict=True):
        address = cell_name(number, column)
        formula = body.formulas.get(column)
        if formula:
            cells.append(formula_xml(address, style, formula))
        else:
            cells.append(cell_xml(address, style, value, body.date1904))
    return "".join(cells)
