"""Drafts that go into Outlook, on a stand-in of it: each once, none sent, and what is said where it takes none."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail import outlook_drafts, outlook_program
from khoagiao_xl.model.results import Job
from khoagiao_xl.steps import send_mail
from tests.mail import outlook_stand_in as windows
from tests.mail.outlook_stand_in import Outlook, com_error
from tests.mail.sending_office import NOW, SendingOffice, letter, workbook

IN_OUTLOOK = {"A": "trong Outlook", "B": "trong Outlook", "C": "trong Outlook"}
WAITING = {"A": "đã soạn", "B": "đã soạn", "C": "đã soạn"}
SUBJECTS = ["Đôn đốc A", "Đôn đốc B", "Đôn đốc C"]


@pytest.fixture
def preferences() -> dict[str, int]:
    return {}


@pytest.fixture
def outlook(monkeypatch: pytest.MonkeyPatch, preferences: dict[str, int]) -> Outlook:
    """A machine with classic Outlook, which is never waited for."""
    program = Outlook()
    for name, package in program.packages(preferences).items():
        monkeypatch.setitem(sys.modules, name, package)
    monkeypatch.setattr(outlook_program, "PAUSES", (0, 0, 0))
    return program


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SendingOffice:
    """An office whose way out is Outlook, with three drafts that wait and no mail server."""
    passing = tmp_path / "tam"
    passing.mkdir()
    inside = partial(TemporaryDirectory, dir=passing)
    monkeypatch.setattr(outlook_drafts, "TemporaryDirectory", inside)
    office = SendingOffice(tmp_path, settings={"cach_gui_thu": "Outlook", "smtp_may_chu": ""})
    office.drafts(letter("A"), letter("B"), letter("C"))
    return office


# -- what goes there --------------------------------------------------------------------------------------


def test_every_draft_that_waits_goes_among_outlooks_drafts(office: SendingOffice, outlook: Outlook) -> None:
    outcome = office.decide().outcome
    assert outlook.subjects == SUBJECTS
    assert outcome.status == 0
    assert outcome.sentence.startswith("3 trong 3 thư nằm ở mục Thư nháp (Drafts) của Outlook")
    assert outcome.sentence.endswith("Chương trình không gửi thư nào.")


def test_the_sheet_says_that_they_are_in_outlook(office: SendingOffice, outlook: Outlook) -> None:
    office.send()
    assert office.states == IN_OUTLOOK
    assert {office.draft(unit).parent.name for unit in "ABC"} == {"trong-outlook"}


def test_a_draft_goes_as_it_lies_there(office: SendingOffice, outlook: Outlook) -> None:
    office.change_draft("B", b"To: b@khoi.example", b"To: van-thu@khoi.example\r\nCc: tren@khoi.example")
    office.send()
    item = outlook.folders[windows.DRAFTS][1]
    assert [(kept.name, kept.Type) for kept in item.Recipients.kept] == [
        ("van-thu@khoi.example", 1),
        ("tren@khoi.example", 2),
    ]
    assert (item.BodyFormat, item.Body) == (1, "Kính gửi đơn vị.\r\n.Dòng có chấm ở đầu.\r\n")


def test_attachments_go_whole_and_nothing_of_them_stays_behind(
    office: SendingOffice, outlook: Outlook, tmp_path: Path
) -> None:
    office.drafts(letter("D", attachments=(workbook("Biểu.txt", b"mot"), workbook("khac.txt", b"hai"))))
    office.send()
    item = outlook.folders[windows.DRAFTS][3]
    assert item.Attachments.kept == {"Bieu.txt": b"mot", "khac.txt": b"hai"}
    assert list((tmp_path / "tam").iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (b"Van phong <a@khoi.example>", "Van phong <a@khoi.example>"),
        (b'"Van phong; Mot cua" <a@khoi.example>', "a@khoi.example"),
    ],
)
def test_a_name_that_outlook_would_part_is_left_out(
    typed: bytes, shown: str, office: SendingOffice, outlook: Outlook
) -> None:
    office.change_draft("A", b"To: a@khoi.example", b"To: " + typed)
    office.send()
    (recipient,) = outlook.folders[windows.DRAFTS][0].Recipients.kept
    assert recipient.name == shown


def test_a_draft_that_a_mail_program_made_a_page_of_stays_a_page(
    office: SendingOffice, outlook: Outlook
) -> None:
    office.draft("A").write_bytes(PAGE)
    office.send()
    item = outlook.folders[windows.DRAFTS][0]
    assert (item.HTMLBody.strip(), item.Body) == ("<p>Xin <b>gửi</b></p>", "")


def test_one_letter_is_shown_and_many_are_not(office: SendingOffice, outlook: Outlook) -> None:
    office.choose("A", "thôi gửi")
    office.send()
    assert outlook.shown == []
    office.drafts(letter("D"))
    office.send()
    assert outlook.shown == ["Đôn đốc D"]


def test_a_letter_that_outlook_does_not_show_is_there_all_the_same(
    office: SendingOffice, outlook: Outlook
) -> None:
    office.lines = office.lines[:1]
    outlook.troubles["Display"] = [com_error(windows.FAILED)]
    office.send()
    assert (office.states, outlook.subjects) == ({"A": "trong Outlook"}, ["Đôn đốc A"])


def test_nothing_of_com_is_left_open(office: SendingOffice, outlook: Outlook) -> None:
    office.send()
    assert outlook.threads == 0


# -- once -------------------------------------------------------------------------------------------------


def test_no_second_draft_is_made(office: SendingOffice, outlook: Outlook) -> None:
    office.send()
    assert office.send().sentence == "Không có thư nào chờ gửi."
    assert outlook.subjects == SUBJECTS


def test_no_second_draft_is_made_where_the_sheet_was_not_stored(
    office: SendingOffice, outlook: Outlook
) -> None:
    office.decide()
    office.send()
    assert (outlook.subjects, office.states) == (SUBJECTS, IN_OUTLOOK)


def test_a_run_killed_behind_save_makes_no_second_draft(office: SendingOffice, outlook: Outlook) -> None:
    outlook.troubles["after Save"] = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        office.decide()
    office.send()
    assert (outlook.subjects, office.states) == (SUBJECTS, IN_OUTLOOK)


def test_a_letter_that_was_sent_from_outlook_is_told_as_sent(office: SendingOffice, outlook: Outlook) -> None:
    office.send()
    outlook.send("Đôn đốc B")
    office.choose("B", "chưa gửi")
    outcome = office.send()
    assert outcome.details[-1].startswith("1 thư đã có ở mục Thư đã gửi (Sent Items)")
    assert (office.states["B"], outlook.subjects) == ("đã gửi", ["Đôn đốc A", "Đôn đốc C"])


# -- an outlook that is busy, or refuses ------------------------------------------------------------------


@pytest.mark.parametrize("number", [windows.CALL_REJECTED, windows.RETRY_LATER])
@pytest.mark.parametrize("moment", ["Dispatch", "CreateItem", "Save"])
def test_an_outlook_that_is_busy_is_asked_again(
    moment: str, number: int, office: SendingOffice, outlook: Outlook
) -> None:
    outlook.troubles[moment] = [com_error(number), com_error(number)]
    assert office.send().status == 0
    assert (outlook.subjects, office.states) == (SUBJECTS, IN_OUTLOOK)


def test_an_outlook_that_stays_busy_is_left_alone(office: SendingOffice, outlook: Outlook) -> None:
    outlook.only = "B"
    outlook.troubles["Save"] = [com_error(windows.RETRY_LATER) for _ in range(9)]
    outcome = office.send()
    assert outcome.details[0] == (
        "Dừng lại: Outlook đang bận: đóng hộp thoại đang mở trong Outlook rồi làm lại. "
        "Còn 2 thư chưa đưa vào Outlook."
    )
    assert office.states == {**WAITING, "A": "trong Outlook"}


def test_an_outlook_that_is_closed_stops_the_rest(office: SendingOffice, outlook: Outlook) -> None:
    outlook.only = "B"
    outlook.troubles["Save"] = [com_error(windows.SERVER_GONE)]
    outcome = office.send()
    assert outcome.details[0].startswith("Dừng lại: Outlook đã đóng giữa chừng.")
    assert office.states == {**WAITING, "A": "trong Outlook"}


def test_a_letter_that_outlook_refuses_stops_no_other(office: SendingOffice, outlook: Outlook) -> None:
    outlook.only = "B"
    outlook.troubles["Save"] = [com_error(windows.FAILED, "Exception occurred.", "Hộp thư đã đầy.")]
    outcome = office.send()
    assert "Outlook không nhận thư này (Hộp thư đã đầy.)" in outcome.details[0]
    assert (outcome.status, outlook.subjects) == (1, ["Đôn đốc A", "Đôn đốc C"])
    assert office.states == {**IN_OUTLOOK, "B": "chưa gửi"}


def test_a_refused_letter_goes_the_next_time(office: SendingOffice, outlook: Outlook) -> None:
    outlook.troubles["Save"] = [com_error(windows.FAILED)]
    office.send()
    office.send()
    assert (sorted(outlook.subjects), office.states) == (SUBJECTS, IN_OUTLOOK)


def test_a_draft_that_may_not_leave_does_not_go_there_either(office: SendingOffice, outlook: Outlook) -> None:
    office.change_draft("B", b"To: b@khoi.example", b"Bcc: b@khoi.example")
    outcome = office.send()
    assert "người nhận ẩn" in outcome.details[0]
    assert outlook.subjects == ["Đôn đốc A", "Đôn đốc C"]


# -- no outlook of use ------------------------------------------------------------------------------------


@pytest.mark.parametrize("preferences", [{"UseNewOutlook": 1}])
def test_where_the_new_outlook_is_in_use_the_drafts_stay_files(
    office: SendingOffice, outlook: Outlook
) -> None:
    outcome = office.send()
    assert outcome.sentence.startswith("Máy này đang dùng Outlook mới")
    assert "mở thư mục «thu-nhap», gửi từng thư (3 thư đang chờ)" in outcome.sentence
    assert (outcome.status, outlook.subjects, office.states) == (1, [], WAITING)


@pytest.mark.parametrize("preferences", [{"UseNewOutlook": 0}, {"Khac": 1}])
def test_who_went_back_to_classic_outlook_has_it(office: SendingOffice, outlook: Outlook) -> None:
    office.send()
    assert outlook.subjects == SUBJECTS


@pytest.mark.parametrize("number", [windows.NOT_REGISTERED, windows.NO_SUCH_CLASS])
def test_where_outlook_is_absent_the_drafts_stay_files(
    number: int, office: SendingOffice, outlook: Outlook
) -> None:
    outlook.troubles["Dispatch"] = [com_error(number)]
    outcome = office.send()
    assert outcome.sentence.startswith("Máy này không có Outlook cổ điển; Outlook mới không nhận")
    assert (office.states, outlook.threads) == (WAITING, 0)


def test_an_outlook_that_does_not_start_is_said(office: SendingOffice, outlook: Outlook) -> None:
    outlook.troubles["Dispatch"] = [com_error(windows.NOT_STARTED, "Server execution failed")]
    assert office.send().sentence.startswith("Không mở được Outlook (Server execution failed).")


def test_an_outlook_that_is_busy_from_the_first_is_said(office: SendingOffice, outlook: Outlook) -> None:
    outlook.troubles["Dispatch"] = [com_error(windows.CALL_REJECTED) for _ in range(9)]
    assert office.send().sentence.startswith("Outlook đang bận")
    assert office.states == WAITING


def test_a_machine_without_windows_has_no_outlook(
    office: SendingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pythoncom", None)
    outcome = office.send()
    assert outcome.sentence.startswith("Máy này không có Outlook cổ điển (chỉ có trên Windows).")
    assert office.states == WAITING


# -- what is asked for besides ----------------------------------------------------------------------------


def test_copies_to_the_office_are_no_matter_of_outlook(office: SendingOffice, outlook: Outlook) -> None:
    with pytest.raises(WrongRequest, match="không gửi bản xem trước"):
        office.decide(to_office=True)
    assert outlook.subjects == []


def test_trying_it_out_lists_the_letters_and_opens_no_outlook(
    office: SendingOffice, outlook: Outlook
) -> None:
    outcome = send_mail.try_out(office.year, Job(NOW))
    assert outcome.sentence.startswith("Sẽ đưa 3 thư vào mục Thư nháp (Drafts) của Outlook")
    assert len(outcome.details) == 3
    assert outlook.subjects == []


def test_progress_names_what_is_done(office: SendingOffice, outlook: Outlook) -> None:
    told: list[tuple[str, int, int]] = []
    office.decide(progress=lambda what, done, count: told.append((what, done, count)))
    assert told[-1] == ("Đưa thư vào Outlook", 3, 3)


PAGE = """\
From: vp@ban.example
To: a@khoi.example
Subject: Trang
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<p>Xin <b>gửi</b></p>
""".encode()


# -- another mailbox than the usual one -------------------------------------------------------------------


def test_drafts_go_into_the_mailbox_of_the_account_that_the_office_names(
    office: SendingOffice, outlook: Outlook
) -> None:
    outlook.with_account("rieng@khoi.example")
    account = outlook.with_account("Ban@Khoi.example")
    office.settings["outlook_hop_thu"] = "ban@khoi.example"
    office.send()
    drafts = account.folders[windows.DRAFTS]
    assert ([item.sender for item in drafts], outlook.subjects) == ([account] * 3, [])
    assert office.states == IN_OUTLOOK


def test_there_too_no_second_draft_is_made(office: SendingOffice, outlook: Outlook) -> None:
    account = outlook.with_account("ban@khoi.example")
    office.settings["outlook_hop_thu"] = "ban@khoi.example"
    office.decide()  # and the sheet is not stored
    office.send()
    assert len(account.folders[windows.DRAFTS]) == 3


def test_an_account_that_outlook_does_not_have_is_said_and_the_drafts_stay_files(
    office: SendingOffice, outlook: Outlook
) -> None:
    outlook.with_account("rieng@khoi.example")
    office.settings["outlook_hop_thu"] = "ban@khoi.example"
    outcome = office.send()
    assert outcome.sentence.startswith("Outlook không có hộp thư «ban@khoi.example»")
    assert "Các hộp thư đang có: rieng@khoi.example" in outcome.sentence
    assert outlook.subjects == []
