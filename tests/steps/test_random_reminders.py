"""200 random offices on two days: whatever became of yesterday's letters, today's drafts are what is owed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import SENDABLE, LetterState, LoggedLetter
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes, write
from khoagiao_xl.office.open_debts import open_debts
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import draft_reminders
from khoagiao_xl.steps.draft_reminders import Official
from tests.office.test_open_debts import day, random_sheets
from tests.steps.small_year import INDICATORS, SETTINGS

STATES = sorted(LetterState)


class RandomOffice:
    """An office whose sheets are random; each unit has an address. now: a day of the year."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder = folder
        sheets = random_sheets(seed)
        units = [replace(unit, email=f"{unit.code.lower()}@khoi.example") for unit in sheets["tblDonVi"]]
        settings = [{"key": key, "value": value} for key, value in SETTINGS.items()]
        tables = {**sheets, "tblDonVi": units, "tblChiTieu": INDICATORS, "tblCauHinh": settings}
        self.year = Year.of(tables, folder / "K.xlsm")
        first = self.dice.randrange(0, 120)
        self.now = datetime.combine(day(first), time(8))

    def remind(self) -> Changes:
        job = Job(self.now, Period.parse("2024-M01"), out=self.folder / "thu")
        changes = draft_reminders.work(self.year, job)
        write(changes, self, self.now)  # type: ignore[arg-type]  # of a book no more than `write` is used
        return changes

    def write(self, table: str, rows: Any) -> None:
        self.year = self.year.with_tables({table: rows})

    def roll_states(self) -> dict[str, str]:
        """Let anything become of every letter; return code -> state."""
        rolled = [replace(line, state=self.dice.choice(STATES)) for line in self.year.letters]
        self.write(schema.LETTERS.name, to_rows(rolled, schema.LETTERS))
        return self.states

    @property
    def states(self) -> dict[str, str]:
        return {line.code: line.state for line in self.year.letters}

    @property
    def owing(self) -> set[str]:
        return set(open_debts(self.year, self.now.date()))

    def lying(self, line: LoggedLetter) -> bool:
        return line.state in SENDABLE and (self.folder / line.file).is_file()


@pytest.fixture
def no_official_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write no Word file: it is another test's, and takes longer than all the rest."""
    monkeypatch.setattr(draft_reminders, "_official", lambda *_: Official())


@pytest.mark.parametrize("seed", range(200))
@pytest.mark.usefixtures("no_official_letter")
def test_the_drafts_are_what_is_owed_and_what_left_is_left_alone(tmp_path: Path, seed: int) -> None:
    office = RandomOffice(tmp_path, seed)
    office.remind()
    assert {line.unit for line in office.year.letters if office.lying(line)} == office.owing
    before = office.roll_states()
    office.now += timedelta(days=1)
    office.remind()
    drafts = [line.unit for line in office.year.letters if office.lying(line)]
    assert sorted(drafts) == sorted(office.owing)  # one each
    left = {code: state for code, state in before.items() if state not in SENDABLE}
    assert left.items() <= office.states.items()


@pytest.mark.parametrize("seed", range(0, 200, 10))
@pytest.mark.usefixtures("no_official_letter")
def test_on_one_day_no_letter_is_drafted_twice_whatever_became_of_it(tmp_path: Path, seed: int) -> None:
    office = RandomOffice(tmp_path, seed)
    office.remind()
    before = office.roll_states()
    changes = office.remind()
    assert (changes.files, changes.tables, office.states) == ((), {}, before)
