"""The notice of how units keep to their duty to report: who does well, who is slow, who is blamed for nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State
from khoagiao_xl.office.rows import to_rows
from tests.report.kind_documents import (
    LATE,
    MISSING,
    SIX_UNITS,
    UNITS,
    duties,
    in_time,
    office,
    refused,
    words,
)
from tests.steps.small_year import NOW
from tests.steps.test_write_report import JANUARY


def noticed(**states: Any) -> list[str]:
    return words("thong_bao", office(tblTiepNhan=duties(**states)))


def test_the_notice_on_days_names_the_day() -> None:
    assert any(", hạn gửi ngày " in line for line in noticed(A=in_time(), B=LATE, C=MISSING))


def test_a_day_that_the_text_names_is_no_column_of_the_list() -> None:
    assert "Hạn của đơn vị" not in noticed(A=in_time(), B=in_time(), C=in_time())


def test_many_units_that_have_to_explain_are_listed() -> None:
    states = duties(
        **{unit.code: {**in_time(), "state": State.QUESTIONED} for unit in SIX_UNITS}, A=in_time()
    )
    rows = to_rows([vars(unit) for unit in (*UNITS, *SIX_UNITS)], schema.UNITS)
    told = words("thong_bao", office(tblTiepNhan=states).with_tables({schema.UNITS.name: rows}))
    assert "06 đơn vị còn phải giải trình số liệu (danh sách tại Phụ lục 2)." in told
    assert ", ".join(f"Đảng bộ Sở {index:02}" for index in range(6)) in told


def test_the_notice_counts_the_reports_that_can_be_taken_in() -> None:
    told = noticed(A=in_time(), B={**in_time(), "state": State.RETURNED}, C=LATE)
    assert any(
        ", có 02 đơn vị gửi báo cáo đạt yêu cầu tổng hợp, trong đó 01 đơn vị gửi đúng hạn, 01 đơn vị gửi chậm."
        in line
        for line in told
    )


def test_the_notice_names_who_does_well_and_who_is_slow() -> None:
    told = noticed(A=in_time(), B=LATE, C=MISSING)
    assert (
        "01 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình (danh sách tại Phụ lục 1)."
        in told
    )
    assert any("01 đơn vị gửi chậm, 01 đơn vị chưa gửi." in line for line in told)
    assert {"Đảng bộ Sở Y tế", "Chi bộ Sở Du lịch", "Đảng bộ Sở Tư pháp"} <= set(told)


def test_the_notice_asks_each_for_what_it_owes_and_nobody_for_what_has_come() -> None:
    told = noticed(A={**in_time(), "state": State.QUESTIONED}, B=LATE, C=MISSING)
    assert "01 đơn vị còn phải giải trình số liệu: Đảng bộ Sở Y tế." in told
    (asked,) = [
        line for line in told if line.startswith("Đề nghị cấp ủy các đơn vị chỉ đạo hoàn thành, gửi về")
    ]
    assert asked.endswith(
        " chậm nhất ngày 25/01/2024: báo cáo tháng 1 năm 2024 (01 đơn vị chưa gửi hoặc phải sửa); giải trình số liệu "
        "(01 đơn vị nêu tại mục 3)."
    )
    assert "01 đơn vị gửi chậm rút kinh nghiệm, gửi báo cáo các kỳ sau đúng hạn." in told


def test_who_sent_a_correction_of_no_use_is_not_praised() -> None:
    arrival = {"period": JANUARY, "unit": "A", "file": "a2.xlsx", "verdict": "không dùng được", "reason": "Tệp bị hỏng.",
               "received": datetime(2024, 1, 20, 9), "sha256": "2"}  # fmt: skip # noqa: DTZ001
    states = duties(A=in_time(), B=in_time(), C=in_time())
    told = words("thong_bao", office(tblTiepNhan=states, tblTepNhan=[arrival]))
    assert (
        "02 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình (danh sách tại Phụ lục)."
        in told
    )
    assert (
        "01 đơn vị có báo cáo đã được tổng hợp nhưng bản sửa gửi sau chưa đạt yêu cầu, phải gửi lại bản sửa: Đảng bộ Sở Y tế."
        in told
    )
    assert any("bản sửa (01 đơn vị nêu tại mục 3)." in line for line in told)


def test_the_waived_and_the_extended_are_blamed_nowhere() -> None:
    extended = {"period": JANUARY, "unit": "B", "rule": "GIA-HAN", "until": date(2024, 1, 30), "reason": "x",
                "allowed_by": "y"}  # fmt: skip
    states = duties(A=in_time(), B={"state": State.EXTENDED}, C={"state": State.WAIVED})
    told = words("thong_bao", office(tblTiepNhan=states, tblMienTru=[extended]))
    assert "Không có đơn vị nào gửi chậm, chưa gửi hoặc phải sửa báo cáo." in told
    assert "01 đơn vị được gia hạn, chưa đến hạn mới: Chi bộ Sở Du lịch." in told
    assert any(line.startswith("01 đơn vị được miễn báo cáo kỳ này") for line in told)


def test_a_unit_that_mended_its_form_in_time_is_not_slow() -> None:
    told = noticed(A=in_time(version=2), B=in_time(), C=in_time())
    assert "01 đơn vị đã sửa và gửi lại trong hạn." in told
    assert "Không có đơn vị nào gửi chậm, chưa gửi hoặc phải sửa báo cáo." in told


@pytest.mark.parametrize("states", [{"A": MISSING, "B": MISSING}])
def test_before_anything_is_due_there_is_nothing_to_notice(states: Any) -> None:
    early = NOW.replace(day=16)
    assert "chưa có gì để thông báo" in refused(
        "LVB-09", "thong_bao", office(tblTiepNhan=duties(**states)), now=early
    )


def test_a_period_of_which_nobody_reported_is_refused() -> None:
    late = NOW.replace(month=6)
    refused("BC-08", "thong_bao", office(tblTiepNhan=duties(A=MISSING, B=MISSING)), now=late)


def test_a_period_without_any_intake_is_refused() -> None:
    refused("KY-05", "thong_bao", office(tblTiepNhan=[]))
