"""Figures that stand in a cell as text, in all the ways people type them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from khoagiao_xl.vietnamese.figures import (
    MOST_DIGITS,
    WHOLE_TYPES,
    Reading,
    check,
    format_number,
    from_digits,
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
from khoagiao_xl.vietnamese.parsed import Parsed, Repair
from khoagiao_xl.vietnamese.text import clean, fold

_DASHES = frozenset("-–—−…._/\\*") | {"...", "--", "---", "..", "//"}
_GROUPED_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_GROUPED_DOT_DECIMAL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_DOT_DECIMAL = re.compile(r"\d+\.\d+")
_DIGITS = re.compile(r"\d+")
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
    text = clean(raw).text.strip("'\"`’‘“” ")
    if not text:
        return Parsed()
    if _BROKEN.search(raw):
        return Parsed(code="SL-14", facts={"found": text})
    key = fold(text).strip(" .,;:!()")
    for reading in (_read_words, _read_doubtful, _read_figure):
        found = reading(text, key, type_, unit)
        if found:
            return found
    return Parsed(code="SL-04", facts={"found": text})


def _read_words(text: str, key: str, type_: str, _: str) -> Reading | None:
    """Words that stand for a figure, or that cannot."""
    if text in _DASHES or not key:
        return Parsed(code="SL-03", facts={"found": text})
    if key in ZERO_WORDS and type_ != "percent":
        return Parsed(0, Repair(text, "0", "SL-02"))
    if key in NOT_APPLICABLE_WORDS:
        return Parsed(code="SL-29", facts={"found": text})
    if key in YES_WORDS:
        return Parsed(code="SL-12", facts={"found": text})
    return None


def _read_doubtful(text: str, key: str, _: str, __: str) -> Reading | None:
    """What holds digits and still names no one number."""
    has_digit = any(letter.isdigit() for letter in text)
    if has_digit and APPROXIMATE.search(key):
        return Parsed(code="SL-13", facts={"found": text})
    if special := [letter for letter in text if unicodedata.category(letter) == "No"]:
        simple = unicodedata.normalize("NFKC", text)
        if text == special[0] and simple.isdigit():
            return Parsed(int(simple), Repair(text, simple, "SL-01"))
        return Parsed(code="SL-11", facts={"found": text})
    if _PURE_SUM.fullmatch(text):
        total = sum(map(int, _DIGITS.findall(text)))
        return Parsed(code="SL-14", facts={"found": text, "proposal": format_number(total)})
    if _LOOK_ALIKE.fullmatch(text):
        proposal = text.translate(str.maketrans("OoIl|", "00111"))
        return Parsed(code="SL-10", facts={"found": text, "proposal": proposal})
    if _DATE_LIKE.fullmatch(text) and not _GROUPED_DOT.fullmatch(text):
        return Parsed(code="SL-16", facts={"found": text})
    return None


def _read_figure(text: str, _: str, type_: str, unit: str) -> Reading | None:
    """A figure, with or without a unit of measure behind it."""
    simple = unicodedata.normalize("NFKC", text).replace("−", "-")
    simple = _SPACE_GROUPED.sub(lambda match: match.group().replace(" ", ""), simple)
    match = _NUMBER_THEN_WORDS.fullmatch(simple)
    figure, words = (match.group(1), match.group(2).strip(" .")) if match else (simple, "")
    sign, digits = (-1, figure[1:]) if figure.startswith("-") else (1, figure)
    if len(re.sub(r"\D", "", digits)) > MOST_DIGITS:
        return Parsed(code="SL-18", facts={"found": text})
    read = _read_digits(digits, text, "money" if words and type_ == "money" else type_)
    if read is None:
        return Parsed(code="SL-14" if _SEVERAL.search(simple) else "SL-04", facts={"found": text})
    if read.value is None:
        return read
    signed: Reading = Parsed(sign * read.value, None, read.code, read.facts)
    return _with_words(signed, words, text, type_, unit) if words else _told(signed, text, type_)


def _read_digits(digits: str, text: str, type_: str) -> Reading | None:
    """Return what the digits with their separators say in a cell of this type; None when they say nothing."""
    if _DIGITS.fullmatch(digits):
        return Parsed(int(digits))
    if _GROUPED_DOT.fullmatch(digits):
        return _grouped_dot(digits, text, type_)
    if _GROUPED_DOT_DECIMAL.fullmatch(digits):
        return Parsed(from_digits(digits.replace(".", "").replace(",", ".")))
    if _GROUPED_COMMA.fullmatch(digits) and (type_ != "percent" or digits.count(",") > 1 or "." in digits):
        proposal = format_number(from_digits(digits.replace(",", "")))
        return Parsed(code="SL-05", facts={"found": text, "proposal": proposal})
    if _COMMA_DECIMAL.fullmatch(digits):
        return Parsed(from_digits(digits.replace(",", ".")))
    if _DOT_DECIMAL.fullmatch(digits):
        return _single_dot(digits, text, type_)
    return None


def _grouped_dot(digits: str, text: str, type_: str) -> Reading:
    value = int(digits.replace(".", ""))
    is_one_group = digits.count(".") == 1
    if not is_one_group or type_ in WHOLE_TYPES:
        return Parsed(value)
    other = format_number(from_digits(digits))
    facts = {"found": text, "proposal": f"{value}", "other": other}
    # One decimal is asked of money, so three are unlikely: read as thousands, and a person confirms it.
    return Parsed(value, code="SL-31", facts=facts) if type_ == "money" else Parsed(code="SL-06", facts=facts)


def _single_dot(digits: str, text: str, type_: str) -> Reading:
    value = from_digits(digits)
    if type_ in WHOLE_TYPES and not float(value).is_integer():
        return Parsed(code="SL-15", facts={"found": text})
    if type_ in WHOLE_TYPES and len(digits.partition(".")[2]) == 3:
        return Parsed(
            code="SL-06", facts={"found": text, "proposal": digits.replace(".", ""), "other": f"{value}"}
        )
    if type_ in WHOLE_TYPES:
        return Parsed(value)
    return Parsed(value, code="SL-07", facts={"found": text, "proposal": format_number(value)})


def _with_words(read: Reading, words: str, text: str, type_: str, unit: str) -> Reading:
    """A figure with a word behind it: the indicator's own unit, a multiplier, or another unit."""
    value, key = read.value or 0, fold(words)
    if type_ == "money":
        return _money(read, key, text)
    if key in ("%", "phan tram"):
        return (
            _told(read, text, "percent%")
            if type_ == "percent"
            else Parsed(code="SL-19", facts={"found": text})
        )
    if multiplier := _multiplier(words, unit):
        proposal = format_number(tidy(float(value) * multiplier))
        return Parsed(code="SL-20", facts={"found": text, "proposal": proposal})
    if any(letter in words for letter in "(+;:="):
        return Parsed(code="SL-14", facts={"found": text, "proposal": format_number(value)})
    told = _told(read, text, type_)
    if told.code or not unit or set(key.split()) <= set(re.findall(r"\w+", fold(unit))):
        return told
    facts = {"found": text, "proposal": format_number(value), "unit": unit}
    return Parsed(told.value, told.repair, "SL-22", facts) if told.value is not None else told


