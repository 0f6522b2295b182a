"""The cells of one sheet of a form held against those of its template."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.form_layout import META
from khoagiao_xl.intake.reading.comparing.alignment import Alignment, align
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, formula_key, text_key, told
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet
    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell, SheetScan

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
    alignment: Alignment = field(default_factory=Alignment)
    kept: set[Spot] = field(default_factory=set)  # cells of the template that are still there

    def __post_init__(self) -> None:
        if self.issued.name != META:
            self.alignment = align(self.issued, self.block, self._keys)

    def _keys(self) -> dict[Spot, str]:
        """Return what the cells say, as it is compared."""
        typed = {spot: cell for spot, cell in self.scan.cells.items() if cell.formula is None}
        return {spot: text_key(told(self.book, cell)) for spot, cell in typed.items()}

    def differences(self) -> Iterator[Difference]:
        """Yield what stands there and was not issued so, then what was issued and is gone."""
        same = self._at_once_as_issued()
        self.kept |= same
        for spot, cell in self.scan.cells.items():
            if spot not in same and self._is_ours_to_compare(spot):
                yield from self._of_cell(spot, cell)
        yield from self._lost()

    def _at_once_as_issued(self) -> set[Spot]:
        """Return the cells that are letter by letter what the template has there: nearly all."""
        if not self.alignment.is_identity:
            return set()
        typed = self.book.typed_texts(self.scan)
        formulas = {spot: cell.formula for spot, cell in self.scan.cells.items() if cell.formula}
        same = (typed.items() & self.issued.texts.items()) | (formulas.items() & self.issued.as_drawn.items())
        return {spot for spot, _ in same}

    def _is_ours_to_compare(self, spot: Spot) -> bool:
        is_of_identity = self.issued.name == META and spot[1] <= _IDENTITY_COLUMNS
        return not is_of_identity

    def is_input(self, spot: Spot) -> bool:
        """Say whether the unit is asked to fill in this cell of its form."""
        return self.alignment.issued(spot) in self.issued.inputs

    # -- a cell that is there --

    def _of_cell(self, spot: Spot, cell: ScannedCell) -> Iterator[Difference]:
        issued = self.alignment.issued(spot)
        if issued in self.issued.inputs:
            return
        if issued in self.issued.formulas:
            self.kept.add(issued)
            yield from self._of_formula(spot, issued, cell)
            return
        if cell.formula is not None:
            yield self._difference(DifferenceKind.ADDED, spot, f"={cell.formula}", "")
            return
        found = told(self.book, cell)
        if issued not in self.issued.texts:
            if found.strip():
                yield self._difference(DifferenceKind.ADDED, spot, found, "")
            return
        if found.strip():
            self.kept.add(issued)
            yield from self._of_text(spot, issued, found)

    def _of_text(self, spot: Spot, issued: Spot, found: str) -> Iterator[Difference]:
        pattern = self.issued.texts[issued]
        if text_key(found) == self.issued.keys[issued]:
            return
        names = tuple(_TOKEN.findall(pattern))
        if not names:
            yield self._difference(DifferenceKind.REWORDED, spot, found, pattern)
            return
        expected = [stamped(pattern, facts) for facts in self.facts]
        if not expected or any(text_key(found) == text_key(text) for text in expected):
            return
        yield self._difference(DifferenceKind.STAMPED, spot, found, expected[0], names)

    def _of_formula(self, spot: Spot, issued: Spot, cell: ScannedCell) -> Iterator[Difference]:
        if cell.formula == "":
            return  # it shares the formula of another cell, which is looked at
        if cell.formula is None:
            found = told(self.book, cell)
            yield self._difference(DifferenceKind.FORMULA, spot, found, "")
            return
        expected = self.issued.formulas[issued]
        found = formula_key(cell.formula)
        if found not in (expected, self.alignment.moved(expected)):
            yield self._difference(DifferenceKind.FORMULA, spot, f"={cell.formula}", "")

    # -- what is gone --

    def _lost(self) -> Iterator[Difference]:
        if self.issued.spots <= self.kept:
            return
        for issued in self.issued.formulas:
            if self._is_lost(issued):
                spot = self.alignment.now(issued)
                yield self._difference(DifferenceKind.FORMULA, spot, "", "", issued=issued)
        for issued, pattern in self.issued.texts.items():
            if not self._is_lost(issued):
                continue
            expected = stamped(pattern, self.facts[0]) if self.facts else _TOKEN.sub("", pattern)
            if expected.strip():
                spot = self.alignment.now(issued)
                yield self._difference(DifferenceKind.LOST, spot, "", expected, issued=issued)

    def _is_lost(self, issued: Spot) -> bool:
        if issued in self.kept or not self._is_ours_to_compare(issued):
            return False
        return not self._is_of_a_lost_line(issued)

    def _is_of_a_lost_line(self, issued: Spot) -> bool:
        """Say whether the whole line is missing, which is told of its code."""
        code = self.issued.lines.get(issued[0])
        if code is None or self.block is None:
            return False
        return code not in self.block.rows

    # -- as a difference --

    def _difference(
        self,
        kind: DifferenceKind,
        spot: Spot,
        found: str,
        expected: str,
        facts: tuple[str, ...] = (),
        issued: Spot | None = None,
    ) -> Difference:
        place = issued or self.alignment.issued(spot) or (0, 0)
        return Difference(
            kind,
            self.scan.name,
            address(*spot),
            found[:LONGEST],
            expected[:LONGEST],
            about=self.issued.lines.get(place[0], ""),
            heading=self.issued.headings.get(place[1], ""),
            facts=facts,
        )


def stamped(pattern: str, facts: Facts) -> str:
    """Return a text of a template with the facts of one form in place of its tokens."""
    return _TOKEN.sub(lambda match: facts.get(match[1], ""), pattern)
