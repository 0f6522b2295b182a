"""A rule tried on what was kept: which past submissions it would have failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.placeholders import WHOLE_FORM, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.model.history import History
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Duty, Unit
    from khoagiao_xl.rules.rule import Rule


@dataclass(frozen=True)
class Submission:
    """One kept report of one unit. groups: placeholder -> the indicators asked of it."""

    unit: str
    period: Period
    now: AnswersOverTime
    groups: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Trial:
    """What became of one rule. looked_at: submissions in which it could be worked out at least once."""

    looked_at: int
    failed: tuple[tuple[str, str], ...]  # (unit, period code)

    @property
    def by_unit(self) -> dict[str, list[str]]:
        """Unit -> the periods it would have failed."""
        found: dict[str, list[str]] = {}
        for unit, period in self.failed:
            found.setdefault(unit, []).append(period)
        return found


def submissions_of(
    histories: Mapping[str, History],
    duties: Iterable[Duty],
    units: Iterable[Unit],
    indicators: Sequence[Indicator],
) -> list[Submission]:
    """Return every kept report with the unit's own past around it."""
    kept = _Kept(duties, units, indicators)
    made: list[Submission] = []
    for unit, history in histories.items():
        made += [kept.submission(unit, code, history) for code in history.answers]
    return made


class _Kept:
    """What the office knows of its units and of what became of their duties."""

    def __init__(
        self, duties: Iterable[Duty], units: Iterable[Unit], indicators: Sequence[Indicator]
    ) -> None:
        self._covers = {unit.code: unit.covers for unit in units}
        self._states = {(duty.unit, duty.period): duty.state for duty in duties}
        self._indicators = indicators

    def submission(self, unit: str, code: str, history: History) -> Submission:
        """Return the report of one unit for the period `code`."""
        period = Period.parse(code)
        groups = self._groups(unit, period)
        is_quiet = self._states.get((unit, code)) is State.NOTHING
        counted = [] if is_quiet else groups[WHOLE_FORM]
        now = AnswersOverTime(
            history.answers[code],
            period,
            history,
            counted,
        )
        return Submission(unit, period, now, groups)

    def _groups(self, unit: str, period: Period) -> Mapping[str, Sequence[str]]:
        covers = self._covers.get(unit, frozenset())
        asked = [item for item in self._indicators if item.is_asked(period.kind, covers)]
        return groups_of(asked)


def try_rule(rule: Rule, submissions: Iterable[Submission]) -> Trial:
    """Return what `rule` would have done to the submissions of its kinds of period, whatever its state."""
    looked_at = 0
    failed = []
    for item in submissions:
        if not rule.is_for(item.period.kind):
            continue
        subjects = rule.subjects(item.groups)
        said = {rule.is_broken(item.now, subject) for subject in subjects}
        if said - {None}:
            looked_at += 1
        if True in said:
            failed.append((item.unit, str(item.period)))
    return Trial(looked_at, tuple(failed))
