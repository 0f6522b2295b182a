"""A rule as a condition of Excel, for the check column of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.rules.comparisons import COMPARISONS, IMPLIES
from khoagiao_xl.rules.expression_text import plain_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.rules.rule import Rule

    Cells = Mapping[str, str]  # code, or placeholder, -> address


NEARLY: Final = "0.000001"  # as comparisons.NEARLY


def broken_in_excel(rule: Rule, cells: Cells) -> str | None:
    """Return a condition over `cells` that is TRUE when the rule is broken, or None if it cannot be said.

    A rule over earlier periods, over the whole form, or over cells the form lacks is left to the intake.
    """
    if not rule.is_of_the_form or not _has_its_answer(rule, cells):
        return None
    missing = set(rule.codes) - cells.keys()
    if missing and not rule.blanks_are_zero:
        return None
    complete = _complete(rule, cells)
    broken = _broken(rule, cells)
    return f"IF({complete},IFERROR({broken},FALSE),FALSE)"


def _has_its_answer(rule: Rule, cells: Cells) -> bool:
    if rule.comparison != IMPLIES:
        return True
    return rule.answer in cells


def _complete(rule: Rule, cells: Cells) -> str:
    """Return the condition that every figure of the rule is there."""
    figures = rule.codes
    if rule.comparison == IMPLIES:
        figures = rule.left.codes
    if rule.blanks_are_zero or not figures:
        return "TRUE"
    asked = [cells[code] for code in figures]
    listed = ",".join(asked)
    return f"COUNT({listed})={len(figures)}"


def _as_figures(rule: Rule, cells: Cells) -> Cells:
    """Return the cells as the rule counts with them.

    MIN and MAX pass over a blank cell, and a share that is not known yet is a text: N makes a 0 of both.
    """
    if not rule.blanks_are_zero:
        return cells
    figures = dict.fromkeys(rule.codes, "0")
    for code in rule.codes:
        if code in cells:
            figures[code] = f"N({cells[code]})"
    return figures


def _broken(rule: Rule, cells: Cells) -> str:
    figures = _as_figures(rule, cells)
    left = rule.left.to_excel(figures)
    if rule.comparison == IMPLIES:
        answer = cells[rule.answer]
        return f"AND({left}>0,LEN(TRIM({answer}))=0)"
    if rule.bounds:
        low, high = map(plain_number, rule.bounds)
        return f"OR({left}<{low}-{NEARLY},{left}>{high}+{NEARLY})"
    right = rule.right.to_excel(figures)
    broken = COMPARISONS[rule.comparison].broken_in_excel
    return broken.format(left=left, right=right)
