"""The notes below the table of figures: whose sums they are, what the signs mean, and each waiver once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.report.break_notes import break_notes
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.wording.annex_words import COVERAGE_NOTES
from khoagiao_xl.wording.report import TABLE_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent, WaiverNote
    from khoagiao_xl.report.figure_table import FigureTable


def table_notes(content: ReportContent, table: FigureTable) -> list[str]:
    """Return the notes below the table, each a paragraph."""
    notes = list(_signs(table))
    notes += break_notes(content)
    for index, waiver in enumerate(content.waivers, 1):
        note = _waiver_note(index, waiver)
        notes.append(note)
    return notes


def _signs(table: FigureTable) -> Iterator[str]:
    totals = table.content.totals
    if totals:
        yield _coverage_note(table)
    yield from _carried_notes(table)
    if table.has_gaps:
        yield TABLE_NOTES["dau_gach"]
    if table.is_starred:
        yield TABLE_NOTES["tam_tinh"]
    if any(total.estimated for total in totals):
        yield TABLE_NOTES["uoc"]


def _coverage_note(table: FigureTable) -> str:
    if not table.usual:
        return COVERAGE_NOTES["tung_dong"]
    note = "tru_dong" if table.units else "tat_ca"
    return COVERAGE_NOTES[note].format(coverage=table.usual)


def _carried_notes(table: FigureTable) -> Iterator[str]:
    """Yield what stands in figures of units that have not reported: a sign in their row, else by name."""
    carried = [total for total in table.content.totals if total.carried_units]
    signed = [total for total in carried if total.code in table.units]
    for total in carried:
        if total not in signed:
            yield _carried_note(table.content.label_of(total), total.carried_units)
    if signed:
        yield TABLE_NOTES["mang_sang"]


def _carried_note(label: str, units: int) -> str:
    line = clean_line(label)
    name = line.strip("- ")
    return COVERAGE_NOTES["mang_sang"].format(label=name, units=units)


def _waiver_note(index: int, waiver: WaiverNote) -> str:
    reason = clean_line(waiver.reason)
    return TABLE_NOTES["mien_tru"].format(
        mark=index,
        unit=clean_line(waiver.unit_name),
        reason=reason.rstrip("."),
        who=_allowed_by(waiver),
        until=_until(waiver),
    )


def _allowed_by(waiver: WaiverNote) -> str:
    who = clean_line(waiver.allowed_by)
    if not who:
        return ""
    return TABLE_NOTES["mien_tru_ai"].format(who=who)


def _until(waiver: WaiverNote) -> str:
    if not waiver.until:
        return ""
    day = day_text(waiver.until)
    return TABLE_NOTES["mien_tru_den"].format(until=day)
