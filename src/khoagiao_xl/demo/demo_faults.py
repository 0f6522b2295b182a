"""Faults that units really make in a form, and ways of writing that mean one thing only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from khoagiao_xl.demo.form_filling import Answers

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
)
# Read, repaired, told.
SLOPPY: Final[tuple[Change, ...]] = (
    _as_words("KG220", "{:02} ý kiến"),
    _as_words("KG110", " {} "),
    _figure(KG226="không"),
)
