"""The rows of «Việc cụ thể»: read by code and heading, half filled and contradicting ones asked, none lost."""

from __future__ import annotations

import io
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.forms.canvas import TOKENS
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_layout import CONTACT_CELLS, COVER, DETAILS, FORM_VERSION
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.intake.judging import intake_rows
from khoagiao_xl.intake.judging.judge import Judgement, judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.judging.versions import differences
from khoagiao_xl.intake.reading.kept_form import plain_reading, reading_of
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.returning.fresh_form import FreshForm
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.office.issued_forms import IssuedForm, IssuedForms, template_id
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.intake.reading.form_reading import FileReading

PROFILE = load_profile("2024")
UNIT = Unit("VNPT", "VNPT Lào Cai", covers=frozenset())
TEXT, CHOICE, DAY, FIRST, SECOND = "Nội dung việc", "Phân loại", "Ngày", "Số thứ nhất", "Số thứ hai"
DUE = date(2024, 3, 18)
HELD: dict[str, Any] = {"KG106": 1, "KG107": 50, "KG108": 48, "KG109": 96.0}  # one conference
CONFERENCE = {TEXT: "45-NQ/TW; 25-CT/TW", DAY: "05/3/2024", FIRST: 50, SECOND: 48}
EVENT = {TEXT: "Ra quân trồng cây", CHOICE: "Môi trường, biến đổi khí hậu"}
INSPECTION = {TEXT: "Chi bộ 1", CHOICE: "Xây dựng đội ngũ trí thức", FIRST: 2, SECOND: 1}


@cache
def template(period: str) -> bytes:
    kind = Period.parse(period).kind
    asked = [item for item in PROFILE.indicators if item.is_asked(kind)]
    return draw_template(asked, [], ["45-NQ/TW"], kind, ["Sơ kết 05 năm 25-CT/TW"])


@cache
def facts(period: str) -> dict[str, str]:
    now = Period.parse(period)
    return dict.fromkeys(TOKENS, "") | {
        "unit_code": "VNPT", "unit_name": UNIT.name, "period": period, "period_label": now.title,
        "form_version": FORM_VERSION, "form_id": form_id("KG-2024", period, "VNPT"), "master_id": "KG-2024",
        "template_id": template_id(template(period)),
    }  # fmt: skip


@cache
def form(period: str) -> bytes:
    return Stamp(template(period)).form(facts(period))


def sent(
    rows: dict[str, dict[str, Any]], period: str = "2024-M03", nothing: bool = False, **figures: Any
) -> bytes:
    """Return a sound form with these rows, and these figures instead of zeros."""
    asked = [item for item in PROFILE.indicators if item.is_asked(Period.parse(period).kind)]
    zeros = {item.code: 0 for item in asked if item.is_numeric and not item.formula}
    choices = {item.code: "Không" for item in asked if item.type == "có/không"}
    sound: dict[str, Any] = zeros | choices | {"KG001": 50, "KG605": "Có"} | figures
    typed: dict[str, Any] = {"KG001": 50, "KG605": "Có"} if nothing else sound
    return Filler(form(period)).fill_in(form(period), Answers(typed, details=rows, nothing=nothing))


def read(data: bytes, period: str = "2024-M03") -> FileReading:
    """Return what was read of a form, held against what was issued."""
    own = facts(period)
    issued = IssuedForm(own["form_id"], "VNPT", own["template_id"], own)
    known = IssuedForms((issued,), {own["template_id"]: template(period)})
    return read_form(data, f"VNPT_{period}.xlsx", issued=known)


def judged(data: bytes, period: str = "2024-M03") -> Judgement:
    now = Period.parse(period)
    line = Deadline(period, date(2024, 2, 15), date(2024, 3, 14), DUE, DUE, DUE)
    office = Obligations(now, line, (UNIT,), PROFILE.indicators, Waivers(()))
    rules = [rule for rule in map(Rule.from_row, PROFILE.rules) if rule.is_looked_at(now.kind)]
    return judge(read(data, period), Measures(office, rules, "KG-2024"), date(2024, 3, 15))


def asked_of(found: Judgement) -> dict[str, str]:
    return {item.code: item.place.cell for item in found.findings if item.severity is Severity.QUESTION}


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table(found: Judgement) -> list[dict[str, Any]]:
    receipt = Receipt("a.xlsx", "", datetime(2024, 3, 15), found.verdict, UNIT.code, entries=found.entries)  # noqa: DTZ001
    return intake_rows.details("2024-M03", receipt)


