"""Documents of other kinds: what each says of a small office, and what it refuses to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.document_shapes import SHAPES
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.report.kinds.programme_names import in_cell, in_sentence
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.steps import write_report
from tests.steps.small_year import NOW
from tests.steps.small_year import job as small_job
from tests.steps.test_write_report import JANUARY, consolidated

OUT = Path("bao-cao")
UNITS = [
    Unit("A", "Sở Y tế", "đảng bộ"),
    Unit("B", "Sở Du lịch", "chi bộ"),
    Unit("C", "Sở Tư pháp", "đảng bộ"),
]
DIRECTIVES = [
    {"symbol": "49-KL/TW", "kind": "Kết luận", "issued": date(2019, 5, 10), "issuer": "Ban Bí thư",
     "subject": "về tiếp tục thực hiện Chỉ thị số 11-CT/TW", "status": "nhận"},
    {"symbol": "11-CT/TW", "kind": "Chỉ thị", "issued": date(2007, 4, 13), "issuer": "Bộ Chính trị",
     "subject": "về khuyến học", "status": "nhận"},
]  # fmt: skip
REVIEW = {"kind": "Sơ kết", "years": 5, "symbol": "49-KL/TW", "anniversary": date(2024, 5, 10), "code": "ST01",
          "status": "nhận"}  # fmt: skip
STUDIED = {"period": JANUARY, "unit": "A", "list": "QT", "line": "QT001", "text": "49-KL/TW", "day": "05/01/2024",
           "first": 40, "second": 38}  # fmt: skip
DONE = {"period": JANUARY, "unit": "B", "list": "ST", "line": "ST001", "label": "Sơ kết 5 năm 49-KL/TW",
        "choice": "Đã có kế hoạch"}  # fmt: skip
TASK = {"code": "NV01", "section": "II.4.2", "text": "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW", "status": "nhận",
        "lead": "Các đảng bộ, chi bộ cơ sở", "directives": ("49-KL/TW",), "due": date(2024, 5, 10),
        "output": "Báo cáo"}  # fmt: skip
STAFF = "Ban Tuyên giáo Đảng ủy Khối"
ISSUE = {"code": "VD001", "day": date(2024, 1, 9), "unit": "B", "field": "Xã hội", "text": "Chậm trả lương",
         "level": "bức xúc", "handler": "Cấp ủy", "due": date(2024, 2, 1), "proposal": "cho ý kiến chỉ đạo"}  # fmt: skip


def office(**tables: Any) -> Year:
    """Return an office of three units of which one has reported for January."""
    known = {
        "tblDonVi": UNITS,
        "tblVanBan": DIRECTIVES,
        "tblSoTongKet": [REVIEW],
        "tblViecCuThe": [STUDIED, DONE],
        "tblKeHoach": [TASK],
        "tblVanDe": [ISSUE],
    }
    states = tables.pop("tblTiepNhan", None)
    year = consolidated(**{**known, **tables})
    if states is None:
        return year
    rows = to_rows([vars(duty) for duty in states], schema.DUTIES)
    return year.with_tables({schema.DUTIES.name: rows})


def job(kind: str, now: datetime = NOW, **about: Any) -> Job:
    return replace(small_job(JANUARY, OUT), **{"kind": kind, "now": now, "is_sure": True, **about})


def written(kind: str, year: Year | None = None, **about: Any) -> bytes:
    changes = write_report.work(year or office(), job(kind, **about))
    [file] = changes.files
    return file.bytes()


def words(kind: str, year: Year | None = None, **about: Any) -> list[str]:
    """Return the paragraphs of a document of this kind."""
    return list(paragraphs_of(written(kind, year, **about)))


def text(kind: str, year: Year | None = None, **about: Any) -> str:
    return "\n".join(words(kind, year, **about))


def refused(code: str, kind: str, year: Year | None = None, **about: Any) -> str:
    with pytest.raises(WrongRequest) as stopped:
        write_report.work(year or office(), job(kind, **about))
    assert stopped.value.code == code
    return str(stopped.value)


def duties(**states: Any) -> list[Duty]:
    """Return duties of January: name of a unit -> facts of its duty."""
    return [
        Duty(JANUARY, unit, **{"version": 1, "unit_name": unit, **facts}) for unit, facts in states.items()
    ]


def in_time(**facts: Any) -> dict[str, Any]:
    return {"state": State.ACCEPTED, "on_time": True, "received": datetime(2024, 1, 16, 9), **facts}  # noqa: DTZ001


MISSING = {"state": State.MISSING}
LATE = in_time(on_time=False, days_late=2)


SIX_UNITS = [Unit(f"U{index:02}", f"Sở {index:02}", "đảng bộ") for index in range(6)]


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


def key_of_review() -> str:
    return f"{KINDS['so_ket'].template} 49-KL/TW {JANUARY}"


def review(year: Year | None = None, **about: Any) -> str:
    return text("so_ket", year, **{"directive": "49-KL/TW", **about})


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


# -- quick information ------------------------------------------------------------------------------------


def test_quick_information_tells_where_when_and_who_deals_with_it() -> None:
    told = words("tin_nhanh", issue="vd001")
    assert "nhanh về vấn đề phát sinh tại Sở Du lịch" in told
    assert "Ngày 09/01/2024, tại Sở Du lịch: Chậm trả lương." in told
    assert "Đơn vị đánh giá vụ việc ở mức bức xúc." in told
    assert any(line.startswith("Cấp ủy đang xử lý; đến ngày ") for line in told)
    assert (
        "Ban Tuyên giáo tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo Chi bộ Sở Du lịch "
        "giải quyết dứt điểm chậm nhất ngày 01/02/2024, báo cáo kết quả về Ban Tuyên giáo; khi có kết quả, Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh "
        "nghiệp tỉnh báo cáo Ban Tuyên giáo Tỉnh ủy." in told
    )
    assert "Chi bộ Sở Du lịch đề nghị cho ý kiến chỉ đạo." in told
    assert not any("trả lời đề nghị" in line for line in told)  # the direction is the answer
    assert any(
        " một vấn đề nổi cộm (lĩnh vực xã hội) phát sinh tại Sở Du lịch như sau:" in line for line in told
    )


def test_what_others_brought_up_concerns_a_unit_and_is_said_to_have_happened_nowhere() -> None:
    heard = {**ISSUE, "source": "dư luận", "field": "Chung"}
    told = words("tin_nhanh", office(tblVanDe=[heard]), issue="VD001")
    assert "nhanh về vấn đề liên quan đến Sở Du lịch" in told
    assert "Ngày 09/01/2024: Chậm trả lương (nguồn tin: dư luận)." in told
    assert any(" một vấn đề nổi cộm liên quan đến Sở Du lịch như sau:" in line for line in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Một số người lao động phản ánh.", "Du lịch, một số người lao động phản ánh."),
        ("Nguyễn Du phản ánh", "Du lịch: Nguyễn Du phản ánh."),
    ],
)
def test_what_happened_goes_on_in_the_sentence_where_it_begins_with_no_name(text: str, told: str) -> None:
    made = words("tin_nhanh", office(tblVanDe=[{**ISSUE, "text": text}]), issue="VD001")
    assert f"Ngày 09/01/2024, tại Sở {told}" in made


def test_what_else_a_unit_asks_for_the_committee_will_answer() -> None:
    asking = {**ISSUE, "proposal": "Đề nghị hỗ trợ kinh phí."}
    told = words("tin_nhanh", office(tblVanDe=[asking]), issue="VD001")
    assert "Chi bộ Sở Du lịch đề nghị hỗ trợ kinh phí." in told
    assert (
        "Ban Tuyên giáo tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh trả lời đề nghị của Chi bộ Sở "
        "Du lịch." in told
    )
    settled = {**asking, "closed_on": date(2024, 1, 20)}
    assert "đề nghị" not in text("tin_nhanh", office(tblVanDe=[settled]), issue="VD001")


@pytest.mark.parametrize(
    ("due", "said"),
    [(date(2024, 1, 10), "dứt điểm (hạn xử lý 10/01/2024 đã qua), báo cáo"), (None, "dứt điểm, báo cáo")],
)
def test_a_day_that_is_past_or_unknown_is_no_day_to_keep(due: date | None, said: str) -> None:
    told = words("tin_nhanh", office(tblVanDe=[{**ISSUE, "due": due}]), issue="VD001")
    assert any(f"chỉ đạo Chi bộ Sở Du lịch giải quyết {said}" in line for line in told)


def test_quick_information_goes_to_the_board_above_and_not_to_the_units() -> None:
    told = words("tin_nhanh", issue="VD001")
    assert "- Ban Tuyên giáo Tỉnh ủy;" in told
    assert "- Các đảng bộ, chi bộ cơ sở;" not in told


def test_what_nobody_has_said_of_an_issue_is_told_as_unknown() -> None:
    bare = {key: ISSUE[key] for key in ("code", "day", "unit", "text")}
    told = words("tin_nhanh", office(tblVanDe=[bare]), issue="VD001")
    for line in (
        "Đơn vị chưa đánh giá mức độ.",
        "(Bổ sung cơ quan, người được giao xử lý)",
        "(Bổ sung thời hạn xử lý)",
    ):
        assert line in told


HEARD = {**ISSUE, "source": "tin nhanh", "reported": date(2024, 1, 10)}


def test_a_quick_notice_is_its_own_source_and_names_no_place_of_the_program() -> None:
    told = words("tin_nhanh", office(tblVanDe=[HEARD]), issue="VD001")
    assert "nhanh về vấn đề do Chi bộ Sở Du lịch phản ánh" in told
    assert any("(lĩnh vực xã hội) do Chi bộ Sở Du lịch phản ánh như sau:" in line for line in told)
    (happened,) = [line for line in told if "theo tin nhanh" in line]
    assert happened == (
        "Ngày 09/01/2024 (ngày xảy ra hoặc ngày nắm được): Chậm trả lương (theo tin nhanh của Chi bộ Sở Du lịch, "
        "Ban Tuyên giáo nhận ngày 10/01/2024)."
    )
    assert not any("tại Sở Du lịch" in line for line in told)


def test_what_a_unit_counted_in_its_form_arose_at_no_place_of_the_program_either() -> None:
    counted = {**ISSUE, "source": "biểu kỳ", "text": "Một số người lao động phản ánh."}
    told = words("tin_nhanh", office(tblVanDe=[counted]), issue="VD001")
    assert "Ngày 09/01/2024, một số người lao động phản ánh (nguồn tin: biểu kỳ)." in told
    assert not any("tại Sở Du lịch" in line for line in told)


def test_nobody_is_said_to_have_directed_what_nobody_has() -> None:
    told = text("tin_nhanh", office(tblVanDe=[HEARD]), issue="VD001")
    assert "tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo" in told
    assert "\nBan Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo" not in told


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Chậm trả lương.", "nơi xảy ra, số người liên quan"),
        ("Ở xưởng 2 chậm trả lương.", ""),
        ("Chậm trả lương tại nhà máy.", "số người liên quan"),
        ("32 người chậm được trả lương.", "nơi xảy ra"),
    ],
)
def test_the_office_is_told_what_a_quick_notice_does_not_say(told: str, lacks: str) -> None:
    year = office(tblVanDe=[{**HEARD, "text": told}])
    notes = "\n".join(write_report.work(year, job("tin_nhanh", issue="VD001")).outcome.details)
    assert ("chưa thấy nêu" in notes) == bool(lacks)
    assert f"chưa thấy nêu {lacks}" in notes or not lacks


def test_an_issue_that_is_settled_is_told_so() -> None:
    settled = {**ISSUE, "closed_on": date(2024, 1, 20), "result": "Đã trả đủ"}
    told = words("tin_nhanh", office(tblVanDe=[settled]), issue="VD001")
    assert "Vấn đề đã được giải quyết xong ngày 20/01/2024: Đã trả đủ." in told
    assert "Không còn việc phải làm tiếp." in told


def test_an_issue_that_is_not_in_the_log_is_refused() -> None:
    assert "Có phải: VD001" in refused("LVB-04", "tin_nhanh", issue="VD1")
    assert "--issue" in refused("LVB-03", "tin_nhanh")


# -- the notice -------------------------------------------------------------------------------------------


def noticed(**states: Any) -> list[str]:
    return words("thong_bao", office(tblTiepNhan=duties(**states)))


def test_the_notice_on_days_names_the_day() -> None:
    assert any(", hạn gửi ngày " in line for line in noticed(A=in_time(), B=LATE, C=MISSING))


def test_a_day_that_the_text_names_is_no_column_of_the_list() -> None:
    assert "Hạn của đơn vị" not in noticed(A=in_time(), B=in_time(), C=in_time())


def test_many_units_that_have_to_explain_are_listed() -> None:
    states = duties(
        **{unit.code: {**in_time(), "state": State.QUESTIONED} for unit in SIX_UNITS}, A=in_time()
    )
    rows = to_rows([vars(unit) for unit in (*UNITS, *SIX_UNITS)], schema.UNITS)
    told = words("thong_bao", office(tblTiepNhan=states).with_tables({schema.UNITS.name: rows}))
    assert "06 đơn vị còn phải giải trình số liệu (danh sách tại Phụ lục 2)." in told
    assert ", ".join(f"Đảng bộ Sở {index:02}" for index in range(6)) in told


def test_the_notice_counts_the_reports_that_can_be_taken_in() -> None:
    told = noticed(A=in_time(), B={**in_time(), "state": State.RETURNED}, C=LATE)
    assert any(
        ", có 02 đơn vị gửi báo cáo đạt yêu cầu tổng hợp, trong đó 01 đơn vị gửi đúng hạn, 01 đơn vị gửi chậm."
        in line
        for line in told
    )


def test_the_notice_names_who_does_well_and_who_is_slow() -> None:
    told = noticed(A=in_time(), B=LATE, C=MISSING)
    assert (
        "01 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình (danh sách tại Phụ lục 1)."
        in told
    )
    assert any("01 đơn vị gửi chậm, 01 đơn vị chưa gửi." in line for line in told)
    assert {"Đảng bộ Sở Y tế", "Chi bộ Sở Du lịch", "Đảng bộ Sở Tư pháp"} <= set(told)


def test_the_notice_asks_each_for_what_it_owes_and_nobody_for_what_has_come() -> None:
    told = noticed(A={**in_time(), "state": State.QUESTIONED}, B=LATE, C=MISSING)
    assert "01 đơn vị còn phải giải trình số liệu: Đảng bộ Sở Y tế." in told
    (asked,) = [
        line for line in told if line.startswith("Đề nghị cấp ủy các đơn vị chỉ đạo hoàn thành, gửi về")
    ]
    assert asked.endswith(
        " chậm nhất ngày 25/01/2024: báo cáo tháng 1 năm 2024 (01 đơn vị chưa gửi hoặc phải sửa); giải trình số liệu "
        "(01 đơn vị nêu tại mục 3)."
    )
    assert "01 đơn vị gửi chậm rút kinh nghiệm, gửi báo cáo các kỳ sau đúng hạn." in told


def test_who_sent_a_correction_of_no_use_is_not_praised() -> None:
    arrival = {"period": JANUARY, "unit": "A", "file": "a2.xlsx", "verdict": "không dùng được", "reason": "Tệp bị hỏng.",
               "received": datetime(2024, 1, 20, 9), "sha256": "2"}  # fmt: skip # noqa: DTZ001
    states = duties(A=in_time(), B=in_time(), C=in_time())
    told = words("thong_bao", office(tblTiepNhan=states, tblTepNhan=[arrival]))
    assert (
        "02 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình (danh sách tại Phụ lục)."
        in told
    )
    assert (
        "01 đơn vị có báo cáo đã được tổng hợp nhưng bản sửa gửi sau chưa đạt yêu cầu, phải gửi lại bản sửa: Đảng bộ Sở Y tế."
        in told
    )
    assert any("bản sửa (01 đơn vị nêu tại mục 3)." in line for line in told)


def test_the_waived_and_the_extended_are_blamed_nowhere() -> None:
    extended = {"period": JANUARY, "unit": "B", "rule": "GIA-HAN", "until": date(2024, 1, 30), "reason": "x",
                "allowed_by": "y"}  # fmt: skip
    states = duties(A=in_time(), B={"state": State.EXTENDED}, C={"state": State.WAIVED})
    told = words("thong_bao", office(tblTiepNhan=states, tblMienTru=[extended]))
    assert "Không có đơn vị nào gửi chậm, chưa gửi hoặc phải sửa báo cáo." in told
    assert "01 đơn vị được gia hạn, chưa đến hạn mới: Chi bộ Sở Du lịch." in told
    assert any(line.startswith("01 đơn vị được miễn báo cáo kỳ này") for line in told)


def test_a_unit_that_mended_its_form_in_time_is_not_slow() -> None:
    told = noticed(A=in_time(version=2), B=in_time(), C=in_time())
    assert "01 đơn vị đã sửa và gửi lại trong hạn." in told
    assert "Không có đơn vị nào gửi chậm, chưa gửi hoặc phải sửa báo cáo." in told


@pytest.mark.parametrize("states", [{"A": MISSING, "B": MISSING}])
def test_before_anything_is_due_there_is_nothing_to_notice(states: Any) -> None:
    early = NOW.replace(day=16)
    assert "chưa có gì để thông báo" in refused(
        "LVB-09", "thong_bao", office(tblTiepNhan=duties(**states)), now=early
    )


def test_a_period_of_which_nobody_reported_is_refused() -> None:
    late = NOW.replace(month=6)
    refused("BC-08", "thong_bao", office(tblTiepNhan=duties(A=MISSING, B=MISSING)), now=late)


def test_a_period_without_any_intake_is_refused() -> None:
    refused("KY-05", "thong_bao", office(tblTiepNhan=[]))


# -- the letter -------------------------------------------------------------------------------------------


def letter(**states: Any) -> list[str]:
    return words("cong_van", office(tblTiepNhan=duties(**states)))


def test_a_letter_names_whom_it_goes_to_and_until_when() -> None:
    told = letter(A=in_time(), B=MISSING, C={"state": State.RETURNED})
    assert "- Chi bộ Sở Du lịch;" in told
    assert "- Đảng bộ Sở Tư pháp." in told
    assert any("chậm nhất ngày 25/01/2024" in line for line in told)
    assert "- Như trên;" in told


def test_a_letter_has_its_subject_below_the_number_and_no_title() -> None:
    told = letter(A=MISSING, B=in_time(), C=in_time())
    assert told.index("Về việc đôn đốc chế độ báo cáo công tác khoa giáo tháng 1 năm 2024") < told.index(
        "Kính gửi: Đảng bộ Sở Y tế."
    )
    assert "CÔNG VĂN" not in told


def test_a_letter_says_when_the_reports_were_due() -> None:
    told = letter(A=MISSING, B={"state": State.RETURNED}, C=in_time())
    assert any("còn 02 đơn vị chưa hoàn thành: 01 đơn vị chưa gửi báo cáo; 01" in line for line in told)


def test_the_day_of_all_is_no_column_of_the_letters_list() -> None:
    told = letter(A=MISSING, B={"state": State.RETURNED}, C=in_time())
    assert any("hạn gửi ngày" in line for line in told)
    assert "Hạn đã giao" not in told


def test_a_letter_says_what_each_still_has_to_do() -> None:
    told = letter(A={"state": State.QUESTIONED, "on_time": True}, B={"state": State.UNUSABLE})
    assert "Giải trình số liệu của báo cáo tháng 1 năm 2024" in told  # the file of no findings
    assert any("báo cáo đã gửi chưa đạt yêu cầu" in line for line in told)


CALLED = {"period": JANUARY, "unit": "A", "file": "a.xlsx", "severity": "cần giải trình", "rule": "R28",
          "message": "Số lượt triệu tập nhiều hơn số đảng viên nhân với số hội nghị (KG107 = 213; KG001 = 71)."}  # fmt: skip
DOUBTED = in_time(state=State.QUESTIONED, file="a.xlsx")


def asked_about(*findings: Any) -> list[str]:
    states = duties(A=DOUBTED, B=MISSING, C=in_time())
    return words("cong_van", office(tblTiepNhan=states, tblLoi=list(findings)))


def test_a_letter_says_which_figures_are_to_be_explained_by_their_names() -> None:
    others = [{**CALLED, "file": "a2.xlsx"}, {**CALLED, "severity": "ghi nhận"}]
    [told] = [line for line in asked_about(CALLED, *others) if line.startswith("Giải trình")]
    assert told == (
        "Giải trình số liệu của báo cáo tháng 1 năm 2024, nhận ngày 16/01/2024: số lượt triệu tập nhiều hơn số đảng viên nhân "
        "với số hội nghị (số lượt đảng viên được triệu tập học tập, quán triệt: 213; tổng số đảng viên đến cuối kỳ: 71)"
    )


def test_a_question_is_told_without_its_advice() -> None:
    advised = {**CALLED, "message": "KG221 ghi 0, sổ có 1 vấn đề: VD1 (06/02/2024). Xác nhận số nào đúng."}
    [told] = [line for line in asked_about(advised) if line.startswith("Giải trình")]
    assert told.endswith(": số vấn đề nổi cộm, bức xúc phát sinh ghi 0, sổ có 1 vấn đề: VD1 (06/02/2024)")


def test_a_letter_names_no_day_that_nobody_set_for_an_explanation() -> None:
    told = asked_about(CALLED)
    unit = told.index("Đảng bộ Sở Y tế")
    other = told.index("Chi bộ Sở Du lịch", unit)
    assert told[unit + 1].startswith("Giải trình")  # the day of all the others stands in the text alone
    assert told[other + 1].startswith("Gửi báo cáo")
    assert any("hạn gửi ngày 18/01/2024" in line for line in told)


@pytest.mark.parametrize(
    ("rule", "why"), [("R35-7", ": gửi nhầm biểu của đơn vị khác"), ("?", ": không đọc được tệp")]
)
def test_a_letter_says_why_a_report_was_of_no_use(rule: str, why: str) -> None:
    told = letter(A={"state": State.UNUSABLE, "rule": rule, "file": "a.xlsx"}, B=in_time(), C=in_time())
    assert (
        "Gửi lại báo cáo tháng 1 năm 2024 bằng biểu mẫu đã phát hành cho đơn vị (báo cáo đã gửi chưa đạt yêu cầu"
        f"{why})"
    ) in told


def test_a_letter_asks_once() -> None:
    told = letter(A=MISSING, B=in_time(), C=in_time())
    assert len([line for line in told if "đề nghị" in line.casefold()]) == 1


def test_many_addressees_stand_in_the_list() -> None:
    units = [Unit(f"U{index:02}", f"Sở {index:02}", "đảng bộ") for index in range(12)]
    states = duties(**{unit.code: MISSING for unit in units})
    rows = to_rows([vars(unit) for unit in units], schema.UNITS)
    told = words("cong_van", office(tblTiepNhan=states).with_tables({schema.UNITS.name: rows}))
    assert "Kính gửi: Cấp ủy các đơn vị có tên trong danh sách kèm theo." in told


def test_where_nobody_owes_no_letter_goes_out() -> None:
    refused("LVB-07", "cong_van", office(tblTiepNhan=duties(A=in_time(), B=in_time(), C=in_time())))


# -- the programme ----------------------------------------------------------------------------------------


def test_the_programme_lists_accepted_tasks_and_reviews() -> None:
    proposed = {**TASK, "code": "NV02", "text": "Việc chưa nhận", "status": "đề xuất"}
    told = words("chuong_trinh", office(tblKeHoach=[TASK, proposed]))
    assert "công tác khoa giáo năm 2024" in told
    assert "- Sơ kết, tổng kết: 01 nhiệm vụ." in told
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW." in told
    assert not any("Việc chưa nhận" in line for line in told)


def test_the_sections_of_another_document_go_by_their_own_numbers_in_the_programme() -> None:
    told = text("chuong_trinh", office(tblKeHoach=[{**TASK, "section": "I.1"}]))
    assert "Nhiệm vụ tại mục I của văn bản giao việc: 01 nhiệm vụ" in told
    assert "Nhiệm vụ khác" not in told


def test_the_programme_names_all_who_lead() -> None:
    leads = ["Sở Y tế", "Sở Du lịch", "Sở Tư pháp", "Sở Tài chính", "Sở Nội vụ", "Tỉnh đoàn"]
    tasks = [{**TASK, "code": f"NV{number:02d}", "lead": lead} for number, lead in enumerate(leads, 1)]
    assert f"Các cơ quan, đơn vị chủ trì: {'; '.join(leads)}." in text(
        "chuong_trinh", office(tblKeHoach=tasks)
    )


def test_a_year_without_reviews_has_a_programme_without_their_table() -> None:
    told = words("chuong_trinh", office(tblSoTongKet=[]))
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW." in told
    assert not any("Các cuộc sơ kết, tổng kết" in line for line in told)


def test_a_plan_nobody_has_accepted_makes_no_programme() -> None:
    proposed = {**TASK, "status": "đề xuất"}
    assert "1 nhiệm vụ mới là đề xuất" in refused("LVB-08", "chuong_trinh", office(tblKeHoach=[proposed]))


def test_the_programme_counts_the_reviews_that_the_reports_count() -> None:
    overdue = {**REVIEW, "code": "ST02", "anniversary": date(2023, 6, 3), "status": "đề xuất"}
    told = text("chuong_trinh", office(tblSoTongKet=[REVIEW, overdue]))
    assert "Trong năm có 02 cuộc sơ kết, tổng kết" in told


def test_a_task_of_the_programme_points_to_no_other_document() -> None:
    based = {**TASK, "text": "Căn cứ Hướng dẫn này, xây dựng kế hoạch công tác khoa giáo"}
    assert "Xây dựng kế hoạch công tác khoa giáo." in words("chuong_trinh", office(tblKeHoach=[based]))


def test_the_programme_says_who_does_and_directs_a_task_from_when_to_when_and_what_came_out() -> None:
    planned = {**TASK, "in_charge": ("Chuyên viên 1",), "leader": ("Trưởng ban",), "start": date(2024, 4, 1),
               "product_number": "08-KH/ĐUK", "product_day": date(2024, 5, 2)}  # fmt: skip
    told = words("chuong_trinh", office(tblKeHoach=[planned]))
    assert {"Chuyên viên 1", "Chỉ đạo: đồng chí Trưởng ban", "từ 01/4/2024", "đến 10/5/2024"} <= set(told)
    assert {"Số 08-KH/ĐUK", "ngày 02/5/2024"} <= set(told)
    assert "Phân công chỉ đạo: đồng chí Trưởng Ban Tuyên giáo (01 nhiệm vụ)." in told
    assert "Phân công phụ trách, theo dõi: chuyên viên 1 (01 nhiệm vụ)." in told


CALLED_HEADS = {
    "Trưởng ban": ("Đồng chí Trưởng ban", "đồng chí Trưởng Ban Tuyên giáo Đảng ủy Khối"),
    "Phó Trưởng ban": ("Đồng chí Phó Trưởng ban", "đồng chí Phó Trưởng Ban Tuyên giáo Đảng ủy Khối"),
    "Họ Và Tên": ("Đồng chí Họ Và Tên", "đồng chí Họ Và Tên"),
    "Đồng chí Phó Bí thư": ("Đồng chí Phó Bí thư", "đồng chí Phó Bí thư"),
    "Chuyên viên phụ trách giáo dục": ("Chuyên viên phụ trách giáo dục", "chuyên viên phụ trách giáo dục"),
    "Phòng Tổng hợp": ("Phòng Tổng hợp", "Phòng Tổng hợp"),
}


@pytest.mark.parametrize("name", CALLED_HEADS)
def test_a_programme_calls_a_head_by_the_board_and_a_room_by_its_name(name: str) -> None:
    assert (in_cell(name), in_sentence(name, "Ban Tuyên giáo Đảng ủy Khối")) == CALLED_HEADS[name]


def test_sub_topics_go_on_in_the_sentence_of_their_task_and_steps_under_their_review() -> None:
    steps = [{"review": "ST01", "order": at, "text": words, "due": date(2024, 4, at)}
             for at, words in ((2, "Khảo sát"), (1, "Ban hành kế hoạch"))]  # fmt: skip
    told = words(
        "chuong_trinh",
        office(tblKeHoach=[{**TASK, "parts": "- Nội dung một\n- Nội dung hai;"}], tblBuoc=steps),
    )
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW, gồm: Nội dung một; Nội dung hai." in told
    assert told.index("- Ban hành kế hoạch.") < told.index("- Khảo sát.")


def test_the_programme_begins_with_its_purpose_and_what_it_asks() -> None:
    told = text("chuong_trinh")
    assert "I. MỤC ĐÍCH, YÊU CẦU" in told
    assert "xác định nhiệm vụ, thời hạn, cơ quan chủ trì công tác khoa giáo năm 2024." in told
    assert "Yêu cầu: thực hiện đúng thời hạn, có sản phẩm nêu tại Phụ lục" in told


@pytest.mark.parametrize(("lead", "due"), [(STAFF, "10/5/2024 (đã hoàn thành)"), ("các chi bộ", "10/5/2024")])
def test_only_its_own_work_can_the_office_call_done(lead: str, due: str) -> None:
    done = {**TASK, "text": "Xây dựng kế hoạch", "lead": lead, "status": "xong"}
    assert due in words("chuong_trinh", office(tblKeHoach=[done]))


def test_an_anniversary_before_the_year_is_no_day_to_keep() -> None:
    past = {**REVIEW, "anniversary": date(2023, 6, 3)}
    told = words("chuong_trinh", office(tblSoTongKet=[past]))
    assert "trong năm (thời điểm 03/6/2023)" in told


def test_a_step_without_a_day_or_past_it_says_so() -> None:
    steps = [{"review": "ST01", "order": 1, "text": "Ban hành kế hoạch", "due": date(2024, 1, 3)},
             {"review": "ST01", "order": 2, "text": "Khảo sát"}]  # fmt: skip
    told = words("chuong_trinh", office(tblBuoc=steps))
    assert {"03/01/2024 (đã quá hạn; bổ sung thời hạn mới)", "(bổ sung thời hạn)"} <= set(told)


def test_reviews_stand_by_their_anniversaries_and_take_who_does_their_task() -> None:
    late = {
        **TASK,
        "code": "NV02",
        "text": "Tổng kết 10 năm Chỉ thị số 40-CT/TW",
        "directives": ("40-CT/TW",),
    }
    reviews = [REVIEW, {**REVIEW, "code": "ST02", "symbol": "40-CT/TW", "anniversary": date(2024, 3, 1)}]
    task = {**TASK, "in_charge": ("Phòng Tổng hợp",)}
    told = words("chuong_trinh", office(tblKeHoach=[task, late], tblSoTongKet=reviews))
    rows = [line for line in told if line.startswith(("Tổng kết 10 năm", "Sơ kết 5 năm"))]
    assert rows[0].startswith("Tổng kết 10 năm")
    assert told.count("Phòng Tổng hợp") == len(["its task", "its review"])


def test_who_helps_stands_below_who_leads_where_hardly_any_task_names_one() -> None:
    tasks = [{**TASK, "code": f"NV{number:02d}"} for number in range(1, 9)]
    helped = {**TASK, "code": "NV09", "support": "Sở Y tế"}
    told = words("chuong_trinh", office(tblKeHoach=[*tasks, helped]))
    assert "Phối hợp: Sở Y tế" in told
    assert "Phối hợp" not in told


def test_those_whom_a_task_concerns_are_named_once_with_all() -> None:
    leads = ["các chi bộ cơ sở", "các chi bộ cơ sở có liên quan"]
    tasks = [{**TASK, "code": f"NV{number:02d}", "lead": lead} for number, lead in enumerate(leads, 1)]
    assert "đơn vị chủ trì: các chi bộ cơ sở." in text("chuong_trinh", office(tblKeHoach=tasks))


def test_an_office_that_names_nobody_has_no_column_for_it() -> None:
    assert "Phụ trách, chỉ đạo" not in words("chuong_trinh")


def test_a_group_of_reviews_and_another_task_says_how_many_are_reviews() -> None:
    other = {**TASK, "code": "NV02", "text": "Làm báo cáo theo trình tự"}
    assert "- Sơ kết, tổng kết: 02 nhiệm vụ, trong đó 01 cuộc sơ kết, tổng kết." in words(
        "chuong_trinh", office(tblKeHoach=[TASK, other])
    )
    assert "01 nhiệm vụ, trong đó" not in text("chuong_trinh")


@pytest.mark.parametrize(("status", "lead"), [("", "Các chi bộ (dự kiến)"), ("xong", "Các chi bộ")])
def test_who_leads_a_review_is_only_meant_to_until_the_lead_is_given(status: str, lead: str) -> None:
    step = {"review": "ST01", "order": 1, "text": "Giao cơ quan chủ trì", "status": status}
    asked = {**REVIEW, "lead": "Các chi bộ"}
    assert lead in words("chuong_trinh", office(tblBuoc=[step], tblSoTongKet=[asked]))
    assert "Các chi bộ" in words("chuong_trinh", office(tblSoTongKet=[asked]))


def test_a_programme_that_leaves_proposals_out_carries_no_guidance_out_and_the_office_is_told() -> None:
    source = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
    proposed = {**TASK, "code": "NV02", "text": "Giám sát trí thức", "status": "đề xuất"}
    year = office(tblNguon=[source], tblKeHoach=[TASK, proposed])
    assert "công tác khoa giáo năm 2024 theo Hướng dẫn số 12-HD/ĐUK." in text("chuong_trinh", year)
    details = write_report.work(year, job("chuong_trinh")).outcome.details
    assert any("01 nhiệm vụ còn là đề xuất: «Giám sát trí thức»." in detail for detail in details)
    assert "cụ thể hóa Hướng dẫn số 12-HD/ĐUK" in text("chuong_trinh", office(tblNguon=[source]))


def test_the_programme_names_until_when_each_coming_report_is_due() -> None:
    told = text("chuong_trinh", now=NOW.replace(day=17))
    assert "Các đơn vị báo cáo theo kỳ: tháng; gửi báo cáo chậm nhất: tháng 1 ngày 18/01/2024." in told
    assert "Các đơn vị báo cáo theo kỳ: tháng." in text("chuong_trinh")  # the day is over


def test_a_document_begins_with_the_guidance_from_above_and_the_offices_own() -> None:
    above = {"symbol": "143-HD/BTGTU", "kind": "Hướng dẫn", "issued": date(2024, 1, 3), "issuer": "Ban Tuyên giáo",
             "subject": "thực hiện công tác khoa giáo", "section": "Mở đầu", "status": "nhận"}  # fmt: skip
    source = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
    own = {"kind": "Hướng dẫn", "number": 12, "symbol": "HD/ĐUK", "issued": date(2024, 1, 15), "subject": "x"}
    year = office(tblVanBan=[*DIRECTIVES, above], tblNguon=[source], tblVanBanDi=[own])
    told = text("chuong_trinh", year)
    assert "Thực hiện Hướng dẫn số 143-HD/BTGTU, ngày 03/01/2024 của Ban Tuyên giáo" in told
    assert " và Hướng dẫn số 12-HD/ĐUK, ngày 15/01/2024 của Ban Thường vụ" in told


def test_the_guidance_is_cited_with_its_day() -> None:
    source = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
    own = {"kind": "Hướng dẫn", "number": 12, "symbol": "HD/ĐUK", "issued": date(2024, 1, 15), "subject": "x"}
    told = text("chuong_trinh", office(tblNguon=[source], tblVanBanDi=[own]))
    assert "Hướng dẫn số 12-HD/ĐUK, ngày 15/01/2024 của Ban Thường vụ" in told
