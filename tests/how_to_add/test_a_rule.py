"""A rule: a row, and a case that breaks it."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A rule"
ROW = "R99,KG302,<=,40,bỏ qua,lỗi,bật,,Số cuộc kiểm tra quá lớn"
CASE = '    ("R99", "2024-Q1", "", "KG302=41", "KG302=40", "KG302="),\n'


def test_a_row_and_a_case_make_a_rule(tree: TreeCopy) -> None:
    tree.add_row("src/khoagiao_xl/data/rules.csv", ROW)
    asked_for = ("tests/rules/test_rules.py", "-k", "R99 or every_rule_of_the_profile_has_a_case")
    assert "test_every_rule_of_the_profile_has_a_case" in tree.fails(*asked_for)
    tree.put("tests/rules/test_rules.py", CASE, before='    ("R38"')
    assert not tree.fails(*asked_for)

    tree.new_master()
    tree.khoagiao("forms", "So.xlsm", "--period", "2024-M01")
    tree.send("A1", "2024-M01", KG302=41)
    tree.send("B2", "2024-M01", KG302=40)
    tree.khoagiao("collect", "So.xlsm", "--period", "2024-M01")
    states = {row["Mã đơn vị"]: row["Trạng thái"] for row in tree.table("tblTiepNhan")}
    assert (states["A1"], states["B2"]) == ("trả lại", "đã nhận")
    assert [row["Ô"] for row in tree.table("tblLoi") if row["Quy tắc"] == "R99"] == ["D39"]

    tree.python("-m", "khoagiao_xl.manual.guide_tables")
    assert "| R99 | Số cuộc kiểm tra quá lớn" in tree.read("docs/huong-dan-su-dung.md")