def test_a_month_without_single_things_leaves_its_rows_blank() -> None:
    found = judged(sent({}))
    assert (found.verdict, table(found)) == (Verdict.ACCEPTED, [])


def test_a_conference_is_a_row_and_tells_which_directives_were_studied() -> None:
    found = judged(sent({"QT001": CONFERENCE}, **HELD))
    assert found.verdict == Verdict.ACCEPTED
    assert {entry.code: entry.value for entry in found.entries}["KG105"] == "45-NQ/TW; 25-CT/TW"
    assert table(found) == [
        {
            "period": "2024-M03", "unit": "VNPT", "list": "QT", "line": "QT001", "label": "Hội nghị 1",
            "text": "45-NQ/TW; 25-CT/TW", "day": "05/03/2024", "first": 50, "second": 48,
        }
    ]  # fmt: skip


def test_the_figures_of_the_unit_do_not_hold_what_its_rows_say() -> None:
    receipt = Receipt("a.xlsx", "", datetime(2024, 3, 15), Verdict.ACCEPTED, UNIT.code,  # noqa: DTZ001
                      entries=judged(sent({"QT001": CONFERENCE}, **HELD)).entries)  # fmt: skip
    assert not [name for name in intake_rows.figures("2024-M03", receipt) if " " in name]


@pytest.mark.parametrize(
    ("rows", "figures", "code"),
    [
        ({"QT001": {DAY: "05/3/2024", FIRST: 50, SECOND: 48}}, HELD, "SL-84"),  # which directives?
        ({"NB001": {TEXT: "Ra quân trồng cây"}}, {}, "SL-84"),  # of which theme?
        ({"NB001": EVENT | {CHOICE: "việc riêng"}}, {}, "SL-80"),
        ({"NB001": EVENT | {DAY: "tuần trước"}}, {}, "SL-81"),
        ({"NB001": EVENT | {DAY: 45356}}, {}, "SL-81"),
        ({"NB001": EVENT | {DAY: "20/3/2024"}}, {}, "SL-82"),  # after the period
        ({"NB001": EVENT | {SECOND: 5}}, {}, "SL-83"),  # a column that the row has not
        ({"QT001": CONFERENCE}, HELD | {"KG106": 2}, "SL-85"),
        ({"QT001": CONFERENCE}, HELD | {"KG107": 49, "KG109": 98.0}, "SL-86"),
        ({"QT001": CONFERENCE | {SECOND: 51}}, HELD, "SL-87"),
        ({}, HELD, "R44"),  # a conference, and no directive named
    ],
)
def test_what_a_row_lacks_or_contradicts_is_asked(rows: Any, figures: dict[str, Any], code: str) -> None:
    found = judged(sent(rows, **figures))
    assert code in asked_of(found)
    assert found.verdict == Verdict.QUESTIONED


def test_a_number_that_is_none_sends_the_form_back_as_everywhere() -> None:
    found = judged(sent({"QT001": CONFERENCE | {FIRST: "khoảng 50"}}, **HELD))
    assert found.verdict == Verdict.RETURNED
    places = [item.place for item in found.findings if item.is_error]
    assert [(place.sheet, place.cell) for place in places] == [(DETAILS, "F7")]


def test_every_filled_cell_of_a_row_comes_to_a_value_or_a_finding() -> None:
    for typed in ("?", "''", "5", "x", "#", "05.3.24", "ngày 5 tháng 3 năm 2024", "31/02/2024", "=1+1", " "):
        for heading in (TEXT, CHOICE, DAY, FIRST):
            found = judged(sent({"NB001": EVENT | {heading: typed}}))
            values = {entry.code: entry.value for entry in found.entries}
            about = [item for item in found.findings if "NB001" in item.about]
            assert values.get(f"NB001 {heading}") is not None or about or not typed.strip(), (typed, heading)


def test_a_day_that_excel_knows_as_one_is_the_same_day() -> None:
    typed = sent({"QT001": CONFERENCE | {DAY: None}}, **HELD)
    known = changed(typed, lambda book: setattr(book[DETAILS]["E7"], "value", datetime(2024, 3, 5)))  # noqa: DTZ001
    (row,) = table(judged(known))
    assert row["day"] == "05/03/2024"


def test_rows_are_found_by_their_code_wherever_they_moved() -> None:
    data = sent({"QT001": CONFERENCE}, **HELD)
    moved = changed(data, lambda book: book[DETAILS].insert_rows(2))
    renamed = changed(moved, lambda book: setattr(book[DETAILS], "title", "Các việc"))
    assert table(judged(renamed)) == table(judged(data))


