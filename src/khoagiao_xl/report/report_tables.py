"""The rows of the appendices: figures with their keys, their notes, units that have not reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import Duty, State, Total
from khoagiao_xl.model.sections import report_heading
from khoagiao_xl.report.break_notes import break_notes
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_coverage import is_of_all, lacks_to_date
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.sentences import figure_of, number
from khoagiao_xl.wording.report import CAUSES, LISTED_STATES, PHRASES, TABLE_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report.content import ReportContent, WaiverNote

NOT_REPORTED: Final = (State.MISSING, State.UNUSABLE, State.RETURNED, State.EXTENDED)
NONE: Final = PHRASES["khong_co_so"]
STAR: Final = PHRASES["sao_tam_tinh"]


# -- figures ----------------------------------------------------------------------------------------------


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

    @property
    def figures(self) -> tuple[str, ...]:
        """The cells that show a figure."""
        return self.ky_nay, self.luy_ke, self.ky_truoc, self.cung_ky


def figure_rows(content: ReportContent) -> list[FigureRow]:
    """Return the table of figures in the order of the totals, with a heading before each section."""
    rows: list[FigureRow] = []
    section = None
    for total in content.totals:
        if total.section != section:
            section = total.section
            heading = report_heading(section) or PHRASES["nhom_khac"]
            rows.append(FigureRow(nhom=heading))
        rows.append(_figure_row(total, content))
    return rows


def _figure_row(total: Total, content: ReportContent) -> FigureRow:
    period = content.period
    label = clean_line(total.label)
    marks = _footnote_marks(total.code, content.waivers)
    return FigureRow(
        ma=total.code,
        ten=label + marks,
        don_vi_tinh=_measure(total),
        ky_nay=_this_period(total, period),
        luy_ke=_to_date(total, period),
        ky_truoc=_previous(total, period),
        cung_ky=_last_year(total, period),
        so_don_vi=_units(total),
    )


def _units(total: Total) -> str:
    """Return «77/92», and how many more stand in it with their last known answer: «77/92 (+15)»."""
    if not total.owing:
        return NONE
    if not total.carried_units:
        return total.coverage
    return PHRASES["so_don_vi_mang_sang"].format(
        coverage=total.coverage,
        carried=total.carried_units,
    )


def _this_period(total: Total, period: Period) -> str:
    value = figure_of(total)
    key = key_of(total.code, period)
    is_partial = total.provisional
    if total.carried_units:
        is_partial = not is_of_all(total)
    return _figure(total, value, key, is_partial=is_partial)


def _to_date(total: Total, period: Period) -> str:
    value = total.to_date
    key = key_of(total.code, period, "luy-ke")
    is_partial = lacks_to_date(total)
    return _figure(total, value, key, is_partial=is_partial)


def _previous(total: Total, period: Period) -> str:
    value = total.previous
    key = key_of(total.code, period.previous)
    counted = total.previous_counted
    is_partial = counted < total.previous_owing
    return _figure(total, value, key, is_partial=is_partial)


def _last_year(total: Total, period: Period) -> str:
    value = total.last_year
    key = key_of(total.code, period.same_last_year)
    counted = total.last_year_counted
    is_partial = counted < total.last_year_owing
    return _figure(total, value, key, is_partial=is_partial)


def _measure(total: Total) -> str:
    if is_yes_no(total):
        return PHRASES["don_vi_co"]
    return clean_line(total.unit_of_measure)


def _figure(total: Total, value: float | None, key: str, *, is_partial: bool) -> str:
    """Return a cell: the figure under its key, starred when owing units are missing from it."""
    if value is None:
        return NONE
    shown = number(value, total.unit_of_measure, in_text=False)
    marked = mark(shown, key)
    if is_partial:
        return marked + STAR
    return marked


def symbols_in(total: Total) -> list[str]:
    """Return the symbols of a list of directives, each once; consolidation counts them and notes which."""
    named, *_ = total.note.split("\n")  # a line of its own tells of waivers
    listed = named.replace(",", ";")
    parts = listed.split(";")
    cleaned = [clean_line(part) for part in parts]
    symbols = dict.fromkeys(cleaned)
    symbols.pop("", None)
    return list(symbols)


def _footnote_marks(code: str, waivers: Iterable[WaiverNote]) -> str:
    marks = ""
    for index, waiver in enumerate(waivers, 1):
        if waiver.code == code:
            marks += f" ({index})"
    return marks


# -- the notes below --------------------------------------------------------------------------------------


def table_notes(content: ReportContent, rows: Sequence[FigureRow]) -> list[str]:
    """Return the notes below the table of figures: what its signs mean, and each waiver once."""
    notes = list(_signs(rows, content.totals))
    notes += break_notes(content)
    for index, waiver in enumerate(content.waivers, 1):
        note = _waiver_note(index, waiver)
        notes.append(note)
    return notes


def _signs(rows: Sequence[FigureRow], totals: Sequence[Total]) -> Iterator[str]:
    figures = _shown_figures(rows)
    if rows:
        yield TABLE_NOTES["so_don_vi"]
    if any(total.carried_units for total in totals):
        yield TABLE_NOTES["mang_sang"]
    if NONE in figures:
        yield TABLE_NOTES["dau_gach"]
    if any(figure.endswith(STAR) for figure in figures):
        yield TABLE_NOTES["tam_tinh"]
    if any(total.estimated for total in totals):
        yield TABLE_NOTES["uoc"]


def _shown_figures(rows: Sequence[FigureRow]) -> list[str]:
    """Return the cells of the columns that show a figure at all; the others leave the page."""
    own_rows = [row.figures for row in rows if not row.nhom]
    shown: list[str] = []
    for column in zip(*own_rows, strict=True):
        if set(column) != {NONE}:
            shown += column
    return shown


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


# -- units ------------------------------------------------------------------------------------------------


def missing_rows(content: ReportContent) -> list[dict[str, str]]:
    """Return number, unit and state of every unit that has not reported."""
    rows: list[dict[str, str]] = []
    for state in NOT_REPORTED:
        for name in content.units(state):
            at = len(rows) + 1
            row = {
                "stt": str(at),
                "don_vi": clean_line(name),
                "trang_thai": _state_told(state, content.came.get(name)),
            }
            rows.append(row)
    return rows


def _state_told(state: State, duty: Duty | None) -> str:
    """Return a state as the list tells it, with the day and the trouble of what came."""
    if duty is None or duty.received is None or state not in LISTED_STATES:
        return state.value.capitalize()
    cause = _cause(duty)
    day = day_text(duty.received)
    told = LISTED_STATES[state].format(day=day)
    if not cause:
        return told
    return f"{told}: {cause}"


def _cause(duty: Duty) -> str:
    """Return in a few words why a file could not be used; of one that may not be named nothing is told."""
    if duty.state is not State.UNUSABLE or not duty.file:
        return ""
    family, _, _ = duty.rule.partition("-")
    for known in (duty.rule, family):
        if known in CAUSES:
            return CAUSES[known]
    return CAUSES[""]
