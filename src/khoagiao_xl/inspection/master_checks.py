"""CHECKS: everything that is looked at, in the order in which it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection import (  # fmt: skip
    blanks,
    citation_checks,
    days,
    directive_checks,
    figure_checks,
    form_texts,
    formula_cells,
    issue_checks,
    keys,
    lead_checks,
    letter_words_checks,
    live_check_limits,
    plan_checks,
    programme_checks,
    references,
    register_checks,
    sentence_checks,
    setting_checks,
    surroundings,
    unit_life_checks,
    value_checks,
    year_checks,
)
from khoagiao_xl.inspection.check_context import CheckContext
from khoagiao_xl.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from khoagiao_xl.office.year import Year

CHECKS: Final[Sequence[Callable[[CheckContext], Iterable[Finding]]]] = (
    # Where things stand.
    surroundings.missing_tables,
    surroundings.missing_columns,
    surroundings.rows_below,
    surroundings.cells_beside,
    surroundings.gaps,
    # Each cell by itself.
    blanks.errors_and_spaces,
    references.reviews_without_directive,
    blanks.required,
    blanks.disguised,
    value_checks.kinds,
    references.choices,
    # Each row among the others.
    keys.doubled,
    keys.codes_twice,
    keys.names_twice,
    directive_checks.undated_twins,
    plan_checks.tasks_twice,
    # Tables among each other.
    references.sources,
    references.references,
    references.waived_rules,
    plan_checks.steps_of_reviews,
    formula_cells.rules,
    formula_cells.indicator_formulas,
    formula_cells.periods,
    live_check_limits.unshown_rules,
    form_texts.form_texts,
    # What the office means.
    days.order,
    year_checks.validity,
    sentence_checks.sentences,
    unit_life_checks.names,
    unit_life_checks.renaming_days,
    unit_life_checks.mergers,
    unit_life_checks.parts,
    unit_life_checks.waivers_of_wholes,
    year_checks.due_before_the_end,
    year_checks.far_windows,
    year_checks.other_years,
    year_checks.holidays,
    days.rest_days,
    days.other_years,
    days.anniversaries,
    plan_checks.blank_anniversaries,
    plan_checks.deadlines_in_words,
    plan_checks.far_periods,
    programme_checks.starts_after_due,
    programme_checks.progress,
    programme_checks.missing_evidence,
    issue_checks.days_in_order,
    issue_checks.closed_without_result,
    issue_checks.years,
    directive_checks.symbols,
    directive_checks.kinds,
    directive_checks.issue_days,
    citation_checks.incomplete,
    lead_checks.leads,
    register_checks.doubled,
    register_checks.same_report,
    register_checks.missing,
    register_checks.days,
    setting_checks.missing,
    setting_checks.wrong,
    setting_checks.letterhead,
    setting_checks.last_year,
    setting_checks.unknown,
    setting_checks.addresses,
    letter_words_checks.letter_words,
    # Figures against the files they came from.
    figure_checks.sources,
)


def inspect(year: Year) -> list[Finding]:
    """Return what is to be put right or looked at; a cell that must be put right is asked nothing more."""
    context = CheckContext(year)
    found: list[Finding] = []
    for check in CHECKS:
        found += check(context)
    wrong = _first_errors(found)
    return [finding for finding in found if wrong.get(finding.place, finding) is finding]


def _first_errors(found: Iterable[Finding]) -> dict[Place, Finding]:
    """Return the first thing that must be put right at each place."""
    wrong: dict[Place, Finding] = {}
    for finding in found:
        if finding.severity is Severity.ERROR:
            wrong.setdefault(finding.place, finding)
    return wrong
