"""The rows of a table while proposals are taken in: found by their code, by their nature, by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.planning.proposals import cell_text

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from khoagiao_xl.planning.merged_table import Row
    from khoagiao_xl.planning.proposals import Cells, MergeRules, Proposal


class KnownRows:
    """The rows of one table. own: the codes of the rows that this document has proposed.

    first: the first of its own rows that is there, None for none.
    """

    def __init__(self, rules: MergeRules, own: AbstractSet[str]) -> None:
        self.first: Row | None = None
        self._rules = rules
        self._own = own
        self._by_code: dict[str, Row] = {}
        self._by_nature: dict[object, Row] = {}
        self._strangers: list[Row] = []  # rows that this document has not proposed
        self._last_number = 0
        # No row gets the code of one that a person took out: it stands in letters and reports.
        for code in own:
            self._keep_number(code)

    def put(self, row: Row) -> None:
        """Know a row of the table; of two of one nature, the first is the one that is meant by it."""
        for key in self._rules.natural(row):
            self._by_nature.setdefault(key, row)
        code = self.code_of(row)
        if code:
            self._by_code[code] = row
            self._keep_number(code)
        if code not in self._own:
            self._strangers.append(row)
        elif self.first is None:
            self.first = row

    def _keep_number(self, code: str) -> None:
        number = self._rules.number_of(code)
        if number > self._last_number:
            self._last_number = number

    def of_code(self, code: str) -> Row | None:
        """Return the row of a code, None where it is not there."""
        return self._by_code.get(code)

    def code_of(self, row: Cells) -> str:
        """Return the code of a row, "" for one without."""
        code = row.get(self._rules.code)
        return cell_text(code)

    def give_code(self, row: Row) -> None:
        """Give a row the code of the number that comes next."""
        rules = self._rules
        self._last_number += 1
        code = rules.code_of(self._last_number)
        row[rules.code] = code
        self.find_by_code(row)

    def find_by_code(self, row: Row) -> None:
        """Let a row be found by the code that it has."""
        code = self.code_of(row)
        self._by_code[code] = row

    def like(self, proposal: Proposal) -> Row | None:
        """Return the row that is meant by the proposal, if somebody or another document has it."""
        sought = self._rules.sought or self._rules.natural
        for key in sought(proposal.cells):
            row = self._by_nature.get(key)
            if row:
                return row
        return self._asked_twice(proposal)

    def _asked_twice(self, proposal: Proposal) -> Row | None:
        """Return another proposer's row that says nearly the same, which then is no stranger's any more."""
        alike = self._rules.alike
        if alike is None:
            return None
        found = alike(proposal.cells, self._strangers)
        if found is None:
            return None
        return self._strangers.pop(found)
