"""An indicator: a row, and its words in the report."""

from __future__ import annotations

import re
import zipfile

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "An indicator"
ROW = "KG599,Số câu lạc bộ đọc sách,câu lạc bộ,số đếm,II.3,Chung,x,x,x,x,cộng,cộng,,,,"
WORDS = "muc_3,Về đọc sách:,,KG599,,thành lập {},,,"


def test_a_row_stands_in_form_totals_and_report(tree: TreeCopy) -> None:
    tree.add_row("src/khoagiao_xl/data/indicators.csv", ROW)
    asked_for = ("tests/report/test_outline.py", "-k", "every_indicator_of_the_list_has_its_place")
    assert "KG599" in tree.fails(*asked_for)
    tree.put("src/khoagiao_xl/data/report_sentences.csv", f"{WORDS}\n", before="muc_4,")
    assert not tree.fails(*asked_for)

    tree.new_master()
    tree.khoagiao("forms", "So.xlsm", "--period", "2024-M01")
    tree.send("A1", "2024-M01", KG599=34)
    tree.send("B2", "2024-M01", KG599=1)
    tree.khoagiao("collect", "So.xlsm", "--period", "2024-M01")
    assert [row["KG599"] for row in tree.table("tblSoLieu")] == [34, 1]
    tree.khoagiao("consolidate", "So.xlsm", "--period", "2024-M01")
    assert {row["Mã"]: row["Kỳ này"] for row in tree.table("tblTongHop")}["KG599"] == 35

    made = tree.khoagiao("report", "So.xlsm", "--period", "2024-M01")
    text = words_of(made["paths"][0], tree)
    controls = text[text.index("Kiểm tra, giám sát") : text.index("ĐÁNH GIÁ CHUNG")]
    assert "Về đọc sách: thành lập 35 câu lạc bộ" in controls
    assert "Số câu lạc bộ đọc sách\ncâu lạc bộ\n35" in text


def words_of(path: str, tree: TreeCopy) -> str:
    with zipfile.ZipFile(tree.work / path) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub("<[^>]+>", "", xml.replace("</w:p>", "\n"))
