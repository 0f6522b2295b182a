"""The rows of tblSoChot (field -> value) that a person reads and filters: what was frozen, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from khoagiao_xl import files
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, Frozen
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.closing.freezing import Freezing
    from khoagiao_xl.model.records import Total

Line = dict[str, Any]


def frozen_rows(freezing: Freezing, closing: Closing) -> Iterator[Line]:
    """Yield the rows of one closing, the closing itself first."""
    key = {"period": closing.period, "round": closing.round}
    for line in _lines(freezing, closing):
        yield {**key, **line}


def reopened_row(closing: Closing, moment: object, by: str, reason: str) -> Line:
    """Return the row that says that a closing stands no more: who, when, why."""
    return {
        "period": closing.period,
        "round": closing.round,
        "kind": Frozen.REOPENED,
        "text": sentence("CK-31", {"round": closing.round}),
        "moment": moment,
        "person": by,
        "reason": reason,
    }


def _lines(freezing: Freezing, closing: Closing) -> Iterator[Line]:
    yield _closed(freezing, closing)
    yield from _totals(freezing)
    yield from _inputs(freezing)
    yield from _rules(freezing)
    yield from _waivers(freezing)
    yield from _forms(freezing)
    yield from _report(freezing)


def _closed(freezing: Freezing, closing: Closing) -> Line:
    content = freezing.content
    return {
        "kind": Frozen.CLOSED,
        "text": sentence("CK-30", {"period": freezing.period.label, "round": closing.round}),
        "coverage": f"{content.reported}/{content.expected}",
        "moment": closing.closed_at,
        "person": closing.closed_by,
        "sha256": closing.sha256,
    }


def _totals(freezing: Freezing) -> Iterator[Line]:
    totals = freezing.year.totals_of(freezing.period)
    for total in totals:
        yield {
            "kind": Frozen.TOTAL,
            "code": total.code,
            "text": total.label,
            "value": _value(total),
            "coverage": total.coverage,
        }


def _value(total: Total) -> str:
    """Return the figure, and how much of it silent units reported last."""
    value = value_text(total.value)
    if not total.carried_units:
        return value
    facts = {
        "value": value,
        "carried": value_text(total.carried),
    }
    return sentence("CK-34", facts)


def _inputs(freezing: Freezing) -> Iterator[Line]:
    names = freezing.year.unit_names
    for duty in freezing.year.duties_of(freezing.period):
        yield {
            "kind": Frozen.INPUT,
            "unit": duty.unit,
            "text": duty.file or names.get(duty.unit, ""),
            "value": duty.state,
            "moment": duty.received,
            "sha256": duty.sha256,
        }


def _rules(freezing: Freezing) -> Iterator[Line]:
    for row in freezing.year.rows(schema.RULES):
        parts = (row["left"], row["comparison"], row["right"])
        yield {
            "kind": Frozen.RULE,
            "code": row["code"],
            "text": " ".join(parts),
            "value": f"{row['status']}, {row['severity']}",
        }


def _waivers(freezing: Freezing) -> Iterator[Line]:
    obligations = freezing.year.obligations(freezing.period)
    for waiver in obligations.waivers.lines:
        until = day_text(waiver.until) if waiver.until else ""
        yield {
            "kind": Frozen.WAIVER,
            "code": waiver.rule,
            "unit": waiver.unit,
            "text": waiver.indicator,
            "value": sentence("CK-32", {"until": until}),
            "person": waiver.allowed_by,
            "reason": waiver.reason,
        }


def _forms(freezing: Freezing) -> Iterator[Line]:
    """Yield the forms that were issued, by one hash, and what they asked."""
    issued = IssuedForms.read(freezing.year.storage, str(freezing.period))
    listed = issued.to_bytes()
    yield {
        "kind": Frozen.FORM,
        "text": sentence("CK-33", {"count": len(issued.forms)}),
        "sha256": files.sha256_of(listed),
    }
    obligations = freezing.year.obligations(freezing.period)
    for item in obligations.asked:
        yield {
            "kind": Frozen.FORM,
            "code": item.code,
            "text": item.label,
            "value": item.unit,
        }


def _report(freezing: Freezing) -> Iterator[Line]:
    """Yield the file of the report, and its words, paragraph by paragraph."""
    report = freezing.report
    yield {
        "kind": Frozen.REPORT,
        "text": report.path.name,
        "sha256": report.sha256,
    }
    for number, text in enumerate(report.text, 1):
        yield {
            "kind": Frozen.REPORT,
            "code": f"{number:03}",
            "text": text,
        }
