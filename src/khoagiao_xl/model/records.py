"""The records the office keeps: one frozen class per table of the master."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model.party_names import party_name
from khoagiao_xl.model.validity import is_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(StrEnum):
    """A unit's duty for a period is exactly one of these; the values are what the sheets show."""

    MISSING = "chưa nộp"
    UNUSABLE = "đã gửi, chưa dùng được"
    NOTHING = "không phát sinh"
    ACCEPTED = "đã nhận"
    QUESTIONED = "đã nhận, chờ giải trình"
    RETURNED = "trả lại"
    EXTENDED = "gia hạn"
    WAIVED = "miễn"


REPORTED = frozenset({State.NOTHING, State.ACCEPTED, State.QUESTIONED})


@dataclass(frozen=True)
class Unit:
    """A grassroots organisation (tblDonVi). `covers`: indicator codes asked of it, empty for all.

    valid_from, valid_to: it owes the periods whose last day lies between them, both included.
    former_name: what it was called before `renamed_on`. merged_into: code of the unit it became a piece of.
    part_of: code of the unit that it is one body of; blank for a unit that reports as a whole.
    email, email_above: addresses as typed; the second ones get copies of late reminders.
    """

    code: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    email: str = ""
    covers: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    former_name: str = ""
    renamed_on: date | None = None
    merged_into: str = ""
    part_of: str = ""
    email_above: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Unit:
        """Return the unit of a row of tblDonVi (field -> value)."""
        facts = dict(row)
        facts["covers"] = frozenset(row["covers"])
        return cls(**facts)

    def is_in_force(self, day: date) -> bool:
        """Whether the organisation stands on `day`."""
        return is_in_force(day, self.valid_from, self.valid_to)

    @property
    def party_name(self) -> str:
        """What it is called in a document of the Party: «Đảng bộ Sở Y tế»."""
        return party_name(self.name, self.kind)

    def name_on(self, day: date) -> str:
        """Return what the organisation is called on `day`."""
        if self.renamed_on is None or day >= self.renamed_on:
            return self.name
        return self.former_name or self.name

    def as_of(self, day: date) -> Unit:
        """Return the unit under the name it has on `day`; the other one, before or after, is an alias."""
        if not self.former_name:
            return self
        name = self.name_on(day)
        all_names = (*self.aliases, self.former_name, self.name)
        others = dict.fromkeys(all_names)
        del others[name]
        return replace(
            self,
            name=name,
            aliases=tuple(others),
        )


@dataclass(frozen=True)
class Directive:
    """A numbered document of the Party or the state (tblVanBan); key: number + type + issuer."""

    symbol: str  # «45-NQ/TW»
    kind: str = ""  # «Nghị quyết»
    issued: date | None = None
    issuer: str = ""
    subject: str = ""
    section: str = ""  # where the guidance cites it: «II.1»
    note: str = ""


@dataclass(frozen=True)
class Task:
    """A task of the year's plan (tblKeHoach). `source` is the exact piece of the guidance.

    in_charge, leader: who in the office does it and who directs it. progress: in %, None where nobody says.
    product_number, product_day, evidence: of what came out of it. parts: its sub-topics, a line each.
    """

    code: str
    section: str
    field: str
    text: str
    source: str
    lead: str = ""
    support: str = ""
    directives: tuple[str, ...] = ()
    due: date | None = None
    recurrence: str = ""
    output: str = ""
    status: str = "đề xuất"
    in_charge: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    start: date | None = None
    progress: float | None = None
    standing: str = ""
    product_number: str = ""
    product_day: date | None = None
    evidence: str = ""
    parts: str = ""


@dataclass(frozen=True)
class Review:
    """A preliminary or final review of a directive (tblSoTongKet)."""

    kind: str  # «Sơ kết» or «Tổng kết»
    years: int
    symbol: str
    anniversary: date | None
    field: str = ""
    note: str = ""
    lead: str = ""
    status: str = ""
    report_number: str = ""  # «15-BC/ĐUK», blank while there is none
    reported_on: date | None = None
    in_charge: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    evidence: str = ""
    code: str = ""


@dataclass(frozen=True)
class Assignee:
    """Who in the office can be in charge of a task or direct it (tblPhuTrach); role: one of ROLES."""

    name: str
    role: str = ""
    email: str = ""


@dataclass(frozen=True)
class Deadline:
    """The window and the three deadlines of a period (tblThoiHan)."""

    period: str
    starts: date
    ends: date
    unit_due: date
    report_due: date
    closes: date
    note: str = ""


@dataclass(frozen=True, slots=True)  # tens of thousands of units have dozens each
class Entry:
    """One figure of one unit: what stood in the cell, what it means, and where it stood.

    value: int or float for figures (per cent as 98.5), str for lists, yes/no and text, None for a blank.
    """

    unit: str
    period: str
    code: str
    value: float | int | str | None
    raw: object = None
    sheet: str = ""
    cell: str = ""
    explanation: str = ""
    explained_in: str = ""  # the cell of the explanation, on the same sheet; blank where there is none


