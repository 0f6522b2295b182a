"""The heads of documents as a template holds them: the Party's, and those of the state (Nghị định 30)."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.page_values import STATE_VALUES, VALUES, PageValues
from khoagiao_xl.report.word_drawing import cell, line_under, paragraph, plain, row, run, spacing, table

# mm, in all the width of the text. «CƠ QUAN - DOANH NGHIỆP TỈNH» needs 81, the title of the Party 73.
PARTY_WIDTHS: Final = (83, 82)
STATE_WIDTHS: Final = (69, 96)  # mm; the name of the state in one line at 12 points: 89
TITLE: Final = "ĐẢNG CỘNG SẢN VIỆT NAM"
TITLE_WIDTH: Final = 73  # mm of the title at 15 points bold: the line under it is as long
STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
MOTTO_WIDTH: Final = 56  # mm at 13 points bold
STATE_ISSUER_LINE: Final = 22  # mm: a third of what a name of the issuer usually takes
SUBJECT_LINE: Final = 45  # mm
IN_THE_MIDDLE: Final = '<w:ind w:left="0"/><w:jc w:val="center"/>'


def party_head(*, is_letter: bool = False) -> str:
    """Return the head of a document of the Party: issuer and number left, title and day right.

    is_letter: what it is about stands below its number (TT24).
    """
    line = line_under(TITLE_WIDTH, below=6.6)
    words = run(TITLE, size=VALUES.least("TT12"), bold=True)
    title = paragraph("KGGiua", words, line)
    place = centred("{{ dia_danh_ngay }}", italic=True)
    issuer = [
        centred("{{ co_quan_cap_tren }}", size=VALUES.least("TT14")),
        centred("{{ co_quan_ban_hanh }}", size=VALUES.least("TT15"), bold=True),
        centred("*"),
    ]
    subject = centred("{{ trich_yeu }}", size=VALUES.least("TT24"), italic=True) if is_letter else ""
    rows = [
        two_cells(PARTY_WIDTHS, "".join(issuer), title),
        two_cells(PARTY_WIDTHS, _number(VALUES) + subject, place),
    ]
    return table(PARTY_WIDTHS, rows, bordered=False, name="Đầu văn bản")


def state_head(*, is_letter: bool = False) -> str:
    """Return the head of a document of a state body: issuer with a line, name of the state and motto."""
    motto_line = line_under(MOTTO_WIDTH, below=6.2)
    motto = run(MOTTO, size=STATE_VALUES.least("TT12", "motto_size"), bold=True)
    state = [
        centred(STATE, size=STATE_VALUES.least("TT12"), bold=True),
        paragraph("KGGiua", motto, motto_line),
    ]
    issuer_line = line_under(STATE_ISSUER_LINE, below=1)
    issuer = [
        centred("{{ co_quan_cap_tren }}", size=STATE_VALUES.most("TT14")),
        centred("{{ co_quan_ban_hanh }}", size=STATE_VALUES.most("TT15"), bold=True),
        paragraph("KGGiua", issuer_line),
    ]
    place = centred("{{ dia_danh_ngay }}", italic=True)
    subject = centred("{{ trich_yeu }}", size=STATE_VALUES.least("TT24")) if is_letter else ""
    rows = [
        two_cells(STATE_WIDTHS, "".join(issuer), "".join(state)),
        two_cells(STATE_WIDTHS, _number(STATE_VALUES) + subject, place),
    ]
    return table(STATE_WIDTHS, rows, bordered=False, name="Đầu văn bản")


def _number(values: PageValues) -> str:
    lines = [
        centred("{{ so_ky_hieu }}", size=values.least("TT17")),
        plain("KGGiua", "{%p if du_thao %}"),
        centred("{{ du_thao }}", italic=True),
        plain("KGGiua", "{%p endif %}"),
    ]
    return "".join(lines)


def party_title(kind: str) -> list[str]:
    """Return the kind of document, what it is about, and the five hyphens of the Party's documents."""
    room_below = spacing(after=120)
    return [
        _kind(kind, VALUES.most("TT21")),
        centred("{{ trich_yeu }}", size=VALUES.least("TT22"), bold=True),
        centred("-----", properties=room_below),
    ]


def state_title(kind: str) -> list[str]:
    """Return the kind of document and what it is about, with a line below as Nghị định 30 wants it."""
    line = line_under(SUBJECT_LINE, below=1.8)
    return [
        _kind(kind, STATE_VALUES.most("TT21")),
        centred("{{ trich_yeu }}", size=STATE_VALUES.most("TT22"), bold=True),
        paragraph("KGGiua", line, properties=spacing(after=120)),
    ]


def _kind(kind: str, size: int) -> str:
    room_above = spacing(before=360)
    words = run(kind, size=size, bold=True)
    return paragraph("KGGiua", words, properties=room_above)


def addressees() -> list[str]:
    """Return the lines of a letter that say to whom it goes: the word in italics, names upright (TT49)."""
    word = run("Kính gửi:", size=VALUES.text, italic=True)
    alone = run("{% if kinh_gui_mot %} {{ kinh_gui_mot }}{% endif %}", size=VALUES.text)
    return [
        paragraph("KGKinhGui", word, alone, properties=spacing(before=360, after=240) + IN_THE_MIDDLE),
        plain("KGNgatPhan", "{%p if kinh_gui %}"),
        paragraph("KGKinhGui", run("{{ kinh_gui }}", size=VALUES.text)),
        plain("KGNgatPhan", "{%p endif %}"),
    ]


# -- for heads and ends alike -----------------------------------------------------------------------------


def centred(
    text: str,
    *,
    size: int = VALUES.text,
    bold: bool = False,
    italic: bool = False,
    properties: str = "",
) -> str:
    """Return a centred paragraph of one run."""
    content = run(
        text,
        size=size,
        bold=bold,
        italic=italic,
    )
    return paragraph("KGGiua", content, properties=properties)


def two_cells(widths: tuple[int, int], left: str, right: str) -> str:
    """Return a row of a table without borders."""
    left_width, right_width = widths
    cells = [
        cell(left_width, left),
        cell(right_width, right),
    ]
    return row(cells, align="top")
