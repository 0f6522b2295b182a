"""The lines of the list: what is alike is one, in the order in which a person meets them on the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.returning.live_status import is_by_look
from khoagiao_xl.intake.returning.places import is_in_a_cell, sort_key
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.wording import returned_forms as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


@dataclass(frozen=True)
class Line:
    """One line of the list. number: from 1; found: what stood there; told: the findings that it tells of.

    is_linked: whether its cell is in the workbook.
    """

    number: int
    finding: Finding
    found: str
    told: tuple[Finding, ...]
    is_linked: bool

    @property
    def is_duty(self) -> bool:
        """Whether it is to be put right or explained, not only to be known."""
        return self.finding.severity is not Severity.NOTE

    @property
    def is_live(self) -> bool:
        """Whether its status follows what the unit does in the cell."""
        return self.is_duty and self.is_linked

    @property
    def status(self) -> str:
        """What is said of it when it is sent; nothing of what is only to be known."""
        if not self.is_duty:
            return ""
        if not self.is_live or any(map(is_by_look, self.told)):
            return texts.LOOK_YOURSELF
        return texts.STILL_WRONG

    @property
    def where(self) -> str:
        """Its place in words."""
        words = (self.finding.place.sheet, self.finding.all_cells)
        return " ".join(filter(None, words)) or texts.WHOLE_FILE


def lines_of(
    findings: Iterable[Finding], sheets: Sequence[str], as_typed: Callable[[Finding], str]
) -> list[Line]:
    """Return the lines of the list: what is alike is one, in the order of the form's sheets and rows.

    as_typed: gives what stands in the cell of a finding that does not say so itself.
    """
    in_order = sorted(findings, key=lambda finding: sort_key(finding, sheets))
    lines = []
    for number, folded in enumerate(fold_alike(in_order), 1):
        told = tuple(finding for finding in in_order if _is_told_by(folded, finding))
        found = folded.found or as_typed(folded)
        is_linked = is_in_a_cell(folded.place) and folded.place.sheet in sheets
        lines.append(Line(number, folded, found, told, is_linked))
    return lines


def _is_told_by(folded: Finding, finding: Finding) -> bool:
    if finding is folded:
        return True
    same = (folded.code, folded.place.sheet) == (finding.code, finding.place.sheet)
    return same and finding.place.cell in folded.cells
