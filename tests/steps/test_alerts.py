"""Alerts to the leadership: a quick form taken in is one draft among the others, and a line of sheet «Thư»."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import timedelta
from email import policy
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import OLDER
from khoagiao_xl.forms.quick_layout import CORRECTION
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.office.rows import to_rows
from tests.steps.paper_office import IN_TIME
from tests.steps.quick_office import COUNTED, TEXT, TOLD, QuickOffice

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from khoagiao_xl.model.mail_records import LoggedLetter

MENDED = replace(TOLD, kind=CORRECTION, level="đặc biệt")
OTHER = replace(TOLD, day="14/03/2024", text="Dư luận ở tổ dân phố số 3 về việc thu hồi đất làm đường")
LATER = IN_TIME + timedelta(days=1)
EDITED = b"To: thuong-truc@khoi.example\r\nSubject: Viet lai\r\n\r\nLoi cua nguoi.\r\n"


class AlertingOffice(QuickOffice):
    """An office whose leadership has an address."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.set("co_quan", "Đảng bộ khối")
        self.set("email_lanh_dao", "btv@khoi.example; btg@khoi.example")

    def set(self, key: str, value: str) -> None:
        rows = [row for row in self.rows(schema.SETTINGS) if row["key"] != key]
        typed = [*rows, {"key": key, "value": value}]
        self.write(schema.SETTINGS.name, to_rows(typed, schema.SETTINGS))

    def word(self, subject: str, text: str) -> None:
        """Let the office have words of its own for its alerts."""
        row = {"kind": LetterKind.ALERT, "subject": subject, "text": text}
        self.write(schema.LETTER_WORDS.name, to_rows([row], schema.LETTER_WORDS))

    @property
    def lying(self) -> list[Path]:
        """The drafts, those put aside left out."""
        return [path for path in self.drafts() if OLDER not in path.parts]

    @property
    def mail(self) -> EmailMessage:
        """The one draft."""
        (draft,) = self.lying
        return email.message_from_bytes(draft.read_bytes(), policy=policy.default)

    @property
    def letters(self) -> tuple[LoggedLetter, ...]:
        return self.year.letters

    @property
    def letter_states(self) -> list[str]:
        return [letter.state for letter in self.letters]


@pytest.fixture
def office(tmp_path: Path) -> AlertingOffice:
    return AlertingOffice(tmp_path, COUNTED)


def test_a_quick_form_is_a_draft_to_the_leadership_and_a_line_of_the_sheet(office: AlertingOffice) -> None:
    office.send()
    outcome = office.collect()
    assert (office.mail["X-Unsent"], office.mail["To"]) == ("1", "btv@khoi.example, btg@khoi.example")
    assert TEXT in office.mail.get_content()
    assert (outcome.status, outcome.paths[-1:]) == (0, tuple(office.lying))
    (letter,) = office.letters
    assert (letter.kind, letter.state, letter.file) == (
        "tin nhanh",
        "đã soạn",
        "thu-nhap/2024-M03/VD001_tin-nhanh.eml",
    )
    assert letter.message_id == office.mail["Message-ID"]


def test_what_a_unit_left_blank_is_called_by_its_name_in_the_subject(office: AlertingOffice) -> None:
    office.send(told=replace(TOLD, level=None, field=None))
    office.collect()
    assert office.mail["Subject"].startswith("Tin nhanh (chưa ghi mức độ): chưa ghi lĩnh vực")
    assert "Mức độ: chưa ghi\n" in office.mail.get_content().replace("\r\n", "\n")


def test_it_says_that_nobody_has_verified_it(office: AlertingOffice) -> None:
    office.word("{{ loai_tin }}", "{{ mo_dau }}")  # what must be told has no place there
    office.send()
    told = "\n".join(office.collect().details)
    assert "chưa xác minh. Tệp gốc: «Tin-nhanh_SYT.xlsx»" in office.mail.get_content()
    assert "VD001" in office.mail.get_content()
    assert "không có thẻ {{ noi_dung }}" in told


