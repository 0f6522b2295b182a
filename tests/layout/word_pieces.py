"""Pieces of WordprocessingML for documents of a few lines, and the file that holds them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850" '
    'w:header="567" w:footer="567" w:gutter="0"/>'
)
FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
PLAIN_STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
_SWITCHES = {"bold": "b", "italic": "i", "caps": "caps", "hidden": "vanish"}
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def run(text: str, **look: Any) -> str:
    """Return a run; look: size (points), font, underline, color, style, bold, italic, caps, hidden."""
    inner = f'<w:rStyle w:val="{look["style"]}"/>' if "style" in look else ""
    if "font" in look:
        inner += f'<w:rFonts w:ascii="{look["font"]}" w:hAnsi="{look["font"]}"/>'
    for name, tag in _SWITCHES.items():
        if name in look:
            inner += f'<w:{tag} w:val="{int(look[name])}"/>'
    if "color" in look:
        inner += f'<w:color w:val="{look["color"]}"/>'
    if "size" in look:
        inner += f'<w:sz w:val="{round(look["size"] * 2)}"/>'
    if look.get("underline"):
        inner += '<w:u w:val="single"/>'
    return f'<w:r><w:rPr>{inner}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "", **look: Any) -> str:
    """Return a paragraph of a text or of runs; look: of its letters, and align, first, before, line, rule."""
    align = look.pop("align", "")
    first = look.pop("first", None)
    before = look.pop("before", None)
    line, rule = look.pop("line", None), look.pop("rule", "auto")
    spacing = "" if before is None else f' w:before="{before}"'
    spacing += "" if line is None else f' w:line="{line}" w:lineRule="{rule}"'
    inner = properties + (f"<w:spacing{spacing}/>" if spacing else "")
    inner += "" if first is None else f'<w:ind w:firstLine="{first}"/>'
    inner += f'<w:jc w:val="{align}"/>' if align else ""
    runs = content if content.startswith("<") else run(content, **look)
    return f"<w:p><w:pPr>{inner}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...], properties: str = "", row: str = "") -> str:
    """Return a table of cells that hold paragraphs; row: properties of every row."""
    drawn = ""
    for cells in rows:
        columns = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
        drawn += f"<w:tr><w:trPr>{row}</w:trPr>{columns}</w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{drawn}</w:tbl>"


def line(length: float) -> str:
    """Return a run with a drawn line of a length in mm."""
    return f'<w:r><w:drawing><wp:anchor><wp:extent cx="{round(length * 36000)}" cy="0"/></wp:anchor></w:drawing></w:r>'


def field(instruction: str, result: str, **look: Any) -> str:
    """Return the runs of a field."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return marks[0] + asked + marks[1] + run(result, **look) + marks[2]


def docx(body: str, *, section: str = PAGE, styles: str = PLAIN_STYLES, **parts: str) -> bytes:
    """Return a .docx. parts: numbering, settings, theme, and headers by their ids («header1»)."""
    return packed(_files(body, section, styles, parts))


def strict_docx(body: str, *, section: str = PAGE) -> bytes:
    """Return a document of the same content as Strict Open XML."""
    files = _files(body, section, PLAIN_STYLES, {})
    return packed({name: text.replace(W, STRICT) for name, text in files.items()})


def _files(body: str, section: str, styles: str, parts: dict[str, str]) -> dict[str, str]:
    known = {"styles": f"<w:styles {NAMESPACES}>{styles}</w:styles>", **parts}
    files = {
        "[Content_Types].xml": _content_types(known),
        "_rels/.rels": _relations({"d": ("officeDocument", "word/document.xml")}),
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _relations(
            {name: (name.rstrip("0123456789"), f"{name}.xml") for name in known}
        ),
    }
    return files | {f"word/{name}.xml": text for name, text in known.items()}


def packed(files: dict[str, str]) -> bytes:
    """Return a package of files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def header(*paragraphs: str) -> str:
    """Return the part of a header."""
    return f"<w:hdr {NAMESPACES}>{''.join(paragraphs)}</w:hdr>"


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    lines = [
        f'<Relationship Id="{one}" Type="{R}/{kind}" Target="{to}"/>' for one, (kind, to) in targets.items()
    ]
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(lines)
        + "</Relationships>"
    )


def _content_types(known: dict[str, str]) -> str:
    kinds = {name: name.rstrip("0123456789") for name in known}
    lines = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES.format(kind)}"/>'
        for name, kind in kinds.items()
    ]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES.format("document.main")}"/>'
        + "".join(lines)
        + "</Types>"
    )
