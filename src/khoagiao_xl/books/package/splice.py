"""Rewriting the body of one table inside its sheet's XML; every other cell of the sheet stays as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from khoagiao_xl.books.package.parts import Area, column_index, column_name
from khoagiao_xl.books.package.row_heights import RowHeights
from khoagiao_xl.errors import NotAWorkbook, WrongRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.package.parts import TablePlace

LONGEST_TEXT: Final = 32_767  # what one Excel cell holds
_SHEET_DATA = re.compile(r"<sheetData\s*/>|<sheetData[^>]*>(.*)</sheetData>", re.DOTALL)
_ROW = re.compile(r'<row\b[^>]*?\br="(\d+)"[^>]*?(?:/>|>(.*?)</row>)', re.DOTALL)
_CELL = re.compile(r'<c\b[^>]*?\br="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_FORMULA = re.compile(r"<f\b[^>/]*>([^<]+)</f>")
_STYLE = re.compile(r'\bs="(\d+)"')
_DIMENSION = re.compile(r'(<dimension[^>]*?\bref=")[^"]*(")')
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would decode «_x0041_» to «A»
_EXCEL_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # Excel's days have no time zone
_DAY: Final = 86_400


def rewrite_body(
    xml: str,
    place: TablePlace,
    rows: Sequence[Sequence[Value]],
    *,
    styles_part: bytes = b"",
    date1904: bool = False,
    formulas: Mapping[str, str] | None = None,
) -> tuple[str, Area, bool]:
    """Return the sheet's XML with `rows` as the body of the table, its new area, and whether formulas moved.

    rows: one value per column of the table, from left to right. styles_part: the workbook's styles, from
    which rows of wrapped text get their height; without it they keep the usual one. formulas: heading ->
    the formula that stands in every row of that column, unless the first body row has its own text of it.
    Each column keeps the style of its first body row. An empty table keeps one blank body row, as Excel
    demands. Raise WrongRequest MS-03 when the table would grow over other cells.
    """
    match = _SHEET_DATA.search(xml)
    if not match:
        raise NotAWorkbook(name=place.sheet, reason="không đọc được dữ liệu của trang")
    old = place.area
    area = replace(old, bottom=old.top + max(1, len(rows)))
    kept = {int(row[1]): row for row in _ROW.finditer(match[1] or "")}
    _refuse_to_cover(kept, place, area)
    styles = _styles(kept.get(old.top + 1), old)
    body = {old.top + 1 + at: values for at, values in enumerate(rows)} or {old.top + 1: [None] * len(styles)}
    had_formula = any(
        "<f" in cell[0]
        for number in range(old.top + 1, old.bottom + 1)
        if number in kept
        for cell in _inside(kept[number], old)
    )
    heights = RowHeights(xml, styles_part, old, styles) if styles_part else None
    shared = _Body(styles, heights, date1904, _own_formulas(kept.get(old.top + 1), place, formulas or {}))
    lines = [
        _row(number, kept.get(number), old, shared, body.get(number))
        if old.top < number <= max(old.bottom, area.bottom)
        else kept[number][0]
        for number in sorted(kept.keys() | body.keys())
    ]
    spliced = f"{xml[: match.start()]}<sheetData>{''.join(lines)}</sheetData>{xml[match.end() :]}"
    return _with_dimension(spliced, kept, area), area, had_formula or bool(formulas)


def _inside(row: re.Match[str], area: Area) -> list[re.Match[str]]:
    cells = _CELL.finditer(row[2] or "")
    return [cell for cell in cells if area.left <= column_index(cell[1]) <= area.right]


def _refuse_to_cover(kept: dict[int, re.Match[str]], place: TablePlace, area: Area) -> None:
    for number in range(place.area.bottom + 1, area.bottom + 1):
        for cell in _inside(kept[number], area) if number in kept else []:
            if "<v" in cell[0] or "<is" in cell[0] or "<f" in cell[0]:
                raise WrongRequest("MS-03", table=place.name, sheet=place.sheet, cell=f"{cell[1]}{number}")


def _styles(first: re.Match[str] | None, area: Area) -> list[str]:
    found = {}
    for cell in _inside(first, area) if first else []:
        style = _STYLE.search(cell[0].split(">", 1)[0])
        found[column_index(cell[1])] = f' s="{style[1]}"' if style else ""
    return [found.get(column, "") for column in range(area.left, area.right + 1)]


def _own_formulas(
    first: re.Match[str] | None, place: TablePlace, formulas: Mapping[str, str]
) -> dict[int, str]:
    """Return the formulas by column of the sheet, as XML: Excel has changed the text where columns moved."""
    wanted = {
        place.area.left + at: escape(formulas[heading].removeprefix("="))
        for at, heading in enumerate(place.headings)
        if heading in formulas
    }
    for cell in _inside(first, place.area) if first and wanted else []:
        column, formula = column_index(cell[1]), _FORMULA.search(cell[0])
        if column in wanted and formula:
            wanted[column] = formula[1]
    return wanted


@dataclass(frozen=True)
class _Body:
    """What all rows of a table's new body share; formulas: by column of the sheet."""

    styles: list[str]
    heights: RowHeights | None
    date1904: bool
    formulas: Mapping[int, str]


