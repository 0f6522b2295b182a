"""The forms in which public documents write their numbers, and what they say round them."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.citations.citations import find_citations
from khoagiao_xl.guidance.citations.cited_directives import cite, gather
from khoagiao_xl.guidance.citations.issuers import issuer_name
from khoagiao_xl.guidance.citations.symbol_forms import find_symbols
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.outline import outline
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical

Facts = tuple[str, str, str]


def facts_in(text: str) -> list[Facts]:
    """Return symbol, day and issuer of every citation, as the plan holds them."""
    facts: list[Facts] = []
    for one in find_citations(text):
        issuer = issuer_name(one.issuer, one.symbol)
        facts.append((one.symbol.text, str(one.issued or ""), issuer))
    return facts


@pytest.mark.parametrize("row", language_rows("symbol_forms"), ids=lambda row: row["Lối viết"])
def test_every_form_of_the_table_is_read_as_it_is_written_there(row: dict[str, str]) -> None:
    found = find_symbols(canonical(row["Ví dụ"]))
    assert [one.symbol.text for one in found] == [row["Đọc thành"]]


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("Thông tư số 12/2026/TT-BTC", "12/2026/TT-BTC"),
        ("Kế hoạch số 958/KH-BTC", "958/KH-BTC"),
        ("Thông tư liên tịch số 55/2005/TTLT- BNV- VPCP", "55/2005/TTLT-BNV-VPCP"),
        ("Quyết định số31-QĐ/TW,ngày 01-10-1997", "31-QĐ/TW"),
        ("NQ45/2024/NQ-HĐND", "45/2024/NQ-HĐND"),
        ("Công văn số 123/SGD&ĐT-GDTrH", "123/SGD&ĐT-GDTrH"),
        ("văn bản chỉ đạo số 682-CV/TU", "682-CV/TU"),
        ("Nghị quyết 45/NQ-TW", "45-NQ/TW"),
    ],
)
def test_blanks_and_dashes_are_closed_up_and_the_year_is_kept(written: str, symbol: str) -> None:
    assert [one.symbol.text for one in find_symbols(canonical(written))] == [symbol]


def test_two_years_circulars_with_one_number_are_two() -> None:
    one, other = find_citations("Thông tư số 12/2025/TT-BTC; Thông tư số 12/2026/TT-BTC")
    assert one.symbol.key != other.symbol.key


@pytest.mark.parametrize(
    "behind", [".", ",", ";", ")", "./.", " |", ":", "”", ". Sở Y tế", ".Sở", " và", "\n"]
)
@pytest.mark.parametrize(
    "symbol", ["05-HD/BTGDVTU", "14/KH-UBND", "12/2026/TT-BTC", "73/2025/QH15", "12/UBND-VX", "1115/TTg-QHĐP"]
)
def test_no_sign_behind_a_symbol_becomes_part_of_it(symbol: str, behind: str) -> None:
    (citation,) = find_citations(f"theo Công văn số {symbol}{behind}")
    assert citation.symbol.text == symbol


def test_the_columns_of_a_list_of_documents_tell_what_the_number_does_not() -> None:
    heads = ("Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu")
    cells = ("72-NQ/TW", "09/9/2025", "Bộ Chính trị", "Về chăm sóc sức khỏe")
    row = Block(" | ".join(cells), kind="row", cells=tuple(zip(heads, cells, strict=True)))
    (one,) = cite(outline([row]), "")
    citation = one.citation
    assert (str(citation.issued), citation.issuer) == ("2025-09-09", "Bộ Chính trị")
    assert citation.subject == "Về chăm sóc sức khỏe"


def test_the_last_day_in_a_plan_is_no_day_of_issue() -> None:
    heads = ("Nội dung", "Chủ trì", "Thời gian")
    cells = ("Quán triệt Nghị quyết số 72-NQ/TW", "Sở Y tế", "09/9/2026")
    row = Block(" | ".join(cells), kind="row", cells=tuple(zip(heads, cells, strict=True)))
    (one,) = cite(outline([row]), "")
    assert (one.citation.issued, one.citation.issuer) == (None, "")


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát theo Biểu số 03/BC-KG, Mẫu số 01-KH/TU.",
        "Kế hoạch số …-KH/ĐU, ngày …/3/2026 của Đảng ủy xã.",
        "Thực hiện Chỉ thị 42 của Ban Bí thư, Nghị quyết 57 và Kế hoạch 12.",
        "Hội nghị đạt 24/30 điểm cầu, 12/15 BCH dự.",
    ],
)
def test_forms_blanks_and_short_names_are_no_citations(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("các Nghị quyết số 71, 72-NQ/TW (ngày 22/8/2025 và 09/9/2025) của Bộ Chính trị",
         [("71-NQ/TW", "2025-08-22", "Bộ Chính trị"), ("72-NQ/TW", "2025-09-09", "Bộ Chính trị")]),
        ("Kế hoạch số 12, 13 và 14/KH-UBND ngày 15/01/2026 của UBND tỉnh",
         [(f"{number}/KH-UBND", "2026-01-15", "Ủy ban nhân dân tỉnh") for number in (12, 13, 14)]),
        ("Nghị quyết số 79-NQ/TW và 80-NQ/TW (ban hành ngày 06 và 07/01/2026)",
         [("79-NQ/TW", "2026-01-06", ""), ("80-NQ/TW", "2026-01-07", "")]),
        ("Nghị quyết số 71 (ngày 22/8/2025), 72-NQ/TW (ngày 09/9/2025)",
         [("71-NQ/TW", "2025-08-22", ""), ("72-NQ/TW", "2025-09-09", "")]),
        ("Chỉ thị số 20-CT/TU và Chỉ thị số 25-CT/TU (lần lượt ngày 05/4/2023, ngày 17/01/2024)",
         [("20-CT/TU", "2023-04-05", ""), ("25-CT/TU", "2024-01-17", "")]),
        ("các nghị quyết của Bộ Chính trị: số 57-NQ/TW, ngày 22/12/2024; số 59-NQ/TW, ngày 24/01/2025",
         [("57-NQ/TW", "2024-12-22", "Bộ Chính trị"), ("59-NQ/TW", "2025-01-24", "Bộ Chính trị")]),
    ],
)  # fmt: skip
def test_a_list_has_as_many_symbols_and_shares_what_stands_round_it(text: str, facts: list[Facts]) -> None:
    assert facts_in(text) == facts


@pytest.mark.parametrize(
    ("text", "issued", "issuer"),
    [
        ("Nghị quyết số 08-NQ/TU ngày 15/10/2021 của Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XVI",
         "2021-10-15", "Ban Chấp hành Đảng bộ tỉnh"),
        ("Thông tư số 29/2024/TT-BGDĐT (có hiệu lực từ ngày 14/02/2025) của Bộ Giáo dục và Đào tạo quy định",
         "", "Bộ Giáo dục và Đào tạo"),
        ("Luật Nhà giáo số 73/2025/QH15 được Quốc hội khóa XV thông qua ngày 16/6/2025", "2025-06-16", "Quốc hội"),
        ("Quyết định số 45/QĐ-SVHTTDL ngày 5/2/2026 của Sở Văn hóa, Thể thao và Du lịch về thư viện",
         "2026-02-05", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Văn bản hợp nhất số 26/VBHN-VPQH của Văn phòng Quốc hội hợp nhất Luật", "", "Văn phòng Quốc hội"),
        ("Ngày 22/8/2025, Bộ Chính trị đã ban hành Nghị quyết số 71-NQ/TW", "2025-08-22", "Bộ Chính trị"),
        ("theo chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 12/UBND-VX ngày 3/3/2026",
         "2026-03-03", "Ủy ban nhân dân tỉnh"),
        ("Quy chế do Ban Bí thư Trung ương Đảng ban hành theo Quyết định số 289-QĐ/TW ngày 08/02/2010",
         "2010-02-08", "Ban Bí thư"),
        ("Nghị quyết của Bộ Chính trị về đột phá phát triển khoa học (số 57-NQ/TW, ngày 22/12/2024)",
         "2024-12-22", "Bộ Chính trị"),
        ("Kế hoạch 144/KH-UBND (ngày 11/5/2026, UBND tỉnh)", "2026-05-11", "Ủy ban nhân dân tỉnh"),
        ("Kế hoạch số 20-KH/TWĐTN ngày 3/2/2026 của Ban Bí thư Trung ương Đoàn",
         "2026-02-03", "Ban Bí thư Trung ương Đoàn"),
        ("Công văn số 3175/UBND-ĐT ngày 22/9 của UBND thành phố", "", "Ủy ban nhân dân thành phố"),
    ],
)  # fmt: skip
def test_day_and_issuer_are_read_before_and_behind(text: str, issued: str, issuer: str) -> None:
    ((_, day, name),) = facts_in(text)
    assert (day, name) == (issued, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo số 88-BC/BTGDVTU ngày 20/11/2025, trình Ban Thường vụ Tỉnh ủy.",
        "Căn cứ Kế hoạch số 71-KH/TU, Ban Tuyên giáo hướng dẫn các đơn vị.",
        "Chương trình số 05-CTrPH/BTGDVTU-SGDĐT giữa Ban Tuyên giáo và Dân vận và Sở Giáo dục và Đào tạo về học tập.",
        "Kế hoạch số 15-KH/TU của Đảng.",
        "Công văn số 321/BTGDV-KG của Ban.",
    ],
)  # fmt: skip
def test_whom_it_is_sent_to_and_who_makes_it_together_are_no_issuer(text: str) -> None:
    ((_, _, issuer),) = facts_in(text)
    assert issuer == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NQ số 57-NQ/TW", "Nghị quyết"),
        ("văn bản số 112-CV/BTGDVTU", "Công văn"),
        ("Văn bản số 238/UBND-KGVX", "Công văn"),
        ("QĐ 749/QĐ-TTg", "Quyết định"),
        ("Thông tri số 15/TTr-MTTW", "Thông tri"),
    ],
)
def test_the_kind_is_spelt_out(text: str, kind: str) -> None:
    (citation,) = find_citations(text)
    assert citation.kind == kind


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kế hoạch số 67/KH-UBND của UBND tỉnh triển khai phong trào “Bình dân học vụ số” năm 2026.",
         "triển khai phong trào “Bình dân học vụ số” năm 2026"),
        ("Nghị quyết của Bộ Chính trị về hội nhập quốc tế (số 59-NQ/TW, ngày 24/01/2025).",
         "về hội nhập quốc tế"),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị (về đột phá phát triển khoa học), xã họp.",
         "về đột phá phát triển khoa học"),
        ("Hướng dẫn số 33-HD/BTGTW của Ban Tuyên giáo Trung ương tuyên truyền Quy định số 144-QĐ/TW.",
         "tuyên truyền Quy định số 144-QĐ/TW"),
        ("Chỉ thị số 07-CT/TW của Bộ Chính trị triển khai đến từng chi bộ.", ""),
    ],
)  # fmt: skip
def test_what_a_document_is_about_is_read_before_and_behind(text: str, subject: str) -> None:
    first, *_ = find_citations(text)
    assert first.subject == subject


def test_the_documents_own_number_is_no_directive_however_it_is_written() -> None:
    block = Block("Triển khai Hướng dẫn số 05 - HD/BTGDVTU và Hướng dẫn số 06-HD/BTGDVTU.")
    symbols = [one.citation.symbol.text for one in cite(outline([block]), "5-HD/BTGDVTU")]
    assert symbols == ["06-HD/BTGDVTU"]


def test_one_number_of_two_bodies_is_two_documents() -> None:
    block = Block(
        "Kế hoạch số 45/KH-UBND ngày 15/02/2026 của Ủy ban nhân dân tỉnh; "
        "Kế hoạch số 45/KH-UBND ngày 20/02/2026 của Ủy ban nhân dân xã."
    )
    groups = gather(cite(outline([block]), ""))
    assert [group.issuer_words for group in groups] == ["Ủy ban nhân dân tỉnh", "Ủy ban nhân dân xã"]
