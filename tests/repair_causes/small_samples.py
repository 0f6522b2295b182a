"""Small sound files in which causes are planted: a workbook with one of everything, a document."""

from __future__ import annotations

import io
from typing import Any

import docx
from xlsxwriter import Workbook


def sample_workbook() -> bytes:
    """Return a workbook of two sheets with tables, a chart, a note, links, lists, colours, merged cells and names."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    first, second = book.add_worksheet("Một"), book.add_worksheet("Hai")
    number = book.add_format({"num_format": "0.000", "bold": True, "font_color": "red"})
    _tables(first, number)
    _around(first, number)
    _chart(book, second)
    book.define_name("kgTen", "='Một'!$A$2")
    book.define_name("kgHai", "='Hai'!$A$1")
    book.close()
    return stream.getvalue()


def _tables(sheet: Any, look: Any) -> None:
    rows = [["x", 1], ["y", 2]]
    for name, place in (("tblMot", "A1:B3"), ("tblHai", "D1:E3")):
        columns = [{"header": f"{name} chữ"}, {"header": f"{name} số", "format": look}]
        sheet.add_table(place, {"name": name, "data": rows, "columns": columns})


def _around(sheet: Any, look: Any) -> None:
    sheet.merge_range("G1:H2", "gộp")
    sheet.merge_range("G4:H5", "gộp nữa")
    sheet.write_formula("A10", '=IF(B2>1,"lớn","nhỏ")', look, "nhỏ")
    sheet.write_comment("A12", "một lời")
    sheet.write_comment("A13", "hai lời")
    sheet.write_url("A14", "https://vi-du.example")
    sheet.write_url("A15", "internal:'Hai'!A1")
    for place in ("B16", "B17"):
        rule = {"validate": "list", "source": ["Có", "Không"], "input_title": "Chọn", "input_message": "một",
                "error_title": "Sai", "error_message": "chọn lại"}  # fmt: skip
        sheet.data_validation(place, rule)
    sheet.conditional_format("B18", {"type": "formula", "criteria": "=B18>1", "format": look})
    sheet.set_footer("&LTrang &P")
    sheet.set_row(20, 30)
    sheet.set_column("J:J", 20)


def _chart(book: Any, sheet: Any) -> None:
    sheet.write_column("A1", [1, 2, 3])
    for place in ("C1", "C20"):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Hai!$A$1:$A$3"})
        sheet.insert_chart(place, chart)


def sample_document() -> bytes:
    """Return a document with a paragraph and a table."""
    document = docx.Document()
    document.add_paragraph("Một đoạn", style="List Number")
    document.add_table(1, 2)
    document.add_paragraph("Hết")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
