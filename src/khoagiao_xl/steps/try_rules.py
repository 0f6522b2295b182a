"""The rules of tblQuyTac as they stand, and what each would have done to the reports that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.year import Year
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.rules_sheet import Line
from khoagiao_xl.rules.trial import Submission, submissions_of, try_rule
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Book

_TEXTS: Final = (
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


def list_rules(book: Book) -> Outcome:
    """Return the rules with their state, each wrong cell with its reason; the book stays as it is."""
    lines = Year.read(book).rule_lines
    described = [_described(line) for line in lines]
    return _outcome("XQ-OK", lines, described)


def try_rules(book: Book) -> Outcome:
    """Return for every rule, also of those on trial or off, the kept reports it would have failed."""
    year = Year.read(book)
    kept = submissions_of(
        year.histories,
        year.duties,
        year.units,
        year.indicators,
    )
    lines = year.rule_lines
    described = []
    for line in lines:
        trial = _tried(line, kept)
        described.append(_described(line) | trial)
    return _outcome("TQ-OK", lines, described, len(kept))


def _described(line: Line) -> dict[str, Any]:
    faults = []
    for cell, reason in line.faults:
        fault = {"cell": cell, "reason": reason}
        faults.append(fault)
    texts = {name: line.row[name] for name in _TEXTS}
    return {
        **texts,
        "cell": line.cell,
        "ok": line.rule is not None,
        "faults": faults,
    }


def _tried(line: Line, kept: Sequence[Submission]) -> dict[str, Any]:
    if line.rule is None:
        return {}
    trial = try_rule(line.rule, kept)
    return {
        "looked_at": trial.looked_at,
        "failed": len(trial.failed),
        "by_unit": trial.by_unit,
    }


def _outcome(code: str, lines: Sequence[Line], rules: list[dict[str, Any]], kept: int = 0) -> Outcome:
    wrong = []
    for line in lines:
        wrong += [f"ô {cell}: {reason}" for cell, reason in line.faults]
    states = [line.rule.status for line in lines if line.rule]
    counts = {
        "rules": len(lines),
        "on": states.count("bật"),
        "trial": states.count("thử"),
        "off": states.count("tắt"),
        "wrong": sum(1 for line in lines if line.faults),
        "submissions": kept,
    }
    always = [{"code": name, "meaning": meaning} for name, meaning in FIXED_RULES.items()]
    return Outcome(
        sentence(code, counts),
        1 if wrong else 0,
        counts,
        details=tuple(wrong),
        data={"rules": rules, "always": always},
    )
