"""A figure walked back, as rows of tblTruyVet: the figure, then every unit, then what the list comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.figure_breaks import answer_text
from khoagiao_xl.tracing.copies_to_open import link_to
from khoagiao_xl.tracing.figure_trace import number_of
from khoagiao_xl.tracing.trace_words import column_name, fits, verdict
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.office.rows import Fields
    from khoagiao_xl.office.storage import Storage
    from khoagiao_xl.tracing.figure_trace import FigureTrace, TracedAnswer


def trace_rows(trace: FigureTrace, storage: Storage) -> list[Fields]:
    """Return field -> value of each row, the figure first."""
    rows = [_figure(trace)]
    for answer in trace.answers:
        row = _answer(trace, answer)
        row |= _file(answer, storage)
        rows.append(row)
    rows.append(_sum(trace))
    return rows


def _figure(trace: FigureTrace) -> Fields:
    return {
        **_about(trace),
        "unit_name": trace.item.label,
        "state": f"{sentence('TV-16', {})}: {column_name(trace)}",
        "value": trace.shown,
        "remark": verdict(trace),
    }


def _sum(trace: FigureTrace) -> Fields:
    return {
        **_about(trace),
        "unit_name": sentence("TV-15", {}),
        "state": _held_against(trace),
        "value": trace.added.number,
    }


def _held_against(trace: FigureTrace) -> str:
    if trace.total is None:
        return ""
    return sentence("TV-27" if fits(trace) else "TV-28", {})


def _about(trace: FigureTrace) -> Fields:
    return {"period": str(trace.period), "code": trace.item.code}


def _answer(trace: FigureTrace, answer: TracedAnswer) -> Fields:
    part = answer.part
    return {
        "period": part.period if part else str(trace.period),
        "code": part.code if part else trace.item.code,
        "unit": answer.unit,
        "unit_name": answer.unit_name,
        "state": answer.state,
        "value": number_of(part, trace.item) if part else None,
        "carried": "x" if part and part.carried else None,
        "sheet": answer.sheet,
        "cell": answer.cell,
        "raw": _raw(answer),
        "remark": answer.remark,
    }


def _raw(answer: TracedAnswer) -> str:
    """Return what stands in the cell; the unit's own text, which is no number of the sheet."""
    raw = answer.raw
    if raw is None:
        return ""
    if isinstance(raw, int | float):
        return answer_text(raw)
    return str(raw)


def _file(answer: TracedAnswer, storage: Storage) -> Fields:
    duty = answer.duty
    if duty is None:
        return {}
    return {
        "file": duty.file,
        "version": duty.version or None,
        "received": duty.received,
        "copy": link_to(answer, storage),
        "sha256": duty.sha256,
    }
