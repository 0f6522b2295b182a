"""What was found as rows of tblLoi: one a cell, or one for the many cells of a column that need the same."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST: Final = 20  # lines that say the same of one column; more are folded into one
RANGES: Final = 6  # that a folded line's message names; all its cells stand under «Ô»
_SHEETS: Final = {sheet: at for at, sheet in enumerate(SHEETS)}
_ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")
Line = dict[str, Any]


def to_lines(findings: Sequence[Finding]) -> list[Line]:
    """Return the rows of tblLoi, the worst first, then sheet by sheet and row by row.

    A folded line names all its cells under «Ô», «21 ô: E5; E6; ...;», for the colours of the sheets to
    find them, and in short in its message.
    """
    lines: list[Line] = []
    for same in _alike(findings):
        if len(same) > MOST:
            lines.append(_folded(same))
        else:
            lines += [_line(finding) for finding in same]
    return lines


def _alike(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    """Return the findings that say the same of one column together."""
    found: dict[object, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_order):
        letters, _ = _split(finding)
        said = (
            finding.place.sheet,
            letters,
            finding.code,
            finding.message,
        )
        found[said].append(finding)
    return found.values()


def _order(finding: Finding) -> tuple[object, ...]:
    letters, row = _split(finding)
    return (
        finding.severity.rank,
        _SHEETS[finding.place.sheet],
        row,
        len(letters),
        letters,
    )


def _split(finding: Finding) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(finding.place.cell)
    if match is None:
        return "", 0
    return match[1], int(match[2])


def _line(finding: Finding) -> Line:
    return {
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "rule": finding.code,
        "severity": finding.severity,
        "message": finding.message,
    }


def _folded(same: Sequence[Finding]) -> Line:
    first = same[0]
    count = f"{len(same)} ô"
    cells = " ".join(f"{finding.place.cell};" for finding in same)
    ranges = _in_short(same)
    return {
        **_line(first),
        "cell": f"{count}: {cells}",
        "message": f"{count} ({ranges}): {first.message}",
    }


def _in_short(same: Sequence[Finding]) -> str:
    """Return the first cells of one column as ranges: «E5:E96, E99»."""
    letters, _ = _split(same[0])
    rows = [_split(finding)[1] for finding in same]
    rows.sort()
    parts = [_range(letters, *run) for run in _runs(rows)]
    if len(parts) > RANGES:
        parts[RANGES:] = ["..."]
    return ", ".join(parts)


def _range(letters: str, first: int, last: int) -> str:
    if first == last:
        return f"{letters}{first}"
    return f"{letters}{first}:{letters}{last}"


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other."""
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last
