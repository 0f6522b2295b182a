"""The notes below the table of figures: whose sums they are, what the signs mean, and each waiver once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.break_notes import break_notes
from khoagiao_xl.report.carried_figures import in_quotes
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_coverage import usual_carried_mark
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.annex_words import COVERAGE_NOTES
from khoagiao_xl.wording.report import TABLE_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent, WaiverNote
    from khoagiao_xl.report.figure_table import FigureTable


CARRIED_SIGN: Final = "(+"  # as in «77/92 (+15)»


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
        yield TABLE_NOTES["uoc"].format(period=table.content.period.short)


def _coverage_note(table: FigureTable) -> str:
    if not table.usual:
        return COVERAGE_NOTES["tung_dong"]
    note = "tru_dong" if table.units else "tat_ca"
    return COVERAGE_NOTES[note].format(coverage=table.usual)


def _carried_notes(table: FigureTable) -> Iterator[str]:
    """Yield what stands in figures of units that have not reported: a sign in their row, else by name."""
    if not usual_carried_mark(table.content.totals):  # else the remarks on the figures of the text say it
        for units, labels in _carried_by_name(table).items():
            yield COVERAGE_NOTES["mang_sang"].format(
                labels=", ".join(labels),
                units=number(units),
            )
    shown = "".join(table.units.values())
    if CARRIED_SIGN in shown:
        yield TABLE_NOTES["mang_sang"]


def _carried_by_name(table: FigureTable) -> Mapping[int, list[str]]:
    """Return how many units are carried into a figure -> the figures whose row has no place for it."""
    content = table.content
    found: dict[int, list[str]] = {}
    for total in content.totals:
        if not total.carried_units or total.code in table.units:
            continue
        alike = found.setdefault(total.carried_units, [])
        alike.append(in_quotes(total, content))
    return found


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
