"""The journal of sending: what it knows is laid over the sheet, until the sheet has seen it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from khoagiao_xl.mail.sending_journal import SendingJournal, known_letters
from khoagiao_xl.model.mail_records import LetterState, LoggedLetter
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year

MOMENT = datetime(2024, 1, 22, 8)  # noqa: DTZ001
LETTER = LoggedLetter("a" * 24, "đôn đốc", "2024-M01", "B", subject="Số liệu", to="b@khoi.example", attachments=("B.xlsx",),
                      drafted=MOMENT, file="thu-nhap/B.eml", message_id="<a@khoagiao.invalid>")  # fmt: skip
LATER = MOMENT + timedelta(minutes=5)
ENDS = (LetterState.SENT, LetterState.REFUSED, LetterState.UNKNOWN, LetterState.IN_OUTLOOK)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "KhoaGiao.xlsm"


def journal(path: Path) -> SendingJournal:
    return SendingJournal.of(Storage(path))


def known(path: Path, *lines: LoggedLetter) -> list[LoggedLetter]:
    return list(known_letters(Year.of({"tblThu": lines}, path)))


def test_without_a_journal_the_sheet_is_all_that_is_known(path: Path) -> None:
    assert known(path, LETTER) == [LETTER]


def test_a_run_killed_in_the_middle_leaves_a_letter_unknown(path: Path) -> None:
    journal(path).begin(LETTER, MOMENT)
    assert known(path, LETTER) == [replace(LETTER, state=LetterState.UNKNOWN, sent=MOMENT)]


@pytest.mark.parametrize("state", ENDS)
def test_a_run_killed_before_the_sheet_was_stored_loses_no_outcome(path: Path, state: LetterState) -> None:
    attempt = journal(path).begin(LETTER, MOMENT)
    told = journal(path).end(attempt, state, "450 Thử lại sau")
    assert (
        known(path, LETTER) == [told] == [replace(LETTER, state=state, sent=MOMENT, note="450 Thử lại sau")]
    )


@pytest.mark.parametrize("chosen", [LetterState.REFUSED, LetterState.SENT, LetterState.DROPPED])
def test_what_a_person_chooses_after_that_holds(path: Path, chosen: LetterState) -> None:
    journal(path).begin(LETTER, MOMENT)
    (seen,) = known(path, LETTER)
    assert known(path, replace(seen, state=chosen)) == [replace(seen, state=chosen)]


def test_a_choice_for_one_attempt_is_none_for_the_next(path: Path) -> None:
    first = journal(path).begin(LETTER, MOMENT)
    refused = journal(path).end(first, LetterState.REFUSED)
    journal(path).begin(refused, MOMENT)  # a clock that stands still, or was put back
    assert known(path, refused)[0].state == LetterState.UNKNOWN


def test_a_letter_that_left_comes_back_into_an_older_sheet(path: Path) -> None:
    told = journal(path).end(journal(path).begin(LETTER, MOMENT), LetterState.SENT)
    assert known(path) == [told]


def test_a_letter_that_surely_did_not_leave_may_be_forgotten(path: Path) -> None:
    journal(path).end(journal(path).begin(LETTER, MOMENT), LetterState.REFUSED)
    assert known(path) == []


def test_a_persons_note_outlives_those_of_the_program(path: Path) -> None:
    noted = replace(LETTER, note="Gọi điện trước.")
    refused = journal(path).end(journal(path).begin(noted, MOMENT), LetterState.REFUSED, "450 Bận")
    assert refused.note == "Gọi điện trước.\n450 Bận"
    sent = journal(path).end(journal(path).begin(refused, LATER), LetterState.SENT)
    assert sent.note == "Gọi điện trước."


def test_every_prefix_of_the_journal_can_be_read_and_written_on(path: Path) -> None:
    begun = journal(path).begin(LETTER, MOMENT)
    journal(path).end(begun, LetterState.SENT)
    place = Storage(path).sending_journal
    whole = place.read_bytes()
    first = whole.index(b"\n", 1)
    for length in range(0, len(whole), 9):
        place.write_bytes(whole[:length])
        expected = LetterState.DRAFTED if length < first else LetterState.UNKNOWN
        if length < len(whole) - 1:  # but for the blank at its end the outcome is whole
            assert known(path, LETTER)[0].state == expected
        journal(path).end(begun, LetterState.SENT)
        assert known(path, LETTER)[0].state == LetterState.SENT
