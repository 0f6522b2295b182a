"""A kind of period: nine months, from the deadline to the report."""

from __future__ import annotations

import re

from tests.how_to_add.test_an_indicator import words_of
from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A kind of period"
KIND = """NINE = (
        "N",
        KindFacts(
            months=9,
            called="9 tháng",
            code="N",
            labels=("9 tháng đầu",),
            unit_due=16,
            report_due=20,
            report="6-thang",
            part="Q",
            compared="last_year",
            since=3,
        ),
    )
    """
INDICATORS = "src/khoagiao_xl/data/indicators.csv"
IN_A_GUIDANCE = 'Kind.NINE: r"(?:9|chín)\\s+tháng(?:\\s+đầu năm)?",\n    '
TYPED = '    (re.compile(r"9 ?thang()(?: dau)?(?: nam)?(?: (\\d{4}))?"), lambda _: "N"),\n'


def follow(tree: TreeCopy) -> None:
    tree.put("src/khoagiao_xl/model/periods.py", KIND, before="YEAR = (")
    # Asked in nine months is what is asked in six.
    head, *rows = tree.read(INDICATORS).splitlines()
    wide = [head.replace(",H,Y,", ",H,N,Y,")]
    wide += [
        re.sub(
            r"^(.*,[x,]*?)(x|),(x|),(cộng|lấy cuối kỳ|đã lũy kế|tính lại|hợp danh mục|ghép),",
            r"\1\2,\2,\3,\4,",
            row,
        )
        for row in rows
    ]
    tree.write(INDICATORS, "\n".join(wide) + "\n")
    tree.put("src/khoagiao_xl/guidance/tasks/periodic_reports.py", IN_A_GUIDANCE, before="Kind.HALF: r")
    tree.put("src/khoagiao_xl/vietnamese/period_names.py", TYPED, before="    (_HALF, _half)")
    pinned = tree.read("tests/model/test_periods.py")
    pinned = pinned.replace("eighteen", "nineteen").replace("== 18", "== 19")
    pinned = pinned.replace('"2024-H1", "2024-Y"]', '"2024-H1", "2024-N", "2024-Y"]').replace(
        "2026-H1, 2026-Y", "2026-H1, 2026-N, 2026-Y"
    )
    tree.write("tests/model/test_periods.py", pinned)


def test_a_row_a_column_and_its_names_make_a_kind_of_period(tree: TreeCopy) -> None:
    follow(tree)
    assert not tree.fails("tests/model", "tests/rules/test_rules.py")

    tree.new_master()
    [deadline] = [row for row in tree.table("tblThoiHan") if row["Kỳ"] == "2024-N"]
    assert f"{deadline['Đến ngày']:%d/%m} {deadline['Hạn đơn vị']:%d/%m}" == "14/09 16/09"
    for verb in ("forms", "collect", "consolidate", "report"):
        answer = tree.khoagiao(verb, "So.xlsm", "--period", "2024-N")
        assert answer["status"] < 2, answer
        if verb == "forms":
            assert answer["counts"]["forms"] == 3
            tree.send("A1", "2024-N", KG101=5, KG102=5)
    totals = {row["Mã"]: row["Kỳ này"] for row in tree.table("tblTongHop")}
    assert totals["KG101"] == 5
    text = words_of(answer["paths"][0], tree)
    assert "kết quả công tác khoa giáo 9 tháng đầu năm;" in text
    assert "nhiệm vụ trọng tâm quý IV năm 2024" in text


def test_a_guidance_and_a_person_may_name_it(tree: TreeCopy) -> None:
    follow(tree)
    (tree.work / "hd.txt").write_text(GUIDANCE, encoding="utf-8")
    tree.new_master()
    tree.khoagiao("plan", "So.xlsm", "hd.txt")
    [deadline] = [row for row in tree.table("tblThoiHan") if row["Kỳ"] == "2024-N"]
    assert f"{deadline['Hạn báo cáo']:%d/%m}" == "19/09"
    assert tree.python("-c", READ) == "2024-N\n"


READ = """
from khoagiao_xl.vietnamese.period_names import parse_period
print(parse_period("9 tháng đầu năm 2024"))
"""
GUIDANCE = """HƯỚNG DẪN
thực hiện công tác khoa giáo năm 2024

II. NHIỆM VỤ
1. Chế độ báo cáo
Các đơn vị gửi báo cáo định kỳ quý trước ngày 15, báo cáo 9 tháng trước ngày 20/9.
"""
