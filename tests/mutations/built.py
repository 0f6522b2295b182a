"""Damage to the sheet: rows, columns, codes, formulas, formats and what else a hand can do in Excel."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from khoagiao_xl.forms import form_layout
from tests.mutations.sheet import UNKNOWN, Sample, Sent, by_openpyxl, by_parts, figures_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl import Workbook


def changed(
    sample: Sample, change: Callable[[Workbook], None], *, figures: Any = None, **expected: Any
) -> Sent:
    return Sent(by_openpyxl(sample.filled(figures), change), **expected)


def _set(sample: Sample, code: str, **cell: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for name, value in cell.items():
            setattr(figures_of(book)[sample.cell(code)], name, value)

    return change


def rows_reversed(sample: Sample) -> Sent:
    """All lines in the opposite order: every figure must be found by its code."""

    def change(book: Workbook) -> None:
        sheet = figures_of(book)
        rows = sorted(row for code, row in rows_of(sheet).items() if code.startswith("KG"))
        lines = {row: [sheet.cell(row, column).value for column in range(1, 6)] for row in rows}
        for row, source in zip(rows, reversed(rows), strict=True):
            for column, value in enumerate(lines[source], 1):
                sheet.cell(row, column).value = value

    return changed(sample, change)


def rows_inserted(sample: Sample) -> Sent:
    """Three blank rows above the table; openpyxl leaves the formulas where they were, as careless tools do."""
    return changed(sample, lambda book: figures_of(book).insert_rows(3, 3), accepted=None)


def column_inserted(sample: Sample) -> Sent:
    """A column before «Kỳ này»."""
    return changed(sample, lambda book: figures_of(book).insert_cols(4), accepted=None)


def row_deleted(sample: Sample) -> Sent:
    code = sample.free()
    change = lambda book: figures_of(book).delete_rows(rows_of(figures_of(book))[code])  # noqa: E731
    return changed(sample, change, truth={code: UNKNOWN}, accepted=False)


def code_doubled(sample: Sample) -> Sent:
    code = sample.free()

    def change(book: Workbook) -> None:
        sheet = figures_of(book)
        last = sheet.max_row + 1
        sheet.cell(last, 1).value, sheet.cell(last, 4).value = code, 99

    return changed(sample, change, truth={code: UNKNOWN}, accepted=False)


def codes_swapped(sample: Sample) -> Sent:
    """Two codes exchanged beside their labels: whose figure it is cannot be told."""
    one, two = "KG110", "KG502"

    def change(book: Workbook) -> None:
        sheet = figures_of(book)
        rows = rows_of(sheet)
        sheet.cell(rows[one], 1).value, sheet.cell(rows[two], 1).value = two, one

    return changed(sample, change, truth={one: UNKNOWN, two: UNKNOWN}, accepted=False)


def code_in_small_letters(sample: Sample) -> Sent:
    code = sample.free()
    address = sample.cell(code).replace("D", "A")
    return changed(sample, lambda book: figures_of(book).__setitem__(address, f" {code.lower()} "))


def unit_of_measure_changed(sample: Sample) -> Sent:
    code = sample.free()
    address = sample.cell(code).replace("D", "C")
    change = lambda book: figures_of(book).__setitem__(address, "nghìn")  # noqa: E731
    return changed(sample, change, truth={code: UNKNOWN}, accepted=False)


def sheet_renamed(sample: Sample) -> Sent:
    return changed(sample, lambda book: setattr(figures_of(book), "title", "Sheet1"))


def sheets_in_another_order(sample: Sample) -> Sent:
    return changed(sample, lambda book: book.move_sheet(form_layout.FIGURES, 2))


def second_sheet_of_figures(sample: Sample) -> Sent:
    def change(book: Workbook) -> None:
        book.copy_worksheet(figures_of(book)).title = "Số liệu (2)"

    return changed(sample, change, accepted=False)


def narrative_deleted(sample: Sample) -> Sent:
    return changed(sample, lambda book: book.remove(book[form_layout.NARRATIVE]), accepted=False)


def sheet_of_ones_own(sample: Sample) -> Sent:
    return changed(sample, lambda book: book.create_sheet("Nháp").append(["cộng", 999]))


def row_hidden(sample: Sample) -> Sent:
    code = sample.free()

    def change(book: Workbook) -> None:
        sheet = figures_of(book)
        sheet.row_dimensions[rows_of(sheet)[code]].hidden = True

    return changed(sample, change, figures={code: 3}, truth={code: 3}, told=(code,), accepted=None)


def column_hidden(sample: Sample) -> Sent:
    change = lambda book: setattr(figures_of(book).column_dimensions["D"], "hidden", True)  # noqa: E731
    return changed(sample, change, accepted=None)


def sheet_hidden(sample: Sample) -> Sent:
    return changed(sample, lambda book: setattr(figures_of(book), "sheet_state", "hidden"), accepted=None)


def inputs_merged(sample: Sample) -> Sent:
    row = int(sample.cell("KG110")[1:])
    change = lambda book: figures_of(book).merge_cells(f"D{row}:D{row + 1}")  # noqa: E731
    return changed(sample, change, accepted=False)


def heading_changed(sample: Sample) -> Sent:
    return changed(sample, lambda book: figures_of(book).__setitem__("D4", "Kỳ trước"), accepted=False)


def arithmetic_formula(sample: Sample) -> Sent:
    """«=5+7» as openpyxl saves it: never calculated, so there is no value to trust."""
    code = sample.free()
    change = _set(sample, code, value="=5+7")
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def _formula(sample: Sample, formula: str, result: str, kind: str = "") -> bytes:
    """Return the form with a calculated formula in a free cell, as Excel stores it."""
    code = sample.free()
    address = sample.cell(code)

    def change(name: str, content: bytes) -> bytes:
        mark = f'<c r="{address}"'.encode()
        if name != "xl/worksheets/sheet2.xml":
            return content
        head, _, rest = content.partition(mark)
        style, _, after = rest.partition(b">")
        style = style.rstrip(b"/").split(b" t=")[0]
        after = after.partition(b"</c>")[2] if not rest.split(b">", 1)[0].endswith(b"/") else after
        cell = mark + style + f"{kind}><f>{formula}</f><v>{result}</v></c>".encode()
        return head + cell + after

    return by_parts(sample.filled({code: 1}), change)


def calculated_formula(sample: Sample) -> Sent:
    code = _peek(sample)
    return Sent(_formula(sample, "5+7", "12"), {code: 12}, (code,))


def formula_that_disagrees(sample: Sample) -> Sent:
    """A stored result that is not what its own formula gives."""
    code = _peek(sample)
    return Sent(_formula(sample, "5+7", "112"), {code: UNKNOWN}, (code,), accepted=False)


def formula_to_another_file(sample: Sample) -> Sent:
    code = _peek(sample)
    return Sent(_formula(sample, "[1]Sheet1!A1", "12"), {code: 12}, (code,), accepted=None)


def error_cell(sample: Sample) -> Sent:
    code = _peek(sample)
    return Sent(_formula(sample, "A1/0", "#DIV/0!", ' t="e"'), {code: UNKNOWN}, (code,), accepted=False)


def _peek(sample: Sample) -> str:
    """Return the figure that the next call of `sample.free` will choose."""
    state = sample.chance.getstate()
    code = sample.free()
    sample.chance.setstate(state)
    return code


def turned_into_a_date(sample: Sample) -> Sent:
    """«1-2» typed into a cell of general format: Excel makes it the first of February."""
    code = sample.free()
    change = _set(sample, code, value=datetime(2024, 2, 1), number_format="d-mmm")  # noqa: DTZ001
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def turned_into_a_time(sample: Sample) -> Sent:
    """«12:30» typed into a cell of general format: Excel keeps a part of a day."""
    code = sample.free()
    change = _set(sample, code, value=time(12, 30), number_format="h:mm")
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def studied(sample: Sample, typed: str) -> bytes:
    """Return the form with these directives in the row of a conference."""
    return sample.filled(details={"QT001": {"Nội dung việc": typed, "Ngày": "02/01/2024"}})


def several_directives(sample: Sample) -> Sent:
    """Two directives with a word between them: both are counted."""
    return Sent(studied(sample, "45-NQ/TW và 25-CT/TW"), {"KG105": "45-NQ/TW; 25-CT/TW"}, ("KG105",))


def directive_without_a_symbol(sample: Sample) -> Sent:
    """A second directive by its kind and number alone: the words are asked about."""
    typed = "45-NQ/TW; Chỉ thị 25"
    return Sent(studied(sample, typed), {"KG105": "45-NQ/TW"}, ("KG105",), accepted=True)


def unknown_directive_behind_a_known_one(sample: Sample) -> Sent:
    typed = "45-NQ/TW & 999-KL/TW"
    return Sent(studied(sample, typed), {"KG105": "45-NQ/TW; 999-KL/TW"}, ("KG105",))


def narrative_of_a_dash(sample: Sample) -> Sent:
    return Sent(sample.filled(texts={"KG602": "..."}))


def answer_of_a_hidden_sign(sample: Sample) -> Sent:
    return Sent(sample.filled({"KG605": "\u200b"}), {"KG605": UNKNOWN}, ("KG605",), accepted=False)


def answer_of_a_ditto_mark(sample: Sample) -> Sent:
    return Sent(sample.filled({"KG605": "”"}), {"KG605": UNKNOWN}, ("KG605",), accepted=False)


def format_that_shows_thousands(sample: Sample) -> Sent:
    code = sample.free()
    change = _set(sample, code, value=12, number_format='0"000"')
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def format_that_divides(sample: Sample) -> Sent:
    code = sample.free()
    change = _set(sample, code, value=12_000, number_format="#,##0,")
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def white_on_white(sample: Sample) -> Sent:
    """A format of three semicolons: the figure is there and nobody sees it."""
    code = sample.free()
    change = _set(sample, code, value=12, number_format=";;;")
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def figure_in_the_explanation(sample: Sample) -> Sent:
    """The figure typed one column too far right."""
    code = sample.free()
    explained = {**sample.answers.explanations, code: "15"}
    return Sent(sample.filled({code: None}, explanations=explained), {code: UNKNOWN}, (code,), accepted=False)


def stray_figure(sample: Sample) -> Sent:
    change = lambda book: figures_of(book).__setitem__("H9", 450)  # noqa: E731
    return changed(sample, change, accepted=None)


def comments_of_ones_own(sample: Sample) -> Sent:
    from openpyxl.comments import Comment

    return changed(sample, _set(sample, sample.free(), comment=Comment("xem lại", "đơn vị")))


def ticked_nothing_with_figures(sample: Sample) -> Sent:
    return Sent(sample.filled({"KG110": 5}, nothing=True), accepted=False)


def secrecy_not_ticked(sample: Sample) -> Sent:
    return Sent(sample.filled(no_secret=False), accepted=False)


def marked_secret(sample: Sample) -> Sent:
    return Sent(sample.filled(texts={"KG602": "TỐI MẬT"}), accepted=False)


def totals_that_do_not_add_up(sample: Sample) -> Sent:
    figures: Mapping[str, Any] = sample.answers.figures
    total = figures["KG101"] + 1
    return Sent(sample.filled({"KG101": total}), {"KG101": UNKNOWN}, ("KG101",), accepted=False)


def more_present_than_called(sample: Sample) -> Sent:
    return Sent(sample.filled({"KG107": 10, "KG106": 1, "KG108": 20}), told=("KG108",), accepted=False)


def formula_in_the_text(sample: Sample) -> Sent:
    """Text that would run if a spreadsheet took it for a formula: it is kept as words."""
    return Sent(sample.filled(texts={"KG602": '=HYPERLINK("http://x.vn";"bấm")'}))


def very_long_text(sample: Sample) -> Sent:
    return Sent(sample.filled(texts={"KG602": "Nội dung. " * 3200}), accepted=None)


def text_decomposed(sample: Sample) -> Sent:
    import unicodedata

    return Sent(sample.filled(texts={"KG602": unicodedata.normalize("NFD", "Đã quán triệt văn bản mới.")}))


def text_garbled(sample: Sample) -> Sent:
    garbled = "Báo cáo đầy đủ.".encode().decode("cp1252", "replace")
    return Sent(sample.filled(texts={"KG602": garbled}), accepted=None)


def text_in_an_old_encoding(sample: Sample) -> Sent:
    def change(book: Workbook) -> None:
        from openpyxl.styles import Font

        sheet = book[form_layout.NARRATIVE]
        cell = sheet.cell(rows_of(sheet)["KG602"], 3)
        cell.value, cell.font = "B¸o c¸o ®Çy ®ñ.", Font(name=".VnTime")

    return changed(sample, change)


def _formatted(number_format: str, value: Any = 12) -> Callable[[Sample], Sent]:
    def damage(sample: Sample) -> Sent:
        code = sample.free()
        change = _set(sample, code, value=value, number_format=number_format)
        return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)

    return damage


def format_that_ends_in_a_letter(sample: Sample) -> Sent:
    return _formatted("0\\k")(sample)


def format_of_three_decimals(sample: Sample) -> Sent:
    return _formatted("#,##0.000")(sample)


def format_with_a_word_for_money(sample: Sample) -> Sent:
    return _formatted("0[$000]")(sample)


def format_that_hides_text(sample: Sample) -> Sent:
    return _formatted(";;;", "12")(sample)


def format_that_adds_to_text(sample: Sample) -> Sent:
    return _formatted('@"000"', "12")(sample)


def figure_with_struck_digits(sample: Sample) -> Sent:
    """«~~12~~15»: the unit corrected itself on the spot."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    code = sample.free()
    runs = CellRichText(TextBlock(InlineFont(strike=True), "12"), TextBlock(InlineFont(b=True), "15"))
    change = _set(sample, code, value=runs)
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def _in_letters(sample: Sample, **look: Any) -> tuple[str, Callable[[Workbook], None]]:
    from openpyxl.styles import Font

    code = sample.free()
    return code, _set(sample, code, value=3, font=Font(**look))


