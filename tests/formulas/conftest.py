"""LibreOffice that computes every formula anew, whatever results are stored."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.fixture(scope="session")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a workbook, or several, as LibreOffice stores them after it has computed every formula anew."""
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("không có LibreOffice")
    profile = tmp_path_factory.mktemp("always")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")

    def run(path: Path, *others: Path) -> Path:
        """Return the file of `path`; those of the others lie beside it."""
        out = tmp_path_factory.mktemp("recomputed")
        user = f"-env:UserInstallation={profile.as_uri()}"
        command = [soffice, "--headless", user, "--convert-to", "xlsx", "--outdir", str(out)]
        subprocess.run([*command, str(path), *map(str, others)], check=True, capture_output=True)
        return out / path.with_suffix(".xlsx").name

    return run
