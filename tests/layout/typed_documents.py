"""Small documents for tests: laid out of lines as they are read, or real ones for what only Word's XML holds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from khoagiao_xl.layout.laid_document import (
    LaidCell,
    LaidDocument,
    LaidParagraph,
    LaidRow,
    LaidRun,
    LaidSection,
    LaidTable,
)
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.text_checks import check_text

if TYPE_CHECKING:
    from collections.abc import Callable

A4 = LaidSection(
    11906, 16838, landscape=False, top=1134, bottom=1134, left=1701, right=850, header_distance=567
)


def line(text: str, *, bold: bool = False, place: str = "đoạn 1", **more: Any) -> LaidParagraph:
    """Return a paragraph of one run, stretched to both margins."""
    run = LaidRun(text, "Times New Roman", 14, bold=bold)
    return LaidParagraph(place, (run,), **{"alignment": "both", **more})


def typed(*texts: str) -> LaidDocument:
    """Return a document of these paragraphs."""
    return LaidDocument(
        "thử.docx", tuple(line(text, place=f"đoạn {n}") for n, text in enumerate(texts, 1)), (A4,)
    )


def table(*rows: list[str], bordered: bool = True) -> LaidTable:
    """Return a table of these rows."""
    laid = [LaidRow(tuple(LaidCell((line(cell, place="bảng 1"),)) for cell in row)) for row in rows]
    return LaidTable("bảng 1", tuple(laid), is_bordered=bordered)


def rules_of(document: LaidDocument, tone: str = "") -> list[str]:
    """Return the ids of the rules that the document departs from."""
    return [departure.rule for departure in check_text(document, tone)]


def found(*texts: str) -> list[str]:
    """Return the rules that a document of these paragraphs departs from."""
    return rules_of(typed(*texts))


def written(make: Callable[[Any], None]) -> bytes:
    """Return a real .docx as `make` fills it."""
    import docx

    document = docx.Document()
    make(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_written(make: Callable[[Any], None]) -> LaidDocument:
    """Return a real .docx as it is read."""
    return read_document(written(make), "thử.docx")