def figure_struck_through(sample: Sample) -> Sent:
    code, change = _in_letters(sample, strike=True)
    return changed(sample, change, truth={code: UNKNOWN}, told=(code,), accepted=False)


def figure_in_white_letters(sample: Sample) -> Sent:
    code, change = _in_letters(sample, color="FFFFFFFF")
    return changed(sample, change, truth={code: 3}, told=(code,), accepted=None)


def figure_in_tiny_letters(sample: Sample) -> Sent:
    code, change = _in_letters(sample, size=1)
    return changed(sample, change, truth={code: 3}, told=(code,), accepted=None)


def row_too_low_to_be_seen(sample: Sample) -> Sent:
    code = sample.free()

    def change(book: Workbook) -> None:
        sheet = figures_of(book)
        sheet.row_dimensions[rows_of(sheet)[code]].height = 0.5

    return changed(sample, change, figures={code: 3}, truth={code: 3}, told=(code,), accepted=None)


def zeros_not_shown(sample: Sample) -> Sent:
    code = sample.free()
    change = lambda book: setattr(figures_of(book).sheet_view, "showZeros", False)  # noqa: E731
    return changed(sample, change, figures={code: 0}, truth={code: 0}, told=(code,), accepted=None)


def conditional_format_that_shows_thousands(sample: Sample) -> Sent:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.styles.numbers import NumberFormat

    code = sample.free()
    shown = DifferentialStyle(numFmt=NumberFormat(numFmtId=300, formatCode='0"000"'))
    rule = Rule(type="expression", formula=["TRUE"], dxf=shown)
    change = lambda book: figures_of(book).conditional_formatting.add(sample.cell(code), rule)  # noqa: E731
    return changed(sample, change, figures={code: 3}, truth={code: 3}, told=(code,), accepted=None)


def label_in_thousands(sample: Sample) -> Sent:
    code = sample.free()
    address = sample.cell(code).replace("D", "B")
    change = lambda book: figures_of(book).__setitem__(address, "Số lượt (đơn vị: nghìn lượt)")  # noqa: E731
    return changed(sample, change, accepted=False)


def unit_of_measure_emptied(sample: Sample) -> Sent:
    address = sample.cell(sample.free()).replace("D", "C")
    return changed(sample, lambda book: setattr(figures_of(book)[address], "value", None), accepted=False)


def thousands_told_in_the_title(sample: Sample) -> Sent:
    return changed(sample, lambda book: figures_of(book).__setitem__("D3", "ĐVT: nghìn"), accepted=None)


def code_of_an_answer_among_the_figures(sample: Sample) -> Sent:
    return changed(sample, lambda book: figures_of(book).__setitem__("A90", "KG602"), accepted=False)


def second_sheet_behind_an_underscore(sample: Sample) -> Sent:
    def change(book: Workbook) -> None:
        book.copy_worksheet(figures_of(book)).title = "_Số liệu"

    return changed(sample, change, accepted=False)
