"""Each button does in the open workbook of the stand-in what its verb does on a copy of the file."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program.find_open import find_open
from khoagiao_xl.building import build_master
from khoagiao_xl.demo import Day, lay_out_guidance, receive_answers
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from tests.clicking.tables import different, tables_of
from tests.clicking.test_each_button import (
    do_by_verb,
    receive_the_form_from_above,
    say_who_reopens_and_why,
)
from tests.excel_stand_in.office_desk import MORNING, PERIOD, Desk, sit_down
from tests.made_once import enough_units

pytestmark = pytest.mark.slow
MOST_CALLS = 6000  # of one action, storing included


def put_in_what_comes(action_id: str, day: Day) -> None:
    """Put what an action works on where it looks for it."""
    if action_id == "tiep_nhan":
        receive_answers(day, Period.parse(PERIOD))
    if action_id == "gui_cap_tren":
        receive_the_form_from_above(day.folder)


def tables_in(desk: Desk) -> dict[str, Any]:
    """Return every table as it stands in the open workbook, as `tables_of` does of a file."""
    live = find_open(desk.master)
    assert live is not None
    tables = {table.name: live.read(table.name) for table in schema.TABLES}
    settings = tables[schema.SETTINGS.name]
    tables[schema.SETTINGS.name] = [row for row in settings if row["Khóa"] != "python"]
    return tables


def test_each_button_leaves_the_tables_that_its_verb_leaves_on_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    day = Day(tmp_path / "Sổ của 'ta' & %20 100%")
    build_master(day.master, enough_units())
    say_who_reopens_and_why(day.master)
    lay_out_guidance(day.folder)
    desk = sit_down(day.master)
    for number, action_id in enumerate(ACTIONS, 1):
        put_in_what_comes(action_id, day)
        copy = tmp_path / "ban-sao" / action_id
        shutil.copytree(day.folder, copy)
        moment = MORNING + timedelta(hours=number)
        desk.show(moment)
        before, calls = tables_of(day.master), desk.excel.calls.count
        told = desk.click(action_id)
        calls = desk.excel.calls.count - calls
        (copy / f"~${day.master.name}").unlink()
        other = do_by_verb(action_id, copy, moment, monkeypatch)
        assert told["status"] < 2, told["sentence"]
        assert desk.notice == told["sentence"]
        assert different(other, day.master) == [], action_id
        assert tables_in(desk) == tables_of(day.master), action_id
        assert tables_of(day.master) != before, action_id
        assert calls < MOST_CALLS, action_id
