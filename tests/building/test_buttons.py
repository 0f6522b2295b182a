"""What a pressed button does besides the action: the answer it leaves, and a way out where nobody answers."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.building import defined_names
from khoagiao_xl.doors import buttons, open_or_closed
from khoagiao_xl.doors.button_answer import escaped, result_of
from khoagiao_xl.errors import OpenElsewhere
from khoagiao_xl.wording import sentence


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that would have been opened."""
    paths: list[str] = []
    monkeypatch.setattr(buttons, "open_file", lambda path: paths.append(path.name))
    return paths


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The processes that would have been started."""
    calls: list[Any] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **options: calls.append((command, options)))
    return calls


def answer(master: Path) -> list[str]:
    return result_of(master).with_name("tra-loi.txt").read_text(encoding="ascii").splitlines()


def told(master: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result_of(master).read_text(encoding="utf-8"))
    return found


def test_an_action_that_replaces_the_file_is_left_to_a_process_of_its_own(
    master: Path, started: list[Any]
) -> None:
    buttons.press("khoi_phuc", str(master), "2024-M01", "17")
    [(command, options)] = started
    own = [sys.executable, "-m", "khoagiao_xl.doors.buttons", "khoi_phuc", str(master), "2024-M01", "17"]
    assert command == own
    assert options["start_new_session"] or options["creationflags"]
    assert answer(master) == ["17", escaped(sentence("NUT-07", {}))]


def test_a_press_first_takes_out_the_hook_by_which_xlwings_ends_other_excels(
    master: Path, started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[object] = []
    windows = types.SimpleNamespace(cleanup=lambda: None)
    monkeypatch.setitem(sys.modules, "xlwings", types.SimpleNamespace(_xlwindows=windows))
    monkeypatch.setattr(atexit, "unregister", removed.append)
    buttons.press("khoi_phuc", str(master), "2024-M01", "17")
    assert removed == [windows.cleanup]


def test_a_press_answers_its_own_ticket(master: Path, opened: list[str]) -> None:
    buttons.press("tong_hop", str(master), "2024-M77", "4711")
    ticket, text = answer(master)
    assert (ticket, "2024-M77" in text, told(master)["status"]) == ("4711", True, 2)
    assert opened == ["ket-qua.txt"]
    note = result_of(master).with_name("ket-qua.txt")
    assert note.read_text(encoding="utf-8-sig") == told(master)["sentence"]


def test_what_nobody_foresaw_is_an_answer_too(
    master: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_or_closed, "reach", lambda _: 1 / 0)
    buttons.press("tong_hop", str(master), "2024-M01", "9")
    assert answer(master)[0] == "9"
    assert told(master)["sentence"].startswith("Lỗi của chương trình")


def test_an_office_program_that_cannot_be_reached_is_told_and_the_master_left(
    master: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    (master.parent / f".~lock.{master.name}#").touch()
    before = master.read_bytes()
    buttons.press("kiem_tra_ke_hoach", str(master), "2024-M01", "1")
    assert told(master)["sentence"] == sentence("NUT-06", {"name": master.name})
    assert master.read_bytes() == before


def test_a_folder_named_with_a_picture_sign_is_put_together_again(master: Path, opened: list[str]) -> None:
    place = master.parent / "Sổ 📚"
    place.mkdir()
    moved = master.rename(place / master.name)
    halves = str(moved).encode("utf-16-be").hex(" ", 2).split()
    buttons.press("kiem_tra_ke_hoach", "".join(chr(int(half, 16)) for half in halves), "2024-M01", "1")
    assert told(moved)["status"] < 2


@given(st.text())
def test_every_answer_is_one_ascii_line_that_reads_back(text: str) -> None:
    line = escaped(text)
    assert line.isascii()
    assert line.isprintable()
    back = line.encode("ascii").decode("unicode_escape")
    assert back.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


@pytest.mark.parametrize("lock", ["~$KhoaGiao-2024.xlsm", ".~lock.KhoaGiao-2024.xlsm#"])
def test_the_action_waits_until_the_office_program_has_let_go(master: Path, lock: str) -> None:
    (master.parent / lock).touch()
    closing = threading.Timer(0.5, (master.parent / lock).unlink)
    closing.start()
    open_or_closed.wait_until_closed(master, patience=20)
    assert not (master.parent / lock).exists()


def test_a_master_that_stays_open_is_left_alone(master: Path) -> None:
    (master.parent / f"~${master.name}").touch()
    with pytest.raises(OpenElsewhere):
        open_or_closed.wait_until_closed(master, patience=0)


def test_the_cell_of_the_answer_has_the_name_that_the_doors_know() -> None:
    assert open_or_closed.MESSAGE == defined_names.MESSAGE
