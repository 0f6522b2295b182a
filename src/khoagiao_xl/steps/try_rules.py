"""The rules of tblQuyTac as they stand, and what each would have done to the reports that are kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.year import Year
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.rule import OFF, ON, TRIAL
from khoagiao_xl.rules.rules_sheet import RuleLine
from khoagiao_xl.rules.trial import KeptReport, submissions_of, try_rule
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Described = dict[str, Any]

TEXTS: Final = (
    "code",
    "left",
    "comparison",
    "right",
    "blanks",
    "severity",
    "status",
    "kinds",
    "message",
)


def list_rules(year: Year) -> Outcome:
    """Return the rules with their state, each wrong cell with its reason."""
    lines = year.rule_lines
    described = [_described(line) for line in lines]
    return _outcome("XQ-OK", lines, described)


def try_rules(year: Year) -> Outcome:
    """Return for every rule, also of those on trial or off, the kept reports it would have failed."""
    lines = year.rule_lines
    kept = submissions_of(
        year.histories,
        year.duties,
        year.units,
        year.indicators,
    )
    described = [_described(line) | _tried(line, kept) for line in lines]
    return _outcome("TQ-OK", lines, described, len(kept))


def _described(line: RuleLine) -> Described:
    row = line.row
    described: Described = {name: row[name] for name in TEXTS}
    faults = [_fault(*fault) for fault in line.faults]
    described["cell"] = line.cell
    described["ok"] = line.rule is not None
    described["faults"] = faults
    return described


def _fault(cell: str, reason: str) -> Described:
    return {
        "cell": cell,
        "reason": reason,
    }


def _tried(line: RuleLine, kept: Sequence[KeptReport]) -> Described:
    if line.rule is None:
        return {}
    trial = try_rule(line.rule, kept)
    return {
        "looked_at": trial.looked_at,
        "failed": len(trial.failed),
        "by_unit": trial.by_unit,
    }


def _outcome(code: str, lines: Sequence[RuleLine], rules: list[Described], kept: int = 0) -> Outcome:
    wrong: list[str] = []
    for line in lines:
        wrong += line.told
    counts = _counts(lines, kept)
    return Outcome(
        sentence(code, counts),
        status=1 if wrong else 0,
        counts=counts,
        details=tuple(wrong),
        data={"rules": rules, "always": _fixed_rules()},
    )


def _counts(lines: Sequence[RuleLine], kept: int) -> Mapping[str, int]:
    states = Counter(line.rule.status for line in lines if line.rule)
    wrong = [line for line in lines if line.faults]
    return {
        "rules": len(lines),
        "on": states[ON],
        "trial": states[TRIAL],
        "off": states[OFF],
        "wrong": len(wrong),
        "submissions": kept,
    }


def _fixed_rules() -> list[Described]:
    """Return the rules that are no row of tblQuyTac."""
    return [_fixed_rule(*item) for item in FIXED_RULES.items()]


def _fixed_rule(code: str, meaning: str) -> Described:
    return {
        "code": code,
        "meaning": meaning,
    }
