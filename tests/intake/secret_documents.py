"""Files of every kind that say one text somewhere: what a person would see, as each program stores it."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any, Final

from docx import Document

from khoagiao_xl.vietnamese.legacy_tables import TCVN3

if TYPE_CHECKING:
    from collections.abc import Callable

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT_NS: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def zipped(**parts: str | bytes) -> bytes:
    """Return a zip of these members; «__» in a name stands for «/», «_dot_» for «.»."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def _docx(change: Callable[[Any], object]) -> bytes:
    document = Document()
    document.add_paragraph("Báo cáo tháng 3")
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_body(text: str) -> bytes:
    return _docx(lambda document: document.add_paragraph(text))


def word_runs(text: str) -> bytes:
    """Each letter is a run of its own, as Word leaves a word that was spelled in pieces."""

    def letters(document: Any) -> None:
        paragraph = document.add_paragraph()
        for letter in text:
            paragraph.add_run(letter).bold = True

    return _docx(letters)


def word_header(text: str) -> bytes:
    return _docx(lambda document: document.sections[0].header.paragraphs[0].add_run(text))


def word_footer(text: str) -> bytes:
    return _docx(lambda document: document.sections[0].footer.paragraphs[0].add_run(text))


def word_table(text: str) -> bytes:
    def fill(document: Any) -> None:
        document.add_table(1, 2).cell(0, 1).text = text

    return _docx(fill)


def word_title(text: str) -> bytes:
    return _docx(lambda document: setattr(document.core_properties, "title", text))


def word_comment(text: str) -> bytes:
    def note(document: Any) -> None:
        document.add_comment(document.paragraphs[0].runs, text=text)

    return _docx(note)


def _with_part(text: str, part: str) -> bytes:
    data = io.BytesIO(word_body("Nội dung"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(part, text)
    return data.getvalue()


def word_watermark(text: str) -> bytes:
    shape = f'<w:hdr {_W} xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{text}"/></w:hdr>'
    return _with_part(shape, "word/header9.xml")


def word_text_box(text: str) -> bytes:
    box = f"<w:ftr {_W}><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></w:ftr>"
    return _with_part(box, "word/footer9.xml")


def slide(text: str) -> bytes:
    body = f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'
    kinds = '<Types><Override PartName="/ppt/presentation.xml" ContentType="presentationml"/></Types>'
    return zipped(**{"[Content_Types]_dot_xml": kinds, "ppt__slides__slide1_dot_xml": body})


def open_document(text: str) -> bytes:
    body = f"<office:text {_TEXT_NS}><text:p>Số 5</text:p><text:p>{text}</text:p></office:text>"
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml=body)


def open_sheet(text: str) -> bytes:
    body = f"<office:spreadsheet {_TEXT_NS}><table-cell><text:p>{text}</text:p></table-cell></office:spreadsheet>"
    return zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_dot_xml=body)


def rich_text(text: str) -> bytes:
    letters = "".join(f"\\u{ord(letter)}?" if ord(letter) > 127 else letter for letter in text)
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Times;}}}}\\b Bao cao\\par {letters}\\par}}".encode()


def web_page(text: str) -> bytes:
    letters = "".join(f"&#{ord(letter)};" for letter in text)
    return f"<html><body><p>Báo cáo</p><div><b>{letters}</b></div></body></html>".encode()


def table_of_text(text: str) -> bytes:
    return f"Mã;Kỳ này\nKG110;5\n;{text}\n".encode()


def text_utf16(text: str) -> bytes:
    return f"Báo cáo\r\n{text}\r\n".encode("utf-16")


def text_old_font(text: str) -> bytes:
    letters = {new: old for old, new in TCVN3.items()}
    old = "".join(letters.get(letter, letters.get(letter.lower(), letter)) for letter in text)
    return f"B¸o c¸o th¸ng 3\r\n{old}\r\n".encode("cp1252")


