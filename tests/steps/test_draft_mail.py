"""Letters of a period: each to whom it concerns, with what it is about, once."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.steps import draft_mail
from tests.intake.sample_forms import blank_form
from tests.steps.small_year import SETTINGS, job, small_year

if TYPE_CHECKING:
    from email.message import EmailMessage

JANUARY = "2024-M01"
CAME = datetime(2024, 1, 16, 14, 20)  # noqa: DTZ001
FOLDERS = {
    "thu_muc_bieu_mau": "bieu-mau/{ky}",
    "thu_muc_bao_cao": "bao-cao",
    "email_noi_nhan": "Ban A <a@tinh.example>",
}


def settings(**more: str) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in {**SETTINGS, **FOLDERS, **more}.items()]


def decided(folder: Path, kind: str = "", reported: Any = None, **tables: Any) -> Changes:
    """Return what is drafted of January; nobody has reported unless `reported` says so."""
    known = {"tblCauHinh": settings(), **tables}
    year = small_year({JANUARY: reported or {}}, folder / "K.xlsm", **known)
    return draft_mail.work(year, replace(job(JANUARY, folder / "thu"), kind=kind))


def drafts(changes: Changes) -> Mapping[str, EmailMessage]:
    """Return file name -> draft."""
    return {
        new.path.name: email.message_from_bytes(new.bytes(), policy=email.policy.default)
        for new in changes.files
    }


def body(message: EmailMessage) -> str:
    text = str(message.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    return text.replace("\r\n", "\n")


def issued(folder: Path, *units: str) -> None:
    """Lay the forms of units into the folder of forms."""
    place = folder / "bieu-mau" / JANUARY
    place.mkdir(parents=True)
    for unit in units:
        (place / f"{unit}_{JANUARY}.xlsx").write_bytes(blank_form(unit_code=unit))


def duty(state: State, **facts: Any) -> dict[str, Any]:
    known = {"file": "B.xlsx", "sha256": "ab" * 32, "received": CAME, "version": 1, "on_time": True}
    return {"tblTiepNhan": [Duty(JANUARY, "B", state, **{**known, **facts})]}


# -- forms ------------------------------------------------------------------------------------------------


def test_every_unit_gets_its_own_form_and_the_day(tmp_path: Path) -> None:
    issued(tmp_path, "A", "B", "C")
    found = drafts(decided(tmp_path, "forms"))
    assert set(found) == {f"{unit}_{JANUARY}_gui-bieu.eml" for unit in "ABC"}
    draft = found[f"B_{JANUARY}_gui-bieu.eml"]
    assert [part.get_filename() for part in draft.iter_attachments()] == [f"B_{JANUARY}.xlsx"]
    assert "hạn nộp là ngày 18/01/2024" in body(draft)
    assert "tháng 1 năm 2024 (số liệu từ ngày 01/01/2024 đến hết ngày 14/01/2024)" in body(draft)
    assert "đánh dấu «không chứa bí mật nhà nước»" in body(draft)


@pytest.mark.parametrize(("today", "days"), [(17, 0), (18, 0), (22, 4)])
def test_a_form_that_goes_out_after_the_day_says_so(tmp_path: Path, today: int, days: int) -> None:
    issued(tmp_path, "B")
    year = small_year({JANUARY: {}}, tmp_path / "K.xlsm", tblCauHinh=settings())
    asked = replace(job(JANUARY, tmp_path / "thu"), kind="forms", now=datetime(2024, 1, today, 8))  # noqa: DTZ001
    (draft,) = drafts(draft_mail.work(year, asked)).values()
    assert (f"Hạn này đã qua {days} ngày: đề nghị đơn vị gửi ngay" in body(draft)) is bool(days)


def test_who_works_in_a_marked_copy_gets_no_blank_form_beside_it(tmp_path: Path) -> None:
    issued(tmp_path, "B", "C")
    assert set(drafts(decided(tmp_path, "forms", **duty(State.RETURNED)))) == {f"C_{JANUARY}_gui-bieu.eml"}


def test_who_has_reported_gets_no_form_and_a_form_that_is_missing_is_named(tmp_path: Path) -> None:
    issued(tmp_path, "A", "B")
    changes = decided(tmp_path, "forms", {"A": {}})
    assert set(drafts(changes)) == {f"B_{JANUARY}_gui-bieu.eml"}
    assert any("Không có biểu mẫu tháng 1 năm 2024 của: C" in told for told in changes.outcome.details)


def test_without_forms_it_is_said_what_to_do_first(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match="bấm «Phát hành biểu mẫu» trước"):
        decided(tmp_path, "forms")


def test_a_second_run_drafts_nothing_anew_and_a_new_form_does(tmp_path: Path) -> None:
    issued(tmp_path, "B")
    first = decided(tmp_path, "forms")
    (tmp_path / "thu").mkdir()
    for new in first.files:
        new.path.write_bytes(new.bytes())
    log = {"tblThu": rows(first)}
    assert decided(tmp_path, "forms", **log).files == ()
    (tmp_path / "bieu-mau" / JANUARY / f"B_{JANUARY}.xlsx").write_bytes(
        blank_form(unit_code="B", unit_name="Đơn vị B mới")
    )
    again = decided(tmp_path, "forms", **log)
    assert (len(again.files), len(again.aside)) == (1, 1)


def rows(changes: Changes) -> list[dict[str, Any]]:
    """Return the rows of tblThu as fields."""
    from khoagiao_xl.model import schema
    from khoagiao_xl.office.rows import fields_of

    return fields_of(schema.LETTERS, changes.tables["tblThu"])


CLOSED = {"period": JANUARY, "kind": "kỳ", "round": 1, "moment": datetime(2024, 1, 26), "person": "Văn phòng"}  # noqa: DTZ001

# -- returned copies, receipts ----------------------------------------------------------------------------


def test_a_returned_copy_goes_with_its_faults_and_a_day(tmp_path: Path) -> None:
    returned_copy(tmp_path)
    fault = {"period": JANUARY, "unit": "B", "file": "B.xlsx", "sheet": "Số liệu", "cell": "D9", "rule": "SL-01",
             "severity": "lỗi", "message": "Sai số."}  # fmt: skip
    (draft,) = drafts(decided(tmp_path, "returns", tblLoi=[fault], **duty(State.RETURNED))).values()
    assert "Ngày 16/01/2024, 14 giờ 20, Ban Tuyên giáo nhận được tệp «B.xlsx»" in body(draft)
    assert "1. Trang «Số liệu», ô D9: Sai số." in body(draft)
    assert "chậm nhất ngày 25/01/2024" in body(draft)


def returned_copy(folder: Path) -> None:
    copy = folder / "tra-lai" / JANUARY / f"B_{JANUARY}_v1_tra-lai.xlsx"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(blank_form(unit_code="B"))


def test_a_copy_of_a_period_whose_figures_stand_asks_to_be_told_of_first(tmp_path: Path) -> None:
    returned_copy(tmp_path)
    year = small_year({JANUARY: {}}, tmp_path / "K.xlsm", tblCauHinh=settings(), **duty(State.RETURNED))
    asked = replace(job(JANUARY, tmp_path / "thu"), kind="returns", now=datetime(2024, 1, 26, 8))  # noqa: DTZ001
    (draft,) = drafts(draft_mail.work(year, asked)).values()
    assert "được khóa sau ngày 25/01/2024: đề nghị báo cho Ban Tuyên giáo trước khi gửi" in body(draft)


def test_a_copy_of_a_closed_period_says_that_it_is_closed(tmp_path: Path) -> None:
    returned_copy(tmp_path)
    closed = {"tblSoChot": [CLOSED]}
    (draft,) = drafts(decided(tmp_path, "returns", **duty(State.RETURNED), **closed)).values()
    assert "Số liệu kỳ này đã chốt: đề nghị báo cho Ban Tuyên giáo trước khi gửi." in body(draft)


def test_a_returned_copy_that_is_gone_is_named(tmp_path: Path) -> None:
    changes = decided(tmp_path, "returns", **duty(State.RETURNED))
    assert changes.files == ()
    assert "Không thấy bản trả lại của B" in changes.outcome.details[0]


def test_a_receipt_names_file_hash_day_and_what_it_says(tmp_path: Path) -> None:
    figures = {
        "tblSoLieu": [{"period": JANUARY, "unit": "B", "KG201": 12}],
        "tblCauHinh": settings(so_lieu_chinh="KG201"),
    }
    (draft,) = drafts(decided(tmp_path, "receipts", **duty(State.ACCEPTED), **figures)).values()
    text = body(draft)
    assert (
        f"Tệp: B.xlsx\nNgày nhận: 16/01/2024, 14 giờ 20\nMã kiểm tra của tệp (SHA-256): {'ab' * 32}" in text
    )
    assert "Kết quả: đã nhận, nộp đúng hạn." in text
    assert "- Tổng số cuộc tuyên truyền về khoa giáo: 12" in text


def test_a_receipt_of_a_second_version_says_so(tmp_path: Path) -> None:
    (draft,) = drafts(decided(tmp_path, "receipts", **duty(State.ACCEPTED, version=2))).values()
    assert "Kết quả: đã nhận, nộp đúng hạn; đây là bản thứ 2 đơn vị gửi trong kỳ." in body(draft)


def test_a_late_report_with_questions_says_both(tmp_path: Path) -> None:
    asked = {"period": JANUARY, "unit": "B", "file": "B.xlsx", "sheet": "Số liệu", "cell": "D9", "rule": "R05",
             "severity": "cần giải trình", "message": "Tăng gấp ba."}  # fmt: skip
    late = duty(State.QUESTIONED, on_time=False, days_late=2)
    (draft,) = drafts(decided(tmp_path, "receipts", tblLoi=[asked], **late)).values()
    assert "nộp sau hạn 2 ngày" in body(draft)
    assert "1. Trang «Số liệu», ô D9: Tăng gấp ba." in body(draft)
    assert "rồi gửi lại biểu bằng cách trả lời thư này, chậm nhất ngày 25/01/2024:" in body(draft)


# -- the report and the notice ----------------------------------------------------------------------------

NUMBERED = {"kind": "Báo cáo", "number": 12, "symbol": "BC/ĐUK", "issued": date(2024, 1, 20), "issuer": "cấp ủy",
            "subject": "kết quả công tác khoa giáo tháng 1", "report": JANUARY}  # fmt: skip


CITED = "Báo cáo số 12-BC/ĐUK, ngày 20/01/2024"


def report(folder: Path) -> None:
    import docx

    (folder / "bao-cao").mkdir()
    docx.Document().save(str(folder / "bao-cao" / f"Bao-cao-khoa-giao-{JANUARY}.docx"))


def notice(folder: Path) -> None:
    import docx

    (folder / "bao-cao").mkdir(exist_ok=True)
    docx.Document().save(str(folder / "bao-cao" / f"Thong-bao-che-do-bao-cao-{JANUARY}.docx"))


def test_the_numbered_report_goes_to_the_list_of_recipients(tmp_path: Path) -> None:
    report(tmp_path)
    (draft,) = drafts(decided(tmp_path, "report", tblVanBanDi=[NUMBERED])).values()
    assert draft["To"] == "Ban A <a@tinh.example>"
    assert draft["Subject"] == f"{CITED} về kết quả công tác khoa giáo tháng 1"
    assert body(draft).startswith("Kính gửi: Ban A\n")


def test_a_list_of_recipients_without_names_is_greeted_all_the_same(tmp_path: Path) -> None:
    report(tmp_path)
    nameless = settings(email_noi_nhan="a@tinh.example; b@tinh.example")
    (draft,) = drafts(decided(tmp_path, "report", tblVanBanDi=[NUMBERED], tblCauHinh=nameless)).values()
    assert body(draft).startswith("Kính gửi: các cơ quan nhận văn bản này\n")


def test_the_letter_is_of_the_office_and_the_report_of_who_issues_it(tmp_path: Path) -> None:
    report(tmp_path)
    known = settings(email="ban@khoi.example", ban_tham_muu="Ban Tuyên giáo")
    (draft,) = drafts(decided(tmp_path, "report", tblVanBanDi=[NUMBERED], tblCauHinh=known)).values()
    assert draft["From"] == "Ban Tuyên giáo <ban@khoi.example>"
    assert f"Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh gửi {CITED}" in body(draft)


@pytest.mark.parametrize(
    ("kind", "cited"), [("report", "về công tác khoa giáo"), ("notice", "về chế độ báo cáo")]
)
def test_a_document_of_which_the_register_says_nothing_is_called_what_it_is(
    tmp_path: Path, kind: str, cited: str
) -> None:
    report(tmp_path)
    notice(tmp_path)
    named = (
        {"kind": "Thông báo", "symbol": "TB/ĐUK", "report": f"thong-bao {JANUARY}"}
        if kind == "notice"
        else {}
    )
    found = drafts(decided(tmp_path, kind, tblVanBanDi=[{**NUMBERED, "subject": " ", **named}]))
    assert all(cited in draft["Subject"] for draft in found.values())


def test_a_draft_of_a_report_does_not_go_out(tmp_path: Path) -> None:
    report(tmp_path)
    with pytest.raises(WrongRequest, match="chưa có số"):
        decided(tmp_path, "report")


def test_a_report_that_is_not_written_and_a_list_that_is_blank_are_said(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match="xuất văn bản trước"):
        decided(tmp_path, "report")
    with pytest.raises(WrongRequest, match="email_noi_nhan"):
        decided(tmp_path, "report", tblCauHinh=settings(email_noi_nhan=""))


def test_what_is_wrong_in_the_list_of_recipients_is_told(tmp_path: Path) -> None:
    report(tmp_path)
    wrong = settings(email_noi_nhan="Ban A <a@tinh.example>; không có")
    changes = decided(tmp_path, "report", tblVanBanDi=[NUMBERED], tblCauHinh=wrong)
    assert any("email_noi_nhan" in told and "không có" in told for told in changes.outcome.details)


def test_the_notice_goes_to_every_unit(tmp_path: Path) -> None:
    notice(tmp_path)
    numbered = {
        **NUMBERED,
        "kind": "Thông báo",
        "symbol": "TB/ĐUK",
        "subject": "việc thực hiện chế độ báo cáo",
        "report": f"thong-bao {JANUARY}",
    }
    found = drafts(decided(tmp_path, "notice", tblVanBanDi=[numbered]))
    assert len(found) == 3
    subject = "Thông báo số 12-TB/ĐUK, ngày 20/01/2024 về việc thực hiện chế độ báo cáo"
    assert {draft["Subject"] for draft in found.values()} == {subject}


# -- all of them ------------------------------------------------------------------------------------------


def test_every_kind_at_once_leaves_out_what_is_not_ready(tmp_path: Path) -> None:
    issued(tmp_path, "C")
    found = drafts(decided(tmp_path, "", **duty(State.ACCEPTED)))
    assert set(found) == {f"C_{JANUARY}_gui-bieu.eml", f"B_{JANUARY}_giay-nhan.eml"}


def test_nothing_to_write_is_said(tmp_path: Path) -> None:
    outcome = decided(tmp_path).outcome
    assert (outcome.status, outcome.sentence) == (0, "Tháng 1 năm 2024: không có thư nào mới phải soạn.")


def test_a_unit_without_address_is_named(tmp_path: Path) -> None:
    issued(tmp_path, "A")
    changes = decided(tmp_path, "forms", tblDonVi=[Unit("A", "A")])
    assert changes.outcome.details[0].startswith("Chưa có địa chỉ thư nên không soạn thư cho: A.")
