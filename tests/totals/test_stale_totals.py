"""A figure that changes takes out every total that it is part of: of its own period and of later ones of all kinds."""

from __future__ import annotations

from pathlib import Path

from khoagiao_xl.books.base import Row
from khoagiao_xl.model import schema
from tests.steps.paper_office import PaperOffice


def test_what_a_month_brings_makes_its_quarter_untrue_and_leaves_the_month_before(tmp_path: Path) -> None:
    office = PaperOffice(tmp_path)
    stored: list[Row] = [
        {"Kỳ": period, "Mã": "KG110"} for period in ("2024-H1", "2024-M02", "2024-M03", "2024-Q1")
    ]
    office.write(schema.TOTALS.name, stored)
    office.receive("SYT", KG001=40, KG110=5, KG205=0)
    office.collect()
    assert [row["period"] for row in office.rows(schema.TOTALS)] == ["2024-M02"]
