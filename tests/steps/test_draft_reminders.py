"""Reminders: to exactly the units that owe something, saying exactly what, as drafts."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

from khoagiao_xl.files import OLDER
from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.steps import draft_reminders
from tests.intake.sample_forms import blank_form, filled
from tests.steps.small_year import SETTINGS, job, small_year

if TYPE_CHECKING:
    from email.message import EmailMessage

    from openpyxl import Workbook

    from tests.steps.conftest import Office

JANUARY = "2024-M01"
A_REPORTED = {JANUARY: {"A": {"KG110": 1}}}
RETURNED = {(JANUARY, "B"): State.RETURNED}


def decided(path: Path = Path("KhoaGiao.xlsm"), **tables: Any) -> Changes:
    """Return what the step decides for January, in which unit A has reported."""
    return draft_reminders.work(small_year(A_REPORTED, path, **tables), job(JANUARY, path.parent / "thu"))


def drafts(changes: Changes) -> Mapping[str, EmailMessage]:
    """Return unit -> draft."""
    return {
        new.path.name.split("_")[0]: email.message_from_bytes(new.bytes(), policy=email.policy.default)
        for new in changes.files
        if new.path.suffix == ".eml"
    }


def body(message: EmailMessage) -> str:
    return str(message.get_body(("plain",)).get_content())  # type: ignore[union-attr]


def finding(unit: str, **facts: Any) -> Mapping[str, Any]:
    """Return a row of tblLoi in a file without a name, as `small_year` gives its duties."""
    known = {"period": JANUARY, "unit": unit, "file": "", "sheet": "Số liệu", "cell": "D9", "rule": "SL-01"}
    return {**known, "severity": "lỗi", "message": "Sai số.", **facts}


def test_only_units_that_owe_something_get_a_draft() -> None:
    assert set(drafts(decided())) == {"B", "C"}


def test_a_draft_is_unsent_plain_and_addressed() -> None:
    draft = drafts(decided())["B"]
    assert (draft["X-Unsent"], draft["To"]) == ("1", "Đơn vị B <b@khoi.example>")
    assert draft["Subject"] == "Đôn đốc công tác khoa giáo: Đơn vị B"
    assert "Hạn nộp là ngày 18/01/2024 (đã quá hạn 4 ngày)" in body(draft)


def test_a_unit_that_must_explain_is_told_that_its_report_was_received() -> None:
    text = body(drafts(decided(duties={(JANUARY, "B"): State.QUESTIONED}))["B"])
    assert "Báo cáo số liệu tháng 1 năm 2024: đã nhận, còn các số dưới đây cần đơn vị xác nhận" in text


def unusable(**facts: Any) -> Duty:
    """Return the duty of unit B, whose file could not be used."""
    moment = datetime(2024, 1, 16, 14, 20)  # noqa: DTZ001
    known = {"file": "B_2024-M01.xlsx", "received": moment, "rule": "TN-10",
             "reason": "Tệp bị hỏng. Mở lại bản gốc, lưu rồi gửi lại. Đoán là của đơn vị B (theo tên tệp)."}  # fmt: skip
    return Duty(JANUARY, "B", State.UNUSABLE, **{**known, **facts})


def told_of(duty: Duty) -> str:
    return body(drafts(decided(tblTiepNhan=[duty]))["B"])


def test_a_unit_whose_file_is_of_no_use_is_told_which_when_and_why() -> None:
    text = told_of(unusable())
    assert (
        "ngày 16/01/2024, Ban Tuyên giáo đã nhận tệp «B_2024-M01.xlsx» của đơn vị nhưng chưa dùng được. "
        "Lý do: Tệp bị hỏng. Hạn nộp" in text
    )
    assert "Hạn nộp là ngày 18/01/2024 (đã quá hạn 4 ngày)" in text
    assert "chưa nhận được" not in text


def test_what_the_office_alone_understands_is_told_in_other_words() -> None:
    text = told_of(unusable(rule="NB-20", reason="Bản gốc trong thư mục lưu trữ cạnh sổ đã bị thay đổi."))
    assert "cạnh sổ" not in text
    assert "Lý do: Bản lưu của tệp tại nơi nhận không còn nguyên vẹn" in text


def test_a_file_that_may_not_be_named_is_not_quoted() -> None:
    text = told_of(unusable(file="", rule="TN-59", reason="Có dấu độ mật «TỐI MẬT»."))
    assert "mật" not in text.lower()
    assert "Đề nghị không gửi lại tệp đó qua thư điện tử" in text


def test_beside_its_returned_form_a_unit_is_told_of_what_else_it_sent() -> None:
    other = finding("B", file="b.xlsx", sheet="", cell="", rule="TN-10", message="Tệp bị hỏng. Gửi lại.")
    text = body(drafts(decided(duties=RETURNED, tblLoi=[finding("B"), other]))["B"])
    assert "- Tệp «b.xlsx» gửi thêm chưa dùng được: Tệp bị hỏng." in text


def extended(until: date) -> Changes:
    waiver = {
        "period": JANUARY,
        "unit": "B",
        "rule": "GIA-HAN",
        "reason": "x",
        "allowed_by": "y",
        "until": until,
    }
    return decided(duties={(JANUARY, "B"): State.EXTENDED}, tblMienTru=[waiver])


def test_an_extended_unit_gets_a_draft_only_when_its_own_day_is_over() -> None:
    assert set(drafts(extended(date(2024, 1, 22)))) == {"C"}
    assert "ngày 21/01/2024 (đã quá hạn 1 ngày)" in body(drafts(extended(date(2024, 1, 21)))["B"])


def test_a_released_unit_gets_none_even_before_the_intake_knows_of_it() -> None:
    waiver = {"period": JANUARY, "unit": "B", "rule": "MIEN-NOP", "reason": "x", "allowed_by": "y",
              "until": date(2024, 12, 31)}  # fmt: skip
    assert set(drafts(decided(tblMienTru=[waiver]))) == {"C"}


@pytest.mark.parametrize("name", ["Đảng bộ Công ty cổ phần Đường sắt", "Sở Giáo dục và Đào tạo " * 9])
def test_no_subject_loses_a_blank_on_the_way_into_the_file(name: str) -> None:
    units = [Unit("A", "x"), Unit("B", name.strip(), email="b@khoi.example"), Unit("C", "z")]
    draft = drafts(decided(tblDonVi=units))["B"]
    assert draft["Subject"] == f"Đôn đốc công tác khoa giáo: {name.strip()}"


def test_a_returned_form_goes_back_with_its_faults_named(tmp_path: Path) -> None:
    copy = tmp_path / "tra-lai" / JANUARY / f"B_{JANUARY}_v1_tra-lai.xlsx"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"PK")
    draft = drafts(decided(tmp_path / "K.xlsm", duties=RETURNED, tblLoi=[finding("B")]))["B"]
    (attached,) = draft.iter_attachments()
    assert "- Trang «Số liệu», ô D9: Sai số." in body(draft)
    assert (attached.get_filename(), attached.get_content()) == (copy.name, b"PK")


def test_a_unit_is_told_of_its_own_faults_and_of_nothing_less() -> None:
    others = [finding("C", message="Của C."), finding("B", severity="ghi nhận", message="Đã sửa.")]
    text = body(drafts(decided(duties=RETURNED, tblLoi=[*others, finding("B")]))["B"])
    assert ("Sai số." in text, "Của C." in text, "Đã sửa." in text) == (True, False, False)


def test_more_faults_than_anybody_reads_are_counted() -> None:
    faults = [finding("B", message=f"Lỗi {at}.") for at in range(14)]
    assert "còn 2 chỗ khác" in body(drafts(decided(duties=RETURNED, tblLoi=faults))["B"])


@pytest.mark.parametrize("address", ["", "khong phai dia chi", ".a@b.vn", "a@-b.vn", "sở@lc.vn"])
def test_a_unit_without_an_address_is_named_and_gets_no_draft(address: str) -> None:
    units = [Unit("A", "A"), Unit("B", "B", email=address), Unit("C", "C", email="c@khoi.example")]
    changes = decided(tblDonVi=units)
    assert set(drafts(changes)) == {"C"}
    assert changes.outcome.status == 1
    assert changes.outcome.details[0].startswith("Chưa có địa chỉ thư nên không soạn thư cho: B.")


@pytest.mark.parametrize(
    ("cell", "to"),
    [
        ("b@x.vn; c@y.vn", "B <b@x.vn>, B <c@y.vn>"),
        ("Văn phòng <b@x.vn>", "Văn phòng <b@x.vn>"),
        ("b@x.vn;", "B <b@x.vn>"),
    ],
)
def test_a_draft_goes_to_every_address_of_its_unit(cell: str, to: str) -> None:
    changes = decided(tblDonVi=[Unit("B", "B", email=cell)])
    assert (drafts(changes)["B"]["To"], changes.outcome.status) == (to, 0)


def test_what_is_no_address_beside_one_is_left_out_and_told() -> None:
    changes = decided(tblDonVi=[Unit("B", "B", email="b@x.vn\nBcc: c@y.vn")])
    assert (drafts(changes)["B"]["To"], drafts(changes)["B"]["Bcc"]) == ("B <b@x.vn>", None)
    assert "«Bcc: c@y.vn»" in changes.outcome.details[0]


def test_a_reminder_under_the_name_of_an_earlier_version_is_put_aside(tmp_path: Path) -> None:
    older = tmp_path / "thu" / f"DBD_{JANUARY}_don-doc.eml"
    older.parent.mkdir()
    older.write_bytes(b"to the unit of code DBD")
    changes = decided(tmp_path / "KhoaGiao.xlsm", tblDonVi=[Unit("ĐBD", "Bưu điện", email="b@x.vn")])
    assert [new.path for new in changes.files] != [older]
    assert changes.aside == (older,)


def test_nobody_owing_anything_is_good_news() -> None:
    year = small_year({JANUARY: {"A": {}, "B": {}, "C": {}}})
    changes = draft_reminders.work(year, job(JANUARY))
    assert (changes.files, changes.outcome.status) == ((), 0)
    assert "Không đơn vị nào còn nợ" in changes.outcome.sentence


def test_before_any_intake_every_unit_owes() -> None:
    assert set(drafts(decided(tblTiepNhan=[]))) == {"A", "B", "C"}


def test_drafts_of_other_periods_in_the_same_folder_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "thu"
    folder.mkdir()
    for period in (JANUARY, "2024-M02"):
        (folder / f"A_{period}_don-doc.eml").write_bytes(b"")
    assert decided(tmp_path / "K.xlsm").aside == (folder / f"A_{JANUARY}_don-doc.eml",)


# -- over periods, tasks, reviews --------------------------------------------------------------------------


def at(day: date, **tables: Any) -> Mapping[str, EmailMessage]:
    """Return the drafts of a day, while B owes January."""
    asked = Job(datetime(day.year, day.month, day.day, 9), Period.parse(JANUARY), out=Path("thu"))  # noqa: DTZ001
    return drafts(draft_reminders.work(small_year({JANUARY: {"A": {}, "C": {}}}, **tables), asked))


@pytest.mark.parametrize(
    ("day", "subject"),
    [(14, None), (15, "Nhắc việc sắp đến hạn"), (18, "Nhắc việc"), (19, "Đôn đốc công tác"), (24, "Đôn đốc công"),
     (25, "Đôn đốc việc quá hạn từ một tuần trở lên")],
)  # fmt: skip
def test_the_tone_goes_by_the_day(day: int, subject: str | None) -> None:
    found = at(date(2024, 1, day))
    assert [draft["Subject"].startswith(subject) for draft in found.values()] == [True] * (
        subject is not None
    )


def test_after_a_week_the_superior_gets_a_copy() -> None:
    units = [Unit("A", "A"), Unit("B", "B", email="b@x.vn", email_above="tren@x.vn"), Unit("C", "C")]
    week, before = at(date(2024, 1, 25), tblDonVi=units)["B"], at(date(2024, 1, 24), tblDonVi=units)["B"]
    assert (week["Cc"], before["Cc"]) == ("tren@x.vn", None)


def test_a_unit_gets_one_letter_for_all_periods_that_it_owes() -> None:
    year = small_year({JANUARY: {"A": {}, "C": {}}, "2024-M02": {"A": {}}})
    text = body(drafts(draft_reminders.work(year, job(JANUARY, Path("thu"))))["B"])
    assert "1. Báo cáo số liệu tháng 1 năm 2024: " in text
    assert "2. Báo cáo số liệu tháng 2 năm 2024: " in text


def test_many_periods_without_a_report_are_one_item() -> None:
    months = ("2024-M01", "2024-M02", "2024-M03")
    year = small_year({month: {"A": {}, "C": {}} for month in months})
    text = body(drafts(draft_reminders.work(year, job(JANUARY, Path("thu"))))["B"]).replace("\r\n", "\n")
    assert (
        "1. Ban Tuyên giáo chưa nhận được báo cáo số liệu của 3 kỳ:\n   - tháng 1 năm 2024: hạn nộp" in text
    )
    assert "2. " not in text


def without_tick(book: Workbook) -> None:
    book["Bìa"][form_layout.COVER_CELLS[form_layout.TICK_NO_SECRET]] = None


def test_a_marked_copy_without_its_tick_stays_and_the_letter_does_not_speak_of_it(tmp_path: Path) -> None:
    copy = tmp_path / "tra-lai" / JANUARY / f"B_{JANUARY}_v1_tra-lai.xlsx"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(filled(change=without_tick))
    draft = drafts(decided(tmp_path / "K.xlsm", duties=RETURNED, tblLoi=[finding("B")]))["B"]
    assert list(draft.iter_attachments()) == []
    assert "sửa các chỗ dưới đây ngay trên biểu của đơn vị" in body(draft)


def test_a_task_that_a_unit_leads_by_name_is_in_its_letter() -> None:
    task = {"code": "NV01", "section": "I", "field": "Chung", "text": "Mở lớp bồi dưỡng.", "source": "x",
            "lead": "Đảng ủy Đơn vị A", "due": date(2024, 1, 20), "status": "nhận"}  # fmt: skip
    found = drafts(decided(tblKeHoach=[task]))
    assert "Nhiệm vụ «Mở lớp bồi dưỡng»: hạn ngày 20/01/2024 (đã quá hạn 2 ngày)" in body(found["A"])
    assert "Mở lớp" not in body(found["B"])


@pytest.mark.parametrize(
    ("years", "called"),
    [
        (5, "Sơ kết 05 năm thực hiện Kết luận số 49-KL/TW"),
        (None, "Sơ kết việc thực hiện Kết luận số 49-KL/TW"),
    ],
)
def test_a_step_of_a_review_that_a_unit_leads_is_in_its_letter(years: int | None, called: str) -> None:
    review = {
        "kind": "Sơ kết",
        "years": years,
        "symbol": "49-KL/TW",
        "lead": "Đơn vị A",
        "status": "nhận",
        "code": "ST01",
    }
    step = {
        "review": "ST01",
        "order": 1,
        "text": "Gửi báo cáo",
        "due": date(2024, 1, 23),
        "status": "chưa làm",
    }
    found = drafts(decided(tblSoTongKet=[review], tblBuoc=[step]))
    assert f"{called}, bước «Gửi báo cáo»: hạn ngày 23/01/2024 (còn 1 ngày)" in body(found["A"])


def test_a_correction_that_is_of_no_use_is_asked_for_again() -> None:
    arrival = {"period": JANUARY, "unit": "A", "file": "a2.xlsx", "verdict": "không dùng được", "reason": "Tệp bị hỏng. Gửi.",
               "received": datetime(2024, 1, 20, 9), "sha256": "2"}  # fmt: skip # noqa: DTZ001
    text = body(drafts(decided(tblTepNhan=[arrival]))["A"])
    assert (
        "biểu đã nhận trước đây vẫn được tính; tệp «a2.xlsx» gửi thêm ngày 20/01/2024 chưa dùng được" in text
    )


def test_the_blank_form_goes_with_the_letter(tmp_path: Path) -> None:
    form = tmp_path / "bieu-mau" / JANUARY / f"B_{JANUARY}.xlsx"
    form.parent.mkdir(parents=True)
    form.write_bytes(blank_form())
    settings = [
        {"key": key, "value": value}
        for key, value in {**SETTINGS, "thu_muc_bieu_mau": "bieu-mau/{ky}"}.items()
    ]
    draft = drafts(decided(tmp_path / "K.xlsm", tblCauHinh=settings))["B"]
    assert [part.get_filename() for part in draft.iter_attachments()] == [form.name]
    assert "điền biểu mẫu kèm thư này (tệp «B_2024-M01.xlsx») và gửi về" in body(draft)


def test_after_the_day_on_which_the_period_locks_the_letter_says_so() -> None:
    text = body(at(date(2024, 1, 26))["B"])
    assert "được khóa sau ngày 25/01/2024: đề nghị báo cho Ban Tuyên giáo trước khi gửi" in text


def test_what_is_overdue_is_asked_for_by_the_day_of_the_official_letter() -> None:
    assert "gửi kết quả bằng cách trả lời thư này, chậm nhất ngày 25/01/2024" in body(drafts(decided())["B"])


def test_words_of_the_office_without_that_day_get_it_at_their_end_but_not_before_the_day() -> None:
    words = [{"kind": "đôn đốc", "step": step, "text": "{{ noi_dung }}"} for step in ("trước hạn", "quá hạn")]
    overdue = body(at(date(2024, 1, 19), tblMauThu=words)["B"])
    assert "Đề nghị gửi kết quả chậm nhất ngày 24/01/2024." in overdue
    assert "chậm nhất" not in body(at(date(2024, 1, 17), tblMauThu=words)["B"])


def test_what_is_not_due_beside_what_is_overdue_is_asked_for_in_time() -> None:
    task = {"code": "NV01", "section": "I", "field": "Chung", "text": "Mở lớp.", "source": "x", "lead": "Đơn vị B",
            "due": date(2024, 1, 24), "status": "nhận"}  # fmt: skip
    in_time = "Việc chưa đến hạn: đề nghị thực hiện đúng hạn ghi trên."
    assert in_time in body(drafts(decided(tblKeHoach=[task]))["B"])
    assert in_time not in body(drafts(decided())["B"])


def test_of_many_periods_each_names_its_form_and_that_its_figures_stand(tmp_path: Path) -> None:
    form = tmp_path / "bieu-mau" / JANUARY / f"B_{JANUARY}.xlsx"
    form.parent.mkdir(parents=True)
    form.write_bytes(blank_form())
    known = [
        {"key": key, "value": value}
        for key, value in {**SETTINGS, "thu_muc_bieu_mau": "bieu-mau/{ky}"}.items()
    ]
    months = ("2024-M01", "2024-M02", "2024-M03")
    year = small_year({month: {"A": {}} for month in months}, tmp_path / "K.xlsm", tblCauHinh=known)
    asked = Job(datetime(2024, 3, 20, 9), Period.parse(JANUARY), out=tmp_path / "thu")  # noqa: DTZ001
    text = body(drafts(draft_reminders.work(year, asked))["B"])
    assert "tháng 1 năm 2024 (tệp «B_2024-M01.xlsx»): hạn nộp ngày 18/01/2024" in text
    assert "số liệu được khóa sau ngày 25/01/2024;" in text
    assert "Kỳ đã khóa số liệu: đề nghị báo cho Ban Tuyên giáo trước khi gửi." in text


def test_an_address_of_a_superior_that_is_none_is_told() -> None:
    units = [Unit("A", "A"), Unit("B", "B", email="b@x.vn", email_above="không có"), Unit("C", "C")]
    details = decided(tblDonVi=units).outcome.details
    assert any(told.startswith("B, cột Sao gửi: ") for told in details)


def test_a_letter_that_bears_a_mark_of_secrecy_is_held() -> None:
    task = {"code": "NV01", "section": "I", "field": "Chung", "text": "TỐI MẬT", "source": "x",
            "lead": "Đơn vị B", "due": date(2024, 1, 20), "status": "nhận"}  # fmt: skip
    changes = decided(tblKeHoach=[task])
    assert "B" not in drafts(changes)
    assert any(told.startswith("Không soạn thư đôn đốc gửi B: ") for told in changes.outcome.details)


def test_an_official_letter_that_nobody_may_sign_so_is_told_and_the_drafts_are_written() -> None:
    settings = [
        {"key": key, "value": value} for key, value in {**SETTINGS, "chuc_vu_ky": "TRƯỞNG BAN"}.items()
    ]
    changes = decided(tblCauHinh=settings)
    assert set(drafts(changes)) == {"B", "C"}
    assert any(told.startswith("Chưa viết được công văn đôn đốc: ") for told in changes.outcome.details)


def test_the_official_letter_lists_the_same_units() -> None:
    changes = decided()
    (official,) = [new for new in changes.files if new.path.suffix == ".docx"]
    document = docx.Document(io.BytesIO(official.bytes()))
    listed = [row.cells[1].text for row in document.tables[-1].rows[1:]]
    assert listed == ["Đơn vị B", "Đơn vị C"]


# -- the office's own people ------------------------------------------------------------------------------

OWN = {"code": "NV01", "section": "I", "field": "Chung", "text": "Mở lớp.", "source": "x", "due": date(2024, 1, 20),
       "status": "nhận", "in_charge": ("Chuyên viên 1",), "leader": ("Trưởng ban",)}  # fmt: skip
SPECIALIST = {"name": "Chuyên viên 1", "email": "cv1@khoi.example"}


def test_who_is_in_charge_of_something_overdue_gets_one_letter_with_all_of_it() -> None:
    review = {"kind": "Sơ kết", "years": 5, "symbol": "49-KL/TW", "code": "ST01", "status": "nhận",
              "in_charge": ("Chuyên viên 1",)}  # fmt: skip
    step = {
        "review": "ST01",
        "order": 1,
        "text": "Gửi báo cáo",
        "due": date(2024, 1, 23),
        "title": "Sơ kết 49-KL/TW",
    }
    found = drafts(decided(tblKeHoach=[OWN], tblPhuTrach=[SPECIALIST], tblSoTongKet=[review], tblBuoc=[step]))
    letter = found["Chuyen-vien-1"]
    assert letter["To"] == "Chuyên viên 1 <cv1@khoi.example>"
    assert "1. NV01: Mở lớp. Hạn ngày 20/01/2024 (đã quá hạn 2 ngày); chỉ đạo: Trưởng ban." in body(letter)
    assert "2. ST01, Sơ kết 49-KL/TW: Gửi báo cáo. Hạn ngày 23/01/2024 (còn 1 ngày)." in body(letter)


def test_what_is_done_or_far_off_or_only_proposed_reminds_nobody() -> None:
    others = [{**OWN, "status": "xong"}, {**OWN, "status": "đề xuất"}, {**OWN, "due": date(2024, 5, 1)}]
    assert "Chuyen-vien-1" not in drafts(decided(tblKeHoach=others, tblPhuTrach=[SPECIALIST]))


def test_who_has_no_address_is_named_to_be_reminded_by_word() -> None:
    outcome = decided(tblKeHoach=[OWN]).outcome
    assert (
        "Nhắc trực tiếp Chuyên viên 1: 1 việc quá hạn hoặc sắp đến hạn, 1 việc đã quá hạn (chưa ghi email ở trang "
        "«Người phụ trách» nên không soạn thư)."
    ) in outcome.details


def test_an_address_of_the_offices_own_that_is_none_is_told_and_letters_to_it_are_counted() -> None:
    wrong = decided(tblKeHoach=[OWN], tblPhuTrach=[{"name": "Chuyên viên 1", "email": "không có"}]).outcome
    assert any(
        told.startswith("Chuyên viên 1, cột Email trang «Người phụ trách»: ") for told in wrong.details
    )
    right = decided(tblKeHoach=[OWN], tblPhuTrach=[SPECIALIST]).outcome
    assert ", trong đó 1 thư nhắc việc trong cơ quan" in right.sentence


# -- in the folder ----------------------------------------------------------------------------------------


def kept_aside(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob(f"{OLDER}/*/*.eml")]


@pytest.fixture
def reminded(office: Office) -> Office:
    office.act("tiep_nhan")
    office.act("don_doc")
    return office


def test_running_it_twice_gives_the_same_drafts(reminded: Office) -> None:
    folder = reminded.folder / "thu-nhap" / JANUARY
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    reminded.act("don_doc")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_where_every_draft_lies_there_already_none_is_said_to_be_written(reminded: Office) -> None:
    folder = reminded.folder / "thu-nhap" / JANUARY
    drafts = len(list(folder.glob("*.eml")))
    kept = f"{drafts} thư đã soạn hoặc đã gửi từ trước được giữ nguyên"
    told = reminded.act("don_doc").sentence
    assert told.startswith(f"Không có thư đôn đốc nào mới phải soạn; {kept}; kèm công văn đôn đốc «")


def test_where_nobody_who_owes_has_an_address_no_draft_is_said_to_be_written() -> None:
    outcome = decided(tblDonVi=[Unit("B", "B")]).outcome
    assert outcome.sentence.startswith("Không có thư đôn đốc nào mới phải soạn")
    assert any(told.startswith("Chưa có địa chỉ thư") for told in outcome.details)


def test_a_draft_that_somebody_worked_in_is_kept_and_that_is_said(reminded: Office) -> None:
    draft = reminded.folder / "thu-nhap" / JANUARY / "STC_don-doc.eml"
    draft.write_bytes(b"edited")
    outcome = reminded.act("don_doc")
    assert draft.read_bytes() == b"edited"
    assert any("STC" in told and "đã có người sửa nên giữ nguyên" in told for told in outcome.details)


def test_the_draft_to_a_unit_that_reports_meanwhile_is_put_aside(reminded: Office) -> None:
    draft = reminded.folder / "thu-nhap" / JANUARY / "STC_don-doc.eml"
    was = draft.read_bytes()
    reminded.receive("STC", days=4)
    reminded.act("tiep_nhan")
    reminded.act("don_doc")
    assert not draft.exists()
    assert kept_aside(draft.parent) == [was]
