"""How each table of the plan takes proposals, and how a row is known that no document has proposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.planning.proposals import OF_THE_SAMPLE, Cells, MergeRules, cell_text
from khoagiao_xl.planning.same_task import asked_twice, is_far, pair_reworded
from khoagiao_xl.vietnamese.running_text import squash
from khoagiao_xl.vietnamese.symbols import LAW, SYMBOL, symbol_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    Keys = tuple[Hashable, ...]

ANY: Final = "*"  # of whatever year
_YEAR: Final = re.compile(r"\d{4}$")


def _symbol(row: Cells) -> str:
    text = _text(row, "symbol")
    match = SYMBOL.search(text) or LAW.search(text)
    if match is None:
        return squash(text)
    return symbol_of(match).key


def _text(row: Cells, field: str) -> str:
    return cell_text(row.get(field))


def _year(row: Cells) -> str:
    text = _text(row, "issued")
    issued = _YEAR.search(text)
    if issued:
        return issued[0]
    return ""


def _directive(row: Cells) -> Keys:
    """Symbol and year of issue, since a number comes again each term; and the symbol of whatever year."""
    symbol = _symbol(row)
    if not symbol:
        return ()
    return (symbol, _year(row)), (symbol, ANY)


def _cited_directive(row: Cells) -> Keys:
    """A citation that names no day may mean the row of any year; one that does, that year's or a dateless."""
    symbol = _symbol(row)
    year = _year(row)
    otherwise = ANY
    if year:
        otherwise = ""
    return (symbol, year), (symbol, otherwise)


def _review(row: Cells) -> Keys:
    symbol = _symbol(row)
    kind = _text(row, "kind")
    years = _text(row, "years")
    if not symbol:
        return ()
    return ((squash(kind), symbol, years),)


def _task(row: Cells) -> Keys:
    """A task is known by the words it was taken from; where a person typed it, by its own."""
    words = _text(row, "source") or _text(row, "text")
    directives = _text(row, "directives")
    if not words:
        return ()
    return ((squash(words), squash(directives)),)


def _nothing(_: Cells) -> Keys:
    return ()


def _period(row: Cells) -> Keys:
    code = _text(row, "period")
    return (code,)


# A number of a section is no news to a person; nor is the quotation, where a cell taken from it is told.
PLACES: Final = frozenset({"section"})
# How sure the reading was, and the field it took the work for, no document says.
INFERRED: Final = frozenset({"confidence", "field"})
QUOTATIONS: Final = frozenset({"source", "due_words"})
DIRECTIVES: Final = MergeRules(
    schema.DIRECTIVES,
    _directive,
    "VB",
    sought=_cited_directive,
    untold=PLACES | INFERRED | {"source"},
    inferred=INFERRED,
    in_order=True,
)
REVIEWS: Final = MergeRules(
    schema.REVIEWS,
    _review,
    "ST",
    untold=PLACES | INFERRED,
    inferred=INFERRED,
    echoes=QUOTATIONS,
    in_order=True,
)
TASKS: Final = MergeRules(
    schema.TASKS,
    _task,
    "NV",
    pair=pair_reworded,
    is_far=is_far,
    alike=asked_twice,
    untold=PLACES | INFERRED,
    inferred=INFERRED,
    echoes=QUOTATIONS,
    in_order=True,
)
STEPS: Final = MergeRules(
    schema.REVIEW_STEPS,
    _nothing,
    "B",
    open_status=schema.STEP_STATUSES[0],
    words=OF_THE_SAMPLE,
)
DEADLINES: Final = MergeRules(schema.DEADLINES, _period, code="period", status="")
