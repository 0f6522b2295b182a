"""What a report says, before any Word: the letterhead, the figures, the units' own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import REPORTED, Directive, Review, State, Total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.periods import Period


class Rules(StrEnum):
    """Layout rules in force, by the date of the document."""

    HD36 = "HD36"  # Hướng dẫn 36-HD/VPTW, 03/4/2018
    HD05 = "HD05"  # Hướng dẫn 05-HD/VPTW, 27/5/2026

    @classmethod
    def on(cls, day: date) -> Rules:
        """Return the rules that govern a document dated `day`."""
        return cls.HD05 if day >= date(2026, 5, 27) else cls.HD36


@dataclass(frozen=True)
class Letterhead:
    """Who issues, under which symbol, and who signs; `number` and `signer` stay blank until known."""

    superior: str
    issuer: tuple[str, ...]  # one line of the header each
    place: str
    symbol: str  # «BC/ĐUK»
    authority: str  # «T/M BAN THƯỜNG VỤ»
    position: str  # «PHÓ BÍ THƯ»
    author: str  # the issuer in running text: «Ban Thường vụ Đảng ủy ...»
    whole: str  # all units together, in running text: «Đảng bộ Khối»
    recipients: tuple[str, ...] = ()
    archive: str = ""  # «Văn phòng Đảng ủy Khối»
    number: str = ""
    signer: str = ""
    draft_label: str = "Dự thảo lần 1"
    ending: str = "."  # «./.» is the habit of the government's side
    rules: Rules = Rules.HD36


@dataclass(frozen=True)
class Narrative:
    """A unit's own words: `code` is KG602 (results), KG603 (limits) or KG604 (next tasks, proposals)."""

    unit_name: str
    code: str
    text: str


@dataclass(frozen=True)
class WaiverNote:
    """A waiver that stands behind a figure; it becomes a footnote. `code`: its indicator, empty for none."""

    unit_name: str
    reason: str
    code: str = ""
    allowed_by: str = ""
    until: date | None = None


@dataclass(frozen=True)
class ReportContent:
    """Everything a periodic report is made from.

    totals: one row for every indicator the period asks, also where nobody answered (value None):
        an indicator without a row counts as not asked, one with a row and no value as not reported.
    states: the names of the units in each state. owing: how many units owe the period;
        0 counts the states.
    office_texts: the office's own sentences, by the tag of the paragraph they are added to («bai_hoc»).
    """

    letterhead: Letterhead
    period: Period
    today: date
    totals: tuple[Total, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    states: Mapping[State, tuple[str, ...]] = field(default_factory=dict)
    owing: int = 0
    directives: tuple[Directive, ...] = ()
    reviews: tuple[Review, ...] = ()
    waivers: tuple[WaiverNote, ...] = ()
    office_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def reported(self) -> int:
        """How many units have reported, those with nothing to report among them."""
        return sum(len(names) for state, names in self.states.items() if state in REPORTED)

    @property
    def expected(self) -> int:
        """How many units owe the period: as told, else all whose state is known and who are not waived."""
        known = (len(names) for state, names in self.states.items() if state is not State.WAIVED)
        return self.owing or sum(known)

    @property
    def by_code(self) -> dict[str, Total]:
        """The totals by indicator code."""
        return {total.code: total for total in self.totals}
