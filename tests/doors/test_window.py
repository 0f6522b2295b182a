"""The desk behind the small window, and the shortcut to it: for where macros may not start a program."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.office_program import find_open
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.doors import open_master, open_or_closed
from khoagiao_xl.doors.cli import main
from khoagiao_xl.doors.shortcut import place_shortcut
from khoagiao_xl.doors.window_actions import WindowActions
from khoagiao_xl.errors import NotNow
from khoagiao_xl.files import locks
from khoagiao_xl.model.results import in_silence
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import SENTENCES, sentence
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from khoagiao_xl.model.results import Outcome


def run(master: Path, action_id: str = "phat_bieu_mau", period: str = "2024-M01") -> Outcome:
    return WindowActions(master).run(action_id, period, in_silence)


def test_the_window_offers_the_masters_periods_and_begins_with_the_next_month(master: Path) -> None:
    window = WindowActions(master)
    assert window.periods()[:2] == ["2024-M01", "2024-M02"]
    assert (window.first_choice(date(2024, 3, 10)), window.first_choice(date(2026, 1, 1))) == (
        "2024-M03",
        "2024-M12",
    )


def test_its_periods_are_read_while_the_master_is_open_elsewhere(master: Path) -> None:
    (master.parent / f"~${master.name}").touch()
    assert len(WindowActions(master).periods()) == 18


def test_an_action_runs_as_the_terminals_does(master: Path) -> None:
    told: list[int] = []
    outcome = WindowActions(master).run("phat_bieu_mau", "2024-M01", lambda *said: told.append(said[1]))
    assert (outcome.status, outcome.counts["forms"]) == (0, 92)
    assert told == list(range(1, len(told) + 1))  # every form, and what is kept of their issue
    assert len(told) > 92
    assert run(master, "tong_hop").status == 2


def test_a_master_that_has_gone_is_named_and_nothing_appears_in_its_place(tmp_path: Path) -> None:
    gone = tmp_path / "thu-muc" / "KhoaGiao-2024.xlsm"
    assert run(gone).sentence == sentence("TEP-01", {"path": gone})
    assert WindowActions(gone).chosen_period() == ""
    assert not gone.parent.exists()


def test_no_period_is_told(master: Path) -> None:
    assert run(master, period="").sentence == SENTENCES["CS-09"]


@pytest.mark.parametrize("action_id", ["phat_bieu_mau", "khoi_phuc"])
def test_two_windows_do_not_work_on_one_master_at_once(master: Path, action_id: str) -> None:
    with locks.only_writer(master):
        assert run(master, action_id).sentence == sentence("TEP-04", {"name": master.name})


@pytest.mark.parametrize("action_id", ["phat_bieu_mau", "khoi_phuc"])
def test_a_master_open_beyond_reach_is_told_at_once(
    master: Path, monkeypatch: pytest.MonkeyPatch, action_id: str
) -> None:
    monkeypatch.setattr(connection, "can_reach", lambda: False)
    master.with_name(f".~lock.{master.name}#").touch()
    assert run(master, action_id).sentence == sentence("NUT-06", {"name": master.name})


def test_what_nobody_foresaw_is_logged_and_the_window_lives_on(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_or_closed, "reach", lambda _: 1 / 0)
    outcome = run(master)
    [log] = Storage(master).logs.iterdir()
    assert outcome.sentence == sentence("TEP-09", {"log": log})
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert WindowActions(master).chosen_period() == ""


def test_on_windows_com_is_begun_and_ended_in_the_working_thread(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    com = ModuleType("pythoncom")
    com.CoInitialize = lambda: told.append("begun")  # type: ignore[attr-defined]
    com.CoUninitialize = lambda: told.append("ended")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pythoncom", com)
    monkeypatch.setattr(open_or_closed, "reach", told.append)
    monkeypatch.setattr(sys, "platform", "win32")
    run(master)
    assert told == ["begun", master, "ended"]


@pytest.mark.parametrize(("again", "told"), [(None, SENTENCES["CS-11"]), (object(), SENTENCES["CS-10"])])
def test_whether_the_master_that_was_closed_is_open_again_is_told(
    master: Path, monkeypatch: pytest.MonkeyPatch, again: object, told: str
) -> None:
    answers = [object(), None]
    monkeypatch.setattr(open_or_closed, "reach", lambda _: answers.pop(0))
    monkeypatch.setattr(open_or_closed, "open_again", lambda _: again)
    assert run(master, "khoi_phuc").details == (told,)


def test_a_program_that_is_busy_opening_the_master_is_waited_for(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = object()
    answers = [NotNow("SO-01", office="Excel", name=master.name), None, live]

    def look(_: Path) -> object:
        answer = answers.pop(0)
        if isinstance(answer, NotNow):
            raise answer
        return answer

    monkeypatch.setattr(open_or_closed, "open_file", lambda _: True)
    monkeypatch.setattr(open_or_closed, "PAUSE", 0)
    monkeypatch.setattr(find_open, "find_open", look)
    assert open_or_closed.open_again(master) is live


def damage(master: Path) -> None:
    """Take from the master what LibreOffice takes when it stores one."""
    package = Package.parse(master.read_bytes(), master.name)
    workbook = package.read("xl/workbook.xml").replace(b' codeName="ThisWorkbook"', b"")
    package.replace("xl/workbook.xml", workbook)
    master.write_bytes(package.to_bytes())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was opened, instead of opening it."""
    paths: list[Path] = []

    def keep(path: Path) -> bool:
        paths.append(path)
        return True

    monkeypatch.setattr(open_master, "open_file", keep)
    return paths


