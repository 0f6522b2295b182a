"""What a report says, section by section, and what it honestly does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from khoagiao_xl.model.records import Duty, State, Total
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.quoting import ROOM
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.template_filling import fill

Make = Callable[..., Total]
Content = Callable[..., ReportContent]


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def test_a_sentence_joins_the_figures_of_its_section(content: Content, total: Make) -> None:
    totals = (total("KG101", 65, "văn bản"), total("KG102", 7, "văn bản"), total("KG103", 58, "văn bản"))
    assert told(content(totals=totals), "muc_1")[0] == (
        "Cấp ủy các đơn vị đã ban hành 65 văn bản lãnh đạo, chỉ đạo về khoa giáo, trong đó: 07 nghị quyết, "
        "chương trình hành động, đề án, 58 kế hoạch."
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
        "Các đơn vị đã báo cáo đều không phát sinh: số vụ ngộ độc thực phẩm tại đơn vị.",
        "Chưa có đơn vị nào báo cáo: số trường hợp vi phạm chính sách dân số, tảo hôn.",
    ]


def test_a_fall_to_zero_is_told_as_a_fall(content: Content, total: Make) -> None:
    text = told(content(totals=(total("KG201", 0, "cuộc", previous=12),)), "muc_2")
    assert text[0].endswith("0 cuộc tuyên truyền về khoa giáo, giảm 12 cuộc (100%) so với quý trước.")


def test_a_sentence_whose_first_figure_is_missing_begins_otherwise(content: Content, total: Make) -> None:
    totals = (total("KG201", None, counted=0), total("KG205", 700, "lượt người"))
    assert told(content(totals=totals), "muc_2")[0] == "Kết quả chung: 700 lượt người được tuyên truyền."


def test_a_section_the_period_does_not_ask_says_so(content: Content) -> None:
    assert told(content(reviews=()), "muc_4") == ["Nội dung này không thuộc yêu cầu báo cáo của kỳ này."]


def test_a_period_without_any_figure_says_so_in_every_section(content: Content) -> None:
    empty = content(totals=(), reviews=())
    sections = [tag for tag in sentence_table().tags if tag != "dac_diem"]
    said = {line for tag in sections for line in told(empty, tag)}
    assert said == {"Kỳ này chưa có số liệu báo cáo của các đơn vị về nội dung này."}


def test_an_indicator_the_office_added_is_told_under_its_own_name(content: Content, total: Make) -> None:
    added = total("KG399", 7, "cuộc", label="- Số cuộc đối thoại", section="II.3")
    assert told(content(totals=(added,)), "muc_3") == ["Chỉ tiêu khác: Số cuộc đối thoại: 07 cuộc."]


def test_a_provisional_figure_carries_its_mark(content: Content) -> None:
    assert (
        "26.472 lượt người được tuyên truyền (số liệu tạm tính của 84/92 đơn vị)"
        in told(content(), "muc_2")[0]
    )


def test_a_mark_that_most_figures_share_is_said_once_for_all(content: Content, total: Make) -> None:
    totals = tuple(total(code, 12, counted=88, provisional=True) for code in ("KG201", "KG302", "KG304"))
    made = content(totals=totals)
    assert "Số liệu trong báo cáo là số tạm tính của 88/92 đơn vị, trừ chỗ ghi riêng." in told(
        made, "tinh_hinh"
    )
    assert "tạm tính" not in unmarked(fill(made)["muc_2"] + fill(made)["muc_3"])


def test_every_unit_is_accounted_for_at_the_head(content: Content) -> None:
    assert told(content(), "tinh_hinh")[0] == (
        "Đến ngày 20/3/2024, Đảng bộ Khối có 88/92 đơn vị đã báo cáo; 02 đơn vị chưa nộp, "
        "01 đơn vị bị trả lại để sửa, 01 đơn vị được gia hạn (danh sách tại Phụ lục 2)."
    )


def came(rule: str, file: str = "a.xlsx", state: State = State.UNUSABLE) -> dict[str, Duty]:
    moment = datetime(2024, 3, 16, 14, 20)  # noqa: DTZ001
    return {"Bưu điện tỉnh": Duty("2024-Q1", "BD", state, file=file, received=moment, rule=rule)}


CAUSES = {
    "TN-10": "Đã gửi ngày 16/3/2024, chưa dùng được: không đọc được tệp",
    "TN-08": "Đã gửi ngày 16/3/2024, chưa dùng được: bản PDF, không phải biểu mẫu",
    "R35-7": "Đã gửi ngày 16/3/2024, chưa dùng được: biểu của đơn vị khác",
    "R35-3": "Đã gửi ngày 16/3/2024, chưa dùng được: không phải biểu mẫu của đơn vị, của kỳ này",
    "NB-12": "Đã gửi ngày 16/3/2024, chưa dùng được: đến sau hạn khóa kỳ",
}


@pytest.mark.parametrize("rule", CAUSES)
def test_who_sent_what_is_of_no_use_is_told_so_and_why(content: Content, rule: str) -> None:
    made = content(states={State.UNUSABLE: ("Bưu điện tỉnh",)}, came=came(rule))
    assert "01 đơn vị đã gửi nhưng chưa dùng được" in told(made, "tinh_hinh")[0]
    (row,) = fill(made)["chua_bao_cao"]
    assert row["trang_thai"] == CAUSES[rule]


def test_of_a_file_that_may_not_be_named_no_cause_is_told(content: Content) -> None:
    made = content(states={State.UNUSABLE: ("Bưu điện tỉnh",)}, came=came("TN-59", file=""))
    (row,) = fill(made)["chua_bao_cao"]
    assert row["trang_thai"] == "Đã gửi ngày 16/3/2024, chưa dùng được"


def test_of_a_returned_form_the_day_is_told(content: Content) -> None:
    made = content(states={State.RETURNED: ("Bưu điện tỉnh",)}, came=came("R01", state=State.RETURNED))
    (row,) = fill(made)["chua_bao_cao"]
    assert row["trang_thai"] == "Gửi ngày 16/3/2024, trả lại để sửa"


def test_units_with_nothing_to_report_are_counted_as_having_reported(content: Content) -> None:
    made = content(states={State.NOTHING: ("A", "B"), State.ACCEPTED: ("C",)})
    assert (
        "có 03/03 đơn vị đã báo cáo (trong đó 02 đơn vị xác nhận không phát sinh)"
        in told(made, "tinh_hinh")[0]
    )


def test_studied_directives_are_cited_from_what_consolidation_noted(content: Content, total: Make) -> None:
    totals = (total("KG105", 1, "văn bản", note="49-KL/TW"),)
    assert told(content(totals=totals), "muc_1") == [
        "Trong kỳ đã quán triệt 01 văn bản: Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư khóa XII."
    ]


@pytest.mark.parametrize(
    ("value", "said"), [(0, "không có văn bản nào"), (None, "Chưa có đơn vị nào báo cáo")]
)
def test_no_studied_directive_and_no_answer_are_two_things(
    content: Content, total: Make, value: Any, said: str
) -> None:
    totals = (total("KG105", value, "văn bản", counted=92 if value == 0 else 0),)
    assert said in told(content(totals=totals), "muc_1")[0]


def test_a_review_of_the_next_period_becomes_a_task(content: Content) -> None:
    tasks = told(content("2024-Q1"), "nhiem_vu")
    assert tasks[0].startswith(
        "Chuẩn bị các nội dung đến mốc sơ kết, tổng kết trong quý II năm 2024: sơ kết 05 năm"
    )
    assert told(content("2024-Q2"), "muc_4")[0].startswith(
        "Các nội dung đến mốc sơ kết, tổng kết trong kỳ: sơ kết 05"
    )


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
    assert "có 01/02 đơn vị đã báo cáo; 01 đơn vị chưa nộp" in told(content(states=states), "tinh_hinh")[0]


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
    assert notes == "Cột «Số đơn vị»: số đơn vị có số liệu trên số đơn vị phải báo cáo chỉ tiêu."


def test_a_year_to_date_lacks_what_the_period_in_it_lacks(content: Content, total: Make) -> None:
    (_, row) = fill(content(totals=(total("KG201", 5, to_date=9, counted=84, provisional=True),)))[
        "bang_so_lieu"
    ]
    assert (unmarked(row.ky_nay), unmarked(row.luy_ke)) == ("5*", "9*")


def test_words_that_very_many_units_share_are_said_once_and_the_units_named_in_the_appendix(
    content: Content,
) -> None:
    names = tuple(f"Đơn vị {index}" for index in range(6))
    tags = fill(content(narratives=tuple(Narrative(name, "KG603", "Thiếu cán bộ.") for name in names)))
    assert tags["han_che"] == "- 06 đơn vị (nêu tên tại Phụ lục 3): Thiếu cán bộ."
    assert [row.get("don_vi") for row in tags["y_kien"]] == [None, ", ".join(names)]


def test_a_provisional_mark_that_a_whole_sentence_shares_is_said_once_at_its_end(
    content: Content, total: Make
) -> None:
    facts = {"counted": 76, "provisional": True}
    some = (total("KG223", 900, "người", **facts), total("KG224", 99.1, "%", **facts))
    rest = tuple(total(code, 12) for code in ("KG202", "KG302", "KG304"))
    assert told(content(totals=some + rest), "muc_2_3")[0] == (
        "Về y tế, chăm sóc sức khỏe: 900 người tham gia bảo hiểm y tế; tỷ lệ tham gia bảo hiểm y tế đạt "
        "99,1% (số liệu tạm tính của 76/92 đơn vị)."
    )
