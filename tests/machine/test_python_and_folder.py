"""Python and the folder: what is seen of each, and never praise for what was not looked at."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import filelock
import pytest

from khoagiao_xl.machine import clock_checks, folder_checks, python_checks
from khoagiao_xl.machine.check_result import CheckVerdict, Seen
from khoagiao_xl.machine.clock_checks import zone_name
from khoagiao_xl.machine.this_machine import is_over_network, this_machine
from tests.machine.looked_at import case, machine, windows

MEGABYTE = 1_000_000


def told(seen: Seen, verdict: CheckVerdict, code: str) -> bool:
    """Whether it is this, and a sentence with nothing left open."""
    return (seen.verdict, seen.code, "?" in seen.told, "{" in seen.told) == (verdict, code, False, False)


def test_a_python_below_a_name_with_marks_is_broken_for_excel_alone(tmp_path: Path) -> None:
    there = Path("C:/Users/Nguyễn/python.exe")
    seen = python_checks.interpreter(case(tmp_path, windows(tmp_path, python=there)))
    assert told(seen, CheckVerdict.BROKEN, "MAY-102")
    assert "C:\\KhoaGiao" in seen.to_do
    shortened = windows(tmp_path, python=there, short_name=lambda _: "C:/Users/NGUYN~1/python.exe")
    assert told(python_checks.interpreter(case(tmp_path, shortened)), CheckVerdict.NOTICE, "MAY-105")
    assert told(
        python_checks.interpreter(case(tmp_path, machine(tmp_path, python=there))),
        CheckVerdict.SOUND,
        "MAY-101",
    )


def test_a_python_of_32_bits_or_of_the_store_is_told(tmp_path: Path) -> None:
    old = python_checks.interpreter(case(tmp_path, machine(tmp_path, bits=32)))
    store = Path("C:/Users/a/AppData/Local/Microsoft/WindowsApps/python.exe")
    bought = python_checks.interpreter(case(tmp_path, windows(tmp_path, python=store)))
    assert told(old, CheckVerdict.BROKEN, "MAY-103")
    assert told(bought, CheckVerdict.NOTICE, "MAY-104")


LOCK = "a==1\nb==2\nnever==3 ; sys_platform == 'nowhere'\n"


@pytest.mark.parametrize(
    ("there", "verdict", "code", "named"),
    [
        ({"a": "1", "b": "2"}, CheckVerdict.SOUND, "MAY-111", "2 gói"),
        ({"a": "1"}, CheckVerdict.BROKEN, "MAY-112", "b"),
        ({"a": "1", "b": "9"}, CheckVerdict.NOTICE, "MAY-113", "b 9 (khóa 2)"),
    ],
)
def test_packages_are_held_against_the_lock(
    tmp_path: Path, there: dict[str, str], verdict: CheckVerdict, code: str, named: str
) -> None:
    (tmp_path / "requirements.lock").write_text(LOCK, encoding="ascii")
    python = tmp_path / "python" / "python.exe"
    seen = python_checks.packages(case(tmp_path, machine(tmp_path, python=python, version_of=there.get)))
    assert told(seen, verdict, code)
    assert named in seen.told


def test_packages_with_machine_code_are_really_loaded(tmp_path: Path) -> None:
    tried: list[str] = []
    seen = python_checks.libraries(case(tmp_path, windows(tmp_path, load=tried.append)))
    assert told(seen, CheckVerdict.SOUND, "MAY-115")
    assert {"pandas", "pythoncom"} < set(tried)
    assert told(python_checks.libraries(case(tmp_path)), CheckVerdict.SOUND, "MAY-115")


def test_a_package_that_may_not_be_loaded_is_named(tmp_path: Path) -> None:
    def blocked(name: str) -> None:
        raise ImportError(f"DLL load failed while importing {name}")

    seen = python_checks.libraries(case(tmp_path, machine(tmp_path, load=blocked)))
    assert told(seen, CheckVerdict.BROKEN, "MAY-116")
    assert "lxml.etree (DLL load failed" in seen.told


def test_many_lost_packages_are_counted(tmp_path: Path) -> None:
    lock = "".join(f"a{number}==1\n" for number in range(9))
    (tmp_path / "requirements.lock").write_text(lock, encoding="ascii")
    on = machine(tmp_path, python=tmp_path / "python" / "x", version_of=lambda _: None)
    assert "và 3 gói nữa" in python_checks.packages(case(tmp_path, on)).told


def test_without_a_lock_versions_are_not_praised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python_checks, "_TREE", tmp_path)
    on = machine(tmp_path, python=tmp_path / "program" / "python" / "python.exe")
    assert told(python_checks.packages(case(tmp_path, on)), CheckVerdict.UNSEEN, "MAY-114")


def test_the_small_window_needs_tkinter(tmp_path: Path) -> None:
    without = machine(tmp_path, place_of=lambda _: None)
    assert told(python_checks.window(case(tmp_path, without)), CheckVerdict.BROKEN, "MAY-122")


def test_where_tkinter_is_its_version_is_told(tmp_path: Path) -> None:
    pytest.importorskip("tkinter", reason="this Python has no tkinter")
    assert told(python_checks.window(case(tmp_path)), CheckVerdict.SOUND, "MAY-121")


def refusing(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, "Read-only file system")


def test_a_passing_folder_is_written_to_and_its_name_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = tmp_path / "Nguyễn"
    marked.mkdir()
    look = python_checks.passing_folder
    assert told(look(case(tmp_path)), CheckVerdict.SOUND, "MAY-131")
    assert told(look(case(tmp_path, windows(tmp_path, passing=marked))), CheckVerdict.NOTICE, "MAY-133")
    monkeypatch.setattr(Path, "write_bytes", refusing)
    seen = look(case(tmp_path))
    assert told(seen, CheckVerdict.BROKEN, "MAY-132")
    assert "đĩa chỉ cho đọc" in seen.told


def test_the_cache_of_excels_objects_is_looked_through_on_windows(tmp_path: Path) -> None:
    look = python_checks.com_cache
    on = windows(tmp_path)
    assert told(look(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")
    assert told(look(case(tmp_path, on)), CheckVerdict.SOUND, "MAY-141")
    cache = on.passing / "gen_py" / "3.12"
    cache.mkdir(parents=True)
    (cache / "excel.py").write_bytes(b"x")
    assert told(look(case(tmp_path, on)), CheckVerdict.SOUND, "MAY-142")
    (cache / "half.py").touch()
    assert told(look(case(tmp_path, on)), CheckVerdict.BROKEN, "MAY-143")


def test_a_folder_of_any_name_that_can_be_written_is_sound_and_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / "Thư mục & 100% 'của ta'"
    folder.mkdir()
    assert told(folder_checks.rights(case(folder, machine(tmp_path))), CheckVerdict.SOUND, "MAY-201")
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_cannot_be_written_or_locked_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = folder_checks.rights
    assert told(look(case(tmp_path / "no", machine(tmp_path))), CheckVerdict.BROKEN, "MAY-203")
    with monkeypatch.context() as while_locking:
        while_locking.setattr(filelock.FileLock, "acquire", refusing)
        assert told(look(case(tmp_path)), CheckVerdict.BROKEN, "MAY-204")
    monkeypatch.setattr(Path, "write_bytes", refusing)
    assert told(look(case(tmp_path)), CheckVerdict.BROKEN, "MAY-202")


@pytest.mark.parametrize(
    ("free", "verdict", "code"),
    [
        (5_000, CheckVerdict.SOUND, "MAY-211"),
        (500, CheckVerdict.NOTICE, "MAY-212"),
        (50, CheckVerdict.BROKEN, "MAY-213"),
    ],
)
def test_room_is_counted_where_the_folder_will_be(
    tmp_path: Path, free: int, verdict: CheckVerdict, code: str
) -> None:
    on = machine(tmp_path, free_bytes=lambda _: free * MEGABYTE)
    assert told(folder_checks.room(case(tmp_path / "not" / "yet", on)), verdict, code)


def test_a_drive_that_does_not_tell_its_room_is_not_seen(tmp_path: Path) -> None:
    seen = folder_checks.room(case(tmp_path, machine(tmp_path, free_bytes=refusing)))
    assert told(seen, CheckVerdict.UNSEEN, "MAY-004")


def test_onedrive_is_known_by_its_own_word_and_by_its_name(tmp_path: Path) -> None:
    look = folder_checks.onedrive
    named = case(
        tmp_path / "a" / "b", windows(tmp_path, environment={"OneDriveCommercial": str(tmp_path / "a")})
    )
    seen = look(named)
    assert told(seen, CheckVerdict.NOTICE, "MAY-222")
    assert str(tmp_path / "a") in seen.told
    by_name = case(tmp_path / "OneDrive - Ban" / "b", windows(tmp_path))
    assert told(look(by_name), CheckVerdict.NOTICE, "MAY-222")
    assert told(look(case(tmp_path, windows(tmp_path))), CheckVerdict.SOUND, "MAY-221")
    assert told(look(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")


@pytest.mark.parametrize(
    ("answer", "verdict", "code"),
    [
        (False, CheckVerdict.SOUND, "MAY-231"),
        (True, CheckVerdict.NOTICE, "MAY-232"),
        (None, CheckVerdict.UNSEEN, "MAY-233"),
    ],
)
def test_a_network_drive_is_told(
    tmp_path: Path, answer: bool | None, verdict: CheckVerdict, code: str
) -> None:
    on = machine(tmp_path, is_over_network=lambda _: answer)
    assert told(folder_checks.network(case(tmp_path, on)), verdict, code)


@pytest.mark.skipif(os.name == "nt", reason="a matter of /proc/mounts")
def test_the_folder_of_a_test_lies_on_no_network_drive(tmp_path: Path) -> None:
    assert is_over_network(tmp_path) is False


def test_signs_that_cut_a_command_are_named(tmp_path: Path) -> None:
    look = folder_checks.signs
    seen = look(case(tmp_path / "%PATH% ^ a", windows(tmp_path)))
    assert told(seen, CheckVerdict.NOTICE, "MAY-242")
    assert "%PATH% ^" in seen.told
    assert told(look(case(tmp_path / "100% & 'a'", windows(tmp_path))), CheckVerdict.SOUND, "MAY-241")
    assert told(look(case(tmp_path, windows(tmp_path))), CheckVerdict.SOUND, "MAY-241")
    assert told(look(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")


def test_a_clock_in_hanoi_with_a_file_system_that_agrees_is_sound(tmp_path: Path) -> None:
    assert told(clock_checks.clock(case(tmp_path)), CheckVerdict.SOUND, "MAY-501")
    assert [path.name for path in tmp_path.iterdir()] == ["TEMP"]


def test_a_machine_of_another_zone_is_told(tmp_path: Path) -> None:
    seen = clock_checks.clock(case(tmp_path, machine(tmp_path, zone=lambda: timedelta(0))))
    assert told(seen, CheckVerdict.NOTICE, "MAY-502")
    assert "máy là UTC, " in seen.told


def test_a_file_system_whose_clock_is_off_is_told_by_how_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 3600)
    seen = clock_checks.clock(case(tmp_path))
    assert told(seen, CheckVerdict.NOTICE, "MAY-503")
    assert "3600 giây" in seen.told or "3599 giây" in seen.told


def test_where_no_file_can_be_made_the_clock_is_not_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", refusing)
    assert told(clock_checks.clock(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-004")


@pytest.mark.parametrize(
    ("minutes", "name"), [(420, "UTC+07:00"), (-210, "UTC-03:30"), (0, "UTC"), (345, "UTC+05:45")]
)
def test_a_zone_is_written_as_people_write_it(minutes: int, name: str) -> None:
    assert zone_name(timedelta(minutes=minutes)) == name


ON_WINDOWS_ALONE: list[Callable[[Any], Seen]] = [
    python_checks.com_cache,
    folder_checks.onedrive,
    folder_checks.signs,
]


@pytest.mark.parametrize("look", ON_WINDOWS_ALONE, ids=lambda look: look.__name__)
def test_what_is_of_windows_alone_is_never_sound_elsewhere(
    tmp_path: Path, look: Callable[[Any], Seen]
) -> None:
    assert look(case(tmp_path)).verdict is CheckVerdict.UNSEEN


def test_this_machine_is_the_one_that_runs_the_test() -> None:
    here = this_machine()
    assert here.python.samefile(sys.executable)
    assert here.is_windows == (os.name == "nt")
