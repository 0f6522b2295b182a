"""Reminders: to exactly the units that owe something, saying exactly what, as drafts."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook

if TYPE_CHECKING:
    from email.message import EmailMessage

    from tests.steps.conftest import Office


def drafts(office: Office) -> dict[str, EmailMessage]:
    folder = office.folder / "thu-nhap" / office.period
    found = {}
    for path in sorted(folder.glob("*.eml")):
        found[path.name.split("_")[0]] = email.message_from_bytes(
            path.read_bytes(), policy=email.policy.default
        )
    return found


def body(message: EmailMessage) -> str:
    return str(message.get_body(("plain",)).get_content())  # type: ignore[union-attr]


@pytest.fixture
def reminded(office: Office) -> Office:
    office.receive("SYT")
    office.receive("STP", office.answers("STP", KG502=None))
    office.act("tiep_nhan")
    office.act("don_doc")
    return office


def test_only_units_that_owe_something_get_a_draft(reminded: Office) -> None:
    owing = {row["Mã đơn vị"] for row in reminded.rows("tblTiepNhan") if row["Trạng thái"] != "đã nhận"}
    assert set(drafts(reminded)) == owing
    assert "SYT" not in owing


def test_a_draft_is_unsent_plain_and_addressed(reminded: Office) -> None:
    draft = drafts(reminded)["STC"]
    assert (draft["X-Unsent"], draft["To"]) == ("1", "stc@khoi.example")
    assert draft["Subject"] == "Báo cáo công tác khoa giáo tháng 1 năm 2024: Sở Tài chính"
    assert "Hạn nộp là ngày 18/01/2024 (đã quá hạn 4 ngày)" in body(draft)


def test_no_subject_loses_a_blank_on_the_way_into_the_file(reminded: Office) -> None:
    names = {str(row["Mã"]): str(row["Tên"]) for row in FileBook(reminded.master).read("tblDonVi")}
    for unit, draft in drafts(reminded).items():
        assert draft["Subject"] == f"Báo cáo công tác khoa giáo tháng 1 năm 2024: {names[unit]}"


def test_a_returned_form_goes_back_with_its_faults_named(reminded: Office) -> None:
    draft = drafts(reminded)["STP"]
    (attached,) = draft.iter_attachments()
    (fault,) = reminded.rows("tblLoi", Mức="lỗi")
    assert f"ô {fault['Ô']}: {fault['Thông báo']}" in body(draft)
    assert attached.get_filename() == "STP_2024-M01_v1_tra-lai.xlsx"
    assert attached.get_content()[:2] == b"PK"


def test_a_unit_that_reports_meanwhile_drops_out(reminded: Office) -> None:
    reminded.receive("STC", days=4)
    reminded.act("tiep_nhan")
    reminded.act("don_doc")
    assert "STC" not in drafts(reminded)


def test_running_it_twice_gives_the_same_drafts(reminded: Office) -> None:
    folder = reminded.folder / "thu-nhap" / "2024-M01"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    reminded.act("don_doc")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "address", ["", "khong phai dia chi", "a@b.vn, c@d.vn", "a@b.vn\nBcc: x@y.vn", "sở@lc.vn"]
)
def test_a_unit_without_one_plain_address_is_named_and_gets_no_draft(office: Office, address: str) -> None:
    book = FileBook(office.master)
    rows = [{**row, "Email": address} if row["Mã"] == "STC" else row for row in book.read("tblDonVi")]
    book.write("tblDonVi", rows)
    book.save()
    office.act("tiep_nhan")
    outcome = office.act("don_doc")
    assert "STC" not in drafts(office)
    assert (outcome.status, outcome.details) == (
        1,
        ("Thiếu địa chỉ thư của: STC. Điền cột Email ở trang «Đơn vị».",),
    )
