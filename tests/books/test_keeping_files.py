"""Backups, locks and names."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl import files
from khoagiao_xl.errors import Busy, NotAFolder

MOMENT = datetime(2024, 1, 1, 8)  # noqa: DTZ001


def test_a_second_run_on_the_same_master_is_told_to_wait(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    with (
        files.only_writer(path),
        pytest.raises(Busy, match="Chờ thao tác đó xong") as refused,
        files.only_writer(path),
    ):
        pass
    assert refused.value.code == "TEP-04"


def test_old_backups_thin_out_to_thirty_and_the_first_of_each_month(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(b"x")
    for day in range(100):
        files.back_up(path, tmp_path / "sao-luu", MOMENT + timedelta(days=day), "tong_hop")
    kept = files.backups_of(path, tmp_path / "sao-luu")
    assert len(kept) == 30 + 3
    assert "20240101" in kept[0].name
    assert "20240409" in kept[-1].name


def test_the_backup_of_one_master_is_not_that_of_another(tmp_path: Path) -> None:
    for name in ("so.xlsm", "so.2.xlsm"):
        (tmp_path / name).write_bytes(b"x")
        files.back_up(tmp_path / name, tmp_path / "b", MOMENT, "tong_hop")
    assert len(files.backups_of(tmp_path / "so.xlsm", tmp_path / "b")) == 1


@given(st.text(max_size=120))
def test_a_safe_name_is_plain_ascii_and_no_device(text: str) -> None:
    name = files.safe_name(text)
    assert name.isascii()
    assert 0 < len(name) <= 81
    assert not set(name) & set('\\/:*?"<>| \n')
    assert name.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize(
    ("text", "name"), [("Sở Y tế", "So-Y-te"), ("ĐẢNG ỦY / khối", "DANG-UY-khoi"), ("nul", "_nul")]
)
def test_a_vietnamese_name_stays_readable(text: str, name: str) -> None:
    assert files.safe_name(text) == name


def test_a_path_that_is_no_folder_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotAFolder, match="không phải là thư mục"):
        files.existing_folder(tmp_path / "không có")


def test_what_somebody_worked_in_is_put_aside_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    assert not files.write_beside_older(path, b"first", MOMENT)
    assert not files.write_beside_older(path, b"first", MOMENT)
    path.write_bytes(b"edited by hand")
    assert files.write_beside_older(path, b"second", MOMENT)
    assert path.read_bytes() == b"second"
    assert (tmp_path / files.OLDER / "20240101-080000" / "bao-cao.docx").read_bytes() == b"edited by hand"
