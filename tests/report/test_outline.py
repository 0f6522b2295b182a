"""What a report says, section by section, and what it honestly does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.records import Duty, Review, State, Total
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.own_sentences import own_parts
from khoagiao_xl.report.quoting import ROOM
from khoagiao_xl.report.report_sections import OPTIONAL_TAGS
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_issues import IssueNote
from khoagiao_xl.vietnamese.typed_symbols import symbols_in

Make = Callable[..., Total]
Content = Callable[..., ReportContent]


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def test_a_sentence_joins_the_figures_of_its_section(content: Content, total: Make) -> None:
    totals = (total("KG101", 65, "văn bản"), total("KG102", 7, "văn bản"), total("KG103", 58, "văn bản"))
    assert told(content(totals=totals), "muc_1")[0] == (
        "Cấp ủy các đơn vị đã ban hành 65 văn bản lãnh đạo, chỉ đạo về khoa giáo, trong đó có 07 nghị quyết, "
        "chương trình hành động, đề án; 58 kế hoạch."
    )


def test_what_nobody_reported_is_named_and_not_given_a_figure(content: Content, total: Make) -> None:
    totals = (total("KG106", 5, "hội nghị"), total("KG110", None, "lượt người", counted=0))
    assert told(content(totals=totals), "muc_1")[1] == (
        "Chưa có đơn vị nào báo cáo: số lượt quần chúng, người lao động tham dự."
    )


def test_what_was_reported_as_zero_is_told_apart_from_what_was_not_reported(
    content: Content, total: Make
) -> None:
    totals = (total("KG226", 0, "vụ"), total("KG229", None, "trường hợp", counted=0))
    assert told(content(totals=totals), "muc_2_3") == [
        "Theo báo cáo của các đơn vị, không để xảy ra ngộ độc thực phẩm.",
        "Chưa có đơn vị nào báo cáo: số trường hợp vi phạm chính sách dân số, tảo hôn.",
    ]


def test_where_most_totals_move_another_way_a_note_says_it_for_all(content: Content, total: Make) -> None:
    both = {"previous_both": 56, "previous_then": 100, "previous_now": 110, "counted": 60}
    fewer = content(
        totals=[total(code, 150, previous=200, **both) for code in ("KG201", "KG209")], compared_from=50
    )
    assert "ở phần lớn chỉ tiêu không cùng chiều với hiệu hai cột" in str(fill(fewer))
    assert "(tăng 10% so với quý trước, tính trên 56 đơn vị báo cáo cả hai kỳ)" in told(fewer, "muc_2")[0]


LIKE = {"previous_both": 56, "previous_then": 100, "previous_now": 110, "counted": 60}
HEAD = "; mức tăng, giảm so với quý trước tính trên 56 đơn vị báo cáo cả hai kỳ"


def test_over_how_many_units_figures_are_compared_is_said_once_at_the_head(
    content: Content, total: Make
) -> None:
    made = content(
        totals=[total(code, 150, previous=120, **LIKE) for code in ("KG201", "KG209", "KG216")],
        compared_from=50,
    )
    assert "(tăng 10% so với quý trước)" in told(made, "muc_2")[0]
    assert told(made, "tinh_hinh")[0].endswith(f"{HEAD}.")
    assert "chỉ tính các đơn vị báo cáo cả hai kỳ, nên có thể khác hiệu hai cột" in str(fill(made))


def test_both_bases_of_a_comparison_are_told_with_their_units(content: Content, total: Make) -> None:
    last_year = {"last_year": 120, "last_year_both": 40, "last_year_then": 100, "last_year_now": 110}
    facts = {**LIKE, **last_year, "period": "2024-M03"}
    made = content("2024-M03", totals=[total("KG201", 150, previous=120, **facts)], compared_from=30)
    assert told(made, "tinh_hinh")[0].endswith(
        "; mức tăng, giảm so với tháng trước tính trên 56 đơn vị, so với cùng kỳ năm trước tính trên 40 đơn vị "
        "báo cáo cả hai kỳ."
    )


def test_what_is_compared_over_all_units_or_with_nothing_has_no_such_clause(
    content: Content, total: Make
) -> None:
    whole = total("KG201", 150, previous=120, **{**LIKE, "previous_both": 92})
    for totals in ([whole], [total("KG201", 150)]):
        assert "mức tăng, giảm" not in str(fill(content(totals=totals)))


def test_a_figure_of_other_units_says_so_itself_and_the_head_excepts_it(
    content: Content, total: Make
) -> None:
    other = total("KG205", 150, previous=120, **{**LIKE, "previous_both": 50})
    made = content(
        totals=[other, *(total(code, 150, previous=120, **LIKE) for code in ("KG201", "KG209"))],
        compared_from=50,
    )
    assert "(tăng 10% so với quý trước, tính trên 50 đơn vị báo cáo cả hai kỳ)" in told(made, "muc_2")[0]
    assert told(made, "tinh_hinh")[0].endswith(f"{HEAD}, trừ chỗ ghi riêng.")


@pytest.mark.parametrize(("units", "is_told"), [(61, False), (62, True)])
def test_a_change_over_fewer_than_two_thirds_of_the_units_is_not_told(
    content: Content, total: Make, units: int, is_told: bool
) -> None:
    made = content(totals=[total("KG201", 150, previous=200, **{**LIKE, "previous_both": units})])
    assert ("so với quý trước" in " ".join([*told(made, "muc_2"), *told(made, "tinh_hinh")])) is is_told


@pytest.mark.parametrize(("now", "words"), [(1001, "1.001 đảng viên."), (1100, "đảng viên (tăng 10%")])
def test_how_many_there_are_is_compared_only_where_it_has_changed(
    content: Content, total: Make, now: int, words: str
) -> None:
    both = {"previous_both": 80, "previous_then": 1000, "previous_now": now}
    assert words in told(content(totals=(total("KG001", now, "người", **both),)), "dac_diem")[0]


def test_a_fall_to_zero_is_told_as_a_fall(content: Content, total: Make) -> None:
    fallen = total("KG201", 0, "cuộc", previous_both=80, previous_then=12, previous_now=0)
    (text,) = told(content(totals=(fallen,)), "muc_2")
    assert text == "Kết quả chung: không có cuộc tuyên truyền về khoa giáo (quý trước: 12 cuộc)."


NONE_OF_SOME = {
    ("KG221", "KG222"): "phát sinh 02 vấn đề nổi cộm, bức xúc, chưa giải quyết được vấn đề nào",
    ("KG218", "KG219"): "chưa xử lý, gỡ bỏ được tin nào",
    ("KG306", "KG307"): "chưa khắc phục được nội dung nào",
    ("KG107", "KG108"): "không có lượt đảng viên nào tham dự trong số được triệu tập",
    ("KG301", "KG302"): "không thực hiện cuộc kiểm tra nào",
    ("KG303", "KG304"): "không thực hiện cuộc giám sát nào",
    ("KG401", "KG402"): "chưa hoàn thành cuộc sơ kết, tổng kết nào",
}


@pytest.mark.parametrize(("whole", "part"), NONE_OF_SOME)
def test_none_of_some_is_no_good_news(content: Content, total: Make, whole: str, part: str) -> None:
    made = content(totals=(total(whole, 2, "vấn đề"), total(part, 0, "vấn đề")))
    text = " ".join(" ".join(told(made, tag)) for tag in sentence_table().tags)
    assert NONE_OF_SOME[whole, part] in text
    assert "Theo báo cáo của các đơn vị, không" not in text


def test_of_nothing_no_part_is_told(content: Content, total: Make) -> None:
    made = content(totals=(total("KG221", 0, "vấn đề"), total("KG222", 0, "vấn đề")))
    assert told(made, "muc_2_4") == ["Theo báo cáo của các đơn vị, không phát sinh vấn đề nổi cộm, bức xúc."]


def test_an_attendance_of_nobody_called_is_no_gap(content: Content, total: Make) -> None:
    made = content(totals=(total("KG106", 0, "hội nghị"), total("KG109", None, "%", counted=92)))
    assert told(made, "muc_1") == [
        "Theo báo cáo của các đơn vị, không tổ chức hội nghị quán triệt, triển khai."
    ]


def test_a_stock_of_all_units_is_told_as_the_whole_and_one_of_some_is_not(
    content: Content, total: Make
) -> None:
    carried = {"counted": 77, "provisional": True, "carried_units": 15, "carried_from": ("2024-M01: 15",)}
    whole = told(content(totals=(total("KG001", 6968, "người", **carried),)), "dac_diem")
    some = told(content(totals=(total("KG001", 6082, "người", counted=77, provisional=True),)), "dac_diem")
    assert whole[0].startswith(
        "Đến thời điểm báo cáo, Đảng bộ Khối có 6.968 đảng viên (15 đơn vị lấy theo số tháng 1"
    )
    assert some == ["Đến thời điểm báo cáo, các đơn vị đã báo cáo có 6.082 đảng viên."]


def test_beside_a_stock_of_all_units_one_of_some_says_so(content: Content, total: Make) -> None:
    carried = {"counted": 76, "provisional": True, "carried_units": 16, "carried_from": ("2024-M03: 16",)}
    some = total("KG002", 10280, "người", counted=76, provisional=True)
    rest = tuple(total(code, 12, counted=76, provisional=True) for code in ("KG201", "KG302", "KG304"))
    text = told(content(totals=(total("KG001", 6971, "người", **carried), some, *rest)), "dac_diem")[0]
    assert text.endswith(
        "10.280 cán bộ, công chức, viên chức, người lao động (số liệu tạm tính của 76/92 đơn vị)."
    )


def test_what_is_carried_the_same_way_is_explained_once_below_the_table(
    content: Content, total: Make
) -> None:
    carried = {"counted": 85, "provisional": True, "carried_units": 7, "carried_from": ("2024-M03: 7",)}
    totals = (total("KG001", 6699, "người", **carried), total("KG003", 180, "chi bộ"))
    made = content(totals=(*totals, total("KG002", 12240, "người", **carried)))
    assert told(made, "dac_diem")[0].count("lấy theo số") == 0
    assert told(made, "chu_thich")[0] == (
        "Ở các số liệu tính đến thời điểm báo cáo, 07 đơn vị lấy theo số tháng 3."
    )


def test_what_is_carried_another_way_is_named_below_the_table(content: Content, total: Make) -> None:
    carried = {"counted": 83, "provisional": True, "carried_units": 6, "carried_from": ("2024-Q4: 6",)}
    june = {**carried, "carried_units": 5, "carried_from": ("2024-H1: 5",)}
    totals = (total("KG001", 6728, "người", **carried), total("KG002", 12269, "người", **carried))
    made = content("2024-Y", totals=(*totals, total("KG003", 190, "chi bộ", **june)), waivers=())
    notes = told(made, "chu_thich")
    assert notes[0] == (
        "Ở các số liệu tính đến thời điểm báo cáo, 06 đơn vị lấy theo số quý IV; 03 đơn vị chưa có số liệu; riêng “Số "
        "chi bộ trực thuộc (chi bộ cơ sở ghi 1)”: 05 đơn vị lấy theo số 6 tháng đầu năm; 04 đơn vị chưa có số liệu."
    )
    assert "(số liệu của 88 đơn vị)" in told(made, "dac_diem")[0]


def test_a_state_of_the_reporting_units_alone_keeps_its_own_place(content: Content, total: Make) -> None:
    carried = {"counted": 83, "provisional": True, "carried_units": 6, "carried_from": ("2024-Q4: 6",)}
    june = {**carried, "carried_units": 5, "carried_from": ("2024-H1: 5",)}
    usual = (total("KG001", 6728, "người", **carried), total("KG002", 12269, "người", **carried))
    some = total("KG115", 8438, "người", counted=83, provisional=True)
    made = content(
        "2024-Y",
        totals=(*usual, total("KG003", 190, "chi bộ", **june), some),
        state_codes=frozenset({"KG001", "KG002", "KG003", "KG115"}),
    )
    assert told(made, "chu_thich")[0].startswith(
        "Ở các số liệu tính đến thời điểm báo cáo, trừ chỗ ghi riêng, 06"
    )


def test_a_stock_of_some_says_of_how_many_units_it_is(content: Content, total: Make) -> None:
    carried = {"counted": 85, "provisional": True, "carried_units": 4, "carried_from": ("2024-M03: 4",)}
    text = told(content(totals=(total("KG001", 6683, "người", **carried),)), "dac_diem")[0]
    assert text.startswith(
        "Theo số liệu của 89/92 đơn vị, đến thời điểm báo cáo, Đảng bộ Khối có 6.683 đảng viên (04 đơn vị lấy theo số tháng 3"
    )


def test_stocks_of_different_units_say_of_how_many_each_is(content: Content, total: Make) -> None:
    carried = {"counted": 85, "provisional": True, "carried_units": 4, "carried_from": ("2024-M03: 4",)}
    some = total("KG002", 11446, "người", counted=85, provisional=True)
    usual = tuple(total(code, 12, counted=85, provisional=True) for code in ("KG201", "KG302", "KG304"))
    made = content(
        totals=(
            total("KG001", 6683, "người", **carried),
            total("KG605", 88, "có/không", **carried),
            some,
            *usual,
        )
    )
    assert told(made, "dac_diem")[0] == (
        "Theo số liệu của 89/92 đơn vị, đến thời điểm báo cáo, Đảng bộ Khối có 6.683 đảng viên; 11.446 cán bộ, công "
        "chức, viên chức, người lao động (số liệu của 85 đơn vị)."
    )
    assert "thời điểm báo cáo, trừ chỗ ghi riêng, 04 đơn vị lấy theo" in " ".join(told(made, "chu_thich"))


def test_a_state_in_which_no_silent_unit_stands_says_of_how_many_it_is(content: Content, total: Make) -> None:
    some = {"counted": 84, "provisional": True}
    carried = {**some, "carried_units": 5, "carried_from": ("2024-Q2: 5",)}
    totals = (
        total("KG001", 6800, "người", **carried),
        total("KG002", 12240, "người", **carried),
        total("KG115", 8075, "người", **some),
    )
    made = content("2024-H1", totals=totals, state_codes=frozenset({"KG001", "KG002", "KG115"}))
    assert "8.075 người có trình độ đại học trở lên (số liệu của 84 đơn vị)" in str(told(made, "muc_1"))


BEFORE = {"2024-Q1": 9818}


@pytest.mark.parametrize(("period", "then", "is_told"), [("2024-Q1", 9818, True), ("2024-Q1", 9000, False),
                                                         ("2025-Q1", 9818, False)])  # fmt: skip
def test_a_year_that_is_less_than_a_part_of_it_says_so(
    content: Content, total: Make, period: str, then: int, is_told: bool
) -> None:
    earlier = {period: [total("KG225", then, "người", period=period)]}
    made = content("2024-Y", totals=(total("KG225", 9801, "người", to_date=10508),), earlier=earlier)
    text = " ".join(told(made, "muc_2_3"))
    assert ("(tính cả đơn vị chỉ có báo cáo trước trong năm: 10.508 người)" in text) is is_told
    assert ("(9.801; quý I: 9.818)" in " ".join(told(made, "chu_thich"))) is is_told


def test_issues_that_the_forms_do_not_count_are_explained_below_the_table(
    content: Content, total: Make
) -> None:
    issue = IssueNote("Sở Y tế", Issue("VD1", date(2024, 2, 1), "SYT", text="A"), date(2024, 3, 14))
    made = content(totals=(total("KG221", 3, "vấn đề"),), issues=(issue,))
    assert "theo sổ theo dõi, trong kỳ phát sinh 01 vấn đề, chưa giải quyết xong." in " ".join(
        told(made, "chu_thich")
    )
    same = content(totals=(total("KG221", 1, "vấn đề"),), issues=(issue,))
    assert "theo sổ theo dõi" not in " ".join(told(same, "chu_thich"))


@pytest.mark.parametrize(("arisen", "is_told"), [(1, False), (2, True)])
def test_issues_of_earlier_periods_that_the_forms_do_not_count_are_explained_too(
    content: Content, total: Make, arisen: int, is_told: bool
) -> None:
    issue = Issue("VD1", date(2024, 1, 2), "SYT", text="A")
    note = IssueNote("Sở Y tế", issue, date(2024, 3, 14), is_earlier=True)
    forms = (total("KG221", 0, "vấn đề", to_date=arisen), total("KG222", 0, "vấn đề", to_date=0))
    notes = " ".join(told(content(totals=forms, issues=(note,)), "chu_thich"))
    assert ("theo sổ theo dõi, còn 01 vấn đề của các kỳ trước chưa giải quyết xong." in notes) is is_told


def test_estimates_are_said_in_the_one_sentence_about_whose_they_are(content: Content, total: Make) -> None:
    facts = {"counted": 83, "provisional": True, "estimated": True}
    made = content("2024-Y", totals=tuple(total(code, 12, **facts) for code in ("KG201", "KG302")))
    (head,) = told(made, "tinh_hinh")
    assert head.endswith("; số liệu là số ước của 83/92 đơn vị, cách tính nêu tại Phụ lục\u00a01.")


def test_the_parts_of_a_figure_follow_it_and_not_its_year_to_date(content: Content, total: Make) -> None:
    totals = (total("KG101", 149, "văn bản", to_date=518), total("KG102", 41, "văn bản"))
    assert told(content("2024-Q2", totals=totals), "muc_1")[0] == (
        "Cấp ủy các đơn vị đã ban hành 149 văn bản lãnh đạo, chỉ đạo về khoa giáo (lũy kế từ đầu năm 518 văn bản), "
        "trong đó có 41 nghị quyết, chương trình hành động, đề án."
    )


def test_a_sentence_cites_the_directive_that_its_indicator_names_and_no_other(
    content: Content, total: Make
) -> None:
    renamed = total("KG111", 36, "có/không", label="Đã ban hành kế hoạch thực hiện NQ 57-NQ/TW", counted=76)
    assert told(content(totals=(renamed,)), "muc_1") == [
        "Về thực hiện từng văn bản: 36/76 đơn vị đã có chương trình, kế hoạch thực hiện Nghị quyết số 57-NQ/TW."
    ]


def test_an_indicator_that_names_no_directive_any_more_is_told_by_its_label(
    content: Content, total: Make
) -> None:
    renamed = total("KG111", 36, "có/không", label="Đã ban hành kế hoạch về trí thức", counted=76)
    made = content(totals=(renamed,))
    assert told(made, "muc_1") == ["Chỉ tiêu khác: Đã ban hành kế hoạch về trí thức: 36/76 đơn vị."]
    assert made.not_spoken_of == ["KG111"]


def test_the_office_tells_an_indicator_of_its_own_in_its_own_sentence(content: Content, total: Make) -> None:
    item = replace(load_profile("2024").indicators[0], code="KG399", label="Số lớp", section="II.3")
    own = own_parts([replace(item, sentence="Mở {} bồi dưỡng về y tế học đường.")])
    made = content(totals=(total("KG399", 7, "lớp", section="II.3"),), own_sentences=tuple(own))
    assert told(made, "muc_3") == ["Mở 07 lớp bồi dưỡng về y tế học đường."]


def test_an_indicator_of_the_office_borrows_the_sentence_of_another(content: Content, total: Make) -> None:
    item = replace(load_profile("2024").indicators[0], code="KG399", label="Số cuộc", section="II.3")
    own = own_parts([replace(item, sentence="KG302")])
    made = content(totals=(total("KG399", 7, "cuộc", section="II.3"),), own_sentences=tuple(own))
    assert told(made, "muc_3") == ["Các cấp ủy đã thực hiện 07 cuộc kiểm tra về khoa giáo."]


def test_an_indicator_that_the_office_calls_otherwise_is_told_by_its_own_name(
    content: Content, total: Make
) -> None:
    renamed = total("KG302", 9, "cuộc", label="Số cuộc kiểm tra chuyên đề bảo hiểm y tế")
    made = content(totals=(renamed,), reworded=frozenset({"KG302"}))
    assert told(made, "muc_3") == ["Chỉ tiêu khác: Số cuộc kiểm tra chuyên đề bảo hiểm y tế: 09 cuộc."]


def test_no_sentence_of_the_tool_names_a_directive_itself() -> None:
    words = [f"{part.opening} {part.frame} {part.name} {part.nothing}" for part in sentence_table().rows]
    assert list(symbols_in(" ".join(words))) == []


def test_what_cites_a_directive_belongs_to_an_indicator_that_names_one() -> None:
    items = {item.code: item for item in load_profile("2024").indicators}
    citing = [part.code for part in sentence_table().sentence_parts if part.names_directive]
    assert [code for code in citing if not list(symbols_in(items[code].label))] == []


def test_what_is_outside_every_unit_is_no_gap_and_no_zero(content: Content, total: Make) -> None:
    made = total("KG112", 0, "có/không/không thuộc", counted=0, owing=0, not_applicable=5)
    assert told(content(totals=(made,)), "muc_1") == [
        "Không đơn vị nào thuộc phạm vi: số đơn vị đã triển khai Chỉ thị số 25-CT/TW."
    ]


def test_a_sentence_whose_first_figure_is_missing_begins_otherwise(content: Content, total: Make) -> None:
    totals = (total("KG201", None, counted=0), total("KG205", 700, "lượt người"))
    assert told(content(totals=totals), "muc_2")[0] == "Kết quả chung: 700 lượt người tham dự."


def test_a_section_the_period_does_not_ask_says_so(content: Content) -> None:
    assert told(content(reviews=()), "muc_4") == [""]  # it vanishes with its heading


def test_a_period_without_any_figure_says_so_in_every_section(content: Content) -> None:
    empty = content(totals=(), reviews=())
    sections = [tag for tag in sentence_table().tags if tag not in OPTIONAL_TAGS]
    said = {line for tag in sections for line in told(empty, tag)}
    assert said == {"Kỳ này chưa có số liệu báo cáo của các đơn vị về nội dung này."}


def test_an_indicator_the_office_added_is_told_under_its_own_name(content: Content, total: Make) -> None:
    added = total("KG399", 7, "cuộc", label="- Số cuộc đối thoại", section="II.3")
    assert told(content(totals=(added,)), "muc_3") == ["Chỉ tiêu khác: Số cuộc đối thoại: 07 cuộc."]


def test_a_provisional_figure_carries_its_mark(content: Content) -> None:
    assert "26.472 lượt người tham dự (số liệu tạm tính của 84/92 đơn vị)" in told(content(), "muc_2")[0]


def test_a_mark_that_most_figures_share_is_said_once_for_all(content: Content, total: Make) -> None:
    totals = tuple(total(code, 12, counted=88, provisional=True) for code in ("KG201", "KG302", "KG304"))
    made = content(totals=totals)
    (head,) = told(made, "tinh_hinh")
    assert head.startswith("Đến ngày 20/3/2024, Đảng bộ Khối có 88/92 đơn vị đã báo cáo;")
    assert head.endswith("; số liệu là số tạm tính, cách tính nêu tại Phụ lục\u00a01.")
    assert "tạm tính" not in unmarked(fill(made)["muc_2"] + fill(made)["muc_3"])


def test_a_place_of_its_own_is_promised_only_where_there_is_one(content: Content, total: Make) -> None:
    most = tuple(total(code, 12, counted=88, provisional=True) for code in ("KG201", "KG302", "KG304"))
    own = total("KG501", 3, "cuộc", counted=40, owing=40)
    made = content(totals=(*most, own))
    assert (
        "; số liệu là số tạm tính của 88/92 đơn vị, trừ chỗ ghi riêng, cách tính"
        in told(made, "tinh_hinh")[0]
    )
    assert "theo Quyết định số 238-QĐ/TW (số liệu đủ 40/40 đơn vị)." in told(made, "muc_5")[0]


def test_an_estimate_is_said_at_the_head(content: Content, total: Make) -> None:
    made = content(totals=(total("KG201", 12, estimated=True),))
    assert told(made, "tinh_hinh")[0].endswith("; số liệu là số ước, các đơn vị báo cáo trước khi hết kỳ.")


REMARKS = {
    (
        "to_date",
        99,
        62,
    ): "Số lũy kế lấy theo báo cáo đầy đủ nhất đã có của từng đơn vị (quý, nếu chưa có thì các tháng); "
    "62/92 đơn vị có đủ số liệu từ đầu năm.",
    (
        "breaks",
        ("quý II 12, cộng các tháng 10", "1 đơn vị có quý II nhưng thiếu tháng, chênh: SYT 2"),
        92,
    ): "Có 01 chỉ tiêu có tổng các báo cáo quý II khác tổng các báo cáo tháng, do 01 đơn vị có báo cáo "
    "quý II nhưng thiếu báo cáo tháng.",
}


DIFFERING = {
    "1 đơn vị báo cáo cả hai, số khác nhau: SYT 12 ≠ 10": (
        "01 đơn vị ghi số ở báo cáo quý I khác tổng các báo cáo tháng của chính đơn vị"
    ),
    "1 đơn vị có tháng nhưng thiếu quý I, chênh: STP -3": (
        "01 đơn vị có báo cáo tháng nhưng thiếu báo cáo quý I"
    ),
    "2 đơn vị có quý I nhưng thiếu tháng, chênh: BD 2, SYT 1": (
        "02 đơn vị có báo cáo quý I nhưng thiếu báo cáo tháng"
    ),
}


@pytest.mark.parametrize("broken", DIFFERING)
def test_why_a_quarter_is_not_its_months_is_told_of_what_is_so_alone(
    content: Content, total: Make, broken: str
) -> None:
    made = content(totals=(total("KG201", 12, breaks=("quý I 12, cộng các tháng 10", broken)),))
    notes = told(made, "chu_thich")
    assert any(note.endswith(f"báo cáo tháng, do {DIFFERING[broken]}.") for note in notes)


@pytest.mark.parametrize("fact", REMARKS)
def test_how_figures_come_about_is_said_below_their_table(
    content: Content, total: Make, fact: tuple[str, Any, int]
) -> None:
    name, value, counted = fact
    facts = {name: value, "to_date_counted": counted, "to_date_owing": 92}
    made = content("2024-Q2", totals=(total("KG201", 12, **facts),))
    assert told(made, "chu_thich")[0] == REMARKS[fact]


BREAKS = (
    "quý I 613, cộng các tháng 600",
    "2 đơn vị có quý I nhưng thiếu tháng, chênh: SYT 4, STP 3",
    "1 đơn vị báo cáo cả hai, số khác nhau: STC 12 ≠ 10",
)


def test_who_is_behind_a_sum_that_does_not_fit_is_named_once_below_the_table(
    content: Content, total: Make
) -> None:
    totals = (total("KG201", 12, breaks=BREAKS), total("KG202", 12, breaks=BREAKS))
    names = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp", "STC": "Sở Tài chính"}
    made = content(totals=totals, unit_names=names, waivers=())
    assert unmarked(fill(made)["chu_thich"]).split("\a")[-2:] == [
        "Số ở báo cáo quý I khác tổng các báo cáo tháng của chính đơn vị: Sở Tài chính.",
        "Có báo cáo quý I nhưng thiếu báo cáo tháng 1, tháng 2 hoặc tháng 3: Sở Y tế, Sở Tư pháp.",
    ]


def test_sums_that_fit_are_none_that_differ_whoever_lacks_a_report(content: Content, total: Make) -> None:
    fitting = (BREAKS[0].replace("600", "613"), *BREAKS[1:])
    notes = fill(content(totals=(total("KG201", 12, breaks=fitting),), waivers=()))["chu_thich"]
    assert "chỉ tiêu có tổng" not in notes
    made = content(totals=(total("KG201", 12, breaks=BREAKS),), waivers=())
    assert "tháng, do 01 đơn vị ghi số ở báo cáo quý I khác tổng" in fill(made)["chu_thich"]


def test_a_figure_as_of_a_day_is_no_sum_and_is_held_against_the_last_part_with_both_figures(
    content: Content, total: Make
) -> None:
    broken = total("KG223", 12, breaks=("quý I 12, cộng các tháng 10", BREAKS[2]))
    made = content(
        totals=(broken,), unit_names={"STC": "Sở Tài chính"}, waivers=(), stock_codes=frozenset({"KG223"})
    )
    notes = unmarked(fill(made)["chu_thich"])
    assert notes.split("\a")[-1] == (
        "Số người tham gia BHYT ở báo cáo quý I khác báo cáo tháng 3 của chính đơn vị: Sở Tài chính (12 và 10)."
    )
    assert "khác tổng" not in notes


def test_a_part_that_is_not_due_yet_is_lacked_by_nobody(content: Content, total: Make) -> None:
    broken = "2 đơn vị có quý I nhưng thiếu tháng, chênh: SYT 4, STP 3"
    duties = (Duty("2024-M01", "SYT", State.RETURNED), Duty("2024-M03", "STP", State.MISSING))
    made = content(totals=(total("KG201", 12, breaks=(broken,)),), unit_names={"SYT": "Sở Y tế", "STP": "Sở Tư pháp"},
                   duties=duties, due_days={"2024-M03": date(2024, 3, 25)}, waivers=())  # fmt: skip
    notes = unmarked(fill(made)["chu_thich"])
    assert (
        "Có báo cáo quý I nhưng thiếu báo cáo tháng 1 hoặc tháng 2: Sở Y tế; báo cáo tháng 3 chưa đến hạn."
        in notes
    )
    assert "khác tổng" not in notes


def test_where_the_log_knows_an_issue_the_forms_do_not_deny_it(content: Content, total: Make) -> None:
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="Chậm trả tiền")
    made = content(
        totals=(total("KG221", 0, "vấn đề"),), issues=(IssueNote("Sở Y tế", issue, date(2024, 3, 14)),)
    )
    assert told(made, "muc_2_4")[0] == (
        "Trong kỳ phát sinh 01 vấn đề nổi cộm; đến hết kỳ, chưa giải quyết xong:"
    )


def test_every_unit_is_accounted_for_at_the_head(content: Content) -> None:
    assert told(content(), "tinh_hinh")[0] == (
        "Đến ngày 20/3/2024, Đảng bộ Khối có 88/92 đơn vị đã báo cáo; còn 03 đơn vị chưa gửi "
        "hoặc phải gửi lại báo cáo, 01 đơn vị được gia hạn (danh sách tại Phụ lục 2); mức tăng, giảm so với quý trước tính trên "
        "65 đơn vị báo cáo cả hai kỳ."
    )


def came(rule: str, file: str = "a.xlsx", state: State = State.UNUSABLE) -> dict[str, Duty]:
    moment = datetime(2024, 3, 16, 14, 20)  # noqa: DTZ001
    return {"Bưu điện tỉnh": Duty("2024-Q1", "BD", state, file=file, received=moment, rule=rule)}


CAUSES = {
    "TN-10": "không đọc được tệp",
    "TN-08": "bản PDF, không phải biểu mẫu",
    "R35-7": "gửi nhầm biểu của đơn vị khác",
    "R35-3": "không phải biểu mẫu của đơn vị, của kỳ này",
    "NB-12": "đến sau hạn khóa kỳ",
}


@pytest.mark.parametrize("rule", CAUSES)
def test_who_sent_what_is_of_no_use_is_told_so_and_why(content: Content, rule: str) -> None:
    made = content(states={State.UNUSABLE: ("Bưu điện tỉnh",)}, came=came(rule))
    assert "còn 01 đơn vị phải sửa, gửi lại báo cáo" in told(made, "tinh_hinh")[0]
    (row,) = fill(made)["chua_bao_cao"]
    assert (row.trang_thai, row.ngay, row.ly_do) == ("Đã gửi, phải gửi lại", "16/3/2024", CAUSES[rule])


def test_of_a_file_that_may_not_be_named_no_cause_is_told(content: Content) -> None:
    made = content(states={State.UNUSABLE: ("Bưu điện tỉnh",)}, came=came("TN-59", file=""))
    (row,) = fill(made)["chua_bao_cao"]
    assert (row.trang_thai, row.ngay, row.ly_do) == ("Đã gửi, phải gửi lại", "16/3/2024", "-")


def test_of_a_returned_form_the_day_is_told(content: Content) -> None:
    made = content(states={State.RETURNED: ("Bưu điện tỉnh",)}, came=came("R01", state=State.RETURNED))
    (row,) = fill(made)["chua_bao_cao"]
    assert (row.trang_thai, row.ngay, row.ly_do) == (
        "Trả lại để sửa",
        "16/3/2024",
        "các số liệu chưa khớp nhau",
    )


def test_units_with_nothing_to_report_are_counted_as_having_reported(content: Content) -> None:
    made = content(states={State.NOTHING: ("A", "B"), State.ACCEPTED: ("C",)})
    assert "có 3/3 đơn vị đã báo cáo" in told(made, "tinh_hinh")[0]
    note = "Trong số đơn vị đã báo cáo, 02 đơn vị báo cáo không có việc phát sinh."
    assert note in told(made, "chu_thich")


def test_what_units_act_upon_and_none_names_as_studied_is_said(content: Content, total: Make) -> None:
    studied = total("KG105", 1, "văn bản", note="45-NQ/TW")
    acted = (total("KG111", 60, "có/không", counted=89), total("KG117", 89, "có/không", counted=89))
    (last,) = told(content(totals=(*acted, studied), offered=frozenset({"91-KL/TW"})), "muc_1")[-1:]
    assert last == "Kết luận số 91-KL/TW: chưa đơn vị nào nêu việc quán triệt (bổ sung kết quả quán triệt)."
    none = told(content(totals=(acted[0], studied)), "muc_1")
    assert not any("bổ sung kết quả quán triệt" in text for text in none)


def test_of_a_directive_that_no_form_offers_the_silence_of_units_shows_nothing(
    content: Content, total: Make
) -> None:
    studied = total("KG105", 1, "văn bản", note="45-NQ/TW")
    made = content(totals=(total("KG117", 89, "có/không", counted=89), studied))
    (last,) = told(made, "muc_1")[-1:]
    assert last == (
        "Kết luận số 91-KL/TW: chưa có trong danh mục văn bản được quán triệt của biểu báo cáo (bổ sung kết quả quán triệt)."
    )


def test_studied_directives_are_cited_from_what_consolidation_noted(content: Content, total: Make) -> None:
    totals = (total("KG105", 1, "văn bản", note="49-KL/TW"),)
    assert told(content(totals=totals), "muc_1") == [
        "Trong kỳ đã quán triệt 01 văn bản: Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư khóa XII (bổ sung trích yếu)."
    ]


STUDIED = {
    (0, 0): "Trong kỳ không có văn bản nào về khoa giáo được quán triệt.",
    (0, 41): "Các đơn vị có hội nghị nhưng chưa nêu tên văn bản được quán triệt.",
    (None, 41): "Các đơn vị có hội nghị nhưng chưa nêu tên văn bản được quán triệt.",
    (None, None): "Chưa có đơn vị nào báo cáo: danh mục văn bản được quán triệt.",
}


@pytest.mark.parametrize(("named", "meetings"), STUDIED)
def test_no_directive_no_answer_and_a_meeting_without_a_name_are_three_things(
    content: Content, total: Make, named: int | None, meetings: int | None
) -> None:
    totals = (
        total("KG105", named, "văn bản", counted=0 if named is None else 92),
        total("KG106", meetings, "hội nghị", counted=0 if meetings is None else 92),
    )
    assert told(content(totals=totals), "muc_1")[-1] == STUDIED[named, meetings]


def test_a_review_of_the_next_period_becomes_a_task(content: Content) -> None:
    review = Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="ST01")
    step = ReviewStep("ST01", 6, "Hội nghị", due=date(2024, 5, 10))
    opening, task = told(content("2024-Q1", reviews=(review,), steps=(step,)), "nhiem_vu")
    assert opening == "Nhiệm vụ theo kế hoạch, thực hiện đến hết quý II năm 2024:"
    assert task.startswith("- Sơ kết 05 năm")
    assert task.endswith("(tròn 05 năm: 10/5/2024): hội nghị, hạn 10/5/2024.")


def test_words_that_would_fill_pages_move_to_an_appendix_whole(content: Content) -> None:
    long = tuple(
        Narrative(f"Đơn vị {index}", "KG602", f"Việc {index} " + "đã làm " * 100) for index in range(9)
    )
    tags = fill(content(narratives=long))
    assert sum(len(each.text) for each in long) > ROOM
    assert tags["uu_diem"] == "Các đơn vị nêu 09 ý kiến (toàn văn tại Phụ lục 3)."
    assert [row["don_vi"] for row in tags["y_kien"][1:]] == [each.unit_name for each in long]


def test_silence_of_units_that_reported_is_not_silence_of_units_that_did_not(content: Content) -> None:
    assert told(content(narratives=()), "han_che") == ["Các đơn vị không nêu hạn chế, khó khăn trong kỳ."]
    nobody = content(narratives=(), states={State.MISSING: ("A",)})
    assert told(nobody, "han_che") == ["Kỳ này chưa có số liệu báo cáo của các đơn vị về nội dung này."]


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2024-M03", "kết quả công tác khoa giáo tháng 3,\nnhiệm vụ trọng tâm tháng 4 năm 2024"),
        ("2024-M12", "kết quả công tác khoa giáo tháng 12 năm 2024,\nnhiệm vụ trọng tâm tháng 1 năm 2025"),
        ("2024-Q1", "kết quả công tác khoa giáo quý I,\nnhiệm vụ trọng tâm quý II năm 2024"),
        ("2024-H1", "kết quả công tác khoa giáo 6 tháng đầu năm;\nnhiệm vụ trọng tâm 6 tháng cuối năm 2024"),
        ("2024-Y", "kết quả công tác khoa giáo năm 2024;\nphương hướng, nhiệm vụ năm 2025"),
    ],
)
def test_the_title_names_the_period_and_the_next(content: Content, period: str, title: str) -> None:
    assert fill(content(period))["trich_yeu"] == title


def test_every_indicator_of_the_list_has_its_place_in_a_sentence() -> None:
    from importlib.resources import files

    rows = (files("khoagiao_xl") / "data/indicators.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == sentence_table().codes


def test_without_a_count_of_duties_the_known_states_are_counted(content: Content) -> None:
    states = {State.ACCEPTED: ("A",), State.MISSING: ("B",), State.WAIVED: ("C",)}
    assert (
        "có 1/2 đơn vị đã báo cáo; còn 01 đơn vị chưa gửi báo cáo"
        in told(content(states=states), "tinh_hinh")[0]
    )


def test_a_waiver_is_footnoted_once_and_marked_at_its_figure(content: Content) -> None:
    tags = fill(content())
    row = next(row for row in tags["bang_so_lieu"] if row.ma == "KG201")
    assert row.ten.endswith("(1)")
    assert (
        tags["chu_thich"].split("\a")[-1] == "(1) Chi bộ Sở Du lịch: chuyển trụ sở; đến hết ngày 30/6/2024."
    )


def test_signs_of_the_table_are_explained_only_where_they_stand(content: Content, total: Make) -> None:
    plain = total("KG201", 5, previous=4, last_year=3, to_date=5)
    notes = unmarked(fill(content(totals=(plain,), waivers=()))["chu_thich"])
    assert notes == "Số liệu của kỳ tính trên 92/92 đơn vị phải báo cáo."


def test_a_full_period_has_no_star_and_no_word_of_what_is_provisional(content: Content, total: Make) -> None:
    full = {"to_date": 9, "to_date_counted": 92, "to_date_owing": 92, "previous": 4, "last_year": 3}
    full |= {"previous_counted": 92, "previous_owing": 92, "last_year_counted": 92, "last_year_owing": 92}
    tags = fill(content(totals=(total("KG201", 5, **full), total("KG109", 98.1, "%", **full)), states={}))
    said = unmarked(str(tags))
    assert "tạm tính" not in said
    assert "*" not in said


def test_words_that_very_many_units_share_are_said_once_and_the_units_named_in_the_appendix(
    content: Content,
) -> None:
    names = tuple(f"Đơn vị {index}" for index in range(6))
    tags = fill(content(narratives=tuple(Narrative(name, "KG603", "Thiếu cán bộ.") for name in names)))
    assert unmarked(tags["han_che"]).split("\a") == [
        "Các đơn vị nêu khó khăn, hạn chế:",
        "- 06 đơn vị (nêu tên tại Phụ lục 3): thiếu cán bộ.",
    ]
    assert [row.get("don_vi") for row in tags["y_kien"]] == [None, ", ".join(names)]


def test_a_provisional_mark_that_a_whole_sentence_shares_is_said_once_before_its_colon(
    content: Content, total: Make
) -> None:
    facts = {"counted": 76, "provisional": True}
    some = (total("KG223", 900, "người", **facts), total("KG224", 99.1, "%", **facts))
    rest = tuple(total(code, 12) for code in ("KG202", "KG302", "KG304"))
    assert told(content(totals=some + rest), "muc_2_3")[0] == (
        "Về y tế, chăm sóc sức khỏe (số liệu tạm tính của 76/92 đơn vị): có 900 người tham gia bảo hiểm y tế, đạt tỷ "
        "lệ 99,1%."
    )
