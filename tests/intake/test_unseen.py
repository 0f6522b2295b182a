"""What a cell holds and a person does not see there, or sees otherwise, is told at that cell."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting import rule as rules
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_filling import Answers, Filler
from tests.intake.sample_forms import blank_form, cell_of, filled, rezip
from tests.intake.test_taking_in import codes, taken

if TYPE_CHECKING:
    from openpyxl import Workbook

AT = cell_of("KG205")
INLINE = b't="inlineStr"><is><t xml:space="preserve">99 x</t></is>'
TEXTS = "xl/sharedStrings.xml"
SHEET = "xl/worksheets/sheet2.xml"


def seen(change: Any, value: Any = 12, code: str = "KG205") -> tuple[Any, set[str]]:
    """Return what is taken of a figure, and what is told, after a person did `change` to its cell."""

    def apply(book: Workbook) -> None:
        sheet, at = (
            (book[form_layout.FIGURES], AT) if code == "KG205" else (book[form_layout.NARRATIVE], "C5")
        )
        change(sheet, sheet[at])

    values, findings, _ = taken(filled({code: value}, change=apply))
    return values[code], codes(findings)


def written(*runs: tuple[str, InlineFont]) -> Any:
    return lambda _, cell: setattr(
        cell, "value", CellRichText(*(TextBlock(font, text) for text, font in runs))
    )


FormulaRule: Any = rules.FormulaRule  # of no declared type
IconSetRule: Any = rules.IconSetRule
STRUCK, PLAIN = InlineFont(strike=True), InlineFont(b=True)


@pytest.mark.parametrize(
    "odd",
    [STRUCK, InlineFont(vertAlign="superscript"), InlineFont(color=Color("FFFFFFFF")), InlineFont(sz=1),
     InlineFont(color=Color(theme=0))],
)  # fmt: skip
def test_letters_that_do_not_count_make_a_figure_unsure(odd: InlineFont) -> None:
    assert seen(written(("12", odd), ("15", PLAIN))) == (None, {"SL-48"})


def test_bold_and_coloured_letters_count() -> None:
    assert seen(written(("12", PLAIN), ("15", InlineFont(color=Color("FFC00000"))))) == (1215, {"SL-01"})


def test_struck_words_of_an_answer_are_asked_about() -> None:
    value, found = seen(written(("Đã làm ", STRUCK), ("Chưa làm.", PLAIN)), code="KG602")
    assert (value, found) == ("Đã làm Chưa làm.", {"VB-12"})
    assert seen(lambda _, cell: setattr(cell, "font", Font(strike=True)), "Đã làm.", "KG602")[1] == {"VB-12"}


def test_struck_letters_among_the_shared_strings_are_found() -> None:
    form = Filler(blank_form()).fill_in(blank_form(), Answers({"KG205": "99 x"}))
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        count = package.read(TEXTS).count(b"<si>")
    struck = b"<si><r><rPr><strike/></rPr><t>12</t></r><r><t>15</t></r></si></sst>"
    shared = {TEXTS: (b"</sst>", struck), SHEET: (INLINE, b't="s"><v>%d</v>' % count)}

    def change(name: str, content: bytes) -> bytes:
        return content.replace(*shared[name]) if name in shared else content

    values, findings, _ = taken(rezip(form, change))
    assert (values["KG205"], codes(findings)) == (None, {"SL-48"})


@pytest.mark.parametrize(
    ("font", "expected"),
    [(Font(strike=True), (None, {"SL-48"})), (Font(color="FFFFFFFF"), (12, {"SL-49"})),
     (Font(size=1), (12, {"SL-49"})), (Font(color=Color(theme=0)), (12, {"SL-49"})),
     (Font(color="FF6B6B6B", bold=True), (12, set()))],
)  # fmt: skip
def test_a_figure_in_letters_nobody_sees_is_asked_about(font: Font, expected: tuple[Any, set[str]]) -> None:
    assert seen(lambda _, cell: setattr(cell, "font", font)) == expected


def test_letters_of_the_colour_behind_them_are_not_seen() -> None:
    def black(_: Any, cell: Any) -> None:
        cell.fill = PatternFill("solid", fgColor="FF000000")

    assert seen(black) == (12, {"SL-49"})


def conditional(rule: Rule) -> Any:
    return lambda sheet, _: sheet.conditional_formatting.add("D5:D44", rule)


def shown_as(code: str) -> Rule:
    style = DifferentialStyle(numFmt=NumberFormat(numFmtId=300, formatCode=code))
    return Rule(type="expression", formula=["TRUE"], dxf=style)


@pytest.mark.parametrize(
    "rule",
    [shown_as('0"000"'), shown_as(";;;"), FormulaRule(["TRUE"], font=Font(color="FFFFFFFF")),
     FormulaRule(["TRUE"], font=Font(strike=True)), IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False)],
)  # fmt: skip
def test_a_conditional_format_that_shows_something_else_is_asked_about(rule: Rule) -> None:
    assert seen(conditional(rule))[1] == {"TN-67"}


def test_a_figure_that_a_conditional_format_hides_is_quoted_with_its_comma() -> None:
    hidden = filled(
        {"KG205": 12.5}, change=lambda book: conditional(shown_as(";;;"))(book[form_layout.FIGURES], None)
    )
    _, findings, _ = taken(hidden)
    told = [
        finding.message for finding in findings if finding.code == "TN-67" and finding.indicator == "KG205"
    ]
    assert "(«12,5»)" in "".join(told)


def test_a_conditional_format_that_only_paints_is_let_be() -> None:
    paint = FormulaRule(["TRUE"], font=Font(color="FFC00000"), fill=PatternFill(bgColor="FFF8CBAD"))
    assert seen(conditional(paint))[1] == set()
    assert seen(conditional(shown_as("#,##0")))[1] == set()


def low(name: str, **sizes: Any) -> Any:
    def change(sheet: Any, cell: Any) -> None:
        line = sheet.row_dimensions[cell.row] if name == "row" else sheet.column_dimensions["D"]
        for key, size in sizes.items():
            setattr(line, key, size)

    return change


def test_rows_and_columns_too_low_to_be_seen_are_hidden() -> None:
    assert seen(low("row", height=0.5))[1] == {"TN-52"}
    assert seen(low("column", width=0.1))[1] == {"TN-53"}


def test_rows_hidden_by_default_are_hidden() -> None:
    def change(sheet: Any, cell: Any) -> None:
        sheet.sheet_format.zeroHeight = True
        sheet.row_dimensions[cell.row].height = None

    assert seen(change)[1] == {"TN-52"}


def test_zeros_that_a_sheet_does_not_show_are_asked_about() -> None:
    def change(sheet: Any, _: Any) -> None:
        sheet.sheet_view.showZeros = False

    assert seen(change, 0)[1] == {"TN-68"}
    assert seen(change, 12)[1] == set()
