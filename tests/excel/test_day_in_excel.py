"""The office's day done by the buttons of a real Excel ends where the terminal's day ends: never run yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.demo import Day, lay_out_guidance, live
from khoagiao_xl.model.results import Outcome
from tests.clicking.tables import different
from tests.clicking.test_whole_day import files_of
from tests.excel.clocked_python import ClockedPython
from tests.excel.excel_desk import ExcelDesk, make_excel_master, was_repaired
from tests.made_once import ENOUGH, enough_units, type_nothing

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Job

pytestmark = pytest.mark.excel


@pytest.fixture
def day(excel: Any, tmp_path: Path) -> Day:
    """The demo's day, lived by the buttons of Excel."""
    python = ClockedPython.in_folder(tmp_path / "may")

    def press(action_id: str, _: Path, job: Job) -> Outcome:
        python.show(job.now)
        if job.period:
            desk.choose(str(job.period))
        told = desk.press(action_id)
        assert desk.message() == told["sentence"]
        return Outcome(told["sentence"], told["status"])

    day = Day(tmp_path / "Sổ của 'ta' & 100%", do=press, type_in=type_nothing)
    day.folder.mkdir()
    desk = ExcelDesk(excel, make_excel_master(day.master, enough_units(), str(python.path)))
    lay_out_guidance(day.folder)
    live(day)
    desk.open().close()
    return day


def test_a_day_of_buttons_ends_with_the_tables_reports_and_drafts_of_the_terminals_day(
    day: Day, small_day: Path, excel: Any
) -> None:
    assert different(small_day / day.master.name, day.master) == []
    wanted, found = files_of(small_day), files_of(day.folder)
    assert len(wanted) > 4 * ENOUGH
    assert [name for name in wanted | found if wanted.get(name) != found.get(name)] == []
    workbooks = [day.master, *day.folder.rglob("bieu-mau/**/*.xlsx"), *day.folder.rglob("tra-lai/**/*.xlsx")]
    assert [path.name for path in workbooks if was_repaired(excel, path)] == []
