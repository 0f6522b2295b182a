"""What figures show to be left undone: among the limits, among the tasks, and beside what is marked as done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Deadline, Review, Task
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.later_names import named_later
from khoagiao_xl.report.said_no import units_saying_no
from khoagiao_xl.report.shortfalls import shortfalls
from khoagiao_xl.report.template_filling import fill
from tests.totals.paper_world import year_of

Content = Callable[..., ReportContent]
JUNE = date(2024, 6, 20)
HALF = Deadline("2024-H1", date(2023, 12, 15), date(2024, 6, 14), date(2024, 6, 17), JUNE, JUNE)
YEAR = Deadline("2024-Y", date(2023, 12, 15), date(2024, 12, 14), date(2024, 12, 5), JUNE, JUNE)
PLAN = Task(
    "NV02", "", "", "Ban hành kế hoạch thực hiện Nghị quyết số 45-NQ/TW", "", "Các chi bộ",
    directives=("45-NQ/TW",), due=date(2024, 3, 31), status="xong",
)  # fmt: skip
HAVE = "đã có chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW"
ENDS = {"2024-Q1": date(2024, 3, 14), "2024-H1": HALF.ends}


def told(content: ReportContent, tag: str) -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


def answers(total: Any, yes: int, units: int = 89, **facts: Any) -> Any:
    return total("KG111", yes, "có/không", counted=units, owing=92, provisional=True, **facts)


def half(content: Content, *totals: Any, task: Task = PLAN) -> ReportContent:
    return content("2024-H1", today=JUNE, totals=totals, tasks=(task,), deadline=HALF, reviews=())


def year(content: Content, total: Any, **earlier: Any) -> ReportContent:
    return content(
        "2024-Y",
        today=date(2024, 12, 10),
        totals=(answers(total, 89, period="2024-Y"),),
        tasks=(PLAN,),
        deadline=YEAR,
        reviews=(),
        last_days=ENDS,
        earlier=earlier,
    )


def test_a_task_marked_as_done_that_units_have_not_done_is_a_limit(content: Content, total: Any) -> None:
    made = half(content, answers(total, 60))
    assert (
        "29/89 đơn vị chưa có chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW (hạn 31/3/2024)."
        in told(made, "han_che")
    )


def test_it_is_still_to_be_done(content: Content, total: Any) -> None:
    assert told(half(content, answers(total, 60)), "nhiem_vu") == (
        "Việc quá hạn, cần thực hiện ngay: ban hành kế hoạch thực hiện Nghị quyết số 45-NQ/TW ở các đơn vị chưa "
        "thực hiện (chủ trì: các chi bộ; hạn 31/3/2024, quá 81 ngày)."
    )


def test_it_is_not_told_as_done(content: Content, total: Any) -> None:
    assert told(half(content, answers(total, 60)), "viec_cua_ban") == (
        "Theo dõi kế hoạch năm, trong kỳ có 01 nhiệm vụ có hạn theo ngày, 01 nhiệm vụ còn đơn vị chưa thực hiện: ban "
        f"hành kế hoạch thực hiện Nghị quyết số 45-NQ/TW (60/89 đơn vị {HAVE}; 03 đơn vị chưa có số liệu)."
    )


def test_what_all_have_done_by_now_was_late_where_the_report_after_the_due_day_shows_units_without_it(
    content: Content, total: Any
) -> None:
    made = year(content, total, **{"2024-H1": [answers(total, 60, period="2024-H1")]})
    assert "có đơn vị thực hiện sau hạn, ở báo cáo 6 tháng đầu năm còn 29/89 đơn vị chưa thực hiện" in told(
        made, "viec_cua_ban"
    )
    where = named_later("viec_cua_ban")
    assert f"01 nhiệm vụ của kế hoạch năm có đơn vị thực hiện sau hạn (nêu tại mục {where})" in told(
        made, "han_che"
    )


def test_who_was_late_with_what_all_have_done_by_now_is_listed_as_late_and_not_as_undone(
    content: Content, total: Any
) -> None:
    earlier = {"2024-H1": [answers(total, 82, period="2024-H1")]}
    many = {"2024-H1": {"KG111": tuple(MANY)}}
    made = replace(year(content, total, **earlier), said_no=many, unit_names=MANY)
    heading, row = fill(made)["y_kien"]
    assert (heading["nhom"], row["don_vi"]) == (
        "Đơn vị thực hiện nhiệm vụ sau hạn",
        ", ".join(MANY.values()),
    )
    assert unmarked(row["noi_dung"]) == (
        "Đến báo cáo 6 tháng đầu năm: 7/89 đơn vị chưa có chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW "
        "(hạn 31/3/2024)."
    )
    assert "còn 7/89 đơn vị chưa thực hiện, nêu tên tại Phụ lục\u00a03" in told(made, "viec_cua_ban")


def test_a_report_of_before_the_due_day_shows_nobody_late(content: Content, total: Any) -> None:
    made = year(content, total, **{"2024-Q1": [answers(total, 31, period="2024-Q1")]})
    assert "sau hạn" not in told(made, "viec_cua_ban") + told(made, "han_che")


def test_a_task_that_is_due_next_says_how_many_units_have_done_it_by_now(
    content: Content, total: Any
) -> None:
    made = content(totals=(answers(total, 31),), tasks=(PLAN.__class__(**{**vars(PLAN), "status": "nhận"}),))
    assert f"(chủ trì: các chi bộ; hạn 31/3/2024; đến nay 31/89 đơn vị {HAVE})" in told(made, "nhiem_vu")


def test_what_this_period_does_not_ask_is_not_told_as_done(content: Content) -> None:
    text = "Xây dựng kế hoạch công tác khoa giáo năm 2024"
    task = Task("NV32", "", "", text, "", "Các chi bộ", due=date(2024, 2, 14), status="xong")
    made = content("2024-M02", tasks=(task,), deadline=HALF, known_codes=("KG601",))
    assert told(made, "viec_cua_ban").endswith(
        f"{text[1:]} (kết quả của các đơn vị không thống kê trong báo cáo kỳ này)."
    )
    asked = replace(made, asked_with={"KG601": frozenset({Kind.QUARTER, Kind.YEAR})})
    assert told(asked, "viec_cua_ban").endswith("(kết quả của các đơn vị tổng hợp trong báo cáo quý I).")


def test_defects_that_are_not_mended_are_a_limit_and_a_task(content: Content, total: Any) -> None:
    made = half(content, total("KG306", 267, "nội dung"), total("KG307", 119, "nội dung"))
    left = "148/267 hạn chế, thiếu sót phát hiện qua kiểm tra, giám sát"
    assert f"còn {left} chưa khắc phục" in told(made, "han_che")
    assert (
        "Các cấp ủy khắc phục xong 148 hạn chế, thiếu sót còn lại đã phát hiện qua kiểm tra, giám sát"
        in told(made, "nhiem_vu").replace(": các", ": Các")
    )


IN_QUARTER = replace(PLAN, text=f"{PLAN.text}, hoàn thành trong quý I")


def test_when_it_was_to_be_done_does_not_read_as_if_it_were_done(content: Content, total: Any) -> None:
    assert f"45-NQ/TW (hạn 31/3/2024; 60/89 đơn vị {HAVE}" in told(
        half(content, answers(total, 60), task=IN_QUARTER), "viec_cua_ban"
    )


HEALTH = replace(
    PLAN, text="Phổ biến Nghị quyết số 45-NQ/TW; các đơn vị trong ngành y tế xong trước ngày 31/3/2024"
)


SAID_NO = {"2024-H1": {"KG111": ("SYT", "STP")}}
NAMES = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp"}
MANY = {f"DV{at}": f"Đơn vị {at}" for at in range(1, 8)}


def of_some(content: Content, total: Any, **facts: Any) -> ReportContent:
    """Return a half-year in which two units said «Không» to what only the health units had a day for."""
    return replace(
        half(content, answers(total, 87, period="2024-H1"), task=HEALTH),
        **{"said_no": SAID_NO, "unit_names": NAMES, **facts},
    )


LATE_IN_HEALTH = (
    "Việc quá hạn, cần thực hiện ngay: phổ biến Nghị quyết số 45-NQ/TW ở 01 đơn vị trong ngành y tế chưa thực hiện "
    "(chủ trì: các chi bộ; hạn 31/3/2024, quá 81 ngày)."
)
OF_THE_OTHERS = (
    "Nhiệm vụ theo kế hoạch, thực hiện đến hết năm 2024: phổ biến Nghị quyết số 45-NQ/TW ở 01 đơn vị"
)


def test_a_task_is_late_of_those_whose_day_is_past_and_to_be_done_of_the_others(
    content: Content, total: Any
) -> None:
    assert told(of_some(content, total), "nhiem_vu") == (
        f"{LATE_IN_HEALTH} {OF_THE_OTHERS} khác chưa thực hiện (chủ trì: các chi bộ)."
    )
    late_alone = of_some(content, total, said_no={"2024-H1": {"KG111": ("SYT",)}})
    assert told(late_alone, "nhiem_vu") == LATE_IN_HEALTH
    none_late = of_some(content, total, said_no={"2024-H1": {"KG111": ("STP",)}})
    assert told(none_late, "nhiem_vu") == f"{OF_THE_OTHERS} chưa thực hiện (chủ trì: các chi bộ)."


def test_where_nobody_knows_who_has_not_done_it_the_whole_task_stands_with_what_is_late(
    content: Content, total: Any
) -> None:
    assert told(of_some(content, total, said_no={}), "nhiem_vu") == (
        "Việc quá hạn, cần thực hiện ngay: phổ biến Nghị quyết số 45-NQ/TW ở các đơn vị chưa thực hiện (chủ trì: "
        "các chi bộ; các đơn vị trong ngành y tế phải hoàn thành ngay, hạn 31/3/2024 đã qua)."
    )


def test_what_units_have_not_done_passes_into_the_next_year(content: Content, total: Any) -> None:
    counted = total("KG308", 62, "có/không", counted=88, period="2024-Y")
    scheme = replace(PLAN, text="Kiểm tra phần việc thuộc Đề án số 03-ĐA/TU", status="nhận", directives=())
    made = replace(year(content, total), totals=(counted,), tasks=(scheme,))
    assert (
        "ở các đơn vị chưa thực hiện (chủ trì: các chi bộ; hạn 31/3/2024, quá 254 ngày; chuyển sang năm 2025)"
        in told(made, "nhiem_vu")
    )
    assert "chưa được ghi nhận" not in told(made, "han_che")


def test_of_what_nobody_counts_it_is_only_said_whose_day_is_past(content: Content) -> None:
    open_task = replace(HEALTH, status="nhận")
    made = told(half(content, task=open_task), "nhiem_vu")
    assert made.startswith("Việc quá hạn, cần thực hiện ngay: ")
    assert "(chủ trì: các chi bộ; hạn 31/3/2024 của các đơn vị trong ngành y tế đã qua)" in made


def test_its_limit_names_who_said_no_so_that_the_office_sees_whether_they_are_those(
    content: Content, total: Any
) -> None:
    assert (
        "2/89 đơn vị chưa có chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW (Sở Y tế, Sở Tư pháp); trong "
        "đó có 01 đơn vị trong ngành y tế đã quá hạn 31/3/2024: Sở Y tế."
        in told(of_some(content, total), "han_che")
    )


def test_it_is_not_told_as_kept_where_the_plan_is_followed(content: Content, total: Any) -> None:
    assert (
        f"(hạn 31/3/2024 của các đơn vị trong ngành y tế; 87/89 đơn vị {HAVE}; 03 đơn vị chưa có số liệu)."
    ) in told(of_some(content, total), "viec_cua_ban")


def test_many_units_that_said_no_are_listed_behind_the_report(content: Content, total: Any) -> None:
    many = {"2024-H1": {"KG111": tuple(MANY)}}
    made = of_some(content, total, said_no=many, unit_names=MANY)
    assert "(danh sách tại Phụ lục\u00a03)" in told(made, "han_che")
    heading, row = fill(made)["y_kien"]
    assert heading == {"nhom": "Đơn vị chưa thực hiện nhiệm vụ"}
    assert row["don_vi"] == ", ".join(MANY.values())
    assert row["noi_dung"].endswith("45-NQ/TW (hạn 31/3/2024 của các đơn vị trong ngành y tế).")


def test_an_annex_names_the_day_of_all_units_too(content: Content, total: Any) -> None:
    many = {"2024-H1": {"KG111": tuple(MANY)}}
    made = replace(half(content, answers(total, 82, period="2024-H1")), said_no=many, unit_names=MANY)
    _, row = fill(made)["y_kien"]
    assert row["noi_dung"].endswith("45-NQ/TW (hạn 31/3/2024).")


YEARS_PLAN = replace(PLAN, text="Xây dựng kế hoạch công tác khoa giáo năm 2024 của cấp ủy", directives=())


def test_a_figure_that_is_nothing_but_a_task_is_told_with_the_task_alone(
    content: Content, total: Any
) -> None:
    counted = total("KG601", 60, "có/không", counted=89)
    made = half(content, counted, total("KG502", 734, "lần"), task=YEARS_PLAN)
    # The figure counts who has a plan, the task asks to send it by a day too.
    assert "60/89 đơn vị đã ban hành kế hoạch" in told(made, "viec_cua_ban")
    assert "kế hoạch" not in told(made, "muc_5")
    assert "60/89 đơn vị đã ban hành kế hoạch" in told(replace(made, tasks=()), "muc_5")


def test_units_are_named_for_a_day_of_all_too(content: Content, total: Any) -> None:
    made = replace(half(content, answers(total, 87, period="2024-H1")), said_no=SAID_NO, unit_names=NAMES)
    assert "45-NQ/TW (hạn 31/3/2024; Sở Y tế, Sở Tư pháp)" in told(made, "han_che")


def test_who_is_of_the_field_whose_day_is_over_is_not_guessed_where_nobody_is_known(
    content: Content, total: Any
) -> None:
    limit = told(of_some(content, total, said_no={}), "han_che")
    assert "45-NQ/TW; các đơn vị trong ngành y tế trong số này đã quá hạn 31/3/2024." in limit
    others = {"2024-H1": {"KG111": ("STP",)}}
    assert "quá hạn" not in told(of_some(content, total, said_no=others), "han_che")


def made_by_the_year(content: Content, total: Any, names: dict[str, str]) -> ReportContent:
    """Return a year whose half showed the units of those names without what a field had a day for."""
    earlier = {"2024-H1": [answers(total, 89 - len(names), period="2024-H1")]}
    said_no = {"2024-H1": {"KG111": tuple(names)}}
    return replace(year(content, total, **earlier), tasks=(HEALTH,), said_no=said_no, unit_names=names)


def test_of_a_day_of_some_units_alone_those_are_late_that_are_of_them(content: Content, total: Any) -> None:
    made = made_by_the_year(content, total, NAMES)
    work = told(made, "viec_cua_ban")
    assert "trong kỳ có 01 nhiệm vụ có hạn theo ngày, 01 nhiệm vụ có đơn vị thực hiện sau hạn" in work
    assert (
        f"89/89 đơn vị có số liệu {HAVE}; ở báo cáo 6 tháng đầu năm còn 2/89 đơn vị chưa thực hiện, trong đó có 01 đơn vị "
        "trong ngành y tế thực hiện sau hạn, gồm Sở Y tế;"
    ) in work
    assert "01 nhiệm vụ của kế hoạch năm có đơn vị thực hiện sau hạn" in told(made, "han_che")


def test_of_a_day_of_some_units_alone_nobody_else_is_called_late(content: Content, total: Any) -> None:
    made = made_by_the_year(content, total, {"STP": "Sở Tư pháp"})
    work = told(made, "viec_cua_ban")
    assert (
        f"89/89 đơn vị có số liệu {HAVE}; ở báo cáo 6 tháng đầu năm còn 1/89 đơn vị chưa thực hiện;" in work
    )
    assert "sau hạn" not in work + told(made, "han_che")
    assert not fill(made)["y_kien"]


def test_many_units_of_the_field_that_were_late_are_listed(content: Content, total: Any) -> None:
    hospitals = {f"BV{at}": f"Chi bộ Bệnh viện {at}" for at in range(6)}
    made = made_by_the_year(content, total, {**hospitals, "STP": "Sở Tư pháp"})
    heading, row = fill(made)["y_kien"]
    assert heading == {"nhom": "Đơn vị thực hiện nhiệm vụ sau hạn"}
    assert row["don_vi"] == ", ".join(hospitals.values())
    assert unmarked(row["noi_dung"]).startswith(
        "Đến báo cáo 6 tháng đầu năm: 06 đơn vị trong ngành y tế (hạn 31/3/2024) trong 7/89 đơn vị chưa có"
    )


def test_who_said_no_is_who_says_so_now_or_said_so_last() -> None:
    came = {
        "M01": {"A": {"KG112": "Không"}, "C": {"KG112": "Không"}},
        "M02": {"A": {"KG112": "Có"}, "B": {"KG112": "Không"}},
    }
    found = units_saying_no(year_of(came), [Period.parse("2024-M01"), Period.parse("2024-M02")])
    assert found["2024-M01"]["KG112"] == ("A", "C")
    assert set(found["2024-M02"]["KG112"]) == {"B", "C"}


def test_what_other_units_mended_is_not_taken_from_what_these_found(content: Content, total: Any) -> None:
    made = half(content, total("KG306", 267, "nội dung"), total("KG307", 119, "nội dung", counted=80))
    assert "chưa khắc phục" not in told(made, "han_che")


def test_every_row_of_the_table_is_of_a_figure_that_the_report_tells(content: Content) -> None:
    told_codes = content().sentences.codes
    assert {row.code for row in shortfalls()} <= told_codes
    assert {row.of for row in shortfalls()} - {""} <= told_codes


STEP = ReviewStep("ST1", 1, "Giao cơ quan chủ trì", due=date(2024, 6, 14))
BESIDES = {
    "its day is in the window": (Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="ST1"), ()),
    "a step of it is": (Review("Tổng kết", 15, "38-CT/TW", date(2024, 9, 7), code="ST1"), (STEP,)),
}


@pytest.mark.parametrize("case", BESIDES)
def test_reviews_that_are_due_too_are_said_to_stand_elsewhere(
    content: Content, total: Any, case: str
) -> None:
    review, steps = BESIDES[case]
    made = replace(half(content, answers(total, 89)), reviews=(review,), steps=steps)
    where = named_later("muc_4")
    assert told(made, "viec_cua_ban").startswith(
        f"Theo dõi kế hoạch năm, ngoài các cuộc sơ kết, tổng kết (nêu tại mục {where}), trong kỳ có 01 nhiệm vụ có hạn theo ngày"
    )


def test_a_review_that_is_due_another_time_is_not_spoken_of_beside_the_tasks(
    content: Content, total: Any
) -> None:
    review, _ = BESIDES["a step of it is"]
    made = replace(half(content, answers(total, 89)), reviews=(review,))
    assert "ngoài các cuộc" not in told(made, "viec_cua_ban")


OPEN_NEWS = {
    "now and before": (94, 44, "trong kỳ còn 50/94 tin xấu, độc đã phát hiện chưa được xử lý, gỡ bỏ; lũy kế từ đầu năm còn 106/189 tin"),
    "before alone": (94, 94, "lũy kế từ đầu năm còn 106/189 tin xấu, độc đã phát hiện chưa được xử lý, gỡ bỏ"),
}  # fmt: skip


@pytest.mark.parametrize("case", OPEN_NEWS)
def test_what_a_month_leaves_open_is_not_told_as_all_that_is(content: Content, total: Any, case: str) -> None:
    found, removed, said = OPEN_NEWS[case]
    of_month = (
        total("KG218", found, "tin", period="2024-M02", to_date=189),
        total("KG219", removed, "tin", period="2024-M02", to_date=83),
    )
    made = content("2024-M02", totals=of_month)
    assert said in told(made, "han_che")


def test_what_is_left_to_be_mended_is_all_of_the_year(content: Content, total: Any) -> None:
    faults = (
        total("KG306", 60, "nội dung", period="2024-Q2", to_date=180),
        total("KG307", 40, "nội dung", period="2024-Q2", to_date=84),
    )
    made = content("2024-Q2", totals=faults)
    assert "khắc phục xong 96 hạn chế, thiếu sót còn lại" in told(made, "nhiem_vu")
