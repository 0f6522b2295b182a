"""A half-year and a year tell nothing a second time that a quarter has told row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from khoagiao_xl.model.records import Total
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
Make = Callable[..., Total]
PERIODS = ("2024-Q1", "2024-Y")
INSURANCE = "Bảo hiểm y tế, bảo hiểm xã hội"


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def studied(*periods: str) -> Sequence[ToldRow]:
    symbols = ("45-NQ/TW", "20-KH/TW", "29-NQ/TW", "25-CT/TW")
    return [
        ToldRow(period, "SYT", "QT", f"QT{at}", text=symbol, first=20, second=20)
        for period in periods
        for at, symbol in enumerate(symbols)
    ]


def test_what_was_studied_in_a_part_of_the_year_is_one_sentence(content: Content, total: Make) -> None:
    totals = (total("KG105", 4, "văn bản"), total("KG106", 518, "hội nghị"))
    made = content("2024-Y", details=studied("2024-H1", "2024-Q3"), totals=totals, directives=())
    (line,) = [line for line in told(made, "muc_1") if "quán triệt nhiều nhất" in line]
    assert line.startswith(
        "Các văn bản được quán triệt nhiều nhất (theo 08 hội nghị nêu cụ thể trong báo cáo 6 tháng đầu năm, quý III): "
    )
    assert line.count("(02 hội nghị)") == 3


@pytest.mark.parametrize("told_in", ["2024-M01", "2024-Q1"])
def test_of_less_than_two_thirds_of_a_long_period_nothing_is_called_what_was_most(
    content: Content, total: Make, told_in: str
) -> None:
    rows = [*studied(told_in), ToldRow(told_in, "SYT", "DL", "DL1", choice=INSURANCE, first=4, second=4)]
    made = content("2024-H1", details=rows, totals=(total("KG106", 282, "hội nghị"),), directives=())
    assert "nhiều nhất" not in " ".join(told(made, "muc_1"))
    assert "tập trung" not in " ".join(told(made, "muc_2_4"))


@pytest.mark.parametrize(("period", "lines"), [("2024-Q1", True), ("2024-H1", False)])
def test_opinions_of_a_part_of_a_long_period_are_one_sentence(
    content: Content, period: str, lines: Any
) -> None:
    rows = [
        ToldRow(month, "SYT", "DL", "DL1", choice=topic, first=4, second=4)
        for topic in (INSURANCE, "Nội dung khác về giáo dục", "Y tế, phòng bệnh")
        for month in ("2024-M01", "2024-M02", "2024-Q2")
    ]
    text = told(content(period, details=rows), "muc_2_4")
    assert any(line.startswith("- Giáo dục (12 trường hợp") for line in text) is lines
    summed = (
        "Dư luận, đấu tranh phản bác tập trung vào các nội dung (số ý kiến, tin, bài theo báo cáo tháng 1, tháng 2, "
        "quý II): bảo hiểm y tế, bảo hiểm "
    )
    assert any(line.startswith(summed) for line in text) is not lines
    assert any("; y tế, phòng bệnh (12)" in line for line in text) is not lines


def test_what_stood_out_in_a_few_months_is_told_as_theirs_and_asks_for_the_others(content: Content) -> None:
    themes = [ToldRow("2024-M01", "SYT", "NB", "NB1", text="Tọa đàm", choice=INSURANCE)]
    assert (
        "Việc nổi bật (theo báo cáo tháng 1): tọa đàm"
        in told(content("2024-Q1", details=themes), "muc_2_3")[-1]
    )
    asked = "Việc nổi bật (theo báo cáo tháng 1; bổ sung việc của các tháng còn lại): tọa đàm (SYT)."
    made = content("2024-Y", details=themes)
    assert told(made, "muc_2_3")[-1] == asked
    numbered = replace(made, letterhead=replace(made.letterhead, number="15-BC/ĐUK"))
    assert told(numbered, "muc_2_3")[-1] == "Việc nổi bật (theo báo cáo tháng 1): tọa đàm (SYT)."


def test_in_which_months_things_stood_out_is_said_once(content: Content) -> None:
    themes = [
        ToldRow("2024-M01", "SYT", "NB", "NB1", text="Trồng cây", choice="Môi trường, biến đổi khí hậu"),
        ToldRow("2024-M01", "STP", "NB", "NB1", text="Tọa đàm", choice=INSURANCE),
    ]
    made = content("2024-H1", details=themes)
    assert "(theo báo cáo tháng 1; bổ sung" in told(made, "muc_2_2")[-1]
    assert told(made, "muc_2_3")[-1] == "Việc nổi bật (theo báo cáo nêu trên): tọa đàm (STP)."


def test_what_stood_out_in_a_few_months_takes_nothing_from_what_units_say_of_the_year(
    content: Content,
) -> None:
    themes = [ToldRow("2024-M01", "SYT", "NB", "NB1", text="Tọa đàm", choice=INSURANCE)]
    said = [Narrative("Sở Tư pháp", "KG602", "Tọa đàm; trồng cây.")]
    deeds = {
        period: told(content(period, details=themes, narratives=said), "uu_diem")[-1] for period in PERIODS
    }
    assert ["đàm; trồng cây" in deeds[period] for period in PERIODS] == [False, True]


def test_what_a_few_months_left_unsettled_is_asked_for_half_a_year_later(content: Content) -> None:
    rows = [
        ToldRow("2024-M01", "SYT", "DL", "DL1", choice="Nội dung khác về giáo dục", first=26, second=8),
        ToldRow("2024-M02", "SYT", "DL", "DL1", choice=INSURANCE, first=22, second=22),
    ]
    assert told(content("2024-H1", details=rows), "muc_2_4")[-1] == (
        "Các báo cáo tháng 1, tháng 2 nêu theo chủ đề 48 ý kiến, tin, bài: giáo dục (26); bảo hiểm y tế, bảo hiểm xã hội "
        "(22); trong đó 18/26 ý kiến, tin, bài về giáo dục chưa có báo cáo kết quả giải quyết, xử lý (bổ sung kết quả đến "
        "nay)."
    )


def test_two_numbers_of_one_deed_share_its_verb(content: Content, total: Make) -> None:
    totals = (total("KG302", 59), total("KG305", 225, "lượt"), total("KG309", 81, "lượt"))
    text = told(content(totals=totals), "muc_3")[0]
    assert "kiểm tra, giám sát 225 lượt tổ chức đảng, 81 lượt đảng viên" in text


def test_how_many_difficulties_there_are_is_no_sentence_without_what_they_are(
    content: Content, total: Make
) -> None:
    made = content(totals=(total("KG114", 87, "ý kiến"),))
    assert "87" not in " ".join(told(made, "muc_1"))
    assert told(made, "kien_nghi") == [
        "Các đơn vị nêu 87 khó khăn, kiến nghị về cơ chế, chính sách đối với trí thức (bổ sung nội dung chính)."
    ]


def test_of_how_many_units_counted_difficulties_are_stands_beside_them(content: Content, total: Make) -> None:
    some = replace(total("KG114", 87, "ý kiến"), counted=85, owing=92, provisional=True)
    (told_of,) = told(content(totals=(some,)), "kien_nghi")
    assert told_of.endswith(" đối với trí thức (số liệu của 85 đơn vị) (bổ sung nội dung chính).")


def test_no_difficulties_are_no_proposal(content: Content, total: Make) -> None:
    assert told(content(totals=(total("KG114", 0, "ý kiến"),)), "kien_nghi") == ["Không."]
