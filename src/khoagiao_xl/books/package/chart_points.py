"""What a chart keeps of the cells that it shows, for whoever computes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.xml_text import unescape
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.formulas.formula_scalars import Unknown
from khoagiao_xl.model.cell_addresses import Area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from khoagiao_xl.books.package.opc import Package
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell

    ShownIn = Callable[[str, Cell], Element]  # sheet and cell -> what it shows

_CHART: Final = re.compile(r"xl/charts/chart\d+\.xml")
# The numbers of a series: where they are, and the points.
_NUMBERS: Final = re.compile(
    r"(<c:f>'?([^<'!]+)'?!([^<]+)</c:f><c:numCache>(?:<c:formatCode>[^<]*</c:formatCode>)?)"
    r"<c:ptCount[^>]*/>.*?(</c:numCache>)",
    re.DOTALL,
)


def store_points(package: Package, shown_in: ShownIn) -> None:
    """Give every chart the numbers that its cells show."""

    def with_points(found: re.Match[str]) -> str:
        start, quoted, area, end = found.groups()
        sheet = unescape(quoted).strip("'")
        try:
            values = [shown_in(sheet, cell) for cell in _cells(area)]
        except (Unknown, NotAWorkbook):  # a chart of somebody's own may show what is not known here
            return found[0]
        points = _points(values)
        return f"{start}{points}{end}"

    for name in package.names:
        if _CHART.fullmatch(name):
            xml = package.read_text(name)
            filled = _NUMBERS.sub(with_points, xml)
            package.replace_if_changed(name, filled.encode("utf-8"))


def _cells(area: str) -> Iterator[Cell]:
    cells = Area.parse(area)
    for row in cells.rows:
        for column in cells.columns:
            yield row, column


def _points(values: Sequence[Element]) -> str:
    """Return the points of a series; where no number stands there is none."""
    points = []
    for at, value in enumerate(values):
        if isinstance(value, float | int):
            point = f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
            points.append(point)
    listed = "".join(points)
    return f'<c:ptCount val="{len(values)}"/>{listed}'
