"""Pieces of a template as WordprocessingML: paragraphs, tables by rows, the drawn line, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from khoagiao_xl.report.page_values import PAGE, VALUES, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EMU_PER_MM: Final = 36_000
POINTS_PER_MM: Final = 72 / 25.4
CELL_MARGIN: Final = 0.8  # mm left and right in a table with borders: a sum of money needs its whole column
SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
NO_LINE: Final = '<w:{} w:val="nil"/>'
SINGLE_LINE: Final = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
_NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
NAMESPACES: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())


def element(xml: str) -> Any:
    """Return the element that `xml` describes; the namespaces of a Word document are known in it."""
    from docx.oxml import parse_xml

    head, _, tail = xml.partition(">")
    opening = head.removesuffix("/")
    slash = head.removeprefix(opening)
    known = f"{opening} {NAMESPACES}{slash}>{tail}"
    return parse_xml(known)


# -- text -------------------------------------------------------------------------------------------------


def run(
    text: str,
    *,
    size: int = 0,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
) -> str:
    """Return a run; `size` in points, 0 leaves it to the style."""
    properties = ""
    if bold:
        properties += "<w:b/><w:bCs/>"
    if italic:
        properties += "<w:i/><w:iCs/>"
    if size:
        properties += f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    if underline:
        properties += '<w:u w:val="single"/>'
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph of `style` that holds `runs`; `properties` are further paragraph properties."""
    content = "".join(runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def plain(style: str, text: str) -> str:
    """Return a paragraph with one run of text in the format of its style."""
    return paragraph(style, run(text))


def spacing(before: int = 0, after: int = 0) -> str:
    """Return the properties of a paragraph of single lines with room (twips) before and after it."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


# -- tables -----------------------------------------------------------------------------------------------


def cell(width: float, content: str, *, span: int = 1) -> str:
    """Return a table cell; `width` in mm."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{merged}<w:vAlign w:val="{{align}}"/>'
        f"</w:tcPr>{content}</w:tc>"
    )


def row(cells: Iterable[str], *, is_header: bool = False, align: str = "center") -> str:
    """Return a table row that stays on one page; a header row comes again on every page."""
    header = "<w:tblHeader/>" if is_header else ""
    content = "".join(cells).replace("{align}", align)
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{content}</w:tr>"


def table(widths: Sequence[float], rows: Iterable[str], *, bordered: bool, name: str) -> str:
    """Return a table of fixed column widths (mm), without borders or with single ones."""
    line = SINGLE_LINE if bordered else NO_LINE
    borders = "".join(line.format(side) for side in SIDES)
    margin = twips(CELL_MARGIN) if bordered else 0
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    content = "".join(rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        f'</w:tblCellMar><w:tblCaption w:val="{escape(name)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{content}</w:tbl>"
    )


# -- the page ---------------------------------------------------------------------------------------------


def line_under(length: float, below: float) -> str:
    """Return a run with a drawn line of `length` mm, centred, `below` mm under the top of its paragraph."""
    drawn = _LINE.format(
        width=round(length * EMU_PER_MM),
        offset=round(below * EMU_PER_MM),
        points=f"{length * POINTS_PER_MM:.1f}pt",
        points_below=f"{below * POINTS_PER_MM:.1f}pt",
    )
    return drawn.replace("\n", "")


def section(header: str, first_header: str) -> str:
    """Return a portrait A4 section whose pages count from 1, the first one without a number."""
    width, height = PAGE
    margins = " ".join(f'w:{side}="{twips(size)}"' for side, size in VALUES.margins.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:headerReference w:type="first" r:id="{first_header}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins} w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def page_number() -> str:
    """Return the runs of a PAGE field."""
    return "".join(_PAGE_RUN.format(part) for part in _PAGE_FIELD)


_PAGE_SIZE: Final = VALUES.least("TT07") * 2
_PAGE_RUN: Final = f'<w:r><w:rPr><w:sz w:val="{_PAGE_SIZE}"/><w:szCs w:val="{_PAGE_SIZE}"/></w:rPr>{{}}</w:r>'
_PAGE_FIELD: Final = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>2</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)
_LINE: Final = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="1" name="Đường kẻ dưới tiêu đề"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:line style="position:absolute;mso-position-horizontal:center;margin-top:{points_below};width:{points}"
 from="0,0" to="{points},0" strokeweight=".75pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
