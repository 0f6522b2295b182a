"""What each line of «Số liệu» works out by itself: its share, and what its check tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.excel_limits import broken_limit
from khoagiao_xl.forms.form_checks import LiveCheck, live_check
from khoagiao_xl.forms.form_layout import VALUE
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.placeholders import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.forms.canvas import Canvas
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

_SHARE: Final = '=IF(COUNT({needed})={count},IFERROR(ROUND({share},1),""),"")'


def share_formula(canvas: Canvas, item: Indicator) -> str:
    """Return the formula of a share, blank while one of its terms is; nothing where Excel cannot have it."""
    formula = _share(canvas, item)
    if broken_limit(formula):
        return ""
    return formula


def _share(canvas: Canvas, item: Indicator) -> str:
    expression = Expression.parse(item.formula)
    needed = [canvas.cells.get(code, "") for code in expression.codes]
    if not expression.is_of_the_form or "" in needed:
        return ""
    listed = ",".join(needed)
    return _SHARE.format(
        needed=listed,
        count=len(needed),
        share=expression.to_excel(canvas.cells),
    )


def line_check(canvas: Canvas, item: Indicator) -> LiveCheck:
    """Return what the check of a line tells, and the rules that it cannot."""
    row = canvas.rows[item.code]
    cells = _cells_from(canvas, item, row)
    rules = _rules_at(canvas, item, cells)
    return live_check(
        item,
        row,
        list(rules),
        cells,
    )


def _cells_from(canvas: Canvas, item: Indicator, row: int) -> Mapping[str, str]:
    """Return the cells as a rule at this line sees them.

    A placeholder stands for this line's own indicator, if it stands for it at all.
    """
    cells = dict(canvas.cells)
    groups = groups_of([item])
    for name, codes in groups.items():
        if codes:
            cells[name] = cell_name(row, VALUE)
    return cells


def _rules_at(canvas: Canvas, item: Indicator, cells: Mapping[str, str]) -> Iterator[Rule]:
    for rule in canvas.rules:
        if _is_told_at(rule, item, cells):
            yield rule


def _is_told_at(rule: Rule, item: Indicator, cells: Mapping[str, str]) -> bool:
    if rule.placeholder:
        return rule.placeholder in cells
    told_at = rule.told_at(cells)
    return told_at == item.code
