"""FileBook: what it does not own keeps its bytes, and the file is the old one or the new one."""

from __future__ import annotations

import errno
import os
import re
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl import files
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.errors import (
    CannotWrite,
    ChangedMeanwhile,
    MissingFile,
    NotAWorkbook,
    OpenElsewhere,
    WrongRequest,
)

if TYPE_CHECKING:
    from pathlib import Path

ROW = {"Khóa": "thu", "Giá trị": "x"}


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_sheet_and_its_table_change(master: Path) -> None:
    book = FileBook(master)
    book.write("tblCauHinh", [ROW])
    book.save()  # results that were stored are forgotten
    before = parts_of(master)
    book.write("tblCauHinh", [ROW, ROW])
    book.save()
    after = parts_of(master)
    changed = {name for name in before if before[name] != after[name]}
    assert before.keys() == after.keys()
    assert {name.rsplit("/", 1)[0] for name in changed} == {"xl/worksheets", "xl/tables"}
    assert len(changed) == 2
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]
    assert b"Microsoft Excel" not in after["docProps/app.xml"]


def test_a_master_that_excel_has_saved_forgets_the_results_of_its_formulas(master: Path) -> None:
    package = Package.parse(master.read_bytes())
    dashboard = FormulaSheet(package.read_text("xl/worksheets/sheet1.xml")).with_results({}).xml
    package.replace_text("xl/worksheets/sheet1.xml", dashboard.replace("</f>", "</f><v>92</v>"))
    properties = package.read("docProps/app.xml")
    package.replace("docProps/app.xml", re.sub(rb"khoagiao_xl/[^<]*<", b"Microsoft Excel<", properties))
    master.write_bytes(package.to_bytes())
    book = FileBook(master)
    book.write("tblCauHinh", [ROW])
    book.save()
    after = parts_of(master)
    assert after["xl/worksheets/sheet1.xml"].decode() == dashboard
    assert b">khoagiao_xl/" in after["docProps/app.xml"]


def test_saving_without_writing_leaves_the_file_alone(master: Path) -> None:
    before = master.read_bytes(), master.stat().st_mtime_ns
    FileBook(master).save()
    assert (master.read_bytes(), master.stat().st_mtime_ns) == before


def test_new_rows_take_the_style_of_the_first_body_row(master: Path) -> None:
    book = FileBook(master)
    first = book.read("tblThoiHan")[0]
    book.write("tblThoiHan", [first] * 40)
    book.save()
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(master)["Thời hạn"]
    assert sheet["B5"].number_format == sheet["B44"].number_format != "General"
    assert sheet.tables["tblThoiHan"].ref.endswith("44")


def test_a_filter_left_on_is_taken_off_the_rewritten_table(master: Path) -> None:
    package = Package.parse(master.read_bytes())
    part = next(name for name in package.names if b'displayName="tblCauHinh"' in package.read(name))
    xml = package.read(part).decode()
    head, tail = xml.split("<autoFilter", 1)
    ref = tail.split('"')[1]
    rest = tail.split("/>", 1)[1]
    filtered = f'{head}<autoFilter ref="{ref}"><filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn></autoFilter>{rest}'
    package.replace(part, filtered.encode())
    master.write_bytes(package.to_bytes())
    book = FileBook(master)
    book.write("tblCauHinh", [ROW])
    book.save()
    assert b"filterColumn" not in Package.parse(master.read_bytes()).read(part)


def test_a_table_does_not_grow_over_what_somebody_typed_below_it(master: Path) -> None:
    book = FileBook(master)
    place = book._place("tblNhatKy")
    package = Package.parse(master.read_bytes())
    xml = package.read(place.sheet_part).decode()
    note = '<row r="9"><c r="B9" t="inlineStr"><is><t>ghi chú</t></is></c></row></sheetData>'
    package.replace(place.sheet_part, xml.replace("</sheetData>", note).encode())
    master.write_bytes(package.to_bytes())
    before = master.read_bytes()
    book = FileBook(master)
    book.write("tblNhatKy", [{"Thao tác": str(at)} for at in range(20)])
    with pytest.raises(WrongRequest, match="ô B9") as refused:
        book.save()
    assert refused.value.code == "MS-03"
    assert master.read_bytes() == before


