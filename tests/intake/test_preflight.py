"""The safety check: what aborts, hangs or fools a reader never reaches one."""

from __future__ import annotations

import io
import zipfile

import pytest

from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import is_lock_file, preflight
from tests.intake.sample_forms import blank_form, filled, rezip, tiny_book

A1 = '<row r="1"><c r="A1"><v>1</v></c></row>'
BOMB = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]>'
ODD = '<?xml version="1.0" encoding="utf-7"?>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
SST = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {}><si><t>{}</t></si></sst>'


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def with_member_twice() -> bytes:
    stream = io.BytesIO(blank_form())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as package:
        package.writestr("xl/workbook.xml", b"<a/>")
    return stream.getvalue()


def with_encrypted_flag() -> bytes:
    data = bytearray(blank_form())
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def in_sheet(rows: str, tail: str = "") -> bytes:
    return tiny_book(rows, tail=tail)


def main_part(word: str) -> bytes:
    old = b"spreadsheetml.sheet.main+xml"
    return rezip(
        blank_form(), lambda name, content: content.replace(old, word.encode()) if name[0] == "[" else content
    )


HOSTILE = {
    "empty": (b"", "TN-01"),
    "blanks": (b"\x00" * 300, "TN-01"),
    "old .xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\x00o\x00r\x00k\x00" * 99, "TN-02"),
    ".xlsb": (main_part("ms-excel.sheet.binary.macroEnabled.main"), "TN-03"),
    ".ods": (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "TN-04"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "TN-05"),
    "zip password": (with_encrypted_flag(), "TN-05"),
    "html": (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "TN-06"),
    "xml spreadsheet": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "TN-06"),
    "csv": ("Mã;Kỳ này\nKG001;5\n".encode(), "TN-07"),
    "utf-16 text": ("Mã\tKỳ này\n".encode("utf-16"), "TN-07"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "TN-08"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "TN-09"),
    "photo of a phone": (b"\x00\x00\x00\x18ftypheic", "TN-09"),
    "truncated": (blank_form()[:5000], "TN-10"),
    ".xlsm": (main_part("ms-excel.sheet.macroEnabled.main+xml"), "TN-11"),
    "Word": (main_part("wordprocessingml.document.main+xml"), "TN-12"),
    "bytes": (bytes(range(256)) * 9, "TN-13"),
    "too heavy": (b"x" * (30 * 1024 * 1024 + 1), "TN-14"),
    "member twice": (with_member_twice(), "TN-15"),
    "member twice but for case": (rezip(blank_form(), extra={"XL/Workbook.xml": b"<a/>"}), "TN-15"),
    "path that climbs": (rezip(blank_form(), extra={"../../evil.xml": b"<a/>"}), "TN-15"),
    "absolute path": (rezip(blank_form(), extra={"/etc/x.xml": b"<a/>"}), "TN-15"),
    "junk before": (b"\x00" + blank_form(), "TN-13"),
    "two archives in one": (blank_form() + blank_form(), "TN-15"),
    "junk behind": (blank_form() + b"tail", "TN-15"),
    "zip bomb beside": (rezip(blank_form(), extra={"xl/media/a.bin": b"\x00" * 9_000_000}), "TN-16"),
    "long string": (tiny_book(A1, strings=SST.format("", "a" * 9_000_000)), "TN-16"),
    "entities in strings": (tiny_book(A1, strings=BOMB + SST.format("", "&y;")), "TN-17"),
    "entities in types": (rezip(blank_form(), lambda n, x: BOMB.encode() if n[0] == "[" else x), "TN-17"),
    "outside file": (tiny_book(A1, strings=OUTSIDE + SST.format("", "&x;")), "TN-17"),
    "deep nesting": (in_sheet(A1, "<a>" * 99 + "</a>" * 99), "TN-18"),
    "broken XML": (in_sheet(A1, "<a>"), "TN-18"),
    "odd encoding": (tiny_book(A1, strings=ODD + SST.format("", "a")), "TN-18"),
    "A1 and XFD1048576": (in_sheet(A1 + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "TN-19"),
    "row beyond the grid": (in_sheet('<row r="99999999999"><c r="A1"><v>1</v></c></row>'), "TN-19"),
    "column beyond the grid": (in_sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "TN-19"),
    "rows out of order": (in_sheet('<row r="2"><c r="A2"><v>1</v></c></row>' + A1), "TN-19"),
    "a cell twice": (in_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "TN-19"),
    "a cell in a foreign row": (in_sheet('<row r="1"><c r="A2"><v>1</v></c></row>'), "TN-19"),
    "whole rows merged": (in_sheet(A1, "<mergeCells>" + "".join(
        f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 2001)) + "</mergeCells>"), "TN-20"),
    "everything merged": (in_sheet(A1, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "TN-20"),
    "no sheet part": (rezip(blank_form(), lambda n, x: None if n.endswith("sheet2.xml") else x), "TN-21"),
    "any zip": (zipped(a_dot_txt=b"a"), "TN-21"),
    "strings lie": (tiny_book(A1, strings=SST.format('uniqueCount="4294967295"', "a")), "TN-23"),
    "a letter": (b"From: a@b.vn\r\nSubject: x\r\nDate: Mon, 1 Jan 2024\r\n\r\n", "TN-29"),
    "a signed block": (b"\x30\x82\x10\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", "TN-104"),
    "a rar": (b"Rar!\x1a\x07\x01\x00", "TN-112"),
    "zip of forms": (zipped(a_dot_xlsx=blank_form()), "TN-30"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_foreign_file_is_refused_with_its_own_sentence(case: str) -> None:
    data, code = HOSTILE[case]
    refusal = preflight(data, "a.xlsx").refusal
    assert refusal is not None
    assert refusal.code == code
    assert "?" not in refusal.message
    assert "{" not in refusal.message


def test_a_form_as_issued_and_a_form_filled_in_pass() -> None:
    assert preflight(blank_form()).refusal is None
    assert preflight(filled()).refusal is None


def test_two_sheets_of_one_name_are_refused() -> None:
    data = rezip(blank_form(), lambda name, x: x.replace("Thuyết minh".encode(), "Số liệu".encode())
                 if name == "xl/workbook.xml" else x)  # fmt: skip
    refusal = preflight(data).refusal
    assert refusal is not None
    assert refusal.code == "TN-22"


def test_too_many_sheets_cells_and_members_are_refused() -> None:
    for limits in (Limits(sheets=3), Limits(cells=50), Limits(members=4), Limits(rows=10)):
        refusal = preflight(blank_form(), limits=limits).refusal
        assert refusal is not None
        assert refusal.code == "TN-20"


def test_a_workbook_part_elsewhere_is_found_by_its_relationship() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank_form())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"xl/workbook.xml", b"xl/book7.xml")
            new.writestr(name.replace("workbook.xml", "book7.xml"), content)
    assert preflight(stream.getvalue()).refusal is None


def test_blanks_with_a_style_cost_nothing() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(1, 250_001))
    checked = preflight(tiny_book(rows))
    assert checked.book is not None
    assert checked.book.sheets[0].values == 0


@pytest.mark.parametrize(
    "name", ["~$a.xlsx", ".~lock.a.xlsx#", "Thumbs.db", "desktop.ini", "a.xlsx.crdownload"]
)
def test_what_programs_leave_beside_a_file_is_no_submission(name: str) -> None:
    assert is_lock_file(name)
    assert not is_lock_file("báo cáo tháng 3.xlsx")
