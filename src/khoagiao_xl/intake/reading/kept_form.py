"""A reading as the plain values that are kept beside the original, and back; what is as usual is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind, Weight
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.intake.safety.appearance import Look, Run
from khoagiao_xl.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    Plain = Mapping[str, Any]


# -- to plain values --------------------------------------------------------------------------------------


def plain_reading(reading: FileReading) -> dict[str, Any]:
    """Return what was read as values that JSON knows, without the name under which the file came."""
    return {
        "identity": _unusual(reading.identity),
        "ticks": dict(reading.ticks),
        "cells": _plain_cells(reading.cells),
        "explanations": _plain_cells(reading.explanations),
        "answers": _plain_cells(reading.answers),
        "details": _plain_cells(reading.details),
        "labels": _plain_cells(reading.labels),
        "measures": _plain_cells(reading.measures),
        "heads": list(reading.heads),
        "last_report": _plain_cells(reading.last_report),
        "titles": [_plain_cell(cell) for cell in reading.titles],
        "differences": [_plain_difference(one) for one in reading.differences],
        "is_of_kept_template": reading.is_of_kept_template,
        "issued_lines": list(reading.issued_lines),
        "findings": [plain_finding(finding) for finding in reading.findings],
    }


def _plain_cells(cells: Mapping[str, RawCell]) -> dict[str, dict[str, Any]]:
    return {code: _plain_cell(cell) for code, cell in cells.items()}


def _usual_values(record: type) -> dict[str, object]:
    """Return the fields of a record that have a usual value, each with it."""
    usual: dict[str, object] = {}
    for one in fields(record):
        if one.default is not MISSING:
            usual[one.name] = one.default
        elif one.default_factory is not MISSING:
            usual[one.name] = one.default_factory()
    return usual


_USUAL: Final[dict[type, Mapping[str, object]]] = {
    record: _usual_values(record) for record in (Identity, Difference, Finding)
}
_USUAL[RawCell] = RawCell._field_defaults
_USUAL[Look] = Look._field_defaults


def _unusual(record: Identity | RawCell | Look | Difference | Finding) -> dict[str, Any]:
    """Return the fields that are not as usual, by name."""
    found = {}
    for name, usual in _USUAL[type(record)].items():
        value = getattr(record, name)
        if value is not usual and value != usual:
            found[name] = value
    return found


def _plain_cell(cell: RawCell) -> dict[str, Any]:
    plain = _unusual(cell)
    if "value" in plain:
        plain["value"] = plain_value(cell.value)
    if "look" in plain:
        plain["look"] = _unusual(cell.look)
    if "runs" in plain:
        plain["runs"] = [[_unusual(run.look), run.text] for run in cell.runs]
    return plain


def _plain_difference(difference: Difference) -> dict[str, Any]:
    plain = _unusual(difference)
    plain["kind"] = difference.kind
    return plain


def plain_finding(finding: Finding) -> dict[str, Any]:
    """Return a finding without the file that it is in."""
    plain = _unusual(finding)
    plain["code"] = finding.code
    plain["severity"] = finding.severity
    plain["place"] = [finding.place.sheet, finding.place.cell]
    return plain


def plain_value(value: object) -> object:
    """Return a value of a cell as JSON keeps it: a day, a time or a span under the name of its kind."""
    if isinstance(value, timedelta):
        return {"timedelta": [value.days, value.seconds, value.microseconds]}
    if isinstance(value, date | time):
        return {type(value).__name__: value.isoformat()}
    return value


# -- and back ---------------------------------------------------------------------------------------------


def reading_of(plain: Plain, name: str) -> FileReading:
    """Return the reading of a file that came under `name`.

    Raise ValueError, TypeError, KeyError or AttributeError for what is no reading.
    """
    return FileReading(
        name,
        identity=Identity(**plain["identity"]),
        ticks=dict(plain["ticks"]),
        cells=_cells(plain["cells"]),
        explanations=_cells(plain["explanations"]),
        answers=_cells(plain["answers"]),
        details=_cells(plain.get("details", {})),
        labels=_cells(plain["labels"]),
        measures=_cells(plain["measures"]),
        heads=tuple(plain.get("heads", ())),
        last_report=_cells(plain.get("last_report", {})),  # readings of earlier versions have none
        titles=tuple(_cell(cell) for cell in plain.get("titles", ())),
        differences=tuple(_difference(item) for item in plain["differences"]),
        is_of_kept_template=bool(plain["is_of_kept_template"]),
        issued_lines=tuple(plain.get("issued_lines", ())),
        findings=tuple(finding_of(item, name) for item in plain["findings"]),
    )


def _cells(plain: Plain) -> dict[str, RawCell]:
    return {code: _cell(cell) for code, cell in plain.items()}


def _cell(plain: Plain) -> RawCell:
    known = dict(plain)
    for name, restore in _RESTORED.items():
        if name in plain:
            known[name] = restore(plain[name])
    return RawCell(**known)


def _pieces(plain: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((font, text) for font, text in plain)


def _look(plain: Plain) -> Look:
    return Look(**plain)


def _runs(plain: Sequence[tuple[Plain, str]]) -> tuple[Run, ...]:
    return tuple(Run(_look(look), text) for look, text in plain)


def value_of(plain: Any) -> object:
    """Return the value of a cell; a day, a time or a span stands under the name of its kind."""
    if not isinstance(plain, dict):
        return plain
    ((kind, told),) = plain.items()
    return _TIMES[kind](told)


def _difference(plain: Plain) -> Difference:
    known = dict(plain)
    known["kind"] = DifferenceKind(plain["kind"])
    known["weight"] = Weight(plain.get("weight", Difference.weight))
    for several in ("facts", "cells"):
        known[several] = tuple(plain.get(several, ()))
    return Difference(**known)


def finding_of(plain: Plain, name: str) -> Finding:
    """Return a finding in the file that came under `name`."""
    sheet, cell = plain["place"]
    known = dict(plain)
    known["severity"] = Severity(plain["severity"])
    known["place"] = Place(name, sheet, cell)
    for several in ("about", "cells"):
        if several in plain:
            known[several] = tuple(plain[several])
    return Finding(**known)


def _span(plain: Sequence[int]) -> timedelta:
    return timedelta(*plain)


_TIMES: Final[Mapping[str, Callable[[Any], object]]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": _span,
}
# What of a cell is more than plain values: field -> how it is made again.
_RESTORED: Final[Mapping[str, Callable[[Any], object]]] = {
    "value": value_of,
    "pieces": _pieces,
    "look": _look,
    "runs": _runs,
}
