"""What xlwings does at the end of Python, ending every Excel that it sees no workbook of, is taken off at every door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
KILLED = "every other Excel would be ended now"
# The words with which Excel's macro starts Python, after the stand-ins are laid out and the hook only tells.
BEFORE = f"""
import os, sys
from tests.excel_stand_in.pywin32_modules import lay_out
lay_out()
import xlwings.utils
import xlwings._xlwindows as windows
windows.Apps.cleanup = staticmethod(lambda: print({KILLED!r}))
sys.argv[1:] = sys.argv[2:]
"""
WHILE_PRESSED = "import khoagiao_xl.doors.buttons as b; b._start_own_process = print; b.open_file = print; "


def said_by(words: str, *more: str) -> str:
    """Run Python as the macro does, and return all it says."""
    script = f"{BEFORE}\n{words}"
    command = [sys.executable, "-c", script, "--", *more]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_without_any_door_the_hook_would_end_them() -> None:
    assert KILLED in said_by("print('nothing else')")


@pytest.mark.parametrize("action_id", ["kiem_tra_ke_hoach", "khoi_phuc", "khong_co_thao_tac_nay"])
def test_no_press_leaves_it(master: Path, action_id: str) -> None:
    said = said_by(f"{WHILE_PRESSED} b.press({action_id!r}, {str(master)!r}, '2024-M01', '42')")
    assert KILLED not in said


def test_a_press_whose_answer_cannot_be_written_leaves_none(tmp_path: Path) -> None:
    nowhere = tmp_path / "tep.txt" / "So.xlsm"
    nowhere.parent.touch()
    said = said_by(f"{WHILE_PRESSED} b.press('khoi_phuc', {str(nowhere)!r}, '2024-M01', '42')")
    assert ("Traceback" in said, KILLED in said) == (True, False)


@pytest.mark.parametrize("door", ["buttons", "window", "cli", "shortcut", "open_master"])
def test_to_import_a_door_is_enough(door: str) -> None:
    assert KILLED not in said_by(f"import khoagiao_xl.doors.{door}")


def test_the_process_that_goes_back_leaves_none(master: Path) -> None:
    words = "from khoagiao_xl.doors import buttons, open_or_closed as o; buttons.PAUSE = o.PAUSE = 0; "
    words += "buttons.open_file = o.open_file = lambda _: False; buttons.main(sys.argv[1:])"
    assert KILLED not in said_by(words, "khoi_phuc", str(master), "", "42")


def test_no_verb_of_the_terminal_leaves_it(master: Path) -> None:
    said = said_by("from khoagiao_xl.doors.cli import main; main(sys.argv[1:])", "check", str(master))
    assert ("Đã kiểm tra sổ" in said, KILLED in said) == (True, False)


def test_an_xlwings_that_we_bring_in_ourselves_leaves_none() -> None:
    words = "from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings; load_xlwings()"
    assert KILLED not in said_by(words)
