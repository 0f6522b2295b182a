"""The table of reviews in the running text: which, who leads it, how it stands, what comes next."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.appendix_layout import HEAD, LEFT, MIDDLE, TableColumn
from khoagiao_xl.report.word_drawing import cell, plain, row, table

TAG: Final = "bang_so_ket"
COLUMNS: Final = (
    TableColumn(10, "TT", ("stt",), MIDDLE),
    TableColumn(50, "Nội dung sơ kết, tổng kết", ("cuoc",), LEFT),
    TableColumn(23, "Chủ trì", ("chu_tri",), LEFT),
    TableColumn(42, "Tình trạng", ("tinh_trang",), LEFT),
    TableColumn(40, "Bước tiếp theo", ("tiep_theo",), LEFT),
)
NAME: Final = "Sơ kết, tổng kết"


def review_table() -> list[str]:
    """Return the pieces of a template that hold the table, which vanishes where it has no row."""
    widths = [column.width for column in COLUMNS]
    rows = [
        _headings(),
        _alone(f"{{%tr for dong in {TAG} %}}", widths),
        _body(),
        _alone("{%tr endfor %}", widths),
    ]
    return [
        plain("KGLoiVan", f"{{%p if {TAG} %}}"),
        table(widths, rows, bordered=True, name=NAME),
        plain("KGLoiVan", "{%p endif %}"),
    ]


def _headings() -> str:
    cells = []
    for column in COLUMNS:
        heading = plain(HEAD, column.heading)
        cells.append(cell(column.width, heading))
    return row(cells, is_header=True)


def _body() -> str:
    cells = []
    for column in COLUMNS:
        (tag,) = column.tags
        shown = plain(column.style, f"{{{{ dong.{tag} }}}}")
        cells.append(cell(column.width, shown))
    return row(cells)


def _alone(text: str, widths: list[float]) -> str:
    whole = cell(sum(widths), plain(LEFT, text), span=len(widths))
    return row([whole])
