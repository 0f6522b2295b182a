"""What is wrong in somebody's file, as data: a code, a place, the facts; the sentence is made from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from khoagiao_xl.vietnamese.figures import fact_text
from khoagiao_xl.wording import sentence

_ON_TRIAL: Final = "(thử) "


class Severity(StrEnum):
    """How much a finding weighs; the values are what tblLoi shows under «Mức»."""

    ERROR = "lỗi"  # blocks acceptance
    QUESTION = "cần giải trình"  # accepted, but a person must confirm it
    NOTE = "ghi nhận"  # a repair or remark, for information

    @property
    def rank(self) -> int:
        """Its place among all, the worst first."""
        return tuple(Severity).index(self)


@dataclass(frozen=True)
class Place:
    """Where: a file, a sheet, a cell; what is not known stays empty."""

    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        parts = []
        if self.file:
            parts.append(f"Tệp «{self.file}»")
        if self.sheet:
            parts.append(f"trang «{self.sheet}»")
        if self.cell:
            parts.append(f"ô {self.cell}")
        return ", ".join(parts)


@dataclass(frozen=True)
class Finding:
    """One thing a person must know or put right, and where; its sentence is made when it is read.

    code: the key of the sentence in the catalogue, of a test and of the manual.
    facts: what fills the blanks of the sentence besides the fields below.
    text: words the office wrote itself (a rule of tblQuyTac); they then stand for the catalogue's.
    about: the indicators it speaks of, first the one at whose cell it is told.
    found: what stands there, as a person sees it. expected: what should stand there, or may be meant.
    detail: the figures that show it («KG101 = 5; lũy kế = 7»).
    is_trial: it comes of a rule on trial, which remarks for the office alone.
    alike: what several of them have in common, so that one line says it of all: the code of the sentence
    about many, or the office's own words; blank for one that is like no other.
    cells: of one that stands for several, all their cells.
    settled: why it weighs no more than a note: a waiver, or what the unit explained.
    waived: the rule and the figure that a waiver in force was used for, «R01 KG108»; blank where none was.
    """

    code: str
    severity: Severity
    place: Place = Place()
    facts: Mapping[str, object] = field(default_factory=dict)
    text: str = ""
    about: tuple[str, ...] = ()
    found: str | None = None
    expected: str | None = None
    detail: str = ""
    is_trial: bool = False
    alike: str = ""
    cells: tuple[str, ...] = ()
    settled: str = ""
    waived: str = ""

    @property
    def indicator(self) -> str:
        """The indicator at whose cell it is told, blank for what is no matter of one."""
        return self.about[0] if self.about else ""

    @property
    def is_error(self) -> bool:
        """Whether it forbids to accept what it speaks of."""
        return self.severity is Severity.ERROR

    @property
    def asks(self) -> bool:
        """Whether a person is asked something, be it that it was settled since."""
        return self.severity is not Severity.NOTE or bool(self.settled)

    @property
    def all_cells(self) -> str:
        """The cells it speaks of, one or several: «D17, D20»."""
        if not self.cells:
            return self.place.cell
        return ", ".join(self.cells)

    @property
    def message(self) -> str:
        """The sentence without its place."""
        told = self._told()
        if self.settled:
            return f"{told} {self.settled}"
        return told

    def _told(self) -> str:
        if not self.text:
            blanks = self._blanks()
            return sentence(self.code, blanks)
        if self.detail:
            return f"{self.own_words} ({self.detail})."
        return self.own_words

    @property
    def own_words(self) -> str:
        """What the office wrote, marked when its rule is on trial."""
        if self.is_trial:
            return f"{_ON_TRIAL}{self.text}"
        return self.text

    def _blanks(self) -> Mapping[str, object]:
        blanks = dict(self.facts)
        if self.about:
            blanks.setdefault("indicator", self.indicator)
        if self.found is not None:
            blanks.setdefault("found", self.found)
        if self.expected is not None:
            blanks.setdefault("expected", self.expected)
        return blanks

    def __str__(self) -> str:
        where = str(self.place)
        if where:
            return f"{where}: {self.message}"
        return self.message


def wrong(code: str, place: Place, about: str = "", found: object = None, **facts: object) -> Finding:
    """Return a finding that forbids acceptance; about: the indicator at whose cell it is told."""
    return _finding(Severity.ERROR, code, place, about, found, facts)


def asked(code: str, place: Place, about: str = "", found: object = None, **facts: object) -> Finding:
    """Return a finding that a person must confirm."""
    return _finding(Severity.QUESTION, code, place, about, found, facts)


def noted(code: str, place: Place, about: str = "", found: object = None, **facts: object) -> Finding:
    """Return a finding for information."""
    return _finding(Severity.NOTE, code, place, about, found, facts)


def _finding(
    severity: Severity, code: str, place: Place, about: str, found: object, facts: Mapping[str, object]
) -> Finding:
    indicators = (about,) if about else ()
    shown = None if found is None else fact_text(found)
    return Finding(
        code,
        severity,
        place,
        facts,
        about=indicators,
        found=shown,
    )
