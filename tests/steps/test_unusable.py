"""What came but could not be used: its unit has not sent nothing, and a sound report settles the matter."""

from __future__ import annotations

import io
import os
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.wording import SENTENCES
from tests.steps.conftest import DUE

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome
    from tests.steps.conftest import Office

UNUSABLE = "đã gửi, chưa dùng được"
PDF = b"%PDF-1.4\n%%EOF\n"


def put(office: Office, name: str, data: bytes = b"PK\x03\x04 half a file", *, days: float = -1) -> Path:
    """Put a file into the inbox."""
    path = office.inbox / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    office.arrive(path, days)
    return path


def workbook(*cells: str) -> bytes:
    """Return a workbook that is no form, with texts one below the other."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Trang")
    for text in cells:
        sheet.append([text])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def post(office: Office, sender: str, name: str, data: bytes, subject: str = "Báo cáo") -> None:
    """Put a letter with one attachment into the inbox; without one where it is given no name."""
    letter = EmailMessage()
    letter["From"] = sender
    letter["Subject"] = subject
    letter["Date"] = format_datetime(DUE)
    letter.set_content("Kính gửi: Ban Tuyên giáo Tỉnh ủy.\nXin gửi kèm báo cáo.\n")
    if name:
        letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    path = put(office, "thu.eml", letter.as_bytes())
    os.utime(path, (DUE.timestamp() + 86400, DUE.timestamp() + 86400))


def duty(office: Office, unit: str) -> Any:
    (row,) = office.rows("tblTiepNhan", Mã_đơn_vị=unit)
    return row


def arrival(office: Office, name: str) -> Any:
    (row,) = office.rows("tblTepNhan", Tệp=name)
    return row


def errors(office: Office) -> list[object]:
    return [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")]


def taken_in(office: Office) -> Outcome:
    return office.act("tiep_nhan")


# -- the state --------------------------------------------------------------------------------------------


def test_a_unit_whose_file_is_broken_has_sent_something_which_day_and_why(office: Office) -> None:
    put(office, "SYT_2024-M01.xlsx")
    outcome = taken_in(office)
    told = duty(office, "SYT")
    assert (told["Trạng thái"], told["Tệp"], told["Phiên bản"]) == (UNUSABLE, "SYT_2024-M01.xlsx", None)
    assert (told["Nhận lúc"].date(), told["Quy tắc"]) == (date(2024, 1, 17), "TN-10")
    assert str(told["Lý do"]).endswith("Đoán là của đơn vị SYT (theo tên tệp).")
    assert (outcome.counts["unusable"], outcome.counts["missing"]) == (1, 7)


def test_the_unit_of_such_a_file_is_marked_as_a_guess(office: Office) -> None:
    put(office, "SYT_2024-M01.xlsx")
    taken_in(office)
    told = arrival(office, "SYT_2024-M01.xlsx")
    assert (told["Mã đơn vị"], told["Đoán theo"], told["Phiên bản"]) == ("SYT", "tên tệp", None)


NAMES = {
    "SYT_2024-M01.xlsx": "SYT",
    "syt_2024-m01 (1).xlsx": "SYT",
    "Re SYT_2024-M01_v1_tra-lai.xlsx": "SYT",
    "SYT.xlsx": "SYT",
    "Biểu khoa giáo - Sở Y tế.xlsx": "SYT",
    "bieu so y te thang 1.xlsx": "SYT",
    "Sở Y tế/bieu.xlsx": "SYT",
    "Bao cao SYT.pdf": "SYT",
    "SYT (2).PDF": "SYT",
    "SYT BC.xlsx": "SYT",
    "Cong van.pdf": None,
    "BAO CAO THANG 1.xlsx": None,
    "Bao cao gui So Y te.xlsx": None,
    "SYT_2024-M01 va STP_2024-M01.xlsx": None,
    "STP/SYT_2024-M01.xlsx": None,
}


@pytest.mark.parametrize("name", NAMES)
def test_who_sent_it_is_guessed_by_its_name_or_not_at_all(office: Office, name: str) -> None:
    put(office, name, PDF)
    taken_in(office)
    assert arrival(office, name)["Mã đơn vị"] == NAMES[name]


def test_a_name_that_is_only_like_one_is_told_and_not_believed(office: Office) -> None:
    put(office, "Bieu So Tu phapp.xlsx")
    taken_in(office)
    told = arrival(office, "Bieu So Tu phapp.xlsx")
    assert told["Mã đơn vị"] is None
    assert SENTENCES["NB-35"].format(like="Sở Tư pháp (STP)") in str(told["Lý do"])


def test_who_sent_it_is_guessed_by_the_address_it_came_from(office: Office) -> None:
    post(office, "Sở Y tế <SYT@khoi.example>", "bieu.xlsx", b"PK\x03\x04")
    taken_in(office)
    told = arrival(office, "bieu.xlsx")
    assert (told["Mã đơn vị"], told["Đoán theo"]) == ("SYT", "địa chỉ gửi")


def test_a_letter_without_a_form_is_something_sent_too(office: Office) -> None:
    post(office, "syt@khoi.example", "", b"")
    taken_in(office)
    assert (office.state("SYT"), arrival(office, "thu.eml")["Đoán theo"]) == (UNUSABLE, "địa chỉ gửi")


def test_the_subject_of_the_letter_counts_where_nothing_else_tells_the_sender(office: Office) -> None:
    post(office, "ai.do@mail.example", "x.xlsx", b"PK\x03\x04", "Báo cáo của Sở Y tế tháng 1")
    taken_in(office)
    told = arrival(office, "x.xlsx")
    assert (told["Mã đơn vị"], told["Đoán theo"]) == ("SYT", "tiêu đề thư")


def test_a_subject_that_names_another_unit_does_not_undo_the_name_of_the_file(office: Office) -> None:
    post(office, "", "SYT_2024-M01.xlsx", b"PK\x03\x04", "Theo yêu cầu của Sở Tư pháp")
    taken_in(office)
    assert arrival(office, "SYT_2024-M01.xlsx")["Mã đơn vị"] == "SYT"


def test_what_the_letter_told_is_remembered_when_the_letter_is_gone(office: Office) -> None:
    post(office, "syt@khoi.example", "bieu.xlsx", b"PK\x03\x04")
    taken_in(office)
    before = [office.rows(table) for table in ("tblTiepNhan", "tblTepNhan", "tblLoi")]
    (office.inbox / "thu.eml").unlink()
    taken_in(office)
    assert [office.rows(table) for table in ("tblTiepNhan", "tblTepNhan", "tblLoi")] == before


def test_two_clues_that_contradict_each_other_tell_nothing(office: Office) -> None:
    post(office, "syt@khoi.example", "STP_2024-M01.xlsx", b"PK\x03\x04")
    taken_in(office)
    assert arrival(office, "STP_2024-M01.xlsx")["Mã đơn vị"] is None
    assert (office.state("SYT"), office.state("STP")) == ("chưa nộp", "chưa nộp")


def test_a_workbook_that_is_no_form_may_name_its_sender(office: Office) -> None:
    put(office, "thang 1.xlsx", workbook("SỞ Y TẾ", "Kính gửi: Ban Tuyên giáo Tỉnh ủy"))
    taken_in(office)
    told = arrival(office, "thang 1.xlsx")
    assert (told["Mã đơn vị"], told["Đoán theo"]) == ("SYT", "nội dung tệp")


def test_the_form_of_another_period_is_of_no_use_and_tells_its_unit(office: Office) -> None:
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    form = office.form("SYT")
    office.period = "2024-M01"
    put(office, "bieu.xlsx", form)
    taken_in(office)
    assert (office.state("SYT"), duty(office, "SYT")["Quy tắc"]) == (UNUSABLE, "R35-2")


def test_of_another_units_form_the_one_named_has_sent_something_and_its_owner_has_not(office: Office) -> None:
    office.receive("STP", name="SYT_2024-M01.xlsx")
    taken_in(office)
    assert (office.state("SYT"), office.state("STP")) == (UNUSABLE, "chưa nộp")


def test_a_secret_told_by_its_name_is_of_the_unit_it_names(office: Office) -> None:
    put(office, "SYT_2024-M01 (MẬT).xlsx")
    taken_in(office)
    told = duty(office, "SYT")
    assert (told["Trạng thái"], told["Tệp"]) == (UNUSABLE, None)
    assert not [row for row in office.rows("tblTepNhan") if "MẬT" in str(row["Tệp"])]


def test_a_secret_file_is_told_of_its_unit_and_not_named(office: Office) -> None:
    put(office, "SYT_2024-M01.xlsx", workbook("TỐI MẬT"))
    taken_in(office)
    told = duty(office, "SYT")
    assert (told["Trạng thái"], told["Tệp"], told["SHA-256"]) == (UNUSABLE, None, None)


def waive(office: Office, rule: str, until: date) -> None:
    book = FileBook(office.master)
    book.write("tblMienTru", [{"Kỳ": "2024-M01", "Mã đơn vị": "SYT", "Quy tắc": rule, "Lý do": "sáp nhập",
                               "Người cho phép": "Ban Thường vụ", "Đến hết": until}])  # fmt: skip
    book.save()


@pytest.mark.parametrize(("rule", "state"), [("GIA-HAN", UNUSABLE), ("MIEN-NOP", "miễn")])
def test_time_given_does_not_undo_what_was_sent_but_a_release_does(
    office: Office, rule: str, state: str
) -> None:
    waive(office, rule, date(2024, 1, 30))
    put(office, "SYT_2024-M01.xlsx")
    outcome = taken_in(office)
    assert (office.state("SYT"), outcome.status) == (state, 1 if state == UNUSABLE else 0)


def test_an_original_that_was_changed_leaves_its_unit_with_something_sent(office: Office) -> None:
    received = office.receive("SYT")
    taken_in(office)
    received.unlink()
    (kept,) = (office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.xlsx")
    kept.write_bytes(b"something else")
    taken_in(office)
    assert (office.state("SYT"), duty(office, "SYT")["Quy tắc"]) == (UNUSABLE, "NB-20")


def test_a_letter_as_pdf_beside_a_returned_form_does_not_hide_it(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG502=None))
    put(office, "Bao cao SYT.pdf", PDF, days=0)
    taken_in(office)
    assert office.state("SYT") == "trả lại"


# -- what is settled --------------------------------------------------------------------------------------


def test_a_corrected_resend_settles_the_matter(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG502=None))
    office.receive("SYT", name="SYT sua.xlsx", days=0)
    outcome = taken_in(office)
    assert (outcome.status, outcome.details, errors(office)) == (0, (), [])
    (noted,) = office.rows("tblLoi", Quy_tắc="SL-BL")
    assert (noted["Mức"], "«SYT sua.xlsx», đến ngày 18/01/2024" in str(noted["Thông báo"])) == (
        "ghi nhận",
        True,
    )


def test_the_order_of_arrival_decides_and_not_the_name(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG502=None), name="z.xlsx")
    office.receive("SYT", name="a.xlsx", days=0)
    assert taken_in(office).status == 0


def test_a_broken_file_is_settled_by_the_sound_one_that_came_after(office: Office) -> None:
    put(office, "SYT_2024-M01.xlsx")
    office.receive("SYT", name="bieu.xlsx", days=0)
    outcome = taken_in(office)
    assert (outcome.status, outcome.details, office.state("SYT")) == (0, (), "đã nhận")
    assert "không phải làm gì với tệp này nữa" in str(arrival(office, "SYT_2024-M01.xlsx")["Đã xong"])


def test_a_broken_file_that_came_after_the_sound_one_is_told(office: Office) -> None:
    office.receive("SYT", name="bieu.xlsx")
    put(office, "SYT_2024-M01.xlsx", days=0)
    outcome = taken_in(office)
    assert (outcome.status, len(outcome.details), office.state("SYT")) == (1, 1, "đã nhận")
    assert errors(office) == ["TN-10"]


def test_of_two_returned_forms_the_newest_is_what_must_be_mended(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG502=None))
    office.receive("SYT", office.answers("SYT", KG110="nhiều"), name="SYT 2.xlsx", days=0)
    assert taken_in(office).status == 1
    (error,) = office.rows("tblLoi", Mức="lỗi")
    assert (error["Tệp"], duty(office, "SYT")["Tệp"]) == ("SYT 2.xlsx", "SYT 2.xlsx")


def test_a_question_about_a_version_that_was_replaced_is_no_question_any_more(office: Office) -> None:
    odd = {"KG106": 1, "KG107": 900, "KG108": 900, "KG109": 100.0}
    office.receive("SYT", office.answers("SYT", **odd))
    office.receive("SYT", name="SYT 2.xlsx", days=0)
    taken_in(office)
    assert office.rows("tblLoi", Mức="cần giải trình") == []


def test_a_letter_as_pdf_that_came_along_with_the_form_asks_for_nothing(office: Office) -> None:
    office.receive("SYT")
    put(office, "Bao cao SYT.pdf", PDF)
    assert taken_in(office).status == 0


def test_a_form_of_another_period_that_came_along_is_still_told(office: Office) -> None:
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    form = office.form("SYT")
    office.period = "2024-M01"
    office.receive("SYT")
    put(office, "SYT_2024-M02.xlsx", form)
    assert (taken_in(office).status, errors(office)) == (1, ["R35-2"])


def test_nobodys_file_asks_for_nothing_when_everybody_has_reported(office: Office) -> None:
    put(office, "Cong van.pdf", PDF)
    assert taken_in(office).status == 1
    for row in office.rows("tblDonVi"):
        office.receive(str(row["Mã"]))
    assert (taken_in(office).status, errors(office)) == (0, [])


def test_what_a_later_secret_settles_is_told_without_its_name(office: Office) -> None:
    put(office, "SYT_2024-M01.xlsx", days=-2)
    put(office, "SYT_2024-M01 (MẬT).xlsx", workbook("x"), days=-1)
    taken_in(office)
    told = " ".join(str(row["Đã xong"]) for row in office.rows("tblTepNhan"))
    assert "một tệp" in told


def test_a_secret_stays_open_until_it_is_taken_out(office: Office) -> None:
    secret = put(office, "SYT_2024-M01.xlsx", workbook("TỐI MẬT"))
    office.receive("SYT", name="bieu.xlsx", days=0)
    assert (taken_in(office).status, office.state("SYT")) == (1, "đã nhận")
    secret.unlink()
    assert taken_in(office).status == 0


# -- the sheet --------------------------------------------------------------------------------------------


def test_the_sheet_names_its_units_and_says_how_late_they_were(office: Office) -> None:
    office.receive("SYT", days=2)
    office.receive("STP")
    taken_in(office)
    late, punctual = duty(office, "SYT"), duty(office, "STP")
    assert (late["Tên đơn vị"], late["Đúng hạn"], late["Trễ (ngày)"]) == ("Sở Y tế", "không", 2)
    assert (punctual["Đúng hạn"], punctual["Trễ (ngày)"]) == ("có", None)
    assert duty(office, "TTR")["Phiên bản"] is None
