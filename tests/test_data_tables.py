"""The tables of the product hold what was meant: a comma outside its quotes cuts a cell in two."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import khoagiao_xl

DATA = Path(khoagiao_xl.__file__).parent / "data"
TABLES = sorted(DATA.rglob("*.csv"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.relative_to(DATA).as_posix())
def test_every_row_of_a_table_has_as_many_cells_as_its_head(table: Path) -> None:
    lines = table.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    head, *rows = csv.reader(lines)
    assert [row for row in rows if len(row) != len(head)] == []
