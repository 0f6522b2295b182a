"""Plausible figures of a unit: the same seed gives the same year; quarters are the sum of their months."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.vietnamese.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.indicators import Indicator

Figures = dict[str, "Value"]
MonthOf = Callable[[str, Period], Figures]
# Typical month of a grassroots unit: (least, most), after the magnitudes seen in published reports.
MONTHLY: Final = {
    "KG102": (0, 1), "KG103": (0, 1), "KG104": (0, 2), "KG106": (0, 1), "KG110": (0, 40),
    "KG202": (0, 2), "KG203": (0, 1), "KG204": (0, 2), "KG210": (0, 4), "KG211": (0, 3), "KG212": (0, 5),
    "KG216": (0, 6), "KG218": (0, 2), "KG220": (0, 3), "KG502": (0, 2),
}  # fmt: skip
QUARTERLY: Final = {
    "KG114": (0, 2), "KG116": (0, 3), "KG213": (1, 4), "KG214": (0, 40), "KG215": (0, 3), "KG217": (0, 300),
    "KG228": (0, 2), "KG231": (0, 25), "KG232": (0, 60), "KG233": (0, 5), "KG234": (0, 2), "KG235": (0, 4),
    "KG305": (0, 2), "KG306": (0, 3), "KG501": (0, 2),
}  # fmt: skip
QUARTERLY_TOO: Final = {"KG118": (0, 3), "KG236": (0, 120), "KG309": (0, 2)}  # thrown after all others
SYMBOLS: Final = ("45-NQ/TW", "25-CT/TW", "29-NQ/TW", "20-KH/TW", "49-KL/TW")
PARTS: Final = {
    "KG101": ("KG102", "KG103", "KG104"),
    "KG201": ("KG202", "KG203", "KG204"),
    "KG205": ("KG206", "KG207", "KG208"),
    "KG209": ("KG210", "KG211", "KG212"),
}
PEOPLE_OF: Final = {"KG202": "KG206", "KG203": "KG207", "KG204": "KG208"}  # meetings -> who came
MEMBERS_OF_A_CELL: Final = 30
PEOPLE_A_MEETING: Final = (12, 70)
INSPECTIONS: Final = ("KG302", "KG304")
SCHEME_AT: Final = 1  # a unit's second inspection of a quarter is about the scheme
OF_INSPECTIONS: Final = ("KG305", "KG306", "KG307", "KG309")  # whom they were of, what they found
YEARLY_INSPECTIONS, YEARLY_REVIEWS = 4, 2
INSPECTING, JOINING = 0.2, 0.04  # of the units in a month: hold an inspection, take in a member
MEETINGS: Final = "KG106"  # one a month at most
ONE_MORE: Final = 0.3  # of the months bring one more of something than usual
REVIEWED: Final = 0.08  # more of them each quarter have finished a review
ASSENTING: Final = 0.35  # more of them each quarter have the document that is asked for
CALM: Final = 0.97  # of the units report that minds are at ease
NEVER: Final = ("KG221", "KG222", "KG226", "KG229")  # incidents: none in the sample, so no text is owed
LAST: Final = (
    "KG001", "KG002", "KG105", "KG111", "KG112", "KG113", "KG117", "KG223", "KG301", "KG303", "KG401",
    "KG402", "KG601", "KG605",
)  # fmt: skip
# Code -> the document that a «Có» is explained with.
DOCUMENTS: Final = {
    "KG111": "Kế hoạch số 07-KH/ĐU, ngày 05/01/{year}",
    "KG112": "Kế hoạch số 04-KH/ĐU, ngày 10/01/{year}",
    "KG113": "Kế hoạch số 09-KH/ĐU, ngày 08/01/{year}",
    "KG117": "Kế hoạch số 31-KH/ĐU, ngày 05/9/{year}",
    "KG308": "Báo cáo số 21-BC/ĐU, ngày 03/6/{year}",
    "KG601": "Kế hoạch số 03-KH/ĐU, ngày 05/01/{year}",
}

CONCERN: Final = (
    "Có băn khoăn về sắp xếp tổ chức, biên chế; chi bộ đã thông tin, giải thích tại buổi sinh hoạt."
)


def chance_of(seed: str) -> Random:
    """Return the dice of one thing of the sample: the same words throw the same."""
    return Random(seed)  # noqa: S311  # sample data, nothing secret


def figures_of(unit: str, period: Period, asked: list[Indicator], reported: MonthOf | None = None) -> Figures:
    """Return the true answers of a unit for a period, for the indicators asked in it.

    reported: (unit, month) -> what it reported of a month, where that was something else.
    """
    found = _figures(unit, period, reported or true_month)
    found["KG109"] = _ratio(found["KG108"], found["KG107"])
    if "KG002" in found:
        found["KG224"] = _ratio(found["KG223"], found["KG002"])
    answers = {}
    for item in asked:
        if item.type is not Type.TEXT:
            answers[item.code] = found.get(item.code, _default(item))
    return answers


def _figures(unit: str, period: Period, month_of: MonthOf) -> Figures:
    if period.kind is Kind.MONTH:
        return true_month(unit, period)
    if period.kind is Kind.QUARTER:
        months = [month_of(unit, month) for month in period.parts]
        return _quarter(unit, period, months)
    quarters = [_figures(unit, quarter, month_of) for quarter in period.parts]
    return _longer(unit, period, quarters)


def with_the_quarter(unit: str, period: Period, figures: Figures) -> Figures:
    """Return a month's figures with what the unit will report of the quarter alone: its words fit both."""
    if period.kind is not Kind.MONTH:
        return figures
    quarters = (Period(period.year, Kind.QUARTER, index) for index in Kind.QUARTER.indexes)
    quarter = next(each for each in quarters if period.is_within(each))
    chance = chance_of(f"{unit} {quarter}")
    return _thrown(chance, QUARTERLY) | figures


