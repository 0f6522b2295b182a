"""The charts of long reports: which there are, what they show, and how they lie in the Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report import ReportContent, find_template, render
from khoagiao_xl.report.chart_series import Chart
from khoagiao_xl.report.charts import chart_sentence, charts_of
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.month_course import MonthCourse
from tests.report.word_parts import W, paragraphs, part

Content = Callable[..., ReportContent]
FIGURES = {"KG201": 264, "KG205": 10512}


@pytest.fixture
def months(total: Any) -> Callable[..., tuple[MonthCourse, ...]]:
    """Return a maker of the first months of 2024; `lacking`: those of which units are missing."""

    def make(count: int, lacking: Iterable[int] = (), **units: int) -> tuple[MonthCourse, ...]:
        made = []
        for number in range(1, count + 1):
            facts = {"provisional": number in lacking}
            totals = {code: total(code, value + number, **facts) for code, value in FIGURES.items()}
            month = Period(2024, Kind.MONTH, number)
            made.append(MonthCourse(month, totals, **(units or {"in_time": 80, "late": 5, "missing": 7})))
        return tuple(made)

    return make


def by_tag(content: ReportContent) -> dict[str, Chart]:
    return {chart.tag: chart for chart in charts_of(content)}


def test_the_course_of_the_months_is_shown_by_events_and_participants(content: Content, months: Any) -> None:
    chart = by_tag(content("2024-H1", months=months(3)))["bieu_do_thang"]
    assert chart.categories == ("T1", "T2", "T3")
    assert [series.values for series in chart.series] == [(265, 266, 267), (10513, 10514, 10515)]


def quarters(total: Any, count: int) -> tuple[MonthCourse, ...]:
    """Return the first quarters of 2024, over the same 77 units."""
    made = []
    for number in range(1, count + 1):
        totals = {code: total(code, value * number) for code, value in FIGURES.items()}
        period = Period(2024, Kind.QUARTER, number)
        made.append(MonthCourse(period, totals, in_time=80, late=5, missing=7, same_units=77))
    return tuple(made)


def test_months_that_units_are_missing_from_make_no_course(content: Content, months: Any) -> None:
    assert "bieu_do_thang" not in by_tag(content("2024-H1", months=months(6, lacking=[2])))


def test_three_months_of_a_year_make_no_course(content: Content, months: Any) -> None:
    assert charts_of(content("2024-Y", months=months(3))) == []


@pytest.mark.parametrize("lacking", [[], [2]])
def test_the_quarters_stand_for_months_that_are_not_all_known(
    content: Content, months: Any, total: Any, lacking: list[int]
) -> None:
    made = content("2024-Y", months=months(3, lacking=lacking), quarters=quarters(total, 3))
    charts = by_tag(made)
    assert charts["bieu_do_thang"].categories == ("Quý I", "Quý II", "Quý III")
    assert charts["bieu_do_thang"].caption == (
        "Biểu đồ 1. Kết quả tuyên truyền quý I - quý III năm 2024 (tính trên 77 đơn vị có số liệu ở tất cả các kỳ "
        "nêu trong biểu đồ)"
    )
    assert charts["bieu_do_dung_han"].caption == "Biểu đồ 2. Số đơn vị gửi báo cáo quý I - quý III năm 2024"
    assert chart_sentence(charts["bieu_do_dung_han"], 2) == "Tình hình gửi báo cáo quý ở Biểu đồ 2."


def test_figures_over_the_same_units_are_no_totals_to_be_traced(content: Content, total: Any) -> None:
    chart = by_tag(content("2024-Y", quarters=quarters(total, 2)))["bieu_do_thang"]
    assert [series.keys for series in chart.series] == [(), ()]


def test_one_quarter_of_a_year_is_not_enough(content: Content, total: Any) -> None:
    assert charts_of(content("2024-Y", quarters=quarters(total, 1))) == []


def test_a_month_without_totals_is_left_out_and_not_shown_as_zero(content: Content, months: Any) -> None:
    first, second, third, fourth = months(4)
    empty = MonthCourse(second.period, {})
    chart = by_tag(content("2024-H1", months=(first, empty, third, fourth)))["bieu_do_thang"]
    assert chart.categories == ("T1", "T3", "T4")


def test_one_month_makes_no_course(content: Content, months: Any) -> None:
    assert charts_of(content("2024-H1", months=months(1))) == []


def test_what_was_planned_stands_beside_what_was_done(content: Content, total: Any) -> None:
    made = total("KG302", 20, plan_units=85, plan_value=340, plan_done=59)
    (chart,) = charts_of(content("2024-H1", totals=(made,)))
    assert (chart.tag, chart.categories) == ("bieu_do_ke_hoach", ("Kiểm tra",))
    assert [series.values for series in chart.series] == [(340,), (59,)]


def test_no_label_of_what_is_done_stands_below_the_plan(content: Content, total: Any) -> None:
    made = [total(code, 1, plan_units=9, plan_value=8, plan_done=1) for code in ("KG302", "KG304", "KG402")]
    (chart,) = charts_of(content("2024-H1", totals=tuple(made)))
    assert chart.categories == ("Kiểm tra", "Giám sát", "Sơ kết, tổng kết")


def test_the_name_that_a_report_gives_a_figure_is_not_the_one_below_the_plan(
    content: Content, total: Any
) -> None:
    made = total("KG302", 20, plan_units=85, plan_value=340, plan_done=59)
    labels = {"KG302": "Số cuộc kiểm tra về khoa giáo đã thực hiện"}
    (chart,) = charts_of(content("2024-H1", totals=(made,), labels=labels))
    assert chart.categories == ("Kiểm tra",)


def test_a_figure_that_the_office_calls_otherwise_keeps_its_name_below_the_plan(
    content: Content, total: Any
) -> None:
    made = total("KG302", 20, label="Số cuộc khảo sát", plan_units=85, plan_value=340, plan_done=59)
    (chart,) = charts_of(content("2024-H1", totals=(made,), reworded=frozenset({"KG302"})))
    assert chart.categories == ("Số cuộc khảo sát",)


def test_units_in_time_late_and_missing_are_stacked(content: Content, months: Any) -> None:
    chart = by_tag(content("2024-H1", months=months(3)))["bieu_do_dung_han"]
    assert {series.name: series.values for series in chart.series} == {
        "Đúng hạn": (80, 80, 80),
        "Sau hạn": (5, 5, 5),
        "Chưa có báo cáo được tổng hợp": (7, 7, 7),
    }


def test_where_nobody_was_late_the_chart_does_not_speak_of_it(content: Content, months: Any) -> None:
    chart = by_tag(content("2024-H1", months=months(3, in_time=92)))["bieu_do_dung_han"]
    assert [series.name for series in chart.series] == ["Đúng hạn"]


def test_charts_are_numbered_as_they_come(content: Content, months: Any) -> None:
    captions = [chart.caption for chart in charts_of(content("2024-H1", months=months(3)))]
    assert [caption.split(".")[0] for caption in captions] == ["Biểu đồ 1", "Biểu đồ 2"]


def test_a_chart_is_told_in_words_for_who_cannot_see_it(content: Content, months: Any) -> None:
    chart = by_tag(content("2024-H1", months=months(3)))["bieu_do_thang"]
    assert "Số lượt người được tuyên truyền: T1 10.513, T2 10.514, T3 10.515." in chart.in_words


@pytest.fixture
def half_year(written: Any, months: Any) -> bytes:
    return bytes(written("2024-H1", months=months(6)))


def drawn_charts(docx: bytes) -> list[Any]:
    """Return the paragraphs that hold a chart."""
    return [
        p for p in part(docx).iter(f"{W}p") if p.find(f".//{W}drawing") is not None and "chart" in name_of(p)
    ]


def name_of(paragraph: Any) -> str:
    return " ".join(node.tag for node in paragraph.iter())


def test_a_report_holds_its_charts_with_captions_below(half_year: bytes) -> None:
    assert len(drawn_charts(half_year)) == 2
    captions = [text for text in paragraphs(half_year) if text.startswith("Biểu đồ")]
    assert captions == [
        "Biểu đồ 1. Kết quả tuyên truyền tháng 1 - tháng 6 năm 2024",
        "Biểu đồ 2. Số đơn vị gửi báo cáo tháng 1 - tháng 6 năm 2024",
    ]


def test_no_chart_stands_in_lines_of_an_exact_height(half_year: bytes) -> None:
    styles = {node.get(f"{W}styleId"): node for node in part(half_year, "word/styles.xml").iter(f"{W}style")}
    for paragraph in drawn_charts(half_year):
        style = styles[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        assert style.find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "auto"


def test_a_chart_brings_its_figures_as_a_workbook(half_year: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(half_year)) as package:
        (first, _) = sorted(name for name in package.namelist() if name.endswith(".xlsx"))
        workbook = load_workbook(io.BytesIO(package.read(first)))
    rows = list(workbook["Số liệu"].values)
    assert rows[0] == (None, "Số cuộc tuyên truyền", "Số lượt người được tuyên truyền")
    assert rows[1] == ("T1", 265, 10513)


def test_a_chart_has_no_colour_but_black_grey_and_white(half_year: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(half_year)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    colours = {piece[:6] for text in charts for piece in text.split('srgbClr val="')[1:]}
    assert colours == {"000000", "BFBFBF", "FFFFFF"}


def test_a_label_that_looks_like_a_formula_stays_a_label(content: Content, total: Any) -> None:
    made = total("KG599", 20, label="=HYPERLINK(1)", plan_units=85, plan_value=340, plan_done=59)
    report = content("2024-H1", totals=(made,))
    docx = render(report, find_template(report.report))
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        (name,) = [name for name in package.namelist() if name.endswith(".xlsx")]
        cell = load_workbook(io.BytesIO(package.read(name)))["Số liệu"]["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_a_report_without_charts_says_nothing_of_them(written: Any) -> None:
    text = "\n".join(paragraphs(written("2024-H1")))
    assert "Biểu đồ" not in text
    assert "\ue003" not in text


def test_the_same_charts_give_the_same_bytes(written: Any, months: Any) -> None:
    assert written("2024-H1", months=months(4)) == written("2024-H1", months=months(4))


def test_the_running_text_names_the_charts_before_they_come(half_year: bytes) -> None:
    texts = paragraphs(half_year)
    for told, caption in (
        ("Kết quả tuyên truyền theo tháng ở Biểu đồ 1.", "Biểu đồ 1. "),
        ("Tình hình gửi báo cáo tháng ở Biểu đồ 2.", "Biểu đồ 2. "),
    ):
        at = texts.index(told)
        assert any(text.startswith(caption) for text in texts[at + 1 : at + 3])


def test_who_reported_in_time_stands_before_the_assessment_and_is_no_strength(half_year: bytes) -> None:
    texts = paragraphs(half_year)
    places = [at for at, text in enumerate(texts) if text.startswith("Biểu đồ")]
    good = next(at for at, text in enumerate(texts) if text.startswith("1. Ưu điểm"))
    assert places[0] < places[1] < good


def test_a_chart_of_some_months_is_titled_by_them_and_says_why(content: Content, months: Any) -> None:
    first, second, third, fourth = months(4)
    chart = by_tag(content("2024-H1", months=(first, second, third)))["bieu_do_thang"]
    assert chart.caption == "Biểu đồ 1. Kết quả tuyên truyền tháng 1 - tháng 3 năm 2024"
    assert chart_sentence(chart, 1).endswith("ở Biểu đồ 1 (tháng 4, tháng 5, tháng 6 chưa tổng hợp riêng).")
    apart = by_tag(content("2024-H1", months=(first, second, fourth)))["bieu_do_thang"]
    assert apart.caption.endswith("tuyên truyền tháng 1, tháng 2, tháng 4 năm 2024")
    assert chart_sentence(apart, 1).endswith("(tháng 3, tháng 5, tháng 6 chưa tổng hợp riêng).")


def test_a_chart_without_months_that_are_not_due_says_so(content: Content, months: Any) -> None:
    known = {"months": months(3), "today": date(2024, 5, 20)}
    due = {"2024-M05": date(2024, 5, 21), "2024-M06": date(2024, 6, 18)}
    chart = by_tag(content("2024-H1", due_days=due, **known))["bieu_do_thang"]
    assert chart_sentence(chart, 1).endswith(
        "(tháng 4 chưa tổng hợp riêng; tháng 5, tháng 6 chưa đến hạn báo cáo)."
    )


def test_the_figures_of_charts_are_found_again_by_their_keys(half_year: bytes) -> None:
    keyed = dict(read_keys(half_year))
    assert keyed["KG201@2024-M03"] == "267"
    assert keyed["KG205@2024-M06"] == "10.518"


def test_a_figure_typed_over_behind_a_chart_is_what_is_read(half_year: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(half_year)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    first = min(name for name in parts if name.endswith(".xlsx"))
    book = load_workbook(io.BytesIO(parts[first]))
    book["Số liệu"]["B2"] = 999
    changed, docx = io.BytesIO(), io.BytesIO()
    book.save(changed)
    with zipfile.ZipFile(docx, "w") as package:
        for name, data in {**parts, first: changed.getvalue()}.items():
            package.writestr(name, data)
    assert dict(read_keys(docx.getvalue()))["KG201@2024-M01"] == "999"


def test_the_keys_behind_a_chart_are_on_a_sheet_that_nobody_sees(half_year: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(half_year)) as package:
        first = min(name for name in package.namelist() if name.endswith(".xlsx"))
        workbook = load_workbook(io.BytesIO(package.read(first)))
    assert {sheet.title: sheet.sheet_state for sheet in workbook} == {
        "Số liệu": "visible",
        "Khóa": "veryHidden",
    }
