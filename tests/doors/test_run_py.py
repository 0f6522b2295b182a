"""The first command of README on machines as they are: a Debian without venv, half an environment, no network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest

from tests.conftest import TOP

PACKAGE = "python{}.{}-venv".format(*sys.version_info)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of its own, with a program that only says where it stands."""
    clone = tmp_path / "bản sao"
    (clone / "src" / "khoagiao_xl").mkdir(parents=True)
    (clone / "src" / "khoagiao_xl" / "__main__.py").write_text("print(__file__)", encoding="utf-8")
    for name in ("run.py", "environment.py", "requirements.lock"):
        shutil.copy(TOP / name, clone)
    monkeypatch.setattr(environment, "TOP", clone)
    monkeypatch.setattr(environment, "VENV", clone / ".venv")
    return clone


def make_without_pip(clone: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", clone / ".venv"], check=True)


# A Python of which Debian has kept a part back, in the hands of root or of somebody else.
DEBIAN = """
import os, runpy, sys
sys.modules["ensurepip"] = None
os.geteuid = lambda: {user}
sys.argv = ["run.py", "demo"]
runpy.run_path("run.py", run_name="__main__")
"""


def run_on_debian(clone: Path, *, user: int, apt: str = "exit 0") -> subprocess.CompletedProcess[str]:
    folder = clone / "bin"
    folder.mkdir()
    (folder / "apt-get").write_text(f"#!/bin/sh\necho $@ >> {folder.as_posix()!r}/asked\n{apt}\n")
    (folder / "apt-get").chmod(0o755)
    child = [sys.executable, "-c", DEBIAN.format(user=user)]
    return subprocess.run(
        child, cwd=clone, env={"PATH": f"{folder}:/usr/bin:/bin"}, capture_output=True, text=True
    )


@pytest.mark.skipif(sys.platform == "win32", reason="apt and its shell are Debian's")
def test_who_may_not_install_is_told_the_one_command_to_type(clone: Path) -> None:
    said = run_on_debian(clone, user=1000)
    assert (
        said.stderr == f"Python của máy thiếu phần venv. Gõ «sudo apt install {PACKAGE}» rồi chạy lại lệnh.\n"
    )
    assert (said.returncode, (clone / ".venv").exists()) == (1, False)


@pytest.mark.skipif(sys.platform == "win32", reason="apt and its shell are Debian's")
def test_root_installs_what_is_missing(clone: Path) -> None:
    said = run_on_debian(clone, user=0, apt="exit 100")
    assert PACKAGE in (clone / "bin" / "asked").read_text().split()
    assert f"Chưa cài được {PACKAGE}" in said.stderr
    assert "Traceback" not in said.stderr


def test_where_there_is_no_apt_a_whole_python_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"Cài Python 3\.11 trở lên đủ bộ"):
        environment.bring_venv()


def test_an_environment_without_pip_is_made_anew(clone: Path) -> None:
    make_without_pip(clone)
    assert not environment.is_whole()
    environment.make_venv()
    assert environment.is_whole()


def test_an_environment_whose_interpreter_is_gone_is_not_whole(clone: Path) -> None:
    make_without_pip(clone)
    environment.python().unlink()
    assert not environment.is_whole()
    environment.python().write_text("no program")
    assert not environment.is_whole()


def test_the_command_starts_the_source_as_it_stands_also_of_a_clone_that_was_moved(clone: Path) -> None:
    make_without_pip(clone)
    environment.link_source()
    environment.link_command()
    moved = clone.rename(clone.with_name("chỗ mới"))
    name = environment.scripts().name + ("/khoagiao.cmd" if sys.platform == "win32" else "/khoagiao")
    said = subprocess.run([moved / ".venv" / name], cwd=moved.parent, capture_output=True, encoding="utf-8")
    assert Path(said.stdout.strip()).resolve() == moved / "src" / "khoagiao_xl" / "__main__.py"


@pytest.mark.parametrize(
    ("pip_says", "told"),
    [
        ("WARNING: ... NewConnectionError('...: Failed to establish a new connection')", "kết nối mạng"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "đĩa đầy",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "không đúng là gói đã khóa",
        ),
        ("ERROR: [Errno 13] Permission denied: '/x'", "không có quyền ghi"),
        ("ERROR: No matching distribution found for lxml==6.0.2", "không có gói cho Python"),
        (
            "/x/.venv/bin/python: No module named pip",
            "một lý do khác (/x/.venv/bin/python: No module named pip)",
        ),
    ],
)
def test_the_cause_that_is_told_is_the_one_that_pip_named(pip_says: str, told: str) -> None:
    with pytest.raises(SystemExit) as left:
        environment.end("Không cài được", pip_says)
    assert told in str(left.value)
    assert ("mạng" in str(left.value)) == (told == "kết nối mạng")


def test_a_folder_that_may_not_be_written_is_one_sentence(clone: Path) -> None:
    (clone / ".venv").write_text("a file stands in the way")
    said = subprocess.run(
        [sys.executable, "run.py", "khoagiao"], cwd=clone, capture_output=True, encoding="utf-8"
    )
    assert (said.returncode, said.stderr.count("Traceback")) == (1, 0)
    assert said.stderr.splitlines()[-1].startswith("Không tạo được môi trường riêng")