def count_of(figures: Mapping[str, Value], code: str) -> int:
    """Return how many a unit counts of something, 0 where it says nothing of it."""
    return _whole(figures.get(code))


def _default(item: Indicator) -> Value:
    return 0 if item.is_numeric else None


def _ratio(part: Value, whole: Value) -> float | None:
    """Return how many per cent of the whole a part is; nothing of nothing."""
    above, below = _whole(part), _whole(whole)
    if below == 0:
        return None
    return round(above / below * 100, 1)


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _thrown(chance: Random, bounds: Mapping[str, tuple[int, int]]) -> Figures:
    return {code: chance.randint(least, most) for code, (least, most) in bounds.items()}


# -- a month ----------------------------------------------------------------------------------------------


def true_month(unit: str, period: Period) -> Figures:
    """Return everything a unit did in a month."""
    # The order of the throws is part of the sample: another order is another sample.
    size = chance_of(unit)
    chance = chance_of(f"{unit} {period}")
    members = size.randint(18, 130)
    found = _much_as_always(unit, chance)
    found["KG001"] = members + _joined(unit, period)
    for code in INSPECTIONS:
        found[code] = int(chance.random() < INSPECTING)
    for meetings, people in PEOPLE_OF.items():
        count = _whole(found[meetings])
        found[people] = _who_came(unit, chance, count)
    if not found["KG106"]:
        found["KG110"] = 0  # where nothing was held, nobody came
    called = members * _whole(found["KG106"])
    found["KG107"] = called
    found["KG108"] = _present(chance, called)
    found["KG219"] = chance.randint(0, _whole(found["KG218"]))
    found["KG105"] = _studied(chance) if called else None
    found["KG601"] = _has_plan(period, size)
    found["KG605"] = YES if chance.random() < CALM else NO
    found |= dict.fromkeys(NEVER, 0)
    return found | _sums(found)


def _much_as_always(unit: str, chance: Random) -> Figures:
    """Return what a unit does in a month: what it usually does, and now and then one more of it."""
    habit = chance_of(f"nếp {unit}")
    usual = _thrown(habit, MONTHLY)
    found: Figures = {}
    for code, value in usual.items():
        count = _whole(value)
        is_more = chance.random() < ONE_MORE
        if is_more and count > 0 and code != MEETINGS:
            count += 1
        found[code] = count
    return found


def _who_came(unit: str, chance: Random, meetings: int) -> int:
    habit = chance_of(f"nếp {unit}")
    usual = habit.randint(*PEOPLE_A_MEETING)
    people = 0
    for _ in range(meetings):
        people += usual + chance.randint(0, 5)
    return people


