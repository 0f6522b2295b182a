"""Faults that units really make in a form, and ways of writing that mean one thing only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.demo.demo_figures import chance_of
from khoagiao_xl.forms.form_filling import Answers

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period

Change = Callable[[Answers], Answers]


def _figure(**changes: Any) -> Change:
    """Return the change that types these values."""
    return lambda answers: replace(answers, figures={**answers.figures, **changes})


def _more(code: str, than: str, by: int) -> Change:
    """Return the change that types into `code` a number larger by `by` than the true one of `than`."""

    def change(answers: Answers) -> Answers:
        value = answers.figures[than]
        true = value if isinstance(value, int) else 0
        return _figure(**{code: true + by})(answers)

    return change


def _as_words(code: str, form: str) -> Change:
    """Return the change that types the true number of `code` as text."""

    def change(answers: Answers) -> Answers:
        return _figure(**{code: form.format(answers.figures[code])})(answers)

    return change


def _without_secrecy_tick(answers: Answers) -> Answers:
    return replace(answers, no_secret=False)


# Each in one form; every one must come back to the unit.
FAULTS: Final[tuple[Change, ...]] = (
    _more("KG201", "KG201", 3),
    _figure(KG110="khoảng 120"),
    _figure(KG216=-4),
    _figure(KG502=None),
    _more("KG108", "KG107", 7),
    _without_secrecy_tick,
    _figure(KG206="1.25O"),
    _figure(KG605="vẫn tốt nhé"),
    _more("KG101", "KG101", 2),
    _more("KG209", "KG209", 5),
    _more("KG205", "KG205", 40),
    _figure(KG001=None),
    _figure(KG302=0.5),
    _figure(KG304="nhiều"),
    _figure(KG220="như kỳ trước"),
    _figure(KG218="2-3"),
)
# Read, repaired, told.
SLOPPY: Final[tuple[Change, ...]] = (
    _as_words("KG220", "{:02} ý kiến"),
    _as_words("KG110", " {} "),
    _figure(KG226="không"),
)


def faults_of(period: Period, count: int) -> list[Change]:
    """Return the faults of a period's forms: others each time."""
    return chance_of(f"lỗi kỳ {period}").sample(FAULTS, count)
