"""A workbook that was worked out before: only what looks at something else than then is worked out anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Final, Protocol

from khoagiao_xl.formulas.formula_scalars import Element, Unknown, is_same
from khoagiao_xl.formulas.formula_shapes import Cell, Parameter, shaped
from khoagiao_xl.formulas.looked_at import CellBlock, LookedAt, looked_at, spanned
from khoagiao_xl.formulas.worked_out_book import CellGrid, WorkedOutBook

_NOTHING: Final = "0"  # what a name that is not there leads to


class EarlierBook(Protocol):
    """The workbook as it was worked out before it was changed."""

    def result(self, sheet: str, cell: Cell) -> Element:
        """Return what the same formula showed there; None where another one stood, or nothing beside it."""

    def formulas_now(self, sheet: str) -> Iterable[Cell]:
        """Return the cells of a sheet, as it now is, that hold a formula; none for no sheet."""

    def has_same_input(self, sheet: str) -> bool:
        """Whether the sheet holds what it held before."""

    def has_other_input(self, block: CellBlock) -> bool:
        """Whether anything is typed into these cells that was not there before, or the other way round."""


class UpdatedBook(WorkedOutBook):
    """A workbook at a moment, beside what it showed before; the arguments as of WorkedOutBook."""

    def __init__(
        self,
        grid_of: Callable[[str], CellGrid],
        names: Mapping[str, str],
        now: datetime | None,
        earlier: EarlierBook,
    ) -> None:
        super().__init__(grid_of, names, now)
        self._earlier = earlier
        self._columns = cache(self._formula_rows)
        self._can_not_change = cache(self._is_still)
        self._alike: dict[str, bool] = {}
        self._changed_names: dict[str, bool] = {}
        self._changed: dict[CellBlock, bool] = {}
        self._unchanged: set[tuple[str, str, tuple[Cell, ...]]] = set()

    def _found(self, sheet: str, cell: Cell, formula: str) -> Element | Unknown:
        known = self._earlier.result(sheet, cell)
        if known is not None:
            is_another = self._looks_at_changes(sheet, formula)
            if not is_another:
                return known
        key = (sheet, cell)
        found = self._results.get(key)  # what it looks at may have asked for it
        if found is not None:
            return found
        return self._found_anew(sheet, cell, formula)

    def _found_anew(self, sheet: str, cell: Cell, formula: str) -> Element | Unknown:
        return super()._found(sheet, cell, formula)

    def _looks_at_changes(self, sheet: str, formula: str) -> bool:
        shape, parameters, cells = shaped(formula)
        key = (sheet, shape, cells)
        if key in self._unchanged:  # brothers that differ in numbers alone: a third of a save
            return False
        is_changed = self._names_changes(sheet, shape, parameters)
        if not is_changed:
            self._unchanged.add(key)
        return is_changed

    def _names_changes(self, sheet: str, shape: str, parameters: tuple[Parameter, ...]) -> bool:
        """Whether anything that a formula names is something new."""
        seen = looked_at(shape)
        alike = self._alike
        if shape not in alike:
            alike[shape] = self._all_look_at_changes(seen)
        if alike[shape]:
            return True
        blocks = seen.blocks(sheet, parameters)
        if seen.spans:
            behind = self._blocks_behind(seen.names)
            blocks = spanned([*blocks, *behind])
        return any(map(self._has_changed, blocks))

    def _all_look_at_changes(self, seen: LookedAt) -> bool:
        """Whether all formulas of a shape, whatever their own cells, look at something new."""
        if self._is_another_day(seen):
            return True
        return any(map(self._has_changed_name, seen.names))

    def _blocks_behind(self, names: Iterable[str]) -> Iterator[CellBlock]:
        """Yield all cells that names lead to, by other names too."""
        reached = set(names)
        waiting = list(reached)
        while waiting:
            name = waiting.pop()
            formula = self._names.get(name, _NOTHING)
            shape, parameters, _ = shaped(formula)
            seen = looked_at(shape)
            yield from seen.blocks("", parameters)
            waiting += seen.names - reached
            reached |= seen.names

    def _is_another_day(self, seen: LookedAt) -> bool:
        """Whether a formula that asks for the day, if it does, may now get another one."""
        return seen.asks_for_the_day

    def _has_changed_name(self, name: str) -> bool:
        """Whether what a name stands for may be something else now; one that is not there never is."""
        known = self._changed_names
        if name not in known:
            known[name] = True  # for names that lead to each other
            formula = self._names.get(name, _NOTHING)
            known[name] = self._looks_at_changes("", formula)
        return known[name]

    def _has_changed(self, block: CellBlock) -> bool:
        if self._can_not_change(block.sheet):
            return False
        known = self._changed
        if block not in known:
            known[block] = True  # for cells that may look at each other
            known[block] = self._shows_something_else(block)
        return known[block]

    def _shows_something_else(self, block: CellBlock) -> bool:
        if self._earlier.has_other_input(block):
            return True
        cells = self._formula_cells(block)
        is_another = partial(self._is_another, block.sheet)
        return any(map(is_another, cells))

    def _is_another(self, sheet: str, cell: Cell) -> bool:
        before = self._earlier.result(sheet, cell)
        if before is None:
            return True
        now = self.known_result(sheet, cell)
        return not is_same(now, before)

    def _formula_cells(self, block: CellBlock) -> Iterator[Cell]:
        filled = self._columns(block.sheet)
        end = block.right + 1
        columns = range(block.left, end)
        for column in filled.keys() & columns:
            rows = filled[column]
            first = bisect_left(rows, block.top)
            beyond = bisect_right(rows, block.bottom)
            for row in rows[first:beyond]:
                yield row, column

    def _is_still(self, sheet: str) -> bool:
        """Whether nothing new is typed into a sheet, and nothing in it is worked out."""
        return self._earlier.has_same_input(sheet) and not self._columns(sheet)

    def _formula_rows(self, sheet: str) -> Mapping[int, Sequence[int]]:
        """Return column -> the rows in which a formula stands, the first one first."""
        found: dict[int, list[int]] = defaultdict(list)
        cells = self._earlier.formulas_now(sheet)
        in_order = sorted(cells)
        for row, column in in_order:
            rows = found[column]
            rows.append(row)
        return found


class KeptBook(UpdatedBook):
    """A workbook of which nothing is worked out: it shows what is still true, and else nothing is known.

    A formula that asks for the day counts as true as long as nothing else has changed: it was so before, too.
    """

    def __init__(
        self, grid_of: Callable[[str], CellGrid], names: Mapping[str, str], earlier: EarlierBook
    ) -> None:
        super().__init__(grid_of, names, None, earlier)

    def _found_anew(self, _: str, __: Cell, formula: str) -> Element | Unknown:
        return Unknown(formula)

    def _is_another_day(self, _: LookedAt) -> bool:
        return False
