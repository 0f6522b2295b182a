"""Causes to be planted, each as one small change of a sound file: so it is known what the checker is worth."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from khoagiao_xl.books.package.opc import Package

SHEET, OTHER = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
BOOK, STYLES, TEXTS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
TABLE, DRAWING, CHART = "xl/tables/table1.xml", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"
RELATIONS, TYPES = "xl/worksheets/_rels/sheet1.xml.rels", "[Content_Types].xml"
COMMENTS, RIBBON, DOCUMENT = "xl/comments1.xml", "customUI/customUI14.xml", "word/document.xml"
NUMBERING, WORD_STYLES = "word/numbering.xml", "word/styles.xml"
DEEP: Final = "IF(1," * 65 + "1" + ")" * 65
MANY: Final = f"SUM({','.join(['B2'] * 256)})"
A_NOTE: Final = '<w:footnoteReference w:id="7"/>'
PARAGRAPH: Final = "<w:p><w:r><w:t>Hết"
TWO_PICTURES: Final = '<wp:docPr id="4" name="a"/><wp:docPr id="4" name="b"/>'


class Planted(NamedTuple):
    """A change that plants a cause. old: a pattern in the part; new: what it becomes."""

    cause: str
    part: str
    old: str
    new: str


def _formula(cause: str, formula: str) -> Planted:
    return Planted(cause, SHEET, r"<f>[^<]*</f>", f"<f>{formula}</f>")


def _document(cause: str, xml: str) -> Planted:
    return Planted(cause, DOCUMENT, PARAGRAPH, f"{xml}{PARAGRAPH}")


OF_THE_PACKAGE: Final = (
    Planted("a part without content type", TYPES, 'Extension="vml"', 'Extension="vmx"'),
    Planted("a content type of a part that is not there", TYPES, "/xl/comments1", "/xl/comments2"),
    Planted("a content type twice", TYPES, r"(<Override [^>]*table1.xml[^>]*>)", r"\1\1"),
    Planted("a relation to a part that is not there", RELATIONS, "table1.xml", "table7.xml"),
    Planted("a relation asked for that is not there", SHEET, 'tablePart r:id="rId3"', 'tablePart r:id="rId33"'),
    Planted("the id of a relation twice", RELATIONS, 'Id="rId3"', 'Id="rId4"'),
    Planted("a letter that XML has not", TEXTS, "gộp nữa", "gộp\x0bnữa"),
    Planted("a letter that XML has not", TEXTS, "gộp nữa", "gộp&#11;nữa"),
    Planted("a part that is no XML", TEXTS, "gộp nữa", "gộp & nữa"),
    Planted("macros and content type that do not fit", TYPES, r"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main"),
)  # fmt: skip
OF_THE_WORKBOOK: Final = (
    Planted("the name of a sheet", BOOK, 'name="Một"', 'name="Một/hai"'),
    Planted("the name of a sheet", BOOK, 'name="Một"', f'name="{"M" * 32}"'),
    Planted("a sheet twice", BOOK, 'name="Hai"', 'name="MỘT"'),
    Planted("a sheet twice", BOOK, 'sheetId="2"', 'sheetId="1"'),
    Planted("no sheet to show", BOOK, "sheetId=", 'state="hidden" sheetId='),
    Planted("a defined name that is none", BOOK, 'name="kgTen"', 'name="KG12"'),
    Planted("a defined name that is none", BOOK, 'name="kgTen"', 'name="kg Tên"'),
    Planted("a defined name twice", BOOK, 'name="kgTen"', 'name="KGHAI"'),
    Planted("a defined name of nothing", BOOK, r"'Một'!\$A\$2", "#REF!"),
    Planted("a defined name of nothing", BOOK, r"'Một'!\$A\$2", "'Ba'!$A$2"),
    Planted("a defined name of a sheet that is not there", BOOK, 'name="kgTen"', 'name="kgTen" localSheetId="2"'),
)  # fmt: skip
OF_STYLES: Final = (
    Planted("styles that are not counted right", STYLES, r'<fonts count="\d+"', '<fonts count="9"'),
    Planted("a font, fill or border that is not there", STYLES, 'fontId="1"', 'fontId="19"'),
    Planted("number formats", STYLES, 'numFmtId="164" fontId', 'numFmtId="170" fontId'),
    Planted("number formats", STYLES, 'formatCode="0.000"', 'formatCode="0;0;0;@;0"'),
    Planted("children of a font out of order", STYLES, r'<b/>(<sz val="11"/>)', r"\1<b/>"),
    Planted("shared texts that are not counted right", TEXTS, 'uniqueCount="10"', 'uniqueCount="11"'),
    Planted("a style that is not there", SHEET, 'c r="B2" s="1"', 'c r="B2" s="77"'),
    Planted("the look of a conditional format that is not there", SHEET, 'dxfId="0"', 'dxfId="5"'),
    Planted("the style of a column that is not there", TABLE, 'dataDxfId="0"', 'dataDxfId="5"'),
)
OF_TABLES: Final = (
    Planted("the head of a table is not the name of its column", TABLE, 'name="tblMot chữ"', 'name="chữ"'),
    Planted("the head of a table is not the name of its column", SHEET, r'<c r="A1" t="s"><v>0</v></c>', ""),
    Planted("a column of a table twice", TABLE, 'name="tblMot số"', 'name="TBLMOT chữ"'),
    Planted("a column of a table twice", TABLE, 'tableColumn id="2"', 'tableColumn id="1"'),
    Planted("columns of a table that are not counted right", TABLE, 'tableColumns count="2"', 'tableColumns count="3"'),
    Planted("columns of a table that are not counted right", TABLE, "A1:B3", "A1:C3"),
    Planted("a table without a row", TABLE, "A1:B3", "A1:B1"),
    Planted("the filter of a table elsewhere", TABLE, 'autoFilter ref="A1:B3"', 'autoFilter ref="A1:B4"'),
    Planted("a table over merged cells", SHEET, "G1:H2", "B3:B4"),
    Planted("the id of a table twice", TABLE, 'main" id="1"', 'main" id="2"'),
    Planted("the name of a table twice", TABLE, 'displayName="tblMot"', 'displayName="TBLHAI"'),
    Planted("the name of a table twice", TABLE, 'displayName="tblMot"', 'displayName="kgTen"'),
    Planted("the tables of a sheet that are not counted right", SHEET, 'tableParts count="2"', 'tableParts count="1"'),
    Planted("the tables of a sheet that are not counted right", SHEET, '<tablePart r:id="rId4"/>', ""),
    Planted("tables that meet", TABLE, "A1:B3", "A1:D3"),
)  # fmt: skip
OF_SHEETS: Final = (
    Planted(
        "children of a sheet out of order", SHEET, r"(<mergeCells.*</mergeCells>)(.*)(<hyperlinks)", r"\2\1\3"
    ),
    Planted("children of a sheet out of order", SHEET, r"(<pageMargins[^>]*>)", r"\1\1"),
    Planted("rows out of order", SHEET, '<row r="4"', '<row r="3"'),
    Planted("cells out of order", SHEET, r'(<c r="A2".*?</c>)(<c r="B2".*?</c>)', r"\2\1"),
    Planted("a row's cells outside its spans", SHEET, r'row r="2" spans="1:7"', 'row r="2" spans="1:3"'),
    Planted("a row too high or a column too wide", SHEET, 'ht="30"', 'ht="420"'),
    Planted("a row too high or a column too wide", SHEET, 'width="20', 'width="320'),
    Planted("a row too high or a column too wide", SHEET, 'min="10" max="10"', 'min="10" max="9"'),
    Planted("merged areas that meet", SHEET, "G4:H5", "H2:I5"),
    Planted("a merged area of one cell", SHEET, "G4:H5", "G4"),
    Planted("a link", SHEET, "location=\"'Hai'!A1\"", "location=\"'Ba'!A1\""),
    Planted("a link", SHEET, "display=\"'Hai'!A1\"", f'display="{"x" * 256}"'),
    Planted("head or foot too long", SHEET, "<oddFooter>", f"<oddFooter>{'x' * 250}"),
    Planted("comments", COMMENTS, 'ref="A13"', 'ref="A12"'),
    Planted("comments", COMMENTS, 'authorId="0"', 'authorId="3"'),
    Planted("comments", SHEET, '<legacyDrawing r:id="rId2"/>', ""),
)
OF_CELLS: Final = (
    Planted("a shared text that is not there", SHEET, "<v>9</v>", "<v>99</v>"),
    Planted("a text too long for a cell", TEXTS, "gộp nữa", "x" * 32_768),
    Planted("a text too long for a cell", TEXTS, "gộp nữa", "x\n" * 254 + "x"),
    Planted("a value that is not of its kind", SHEET, 's="1"><v>2</v>', 's="1"><v>hai</v>'),
    Planted("a value that is not of its kind", SHEET, 's="1"><v>2</v>', 's="1"><v>1e999</v>'),
    _formula("a literal over 255 letters in a formula", f'"{"x" * 256}"'),
    _formula("a formula over 8,192 letters", "+".join(["B2"] * 2800)),
    _formula("a formula over 64 levels or 255 arguments", DEEP),
    _formula("a formula over 64 levels or 255 arguments", MANY),
    _formula("a formula that Excel cannot read", "(B2"),
    _formula("a formula that Excel cannot read", "=B2"),
    _formula("a formula that Excel cannot read", "B2+1e-05"),
)
OF_ENTRIES: Final = (
    Planted("a title, a prompt or an error of a validation too long", SHEET, 'promptTitle="Chọn"', f'promptTitle="{"x" * 33}"'),
    Planted("a title, a prompt or an error of a validation too long", SHEET, 'prompt="một"', f'prompt="{"x" * 256}"'),
    Planted("a title, a prompt or an error of a validation too long", SHEET, 'prompt="một"', f'prompt="{"😀" * 128}"'),
    Planted("a title, a prompt or an error of a validation too long", SHEET, 'error="chọn lại"', f'error="{"x" * 226}"'),
    Planted("the list or formula of a validation over 255 letters", SHEET, '"Có,Không"', f'"{"Có," * 90}"'),
    Planted("a validation that Excel cannot read", SHEET, '"Có,Không"', "tblMot[số]"),
    Planted("a validation that Excel cannot read", SHEET, '<formula1>"Có,Không"</formula1>', ""),
    Planted("the area of a validation or a format", SHEET, 'sqref="B16"', 'sqref=""'),
    Planted("two validations of one cell", SHEET, 'sqref="B17"', 'sqref="B16"'),
    Planted("validations that are not counted right", SHEET, 'dataValidations count="2"', 'dataValidations count="3"'),
    Planted("the priority of a conditional format", SHEET, 'priority="1"', 'priority="0"'),
    Planted("the condition of a format", SHEET, "<formula>B18&gt;1</formula>", "<formula>tblMot[số]&gt;1</formula>"),
    Planted("the condition of a format", SHEET, "<formula>B18&gt;1</formula>", "<formula></formula>"),
)  # fmt: skip
OF_DRAWINGS: Final = (
    Planted("an anchor of a drawing", DRAWING, "<xdr:col>9</xdr:col>", "<xdr:col>1</xdr:col>"),
    Planted("an anchor of a drawing", DRAWING, "<xdr:clientData/>", ""),
    Planted("an id twice in a drawing", DRAWING, 'cNvPr id="3"', 'cNvPr id="2"'),
    Planted("a chart of cells that are not there", CHART, r"Hai!\$A\$1", "Ba!$A$1"),
    Planted("points of a chart that are not counted right", CHART, 'ptCount val="3"', 'ptCount val="2"'),
    Planted("the axes of a chart", CHART, 'crossAx val="50010002"', 'crossAx val="50010009"'),
)
OF_THE_RIBBON: Final = (
    Planted("the ribbon", RIBBON, 'size="large"', 'size="huge"'),
    Planted("the ribbon", RIBBON, r'(<button id="[^"]*")(.*?)<button id="[^"]*"', r"\1\2\1"),
)
OF_DOCUMENTS: Final = (
    _document("the id of a control twice", '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr></w:sdt>' * 2),
    _document("bookmarks", '<w:bookmarkStart w:id="5" w:name="a"/>'),
    _document("bookmarks", '<w:bookmarkStart w:id="5" w:name="a"/><w:bookmarkEnd w:id="5"/>' * 2),
    _document("the id of a picture", TWO_PICTURES),
    Planted("the id of a paragraph", DOCUMENT, "<w:p>", '<w:p w14:paraId="00000001">'),
    Planted("styles that are not there", DOCUMENT, "ListNumber", "Nothing"),
    Planted("styles that are not there", WORD_STYLES, 'styleId="ListNumber"', 'styleId="ListNumber2"'),
    _document(
        "lists that are not there", '<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>'
    ),
    Planted("lists that are not there", NUMBERING, 'w:abstractNumId w:val="8"', 'w:abstractNumId w:val="88"'),
    _document("notes that are not there", f"<w:p><w:r>{A_NOTE}</w:r></w:p>"),
    Planted("the frame of a table", DOCUMENT, r"(</w:tcPr>)<w:p/>", r"\1"),
    _document("fields", '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
    Planted("the body of a document", DOCUMENT, r"(<w:sectPr .*</w:sectPr>)", r"\1<w:p/>"),
    Planted("the body of a document", DOCUMENT, r"(<w:pPr>.*?</w:pPr>)(<w:r>.*?</w:r>)", r"\2\1"),
)
OF_WORKBOOKS: Final = (
    *OF_THE_PACKAGE,
    *OF_THE_WORKBOOK,
    *OF_STYLES,
    *OF_TABLES,
    *OF_SHEETS,
    *OF_CELLS,
    *OF_ENTRIES,
    *OF_DRAWINGS,
)


def with_planted(data: bytes, planted: Planted) -> bytes:
    """Return the file with the cause planted wherever its pattern stands."""
    package = Package.parse(data)
    before = package.read(planted.part).decode()
    after = re.sub(planted.old, planted.new, before, flags=re.DOTALL)
    assert after != before, planted
    package.replace(planted.part, after.encode())
    return package.to_bytes()
