"""The same fault of many cells is one line, and each of the cells is still marked."""

from __future__ import annotations

import io
from datetime import datetime

from openpyxl import load_workbook

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging import intake_rows
from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.own_notes import OWN_LIST
from khoagiao_xl.intake.returning.fault_list import HEADER_ROW, WHAT, WHERE
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.wording import SENTENCES
from tests.intake.sample_forms import filled


def broken(cell: str, code: str = "R16", words: str = "Số quý không bằng cộng ba tháng") -> Finding:
    place = Place("a.xlsx", form_layout.FIGURES, cell)
    detail = f"{cell} = 5; cộng các kỳ con = 4"
    return Finding(code, Severity.ERROR, place, text=words, about=(cell,), detail=detail, alike=words)


def blank(cell: str, code: str) -> Finding:
    place = Place("a.xlsx", form_layout.FIGURES, cell)
    return Finding(code, Severity.ERROR, place, {"label": "Nhãn"}, about=(cell,), alike=f"{code}-N")


def test_what_differs_only_in_its_cell_is_one_line_that_names_them_all() -> None:
    (folded,) = fold_alike([broken("D17"), broken("D20"), broken("D21")])
    assert folded.cells == ("D17", "D20", "D21")
    assert folded.message == (
        "Số quý không bằng cộng ba tháng (3 chỗ): D17 = 5; cộng các kỳ con = 4. "
        "D20 = 5; cộng các kỳ con = 4. D21 = 5; cộng các kỳ con = 4."
    )


def test_blanks_are_one_line_too() -> None:
    numbers, choice = [blank("D17", "SL-BL"), blank("D18", "SL-BL")], blank("D30", "SL-BC")
    first, alone = fold_alike([*numbers, choice])
    assert first.message == SENTENCES["SL-BL-N"].format(count=2, indicators="D17, D18")
    assert alone is choice
    (both,) = fold_alike([choice, blank("D31", "SL-BC")])
    assert both.message == SENTENCES["SL-BC-N"].format(count=2, indicators="D30, D31")


def test_another_rule_another_message_or_an_explained_question_is_a_line_of_its_own() -> None:
    findings = [
        broken("D17"),
        broken("D18", "R17"),
        broken("D19", words="Khác"),
        Finding("R16", Severity.NOTE),
    ]
    assert fold_alike(findings) == findings


def test_the_table_has_one_row_and_the_returned_copy_one_line_and_every_mark() -> None:
    cells = ("D17", "D18", "D20")
    findings = tuple(broken(cell) for cell in cells)
    receipt = Receipt("a.xlsx", "0", datetime(2024, 1, 1), Verdict.RETURNED, "SYT", findings)  # noqa: DTZ001
    (row,) = intake_rows.findings("2024-Q1", [receipt])
    assert (row["cell"], row["rule"]) == ("D17, D18, D20", "R16")
    book = load_workbook(io.BytesIO(mark_copy(filled(), findings)))
    assert [
        book[OWN_LIST].cell(at, WHERE).value for at in range(HEADER_ROW + 1, book[OWN_LIST].max_row + 1)
    ] == ["Số liệu D17, D18, D20"]
    assert "(3 chỗ)" in str(book[OWN_LIST].cell(HEADER_ROW + 1, WHAT).value)
    assert all(book[form_layout.FIGURES][cell].comment for cell in cells)
