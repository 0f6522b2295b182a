"""Words and signs of a unit where nothing is asked: each must be read by someone, whatever program saved them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Side

from khoagiao_xl.forms import form_layout
from tests.mutations.sheet import Sample, Sent, by_openpyxl, by_parts, figures_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

BOX = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from>'
    "<xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    '</xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Hộp"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>'
    "{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
    'Target="../drawings/drawing1.xml"/></Relationships>'
)


# Words in a cell where nothing is asked: the kind, then sheet, cell, words.
PLACES: Final = {
    "note_below_the_table": (form_layout.FIGURES, "B60", "Ghi chú: các số trên tính cả chi bộ trực thuộc"),
    "note_far_away": (form_layout.FIGURES, "AB400", "chưa tính 2 đơn vị"),
    "note_in_a_heading_of_a_section": (form_layout.FIGURES, "E5", "xem công văn kèm theo"),
    "title_of_the_cover": (form_layout.COVER, "C1", "BẢN NHÁP BIỂU SỐ LIỆU"),
    "days_of_the_cover": (form_layout.COVER, "C7", "từ 01/01/2024 đến nay"),
    "words_below_the_cover": (form_layout.COVER, "C30", "Đính kèm bản giấy có đóng dấu đơn vị"),
    "question_of_the_narrative": (form_layout.NARRATIVE, "B5", "Nội dung khác"),
    "words_beside_the_rows": (form_layout.DETAILS, "I6", "thay cho bản gửi hôm qua"),
    "another_heading_of_a_list": (form_layout.DETAILS, "B5", "Hội nghị của năm trước"),
    "words_beside_the_narrative": (form_layout.NARRATIVE, "E6", "thay cho bản gửi hôm qua"),
    "list_behind_the_choices": (form_layout.META, "D2", "Đang làm"),
}


def _written(sample: Sample, change: Callable[[Workbook], None], *words: str) -> Sent:
    return Sent(by_openpyxl(sample.filled(), change), foreign=words)


def write_at(place: tuple[str, str, str]) -> Callable[[Sample], Sent]:
    """Return the damage that writes words into a cell. place: sheet, cell, words."""
    sheet, cell, words = place

    def write(sample: Sample) -> Sent:
        return _written(sample, lambda book: setattr(book[sheet][cell], "value", words), words)

    return write


def label_now_cumulative(sample: Sample) -> Sent:
    def reword(book: Workbook) -> None:
        sheet = figures_of(book)
        cell = sheet.cell(rows_of(sheet)[sample.free()], form_layout.LABEL + 1)
        cell.value = f"{cell.value} (lũy kế từ đầu năm)"

    return _written(sample, reword, "(lũy kế từ đầu năm)")


def note_in_an_inserted_row(sample: Sample) -> Sent:
    def insert(book: Workbook) -> None:
        figures_of(book).insert_rows(10)
        figures_of(book)["B10"].value = "Số dưới đây là số ước"

    return _written(sample, insert, "Số dưới đây là số ước")


def note_in_an_inserted_column(sample: Sample) -> Sent:
    def insert(book: Workbook) -> None:
        figures_of(book).insert_cols(3)
        figures_of(book)["C12"].value = "nhập lại sau"

    return _written(sample, insert, "nhập lại sau")


def comment_of_a_cell(sample: Sample) -> Sent:
    def note(book: Workbook) -> None:
        figures_of(book)[sample.cell(sample.free())].comment = Comment("Số này tính cả năm", "x")

    return _written(sample, note, "Số này tính cả năm")


def header_of_the_page(sample: Sample) -> Sent:
    def head(book: Workbook) -> None:
        figures_of(book).oddHeader.left.text = "DỰ THẢO lần 1"

    return _written(sample, head, "DỰ THẢO lần 1")


def prompt_of_a_cell(sample: Sample) -> Sent:
    def prompt(book: Workbook) -> None:
        figures_of(book).data_validations.dataValidation[0].prompt = "Ghi theo nghìn lượt người"

    return _written(sample, prompt, "Ghi theo nghìn lượt người")


def title_of_the_document(sample: Sample) -> Sent:
    return _written(
        sample, lambda book: setattr(book.properties, "description", "Số tạm tính"), "Số tạm tính"
    )


def sheet_with_newer_figures(sample: Sample) -> Sent:
    def add(book: Workbook) -> None:
        sheet = book.create_sheet("Bản sửa")
        sheet.append(["Mã", "Số đúng"])
        sheet.append([sample.free(), 98765])

    return _written(sample, add, "Bản sửa", "98.765")


def name_of_a_sheet(sample: Sample) -> Sent:
    return _written(sample, lambda book: setattr(figures_of(book), "title", "Số liệu ước quý I"), "ước quý I")


def text_box(sample: Sample) -> Sent:
    return Sent(
        _with_box(sample, "Đơn vị tính: nghìn lượt người"), foreign=("Đơn vị tính: nghìn lượt người",)
    )


def _with_box(sample: Sample, text: str) -> bytes:
    def point(name: str, content: bytes) -> bytes:
        if not name.endswith("worksheets/sheet2.xml"):
            return content
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        tag = f'<drawing xmlns:r="{office}" r:id="rId1"/></worksheet>'
        return content.replace(b"</worksheet>", tag.encode())

    parts = {
        "xl/drawings/drawing1.xml": BOX.format(text=text).encode(),
        "xl/worksheets/_rels/sheet2.xml.rels": RELATION.encode(),
    }
    return by_parts(sample.filled(), point, parts)


def explanation_that_corrects(sample: Sample) -> Sent:
    code = sample.free()
    said = {**sample.answers.explanations, code: "Ghi nhầm, số đúng là 98"}
    return Sent(sample.filled(explanations=said), foreign=("Ghi nhầm, số đúng là 98",))


def narrative_that_corrects(sample: Sample) -> Sent:
    return Sent(
        sample.filled(texts={"KG602": "Đính chính KG110 là 98."}),
        foreign=("Đính chính KG110 là 98",),
    )


def _looking(sample: Sample, **look: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = figures_of(book)[sample.cell("KG110")]
        for name, value in look.items():
            setattr(cell, name, value)

    return change


def figure_shown_again_and_again(sample: Sample) -> Sent:
    return _written(sample, _looking(sample, alignment=Alignment(horizontal="fill")), "lặp lại")


def figure_crossed_out(sample: Sample) -> Sent:
    line = Side(style="thin")
    border = Border(diagonal=line, diagonalUp=True)
    return _written(sample, _looking(sample, border=border), "gạch chéo")


def label_deleted(sample: Sample) -> Sent:
    def delete(book: Workbook) -> None:
        sheet = figures_of(book)
        sheet.cell(rows_of(sheet)["KG110"], form_layout.LABEL + 1).value = None

    return _written(sample, delete, "bị xóa")


def labels_deleted(sample: Sample) -> Sent:
    return _written(sample, lambda book: figures_of(book).delete_cols(2), "cột «Chỉ tiêu» bị xóa")


def checks_typed_over(sample: Sample) -> Sent:
    def fill(book: Workbook) -> None:
        for row in range(10, 20):
            figures_of(book)[f"F{row}"].value = "đạt"

    return _written(sample, fill, "«đạt»")
