"""Checking one form: what is always checked, then the rules of tblQuyTac.

A blank is reported once, as a blank: rules that need it are silent, so that one slip is one line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.history import NO_HISTORY, History
from khoagiao_xl.rules.answers_over_time import Moment
from khoagiao_xl.rules.fixed_rules import always_checked
from khoagiao_xl.rules.placeholders import WHOLE_FORM, groups_of
from khoagiao_xl.rules.rule import TRIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Entry
    from khoagiao_xl.rules.rule import Rule

UNUSABLE: Final = frozenset({"R14", "R15"})  # a figure that cannot be: what follows from it is not told
ON_TRIAL: Final = "(thử) "


@dataclass(frozen=True)
class Form:
    """One form to be checked: its entries by code, what was asked, what the unit reported before.

    ends: the last day of the period. covers: what the office says the unit is asked, empty for everything.
    file: the name under which the findings speak of it.
    """

    entries: Mapping[str, Entry]
    asked: Sequence[Indicator]
    period: Period
    ends: date
    file: str = ""
    nothing_to_report: bool = False
    history: History = field(default=NO_HISTORY)
    covers: frozenset[str] = frozenset()

    @cached_property
    def moment(self) -> Moment:
        """The form as the rules see it."""
        answers = {code: entry.value for code, entry in self.entries.items()}
        if self.nothing_to_report:
            # The unit says that nothing happened: its blanks are zeros, and are held against its months.
            answers |= {code: 0 for code in self.groups[WHOLE_FORM] if answers[code] is None}
        counted = () if self.nothing_to_report else self.groups[WHOLE_FORM]
        return Moment(answers, self.period, self.history, counted)

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Placeholder -> the indicators of this form that it stands for."""
        present = [item for item in self.asked if item.code in self.entries]
        return groups_of(present)

    def place(self, code: str) -> Place:
        """Return where the value of `code` stands in the file."""
        entry = self.entries.get(code)
        return Place(self.file, entry.sheet, entry.cell) if entry else Place(self.file)

    def finding(self, code: str, severity: Severity, at: str, text: str = "", **facts: object) -> Finding:
        """Return a finding at the cell of indicator `at`."""
        return Finding(code, severity, self.place(at), {"indicator": at, **facts}, text)


def check_form(form: Form, rules: Sequence[Rule]) -> list[Finding]:
    """Return everything that is wrong in `form`; an empty list for a sound one."""
    cells = list(always_checked(form))
    unusable = {finding.place for finding in cells if finding.code in UNUSABLE}
    found = [*cells, *(finding for finding in _rules(form, rules) if finding.place not in unusable)]
    wrong = {finding.place for finding in found if finding.severity is Severity.ERROR}
    # A cell that must be put right anyway is asked nothing more.
    return [item for item in found if item.severity is Severity.ERROR or item.place not in wrong]


def _rules(form: Form, rules: Sequence[Rule]) -> Iterator[Finding]:
    for rule in rules:
        for subject in rule.subjects(form.groups):
            if rule.is_broken(form.moment, subject):
                yield _broken(form, rule, subject)


def _broken(form: Form, rule: Rule, subject: str) -> Finding:
    """Return the finding; a rule on trial only remarks, so that the office sees what it would do."""
    # A rule over the whole form is told at its first figure, where the unit can explain it.
    at = rule.told_at(form.entries, subject) or next(iter(form.groups[WHOLE_FORM]), "")
    is_trial = rule.status == TRIAL
    message = f"{ON_TRIAL if is_trial else ''}{rule.message}"
    figures = "; ".join(dict.fromkeys(_told(form, rule, subject)))
    return form.finding(
        rule.code,
        Severity.NOTE if is_trial else rule.severity,
        at,
        text=f"{message} ({figures}).",
        codes=rule.codes_about(subject),
        shared=message,
        detail=figures,
        trial=is_trial,
    )


def _told(form: Form, rule: Rule, subject: str) -> Iterator[str]:
    """Yield the figures a finding must name: those of the form, then those of other periods."""
    for code in rule.codes_about(subject):
        yield f"{code} = {shown(form.moment.answers.get(code))}"
    for side in (rule.left, rule.right):
        for name, expression in side.notable:
            value = expression.value(form.moment, subject, blanks_are_zero=rule.blanks_are_zero)
            yield f"{name} = {shown(value)}"


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: decimal comma, blank said as such."""
    if value is None or value == "":
        return "để trống"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)
