"""What LibreOffice takes from a master it saves comes back; what it has not touched stays as it is."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.mending import mend
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import ChangedMeanwhile
from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def saved(built_master: Path, convert: Callable[[Path, str], Path], tmp_path: Path) -> Path:
    """The master as LibreOffice writes it, in the test's own folder."""
    return Path(
        shutil.copy(convert(built_master, "xlsm:Calc MS Excel 2007 VBA XML"), tmp_path / "saved.xlsm")
    )


def buttons_of(path: Path, convert: Callable[[Path, str], Path]) -> list[str]:
    """Return the macros of the drawn buttons LibreOffice finds in the file."""
    with zipfile.ZipFile(convert(path, "ods")) as package:
        content = package.read("content.xml").decode()
    return re.findall(r"VBAProject\.\w+\.(KG_\w+)\?", content)


@pytest.mark.office
def test_buttons_outlive_a_save_by_libreoffice(
    master: Path, saved: Path, convert: Callable[[Path, str], Path]
) -> None:
    wanted = buttons_of(master, convert)
    on_sheets = [sheet for action in ACTIONS.values() for sheet in action.sheets]
    assert len(wanted) == len(ACTIONS) + len(on_sheets)
    assert buttons_of(saved, convert) == []
    assert mend(saved)
    assert buttons_of(saved, convert) == wanted


@pytest.mark.office
def test_the_modules_belong_to_their_sheets_again(saved: Path) -> None:
    mend(saved)
    with zipfile.ZipFile(saved) as package:
        assert b'<workbookPr codeName="ThisWorkbook"' in package.read("xl/workbook.xml")
        assert b'<sheetPr codeName="Sheet7"' in package.read("xl/worksheets/sheet7.xml")
    assert not mend(saved)


def test_a_master_libreoffice_has_not_saved_stays_as_it_is(master: Path) -> None:
    before = master.read_bytes()
    assert not mend(master)
    assert master.read_bytes() == before


@pytest.mark.office
def test_a_master_that_is_stored_once_more_while_it_is_mended_is_left_as_it_was_stored(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_together = Package.to_bytes

    def while_somebody_stores(package: Package) -> bytes:
        saved.write_bytes(saved.read_bytes() + b" ")
        return put_together(package)

    monkeypatch.setattr(Package, "to_bytes", while_somebody_stores)
    with pytest.raises(ChangedMeanwhile):
        mend(saved)
    assert saved.read_bytes().endswith(b" ")


@pytest.mark.office
def test_the_mended_file_keeps_the_time_by_which_libreoffice_knows_it(saved: Path) -> None:
    stored = saved.stat().st_mtime_ns
    assert mend(saved)
    assert saved.stat().st_mtime_ns == stored


@pytest.mark.office
def test_nothing_is_found_wrong_in_a_master_that_libreoffice_saved(saved: Path) -> None:
    assert inspect(Year.read(FileBook(saved))) == []
