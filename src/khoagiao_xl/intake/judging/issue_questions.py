"""A period's form held against the log of hot issues: what it counts, and what stands there of the unit.

The log may know less than a unit does: of opinions and of telephone calls not each has a row. So a figure
below the log is always asked about; one above it only where every issue should stand in the log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import Issue, IssueBalance, balance, opinions_between, told_between
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording.issue_texts import COUNTED_AS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.rules.form import Form

    Count = Callable[[Sequence[Issue], date, date], Sequence[Issue]]

ARISEN, SETTLED, IN_WORDS = "KG221", "KG222", "KG603"
TOLD: Final = 6  # issues that a sentence names


def issue_questions(form: Form, issues: Sequence[Issue], window: Deadline) -> Iterator[Finding]:
    """Yield a question for each figure of `form` that does not go with the unit's issues in the log.

    window: of the days that the form tells of.
    """
    for code, count in COUNTS.items():
        figure = _figure(form, code)
        if figure is None:
            continue
        known = count(issues, window.starts, window.ends)
        if figure < len(known):
            yield _too_few(form, code, figure, known)
        elif figure > len(known) and code in _ABOVE:
            yield from _ABOVE[code](form, figure, balance(issues, window.starts, window.ends))


def _figure(form: Form, code: str) -> float | int | None:
    """Return what the form counts; «không phát sinh» counts 0. None where it does not ask or say."""
    if code not in form.entries:
        return None
    figure = form.number(code)
    if figure is None and form.nothing_to_report:
        return 0
    return figure


def _too_few(form: Form, code: str, figure: float, known: Sequence[Issue]) -> Finding:
    return form.asks(
        "NB-51",
        code,
        found=figure,
        count=len(known),
        what=COUNTED_AS[code],
        issues=_named(known),
    )


def _more_than_arose(form: Form, figure: float, known: IssueBalance) -> Iterator[Finding]:
    """More arose than the log knows: words in KG603 tell of them as well."""
    if form.value(IN_WORDS):
        return
    arisen = known.arisen
    named = f": {_named(arisen)}" if arisen else ""
    yield form.asks("NB-52", ARISEN, found=figure, count=len(arisen), issues=named)


def _more_than_settled(form: Form, figure: float, known: IssueBalance) -> Iterator[Finding]:
    """More were settled than the log knows, and some of it are open there: which of them?"""
    if known.still_open:
        yield form.asks(
            "NB-53",
            SETTLED,
            found=figure,
            count=len(known.settled),
            issues=_named(known.still_open),
        )


def _named(issues: Iterable[Issue]) -> str:
    named = []
    for issue in issues:
        day = day_text(issue.day)
        named.append(f"{issue.name} ({day})")
    told = ", ".join(named[:TOLD])
    if len(named) > TOLD:
        return f"{told} …"
    return told


def _arisen(issues: Sequence[Issue], starts: date, ends: date) -> Sequence[Issue]:
    return balance(issues, starts, ends).arisen


def _settled(issues: Sequence[Issue], starts: date, ends: date) -> Sequence[Issue]:
    return balance(issues, starts, ends).settled


# Indicator -> the issues of the log that it counts at the least.
COUNTS: Final[Mapping[str, Count]] = {
    ARISEN: _arisen,
    SETTLED: _settled,
    "KG220": opinions_between,
    "KG502": told_between,
}
# Of which figures more than the log knows is asked about.
_ABOVE: Final[Mapping[str, Callable[[Form, float, IssueBalance], Iterator[Finding]]]] = {
    ARISEN: _more_than_arose,
    SETTLED: _more_than_settled,
}
