"""An Excel master made on the user's machine starts Python by itself: xlwings' own modules, our own setting."""

from __future__ import annotations

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import macros_off, standalone
from khoagiao_xl.building.defined_names import LISTS
from khoagiao_xl.building.standalone import SHEET, SOURCES
from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import MissingPart
from khoagiao_xl.model.schema import SHEETS
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import SENTENCES

PACKAGE = Path(str(getattr(find_spec("xlwings"), "origin", ""))).parent


def sheets_of(path: Path) -> dict[str, str]:
    """Return the name and the state of every sheet."""
    import openpyxl

    return {sheet.title: sheet.sheet_state for sheet in openpyxl.load_workbook(path)}


def modules_of(path: Path) -> dict[str, str]:
    """Return the code of every module as oletools reads it."""
    from oletools import olevba

    parser: Any = olevba.VBA_Parser(str(path))  # type: ignore[no-untyped-call]
    found = {name: code for _, _, name, code in parser.extract_macros()}
    parser.close()
    return found


def lines_of(code: str, spelling: Any = str) -> list[str]:
    """Return the code without what the editor keeps at its head, which differs between a file and a project."""
    body = code.split("\nEND\n", 1)[-1].rstrip().splitlines()
    return [spelling(line) for line in body if not line.startswith("Attribute VB_")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # oletools and pyparsing disagree
@pytest.mark.parametrize("name", SOURCES)
def test_a_module_is_the_text_of_the_installed_package(excel_master: Path, name: str) -> None:
    file = PACKAGE / name
    read, text = modules_of(excel_master)[file.name], file.read_text(encoding="ascii")
    assert lines_of(read) == lines_of(text)
    assert f'Attribute VB_Name = "{file.stem}"' in read


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_modules_are_those_that_xlwings_delivers_in_a_workbook_of_its_own(excel_master: Path) -> None:
    theirs = modules_of(PACKAGE / "quickstart_standalone.xlsm")
    ours = modules_of(excel_master)
    for name in ("xlwings.bas", "Dictionary.cls"):
        # Excel's editor had written «err» for «Err».
        assert lines_of(ours[name], str.casefold) == lines_of(theirs[name], str.casefold)
    assert set(ours) - {"KhoaGiao.bas"} >= set(theirs) - {"Module1.bas"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_scanner_finds_what_the_page_of_macros_explains_and_nothing_that_runs_by_itself(
    excel_master: Path,
) -> None:
    from oletools import olevba

    parser: Any = olevba.VBA_Parser(str(excel_master))  # type: ignore[no-untyped-call]
    found = [(kind, word.casefold()) for kind, word, _ in parser.analyze_macros()]
    parser.close()
    page = (Path(__file__).parents[2] / "docs" / "macros.md").read_text(encoding="utf-8").casefold()
    assert [word for kind, word in found if kind == "Suspicious" and f"`{word}`" not in page] == []
    assert {kind for kind, _ in found} == {"Suspicious", "IOC", "Hex String"}


def test_the_package_passes_the_check_of_its_macros(excel_master: Path) -> None:
    from pyopenvba import check_file

    assert list(check_file(excel_master).issues) == []


def test_the_sheet_is_hidden_for_good_and_stands_after_ours(excel_master: Path) -> None:
    sheets = sheets_of(excel_master)
    assert sorted(list(sheets)[: len(SHEETS)]) == sorted(SHEETS)
    assert list(sheets)[len(SHEETS) :] == [macros_off.SHEET, LISTS, SHEET]
    assert sheets[SHEET] == "veryHidden"


def test_an_action_keeps_the_modules_and_the_sheet_byte_for_byte(tmp_path: Path) -> None:
    master, guidance = tmp_path / "So.xlsm", tmp_path / "HD.txt"
    guidance.write_text("Hướng dẫn năm 2024\nI. NHIỆM VỤ\n- Tổ chức hội nghị trước ngày 20/6/2024.", "utf-8")
    assert main(["new", str(master)]) == 0
    before = kept(master)
    assert main(["plan", str(master), str(guidance)]) == 0
    assert kept(master) == before


def kept(master: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(master) as package:
        last = f"xl/worksheets/sheet{len(SHEETS) + 3}.xml"
        assert b"kgPython" in package.read(last)
        return {name: package.read(name) for name in ("xl/vbaProject.bin", "xl/workbook.xml", last)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("office", "module"), [("excel", "xlwings.bas"), ("libreoffice", "ForLibreOffice.bas")]
)
def test_new_names_its_own_python_and_takes_the_modules_of_the_office(
    tmp_path: Path, office: str, module: str
) -> None:
    master = tmp_path / "So.xlsm"
    assert main(["new", str(master), "--office", office]) == 0
    assert Year.read(FileBook(master)).settings.python == sys.executable
    others = {name for name in modules_of(master) if name.endswith(".bas")} - {"KhoaGiao.bas"}
    assert others == {module}
    assert (SHEET in sheets_of(master)) == (office == "excel")


@pytest.mark.parametrize("content", [None, b"no module", "Attribute VB_Name = «lạ»".encode()])
def test_an_xlwings_without_its_module_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / SOURCES[0]).write_bytes(content)
    elsewhere = SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(standalone, "find_spec", lambda _: elsewhere)
    assert main(["new", str(tmp_path / "So.xlsm")]) == 2
    assert capsys.readouterr().err.strip() == SENTENCES["TEP-13"].format(name=SOURCES[0])
    assert not (tmp_path / "So.xlsm").exists()


def test_no_xlwings_at_all_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standalone, "find_spec", lambda _: None)
    with pytest.raises(MissingPart):
        standalone.read_modules()
