"""The rows of the appendices: figures with their keys, units that have not reported, the units' own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import State, Total
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.report.sentences import YES_NO, figure_of, number
from khoagiao_xl.wording.report import PHRASES, SECTION_TITLES, TABLE_NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.report.content import ReportContent, WaiverNote

NOT_REPORTED = (State.MISSING, State.RETURNED, State.EXTENDED)
TEXT_CODES = frozenset({"KG602", "KG603", "KG604"})
NONE = PHRASES["khong_co_so"]
TO_DATE = "lũy kế"  # holds the period's own figure, and lacks what that lacks


@dataclass(frozen=True)
class FigureRow:
    """A row of the table of figures, named as the tags; one with `nhom` is the heading of a group."""

    nhom: str = ""
    ma: str = ""
    ten: str = ""
    don_vi_tinh: str = ""
    ky_nay: str = ""
    luy_ke: str = ""
    ky_truoc: str = ""
    cung_ky: str = ""
    so_don_vi: str = ""


def figure_rows(content: ReportContent) -> list[FigureRow]:
    """Return the table of figures in the order of the totals, with a heading before each section."""
    rows: list[FigureRow] = []
    section = ""
    for total in content.totals:
        if total.code in TEXT_CODES:
            continue
        if total.code[2:3] != section:
            section = total.code[2:3]
            rows.append(FigureRow(nhom=SECTION_TITLES.get(section, PHRASES["nhom_khac"])))
        rows.append(_row(total, content))
    return rows


def _row(total: Total, content: ReportContent) -> FigureRow:
    period, code = content.period, total.code
    star = PHRASES["sao_tam_tinh"] if total.provisional and figure_of(total) is not None else ""
    return FigureRow(
        ma=code,
        ten=clean_line(total.label) + _footnote_marks(code, content.waivers),
        don_vi_tinh=_measure(total),
        ky_nay=_cell(_value(total), key_of(code, period), total) + star,
        luy_ke=_beside(total.to_date, key_of(code, period, "luy-ke"), total, TO_DATE),
        ky_truoc=_beside(total.previous, key_of(code, period.previous), total, "kỳ trước"),
        cung_ky=_beside(total.last_year, key_of(code, period.same_last_year), total, "cùng kỳ"),
        so_don_vi=f"{total.counted}/{total.owing}" if total.owing else NONE,
    )


def _measure(total: Total) -> str:
    return (
        PHRASES["don_vi_co"]
        if total.unit_of_measure.startswith(YES_NO)
        else clean_line(total.unit_of_measure)
    )


def _value(total: Total) -> float | None:
    if isinstance(total.value, str):
        return len(symbols_in(total)) or None
    return figure_of(total)


def symbols_in(total: Total) -> list[str]:
    """Return the symbols of a list of directives, each once; consolidation counts them and notes which."""
    text = total.value if isinstance(total.value, str) else total.note
    symbols = (clean_line(part) for part in text.replace(",", ";").split(";"))
    return list(dict.fromkeys(symbol for symbol in symbols if symbol))


def _cell(value: float | None, key: str, total: Total) -> str:
    return NONE if value is None else mark(number(value, total.unit_of_measure, in_text=False), key)


def _beside(value: float | None, key: str, total: Total, figure: str) -> str:
    """Return the cell of a figure beside the period's own, starred when owing units are missing from it."""
    is_partial = total.lacks_units(figure) or (figure == TO_DATE and total.provisional)
    star = PHRASES["sao_tam_tinh"] if value is not None and is_partial else ""
    return _cell(value, key, total) + star


def _footnote_marks(code: str, waivers: Sequence[WaiverNote]) -> str:
    marks = [f"({index})" for index, waiver in enumerate(waivers, 1) if waiver.code == code]
    return f" {' '.join(marks)}" if marks else ""


def table_notes(content: ReportContent, rows: Sequence[FigureRow]) -> list[str]:
    """Return the notes below the table of figures: what its signs mean, and each waiver once."""
    notes = [TABLE_NOTES["so_don_vi"]] if rows else []
    if any(NONE in (row.ky_nay, row.luy_ke, row.ky_truoc, row.cung_ky) for row in rows):
        notes.append(TABLE_NOTES["dau_gach"])
    star = PHRASES["sao_tam_tinh"]
    if any(
        cell.endswith(star) for row in rows for cell in (row.ky_nay, row.luy_ke, row.ky_truoc, row.cung_ky)
    ):
        notes.append(TABLE_NOTES["tam_tinh"])
    return notes + [_waiver_note(index, waiver) for index, waiver in enumerate(content.waivers, 1)]


def _waiver_note(index: int, waiver: WaiverNote) -> str:
    who = clean_line(waiver.allowed_by)
    return TABLE_NOTES["mien_tru"].format(
        mark=index,
        unit=clean_line(waiver.unit_name),
        reason=clean_line(waiver.reason).rstrip("."),
        who=TABLE_NOTES["mien_tru_ai"].format(who=who) if who else "",
        until=TABLE_NOTES["mien_tru_den"].format(until=day_text(waiver.until)) if waiver.until else "",
    )


def missing_rows(content: ReportContent) -> list[dict[str, str]]:
    """Return number, unit and state of every unit that has not reported."""
    units = [(name, state) for state in NOT_REPORTED for name in content.states.get(state, ())]
    return [
        {"stt": str(index), "don_vi": clean_line(name), "trang_thai": state.value.capitalize()}
        for index, (name, state) in enumerate(units, 1)
    ]


def period_name(period: Period) -> str:
    """Return the period without its year: «tháng 3», «quý I», «6 tháng đầu năm»; a year keeps its own."""
    if period.kind is Kind.YEAR:
        return period.label
    name = period.label.removesuffix(f" {period.year}")
    return name if period.kind is Kind.HALF else name.removesuffix(" năm")
