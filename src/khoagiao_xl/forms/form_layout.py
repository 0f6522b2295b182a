"""Where things stand in a form: shared by whoever draws one and whoever reads one back.

Rows are always found by their code in column A, never by position; only columns and names are fixed.
"""

from typing import Final

from khoagiao_xl.vietnamese.yes_no import NO, NOT_APPLICABLE, YES

TEMPLATE_ID: Final = "template_id"
FORM_VERSION: Final = "6"
# Versions that are still out in the units -> the keys of META_KEYS that their forms lack.
ACCEPTED_VERSIONS: Final = {
    "2024.1": frozenset({TEMPLATE_ID}),
    "2": frozenset({TEMPLATE_ID}),
    "3": frozenset(),
    "4": frozenset(),
    "5": frozenset(),
    FORM_VERSION: frozenset(),
}

COVER: Final = "Bìa"
FIGURES: Final = "Số liệu"
NARRATIVE: Final = "Thuyết minh"
DETAILS: Final = "Việc cụ thể"
META: Final = "_meta"

# Columns of «Số liệu», counted from 0.
CODE, LABEL, MEASURE, VALUE, EXPLANATION, CHECK = range(6)
FIGURES_HEADER: Final = ("Mã", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Giải trình", "Kiểm tra")
BEFORE: Final = 6  # beside the table: what the unit reported last, for comparison only; never read back
BEFORE_HEADER: Final = "Kỳ trước đã báo"
# Columns of «Thuyết minh»: code, question, answer.
NARRATIVE_HEADER: Final = ("Mã", "Yêu cầu", "Trả lời")
ANSWER: Final = 2
# Columns of «Việc cụ thể»: code, what the row is for, what the unit fills in, what the row lacks.
DETAIL_INPUTS: Final = ("Nội dung việc", "Phân loại", "Ngày", "Số thứ nhất", "Số thứ hai")
DETAIL_LABEL: Final = "Việc cần ghi"
DETAILS_HEADER: Final = ("Mã", DETAIL_LABEL, *DETAIL_INPUTS, "Kiểm tra")
# Sheet -> its headings, and the one that the answers of the unit stand under.
ANSWERED_UNDER: Final = {
    FIGURES: (FIGURES_HEADER, FIGURES_HEADER[VALUE]),
    NARRATIVE: (NARRATIVE_HEADER, NARRATIVE_HEADER[ANSWER]),
}
DETAIL: Final = DETAIL_INPUTS[0]  # it stands in the heading of no other sheet


def detail_key(code: str, heading: str) -> str:
    """Return how a cell of «Việc cụ thể» is called: «QT001 Ngày»."""
    return f"{code} {heading}"


# Columns of «Bìa», counted from 0: what a line says, and what stands beside it.
COVER_LABEL, COVER_VALUE = 1, 2
# Cells of «Bìa» that the unit fills in, by defined name; each holds «x» when ticked.
TICK_NOTHING: Final = "kgKhongPhatSinh"
TICK_NO_SECRET: Final = "kgKhongMat"  # noqa: S105  # the name of a cell, no password
COVER_CELLS: Final = {TICK_NOTHING: "C10", TICK_NO_SECRET: "C11"}
# Who stands behind the form, so that the office can call back: code of the line -> its cell. What is said
# there is kept beside the rows of «Việc cụ thể», under keys like theirs.
CONTACT_CELLS: Final = {"LH001": "C12", "LH002": "C13", "LH003": "C14"}


def contact_key(code: str) -> str:
    """Return how a line of who stands behind the form is called: «LH001 Nội dung việc»."""
    return detail_key(code, DETAIL_INPUTS[0])


def contact_label(code: str) -> str:
    """Return how what that line asks is called: «LH001 Việc cần ghi»."""
    return detail_key(code, DETAIL_LABEL)


# Keys of the very hidden sheet «_meta» (A: key, B: value); the same keys are custom document properties.
META_KEYS: Final = ("form_version", "unit_code", "period", "form_id", "master_id", TEMPLATE_ID)

YES_NO: Final = (YES, NO)
YES_NO_NA: Final = (YES, NO, NOT_APPLICABLE)

# Defined names of the lists behind the drop-downs.
LIST_YES_NO, LIST_YES_NO_NA, LIST_DIRECTIVES = "kgCoKhong", "kgCoKhongThuoc", "kgVanBan"