@dataclass(frozen=True)
class Waiver:
    """A rule, a deadline or a duty set aside for one unit (tblMienTru): who allowed it, why, until when."""

    period: str
    unit: str
    rule: str
    indicator: str = ""
    reason: str = ""
    allowed_by: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Duty:
    """What became of one unit's duty for one period (tblTiepNhan).

    reason: why its state is no better, of the file that is named; blank where there is nothing to say.
    rule: the code of that reason.
    days_late: of a report that counts, how many days after its deadline it came; None for one on time.
    waived: what would have been held against a report that counts but for a waiver in force on the day it
    came: the rule and the figure, «R01 KG108»; the rule alone where it is about no figure.
    """

    period: str
    unit: str
    state: State
    on_time: bool | None = None
    file: str = ""
    sha256: str = ""
    received: datetime | None = None
    version: int = 0
    reason: str = ""
    rule: str = ""
    days_late: int | None = None
    unit_name: str = ""  # as the sheet shows it beside the code
    waived: tuple[str, ...] = ()

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Duty:
        """Return the duty of a row of tblTiepNhan (field -> value)."""
        facts = dict(row)
        facts["state"] = State(row["state"])
        version = row["version"] or 0
        facts["version"] = int(version)
        return cls(**facts)


def coverage_of(counted: int, owing: int) -> str:
    """Return how many of the owing units stand behind a figure: «85/92»."""
    return f"{counted}/{owing}"


def is_provisional(counted: int, owing: int, threshold: float) -> bool:
    """Whether a figure of `counted` of the `owing` units lies below `threshold` (per cent of the units)."""
    return counted * 100 < threshold * owing


@dataclass(frozen=True)
class Total:
    """One consolidated figure (tblTongHop); `counted` of `owing` units stand behind it.

    section, field: those of its indicator. to_date_lacking: codes of the earlier periods of the year for
    which units are missing from the year to date. partial: the same in words, for people to read.
    carried: how much of `value` is the last known of silent units; carried_units: how many those are;
    carried_from: the periods it was reported in, with the number of units: «2024-M01: 9».
    not_applicable: units that answered «không thuộc», which owe nothing here.
    previous_both, _then, _now: units that gave the figure in this period and the one before, and their sums;
    last_year_both, ...: the same with the same period of the year before.
    plan_units, plan_value, plan_done: units that gave a plan of the year, their plan, what they did of it.
    to_date_counted, to_date_owing: units whose year to date is known without a gap, of those that owe one.
    breaks: what does not fit the periods within it, with the units behind it, for people to read.
    estimated: an annual figure reported before its window ended («ước»).
    """

    period: str
    code: str
    label: str
    unit_of_measure: str
    value: float | int | None
    to_date: float | int | None = None
    previous: float | int | None = None
    last_year: float | int | None = None
    counted: int = 0
    owing: int = 0
    provisional: bool = False
    partial: tuple[str, ...] = ()
    note: str = ""
    section: str = ""
    field: str = ""
    to_date_lacking: tuple[str, ...] = ()
    previous_counted: int = 0
    previous_owing: int = 0
    last_year_counted: int = 0
    last_year_owing: int = 0
    carried: float | int | None = None
    carried_units: int = 0
    carried_from: tuple[str, ...] = ()
    not_applicable: int = 0
    previous_both: int = 0
    previous_then: float | int | None = None
    previous_now: float | int | None = None
    last_year_both: int = 0
    last_year_then: float | int | None = None
    last_year_now: float | int | None = None
    plan_units: int = 0
    plan_value: float | int | None = None
    plan_done: float | int | None = None
    to_date_counted: int = 0
    to_date_owing: int = 0
    breaks: tuple[str, ...] = ()
    estimated: bool = False

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Total:
        """Return the total of a row of tblTongHop (field -> value)."""
        facts = dict(row)
        facts.pop("coverage", None)  # made of two others
        for name in _COUNTS:
            count = row[name] or 0
            facts[name] = int(count)
        facts["provisional"] = bool(row["provisional"])
        facts["estimated"] = bool(row["estimated"])
        return cls(**facts)

    @property
    def coverage(self) -> str:
        """How many of the owing units stand behind the figure: «85/92»."""
        return coverage_of(self.counted, self.owing)


_COUNTS = (
    "counted", "owing", "previous_counted", "previous_owing", "last_year_counted", "last_year_owing",
    "carried_units", "not_applicable", "previous_both", "last_year_both", "plan_units",
    "to_date_counted", "to_date_owing",
)  # fmt: skip
