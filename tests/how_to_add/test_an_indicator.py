"""An indicator: a row, and its words in the report."""

from __future__ import annotations

import re
import zipfile

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "An indicator"
ROWS = (
    "KG598,Số buổi chiếu phim tuyên truyền,buổi,số đếm,II.3,Chung,x,x,x,x,cộng,cộng,,,,",
    "KG599,Số câu lạc bộ đọc sách,câu lạc bộ,số đếm,II.3,Chung,x,x,x,x,cộng,cộng,,,,",
)
WORDS = "muc_3,Về đọc sách:,,KG599,,thành lập {},,,"


def test_a_row_stands_in_form_totals_and_report(tree: TreeCopy) -> None:
    for row in ROWS:
        tree.add_row("src/khoagiao_xl/data/indicators.csv", row)
    tree.put("src/khoagiao_xl/data/report_sentences.csv", f"{WORDS}\n", before="muc_4,")

    tree.new_master()
    for verb in ("forms", "collect", "consolidate", "report"):
        answer = tree.khoagiao(verb, "So.xlsm", "--period", "2024-M01")
        assert answer["status"] < 2, answer
        if verb == "forms":
            tree.send("A1", "2024-M01", KG598=12, KG599=34)
            tree.send("B2", "2024-M01", KG598=1, KG599=1)
    totals = {row["Mã"]: row["Kỳ này"] for row in tree.table("tblTongHop")}
    assert (totals["KG598"], totals["KG599"]) == (13, 35)

    text = words_of(answer["paths"][0], tree)
    controls = text[text.index("Kiểm tra, giám sát") : text.index("Sơ kết, tổng kết các văn bản")]
    assert "Về đọc sách: thành lập 35 câu lạc bộ" in controls
    assert "Số buổi chiếu phim tuyên truyền: 13 buổi" in controls
    annex = text[text.index("Biểu số liệu") :]
    assert "KG599" in annex


def words_of(path: str, tree: TreeCopy) -> str:
    with zipfile.ZipFile(tree.work / path) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub("<[^>]+>", "", xml.replace("</w:p>", "\n"))
