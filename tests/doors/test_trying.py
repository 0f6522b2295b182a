"""Trying without taking: what would come of it is told, and nothing at all is changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.forms.form_filling import Filler
from tests.steps.conftest import Office

Said = pytest.CaptureFixture[str]
Snapshot = dict[Path, tuple[bytes, int]]


def run(*words: object) -> int:
    return main([str(word) for word in words])


def snapshot(folder: Path) -> Snapshot:
    """Return every file below a folder with its bytes and its time."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def received(master: Path, capsys: Said) -> Path:
    """An inbox with one blank form and one file that is none."""
    period = "2024-M01"
    run("forms", master, "--period", period)
    capsys.readouterr()
    inbox = master.parent / "hop-thu-den" / period
    inbox.mkdir(parents=True, exist_ok=True)
    form = (master.parent / "bieu-mau" / period / f"SYT_{period}.xlsx").read_bytes()
    (inbox / "SYT.xlsx").write_bytes(form)
    (inbox / "Công văn.xlsx").write_bytes(b"no form")
    return inbox


def test_a_dry_run_tells_of_every_file_and_changes_nothing(
    master: Path, received: Path, capsys: Said
) -> None:
    before = snapshot(master.parent)
    assert run("collect", master, "--period", "2024-M01", "--dry-run") == 1
    said = capsys.readouterr().out
    assert "Nếu tiếp nhận bây giờ thì" in said
    assert "«SYT.xlsx» (SYT): trả lại." in said
    assert "«Công văn.xlsx»: không dùng được." in said
    assert snapshot(master.parent) == before


def test_a_dry_run_counts_as_the_intake_then_does(master: Path, received: Path, capsys: Said) -> None:
    words = ("collect", master, "--period", "2024-M01", "--json")
    told = []
    for more in ((*words, "--dry-run"), words):
        run(*more)
        told.append(json.loads(capsys.readouterr().out))
    assert told[0]["counts"] == told[1]["counts"]
    assert told[0]["sentence"].endswith(told[1]["sentence"])
    assert [file["verdict"] for file in told[0]["verdicts"]] == ["không dùng được", "trả lại"]


def test_a_dry_run_reads_a_master_that_is_open_elsewhere(master: Path, received: Path) -> None:
    (master.parent / f"~${master.name}").touch()
    assert run("collect", master, "--period", "2024-M01") == 2
    assert run("collect", master, "--period", "2024-M01", "--dry-run") == 1


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_dry_run_needs_no_right_to_write(master: Path, received: Path) -> None:
    master.parent.chmod(0o555)
    try:
        assert run("collect", master, "--period", "2024-M01", "--dry-run") == 1
    finally:
        master.parent.chmod(0o755)


# -- one form ---------------------------------------------------------------------------------------------


def blank(master: Path) -> Path:
    """Issue the forms, and return that of one unit."""
    run("forms", master, "--period", "2024-M01")
    return master.parent / "bieu-mau" / "2024-M01" / "SYT_2024-M01.xlsx"


def filled(master: Path, **changes: object) -> Path:
    """Return a form of that unit, soundly filled in but for the changes."""
    issued = blank(master)
    office = Office(master)
    path = master.parent / "SYT_2024-M01.xlsx"
    data = issued.read_bytes()
    path.write_bytes(Filler(data).fill_in(data, office.answers("SYT", **changes)))
    return path


def test_a_form_is_checked_with_everything_its_master_knows(master: Path, capsys: Said) -> None:
    sound, before = filled(master), snapshot(master.parent)
    assert run("check-form", sound, "--master", master) == 0
    assert "thì: đã nhận (0 lỗi, 0 chỗ cần giải trình)" in capsys.readouterr().out
    assert snapshot(master.parent) == before


def test_a_broken_rule_is_known_only_by_the_master(master: Path, capsys: Said) -> None:
    form = filled(master, KG107=0, KG108=7)
    assert run("check-form", form, "--master", master) == 1
    assert "lỗi: trang «Số liệu», ô D14: Số lượt tham dự lớn hơn" in capsys.readouterr().out
    assert run("check-form", form) == 0


def test_what_a_form_alone_tells_is_told_without_its_master(master: Path, capsys: Said) -> None:
    form = filled(master, KG205="1.25O")
    assert run("check-form", form, "--json") == 1
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (said["unit"], said["period"], said["counts"]["errors"]) == ("SYT", "2024-M01", 1)
    assert [(line["sheet"], line["cell"], line["rule"]) for line in said["findings"]] == [
        ("Số liệu", "D22", "SL-10")
    ]


def test_a_blank_form_is_told_its_blanks_either_way(master: Path, capsys: Said) -> None:
    form = blank(master)
    for more in ((), ("--master", master)):
        assert run("check-form", form, *more) == 1
        assert "Chưa điền 31 chỉ tiêu" in capsys.readouterr().out


def test_what_is_no_form_is_said_to_be_none(master: Path, capsys: Said) -> None:
    other = master.parent / "Công văn.xlsx"
    other.write_bytes(b"no form")
    for more in ((), ("--master", master)):
        assert run("check-form", other, *more) == 1
    assert run("check-form", master.parent / "không.xlsx") == 2


def test_a_form_of_another_master_or_period_counts_for_nobody(master: Path, capsys: Said) -> None:
    older = Path(__file__).parents[1] / "intake" / "older" / "version-2_filled.xlsx"
    book = FileBook(master)
    book.write("tblThoiHan", [row for row in book.read("tblThoiHan") if row["Kỳ"] != "2024-M03"])
    book.save()
    assert run("check-form", older, "--master", master) == 1
    assert "«2024-M03»" in capsys.readouterr().out
    assert run("check-form", older) == 0


def test_a_line_that_only_the_master_knows_is_said_to_be_unchecked(master: Path, capsys: Said) -> None:
    form = filled(master)
    book = load_workbook(form)
    (row,) = [row for row in book["Số liệu"].iter_rows() if row[0].value == "KG110"]
    row[1].value = "Chỉ tiêu riêng của cơ quan"
    book.save(form)
    run("check-form", form)
    assert "chương trình không biết các dòng này khi không có sổ" in capsys.readouterr().out
