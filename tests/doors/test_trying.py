"""Trying without taking: what would come of it is told, and nothing at all is changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from khoagiao_xl.doors.cli import main

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
