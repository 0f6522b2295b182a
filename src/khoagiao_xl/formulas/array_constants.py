"""Arrays written into a formula: {1,2,3}, {"đã nhận","trả lại"}."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.formulas.cell_arrays import CellArray
from khoagiao_xl.formulas.formula_scalars import Element, Unknown

_ITEM: Final = re.compile(r'"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)')
_ARRAY: Final = re.compile(rf"\{{(?:{_ITEM.pattern})(?:,(?:{_ITEM.pattern}))*\}}")


def constant(written: str) -> CellArray:
    """Return an array of one row; raise Unknown for one of several, or of anything but texts and numbers."""
    if not _ARRAY.fullmatch(written):
        raise Unknown(written)
    values: list[Element] = []
    for text, number in _ITEM.findall(written):
        value: Element = text.replace('""', '"')
        if number:
            value = float(number)
        values.append(value)
    shape = (1, len(values))
    return CellArray(shape, values)
