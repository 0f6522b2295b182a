"""Letters of the office that came back, in the inbox: no report of a unit; sheet «Thư» says so, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState, LoggedLetter
from khoagiao_xl.office.rows import to_rows
from tests.intake.sample_letters import outlook_report
from tests.mail.server_letters import CODE, ENCODED, OURS, SUBJECT, plain, standard
from tests.steps.paper_office import IN_TIME, PaperOffice

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome

SENT = LoggedLetter(
    CODE,
    LetterKind.REMINDER,
    unit="SYT",
    subject=SUBJECT,
    to="Đảng bộ Sở Y tế <b@khoi.example>",
    state=LetterState.SENT,
    sent=IN_TIME,
)


class BouncingOffice(PaperOffice):
    """An office that has sent one reminder."""

    def __post_init__(self) -> None:
        super().__post_init__()
        units = [{**row, "Email": f"{row['Mã']}@khoi.example".lower()} for row in self.year.raw(schema.UNITS)]
        self.write(schema.UNITS.name, units)
        self.log(SENT)

    def log(self, *letters: LoggedLetter) -> None:
        self.write(schema.LETTERS.name, to_rows(letters, schema.LETTERS))

    def put(self, data: bytes, name: str = "báo lỗi.eml") -> Path:
        path = self.inbox / name
        path.write_bytes(data)
        return self.arrive(path)

    def bounce(self, data: bytes) -> Outcome:
        self.put(data)
        return self.collect()

    @property
    def letter(self) -> LoggedLetter:
        (letter,) = self.year.letters
        return letter

    @property
    def verdicts(self) -> list[tuple[str, str]]:
        return [(row["verdict"], row["unit"]) for row in self.rows(schema.ARRIVALS)]


@pytest.fixture
def office(tmp_path: Path) -> BouncingOffice:
    return BouncingOffice(tmp_path)


def test_the_line_says_so_and_the_office_hears_whose_address_failed(office: BouncingOffice) -> None:
    outcome = office.bounce(standard())
    assert (office.letter.state, office.letter.sent, outcome.status) == ("bị trả về", IN_TIME, 1)
    assert office.letter.note.startswith("09:30 22/01/2024: không tới b@khoi.example (550 5.1.1")
    told = "Thư đôn đốc gửi SYT («Đôn đốc công tác khoa giáo») không tới b@khoi.example"
    assert outcome.details[-1].startswith(told)


def test_the_form_that_came_back_with_it_is_nobodys_report(office: BouncingOffice) -> None:
    form = office.receive("SYT", KG001="x")
    data = form.read_bytes()
    form.unlink()
    office.bounce(standard(form=data))
    assert office.verdicts == [("thư máy chủ báo", "")]
    assert office.states()["SYT"] == "chưa nộp"


def test_nobody_has_to_do_anything_about_the_letter_itself(office: BouncingOffice) -> None:
    outcome = office.bounce(standard())
    assert (outcome.counts["refused"], outcome.counts["open_files"]) == (0, 0)
    assert {row["severity"] for row in office.rows(schema.FINDINGS)} == {"ghi nhận"}


def test_what_a_person_chooses_afterwards_holds(office: BouncingOffice) -> None:
    office.bounce(standard())
    office.log(replace(office.letter, state=LetterState.SENT, note=""))
    outcome = office.collect()
    assert (office.letter.state, outcome.status) == ("đã gửi", 0)


def test_a_report_that_left_the_inbox_stays_a_report(office: BouncingOffice) -> None:
    office.bounce(standard())
    office.empty_the_inbox()
    office.collect()
    assert office.verdicts == [("thư máy chủ báo", "")]


def test_a_letter_of_which_one_address_works_is_not_back(office: BouncingOffice) -> None:
    office.log(replace(SENT, to="b@khoi.example; c@khoi.example"))
    outcome = office.bounce(standard())
    assert (office.letter.state, "các địa chỉ khác" in outcome.details[-1]) == ("đã gửi", True)
    office.put(standard(address="c@khoi.example"), "nữa.eml")
    office.collect()
    assert office.letter.state == "bị trả về"


def test_one_that_was_sent_by_another_program_is_known_by_subject_and_address(office: BouncingOffice) -> None:
    original = OURS.replace(CODE, "khac").replace("Viet chuyen", ENCODED)
    office.log(replace(SENT, state=LetterState.DRAFTED))
    office.bounce(standard(original))
    assert office.letter.state == "bị trả về"


def test_a_letter_that_nobody_knows_is_told_with_the_unit_of_the_address(office: BouncingOffice) -> None:
    outcome = office.bounce(standard("Subject: Thu khac\r\n", address="STP@khoi.example"))
    assert office.letter.state == "đã gửi"
    assert "không rõ là thư nào của sổ này. Địa chỉ ấy của: STP" in outcome.details[-1]


def test_an_unknown_address_is_told_as_such(office: BouncingOffice) -> None:
    outcome = office.bounce(standard("Subject: Thu khac\r\n", address="ai-do@khoi.example"))
    assert "chưa thấy ở trang «Đơn vị»" in outcome.details[-1]


def test_a_letter_that_is_late_is_not_back(office: BouncingOffice) -> None:
    outcome = office.bounce(standard(action="delayed"))
    assert (office.letter.state, "máy chủ còn thử lại" in outcome.details[-1]) == ("đã gửi", True)


@pytest.mark.parametrize("data", [standard(action="delivered"), standard(report="disposition-notification")])
def test_that_a_letter_was_delivered_or_read_asks_for_nothing(office: BouncingOffice, data: bytes) -> None:
    outcome = office.bounce(data)
    assert (office.letter, outcome.status, office.verdicts) == (SENT, 0, [("thư máy chủ báo", "")])


def test_a_report_without_an_address_is_about_all_to_whom_the_letter_went(office: BouncingOffice) -> None:
    office.bounce(plain(text=OURS))
    assert office.letter.state == "bị trả về"


def test_a_letter_to_the_recipients_list_is_mended_in_the_settings(office: BouncingOffice) -> None:
    office.log(replace(SENT, kind=LetterKind.REPORT, unit="", period="2024-M03"))
    outcome = office.bounce(standard())
    assert "Sửa địa chỉ ở trang «Cấu hình»" in outcome.details[-1]


def test_a_master_of_before_the_sheet_of_letters_takes_in_as_ever(office: BouncingOffice) -> None:
    year = office.year
    missing: dict[str, Any] = {schema.LETTERS.name: WrongRequest("MS-01")}
    pages = {name: page for name, page in year.pages.items() if name not in missing}
    office.year = replace(year, pages=pages, missing=missing)
    outcome = office.bounce(standard())
    assert "không rõ là thư nào" in outcome.details[-1]


# -- as Outlook saves one ---------------------------------------------------------------------------------


def saved_from_outlook(office: BouncingOffice, kind: str) -> Outcome:
    form = office.receive("SYT", KG001="x")
    data = form.read_bytes()
    form.unlink()
    body = "Delivery has failed to these recipients: b@khoi.example"
    office.put(outlook_report(kind, body, CODE, data), "báo lỗi.msg")
    return office.collect()


def test_a_report_saved_from_outlook_is_one_too(office: BouncingOffice) -> None:
    outcome = saved_from_outlook(office, "REPORT.IPM.Note.NDR")
    assert (office.letter.state, office.verdicts) == ("bị trả về", [("thư máy chủ báo", "")])
    assert "không tới b@khoi.example" in outcome.details[-1]


@pytest.mark.parametrize("kind", ["REPORT.IPM.Note.DR", "REPORT.IPM.Note.IPNRN"])
def test_one_that_says_delivered_or_read_asks_for_nothing(office: BouncingOffice, kind: str) -> None:
    outcome = saved_from_outlook(office, kind)
    assert (office.letter, outcome.status, office.verdicts) == (SENT, 0, [("thư máy chủ báo", "")])
