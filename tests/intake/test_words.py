"""Every word of a workbook outside its cells is gathered, with the sheet and the cell where a person sees it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from khoagiao_xl.intake.own_notes import MUST_MEND
from khoagiao_xl.intake.safety.preflight import preflight
from tests.intake.sample_forms import blank_form, rezip

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.intake.safety.book_scan import BookScan

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>
<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>4</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1" descr="khung"/></xdr:nvSpPr><xdr:spPr>{}</xdr:spPr>
<xdr:txBody><a:p><a:r><a:t>Đơn vị tính: </a:t></a:r><a:r><a:t>nghìn</a:t></a:r></a:p><a:p><a:r><a:t>lượt</a:t></a:r></a:p>
</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"""
THREADED = """<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
<threadedComment ref="D6" id="{1}"><text>số đúng là 15</text></threadedComment></ThreadedComments>"""
VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<v:shape id="a" filled="t"><v:textpath string="TỐI MẬT"/><v:textbox><div><br>Bản nháp</div></v:textbox>
<x:ClientData ObjectType="Button"><x:Anchor>3, 0, 5, 0, 4, 2, 6, 0</x:Anchor></x:ClientData></v:shape></xml>"""


def scanned(data: bytes) -> BookScan:
    checked = preflight(data)
    assert checked.book is not None, checked.refusal
    return checked.book


def drawn(kind: str, content: str, name: str = "xl/drawings/d1.xml") -> BookScan:
    """Return a form with a part of that kind hung on its sheet of figures."""
    relation = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="/{name}"/>'
    relations = f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
    parts = {"xl/worksheets/_rels/sheet2.xml.rels": relations, name: content}
    return scanned(rezip(blank_form(), extra={key: text.encode() for key, text in parts.items()}))


def saved(change: Callable[[Any], object]) -> BookScan:
    """Return a workbook of one sheet «A» after `change` of that sheet."""
    book = Workbook()
    change(book.worksheets[0])
    book.worksheets[0].title = "A"
    stream = io.BytesIO()
    book.save(stream)
    return scanned(stream.getvalue())


def told(book: BookScan, kind: str) -> list[tuple[str, str, str]]:
    return [(word.sheet, word.cell, word.text) for word in book.words if word.kind == kind]


def test_a_text_box_is_told_with_its_first_cell_and_covers_those_below_it() -> None:
    book = drawn("drawing", DRAWING.format("<a:solidFill/>"))
    assert told(book, "drawing") == [("Số liệu", "D6", "Đơn vị tính: nghìn\nlượt")]
    assert told(book, "alt") == [("Số liệu", "D6", "khung")]
    sheet = book.sheet("Số liệu")
    assert [bool(sheet.drawings_over(row, 4)) for row in (5, 6, 7, 8)] == [False, True, True, False]
    assert sheet.drawings[0].is_filled


def test_a_frame_without_filling_covers_nothing() -> None:
    assert not drawn("drawing", DRAWING.format("<a:noFill/>")).sheet("Số liệu").drawings[0].is_filled


def test_comments_and_those_that_answer_each_other_are_told_with_their_cell() -> None:
    book = saved(lambda sheet: setattr(sheet["B2"], "comment", Comment("Số tạm tính", "x")))
    assert told(book, "comment") == [("A", "B2", "Số tạm tính")]
    assert book.comments == 1
    answered = drawn("threadedComment", THREADED, "xl/threadedComments/t1.xml")
    assert told(answered, "threaded") == [("Số liệu", "D6", "số đúng là 15")]


def test_our_own_note_in_a_returned_copy_is_no_comment_of_the_unit() -> None:
    note = Comment(f"{MUST_MEND} (mã SL-01): phải là số", "x")
    book = saved(lambda sheet: setattr(sheet["B2"], "comment", note))
    assert [word.is_ours for word in book.words if word.kind == "comment"] == [True]
    assert book.comments == 0


def test_old_drawings_with_open_elements_give_their_boxes_and_watermarks() -> None:
    book = drawn("vmlDrawing", VML, "xl/drawings/v1.vml")
    assert [text for _, _, text in told(book, "drawing")] == ["Bản nháp", "TỐI MẬT"]
    assert book.sheet("Số liệu").drawings_over(6, 4)


def test_headers_prompts_links_and_the_name_of_the_sheet_are_told() -> None:
    def change(sheet: Any) -> None:
        sheet.oddHeader.center.text = "BẢN NHÁP"
        rule = DataValidation(type="whole", promptTitle="Chú ý", prompt="Tính bằng nghìn", sqref="C3")
        sheet.add_data_validation(rule)

    book = saved(change)
    assert told(book, "print") == [("A", "", "&CBẢN NHÁP")]
    assert told(book, "validation") == [("A", "C3", "Chú ý"), ("A", "C3", "Tính bằng nghìn")]
    assert told(book, "sheet") == [("A", "", "A")]


def test_the_title_of_a_chart_is_told() -> None:
    def change(sheet: Any) -> None:
        chart = BarChart()
        chart.title = "Lũy kế từ đầu năm"
        sheet.add_chart(chart, "E5")

    assert ("A", "", "Lũy kế từ đầu năm") in told(saved(change), "chart")


def test_properties_of_the_document_are_told_by_name() -> None:
    book = load_workbook(io.BytesIO(blank_form()))
    book.properties.keywords = "bản nháp"
    stream = io.BytesIO()
    book.save(stream)
    words = {word.name: word.text for word in scanned(stream.getvalue()).words if word.kind == "property"}
    assert words["keywords"] == "bản nháp"
    assert words["unit_code"] == "SGDDT"


def test_cells_crossed_out_or_filled_with_their_content_are_known_by_their_style() -> None:
    def change(sheet: Any) -> None:
        line = Side(style="thin")
        sheet["A1"], sheet["A2"] = 1, 5
        sheet["A1"].border = Border(diagonal=line, diagonalUp=True)
        sheet["A2"].alignment = Alignment(horizontal="fill")

    book = saved(change)
    crossed, filled = (book.sheets[0].cells[row, 1].style for row in (1, 2))
    assert book.styles.is_crossed(crossed)
    assert not book.styles.is_crossed(filled)
    assert book.styles.setting(filled).repeats
