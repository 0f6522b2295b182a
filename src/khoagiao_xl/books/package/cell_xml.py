"""One cell as a sheet's XML holds it: text stays text, a day becomes Excel's number."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.xml_text import escape
from khoagiao_xl.vietnamese.dates import DAY_ZERO
from khoagiao_xl.vietnamese.text import LONGEST_TEXT

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Value

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would decode «_x0041_» to «A»
_KEPT: Final = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_MIDNIGHT: Final = time()
_BEGINNING: Final = datetime.combine(DAY_ZERO, _MIDNIGHT)
_SECONDS_OF_DAY: Final = 86_400
_FROM_1900_TO_1904: Final = 1462


def cell_xml(address: str, style: str, value: Value, date1904: bool = False) -> str:
    """Return one cell; style: the attribute of its style, « s="3"», or nothing."""
    match value:
        case None | "":
            return f'<c r="{address}"{style}/>'
        case bool():
            return f'<c r="{address}"{style} t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{address}"{style}><v>{value!r}</v></c>'
        case date():
            number = day_number(value, date1904)
            return f'<c r="{address}"{style}><v>{number!r}</v></c>'
    text = escape(storable(value))
    return f'<c r="{address}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def formula_xml(address: str, style: str, formula: str, result: bool | str | None = None) -> str:
    """Return a cell that works out its own value; formula: as XML, without «=».

    result: what it gives, for programs that work out nothing.
    """
    match result:
        case None:
            return f'<c r="{address}"{style}><f>{formula}</f></c>'
        case bool():
            return f'<c r="{address}"{style} t="b"><f>{formula}</f><v>{int(result)}</v></c>'
    text = escape(storable(result))
    return f'<c r="{address}"{style} t="str"><f>{formula}</f><v>{text}</v></c>'


def letters_xml_has_not(text: str) -> list[str]:
    """Return the signs that XML, and so a workbook, has not, each once: «U+000B»."""
    found = dict.fromkeys(_ILLEGAL.findall(text))
    return [f"U+{ord(letter):04X}" for letter in found]


def storable(text: str) -> str:
    """Return as much of a text as a cell can hold, so that Excel reads it as it is (not yet escaped)."""
    legal = _ILLEGAL.sub("", text)
    kept = _ESCAPED.sub("_x005F_", legal)
    return kept[:LONGEST_TEXT]


def as_read(text: str) -> str:
    """Return what Excel reads of a text that `storable` made."""
    return _KEPT.sub("_", text)


def day_number(value: date, date1904: bool = False) -> float | int:
    """Return Excel's number for a date, or for a moment to the second."""
    passed = _moment(value) - _BEGINNING
    days: float | int = passed.days
    if passed.seconds:
        days += passed.seconds / _SECONDS_OF_DAY
    if date1904:
        days -= _FROM_1900_TO_1904
    return days


def _moment(value: date) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime.combine(value, _MIDNIGHT)