def test_the_same_inbox_again_drafts_nothing(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    before = office.mail.as_bytes(), office.letters
    office.collect()
    assert (office.mail.as_bytes(), office.letters) == before


def test_a_run_that_was_killed_before_the_sheet_was_stored_drafts_once(office: AlertingOffice) -> None:
    office.send()
    before = office.year
    office.collect()
    office.year = before
    outcome = office.collect()
    assert (len(office.lying), office.letter_states) == (1, ["đã soạn"])
    assert "Đã soạn 1 thư nháp" in outcome.sentence


def test_two_issues_of_one_unit_are_two_letters(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    office.send(name="khác.xlsx", told=OTHER)
    office.collect()
    assert [path.name for path in office.lying] == ["VD001_tin-nhanh.eml", "VD002_tin-nhanh.eml"]
    assert office.letter_states == ["đã soạn", "đã soạn"]


def test_a_correction_takes_the_place_of_the_draft_before_it(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    office.send(name="sửa.xlsx", at=LATER, told=MENDED)
    office.collect()
    assert office.mail["Subject"].startswith("Tin nhanh, sửa (đặc biệt): Xã hội")
    assert "Mức «bức xúc» → «đặc biệt»" in office.mail.get_content()
    assert office.letter_states == ["thôi gửi", "đã soạn"]


def test_a_draft_that_a_person_edited_stays_and_the_correction_lies_beside_it(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    (draft,) = office.lying
    draft.write_bytes(EDITED)
    office.send(name="sửa.xlsx", at=LATER, told=MENDED)
    outcome = office.collect()
    assert (draft.read_bytes(), len(office.lying)) == (EDITED, 2)
    assert "Xem cả hai, gửi một" in outcome.details[-1]


def test_a_notice_and_its_correction_that_came_at_once_are_one_letter(office: AlertingOffice) -> None:
    office.send()
    office.send(name="sửa.xlsx", at=LATER, told=MENDED)
    office.collect()
    assert office.mail["Subject"].startswith("Tin nhanh (đặc biệt)")  # nobody has heard of it before


def test_the_draft_about_an_issue_that_a_person_took_out_is_put_aside(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    office.write(schema.ISSUES.name, [])
    outcome = office.collect()
    assert (office.lying, office.letter_states) == ([], ["thôi gửi"])
    assert "không còn đúng nữa" in outcome.details[0]


def test_an_alert_that_left_is_not_touched(office: AlertingOffice) -> None:
    office.send()
    office.collect()
    sent = [replace(letter, state=LetterState.SENT) for letter in office.letters]
    office.write(schema.LETTERS.name, to_rows(sent, schema.LETTERS))
    office.send(name="sửa.xlsx", at=LATER, told=MENDED)
    office.collect()
    assert office.letter_states == ["đã gửi", "đã soạn"]


# -- the office's words, and its addresses ----------------------------------------------------------------


def test_the_words_are_those_of_the_sheet(office: AlertingOffice) -> None:
    office.word("[{{ muc_do }}] {{ don_vi }}", "Báo cáo Thường trực: {{ noi_dung }} ({{ ma_tin }})")
    office.send()
    office.collect()
    assert office.mail["Subject"] == "[bức xúc] Đơn vị SYT"
    assert office.mail.get_content().startswith("Báo cáo Thường trực: Mức độ: bức xúc")


def test_faulty_words_keep_no_alert_waiting(office: AlertingOffice) -> None:
    office.word("{{ khong_co }}", "")
    office.send()
    outcome = office.collect()
    assert office.mail["Subject"].startswith("Tin nhanh (bức xúc)")
    assert "lời có sẵn của chương trình vì mẫu thư còn lỗi: Mẫu thư ở dòng" in outcome.details[-1]


def test_words_that_bear_a_mark_leave_no_draft(office: AlertingOffice) -> None:
    office.word("TỐI MẬT", "{{ noi_dung }} {{ ma_tin }}")
    office.send()
    outcome = office.collect()
    assert (office.lying, office.letters, outcome.status) == ([], (), 1)
    assert "Không soạn thư tin nhanh gửi btv@khoi.example" in outcome.details[-1]
    assert office.issues  # it was taken in all the same


def test_without_an_address_the_draft_is_made_and_somebody_is_told(office: AlertingOffice) -> None:
    office.set("email_lanh_dao", "")
    office.send()
    outcome = office.collect()
    assert (office.mail["To"], outcome.status) == (None, 1)
    assert "email_lanh_dao" in outcome.details[-1]


def test_a_faulty_address_of_the_leadership_is_told_as_what_it_is(office: AlertingOffice) -> None:
    office.set("email_lanh_dao", "btv@khoi.example; btg")
    office.send()
    outcome = office.collect()
    assert office.mail["To"] == "btv@khoi.example"
    assert "«email_lanh_dao» ở trang «Cấu hình»: «btg»" in outcome.details[-1]


def test_a_letter_without_an_address_is_told_as_such(office: AlertingOffice) -> None:
    office.set("email_lanh_dao", "")
    office.send()
    office.collect()
    office.lying[0].write_bytes(EDITED)
    office.send(name="sửa.xlsx", at=LATER, told=MENDED)
    assert "Thư tin nhanh gửi (chưa có địa chỉ)" in office.collect().details[-1]


def test_a_master_of_before_the_sheet_of_letters_gets_the_draft_alone(office: AlertingOffice) -> None:
    year = office.year
    missing: dict[str, Any] = {schema.LETTERS.name: WrongRequest("MS-01")}
    pages = {name: page for name, page in year.pages.items() if name not in missing}
    office.year = replace(year, pages=pages, missing=missing)
    office.send()
    office.collect()
    assert len(office.lying) == 1
