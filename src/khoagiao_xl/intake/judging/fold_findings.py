"""The same thing wrong in many cells is one line of a list; every cell is still marked by its own finding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.findings import Finding

# A blank is told by the same words in every cell: code of one cell -> code of many.
MANY: Final = {"SL-BL": "SL-BL-N", "SL-BC": "SL-BC-N"}


def cells_of(finding: Finding) -> str:
    """Return the cells a finding, folded or not, speaks of: «D17, D20»."""
    cells = finding.facts.get("cells")
    return ", ".join(cells) if isinstance(cells, tuple) else finding.place.cell


def fold_same(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with those that differ only in their cell as one, at the place of the first.

    Its fact «cells» lists all of them.
    """
    groups: dict[object, list[Finding]] = defaultdict(list)
    for at, finding in enumerate(findings):
        groups[_key(finding) or at].append(finding)
    return [group[0] if len(group) == 1 else _as_one(group) for group in groups.values()]


def _key(finding: Finding) -> object:
    """Return what two findings must have in common to be one line; None for one that is like no other."""
    shared = finding.facts.get("shared") or MANY.get(finding.code)
    place = finding.place
    return shared and place.cell and (finding.code, finding.severity, shared, place.file, place.sheet)


def _as_one(group: list[Finding]) -> Finding:
    first = group[0]
    cells = tuple(dict.fromkeys(finding.place.cell for finding in group))
    return replace(first, text=_told(group), facts={**first.facts, "cells": cells})


def _told(group: list[Finding]) -> str:
    first = group[0]
    if first.code in MANY:
        indicators = ", ".join(str(finding.facts["indicator"]) for finding in group)
        return sentence(MANY[first.code], {"count": len(group), "indicators": indicators})
    details = ". ".join(str(finding.facts["detail"]) for finding in group)
    return f"{first.facts['shared']} ({len(group)} chỗ): {details}."
