"""What a section says of documents, study, inspections, reviews, proposals and the state of mind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.records import Deadline, Directive, Duty, Review, State, Task
from khoagiao_xl.model.report_records import (
    ACCEPTED,
    OfficeWords,
    OutgoingDocument,
    ReviewStep,
    ToldRow,
    WordsOrigin,
)
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_basis import YearGuidance
from khoagiao_xl.report.told_inspections import told_of_claims
from khoagiao_xl.report.told_issues import IssueNote
from khoagiao_xl.report.told_minds import UnsettledMind

Content = Callable[..., ReportContent]
WINDOW = Deadline(
    "2024-Q1", date(2023, 12, 15), date(2024, 3, 14), date(2024, 3, 18), date(2024, 3, 20), date(2024, 3, 27)
)
GUIDANCE = Directive(
    "143-HD/BTGTU", "Hướng dẫn", date(2024, 1, 3), "Ban Tuyên giáo Tỉnh ủy", "về công tác khoa giáo", "Mở đầu"
)


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def test_a_report_begins_with_the_guidance_it_stands_on_and_the_days_it_covers(content: Content) -> None:
    own = YearGuidance("12-HD/ĐUK", "nhiệm vụ năm 2024", "Đảng ủy Khối")
    sent = OutgoingDocument("Hướng dẫn", "", 12, "HD/ĐUK", date(2024, 1, 15))
    made = content(directives=(GUIDANCE,), sources=(own,), deadline=WINDOW, outgoing=(sent,))
    (opening,) = told(made, "mo_dau")
    assert opening.startswith(
        "Thực hiện Hướng dẫn số 143-HD/BTGTU, ngày 03/01/2024 của Ban Tuyên giáo Tỉnh ủy về công tác khoa giáo "
        "và Hướng dẫn số 12-HD/ĐUK, ngày 15/01/2024 của Đảng ủy Khối về nhiệm vụ năm 2024, Ban Thường vụ"
    )
    assert opening.endswith("(số liệu từ ngày 15/12/2023 đến ngày 14/3/2024) như sau:")


def test_without_a_guidance_and_a_window_the_opening_names_neither(content: Content) -> None:
    (opening,) = told(content(directives=()), "mo_dau")
    assert opening == (
        "Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh báo cáo kết quả công tác khoa giáo quý I năm 2024 "
        "của Đảng bộ Khối như sau:"
    )


def document(**facts: Any) -> OutgoingDocument:
    known = {
        "kind": "Kế hoạch",
        "number": 15,
        "symbol": "KH/ĐUK",
        "issued": date(2024, 2, 20),
        "subject": "Về tuyên truyền",
    }
    return OutgoingDocument(**{**known, **facts})


def test_the_committees_documents_of_the_window_are_told_by_number_and_day(content: Content) -> None:
    outside = document(issued=date(2024, 3, 15))
    made = content(
        outgoing=(document(), outside, document(issuer="ban")), deadline=WINDOW, body="Đảng ủy Khối"
    )
    assert told(made, "muc_1")[0] == (
        "Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh ban hành 01 văn bản lãnh đạo, chỉ đạo về khoa giáo: Kế hoạch số 15-KH/ĐUK, ngày 20/02/2024 về tuyên truyền."
    )


def test_the_boards_documents_are_its_own_work(content: Content) -> None:
    made = content(outgoing=(document(issuer="ban", number=None),), deadline=WINDOW)
    assert told(made, "viec_cua_ban") == [
        "Ban tham mưu ban hành 01 văn bản: Kế hoạch số ..., ngày 20/02/2024 về tuyên truyền."
    ]


def test_how_often_units_were_urged_is_the_boards_own_work(content: Content) -> None:
    assert told(content(reminders=3), "viec_cua_ban") == ["Đôn đốc các đơn vị chậm báo cáo: 03 đợt."]


def test_study_is_told_by_directive_with_the_share_of_those_called(content: Content, total: Any) -> None:
    rows = (
        ToldRow("2024-M01", "SYT", "QT", "QT001", text="49-KL/TW", first=60, second=57),
        ToldRow("2024-M03", "STP", "QT", "QT001", text="49-KL/TW", first=40, second=40),
    )
    made = content(details=rows, totals=(total("KG105", 1, "văn bản", note="49-KL/TW"),))
    assert told(made, "muc_1")[-1].endswith(
        ": 02 đơn vị tổ chức 02 hội nghị, 97/100 lượt đảng viên được triệu tập tham dự (97%)."
    )


def test_study_without_figures_says_so(content: Content, total: Any) -> None:
    rows = (ToldRow("2024-M01", "SYT", "QT", "QT001", text="49-KL/TW", first=60),)
    made = content(details=rows, totals=(total("KG105", 1, "văn bản", note="49-KL/TW"),))
    assert told(made, "muc_1")[-1].endswith("01 hội nghị (chưa có số liệu đảng viên tham dự).")


def test_study_of_other_conferences_than_the_figure_says_by_how_many_it_is(
    content: Content, total: Any
) -> None:
    rows = tuple(
        ToldRow(f"2024-M0{month}", "SYT", "QT", f"QT{month}", text="49-KL/TW") for month in (1, 2, 3)
    )
    totals = (total("KG105", 1, "văn bản", note="49-KL/TW"), total("KG106", 5, "hội nghị"))
    made = content(details=rows, totals=totals)
    assert "từng văn bản, theo 3/5 hội nghị nêu cụ thể trong báo cáo tháng 1, tháng 2, tháng 3:" in " ".join(
        told(made, "muc_1")
    )


def test_inspections_of_units_without_the_report_of_the_period_are_told_as_such(content: Content) -> None:
    rows = tuple(
        ToldRow("2024-Q1", unit, "KT", "KT001", choice="Xây dựng đội ngũ trí thức") for unit in ("SYT", "STP")
    )
    duties = (Duty("2024-H1", "SYT", State.ACCEPTED), Duty("2024-H1", "STP", State.MISSING))
    assert (
        "của 02 đơn vị (trong đó 01 đơn vị chưa có báo cáo 6 tháng đầu năm được tổng hợp), theo"
        in " ".join(told(content("2024-H1", details=rows, duties=duties), "muc_3"))
    )


def inspected(unit: str, **figures: Any) -> ToldRow:
    return ToldRow("2024-Q1", unit, "KT", "KT001", choice=CULTURE, **figures)


CULTURE = "Văn hóa, gia đình, trẻ em (Đề án số 03-ĐA/TU)"


def test_what_is_left_of_what_was_found_is_told_once_of_all(content: Content, total: Any) -> None:
    totals = (total("KG306", 149, "nội dung"), total("KG307", 60, "nội dung"))
    made = content(totals=totals, details=(inspected("SYT", first=120, second=44),))
    text = " ".join(told(made, "muc_3"))
    assert "phát hiện 149 hạn chế, thiếu sót, đã khắc phục 60 nội dung, còn 89." in text
    assert (
        "nêu cụ thể 01 cuộc kiểm tra, giám sát, với 120 trong 149 hạn chế, thiếu sót, theo nội dung" in text
    )
    assert text.endswith("phát hiện 120 hạn chế, thiếu sót, đã khắc phục 44.")


@pytest.mark.parametrize(("mended", "counted"), [(149, 92), (60, 80)])
def test_nothing_is_left_where_all_is_mended_or_other_units_say_so(
    content: Content, total: Any, mended: int, counted: int
) -> None:
    totals = (total("KG306", 149, "nội dung"), total("KG307", mended, "nội dung", counted=counted))
    assert ", còn " not in told(content(totals=totals), "muc_3")[0]


def test_of_more_units_that_say_they_inspected_than_tell_of_it_the_office_is_told_and_the_report_has_both(
    content: Content, total: Any
) -> None:
    says = total("KG308", 43, "có/không", counted=84, owing=92)
    made = content("2024-H1", totals=(says,), details=(inspected("SYT"), inspected("STP")))
    (remark,) = told_of_claims(made)
    assert "mới 02 đơn vị nêu cuộc kiểm tra, giám sát cụ thể, trong khi 43 đơn vị báo đã kiểm tra" in remark
    assert "(02 đơn vị nêu cụ thể; 43 đơn vị báo đã kiểm tra)" in " ".join(told(made, "muc_3"))


def test_how_far_the_scheme_was_inspected_is_no_finding_and_a_sentence_of_its_own(
    content: Content, total: Any
) -> None:
    totals = (total("KG306", 219, "nội dung"), total("KG308", 39, "có/không", counted=84, owing=92))
    found, inspected_it = told(content("2024-H1", totals=totals), "muc_3")
    assert found == "Qua kiểm tra, giám sát: phát hiện 219 hạn chế, thiếu sót."
    assert inspected_it.startswith(
        "Có 39/84 đơn vị đã kiểm tra tiến độ nội dung văn hóa, gia đình, trẻ em của Đề án"
    )


def test_as_many_that_tell_of_it_as_say_so_need_no_word(content: Content, total: Any) -> None:
    says = total("KG308", 1, "có/không", counted=84, owing=92)
    made = content("2024-H1", totals=(says,), details=(inspected("SYT"),))
    assert not list(told_of_claims(made))


def test_how_many_difficulties_there_are_stands_in_the_appendix_alone(content: Content, total: Any) -> None:
    tags = fill(content(totals=(total("KG114", 87, "ý kiến"),)))
    assert "87" not in tags["muc_1"]
    assert [row.ma for row in tags["bang_so_lieu"]] == ["", "KG114"]


def test_quick_information_is_told_once_with_the_issues(content: Content) -> None:
    issue = Issue("VD1", date(2024, 2, 1), "SYT", source="tin nhanh", reported=date(2024, 2, 2))
    note = IssueNote("Sở Y tế", issue, date(2024, 3, 14))
    window = replace(WINDOW, starts=date(2024, 1, 15))
    made = fill(content("2024-M02", issues=(note,), deadline=window))
    assert [tag for tag in ("muc_2_4", "muc_5") if "tin nhanh" in made[tag]] == ["muc_2_4"]


FOUND: dict[str, tuple[dict[str, Any], str]] = {
    "some": ({"first": 3, "second": 1}, "phát hiện 03 hạn chế, thiếu sót, đã khắc phục 01, còn 02 nội dung chưa khắc phục"),
    "none": ({"first": 0, "second": 0}, "không phát hiện hạn chế, thiếu sót"),
    "all": ({"first": 2, "second": 2}, "phát hiện 02 hạn chế, thiếu sót, đã khắc phục 02"),
    "unknown": ({}, "chưa có số liệu về hạn chế, thiếu sót"),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_an_inspection_is_told_with_what_it_found(content: Content, case: str) -> None:
    figures, words = FOUND[case]
    row = ToldRow(
        "2024-Q1", "SYT", "KT", "KT001", text="Chi bộ 1", choice="Xây dựng đội ngũ trí thức", **figures
    )
    assert told(content(details=(row,)), "muc_3")[-1] == (
        f"01 đơn vị nêu cụ thể 01 cuộc kiểm tra, giám sát, theo nội dung: Xây dựng đội ngũ trí thức: 01 cuộc, {words}."
    )


def test_a_lead_names_the_fields_that_follow_it_alone(content: Content, total: Any) -> None:
    sport = told(content(totals=(total("KG228", 86, "giải"), total("KG229", 0, "trường hợp"))), "muc_2_3")
    assert sport[0] == "Về thể dục, thể thao: tổ chức, tham gia 86 giải, hội thao."
    people = told(content(totals=(total("KG229", 2, "trường hợp"),)), "muc_2_3")
    assert people[0].startswith("Về dân số, gia đình: xảy ra 02 trường hợp")


@pytest.mark.parametrize(
    ("staff", "where"), [("Ban Tuyên giáo Đảng ủy Khối", "về Ban Tuyên giáo Đảng ủy Khối "), ("", "")]
)
def test_whom_units_told_quickly_goes_by_its_full_name(
    content: Content, total: Any, staff: str, where: str
) -> None:
    made = content(totals=(total("KG502", 360, "lần"),), staff=staff)
    assert told(made, "muc_5") == [
        f"Theo báo cáo của các đơn vị, đã cung cấp thông tin, phản ánh nhanh {where}360 lần."
    ]


NOTICE = Issue("VD1", date(2024, 2, 2), "SYT", text="A", source="tin nhanh", reported=date(2024, 2, 5))
OF_THE_LOG: dict[str, tuple[tuple[Issue, ...], str]] = {
    "none": ((), "theo sổ theo dõi, trong kỳ không ghi nhận tin nhanh nào"),
    "one": ((NOTICE,), "theo sổ theo dõi, trong kỳ ghi nhận 01 tin nhanh"),
    "of another way": (
        (replace(NOTICE, source="dư luận"),), "theo sổ theo dõi, trong kỳ không ghi nhận tin nhanh nào",
    ),
    "before the period": (
        (replace(NOTICE, reported=date(2023, 2, 5)),),
        "theo sổ theo dõi, trong kỳ không ghi nhận tin nhanh nào",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OF_THE_LOG)
def test_how_often_units_say_they_told_quickly_stands_beside_what_came(
    content: Content, total: Any, case: str
) -> None:
    issues, said = OF_THE_LOG[case]
    notes = tuple(IssueNote("Sở Y tế", issue, WINDOW.ends) for issue in issues)
    made = content(totals=(total("KG502", 360, "lần"),), deadline=WINDOW, issues=notes)
    assert told(made, "muc_5")[0].endswith(f"360 lần; {said}.")


def event(content: Content, **facts: Any) -> list[str]:
    row = ToldRow(
        "2024-M03", "SYT", "NB", "NB001", text="Trồng cây", choice="Môi trường, biến đổi khí hậu", first=20
    )
    return told(content(details=(row,), unit_names={"SYT": "Sở Y tế"}, **facts), "muc_2_2")


def test_what_stands_out_is_told_with_its_unit(content: Content) -> None:
    assert (
        event(content)[-1]
        == "Việc nổi bật (theo báo cáo tháng 3): trồng cây (Sở Y tế; 20 lượt người tham gia)."
    )


def test_what_the_office_picked_takes_the_place_of_what_the_tool_would_choose(content: Content) -> None:
    picked = OfficeWords(
        "2024-Q1", "2.2. Khoa học và công nghệ, môi trường", "Hay", origin="đơn vị", status="nhận"
    )
    assert not any("Trồng cây" in text for text in event(content, office_words=(picked,)))


def test_who_says_that_minds_are_not_settled_is_told_in_its_words(content: Content) -> None:
    minds = (UnsettledMind("Sở Y tế", "Băn khoăn về sắp xếp tổ chức."), UnsettledMind("Sở Tư pháp", ""))
    assert told(content(minds=minds), "tu_tuong") == [
        "02 đơn vị báo cáo tình hình tư tưởng còn nội dung cần quan tâm:",
        "- Sở Y tế: băn khoăn về sắp xếp tổ chức;",
        "- Sở Tư pháp: chưa nêu nội dung.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [("Lo sắp xếp; đã giải thích.", "lo sắp xếp; đã giải thích"), ("", "chưa nêu nội dung")],
)
def test_units_that_wrote_the_same_of_minds_stand_before_their_words(
    content: Content, words: str, said: str
) -> None:
    minds = (UnsettledMind("Sở Y tế", words), UnsettledMind("Sở Tư pháp", words))
    assert told(content(minds=minds), "tu_tuong") == [
        f"02 đơn vị (Sở Y tế, Sở Tư pháp) báo cáo tình hình tư tưởng còn nội dung cần quan tâm: {said}."
    ]
    assert told(content(minds=()), "tu_tuong") == [""]


STATES: dict[str, tuple[dict[str, Any], str]] = {
    "done": ({"report_number": "15-BC/ĐUK", "reported_on": date(2024, 3, 1)}, "đã hoàn thành, Báo cáo số 15-BC/ĐUK, ngày 01/3/2024"),
    "done without a number": ({"status": "xong"}, "đã hoàn thành (bổ sung số, ngày báo cáo)"),
    "done without a day": ({"report_number": "15-BC/ĐUK"}, "đã hoàn thành, Báo cáo số 15-BC/ĐUK (bổ sung ngày báo cáo)"),
    "reported later than today": ({"reported_on": date(2024, 4, 1)}, "chưa lập các bước; đã quá thời điểm tròn 03 năm"),
    "nothing known": ({}, "chưa lập các bước; đã quá thời điểm tròn 03 năm"),
}  # fmt: skip


@pytest.mark.parametrize("case", STATES)
def test_the_state_of_a_review_is_told(content: Content, case: str) -> None:
    facts, words = STATES[case]
    review = Review("Sơ kết", 3, "07-CT/TU", date(2024, 3, 1), code="ST01", **facts)
    assert told(content(reviews=(review,)), "muc_4")[-1].endswith(f"(tròn 03 năm: 01/3/2024): {words}.")


def test_a_review_that_is_under_way_names_the_step_reached_and_the_next_with_its_days_late(
    content: Content,
) -> None:
    review = Review("Sơ kết", 3, "07-CT/TU", date(2024, 6, 1), code="ST01")
    steps = (
        ReviewStep("ST01", 2, "Ban hành kế hoạch", due=date(2024, 3, 10), status="chưa làm"),
        ReviewStep("ST01", 1, "Giao cơ quan chủ trì", due=date(2024, 2, 10), status="xong"),
    )
    (_, line) = told(content(reviews=(review,), steps=steps), "muc_4")
    assert line.endswith(
        "đã xong 01 trong 02 bước (gần nhất: giao cơ quan chủ trì); bước tiếp theo: ban hành kế hoạch, "
        "hạn 10/3/2024, quá hạn 10 ngày."
    )


def test_the_step_that_is_being_done_is_told_once_as_the_next_one(content: Content) -> None:
    review = Review("Sơ kết", 3, "07-CT/TU", date(2024, 6, 1), code="ST01")
    first = ReviewStep("ST01", 1, "Giao cơ quan chủ trì", due=date(2024, 4, 10), status="đang làm")
    (_, line) = told(content(reviews=(review,), steps=(first,)), "muc_4")
    assert line.endswith(
        "): đang triển khai; bước tiếp theo: giao cơ quan chủ trì, hạn 10/4/2024 (đang thực hiện)."
    )
    done = ReviewStep("ST01", 2, "Khảo sát", status="đang làm")
    left = ReviewStep("ST01", 1, "Giao cơ quan chủ trì", due=date(2024, 4, 10), status="chưa làm")
    (_, line) = told(content(reviews=(review,), steps=(left, done)), "muc_4")
    assert line.endswith("): đang làm bước: khảo sát; bước tiếp theo: giao cơ quan chủ trì, hạn 10/4/2024.")


def test_more_than_three_reviews_stand_in_a_table_one_of_another_year_too(content: Content) -> None:
    reviews = tuple(
        Review("Tổng kết", 10, f"{at}-NQ/TW", date(2023, 6, at), code=f"ST{at}") for at in range(1, 5)
    )
    filled = fill(content(reviews=reviews))
    assert [row["stt"] for row in filled["bang_so_ket"]] == ["1", "2", "3", "4"]
    assert filled["bang_so_ket"][0]["tinh_trang"] == "Chưa lập các bước; đã quá thời điểm tròn 10 năm"
    assert filled["muc_4"].endswith("Tình hình từng cuộc:")


PROPOSALS = {
    "Ban Tuyên giáo Tỉnh ủy: cung cấp tài liệu.": (
        "Đề nghị Ban Tuyên giáo Tỉnh ủy cung cấp tài liệu (theo kiến nghị của Sở Y tế)."
    ),
    "Đề nghị tăng kinh phí.": "Đề nghị tăng kinh phí (theo kiến nghị của Sở Y tế).",
    "Đề nghị Sở Nội vụ: bổ sung biên chế": "Đề nghị Sở Nội vụ bổ sung biên chế (theo kiến nghị của Sở Y tế).",
    "Cần thêm tài liệu: sách, báo": "Các đơn vị kiến nghị: cần thêm tài liệu: sách, báo (theo kiến nghị của Sở Y tế).",
}


@pytest.mark.parametrize("text", PROPOSALS)
def test_a_proposal_is_told_with_whom_it_asks(content: Content, text: str) -> None:
    said = (Narrative("Sở Y tế", "KG606", text),)
    assert told(content(narratives=said), "kien_nghi") == [PROPOSALS[text]]


def test_proposals_of_one_text_go_each_to_its_addressee(content: Content) -> None:
    said = (
        Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A\nSở Nội vụ: B"),
        Narrative("Bưu điện", "KG606", "Tỉnh ủy: A"),
    )
    assert told(content(narratives=said), "kien_nghi") == [
        "Đề nghị Tỉnh ủy A (theo kiến nghị của Sở Y tế, Bưu điện).",
        "Đề nghị Sở Nội vụ B (theo kiến nghị của Sở Y tế).",
    ]


def test_a_directive_is_told_before_the_one_whose_subject_names_it(content: Content, total: Any) -> None:
    rows = (
        ToldRow("2024-M01", "SYT", "QT", "QT001", text="20-KH/TW"),
        ToldRow("2024-M01", "STP", "QT", "QT001", text="20-KH/TW; 45-NQ/TW"),
    )
    plan = Directive("20-KH/TW", "Kế hoạch", subject="về thực hiện Nghị quyết số 45-NQ/TW")
    made = content(details=rows, directives=(plan,), totals=(total("KG105", 2, "văn bản", note="20-KH/TW"),))
    lines = told(made, "muc_1")[-2:]
    assert ["45-NQ/TW:" in lines[0], "20-KH/TW" in lines[1]] == [True, True]


def test_a_document_with_its_number_has_no_place_for_what_is_lacking(content: Content) -> None:
    review = Review("Sơ kết", 3, "07-CT/TU", date(2024, 3, 1), code="ST01", status="xong")
    made = content(reviews=(review,))
    numbered = replace(made, letterhead=replace(made.letterhead, number="15-BC/ĐUK"))
    assert told(numbered, "muc_4")[-1].endswith(": đã hoàn thành.")


STEPS = {
    "held, to be reported up": ("xong", "chưa làm", "đã xong 01 trong 02 bước (gần nhất: hội nghị); đã quá thời điểm tròn 03 năm; bước tiếp theo: gửi báo cáo, hạn 10/3/2024, quá hạn 10 ngày"),
    "all steps done": ("xong", "xong", "đã hoàn thành (bổ sung số, ngày báo cáo)"),
    "not held": ("chưa làm", "chưa làm", "chưa triển khai; đã quá thời điểm tròn 03 năm; bước tiếp theo: hội nghị, hạn 01/3/2024, quá hạn 19 ngày"),
}  # fmt: skip


@pytest.mark.parametrize("case", STEPS)
def test_a_review_past_its_day_says_so_until_the_last_step_is_done(content: Content, case: str) -> None:
    held, sent, words = STEPS[case]
    review = Review("Sơ kết", 3, "07-CT/TU", date(2024, 3, 1), code="ST01")
    steps = (
        ReviewStep("ST01", 6, "Hội nghị", 0, date(2024, 3, 1), status=held),
        ReviewStep("ST01", 7, "Gửi báo cáo", -7, date(2024, 3, 10), status=sent),
    )
    assert told(content(reviews=(review,), steps=steps), "muc_4")[-1].endswith(
        f"(tròn 03 năm: 01/3/2024): {words}."
    )


def test_a_report_is_not_told_as_sent_before_it_has_a_number(content: Content) -> None:
    review = Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="ST01")
    steps = (
        ReviewStep("ST01", 6, "Hội nghị", 0, status="xong"),
        ReviewStep("ST01", 7, "Gửi báo cáo cấp trên", -7, status="xong"),
        ReviewStep("ST01", 8, "Ban hành văn bản chỉ đạo", -30, date(2024, 4, 10), status="chưa làm"),
    )
    line = told(content(reviews=(review,), steps=steps), "muc_4")[-1]
    reached = "đã xong 01 trong 03 bước (gần nhất: hội nghị); bước tiếp theo: gửi báo cáo cấp trên"
    assert reached in line
    numbered = replace(review, report_number="15-BC/ĐUK")
    assert told(content(reviews=(numbered,), steps=steps), "muc_4")[-1].endswith(
        "Báo cáo số 15-BC/ĐUK (bổ sung ngày báo cáo)."
    )


def test_which_way_a_done_step_went_is_asked_of_a_draft_and_not_told_by_a_number(content: Content) -> None:
    review = Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="ST01")
    steps = (
        ReviewStep("ST01", 6, "Hội nghị hoặc báo cáo bằng văn bản", 0, status="xong"),
        ReviewStep("ST01", 7, "Khảo sát hoặc kiểm tra", status="chưa làm"),
    )
    made = content(reviews=(review,), steps=steps)
    place = " (gần nhất: hội nghị hoặc báo cáo bằng văn bản; bổ sung hình thức đã thực hiện, ngày); bước"
    assert f"đã xong 01 trong 02 bước{place}" in told(made, "muc_4")[-1]
    numbered = replace(made, letterhead=replace(made.letterhead, number="15-BC/ĐUK"))
    assert "đã xong 01 trong 02 bước; bước tiếp theo: khảo sát hoặc" in told(numbered, "muc_4")[-1]


def test_the_units_that_have_made_their_own_review_stand_apart_from_the_common_one(content: Content) -> None:
    review = Review("Tổng kết", 10, "36-NQ/TW", date(2024, 7, 1), code="ST01")
    (*_, done) = choices()["kgBuocSoKet"]
    title = "Tổng kết 10 năm 36-NQ/TW"
    rows = [ToldRow("2024-Q1", unit, "ST", "ST1", title, choice=done) for unit in ("SYT", "STP")]
    for status, words in (("", "02 đơn vị đã hoàn thành ở cấp mình; cuộc chung của đảng bộ chưa lập các bước"),
                          ("xong", "đã hoàn thành (bổ sung số, ngày báo cáo); 02 đơn vị đã hoàn thành ở cấp mình")):  # fmt: skip
        made = content(reviews=(replace(review, status=status),), details=tuple(rows))
        assert f": {words}." in told(made, "muc_4")[-1]


def test_the_guidance_with_which_a_report_begins_is_not_told_in_full_once_more(content: Content) -> None:
    guidance = document(kind="Hướng dẫn", number=12, symbol="HD/ĐUK", subject="nhiệm vụ năm 2024")
    made = content(
        outgoing=(guidance,), sources=(YearGuidance("12-HD/ĐUK", "nhiệm vụ năm 2024"),), deadline=WINDOW
    )
    assert "12-HD/ĐUK, ngày 20/02/2024 về nhiệm vụ năm 2024" in told(made, "mo_dau")[0]
    assert (
        told(made, "muc_1")[0]
        == "Cấp ủy ban hành 01 văn bản lãnh đạo, chỉ đạo về khoa giáo: Hướng dẫn số 12-HD/ĐUK."
    )


def test_proposals_that_the_office_picked_stand_by_addressee_too(content: Content) -> None:
    said = (Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A"), Narrative("Bưu điện", "KG606", "Tỉnh ủy: B"))
    picked = OfficeWords("2024-Q1", "Đề xuất, kiến nghị", "Tỉnh ủy: A", "Sở Y tế", "đơn vị", "nhận")
    assert told(content(narratives=said, office_words=(picked,)), "kien_nghi") == [
        "Đề nghị Tỉnh ủy A (theo kiến nghị của Sở Y tế)."
    ]


def test_a_report_is_no_document_by_which_the_committee_leads(content: Content) -> None:
    made = content(outgoing=(document(kind="Báo cáo", symbol="BC/ĐUK"),), deadline=WINDOW)
    assert not any("15-BC/ĐUK" in text for text in told(made, "muc_1"))


def test_what_the_office_picked_of_what_stands_out_is_told_in_the_same_shape(content: Content) -> None:
    section = "2.2. Khoa học và công nghệ, môi trường"
    picked = OfficeWords("2024-Q1", section, "Trồng cây.", "Sở Y tế", WordsOrigin.UNIT, ACCEPTED, "DV-1")
    own = replace(picked, text="Dọn vệ sinh quanh cơ quan.", units="Sở Y tế; Báo Lào Cai")
    assert event(content, office_words=(picked, own))[-3:] == [
        "Việc nổi bật (theo báo cáo tháng 3):",
        "- Trồng cây (Sở Y tế; 20 lượt người tham gia);",
        "- Dọn vệ sinh quanh cơ quan (Sở Y tế, Báo Lào Cai).",
    ]


def test_a_task_is_told_with_what_came_out_of_it_or_how_far_it_is(content: Content) -> None:
    task = Task("NV01", "II.1", "Chung", "Mở lớp", "x", due=date(2024, 3, 8), status="xong",
                product_number="08-KH/ĐUK", product_day=date(2024, 3, 5))  # fmt: skip
    begun = replace(task, code="NV02", status="đang làm", progress=60)
    lines = told(content(tasks=(task, begun), deadline=WINDOW), "viec_cua_ban")
    assert "- Mở lớp (đã hoàn thành, sản phẩm: số 08-KH/ĐUK, ngày 05/3/2024);" in lines
    assert "- Mở lớp (đang thực hiện, đạt 60%)." in lines
