"""Which documents ask for a task: one row, and each document that it was read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.planning.proposals import cell_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.planning.proposals import Cells

    Place = tuple[str, str]  # the document's code, the section
    Origins = Mapping[str, Sequence[Place]]  # by the code of a row


def with_origins(rows: Sequence[Cells], origins: Origins, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of a table, each with the names of the documents that ask for it and the sections.

    names: the symbol or the file of a document, by its code.
    """
    found = []
    for row in rows:
        code = cell_text(row.get("code"))
        places = origins.get(code, ())
        told = _told(places, names)
        with_told = {**row, "origins": told or None}
        found.append(with_told)
    return found


def _told(places: Sequence[Place], names: Mapping[str, str]) -> str:
    every = [_place(place, names) for place in places]
    different = dict.fromkeys(every)
    return "; ".join(different)


def _place(place: Place, names: Mapping[str, str]) -> str:
    source, section = place
    name = names.get(source, source)
    if not section:
        return name
    facts = {"name": name, "section": section}
    return sentence("NP-27", facts)
