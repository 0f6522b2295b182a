"""Checking one form: what is always checked, then the rules of tblQuyTac.

A blank is reported once, as a blank: rules that need it are silent, so that one slip is one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.rules.fixed_rules import check_fixed_rules
from khoagiao_xl.rules.rule import TRIAL
from khoagiao_xl.vietnamese.figures import plain
from khoagiao_xl.vietnamese.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from khoagiao_xl.rules.form import Form
    from khoagiao_xl.rules.rule import Rule

# A figure that is not there or cannot be: what follows from it is not told.
UNUSABLE: Final = frozenset({"SL-BL", "SL-BC", "R14", "R15"})


def check_form(form: Form, rules: Sequence[Rule]) -> list[Finding]:
    """Return everything that is wrong in `form`; an empty list for a sound one."""
    fixed = list(check_fixed_rules(form))
    unusable = set(_unusable(fixed))
    broken = _broken(form, rules)
    following = _not_about(unusable, broken)
    found = [*fixed, *following]
    return list(_without_needless_questions(found))


def _unusable(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the indicators whose figure is not there or cannot be."""
    for finding in findings:
        if finding.code in UNUSABLE:
            yield finding.indicator


def _broken(form: Form, rules: Sequence[Rule]) -> Iterator[Finding]:
    for rule in rules:
        subjects = rule.subjects(form.groups)
        for subject in subjects:
            if rule.is_broken(form.now, subject):
                yield _finding(form, rule, subject)


def _not_about(indicators: Container[str], findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        if finding.indicator not in indicators:
            yield finding


def _without_needless_questions(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings: a cell that must be put right anyway is asked nothing more."""
    errors = [finding for finding in findings if finding.is_error]
    wrong = {finding.indicator for finding in errors}
    for finding in findings:
        if finding.is_error or finding.indicator not in wrong:
            yield finding


def _finding(form: Form, rule: Rule, subject: str) -> Finding:
    """Return the finding; a rule on trial only remarks, so that the office sees what it would do."""
    at = _told_at(form, rule, subject)
    is_trial = rule.status == TRIAL
    severity = Severity.NOTE if is_trial else rule.severity
    about = (at, *rule.codes_about(subject))
    figures = _figures(form, rule, subject)
    return Finding(
        rule.code,
        severity,
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
    answers = form.now.answers
    for code in rule.codes_about(subject):
        if code not in form.entries:  # not asked here: what is known of it is told below
            continue
        answer = answers.get(code)
        yield f"{code} = {shown(answer)}"
    notable = [*rule.left.notable, *rule.right.notable]
    for name, expression in notable:
        value = expression.value(
            form.now,
            subject,
            blanks_are_zero=rule.blanks_are_zero,
        )
        told = _rounded(value)
        if expression.tells_choice:
            told = _as_choice(value)
        yield f"{name} = {shown(told)}"


def _as_choice(value: object) -> str:
    if value:
        return YES
    return NO


def _rounded(value: object) -> object:
    """Return what was computed with two decimals: nobody reads the others."""
    if isinstance(value, float):
        return round(value, 2)
    return value


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: decimal comma, blank said as such."""
    if value is None or value == "":
        return "để trống"
    if not isinstance(value, float):
        return str(value)
    exact = float(f"{value:.10g}")
    return plain(exact)
