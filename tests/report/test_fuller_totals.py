"""What begins a year has one figure for one thing in text, table, notes and month, and that can be traced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.report import find_template, render
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.fuller_totals import with_fuller
from khoagiao_xl.report.keyed_figures import FullerTotal, keyed_figure
from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures
from khoagiao_xl.report.kinds.directive_words import other_units
from khoagiao_xl.report.part_reports import added_in_part
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
KNOWN = {"counted": 83, "owing": 92, "to_date": 3234, "to_date_counted": 89, "to_date_owing": 92}
DUTIES = (
    Duty("2024-Y", "SYT", State.ACCEPTED),
    Duty("2024-Y", "STP", State.MISSING),
    Duty("2024-H1", "STP", State.ACCEPTED),
    Duty("2024-Q3", "STP", State.ACCEPTED),
    Duty("2024-Y", "SXD", State.MISSING),
)


def year(content: Content, *totals: Any, period: str = "2024-Y", **facts: Any) -> ReportContent:
    fuller = with_fuller(totals, Period.parse(period), provisional_below=100)
    return content(period, totals=tuple(fuller), waivers=(), **facts)


@pytest.mark.parametrize("period", ["2024-Q1", "2024-H1", "2024-Y"])
def test_text_and_table_tell_the_fuller_figure_alone(content: Content, total: Any, period: str) -> None:
    tags = fill(year(content, total("KG201", 3069, period=period, **KNOWN), period=period))
    assert "3.234 cuộc tuyên truyền" in unmarked(tags["muc_2"])
    (row,) = [row for row in tags["bang_so_lieu"] if row.ma]
    assert (unmarked(row.ky_nay), row.luy_ke) == ("3.234", "-")


def test_it_stands_for_the_units_that_are_known_since_the_year_began(content: Content, total: Any) -> None:
    (made,) = year(content, total("KG201", 3069, **KNOWN)).totals
    assert (made.value, made.coverage, made.provisional) == (3234, "89/92", True)


@pytest.mark.parametrize("period", ["2024-M01", "2024-M03", "2024-Q2"])
def test_what_is_no_year_to_date_or_has_no_parts_keeps_its_own_figure(
    content: Content, total: Any, period: str
) -> None:
    (made,) = year(content, total("KG201", 758, **KNOWN), period=period).totals
    assert (made.value, made.coverage) == (758, "83/92")


def test_the_first_quarter_tells_what_its_third_month_tells_since_the_year_began(
    content: Content, total: Any
) -> None:
    month = content("2024-M03", totals=(total("KG201", 194, period="2024-M03", **KNOWN),))
    quarter = year(content, total("KG201", 758, **KNOWN), period="2024-Q1")
    assert "lũy kế từ đầu năm 3.234 cuộc" in unmarked(fill(month)["muc_2"])
    assert "3.234 cuộc tuyên truyền" in unmarked(fill(quarter)["muc_2"])


def test_what_is_not_added_up_keeps_its_own_too(content: Content, total: Any) -> None:
    (made,) = year(content, total("KG001", 6728, "đảng viên", counted=83)).totals
    assert made.value == 6728


def test_a_year_to_date_that_misses_units_of_the_period_is_not_the_fuller(
    content: Content, total: Any
) -> None:
    (made,) = year(content, total("KG201", 3069, **{**KNOWN, "to_date_counted": 70})).totals
    assert made.value == 3069


def test_its_figure_is_traced_as_the_year_to_date(content: Content, total: Any) -> None:
    raw = total("KG201", 3069, period="2024-Y", **KNOWN)
    made = year(content, raw)
    keys = read_keys(render(made, find_template(made.report)))
    assert {(key, shown) for key, shown in keys if key.startswith("KG201")} == {
        ("KG201@2024-Y#luy-ke", "3.234")
    }
    assert keyed_figure(raw, "luy-ke") == 3234


def test_the_note_says_whose_report_counts_and_who_stands_with_shorter_ones(
    content: Content, total: Any
) -> None:
    made = year(content, total("KG201", 3069, **KNOWN), duties=DUTIES, states={State.ACCEPTED: ("Sở Y tế",)})
    assert unmarked(fill(made)["chu_thich"]).split("\a")[0] == (
        "Số liệu lấy theo báo cáo năm của 01 đơn vị; 01 đơn vị chưa có báo cáo đó được tổng hợp thì cộng các báo cáo "
        "6 tháng, quý đã nhận; đơn vị thiếu báo cáo của kỳ nào thì chưa có số liệu kỳ đó; số đơn vị ghi ở "
        "chỉ tiêu là đơn vị đủ số liệu cả kỳ, số liệu có cộng các kỳ đã nhận của STP (thiếu báo cáo quý IV)."
    )


HALF_ALONE = {"KG116": {Kind.HALF, Kind.YEAR}, "KG201": {Kind.QUARTER, Kind.YEAR}}


def test_what_no_quarter_asks_is_known_of_half_a_year_alone_of_who_has_not_told_of_the_year(
    content: Content, total: Any
) -> None:
    few = {**KNOWN, "to_date": 514, "to_date_counted": 88}
    totals = (total("KG201", 3069, **KNOWN), total("KG116", 502, "người", **few))
    fuller = with_fuller(totals, Period.parse("2024-Y"), 100, HALF_ALONE)
    made = content("2024-Y", totals=tuple(fuller), waivers=(), duties=DUTIES)
    tags = fill(made)
    assert "(số liệu của 88 đơn vị, trong đó 05 đơn vị chỉ có số 6 tháng đầu năm)" in unmarked(tags["muc_1"])
    assert "”: 83 đơn vị có số theo báo cáo năm, 05 đơn vị chỉ có số 6 tháng đầu năm." in tags["chu_thich"]
    assert "chỉ có số" not in unmarked(tags["muc_2"])


def test_nothing_is_missing_of_what_shorter_reports_ask_all_through_a_period_or_not_at_all(
    content: Content, total: Any
) -> None:
    few = {**KNOWN, "to_date": 514, "to_date_counted": 88}
    for period, kinds in (
        ("2024-H1", {Kind.QUARTER, Kind.HALF}),
        ("2024-H1", {Kind.HALF}),
        ("2024-Y", set(Kind)),
    ):
        (made,) = with_fuller([total("KG116", 502, **few)], Period.parse(period), 100, {"KG116": kinds})
        assert isinstance(made, FullerTotal)
        assert (made.part_units, made.part) == (0, "")


def test_a_unit_stands_in_part_in_no_sum_that_its_reports_do_not_ask(content: Content, total: Any) -> None:
    asked = {"KG201": {Kind.QUARTER, Kind.YEAR}, "KG116": {Kind.YEAR}}
    totals = [total("KG201", 3069, **{**KNOWN, "to_date_counted": 88}), total("KG116", 5, **KNOWN)]
    duties = (*DUTIES[:2], DUTIES[3])
    made = year(content, *totals, duties=duties, asked_with=asked)
    assert [added_in_part(each, made) for each in made.totals] == [1, 0]
    assert (
        "; ở các chỉ tiêu ghi 88/92, số đơn vị đó là đơn vị đủ số liệu cả kỳ, số liệu có cộng"
        in fill(made)["chu_thich"]
    )


def test_who_lacks_no_part_that_is_due_is_no_part_of_a_sum(content: Content, total: Any) -> None:
    whole = (*DUTIES, Duty("2024-Q4", "STP", State.ACCEPTED))
    made = year(content, total("KG201", 3069, **KNOWN), duties=whole, states={State.ACCEPTED: ("Sở Y tế",)})
    assert "các kỳ đã nhận của" not in fill(made)["chu_thich"]


def test_a_sum_knows_how_many_units_stand_in_it_in_part(content: Content, total: Any) -> None:
    facts = {**KNOWN, "to_date_counted": 90, "counted": 90}
    made = year(content, total("KG201", 3069, **facts), duties=DUTIES)
    assert [added_in_part(each, made) for each in made.totals] == [1]
    full = year(content, total("KG201", 3069, **{**facts, "to_date_counted": 91}), duties=DUTIES)
    assert [added_in_part(each, full) for each in full.totals] == [0]


def test_where_nobody_stands_with_shorter_ones_there_is_no_such_note(content: Content, total: Any) -> None:
    made = year(content, total("KG201", 3069, **KNOWN), duties=DUTIES[:1])
    assert "cộng các báo cáo" not in fill(made)["chu_thich"]


def test_figures_of_fewer_units_say_so_where_they_stand_and_the_head_says_that_some_do(
    content: Content, total: Any
) -> None:
    totals = [total(code, 5, **KNOWN) for code in ("KG201", "KG205", "KG209")]
    few = total("KG214", 5, **{**KNOWN, "to_date_counted": 88})
    tags = fill(year(content, *totals, few))
    assert "tạm tính của 89/92 đơn vị, trừ chỗ ghi riêng, cách tính" in unmarked(tags["tinh_hinh"])
    assert "(số liệu của 88 đơn vị)" in unmarked(tags["muc_2"])
    assert "trừ chỗ" not in unmarked(fill(year(content, *totals))["tinh_hinh"])


def half(content: Content, total: Any, **counted: int) -> str:
    """Return muc_3 of a half-year: of how many units each figure is known since the year began."""
    most = [total(code, 5, **{**KNOWN, "to_date": 5}) for code in ("KG201", "KG205", "KG209", "KG216")]
    made = [
        total(code, 5, **{**KNOWN, "to_date": 5, "counted": 80, "to_date_counted": units})
        for code, units in counted.items()
    ]
    return unmarked(fill(year(content, *most, *made, period="2024-H1"))["muc_3"])


def test_beside_figures_of_other_units_each_says_of_how_many_it_is_once_for_those_beside_each_other(
    content: Content, total: Any
) -> None:
    text = half(content, total, KG302=89, KG304=89, KG305=84, KG309=84)
    assert "lượt đảng viên (02 số liệu này của 84 đơn vị)." in text
    assert text.count("84 đơn vị") == 1


def test_a_sentence_whose_figures_are_all_of_the_same_few_units_says_so_once(
    content: Content, total: Any
) -> None:
    text = half(content, total, KG302=84, KG304=84, KG305=84)
    assert (text.count("84 đơn vị"), text.count("03 số liệu này của 84 đơn vị")) == (1, 1)
    assert "Qua kiểm tra, giám sát (số liệu của 84 đơn vị): phát hiện" in half(
        content, total, KG302=89, KG306=84, KG307=84
    )


def test_what_is_of_which_of_other_units_says_so(content: Content, total: Any) -> None:
    totals = [total(code, 5, **KNOWN) for code in ("KG201", "KG205", "KG209", "KG216", "KG101")]
    few = {**KNOWN, "to_date": 3, "to_date_counted": 84}
    parts = [total(code, 3, "văn bản", **few) for code in ("KG102", "KG103")]
    text = unmarked(fill(year(content, *totals, *parts))["muc_1"])
    assert "đề án; 03 kế hoạch (02 số liệu này của 84 đơn vị)." in text


def test_a_nought_of_other_units_says_so_too(content: Content, total: Any) -> None:
    most = [total(code, 5, **{**KNOWN, "to_date": 5}) for code in ("KG201", "KG205", "KG209", "KG216")]
    none = total("KG226", 0, **{**KNOWN, "to_date": 0, "to_date_counted": 84, "counted": 84})
    made = unmarked(str(fill(year(content, *most, none))))
    assert "không để xảy ra ngộ độc thực phẩm (số liệu của 84 đơn vị)" in made


def test_a_stock_shares_its_mark_with_the_flows_of_its_sentence_before_the_colon(
    content: Content, total: Any
) -> None:
    few = {"counted": 84, "provisional": True}
    most = [total(code, 5, **KNOWN) for code in ("KG201", "KG205", "KG209", "KG216")]
    stock = total("KG115", 8075, "người", **few)
    flow = total("KG116", 254, "người", **{**KNOWN, "to_date": 254, "to_date_counted": 84, "counted": 84})
    assert "Về đội ngũ trí thức (số liệu của 84 đơn vị): có 8.075 người" in unmarked(
        fill(year(content, *most, stock, flow))["muc_1"]
    )


def test_a_rate_that_falls_within_the_year_is_not_less_than_what_was_reported(
    content: Content, total: Any
) -> None:
    rate = total("KG109", 98.2, "%", **{**KNOWN, "to_date": 98.2})
    made = year(content, rate, earlier={"2024-H1": [total("KG109", 98.6, "%", period="2024-H1")]})
    assert "nhỏ hơn số đã báo cáo" not in str(fill(made)["chu_thich"])


def test_figures_of_a_field_say_of_how_many_units_they_are_where_those_of_the_directive_are_of_others(
    content: Content, total: Any
) -> None:
    own = DirectiveFigures(content(totals=(total("KG113", 57, "có/không", counted=88, provisional=True),)))
    field = DirectiveFigures(year(content, total("KG202", 621, **KNOWN), period="2024-H1"))
    assert other_units(field, own) == " của 89/92 đơn vị,"
    assert (other_units(field, field), other_units(own, own)) == ("", "")


def test_the_head_of_an_estimated_year_tells_what_is_estimated_and_what_is_added_up(
    content: Content, total: Any
) -> None:
    made = year(content, total("KG201", 3069, estimated=True, period="2024-Y", **KNOWN), duties=DUTIES)
    tags = fill(made)
    assert (
        "; số liệu là số ước của 88 đơn vị, cộng các báo cáo đã nhận của 01 đơn vị khác (89/92 đơn vị), cách tính nêu tại "
        "Phụ lục 1." in unmarked(tags["tinh_hinh"]).replace("\u00a0", " ")
    )
    assert "Số liệu theo báo cáo năm là số ước." in tags["chu_thich"]
