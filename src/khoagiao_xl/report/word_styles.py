"""The bare Word document under every template: page, fonts and paragraph styles of the layout rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khoagiao_xl.report.page_values import TABLE, VALUES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# Parts of python-docx's own starting document that a report has no use for.
UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings")

SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
EXACT = f'<w:spacing w:before="{VALUES.before}" w:after="0" w:line="{VALUES.line}" w:lineRule="exact"/>'
TABLE_LINES = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
NOTE_LINES = '<w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/>'
# A picture in lines of an exact height is cut off to one line.
PICTURE_LINES = '<w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>'
NO_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
# Room below the last of those addressed, none between them.
ADDRESSEES = (
    '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="2835"/><w:contextualSpacing/>'
)
CENTRE, RIGHT, JUSTIFIED, LEFT = (f'<w:jc w:val="{side}"/>' for side in ("center", "right", "both", "left"))
BODY = f'{EXACT}<w:ind w:firstLine="{VALUES.first_line}"/>{JUSTIFIED}'
KEEP = "<w:keepNext/>"
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
FONTS = " ".join(f'w:{script}="{VALUES.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
LETTERS = f"<w:rFonts {FONTS}/>"
BLACK = '<w:color w:val="000000"/>'


def _size(points: float) -> str:
    """Return the properties of type of this size; Word counts in half points."""
    halves = round(points * 2)
    return f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'


def _type(points: float, look: str = "") -> str:
    """Return font, look, colour and size in the schema's order.

    A style that Word is to bring along whole, when a paragraph is pasted elsewhere, says all of it itself.
    """
    return LETTERS + look + BLACK + _size(points)


def _level(number: int) -> str:
    """Return the outline level that puts a heading into Word's navigation pane."""
    return f'<w:outlineLvl w:val="{number}"/>'


# Style id, name in Word, based on, paragraph properties in the schema's order, run properties.
PARAGRAPH_STYLES: list[tuple[str, str, str, str, str]] = [
    ("KGGiua", "KG Giữa", "Normal", SINGLE + CENTRE, _type(VALUES.text)),
    ("KGLoiVan", "KG Lời văn", "Normal", BODY, _type(VALUES.text)),
    ("KGMucLon", "KG Mục lớn", "KGLoiVan", KEEP + _level(0), BOLD),
    ("KGMucNho", "KG Mục nhỏ", "KGLoiVan", KEEP + _level(1), BOLD),
    ("KGTieuMuc", "KG Tiểu mục", "KGLoiVan", KEEP + _level(2), BOLD + ITALIC),
    ("KGPhan", "KG Phần", "KGGiua", KEEP + EXACT + _level(0), BOLD),
    ("KGNoiNhan", "KG Nơi nhận", "Normal", SINGLE + LEFT, _type(VALUES.least("TT46"))),
    ("KGKinhGui", "KG Kính gửi", "Normal", ADDRESSEES + LEFT, ""),
    ("KGBang", "KG Bảng", "Normal", TABLE_LINES + LEFT, _type(TABLE)),
    ("KGBangSo", "KG Bảng số", "KGBang", RIGHT, ""),
    ("KGBangGiua", "KG Bảng giữa", "KGBang", CENTRE, ""),
    ("KGBangDau", "KG Bảng đầu cột", "KGBangGiua", KEEP, BOLD),
    ("KGHinh", "KG Hình", "Normal", KEEP + PICTURE_LINES + CENTRE, _type(TABLE)),
    ("KGTenHinh", "KG Tên hình", "Normal", NOTE_LINES + CENTRE, _type(TABLE, ITALIC)),
    ("KGChuThich", "KG Chú thích", "Normal", NOTE_LINES + JUSTIFIED, _type(TABLE, ITALIC)),
    ("KGNgatPhan", "KG Ngắt phần", "Normal", NO_LINE, _size(1)),
    ("Header", "header", "Normal", SINGLE + CENTRE, _type(VALUES.least("TT07"))),
]

STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr>{_type(VALUES.text)}
<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:rPr>{LETTERS}</w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
{{styles}}
</w:styles>"""
STYLE = """<w:style w:type="paragraph" {own}w:styleId="{id}"><w:name w:val="{name}"/>
<w:basedOn w:val="{base}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"""

OWN = 'w:customStyle="1" '  # said of every style that is not one of Word's

# Mode 15: Word opens the file as its own, not «in compatibility mode».
SETTINGS = f"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""


def bare_document() -> Any:
    """Return an empty python-docx document that holds our styles and nothing it does not need."""
    from docx import Document

    document = Document()
    part = document.part
    for relations in (part.rels, part.package.rels):
        _drop_unused(relations)
    styles = "\n".join(_styles())
    _replace_content(document.styles.element, STYLES.format(styles=styles))
    _replace_content(document.settings.element, SETTINGS)
    return document


def _drop_unused(relations: Any) -> None:
    for name, link in list(relations.items()):
        if link.reltype.endswith(UNUSED_PARTS):
            del relations[name]


def _styles() -> Iterator[str]:
    for style, name, base, paragraph, run in PARAGRAPH_STYLES:
        is_own = style.startswith("KG")
        yield STYLE.format(
            own=OWN if is_own else "",
            id=style,
            name=name,
            base=base,
            paragraph=paragraph,
            run=run,
        )


def _replace_content(element: Any, xml: str) -> None:
    # python-docx's own parser, so that its classes stand behind the elements.
    from docx.oxml.parser import oxml_parser
    from lxml import etree

    parsed = etree.fromstring(xml, oxml_parser)
    element[:] = list(parsed)
