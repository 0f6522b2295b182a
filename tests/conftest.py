"""What every test may use, and what no test may do: start Excel, send mail, write outside its own folder."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import smtplib
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from hypothesis import HealthCheck

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.intake.safety import worker_process
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job

if TYPE_CHECKING:
    from collections.abc import Callable

pytest_plugins = ["tests.made_once", "tests.raised"]
TOP = Path(__file__).resolve().parents[1]
SHARED = TOP.parent / "shared"
NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001  # the office's clock

LONGEST = (
    "tests/clicking/test_whole_day", "tests/clicking/test_bad_moments", "tests/doors/test_demo", "tests/mutations/",
    "tests/repair_causes/test_artefacts", "tests/forms/test_demo_forms",
    "tests/books/test_calls_per_action", "tests/excel_stand_in/", "tests/clicking/", "tests/how_to_add/", "tests/doors/test_window_clicked",
    "tests/books/", "tests/building/", "tests/steps/",
)  # fmt: skip
SLOW = ("tests/how_to_add/", "tests/mutations/")

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TEMPORARY = Path(tempfile.gettempdir())  # on Windows perhaps under a short name, of which both are used
_NOWHERE = Path(os.path.abspath(os.devnull))  # noqa: PTH100  # Windows has no folder for it
_OWN_PLACES = [_TEMPORARY, _TEMPORARY.resolve(), _NOWHERE, Path("/dev"), Path("/proc")]
# pytest makes its cache under a passing name first.
_OWN_NAMES = (".hypothesis", ".pytest_cache", "pytest-cache-files-", "__pycache__", ".mypy_cache")


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse to open a file for writing anywhere but in a test's own folder."""
    if event != "open" or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    flags = arguments[2] if isinstance(arguments[2], int) else 0
    if not flags & _WRITING:
        return
    path = Path(os.path.abspath(os.fsdecode(arguments[0])))  # noqa: PTH100  # resolve() would open again
    is_cache = any(part.startswith(_OWN_NAMES) for part in path.parts)
    is_temporary = any(place in (path, *path.parents) for place in _OWN_PLACES)
    # The checkout itself may lie among the temporary files.
    is_own = is_cache or (is_temporary and TOP not in path.parents)
    if not is_own:
        raise PermissionError(f"a test wrote outside its own folder: {path}")


sys.addaudithook(_watch)

# What takes long on a busy machine is no fault; and a gate finds the same in every run.
hypothesis.settings.register_profile(
    "gate", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis.settings.load_profile("gate")


# What each process that opens strangers' files would import anew: one that has done so begins the others. How
# the product starts them is tried by what uses `started_as_in_the_office` and by all that runs the command.
OPENERS = [
    "khoagiao_xl.intake.reading.read_form",
    "khoagiao_xl.intake.returning.returned_copies",
    "openpyxl",
    "pebble",
    "python_calamine",
]


def pytest_configure(config: pytest.Config) -> None:
    """Let the processes that open files begin quickly, where the system can do that."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_forkserver_preload(OPENERS)
        worker_process.START = "forkserver"  # type: ignore[misc]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Keep the garbage collector from going through ten thousand tests again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)  # before they are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left alone with it at the end."""

    def rank(item: pytest.Item) -> int:
        return next((at for at, start in enumerate(LONGEST) if item.nodeid.startswith(start)), len(LONGEST))

    items.sort(key=rank)
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def _no_mail_no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test tried to send mail or to open an office program")

    real_connect = smtplib.SMTP.connect

    def loopback_only(self: smtplib.SMTP, host: str = "localhost", port: int = 0, *rest: Any) -> Any:
        if host not in ("localhost", "127.0.0.1", "::1"):
            refuse()
        return real_connect(self, host, port, *rest)

    monkeypatch.setattr(smtplib.SMTP, "connect", loopback_only)
    monkeypatch.setattr(os, "startfile", refuse, raising=False)


@pytest.fixture
def started_as_in_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each process that opens files as the product does, not from one that has imported everything."""
    monkeypatch.setattr(worker_process, "START", "spawn")


@pytest.fixture
def master(built_master: Path, tmp_path: Path) -> Path:
    """A fresh master in the test's own folder."""
    return Path(shutil.copy(built_master, tmp_path / "KhoaGiao-2024.xlsm"))


@pytest.fixture
def book(master: Path) -> FileBook:
    """The test's own master, opened."""
    return FileBook(master)


@pytest.fixture
def job() -> Callable[..., Job]:
    """Make a job of 22 January 2024, 08:00."""

    def make(period: str = "2024-M01", **needs: Any) -> Job:
        return Job(NOW, Period.parse(period) if period else None, **needs)

    return make
