"""Checking one form: what is always checked, then the rules of tblQuyTac.

A blank is reported once, as a blank: rules that need it are silent, so that one slip is one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.rules.fixed_rules import check_fixed_rules
from khoagiao_xl.rules.rule import TRIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.rules.expression import Expression
    from khoagiao_xl.rules.form import Form
    from khoagiao_xl.rules.rule import Rule

# A figure that is not there or cannot be: what follows from it is not told.
UNUSABLE: Final = frozenset({"SL-BL", "SL-BC", "R14", "R15"})


def check_form(form: Form, rules: Sequence[Rule]) -> list[Finding]:
    """Return everything that is wrong in `form`; an empty list for a sound one."""
    cells = list(check_fixed_rules(form))
    broken = _without_unusable(_broken(form, rules), cells)
    found = [*cells, *broken]
    return list(_without_needless_questions(found))


def _without_unusable(findings: Iterable[Finding], cells: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that do not follow from a figure that is not there or cannot be."""
    unusable = {finding.indicator for finding in cells if finding.code in UNUSABLE}
    for finding in findings:
        if finding.indicator not in unusable:
            yield finding


def _without_needless_questions(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings: a cell that must be put right anyway is asked nothing more."""
    wrong = {finding.indicator for finding in findings if finding.is_error}
    for finding in findings:
        is_needless = finding.indicator in wrong
        if finding.is_error or not is_needless:
            yield finding


def _broken(form: Form, rules: Sequence[Rule]) -> Iterator[Finding]:
    for rule in rules:
        for subject in rule.subjects(form.groups):
            if rule.is_broken(form.now, subject):
                yield _finding(form, rule, subject)


def _finding(form: Form, rule: Rule, subject: str) -> Finding:
    """Return the finding; a rule on trial only remarks, so that the office sees what it would do."""
    at = _told_at(form, rule, subject)
    is_trial = rule.status == TRIAL
    about = (at, *rule.codes_about(subject))
    figures = _figures(form, rule, subject)
    return Finding(
        rule.code,
        Severity.NOTE if is_trial else rule.severity,
        form.place(at),
        text=rule.message,
        about=tuple(dict.fromkeys(about)),
        detail="; ".join(dict.fromkeys(figures)),
        is_trial=is_trial,
        alike=rule.message,
    )


def _told_at(form: Form, rule: Rule, subject: str) -> str:
    """Return the indicator at which a rule is told.

    A rule over the whole form is told at its first figure, where the unit can explain it.
    """
    at = rule.told_at(form.entries, subject)
    if at or not form.counted:
        return at
    return form.counted[0]


def _figures(form: Form, rule: Rule, subject: str) -> Iterator[str]:
    """Yield the figures a finding must name: those of the form, then those of other periods."""
    for code in rule.codes_about(subject):
        figure = form.now.answers.get(code)
        yield f"{code} = {shown(figure)}"
    for side in (rule.left, rule.right):
        for name, expression in side.notable:
            worth = _worth(form, rule, expression, subject)
            yield f"{name} = {worth}"


def _worth(form: Form, rule: Rule, expression: Expression, subject: str) -> str:
    value = expression.value(form.now, subject, blanks_are_zero=rule.blanks_are_zero)
    return shown(value)


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: decimal comma, blank said as such."""
    if value is None or value == "":
        return "để trống"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)
