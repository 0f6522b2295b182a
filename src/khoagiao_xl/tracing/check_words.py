"""What a check of a report came to, in sentences and as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.figure_breaks import answer_text
from khoagiao_xl.office.storage import Original
from khoagiao_xl.office.told_breaks import with_breaks
from khoagiao_xl.tracing.report_check import UNKNOWN
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.closing_records import LaterChange
    from khoagiao_xl.tracing.corrected_units import CorrectedAnswer
    from khoagiao_xl.tracing.report_check import ReportCheck, ReportDifference


def check_outcome(check: ReportCheck, name: str) -> Outcome:
    """Return what is told of a report: how many figures, each that differs with its cause, what does not fit.

    Its status is 1 where a figure differs, or a figure of the sheets is not what its file says.
    """
    differences = check.differences
    counts = {
        "figures": len(check.figures),
        "differences": len(differences),
        "originals": _intact(check),
    }
    outcome = Outcome(
        _summary(check, {"name": name, **counts}),
        status=1 if differences else 0,
        counts=counts,
        details=tuple(difference_line(item) for item in differences),
        data={"differences": [_plain(item) for item in differences]},
    )
    if check.closing:
        return outcome  # its figures no longer follow the sheets
    return with_breaks(outcome, check.tracer.sources.until(check.period))


def _summary(check: ReportCheck, facts: Mapping[str, object]) -> str:
    closing = check.closing
    if closing is None:
        code = "TV-41" if check.differences else "TV-40"
        return sentence(code, facts)
    later = _later_changes(check)
    of_closing = {
        **facts,
        "day": day_text(closing.closed_at),
        "later": len(later),
    }
    return sentence("TV-48", of_closing)


def _later_changes(check: ReportCheck) -> list[LaterChange]:
    code = str(check.period)
    changes = check.tracer.year.later_changes
    return [change for change in changes if change.period == code]


def _intact(check: ReportCheck) -> int:
    """Return how many originals of the year are still, by their hash, the files that were read."""
    sources = check.tracer.sources
    states = [sources.original(duty) for duty in sources.counting_reports]
    return states.count(Original.INTACT)


def difference_line(item: ReportDifference) -> str:
    """Return the sentence of one difference: what the report says, what the files give, and why."""
    if not item.is_known:
        return sentence("TV-46", {"key": item.key})
    facts = {
        "key": item.key,
        "label": item.label,
        "found": item.found,
        "expected": item.expected,
        "cause": _cause(item),
    }
    return sentence("TV-42", facts)


def _cause(item: ReportDifference) -> str:
    told = sentence(_of_the_sheet(item), {"shown": item.consolidated})
    for answer in item.corrected:
        told += _correction(answer)
    return told


def _of_the_sheet(item: ReportDifference) -> str:
    """Return the code of what tblTongHop tells of a difference."""
    if item.consolidated == UNKNOWN:
        return "TV-47"
    return "TV-43" if item.found == item.consolidated else "TV-44"


def _correction(answer: CorrectedAnswer) -> str:
    facts = {
        "unit": answer.unit_name or answer.unit,
        "version": answer.version,
        "before": answer_text(answer.before),
        "after": answer_text(answer.after),
    }
    return sentence("TV-45", facts)


def _plain(item: ReportDifference) -> Mapping[str, Any]:
    return {
        "key": item.key,
        "shown": item.found,
        "recomputed": item.expected,
        "consolidated": item.consolidated,
        "corrected_units": [answer.unit for answer in item.corrected],
    }