def _row(
    number: int, old: re.Match[str] | None, area: Area, shared: _Body, values: Sequence[Value] | None
) -> str:
    outside = [
        cell
        for cell in _CELL.finditer((old[2] if old else "") or "")
        if not area.left <= column_index(cell[1]) <= area.right
    ]
    before = "".join(cell[0] for cell in outside if column_index(cell[1]) < area.left)
    after = "".join(cell[0] for cell in outside if column_index(cell[1]) > area.right)
    cells = "" if values is None else _cells(number, area.left, shared, values)
    height = shared.heights.attribute(values) if shared.heights and values is not None else ""
    return f'<row r="{number}"{height}>{before}{cells}{after}</row>' if before or cells or after else ""


def _cells(number: int, left: int, shared: _Body, values: Sequence[Value]) -> str:
    cells = []
    for column, (style, value) in enumerate(zip(shared.styles, values, strict=True), left):
        address, formula = f"{column_name(column)}{number}", shared.formulas.get(column)
        if formula:
            cells.append(f'<c r="{address}"{style}><f>{formula}</f></c>')
        else:
            cells.append(cell_xml(address, style, value, shared.date1904))
    return "".join(cells)


def cell_xml(address: str, style: str, value: Value, date1904: bool = False) -> str:
    """Return one cell; text stays text whatever it begins with, a date becomes Excel's day number."""
    match value:
        case None | "":
            return f'<c r="{address}"{style}/>'
        case bool():
            return f'<c r="{address}"{style} t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{address}"{style}><v>{value!r}</v></c>'
        case date():
            return f'<c r="{address}"{style}><v>{day_number(value, date1904)!r}</v></c>'
    text = escape(_ESCAPED.sub("_x005F_", _ILLEGAL.sub("", value))[:LONGEST_TEXT])
    return f'<c r="{address}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def day_number(value: date, date1904: bool = False) -> float | int:
    """Return Excel's number for a date, or for a moment to the second."""
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    passed = moment.replace(tzinfo=None) - _EXCEL_EPOCH
    days: float | int = passed.days if not passed.seconds else passed.days + passed.seconds / _DAY
    return days - 1462 if date1904 else days


def _with_dimension(xml: str, kept: dict[int, re.Match[str]], area: Area) -> str:
    """Set the sheet's used range to hold the new area and every other cell."""
    rows = [*kept, area.top, area.bottom]
    columns = [area.left, area.right]
    for row in kept.values():
        ends = _CELL.findall(row[2] or "")
        columns += [column_index(name) for name in ends[:1] + ends[-1:]]
    used = Area(min(columns), min(rows), max(columns), max(rows))
    return _DIMENSION.sub(rf"\g<1>{used}\g<2>", xml, count=1)
