"""Figures apart from the master: by province and period, read by any program, added up like those on sheets."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyarrow import dataset

from khoagiao_xl.office.apart_figures import province_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.made_once import MakeOnce
    from tests.steps.conftest import Office

IMPORTED = "import sys, khoagiao_xl.doors.cli, khoagiao_xl.steps.take_in, khoagiao_xl.steps.consolidate; print(*sys.modules)"


@pytest.mark.parametrize(
    ("unit", "province"), [("H26-0012", "H26"), ("H26.3.5", "H26"), ("SYT", "chung"), ("-1", "chung")]
)
def test_the_province_is_what_a_code_begins_with(unit: str, province: str) -> None:
    assert province_of(unit) == province


@pytest.fixture
def apart_office(made_once: MakeOnce, full_office: Office, two_workers: str) -> Office:
    """An office of its own whose January was taken in on a cluster and added up."""

    def take_in(folder: Path) -> None:
        full_office.act("tiep_nhan", scheduler=two_workers)
        full_office.act("tong_hop")
        shutil.copytree(full_office.folder, folder, dirs_exist_ok=True)

    shutil.copytree(made_once("apart", take_in), full_office.folder, dirs_exist_ok=True)
    return full_office


def test_the_figures_lie_in_a_dataset_and_the_master_shows_the_totals(apart_office: Office) -> None:
    top = apart_office.folder / "KhoaGiao-2024-luu-tru" / "so-lieu"
    rows = dataset.dataset(top, partitioning="hive").to_table().to_pylist()
    assert {(row["ma_don_vi"], row["tinh"], row["ky"]) for row in rows} == {
        (unit, "chung", "2024-M01") for unit in ("VPTU", "BAO", "SGDDT", "SYT", "STC", "STP")
    }
    (total,) = apart_office.rows("tblTongHop", Mã="KG001")
    assert total["Kỳ này"] == sum(row["KG001"] for row in rows)
    assert apart_office.rows("tblSoLieu") == []


def test_totals_that_new_figures_outdate_are_taken_out(apart_office: Office, two_workers: str) -> None:
    apart_office.receive("SYT", apart_office.answers("SYT", KG110=1), name="SYT moi.xlsx", days=-0.5)
    apart_office.act("tiep_nhan", scheduler=two_workers)
    assert apart_office.rows("tblTongHop") == []


def test_taken_in_here_again_the_sheets_hold_the_figures(apart_office: Office) -> None:
    apart_office.act("tiep_nhan")
    assert len(apart_office.rows("tblSoLieu")) == 6
    assert apart_office.act("tong_hop").counts["units_counted"] == 6


def test_without_the_extra_figures_that_lie_apart_are_not_counted_as_missing(
    apart_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    outcome = apart_office.act("tong_hop")
    assert (outcome.status, outcome.sentence) == (2, sentence("TN-180", {}))


def test_nothing_of_a_cluster_is_imported_where_none_is_named() -> None:
    told = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)
    assert {"dask", "distributed", "fsspec", "pyarrow"}.isdisjoint(told.stdout.split())
