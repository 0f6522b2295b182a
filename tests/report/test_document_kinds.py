"""Documents of other kinds: what each says of a small office, and what it refuses to say."""

from __future__ import annotations

from datetime import date, timedelta

from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.report.document_shapes import SHAPES
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.steps import write_report
from tests.report.kind_documents import (
    DIRECTIVES,
    STUDIED,
    TASK,
    job,
    key_of_review,
    office,
    refused,
    review,
    text,
)
from tests.steps.small_year import NOW
from tests.steps.test_write_report import JANUARY

# -- the table --------------------------------------------------------------------------------------------


def test_every_kind_has_a_template_and_a_function() -> None:
    for kind in KINDS.values():
        assert kind.template in SHAPES
        assert callable(kind.load())


def test_a_file_is_called_by_what_it_is_about() -> None:
    outcome: Outcome = write_report.work(office(), job("so_ket", directive="49-KL/TW")).outcome
    assert [path.name for path in outcome.paths] == [f"So-ket-49-KL-TW-{JANUARY}.docx"]
    assert outcome.sentence == f"Đã viết báo cáo «So-ket-49-KL-TW-{JANUARY}.docx»."


# -- the review of a directive ----------------------------------------------------------------------------


def test_a_review_is_titled_by_its_directive_and_cites_it_in_full_once() -> None:
    told = review()
    assert "sơ kết 05 năm thực hiện Kết luận số 49-KL/TW của Ban Bí thư" in told
    assert told.count("Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư") == 1
    assert "liên quan: Chỉ thị số 11-CT/TW, ngày 13/4/2007 của Bộ Chính trị về khuyến học." in told


def test_a_review_counts_conferences_with_who_was_called_and_present() -> None:
    assert (
        "Theo báo cáo tháng 1 năm 2024, 01 đơn vị nêu cụ thể 01 hội nghị quán triệt, triển khai Kết luận số 49-KL/TW, "
        "tổ chức ngày 05/01/2024 (Phụ lục); 38/40 "
        "lượt đảng viên được triệu tập tham dự (95%)." in review()
    )


def test_a_conference_that_told_nobody_called_has_no_share() -> None:
    told = review(office(tblViecCuThe=[{**STUDIED, "second": None}]))
    assert (
        "01 hội nghị quán triệt, triển khai Kết luận số 49-KL/TW, tổ chức ngày 05/01/2024 (Phụ lục)." in told
    )


def test_a_review_tells_how_far_the_units_are() -> None:
    assert "Tiến độ sơ kết theo báo cáo của các đơn vị: 01 đơn vị đã có kế hoạch." in review()


def test_what_units_say_of_the_directive_stands_under_their_party_name() -> None:
    said = {
        "period": JANUARY,
        "unit": "A",
        "code": "KG603",
        "text": "Kinh phí thực hiện 49-KL/TW còn thiếu.\nViệc khác.",
    }
    told = review(office(tblThuyetMinh=[said]))
    assert "Đảng bộ Sở Y tế: Kinh phí thực hiện 49-KL/TW còn thiếu." in told
    assert "Việc khác" not in told


def test_documents_that_the_office_issued_about_it_are_named() -> None:
    own = {"kind": "Kế hoạch", "number": 11, "symbol": "KH/ĐUK", "issued": date(2024, 1, 3), "issuer": "cấp ủy",
           "subject": "sơ kết Kết luận số 49-KL/TW"}  # fmt: skip
    cited = "đã ban hành: Kế hoạch số 11-KH/ĐUK, ngày 03/01/2024 về sơ kết Kết luận số 49-KL/TW."
    assert cited in review(office(tblVanBanDi=[own]))
    younger = {**own, "issued": NOW.date() + timedelta(1)}
    assert "đã ban hành" not in review(office(tblVanBanDi=[younger]))


def test_a_review_is_not_written_of_totals_that_somebody_typed_over() -> None:
    true = office()
    rows = [{**row, "Kỳ này": 9999} if row["Mã"] == "KG110" else row for row in true.raw(schema.TOTALS)]
    typed = true.with_tables({schema.TOTALS.name: rows})
    assert "không còn khớp" in refused("BC-10", "so_ket", typed, directive="49-KL/TW")


def test_a_task_that_cites_the_directive_in_full_once_more_is_told_shorter() -> None:
    full = (
        "Sơ kết Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW"
    )
    tasks = [{**TASK, "text": f"Kiểm tra việc {full}"}]
    assert "49-KL/TW: kiểm tra việc Sơ kết Kết luận số 49-KL/TW (chủ trì" in review(office(tblKeHoach=tasks))


def test_a_register_without_documents_about_it_is_not_told() -> None:
    assert "sổ văn bản đi" not in review()


def test_a_numbered_review_tells_the_facts_of_its_own_day() -> None:
    step = {"review": "ST01", "order": 1, "text": "Ban hành kế hoạch", "due": date(2024, 3, 11)}
    own = {"kind": "Báo cáo", "number": 6, "symbol": "BC/ĐUK", "issued": date(2024, 1, 22), "issuer": "cấp ủy",
           "subject": "x", "report": key_of_review()}  # fmt: skip
    year = office(tblBuoc=[step], tblVanBanDi=[own])
    assert "quá hạn" not in review(year, now=NOW.replace(month=6))


def test_a_directive_that_is_not_known_is_refused_with_near_ones() -> None:
    assert "Có phải: 49-KL/TW" in refused("LVB-02", "so_ket", directive="94-KL/TW")


def test_a_directive_may_be_typed_with_blanks() -> None:
    assert "Kết luận số 49-KL/TW" in text("so_ket", directive=" 49 - KL/TW ")


def test_a_review_without_a_directive_asks_for_one() -> None:
    assert "--directive" in refused("LVB-01", "so_ket")


def test_a_review_of_the_other_kind_is_refused() -> None:
    assert "Dùng --kind so_ket" in refused("LVB-06", "tong_ket", directive="49-KL/TW")


def test_a_directive_of_which_nothing_is_known_is_refused() -> None:
    assert "Chưa có gì để viết" in refused("LVB-05", "so_ket", directive="11-CT/TW")


# -- the guidance that all are written by ---------------------------------------------------------------------


def test_a_document_begins_with_the_guidance_from_above_and_the_offices_own() -> None:
    above = {"symbol": "143-HD/BTGTU", "kind": "Hướng dẫn", "issued": date(2024, 1, 3), "issuer": "Ban Tuyên giáo",
             "subject": "thực hiện công tác khoa giáo", "section": "Mở đầu", "status": "nhận"}  # fmt: skip
    source = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
    own = {"kind": "Hướng dẫn", "number": 12, "symbol": "HD/ĐUK", "issued": date(2024, 1, 15), "subject": "x"}
    year = office(tblVanBan=[*DIRECTIVES, above], tblNguon=[source], tblVanBanDi=[own])
    told = text("chuong_trinh", year)
    assert "Thực hiện Hướng dẫn số 143-HD/BTGTU, ngày 03/01/2024 của Ban Tuyên giáo" in told
    assert " và Hướng dẫn số 12-HD/ĐUK, ngày 15/01/2024 của Ban Thường vụ" in told
