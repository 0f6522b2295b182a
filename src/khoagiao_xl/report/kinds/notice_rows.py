"""The two lists of a notice: who has done well, and each report that is slow, with whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.notice_words import say
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import NAMED, capital, small
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.report.kinds.kind_tags import Row
    from khoagiao_xl.report.kinds.reports_within import ByUnit, ReportsWithin
    from khoagiao_xl.report.kinds.unit_conduct import Conducts, UnitConduct

# What is listed of a unit that sent nothing usable in time.
LISTED: Final = {State.MISSING: "tt_chua", State.EXTENDED: "tt_chua", State.UNUSABLE: "tt_loi",
                 State.RETURNED: "tt_tra"}  # fmt: skip


def good_rows(units: Iterable[UnitConduct], *, is_day_told: bool) -> list[Row]:
    """Return a row for each unit that has done well, without the day of all where the text tells it."""
    rows = []
    for index, unit in enumerate(units, 1):
        received = unit.duty.received
        row = {
            "stt": str(index),
            "don_vi": unit.name,
            "han": NONE if is_day_told else day_text(unit.due),
            "ngay": day_text(received) if received else NONE,
        }
        rows.append(row)
    return rows


def name_rows(conducts: Conducts, within: ReportsWithin) -> Iterator[Row]:
    """Yield a row for each kind of units that are too many for the sentence about them."""
    listed = [each for each in _kinds_of_units(conducts, within) if len(each[1]) > NAMED]
    for index, (phrase, units) in enumerate(listed, 1):
        count = len(units)
        yield {
            "nhom": "",
            "stt": str(index),
            "noi_dung": say(phrase, of="", count=number(count), units=""),
            "don_vi": ", ".join(unit.name for unit in units),
        }


def _kinds_of_units(conducts: Conducts, within: ReportsWithin) -> Iterator[tuple[str, Sequence[UnitConduct]]]:
    yield "mien", conducts.waived
    yield "gia_han", conducts.not_due
    for each in (conducts, *(part for _, part in within.still_open)):
        yield "cho_giai_trinh", each.explaining
        yield "cho_ban_sua", each.correcting


def slow_rows(conducts: Conducts, within: ReportsWithin) -> list[Row]:
    """Return a row for each report that is slow, a unit's one below the other; its first bears the number.

    Those that are slow with the period itself come first.
    """
    has_parts = bool(within.lacked or within.late)
    rows: list[Row] = []
    by_unit = _slow_by_unit(conducts, within)
    for index, reports in enumerate(by_unit.values(), 1):
        number = str(index)
        rows += _rows_of(reports, number, has_parts=has_parts)
    return rows


def _slow_by_unit(conducts: Conducts, within: ReportsWithin) -> ByUnit:
    found: ByUnit = {}
    for one in conducts.slow:
        found[one.duty.unit] = [one]
    for parts in (within.lacked, within.late):
        for code, reports in parts.items():
            own = found.setdefault(code, [])
            own += reports
    return found


def _rows_of(reports: Iterable[UnitConduct], number: str, *, has_parts: bool) -> Iterator[Row]:
    for each in reports:
        yield {
            "stt": number,
            "don_vi": each.name,
            "han": day_text(each.due),
            "tinh_trang": _state_told(each, has_parts=has_parts),
            "so_ngay": str(each.days_late),
        }
        number = ""


def _state_told(unit: UnitConduct, *, has_parts: bool) -> str:
    """Return «Chưa gửi»; where reports of several periods stand in the list «Tháng 3: chưa gửi»."""
    told = NOTICE_TEXTS["tt_cham" if unit.is_late else LISTED[unit.state]]
    if not has_parts:
        return told
    return say("tt_ky", period=capital(unit.period.short), told=small(told))
