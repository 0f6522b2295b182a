"""A holiday: a row."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A holiday"


def test_a_row_makes_a_holiday_and_moves_the_deadline(tree: TreeCopy) -> None:
    row = "2024-01-18,Ngày hoán đổi,nghỉ,Thông báo\n"
    tree.put("src/khoagiao_xl/data/holidays.csv", row, before="2024-02-08")
    assert not tree.fails("tests/office/test_holidays.py")
    tree.new_master()
    [day] = [row for row in tree.table("tblNgayNghi") if row["Tên"] == "Ngày hoán đổi"]
    deadline = tree.table("tblThoiHan")[0]
    assert (f"{day['Ngày']:%d/%m/%Y}", deadline["Kỳ"]) == ("18/01/2024", "2024-M01")
    assert f"{deadline['Hạn đơn vị']:%d/%m/%Y}" == "19/01/2024"
