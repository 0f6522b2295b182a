"""The program's own wheel: complete without the checkout, as a master made from it shows."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from khoagiao_xl.bundling.own_wheel import own_wheel, own_wheel_name
from khoagiao_xl.bundling.source_tree import SourceTree
from khoagiao_xl.installing.bundle_names import STARTER
from khoagiao_xl.installing.command_files import source_of
from tests.conftest import TOP


@pytest.fixture(scope="module")
def wheel() -> bytes:
    return own_wheel(SourceTree(TOP))


def test_every_file_stands_in_its_record(wheel: bytes) -> None:
    with ZipFile(BytesIO(wheel)) as archive:
        names = archive.namelist()
        record = archive.read(next(name for name in names if name.endswith("/RECORD")))
    assert [row[0] for row in csv.reader(record.decode("utf-8").splitlines())] == names


def test_it_says_its_name_its_packages_and_its_command(wheel: bytes) -> None:
    with ZipFile(BytesIO(wheel)) as archive:
        [metadata] = [archive.read(name).decode() for name in archive.namelist() if name.endswith("METADATA")]
        [points] = [archive.read(name).decode() for name in archive.namelist() if name.endswith("points.txt")]
    assert metadata.startswith("Metadata-Version: 2.1\nName: khoagiao-xl\n")
    assert "Requires-Dist: xlwings>=0.37,<0.38\n" in metadata
    assert points == "[console_scripts]\nkhoagiao = khoagiao_xl.__main__:main\n"


def test_a_master_for_excel_is_made_by_what_was_unpacked_from_it(wheel: bytes, tmp_path: Path) -> None:
    with ZipFile(BytesIO(wheel)) as archive:
        archive.extractall(tmp_path / "packages")
    command = [sys.executable, "-P", "-m", "khoagiao_xl", "new", "So.xlsm", "--year", "2026"]
    where = os.environ | {"PYTHONPATH": str(tmp_path / "packages")}
    done = subprocess.run(command, cwd=tmp_path, env=where, capture_output=True, encoding="utf-8")
    assert (done.returncode, (tmp_path / "So.xlsm").exists()) == (0, True), done.stderr


def test_the_installation_begins_out_of_the_packed_wheel(wheel: bytes, tmp_path: Path) -> None:
    (tmp_path / own_wheel_name()).write_bytes(wheel)
    (tmp_path / STARTER).write_text(source_of(STARTER), encoding="utf-8")
    alone = [sys.executable, "-I", "-S", "-B", str(tmp_path / STARTER)]  # -S: not one installed package
    done = subprocess.run(alone, capture_output=True, encoding="utf-8")
    assert (done.returncode, "khoagiao.json" in done.stdout, done.stderr) == (2, True, "")
