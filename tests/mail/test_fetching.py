"""Letters out of a real mailbox: whole, once, and nothing there is other than before."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from imap_tools.imap_utf7 import utf7_encode

from khoagiao_xl.files import sha256_of
from khoagiao_xl.intake.inbox.list_inbox import list_inbox
from khoagiao_xl.mail import mailbox_fetching
from khoagiao_xl.mail.fetched_letters import FetchedLetters
from khoagiao_xl.mail.letter import Recipient
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from tests.intake.sample_forms import filled
from tests.intake.sample_letters import base64, multipart, winmail, zipped
from tests.mail.mailbox_server import CAME, FetchingOffice, breaking_line
from tests.mail.sending_office import letter as own_letter
from tests.mail.server_letters import CODE, standard

FORM = filled()
NFD = "ba\u0301o ca\u0301o.xlsx"
# How an attachment is named, and what the intake calls it.
ODD_NAMES = {
    "plain": (b'filename="bao cao.xlsx"', "bao cao.xlsx"),
    "RFC 2231": (b"filename*0*=UTF-8''b%C3%A1o%20; filename*1*=c%C3%A1o.xlsx", "báo cáo.xlsx"),
    "RFC 2047": (b'filename="=?UTF-8?B?YsOhbyBjw6FvLnhsc3g=?="', "báo cáo.xlsx"),
    "decomposed": (f'filename="{NFD}"'.encode(), "báo cáo.xlsx"),
    "quotes": (rb'filename="bao \"cao\".xlsx"', None),
    "newline": (b'filename="bao\r\n cao.xlsx"', "bao cao.xlsx"),
    "path": (b'filename="..\\..\\bao cao.xlsx"', "bao cao.xlsx"),
    "none": (b"", None),
}


def letter_with(
    *parts: tuple[bytes, bytes], number: int = 0, subject: str = "=?UTF-8?B?QsOhbyBjw6Fv?="
) -> bytes:
    head = f"From: don-vi-{number}@khoi.example\r\nSubject: {subject}\r\nDate: Wed, 10 Jan 2024 08:00:00 +0700\r\n"
    whole = multipart(*parts, head=f"{head}MIME-Version: 1.0\r\n".encode())
    return whole.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")  # as letters travel


def form_named(disposition: bytes, form: bytes = FORM) -> tuple[bytes, bytes]:
    head = b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment"
    return base64(form, head + (b"; " + disposition if disposition else b""))


def parts_of_every_kind(form: bytes = FORM) -> list[tuple[bytes, bytes]]:
    named = [form_named(disposition, form) for disposition, _ in ODD_NAMES.values()]
    archive = base64(zipped({"bao cao.xlsx": form}), b'Content-Type: application/zip; name="goi.zip"')
    tnef = base64(winmail("bao cao.xlsx", form), b"Content-Type: application/ms-tnef; name=winmail.dat")
    own_bounds = letter_with(named[0]).replace(b'"B"', b'"I"').replace(b"--B", b"--I")
    inner = (b"Content-Type: message/rfc822", own_bounds)
    return [*named, archive, tnef, inner]


def ninety_two() -> list[bytes]:
    parts = parts_of_every_kind()
    return [letter_with(parts[number % len(parts)], number=number) for number in range(92)]


def test_92_letters_come_whole_and_the_mailbox_is_as_it_was(fetching: FetchingOffice) -> None:
    letters = ninety_two()
    fetching.server.deliver(fetching.account, *letters[:50])
    fetching.server.deliver(fetching.account, *letters[50:], flags=r"\Seen")
    before = fetching.server.state(fetching.account)
    assert fetching.fetch().counts["letters"] == 92
    assert sorted(fetching.fetched) == sorted(letters)
    assert fetching.server.state(fetching.account) == before
    arrivals = list_inbox(fetching.inbox)
    assert len(arrivals) == 92
    assert {arrival.content.sha256 for arrival in arrivals if arrival.content} == {sha256_of(FORM)}
    # Of a letter within a letter the inner one says who wrote it: the forwarded ones name its writer.
    assert len({arrival.container.partition(" › ")[0] for arrival in arrivals}) == 92


@pytest.mark.parametrize(("disposition", "name"), [odd for odd in ODD_NAMES.values() if odd[1]], ids=str)
def test_a_fetched_letter_gives_its_attachment_by_its_name(
    fetching: FetchingOffice, disposition: bytes, name: str
) -> None:
    fetching.server.deliver(fetching.account, letter_with(form_named(disposition)))
    fetching.fetch()
    (arrival,) = list_inbox(fetching.inbox)
    assert (arrival.name, arrival.sender) == (name, "don-vi-0@khoi.example")


def test_a_second_look_brings_nothing(fetching: FetchingOffice) -> None:
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb", b"Subject: c\r\n\r\nd")
    assert fetching.fetch().counts["letters"] == 2
    second = fetching.fetch()
    assert (second.counts["letters"], second.counts["known"], len(fetching.fetched)) == (0, 2, 2)
    assert second.sentence.startswith("Không có thư mới")


def test_a_letter_that_a_person_moved_to_another_folder_is_not_fetched_again(
    fetching: FetchingOffice,
) -> None:
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb")
    fetching.fetch()
    (path,) = fetching.inbox.iterdir()
    (fetching.inbox / "da-xem").mkdir()
    path.rename(fetching.inbox / "da-xem" / "doi-ten.eml")
    assert fetching.fetch().counts["letters"] == 0


def test_a_mailbox_that_is_numbered_anew_brings_only_what_is_new(fetching: FetchingOffice) -> None:
    fetching.settings["imap_thu_muc"] = "Đơn vị"
    folder = f'"{utf7_encode("Đơn vị").decode()}"'
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb", folder=folder)
    fetching.fetch()
    fetching.server.remove(fetching.account, folder)
    later = CAME + timedelta(hours=1)
    fetching.server.deliver(
        fetching.account, b"Subject: a\r\n\r\nb", b"Subject: c\r\n\r\nd", folder=folder, came=later
    )
    assert fetching.fetch().counts["letters"] == 1
    assert len(fetching.fetched) == 2


def test_what_came_before_the_period_stays_there(fetching: FetchingOffice) -> None:
    before, first = CAME - timedelta(days=10), CAME - timedelta(days=9)
    fetching.server.deliver(fetching.account, b"Subject: before\r\n\r\n", came=before)
    fetching.server.deliver(fetching.account, b"Subject: first day\r\n\r\n", came=first)
    assert "từ ngày 01/01/2024" in fetching.fetch().sentence
    assert fetching.fetched == [b"Subject: first day\r\n\r\n"]


def test_a_letter_that_is_too_large_is_told_each_time_and_stays_there(fetching: FetchingOffice) -> None:
    fetching.settings["gioi_han_mb"] = "0,01"
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\n" + b"x" * 20_000)
    for _ in range(2):
        outcome = fetching.fetch()
        assert outcome.status == 1
        assert "lớn hơn gioi_han_mb" in outcome.details[0]
    assert not fetching.fetched


def test_more_letters_than_one_run_fetches_come_with_the_next(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox_fetching, "MOST_LETTERS", 2)
    fetching.server.deliver(fetching.account, *(f"Subject: {at}\r\n\r\n".encode() for at in range(3)))
    first = fetching.fetch()
    assert (first.counts["letters"], first.counts["left"], first.status) == (2, 1, 1)
    assert first.details[0].startswith("Còn 1 thư")
    assert fetching.fetch().counts["letters"] == 1


def test_what_the_office_wrote_itself_is_no_arrival(fetching: FetchingOffice) -> None:
    own = own_letter("A", to=(Recipient(fetching.account),))
    data = eml_bytes(own, fetching.account, datetime(2024, 1, 10, 8))  # noqa: DTZ001
    copy = data.replace(b"@khoagiao.invalid", b".xem-truoc@khoagiao.invalid")
    fetching.letters = [LoggedLetter(own.code, LetterKind.REMINDER, message_id=own.message_id)]
    fetching.server.deliver(fetching.account, data, copy)
    outcome = fetching.fetch()
    assert (outcome.counts["own"], outcome.counts["letters"], outcome.status) == (2, 0, 0)


def test_a_letter_without_a_day_came_when_the_server_took_it_in(fetching: FetchingOffice) -> None:
    fetching.server.deliver(fetching.account, b"Subject: a\r\n" + multipart(form_named(b'filename="a.xlsx"')))
    fetching.fetch()
    (arrival,) = list_inbox(fetching.inbox)
    assert arrival.received_at == datetime(2024, 1, 10, 8)  # noqa: DTZ001


def test_a_letter_that_the_server_no_longer_has_is_told(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    from khoagiao_xl.mail.mailbox_connection import OpenMailbox

    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb")
    real = OpenMailbox.listed
    gone = lambda self, uids: [replace(one, uid=one.uid + 99) for one in real(self, uids)]  # noqa: E731
    monkeypatch.setattr(OpenMailbox, "listed", gone)
    assert fetching.fetch().details[0].startswith("Máy chủ không đưa ra thư")
    monkeypatch.undo()


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_run_that_is_killed_loses_nothing_and_fetches_nothing_twice(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    letters = [f"Subject: {at}\r\n\r\n".encode() for at in range(5)]
    fetching.server.deliver(fetching.account, *letters)
    child = os.fork()
    if child == 0:
        die_at_the_third(monkeypatch, moment)
        fetching.decide()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9
    assert len(fetching.fetched) == 3
    fetching.fetch()
    assert sorted(fetching.fetched) == letters


def die_at_the_third(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """End the process at once, before or after the third letter is written down."""
    real = FetchedLetters.add
    added: list[str] = []

    def add(self: FetchedLetters, *facts: object) -> None:
        added.append("")
        if len(added) == 3 and moment == "before":
            os._exit(9)
        real(self, *facts)  # type: ignore[arg-type]
        if len(added) == 3:
            os._exit(9)

    monkeypatch.setattr(FetchedLetters, "add", add)


def test_a_torn_line_of_what_was_fetched_costs_nothing(fetching: FetchingOffice) -> None:
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb")
    fetching.fetch()
    memory: Path = fetching.year.storage.fetched_letters
    memory.write_bytes(memory.read_bytes()[:-20])
    fetching.fetch()
    assert len(fetching.fetched) == 1
    assert fetching.fetch().counts["known"] == 1


@pytest.mark.parametrize("is_silent", [False, True])
def test_a_line_that_breaks_in_the_middle_keeps_what_came(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch, is_silent: bool
) -> None:
    monkeypatch.setattr("khoagiao_xl.steps.fetch_mail.PATIENCE", 2.0)
    letters = [f"Subject: {at}\r\n\r\n".encode() + b"x" * 30_000 for at in range(10)]
    fetching.server.deliver(fetching.account, *letters)
    with breaking_line(fetching.server.tls, 150_000, is_silent=is_silent) as port:
        fetching.settings["imap_cong"] = str(port)
        outcome = fetching.fetch()
    told = "không trả lời trong 2 giây" if is_silent else "ngắt kết nối giữa chừng"
    assert told in outcome.details[0]
    assert 0 < outcome.counts["letters"] == 10 - outcome.counts["left"] < 10
    fetching.settings["imap_cong"] = str(fetching.server.tls)
    fetching.fetch()
    assert sorted(fetching.fetched) == letters


# -- letters of the office that came back -----------------------------------------------------------------


def test_a_letter_that_came_back_is_told_at_once_and_its_line_says_so(fetching: FetchingOffice) -> None:
    fetching.letters = [
        LoggedLetter(CODE, LetterKind.REMINDER, unit="B", to="b@khoi.example", state="đã gửi")
    ]
    fetching.server.deliver(fetching.account, standard())
    changes = fetching.decide()
    assert changes.outcome.status == 1
    assert "Thư đôn đốc gửi B" in changes.outcome.details[0]
    assert [row["Trạng thái"] for row in changes.tables["tblThu"]] == ["bị trả về"]
    assert len(fetching.fetched) == 1  # it lies in the inbox too, where it is no report of anybody


# -- a look before ----------------------------------------------------------------------------------------


def test_a_dry_run_lists_what_would_come_and_writes_nothing(fetching: FetchingOffice) -> None:
    fetching.server.deliver(fetching.account, *ninety_two()[:2])
    before = fetching.server.state(fetching.account)
    outcome = fetching.look()
    assert outcome.counts["letters"] == 2
    assert outcome.details[0].startswith("1. 08:00 10/01/2024 | don-vi-0@khoi.example | Báo cáo | ")
    assert (list(fetching.folder.iterdir()), fetching.server.state(fetching.account)) == ([], before)
    assert fetching.fetch().counts["letters"] == 2
    assert fetching.look().counts == {"letters": 0, "known": 2, "own": 0, "left": 0}


def test_a_dry_run_says_which_letter_would_stay_for_its_size(fetching: FetchingOffice) -> None:
    fetching.settings["gioi_han_mb"] = "1"
    letter = letter_with((b"Content-Type: text/plain", b"x" * 1_200_000), subject="")
    fetching.server.deliver(fetching.account, letter)
    outcome = fetching.look()
    assert (outcome.status, outcome.counts["letters"]) == (1, 0)
    assert "(không có tiêu đề) | 1,1 MB | lớn quá, không lấy" in outcome.details[0]


def test_a_dry_run_passes_over_the_offices_own_letters(fetching: FetchingOffice) -> None:
    mine = own_letter("B")
    fetching.letters = [LoggedLetter(mine.code, LetterKind.REMINDER, message_id=mine.message_id)]
    fetching.server.deliver(fetching.account, eml_bytes(mine, "ban@tinh.example", datetime(2024, 1, 10)))  # noqa: DTZ001
    outcome = fetching.look()
    assert (outcome.counts["own"], outcome.details) == (1, ())


# -- several periods --------------------------------------------------------------------------------------


def test_a_letter_comes_into_the_inbox_of_one_period_and_the_other_hears_of_it(
    fetching: FetchingOffice,
) -> None:
    fetching.server.deliver(fetching.account, *ninety_two()[:2])
    fetching.fetch()
    outcome = fetching.fetch("2024-Q1")
    assert (outcome.counts["letters"], outcome.counts["known"], outcome.status) == (0, 2, 0)
    assert outcome.details[0].startswith(
        "2 thư đến từ ngày 01/01/2024 đã nằm ở hộp thư đến của kỳ khác (2024-M01)"
    )


def test_periods_that_end_otherwise_are_not_spoken_of(fetching: FetchingOffice) -> None:
    fetching.server.deliver(fetching.account, *ninety_two()[:2])
    fetching.fetch()
    assert fetching.fetch("2024-M02").details == ()