def test_a_closed_master_is_mended_before_it_is_opened(master: Path, opened: list[Path]) -> None:
    damage(master)
    assert main(["open", str(master)]) == 0
    assert opened == [master]
    assert b'codeName="ThisWorkbook"' in Package.parse(master.read_bytes(), "").read("xl/workbook.xml")


def test_an_open_master_is_not_touched_when_it_is_brought_to_the_front(
    master: Path, opened: list[Path]
) -> None:
    damage(master)
    before = master.read_bytes()
    master.with_name(f".~lock.{master.name}#").touch()
    assert open_master.open_master(master)
    assert (opened, master.read_bytes()) == ([master], before)


def test_a_master_is_not_opened_while_an_action_works_on_its_file(
    master: Path, opened: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    with locks.only_writer(master):
        assert main(["open", str(master)]) == 2
    assert capsys.readouterr().err.strip() == sentence("TEP-04", {"name": master.name})
    assert opened == []


def test_what_cannot_be_mended_is_opened_as_it_is(tmp_path: Path, opened: list[Path]) -> None:
    other = tmp_path / "khac.xlsm"
    other.write_text("không phải sổ", encoding="utf-8")
    assert open_master.open_master(other)
    assert opened == [other]


def test_a_shortcut_starts_the_window_of_its_master(master: Path, tmp_path: Path) -> None:
    path = place_shortcut(master, tmp_path / "Màn hình nền")
    text = path.read_text(encoding="utf-8")
    assert "-m khoagiao_xl.doors.window" in text
    assert str(master) in text
    assert os.access(path, os.X_OK)


def test_a_shortcut_for_windows_keeps_marks_and_percent_signs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", "/50%/python.exe")
    path = place_shortcut(tmp_path / "Sổ 100% & 'ta'.xlsm", tmp_path)
    lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert lines[1] == "chcp 65001 >nul"
    assert "Sổ 100%% & 'ta'.xlsm\"" in lines[2]
    assert "/50%%/pythonw.exe" in lines[2]


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


@pytest.mark.skipif(sys.platform != "linux", reason="chỉ Linux có máy không màn hình")
def test_a_machine_without_a_screen_is_told_so(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tkinter")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert main(["window", str(master)]) == 2
    assert capsys.readouterr().err.strip() == SENTENCES["CS-07"]
