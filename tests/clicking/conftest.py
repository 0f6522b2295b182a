"""A screen for each test that clicks."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.clicking.screen import NEEDED, Screen, screen_of
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
