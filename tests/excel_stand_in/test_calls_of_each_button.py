"""How many calls into Excel an action takes: as many for a year of rows as for a month."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program import still_screen
from khoagiao_xl.books.office_program.find_open import find_open
from khoagiao_xl.demo import lay_out_guidance
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from tests.books.test_calls_per_action import FEW, IN_TABLES, LAST, MANY, REPORTED, fill
from tests.excel_stand_in.office_desk import sit_down

pytestmark = pytest.mark.slow
MOST_CALLS = 6000  # of one action, storing included
YEARS_END = datetime(2025, 1, 22, 8)  # noqa: DTZ001  # the office's clock


def calls_of_each(master: Path, periods: list[str]) -> dict[str, int]:
    """Do the work of the last month beside the rows of these periods; return the calls of each action."""
    (master.parent / "hop-thu-den" / LAST).mkdir(parents=True)
    lay_out_guidance(master.parent)
    fill(master, periods)
    desk = sit_down(master)
    found = {}
    for action_id in IN_TABLES:
        before = desk.excel.calls.count
        code = LAST if action_id == "tiep_nhan" else REPORTED
        period = Period.parse(code) if ACTIONS[action_id].needs_period else None
        outcome = run_action(action_id, master, Job(YEARS_END, period), find_open(master))
        assert outcome.status < 2, outcome.sentence
        found[action_id] = desk.excel.calls.count - before
    desk.book.do_Close()
    return found


def test_no_action_asks_excel_more_for_a_year_of_rows_than_for_a_month(
    built_master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(still_screen, "BETWEEN", 1e9)  # how often progress is shown is a matter of time
    found = []
    for name, periods in {"it": FEW, "nhieu": MANY}.items():
        (tmp_path / name).mkdir()
        master = Path(shutil.copy(built_master, tmp_path / name))
        found.append(calls_of_each(master, periods))
    few, many = found
    assert few == many
    assert max(many.values()) < MOST_CALLS
