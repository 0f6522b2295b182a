"""The parts of a built master, and LibreOffice where there is one."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.building import build_master
from khoagiao_xl.office.profiles import load_profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.made_once import MakeOnce


@pytest.fixture(scope="session")
def parts(built_master: Path) -> dict[str, str]:
    """Every text part of the built master by its name."""
    with zipfile.ZipFile(built_master) as package:
        return {name: package.read(name).decode() for name in package.namelist() if not name.endswith(".bin")}


@pytest.fixture(scope="session")
def workbook(built_master: Path) -> Any:
    """The built master as openpyxl reads it, with formulas."""
    import openpyxl

    return openpyxl.load_workbook(built_master, keep_vba=True)


@pytest.fixture(scope="session")
def windows_python() -> str:
    """Where Python lies on a machine of the office."""
    return r"C:\Users\Văn Thư\khoa giao\.venv\Scripts\python.exe"


@pytest.fixture(scope="session")
def excel_master(tmp_path_factory: pytest.TempPathFactory, windows_python: str) -> Path:
    """A master as `khoagiao new` makes it for Excel on that machine."""
    path = tmp_path_factory.mktemp("excel") / "So.xlsm"
    build_master(path, load_profile("2024").with_setting("python", windows_python), with_xlwings=True)
    return path


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory, made_once: MakeOnce) -> Callable[[Path, str], Path]:
    """Let LibreOffice, with a profile of its own, open a workbook and write it in another format.

    The same workbook is converted once for all tests, which may copy but not change what they get.
    """
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("không có LibreOffice")
    profile = tmp_path_factory.mktemp("profile")

    def run(path: Path, kind: str) -> Path:
        def fill(out: Path) -> None:
            user = f"-env:UserInstallation={profile.as_uri()}"
            command = [soffice, "--headless", user, "--convert-to", kind, "--outdir", str(out), str(path)]
            subprocess.run(command, check=True, capture_output=True)

        content = hashlib.sha256(path.read_bytes() + kind.encode()).hexdigest()
        made = made_once(f"{path.stem}-{content[:16]}", fill)
        return made / path.with_suffix(f".{kind.split(':', maxsplit=1)[0]}").name

    return run
