"""All that is on a form and not in the template it was issued from, and all that is there no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.forms.form_layout import COVER
from khoagiao_xl.intake.reading.comparing.compared_sheet import ComparedSheet
from khoagiao_xl.intake.reading.comparing.foreign_sheets import foreign_sheets, issued_as, renamed_sheets
from khoagiao_xl.intake.reading.comparing.grouped import grouped
from khoagiao_xl.intake.reading.comparing.issued_template import issued_template
from khoagiao_xl.intake.reading.comparing.outside_words import drawings, outside_words
from khoagiao_xl.intake.reading.comparing.sheet_looks import looks_of, odd_styles
from khoagiao_xl.intake.reading.comparing.weights import weighed
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet, IssuedTemplate
    from khoagiao_xl.intake.reading.form_parts import FormParts
    from khoagiao_xl.intake.reading.locating import CodedBlock

    Facts = Mapping[str, str]


def find_differences(parts: FormParts, template: bytes, facts: Sequence[Facts]) -> tuple[Difference, ...]:
    """Return how a form differs from what was issued, what changes meaning most first.

    template: the .xlsx it was stamped from, tokens and all. facts: what may have been stamped, the likeliest
    first. What a unit was asked to fill in is no difference.
    """
    issued = issued_template(template)
    found = _differences(parts, issued, facts)
    told = grouped(map(weighed, found))
    return tuple(told)


def _differences(parts: FormParts, template: IssuedTemplate, facts: Sequence[Facts]) -> Iterator[Difference]:
    known = issued_as(parts, template)
    odd = odd_styles(parts.book.styles)
    for name, issued in known.items():
        yield from _of_sheet(parts, name, issued, facts, odd)
    names = {issued.name for issued in known.values()}
    if COVER in template.sheets and COVER not in names:
        yield Difference(DifferenceKind.LOST, expected=COVER)
    yield from renamed_sheets(known)
    yield from foreign_sheets(parts, known)
    yield from outside_words(parts.book, template)
    yield from drawings(parts.book)


def _of_sheet(
    parts: FormParts, name: str, issued: IssuedSheet, facts: Sequence[Facts], odd: frozenset[int]
) -> Iterator[Difference]:
    cells = ComparedSheet(
        parts.book,
        parts.book.sheet(name),
        issued,
        _block_of(parts, name),
        facts,
        odd,
    )
    yield from cells.differences()
    yield from looks_of(cells)


def _block_of(parts: FormParts, sheet: str) -> CodedBlock | None:
    for block in parts.blocks:
        if block.sheet == sheet:
            return block
    return None
