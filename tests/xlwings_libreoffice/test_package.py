"""The engine is a package of its own, and its README is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import xlwings_libreoffice
from xlwings_libreoffice import connection

HOME = Path(xlwings_libreoffice.__file__).parent
README = (HOME / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(HOME.glob("*.py")), ids=lambda path: path.name)
def test_nothing_of_the_product_is_named_or_imported(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "khoagiao" not in text.lower()
    assert "xlwings.pro" not in text


@pytest.mark.office
@pytest.mark.slow
def test_the_script_in_the_readme_runs(tmp_path: Path) -> None:
    if not connection.can_reach():
        pytest.skip("cần LibreOffice và python3-uno")
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example
    script = tmp_path / "script.py"
    script.write_text(example[1] + "print(total)\n", encoding="utf-8")
    run = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True)
    assert (run.stdout, run.returncode) == ("59.0\n", 0), run.stderr
    assert (tmp_path / "units.xlsx").is_file()


def test_each_file_that_the_readme_names_is_there() -> None:
    for name in re.findall(r"`(\w+\.py|LICENSE)`", README):
        assert (HOME / name).is_file(), name
