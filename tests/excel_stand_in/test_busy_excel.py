"""An Excel in which somebody types: waited for, then told in one sentence; never taken for a fault of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.books.office_program.office_trouble import PAUSES
from khoagiao_xl.doors.window_actions import WindowActions
from khoagiao_xl.errors import HeldByProgram
from khoagiao_xl.files import locks
from khoagiao_xl.model.results import Outcome, in_silence
from khoagiao_xl.wording import sentence
from tests.excel_stand_in.com_object import Mood
from tests.excel_stand_in.excel_program import Application
from tests.excel_stand_in.office_desk import PERIOD, Desk, sit_down

BUSY = [Mood.TYPING, Mood.IGNORING]
FIRST, STEP = 60, 61  # each call until the work begins, then one of so many


def told_busy(master: Path) -> str:
    return sentence("SO-01", {"office": "Excel", "name": master.name})


def half_written(master: Path) -> str:
    return sentence("SO-08", {"office": "Excel", "name": master.name})


def in_window(master: Path, action_id: str = "kiem_tra_ke_hoach") -> Outcome:
    return WindowActions(master).run(action_id, PERIOD, in_silence)


def another_excel(folder: Path, master: Path, mood: Mood) -> Application:
    """Open another workbook in a second Excel, on top of the first."""
    other = folder / "Sổ khác.xlsm"
    other.write_bytes(master.read_bytes())
    excel = Application()
    excel.open(other)
    excel.calls.mood = mood
    return excel


@pytest.mark.parametrize("mood", BUSY)
def test_a_busy_excel_is_asked_again_for_seconds_and_then_told(master: Path, mood: Mood) -> None:
    desk = sit_down(master)
    before = master.read_bytes()
    desk.excel.calls.mood = mood
    assert in_window(master).sentence == told_busy(master)
    assert desk.clock.waits[: len(PAUSES)] == list(PAUSES)
    assert master.read_bytes() == before


def test_a_button_pressed_while_excel_is_busy_leaves_that_answer(master: Path) -> None:
    desk = sit_down(master)
    desk.excel.calls.mood = Mood.TYPING
    desk.clock.later(60, lambda: None)
    assert desk.click("kiem_tra_ke_hoach")["sentence"] == told_busy(master)


def test_typing_that_ends_in_time_is_waited_for(master: Path) -> None:
    desk = sit_down(master)
    desk.excel.calls.mood = Mood.TYPING
    desk.clock.later(3, lambda: setattr(desk.excel.calls, "mood", Mood.READY))
    assert in_window(master).status < 2


@pytest.mark.parametrize("mood", BUSY)
def test_another_excel_that_is_busy_is_passed_over(master: Path, tmp_path: Path, mood: Mood) -> None:
    desk = sit_down(master)
    another_excel(tmp_path, master, mood)
    assert desk.click("kiem_tra_ke_hoach")["status"] < 2


@pytest.mark.parametrize("mood", BUSY)
def test_a_closed_master_is_worked_on_while_another_workbook_is_typed_in(
    master: Path, tmp_path: Path, mood: Mood
) -> None:
    desk = sit_down(master)
    desk.book.do_Close()
    another_excel(tmp_path, master, mood)
    assert in_window(master).status < 2


def test_a_master_that_its_mark_says_is_open_is_not_written_beside_a_busy_excel(
    master: Path, tmp_path: Path
) -> None:
    desk = sit_down(master)
    desk.book.do_Close()
    another_excel(tmp_path, master, Mood.TYPING)
    master.with_name(f"~${master.name}").touch()
    assert in_window(master).sentence == told_busy(master)


def test_a_master_that_windows_says_is_held_is_not_written_beside_a_busy_excel(
    master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit_down(master)
    desk.book.do_Close()
    another_excel(tmp_path, master, Mood.TYPING)

    def held(path: Path) -> None:
        raise HeldByProgram(name=path.name, sign="Excel")

    monkeypatch.setattr(locks, "refuse_if_held", held)
    assert in_window(master).sentence == told_busy(master)


def calls_of_one_check(desk: Desk) -> int:
    """Return how many calls the check takes when it finds something new."""
    before = desk.excel.calls.count
    desk.type_faults(7)
    assert in_window(desk.master).status == 1
    return desk.excel.calls.count - before


def errors_in(desk: Desk) -> list[object]:
    """Return the table of errors as it stands in the open workbook."""
    [table] = desk.book.sheet("Lỗi").tables
    cells = [desk.book.sheet("Lỗi").cell(row, 5) for row in table.block.rows]
    return [cell.value for cell in cells]


@pytest.mark.slow
@pytest.mark.parametrize("mood", [*BUSY, Mood.ENDED])
def test_whenever_excel_stops_answering_it_is_one_true_sentence(master: Path, mood: Mood) -> None:
    desk = sit_down(master)
    calls = calls_of_one_check(desk)
    told = set()
    for after in (*range(FIRST), *range(FIRST, calls, STEP)):
        desk.type_faults(after % 7)
        desk.book.do_Save()
        in_file, in_memory = master.read_bytes(), errors_in(desk)
        desk.excel.calls.will_be(mood, after)
        outcome = in_window(master)
        desk.excel.calls.mood = Mood.READY
        is_half = outcome.sentence == half_written(master)
        assert "Lỗi của chương trình" not in outcome.sentence, after
        assert outcome.status == 1 or master.read_bytes() == in_file, after
        assert outcome.status == 1 or is_half or mood is Mood.ENDED or errors_in(desk) == in_memory, after
        told.add(outcome.sentence)
    assert half_written(master) in told or mood is Mood.ENDED
