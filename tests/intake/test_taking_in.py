"""Forms read back: by code wherever it went, with every oddity told and no number changed without a word."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging.arithmetic import evaluate
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.model.findings import Severity
from tests.intake.sample_forms import MONTHLY, YEARLY, blank_form, cell_of, filled, rezip

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.findings import Finding


def taken(data: bytes, indicators: Any = None) -> tuple[dict[str, Any], list[Finding], FileReading]:
    reading = read_form(data, "bao_cao.xlsx")
    entries, findings = to_entries(reading, indicators or MONTHLY)
    return {entry.code: entry.value for entry in entries}, [*reading.findings, *findings], reading


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def cached(data: bytes, values: dict[str, str]) -> bytes:
    """Give formulas of «Số liệu» the values that Excel would have left behind."""

    def change(name: str, content: bytes) -> bytes:
        if name == "xl/worksheets/sheet2.xml":
            for formula, value in values.items():
                content = content.replace(
                    f"<f>{formula}</f><v/>".encode(), f"<f>{formula}</f><v>{value}</v>".encode()
                )
                content = content.replace(
                    f"<f>{formula}</f><v></v>".encode(), f"<f>{formula}</f><v>{value}</v>".encode()
                )
        return content

    return rezip(data, change)


def test_a_clean_form_is_read_without_a_word() -> None:
    values, findings, reading = taken(filled({"KG205": 1250}))
    assert (values["KG205"], values["KG605"], values["KG105"]) == (1250, "Có", "45-NQ/TW")
    assert values["KG602"] == "Đã triển khai đầy đủ."
    assert findings == []
    assert (reading.identity.unit_code, reading.identity.period) == ("SGDDT", "2024-M03")
    assert reading.ticks == {form_layout.TICK_NOTHING: False, form_layout.TICK_NO_SECRET: True}


def test_a_yearly_form_is_read_without_a_word() -> None:
    values, findings, _ = taken(filled(indicators=YEARLY), YEARLY)
    assert findings == []
    assert len(values) == len(YEARLY)


def test_a_blank_form_has_entries_without_values() -> None:
    values, findings, reading = taken(blank_form())
    assert set(values.values()) == {None}
    assert findings == []
    assert reading.is_readable


def test_an_entry_knows_its_cell_its_raw_value_and_its_explanation() -> None:
    def explain(book: Workbook) -> None:
        sheet = book[form_layout.FIGURES]
        sheet[cell_of("KG205").replace("D", "E")] = "Gồm hai  hội nghị"

    reading = read_form(filled({"KG205": "1.250"}, change=explain), "a.xlsx")
    entry = next(item for item in to_entries(reading, MONTHLY)[0] if item.code == "KG205")
    assert (entry.unit, entry.period, entry.value, entry.raw) == ("SGDDT", "2024-M03", 1250, "1.250")
    assert (entry.sheet, entry.cell, entry.explanation) == ("Số liệu", cell_of("KG205"), "Gồm hai hội nghị")


def test_a_repair_is_told_at_its_cell_before_and_after() -> None:
    _, findings, _ = taken(filled({"KG205": "1.250"}))
    (finding,) = findings
    assert (finding.severity, finding.place.cell) == (Severity.NOTE, cell_of("KG205"))
    assert "«1.250»" in finding.message
    assert "1250" in finding.message


WRONG = {  # what is typed -> code of the finding, and whether a value may come of it
    "khoảng 50": ("SL-13", None), "1,234": ("SL-05", None), "O5": ("SL-10", None), "có": ("SL-12", None),
    "không": ("SL-02", 0), "-": ("SL-03", None), "một": ("SL-68", None), "số": ("SL-04", None), "½": ("SL-11", None),
    "5+7": ("SL-14", None),
    "N/A": ("SL-29", None), "2 nghìn": ("SL-20", None), "12%": ("SL-19", None), True: ("SL-17", None),
    "12,5": ("SL-15", None), "1/2": ("SL-16", None), "1234567890123456": ("SL-18", None),
    "5 cuộc": ("SL-22", 5),
    "5 người": ("SL-01", 5),
}  # fmt: skip


@pytest.mark.parametrize("typed", WRONG, ids=str)
def test_a_wrong_cell_gives_its_finding_and_no_invented_number(typed: Any) -> None:
    code, value = WRONG[typed]
    values, findings, _ = taken(filled({"KG205": typed}))
    assert values["KG205"] == value
    assert code in codes(findings)
    assert all("?" not in finding.message and "{" not in finding.message for finding in findings)


def test_money_percent_and_yes_no_of_the_year_have_their_own_doubts() -> None:
    typed = {"KG230": "12.000.000đ", "KG227": 0.9, "KG112": "k thuộc", "KG111": "N/A", "KG601": "đang làm"}
    values, findings, _ = taken(filled(typed, indicators=YEARLY), YEARLY)
    assert (values["KG230"], values["KG227"], values["KG112"], values["KG111"]) == (
        12,
        0.9,
        "Không thuộc",
        None,
    )
    assert {"SL-21", "SL-08", "SL-36", "SL-35", "SL-34"} <= codes(findings)


@pytest.mark.parametrize(
    ("value", "code"),
    [("1.250", "SL-31"), ("12.5", "SL-07"), (12_000_000, "SL-30")],
)
def test_money_that_may_mean_something_else_is_confirmed(value: object, code: str) -> None:
    assert code in codes(taken(filled({"KG230": value}, indicators=YEARLY), YEARLY)[1])


def test_the_percent_format_of_a_cell_is_honoured() -> None:
    def shown_as_percent(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG227", YEARLY)].number_format = "0.0%"

    values, findings, _ = taken(filled({"KG227": 0.985}, indicators=YEARLY, change=shown_as_percent), YEARLY)
    assert values["KG227"] == 98.5
    assert codes(findings) == {"SL-09"}
    assert "SL-33" in codes(
        taken(filled({"KG227": 98.5}, indicators=YEARLY, change=shown_as_percent), YEARLY)[1]
    )
    assert "SL-06" in codes(taken(filled({"KG227": "1.250"}, indicators=YEARLY), YEARLY)[1])


def test_a_number_that_excel_turned_into_a_date_is_asked() -> None:
    def turned(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG205")].number_format = "d-mmm"

    values, findings, _ = taken(filled({"KG205": 45323}, change=turned))
    assert values["KG205"] is None
    assert codes(findings) == {"SL-16"}


def test_a_format_that_shows_another_number_than_it_holds_is_asked() -> None:
    def scaled(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG205")].number_format = "#,##0,"

    values, findings, _ = taken(filled({"KG205": 1_250_000}, change=scaled))
    assert values["KG205"] is None
    assert codes(findings) == {"SL-47"}


def test_a_figure_typed_into_the_explanation_is_asked() -> None:
    def beside(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG205").replace("D", "E")] = 1250

    values, findings, _ = taken(filled({"KG205": None}, change=beside))
    assert values["KG205"] is None
    assert codes(findings) == {"SL-46"}


# ---- formulas and errors ----


def test_formulas_are_flagged_by_what_they_reach() -> None:
    typed = {
        "KG201": "=5+7",
        "KG205": "=SUM(D10:D11)",
        "KG206": "=[1]Sheet1!A1",
        "KG207": "=2+2",
        "KG208": "=1+1",
    }
    data = cached(filled(typed), {"5+7": "12", "SUM(D10:D11)": "14", "[1]Sheet1!A1": "3", "2+2": "5"})
    values, findings, _ = taken(data)
    assert (values["KG201"], values["KG205"], values["KG206"]) == (12, 14, 3)
    assert (values["KG207"], values["KG208"]) == (None, None)
    assert codes(findings) == {"SL-27", "SL-24", "SL-26", "SL-45", "SL-25"}


def test_an_error_cell_is_an_error_and_no_zero() -> None:
    values, findings, _ = taken(filled({"KG205": "#REF!", "KG602": "#N/A"}))
    assert (values["KG205"], values["KG602"]) == (None, None)
    assert {finding.found for finding in findings} == {"#REF!", "#N/A"}
    assert codes(findings) == {"SL-23"}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("5+7", 12),
        ("-3*2", -6),
        ("(1+2)*3", 9),
        ("A1+1", None),
        ("9**9**9", None),
        ("1/0", None),
        ("", None),
        ("((", None),
    ],
)
def test_only_plain_arithmetic_is_worked_out(formula: str, value: float | None) -> None:
    assert evaluate(formula) == value


# ---- structure ----


def structure(change: Callable[[Workbook], None]) -> tuple[dict[str, Any], set[str]]:
    values, findings, _ = taken(filled({"KG205": 1250}, change=change))
    return values, codes(findings)


def test_moved_and_inserted_rows_and_columns_are_followed() -> None:
    def shuffle(book: Workbook) -> None:
        sheet = book[form_layout.FIGURES]
        sheet.insert_rows(8, 3)
        sheet.insert_cols(2)
        sheet.insert_rows(1, 2)

    values, found = structure(shuffle)
    assert values["KG205"] == 1250
    assert found == {"TN-46"}


def test_a_renamed_sheet_is_found_by_its_codes() -> None:
    values, found = structure(lambda book: setattr(book[form_layout.FIGURES], "title", "So lieu T3"))
    assert values["KG205"] == 1250
    assert found == {"TN-45"}


def test_a_doubled_code_is_refused_and_not_read() -> None:
    values, found = structure(lambda book: setattr(book[form_layout.FIGURES]["A50"], "value", "KG205"))
    assert "KG205" not in values
    assert found == {"TN-48"}


def test_a_missing_code_is_refused() -> None:
    values, found = structure(lambda book: setattr(book[form_layout.FIGURES]["A23"], "value", None))
    assert "KG205" not in values
    assert found == {"TN-49"}


def test_a_code_in_other_letters_is_read_and_told() -> None:
    values, found = structure(
        lambda book: setattr(book[form_layout.FIGURES]["A23"], "value", " kg 205\u00a0")
    )
    assert values["KG205"] == 1250
    assert found == {"TN-64"}


@pytest.mark.parametrize("heading", ["", "Kỳ trước", "Lũy kế", "Giải trình"])
def test_a_lost_or_doubled_heading_is_refused(heading: str) -> None:
    values, found = structure(lambda book: setattr(book[form_layout.FIGURES]["D4"], "value", heading))
    assert "KG205" not in values
    assert found == {"TN-133"}


def test_a_heading_that_stands_twice_is_refused() -> None:
    values, found = structure(lambda book: setattr(book[form_layout.FIGURES]["C4"], "value", "Kỳ này"))
    assert "KG205" not in values
    assert found == {"TN-44"}


def test_a_second_sheet_of_figures_is_refused() -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(book[form_layout.FIGURES])

    values, found = structure(copy)
    assert "KG205" not in values
    assert "TN-50" in found


def test_a_changed_heading_of_the_narrative_is_told_as_that() -> None:
    _, found = structure(lambda book: setattr(book[form_layout.NARRATIVE]["C4"], "value", "Ghi chú"))
    assert found == {"TN-134"}


def test_a_deleted_narrative_is_refused() -> None:
    assert "TN-47" in structure(lambda book: book.remove(book[form_layout.NARRATIVE]))[1]


def test_hidden_rows_columns_and_sheets_are_confirmed() -> None:
    def hide(book: Workbook) -> None:
        sheet = book[form_layout.FIGURES]
        sheet.row_dimensions[23].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet.sheet_state = "hidden"

    values, found = structure(hide)
    assert values["KG205"] == 1250
    assert found == {"TN-51", "TN-52", "TN-53"}


def test_merged_input_cells_are_refused() -> None:
    assert structure(lambda book: book[form_layout.FIGURES].merge_cells("D23:D25"))[1] == {"TN-54"}


def test_the_old_calendar_is_noted() -> None:
    def note(book: Workbook) -> None:
        book.epoch = __import__("openpyxl").utils.datetime.CALENDAR_MAC_1904

    assert structure(note)[1] == {"TN-63"}


def test_links_and_macros_are_told() -> None:
    def change(name: str, content: bytes) -> bytes:
        if name.endswith("workbook.xml.rels"):
            link = (b'<Relationship Id="rIdX" Type="http://x/externalLink" Target="externalLinks/e.xml"/>'
                    b'<Relationship Id="rIdY" Type="http://x/vbaProject" Target="vbaProject.bin"/>'
                    b"</Relationships>")  # fmt: skip
            return content.replace(b"</Relationships>", link)
        return content

    extra = {"xl/externalLinks/e.xml": b"<a/>", "xl/vbaProject.bin": b"x"}
    values, findings, _ = taken(rezip(filled({"KG205": 1250}), change, extra))
    assert values["KG205"] == 1250
    assert codes(findings) == {"TN-55", "TN-56"}


# ---- whose it is ----


def test_a_workbook_without_identity_is_no_form_of_ours() -> None:
    def strip(book: Workbook) -> None:
        book.remove(book[form_layout.META])
        for name in form_layout.META_KEYS:
            del book.custom_doc_props[name]  # type: ignore[attr-defined]

    _, findings, reading = taken(filled(change=strip))
    assert "TN-40" in codes(findings)
    assert not reading.is_readable


def test_a_lost_hidden_sheet_is_made_up_for_by_the_properties() -> None:
    _, findings, reading = taken(filled(change=lambda book: book.remove(book[form_layout.META])))
    assert reading.identity.unit_code == "SGDDT"
    assert codes(findings) == {"TN-42"}


def test_two_identities_in_one_file_are_refused() -> None:
    _, findings, _ = taken(filled(change=lambda book: setattr(book[form_layout.META]["B2"], "value", "SYT")))
    assert "TN-41" in codes(findings)


def test_a_tick_may_be_any_word_for_yes_and_a_doubt_is_asked() -> None:
    def tick(word: str) -> FileReading:
        place = form_layout.COVER_CELLS[form_layout.TICK_NOTHING]
        return read_form(
            filled(change=lambda book: setattr(book[form_layout.COVER][place], "value", word)), "a.xlsx"
        )

    assert tick("X").ticks[form_layout.TICK_NOTHING] is True
    assert tick("không").ticks[form_layout.TICK_NOTHING] is False
    assert tick("chưa rõ").ticks[form_layout.TICK_NOTHING] is None
    assert codes(list(tick("chưa rõ").findings)) == {"TN-62"}


def test_a_line_not_asked_in_this_period_is_not_counted() -> None:
    fewer = [item for item in MONTHLY if item.code != "KG205"]
    values, findings, _ = taken(filled(), fewer)
    assert "KG205" not in values
    assert codes(findings) == {"TN-60"}


# ---- secrecy ----


def test_a_file_with_a_mark_is_refused_and_nothing_of_it_kept() -> None:
    _, findings, reading = taken(filled({"KG602": "TỐI MẬT"}))
    assert "TN-120" in codes(findings)
    assert not reading.cells
    assert not reading.answers


def test_a_mark_in_the_page_header_or_a_sheet_name_counts() -> None:
    def header(book: Workbook) -> None:
        book[form_layout.FIGURES].oddHeader.center.text = "MẬT"  # type: ignore[union-attr]

    assert "TN-120" in codes(taken(filled(change=header))[1])
    assert "TN-120" in codes(taken(filled(change=lambda book: book.create_sheet("Mật") and None))[1])


# ---- text ----


def test_text_is_cleaned_converted_and_told() -> None:
    def old_font(book: Workbook) -> None:
        sheet = book[form_layout.NARRATIVE]
        sheet["C5"].font = Font(name=".VnTime")
        sheet["C6"].font = Font(name="VNI-Times")

    typed = {"KG602": "§· triÓn khai", "KG603": "Ñaõ trieån khai", "KG604": "Khong co van de gi"}
    values, findings, _ = taken(filled(typed, change=old_font))
    assert (values["KG602"], values["KG603"]) == ("Đã triển khai", "Đã triển khai")
    assert codes(findings) == {"VB-01", "VB-02", "VB-09"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [("BÃ¡o cÃ¡o tháng", "VB-03"), ("Th\ufffdc hiện", "VB-08"), ("Ðã làm", "VB-05"),
     ("a\u0309nh", "VB-04"),
     ("Bá\u043e cáo", "VB-07"), ("Hội\u00a0nghị", "VB-06"), ("+đã làm tốt", "VB-11"), ("BÃ¡o cÃ¡o", "VB-03")],
)  # fmt: skip
def test_each_spoilt_text_has_its_finding(typed: str, code: str) -> None:
    assert codes(taken(filled({"KG602": typed}))[1]) == ({code} if code else set())


def test_a_list_is_written_one_way_and_what_is_no_symbol_is_asked() -> None:
    values, findings, _ = taken(filled({"KG105": "NQ 45-NQ/TW, 25-ct/tw; nghị quyết mới; 45-NQ/TW"}))
    assert values["KG105"] == "45-NQ/TW; 25-CT/TW"
    assert codes(findings) == {"SL-43", "SL-44"}


def test_the_second_reader_stands_in_and_a_disagreement_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from khoagiao_xl.intake.reading import two_readers as readers

    def fail(*_: object) -> None:
        raise ValueError

    data = filled({"KG205": 1250})
    monkeypatch.setattr(readers, "_with_calamine", fail)
    values, findings, _ = taken(data)
    assert values["KG205"] == 1250
    assert codes(findings) == {"TN-61"}
    monkeypatch.setattr(readers, "_with_openpyxl", fail)
    assert "TN-26" in codes(taken(data)[1])

    def wrong(raw: bytes, wanted: list[str]) -> dict[str, Any]:
        book = load_workbook(io.BytesIO(raw))
        book[form_layout.FIGURES][cell_of("KG205")] = 1251
        return {
            name: [[("" if cell.value is None else cell.value) for cell in row] for row in book[name]]
            for name in wanted
        }

    monkeypatch.setattr(readers, "_with_calamine", wrong)
    assert "TN-27" in codes(taken(data)[1])


@pytest.mark.parametrize(
    ("code", "value", "number_format", "found"),
    [("KG205", 12, "0.000", {"SL-47"}), ("KG205", "12", ";;;", {"SL-47"}), ("KG605", "Có", ";;;", {"SL-47"}),
     ("KG205", 12, '#,##0_);"("#,##0")"', set()), ("KG205", 5, '0" lượt người"', set())],
)  # fmt: skip
def test_only_a_format_that_shows_the_value_itself_is_believed(
    code: str, value: object, number_format: str, found: set[str]
) -> None:
    def shown(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of(code)].number_format = number_format

    values, findings, _ = taken(filled({code: value}, change=shown))
    assert codes(findings) == found
    assert (values[code] is None) == bool(found)


def test_a_quoted_percent_sign_multiplies_nothing() -> None:
    def shown(book: Workbook) -> None:
        book[form_layout.FIGURES][cell_of("KG227", YEARLY)].number_format = '0.00"%"'

    values, findings, _ = taken(filled({"KG227": 0.98}, indicators=YEARLY, change=shown), YEARLY)
    assert values["KG227"] == 0.98
    assert codes(findings) == {"SL-08"}


def test_a_code_on_the_wrong_sheet_is_told_and_shadows_no_answer() -> None:
    values, findings, _ = taken(
        filled(change=lambda book: setattr(book[form_layout.FIGURES]["A50"], "value", "KG602"))
    )
    assert values["KG602"] == "Đã triển khai đầy đủ."
    assert codes(findings) == {"TN-69"}


# ---- what else ----


def test_a_second_sheet_of_codes_counts_whatever_it_is_called() -> None:
    def copy(book: Workbook) -> None:
        book.copy_worksheet(book[form_layout.FIGURES]).title = "_Số liệu"

    assert "TN-50" in structure(copy)[1]


def test_words_too_long_for_a_cell_are_cut_and_told() -> None:
    data = rezip(filled({"KG602": "DAI"}), lambda _, content: content.replace(b"DAI", b"chu " * 9_000))
    entries, findings = to_entries(read_form(data, "a.xlsx"), MONTHLY)
    (told,) = [finding for finding in findings if finding.code == "VB-10"]
    assert told.message.startswith("KG602: nội dung dài quá")
    assert [len(str(entry.value)) for entry in entries if entry.code == "KG602"] == [32_767]
