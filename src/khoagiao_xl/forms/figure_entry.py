"""What Excel lets a unit type into the cell of a figure, and what it says there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.indicators import WHOLE, Type
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.model.detail_lists import DetailColumn
    from khoagiao_xl.model.indicators import Indicator

LARGEST: Final = 999_999_999
LARGEST_PERCENT: Final = 100
LONGEST_TITLE: Final = 32
LONGEST_ADVICE: Final = 255  # characters that Excel shows


def number_rule(item: Indicator) -> dict[str, Any]:
    """Return what may be typed where a number is asked."""
    advice = item.note or texts.NUMBER_ADVICE.format(unit=item.unit)
    kind = "integer" if item.type in WHOLE else "decimal"
    largest = LARGEST_PERCENT if item.type is Type.PERCENT else LARGEST
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": 0,
        "maximum": largest,
        "input_title": item.code,
        "input_message": advice[:LONGEST_ADVICE],
        "error_title": texts.NUMBER_ERROR_TITLE,
        "error_message": texts.NUMBER_ERROR,
    }


def list_rule(item: Indicator) -> dict[str, Any]:
    """Return what may be chosen: an answer, or directives, of which one can be picked and several typed."""
    advice = item.note or texts.LIST_ADVICE
    name = _list_name(item)
    return {
        "validate": "list",
        "source": f"={name}",
        "show_error": item.type is Type.YESNO,
        "input_title": item.code,
        "input_message": advice[:LONGEST_ADVICE],
        "error_title": texts.LIST_ERROR_TITLE,
        "error_message": texts.LIST_ERROR,
    }


def choice_rule(column: DetailColumn) -> dict[str, Any]:
    """Return what may be chosen in a list of single things."""
    return {
        "validate": "list",
        "source": f"={column.choices}",
        "input_title": _title(column),
        "input_message": texts.LIST_ADVICE,
        "error_title": texts.LIST_ERROR_TITLE,
        "error_message": texts.LIST_ERROR,
    }


def number_rule_of(column: DetailColumn) -> dict[str, Any]:
    """Return what may be typed where a list of single things asks a number."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": LARGEST,
        "input_title": _title(column),
        "input_message": texts.COUNT_ADVICE,
        "error_title": texts.NUMBER_ERROR_TITLE,
        "error_message": texts.NUMBER_ERROR,
    }


def _title(column: DetailColumn) -> str:
    return column.title[:LONGEST_TITLE]


def _list_name(item: Indicator) -> str:
    if item.type is not Type.YESNO:
        return form_layout.LIST_DIRECTIVES
    if item.allows_not_applicable:
        return form_layout.LIST_YES_NO_NA
    return form_layout.LIST_YES_NO
