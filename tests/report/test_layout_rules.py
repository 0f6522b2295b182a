"""Generated reports against the layout rules of Hướng dẫn 36 and 05: one line of a table for each rule."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report import find_template, letterhead_for
from khoagiao_xl.report.write_word import render
from tests.report.word_parts import W, part

VAL = f"{W}val"
HEADER, SIGNATURE = 0, 1  # tables of the body
NUMBER = re.compile(r"Số (\d{2,}|\s+)-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ-]+")
PLACE = re.compile(r".+, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}")


class Page:
    """A report as a checker sees it: effective formats, resolved through the styles."""

    def __init__(self, docx: bytes) -> None:
        self.docx, self.document = docx, Document(io.BytesIO(docx))
        self.body = list(self.document.paragraphs)
        self.sections = list(self.document.sections)
        head, sign = self.document.tables[HEADER], self.document.tables[SIGNATURE]
        self.left, self.right = self._cell(head, 0, 0), self._cell(head, 0, 1)
        self.number, self.place = self._cell(head, 1, 0), self._cell(head, 1, 1)
        self.recipients, self.signed = self._cell(sign, 0, 0), self._cell(sign, 0, 1)
        self.prose = [p for p in self.body if style_of(p) == "KGLoiVan"]

    @staticmethod
    def _cell(table: Any, row: int, column: int) -> list[Any]:
        return list(table.rows[row].cells[column].paragraphs)


def run_value(paragraph: Any, name: str) -> str | None:
    """Return a run property of the paragraph's first run: its own, else of the styles, else the default."""
    own = paragraph._p.find(f"{W}r/{W}rPr/{W}{name}")
    style = paragraph.style
    while own is None and style is not None:
        own, style = style.element.find(f"{W}rPr/{W}{name}"), style.base_style
    if own is None:
        own = paragraph.part.package.main_document_part.document.styles.element.find(
            f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}{name}"
        )
    return None if own is None else own.get(VAL, "on")


def size(paragraph: Any) -> int:
    return int(run_value(paragraph, "sz") or 0)


def look(paragraph: Any) -> str:
    return "".join(letter for letter in "bi" if run_value(paragraph, letter))


def shown(paragraph: Any) -> str:
    """Return size in points and look of a paragraph: «14», «15 b», «14 i»."""
    return f"{size(paragraph) / 2:g} {look(paragraph)}".strip()


def style_of(paragraph: Any) -> str:
    return str(paragraph.style.style_id)


def paragraph_value(paragraph: Any, name: str, attribute: str) -> str | None:
    element, style = paragraph._p.find(f"{W}pPr/{W}{name}"), paragraph.style
    while (element is None or element.get(f"{W}{attribute}") is None) and style is not None:
        element, style = style.element.find(f"{W}pPr/{W}{name}"), style.base_style
    return None if element is None else element.get(f"{W}{attribute}")


def centred(paragraph: Any) -> bool:
    return paragraph_value(paragraph, "jc", "val") == "center"


def margins(page: Page, side: str, twips: int) -> bool:
    found = [int(node.get(f"{W}{side}")) for node in part(page.docx).iter(f"{W}pgMar")]
    return all(abs(value - twips) <= 15 for value in found)


def page_number(page: Page) -> bool:
    header = page.sections[0].header.paragraphs[0]
    field = "".join(node.text for node in header._p.iter(f"{W}instrText"))
    return field.strip() == "PAGE" and centred(header) and size(header) == 28


def only_times_new_roman(page: Page) -> bool:
    names = [page.document.styles.element, part(page.docx)]
    fonts = {value for root in names for node in root.iter(f"{W}rFonts") for value in node.attrib.values()}
    colours = {node.get(VAL) for root in names for node in root.iter(f"{W}color")}
    text = "".join(node.text or "" for node in part(page.docx).iter(f"{W}t"))
    return (
        fonts == {"Times New Roman"}
        and colours <= {"000000", "auto"}
        and text == unicodedata.normalize("NFC", text)
    )


def borderless(page: Page, index: int) -> bool:
    borders = page.document.tables[index]._tbl.findall(f"{W}tblPr/{W}tblBorders/*")
    return {border.get(VAL) for border in borders} == {"nil"}


