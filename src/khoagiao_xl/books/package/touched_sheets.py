"""Which sheets of formulas name anything that has changed: the others need not even be read."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.sheet_memory import last_known
from khoagiao_xl.books.package.worked_sheets import FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.books.package.worked_sheets import WorkedSheets

_OF_THE_DAY: Final = ("TODAY", "NOW", "today", "now")
_WRITTEN_OTHERWISE: Final = re.compile(r"['\"&<>]")  # in a sheet's name: in a formula, or in XML
_NO_RESULT: Final = re.compile(rb"(?:</f>|<f\b[^>]*/>)(?!<v)")
_FORMULAS: Final = re.compile(rb"<f\b[^<]*")
_ANYTHING: Final = ""  # is found in every text


def touched_sheets(before: WorkedSheets, after: WorkedSheets, *, asks_for_the_day: bool) -> frozenset[str]:
    """Return the sheets whose formulas may show something else than before: rather too many than too few.

    asks_for_the_day: whether that may be another one than before.
    """
    touched = {name for name in after.parts if _is_new(before.xml(name), after.xml(name))}
    asked = _OF_THE_DAY if asks_for_the_day else ()
    looked_for: set[str] = set()
    while True:
        words = set(asked)
        words.update(_sheet_words(touched))
        leading = _names_with(words, after.names)
        words |= leading
        new_words = words - looked_for  # the others are in no sheet that is left: half of the time
        others = after.parts.keys() - touched
        fresh = [name for name in others if _looks(name, after.xml(name), new_words)]
        if not fresh:
            return frozenset(touched)
        touched.update(fresh)
        looked_for = words


def _is_new(before: bytes, after: bytes) -> bool:
    """Whether a sheet holds something else than before, or a formula without a result."""
    if before != after:
        return True
    lacking = _NO_RESULT.search(after)
    return lacking is not None


def _sheet_words(sheets: Iterable[str]) -> Iterator[str]:
    """Yield how formulas name the cells of sheets."""
    for name in sheets:
        if _WRITTEN_OTHERWISE.search(name):
            yield _ANYTHING
        yield f"{name}!"
        yield f"{name}'!"


def _names_with(words: Iterable[str], names: Mapping[str, str]) -> set[str]:
    """Return the defined names that lead to one of the words, by other names too."""
    found: set[str] = set()
    fresh = set(words)
    while fresh:
        leading = {name for name, formula in names.items() if _mentions(formula, fresh)}
        fresh = leading - found
        found |= fresh
    return found


def _mentions(formula: str, words: Iterable[str]) -> bool:
    return any(word in formula for word in words)


def _looks(name: str, xml: bytes, words: Iterable[str]) -> bool:
    """Whether any of the words stands in a formula of a sheet."""
    if FORMULA not in xml:
        return False
    formulas = last_known(
        key=("texts of formulas", name),
        content=xml,
        make=partial(_formulas_in, xml),
    )
    return any(word.encode("utf-8") in formulas for word in words)


def _formulas_in(xml: bytes) -> bytes:
    """Return the formulas of a sheet's XML alone: a fifth of it, in which some fifty words are looked for."""
    formulas = _FORMULAS.findall(xml)
    return b"".join(formulas)
