"""Deeds that a form tells in words held against its own figures: a talk where it counts none is asked about.

What is counted by fields is held against the field of the row's theme. What the form does not ask is not held
against anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.form_layout import DETAILS
from khoagiao_xl.intake.judging.deed_words import ANYWHERE, Deed, known_deeds, not_told_by
from khoagiao_xl.intake.judging.line_remarks import short
from khoagiao_xl.model.detail_lists import fields_of_choices
from khoagiao_xl.vietnamese.running_text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.judging.detail_cells import DetailRow
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.rules.form import Form

IN_WORDS: Final = "KG602"  # what stands out, in free words
EVENTS: Final = "NB"  # the same row by row
TEXT, THEME, PEOPLE = "Nội dung việc", "Phân loại", "Số thứ nhất"
CLAUSES: Final = re.compile(r"[.;!?]\s+|[;\n]|[.!?]$")
CAME: Final = re.compile(
    r"(\d{1,3}(?:\.\d{3})+|\d+)\s+(?:lượt người|(?:lượt )?\w+(?: \w+)? (?:tham dự|tham gia|dự|nghe)\b)"
)


@dataclass(frozen=True)
class Told:
    """What a unit tells in one place. field: of its theme; came: how many it says came, 0 for nothing."""

    where: str
    clause: str
    field: str = ""
    came: float = 0


def denied_deeds(form: Form, rows: Sequence[DetailRow]) -> Iterator[Finding]:
    """Yield a question at each figure that denies what the form tells in words."""
    if form.nothing_to_report:
        return
    for told in [*_in_words(form), *_in_rows(rows)]:
        deed = _deed_in(told)
        if deed:
            yield from _held(deed, told, form)


def _in_words(form: Form) -> Iterator[Told]:
    for clause in _clauses(form.value(IN_WORDS)):
        yield Told(IN_WORDS, clause, came=_came(clause))


def _in_rows(rows: Sequence[DetailRow]) -> Iterator[Told]:
    for row in rows:
        if row.of.code != EVENTS:
            continue
        field = fields_of_choices().get(str(row.value(THEME)), "")
        for clause in _clauses(row.value(TEXT)):
            yield Told(DETAILS, clause, field, row.number(PEOPLE) or _came(clause))


def _clauses(text: object) -> Iterator[str]:
    one_spelling = canonical(str(text or ""))
    yield from filter(None, map(str.strip, CLAUSES.split(one_spelling)))


def _came(clause: str) -> float:
    """Return the most people that a clause says came, 0 where it names none."""
    found = CAME.findall(clause.casefold())
    counts = [float(count.replace(".", "")) for count in found]
    return max(counts, default=0)


def _deed_in(told: Told) -> Deed | None:
    """Return the first deed that a clause tells of the unit itself, None for none."""
    clause = told.clause.casefold()
    for deed in known_deeds():
        found = deed.words.search(clause)
        is_told = told.came or not deed.only_with_people
        if found and is_told and not _is_of_others(clause, found.start()):
            return deed
    return None


def _is_of_others(clause: str, start: int) -> bool:
    before = clause[:start]
    if not_told_by(ANYWHERE).search(clause):
        return True
    return not_told_by("").search(before) is not None


def _held(deed: Deed, told: Told, form: Form) -> Iterator[Finding]:
    """Yield the question at the figure of the deed, else at that of the people."""
    figure = _of_field(deed.figure, told.field, form)
    people = _of_field(deed.people, told.field, form)
    facts = {"where": told.where, "found": short(told.clause)}
    counted = form.number(figure)
    least = _least(deed, form)
    if counted is None or least is None:
        return
    if counted < least:
        yield form.asks("SL-89", figure, value=counted, **facts)
        return
    came = form.number(people)
    if came is not None and told.came > came:
        yield form.asks("SL-90", people, value=came, count=told.came, **facts)


def _least(deed: Deed, form: Form) -> float | None:
    if deed.least.isdigit():
        return float(deed.least)
    return form.number(deed.least)


def _of_field(code: str, field: str, form: Form) -> str:
    """Return the part of a figure that counts a field, the figure itself where it has none."""
    whole = next((item for item in form.asked if item.code == code), None)
    for item in form.asked:
        if whole and item.field == field and (item.section, item.unit) == (whole.section, whole.unit):
            return item.code
    return code
