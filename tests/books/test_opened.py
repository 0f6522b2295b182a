"""Finding the master in a LibreOffice that nobody told to listen."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.office_program import find_open
from khoagiao_xl.books.package.mending import mend
from tests.clicking.screen import own_soffice
from tests.patience import wait_for
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice") or not connection.can_reach(), reason="cần LibreOffice"),
]


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A user whose `soffice` has a profile of its own; the part of its command line that tells it."""
    profile = f"-env:UserInstallation={(tmp_path / 'user').as_uri()}"
    monkeypatch.setenv("PATH", f"{own_soffice(tmp_path / 'bin', profile)}:{os.environ['PATH']}")
    monkeypatch.setenv(connection.PIPE_VARIABLE, f"khoagiao-{uuid.uuid4().hex[:8]}")
    return profile


@pytest.fixture
def lock(user: str, master: Path) -> Iterator[Path]:
    """The master open in the user's LibreOffice, started without any pipe; its lock file."""
    words = ["soffice", "--headless", "--norestore", "--nologo", str(master)]
    office = subprocess.Popen(words, start_new_session=True, stderr=subprocess.DEVNULL)
    sign = master.with_name(f".~lock.{master.name}#")
    wait_for(sign.exists)
    yield sign
    os.killpg(office.pid, signal.SIGKILL)
    office.wait()


def processes(profile: str) -> list[str]:
    """Return what still runs with `profile` on its command line."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # ended while we looked
            if profile.encode() in entry.read_bytes():
                found.append(str(entry))
    return found


def test_an_office_that_was_not_told_to_listen_is_asked_to(lock: Path, master: Path) -> None:
    wait_for(lambda: find_open.find_open(master))  # the lock is there before the workbook
    book = find_open.find_open(master)
    assert book is not None
    assert book.path == master
    book.write("tblNgayNghi", [])
    book.save()
    assert (find_open.find_open(master) or book).read("tblNgayNghi") == []
    assert find_open.find_open(master.with_name("khac.xlsm")) is None


def test_what_was_stored_there_is_mended_at_once(lock: Path, master: Path) -> None:
    wait_for(lambda: find_open.find_open(master))
    book = find_open.find_open(master)
    assert book is not None
    book.write("tblNgayNghi", [{"Tên": "Tết"}])
    book.save()
    assert not mend(master), "it was mended when it was stored"
    assert FileBook(master, may_be_open=True).read("tblNgayNghi")[0]["Tên"] == "Tết"


def test_an_office_that_cannot_be_asked_is_no_open_master(
    lock: Path, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert find_open.find_open(master) is None


def test_a_lock_that_a_crash_left_starts_no_office(user: str, master: Path) -> None:
    master.with_name(f".~lock.{master.name}#").write_text(",x,y,01.01.2024 08:00,;", encoding="utf-8")
    assert find_open.find_open(master) is None
    assert not processes(user)


def test_on_a_slow_machine_the_office_that_was_asked_is_neither_given_up_nor_ended(
    lock: Path, master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "soffice"
    slow = program.read_text(encoding="utf-8").replace("exec ", "") + "sleep 2\n"  # hands on, and lingers
    program.write_text(slow, encoding="utf-8")
    monkeypatch.setattr(connection, "PATIENCE", 10)
    found = wait_for(lambda: connection.connect_or_ask(connection.usual_pipe()))
    assert found
    assert found.is_there
    wait_for(lambda: find_open.find_open(master))
