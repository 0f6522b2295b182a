"""A sheet that is as it was is taken from what this process made of it last; one that is not is read anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package import sheet_memory as memory
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_cells import SheetCells
from khoagiao_xl.books.package.sheet_memory import last_known

SHEET = "Thời hạn"
BEHIND = ["xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forget what was known, and note the sheets that are read from now on."""
    read: list[str] = []
    plain = SheetCells._read_grid

    def noted(cells: SheetCells, sheet: str) -> Any:
        read.append(sheet)
        return plain(cells, sheet)

    monkeypatch.setattr(memory, "_LAST", {})
    monkeypatch.setattr(SheetCells, "_read_grid", noted)
    return read


def changed(master: Path, part: str) -> None:
    """Let another program write a part otherwise, to the same effect."""
    package = Package.parse(master.read_bytes())
    package.replace(part, package.read(part) + b"<!-- otherwise -->")
    master.write_bytes(package.to_bytes())


def deadlines(master: Path) -> list[dict[str, Any]]:
    return list(FileBook(master).read("tblThoiHan"))


def test_what_was_made_of_the_same_content_is_handed_out_again(opened: list[str]) -> None:
    made = [last_known("a part", content, object) for content in (b"1", b"1", b"2", b"1", b"2", b"3", b"1")]
    assert [made.index(one) for one in made] == [0, 0, 2, 0, 2, 5, 6]  # of three the first is forgotten
    assert (opened, len(memory._LAST)) == ([], 1)


def test_a_sheet_of_a_master_that_is_opened_again_is_not_read_again(master: Path, opened: list[str]) -> None:
    assert deadlines(master) == deadlines(master) != []
    assert opened == [SHEET]


def test_one_that_was_written_is(master: Path, opened: list[str]) -> None:
    book = FileBook(master)
    rows = book.read("tblThoiHan")
    book.write("tblThoiHan", rows[1:])
    book.save()
    assert (deadlines(master), opened.count(SHEET)) == (rows[1:], 2)


@pytest.mark.parametrize("part", BEHIND)
def test_so_is_one_behind_whose_cells_anything_has_changed(
    master: Path, opened: list[str], part: str
) -> None:
    before = deadlines(master)
    changed(master, part)
    assert (deadlines(master), opened) == (before, [SHEET, SHEET])


def test_another_sheet_that_changed_is_no_reason(master: Path, opened: list[str]) -> None:
    deadlines(master)
    package = Package.parse(master.read_bytes())
    changed(master, parts.sheets(package)["Nhật ký"])
    deadlines(master)
    assert opened == [SHEET]


def test_rows_that_somebody_changes_are_the_sheets_own_for_the_next(master: Path, opened: list[str]) -> None:
    before = deadlines(master)
    for row in deadlines(master):
        row.clear()
    assert (deadlines(master), opened) == (before, [SHEET])


def test_a_date_that_is_shown_as_a_number_now_is_read_as_one(master: Path, opened: list[str]) -> None:
    dated = [value for row in deadlines(master) for value in row.values() if hasattr(value, "year")]
    package = Package.parse(master.read_bytes())
    styles = package.read_text("xl/styles.xml")
    package.replace_text("xl/styles.xml", styles.replace("dd/mm/yyyy", "0.00"))
    master.write_bytes(package.to_bytes())
    assert dated
    assert not [value for row in deadlines(master) for value in row.values() if hasattr(value, "year")]
    assert opened == [SHEET, SHEET]
