"""The tags around the text: who issues, under which number, when and about what, who signs, who receives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_in_words, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.report_tables import period_name
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import Letterhead, ReportContent

NEW_LINE = "\n"
BLANK_NUMBER = "       "  # room to write the number by hand or stamp


def heading_tags(content: ReportContent) -> dict[str, str]:
    """Return the tags of the head of the document, and the sentences that name the period."""
    head, period, coming = content.letterhead, content.period, content.period.next
    this = period.label if coming.year != period.year else period_name(period)
    return {
        "co_quan_cap_tren": clean_line(head.superior),
        "co_quan_ban_hanh": NEW_LINE.join(map(clean_line, head.issuer)),
        "so_ky_hieu": numbered(head),
        "du_thao": "" if head.number else clean_line(head.draft_label),
        "dia_danh_ngay": f"{clean_line(head.place)}, {day_in_words(content.today)}",
        "trich_yeu": PHRASES[f"trich_yeu_{period.kind}"].format(this=this, coming=coming.label),
        "mo_dau": PHRASES["mo_dau"].format(author=clean_line(head.author), period=period.label),
        "ket_thuc": PHRASES["ket_thuc"].format(author=clean_line(head.author), period=period.label)
        + head.ending,
        "kem_theo": PHRASES["kem_theo"].format(
            number=numbered(head)[0].lower() + numbered(head)[1:],
            day=day_text(content.today),
            author=clean_line(head.author),
        ),
        "ky_nay": period.label,
        "ky_sau": coming.label,
        "ky_nay_hoa": period.label.upper(),
        "ky_sau_hoa": coming.label.upper(),
    }


def numbered(head: Letterhead) -> str:
    """Return «Số 05-BC/ĐUK», with room for the number while there is none."""
    number_text = clean_line(head.number)
    shown = number_text.zfill(2) if number_text.isdigit() else number_text or BLANK_NUMBER
    return f"Số {shown}-{clean_line(head.symbol)}"


def signature_tags(head: Letterhead) -> dict[str, str | list[str]]:
    """Return the tags of the signature block; the recipients one a line."""
    recipients = [f"- {clean_line(place).rstrip(';.,')};" for place in head.recipients if clean_line(place)]
    archive = [f"- Lưu {clean_line(head.archive).rstrip('.')}."] if head.archive else []
    return {
        "quyen_han": clean_line(head.authority),
        "chuc_vu": clean_line(head.position),
        "nguoi_ky": clean_line(head.signer),
        "noi_nhan": recipients + archive,
    }
