"""What belongs to a reminder and cannot go along: the letter names it and says why, and goes all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.mail.checked_letters import checked
from khoagiao_xl.mail.letter import Attachment, Letter, Recipient
from khoagiao_xl.mail.letter_sizes import FOLDER
from khoagiao_xl.mail.outgoing_secrets import InAttachment
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.records import State
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.steps import draft_reminders
from tests.intake.sample_forms import blank_form
from tests.steps.small_year import SETTINGS, job, small_year
from tests.steps.test_draft_reminders import JANUARY, RETURNED, body, decided, drafts, finding

WITH_PASSWORD = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
)
COPY = f"B_{JANUARY}_v1_tra-lai.xlsx"
FORM = f"B_{JANUARY}.xlsx"


def lay(folder: Path, place: str, name: str, data: bytes) -> None:
    path = folder / place / JANUARY / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def decided_with(folder: Path, most: str = "20", **tables: Any) -> Changes:
    typed = {**SETTINGS, "thu_muc_bieu_mau": "bieu-mau/{ky}", "thu_toi_da_mb": most}
    settings = [{"key": key, "value": value} for key, value in typed.items()]
    return decided(folder / "K.xlsm", tblCauHinh=settings, **tables)


def beside(changes: Changes) -> list[str]:
    return [new.path.name for new in changes.files if new.path.parent.name == FOLDER]


def test_a_marked_copy_that_cannot_be_opened_stays_and_the_letter_says_so(tmp_path: Path) -> None:
    lay(tmp_path, "tra-lai", COPY, WITH_PASSWORD)
    changes = decided_with(tmp_path, duties=RETURNED, tblLoi=[finding("B")])
    draft = drafts(changes)["B"]
    text = body(draft)
    assert list(draft.iter_attachments()) == []
    assert "Đề nghị sửa các chỗ dưới đây ngay trên biểu của đơn vị rồi gửi lại." in text
    assert f"Tệp «{COPY.replace('_', '-')}» không kèm thư này" in text.replace("_", "-")
    assert "- Trang «Số liệu», ô D9: Sai số." in text
    assert any("Xem lại tệp rồi đôn đốc lại" in told for told in changes.outcome.details)


def test_a_marked_copy_that_is_too_large_stays_and_is_handed_over_another_way(tmp_path: Path) -> None:
    lay(tmp_path, "tra-lai", COPY, blank_form() + bytes(2_000_000))
    changes = decided_with(tmp_path, "1", duties=RETURNED, tblLoi=[finding("B")])
    draft = drafts(changes)["B"]
    assert list(draft.iter_attachments()) == []
    assert "tệp kèm theo" not in body(draft)
    assert "quá lớn để gửi kèm thư này, sẽ được chuyển riêng" in body(draft)
    assert len(beside(changes)) == 1


def test_a_blank_form_that_is_too_large_is_not_said_to_go_along(tmp_path: Path) -> None:
    lay(tmp_path, "bieu-mau", FORM, blank_form() + bytes(2_000_000))
    text = body(drafts(decided_with(tmp_path, "1"))["B"])
    assert "điền biểu mẫu của kỳ này" in text
    assert text.count("quá lớn để gửi kèm thư này") == 1


def test_what_fits_goes_along_and_nothing_is_said(tmp_path: Path) -> None:
    lay(tmp_path, "bieu-mau", FORM, blank_form())
    changes = decided_with(tmp_path)
    draft = drafts(changes)["B"]
    assert [part.get_filename() for part in draft.iter_attachments()] == [FORM]
    assert ("kèm thư này" in body(draft), beside(changes), changes.outcome.details) == (True, [], ())


@pytest.mark.parametrize("state", [State.RETURNED, State.QUESTIONED])
def test_where_no_marked_copy_is_there_the_letter_speaks_of_none(tmp_path: Path, state: State) -> None:
    changes = decided_with(tmp_path, duties={(JANUARY, "B"): state}, tblLoi=[finding("B")])
    text = body(drafts(changes)["B"])
    assert ("tệp kèm theo" in text, "đánh dấu" in text) == (False, False)


def test_the_forms_of_many_periods_go_along_in_one_letter(tmp_path: Path) -> None:
    months = ("2024-M01", "2024-M02", "2024-M03")
    for month in months:
        path = tmp_path / "bieu-mau" / month / f"B_{month}.xlsx"
        path.parent.mkdir(parents=True)
        path.write_bytes(blank_form())
    typed = {**SETTINGS, "thu_muc_bieu_mau": "bieu-mau/{ky}"}
    settings = [{"key": key, "value": value} for key, value in typed.items()]
    silent: Any = {month: {"A": {}, "C": {}} for month in months}
    year = small_year(silent, tmp_path / "K.xlsm", tblCauHinh=settings)
    draft = drafts(draft_reminders.work(year, job(JANUARY, tmp_path / "thu")))["B"]
    assert len(list(draft.iter_attachments())) == 3
    assert "điền biểu mẫu của từng kỳ kèm thư này và gửi về" in body(draft)


# -- marks first, then the size ---------------------------------------------------------------------------


def test_what_bears_a_mark_is_not_laid_beside_the_drafts_as_too_large(tmp_path: Path) -> None:
    large = Attachment("a.xlsx", bytes(2_000_000))
    letter = Letter(LetterKind.REPORT, "x", "x", to=(Recipient("a@b.example"),), attachments=(large,))
    passed = checked([letter], lambda _name, _data: InAttachment.MARK, 1, tmp_path)
    assert (passed.letters, passed.files) == ((), ())
    assert "có dấu hiệu bí mật nhà nước" in passed.told[0]
