"""A person sends a draft and chooses «đã gửi»: the sheet says when that was seen, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.mail.sending_journal import SendingJournal
from khoagiao_xl.mail.sent_by_hand import with_letters, with_moments_of_sending
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState, LoggedLetter
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from tests.steps.small_year import small_year

SEEN = datetime(2024, 1, 22, 8)  # noqa: DTZ001
BEFORE, AFTER = datetime(2024, 1, 20, 9), datetime(2024, 1, 30, 9)  # noqa: DTZ001
LETTER = LoggedLetter("a" * 24, LetterKind.REMINDER, unit="B", drafted=BEFORE)


def year_with(folder: Path, letter: LoggedLetter, **facts: Any) -> Year:
    line = replace(letter, **facts)
    return small_year({}, folder / "KhoaGiao.xlsm", tblThu=[line])


def sent_at(year: Year) -> datetime | None:
    (letter,) = with_moments_of_sending(year, SEEN).letters
    return letter.sent


def test_the_moment_is_the_one_at_which_the_choice_is_first_seen(tmp_path: Path) -> None:
    year = year_with(tmp_path, LETTER, state="đã gửi")
    seen = with_moments_of_sending(year, SEEN)
    assert seen.letters[0].sent == SEEN
    assert with_moments_of_sending(seen, AFTER) is seen


@pytest.mark.parametrize("state", sorted(set(LetterState) - {LetterState.SENT}))
def test_no_other_state_gets_a_moment(tmp_path: Path, state: str) -> None:
    assert sent_at(year_with(tmp_path, LETTER, state=state)) is None


def test_a_moment_that_a_person_typed_stays(tmp_path: Path) -> None:
    assert sent_at(year_with(tmp_path, LETTER, state="đã gửi", sent=BEFORE)) == BEFORE


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (LetterState.REFUSED, SEEN),  # it was refused, and a person sent it by another program
        (LetterState.IN_OUTLOOK, SEEN),  # it lay among the drafts of Outlook, and a person sent it
        (LetterState.SENDING, BEFORE),  # nobody knew whether it had left, and it had
        (LetterState.SENT, BEFORE),
    ],
)
def test_the_moment_of_an_attempt_counts_where_the_letter_left_by_it(
    tmp_path: Path, outcome: LetterState, told: datetime
) -> None:
    year = year_with(tmp_path, LETTER, state="đã gửi", sent=BEFORE)
    journal = SendingJournal.of(year.storage)
    journal.end(journal.begin(LETTER, BEFORE), outcome)
    assert sent_at(year) == told


# -- what is written --------------------------------------------------------------------------------------


def test_whatever_action_comes_next_writes_the_moment(tmp_path: Path) -> None:
    read = year_with(tmp_path, LETTER, state="đã gửi")
    seen = with_moments_of_sending(read, SEEN)
    changes = with_letters(Changes(Outcome("x"), logs=True), read, seen)
    assert [row["Gửi lúc"] for row in changes.tables[schema.LETTERS.name]] == [SEEN]


def test_a_look_at_the_figures_writes_nothing(tmp_path: Path) -> None:
    read = year_with(tmp_path, LETTER, state="đã gửi")
    seen = with_moments_of_sending(read, SEEN)
    assert not with_letters(Changes(Outcome("x"), logs=False), read, seen).tables


def test_a_damaged_sheet_of_letters_stops_no_action(tmp_path: Path) -> None:
    year = year_with(tmp_path, LETTER, state="đã gửi")
    pages = {name: page for name, page in year.pages.items() if name != schema.LETTERS.name}
    from khoagiao_xl.errors import WrongRequest

    damaged = replace(year, pages=pages, missing={schema.LETTERS.name: WrongRequest("MS-01")})
    assert with_moments_of_sending(damaged, SEEN) is damaged