def _present(chance: Random, called: int) -> int:
    """Return how many of those who were called came: all, or nearly all."""
    if called == 0:
        return 0
    most_absent = max(1, called // 25)
    return called - chance.randint(0, most_absent)


def _studied(chance: Random) -> str:
    symbols = chance.sample(SYMBOLS, chance.randint(1, 2))
    return "; ".join(sorted(symbols))


def _has_plan(period: Period, size: Random) -> str:
    """Return whether the year's plan stands: from February on everywhere, in January in most units."""
    return YES if period.last_month > 1 or size.random() < 0.7 else NO


def _sums(found: Figures) -> Figures:
    sums: Figures = {}
    for total, parts in PARTS.items():
        sums[total] = sum(_whole(found[part]) for part in parts)
    return sums


def _joined(unit: str, period: Period) -> int:
    """Return how many members have come since the year began: few units take one in."""
    joined = 0
    for number in range(1, period.last_month + 1):
        chance = chance_of(f"kết nạp {unit} {period.year} {number}")
        joined += chance.random() < JOINING
    return joined


# -- a quarter and more -----------------------------------------------------------------------------------


def _quarter(unit: str, period: Period, months: list[Figures]) -> Figures:
    chance = chance_of(f"{unit} {period}")
    found = _added(months)
    found |= _thrown(chance, QUARTERLY)
    size = chance_of(unit)
    others = size.randint(5, 120)
    staff = _whole(found["KG001"]) + others
    found["KG002"] = staff
    found["KG223"] = staff - chance.randint(0, 2)
    found["KG230"] = round(chance.uniform(0, 30), 1)
    inspected = _whole(found["KG302"]) + _whole(found["KG304"])
    found["KG305"] = inspected + _whole(found["KG305"])
    found["KG301"] = found["KG303"] = YEARLY_INSPECTIONS
    found["KG307"] = chance.randint(0, _whole(found["KG306"]))
    found["KG401"] = YEARLY_REVIEWS
    found["KG402"] = int(_has_come(unit, "KG402", period, REVIEWED))
    for code in ("KG111", "KG112", "KG113", "KG117"):
        has_it = _has_come(unit, code, period, ASSENTING)
        found[code] = YES if has_it else NO
    found["KG105"] = _all_symbols(months)
    found |= _thrown(chance, QUARTERLY_TOO)
    if not inspected:
        found |= dict.fromkeys(OF_INSPECTIONS, 0)
    return found


def _has_come(unit: str, code: str, period: Period, share: float) -> bool:
    """Return whether what more units have each quarter stands in this one: once there, it stays."""
    chance = chance_of(f"{unit} {period.year} {code}")
    reached = share * period.index
    return chance.random() < reached


def _longer(unit: str, period: Period, quarters: list[Figures]) -> Figures:
    chance = chance_of(f"{unit} {period}")
    found = _added(quarters)
    staff = _whole(found["KG002"])
    members = _whole(found["KG001"])
    found["KG003"] = max(1, members // MEMBERS_OF_A_CELL)
    found["KG115"] = round(staff * chance.uniform(0.5, 0.9))
    found["KG225"] = round(staff * chance.uniform(0.7, 1))
    found["KG227"] = round(chance.uniform(40, 80), 1)
    found["KG230"] = round(_money(quarters), 1)
    found["KG308"] = YES if any(map(inspects_the_scheme, quarters)) else NO
    found["KG105"] = _all_symbols(quarters)
    if period.kind is Kind.YEAR:
        _keep_half(found, unit, period, quarters)
    return found


def inspects_the_scheme(quarter: Figures) -> bool:
    """Return whether one of a quarter's inspections was about the scheme of culture, family and children."""
    return inspections_of(quarter) > SCHEME_AT


def inspections_of(quarter: Mapping[str, Value]) -> int:
    """Return how many inspections a unit held in a quarter."""
    return sum(_whole(quarter.get(code)) for code in INSPECTIONS)


def _keep_half(found: Figures, unit: str, period: Period, quarters: list[Figures]) -> None:
    """Put into a year what its first half has reached: it is never less."""
    first_half = Period(period.year, Kind.HALF, 1)
    count = len(first_half.parts)
    half = _longer(unit, first_half, quarters[:count])
    examined = (_whole(found["KG225"]), _whole(half["KG225"]))
    found["KG225"] = max(examined)


def _money(quarters: list[Figures]) -> float:
    total = 0.0
    for quarter in quarters:
        value = quarter["KG230"]
        if isinstance(value, int | float):
            total += value
    return total


def _added(parts: list[Figures]) -> Figures:
    """Return the sums of the parts, and of a state its last."""
    found: Figures = {}
    for code in parts[0]:
        if code in LAST:
            found[code] = parts[-1][code]
        else:
            found[code] = sum(_whole(part.get(code)) for part in parts)
    return found


def _all_symbols(parts: list[Figures]) -> str | None:
    symbols: set[str] = set()
    for part in parts:
        symbols.update(str(part["KG105"] or "").split("; "))
    return "; ".join(sorted(symbols - {""})) or None


def explanations_for(figures: Mapping[str, Any], period: Period) -> dict[str, str]:
    """Return what column «Giải trình» must hold: number and day of each document behind a «Có»."""
    said = {}
    for code, text in DOCUMENTS.items():
        if figures.get(code) == YES:
            said[code] = text.format(year=period.year)
    if figures.get("KG605") == NO:
        said["KG605"] = CONCERN
    if figures.get("KG402"):
        said["KG402"] = f"Báo cáo số 12-BC/ĐU, ngày 01/3/{period.year}"
    return said
