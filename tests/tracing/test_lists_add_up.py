"""Whatever the units report: the list of a trace adds up to the figure, and every unit stands in it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.adding import adds_up
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.tracing.figure_trace import FigureTrace, Tracer
from khoagiao_xl.tracing.reached_figures import SourceCell, reached_figures
from khoagiao_xl.tracing.trace_words import fits
from tests.steps.small_year import UNITS, small_year

MONTHS = ("2024-M01", "2024-M02", "2024-M03")
CODES = ("KG001", "KG105", "KG107", "KG108", "KG109", "KG605", "KG201", "KG205")
NUMBER = st.one_of(st.none(), st.integers(0, 10_000))
ANSWERS = st.fixed_dictionaries(
    {
        "KG001": NUMBER,
        "KG105": st.one_of(st.none(), st.sampled_from(["45-NQ/TW", "45-NQ/TW; 25-CT/TW"])),
        "KG107": NUMBER,
        "KG108": NUMBER,
        "KG605": st.sampled_from([None, "Có", "Không"]),
        "KG201": NUMBER,
        "KG205": NUMBER,
    }
)
REPORTED = st.fixed_dictionaries(
    {month: st.dictionaries(st.sampled_from([unit.code for unit in UNITS]), ANSWERS) for month in MONTHS}
)


def consolidated(reported: Any, **tables: Any) -> Year:
    """Return a year in which every month is added up."""
    year = small_year(reported, **tables)
    rows = []
    for month in MONTHS:
        rows += to_rows(make_totals(year, Period.parse(month)), schema.TOTALS)
    return year.with_tables({schema.TOTALS.name: rows})


def traces(year: Year, *, is_to_date: bool) -> list[FigureTrace]:
    tracer = Tracer(year)
    items = [tracer.indicator(code) for code in CODES]
    return [
        tracer.trace(Period.parse(month), item, is_to_date=is_to_date) for month in MONTHS for item in items
    ]


@settings(max_examples=40, deadline=None)
@given(REPORTED)
def test_every_list_adds_up_to_its_figure(reported: Any) -> None:
    year = consolidated(reported)
    for trace in traces(year, is_to_date=False) + traces(year, is_to_date=True):
        assert trace.total is None or fits(trace), trace.item.code


@settings(max_examples=40, deadline=None)
@given(REPORTED)
def test_every_unit_stands_in_every_list_with_its_state(reported: Any) -> None:
    for trace in traces(consolidated(reported), is_to_date=False):
        assert {answer.unit for answer in trace.answers} == {"A", "B", "C"}
        silent = {unit.code for unit in UNITS} - reported[str(trace.period)].keys()
        assert {answer.unit for answer in trace.answers if answer.state == State.MISSING} == silent


@settings(max_examples=30, deadline=None)
@given(REPORTED)
def test_a_cell_reaches_exactly_the_figures_whose_lists_name_it(reported: Any) -> None:
    year = consolidated(reported)
    naming = set()
    for trace in traces(year, is_to_date=False):
        for part in trace.parts:
            naming.add((part.unit, part.period, part.code, str(trace.period), trace.item.code))
    reached = set()
    for month in MONTHS:
        for unit in reported[month]:
            for code in CODES:
                for figure in reached_figures(year, SourceCell(unit, month, code)):
                    if figure.column == "value" and figure.total.code in CODES:
                        reached.add((unit, month, code, figure.total.period, figure.total.code))
    assert reached == naming


def test_a_silent_unit_stands_with_what_it_reported_last_and_the_list_says_from_where() -> None:
    year = consolidated({"2024-M01": {"A": {"KG001": 30}, "B": {"KG001": 12}}, "2024-M02": {"A": {"KG001": 31}},
                         "2024-M03": {}})  # fmt: skip
    tracer = Tracer(year)
    trace = tracer.trace(Period.parse("2024-M03"), tracer.indicator("KG001"))
    assert [(answer.unit, answer.remark) for answer in trace.answers] == [
        ("A", "mang sang từ 2024-M02"), ("B", "mang sang từ 2024-M01"), ("C", ""),
    ]  # fmt: skip
    assert (trace.added.number, trace.shown, fits(trace)) == (43, 43, True)


def test_a_figure_that_was_added_up_before_the_units_changed_it_is_said_to_differ() -> None:
    year = consolidated({"2024-M01": {"A": {"KG201": 5}}, "2024-M02": {}, "2024-M03": {}})
    rows = [{**row, "KG201": 7} for row in year.raw(year.figures_table)]
    tracer = Tracer(year.with_tables({"tblSoLieu": rows}))
    trace = tracer.trace(Period.parse("2024-M01"), tracer.indicator("KG201"))
    assert (trace.added.number, trace.shown, fits(trace)) == (7, 5, False)


def test_every_figure_of_a_year_adds_up() -> None:
    year = consolidated({month: {"A": {"KG201": 1}, "C": {"KG201": 2}} for month in MONTHS})
    tracer = Tracer(year)
    for item in filter(adds_up, year.indicators):
        for month in MONTHS:
            assert fits(tracer.trace(Period.parse(month), item)), item.code
