"""A citation, however it is spelled, is the same document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.guidance.citations.citations import Citation, find_citations

DASHES = st.sampled_from(["-", "–", "—", "‑", " - ", " – ", "- "])
SPACES = st.sampled_from([" ", "  ", "\u00a0", "\n", "\u202f"])


def only(text: str) -> Citation:
    found = find_citations(text)
    assert len(found) == 1, found
    return found[0]


@given(
    dash=DASHES, space=SPACES, number=st.sampled_from(["", "số ", "Số: "]), comma=st.sampled_from(["", ","]),
    date=st.sampled_from(["ngày 10/5/2019", "ngày 10-5-2019", "ngày 10 tháng 5 năm 2019", "ngày 10.05.2019"]),
    by=st.sampled_from(["của Ban Bí thư khóa XII", "của Ban Bí thư (khoá XII)", "của Ban Bí thư, khóa 12"]),
    date_first=st.booleans(), decomposed=st.booleans(),
)  # fmt: skip
def test_order_spacing_dashes_and_tones_make_no_difference(
    dash: str, space: str, number: str, comma: str, date: str, by: str, *, date_first: bool, decomposed: bool
) -> None:
    facts = f"{date}{space}{by}" if date_first else f"{by}, {date}"
    text = f"thực hiện Kết{space}luận {number}49{dash}KL/TW{comma}{space}{facts} về khuyến học."
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text) if decomposed else text)
    found = only(text)
    assert (found.symbol.key, found.symbol.text, found.kind) == ("49|KL|TW", "49-KL/TW", "Kết luận")
    assert (str(found.issued), found.issuer, found.term, found.subject) == (
        "2019-05-10", "Ban Bí thư", "XII", "về khuyến học"
    )  # fmt: skip


@given(organ=st.sampled_from(["Tỉnh uỷ", "Tỉnh ủy"]), leading=st.sampled_from(["7", "07", "007"]))
def test_the_place_of_a_tone_and_a_leading_zero_make_no_difference(organ: str, leading: str) -> None:
    found = only(f"Chỉ thị {leading}-CT/TU ngày 01/3/2021 của Ban Thường vụ {organ}")
    assert found.symbol.text == "07-CT/TU"


@pytest.mark.parametrize(
    ("text", "symbol", "kind", "issued", "issuer"),
    [
        ("Kết luận số 100 - KL/TW", "100-KL/TW", "Kết luận", None, ""),
        ("Chương trình hành động số 30-CTr/TU", "30-CTr/TU", "Chương trình hành động", None, ""),
        ("Quy định số 11-QĐi/TU của Tỉnh ủy", "11-QĐi/TU", "Quy định", None, "Tỉnh ủy"),
        ("Công văn số 6568-CV/BTGTW", "6568-CV/BTGTW", "Công văn", None, ""),
        ("Nghị quyết 29-NQ/TƯ ngày 4/11/2013", "29-NQ/TW", "Nghị quyết", "2013-11-04", ""),
        ("Quyết định 2071/QĐ-BGDĐT, ngày 16 tháng 6 năm 2017",
         "2071/QĐ-BGDĐT", "Quyết định", "2017-06-16", ""),
        ("Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ",
         "09/2019/NĐ-CP", "Nghị định", "2019-01-24", "Chính phủ"),
        ("Quyết định số 281/QĐ-TTg của Thủ tướng Chính phủ",
         "281/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ"),
        ("Luật số 43/2019/QH14", "43/2019/QH14", "Luật", None, ""),
        ("Chỉ thị của Ban Bí thư số 25-CT/TW ngày 25/10/2023",
         "25-CT/TW", "Chỉ thị", "2023-10-25", "Ban Bí thư"),
        ("Nghị quyết Trung ương 8 khóa XIII số 45-NQ/TW", "45-NQ/TW", "Nghị quyết", None, "Trung ương 8"),
        ("theo 143-HD/BTGTU ngày 06 tháng 8 năm 2021", "143-HD/BTGTU", "Hướng dẫn", "2021-08-06", ""),
    ],
)  # fmt: skip
def test_both_styles_of_numbers_are_read(
    text: str, symbol: str, kind: str, issued: str | None, issuer: str
) -> None:
    found = only(text)
    assert (found.symbol.text, found.kind, found.issuer) == (symbol, kind, issuer)
    assert str(found.issued) == str(issued)


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm kỳ 2020 - 2025",
        "từ 15 - 20 người",
        "ngày 24/11/2023",
        "đạt 12/15 chỉ tiêu",
        "Chương trình GDPT 2018",
        "khóa XIII",
    ],
)
def test_what_is_no_number_of_a_document_is_not_cited(text: str) -> None:
    assert find_citations(text) == []


def test_a_citation_inside_a_subject_is_found_and_known_as_nested() -> None:
    text = (
        "Kế hoạch số 20-KH/TW của Bộ Chính trị về thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 và sơ kết"
    )
    outer, inner = find_citations(text)
    assert outer.holds(inner)
    assert not inner.holds(outer)


def test_the_subject_ends_where_the_sentence_turns_to_other_things() -> None:
    text = "Hướng dẫn số 4-HD/TU của Tỉnh ủy về công tác khoa giáo, Đảng ủy Khối hướng dẫn như sau"
    assert only(text).subject == "về công tác khoa giáo"


def test_numbers_listed_before_one_date_share_it() -> None:
    first, second = find_citations(
        "Nghị quyết số 18-NQ/TW và số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương"
    )
    assert (first.issued, first.issuer, first.is_shared) == (second.issued, second.issuer, True)


@given(st.text(alphabet="aàáNQCTW0123456789-–/ ,.;:()“”ngàysốcủaĐ\n", max_size=120))
def test_no_text_breaks_the_search_and_spans_lie_inside_it(text: str) -> None:
    for citation in find_citations(text):
        assert 0 <= citation.start < citation.end <= len(text)
