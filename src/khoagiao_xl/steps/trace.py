"""Trace: a figure back to the cells it is made of, a unit's cell on to what it reaches, a report checked."""

from __future__ import annotations

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.adding import adds_up
from khoagiao_xl.tracing.chosen_figure import ChosenFigure, chosen_figure
from khoagiao_xl.tracing.copies_to_open import copies_to_open
from khoagiao_xl.tracing.figure_trace import FigureTrace, Tracer
from khoagiao_xl.tracing.reached_figures import SourceCell, reached_figures
from khoagiao_xl.tracing.trace_rows import trace_rows
from khoagiao_xl.tracing.trace_words import answer_line, fits, plain_trace, verdict


def work(year: Year, job: Job) -> Changes:
    """Return the answer to what is asked: of a document, of a unit's cell, of a figure, or of the report.

    Of a figure it stands in tblTruyVet too. Raise WrongRequest: TV-01, TV-02 for unknown codes, TV-03 for
    words, TV-04 where nothing is named, TV-06 without a report, TV-07 and TV-08 for another document.
    """
    tracer = Tracer(year)
    chosen = None if job.document else chosen_figure(year, job)
    if chosen is None:
        return _checked(tracer, job)
    if job.unit:
        return _reaching(tracer, chosen, job.unit.upper())
    return _traced(tracer, chosen)


# -- a figure ---------------------------------------------------------------------------------------------


def _traced(tracer: Tracer, chosen: ChosenFigure) -> Changes:
    item = tracer.indicator(chosen.code)
    if not adds_up(item):
        raise WrongRequest("TV-03", code=item.code)
    trace = tracer.trace(chosen.period, item, is_to_date=chosen.is_to_date)
    storage = tracer.year.storage
    rows = to_rows(trace_rows(trace, storage), schema.TRACE)
    changes = Changes(
        _outcome(trace),
        files=copies_to_open(storage, trace.answers),
        logs=False,
    )
    return changes.with_table(schema.TRACE, rows).differing_from(tracer.year)


def _outcome(trace: FigureTrace) -> Outcome:
    is_right = fits(trace)
    return Outcome(
        verdict(trace),
        status=0 if is_right else 1,
        counts={"answers": len(trace.answers), "added": len(trace.parts)},
        details=(*map(answer_line, trace.answers), verdict(trace)),
        data={"trace": plain_trace(trace)},
        shown=schema.TRACE.sheet,
    )


# -- a unit's cell ----------------------------------------------------------------------------------------


def _reaching(tracer: Tracer, chosen: ChosenFigure, unit: str) -> Changes:
    from khoagiao_xl.tracing.reach_words import reach_outcome  # with all that writes reports

    year = tracer.year
    if unit not in year.unit_names:
        raise WrongRequest("TV-02", code=unit)
    item = tracer.indicator(chosen.code)
    period = str(chosen.period)
    source = SourceCell(unit, period, item.code)
    answer = tracer.answer(period, unit, item.code)
    reached = reached_figures(tracer.counting_year, source)
    outcome = reach_outcome(
        answer,
        source,
        list(reached),
        year,
    )
    return Changes(outcome, logs=False)


# -- a report ---------------------------------------------------------------------------------------------


def _checked(tracer: Tracer, job: Job) -> Changes:
    from khoagiao_xl.tracing.asked_document import checked  # with all that writes reports

    return checked(tracer, job)
