"""The review of one directive as an office signs it: each sentence true on its day, no step of its making."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.kinds.directive_topics import topics_of
from khoagiao_xl.steps import number_document, write_report
from tests.report.test_document_kinds import (
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


def test_a_report_leads_nothing() -> None:
    reported = {**PLAN, "kind": "Báo cáo", "symbol": "BC/ĐUK", "subject": "sơ kết Kết luận số 49-KL/TW"}
    assert "đã ban hành" not in review(office(tblVanBanDi=[reported]))


def test_a_review_is_done_by_the_guidance_from_above_and_the_one_that_gives_it() -> None:
    told = review(office(tblVanBan=[*DIRECTIVES, ABOVE], tblNguon=[SOURCE], tblVanBanDi=[OWN]))
    assert (
        "theo Hướng dẫn số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy về sơ kết và Hướng dẫn số 12-HD/ĐUK." in told
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


def test_what_is_not_told_of_study_says_of_which_reports() -> None:
    assert (
        "Theo báo cáo tháng 1 năm 2024, 02 đơn vị còn lại chưa nêu hội nghị quán triệt Kết luận số 49-KL/TW; chưa "
        "có số liệu của các năm trước." in review()
    )


def test_a_directive_nobody_studied_is_told_so_of_the_reports_that_ask() -> None:
    told = review(office(tblViecCuThe=[{**STUDIED, "text": "11-CT/TW"}]))
    assert (
        "Báo cáo tháng 1 năm 2024 của các đơn vị chưa nêu hội nghị quán triệt Kết luận số 49-KL/TW;" in told
    )
    assert "Phụ lục" not in told


def test_where_no_report_told_of_conferences_nobody_is_blamed() -> None:
    told = review(office(tblViecCuThe=[]))
    assert "Biểu mẫu đã phát hành chưa thu số liệu hội nghị quán triệt riêng về Kết luận số 49-KL/TW." in told
    assert "đơn vị chưa nêu" not in told


def test_several_units_are_added_up_in_the_table_that_says_what_it_is() -> None:
    second = {**STUDIED, "unit": "C", "first": 10, "second": 9}
    told = words("so_ket", office(tblViecCuThe=[STUDIED, second]), directive="49-KL/TW")
    assert "Kết quả quán triệt Kết luận số 49-KL/TW của các đơn vị" in told
    assert told[-4:] == ["Tổng cộng", "2", "50", "47"]


# -- what came of it ----------------------------------------------------------------------------------------


def test_figures_are_those_of_its_topic_with_period_units_and_years_unknown() -> None:
    figures = [{"period": JANUARY, "unit": "A", "KG204": 12, "KG208": 300, "KG202": 5}]
    told = review(of_learning(tblSoLieu=figures))
    assert (
        "Biểu mẫu báo cáo tháng 1 năm 2024 không có chỉ tiêu riêng về nội dung của Kết luận số 49-KL/TW."
        in told
    )
    assert "cuộc tuyên truyền" not in told


def test_a_label_in_brackets_lists_parts_of_a_field_and_is_no_figure_of_one() -> None:
    sports = {**DIRECTIVES[0], "subject": "về phát triển thể dục, thể thao"}
    figures = [{"period": JANUARY, "unit": "A", "KG204": 12}]
    assert "Tổ chức 12 cuộc" not in review(office(tblVanBan=[sports], tblSoLieu=figures))


def test_what_stands_out_is_of_its_theme() -> None:
    event = {"period": JANUARY, "unit": "A", "list": "NB", "line": "NB001", "text": "Tọa đàm", "first": 20,
             "choice": "Bảo hiểm y tế, bảo hiểm xã hội"}  # fmt: skip
    other = {**event, "line": "NB002", "text": "Hội thao", "choice": "Thể dục, thể thao"}
    told = review(office(tblVanBan=[INSURANCE], tblViecCuThe=[event, other]))
    assert "Tọa đàm (Đảng bộ Sở Y tế; 20 lượt người tham gia)" in told
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


def test_steps_of_its_making_are_told_beside_the_draft_and_not_in_it() -> None:
    year = office(tblBuoc=STEPS)
    told = review(year)
    assert "Giao cơ quan chủ trì" not in told
    assert "quá hạn" not in told.partition("VI. ")[0]
    details = write_report.work(year, job("so_ket", directive="49-KL/TW")).outcome.details
    assert "Cuộc sơ kết 49-KL/TW: theo sổ, chưa ghi nhận triển khai" in " ".join(details).replace("; ", ", ")


def test_steps_after_the_report_are_tasks_and_the_late_ones_come_first() -> None:
    told = review(office(tblBuoc=STEPS))
    assert (
        "Hoàn thành ngay các bước đã quá hạn của việc sơ kết: gửi báo cáo cấp trên (hạn 12/01/2024)." in told
    )
    assert "Tiếp tục thực hiện các bước của việc sơ kết: ban hành văn bản (hạn 11/3/2024)." in told


def test_a_review_that_is_done_blames_nobody_for_its_progress() -> None:
    told = review(office(tblBuoc=STEPS, tblSoTongKet=[{**REVIEW, "status": "xong"}]))
    assert "các bước" not in told
    assert "chưa báo cáo tiến độ" not in told


def test_causes_are_in_the_heading_where_somebody_names_one() -> None:
    said = {"period": JANUARY, "unit": "A", "code": "KG603", "text": "Kinh phí thực hiện 49-KL/TW còn thiếu."}
    assert "V. HẠN CHẾ\n" in review(office(tblThuyetMinh=[said]))
    cause = {**said, "text": "Nguyên nhân chủ quan: một số cấp ủy chưa quan tâm 49-KL/TW."}
    assert "V. HẠN CHẾ, NGUYÊN NHÂN\n" in review(office(tblThuyetMinh=[cause]))


# -- places to write ----------------------------------------------------------------------------------------


def test_a_section_without_anything_to_say_is_a_place_to_write() -> None:
    assert "(Bổ sung đề xuất, kiến nghị; không có thì ghi «Không.»)" in review()


def test_a_draft_with_a_place_to_write_is_given_no_number() -> None:
    with pytest.raises(WrongRequest) as stopped:
        number_document.work(office(), job("so_ket", directive="49-KL/TW"))
    assert stopped.value.code == "LVB-12"
    assert f"cột «Kỳ» ghi «{key_of_review()}», cột «Mục» chọn «Đề xuất, kiến nghị»" in str(stopped.value)


def test_words_of_the_office_under_the_key_of_the_document_take_the_place() -> None:
    own = {"period": key_of_review(), "section": "Đề xuất, kiến nghị", "text": "Không."}
    told = review(office(tblLoiBaoCao=[own]))
    assert "(Bổ sung" not in told
    assert "VII. ĐỀ XUẤT, KIẾN NGHỊ\nKhông.\n" in told


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


def test_a_letter_says_by_what_the_report_is_due() -> None:
    told = text("cong_van", office(tblNguon=[SOURCE], tblVanBanDi=[OWN]))
    assert (
        "Theo Hướng dẫn số 12-HD/ĐUK, ngày 02/01/2024 của Ban Thường vụ về công tác khoa giáo, các đơn vị"
        in told
    )


def test_the_programme_counts_what_is_done_and_past_and_names_the_next() -> None:
    past = {**REVIEW, "code": "ST02", "symbol": "11-CT/TW", "anniversary": date(2023, 6, 3)}
    done = {**past, "code": "ST03", "status": "xong"}
    told = text("chuong_trinh", office(tblSoTongKet=[REVIEW, past, done]))
    assert (
        "; 01 cuộc đã hoàn thành; 01 cuộc đã qua ngày tròn chưa hoàn thành; cuộc đến ngày tròn gần nhất: sơ"
        in told
    )
    assert "(mốc 10/5/2024)." in told


def test_a_review_among_the_tasks_is_due_on_its_anniversary_and_what_is_done_says_so() -> None:
    of_review = {**TASK, "due": None}
    over = {**TASK, "code": "NV02", "text": "Xây dựng kế hoạch", "due": date(2024, 1, 14), "status": "xong"}
    told = words("chuong_trinh", office(tblKeHoach=[of_review, over]))
    assert "ngày tròn 10/5/2024" in told
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
