"""What stands behind a figure: its unit of measure, a multiplier, a percent sign, or other words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from khoagiao_xl.vietnamese.figures import Reading, check, format_number, plain, tidy
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.number_words import MULTIPLIERS, TO_MILLION_DONG
from khoagiao_xl.vietnamese.parsed import Parsed, Repair, unread
from khoagiao_xl.vietnamese.text import fold

_WORD: Final = re.compile(r"\w+")
_WORDS_ONLY: Final = re.compile(r"\w+(?:\s?[ ,/&-]\s?\w+)*")
_SEVERAL_SAID: Final = re.compile("[(+;:=]")
_PERCENT_WORDS: Final = frozenset({"%", "phan tram"})
_MEASURES: Final = frozenset(fold(row["Từ"]) for row in language_rows("measure_words"))
_MEASURING_WORDS: Final = frozenset(re.findall(r"\w{2,}", " ".join(_MEASURES)))


def with_words(read: Reading, words: str, text: str, type_: str, unit: str) -> Reading:
    """Return the reading of a figure with words behind it; text: all of it, as it stands in the cell."""
    key = fold(words)
    if type_ == "money":
        return _money(read, key, text)
    if key in _PERCENT_WORDS:
        return _percent(read, text, type_)
    value = read.value or 0
    multiplier = _multiplier(words, unit)
    if multiplier:
        product = tidy(float(value) * multiplier)
        meant = format_number(product)
        return unread("SL-20", found=text, proposal=meant)
    shown = format_number(value)
    if _SEVERAL_SAID.search(words):
        return unread("SL-14", found=text, proposal=shown)
    if is_of_unit(key, unit):
        return with_repair(read, text, type_)
    if not _is_measure(key):
        return unread("SL-71", found=text, proposal=shown)
    repaired = with_repair(read, text, type_)
    return _of_another_unit(repaired, unit, found=text, proposal=shown)


def with_repair(read: Reading, text: str, type_: str) -> Reading:
    """Return the value with the repair that tells how the text was read."""
    value = read.value
    if value is None:
        return read
    repair = Repair(text, plain(value), "SL-01")
    if type_ == "percent" and 0 < value <= 1:
        hundredfold = tidy(value * 100)
        facts = {
            "found": text,
            "proposal": format_number(hundredfold),
        }
        return Parsed(value, repair, "SL-08", facts)
    checked = check(value, text, type_, repair)
    if checked.code:
        return checked
    return replace(checked, code=read.code, facts=read.facts)


def is_of_unit(key: str, unit: str) -> bool:
    """Say whether all the words are of the line's own unit of measure, or the line has none."""
    if not _WORDS_ONLY.fullmatch(key):
        return False
    if not unit:
        return True
    own = fold(unit)
    words = set(_WORD.findall(key))
    return words.issubset(_WORD.findall(own))


def _is_measure(key: str) -> bool:
    """Say whether the words measure something, be it something else than the line asks for."""
    if key in _MEASURES:
        return True
    if not _WORDS_ONLY.fullmatch(key):
        return False
    words = _WORD.findall(key)
    return _MEASURING_WORDS.issuperset(words)


def _percent(read: Reading, text: str, type_: str) -> Reading:
    if type_ != "percent":
        return unread("SL-19", found=text)
    return with_repair(read, text, "percent%")


def _of_another_unit(read: Reading, unit: str, **facts: str) -> Reading:
    """Return the value as read with the question about its unit, where nothing else is asked of it."""
    if read.code:
        return read
    if read.value is None:
        return read
    facts["unit"] = unit
    return replace(read, code="SL-22", facts=facts)


def _multiplier(words: str, unit: str) -> int:
    """Return by how much a word behind the figure multiplies it, 0 when none does.

    A word of the line's own unit does not, letter for letter: the «văn» of «văn bản» is no «vạn».
    """
    if words.isascii() and fold(words) == fold(unit):
        return 0
    own = _WORD.findall(unit.casefold())
    for word in _WORD.findall(words.casefold()):
        if word in own:
            continue
        key = fold(word)
        if key in MULTIPLIERS:
            return MULTIPLIERS[key]
    return 0


def _money(read: Reading, key: str, text: str) -> Reading:
    factor = TO_MILLION_DONG.get(key)
    if factor is None or read.value is None:
        return unread("SL-04", found=text)
    exact = Decimal(repr(read.value))
    value = tidy(float(exact * factor))
    repair = Repair(text, plain(value), "SL-01")
    if factor == 1 or not value:
        return replace(read, value=value, repair=repair)
    facts = {
        "found": text,
        "proposal": format_number(value),
    }
    return Parsed(value, repair, "SL-21", facts)
