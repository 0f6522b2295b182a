"""Damage to the file and to whose it is: names, versions, containers, bombs, kinds that are no workbook."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.naming import form_name
from tests.mutations.sheet import Sample, Sent, by_openpyxl, by_parts

if TYPE_CHECKING:
    from collections.abc import Callable


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def other_units_form(sample: Sample) -> Sent:
    """Another unit's form, filled in, under this unit's name."""
    return Sent(
        sample.filled(form=sample.others["unit"]), accepted=False, name=form_name(sample.unit, "2024-M01")
    )


def other_periods_form(sample: Sample) -> Sent:
    return Sent(sample.filled(form=sample.others["period"]), accepted=False)


def _meta(sample: Sample, **facts: str) -> bytes:
    """Return the form with another identity in the hidden sheet and in the properties alike."""

    def change(book: Any) -> None:
        sheet = book[form_layout.META]
        for row in range(1, 8):
            if (key := str(sheet.cell(row, 1).value)) in facts:
                sheet.cell(row, 2).value = facts[key]
        for key, value in facts.items():
            del book.custom_doc_props[key]
            from openpyxl.packaging.custom import StringProperty

            book.custom_doc_props.append(StringProperty(name=key, value=value))

    return by_openpyxl(sample.filled(), change)


def old_version(sample: Sample) -> Sent:
    return Sent(_meta(sample, form_version="2019.1"), accepted=False)


def unknown_unit(sample: Sample) -> Sent:
    return Sent(_meta(sample, unit_code="KHONGCO"), accepted=False)


def id_made_up(sample: Sample) -> Sent:
    return Sent(_meta(sample, form_id="0" * 16), accepted=False)


def other_master(sample: Sample) -> Sent:
    return Sent(_meta(sample, master_id="KG-KHAC"), accepted=False)


def two_identities(sample: Sample) -> Sent:
    def change(book: Any) -> None:
        book[form_layout.META]["B2"] = "KHAC"

    return Sent(by_openpyxl(sample.filled(), change), accepted=False)


def identity_lost(sample: Sample) -> Sent:
    def change(book: Any) -> None:
        book.remove(book[form_layout.META])
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    return Sent(by_openpyxl(sample.filled(), change), accepted=False)


def saved_by_another_program(sample: Sample) -> Sent:
    return Sent(by_openpyxl(sample.filled(), lambda _: None))


def truncated(sample: Sample) -> Sent:
    data = sample.filled()
    return Sent(data[: sample.chance.randint(100, len(data) - 30)], accepted=False)


def bytes_flipped(sample: Sample) -> Sent:
    data = bytearray(sample.filled())
    for _ in range(40):
        data[sample.chance.randrange(len(data))] ^= 0xFF
    return Sent(bytes(data), accepted=None)


def nothing_at_all(sample: Sample) -> Sent:
    return Sent(b"", accepted=False)


def encrypted(sample: Sample) -> Sent:
    return Sent(OLE + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500, accepted=False)


def old_excel(sample: Sample) -> Sent:
    return Sent(OLE + b"\x00" * 1000 + "Workbook".encode("utf-16-le") + b"\x00" * 500, accepted=False)


def web_page(sample: Sample) -> Sent:
    return Sent(b"<html><table><tr><td>KG110</td><td>5</td></tr></table></html>", accepted=False)


def plain_text(sample: Sample) -> Sent:
    return Sent(b"KG110;5\nKG216;7\n", accepted=False)


def printed_form(sample: Sample) -> Sent:
    return Sent(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", accepted=False)


def photo(sample: Sample) -> Sent:
    return Sent(b"\xff\xd8\xff\xe0" + b"\x00" * 2000, accepted=False)


def zip_bomb(sample: Sample) -> Sent:
    return Sent(
        by_parts(sample.filled(), extra={"xl/media/image1.png": b"\x00" * 60_000_000}), accepted=False
    )


def entity_bomb(sample: Sample) -> Sent:
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;">]>'

    def change(name: str, content: bytes) -> bytes:
        return head + content.partition(b"?>")[2] if name == "xl/sharedStrings.xml" else content

    return Sent(by_parts(sample.filled(), change), accepted=False)


def _of_figures(change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    return lambda name, content: change(content) if name == "xl/worksheets/sheet2.xml" else content


def huge_used_range(sample: Sample) -> Sent:
    """A dimension that claims the whole sheet: a reader that believes it lays out 17 milliards of cells."""
    import re

    wide = _of_figures(lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', xml))
    return Sent(by_parts(sample.filled(), wide), accepted=None)


def figure_in_the_last_cell(sample: Sample) -> Sent:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    far = _of_figures(lambda xml: xml.replace(b"</sheetData>", row))
    return Sent(by_parts(sample.filled(), far), accepted=None)


def hundred_thousand_rows(sample: Sample) -> Sent:
    rows = "".join(f'<row r="{at}"><c r="J{at}"><v>1</v></c></row>' for at in range(1000, 101_000)).encode()
    many = _of_figures(lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    return Sent(by_parts(sample.filled(), many), accepted=None)


def with_macros(sample: Sample) -> Sent:
    return Sent(by_parts(sample.filled(), extra={"xl/vbaProject.bin": OLE + b"\x00" * 600}), accepted=None)


def named_by_a_messenger(sample: Sample) -> Sent:
    return Sent(sample.filled(), name=f"BC thang 1 {sample.unit} (1) (2).xlsx")


def named_in_pieces(sample: Sample) -> Sent:
    """A name in decomposed letters, as a Mac writes it."""
    return Sent(sample.filled(), name=unicodedata.normalize("NFD", f"Biểu số liệu {sample.unit} đã sửa.xlsx"))


def named_at_length(sample: Sample) -> Sent:
    return Sent(sample.filled(), name=f"{sample.unit} {'rất dài ' * 22}.xlsx")


def named_as_another_kind(sample: Sample) -> Sent:
    return Sent(sample.filled(), name=f"{sample.unit}.xls")


def in_an_archive(sample: Sample) -> Sent:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"bao cao/{sample.unit}.xlsx", sample.filled())
    return Sent(stream.getvalue(), name=f"{sample.unit}.zip")


def in_a_letter(sample: Sample) -> Sent:
    letter = EmailMessage()
    letter["Date"], letter["Subject"] = "Wed, 17 Jan 2024 09:00:00 +0700", "Báo cáo tháng 1"
    letter.set_content("Gửi Ban Tuyên giáo.")
    facts: dict[str, Any] = {"maintype": "application", "subtype": "octet-stream"}
    letter.add_attachment(sample.filled(), **facts, filename=f"{sample.unit}.xlsx")
    return Sent(letter.as_bytes(), name=f"{sample.unit}.eml")
