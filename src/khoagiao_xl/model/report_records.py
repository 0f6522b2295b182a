"""What stands beside the figures of a report: office's words, own documents, what units told by rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

DOCUMENT_KINDS: Final = (
    "Báo cáo", "Công văn", "Thông báo", "Chương trình", "Kế hoạch", "Hướng dẫn", "Nghị quyết", "Chỉ thị",
    "Kết luận", "Quyết định", "Quy định", "Tờ trình",
)  # fmt: skip
COMMITTEE: Final = "cấp ủy"
BOARD: Final = "ban"  # the committee's board for propaganda
STATE_BODY: Final = "cơ quan nhà nước"
ISSUING_BODIES: Final = (COMMITTEE, BOARD, STATE_BODY)
PROPOSED, ACCEPTED, DROPPED = "đề xuất", "nhận", "bỏ"
WORD_STATUSES: Final = (PROPOSED, ACCEPTED, DROPPED)
UNITS_BETWEEN: Final = ";"  # in the sheet of the office's words


class WordsOrigin(StrEnum):
    """Whose words a line of the report is; the values are what column «Nguồn» shows."""

    OFFICE = "cơ quan"  # typed by a person of the office
    TOOL = "chương trình"  # worked out from figures, for a person to accept or rewrite
    UNIT = "đơn vị"  # what units wrote in their forms


@dataclass(frozen=True)
class OfficeWords:
    """One line of tblLoiBaoCao: words for one section of the report of one period.

    section: the name of a section as the sheet offers it. units: the names of the units that wrote it.
    code: by which the program finds its own proposal again; blank for what a person typed.
    """

    period: str
    section: str
    text: str
    units: str = ""
    origin: str = WordsOrigin.OFFICE
    status: str = ""
    code: str = ""

    @property
    def named_units(self) -> tuple[str, ...]:
        """The names of the units that wrote it, one by one."""
        names = self.units.split(UNITS_BETWEEN)
        stripped = map(str.strip, names)
        return tuple(filter(None, stripped))

    @property
    def is_dropped(self) -> bool:
        """Whether a person has taken it out of the report."""
        return self.status == DROPPED

    @property
    def is_picked(self) -> bool:
        """Whether it is a text of units that the office has ticked."""
        return self.origin == WordsOrigin.UNIT and self.status == ACCEPTED

    @property
    def is_undecided(self) -> bool:
        """Whether it is a proposal of the program that nobody has accepted or dropped."""
        return self.origin == WordsOrigin.TOOL and self.status == PROPOSED


@dataclass(frozen=True)
class OutgoingDocument:
    """One document of the office (tblVanBanDi), as the register of outgoing numbers has it.

    number: counted from 1 for each issuer and kind within one term; None while it has none.
    report: what the tool made it for: the code of a period («2024-M03»), blank for others.
    """

    kind: str
    subject: str
    number: float | None = None
    symbol: str = ""
    issued: date | None = None
    issuer: str = ""
    field: str = ""
    report: str = ""
    file: str = ""
    note: str = ""


@dataclass(frozen=True)
class ToldRow:
    """One thing a unit told row by row (tblViecCuThe).

    list: QT a conference, NB what stands out, DL opinion on a topic, KT an inspection, ST a review, LH whom
    to call.
    day: as the form has it, «05/3/2024» or blank. first, second: what the list asks: called and present of a
    conference, people of an event, opinions heard and settled, faults found and mended of an inspection.
    """

    period: str
    unit: str
    list: str
    line: str
    label: str = ""
    text: str = ""
    choice: str = ""
    day: str = ""
    first: float | None = None
    second: float | None = None

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> ToldRow:
        """Return the row of tblViecCuThe (field -> value) as a record."""
        return cls(**row)


@dataclass(frozen=True)
class ReviewStep:
    """One step of a review (tblBuoc). review: the code of the review; status as the sheet shows it."""

    review: str
    order: float
    text: str
    days_before: float | None = None
    due: date | None = None
    title: str = ""
    status: str = ""
    in_charge: tuple[str, ...] = ()
    done_on: date | None = None
    evidence: str = ""
