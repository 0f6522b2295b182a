"""What a guidance says, as frozen values that keep the words they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from khoagiao_xl.vietnamese.running_text import squash

if TYPE_CHECKING:
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.model.records import Directive, Review, Task


class Sure(StrEnum):
    """How sure the reading is; the values are what the office sees."""

    CERTAIN = "chắc chắn"
    FAIRLY = "khá chắc"
    LOOK = "cần xem"


class Role(StrEnum):
    """What a paragraph or a row of the document is read as; the values are what the office sees."""

    HEADING = "đề mục"
    TASK = "nhiệm vụ"
    PART = "nội dung cụ thể"
    ATTRIBUTE = "thuộc tính"
    QUOTATION = "trích dẫn"
    FRAME = "khung văn bản"
    UNREAD = "chưa hiểu"


@dataclass(frozen=True)
class ReadBlock:
    """One paragraph or row of the document, as what it was read; section: "" in the frame."""

    role: Role
    section: str
    text: str


@dataclass(frozen=True)
class Mention:
    """One place where a directive is cited: section «II.4.2» and the words that cite it."""

    section: str
    quote: str


@dataclass(frozen=True)
class CitedDirective:
    """A directive of the guidance. `record.issuer` is under one name, however it is worded.

    key: number, type and issuer symbol («11-CT/TW»), the same however the citation is spelled.
    term: khóa in Roman figures as written, "" where none is; official_title, later: from the register.
    """

    key: str
    record: Directive
    term: str = ""
    places: tuple[Mention, ...] = ()
    official_title: str = ""
    later: str = ""
    confidence: Sure = Sure.CERTAIN


@dataclass(frozen=True)
class PlannedReview:
    """A review the guidance asks for, with where it asks; `years` is 0 where they are not known."""

    record: Review
    directive: str  # key of its CitedDirective
    section: str
    source: str
    lead: str = ""
    confidence: Sure = Sure.CERTAIN


@dataclass(frozen=True)
class PlannedTask:
    """A task the guidance asks for. `record.source` is found word for word in Guidance.text.

    due_words: the deadline as written; parts: its sub-topics; lead_from: where the lead was found.
    """

    record: Task
    confidence: Sure
    due_words: str = ""
    parts: tuple[str, ...] = ()
    lead_from: str = ""
    is_review: bool = False

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same while the wording does, whatever the section's number."""
        wording = squash(self.record.source)
        data = wording.encode()
        digest = hashlib.sha256(data)
        figures = digest.hexdigest()
        return figures[:12]


@dataclass(frozen=True)
class PeriodicDuty:
    """A report that falls due every period of `kind`; a day that the guidance does not name is None.

    day: day of the month, the last one on which it is in time (31 = last day of the month);
    month: 1-12 for a half or a year where named.
    """

    kind: Kind
    day: int | None
    month: int | None
    section: str
    words: str
    source: str

    @property
    def is_assumption(self) -> bool:
        """Whether the day must come from the office's default."""
        return self.day is None


@dataclass(frozen=True)
class Guidance:
    """A whole guidance as read; `text` is the document's text, one paragraph a line.

    letterhead: the names in capitals above it, the superior's first; addressees: to whom it goes; blocks:
    what every paragraph and row was read as, in the order of the document.
    """

    title: str
    own_symbol: str
    year: int
    issuer: str
    directives: tuple[CitedDirective, ...]
    reviews: tuple[PlannedReview, ...]
    tasks: tuple[PlannedTask, ...]
    duties: tuple[PeriodicDuty, ...]
    findings: tuple[Finding, ...]
    text: str
    letterhead: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    blocks: tuple[ReadBlock, ...] = ()

    @property
    def unread(self) -> tuple[ReadBlock, ...]:
        """The paragraphs and rows that the reading could not place."""
        unread = [block for block in self.blocks if block.role is Role.UNREAD]
        return tuple(unread)
