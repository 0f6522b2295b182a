"""Figures that stand in a cell as text, in all the ways people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import partial
from typing import Final

from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.ditto_marks import is_ditto
from khoagiao_xl.vietnamese.doubtful_figures import read_doubtful
from khoagiao_xl.vietnamese.figures import MOST_DIGITS, Reading, certain_value, format_number
from khoagiao_xl.vietnamese.measure_words import with_repair, with_words
from khoagiao_xl.vietnamese.number_words import NOT_APPLICABLE_WORDS, YES_WORDS, ZERO_WORDS
from khoagiao_xl.vietnamese.parsed import Parsed, Repair, unread
from khoagiao_xl.vietnamese.repeated_figures import in_words_of, read_repeated
from khoagiao_xl.vietnamese.text import clean, fold
from khoagiao_xl.vietnamese.typed_digits import read_digits
from khoagiao_xl.vietnamese.unclear_figures import has_full_width, read_foreign_digits, read_unclear

_PLAIN: Final = re.compile(r"[0-9]{1,15}")
_DASHES: Final = frozenset("-–—−…._/\\*") | {"...", "--", "---", "..", "//"}
_NO_DIGIT: Final = re.compile(r"\D")
_QUOTED: Final = re.compile(r"[\"'“«‘]([^\"'“”«»‘’]+)[\"'”»’]")
_APOSTROPHES: Final = "'`’‘"  # typed before a figure, they make a text of it
_SPACE_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?=$|[,%]|\s*[^\W\d_])")
_NUMBER_THEN_WORDS: Final = re.compile(r"([-−]?\d[\d.,]*)\s*(%|[^\W\d_][^\d]*)")
_SEVERAL: Final = re.compile(r"\d.*[\s(+;:,|].*\d")
_FIGURE_AMONG_SIGNS: Final = re.compile(r"[^\w.,+]*(\d(?:[\d.,]*\d)?)[\W_]*")
_CHANGES_THE_FIGURE: Final = re.compile("[√∛∜%‰‱±×÷^]")  # and currencies, and whatever is drawn over it
_OF_OTHER_MEANING: Final = frozenset({"Sc", "Mn", "Me"})


def parse_typed_number(raw: str, type_: str, unit: str) -> Reading:
    """Return the number that the text `raw` stands for in a cell of type `type_`."""
    if _PLAIN.fullmatch(raw):
        return with_repair(Parsed(int(raw)), raw, type_)
    if is_blank(raw):
        return Parsed()
    cleaned = clean(raw).text
    if is_ditto(cleaned):
        return unread("SL-61", found=cleaned)
    text = _unquoted(cleaned)
    read = read_unclear(raw, text) or _read_text(text, type_, unit)
    if has_full_width(text):
        return _to_be_confirmed(read, text)
    return read


def _to_be_confirmed(read: Reading, text: str) -> Reading:
    value = certain_value(read)
    if value is None:
        return read
    facts = {
        "found": text,
        "proposal": format_number(value),
    }
    return replace(read, code="SL-65", facts=facts)


def _unquoted(text: str) -> str:
    """Return the text without the quotation marks around it or the apostrophe before it."""
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        text = quoted[1]
    inner = text.lstrip(_APOSTROPHES)
    return inner.strip()


def _read_text(text: str, type_: str, unit: str) -> Reading:
    key = fold(text).strip(" .,;:!()")
    read_figure = partial(_read_figure, type_=type_, unit=unit)
    return (
        _read_words(text, key, type_)
        or read_foreign_digits(text)
        or read_repeated(text, unit, read_figure)
        or _read_spoken(text, unit)
        or read_doubtful(text, key)
        or read_figure(text)
        or _read_among_signs(text, type_)
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


def _read_spoken(text: str, unit: str) -> Reading | None:
    """A figure in words alone: what it says is proposed, and not taken."""
    said = in_words_of(text, unit)
    if said is None:
        return None
    meant = format_number(said)
    return unread("SL-68", found=text, proposal=meant)


def _read_figure(text: str, type_: str, unit: str) -> Reading | None:
    """A figure, with or without a unit of measure behind it; None where signs stand around it."""
    simple = _simple(text)
    figure, words = _figure_and_words(simple)
    digits = figure.removeprefix("-")
    if _count_digits(digits) > MOST_DIGITS:
        return unread("SL-18", found=text)
    read = read_digits(digits, text, type_)
    if read is None:
        is_more_than_one = _SEVERAL.search(simple)
        return unread("SL-14", found=text) if is_more_than_one else None
    if read.value is None:
        return read
    if figure.startswith("-"):
        read = replace(read, value=-read.value)
    if words:
        return with_words(read, words, text, type_, unit)
    return with_repair(read, text, type_)


def _count_digits(figure: str) -> int:
    digits = _NO_DIGIT.sub("", figure)
    return len(digits)


def _simple(text: str) -> str:
    """Return the text with one sign of minus and without the blanks that group thousands."""
    plain_digits = unicodedata.normalize("NFKC", text)
    one_minus = plain_digits.replace("−", "-")
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


def _read_among_signs(text: str, type_: str) -> Reading | None:
    """A figure with footnote marks, brackets, arrows around it: proposed, and not taken."""
    match = _FIGURE_AMONG_SIGNS.fullmatch(text)
    if match is None or _means_more(text):
        return None
    read = read_digits(match[1], text, type_)
    value = certain_value(read)
    if value is None:
        return None
    meant = format_number(value)
    return unread("SL-70", found=text, proposal=meant)


def _means_more(text: str) -> bool:
    if _CHANGES_THE_FIGURE.search(text):
        return True
    kinds = map(unicodedata.category, text)
    return not _OF_OTHER_MEANING.isdisjoint(kinds)
