"""The table of figures: what stands at each row, and what is said once for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.figure_notes import table_notes
from khoagiao_xl.report.figure_table import FigureRow, FigureTable
from khoagiao_xl.wording.annex_words import COVERAGE_NOTES, FULLER_NOTES, UNDONE
from khoagiao_xl.wording.chart_words import CHART_WORDS
from khoagiao_xl.wording.report import TABLE_NOTES
from khoagiao_xl.wording.told_sections import TOLD

Content = Callable[..., ReportContent]
SOME = {"counted": 84, "provisional": True}


def table_of(content: Content, *totals: Any) -> FigureTable:
    return FigureTable(content(totals=totals, waivers=()))


def rows(table: FigureTable) -> list[FigureRow]:
    return [row for row in table.rows if not row.nhom]


def notes(table: FigureTable) -> list[str]:
    return table_notes(table.content, table)


def test_rows_are_counted_through_all_sections(content: Content) -> None:
    made = rows(FigureTable(content()))
    assert [row.tt for row in made] == ["1", "2", "3", "4", "5", "6", "7"]


def test_where_every_figure_lacks_units_the_star_stands_once_in_the_heading(
    content: Content, total: Any
) -> None:
    table = table_of(content, total("KG201", 5, **SOME), total("KG205", 90, "lượt người", **SOME))
    assert [unmarked(row.ky_nay) for row in rows(table)] == ["5", "90"]
    assert table.heading_stars["sao_ky_nay"] == "*"
    assert any(note.startswith("Dấu “*”") for note in notes(table))


def test_where_one_figure_lacks_units_the_star_stands_at_that_one(content: Content, total: Any) -> None:
    table = table_of(content, total("KG201", 5, **SOME), total("KG205", 90, "lượt người"))
    assert [unmarked(row.ky_nay) for row in rows(table)] == ["5*", "90"]
    assert table.heading_stars["sao_ky_nay"] == ""


def test_a_star_says_of_each_column_whether_units_are_missing_from_it(content: Content, total: Any) -> None:
    made = total("KG201", 5, to_date=9, to_date_counted=92, to_date_owing=92, **SOME)
    stars = table_of(content, made).heading_stars
    assert (stars["sao_ky_nay"], stars["sao_luy_ke"]) == ("*", "")


def test_the_units_that_stand_behind_most_figures_are_said_once_below(content: Content, total: Any) -> None:
    table = table_of(content, total("KG201", 5, **SOME), total("KG205", 90, **SOME))
    assert [row.so_don_vi for row in rows(table)] == ["-", "-"]  # and the column leaves the page
    assert notes(table)[0] == "Số liệu của kỳ tính trên 84/92 đơn vị phải báo cáo."


def test_a_figure_of_other_units_than_most_says_so_in_its_row(content: Content, total: Any) -> None:
    few = total("KG302", 2, counted=40, owing=40)
    table = table_of(content, total("KG201", 5), total("KG205", 90), few)
    assert [row.so_don_vi for row in rows(table)] == ["", "", "40/40"]
    assert notes(table)[0].endswith("trừ dòng có số riêng ở cột “Số đơn vị”.")


def test_where_no_coverage_is_usual_every_row_has_its_own(content: Content, total: Any) -> None:
    parts = [total(code, 5, counted=count) for code, count in (("KG201", 80), ("KG205", 81), ("KG209", 82))]
    table = table_of(content, *parts)
    assert [row.so_don_vi for row in rows(table)] == ["80/92", "81/92", "82/92"]
    assert notes(table)[0].startswith("Cột “Số đơn vị”")


def test_what_was_carried_forward_is_told_by_name_where_its_units_are_those_of_most(
    content: Content, total: Any
) -> None:
    made = total("KG001", 6968, "người", carried_units=15, carried_from=("2024-M01: 15",), **SOME)
    table = table_of(content, made)
    assert rows(table)[0].so_don_vi == "-"
    assert "có 15 đơn vị chưa báo cáo kỳ này, lấy theo số gần nhất" in str(notes(table))


def test_what_was_carried_forward_stands_beside_its_units_where_those_are_others(
    content: Content, total: Any
) -> None:
    made = total("KG001", 6968, "người", counted=77, carried_units=15, carried_from=("2024-M01: 15",))
    table = table_of(content, total("KG201", 5), total("KG205", 9), made)
    assert rows(table)[2].so_don_vi == "77/92 (+15)"
    assert any(note.startswith("Số sau dấu “+”") for note in notes(table))


def test_beside_figures_of_other_units_a_blank_is_never_one_that_silent_units_stand_in(
    content: Content, total: Any
) -> None:
    made = total("KG001", 6683, "người", carried_units=4, carried_from=("2024-M01: 4",), **SOME)
    table = table_of(content, made, total("KG201", 5, **SOME), total("KG205", 9, counted=89))
    assert [row.so_don_vi for row in rows(table)] == ["84/92 (+4)", "", "89/92"]


def test_the_measure_is_said_once_also_of_a_share(content: Content, total: Any) -> None:
    (row,) = rows(table_of(content, total("KG109", 98.2, "%")))
    assert (unmarked(row.ky_nay), row.don_vi_tinh) == ("98,2", "%")


def test_a_figure_that_nobody_gave_is_a_dash_and_never_a_zero(content: Content, total: Any) -> None:
    table = table_of(content, total("KG201", None, counted=0), total("KG205", 0, "lượt người"))
    assert [unmarked(row.ky_nay) for row in rows(table)] == ["-", "0"]
    assert any("không phải là 0" in note for note in notes(table))


LABELS = {
    "Số cuộc phối hợp theo Quyết định 238-QĐ/TW": "Quyết định số 238-QĐ/TW",
    "Số đơn vị đã triển khai Chỉ thị 25-CT/TW về y tế cơ sở": "Chỉ thị số 25-CT/TW về y tế cơ sở",
    "Tiến độ của Đề án số 03-ĐA/TU": "của Đề án số 03-ĐA/TU",
    "Số văn bản theo NQ 45-NQ/TW": "theo NQ 45-NQ/TW",
    "Kết luận 91-KL/TW, Nghị quyết 29-NQ/TW": "Kết luận số 91-KL/TW, Nghị quyết số 29-NQ/TW",
}


@pytest.mark.parametrize("label", LABELS)
def test_a_document_is_named_with_so_before_its_number(content: Content, total: Any, label: str) -> None:
    (row,) = rows(table_of(content, total("KG501", 86, label=label)))
    assert row.ten.endswith(LABELS[label])


@pytest.mark.parametrize("words", [TABLE_NOTES, COVERAGE_NOTES, FULLER_NOTES, UNDONE, TOLD, CHART_WORDS])
def test_official_text_quotes_as_official_text_does(words: dict[str, str]) -> None:
    assert not [text for text in words.values() if "«" in text or "»" in text]


def test_the_units_that_the_head_tells_are_not_repeated_at_each_row(content: Content, total: Any) -> None:
    some = [total(f"KG20{at}", 5, **SOME) for at in range(1, 4)]
    fewer = total("KG302", 4, counted=83, provisional=True)
    carried = [
        total(f"KG00{at}", 9, counted=80, provisional=True, carried_units=4, carried_from=("2024-M02: 4",))
        for at in range(1, 5)
    ]
    table = table_of(content, *some, fewer, *carried)
    units = [row.so_don_vi for row in rows(table)]
    assert units == ["", "", "", "83/92", *["80/92 (+4)"] * 4]
    assert "84/92" in " ".join(notes(table))
