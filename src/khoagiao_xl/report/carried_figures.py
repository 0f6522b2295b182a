"""Figures that silent units stand in with other answers than in most: told by name below their table.

Most states of a year stand with the last quarter; what no quarter asks stands with what June said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_coverage import carried_mark, usual_carried_mark
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def carried_apart(content: ReportContent) -> str:
    """Return «; riêng “Số chi bộ trực thuộc”: 05 đơn vị lấy theo số 6 tháng đầu năm; ...», blank for none."""
    usual = usual_carried_mark(content.totals)
    labels: dict[str, list[str]] = {}
    for total in content.totals:
        mark = carried_mark(total)
        if not total.carried_units or mark == usual:
            continue
        alike = labels.setdefault(mark, [])
        alike.append(in_quotes(total, content))
    told = ""
    for mark, alike in labels.items():
        told += PHRASES["mang_sang_rieng"].format(
            labels=", ".join(alike),
            carried=mark.strip("()"),
        )
    return told


def in_quotes(total: Total, content: ReportContent) -> str:
    """Return what a report calls a figure, between quotation marks."""
    called = clean_line(content.label_of(total))
    return PHRASES["ten_chi_tieu"].format(label=called.strip("- "))
