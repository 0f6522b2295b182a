"""Causes that lie in what may be typed and how it is coloured: data validations, conditional formats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.repair_causes.cell_causes import LONGEST_FORMULA, LONGEST_LITERAL, measured
from tests.repair_causes.opened_workbook import M, OpenedSheet, area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

LONGEST_SAYING: Final = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
LONGEST_RULE: Final = 255
MOST_RULES: Final = 65_534
_OF_A_TABLE: Final = re.compile(r"\w\[[^\]]")
_LITERAL: Final = re.compile(r'"((?:[^"]|"")*)"')


def _validations(sheet: OpenedSheet) -> list[_Element]:
    return list(sheet.root.iterfind(f"{M}dataValidations/{M}dataValidation"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def sayings_too_long(sheet: OpenedSheet) -> Iterator[str]:
    for item in _validations(sheet):
        for name, longest in LONGEST_SAYING.items():
            if _utf16(item.get(name) or "") > longest:
                yield f"{item.get('sqref')} {name}"


def rules_too_long(sheet: OpenedSheet) -> Iterator[str]:
    for item in _validations(sheet):
        for formula in (item.findtext(f"{M}formula1") or "", item.findtext(f"{M}formula2") or ""):
            if _utf16(formula.strip('"')) > LONGEST_RULE:
                yield str(item.get("sqref"))


def rules_that_excel_cannot_read(sheet: OpenedSheet) -> Iterator[str]:
    for item in _validations(sheet):
        formulas = [item.findtext(f"{M}formula{at}") or "" for at in (1, 2)]
        needs_one = item.get("type") not in (None, "none")
        if any(map(_OF_A_TABLE.search, formulas)) or (needs_one and not formulas[0]):
            yield str(item.get("sqref"))


def areas_of_rules(sheet: OpenedSheet) -> Iterator[str]:
    for item in (*_validations(sheet), *sheet.root.iter(f"{M}conditionalFormatting")):
        areas = (item.get("sqref") or "").split()
        if not areas or any(area(each).left < 1 for each in areas):
            yield f"{item.tag} {areas}"


def rules_for_a_cell_twice(sheet: OpenedSheet) -> Iterator[str]:
    """Two validations of one cell: Excel takes the workbook for damaged."""
    seen: dict[str, str] = {}
    for item in _validations(sheet):
        for each in (item.get("sqref") or "").split():
            if each in seen:
                yield each
            seen[each] = each


def rules_that_are_not_counted_right(sheet: OpenedSheet) -> Iterator[str]:
    for holder in sheet.root.iterfind(f"{M}dataValidations"):
        if not 0 < int(holder.get("count", len(holder))) == len(holder) <= MOST_RULES:
            yield str(holder.get("count"))


# -- conditional formats -----------------------------------------------------------------------------------


def _formats(sheet: OpenedSheet) -> list[_Element]:
    return list(sheet.root.iterfind(f"{M}conditionalFormatting/{M}cfRule"))


def formats_that_are_not_there(sheet: OpenedSheet) -> Iterator[str]:
    known = sheet.book.count_of("dxfs")
    for rule in _formats(sheet):
        if int(rule.get("dxfId", "0")) >= max(known, 1):
            yield f"dxf {rule.get('dxfId')}"


def priorities(sheet: OpenedSheet) -> Iterator[str]:
    for rule in _formats(sheet):
        if not int(rule.get("priority", "0")) > 0:
            yield f"priority {rule.get('priority')}"


def conditions(sheet: OpenedSheet) -> Iterator[str]:
    for rule in _formats(sheet):
        formulas = [formula.text or "" for formula in rule.iterchildren(f"{M}formula")]
        needed = rule.get("type") in ("expression", "cellIs")
        if needed and not all(formulas or [""]):
            yield f"{rule.get('type')} without formula"
        yield from filter(_is_no_condition, formulas)


def _is_no_condition(formula: str) -> bool:
    depth, most = measured(formula)
    is_long = any(len(text) > LONGEST_LITERAL for text in _LITERAL.findall(formula))
    is_large = is_long or len(formula) > LONGEST_FORMULA or depth > 64 or most > 255
    return is_large or _OF_A_TABLE.search(formula) is not None


ENTRY_CAUSES: Final[dict[str, Callable[[OpenedSheet], Iterator[str]]]] = {
    "a title, a prompt or an error of a validation too long": sayings_too_long,
    "the list or formula of a validation over 255 letters": rules_too_long,
    "a validation that Excel cannot read": rules_that_excel_cannot_read,
    "the area of a validation or a format": areas_of_rules,
    "two validations of one cell": rules_for_a_cell_twice,
    "validations that are not counted right": rules_that_are_not_counted_right,
    "the look of a conditional format that is not there": formats_that_are_not_there,
    "the priority of a conditional format": priorities,
    "the condition of a format": conditions,
}
