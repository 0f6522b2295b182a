"""Where things stand in a quick form: one sheet, nine lines, each found by its code in column A."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from khoagiao_xl.model.hot_issues import IssueLevel
from khoagiao_xl.model.schema import FIELDS
from khoagiao_xl.wording.issue_texts import QUICK_LABELS

QUICK_VERSION: Final = "1"
QUICK_SHEET: Final = "Tin nhanh"
CHECK: Final = "Kiểm tra"  # heading of the live check beside an answer


class QuickKind(StrEnum):
    """What a line takes."""

    DAY = "day"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True)
class QuickLine:
    """One line. field: of the issue that it answers. is_owed: without it the form goes back.

    choices: those of a choice. lines: how many lines of text its cell is high.
    """

    code: str
    field: str
    kind: QuickKind = QuickKind.TEXT
    is_owed: bool = False
    choices: tuple[str, ...] = ()
    lines: int = 1

    @property
    def label(self) -> str:
        """What the form asks."""
        return QUICK_LABELS[self.field]

    @property
    def name(self) -> str:
        """The same without what is said in brackets or behind a colon: as a sentence calls it."""
        before, _, _ = self.label.partition(" (")
        short, _, _ = before.partition(":")
        return short


KIND: Final = "kind"  # the one line that is no field of the issue: whether it is told anew
NEW, CORRECTION = "tin mới", "sửa, bổ sung tin đã gửi"
WHAT: Final = "TN004"  # the line of what happened
QUICK_LINES: Final = (
    QuickLine("TN001", KIND, QuickKind.CHOICE, choices=(NEW, CORRECTION)),
    QuickLine("TN002", "day", QuickKind.DAY, is_owed=True),
    QuickLine("TN003", "field", QuickKind.CHOICE, choices=FIELDS),
    QuickLine(WHAT, "text", is_owed=True, lines=9),
    QuickLine("TN005", "level", QuickKind.CHOICE, choices=tuple(IssueLevel)),
    QuickLine("TN006", "result", lines=4),
    QuickLine("TN007", "proposal", lines=4),
    QuickLine("TN008", "handler", lines=2),
    QuickLine("TN009", "contact"),
)
QUICK_TICK_CELL: Final = "C15"  # a line below the last answer