def _multiplier(words: str, unit: str) -> int:
    """Return by how much a word behind the figure multiplies it, 0 when none does.

    A word of the line's own unit does not, letter for letter: the «văn» of «văn bản» is no «vạn».
    """
    own = set(re.findall(r"\w+", unit.casefold()))
    if words.isascii() and fold(words) == fold(unit):
        return 0
    scales = (
        MULTIPLIERS.get(fold(word), 0) for word in re.findall(r"\w+", words.casefold()) if word not in own
    )
    return next(filter(None, scales), 0)


def _money(read: Reading, key: str, text: str) -> Reading:
    factor = TO_MILLION_DONG.get(key)
    if factor is None or read.value is None:
        return Parsed(code="SL-04", facts={"found": text})
    value = tidy(float(Decimal(repr(read.value)) * factor))
    repair = Repair(text, plain(value), "SL-01")
    if factor == 1 or not value:
        return Parsed(value, repair, read.code, read.facts)
    return Parsed(value, repair, "SL-21", {"found": text, "proposal": format_number(value)})


def _told(read: Reading, text: str, type_: str) -> Reading:
    """The value with the repair that tells how the text was read."""
    if read.value is None:
        return read
    repair = Repair(text, plain(read.value), "SL-01")
    if type_ == "percent" and 0 < read.value <= 1:
        proposal = format_number(tidy(read.value * 100))
        return Parsed(read.value, repair, "SL-08", {"found": text, "proposal": proposal})
    checked = check(read.value, text, type_, repair)
    if checked.code:
        return checked
    return Parsed(checked.value, checked.repair, read.code, read.facts)
