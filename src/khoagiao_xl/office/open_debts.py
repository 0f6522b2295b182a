"""What every unit owes on a day, over all periods: reports, explanations, corrections, tasks, reviews.

The drafts to the units and the official letter that urges them read this one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, Duty, State, Unit
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.office.led_units import led_by
from khoagiao_xl.vietnamese.typed_symbols import kind_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Review
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.rows import Fields
    from khoagiao_xl.office.year import Year

WEEK: Final = 7
DONE: Final = "xong"
OVER: Final = frozenset({DONE, "bỏ"})  # a step that nobody has to take


class DebtKind(StrEnum):
    """What is owed; the values stand in the official letter's table of words."""

    MISSING = "chưa nộp"
    UNUSABLE = "đã gửi, chưa dùng được"
    RETURNED = "trả lại"
    QUESTIONED = "đã nhận, chờ giải trình"
    CORRECTION = "bản sửa chưa dùng được"
    TASK = "nhiệm vụ"
    STEP = "bước sơ kết, tổng kết"


OF_STATES: Final = {
    State.MISSING: DebtKind.MISSING,
    State.EXTENDED: DebtKind.MISSING,  # one that has run out
    State.UNUSABLE: DebtKind.UNUSABLE,
    State.RETURNED: DebtKind.RETURNED,
    State.QUESTIONED: DebtKind.QUESTIONED,
}
# What the office has in hand: that its deadline is over is nobody's fault any more.
RECEIVED: Final = frozenset({DebtKind.QUESTIONED, DebtKind.CORRECTION})


@dataclass(frozen=True)
class Debt:
    """One thing that a unit owes.

    period: of a report; None for a task or a step. duty: what became of the report. closes: after which day a
    report counts no more by itself. text: of a task or a step, with what it belongs to in `title`.
    file, reason, came: of a correction that cannot be used.
    """

    kind: DebtKind
    unit: Unit
    due: date | None = None
    period: Period | None = None
    duty: Duty | None = None
    closes: date | None = None
    text: str = ""
    title: str = ""
    file: str = ""
    reason: str = ""
    came: date | None = None

    def days_late(self, today: date) -> int:
        """Return how many days it is overdue, 0 for what is not, or is with the office already."""
        if self.due is None or self.kind in RECEIVED:
            return 0
        return max((today - self.due).days, 0)


Debts = dict[str, list[Debt]]  # by code of the unit, in the order of tblDonVi
Units = dict[str, Unit]  # by code, those that stand on the day


def open_debts(year: Year, today: date) -> Debts:
    """Return what each unit owes on a day, by due day; units that owe nothing are not there.

    A report is owed from `nhac_truoc_ngay` days before its deadline until it came or the period was closed;
    nothing by a unit that is released, or extended while that runs, or that stands no more on that day.
    """
    standing = _standing(year, today)
    found: Debts = {code: [] for code in standing}
    for debt in _debts(year, today, standing):
        found[debt.unit.code].append(debt)
    for code in standing:
        own = found[code]
        own.sort(key=_order)
        if not own:
            del found[code]
    return found


def _standing(year: Year, today: date) -> Units:
    """Return the units that stand on a day, under the names that they have on it."""
    found = {}
    for unit in year.units:
        if unit.is_in_force(today):
            found[unit.code] = unit.as_of(today)
    return found


def _order(debt: Debt) -> tuple[date, str]:
    return debt.due or date.max, str(debt.period or "")


def _debts(year: Year, today: date, standing: Units) -> Iterator[Debt]:
    duties = grouped(year.duties, attrgetter("period"))
    arrivals = grouped(_unsettled_arrivals(year), itemgetter("period"))
    for code in year.deadlines:
        period = Period.parse(code)
        if year.closing_of(period):
            continue
        own = duties.get(code, [])
        of_period = _PeriodDebts(
            year.obligations(period),
            {duty.unit: duty for duty in own},
            today,
            year.settings.mail.days_before,
        )
        files = arrivals.get(code, [])
        yield from of_period.of_units(standing)
        yield from of_period.corrections(standing, files)
    yield from _tasks(year, today, standing)
    yield from _steps(year, today, standing)


def _unsettled_arrivals(year: Year) -> Iterator[Fields]:
    """Yield the files that a unit sent and that nobody could use, while somebody has to do something."""
    for row in year.rows(schema.ARRIVALS):
        is_settled = row["closed"] or not row["unit"]
        if row["verdict"] in USELESS and not is_settled:
            yield row


