"""Closing a period of a real master, from the inbox on: by the terminal, twice, and when it is interrupted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import CannotWrite

if TYPE_CHECKING:
    from tests.steps.conftest import Office

PERIOD = ("--period", "2024-M01")


@pytest.fixture
def consolidated(office: Office) -> Office:
    """An office with totals of January, by the form of one unit."""
    office.receive("SYT", office.answers("SYT", KG110=1250))
    for action in ("tiep_nhan", "tong_hop"):
        assert office.act(action).status == 0
    return office


def test_closed_corrected_and_reported_again_the_report_is_the_same(consolidated: Office) -> None:
    office = consolidated
    assert office.act("chot_ky", by="Trưởng ban").status == 0
    report = office.folder / "bao-cao" / "Bao-cao-khoa-giao-2024-M01.docx"
    before = report.read_bytes()
    office.receive("SYT", office.answers("SYT", KG110=1500), name="SYT sua.xlsx", days=40)
    office.receive("STP", days=40)
    for action in ("tiep_nhan", "tong_hop", "xuat_bao_cao"):
        office.act(action)
    assert report.read_bytes() == before
    (change,) = office.rows("tblThayDoi", Mã_đơn_vị="SYT")
    assert (change["Mã"], change["Số đã chốt"], change["Số mới"]) == ("KG110", "1.250", "1.500")
    assert (change["Tổng đã chốt"], change["Chênh lệch"]) == (1250, 250)
    assert {row["Mã đơn vị"] for row in office.rows("tblThayDoi")} >= {"SYT", "STP"}


def test_the_terminal_closes_and_reopens_and_says_so(
    consolidated: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    master = str(consolidated.master)
    assert main(["close", master, *PERIOD, "--by", "Trưởng ban", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["totals"] > 0
    assert main(["close", master, *PERIOD]) == 2
    assert "đã chốt ngày" in capsys.readouterr().err
    assert main(["reopen", master, *PERIOD, "--by", "Trưởng ban"]) == 2
    assert main(["reopen", master, *PERIOD, "--by", "Trưởng ban", "--reason", "thêm STP"]) == 0
    assert main(["close", master, *PERIOD]) == 0
    rounds = [row["Lần"] for row in consolidated.rows("tblSoChot", Loại="kỳ")]
    assert rounds == [2, 1]


def test_an_interrupted_closing_leaves_the_master_old_and_the_next_one_whole(
    consolidated: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = consolidated.master.read_bytes()

    def broken(_book: FileBook) -> None:
        raise CannotWrite(path=Path("So.xlsm"))

    with monkeypatch.context() as patch:
        patch.setattr(FileBook, "save", broken)
        assert consolidated.act("chot_ky").status == 2
    assert consolidated.master.read_bytes() == before
    assert consolidated.act("chot_ky").status == 0
    assert consolidated.act("xuat_bao_cao").status == 0


def test_going_back_behind_a_closing_and_closing_anew_keeps_both_snapshots(consolidated: Office) -> None:
    consolidated.now = consolidated.now.replace(minute=30)
    consolidated.act("chot_ky")
    assert main(["restore", str(consolidated.master)]) == 0
    assert consolidated.rows("tblSoChot") == []
    consolidated.now = consolidated.now.replace(hour=9)
    assert consolidated.act("chot_ky").status == 0
    assert len(list(consolidated.folder.rglob("chot/*.json.gz"))) == 2
    assert consolidated.act("xuat_bao_cao").status == 0
