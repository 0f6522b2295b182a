"""The guidance of the demo: our own wording over the facts of real directives, as a Word file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.demo.sample_text import sample_text
from khoagiao_xl.files import write_atomically
from khoagiao_xl.guidance import Rank, marker
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report.docx_package import packed, stamp

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from khoagiao_xl.office.profiles import Profile

_FONT = "Times New Roman"
_LEFT_MM, _RIGHT_MM, _RULE_MM = 72, 93, 73

# The styles a second time, for Word 2010; those of a changed document no longer fit them.
_SECOND_STYLES = "stylesWithEffects"
RECIPIENTS, ARCHIVE = "Nơi nhận:", "- Lưu "  # the first and the last line of who receives it


def write_sample_guidance(path: Path, profile: Profile | None = None) -> None:
    """Write the sample guidance to `path` as .docx in the layout of an official Party document.

    profile: the office and the year it is for, the sample's where None.
    """
    import docx

    office = profile or load_profile()
    lines = [line.strip() for line in sample_text(office).splitlines() if line.strip()]
    kind, tail = lines.index("HƯỚNG DẪN"), lines.index(RECIPIENTS)
    signature = next(at for at, line in enumerate(lines) if line.startswith(ARCHIVE)) + 1
    document = docx.Document()
    _drop_second_styles(document)
    _page(document)
    _letterhead(document, lines[:kind])
    _centred(document.add_paragraph(), lines[kind], size=15)
    _centred(document.add_paragraph(), lines[kind + 1], size=14)
    _centred(
        document.add_paragraph(),
        lines[kind + 2],
        size=14,
        bold=False,
        after=12,
    )
    for line in lines[kind + 3 : tail]:
        _body(document.add_paragraph(), line)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _signature(document, lines[tail:signature], lines[signature:])
    stamp(
        document,
        title=f"Hướng dẫn {lines[kind + 1]}",
        author="",
        day=date(office.year, 1, 8),
    )
    # The same sample, the same bytes: a document is known by its hash when it is imported again.
    write_atomically(path, packed(document))


def _drop_second_styles(document: Document) -> None:
    relations = document.part.rels
    for name, link in list(relations.items()):
        if link.reltype.endswith(_SECOND_STYLES):
            del relations[name]


def _page(document: Document) -> None:
    """Set A4, the margins 20/20/30/15 mm, the font, and page numbers from the second page on."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width = Mm(210)
    section.page_height = Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin = Mm(30)
    section.right_margin = Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    number = section.header.paragraphs[0]
    _centre(number)
    _field(number, "PAGE")


def _field(paragraph: Paragraph, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", ""), ("", name), ("end", "")):
        element: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        paragraph.add_run()._r.append(element)  # noqa: SLF001  # python-docx has no public way to a field


def _letterhead(document: Document, lines: list[str]) -> None:
    """Put issuer and number to the left, the Party's name with its rule and the date to the right."""
    party = lines.index("ĐẢNG CỘNG SẢN VIỆT NAM")
    left, right = _columns(document)
    for index, line in enumerate(lines[:party]):
        is_issuer = index > 0 and line.isupper()
        _centred(
            _next(left, index),
            line,
            size=14,
            bold=is_issuer,
            after=0,
        )
    _centred(right.paragraphs[0], lines[party], size=15, after=0)
    _rule(right.add_paragraph())
    date = right.add_paragraph()
    _centred(
        date,
        lines[party + 1],
        size=14,
        bold=False,
        after=0,
    )
    date.runs[0].italic = True
    document.add_paragraph().paragraph_format.space_after = 0


def _columns(document: Document) -> tuple[Any, Any]:
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (_LEFT_MM, _RIGHT_MM), strict=True):
        column.width = Mm(width)
        column.cells[0].width = Mm(width)
    return table.rows[0].cells[0], table.rows[0].cells[1]


def _next(cell: Any, index: int) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
    return paragraph


def _rule(paragraph: Paragraph) -> None:
    """Draw the rule below the Party's name: the border of an empty paragraph, as long as the name."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    inset = Mm((_RIGHT_MM - 4 - _RULE_MM) / 2)
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = inset
    shape.space_after, shape.line_spacing = Pt(4), Pt(3)
    borders: Any = OxmlElement("w:pBdr")
    line: Any = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")  # noqa: SLF001


def _centre(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _centred(paragraph: Paragraph, text: str, *, size: int, bold: bool = True, after: int = 2) -> None:
    from docx.shared import Pt

    _centre(paragraph)
    paragraph.paragraph_format.space_after = Pt(after)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def _body(paragraph: Paragraph, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Mm, Pt

    shape = paragraph.paragraph_format
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape.first_line_indent, shape.space_after = Mm(10), Pt(6)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
    is_heading = marker(text)[0] in {Rank.ROMAN, Rank.ARABIC, Rank.DOTTED} and not re.search(r"[.;:]$", text)
    paragraph.add_run(text).bold = is_heading
    shape.keep_with_next = is_heading


def _signature(document: Document, recipients: list[str], signer: list[str]) -> None:
    from docx.shared import Pt

    left, right = _columns(document)
    for index, line in enumerate(recipients):
        paragraph = _next(left, index)
        run = paragraph.add_run(line)
        run.underline, run.font.size = index == 0, Pt(14 if index == 0 else 12)
        paragraph.paragraph_format.space_after = Pt(0)
    for index, line in enumerate(signer):
        _centred(
            _next(right, index),
            line,
            size=14,
            bold=index == 0,
            after=0,
        )
