"""A mend of format, read back from the document as it lies on paper."""

from __future__ import annotations

from typing import Any

from docx.shared import Mm, Pt

from khoagiao_xl.layout.format_mends import ParagraphMend, RowMend, RunMend, SectionMend
from khoagiao_xl.layout.laid_document import LaidDocument, LaidTable
from khoagiao_xl.layout.mends import AllMends
from khoagiao_xl.layout.reading import read_document
from tests.layout.typed_documents import read_written


def again(document: LaidDocument) -> LaidDocument:
    return read_document(document.package.packed(), "thử.docx")


def small_and_blue(document: Any) -> None:
    run = document.add_paragraph().add_run("Một đoạn.")
    run.font.size, run.font.name, run.bold = Pt(11), "Arial", True


def test_letters_take_the_format_that_is_named_and_keep_the_rest() -> None:
    document = read_written(small_and_blue)
    RunMend(document.paragraphs[0].runs[0].element, size=14, font="Times New Roman").apply()
    run = again(document).paragraphs[0].runs[0]
    assert (run.size, run.font, run.bold, run.italic) == (14, "Times New Roman", True, False)


def test_what_is_on_is_turned_off_and_on_again() -> None:
    document = read_written(small_and_blue)
    run = document.paragraphs[0].runs[0].element
    RunMend(run, bold=False, italic=True, underline="single", color="000000").apply()
    read = again(document).paragraphs[0].runs[0]
    assert (read.bold, read.italic, read.underline, read.color) == (False, True, "single", "000000")


def test_a_paragraph_takes_alignment_indent_and_room() -> None:
    document = read_written(lambda made: made.add_paragraph("Một."))
    mend = ParagraphMend(document.paragraphs[0].element, alignment="both", first_line=567, before=120, after=0,
                         line=360, line_rule="exact", keep_next=True)  # fmt: skip
    mend.apply()
    read = again(document).paragraphs[0]
    assert (read.alignment, read.first_line, read.before, read.after) == ("both", 567, 120, 0)
    assert (read.line, read.line_rule, read.keep_next) == (360, "exact", True)


def test_a_hanging_indent_gives_way_to_one_of_the_first_line() -> None:
    def hanging(made: Any) -> None:
        made.add_paragraph("Một.").paragraph_format.first_line_indent = Mm(-10)

    document = read_written(hanging)
    assert document.paragraphs[0].first_line < 0
    ParagraphMend(document.paragraphs[0].element, first_line=567).apply()
    assert again(document).paragraphs[0].first_line == 567


def test_a_page_takes_paper_and_margins() -> None:
    document = read_written(lambda made: made.add_paragraph("Một."))
    section = document.sections[0]
    SectionMend(section.element, width=11906, height=16838, left=1701, right=850, title_page=True).apply()
    read = again(document).sections[0]
    assert (read.width, read.height, read.left, read.right, read.title_page) == (
        11906,
        16838,
        1701,
        850,
        True,
    )


def test_rows_are_kept_whole_and_the_first_repeated() -> None:
    document = read_written(lambda made: made.add_table(2, 1))
    table = document.blocks[0]
    assert isinstance(table, LaidTable)
    head, row = (one.element for one in table.rows)
    AllMends((RowMend(head, is_header=True), RowMend(row, cant_split=True))).apply()
    read = again(document).blocks[0]
    assert isinstance(read, LaidTable)
    assert [(one.is_header, one.cant_split) for one in read.rows] == [(True, False), (False, True)]
