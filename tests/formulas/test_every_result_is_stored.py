"""Beside every formula that the product stores stands what it gives: a preview or a phone computes none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report.chart_drawing import chart_workbook
from khoagiao_xl.report.chart_series import Chart, Series
from tests.formulas.stored_cells import differences, formula_cells, shown, without_result

MASTER, STORE = "KhoaGiao-2024.xlsm", "KhoaGiao-2024-luu-tru"
KINDS = ("2024-M01", "2024-Q1", "tin-nhanh")
A_FEW = 6
ABOVE = {"ma_tren": "K1", "ma_so_tren": "KG-TINH01"}  # whose form the office draws for itself
# Whatever is here can be worked out by no one but the program itself; nothing is.
NOT_KNOWN: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def new_masters(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A new master for each office program, computed for today: LibreOffice knows no other day."""
    now = datetime.now()  # noqa: DTZ005  # by the clock of the machine, as TODAY() gives it
    folder = tmp_path_factory.mktemp("new")
    excel, libreoffice = folder / "excel.xlsm", folder / "libreoffice.xlsm"
    build_master(excel, load_profile("2024"), with_xlwings=True, now=now)
    build_master(libreoffice, load_profile("2024"), for_office="libreoffice", now=now)
    return [excel, libreoffice]


@pytest.fixture(scope="module")
def upward_form(small_day: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office's own figures in the form of the level above."""
    master = Path(shutil.copy(small_day / MASTER, tmp_path_factory.mktemp("upward") / MASTER))
    book = FileBook(master)
    rows = book.read("tblCauHinh")
    book.write(
        "tblCauHinh", [{**row, "Giá trị": ABOVE.get(str(row["Khóa"]), row["Giá trị"])} for row in rows]
    )
    book.save()
    job = Job(datetime(2024, 4, 20, 8), Period.parse("2024-Q1"), out=master.parent)  # noqa: DTZ001
    run_action("gui_cap_tren", master, job)
    (form,) = master.parent.glob("*.xlsx")
    return form


def sound(paths: list[Path]) -> list[Path]:
    """Return the workbooks among them that are whole: an inbox holds others."""
    return [path for path in paths if path.read_bytes().endswith(b"\0\0") and path.read_bytes()[:2] == b"PK"]


def blank_forms(day: Path) -> list[Path]:
    return [path for kind in KINDS for path in sorted((day / "bieu-mau" / kind).glob("*.xlsx"))[:A_FEW]]


def filled_forms(day: Path) -> list[Path]:
    return sound(sorted((day / "hop-thu-den").rglob("*.xlsx")))


def returned_copies(day: Path) -> list[Path]:
    return sorted((day / "tra-lai").rglob("*.xlsx"))


def masters_after_each_action(day: Path) -> list[Path]:
    """Return the master as it was before each action, which is as the one before had left it, and as it is."""
    return [*sorted((day / STORE / "sao-luu").glob("*.xlsm")), day / MASTER]


def lacking(paths: list[Path]) -> dict[str, list[str]]:
    assert paths
    found = {path.name: without_result(path) for path in paths}
    return {name: cells for name, cells in found.items() if cells != list(NOT_KNOWN)}


def test_a_new_master_lacks_no_result(new_masters: list[Path]) -> None:
    assert not lacking(new_masters)
    assert len(formula_cells(new_masters[0])) > 900


def test_nor_does_the_master_after_any_action(small_day: Path) -> None:
    masters = masters_after_each_action(small_day)
    assert len(masters) > 20
    assert not lacking(masters)


def test_nor_do_blank_forms(small_day: Path) -> None:
    assert not lacking(blank_forms(small_day))


def test_nor_do_filled_forms(small_day: Path) -> None:
    assert not lacking(filled_forms(small_day))


def test_nor_do_returned_copies(small_day: Path) -> None:
    assert not lacking(returned_copies(small_day))


def test_nor_does_the_form_for_the_level_above(upward_form: Path) -> None:
    assert not lacking([upward_form])


def test_the_workbook_of_a_chart_in_a_report_holds_no_formula_at_all(tmp_path: Path) -> None:
    chart = Chart("bieu_do_thang", "Số cuộc", ("T1", "T2"), (Series("Hội nghị", (265, 266)),))
    path = tmp_path / "chart.xlsx"
    path.write_bytes(chart_workbook(chart))
    assert not formula_cells(path)


@pytest.mark.office
def test_libreoffice_computes_what_the_masters_store(
    new_masters: list[Path], small_day: Path, tmp_path: Path, recomputed: Callable[..., Path]
) -> None:
    lived = Path(shutil.copy(small_day / MASTER, tmp_path / "lived.xlsm"))
    book = FileBook(lived)
    book.compute(datetime.now())  # noqa: DTZ005  # for the day that LibreOffice knows
    book.save()
    assert_as_recomputed([lived, *new_masters], recomputed)


@pytest.mark.office
def test_libreoffice_computes_what_the_forms_store(
    small_day: Path, upward_form: Path, tmp_path: Path, recomputed: Callable[..., Path]
) -> None:
    some = filled_forms(small_day)[::9]
    paths = [*blank_forms(small_day)[::A_FEW], *some, *returned_copies(small_day), upward_form]
    numbered = [shutil.copy(path, tmp_path / f"{at}.xlsx") for at, path in enumerate(paths)]
    assert_as_recomputed(list(map(Path, numbered)), recomputed)


def assert_as_recomputed(paths: list[Path], recomputed: Callable[..., Path]) -> None:
    folder = recomputed(*paths).parent
    for path in paths:
        cells = formula_cells(path)
        anew = shown(folder / f"{path.stem}.xlsx", cells)
        assert not differences(shown(path, cells), anew), path.name
