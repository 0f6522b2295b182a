"""Give a document the next number of its series, and write it again with number and day, not as a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.closing.freezing import are_stale
from khoagiao_xl.closing.kept_closed import report_as_frozen
from khoagiao_xl.closing.moved_totals import with_moved_totals
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.report_records import OutgoingDocument
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.issuing import issued_as, letterhead_on
from khoagiao_xl.report.kinds.asking import asked_over, asking, unfinished
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.report.kinds.marked_places import refuse_unwritten
from khoagiao_xl.report.number_register import NumberSeries, term_start
from khoagiao_xl.report.report_files import report_bytes
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.report.letterheads import Letterhead

BLANK: Final = (None, "")


def work(year: Year, job: Job) -> Changes:
    """Return the document with its number as a file, and its line of the register.

    A document that has a number keeps it, and is written again. One whose period is not over, whose day lies
    before its period's end or before the last number's, of which proposals are undecided, or that would take
    the place of another text under its number, asks first.
    Raise WrongRequest SVB-01 for a number given twice, SVB-08 for a period closed without one, SVB-09 for a
    body that issues nothing on that day, LVB-12 for a draft with places still to
    be written; as writing the document does.
    """
    asked = AskedDocument.of(with_moved_totals(year, job.period), job)
    _refuse_closed(asked)
    _refuse_stale(asked)
    given = issued_as(year, asked.key)
    closing = None if asked.order else year.closing_of(job.asked_period)
    if given and closing:
        return _again(asked, report_as_frozen(year, closing, asked.path))
    data = asked.document_bytes()  # what cannot be written is given no number
    if asked.order:
        refuse_unwritten(asked.order, data)
    if given:
        return _again(asked, _written(asked, given))
    head = _head(asked)
    series = series_of(year, head, _day(asked))
    _refuse_doubled(series)
    question = asking(year, job, asked.path.name, _reasons(asked, series))
    if question:
        return question
    return _written(asked, _line(asked, head, series), is_new=True)


def _again(asked: AskedDocument, changes: Changes) -> Changes:
    """Return a numbered document written again, or the question whether it may take its own place."""
    return asked_over(asked, changes) or changes


def series_of(year: Year, head: Letterhead, day: date) -> NumberSeries:
    """Return the series in which a document with this head is numbered on `day`."""
    issuer = head.issued_by
    term = year.settings.term_from
    starts = term_start(issuer, term, day)
    return NumberSeries.of(
        year.outgoing,
        head.kind,
        issuer,
        starts,
    )


# -- what stands in the way -------------------------------------------------------------------------------


def _refuse_closed(asked: AskedDocument) -> None:
    """Refuse a number for a report that was frozen without one: what is frozen does not change."""
    if asked.order or issued_as(asked.year, asked.key):
        return
    period = asked.job.asked_period
    if asked.year.closing_of(period):
        raise WrongRequest("SVB-08", period=period.label)


def _refuse_stale(asked: AskedDocument) -> None:
    if asked.order:
        return
    period = asked.job.asked_period
    asked.year.obligations(period)
    if not asked.year.closing_of(period) and are_stale(FigureSources(asked.year).counting_year, period):
        raise WrongRequest("BC-10", period=period.label)


def _refuse_doubled(series: NumberSeries) -> None:
    for number, count in series.doubled():
        raise WrongRequest(
            "SVB-01",
            number=f"{number:02}",
            kind=series.kind,
            issuer=series.issued_by,
            count=count,
        )


def _reasons(asked: AskedDocument, series: NumberSeries) -> Iterator[str]:
    """Yield what the office is asked about first."""
    yield from unfinished(asked)
    yield from _before_the_end(asked)
    yield from _before_the_last(asked, series)
    yield from _undecided(asked)


def _before_the_end(asked: AskedDocument) -> Iterator[str]:
    if asked.period is None or not asked.can_wait:
        return
    obligations = asked.year.obligations(asked.period)
    ends = obligations.deadline.ends
    day = _day(asked)
    if day >= ends:
        return
    facts = {
        "day": day_text(day),
        "period": asked.period.label,
        "ends": day_text(ends),
    }
    yield sentence("SVB-02", facts)


def _before_the_last(asked: AskedDocument, series: NumberSeries) -> Iterator[str]:
    last = series.last
    if last is None or last.issued is None:
        return
    day = _day(asked)
    if day < last.issued:
        facts = {
            "day": day_text(day),
            "last": day_text(last.issued),
            "kind": series.kind.lower(),
            "number": f"{last.number:02g}",
        }
        yield sentence("SVB-03", facts)


def _undecided(asked: AskedDocument) -> Iterator[str]:
    """Yield that proposals of the program stand in the report that nobody has decided on."""
    if asked.order:
        return
    undecided = asked.content().undecided
    if undecided:
        yield sentence("SVB-06", {"count": undecided})


# -- the number -------------------------------------------------------------------------------------------


def _day(asked: AskedDocument) -> date:
    told = asked.job.day
    usual = asked.year.settings.document_day
    today = asked.job.now.date()
    return told or usual or today


def _head(asked: AskedDocument) -> Letterhead:
    """Return the head under which it is issued; a body that stands no more issues nothing."""
    day = _day(asked)
    try:
        return letterhead_on(asked.year.settings, day, asked.kind)
    except WrongRequest as error:
        if error.code != "BC-01" or not asked.head().is_past:
            raise
        raise WrongRequest("SVB-09", issuer=asked.head().author, day=day_text(day)) from error


def _line(asked: AskedDocument, head: Letterhead, series: NumberSeries) -> OutgoingDocument:
    return OutgoingDocument(
        kind=head.kind,
        subject=asked.subject(),
        number=series.next_number,
        symbol=head.symbol,
        issued=_day(asked),
        issuer=head.issued_by,
        report=asked.key,
        file=asked.path.name,
    )


def _written(asked: AskedDocument, line: OutgoingDocument, *, is_new: bool = False) -> Changes:
    """Return the document under its number, and the register with its line if that is new."""
    rows = asked.year.raw(schema.OUTGOING)
    if is_new:
        rows = _with_line(rows, line)
    year = asked.year.with_tables({schema.OUTGOING.name: rows})
    numbered = replace(asked, year=year)
    path = numbered.path
    data = _bytes(numbered)
    outcome = Outcome(
        _told(numbered, line, is_new=is_new),
        counts={"number": int(line.number or 0)},
        paths=(path,),
    )
    changes = Changes(outcome, files=(NewFile(path, data),))
    return changes.with_table(schema.OUTGOING, rows).differing_from(asked.year)


def _bytes(asked: AskedDocument) -> bytes:
    if asked.order:
        return asked.document_bytes()
    return report_bytes(asked.content(), asked.year.path)


def _with_line(rows: list[Row], line: OutgoingDocument) -> list[Row]:
    """Return the register with one more line; one that the office began for this document is filled in."""
    fresh = to_row(_fields(line), schema.OUTGOING)
    begun = [row for row in rows if row["Báo cáo"] == line.report]
    if not begun:
        return [*rows, fresh]
    first, *_ = begun
    for name, value in first.items():
        if value not in BLANK:
            fresh[name] = value
    at = rows.index(first)
    renewed = list(rows)
    renewed[at] = fresh
    return renewed


def _fields(line: OutgoingDocument) -> dict[str, Any]:
    fields = {}
    for column in schema.OUTGOING.columns:
        name = column.field
        fields[name] = getattr(line, name)
    return fields


def _told(asked: AskedDocument, line: OutgoingDocument, *, is_new: bool) -> str:
    day = ""
    if line.issued:
        day = day_text(line.issued)
    facts = {
        "number": f"{int(line.number or 0):02}",
        "symbol": line.symbol,
        "day": day,
        "name": asked.path.name,
    }
    return sentence("SVB-OK" if is_new else "SVB-OLD", facts)
