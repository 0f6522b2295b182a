"""The words of all cells of a table in one walk: a long annex has a thousand cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.report.figure_controls import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

CELL, TEXT = f"{W}tc", f"{W}t"


def cell_texts(table: Element) -> Mapping[Element, str]:
    """Return the words of each cell without blanks around them; none of our tables stands in another."""
    pieces: dict[Element, list[str]] = {}
    own: list[str] = []
    for node in table.iter(CELL, TEXT):
        if node.tag == CELL:
            own = pieces[node] = []
        else:
            own.append(node.text or "")
    return {cell: "".join(words).strip() for cell, words in pieces.items()}