def test_a_form_that_lost_the_sheet_is_asked_whether_there_was_anything_to_tell() -> None:
    lost = changed(sent({}), lambda book: book.remove(book[DETAILS]))
    assert "SL-88" in asked_of(judged(lost))


def test_words_beside_the_rows_are_asked_as_everywhere() -> None:
    beside = changed(sent({}), lambda book: setattr(book[DETAILS]["J7"], "value", "thay cho bản gửi hôm qua"))
    assert asked_of(judged(beside)) == {"TN-130": "J7"}


def test_a_month_that_says_nothing_happened_and_tells_of_an_event_is_asked() -> None:
    found = judged(sent({"NB001": EVENT}, nothing=True))
    assert "NB-15" in asked_of(found)


def test_more_than_fits_is_no_contradiction() -> None:
    rows = {f"KT{at:03}": INSPECTION for at in (1, 2, 3)}
    figures: dict[str, Any] = {
        "KG002": 90,
        "KG301": 9,
        "KG302": 5,
        "KG305": 5,
        "KG306": 8,
        "KG307": 3,
        "KG223": 80,
        "KG224": 88.9,
    }
    assert not {"SL-85", "SL-86"} & asked_of(judged(sent(rows, "2024-Q1", **figures), "2024-Q1")).keys()
    fewer = figures | {"KG302": 2}
    assert "SL-85" in asked_of(judged(sent(rows, "2024-Q1", **fewer), "2024-Q1"))


def test_the_report_that_ends_a_review_stands_in_its_row() -> None:
    review = {TEXT: "12-BC/ĐU", CHOICE: "Đã xong, có báo cáo", DAY: "01/3/2024"}
    figures: dict[str, Any] = {"KG002": 90, "KG401": 1, "KG402": 1, "KG223": 80, "KG224": 88.9}
    told = judged(sent({"ST001": review}, "2024-Q1", **figures), "2024-Q1")
    untold = judged(sent({}, "2024-Q1", **figures), "2024-Q1")
    assert ["R23" in {item.code for item in found.findings} for found in (told, untold)] == [False, True]
    assert table(told)[0]["label"] == "Sơ kết 05 năm 25-CT/TW"


def test_who_stands_behind_the_form_is_kept_with_the_rows() -> None:
    said = {"LH001": "Văn phòng", "LH002": "0214.3840.111", "LH003": "Phó Bí thư"}

    def sign(book: Any) -> None:
        for code, words in said.items():
            book[COVER][CONTACT_CELLS[code]] = words

    rows = table(judged(changed(sent({}), sign)))
    assert {row["line"]: row["text"] for row in rows} == said
    assert [row["label"] for row in rows] == ["Người lập biểu", "Điện thoại liên hệ", "Người duyệt biểu"]


def test_what_was_read_of_the_rows_is_kept_with_the_reading() -> None:
    reading = read(sent({"QT001": CONFERENCE, "NB001": EVENT}, **HELD))
    again = reading_of(plain_reading(reading), reading.name)
    assert again.details == reading.details
    assert reading.details["QT001 Ngày"].value == "05/3/2024"


def test_another_version_tells_what_a_row_says_otherwise() -> None:
    before, after = (
        Receipt(name, "", datetime(2024, 3, 15), Verdict.ACCEPTED, UNIT.code, entries=found.entries)  # noqa: DTZ001
        for name, found in (
            ("a", judged(sent({"NB001": EVENT}))),
            ("b", judged(sent({"NB001": EVENT | {FIRST: 40}}))),
        )
    )
    assert differences(before, after) == ("NB001 Số thứ nhất: trống → 40",)


def test_a_returned_copy_marks_the_cells_of_the_rows_and_can_be_sent_again() -> None:
    wrong: dict[str, dict[str, Any]] = {
        "QT001": CONFERENCE | {FIRST: "khoảng 50"},
        "NB001": EVENT | {DAY: "tuần trước"},
    }
    data = sent(wrong, **HELD)
    copy = mark_copy(data, judged(data).findings)
    sheet = load_workbook(io.BytesIO(copy))[DETAILS]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"F7", "E11"}
    mended = changed(copy, lambda book: book[DETAILS].__setitem__("F7", 50))
    again = changed(mended, lambda book: book[DETAILS].__setitem__("E11", "05/3/2024"))
    assert judged(again).verdict == Verdict.ACCEPTED


def test_a_fresh_form_takes_over_what_stood_in_the_rows() -> None:
    reading = read(sent({"QT001": CONFERENCE}, **HELD))
    filled = FreshForm(form("2024-M03"), reading).filled()
    assert table(judged(filled)) == table(judged(sent({"QT001": CONFERENCE}, **HELD)))