def test_it_refuses_to_write_over_a_file_that_changed_meanwhile(master: Path) -> None:
    mine, other = FileBook(master), FileBook(master)
    other.write("tblCauHinh", [ROW])
    other.save()
    mine.write("tblCauHinh", [])
    with pytest.raises(ChangedMeanwhile, match="đã bị sửa") as refused:
        mine.save()
    assert refused.value.code == "TEP-02"
    assert FileBook(master).read("tblCauHinh")[0]["Khóa"] == "thu"


@pytest.mark.parametrize("sign", ["~${}", ".~lock.{}#"])
def test_it_refuses_a_file_that_is_open_in_an_office_program(master: Path, sign: str) -> None:
    master.with_name(sign.format(master.name)).touch()
    with pytest.raises(OpenElsewhere, match="Đóng tệp") as refused:
        FileBook(master)
    assert refused.value.code == "TEP-03"


def test_a_file_that_is_no_workbook_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsm"
    with pytest.raises(MissingFile):
        FileBook(path)
    path.write_text("không phải sổ")
    with pytest.raises(NotAWorkbook, match="không phải là sổ Excel") as refused:
        FileBook(path)
    assert refused.value.code == "TEP-06"


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork to kill a process at an exact point")
def test_killed_at_any_point_of_saving_the_file_is_the_old_one_or_the_new_one(master: Path) -> None:
    old = master.read_bytes()
    wanted = FileBook(master)
    wanted.write("tblCauHinh", [ROW])
    new = wanted.to_bytes()
    outcomes = set()
    for point in range(1, 200):
        status = killed_after(point, master)
        outcomes.add(master.read_bytes() == new)
        assert master.read_bytes() in (old, new)
        master.write_bytes(old)
        if status == 0:
            break
    assert status == 0, "the save was never left to finish"
    assert outcomes == {True, False}


def killed_after(point: int, master: Path) -> int:
    """Save in a child that dies at the `point`-th call that touches the file system; 0 when it finished."""
    child = os.fork()
    if child == 0:
        seen = 0

        def die_at_the_point(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += event in {"open", "os.rename", "os.remove", "os.mkdir"}
            if seen == point:
                os._exit(9)

        sys.addaudithook(die_at_the_point)
        book = FileBook(master)
        book.write("tblCauHinh", [ROW])
        book.save()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_half_written_temporary_file_does_not_stay_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "so.bin"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"Đĩa đầy: không ghi được «so\.bin»") as refused:
        files.write_atomically(path, b"new")
    assert refused.value.code == "TEP-14"
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["so.bin"]


def test_cells_under_and_beside_a_table_are_told_with_their_addresses(master: Path) -> None:
    place = FileBook(master)._place("tblNhatKy")
    package = Package.parse(master.read_bytes())
    xml = package.read(place.sheet_part).decode()
    note = (
        '<row r="9"><c r="B9" t="inlineStr"><is><t>dưới</t></is></c><c r="K9"><v>7</v></c></row></sheetData>'
    )
    package.replace(place.sheet_part, xml.replace("</sheetData>", note).encode())
    master.write_bytes(package.to_bytes())
    assert FileBook(master).layout("tblNhatKy").outside == {"B9": "dưới", "K9": "7.0"}


def test_a_cell_that_shows_an_error_is_told_though_it_is_read_as_blank(master: Path) -> None:
    place = FileBook(master)._place("tblDonVi")
    package = Package.parse(master.read_bytes())
    lost = '<c r="E7" s="3" t="e"><f>VLOOKUP("x",A1:B9,2,0)</f><v>#N/A</v></c>'
    xml = re.sub(r'<c r="E7".*?</c>', lost, package.read(place.sheet_part).decode())
    package.replace(place.sheet_part, xml.encode())
    master.write_bytes(package.to_bytes())
    assert FileBook(master).read("tblDonVi")[2]["Email"] is None
    assert FileBook(master).layout("tblDonVi").unread == {"E7": "#N/A"}
