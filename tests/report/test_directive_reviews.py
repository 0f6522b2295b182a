"""The review of one directive as an office signs it: each sentence true on its day, no step of its making."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.content import Narrative
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
from khoagiao_xl.report.kinds.directive_names import name_rows, naming_in
from khoagiao_xl.report.kinds.directive_outlook import DirectiveOutlook
from khoagiao_xl.report.kinds.directive_results import results_told
from khoagiao_xl.report.kinds.directive_topics import topics_of
from khoagiao_xl.steps import number_document, write_report
from tests.report.kind_documents import (
    DIRECTIVES,
    REVIEW,
    STUDIED,
    TASK,
    job,
    key_of_review,
    office,
    review,
    text,
    words,
    written,
)
from tests.steps.test_write_report import JANUARY

LEARNING = [{**DIRECTIVES[0], "subject": "về công tác khuyến học, khuyến tài"}, DIRECTIVES[1]]
INSURANCE = {**DIRECTIVES[0], "subject": "về đẩy mạnh công tác bảo hiểm y tế"}
PLAN = {"kind": "Kế hoạch", "number": 11, "symbol": "KH/ĐUK", "issued": date(2024, 1, 3), "issuer": "cấp ủy",
        "subject": "phong trào khuyến học"}  # fmt: skip
SOURCE = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
ABOVE = {"symbol": "04-HD/TU", "kind": "Hướng dẫn", "issued": date(2022, 4, 25), "issuer": "Tỉnh ủy",
         "subject": "về sơ kết", "section": "II.4", "status": "nhận"}  # fmt: skip
OWN = {"kind": "Hướng dẫn", "number": 12, "symbol": "HD/ĐUK", "issued": date(2024, 1, 2), "subject": "x"}
STEPS = [{"review": "ST01", "order": 1, "text": "Giao cơ quan chủ trì", "days_before": 75, "due": date(2024, 1, 10)},
         {"review": "ST01", "order": 2, "text": "Gửi báo cáo cấp trên", "days_before": -7, "due": date(2024, 1, 12)},
         {"review": "ST01", "order": 3, "text": "Ban hành văn bản", "days_before": -30, "due": date(2024, 3, 11)},
         ]  # fmt: skip

SECTIONS_TO_WRITE = ("2. Tuyên truyền, đấu tranh phản bác", "Ưu điểm, kết quả nổi bật", "Hạn chế, khó khăn",
                     "Nguyên nhân", "Bài học kinh nghiệm", "Nhiệm vụ trọng tâm kỳ tới", "Đề xuất, kiến nghị")  # fmt: skip


def of_learning(**tables: Any) -> Year:
    return office(**{"tblVanBan": LEARNING, **tables})


# -- what led it --------------------------------------------------------------------------------------------


def test_what_shares_its_topic_led_it_and_what_shares_its_field_alone_did_not() -> None:
    other = {**PLAN, "number": 12, "subject": "phòng, chống bạo lực học đường"}
    told = review(of_learning(tblVanBanDi=[PLAN, other]))
    assert "đã ban hành: Kế hoạch số 11-KH/ĐUK, ngày 03/01/2024 về phong trào khuyến học." in told
    assert "bạo lực" not in told


def test_what_the_board_issued_is_told_under_the_name_of_the_board() -> None:
    of_board = {**PLAN, "kind": "Công văn", "number": 30, "symbol": "CV/BTG", "issuer": "ban"}
    told = review(of_learning(tblVanBanDi=[PLAN, of_board]))
    assert "Ban Tuyên giáo đã ban hành: Công văn số 30-CV/BTG" in told
    assert told.count("đã ban hành:") == 2


def test_the_plan_of_another_review_leads_none_of_the_same_topic() -> None:
    other = {**PLAN, "subject": "sơ kết 03 năm thực hiện Chỉ thị số 11-CT/TU về khuyến học"}
    assert "đã ban hành" not in review(of_learning(tblVanBanDi=[other]))
    own = {**PLAN, "subject": "sơ kết Chỉ thị số 11-CT/TU và Kết luận số 49-KL/TW về khuyến học"}
    assert "đã ban hành: Kế hoạch số 11-KH/ĐUK" in review(of_learning(tblVanBanDi=[own]))


@pytest.mark.parametrize(("status", "subject", "is_told"), [
    ("", "sơ kết Kết luận số 49-KL/TW", True),
    ("xong", "sơ kết Kết luận số 49-KL/TW", False),
    ("", "phong trào khuyến học", False),
])  # fmt: skip
def test_a_plan_in_the_register_beside_a_step_that_is_not_done_is_told(
    status: str, subject: str, *, is_told: bool
) -> None:
    steps = [{**STEPS[0], "text": "Ban hành kế hoạch và đề cương", "status": status}, STEPS[2]]
    year = of_learning(tblBuoc=steps, tblVanBanDi=[{**PLAN, "subject": subject}])
    details = write_report.work(year, job("so_ket", directive="49-KL/TW")).outcome.details
    said = "đi có Kế hoạch số 11-KH/ĐUK, ngày 03/01/2024 về sơ kết Kết luận số 49-KL/TW, mà bước «Ban hành"
    assert any(said in detail for detail in details) is is_told


def test_a_report_leads_nothing() -> None:
    reported = {**PLAN, "kind": "Báo cáo", "symbol": "BC/ĐUK", "subject": "sơ kết Kết luận số 49-KL/TW"}
    assert "đã ban hành" not in review(office(tblVanBanDi=[reported]))


def test_a_review_is_done_by_the_guidance_from_above_and_the_one_that_gives_it() -> None:
    told = review(office(tblVanBan=[*DIRECTIVES, ABOVE], tblNguon=[SOURCE], tblVanBanDi=[OWN]))
    assert (
        "Việc sơ kết được thực hiện theo Hướng dẫn số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy về sơ kết.\n"
        in told
    )
    assert (
        "Hướng dẫn số 12-HD/ĐUK giao các đảng bộ, chi bộ cơ sở chủ trì sơ kết 05 năm thực hiện Kết luận"
        in told
    )


def test_opening_and_end_name_the_years() -> None:
    told = review()
    assert "báo cáo sơ kết 05 năm thực hiện Kết luận số 49-KL/TW, ngày" in told
    assert "Trên đây là báo cáo sơ kết 05 năm thực hiện Kết luận số 49-KL/TW của" in told


# -- who studied it -----------------------------------------------------------------------------------------


YOUNG = [{**DIRECTIVES[0], "issued": date(2024, 1, 2)}, DIRECTIVES[1]]


def test_of_years_that_no_report_tells_of_nobody_is_blamed() -> None:
    told = review()
    assert "(Bổ sung việc quán triệt, tuyên truyền của các năm trước)" in told
    assert "đơn vị còn lại" not in told
    assert "Việc quán triệt chưa đều" not in told
    assert "Các cấp ủy tiếp tục quán triệt" not in told


def test_where_all_months_are_known_the_units_without_a_conference_are_counted_as_a_limit() -> None:
    told = review(office(tblVanBan=YOUNG, tblSoTongKet=[]))
    assert "Theo báo cáo tháng 1 năm 2024, 02 đơn vị còn lại chưa nêu hội nghị quán triệt" in told
    assert "mới có 1/3 đơn vị nêu hội nghị quán triệt Kết luận số 49-KL/TW." in told
    assert "Ở 02 đơn vị chưa báo cáo hội nghị quán triệt, cấp ủy rà soát, tổ chức quán triệt" in told


def test_a_directive_nobody_studied_is_told_so_of_the_reports_that_ask() -> None:
    told = review(office(tblViecCuThe=[{**STUDIED, "text": "11-CT/TW"}]))
    assert (
        "Báo cáo tháng 1 năm 2024 của các đơn vị chưa nêu hội nghị quán triệt Kết luận số 49-KL/TW." in told
    )
    assert "Phụ lục" not in told


LISTED = [{"period": JANUARY, "unit": "A", "KG105": "11-CT/TW; 49-KL/TW"}]


def test_who_lists_it_as_studied_without_a_conference_is_counted_among_those_that_reported() -> None:
    told = review(office(tblSoLieu=LISTED, tblViecCuThe=[]))
    assert (
        "Theo báo cáo đã nhận của các kỳ từ đầu năm đến tháng 1 năm 2024, 1/1 đơn vị có báo cáo ghi đã quán triệt Kết luận số "
        "49-KL/TW."
    ) in told
    assert "ghi đã quán triệt" not in review(office(tblSoLieu=LISTED))  # its conference is told
    other = [{**LISTED[0], "KG105": "11-CT/TW"}]
    assert "ghi đã quán triệt" not in review(office(tblSoLieu=other, tblViecCuThe=[]))


def test_where_no_report_told_of_conferences_nobody_is_blamed() -> None:
    told = review(office(tblViecCuThe=[]))
    assert "(Bổ sung việc quán triệt, tuyên truyền" in told
    assert "đơn vị chưa nêu" not in told


def test_several_units_are_added_up_in_the_table_that_says_what_it_is() -> None:
    second = {**STUDIED, "unit": "C", "first": 10, "second": 9}
    told = words("so_ket", office(tblViecCuThe=[STUDIED, second]), directive="49-KL/TW")
    assert "Kết quả quán triệt Kết luận số 49-KL/TW của các đơn vị" in told
    assert told[-4:] == ["Tổng cộng", "2", "50", "47"]


# -- what came of it ----------------------------------------------------------------------------------------


FIELD = "Giáo dục và đào tạo, giáo dục nghề nghiệp"
OF_FIELD = [{**REVIEW, "field": FIELD}]
FIGURES = [{"period": JANUARY, "unit": "A", "KG202": 5, "KG206": 200, "KG210": 3, "KG204": 12}]


def test_figures_of_a_field_are_none_of_a_directive_whose_field_nobody_says() -> None:
    told = review(of_learning(tblSoLieu=FIGURES))
    assert "cuộc tuyên truyền" not in told


def test_what_is_counted_of_its_whole_field_says_so() -> None:
    told = review(of_learning(tblSoLieu=FIGURES, tblSoTongKet=OF_FIELD))
    assert (
        "Về tuyên truyền trong lĩnh vực giáo dục và đào tạo, giáo dục nghề nghiệp nói chung (số liệu không tách "
        "riêng nội dung Kết luận số 49-KL/TW): tổ chức 05 cuộc tuyên truyền với 200 lượt người tham dự; đăng, phát "
        "03 tin, bài." in told
    )
    assert "12 cuộc" not in told


def test_without_any_figure_there_is_a_place_to_write_and_no_word_of_forms() -> None:
    told = review(office(tblSoLieu=[]))
    assert "IV. KẾT QUẢ\n(Bổ sung kết quả các năm 2019 - 2023)\n" in told
    assert "iểu mẫu" not in told


def test_what_units_call_a_result_of_its_topic_is_told_once_with_their_names() -> None:
    said = {"period": JANUARY, "unit": "A", "code": "KG602", "text": "Trao quỹ khuyến học cho con cán bộ."}
    told = review(
        of_learning(tblThuyetMinh=[said, {**said, "unit": "B"}, {**said, "unit": "C", "text": "Khác."}])
    )
    assert (
        "Kết quả nổi bật các đơn vị nêu trong báo cáo tháng 1: trao quỹ khuyến học cho con cán bộ (Đảng bộ Sở Y tế, Chi bộ "
        "Sở Du lịch)." in told
    )


def told_deed(content: Any, own: int, quarter: int) -> str:
    """Return how a deed is told that so many units name in their report of the half-year and of its quarter."""
    said = [
        Narrative(f"Đảng bộ {number}", "KG602", "Trao quỹ khuyến học.") for number in range(own + quarter)
    ]
    made = content("2024-H1", narratives=tuple(said[:own]), earlier_words={"2024-Q1": tuple(said[own:])})
    facts = DirectiveFacts(of_learning(), "49-KL/TW", made, frozenset())
    *_, last = results_told(facts, Citations(made.directives))
    return last


def told_by_many(content: Any, code: str) -> DirectiveFacts:
    """Return what is known of a directive of which six units say the same under a code."""
    said = tuple(Narrative(f"Đảng bộ {number}", code, "Trao quỹ khuyến học.") for number in range(6))
    facts = DirectiveFacts(
        of_learning(), "49-KL/TW", content(JANUARY, narratives=said, totals=()), frozenset()
    )
    return naming_in(facts, "Phụ lục 2")


def test_units_too_many_for_a_sentence_are_named_in_an_annex(content: Any) -> None:
    deeds = told_by_many(content, "KG602")
    *_, last = results_told(deeds, Citations(()))
    assert last.endswith("trao quỹ khuyến học (06 đơn vị, nêu tên tại Phụ lục 2).")
    heading, row = name_rows(deeds)
    assert (heading["nhom"], row["don_vi"]) == (
        "Kết quả nổi bật",
        ", ".join(f"Đảng bộ {number}" for number in range(6)),
    )


def test_what_many_units_lack_or_ask_for_names_them_there_too(content: Any) -> None:
    lacking = DirectiveOutlook(told_by_many(content, "KG603"))
    assert "06 đơn vị (danh sách tại Phụ lục 2): Trao quỹ khuyến học." in list(lacking.limits())
    asking = DirectiveOutlook(told_by_many(content, "KG606"))
    assert "nêu tên tại Phụ lục 2" in " ".join(asking.proposals())


@pytest.mark.parametrize(
    ("own", "quarter", "reports"),
    [(2, 0, "6 tháng đầu năm"), (0, 2, "quý I"), (6, 2, "quý I, 6 tháng đầu năm")],
)
def test_a_deed_is_told_with_the_reports_it_stands_in_and_all_its_units(
    content: Any, own: int, quarter: int, reports: str
) -> None:
    text = told_deed(content, own, quarter)
    assert f"các đơn vị nêu trong báo cáo {reports}: trao quỹ khuyến học (Đảng bộ 0, " in text
    assert text.count("Đảng bộ") == own + quarter
    assert "đơn vị khác" not in text


def test_a_label_in_brackets_lists_parts_of_a_field_and_is_no_figure_of_one() -> None:
    sports = {**DIRECTIVES[0], "subject": "về phát triển thể dục, thể thao"}
    figures = [{"period": JANUARY, "unit": "A", "KG204": 12}]
    assert "Tổ chức 12 cuộc" not in review(office(tblVanBan=[sports], tblSoLieu=figures))


def test_what_stands_out_is_of_its_theme() -> None:
    event = {"period": JANUARY, "unit": "A", "list": "NB", "line": "NB001", "text": "Tọa đàm", "first": 20,
             "choice": "Bảo hiểm y tế, bảo hiểm xã hội"}  # fmt: skip
    other = {**event, "line": "NB002", "text": "Hội thao", "choice": "Thể dục, thể thao"}
    told = review(office(tblVanBan=[INSURANCE], tblViecCuThe=[event, other]))
    assert "tọa đàm (Đảng bộ Sở Y tế; 20 lượt người tham gia)" in told
    assert "Hội thao" not in told


@pytest.mark.parametrize(
    ("subject", "topics"),
    [
        ("về đẩy mạnh công tác bảo hiểm y tế trong tình hình mới", {"bảo hiểm y tế"}),
        ("về phát triển thể dục, thể thao tỉnh đến năm 2025", {"thể dục, thể thao"}),
        ("xây dựng, nâng cao chất lượng đội ngũ nhà giáo", {"nhà giáo"}),
        ("công tác khoa giáo", set()),
    ],
)
def test_a_topic_is_known_by_the_words_that_name_it(subject: str, topics: set[str]) -> None:
    assert topics_of(subject) == topics


# -- what is wanting and still to do ------------------------------------------------------------------------


def test_its_steps_are_told_in_the_review_and_beside_the_draft() -> None:
    year = office(tblBuoc=STEPS)
    told = review(year)
    assert (
        "Đến ngày 22/01/2024, theo sổ theo dõi, việc sơ kết chung của đảng bộ chưa triển khai; còn giao cơ quan chủ trì, hạn "
        "10/01/2024, quá hạn 12 ngày; gửi báo cáo này lên cấp trên, hạn 12/01/2024, quá hạn 10 ngày; ban hành văn bản, hạn 11/3/2024.\n"
        in told
    )
    assert (
        "V. HẠN CHẾ, NGUYÊN NHÂN\nTiến độ sơ kết chậm: 02 bước đã hết hạn, chưa xong (nêu tại mục III).\n(Bổ sung hạn chế khác)\n"
        in told
    )
    details = write_report.work(year, job("so_ket", directive="49-KL/TW")).outcome.details
    assert "Cuộc sơ kết 49-KL/TW: theo sổ, chưa triển khai" in " ".join(details).replace("; ", ", ")


def test_a_review_past_its_day_says_the_steps_done_in_work_and_open() -> None:
    first, sending, last = STEPS
    steps = [{**first, "status": "xong"}, {**sending, "status": "đang làm"}, last]
    told = review(office(tblBuoc=steps, tblViecCuThe=[STUDIED]), now=datetime(2024, 6, 20, 9))  # noqa: DTZ001
    assert (
        "việc sơ kết chung của đảng bộ đã xong 01 trong 03 bước (gần nhất: giao cơ quan chủ trì); còn gửi báo cáo này lên cấp trên, hạn 12/01/2024, "
        "quá hạn 160 ngày (đang thực hiện); ban hành văn bản, hạn 11/3/2024, quá hạn 101 ngày.\n"
        "(Bổ sung việc tổ chức thực hiện: kết quả của các bước đã xong)\n" in told
    )
    assert (
        "chậm: đã quá thời điểm tròn 05 năm (10/5/2024); 02 bước đã hết hạn, chưa xong (nêu tại mục III)."
        in told
    )


def test_of_many_open_steps_the_first_and_the_last_are_told() -> None:
    steps = [{**STEPS[0], "order": order, "text": f"Bước {order}"} for order in range(1, 6)]
    told = review(office(tblBuoc=[{**steps[0], "status": "đang làm"}, *steps[1:]]))
    assert (
        "việc sơ kết chung của đảng bộ đang làm bước: bước 1; còn 05 bước, từ bước 1 (hạn 10/01/2024, quá"
        in told
    )


def test_a_review_whose_days_are_to_come_is_no_limit_and_one_without_steps_has_none_to_tell() -> None:
    told = review(office(tblBuoc=[STEPS[2]]))
    assert "còn ban hành văn bản, hạn 11/3/2024.\n" in told
    assert "Tiến độ sơ kết chậm" not in told
    assert "Đến ngày" not in review(office(tblBuoc=[]))


def test_what_follows_the_report_is_the_committees_task_and_the_sending_of_it_is_none() -> None:
    told = review(office(tblBuoc=STEPS))
    assert (
        "Về thực hiện Kết luận số 49-KL/TW, Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh ban hành văn bản "
        "(hạn 11/3/2024)." in told.replace("\u00a0", " ")
    )
    *_, outlook = told.partition("VII. ")
    assert "gửi báo cáo cấp trên" not in outlook.casefold()


def test_what_follows_and_is_late_is_to_be_done_at_once() -> None:
    told = review(office(tblBuoc=STEPS), now=datetime(2024, 3, 12, 9))  # noqa: DTZ001
    assert "tỉnh ban hành văn bản (hạn 11/3/2024, quá 01 ngày), hoàn thành ngay." in told
    assert "quý II" not in told


def test_a_review_that_is_done_blames_nobody_for_its_progress() -> None:
    told = review(office(tblBuoc=STEPS, tblSoTongKet=[{**REVIEW, "status": "xong"}]))
    assert "các bước" not in told
    assert "chưa báo cáo tiến độ" not in told


def test_a_cause_that_a_unit_names_stands_below_the_limits_and_a_place_where_nobody_does() -> None:
    said = {"period": JANUARY, "unit": "A", "code": "KG603", "text": "Kinh phí thực hiện 49-KL/TW còn thiếu."}
    limit = "Đảng bộ Sở Y tế: Kinh phí thực hiện 49-KL/TW còn thiếu.\n(Bổ sung nguyên nhân khách quan, chủ quan)\n"
    assert limit in review(office(tblThuyetMinh=[said]))
    cause = {**said, "text": "Nguyên nhân chủ quan: một số cấp ủy chưa quan tâm 49-KL/TW."}
    told = review(office(tblThuyetMinh=[cause]))
    assert (
        "Nguyên nhân chủ quan, theo báo cáo của đơn vị:\nĐảng bộ Sở Y tế: Nguyên nhân chủ quan: một số"
        in told
    )
    assert "(Bổ sung nguyên nhân" not in told


def test_what_units_propose_of_its_topic_stands_by_whom_they_ask() -> None:
    said = {"period": JANUARY, "unit": "A", "code": "KG606",
            "text": "Ban Tuyên giáo Tỉnh ủy: cấp tài liệu về khuyến học.\nSở Y tế: thêm thuốc."}  # fmt: skip
    told = review(of_learning(tblThuyetMinh=[said]))
    assert (
        "Đề nghị Ban Tuyên giáo Tỉnh ủy cấp tài liệu về khuyến học (theo kiến nghị của Đảng bộ Sở Y tế)."
        in told
    )
    assert "thêm thuốc" not in told


def test_a_task_of_its_topic_that_cites_no_directive_is_told_as_one_and_a_mere_proposal_is_not() -> None:
    task = {**TASK, "code": "NV02", "text": "Vận động hội viên làm khuyến học", "directives": ()}
    proposed = {**task, "code": "NV03", "text": "Xây dựng quỹ khuyến học", "status": "đề xuất"}
    told = review(of_learning(tblKeHoach=[task, proposed]))
    assert (
        "liên quan đến nội dung của Kết luận số 49-KL/TW: vận động hội viên làm khuyến học (chủ trì: các"
        in told
    )
    assert "Xây dựng quỹ" not in told


def test_a_directive_of_the_same_topic_is_among_those_beside_it() -> None:
    local = {"symbol": "11-CT/TU", "kind": "Chỉ thị", "issued": date(2021, 4, 19), "issuer": "Tỉnh ủy",
             "subject": "về công tác khuyến học", "status": "nhận"}  # fmt: skip
    assert "Chỉ thị số 11-CT/TU, ngày 19/4/2021 của Tỉnh ủy về công tác khuyến học" in review(
        of_learning(tblVanBan=[*LEARNING, local])
    )


# -- places to write ----------------------------------------------------------------------------------------


def test_a_section_without_anything_to_say_is_a_place_to_write() -> None:
    assert "(Bổ sung đề xuất, kiến nghị; không có thì ghi “Không.”)" in review()


def test_what_the_office_alone_knows_of_years_is_a_place_to_write() -> None:
    told = review(office(tblViecCuThe=[STUDIED]))
    assert "(Bổ sung việc tổ chức thực hiện)" in told
    assert "(Bổ sung kết quả các năm 2019 - 2023)" in told
    assert "VI. BÀI HỌC KINH NGHIỆM\n(Bổ sung bài học kinh nghiệm)\n" in told
    assert "(Bổ sung việc tổ chức" not in review()  # the units' progress is told there


def test_a_draft_with_a_place_to_write_is_given_no_number() -> None:
    with pytest.raises(WrongRequest) as stopped:
        number_document.work(office(), job("so_ket", directive="49-KL/TW"))
    assert stopped.value.code == "LVB-12"
    assert (
        f"cột «Kỳ» ghi «{key_of_review()}», cột «Mục» chọn «2. Tuyên truyền, đấu tranh phản bác», «Ưu "
        "điểm, kết quả nổi bật», «Hạn chế, khó khăn», «Nguyên nhân», «Bài học kinh nghiệm», «Nhiệm vụ trọng tâm kỳ tới», «Đề"
        in str(stopped.value)
    )


def test_words_of_the_office_under_the_key_of_the_document_take_the_place() -> None:
    own = [{"period": key_of_review(), "section": section, "text": "Không."} for section in SECTIONS_TO_WRITE]
    told = review(office(tblLoiBaoCao=own))
    assert "(Bổ sung" not in told
    assert "VIII. ĐỀ XUẤT, KIẾN NGHỊ\nKhông.\n" in told


def test_an_issue_without_a_day_is_given_no_number() -> None:
    issue = {"code": "VD001", "day": date(2024, 1, 9), "unit": "B", "text": "Chậm lương", "handler": "Cấp ủy"}
    with pytest.raises(WrongRequest) as stopped:
        number_document.work(office(tblVanDe=[issue]), job("tin_nhanh", issue="VD001"))
    assert "Điền dòng VD001 ở trang «Vấn đề nổi cộm»" in str(stopped.value)


def test_quick_information_of_older_news_is_asked_about() -> None:
    issue = {"code": "VD001", "day": date(2024, 1, 2), "unit": "B", "text": "x", "reported": date(2024, 1, 5)}
    details = write_report.work(office(tblVanDe=[issue]), job("tin_nhanh", issue="VD001")).outcome.details
    assert any(detail.startswith("Đơn vị báo tin ngày 05/01/2024, báo cáo nhanh ghi") for detail in details)


# -- the letter and the programme ---------------------------------------------------------------------------


def test_a_letter_carries_out_the_guidance_and_does_not_put_the_day_into_its_mouth() -> None:
    told = text("cong_van", office(tblNguon=[SOURCE], tblVanBanDi=[OWN]))
    assert (
        "Thực hiện Hướng dẫn số 12-HD/ĐUK, ngày 02/01/2024 của Ban Thường vụ về công tác khoa giáo, các đơn vị "
        "gửi báo cáo công tác khoa giáo tháng 1 năm 2024 theo biểu mẫu đã phát hành, hạn gửi ngày 18/01/2024."
        in told
    )


@pytest.mark.parametrize(
    ("due", "words", "told"),
    [
        (date(2024, 1, 10), "Nộp", "10/01/2024 (hạn đã qua; bổ sung thời hạn đối với đơn vị chưa thực hiện)"),
        (date(2024, 12, 31), "Nộp", "31/12/2024"),
        (
            date(2024, 1, 10),
            "Nộp; các đơn vị trong ngành y tế xong trước ngày 11/01/2024",
            "10/01/2024 (các đơn vị trong ngành y tế; hạn đã qua; bổ sung thời hạn đối với đơn vị chưa thực hiện)",
        ),
    ],
)
def test_a_day_of_units_that_is_over_before_the_programme_says_so(due: date, words: str, told: str) -> None:
    year = office(tblKeHoach=[{**TASK, "text": words, "due": due, "directives": ()}])
    assert told in text("chuong_trinh", year).split("\n")


def test_a_task_that_cites_without_a_subject_has_a_place_to_fill_as_a_review_has() -> None:
    bare = {**ABOVE, "subject": ""}
    task = {**TASK, "text": "Làm theo Hướng dẫn số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy"}
    year = office(tblVanBan=[*DIRECTIVES, bare], tblKeHoach=[task])
    assert "của Tỉnh ủy (bổ sung trích yếu).\n" in text("chuong_trinh", year)


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (("Kế hoạch", "Báo cáo"), "đúng thời hạn, có sản phẩm nêu tại Phụ lục 1."),
        (("Kế hoạch", ""), "đúng thời hạn nêu tại Phụ lục 1, có sản phẩm ở những nhiệm vụ ghi sản phẩm."),
        (("", ""), "đúng thời hạn nêu tại Phụ lục 1."),
    ],
)
def test_the_programme_asks_for_what_its_tasks_name(outputs: tuple[str, str], said: str) -> None:
    tasks = [{**TASK, "code": f"NV0{at}", "output": output} for at, output in enumerate(outputs)]
    told = text("chuong_trinh", office(tblKeHoach=tasks))
    assert f"thực hiện {said}" in told.replace("\u00a0", " ")


def test_the_programme_counts_what_is_done_and_past_and_names_the_next() -> None:
    past = {**REVIEW, "code": "ST02", "symbol": "11-CT/TW", "anniversary": date(2023, 6, 3)}
    done = {**past, "code": "ST03", "status": "xong"}
    told = text("chuong_trinh", office(tblSoTongKet=[REVIEW, past, done]))
    assert "; 01 cuộc đã hoàn thành; 01 cuộc đã quá thời điểm, chưa hoàn thành; cuộc gần nhất: sơ" in told
    assert "(tròn 05 năm: 10/5/2024)." in told


def test_a_review_among_the_tasks_is_due_on_its_anniversary_and_what_is_done_says_so() -> None:
    of_review = {**TASK, "due": None}
    over = {**TASK, "code": "NV02", "text": "Xây dựng kế hoạch", "due": date(2024, 1, 14), "status": "xong",
            "lead": "Ban Tuyên giáo Đảng ủy Khối"}  # fmt: skip
    told = words("chuong_trinh", office(tblKeHoach=[of_review, over]))
    assert "10/5/2024" in told
    assert "14/01/2024 (đã hoàn thành)" in told


def test_figures_of_a_review_are_traced_by_their_keys() -> None:
    year = office(tblVanBan=[INSURANCE], tblSoLieu=[{"period": JANUARY, "unit": "A", "KG223": 12}])
    keys = read_keys(written("so_ket", year, directive="49-KL/TW"))
    assert all(key.startswith("KG223") for key, _ in keys if key.startswith("KG22"))


def test_words_under_the_key_of_a_review_are_no_slip_of_a_period() -> None:
    own = {"period": key_of_review(), "section": "Đề xuất, kiến nghị", "text": "Không.", "origin": "cơ quan"}
    year = office(tblLoiBaoCao=[own, {**own, "period": "M13"}])
    details = write_report.work(year, job("")).outcome.details
    assert [detail for detail in details if "M13" in detail]
    assert not [detail for detail in details if key_of_review() in detail]


def test_the_programme_says_of_a_review_that_is_over_that_it_is_in_both_of_its_tables() -> None:
    over = {**REVIEW, "status": "xong", "report_number": "03-BC/ĐUK", "reported_on": date(2024, 1, 12)}
    told = words("chuong_trinh", office(tblSoTongKet=[over], tblKeHoach=[{**TASK, "due": None}]))
    assert told.count("10/5/2024 (đã hoàn thành)") == 2


def test_the_programme_gives_a_day_of_some_units_to_them_alone() -> None:
    task = {**TASK, "text": "Phổ biến Kết luận; các đơn vị trong ngành y tế xong trước ngày 31/3/2024", "due":
            date(2024, 3, 30), "status": "xong"}  # fmt: skip
    assert "30/3/2024 (các đơn vị trong ngành y tế)" in words("chuong_trinh", office(tblKeHoach=[task]))
