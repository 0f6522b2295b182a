"""The tags around the text: who issues, under which number, when and about what, who signs, who receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_in_words, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.letterheads import Letterhead

NEW_LINE: Final = "\n"
BLANK_NUMBER: Final = "       "  # room to write the number by hand or stamp


def heading_tags(content: ReportContent) -> dict[str, str]:
    """Return the tags of the head of the document, and the sentences that name the period."""
    head = content.letterhead
    period = content.period.label
    coming = content.period.coming.label
    author = clean_line(head.author)
    issuer = [unbroken_hyphens(line) for line in head.issuer]
    place = clean_line(head.place)
    superior = [clean_line(line) for line in head.superior]
    day = day_in_words(head.day or content.today)
    opening = PHRASES["mo_dau"].format(author=author, period=period)
    closing = PHRASES["ket_thuc"].format(author=author, period=period)
    return {
        "co_quan_cap_tren": NEW_LINE.join(superior),
        "co_quan_ban_hanh": NEW_LINE.join(issuer),
        "so_ky_hieu": numbered(head),
        "du_thao": "" if head.number else clean_line(head.draft_label),
        "dia_danh_ngay": f"{place}, {day}",
        "trich_yeu": _title(content),
        "mo_dau": opening,
        "ket_thuc": closing + head.ending,
        "kem_theo": _attached_to(content, author),
        "ky_nay": period,
        "ky_sau": coming,
        "ky_nay_hoa": period.upper(),
        "ky_sau_hoa": coming.upper(),
    }


def unbroken_hyphens(line: str) -> str:
    """Return a line of a name that may break anywhere but at « - »: no line begins or ends with a hyphen."""
    return clean_line(line).replace(" - ", "\u00a0-\u00a0")


def _title(content: ReportContent) -> str:
    """Return what the report is about; a year that both periods share is said once."""
    period = content.period
    coming = period.coming
    this = period.label
    if coming.year == period.year:
        this = period.short
    title = PHRASES[f"trich_yeu_{content.report}"]
    return title.format(this=this, coming=coming.label)


def _attached_to(content: ReportContent, author: str) -> str:
    number = numbered(content.letterhead)
    return PHRASES["kem_theo"].format(
        number=number[0].lower() + number[1:],
        day=day_text(content.letterhead.day or content.today),
        author=author,
    )


def numbered(head: Letterhead) -> str:
    """Return «Số 05-BC/ĐUK», with room for the number while there is none."""
    number = clean_line(head.number)
    if number.isdigit():
        number = number.zfill(2)
    symbol = clean_line(head.symbol)
    return f"Số {number or BLANK_NUMBER}-{symbol}"


def signature_tags(head: Letterhead) -> dict[str, list[str]]:
    """Return the tags of the signature block, each a list of lines."""
    return {
        "quyen_han": [clean_line(head.authority)],
        "chuc_vu": [clean_line(head.position)],
        "nguoi_ky": [clean_line(head.signer)],
        "noi_nhan": _recipients(head),
    }


def _recipients(head: Letterhead) -> list[str]:
    lines = []
    for recipient in head.recipients:
        place = clean_line(recipient)
        if place:
            named = place.rstrip(";.,")
            lines.append(f"- {named};")
    if head.archive:
        archive = clean_line(head.archive)
        named = archive.rstrip(".")
        lines.append(f"- Lưu {named}.")
    return lines
