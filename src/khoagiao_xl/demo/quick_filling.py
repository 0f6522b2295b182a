"""Filling in a quick form the way a unit does, without any office program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.computed_results import with_results
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms.form_filling import type_in
from khoagiao_xl.forms.form_layout import ANSWER
from khoagiao_xl.forms.quick_layout import NEW, QUICK_LINES, QUICK_SHEET, QUICK_TICK_CELL
from khoagiao_xl.model.cell_addresses import cell_name

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Value
    from khoagiao_xl.forms.form_filling import Typed

FIRST_ROW: Final = 5  # of the lines, in their order


@dataclass(frozen=True)
class QuickTold:
    """What a unit types, by the field of the issue; the day as «12/03/2024»."""

    day: Value
    field: Value
    text: Value
    level: Value = "thường"
    result: Value = None
    proposal: Value = None
    handler: Value = None
    contact: Value = None
    kind: Value = NEW
    no_secret: bool = True


def fill_quick_form(form: bytes, answers: QuickTold) -> bytes:
    """Return the quick form with the answers typed in."""
    package = Package.parse(form)
    sheets = parts.sheets(package)
    sheet = sheets[QUICK_SHEET]
    data = package.read(sheet)
    typed = _typed(answers)
    filled = type_in(data.decode(), typed)
    package.replace(sheet, filled.encode())
    return with_results(package.to_bytes())


def _typed(answers: QuickTold) -> list[Typed]:
    """Return address and value of everything that is typed."""
    tick = "x" if answers.no_secret else None
    typed: list[Typed] = [(QUICK_TICK_CELL, tick)]
    for row, line in enumerate(QUICK_LINES, FIRST_ROW):
        address = cell_name(row, ANSWER)
        value = getattr(answers, line.field)
        typed.append((address, value))
    return typed
