"""Which cells a formula may look at, told from its text alone: rather too many than too few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from khoagiao_xl.formulas.formula_scalars import Unknown
from khoagiao_xl.formulas.formula_shapes import MOST_KEPT, Cell, Parameter
from khoagiao_xl.formulas.formula_tokens import TokenReader, sheet_of
from khoagiao_xl.model.cell_addresses import LAST_ROW, column_index

_OF_THE_DAY: Final = frozenset({"TODAY", "NOW"})


class CellBlock(NamedTuple):
    """Cells of a sheet: rows as Excel counts them, columns from 0, the last of both in it."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


class LookedAtReference(NamedTuple):
    """Cells that a shape names. sheet: blank for the formula's own; first, last: which of its parameters.

    columns: whole ones, «B:B», which have none.
    """

    sheet: str
    first: int = 0
    last: int = 0
    columns: str = ""

    def block(self, sheet: str, parameters: tuple[Parameter, ...]) -> CellBlock:
        """Return the cells as a formula of `sheet` means them."""
        where = self.sheet or sheet
        if self.columns:
            ends = self.columns.split(":")
            left, right = map(column_index, ends)
            return CellBlock(where, 1, left, LAST_ROW, right)
        first = parameters[self.first]
        last = parameters[self.last]
        top, left = _cell(first)
        bottom, right = _cell(last)
        return CellBlock(
            where,
            top,
            left,
            bottom,
            right,
        )


class LookedAt(NamedTuple):
    """What the formulas of a shape may look at: cells, what defined names stand for, the day.

    spans: whether an area reaches from one of that to another, over what lies between.
    """

    references: tuple[LookedAtReference, ...]
    names: frozenset[str]
    asks_for_the_day: bool
    spans: bool

    def blocks(self, sheet: str, parameters: tuple[Parameter, ...]) -> Iterable[CellBlock]:
        """Return the cells that a formula of `sheet` names itself."""
        return [reference.block(sheet, parameters) for reference in self.references]


def spanned(blocks: Iterable[CellBlock]) -> Iterator[CellBlock]:
    """Yield one block for each sheet, in which all of its blocks lie."""
    by_sheet: dict[str, list[CellBlock]] = defaultdict(list)
    for block in blocks:
        together = by_sheet[block.sheet]
        together.append(block)
    for sheet, together in by_sheet.items():
        _, tops, lefts, bottoms, rights = zip(*together, strict=True)
        yield CellBlock(
            sheet,
            top=min(tops),
            left=min(lefts),
            bottom=max(bottoms),
            right=max(rights),
        )


def _cell(parameter: Parameter) -> Cell:
    if not isinstance(parameter, tuple):
        raise Unknown(str(parameter))
    return parameter


@lru_cache(MOST_KEPT)
def looked_at(shape: str) -> LookedAt:
    """Return what the formulas of a shape may look at; raise Unknown for what is no formula of ours."""
    walk = _Walk(shape)
    walk.go()
    functions = walk.functions & _OF_THE_DAY
    return LookedAt(
        references=tuple(walk.references),
        names=frozenset(walk.names),
        asks_for_the_day=bool(functions),
        spans=walk.spans,
    )


class _Walk:
    """What is met on the way through the tokens of a shape."""

    def __init__(self, shape: str) -> None:
        self._reader = TokenReader(shape)
        self._sheet = ""  # named just before
        self.references: list[LookedAtReference] = []
        self.names: set[str] = set()
        self.functions: set[str] = set()
        self.spans = False

    def go(self) -> None:
        """Go through all tokens."""
        reader = self._reader
        while reader.kind:
            kind = reader.kind
            word = reader.take()
            self._meet(kind, word)
            self._sheet = sheet_of(word) if kind == "sheet" else ""

    def _meet(self, kind: str, word: str) -> None:
        match kind:
            case "number":
                self._reader.next_parameter()
            case "columns":
                bare = word.replace("$", "")
                reference = LookedAtReference(self._sheet, columns=bare)
                self.references.append(reference)
            case "cell" | "area":
                self._meet_cells(kind)
            case "name":
                self._meet_name(word)
            case "sign" if word == ":":  # between two areas that are worked out: «A5:INDEX(…)»
                self.spans = True

    def _meet_cells(self, kind: str) -> None:
        first = last = self._reader.next_parameter()
        if kind == "area":
            last = self._reader.next_parameter()
        reference = LookedAtReference(self._sheet, first, last)
        self.references.append(reference)

    def _meet_name(self, word: str) -> None:
        if self._reader.coming == "(":
            self.functions.add(word.upper())
        else:
            self.names.add(word)
