"""A figure walked back, in sentences and as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.office.figure_breaks import QUOTED, answer_text, is_same
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.tracing.figure_trace import FigureTrace, TracedAnswer

Plain = dict[str, Any]


def column_name(trace: FigureTrace) -> str:
    """Return the column of tblTongHop that the figure stands in."""
    return sentence("TV-14" if trace.is_to_date else "TV-13", {})


def fits(trace: FigureTrace) -> bool:
    """Whether the list adds up to the figure that tblTongHop has; so it does where it has none yet."""
    if trace.total is None:
        return True
    return is_same(trace.added.number, trace.shown)


def verdict(trace: FigureTrace) -> str:
    """Return the sentence that closes the list: what it comes to, and whether that is the figure."""
    code = "TV-10" if fits(trace) else "TV-11"
    if trace.total is None:
        code = "TV-12"
    facts = {
        "label": trace.item.label,
        "code": trace.item.code,
        "column": column_name(trace),
        "period": str(trace.period),
        "parts": len(trace.parts),
        "units": len({part.unit for part in trace.parts}),
        "added": answer_text(trace.added.number),
        "shown": answer_text(trace.shown),
    }
    return sentence(code, facts)


def answer_line(answer: TracedAnswer) -> str:
    """Return an answer in one line: «Sở Y tế: 12 (SYT.xlsx, trang Số liệu, ô D17: «12», bản 1)»."""
    facts = {
        "unit": f"{answer.unit} {answer.unit_name}".rstrip(),
        "value": _value(answer),
        "where": where_told(answer),
        "remark": _remark(answer),
    }
    return sentence("TV-17", facts)


def _value(answer: TracedAnswer) -> str:
    if answer.part is None:
        none = sentence("TV-19", {})
        return f"{answer.state}, {none}"
    return answer_text(answer.part.value)


def where_told(answer: TracedAnswer) -> str:
    """Return the file and the cell of an answer in brackets, blank where none is known."""
    duty = answer.duty
    if duty is None or not answer.cell:
        return ""
    facts = {
        "file": duty.file,
        "sheet": answer.sheet,
        "cell": answer.cell,
        "raw": value_text(answer.raw)[:QUOTED],
        "version": duty.version,
    }
    return sentence("TV-18", facts)


def _remark(answer: TracedAnswer) -> str:
    return f"; {answer.remark}" if answer.remark else ""


def plain_trace(trace: FigureTrace) -> Mapping[str, Any]:
    """Return a trace as `--json` prints it."""
    return {
        "period": str(trace.period),
        "indicator": trace.item.code,
        "is_to_date": trace.is_to_date,
        "total": trace.shown,
        "added": trace.added.number,
        "fits": fits(trace),
        "answers": [plain_answer(answer) for answer in trace.answers],
    }


def plain_answer(answer: TracedAnswer) -> Plain:
    """Return one answer of a trace as plain values."""
    part = answer.part
    duty = answer.duty
    return {
        "unit": answer.unit,
        "name": answer.unit_name,
        "state": answer.state,
        "value": part.value if part else None,
        "indicator": part.code if part else None,
        "carried": bool(part and part.carried),
        "period": duty.period if duty else None,
        "file": duty.file if duty else None,
        "sha256": duty.sha256 if duty else None,
        "version": duty.version if duty else None,
        "sheet": answer.sheet,
        "cell": answer.cell,
        "raw": answer.raw,
        "original": answer.original.value if answer.original else None,
        "remark": answer.remark,
    }
