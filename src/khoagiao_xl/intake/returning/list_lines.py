"""The lines of the list: what is alike is one, in the order in which a person meets them on the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.returning.finding_order import is_in_a_cell, sort_key
from khoagiao_xl.intake.returning.live_status import is_by_look
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
        if not self.is_live:
            return texts.LOOK_YOURSELF
        if any(map(is_by_look, self.told)):
            return texts.LOOK_YOURSELF
        return texts.STILL_WRONG

    @property
    def where(self) -> str:
        """Its place in words."""
        place = (
            self.finding.place.sheet,
            self.finding.all_cells,
        )
        words = filter(None, place)
        return " ".join(words) or texts.WHOLE_FILE


def lines_of(
    findings: Iterable[Finding], sheets: Sequence[str], as_typed: Callable[[Finding], str]
) -> list[Line]:
    """Return the lines of the list: what is alike is one, in the order of the form's sheets and rows.

    as_typed: gives what stands in the cell of a finding that does not say so itself.
    """
    in_order = sorted(findings, key=lambda finding: sort_key(finding, sheets))
    alike = fold_alike(in_order)
    lines = []
    for number, folded in enumerate(alike, 1):
        place = folded.place
        line = Line(
            number,
            folded,
            found=folded.found or as_typed(folded),
            told=_told_by(folded, in_order),
            is_linked=is_in_a_cell(place) and place.sheet in sheets,
        )
        lines.append(line)
    return lines


def _told_by(folded: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    told = [finding for finding in findings if _is_told_by(folded, finding)]
    return tuple(told)


def _is_told_by(folded: Finding, finding: Finding) -> bool:
    if finding is folded:
        return True
    if folded.code != finding.code:
        return False
    place = finding.place
    if folded.place.sheet != place.sheet:
        return False
    return place.cell in folded.cells
