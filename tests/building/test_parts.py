"""The built package: every part related and of its type, nothing that changes from one build to the next."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from khoagiao_xl.building import build_master
from khoagiao_xl.errors import CannotWrite
from khoagiao_xl.office.profiles import load_profile

TOP = Path(__file__).resolve().parents[2]


def test_two_builds_give_the_same_bytes(built_master: Path, tmp_path: Path) -> None:
    build_master(tmp_path / "again.xlsm", load_profile("2024"))
    assert (tmp_path / "again.xlsm").read_bytes() == built_master.read_bytes()


def test_the_committed_master_is_what_its_source_draws(built_master: Path) -> None:
    assert (TOP / "workbook" / "KhoaGiao-2024.xlsm").read_bytes() == built_master.read_bytes()


def test_a_build_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsm").mkdir()
    with pytest.raises(CannotWrite):
        build_master(tmp_path / "folder.xlsm", load_profile("2024"))
    assert [path.name for path in tmp_path.iterdir()] == ["folder.xlsm"]


def test_every_part_is_reached_by_a_relationship(parts: dict[str, str]) -> None:
    reached = {"[Content_Types].xml", "xl/vbaProject.bin"}
    for name, text in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            targets = re.findall(r'Target="([^"]+)"', re.sub(r'<[^>]*TargetMode="External"[^>]*>', "", text))
            reached |= {posixpath.normpath(posixpath.join(folder, target)) for target in targets}
    assert {name for name in parts if not name.endswith(".rels")} <= reached
    assert reached <= {*parts, "xl/vbaProject.bin"}


def test_the_main_part_is_that_of_a_macro_workbook(parts: dict[str, str]) -> None:
    types = parts["[Content_Types].xml"]
    assert re.search(r'PartName="/xl/workbook.xml" ContentType="[^"]*macroEnabled\.main\+xml"', types)
    assert "application/vnd.ms-office.vbaProject" in types


def test_no_formula_needs_a_newer_excel_than_2010(parts: dict[str, str]) -> None:
    assert not [name for name, text in parts.items() if "_xlfn" in text or "_xlws" in text]


def test_row_heights_are_free_to_grow(parts: dict[str, str]) -> None:
    bodies = [
        text for name, text in parts.items() if re.fullmatch(r"xl/worksheets/sheet([2-9]|1\d)\.xml", name)
    ]
    assert len(bodies) == 18
    assert not [
        found for text in bodies for found in re.findall(r'<row r="(?:[5-9]|\d\d+)"[^>]*customHeight', text)
    ]
