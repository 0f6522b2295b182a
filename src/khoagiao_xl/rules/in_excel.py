"""A rule as a condition of Excel, for the check column of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.rules.comparisons import COMPARISONS, IMPLIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.rules.rule import Rule


def broken_in_excel(rule: Rule, cells: Mapping[str, str]) -> str | None:
    """Return a condition over `cells` that is TRUE when the rule is broken, or None if it cannot be said.

    A rule over earlier periods, over the whole form, or over cells the form lacks is left to the intake.
    cells: code, and placeholder, -> address.
    """
    answer = rule.right.codes[0] if rule.comparison == IMPLIES else ""
    if not rule.is_of_the_form or (answer and answer not in cells):
        return None
    missing = [code for code in rule.codes if code not in cells]
    if missing and not rule.blanks_are_zero:
        return None
    cells = {**cells, **dict.fromkeys(missing, "0")}
    figures = [code for code in rule.codes if not answer or code in rule.left.codes]
    asked = ",".join(cells[code] for code in figures)
    complete = "TRUE" if rule.blanks_are_zero or not figures else f"COUNT({asked})={len(figures)}"
    return f"IF({complete},IFERROR({_broken(rule, cells)},FALSE),FALSE)"


def _broken(rule: Rule, cells: Mapping[str, str]) -> str:
    left = rule.left.to_excel(cells)
    if rule.comparison == IMPLIES:
        return f"AND({left}>0,LEN(TRIM({cells[rule.right.codes[0]]}))=0)"
    if rule.bounds:
        return f"OR({left}<{rule.bounds[0]!r},{left}>{rule.bounds[1]!r})"
    return COMPARISONS[rule.comparison].broken_in_excel.format(left=left, right=rule.right.to_excel(cells))
