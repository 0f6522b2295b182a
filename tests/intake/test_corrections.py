"""Words that correct a figure: asked about at their cell, and no explanation of anything."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.intake.judging.corrections import corrections
from khoagiao_xl.intake.judging.settle_findings import weigh
from khoagiao_xl.model.findings import Finding, Place, Severity, asked
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Entry
from khoagiao_xl.office.obligations import Waivers
from khoagiao_xl.rules.form import Form
from tests.intake.sample_forms import MONTHLY

MARCH = date(2024, 3, 15)


def form_of(*entries: Entry) -> Form:
    asked_of_them = [item for item in MONTHLY if item.code in {entry.code for entry in entries}]
    by_code = {entry.code: entry for entry in entries}
    return Form(entries=by_code, asked=asked_of_them, period=Period.parse("2024-M03"), ends=MARCH)


def explained(figure: float | str | None, words: str) -> Entry:
    return Entry("SYT", "2024-M03", "KG205", figure, figure, "Số liệu", "D23", words, "E23")


def told(figure: float | str | None, words: str) -> list[Finding]:
    return list(corrections(form_of(explained(figure, words))))


def told_in_words(words: str) -> list[Finding]:
    return list(corrections(form_of(Entry("SYT", "2024-M03", "KG602", words, words, "Thuyết minh", "C5"))))


@pytest.mark.parametrize(
    "words",
    ["Ghi nhầm, số đúng là 15", "thực tế 12", "thực tế là 12 người", "đính chính: 15", "ghi nham, so dung la 15",
     "Nhập nhầm cột", "15 mới đúng", "12 chứ không phải 7", "chưa tính 5 lượt của chi bộ 2", "lẽ ra 20",
     "số này là lũy kế 3 tháng", "số ước, sẽ báo lại", "ĐVT: nghìn lượt", "Xin sửa lại thành 1.250"],
)  # fmt: skip
def test_an_explanation_that_corrects_its_figure_is_asked_about_at_its_cell(words: str) -> None:
    (one,) = told(7, words)
    assert (one.code, one.severity, one.place.cell) == ("TN-131", Severity.QUESTION, "E23")
    assert words[:20] in one.message
    assert "KG205 = 7" in one.message


@pytest.mark.parametrize(
    "words",
    ["", "Đã kiểm tra, số đúng", "Số liệu chính xác", "đúng là 7", "thực tế 7", "Không nhầm, đã kiểm tra lại",
     "Số không sai", "Báo cáo số 12-BC/ĐU, ngày 01/3/2024", "Tăng 20 lượt so với tháng trước do Tết",
     "thực tế tháng 3 năm 2024 có nhiều ngày lễ", "Nhằm mục đích tuyên truyền", "Hỗ trợ 5 triệu đồng"],
)  # fmt: skip
def test_an_explanation_that_confirms_its_figure_is_not(words: str) -> None:
    assert told(7, words) == []


def test_a_figure_is_the_same_however_its_thousands_are_grouped() -> None:
    assert told(1250, "thực tế 1250") == told(1250, "thực tế 1.250") == []


def test_a_figure_that_could_not_be_read_is_quoted_as_it_stands() -> None:
    entry = Entry("SYT", "2024-M03", "KG205", None, "1,250", "Số liệu", "D23", "ghi nhầm", "E23")
    (one,) = corrections(form_of(entry))
    assert "KG205 = 1,250" in one.message


@pytest.mark.parametrize(
    "words",
    [
        "Đính chính KG205 là 15.",
        "Tháng trước báo cáo nhầm 12 cuộc",
        "Ổn định. KG205 thực tế 12",
        "Số đúng là 15",
    ],
)
def test_a_report_in_words_that_corrects_a_figure_is_asked_about(words: str) -> None:
    (one,) = told_in_words(words)
    assert (one.code, one.place.cell) == ("TN-132", "C5")


@pytest.mark.parametrize(
    "words",
    ["Đề nghị báo X đính chính thông tin sai", "Bám sát tình hình thực tế, tổ chức 12 cuộc",
     "Điều chỉnh lại kế hoạch 05-KH/ĐU"],
)  # fmt: skip
def test_a_report_in_words_about_other_matters_is_not(words: str) -> None:
    assert told_in_words(words) == []


def test_what_corrects_a_figure_settles_no_question_about_it() -> None:
    entry = explained(7, "Ghi nhầm, số đúng là 15")
    question = asked("R38", Place("a.xlsx", "Số liệu", "D23"), about="KG205")
    found = weigh([question, *corrections(form_of(entry))], {"KG205": entry}, "SYT", Waivers(()), MARCH)
    assert [one.severity for one in found] == [Severity.QUESTION, Severity.QUESTION]


@pytest.mark.parametrize(
    "words",
    ["số chưa chính xác, sẽ báo lại sau", "Do nhầm lẫn khi nhập", "Số tạm tính, chưa chốt", "Sẽ cập nhật sau",
     "14 người", "1.400 người."],
)  # fmt: skip
def test_an_explanation_that_calls_its_figure_wrong_or_provisional_or_another_is_asked(words: str) -> None:
    assert [one.code for one in told(4, words)] == ["TN-131"]


@pytest.mark.parametrize(
    "words",
    ["Tăng 3 so với kỳ trước", "Trong đó 2 cuộc trực tuyến", "Ngày 14/3/2024", "Theo Công văn 14-CV/BTG",
     "4 người", "14 người ở 3 chi bộ tham dự trực tuyến", "Giảm 2 người do nghỉ hưu", "Bằng kỳ trước",
     "Có 5 chi bộ tham gia", "Quý I tổ chức 2 đợt", "Tổ chức vào tháng 3", "Không có nhầm lẫn"],
)  # fmt: skip
def test_an_ordinary_explanation_with_other_figures_is_not_asked(words: str) -> None:
    assert told(4, words) == []


@pytest.mark.parametrize(
    "words",
    ["Do nhầm lẫn khi nhập, tổng số lượt người thực tế là 340.", "Tổng số lượt người thực tế là 340",
     "Số liệu nêu trong biểu là lũy kế từ đầu năm đến 14/3.", "Các số trên tính lũy kế",
     "Đơn vị tính nghìn lượt", "ĐVT: triệu đồng", "Số liệu chưa chính xác", "Số liệu trong biểu là của tháng trước"],
)  # fmt: skip
def test_a_report_in_words_that_says_the_figures_are_others_is_asked_about(words: str) -> None:
    assert [one.code for one in told_in_words(words)] == ["TN-132"]


@pytest.mark.parametrize(
    "words",
    ["Lũy kế từ đầu năm tổ chức 12 cuộc", "Kết quả tăng so với tháng trước", "Đơn vị đã hỗ trợ 5 triệu đồng",
     "Tổng số 340 lượt người tham dự", "Xử lý 3 trường hợp nhầm lẫn thông tin", "Tổng hợp số liệu tháng trước",
     "Bám sát tình hình thực tế, có 12 xã tham gia", "Lũy kế đến nay là 40 cuộc"],
)  # fmt: skip
def test_a_report_in_words_about_results_is_not(words: str) -> None:
    assert told_in_words(words) == []
