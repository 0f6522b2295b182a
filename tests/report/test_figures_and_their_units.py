"""Whose figures a sentence tells, and over whom they are compared: said where it is not as at the head."""

from __future__ import annotations

import pytest

from khoagiao_xl.report.template_filling import fill
from tests.report.test_outline import Content, Make, told


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