def drawn_line(page: Page) -> bool:
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    extents = list(page.right[0]._p.iter(f"{wp}extent"))
    return len(extents) == 1 and 72 <= int(extents[0].get("cx")) / 36000 <= 74


def exact_lines(page: Page) -> bool:
    lines = [
        (paragraph_value(p, "spacing", "lineRule"), int(paragraph_value(p, "spacing", "line") or 0))
        for p in page.prose
    ]
    return all(rule == "exact" and 360 <= line <= 440 for rule, line in lines)


def spaced(page: Page) -> bool:
    gaps = [
        [int(paragraph_value(p, "spacing", side) or 0) for side in ("before", "after")] for p in page.prose
    ]
    return all(sum(gap) >= 120 for gap in gaps)


def list_of_recipients(page: Page) -> bool:
    lines = [p.text for p in page.recipients[1:]]
    ends = (
        all(line.endswith(";") for line in lines[:-1])
        and lines[-1].startswith("- Lưu ")
        and lines[-1].endswith(".")
    )
    return ends and all(line.startswith("- ") for line in lines) and "VT" not in lines[-1]


def a4(page: Page) -> bool:
    sizes = {(node.get(f"{W}w"), node.get(f"{W}h")) for node in part(page.docx).iter(f"{W}pgSz")}
    return sizes == {("11906", "16838")}


def upright(page: Page) -> bool:
    return not [node for node in part(page.docx).iter(f"{W}pgSz") if node.get(f"{W}orient")]


def first_page_bare(page: Page) -> bool:
    first = page.sections[0]
    return first.different_first_page_header_footer and first.first_page_header.paragraphs[0].text == ""


def numbered_apart(page: Page) -> bool:
    return [node.get(f"{W}start") for node in part(page.docx).iter(f"{W}pgNumType")] == ["1"] * 3


def title(page: Page) -> bool:
    first = page.right[0]
    return (first.text, shown(first), centred(first)) == ("ĐẢNG CỘNG SẢN VIỆT NAM", "15 b", True)


def name_of_kind(page: Page) -> bool:
    return page.body[0].text == "BÁO CÁO" and shown(page.body[0]) == "16 b" and centred(page.body[0])


def subject(page: Page) -> bool:
    line = page.body[1]
    return line.text[0].islower() and shown(line) == "14 b" and centred(line)


def number_and_symbol(page: Page) -> bool:
    return NUMBER.fullmatch(page.number[0].text) is not None and shown(page.number[0]) == "14"


def place_and_day(page: Page) -> bool:
    return PLACE.fullmatch(page.place[0].text) is not None and shown(page.place[0]) == "14 i"


def cited_in_full(page: Page) -> bool:
    full = "Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư"
    return any(full in paragraph.text for paragraph in page.prose)


def word_for_recipients(page: Page) -> bool:
    word = page.recipients[0]
    return (word.text, shown(word), run_value(word, "u")) == ("Nơi nhận:", "14", "single")


def no_line_begins(*beginnings: str) -> Callable[[Page], bool]:
    return lambda page: not [p for p in page.body if p.text.startswith(beginnings)]


def appendices(page: Page) -> bool:
    texts = [p.text for p in page.body]
    return texts.count("-----") == 3 and {"Phụ lục 1", "Phụ lục 2"} <= set(texts)


def all_prose(read: Callable[[Any], Any], wanted: Any) -> Callable[[Page], bool]:
    return lambda page: {read(paragraph) for paragraph in page.prose} == {wanted}


