"""tblDeXuat: every cell that every document has proposed, one a row, so that a person can read it too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model import schema
from khoagiao_xl.planning.proposals import EarlierProposal, EarlierProposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Proposer = tuple[str, str]  # the document's code in tblNguon, the name of the table it speaks of
Fields = Mapping[str, Any]


def earlier_proposals(rows: Iterable[Fields]) -> dict[Proposer, EarlierProposals]:
    """Return what every document has proposed for every table, from the rows of tblDeXuat."""
    found: dict[Proposer, EarlierProposals] = {}
    for row in rows:
        key = row["key"]
        proposer = (row["source"], row["table"])
        proposals = found.setdefault(proposer, {})
        old = proposals.get(key)
        proposals[key] = _with_cell(old, row)
    return found


def _with_cell(old: EarlierProposal | None, row: Fields) -> EarlierProposal:
    field = _field(row["table"], row["column"])
    before = old.texts if old else {}
    return EarlierProposal(
        code=row["code"],
        texts={**before, field: row["text"]},
        is_gone=row["present"] is False,
    )


def proposal_rows(proposals: Mapping[Proposer, EarlierProposals]) -> Iterator[Fields]:
    """Yield the rows of tblDeXuat that keep what was proposed."""
    for (source, table), by_key in proposals.items():
        for key, old in by_key.items():
            whole = {
                "source": source,
                "table": table,
                "code": old.code,
                "key": key,
                "present": not old.is_gone,
            }
            for field, text in old.texts.items():
                yield {**whole, "column": _heading(table, field), "text": text}


# People read the column's heading; one that the schema has no more stays as it stands.


def _field(table: str, heading: str) -> str:
    return _FIELDS.get((table, heading), heading)


def _heading(table: str, field: str) -> str:
    return _HEADINGS.get((table, field), field)


_FIELDS: dict[tuple[str, str], str] = {}
_HEADINGS: dict[tuple[str, str], str] = {}
for _table in schema.TABLES:
    for _column in _table.columns:
        _FIELDS[_table.name, _column.name] = _column.field
        _HEADINGS[_table.name, _column.field] = _column.name
