"""A column: where it stands, and the field that carries it."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A column"
COLUMN = 'Column("Điện thoại", "phone", width=14, since=4),\n        '


def test_a_column_and_its_field_are_drawn_read_and_upgraded(tree: TreeCopy) -> None:
    tree.new_master()  # of the layout before
    tree.put(
        "src/khoagiao_xl/model/schema/office_tables.py",
        COLUMN,
        before='Column("Từ ngày", "valid_from", Cell.DATE, 12, advice="Ngày',
    )
    field = '    phone: str = ""\n'
    tree.put("src/khoagiao_xl/model/records.py", field, before="    valid_from: date | None")

    refused = tree.khoagiao("check", "So.xlsm")
    assert "khoagiao upgrade" in str(refused)
    assert tree.khoagiao("upgrade", "So.xlsm")["counts"] == {"added": 1}
    assert [row["Điện thoại"] for row in tree.table("tblDonVi")] == [None, None, None]
    units = tree.python("-c", READ)
    assert units == "3 ''\n"


READ = """
from pathlib import Path
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.office.year import Year
units = Year.read(FileBook(Path("So.xlsm"))).units
print(len(units), repr(units[0].phone))
"""
