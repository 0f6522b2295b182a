"""A kind of period: nine months, from the deadline to the report."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.how_to_add.test_an_indicator import words_of
from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A kind of period"
GUIDE = "docs/huong-dan-su-dung.md"
LETTER = '    NINE = "N"\n'
ROW = """    Kind.NINE: KindFacts(
        months=9, called="9 tháng", code="N", labels=("9 tháng đầu",), unit_due=16, report_due=20,
        report="6-thang", part=Kind.QUARTER, compared="last_year", since=3,
    ),
"""
IN_A_GUIDANCE = '    Kind.NINE: r"(?:9|chín)\\s+tháng(?:\\s+đầu năm)?",\n'
TYPED = '    (re.compile(r"9 ?thang()(?: dau)?(?: nam)?(?: (\\d{4}))?"), lambda _: "N"),\n'
COUNTED = (
    ("eighteen", "nineteen"),
    ("== 18", "== 19"),
    ('"2024-H1", "2024-Y"]', '"2024-H1", "2024-N", "2024-Y"]'),
    ("2026-H1, 2026-Y", "2026-H1, 2026-N, 2026-Y"),
)


@pytest.fixture
def nine_months(tree: TreeCopy) -> TreeCopy:
    """A tree that knows reports of nine months: asked in them is what is asked in six."""
    tree.put("src/khoagiao_xl/model/periods.py", LETTER, before='    YEAR = "Y"')
    tree.put("src/khoagiao_xl/model/periods.py", ROW, before="    Kind.YEAR: KindFacts")
    indicators = "src/khoagiao_xl/data/indicators.csv"
    tree.write(indicators, with_column_after_half(tree.read(indicators)))
    rules = "src/khoagiao_xl/data/rules.csv"
    tree.write(rules, tree.read(rules).replace("H; Y", "H; N; Y"))
    [(of_year, year)] = re.findall(r"(`(\d{4})-Y`)", tree.read(GUIDE))
    tree.put(GUIDE, f"`{year}-N` (9 tháng đầu năm), ", before=of_year)
    tree.put(GUIDE, "`N` (9 tháng), ", before="`Y` (năm)")
    tree.put("src/khoagiao_xl/guidance/tasks/periodic_reports.py", IN_A_GUIDANCE, before="    Kind.HALF: r")
    tree.put("src/khoagiao_xl/vietnamese/period_names.py", TYPED, before="    (_HALF, _half)")
    counted = tree.read("tests/model/test_periods.py")
    for old, new in COUNTED:
        counted = counted.replace(old, new)
    tree.write("tests/model/test_periods.py", counted)
    return tree


def with_column_after_half(text: str) -> str:
    head, *rows = csv.reader(io.StringIO(text))
    at = head.index("H") + 1
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*head[:at], "N", *head[at:]])
    for row in rows:
        writer.writerow([*row[:at], row[at - 1], *row[at:]])
    return out.getvalue()


def test_a_row_a_column_and_its_names_make_a_kind_of_period(nine_months: TreeCopy) -> None:
    tree = nine_months
    assert not tree.fails("tests/model/test_periods.py")

    tree.new_master()
    assert {rule["kinds"] for rule in tree.khoagiao("rules", "So.xlsm")["rules"] if rule["ok"]} >= {"H; N; Y"}
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


def test_a_guidance_and_a_person_may_name_it(nine_months: TreeCopy) -> None:
    tree = nine_months
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
