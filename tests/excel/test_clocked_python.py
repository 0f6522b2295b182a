"""The interpreter that the tests in Excel give to the buttons, tried without Excel."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import NOW
from tests.excel.clocked_python import ClockedPython

ASK = "from khoagiao_xl.doors.run_action import clock; import xlwings; print(clock().isoformat())"


def test_its_office_clock_shows_the_moment_and_it_knows_all_packages(tmp_path: Path) -> None:
    python = ClockedPython.in_folder(tmp_path / "may")
    python.show(NOW)
    said = subprocess.run([python.path, "-c", ASK], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == NOW.isoformat()
