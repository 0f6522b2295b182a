"""A Party report and a report of the state that keep every rule; a test changes one thing of them."""

from __future__ import annotations

from typing import Any

from tests.layout.word_pieces import PAGE, docx, field, header, line, paragraph, run, table

LONG = "Các đơn vị đã tổ chức nhiều hoạt động tuyên truyền, phổ biến đến cán bộ, đảng viên và người lao động."
BODY = {"align": "both", "first": 567, "before": 120, "line": 360, "rule": "exact"}


def centred(text: str, **look: Any) -> str:
    """Return a line in the middle."""
    return paragraph(text, align="center", **look)


def body(text: str, **look: Any) -> str:
    """Return a paragraph of running text; look: what is otherwise than it should be."""
    keeps = "<w:keepNext/>" if look.pop("keeps", True) else ""
    return paragraph(text, keeps, **(BODY | look))


PARTY = {
    "superior": centred("ĐẢNG BỘ TỈNH LÀO CAI"),
    "issuer": centred("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", bold=True),
    "star": centred("*"),
    "number_text": centred("Số 12-BC/ĐU"),
    "draft": "",
    "title": centred(run("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True) + line(73)),
    "day": centred("Lào Cai, ngày 05 tháng 3 năm 2024", italic=True),
    "kind": centred("BÁO CÁO", size=16, bold=True),
    "subject": centred("kết quả công tác khoa giáo tháng 3 năm 2024", bold=True),
    "rule": centred("-----"),
    "text": body("I. KẾT QUẢ THỰC HIỆN", bold=True) + body(LONG) + body(LONG),
    "to": paragraph("Nơi nhận:", underline=True),
    "recipients": paragraph("- Tỉnh ủy;", size=12) + paragraph("- Lưu Văn phòng Đảng ủy.", size=12),
    "authority": centred("T/M BAN THƯỜNG VỤ", bold=True),
    "position": centred("PHÓ BÍ THƯ"),
    "name": centred("Họ và Tên", bold=True, before=1600),
    "behind": "",
}
STATE = PARTY | {
    "superior": centred("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", size=13),
    "issuer": centred(run("SỞ GIÁO DỤC VÀ ĐÀO TẠO", size=13, bold=True) + line(25)),
    "star": "",
    "number_text": centred("Số: 12/BC-SGDĐT", size=13),
    "title": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    + centred(run("Độc lập - Tự do - Hạnh phúc", size=14, bold=True) + line(60)),
    "kind": centred("BÁO CÁO", size=14, bold=True),
    "subject": centred(run("Kết quả công tác tháng 3 năm 2024", size=14, bold=True) + line(30)),
    "rule": "",
    "text": body(LONG, line=276, rule="auto", size=14) + body(LONG, line=276, rule="auto", size=14),
    "to": paragraph("Nơi nhận:", size=12, bold=True, italic=True),
    "recipients": paragraph("- Ủy ban nhân dân tỉnh;", size=11) + paragraph("- Lưu: VT.", size=11),
    "authority": centred("KT. GIÁM ĐỐC", bold=True),
    "position": centred("PHÓ GIÁM ĐỐC", bold=True),
}
TITLE_PAGE = (
    '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    f"{PAGE}<w:titlePg/>"
)
NUMBERED = header(centred(field(" PAGE ", "2", size=14)))
NOT_NUMBERED = header(paragraph(""))


def party_report(*, section: str = TITLE_PAGE, number: str = "", **changed: str) -> bytes:
    """Return a report of the Party; changed: parts as WordprocessingML. number: the header's number."""
    return _document(PARTY | changed, section, number or NUMBERED)


def state_report(*, section: str = TITLE_PAGE, **changed: str) -> bytes:
    """Return a report of a body of the state."""
    return _document(STATE | changed, section, NUMBERED)


def _document(parts: dict[str, str], section: str, number: str) -> bytes:
    left = parts["superior"] + parts["issuer"] + parts["star"] + parts["number_text"] + parts["draft"]
    right = parts["title"] + parts["day"]
    signer = parts["authority"] + parts["position"] + parts["name"]
    whole = table((left, right)) + parts["kind"] + parts["subject"] + parts["rule"] + parts["text"]
    whole += table((parts["to"] + parts["recipients"], signer)) + parts["behind"]
    return docx(whole, section=section, header1=number, header2=NOT_NUMBERED)
