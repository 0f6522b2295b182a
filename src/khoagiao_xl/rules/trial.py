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
    covers = {unit.code: unit.covers for unit in units}
    quiet = {(duty.unit, duty.period) for duty in duties if duty.state is State.NOTHING}
    made = []
    for unit, history in histories.items():
        for code in history.answers:
            period = Period.parse(code)
            groups = _groups(indicators, period, covers.get(unit, frozenset()))
            counted = () if (unit, code) in quiet else groups[WHOLE_FORM]
            now = AnswersOverTime(history.answers[code], period, history, counted)
            made.append(Submission(unit, period, now, groups))
    return made


def _groups(
    indicators: Sequence[Indicator], period: Period, covers: frozenset[str]
) -> Mapping[str, Sequence[str]]:
    asked = [item for item in indicators if item.is_asked(period.kind, covers)]
    return groups_of(asked)


def try_rule(rule: Rule, submissions: Iterable[Submission]) -> Trial:
    """Return what `rule` would have done to the submissions of its kinds of period, whatever its state."""
    looked_at, failed = 0, []
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
