"""The user guide as a Word document of the office: `python -m khoagiao_xl.manual.guide_document OUT.docx`."""

from __future__ import annotations

import re
import sys
from datetime import date
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.manual.guide_markdown import (
    Block,
    Command,
    Heading,
    Picture,
    TableBlock,
    TextBlock,
    blocks_of,
)
from khoagiao_xl.manual.guide_pieces import command_piece, heading_piece, table_piece, text_piece
from khoagiao_xl.manual.guide_tables import GUIDE
from khoagiao_xl.report.document_heading import head_tags, signature_tags
from khoagiao_xl.report.docx_package import packed, stamp
from khoagiao_xl.report.letterhead_drawing import party_head, party_title
from khoagiao_xl.report.letterheads import letterhead_for
from khoagiao_xl.report.page_values import VALUES
from khoagiao_xl.report.signature_drawing import closing, party_signature
from khoagiao_xl.report.template_drawing import number_drawings, page_headers
from khoagiao_xl.report.word_drawing import EMU_PER_MM, element, paragraph, plain, section
from khoagiao_xl.report.word_styles import bare_document
from khoagiao_xl.wording import guide_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OFFICE: Final = "2026"
ISSUED_BY: Final = "ban"
ISSUED_ON: Final = date(2026, 12, 1)  # any fixed day: the same guide gives the same bytes
KIND: Final = "Hướng dẫn"
_TAG: Final = re.compile(r"\{\{ (\w+) \}\}")
_TAGS_OF_TEMPLATES: Final = re.compile(r"<w:p>(?:(?!</w:p>).)*\{%p .*?</w:p>", re.DOTALL)
_NEW_LINE: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_LISTED: Final = "KGNoiNhan"
_RECIPIENTS: Final = plain(_LISTED, "{{ noi_nhan }}")
_IN_QUOTES: Final = {'"': "&quot;"}
_WIDEST: Final = VALUES.text_width - 5  # mm
_HIGHEST: Final = 110  # mm
_PAGES: Final = {action.label for action in ACTIONS.values()}


def write(out: Path, guide: Path = GUIDE) -> None:
    """Write the guide's Word document to `out`."""
    files.make_folder(out.parent)
    data = document_bytes(guide)
    files.write_atomically(out, data)


def document_bytes(guide: Path = GUIDE) -> bytes:
    """Return the Word document of a guide; its pictures are those that it names."""
    document = bare_document()
    header, first_header = page_headers(document)
    text = guide.read_text(encoding="utf-8")
    shown = _body(blocks_of(text), document, guide.parent)
    page = section(header, first_header)
    body = document.element.body
    body.clear()
    for piece in chain(_top(), shown, _end(), [page]):
        drawn = element(piece)
        body.append(drawn)
    number_drawings(body)
    stamp(document, title=guide_words.FILE_TITLE, author="khoagiao_xl", day=ISSUED_ON)
    return packed(document)


# -- around the text --------------------------------------------------------------------------------------


def _top() -> Iterator[str]:
    title = party_title(guide_words.TITLE)
    for piece in (party_head(), *title):
        yield _filled(piece)


def _end() -> Iterator[str]:
    for piece in (closing(), party_signature()):
        yield _filled(piece)


def _filled(piece: str) -> str:
    """Return a piece of a template with its tags filled; the lines of a list are paragraphs of their own."""
    tags = _tags()
    recipients = tags["noi_nhan"].splitlines()
    listed = [plain(_LISTED, line) for line in recipients]
    lines = "".join(listed)
    bare = _TAGS_OF_TEMPLATES.sub("", piece)
    whole = bare.replace(_RECIPIENTS, lines)
    value = partial(_value, tags)
    return _TAG.sub(value, whole)


def _value(tags: Mapping[str, str], tag: re.Match[str]) -> str:
    name = tag[1]
    text = escape(tags[name])
    return text.replace("\n", _NEW_LINE)


def _tags() -> Mapping[str, str]:
    head = letterhead_for(OFFICE, ISSUED_ON, ISSUED_BY, KIND)
    tags = head_tags(head, ISSUED_ON)
    signature = signature_tags(head)
    for name, lines in signature.items():
        tags[name] = "\n".join(lines)
    tags["dia_danh_ngay"] = guide_words.PLACE_AND_DAY.format(place=head.place)
    tags["trich_yeu"] = guide_words.SUBJECT
    tags["ket_thuc"] = guide_words.CLOSING.format(author=head.author)
    return tags


# -- the text ---------------------------------------------------------------------------------------------


def _body(blocks: list[Block], document: Any, folder: Path) -> Iterator[str]:
    """Yield the pieces of the text; each action begins a page."""
    pictures = 0
    for block, following in pairwise([*blocks, None]):
        if isinstance(block, Picture):
            pictures += 1
            yield _picture(block, document, folder)
            yield _caption(block, pictures)
        elif block:
            leads_on = isinstance(following, TableBlock | Picture)
            yield from _piece(block, leads_on=leads_on)


def _piece(block: Heading | TextBlock | Command | TableBlock, *, leads_on: bool) -> Iterator[str]:
    """Yield the piece of a block; leads_on: it stays with what follows, which it speaks of."""
    match block:
        case Heading(level=1):
            return
        case Heading():
            yield heading_piece(block, is_page=block.text in _PAGES)
        case TextBlock():
            yield text_piece(block, leads_on=leads_on)
        case Command():
            yield command_piece(block)
        case TableBlock():
            yield table_piece(block)


def _picture(picture: Picture, document: Any, folder: Path) -> str:
    """Return a picture as wide as the text, or as high as leaves room for more on the page."""
    path = folder / picture.path
    link, image = document.part.get_or_add_image(str(path))
    scale = min(_WIDEST / image.px_width, _HIGHEST / image.px_height)
    unit = scale * EMU_PER_MM
    drawn = _DRAWN.format(
        link=link,
        name=escape(picture.name, _IN_QUOTES),
        width=round(image.px_width * unit),
        height=round(image.px_height * unit),
    )
    one_line = drawn.replace("\n", "")
    return paragraph("KGHinh", one_line)


def _caption(picture: Picture, number: int) -> str:
    words = guide_words.PICTURE.format(
        number=number,
        name=picture.name,
    )
    return plain("KGTenHinh", words)


_DRAWN: Final = """<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{name}" descr="{name}"/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="808080"/>
</a:solidFill></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


if __name__ == "__main__":
    write(Path(sys.argv[1]))
