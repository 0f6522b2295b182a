"""Every letter, whatever its names, subject and files hold, is 7-bit, one letter, and reads back as it was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter import Attachment, Letter, Recipient
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.mail.letter_reading import read_letter
from khoagiao_xl.model.mail_records import LetterKind

NOW = datetime(2024, 3, 18, 8, 30)  # noqa: DTZ001  # the office's clock
UNIT = Recipient("soyte@laocai.example", "Đảng bộ Sở Y tế")
LETTER = Letter(LetterKind.FORMS, "Biểu mẫu tháng 3", "Kính gửi: Đảng bộ Sở Y tế\n", to=(UNIT,), unit="SYT")
OWN_HEADS = ["X-Unsent", "To", "Subject", "Date", "Message-ID"]

INJECTIONS = [
    "Báo cáo\r\nBcc: la@khac.example", "Báo cáo\nBcc: la@khac.example", "Báo cáo\rBcc: la@khac.example",
    "Báo cáo\u2028Bcc: la@khac.example", "Báo cáo\x0bBcc: la@khac.example", "Báo cáo\x85Bcc: la@khac.example",
    "Báo cáo\r\n\r\n<html>", "Báo cáo\x00\r\n Bcc: la@khac.example", "=?utf-8?q?B=0D=0ABcc:_la@khac.example?=",
    "Báo cáo%0d%0aBcc: la@khac.example", "Báo cáo\r\n.\r\nMAIL FROM:<la@khac.example>", "\ud800\r\nBcc: la@khac.example",
]  # fmt: skip


def _written(letter: Letter) -> bytes:
    return eml_bytes(letter, "ban@laocai.example", NOW)


def _heads(data: bytes) -> list[str]:
    message = message_from_bytes(data, policy=default)
    return [
        name
        for name in message
        if name not in ("From", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
    ]


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_subject_adds_no_line_to_the_head(text: str) -> None:
    data = _written(replace(LETTER, subject=text))
    assert _heads(data) == OWN_HEADS


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_name_adds_no_line_to_the_head_and_no_recipient(text: str) -> None:
    data = _written(replace(LETTER, to=(Recipient(UNIT.address, text),)))
    assert _heads(data) == OWN_HEADS
    assert [recipient.address for recipient in read_letter(data).to] == [UNIT.address]


@pytest.mark.parametrize("text", INJECTIONS)
def test_an_attachments_name_adds_no_line_anywhere(text: str) -> None:
    letter = replace(LETTER, attachments=(Attachment(f"{text}.xlsx", b"x"),))
    data = _written(letter)
    (attachment,) = read_letter(data).attachments
    assert (attachment.name, attachment.data) == (letter.attachment_names[0], b"x")
    assert b"\nBcc" not in data


@pytest.mark.parametrize(
    "address",
    ["a@b.vn\r\nBcc: la@khac.example", "a@b.vn\nX: y", "a@b.vn, la@khac.example", "a@b.vn>", "<a@b.vn", "đơnvị@b.vn",
     "a@bưu.vn", "a b@b.vn", "", "a@b", '"a@b.vn" <la@khac.example>', "a@b.vn;la@khac.example"],
)  # fmt: skip
def test_an_address_that_is_none_makes_no_letter(address: str) -> None:
    letter = replace(LETTER, to=(Recipient(address),))
    with pytest.raises(WrongRequest) as told:
        _written(letter)
    assert told.value.code == "THU-218"


@pytest.mark.parametrize(
    "name",
    ["Đảng bộ Sở Y tế", "Chi bộ Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh, Văn phòng", "So Y te, Lao Cai", "O'Neil", "A (B)",
     "Đ", "Đảng bộ Trường Cao đẳng " * 6, "Sở Y tế: Phòng 1", "a@b.vn", "Sở  Y   tế"],
)  # fmt: skip
def test_a_name_is_read_back_as_it_was(name: str) -> None:
    data = _written(replace(LETTER, to=(Recipient(UNIT.address, name),)))
    assert read_letter(data).to == (Recipient(UNIT.address, " ".join(name.split())),)


@pytest.mark.parametrize("length", [1, 40, 60, 75, 76, 200, 998])
def test_a_long_subject_is_folded_and_read_back_whole(length: int) -> None:
    subject = ("Đôn đốc báo cáo quý I năm 2024; " * 40)[:length].strip()
    data = _written(replace(LETTER, subject=subject))
    assert read_letter(data).subject == subject
    assert max(map(len, data.splitlines())) <= 78


def test_many_recipients_keep_every_line_short() -> None:
    units = tuple(
        Recipient(f"dv{number}@laocai.example", f"Đảng bộ đơn vị số {number}") for number in range(92)
    )
    data = _written(replace(LETTER, to=units, cc=units[:2]))
    found = read_letter(data)
    assert (found.to, found.cc) == (units, units[:2])
    assert max(map(len, data.splitlines())) <= 78


ODD_NAMES = [
    "Biểu số 1.xlsx", "biểu số 1.XLSX", "Bieu so 1.xlsx", ".xlsx", "không đuôi", "a.exe\r\nBcc: x@y.example", "con.docx",
    "../../x.docx", "Báo cáo.tháng 3", "a" * 300 + ".docx", "🎉.pdf", "a.b.c.docx", "\u202excod.exe",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_the_name_of_an_attachment_is_plain_ascii(name: str) -> None:
    found = Attachment(name, b"").ascii_name
    assert found.isascii()
    assert found.isprintable()
    assert not set(found) & set('/\\:*?"<>| ')


def test_no_two_attachments_of_a_letter_have_one_name() -> None:
    files = tuple(Attachment(name, name.encode("utf-8", "replace")) for name in ODD_NAMES)
    letter = replace(LETTER, attachments=files)
    names = letter.attachment_names
    assert len({name.lower() for name in names}) == len(files)
    found = read_letter(_written(letter)).attachments
    assert tuple((one.name, one.data) for one in found) == tuple(
        zip(names, (one.data for one in files), strict=True)
    )


@settings(max_examples=60)
@given(st.text(), st.text(), st.text())
def test_whatever_it_holds_a_letter_is_seven_bit_and_goes_to_its_unit_alone(
    subject: str, name: str, body: str
) -> None:
    data = _written(replace(LETTER, subject=subject, body=body, to=(Recipient(UNIT.address, name),)))
    found = read_letter(data)
    assert data.isascii()
    assert _heads(data) == OWN_HEADS
    assert [recipient.address for recipient in found.to] == [UNIT.address]
    assert found.message_id == LETTER.message_id


def test_the_date_of_a_letter_tells_the_zone_of_the_office() -> None:
    assert read_letter(_written(LETTER)).date == "Mon, 18 Mar 2024 08:30:00 +0700"


def test_the_same_letter_gives_the_same_bytes() -> None:
    letter = replace(LETTER, attachments=(Attachment("Biểu.xlsx", b"x"),))
    assert _written(letter) == _written(letter)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"not a letter at all", b"\xff\xfe\x00"])
def test_what_is_no_letter_is_told(data: bytes) -> None:
    with pytest.raises(WrongRequest) as told:
        read_letter(data, "thu.eml")
    assert told.value.code == "THU-227"


DEEP = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(3000)
)


def test_parts_within_parts_without_end_are_no_letter() -> None:
    with pytest.raises(WrongRequest, match=r"«thu\.eml» không phải là thư đọc được"):
        read_letter(b"Subject: x\r\n" + DEEP, "thu.eml")


@pytest.mark.parametrize(
    ("data", "subject", "to", "body"),
    [
        (
            "Subject: Báo cáo\nTo: Sở Y tế <a@b.vn>\n\nKính gửi",
            "Báo cáo",
            [Recipient("a@b.vn", "Sở Y tế")],
            "",
        ),
        ("\ufeffSubject: x\nTo: a@b.vn\n\nx", "x", [Recipient("a@b.vn")], "x"),
        ("To: a@b.vn\nTo: c@d.vn\n\nx", "", [Recipient("a@b.vn"), Recipient("c@d.vn")], "x"),
        ("To: undisclosed-recipients:;\n\nx", "", [], "x"),
        ("To: nhom: a@b.vn, c@d.vn;\n\nx", "", [Recipient("a@b.vn"), Recipient("c@d.vn")], "x"),
        ("Subject: =?x-la?b?AAAA?=\n\nx", "=?x-la?b?AAAA?=", [], "x"),
        ("Subject: x\nContent-Type: text/plain; charset=x-la\n\nab", "x", [], "ab"),
        ("Subject: x\nContent-Transfer-Encoding: base64\n\n!!!", "x", [], ""),
        ("Subject: =?utf-8?b?QsOhbyA=?=\n =?utf-8?b?Y8Ohbw==?=\n\nx", "Báo cáo", [], "x"),
        ("subject: x\nTO: a@b.vn\n\nx", "x", [Recipient("a@b.vn")], "x"),
    ],
)
def test_a_letter_that_another_program_saved_is_read(
    data: str, subject: str, to: list[Recipient], body: str
) -> None:
    found = read_letter(data.encode())
    assert (found.subject, list(found.to)) == (subject, to)
    assert body in found.body
