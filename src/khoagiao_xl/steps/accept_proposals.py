"""Accept proposals of the guidances: every row read with certainty, and the new words of single rows.

Everything else waits for a person, row by row.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.planning.accepting import accepted_rows
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

PLAN = (schema.DIRECTIVES, schema.REVIEWS, schema.TASKS)


def work(year: Year, _: Job) -> Changes:
    """Return the tables of the plan with what is accepted by one click."""
    tally: Counter[str] = Counter()
    tables = {}
    for table in PLAN:
        accepted = accepted_rows(year, table, all_certain=True)
        tally.update(accepted.tally)
        page = year.pages[table.name]
        tables[table.name] = page.rows_with(accepted.rows)
    outcome = _outcome(tally)
    changes = Changes(outcome, tables)
    return changes.differing_from(year)


def _outcome(tally: Counter[str]) -> Outcome:
    counts = {
        "certain": tally["certain"],
        "taken": tally["taken"],
        "dropped": tally["dropped"],
    }
    code = "NH-00"
    if any(counts.values()):
        code = "NH-OK"
    return Outcome(sentence(code, counts), counts=counts)
