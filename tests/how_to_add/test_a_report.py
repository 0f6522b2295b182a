"""A report: what stands in it, its title, its name behind `--kind`."""

from __future__ import annotations

from tests.how_to_add.test_an_indicator import words_of
from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A report"
BODY = '    "chuyen-de": [*OPENING, (LARGE, "I. KẾT QUẢ CHUYÊN ĐỀ"), (TEXT, "{{ muc_4 }}")],\n'
TITLE = '    "trich_yeu_chuyen-de": "chuyên đề công tác khoa giáo {this}",\n'


def test_a_body_and_a_title_make_a_report(tree: TreeCopy) -> None:
    tree.put("src/khoagiao_xl/report/report_layout.py", BODY, before='    "nam": YEAR')
    tree.put("src/khoagiao_xl/wording/report.py", TITLE, before='    "trich_yeu_nam"')
    tree.put(
        "src/khoagiao_xl/actions.py",
        '"chuyen-de", ',
        before='"so_ket", "tong_ket"',
    )
    tree.python("-m", "khoagiao_xl.report")
    assert (tree.top / "templates" / "bao-cao-chuyen-de.docx").is_file()

    tree.new_master()
    tree.khoagiao("forms", "So.xlsm", "--period", "2024-M01")
    tree.send("A1", "2024-M01")
    for verb in ("collect", "consolidate"):
        tree.khoagiao(verb, "So.xlsm", "--period", "2024-M01")
    made = tree.khoagiao("report", "So.xlsm", "--period", "2024-M01", "--kind", "chuyen-de")
    assert made["paths"] == ["bao-cao/Bao-cao-khoa-giao-chuyen-de-2024-M01.docx"]
    text = words_of(made["paths"][0], tree)
    assert "chuyên đề công tác khoa giáo tháng 1" in text
    assert "I. KẾT QUẢ CHUYÊN ĐỀ" in text
