"""Going back in an open master: what worked is told as done, however busy Excel is while it loads the file again."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl import files
from khoagiao_xl.doors.window_actions import WindowActions
from khoagiao_xl.errors import CannotWrite
from khoagiao_xl.model.results import Outcome, in_silence
from khoagiao_xl.wording import SENTENCES
from tests.clicking.tables import tables_of
from tests.excel_stand_in.com_object import Mood
from tests.excel_stand_in.excel_program import Application
from tests.excel_stand_in.office_desk import MORNING, Desk, sit_down

LOADING = 30  # seconds in which Excel rejects every call
DONE = "Đã trở về bản trước thao tác «Kiểm tra kế hoạch» lúc 08:00:00 ngày 22/01/2024;"


def with_a_check(master: Path) -> Desk:
    """Open a master, let a check find something, and come back an hour later."""
    desk = sit_down(master)
    desk.type_faults(0)
    assert desk.click("kiem_tra_ke_hoach")["status"] == 1
    desk.show(MORNING + timedelta(hours=1))
    return desk


def loads_slowly(desk: Desk, mood: Mood) -> None:
    """Let Excel answer nothing while it opens the master, and have the workbook only at the end."""

    def load(path: Path) -> None:
        desk.excel.calls.mood = mood
        desk.clock.later(LOADING, lambda: show(path))

    def show(path: Path) -> None:
        desk.excel.calls.mood = Mood.READY
        desk.excel.open(path)

    os.startfile = load  # type: ignore[attr-defined]


def go_back_in_window(master: Path) -> Outcome:
    return WindowActions(master).run("khoi_phuc", "", in_silence)


def assert_is_back(desk: Desk) -> None:
    """Hold that the check is undone, but for what the journal tells of going back."""
    tables = tables_of(desk.master)
    assert tables["tblLoi"] == []
    assert [row["Thao tác"] for row in tables["tblNhatKy"]] == ["Khôi phục bản trước"]


def test_the_window_tells_what_it_took_back_and_that_the_master_is_open_again(master: Path) -> None:
    desk = with_a_check(master)
    outcome = go_back_in_window(master)
    assert outcome.sentence.startswith(DONE)
    assert (outcome.status, outcome.details) == (0, (SENTENCES["CS-10"],))
    assert desk.notice == outcome.sentence
    assert_is_back(desk)


@pytest.mark.parametrize("mood", [Mood.TYPING, Mood.IGNORING, Mood.ENDED])
def test_an_excel_that_rejects_calls_while_it_loads_is_waited_for(master: Path, mood: Mood) -> None:
    desk = with_a_check(master)
    loads_slowly(desk, mood)
    outcome = go_back_in_window(master)
    assert (outcome.status, outcome.details) == (0, (SENTENCES["CS-10"],))
    assert_is_back(desk)


@pytest.mark.parametrize("mood", [Mood.TYPING, Mood.IGNORING, Mood.ENDED])
def test_behind_the_button_it_is_waited_for_too_and_then_shown(master: Path, mood: Mood) -> None:
    desk = with_a_check(master)
    loads_slowly(desk, mood)
    assert desk.click("khoi_phuc")["sentence"].startswith(DONE)
    assert desk.notice == desk.answer["sentence"]
    assert_is_back(desk)


def never_opens(desk: Desk) -> None:
    desk.excel.calls.mood = Mood.TYPING


def test_a_master_that_does_not_open_again_in_time_is_told_as_gone_back(master: Path) -> None:
    desk = with_a_check(master)
    os.startfile = lambda _: never_opens(desk)  # type: ignore[attr-defined]
    outcome = go_back_in_window(master)
    assert outcome.sentence.startswith(DONE)
    assert (outcome.status, outcome.details) == (0, (SENTENCES["CS-11"],))


def test_another_excel_that_is_busy_changes_nothing(master: Path, tmp_path: Path) -> None:
    desk = with_a_check(master)
    other = tmp_path / "khac.xlsm"
    other.write_bytes(master.read_bytes())
    busy = Application()
    busy.open(other)
    busy.calls.mood = Mood.TYPING
    assert go_back_in_window(master).sentence.startswith(DONE)
    assert_is_back(desk)


def test_behind_the_button_an_answer_that_cannot_be_kept_still_stands_on_the_dashboard(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = with_a_check(master)
    write = files.write_atomically

    def refuse(path: Path, *rest: Any, **more: Any) -> Any:
        if path.suffix == ".txt" and desk.started:
            raise CannotWrite(path=path, reason="đĩa đầy")
        return write(path, *rest, **more)

    monkeypatch.setattr(files, "write_atomically", refuse)
    desk.click("khoi_phuc")
    assert str(desk.notice).startswith(DONE)


def test_going_back_while_a_cell_is_typed_is_told_and_nothing_is_done(master: Path) -> None:
    desk = with_a_check(master)
    before = master.read_bytes()
    desk.excel.calls.mood = Mood.TYPING
    outcome = go_back_in_window(master)
    assert (outcome.status, outcome.sentence.startswith("Excel đang bận")) == (2, True)
    assert (master.read_bytes() == before, len(desk.excel.books)) == (True, 1)
