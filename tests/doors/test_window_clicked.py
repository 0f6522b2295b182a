"""The real window under a real mouse: beside a LibreOffice that has the master open, and alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.office_program.find_open import find_open
from khoagiao_xl.doors import run_action
from khoagiao_xl.doors.cli import main
from khoagiao_xl.model import schema
from khoagiao_xl.wording import sentence
from tests.clicking.conftest import copy_master, screen  # noqa: F401  # fixtures
from tests.clicking.tables import different, tables_of
from tests.conftest import NOW
from tests.doors.window_hands import window_on
from tests.patience import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.clicking.screen import Screen

pytest.importorskip("tkinter")
pytestmark = [pytest.mark.office, pytest.mark.slow]
READY = sentence("CS-01", {})


@pytest.fixture
def office_master(
    tmp_path: Path,
    copy_master: Callable[[Path], Path],  # noqa: F811
) -> Path:
    """A master in a folder with awkward signs; a file that is no form waits in its inbox."""
    master = copy_master(tmp_path / "Sổ của 'ta' & %20 100%" / "KhoaGiao-2024.xlsm")
    for period in ("2024-M01", "2024-M05"):
        inbox = master.parent / "hop-thu-den" / period
        inbox.mkdir(parents=True)
        (inbox / "la.txt").write_text("không phải biểu mẫu", encoding="utf-8")
    return master


def in_office(master: Path) -> dict[str, Any]:
    """Return the tables as the open workbook shows them, and the line under its buttons."""
    book = find_open(master)
    assert book
    return {name: book.read(name) for name in tables_of(master)} | {"": book.text("kgTinNhan")}


def journal(master: Path) -> list[object]:
    return [row["Thao tác"] for row in FileBook(master, may_be_open=True).read("tblNhatKy")]


def test_clicks_in_the_window_work_in_the_open_master_as_the_terminal_does_in_a_copy(
    office_master: Path,
    screen: Screen,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    copy = shutil.copytree(office_master.parent, tmp_path / "ban-sao") / office_master.name
    with screen.showing(office_master), window_on(screen, office_master, "+460+200") as window:
        window.wait(READY)
        assert window.told()[0] == sentence("CS-08", {})
        told = [window.do("phat_bieu_mau"), window.do("tiep_nhan"), window.do("kiem_tra_ke_hoach")]
        screen.picture(tmp_path / "canh-nhau.png")
        shown = in_office(office_master)
    monkeypatch.setattr(run_action, "clock", lambda: NOW)
    for verb in ("forms", "collect"):
        main([verb, str(copy), "--period", "2024-M01"])
    main(["check", str(copy)])
    assert different(copy, office_master) == []
    settings = schema.SETTINGS.name
    on_file = tables_of(office_master)
    assert [name for name in on_file if name != settings and shown[name] != on_file[name]] == []
    assert len(on_file["tblNhatKy"]) == 2
    assert told[2].splitlines()[0] == shown[""]


def test_the_period_is_the_open_dashboards_and_going_back_closes_the_master_and_opens_it_again(
    office_master: Path,
    screen: Screen,  # noqa: F811
) -> None:
    with screen.showing(office_master):
        before = tables_of(office_master)
        book = find_open(office_master)
        assert book
        book.tell("kgKy", "2024-M05")
        with window_on(screen, office_master, "+460+200") as window:
            window.wait(READY)
            assert window.period == "2024-M05"
            assert window.do("tiep_nhan").startswith("Tháng 5 năm 2024")
            assert journal(office_master) == ["Tiếp nhận báo cáo"]
            told = window.do("khoi_phuc").splitlines()
            assert told[-1] == sentence("CS-10", {})
            assert in_office(office_master)[""] == told[0]
            assert journal(office_master) == ["Khôi phục bản trước"]
            after = tables_of(office_master)
            assert after | {"tblNhatKy": []} == before


def test_a_double_click_on_the_closed_master_works_once_and_the_window_stays_until_the_end(
    office_master: Path,
    screen: Screen,  # noqa: F811
) -> None:
    inbox = office_master.parent / "hop-thu-den" / "2024-M01"
    for number in range(300):  # work for some seconds
        (inbox / f"la-{number}.txt").write_text(f"không phải biểu mẫu {number}", encoding="utf-8")
    with window_on(screen, office_master) as window:
        window.wait(READY)
        window.click(ACTIONS["tiep_nhan"].label, times=2)
        wait_for(lambda: any("Tiếp nhận báo cáo" in told for told in window.told()), 20)
        window.close()
        window.wait("Tháng 1 năm 2024: 0/8")
        assert sentence("CS-12", {}) in window.told()
        assert journal(office_master) == ["Tiếp nhận báo cáo"]
        window.close()
        wait_for(lambda: window.process.poll() is not None, 20)
        assert window.process.returncode == 0


def test_a_master_renamed_under_the_window_is_missed_and_found_again(
    office_master: Path,
    screen: Screen,  # noqa: F811
) -> None:
    with window_on(screen, office_master) as window:
        window.wait(READY)
        other = office_master.rename(office_master.with_name("Ten-khac.xlsm"))
        missing = sentence("TEP-01", {"path": office_master})
        assert window.do("tiep_nhan") == missing
        window.click_until(sentence("CS-03", {}), lambda: window.told()[-2:] == [missing, missing])
        other.rename(office_master)
        assert window.do("tiep_nhan").startswith("Tháng 1 năm 2024")


def test_a_master_without_periods_is_told_and_filled_without_closing_the_window(
    office_master: Path,
    screen: Screen,  # noqa: F811
) -> None:
    book = FileBook(office_master)
    kept = book.read("tblThoiHan")
    book.write("tblThoiHan", [])
    book.save()
    with window_on(screen, office_master) as window:
        window.wait(sentence("CS-09", {}))
        assert window.do("tiep_nhan") == sentence("CS-09", {})
        book.write("tblThoiHan", kept)
        book.save()
        window.click("")
        screen.mouse("key Escape")
        assert window.do("kiem_tra_ke_hoach")
        assert window.period == "2024-M01"


def test_the_window_opens_the_closed_master_on_the_screen(
    office_master: Path,
    screen: Screen,  # noqa: F811
) -> None:
    try:
        with window_on(screen, office_master) as window:
            window.wait(READY)
            opens = sentence("CS-13", {"name": office_master.name})
            window.click_until(sentence("CS-03", {}), lambda: opens in window.told())
            window.wait(opens)
            wait_for(lambda: find_open(office_master), 60, "sau khi bấm «Mở sổ»")
    finally:
        screen.end_offices()
