"""Nothing marked leaves: not in a subject, a text, a name or a file, and no filled form without its tick."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.attachment_reading import AttachmentReading, found_in
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.mail.letter import Attachment, Letter, Recipient
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.mail.outgoing_secrets import (
    InAttachment,
    reasons_to_hold,
    reasons_to_hold_eml,
    without_unticked,
)
from khoagiao_xl.model.mail_records import LetterKind
from tests.intake.sample_forms import blank_form, filled
from tests.intake.secret_documents import KINDS, OLE, word_body, zipped

if TYPE_CHECKING:
    from openpyxl import Workbook

NOW = datetime(2024, 3, 18, 8, 30)  # noqa: DTZ001  # the office's clock
TO = (Recipient("soyte@laocai.example", "Đảng bộ Sở Y tế"),)
LETTER = Letter(LetterKind.RETURNS, "Trả lại báo cáo tháng 3", "Kính gửi: Đảng bộ Sở Y tế\n", to=TO)
IN_WORDS, IN_A_FILE = (
    "Tiêu đề hoặc nội dung thư có dấu hiệu bí mật nhà nước.",
    "Tệp kèm theo thứ 1 có dấu hiệu bí mật nhà nước.",
)
TICK = form_layout.COVER_CELLS[form_layout.TICK_NO_SECRET]

MARKS = [
    "TỐI MẬT", "MẬT", "TUYỆT MẬT", "Độ mật: Mật", "M Ậ T", "Tối  Mật", "TOI MAT", "(MẬT)", "Mức độ mật: Tối mật", "T.Ố.I M.Ậ.T",
    "T\u00d4\u0301I M\u00c2\u0323T", "MẬ\u200bT",
]  # fmt: skip
INNOCENT = [
    "Không chứa bí mật nhà nước", "Bảo mật thông tin", "Công tác bảo vệ bí mật nhà nước", "mật ong", "Số văn bản mật: 0", "mật độ dân số",
    "Mật khẩu của hộp thư", "Trật tự, an toàn", "Tình hình tư tưởng mật thiết với Nhân dân", "Tập huấn bảo vệ bí mật nhà nước",
]  # fmt: skip


def read(name: str, data: bytes) -> InAttachment:
    return found_in(data, name, Limits())


def _eml(letter: Letter) -> bytes:
    return eml_bytes(letter, "ban@laocai.example", NOW)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_in_a_subject_or_a_text_holds_the_letter(mark: str) -> None:
    for letter in (
        replace(LETTER, subject=f"{mark} - Báo cáo"),
        replace(LETTER, body=f"Kính gửi\n\n{mark}\n\nNội dung\n"),
    ):
        assert reasons_to_hold(letter, read) == (IN_WORDS,)
        assert reasons_to_hold_eml(_eml(letter), read) == (IN_WORDS,)


@pytest.mark.parametrize("words", INNOCENT)
def test_what_only_speaks_of_secrets_may_leave(words: str) -> None:
    letter = replace(LETTER, subject=words, body=f"Kính gửi\n\n{words}.\n")
    assert reasons_to_hold(letter, read) == ()
    assert reasons_to_hold_eml(_eml(letter), read) == ()


@pytest.mark.parametrize(
    "name", ["Bao cao MAT.docx", "TOI-MAT.pdf", "Báo cáo (Mật).xlsx", "Tuyệt mật_2024.docx", "MẬT/x.docx"]
)
def test_a_mark_in_the_name_of_a_file_holds_the_letter_and_is_not_repeated(name: str) -> None:
    letter = replace(LETTER, attachments=(Attachment(name, word_body("Báo cáo")),))
    assert reasons_to_hold(letter, read) == (IN_A_FILE,)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_in_a_file_of_any_kind_holds_the_letter(kind: str) -> None:
    letter = replace(LETTER, attachments=(Attachment(kind, KINDS[kind]("TỐI MẬT")),))
    assert reasons_to_hold(letter, read) == (IN_A_FILE,)
    assert reasons_to_hold_eml(_eml(letter), read) == (IN_A_FILE,)


@cache
def _form(tick: str | int | None) -> bytes:
    def change(book: Workbook) -> None:
        book["Bìa"][TICK] = tick

    return filled(change=change)


@pytest.mark.parametrize("tick", [None, "", "không", 0])
def test_a_filled_form_without_its_tick_does_not_leave(tick: str | int | None) -> None:
    letter = replace(LETTER, attachments=(Attachment("SGDDT_2024-M03.xlsx", _form(tick)),))
    said = "Biểu kèm theo «SGDDT_2024-M03.xlsx» đã điền mà chưa đánh dấu «không chứa bí mật nhà nước»."
    assert reasons_to_hold(letter, read) == (said,)


def test_a_filled_form_with_its_tick_and_a_blank_form_may_leave() -> None:
    files = (Attachment("SGDDT_1.xlsx", _form("x")), Attachment("SGDDT_2.xlsx", blank_form()))
    assert reasons_to_hold(replace(LETTER, attachments=files), read) == ()


def test_a_form_without_its_tick_is_taken_out_and_said_and_the_rest_goes() -> None:
    note = Attachment("Huong-dan.docx", word_body("Hướng dẫn"))
    letter = replace(LETTER, attachments=(Attachment("SGDDT.xlsx", _form(None)), note))
    left, told = without_unticked(letter, read)
    assert left.attachments == (note,)
    assert told == ("Không kèm tệp «SGDDT.xlsx» vì biểu chưa đánh dấu «không chứa bí mật nhà nước».",)
    assert left.body.endswith("sửa trên tệp đang có, đánh dấu ô ấy rồi gửi lại.\n")
    assert reasons_to_hold(left, read) == ()


def test_what_a_person_added_to_a_draft_is_found_before_it_is_sent() -> None:
    html = _eml(replace(LETTER, body="<p>Kính gửi</p><p>T<b>ỐI</b> M<i>Ậ</i>T</p>")).replace(
        b"text/plain", b"text/html"
    )
    assert reasons_to_hold_eml(html, read) == (IN_WORDS,)


def test_a_letter_within_the_letter_is_searched_too() -> None:
    inner = _eml(replace(LETTER, attachments=(Attachment("a.docx", word_body("TỐI MẬT")),)))
    outer = replace(LETTER, attachments=(Attachment("Chuyen-tiep.eml", inner),))
    assert reasons_to_hold(outer, read) == (IN_A_FILE,)
    assert reasons_to_hold_eml(_eml(outer), read) == (IN_A_FILE,)


def test_a_file_with_a_password_does_not_leave_unsearched() -> None:
    locked = OLE[:512] + "EncryptedPackage".encode("utf-16-le") * 40
    letter = replace(LETTER, attachments=(Attachment("Bao-cao.docx", locked),))
    assert reasons_to_hold(letter, read) == (
        "Tệp kèm theo «Bao-cao.docx» có mật khẩu hoặc không đọc được, nên không biết có bí mật nhà nước hay không.",
    )


def test_attachments_are_opened_in_a_process_of_their_own_and_each_once() -> None:
    data = word_body("MẬT")
    with AttachmentReading(Limits()) as reader:
        found = [reader("a.docx", data), reader("b.docx", data), reader("c.xlsx", blank_form())]
    assert found == [InAttachment.MARK, InAttachment.MARK, InAttachment.NOTHING]


def test_a_file_larger_than_any_form_is_searched_all_the_same() -> None:
    data = zipped(a_txt=b"x", noi_dung_dot_txt="TỐI MẬT".encode(), dem_dot_bin=bytes(range(256)) * 140_000)
    with AttachmentReading(Limits(file_bytes=1000)) as reader:
        assert reader("Bao-cao.zip", data) is InAttachment.MARK
