"""The figures that a unit's cell reaches, in sentences and as plain values, up to the Word reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.figure_breaks import answer_text
from khoagiao_xl.report.figure_keys import key_of
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.report_files import reports_in
from khoagiao_xl.tracing.reached_figures import COLUMNS, PREVIOUS, TO_DATE, ReachedFigure, SourceCell
from khoagiao_xl.tracing.trace_words import plain_answer, where_told
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.tracing.figure_trace import TracedAnswer

    Places = Mapping[str, Counter[str]]  # name of a document -> key -> how often it stands there

_FOLDER: Final = "thu_muc_bao_cao"
_WORDS: Final = {TO_DATE: "luy-ke"}


def reach_outcome(
    answer: TracedAnswer, source: SourceCell, reached: Sequence[ReachedFigure], year: Year
) -> Outcome:
    """Return what is told of a unit's cell and of every figure that it is part of."""
    documents = _documents(year)
    facts = {
        "unit": answer.unit_name or answer.unit,
        "code": source.code,
        "period": source.period,
        "value": answer_text(answer.part.value if answer.part else None),
        "where": where_told(answer),
        "count": len(reached),
    }
    lines = [_line(figure, documents) for figure in reached]
    reaches = [_plain(figure, documents) for figure in reached]
    return Outcome(
        sentence("TV-30", facts),
        counts={"figures": len(reached)},
        details=tuple(lines),
        data={
            "source": plain_answer(answer),
            "reaches": reaches,
        },
    )


def report_key(figure: ReachedFigure) -> str:
    """Return the key that the figure bears in the report of its period."""
    total = figure.total
    if figure.column == PREVIOUS:
        before = figure.period.previous
        return key_of(total.code, before)
    word = _WORDS.get(figure.column, "")
    return key_of(total.code, total.period, word)


def _line(figure: ReachedFigure, documents: Places) -> str:
    total = figure.total
    column = COLUMNS[figure.column]
    told = _told(figure, documents)
    carried = ""
    if figure.carried:
        carried = sentence("TV-34", {})
    facts = {
        "column": sentence(column, {}),
        "period": total.period,
        "code": total.code,
        "label": total.label,
        "value": answer_text(figure.value),
        "carried": carried,
        "key": report_key(figure),
        "documents": "".join(told),
    }
    return sentence("TV-31", facts)


def _told(figure: ReachedFigure, documents: Places) -> Iterator[str]:
    showing = _showing(figure, documents)
    for name, places in showing.items():
        facts = {
            "places": places,
            "name": name,
        }
        yield sentence("TV-33", facts)


def _showing(figure: ReachedFigure, documents: Places) -> Mapping[str, int]:
    """Return name of a report of the figure's period -> in how many places it stands there."""
    key = report_key(figure)
    found = {}
    for name, keys in documents.items():
        if figure.total.period in name and keys[key]:
            found[name] = keys[key]
    return found


def _documents(year: Year) -> Places:
    """Return the figures of every report in the office's folders that can be read."""
    found = {}
    for folder in _folders(year):
        for path in reports_in(folder):
            keys = _keys_in(path.read_bytes())
            if keys:
                found[path.name] = keys
    return found


def _folders(year: Year) -> set[Path]:
    """Return where the reports of the periods lie; nothing where the office names no folder."""
    setting = year.settings.folders.get(_FOLDER)
    if not setting:
        return set()
    storage = year.storage
    return {storage.folder(setting, period) for period in year.deadlines}


def _keys_in(data: bytes) -> Counter[str]:
    try:
        figures = read_keys(data)
    except Exception:  # noqa: BLE001  # another Word file of the office, or one that is being written
        return Counter()
    return Counter(key for key, _ in figures)


def _plain(figure: ReachedFigure, documents: Places) -> Mapping[str, Any]:
    return {
        "period": figure.total.period,
        "indicator": figure.total.code,
        "column": figure.column,
        "value": figure.value,
        "carried": figure.carried,
        "key": report_key(figure),
        "documents": _showing(figure, documents),
    }
