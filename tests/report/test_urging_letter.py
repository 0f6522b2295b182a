"""The letter that urges units: to whom it goes, what each still has to do, and until when."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.office.rows import to_rows
from tests.report.kind_documents import MISSING, duties, in_time, office, refused, words
from tests.steps.test_write_report import JANUARY


def letter(**states: Any) -> list[str]:
    return words("cong_van", office(tblTiepNhan=duties(**states)))


def test_a_letter_names_whom_it_goes_to_and_until_when() -> None:
    told = letter(A=in_time(), B=MISSING, C={"state": State.RETURNED})
    assert "- Chi bộ Sở Du lịch;" in told
    assert "- Đảng bộ Sở Tư pháp." in told
    assert any("chậm nhất ngày 25/01/2024" in line for line in told)
    assert "- Như trên;" in told


def test_a_letter_has_its_subject_below_the_number_and_no_title() -> None:
    told = letter(A=MISSING, B=in_time(), C=in_time())
    assert told.index("Về việc đôn đốc chế độ báo cáo công tác khoa giáo tháng 1 năm 2024") < told.index(
        "Kính gửi: Đảng bộ Sở Y tế."
    )
    assert "CÔNG VĂN" not in told


def test_a_letter_says_when_the_reports_were_due() -> None:
    told = letter(A=MISSING, B={"state": State.RETURNED}, C=in_time())
    assert any("còn 02 đơn vị chưa hoàn thành: 01 đơn vị chưa gửi báo cáo; 01" in line for line in told)


def test_the_day_of_all_is_no_column_of_the_letters_list() -> None:
    told = letter(A=MISSING, B={"state": State.RETURNED}, C=in_time())
    assert any("hạn gửi ngày" in line for line in told)
    assert "Hạn đã giao" not in told


def test_a_letter_says_what_each_still_has_to_do() -> None:
    told = letter(A={"state": State.QUESTIONED, "on_time": True}, B={"state": State.UNUSABLE})
    assert "Giải trình số liệu của báo cáo tháng 1 năm 2024" in told  # the file of no findings
    assert any("báo cáo đã gửi chưa đạt yêu cầu" in line for line in told)


CALLED = {"period": JANUARY, "unit": "A", "file": "a.xlsx", "severity": "cần giải trình", "rule": "R28",
          "message": "Số lượt triệu tập nhiều hơn số đảng viên nhân với số hội nghị (KG107 = 213; KG001 = 71)."}  # fmt: skip
DOUBTED = in_time(state=State.QUESTIONED, file="a.xlsx")


def asked_about(*findings: Any) -> list[str]:
    states = duties(A=DOUBTED, B=MISSING, C=in_time())
    return words("cong_van", office(tblTiepNhan=states, tblLoi=list(findings)))


def test_a_letter_says_which_figures_are_to_be_explained_by_their_names() -> None:
    others = [{**CALLED, "file": "a2.xlsx"}, {**CALLED, "severity": "ghi nhận"}]
    [told] = [line for line in asked_about(CALLED, *others) if line.startswith("Giải trình")]
    assert told == (
        "Giải trình số liệu của báo cáo tháng 1 năm 2024, nhận ngày 16/01/2024: số lượt triệu tập nhiều hơn số đảng viên nhân "
        "với số hội nghị (số lượt đảng viên được triệu tập học tập, quán triệt: 213; tổng số đảng viên đến cuối kỳ: 71)"
    )


def test_a_question_is_told_without_its_advice() -> None:
    advised = {**CALLED, "message": "KG221 ghi 0, sổ có 1 vấn đề: VD1 (06/02/2024). Xác nhận số nào đúng."}
    [told] = [line for line in asked_about(advised) if line.startswith("Giải trình")]
    assert told.endswith(": số vấn đề nổi cộm, bức xúc phát sinh ghi 0, sổ có 1 vấn đề: VD1 (06/02/2024)")


def test_a_letter_names_no_day_that_nobody_set_for_an_explanation() -> None:
    told = asked_about(CALLED)
    unit = told.index("Đảng bộ Sở Y tế")
    other = told.index("Chi bộ Sở Du lịch", unit)
    assert told[unit + 1].startswith("Giải trình")  # the day of all the others stands in the text alone
    assert told[other + 1].startswith("Gửi báo cáo")
    assert any("hạn gửi ngày 18/01/2024" in line for line in told)


@pytest.mark.parametrize(
    ("rule", "why"), [("R35-7", ": gửi nhầm biểu của đơn vị khác"), ("?", ": không đọc được tệp")]
)
def test_a_letter_says_why_a_report_was_of_no_use(rule: str, why: str) -> None:
    told = letter(A={"state": State.UNUSABLE, "rule": rule, "file": "a.xlsx"}, B=in_time(), C=in_time())
    assert (
        "Gửi lại báo cáo tháng 1 năm 2024 bằng biểu mẫu đã phát hành cho đơn vị (báo cáo đã gửi chưa đạt yêu cầu"
        f"{why})"
    ) in told


def test_a_letter_asks_once() -> None:
    told = letter(A=MISSING, B=in_time(), C=in_time())
    assert len([line for line in told if "đề nghị" in line.casefold()]) == 1


def test_many_addressees_stand_in_the_list() -> None:
    units = [Unit(f"U{index:02}", f"Sở {index:02}", "đảng bộ") for index in range(12)]
    states = duties(**{unit.code: MISSING for unit in units})
    rows = to_rows([vars(unit) for unit in units], schema.UNITS)
    told = words("cong_van", office(tblTiepNhan=states).with_tables({schema.UNITS.name: rows}))
    assert "Kính gửi: Cấp ủy các đơn vị có tên trong danh sách kèm theo." in told


def test_where_nobody_owes_no_letter_goes_out() -> None:
    refused("LVB-07", "cong_van", office(tblTiepNhan=duties(A=in_time(), B=in_time(), C=in_time())))