RULES: dict[str, Callable[[Page], bool]] = {
    "TT01 khổ giấy": a4,
    "TT02 hướng giấy": upright,
    "TT03 lề trên": lambda page: margins(page, "top", 1134),
    "TT03 lề dưới": lambda page: margins(page, "bottom", 1134),
    "TT04 lề trái": lambda page: margins(page, "left", 1701),
    "TT04 lề phải": lambda page: margins(page, "right", 850),
    "TT06 số trang": page_number,
    "TT06 cách mép trên": lambda page: margins(page, "header", 567),
    "TT07 số trang đứng": lambda page: shown(page.sections[0].header.paragraphs[0]) == "14",
    "TT08 trang thứ nhất": first_page_bare,
    "TT09 số trang phụ lục": numbered_apart,
    "TT10 phông": only_times_new_roman,
    "TT11 đầu trang": lambda page: (
        borderless(page, HEADER) and page.document.element.body[0].tag == f"{W}tbl"
    ),
    "TT12 tiêu đề": title,
    "TT13 đường kẻ": drawn_line,
    "TT14 cơ quan cấp trên": lambda page: shown(page.left[0]) == "14" and page.left[0].text.isupper(),
    "TT15 cơ quan ban hành": lambda page: shown(page.left[1]) == "14 b" and page.left[1].text.isupper(),
    "TT16 dấu sao": lambda page: page.left[2].text == "*" and centred(page.left[2]),
    "TT17 số và ký hiệu": number_and_symbol,
    "TT20 địa danh, ngày": place_and_day,
    "TT21 tên loại": name_of_kind,
    "TT22 trích yếu": subject,
    "TT23 dấu ngăn cách": lambda page: page.body[2].text == "-----" and centred(page.body[2]),
    "TT25 lời văn": all_prose(shown, "14"),
    "TT26 đều hai lề": all_prose(lambda p: paragraph_value(p, "jc", "val"), "both"),
    "TT27 thụt đầu dòng": all_prose(lambda p: paragraph_value(p, "ind", "firstLine"), "567"),
    "TT28 cách đoạn": spaced,
    "TT29 cách dòng": exact_lines,
    "TT30 kết thúc": lambda page: re.search(r"[^/]\.$", page.prose[-1].text) is not None,
    "TT37 viện dẫn": cited_in_full,
    "TT39 khối ký": lambda page: borderless(page, SIGNATURE),
    "TT40 quyền hạn": lambda page: (
        page.signed[0].text == "T/M BAN THƯỜNG VỤ" and shown(page.signed[0]) == "14 b"
    ),
    "TT41 chức vụ": lambda page: shown(page.signed[1]) == "14" and centred(page.signed[1]),
    "TT42 chức vụ": lambda page: page.signed[1].text in {"BÍ THƯ", "PHÓ BÍ THƯ"},
    "TT44 họ tên": lambda page: page.signed[2].text == "" and centred(page.signed[2]),
    "TT45 từ Nơi nhận": word_for_recipients,
    "TT46 danh sách": lambda page: (
        list_of_recipients(page) and {shown(p) for p in page.recipients[1:]} == {"12"}
    ),
    "TT49 kính gửi": no_line_begins("Kính gửi", "Kính trình"),
    "TT51 mật": no_line_begins("MẬT", "TỐI MẬT", "TUYỆT MẬT"),
    "TT53 dự thảo": lambda page: page.number[1].text == "Dự thảo lần 1" and shown(page.number[1]) == "14 i",
    "TT56 phụ lục": appendices,
    "TT57 bảng": lambda page: len(list(part(page.docx).iter(f"{W}tblHeader"))) == 2,
    "TT58 không tách": lambda page: page.prose[-1]._p.find(f"{W}pPr/{W}keepNext") is not None,
}
CASES = [
    ("2024", "2024-M03", date(2024, 2, 5)),
    ("2024", "2024-Q1", date(2024, 3, 25)),
    ("2024", "2024-Y", date(2024, 12, 2)),
    ("2026", "2026-M06", date(2026, 6, 20)),
]


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return {}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("profile", "period", "day"), CASES)
def test_a_report_keeps_the_rule(
    content: Any, pages: dict[tuple[str, str], Page], profile: str, period: str, day: date, rule: str
) -> None:
    if (profile, period) not in pages:
        starts = Period.parse(period)
        review = replace(content().reviews[0], anniversary=date(starts.year, starts.first_month, 10))
        made = content(period, letterhead=letterhead_for(profile, day), today=day, reviews=(review,))
        pages[profile, period] = Page(render(made, find_template(made.report)))
    assert RULES[rule](pages[profile, period])


def test_a_numbered_report_is_no_longer_a_draft(content: Any) -> None:
    made = content(letterhead=replace(letterhead_for("2024", date(2024, 3, 20)), number="7"))
    page = Page(render(made, find_template(made.report)))
    assert [p.text for p in page.number] == ["Số 07-BC/ĐUK"]
