"""The cells of one sheet of a form held against those of its template."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.form_layout import META
from khoagiao_xl.intake.reading.comparing.alignment import IN_PLACE, Alignment, align
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, formula_key, text_key, told
from khoagiao_xl.intake.reading.comparing.format_words import odd_conditions
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet
    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import Condition, ScannedCell, SheetScan

    Spot = tuple[int, int]
    Facts = Mapping[str, str]

_TOKEN: Final = re.compile(r"\{\{(\w+)\}\}")
_IDENTITY_COLUMNS: Final = 2  # of the hidden sheet: what is written there is read and compared elsewhere


@dataclass
class ComparedSheet:
    """A sheet of a form beside the one it was issued as.

    facts: what may have been stamped into it. odd_styles: those that may show a cell otherwise than it is.
    """

    book: BookScan
    scan: SheetScan
    issued: IssuedSheet
    block: CodedBlock | None
    facts: Sequence[Facts]
    odd_styles: frozenset[int]
    alignment: Alignment = IN_PLACE
    kept: set[Spot] = field(default_factory=set)  # cells of the template that are still there

    def __post_init__(self) -> None:
        if self.issued.name != META:
            self.alignment = align(self.issued, self.block, self._keys)

    def _keys(self) -> dict[Spot, str]:
        """Return what the cells say, as it is compared."""
        keys = {}
        for spot, cell in self.scan.cells.items():
            if cell.formula is None:
                text = told(self.book, cell)
                keys[spot] = text_key(text)
        return keys

    def differences(self) -> Iterator[Difference]:
        """Yield what stands there and was not issued so, then what was issued and is gone."""
        same = self._at_once_as_issued()
        self.kept |= same
        for spot, cell in self.scan.cells.items():
            if spot not in same and self._is_ours_to_compare(spot):
                yield from self._of_cell(spot, cell)
        if not self.issued.spots <= self.kept:
            yield from self._lost_formulas()
            yield from self._lost_texts()

    def _at_once_as_issued(self) -> set[Spot]:
        """Return the cells that are letter by letter what the template has there: nearly all."""
        if not self.alignment.is_identity:
            return set()
        texts, formulas = self.issued.texts, self.issued.as_drawn
        same = set()
        for spot, cell in self.scan.cells.items():
            if cell.formula:
                is_same = formulas.get(spot) == cell.formula
            else:
                is_same = cell.formula is None and texts.get(spot) == self.book.text_of(cell)
            if is_same:
                same.add(spot)
        return same

    def _is_ours_to_compare(self, spot: Spot) -> bool:
        _, column = spot
        is_of_identity = self.issued.name == META and column <= _IDENTITY_COLUMNS
        return not is_of_identity

    @cached_property
    def odd_conditions(self) -> list[tuple[Condition, str]]:
        """The conditional formats that may show words otherwise, and how."""
        return list(odd_conditions(self.book, self.scan))

    def is_input(self, spot: Spot) -> bool:
        """Say whether the unit is asked to fill in this cell of its form."""
        issued = self.alignment.issued(spot)
        return issued in self.issued.inputs

    # -- a cell that is there --

    def _of_cell(self, spot: Spot, cell: ScannedCell) -> Iterator[Difference]:
        issued = self.alignment.issued(spot)
        if issued in self.issued.inputs:
            return
        found = _shown(self.book, cell)
        if issued in self.issued.formulas:
            self.kept.add(issued)
            if not self._is_formula_of(issued, cell):
                yield self._difference(DifferenceKind.FORMULA, spot, found)
        elif not found.strip():
            return
        elif issued in self.issued.texts:
            self.kept.add(issued)
            yield from self._of_text(spot, issued, found)
        else:
            yield self._difference(DifferenceKind.ADDED, spot, found)

    def _is_formula_of(self, issued: Spot, cell: ScannedCell) -> bool:
        if cell.formula is None:
            return False
        if cell.formula == "":
            return True  # it shares the formula of another cell, which is looked at
        expected = self.issued.formulas[issued]
        found = formula_key(cell.formula)
        return found in (expected, self.alignment.moved(expected))

    def _of_text(self, spot: Spot, issued: Spot, found: str) -> Iterator[Difference]:
        pattern = self.issued.texts[issued]
        key = text_key(found)
        if key == self.issued.keys[issued]:
            return
        names = _TOKEN.findall(pattern)
        if not names:
            yield self._difference(DifferenceKind.REWORDED, spot, found, pattern)
            return
        expected = [stamped(pattern, facts) for facts in self.facts]
        if key not in map(text_key, expected):
            yield self._difference(DifferenceKind.STAMPED, spot, found, expected[0], names)

    # -- what is gone --

    def _lost_formulas(self) -> Iterator[Difference]:
        for issued in self.issued.formulas:
            if self._is_lost(issued):
                yield self._gone(DifferenceKind.FORMULA, issued)

    def _lost_texts(self) -> Iterator[Difference]:
        gone = self.issued.texts.keys() - self.kept
        for issued in sorted(gone):
            pattern = self.issued.texts[issued]
            expected = stamped(pattern, self.facts[0])
            if expected.strip() and self._is_lost(issued):
                yield self._gone(DifferenceKind.LOST, issued, expected)

    def _is_lost(self, issued: Spot) -> bool:
        if issued in self.kept or not self._is_ours_to_compare(issued):
            return False
        return not self._is_of_a_lost_line(issued)

    def _is_of_a_lost_line(self, issued: Spot) -> bool:
        """Say whether the whole line is missing, which is told of its code."""
        row, _ = issued
        code = self.issued.lines.get(row)
        if code is None or self.block is None:
            return False
        return code not in self.block.rows

    # -- as a difference --

    def _difference(
        self, kind: DifferenceKind, spot: Spot, found: str, expected: str = "", facts: Sequence[str] = ()
    ) -> Difference:
        row, column = self.alignment.issued(spot) or (0, 0)
        return Difference(
            kind,
            self.scan.name,
            address(*spot),
            found[:LONGEST],
            expected[:LONGEST],
            about=self.issued.lines.get(row, ""),
            heading=self.issued.headings.get(column, ""),
            facts=tuple(facts),
        )

    def _gone(self, kind: DifferenceKind, issued: Spot, expected: str = "") -> Difference:
        row, column = issued
        spot = self.alignment.now(issued)
        return Difference(
            kind,
            self.scan.name,
            address(*spot),
            expected=expected[:LONGEST],
            about=self.issued.lines.get(row, ""),
            heading=self.issued.headings.get(column, ""),
        )


def stamped(pattern: str, facts: Facts) -> str:
    """Return a text of a template with the facts of one form in place of its tokens."""

    def fact(match: re.Match[str]) -> str:
        return facts.get(match[1], "")

    return _TOKEN.sub(fact, pattern)


def _shown(book: BookScan, cell: ScannedCell) -> str:
    """Return what a person sees of a cell; of a formula itself."""
    if cell.formula is None:
        return told(book, cell)
    return f"={cell.formula}"
