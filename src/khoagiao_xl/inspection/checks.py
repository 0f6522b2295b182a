"""CHECKS: everything that is looked at, in the order in which it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection import (
    around,
    blanks,
    days,
    directives,
    formulas,
    keys,
    leads,
    plans,
    references,
    settings,
    values,
)  # fmt: skip
from khoagiao_xl.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from khoagiao_xl.inspection.pages import Master

CHECKS: Final[Sequence[Callable[[Master], Iterable[Finding]]]] = (
    # Where things stand.
    around.missing_columns,
    around.rows_below,
    around.cells_beside,
    around.gaps,
    # Each cell by itself.
    blanks.errors_and_spaces,
    references.reviews_without_directive,
    blanks.required,
    blanks.disguised,
    values.kinds,
    references.choices,
    # Each row among the others.
    keys.doubled,
    keys.codes_twice,
    keys.names_twice,
    directives.undated_twins,
    plans.tasks_twice,
    # Tables among each other.
    references.sources,
    references.references,
    references.waived_rules,
    plans.steps_of_reviews,
    formulas.rules,
    formulas.indicator_formulas,
    formulas.periods,
    # What the office means.
    days.order,
    days.rest_days,
    days.other_years,
    days.anniversaries,
    plans.blank_anniversaries,
    plans.deadlines_in_words,
    plans.far_periods,
    directives.symbols,
    directives.kinds,
    directives.issue_days,
    leads.leads,
    settings.missing,
    settings.wrong,
    settings.letterhead,
    settings.unknown,
    settings.addresses,
)


def inspect(master: Master) -> list[Finding]:
    """Return what is to be put right or looked at; a cell that must be put right is asked nothing more."""
    found = [finding for check in CHECKS for finding in check(master)]
    wrong: dict[object, Finding] = {}
    for finding in found:
        if finding.severity is Severity.ERROR:
            wrong.setdefault(finding.place, finding)
    return [finding for finding in found if wrong.get(finding.place, finding) is finding]
