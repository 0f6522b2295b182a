"""A rule tried on what was kept: which past submissions it would have failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.placeholders import WHOLE_FORM, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.model.history import History
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Duty, Unit
    from khoagiao_xl.rules.rule import Rule


@dataclass(frozen=True)
class KeptReport:
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
            periods = found.setdefault(unit, [])
            periods.append(period)
        return found


def submissions_of(
    histories: Mapping[str, History],
    duties: Sequence[Duty],
    units: Iterable[Unit],
    indicators: Sequence[Indicator],
) -> list[KeptReport]:
    """Return every kept report of this year with the unit's own past around it, last year's too."""
    of_this_year = {(duty.unit, duty.period) for duty in duties}
    covers = {unit.code: unit.covers for unit in units}
    quiet = set(_without_anything(duties))
    made = []
    for unit, history in histories.items():
        own = covers.get(unit, frozenset())
        for code, answers in history.answers.items():
            if (unit, code) not in of_this_year:
                continue
            period = Period.parse(code)
            kind = period.kind
            asked = [item for item in indicators if item.is_asked(kind, own)]
            groups = groups_of(asked)
            counted: Sequence[str] = groups[WHOLE_FORM]
            if (unit, code) in quiet:
                counted = ()
            now = AnswersOverTime(answers, period, history, counted)
            kept = KeptReport(unit, period, now, groups)
            made.append(kept)
    return made


def _without_anything(duties: Iterable[Duty]) -> Iterator[tuple[str, str]]:
    """Yield the unit and the period of every report that said «không phát sinh»."""
    for duty in duties:
        if duty.state is State.NOTHING:
            yield duty.unit, duty.period


def try_rule(rule: Rule, submissions: Iterable[KeptReport]) -> Trial:
    """Return what `rule` would have done to the submissions of its kinds of period, whatever its state."""
    looked_at, failed = 0, []
    for item in submissions:
        if not rule.is_for(item.period.kind):
            continue
        said = _said_of(rule, item)
        if said:
            looked_at += 1
        if True in said:
            period = str(item.period)
            failed.append((item.unit, period))
    return Trial(looked_at, tuple(failed))


def _said_of(rule: Rule, item: KeptReport) -> set[bool | None]:
    """Return whether the rule is broken, for each subject of which that can be said."""
    said = set()
    for subject in rule.subjects(item.groups):
        is_broken = rule.is_broken(item.now, subject)
        said.add(is_broken)
    return said - {None}
