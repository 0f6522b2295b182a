"""What was found as rows of tblLoi: one a cell, or one for the many cells of a column that need the same."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST: Final = 20  # lines that say the same of one column; more are folded into one
RANGES: Final = 6  # that a folded line's message names; all its cells stand under «Ô»
_WORST_FIRST: Final = {severity: at for at, severity in enumerate(Severity)}
_ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")


def to_lines(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the rows of tblLoi, the worst first, then sheet by sheet and row by row.

    A folded line names all its cells under «Ô», «21 ô: E5; E6; ...;», for the colours of the sheets to
    find them, and in short in its message.
    """
    alike: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_order):
        alike[finding.place.sheet, _split(finding)[0], finding.code, finding.message].append(finding)
    return [line for same in alike.values() for line in _lines(same)]


def _order(finding: Finding) -> tuple[object, ...]:
    letters, row = _split(finding)
    sheet = finding.place.sheet
    return _WORST_FIRST[finding.severity], SHEETS.index(sheet), row, len(letters), letters


def _split(finding: Finding) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(finding.place.cell)
    return (match[1], int(match[2])) if match else ("", 0)


def _lines(same: list[Finding]) -> Iterator[dict[str, Any]]:
    if len(same) <= MOST:
        for finding in same:
            yield _line(finding, finding.place.cell, finding.message)
        return
    cells = " ".join(f"{finding.place.cell};" for finding in same)
    short = f"{len(same)} ô ({_in_short(same)}): {same[0].message}"
    yield _line(same[0], f"{len(same)} ô: {cells}", short)


def _line(finding: Finding, cell: str, message: str) -> dict[str, Any]:
    return {
        "sheet": finding.place.sheet,
        "cell": cell,
        "rule": finding.code,
        "severity": finding.severity,
        "message": message,
    }


def _in_short(same: list[Finding]) -> str:
    """Return the first cells of one column as ranges: «E5:E96, E99»."""
    letters = _split(same[0])[0]
    rows = sorted(_split(finding)[1] for finding in same)
    parts = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        block = [row for _, row in run]
        last = f":{letters}{block[-1]}" if len(block) > 1 else ""
        parts.append(f"{letters}{block[0]}{last}")
    return ", ".join([*parts[:RANGES], "..."] if len(parts) > RANGES else parts)
