"""Checking one form: every value by its own kind, every document it names, then the rules of tblQuyTac.

A blank is reported once, as a blank: rules that need it are silent, so that one slip is one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.indicators import WHOLE, Indicator, Type
from khoagiao_xl.model.records import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.rules.expression import Number
    from khoagiao_xl.rules.rule import Rule

YES: Final = "Có"
# A document as people write it behind a «Có»: 05-KH/ĐU, 12/BC-SGDĐT, then somewhere its day.
_SYMBOL: Final = re.compile(
    r"\d{1,4}\s*(?:[-–]\s*[A-ZĐ][A-Za-zĐđ]{0,4}\s*/\s*[A-ZĐ]|/\s*(?:\d{4}/)?[A-ZĐ]{1,4}-[A-ZĐ])"
)
_DAY: Final = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)|(\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
)
NEEDS_DOCUMENT: Final = frozenset({"KG111", "KG112", "KG113", "KG601"})
REVIEWS_DONE: Final = "KG402"


@dataclass(frozen=True)
class Form:
    """One form to be checked: its entries by code, what was asked, what is known from before.

    carried: (a, b) -> what is left of a after b from earlier periods of the year; absent when not known.
    file: the name under which the findings speak of it.
    """

    entries: Mapping[str, Entry]
    asked: Sequence[Indicator]
    ends: date
    file: str = ""
    nothing_to_report: bool = False
    carried: Mapping[tuple[str, str], Number] = field(default_factory=dict)

    def place(self, code: str) -> Place:
        """Return where the value of `code` stands in the file."""
        entry = self.entries.get(code)
        return Place(self.file, entry.sheet, entry.cell) if entry else Place(self.file)

    def finding(self, code: str, severity: Severity, at: str, text: str = "", **facts: object) -> Finding:
        """Return a finding at the cell of indicator `at`."""
        return Finding(code, severity, self.place(at), {"indicator": at, **facts}, text)


def check_form(form: Form, rules: Sequence[Rule]) -> list[Finding]:
    """Return everything that is wrong in `form`; an empty list for a sound one."""
    checks = (_blanks(form), _values(form), _documents(form), _reviews(form), _rules(form, rules))
    found = [finding for check in checks for finding in check]
    wrong = {finding.place for finding in found if finding.severity is Severity.ERROR}
    # A cell that must be put right anyway is asked nothing more.
    return [item for item in found if item.severity is Severity.ERROR or item.place not in wrong]


def _blanks(form: Form) -> Iterator[Finding]:
    if form.nothing_to_report:
        return
    for item in form.asked:
        required = (item.is_numeric and not item.formula) or item.type is Type.YESNO
        entry = form.entries.get(item.code)
        # A value that was there and could not be read has its own finding; blanks alone are no value.
        is_blank = entry is not None and entry.value is None and not str(entry.raw or "").strip()
        if required and is_blank:
            code = "SL-BC" if item.type is Type.YESNO else "SL-BL"
            yield form.finding(code, Severity.ERROR, item.code, label=item.label)


def _values(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        value = _number(form, item.code)
        if value is None:
            continue
        # A share that the form computes is beyond 100 only because its terms are, and they are told.
        if item.type is Type.PERCENT and not item.formula and not 0 <= value <= 100:
            yield form.finding("R14", Severity.ERROR, item.code, value=value)
        wrong_count = item.type in WHOLE and (value < 0 or value != int(value))
        if wrong_count or (item.type is Type.MONEY and value < 0):
            yield form.finding("R15", Severity.ERROR, item.code, value=value)


def _number(form: Form, code: str) -> Number | None:
    entry = form.entries.get(code)
    value = entry.value if entry else None
    return value if isinstance(value, int | float) else None


def _documents(form: Form) -> Iterator[Finding]:
    for item in form.asked:
        entry = form.entries.get(item.code)
        if item.code not in NEEDS_DOCUMENT or entry is None or entry.value != YES:
            continue
        days = days_in(entry.explanation)
        if not days or not _SYMBOL.search(entry.explanation):
            yield form.finding("R24", Severity.ERROR, item.code)
        elif max(days) > form.ends:
            yield form.finding(
                "R24-2", Severity.ERROR, item.code, day=f"{max(days):%d/%m/%Y}", end=f"{form.ends:%d/%m/%Y}"
            )


def _reviews(form: Form) -> Iterator[Finding]:
    entry = form.entries.get(REVIEWS_DONE)
    done = _number(form, REVIEWS_DONE)
    if entry is None or not done:
        return
    named = min(len(_SYMBOL.findall(entry.explanation)), len(days_in(entry.explanation)))
    if named < done:
        yield form.finding("R23", Severity.ERROR, REVIEWS_DONE, value=done, count=named)


def days_in(text: str) -> list[date]:
    """Return the days named in `text`, day first; what is no day of the calendar is left out."""
    found = []
    for match in _DAY.finditer(text):
        day, month, year = (int(group) for group in match.groups() if group)
        try:
            found.append(date(year + 2000 if year < 100 else year, month, day))
        except ValueError:
            continue
    return found


def _rules(form: Form, rules: Sequence[Rule]) -> Iterator[Finding]:
    values = {code: entry.value for code, entry in form.entries.items()}
    for rule in rules:
        if not rule.is_broken(values, form.carried):
            continue
        at = next((code for code in rule.codes if code in form.entries), rule.codes[0])
        facts = "; ".join(f"{code} = {shown(values.get(code))}" for code in rule.codes)
        yield form.finding(rule.code, rule.severity, at, text=f"{rule.message} ({facts}).", codes=rule.codes)


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: decimal comma, blank said as such."""
    if value is None or value == "":
        return "để trống"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)
