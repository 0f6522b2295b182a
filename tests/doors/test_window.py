"""The small window and the shortcut to it: the same actions, for where macros may not start a program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file import FileBook
from khoagiao_xl.cli import main
from khoagiao_xl.model.results import in_silence
from khoagiao_xl.shortcut import place_shortcut
from khoagiao_xl.window import Desk
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_the_window_offers_the_masters_periods_and_begins_with_the_next_month(master: Path) -> None:
    desk = Desk(master)
    assert desk.periods()[:2] == ["2024-M01", "2024-M02"]
    assert (desk.first_choice(date(2024, 3, 10)), desk.first_choice(date(2026, 1, 1))) == (
        "2024-M03",
        "2024-M12",
    )


def test_its_periods_are_read_while_the_master_is_open_elsewhere(master: Path) -> None:
    (master.parent / f"~${master.name}").touch()
    assert len(Desk(master).periods()) == 18


def test_an_action_runs_as_the_terminals_does(master: Path) -> None:
    told: list[int] = []
    outcome = Desk(master).run("phat_bieu_mau", "2024-M01", lambda *said: told.append(said[1]))
    assert (outcome.status, outcome.counts["forms"], told[-1]) == (0, 92, 92)
    assert Desk(master).run("tong_hop", "2024-M01", in_silence).status == 2


def test_a_shortcut_starts_the_window_of_its_master(master: Path, tmp_path: Path) -> None:
    path = place_shortcut(master, tmp_path / "Màn hình nền")
    text = path.read_text(encoding="utf-8")
    assert "-m khoagiao_xl window" in text
    assert str(master) in text
    assert os.access(path, os.X_OK)


def test_a_shortcut_for_windows_keeps_marks_and_percent_signs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    path = place_shortcut(tmp_path / "Sổ 100% & 'ta'.xlsm", tmp_path)
    lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert lines[1] == "chcp 65001 >nul"
    assert "Sổ 100%% & 'ta'.xlsm\"" in lines[2]


def test_a_master_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("open", "window", "shortcut"):
        assert main([verb, str(tmp_path / "khong-co.xlsm")]) == 2
        assert "khong-co.xlsm" in capsys.readouterr().err


def test_a_machine_without_an_office_program_is_told_so(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert main(["open", str(master)]) == 2
    assert capsys.readouterr().err.strip() == SENTENCES["CS-05"].format(name=master.name)


def test_the_shortcut_is_named_when_it_is_placed(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["shortcut", str(master), "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith(SENTENCES["CS-06"].split("{")[0])


def test_a_python_without_windows_is_told_so(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "tkinter", None)
    assert main(["window", str(master)]) == 2
    assert capsys.readouterr().err.strip() == SENTENCES["CS-07"]


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1000x600x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = f":{answer.readline().strip()}"
    yield {**os.environ, "DISPLAY": display}
    server.terminate()
    server.wait()


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="cần Xvfb và xdotool")
def test_a_real_click_in_the_real_window_issues_the_forms(master: Path, screen: dict[str, str]) -> None:
    pytest.importorskip("tkinter")
    window = subprocess.Popen([sys.executable, "-m", "khoagiao_xl", "window", master], env=screen)

    def mouse(words: str) -> str:
        return subprocess.run(["xdotool", *words.split()], env=screen, capture_output=True, text=True).stdout

    try:
        end = time.monotonic() + 30
        while not (found := mouse(f"search --onlyvisible --name {master.name}")) and time.monotonic() < end:
            time.sleep(0.3)
        mouse(f"windowmove {found.split()[0]} 0 0")
        time.sleep(1)
        mouse("mousemove 660 96 click 1")  # «Phát hành biểu mẫu»
        made = master.parent / "bieu-mau" / "2024-M12"
        while len(list(made.glob("*.xlsx"))) < 92 and time.monotonic() < end:
            time.sleep(0.3)
        time.sleep(1)
    finally:
        window.kill()
        window.wait()
    assert FileBook(master).read("tblNhatKy")[0]["Thao tác"] == "Phát hành biểu mẫu"
