"""The tags around the text: who issues, under which number, when and about what, who signs, who receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_in_words, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.letterheads import LETTER
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.letterheads import Letterhead

AS_ABOVE: Final = "- Như trên;"
KEPT, KEPT_BY_STATE = "- Lưu {where}.", "- Lưu: {where}."
LONG_PLACE: Final = 10  # letters; with more, place and day need two lines
NEW_LINE: Final = "\n"
BLANK_NUMBER: Final = "       "  # room to write the number by hand or stamp


def heading_tags(content: ReportContent) -> dict[str, str]:
    """Return the tags of the head of the periodic report, and the sentences that name the period."""
    head = content.letterhead
    period = content.period.label
    coming = content.period.coming.label
    author = clean_line(head.author)
    opening = PHRASES["mo_dau"].format(author=author, period=period)
    closing = PHRASES["ket_thuc"].format(author=author, period=period)
    return {
        **head_tags(head, content.today),
        "trich_yeu": _title(content),
        "mo_dau": opening,
        "ket_thuc": closing + head.ending,
        "ky_nay": period,
        "ky_sau": coming,
        "ky_nay_hoa": period.upper(),
        "ky_sau_hoa": coming.upper(),
    }


def head_tags(head: Letterhead, today: date) -> dict[str, str]:
    """Return the tags of the head of any document; a draft without a day of its own bears `today`."""
    issuer = [unbroken_hyphens(line) for line in head.issuer]
    superior = [unbroken_hyphens(line) for line in head.superior]
    place = clean_line(head.place)
    day = head.day or today
    return {
        "co_quan_cap_tren": NEW_LINE.join(superior),
        "co_quan_ban_hanh": NEW_LINE.join(issuer),
        "so_ky_hieu": numbered(head),
        "du_thao": "" if head.number else clean_line(head.draft_label),
        "dia_danh_ngay": _place_and_day(place, day),
        "kem_theo": _attached_to(head, day),
    }


def _place_and_day(place: str, day: date) -> str:
    """Return «Lào Cai, ngày 05 tháng 02 năm 2024»; after a long place the day begins a line of its own."""
    words = day_in_words(day)
    if len(place) > LONG_PLACE:
        words = words.replace(" ", "\u00a0")
    return f"{place}, {words}"


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


def _attached_to(head: Letterhead, day: date) -> str:
    number = numbered(head)
    return PHRASES["kem_theo"].format(
        kind=head.kind,
        number=number[0].lower() + number[1:],
        day=day_text(day),
        author=clean_line(head.author),
    )


def numbered(head: Letterhead) -> str:
    """Return «Số 05-BC/ĐUK», of a body of the state «Số: 05/BC-SGDĐT»; room for the number without one."""
    number = clean_line(head.number)
    if number.isdigit():
        number = number.zfill(2)
    symbol = clean_line(head.symbol)
    if head.is_of_state:
        return f"Số: {number or BLANK_NUMBER}/{symbol}"
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
    """Return who receives it; a letter goes first to those it names above (TT48)."""
    lines = [AS_ABOVE] if head.kind == LETTER else []
    for recipient in head.recipients:
        place = clean_line(recipient)
        if place:
            named = place.rstrip(";.,")
            lines.append(f"- {named};")
    if head.archive:
        archive = clean_line(head.archive)
        named = archive.rstrip(".")
        keeping = KEPT_BY_STATE if head.is_of_state else KEPT
        lines.append(keeping.format(where=named))
    return lines
