"""The list of the units whose report is missing or came late: what became of it, why, when, how late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.report.alike_columns import alike
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.report_tables import NOT_REPORTED
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.annex_words import LISTED_FOR, RETURN_CAUSES, UNIT_GROUPS, UNIT_STATES
from khoagiao_xl.wording.report import CAUSES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent


@dataclass(frozen=True)
class UnitRow:
    """A row of the list, named as the tags; one with `nhom` is the heading of those below it."""

    nhom: str = ""
    stt: str = ""
    don_vi: str = ""
    trang_thai: str = ""
    ly_do: str = NONE
    ngay: str = NONE
    so_ngay: str = NONE


def unit_rows(content: ReportContent) -> list[UnitRow]:
    """Return the units without a report that counts, then those whose report came late.

    A heading stands before both where there are both, and before those that are all overdue by as many days.
    """
    groups = _groups(content)
    are_all_alike = all(group.days for group in groups)
    said = NONE if are_all_alike else ""
    found: list[UnitRow] = []
    for group in groups:
        if group.days or len(groups) > 1:
            found.append(_heading(group))
        found += group.shown(said)
    return _without_state_of_all(found)


def _without_state_of_all(rows: list[UnitRow]) -> list[UnitRow]:
    """Return the rows without the state that all units share: the title of the list tells it."""
    states = [row.trang_thai for row in rows if row.don_vi]
    if not alike(states):
        return rows
    return [replace(row, trang_thai=NONE) for row in rows]


@dataclass(frozen=True)
class _ListedGroup:
    """The rows of one group. days: by how many all of them are late, blank where that differs."""

    name: str
    rows: list[UnitRow]
    days: str

    def shown(self, said: str) -> list[UnitRow]:
        """Return the rows; said: what stands in the place of days that their heading tells."""
        if not self.days:
            return self.rows
        return [replace(row, so_ngay=said) for row in self.rows]


def _groups(content: ReportContent) -> list[_ListedGroup]:
    """Return the groups that have any rows."""
    listed = {
        "chua_co": _missing(content),
        "gui_cham": _late(content),
    }
    groups = []
    for name, units in listed.items():
        rows = _numbered(units)
        days = alike(row.so_ngay for row in rows)
        if rows:
            group = _ListedGroup(name, rows, days)
            groups.append(group)
    return groups


def _heading(group: _ListedGroup) -> UnitRow:
    heading = UNIT_GROUPS[group.name]
    if group.days:
        days = number(int(group.days))
        told = UNIT_GROUPS[f"{group.name}_deu"]
        heading += told.format(days=days)
    return UnitRow(nhom=heading)


def listed_for(content: ReportContent) -> str:
    """Return what the list is of, «chưa gửi, gửi chậm»; where nobody is late the title says nothing of it."""
    kinds = [state for state in NOT_REPORTED if content.units(state)]
    told = [LISTED_FOR[state] for state in kinds]
    if any(_late(content)):
        told.append(LISTED_FOR["gui_cham"])
    return ", ".join(told)


def _numbered(rows: Iterator[UnitRow]) -> list[UnitRow]:
    numbered = []
    for index, row in enumerate(rows, 1):
        numbered.append(replace(row, stt=str(index)))
    return numbered


# -- who has not reported ---------------------------------------------------------------------------------


def _missing(content: ReportContent) -> Iterator[UnitRow]:
    overdue = _overdue(content)
    for state in NOT_REPORTED:
        for name in content.units(state):
            duty = content.came.get(name)
            yield UnitRow(
                don_vi=clean_line(name),
                trang_thai=UNIT_STATES[state],
                ly_do=_cause(duty),
                ngay=_day(duty),
                so_ngay=NONE if state is State.EXTENDED else overdue,
            )


def _overdue(content: ReportContent) -> str:
    """Return how many days the units' deadline has passed, counted to the day the period closes at most."""
    deadline = content.deadline
    if deadline is None:
        return NONE
    until = min(content.today, deadline.closes)
    days = (until - deadline.unit_due).days
    return str(days) if days > 0 else NONE


def _day(duty: Duty | None) -> str:
    if duty is None or duty.received is None:
        return NONE
    return day_text(duty.received)


def cause_told(duty: Duty | None) -> str:
    """Return in a few words why the file of a duty does not count, blank for none."""
    return _cause(duty).removeprefix(NONE)


def _cause(duty: Duty | None) -> str:
    """Return in a few words why a file does not count; of one that may not be named nothing is told."""
    if duty is None or not duty.file:
        return NONE
    if duty.state is State.UNUSABLE:
        return _cause_of(duty.rule, CAUSES)
    if duty.state is State.RETURNED:
        return _cause_of(duty.rule, RETURN_CAUSES)
    return NONE


def _cause_of(rule: str, causes: dict[str, str]) -> str:
    """Return the cause of a code, else of its family («R35»), else of the letters it begins with."""
    family, _, _ = rule.partition("-")
    letters = family.rstrip("0123456789")
    for known in (rule, family, letters):
        if known in causes:
            return causes[known]
    return causes[""]


# -- who was late -----------------------------------------------------------------------------------------


def _late(content: ReportContent) -> Iterator[UnitRow]:
    for name, duty in content.came.items():
        if duty.state in REPORTED and duty.days_late:
            yield UnitRow(
                don_vi=clean_line(name),
                trang_thai=UNIT_STATES["gui_cham"],
                ngay=_day(duty),
                so_ngay=str(duty.days_late),
            )
