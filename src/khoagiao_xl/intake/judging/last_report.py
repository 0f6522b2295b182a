"""The column «Kỳ trước đã báo» of a form held against what was reported: whose is it, and of when?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import value_text

if TYPE_CHECKING:
    from khoagiao_xl.intake.reading.form_reading import RawCell
    from khoagiao_xl.model.history import Answer, History

Texts = Mapping[str, str]  # code -> what a form shows for it

FEWEST: Final = 3  # cells that tell whose a column is
MOST_ALIKE: Final = 0.8  # of those that tell
_COMMON: Final = frozenset({"0", "Có", "Không", "Không thuộc"})  # what half the units report says nothing


def as_shown(answers: Mapping[str, object]) -> Texts:
    """Return answers as a form shows them, blanks left out."""
    shown = {}
    for code, answer in answers.items():
        text = " ".join(value_text(answer).split())
        if text:
            shown[code] = text
    return shown


@dataclass(frozen=True)
class ReportedLast:
    """What all units reported in the period before; period: its code."""

    period: str
    by_unit: Mapping[str, Texts] = field(default_factory=dict)

    @classmethod
    def of(cls, period: str, histories: Mapping[str, History]) -> ReportedLast:
        """Return what the units reported in `period`."""
        by_unit = {}
        for unit, history in histories.items():
            if period in history.answers:
                by_unit[unit] = as_shown(history.answers[period])
        return cls(period, by_unit)

    @cached_property
    def _units(self) -> Mapping[tuple[str, str], list[str]]:
        """Code and text -> the units that reported it."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for unit, texts in self.by_unit.items():
            telling = telling_of(texts)
            for pair in telling.items():
                units = found[pair]
                units.append(unit)
        return found

    def unit_of(self, shown: Texts) -> str:
        """Return the unit that reported nearly all of it, blank for none or where it tells too little."""
        telling = telling_of(shown)
        counted: Counter[str] = Counter()
        for pair in telling.items():
            units = self._units.get(pair, ())
            counted.update(units)
        for unit, alike in counted.most_common(1):
            if _is_nearly_all(alike, telling):
                return unit
        return ""


def telling_of(texts: Texts) -> dict[str, str]:
    """Return those of the texts that tell one unit from others."""
    telling = dict(texts)
    for code, text in texts.items():
        if text in _COMMON:
            del telling[code]
    return telling


def _is_nearly_all(alike: int, telling: Texts) -> bool:
    count = len(telling)
    if count < FEWEST:
        return False
    return alike >= MOST_ALIKE * count


@dataclass(frozen=True)
class LastReport:
    """differing: code -> the cell that shows something else than the unit reported.

    unit, period: whose column it is and of when, where that can be told; of another period of the unit's own
    the unit is blank. shown, reported: code -> what the form shows, and what the unit reported.
    """

    differing: Mapping[str, RawCell] = field(default_factory=dict)
    unit: str = ""
    period: str = ""
    shown: Texts = field(default_factory=dict)
    reported: Texts = field(default_factory=dict)


def last_report(column: Mapping[str, RawCell], history: History, last: ReportedLast) -> LastReport:
    """Return what a column tells; history: of the unit whose form it is.

    Nothing where the master knows no report of that period: there is nothing to hold it against.
    """
    if not last.by_unit:
        return LastReport()
    values = {code: cell.value for code, cell in column.items()}
    shown = as_shown(values)
    own = as_shown(history.answers.get(last.period, {}))
    differing = {code: column[code] for code, text in shown.items() if own.get(code) != text}
    if not differing:
        return LastReport()
    unit, period = _whose(shown, history, last)
    return LastReport(
        differing,
        unit,
        period,
        shown,
        own,
    )


def _whose(shown: Texts, history: History, last: ReportedLast) -> tuple[str, str]:
    """Return whose column it is and of which period: («», «») for the unit's own, or nobody's."""
    if _are_alike(shown, history.answers.get(last.period, {})):
        return "", ""
    for period, answers in history.answers.items():
        if _are_alike(shown, answers):
            return "", period
    unit = last.unit_of(shown)
    return unit, last.period if unit else ""


def _are_alike(shown: Texts, answers: Mapping[str, Answer]) -> bool:
    telling = telling_of(shown)
    reported = as_shown(answers)
    alike = telling.items() & reported.items()
    return _is_nearly_all(len(alike), telling)
