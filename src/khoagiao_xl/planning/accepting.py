"""What a person accepts by one word: all rows read with certainty, and the new wording of single rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.schema import ACCEPTED, DROPPED, PROPOSALS, PROPOSED, SOURCES, TAKE_NEW, Cell
from khoagiao_xl.planning.proposals import cell_text
from khoagiao_xl.planning.proposed_before import earlier_proposals
from khoagiao_xl.planning.sources import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.schema import Column, Table
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.proposals import Cells, EarlierProposal, EarlierProposals

CERTAIN: Final = "chắc chắn"
TAKEN, CERTAINLY, LEFT_OUT = "taken", "certain", "dropped"


@dataclass
class Accepted:
    """The rows of a table after what a person accepted; tally: how many were taken, certain, dropped."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)


def newest_proposals(by_documents: Iterable[EarlierProposals]) -> dict[str, EarlierProposal]:
    """Return the newest proposal for each row, by its code; by_documents: that imported last comes last.

    Where two documents ask for one row, what the newer one leaves blank stands as in the older one.
    """
    found: dict[str, EarlierProposal] = {}
    for proposals in by_documents:
        for proposal in proposals.values():
            before = found.get(proposal.code)
            found[proposal.code] = _newer(before, proposal)
    return found


def _newer(before: EarlierProposal | None, proposal: EarlierProposal) -> EarlierProposal:
    if before is None or before.is_gone:
        return proposal
    if proposal.is_gone:
        return before
    said = {name: text for name, text in proposal.texts.items() if text}
    return replace(proposal, texts={**before.texts, **said})


def accepted_rows(year: Year, table: Table, *, all_certain: bool) -> Accepted:
    """Return the rows of one table of the plan after what a person accepted in it."""
    proposed = earlier_proposals(year.rows(PROPOSALS))
    sources = year.records(SOURCES, ImportedDocument)
    by_documents = [proposed.get((source.code, table.name), {}) for source in sources]
    return accept(
        table,
        year.as_typed(table),
        newest_proposals(by_documents),
        all_certain=all_certain,
    )


def accept(
    table: Table, rows: Sequence[Cells], newest: Mapping[str, EarlierProposal], *, all_certain: bool = False
) -> Accepted:
    """Return the rows (field -> value) after what their states ask for.

    A row in TAKE_NEW becomes what the documents say now, accepted; one that no document asks for any more is
    dropped. all_certain: rows that nobody decided on and that were read with certainty are accepted.
    """
    accepted = Accepted()
    for row in rows:
        code = cell_text(row.get("code"))
        state = cell_text(row.get("status"))
        if state == TAKE_NEW:
            new, became = _with_new_words(table, row, newest.get(code))
        elif all_certain and _is_certain(row, state, newest.get(code)):
            new = {**row, "status": ACCEPTED}
            became = CERTAINLY
        else:
            new = dict(row)
            became = ""
        accepted.rows.append(new)
        if became:
            accepted.tally[became] += 1
    return accepted


def _is_certain(row: Cells, state: str, newest: EarlierProposal | None) -> bool:
    if state != PROPOSED or cell_text(row.get("confidence")) != CERTAIN:
        return False
    if newest is None:
        return True
    return not newest.is_gone


def _with_new_words(table: Table, row: Cells, newest: EarlierProposal | None) -> tuple[dict[str, Any], str]:
    """Return a row with what the documents say of it, and what became of it."""
    settled = {**row, "change": None}
    if newest is None:
        return {**settled, "status": ACCEPTED}, TAKEN
    if newest.is_gone:
        return {**settled, "status": DROPPED}, LEFT_OUT
    said = _said(table, newest.texts)
    return {**settled, **said, "status": ACCEPTED}, TAKEN


def _said(table: Table, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the cells of a row that the documents speak of, as they say them."""
    said = {}
    for column in table.columns:
        text = texts.get(column.field)
        if text is not None:
            said[column.field] = _value(column, text)
    return said


def _value(column: Column, text: str) -> Value:
    """Return the text of a proposed cell as its column holds it."""
    if not text:
        return None
    if column.cell is Cell.DATE:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007  # a day has no time zone
    if column.cell is Cell.NUMBER:
        return int(float(text))
    return text
