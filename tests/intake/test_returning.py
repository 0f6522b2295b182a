"""Returned workbooks: marks on the exact cells, a list that links, and a form that still works."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.returning.copy_head import CopyHead
from khoagiao_xl.intake.returning.disarming import reaches_out
from khoagiao_xl.intake.returning.fault_list import FOUND, HEADER_ROW, STATUS, WHAT, WHERE
from khoagiao_xl.intake.returning.fresh_form import FreshForm
from khoagiao_xl.intake.returning.list_alone import list_alone
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.intake.returning.returned_copies import Return, make_copies
from khoagiao_xl.model.findings import Finding, Place, Severity
from tests.intake.sample_forms import MONTHLY, blank_form, cell_of, filled

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

TYPED = {"KG205": "1,250", "KG106": "5 người", "KG201": "khoảng 5", "KG208": "1.000"}


def findings_of(data: bytes) -> list[Finding]:
    reading = read_form(data, "a.xlsx")
    return [*reading.findings, *to_entries(reading, MONTHLY)[1]]


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def marked_cells(book: Workbook) -> set[str]:
    return {cell.coordinate for row in book[form_layout.FIGURES].iter_rows() for cell in row if cell.comment}


@pytest.fixture(scope="module")
def returned() -> bytes:
    data = filled(TYPED)
    return mark_copy(data, findings_of(data))


def test_the_exact_cells_are_coloured_and_noted_and_no_other(returned: bytes) -> None:
    book = opened(returned)
    assert marked_cells(book) == {cell_of("KG205"), cell_of("KG106"), cell_of("KG201")}
    cell = book[form_layout.FIGURES][cell_of("KG205")]
    assert "SL-05" in cell.comment.text
    assert "Lúc đó ghi: 1,250" in cell.comment.text
    assert "1.250" in cell.comment.text


def test_the_list_stands_first_in_the_order_of_the_form_and_links_to_the_cells(returned: bytes) -> None:
    book = opened(returned)
    sheet = book.worksheets[0]
    assert (sheet.title, book.active.title) == (OWN_LIST, OWN_LIST)  # type: ignore[union-attr]
    places = [str(sheet.cell(row, WHERE).value) for row in range(HEADER_ROW + 1, sheet.max_row + 1)]
    in_order = [cell_of(code) for code in ("KG106", "KG106", "KG201", "KG205", "KG208")]
    assert places == [f"Số liệu {cell}" for cell in in_order]
    link = sheet.cell(HEADER_ROW + 1, WHERE).hyperlink
    assert link is not None
    assert link.location == f"'Số liệu'!{cell_of('KG106')}"
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert [other.title for other in book.worksheets if other.sheet_view.tabSelected] == [OWN_LIST]


def test_the_form_in_it_still_works(returned: bytes) -> None:
    before, after = opened(blank_form()), opened(returned)
    for name in (form_layout.COVER, form_layout.FIGURES, form_layout.NARRATIVE):
        assert after[name].protection.sheet
        old, new = before[name].data_validations, after[name].data_validations
        assert len(old.dataValidation) == len(new.dataValidation)
        assert set(before[name].conditional_formatting) <= set(after[name].conditional_formatting)
    assert set(before.defined_names) <= set(after.defined_names)
    assert after[form_layout.META].sheet_state == "veryHidden"
    column = [
        (row[0].coordinate, row[0].value) for row in before[form_layout.FIGURES]["F5:F60"] if row[0].value
    ]
    assert [(where, after[form_layout.FIGURES][where].value) for where, _ in column] == column


def test_it_is_taken_in_clean_after_the_fixes(returned: bytes) -> None:
    book = opened(returned)
    for code in TYPED:
        book[form_layout.FIGURES][cell_of(code)] = 12
    stream = io.BytesIO()
    book.save(stream)
    assert findings_of(stream.getvalue()) == []


def test_a_second_return_takes_the_first_marks_off(returned: bytes) -> None:
    book = opened(returned)
    for code in ("KG205", "KG106"):
        book[form_layout.FIGURES][cell_of(code)] = 12
    stream = io.BytesIO()
    book.save(stream)
    again = opened(mark_copy(stream.getvalue(), findings_of(stream.getvalue())))
    assert marked_cells(again) == {cell_of("KG201")}
    usual = opened(blank_form())[form_layout.FIGURES][cell_of("KG205")].fill.fgColor.rgb
    assert again[form_layout.FIGURES][cell_of("KG205")].fill.fgColor.rgb == usual
    assert again.sheetnames.count(OWN_LIST) == 1


def test_what_a_rule_found_wrong_is_shown_as_it_stands_in_its_cell() -> None:
    place = Place("a.xlsx", form_layout.FIGURES, cell_of("KG205"))
    data = mark_copy(
        filled({"KG205": 1250.5}), [Finding("R15", Severity.ERROR, place, text="Không phải số nguyên.")]
    )
    assert opened(data)[OWN_LIST].cell(HEADER_ROW + 1, FOUND).value == "1.250,5"


@pytest.mark.parametrize("code", ["R14", "R15", "R24"])
def test_a_rule_that_always_holds_sees_by_itself_when_it_is_put_right(code: str) -> None:
    place = Place("a.xlsx", form_layout.FIGURES, cell_of("KG205"))
    fault = Finding(code, Severity.ERROR, place, about=("KG205",))
    copy = opened(mark_copy(filled({"KG205": -4}), [fault]))
    assert str(copy[OWN_LIST].cell(HEADER_ROW + 1, STATUS).value).startswith("=")


def test_a_clean_form_gets_no_marks() -> None:
    data = filled()
    book = opened(mark_copy(data, findings_of(data)))
    assert marked_cells(book) == set()


def test_a_units_text_is_written_as_text_and_its_far_formulas_are_disarmed() -> None:
    evil = '=HYPERLINK("http://x","y")'

    def plant(book: Workbook) -> None:
        sheet = book[form_layout.FIGURES]
        sheet["E10"], sheet["E11"], sheet["E12"] = evil, "=cmd|'/c calc'!A0", "=[1]Sheet1!A1"
        sheet["D23"].value = evil
        sheet["D23"].data_type = "s"

    data = filled(change=plant)
    book = opened(
        mark_copy(data, [*findings_of(data), Finding("x", Severity.ERROR, Place("a"), text=evil, found=evil)])
    )
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or not any(
                    word in str(cell.value) for word in ("HYPERLINK", "|", "[")
                )
    assert evil in [cell.value for cell in book[OWN_LIST]["D"]]


def test_a_note_of_the_unit_is_kept_beneath_ours() -> None:
    from openpyxl.comments import Comment

    def note(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG205")].comment = Comment("Chờ số của chi bộ 2", "Đơn vị")

    data = filled(TYPED, change=note)
    comment = opened(mark_copy(data, findings_of(data)))[form_layout.FIGURES][cell_of("KG205")].comment
    assert comment is not None
    assert "Chờ số của chi bộ 2" in comment.text


def copy_of(original: Path, findings: list[Finding]) -> Workbook:
    (copy,) = make_copies([Return(original, findings, original.name)])
    return opened(copy)


def test_what_is_no_workbook_gets_the_list_alone(tmp_path: Path) -> None:
    original = tmp_path / "b.xlsx"
    original.write_bytes(b"%PDF-1.4")
    finding = Finding("TN-08", Severity.ERROR, Place("b.xlsx"))
    book = copy_of(original, [finding])
    assert book.sheetnames == [OWN_LIST]
    assert book[OWN_LIST].cell(HEADER_ROW + 1, WHAT).value == finding.message
    assert "TN-90" not in str(book[OWN_LIST]["A4"].value)
    assert original.read_bytes() == b"%PDF-1.4"


def test_a_secret_file_is_not_sent_around(tmp_path: Path) -> None:
    original = tmp_path / "a.xlsx"
    original.write_bytes(filled({"KG602": "TỐI MẬT"}))
    assert copy_of(original, findings_of(original.read_bytes())).sheetnames == [OWN_LIST]


def test_a_marked_copy_is_made_by_the_process(tmp_path: Path) -> None:
    data, original = filled(TYPED), tmp_path / "a.xlsx"
    original.write_bytes(data)
    marked = marked_cells(copy_of(original, findings_of(data)))
    assert marked == {cell_of("KG205"), cell_of("KG106"), cell_of("KG201")}
    assert original.read_bytes() == data


def test_a_list_alone_survives_any_text() -> None:
    odd = "=1+1\x00\x08 \ud800 \t" + "dài " * 20_000
    data = list_alone([Finding("x", Severity.ERROR, Place("a"), text=odd, found=odd)], CopyHead("\x01=a"))
    assert opened(data)[OWN_LIST].cell(HEADER_ROW + 1, WHAT).data_type == "s"


# -- the unit's own workbook ------------------------------------------------------------------------------


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_issued() -> bytes:
    """Return a form filled in without any library that rewrites it, its results stored as Excel does."""
    return Filler(blank_form()).fill_in(blank_form(), Answers({"KG205": "1,250", "KG106": 5}))


def test_every_part_that_is_not_ours_keeps_its_bytes() -> None:
    data, place = blank_form(), Place("a.xlsx", form_layout.FIGURES, cell_of("KG205"))
    before, after = parts_of(data), parts_of(mark_copy(data, [Finding("SL-05", Severity.ERROR, place)]))
    ours = {"xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}
    changed = {name for name, content in before.items() if after.get(name) != content}
    assert changed == ours | {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    rows = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
    sheet = "xl/worksheets/sheet2.xml"
    assert rows.findall(before[sheet]) == rows.findall(after[sheet])


def test_results_that_were_stored_are_still_there_and_ours_have_theirs(returned: bytes) -> None:
    shown = load_workbook(io.BytesIO(returned), data_only=True)[OWN_LIST]
    assert shown["A3"].value == "Còn 3/3 lỗi chưa sửa (2 chỗ phải sửa, 1 chỗ cần giải trình, 2 điều để biết)"
    statuses = [shown.cell(row, STATUS).value for row in range(HEADER_ROW + 1, HEADER_ROW + 6)]
    assert statuses == ["Còn lỗi", None, "Còn lỗi", "Còn lỗi", None]


def test_the_same_findings_give_the_same_bytes() -> None:
    data = filled(TYPED)
    assert mark_copy(data, findings_of(data)) == mark_copy(data, findings_of(data))


def test_it_keeps_to_the_schema(returned: bytes, tmp_path: Path) -> None:
    data = as_issued()
    once = mark_copy(data, findings_of(data))
    for name, copy in (("một", once), ("hai", mark_copy(once, findings_of(once)))):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(copy)
        assert OpenXmlValidator().validate(path).errors == []


def test_a_colour_of_ours_stands_before_the_formats_of_the_form(returned: bytes) -> None:
    formats = opened(returned)[form_layout.FIGURES].conditional_formatting
    by_area = {str(item.sqref): [rule.priority for rule in item.rules] for item in formats}
    ours = [by_area[cell_of(code)][0] for code in ("KG205", "KG201", "KG106")]
    others = [priority for area, found in by_area.items() if ":" in area for priority in found]
    assert sorted(ours) == [1, 2, 3]
    assert min(others) > 3


def test_links_and_macros_and_names_that_lead_outside_are_taken_out() -> None:
    names = b"<definedNames><definedName name=\"xa\">'[1]S'!$A$1</definedName>"
    data = filled(TYPED)
    package = Package.parse(data)
    workbook = package.read("xl/workbook.xml")
    package.replace("xl/workbook.xml", workbook.replace(b"<definedNames>", names))
    rels = package.read("xl/_rels/workbook.xml.rels")
    link = b'<Relationship Id="rIdX" Type="http://x/vbaProject" Target="vbaProject.bin"/></Relationships>'
    package.replace("xl/_rels/workbook.xml.rels", rels.replace(b"</Relationships>", link))
    package.replace("xl/vbaProject.bin", b"x")
    found = parts_of(mark_copy(package.to_bytes(), findings_of(data)))
    assert "xl/vbaProject.bin" not in found
    assert b"vbaProject" not in found["xl/_rels/workbook.xml.rels"]
    assert b"[1]" not in found["xl/workbook.xml"]


@pytest.mark.parametrize(
    ("formula", "is_far"),
    [
        ("[1]Sheet1!A1", True),
        ("'[2]Trang 1'!A1", True),
        ("[1]!Ten", True),
        ("cmd|'/c calc'!A0", True),
        ('WEBSERVICE("http://x")', True),
        ("SUM(Bang[Cột 1])", False),
        ("SUM(Bang[2023],B2)", False),
        ('A1&"|"&B1', False),
        ("SUM(A1:A9)", False),
    ],
)
def test_only_what_leads_outside_is_disarmed(formula: str, is_far: bool) -> None:
    assert reaches_out(formula) is is_far


def test_a_workbook_with_an_object_of_another_program_is_not_spliced() -> None:
    package = Package.parse(filled(TYPED))
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="rId1" Type="http://x/oleObject" Target="../embeddings/o.bin"/></Relationships>'
    )
    package.replace("xl/worksheets/_rels/sheet1.xml.rels", rels)
    with pytest.raises(NotAWorkbook):
        mark_copy(package.to_bytes(), [])


# -- a copy of a copy -------------------------------------------------------------------------------------


def test_a_copy_of_a_copy_is_as_large_as_the_first_and_keeps_the_units_note() -> None:
    from openpyxl.comments import Comment

    def note(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG205")].comment = Comment("Chờ số", "Đơn vị")

    data = filled(TYPED, change=note)
    once = mark_copy(data, findings_of(data))
    twice = mark_copy(once, findings_of(once))
    assert parts_of(once).keys() == parts_of(twice).keys()
    assert parts_of(once)["xl/styles.xml"] == parts_of(twice)["xl/styles.xml"]
    clean = mark_copy(twice, [])
    comment = opened(clean)[form_layout.FIGURES][cell_of("KG205")].comment
    assert comment is not None
    assert (comment.text, comment.author) == ("Chờ số", "Đơn vị")


def test_a_copy_by_the_version_before_gets_its_own_fill_back() -> None:
    from openpyxl.styles import PatternFill

    def as_before(book: Workbook) -> None:
        cell = book[form_layout.FIGURES][cell_of("KG205")]
        cell.fill = PatternFill("solid", fgColor="FF9999")
        memory = book.create_sheet("_tra_lai")
        memory.append([form_layout.FIGURES, cell_of("KG205"), "solid", "rgb", "FFFFF8DC", 0, ""])

    data = filled(TYPED, change=as_before)
    cell = opened(mark_copy(data, findings_of(data)))[form_layout.FIGURES][cell_of("KG205")]
    assert cell.fill.fgColor.rgb == "FFFFF8DC"


# -- what cannot be marked --------------------------------------------------------------------------------


def test_a_fresh_form_carries_what_was_typed_and_is_marked_at_its_own_cells() -> None:
    data = filled({**TYPED, "KG602": "Đã tổ chức 2 hội nghị."})
    form = FreshForm(blank_form(), read_form(data, "a.xlsx"))
    book = opened(form.marked(findings_of(data), CopyHead("Sở Y tế")))
    sheet = book[form_layout.FIGURES]
    assert [sheet[cell_of(code)].value for code in TYPED] == list(TYPED.values())
    assert marked_cells(book) == {cell_of("KG205"), cell_of("KG106"), cell_of("KG201")}
    assert book[form_layout.COVER]["C11"].value == "x"
    answers = [cell.value for cell in book[form_layout.NARRATIVE]["C"]]
    assert "Đã tổ chức 2 hội nghị." in answers
    assert "biểu mới" in str(book[OWN_LIST]["A6"].value)


def test_a_fresh_form_still_says_whom_to_call_back() -> None:
    place = form_layout.CONTACT_CELLS["LH002"]
    data = filled(TYPED, change=lambda book: setattr(book["Bìa"][place], "value", "0214.3840.111"))
    form = FreshForm(blank_form(), read_form(data, "a.xlsx"))
    assert opened(form.filled())["Bìa"][place].value == "0214.3840.111"


def test_the_list_alone_speaks_of_no_colours() -> None:
    book = opened(list_alone([Finding("TN-08", Severity.ERROR, Place("b.xlsx"))], CopyHead("Sở Y tế")))
    assert book.sheetnames == [OWN_LIST]
    assert "màu" not in str(book[OWN_LIST]["A6"].value)


def test_a_fault_on_a_sheet_of_the_units_own_is_listed_under_the_file_that_was_sent() -> None:
    data = filled(TYPED)
    fault = Finding("TN-66", Severity.QUESTION, Place("a.xlsx", "Nháp", "B2"), found="7")
    form = FreshForm(blank_form(), read_form(data, "a.xlsx"))
    copy = opened(form.marked([fault], CopyHead("Sở Y tế")))
    assert "Nháp (tệp đã gửi)" in str(copy[OWN_LIST].cell(HEADER_ROW + 1, WHERE).value)