def old_word(text: str) -> bytes:
    body = f"BÁO CÁO\r{text}\rKính gửi\r".encode("utf-16-le")
    return OLE + "WordDocument".encode("utf-16-le") + b"\x00" * 200 + body + b"\x00" * 600


def old_sheet(text: str) -> bytes:
    letters = text.encode("utf-16-le")
    return OLE + b"\x00" * 100 + bytes([len(text), 0, 1]) + letters + b"\x05\x00\x00KG110" + b"\x00" * 600


def letter(
    text: str = "", subject: str = "Báo cáo", name: str = "a.bin", data: bytes = b"\x00\x01" * 20
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "syt@x.vn", "btg@x.vn", subject
    message["Date"] = "Fri, 15 Mar 2024 09:00:00 +0700"
    message.set_content(text or "Gửi Ban Tuyên giáo.")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def pdf(text: str) -> bytes:
    """A page with one line, its letters told by the font's own table."""
    codes = "".join(f"{at:02x}" for at in range(1, len(text) + 1))
    pairs = "".join(f"<{at:02x}> <{ord(letter):04x}>\n" for at, letter in enumerate(text, 1))
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(text)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    shown = f"BT /F1 14 Tf 72 720 Td <{codes}> Tj ET"
    return _pdf_of(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream(shown),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R>>",
        _stream(table),
    )


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _pdf_of(*objects: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for at, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{at} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (
        data + f"{head}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF".encode()
    )


def pdf_changed(text: str, change: str) -> bytes:
    """A PDF that says `text` as its title («title»), in a note («note»), or behind an empty password («locked»)."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import FreeText

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(text if change == "locked" else "Bao cao"))))
    if change == "title":
        writer.add_metadata({"/Title": text})
    elif change == "note":
        writer.add_annotation(0, FreeText(text=text, rect=(50, 550, 200, 650)))
    else:
        writer.encrypt("", "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pdf_title(text: str) -> bytes:
    return pdf_changed(text, "title")


def pdf_note(text: str) -> bytes:
    return pdf_changed(text, "note")


def pdf_locked(text: str) -> bytes:
    return pdf_changed(text, "locked")


def archive(text: str) -> bytes:
    return zipped(a_dot_docx=word_body(text))


def archives(text: str) -> bytes:
    return zipped(b_dot_zip=zipped(a_dot_pdf=pdf(text)))


def packed_name(text: str) -> bytes:
    """An archive that cannot be opened names its members all the same."""
    name = f"{text}.docx".encode("utf-16-le")
    return b"7z\xbc\xaf\x27\x1c" + b"\x00" * 30 + name + b"\x00" * 30


def outlook(text: str) -> bytes:
    name, subject = "__substg1.0_0037001F".encode("utf-16-le"), text.encode("utf-16-le")
    return OLE + name + b"\x00" * 99 + subject + b"\x00" * 99


KINDS: Final[dict[str, Callable[[str], bytes]]] = {
    "body.docx": word_body,
    "runs.docx": word_runs,
    "header.docx": word_header,
    "footer.docx": word_footer,
    "table.docx": word_table,
    "title.docx": word_title,
    "comment.docx": word_comment,
    "watermark.docx": word_watermark,
    "box.docx": word_text_box,
    "slide.pptx": slide,
    "text.odt": open_document,
    "sheet.ods": open_sheet,
    "text.rtf": rich_text,
    "rtf.doc": rich_text,
    "page.html": web_page,
    "page.xls": web_page,
    "table.csv": table_of_text,
    "utf16.txt": text_utf16,
    "old font.txt": text_old_font,
    "old.doc": old_word,
    "old.xls": old_sheet,
    "page.pdf": pdf,
    "title.pdf": pdf_title,
    "note.pdf": pdf_note,
    "locked.pdf": pdf_locked,
    "in it.zip": archive,
    "deep.zip": archives,
    "member.7z": packed_name,
    "body.mht": letter,
    "subject.msg": outlook,
}
