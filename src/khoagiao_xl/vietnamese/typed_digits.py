"""What digits with their separators say: «.» groups thousands, «,» begins decimals."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.figures import (
    WHOLE_TYPES,
    Number,
    Reading,
    format_number,
    from_digits,
    is_whole,
)
from khoagiao_xl.vietnamese.parsed import Parsed, doubted, unread

GROUPED_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_GROUPED_DOT_DECIMAL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_DOT_DECIMAL = re.compile(r"\d+\.\d+")
_DIGITS = re.compile(r"\d+")


def read_digits(digits: str, text: str, type_: str) -> Reading | None:
    """Return what the digits with their separators say in a cell of this type; None when they say nothing."""
    if _DIGITS.fullmatch(digits):
        return Parsed(int(digits))
    if GROUPED_DOT.fullmatch(digits):
        return _grouped_dot(digits, text, type_)
    if _GROUPED_DOT_DECIMAL.fullmatch(digits):
        ungrouped = digits.replace(".", "")
        return Parsed(_comma_decimal(ungrouped))
    if _GROUPED_COMMA.fullmatch(digits) and _groups_with_comma(digits, type_):
        ungrouped = digits.replace(",", "")
        meant = format_number(from_digits(ungrouped))
        return unread("SL-05", found=text, proposal=meant)
    if _COMMA_DECIMAL.fullmatch(digits):
        return Parsed(_comma_decimal(digits))
    if _DOT_DECIMAL.fullmatch(digits):
        return _single_dot(digits, text, type_)
    return None


def _comma_decimal(digits: str) -> Number:
    pointed = digits.replace(",", ".")
    return from_digits(pointed)


def _groups_with_comma(digits: str, type_: str) -> bool:
    # «12,345» of a percentage may be a number with three decimals.
    if type_ != "percent":
        return True
    if digits.count(",") > 1:
        return True
    return "." in digits


def _grouped_dot(digits: str, text: str, type_: str) -> Reading:
    value = int(digits.replace(".", ""))
    if type_ in WHOLE_TYPES:
        return Parsed(value)
    if digits.count(".") > 1:
        return Parsed(value)
    facts = {
        "found": text,
        "proposal": f"{value}",
        "other": format_number(from_digits(digits)),
    }
    # One decimal is asked of money, so three are unlikely: read as thousands, and a person confirms it.
    if type_ == "money":
        return Parsed(value, code="SL-31", facts=facts)
    return unread("SL-06", **facts)


def _single_dot(digits: str, text: str, type_: str) -> Reading:
    value = from_digits(digits)
    if type_ not in WHOLE_TYPES:
        shown = format_number(value)
        return doubted(value, "SL-07", found=text, proposal=shown)
    if not is_whole(value):
        return unread("SL-15", found=text)
    _, _, decimals = digits.partition(".")
    if len(decimals) != 3:
        return Parsed(value)
    thousands = digits.replace(".", "")
    return unread("SL-06", found=text, proposal=thousands, other=f"{value}")
