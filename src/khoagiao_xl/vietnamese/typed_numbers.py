"""Figures that stand in a cell as text, in all the ways people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

from khoagiao_xl.vietnamese.figures import (
    MOST_DIGITS,
    Reading,
    check,
    format_number,
    plain,
    tidy,
)
from khoagiao_xl.vietnamese.number_words import (
    APPROXIMATE,
    MULTIPLIERS,
    NOT_APPLICABLE_WORDS,
    TO_MILLION_DONG,
    YES_WORDS,
    ZERO_WORDS,
)
from khoagiao_xl.vietnamese.parsed import Parsed, Repair, repaired, unread
from khoagiao_xl.vietnamese.text import clean, fold
from khoagiao_xl.vietnamese.typed_digits import GROUPED_DOT, read_digits

_DASHES = frozenset("-–—−…._/\\*") | {"...", "--", "---", "..", "//"}
_DIGITS = re.compile(r"\d+")
_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"\w+")
_MEANT_DIGITS = str.maketrans("OoIl|", "00111")
_QUOTES = "'\"`’‘“” "
_PERCENT_WORDS = frozenset({"%", "phan tram"})
_SPACE_GROUPED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?=$|[,%]|\s*[^\W\d_])")
_NUMBER_THEN_WORDS = re.compile(r"([-−]?\d[\d.,]*)\s*(%|[^\W\d_][^\d]*)")
_LOOK_ALIKE = re.compile(r"(?=.*[OoIl|])(?:[OoIl|., ]*\d[\dOoIl|., ]*|[OoIl|]{1,3})")
_PURE_SUM = re.compile(r"\d+(?:\s*\+\s*\d+)+")
_SEVERAL = re.compile(r"\d.*[\s(+;:,].*\d")
# Two figures on two lines, or at two stops of a tab: no blank that groups thousands.
_BROKEN = re.compile(r"\d[^\w]*[\t\n\r\x0b\x0c\x85\u2028\u2029][^\w]*\d")
_DATE_LIKE = re.compile(r"\d{1,4}\s*[/\-.]\s*\d{1,2}\s*[/\-.]\s*\d{1,4}|\d{1,2}/\d{1,4}")


def parse_typed_number(raw: str, type_: str, unit: str) -> Reading:
    """Return the number that the text `raw` stands for in a cell of type `type_`."""
    text = clean(raw).text.strip(_QUOTES)
    if not text:
        return Parsed()
    if _BROKEN.search(raw):
        return unread("SL-14", found=text)
    key = fold(text).strip(" .,;:!()")
    return (
        _read_words(text, key, type_)
        or _read_doubtful(text, key)
        or _read_figure(text, type_, unit)
        or unread("SL-04", found=text)
    )


def _read_words(text: str, key: str, type_: str) -> Reading | None:
    """Words that stand for a figure, or that cannot."""
    if text in _DASHES or not key:
        return unread("SL-03", found=text)
    if key in ZERO_WORDS and type_ != "percent":
        return Parsed(0, Repair(text, "0", "SL-02"))
    if key in NOT_APPLICABLE_WORDS:
        return unread("SL-29", found=text)
    if key in YES_WORDS:
        return unread("SL-12", found=text)
    return None


def _read_doubtful(text: str, key: str) -> Reading | None:
    """What holds digits and still names no one number."""
    has_digit = any(map(str.isdigit, text))
    if has_digit and APPROXIMATE.search(key):
        return unread("SL-13", found=text)
    special = _special_digit(text)
    if special:
        return _read_special(text, special)
    if _PURE_SUM.fullmatch(text):
        total = _sum(text)
        return unread("SL-14", found=text, proposal=total)
    if _LOOK_ALIKE.fullmatch(text):
        meant = text.translate(_MEANT_DIGITS)
        return unread("SL-10", found=text, proposal=meant)
    if GROUPED_DOT.fullmatch(text):
        return None
    if _DATE_LIKE.fullmatch(text):
        return unread("SL-16", found=text)
    return None


def _sum(text: str) -> str:
    addends = _DIGITS.findall(text)
    total = sum(map(int, addends))
    return format_number(total)


def _special_digit(text: str) -> str:
    """Return the first raised, circled or broken figure, such as ², ③, ½."""
    for letter in text:
        if unicodedata.category(letter) == "No":
            return letter
    return ""


def _read_special(text: str, special: str) -> Reading:
    simple = unicodedata.normalize("NFKC", text)
    if text != special:
        return unread("SL-11", found=text)
    if not simple.isdigit():
        return unread("SL-11", found=text)
    number = int(simple)
    return repaired(number, text, simple, "SL-01")


def _read_figure(text: str, type_: str, unit: str) -> Reading | None:
    """A figure, with or without a unit of measure behind it."""
    simple = _simple(text)
    figure, words = _figure_and_words(simple)
    digits = figure.removeprefix("-")
    if _count_digits(digits) > MOST_DIGITS:
        return unread("SL-18", found=text)
    read = read_digits(digits, text, type_)
    if read is None:
        code = "SL-14" if _SEVERAL.search(simple) else "SL-04"
        return unread(code, found=text)
    if read.value is None:
        return read
    if figure.startswith("-"):
        read = replace(read, value=-read.value)
    if words:
        return _with_words(read, words, text, type_, unit)
    return _with_repair(read, text, type_)


def _count_digits(figure: str) -> int:
    digits = _NO_DIGIT.sub("", figure)
    return len(digits)


def _simple(text: str) -> str:
    """Return the text with one sign of minus and without the blanks that group thousands."""
    digits = unicodedata.normalize("NFKC", text)
    one_minus = digits.replace("−", "-")
    return _SPACE_GROUPED.sub(_without_blanks, one_minus)


def _without_blanks(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _figure_and_words(simple: str) -> tuple[str, str]:
    """Return the figure and the words behind it: "" where there are none."""
    match = _NUMBER_THEN_WORDS.fullmatch(simple)
    if not match:
        return simple, ""
    figure, words = match.groups()
    return figure, words.strip(" .")


def _with_words(read: Reading, words: str, text: str, type_: str, unit: str) -> Reading:
    """A figure with a word behind it: the indicator's own unit, a multiplier, or another unit."""
    key = fold(words)
    if type_ == "money":
        return _money(read, key, text)
    if key in _PERCENT_WORDS:
        return _percent(read, text, type_)
    value = read.value or 0
    multiplier = _multiplier(words, unit)
    if multiplier:
        product = tidy(float(value) * multiplier)
        return unread("SL-20", found=text, proposal=format_number(product))
    shown = format_number(value)
    if any(sign in words for sign in "(+;:="):
        return unread("SL-14", found=text, proposal=shown)
    return _with_unit(_with_repair(read, text, type_), key, unit, found=text, proposal=shown)


def _percent(read: Reading, text: str, type_: str) -> Reading:
    if type_ != "percent":
        return unread("SL-19", found=text)
    return _with_repair(read, text, "percent%")


def _with_unit(read: Reading, key: str, unit: str, **facts: str) -> Reading:
    """The value as read; where the words behind it are of another unit, with the question about it."""
    if read.code:
        return read
    if read.value is None:
        return read
    if _is_of_unit(key, unit):
        return read
    return replace(read, code="SL-22", facts={**facts, "unit": unit})


def _is_of_unit(key: str, unit: str) -> bool:
    """Say whether all the words are of the line's own unit of measure, or the line has none."""
    if not unit:
        return True
    own = _WORD.findall(fold(unit))
    words = key.split()
    return set(words) <= set(own)


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


def _with_repair(read: Reading, text: str, type_: str) -> Reading:
    """The value with the repair that tells how the text was read."""
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
