"""A screen for each test that clicks."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clicking.desk import make_master
from tests.clicking.screen import NEEDED, Screen, screen_of
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.made_once import MakeOnce


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A screen of our own; skipped, with the reason, where it cannot be had."""
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    if missing or not connection.can_reach():
        pytest.skip(f"cần {', '.join(missing) or 'python3-uno'}")
    with screen_of(tmp_path) as found:
        for name in ("PATH", connection.PIPE_VARIABLE):
            monkeypatch.setenv(name, found.env[name])
        yield found


@pytest.fixture(scope="session")
def copy_master(made_once: MakeOnce) -> Callable[[Path], Path]:
    """Put a fresh master of eight units for LibreOffice at a place."""
    made = made_once("clicking", lambda folder: make_master(folder / "So.xlsm"))

    def copy(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(made / "So.xlsm", path))

    return copy
