"""Results stored beside the formulas of a sheet, for whoever computes nothing: previews, Protected View."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from khoagiao_xl.books.package import parts
from khoagiao_xl.model.cell_addresses import Area, cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.books.package.opc import Package

Result = str | int | float
# A cell with a formula: its address, its attributes, the formula.
_FORMULA: Final = re.compile(
    r'<c r="([A-Z]+\d+)"([^>]*)>(<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)(?:<v>[^<]*</v>|<v/>)?</c>'
)
_TYPE: Final = re.compile(r' t="\w+"')
# What a chart keeps of the cells of a series: where they are, and the points.
_CACHE: Final = re.compile(
    r"(<c:f>'?([^<'!]+)'?!([^<]+)</c:f><c:numCache>(?:<c:formatCode>[^<]*</c:formatCode>)?)"
    r"<c:ptCount[^>]*/>.*?(</c:numCache>)",
    re.DOTALL,
)
_CHARTS: Final = re.compile(r"xl/charts/chart\d+\.xml")


def has_formula(package: Package, sheet: str, address: str) -> bool:
    """Whether a cell works its value out; False for one in which something was typed, or nothing is."""
    sheets = parts.sheets(package)
    xml = package.read_text(sheets[sheet])
    addresses = (found[1] for found in _FORMULA.finditer(xml))
    return address in addresses


def store_results(package: Package, sheet: str, results: Mapping[str, Result]) -> None:
    """Put results (address -> value) beside the formulas of a sheet, and into the charts that show them."""
    part = parts.sheets(package)[sheet]

    def with_result(found: re.Match[str]) -> str:
        address, attributes, formula = found.groups()
        if address not in results:
            return found[0]
        plain = _TYPE.sub("", attributes)
        result = results[address]
        return _cell(address, plain, formula, result)

    xml = package.read_text(part)
    filled = _FORMULA.sub(with_result, xml)
    package.replace_text(part, filled)
    for name in package.names:
        if _CHARTS.fullmatch(name):
            _store_points(package, name, sheet, results)


def _cell(address: str, attributes: str, formula: str, result: Result) -> str:
    if isinstance(result, str):
        return f'<c r="{address}"{attributes} t="str">{formula}<v>{escape(result)}</v></c>'
    return f'<c r="{address}"{attributes}>{formula}<v>{result:.15g}</v></c>'


def _store_points(package: Package, chart: str, sheet: str, results: Mapping[str, Result]) -> None:
    def with_points(found: re.Match[str]) -> str:
        start, home, area, end = found.groups()
        values = [results.get(address) for address in _addresses(area)]
        if home != sheet or None in values:
            return found[0]
        return f"{start}{_points(values)}{end}"

    xml = package.read_text(chart)
    filled = _CACHE.sub(with_points, xml)
    package.replace_text(chart, filled)


def _addresses(area: str) -> Iterator[str]:
    cells = Area.parse(area)
    for row in cells.rows:
        for column in cells.columns:
            yield cell_name(row, column)


def _points(values: Sequence[object]) -> str:
    count = len(values)
    points = []
    for at, value in enumerate(values):
        point = f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
        points.append(point)
    listed = "".join(points)
    return f'<c:ptCount val="{count}"/>{listed}'