USELESS: Final = frozenset({"trả lại", "không dùng được"})  # verdicts of tblTepNhan


@dataclass(frozen=True)
class _PeriodDebts:
    """The reports of one period that are owed on a day. duties: by unit, none before any intake."""

    obligations: Obligations
    duties: dict[str, Duty]
    today: date
    days_before: int

    def of_units(self, standing: Units) -> Iterator[Debt]:
        """Yield a debt for each unit that owes its report, or an explanation of it."""
        for owing in self.obligations.owing:
            unit = standing.get(owing.code)
            if unit and not self._is_excused(unit.code):
                yield from self._of_unit(unit)

    def _is_excused(self, unit: str) -> bool:
        obligations = self.obligations
        if obligations.waivers.is_released(unit):
            return True
        due = obligations.due(unit)
        is_extended = due > obligations.deadline.unit_due
        return is_extended and self.today <= due

    def _of_unit(self, unit: Unit) -> Iterator[Debt]:
        code = unit.code
        period = self.obligations.period
        nothing_came = Duty(
            str(period),
            code,
            State.MISSING,
        )
        duty = self.duties.get(code, nothing_came)
        kind = OF_STATES.get(duty.state)
        due = self.obligations.due(code)
        if kind is None or self._is_too_early(kind, due):
            return
        closes = self.obligations.closes(code)
        yield Debt(kind, unit, due, period, duty, closes)

    def _is_too_early(self, kind: DebtKind, due: date) -> bool:
        if kind is not DebtKind.MISSING:
            return False
        before = timedelta(days=self.days_before)
        first = due - before
        return self.today < first

    def corrections(self, standing: Units, arrivals: Iterable[Fields]) -> Iterator[Debt]:
        """Yield a debt for each file that came beside a report that counts, and that could not be used."""
        for row in arrivals:
            unit = standing.get(row["unit"])
            duty = self.duties.get(row["unit"])
            if unit and duty and self._is_beside_a_report(duty):
                yield self._correction(unit, duty, row)

    def _is_beside_a_report(self, duty: Duty) -> bool:
        if duty.unit not in self.obligations.owing_codes or self._is_excused(duty.unit):
            return False
        return duty.state in REPORTED

    def _correction(self, unit: Unit, duty: Duty, row: Fields) -> Debt:
        received = row["received"]
        return Debt(
            DebtKind.CORRECTION,
            unit,
            self.obligations.due(unit.code),
            self.obligations.period,
            duty,
            file=row["file"],
            reason=row["reason"],
            came=received.date() if received else None,
        )


def _tasks(year: Year, today: date, standing: Units) -> Iterator[Debt]:
    """Yield the tasks that a unit of the list leads by its name, some days before they are due."""
    for task in year.tasks:
        if task.status not in schema.BEGUN or not _is_near(task.due, year, today):
            continue
        for code in led_by(task.lead, standing.values()):
            yield Debt(
                DebtKind.TASK,
                standing[code],
                task.due,
                text=task.text,
            )


def _is_near(due: date | None, year: Year, today: date) -> bool:
    if due is None:
        return False
    mail = year.settings.mail
    before = timedelta(days=mail.days_before)
    last = today + before
    return due <= last


def _steps(year: Year, today: date, standing: Units) -> Iterator[Debt]:
    """Yield the steps of the reviews that a unit of the list leads by its name."""
    reviews = {review.code: review for review in year.reviews}
    for step in year.review_steps:
        review = reviews.get(step.review)
        if review is None or review.status == DONE:
            continue
        if step.status in OVER or not _is_near(step.due, year, today):
            continue
        for code in led_by(review.lead, standing.values()):
            yield Debt(
                DebtKind.STEP,
                standing[code],
                step.due,
                text=step.text,
                title=_title(review),
            )


def _title(review: Review) -> str:
    """Return what a review is called: «Sơ kết 05 năm thực hiện Kết luận số 49-KL/TW»."""
    facts = {
        "kind": review.kind,
        "years": f"{review.years or 0:02}",
        "document": kind_of(review.symbol),
        "symbol": review.symbol,
    }
    return sentence("THU-739" if review.years else "THU-740", facts)
