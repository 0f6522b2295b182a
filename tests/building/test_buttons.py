"""A pressed button waits for the file to be closed, runs the action, tells the outcome, opens the file."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl import buttons
from khoagiao_xl.books.file import FileBook
from khoagiao_xl.errors import OpenElsewhere
from khoagiao_xl.model import schema


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that would have been opened."""
    names: list[str] = []
    monkeypatch.setattr(buttons, "open_file", lambda path: names.append(path.name))
    return names


def test_press_starts_a_process_of_its_own_and_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **options: started.append((command, options)))
    buttons.press("tong_hop", "D:/Sổ của ta.xlsm", "2024-M01")
    [(command, options)] = started
    assert command == [
        sys.executable,
        "-m",
        "khoagiao_xl.buttons",
        "tong_hop",
        "D:/Sổ của ta.xlsm",
        "2024-M01",
    ]
    assert options["start_new_session"] or options["creationflags"]


@pytest.mark.parametrize("lock", ["~$KhoaGiao-2024.xlsm", ".~lock.KhoaGiao-2024.xlsm#"])
def test_the_action_waits_until_the_office_program_has_let_go(master: Path, lock: str) -> None:
    (master.parent / lock).touch()
    closing = threading.Timer(0.5, (master.parent / lock).unlink)
    closing.start()
    buttons.wait_until_closed(master, patience=20)
    assert not (master.parent / lock).exists()


def test_a_master_that_stays_open_is_left_alone(master: Path) -> None:
    (master.parent / f"~${master.name}").touch()
    with pytest.raises(OpenElsewhere):
        buttons.wait_until_closed(master, patience=0)


def test_an_action_that_cannot_be_done_leaves_the_master_and_says_why(
    master: Path, opened: list[str]
) -> None:
    before = master.read_bytes()
    assert buttons.main(["tong_hop", str(master), "2024-M77"]) == 2
    assert master.read_bytes() == before
    assert opened == [master.name, "ket-qua.txt"]
    told = json.loads(buttons.result_of(master).read_text(encoding="utf-8"))
    assert (told["ok"], told["status"], told["action"]) == (False, 2, "tong_hop")
    assert "2024-M77" in told["sentence"]
    note = buttons.result_of(master).with_name("ket-qua.txt")
    assert note.read_text(encoding="utf-8-sig") == told["sentence"]


def test_what_the_journal_tells_needs_no_note(master: Path, opened: list[str]) -> None:
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True)
    (inbox / "la.txt").write_text("không phải biểu mẫu", encoding="utf-8")
    assert buttons.main(["tiep_nhan", str(master), "2024-M01"]) < 2
    assert opened == [master.name]
    lines = FileBook(master).read(schema.JOURNAL.name)
    assert lines[0]["Thao tác"] == "Tiếp nhận báo cáo"
