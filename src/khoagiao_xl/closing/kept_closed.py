"""What the actions of the day do with a closed period: its totals and its report stay as they were frozen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.closing.freezing import rows_of_period
from khoagiao_xl.closing.ledger import Ledger, make_ledger
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.snapshots import read_report, read_snapshot
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.closing_records import Closing
    from khoagiao_xl.office.snapshots import Snapshot
    from khoagiao_xl.office.year import Year


def as_frozen(year: Year, closing: Closing, now: datetime) -> Changes:
    """Return the totals of a closed period as they were frozen, where somebody changed them, and the ledger.

    Raise WrongRequest as `read_snapshot` does.
    """
    snapshot = read_snapshot(year.storage, closing)
    frozen = _frozen_totals(year, snapshot)
    standing = rows_of_period(year, schema.TOTALS, closing.period)
    untouched = sum(row in standing for row in frozen)
    facts = {
        "period": Period.parse(closing.period).title,
        "day": day_text(closing.closed_at),
        "round": closing.round,
        "totals": len(frozen),
        "rows": len(frozen) - untouched,
    }
    details = (sentence("CK-43", facts),) if standing != frozen else ()
    outcome = Outcome(
        sentence("CK-40", facts),
        counts={"totals": len(frozen)},
        details=details,
    )
    rows = _restored(year, frozen, closing.period)
    changes = Changes(outcome).with_table(schema.TOTALS, rows)
    counting = FigureSources(year).counting_year
    return with_ledger(changes, counting, now, closing.period).differing_from(year)


def _frozen_totals(year: Year, snapshot: Snapshot) -> list[Row]:
    """Return the frozen rows under the headings that tblTongHop has today."""
    page = year.page(schema.TOTALS)
    headings = page.layout.letters
    frozen = snapshot.rows(schema.TOTALS.name)
    return [_under(headings, row) for row in frozen]


def _under(headings: Iterable[str], row: Row) -> Row:
    found = {}
    for name in headings:
        found[name] = row.get(name)
    return found


def _restored(year: Year, frozen: list[Row], period: str) -> list[Row]:
    """Return tblTongHop with the frozen rows of a period, as it stands where they are there."""
    rows = year.raw(schema.TOTALS)
    if rows_of_period(year, schema.TOTALS, period) == frozen:
        return rows
    others = [row for row in rows if row["Kỳ"] != period]
    return [*frozen, *others]


def report_as_frozen(year: Year, closing: Closing, path: Path) -> Changes:
    """Return the report that a period was closed with, byte for byte, as the file `path`.

    Raise WrongRequest as `read_snapshot` does: what is lost is told, never written anew.
    """
    snapshot = read_snapshot(year.storage, closing)
    data = read_report(year.storage, closing, snapshot)
    facts = {
        "period": Period.parse(closing.period).title,
        "day": day_text(closing.closed_at),
        "name": path.name,
    }
    outcome = Outcome(
        sentence("CK-44", facts),
        counts={"totals": len(snapshot.rows(schema.TOTALS.name))},
        paths=(path,),
    )
    return Changes(outcome, files=(NewFile(path, data),))


# -- the ledger, after whatever changed the year ----------------------------------------------------------


def with_ledger(changes: Changes, year: Year, now: datetime, period: str = "") -> Changes:
    """Return the changes with tblThayDoi as it stands after them, and what it says of a closed `period`.

    year: with every figure as its file says it. One in which nothing is closed is left alone.
    """
    if not year.closings.standing:
        return changes
    after = year.with_tables(changes.tables)
    ledger = make_ledger(after, now)
    done = changes.outcome
    outcome = replace(
        done,
        status=max(done.status, bool(ledger.lost)),
        details=(*done.details, *ledger.lost, *_told(ledger, period)),
    )
    told = replace(changes, outcome=outcome)
    return told.with_table(schema.LATER_CHANGES, ledger.rows)


def with_ledger_of_intake(changes: Changes, year: Year, now: datetime, period: str) -> Changes:
    """Return the changes of an intake of `period`, whose rows are as the files say, with the ledger."""
    if not year.closings.standing:
        return changes
    sources = FigureSources(year)
    others = dict(sources.counting_year.corrected)
    for key in sources.counting_year.corrected:
        if key[0] == period:
            del others[key]
    counting = replace(year, corrected=others)
    closed = period if year.closing_of(period) else ""
    return with_ledger(changes, counting, now, closed)


def _told(ledger: Ledger, period: str) -> tuple[str, ...]:
    if not period:
        return ()
    changes = ledger.of_period(period)
    units = {change.unit for change in changes} - {""}
    facts = {
        "period": Period.parse(period).title,
        "changes": len(changes),
        "units": len(units),
    }
    code = "CK-41" if changes else "CK-42"
    told = sentence(code, facts)
    return (told,)
