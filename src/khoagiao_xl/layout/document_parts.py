"""The parts of an official document, as the layout rules name them; what is not there is None or empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable

Line = LaidParagraph
Lines = tuple[LaidParagraph, ...]


@dataclass
class HeadParts:
    """What stands above the title. table: what it is laid out with; names: superior and issuer together."""

    table: LaidTable | None = None
    lines: Lines = ()
    superior: Lines = ()
    issuer: Lines = ()
    star: Line | None = None
    number: Line | None = None
    draft: Line | None = None
    urgency: Line | None = None
    secrecy: Line | None = None
    circulation: Line | None = None
    place_day: Line | None = None
    national_title: Line | None = None
    motto: Line | None = None
    typed_line: Line | None = None
    about: Lines = ()


@dataclass
class TitleParts:
    """The title. kind: its line; kind_name: «Báo cáo», «Công văn», blank where nobody can tell."""

    kind: Line | None = None
    kind_name: str = ""
    subject: Lines = ()
    rule: Line | None = None
    has_drawn_line: bool = False
    addressees: Lines = ()


@dataclass
class SignatureParts:
    """The end. table: what lays it out; authority: «T/M BAN THƯỜNG VỤ»; name: None before it is signed.

    recipients: the lines below «Nơi nhận:»; drafter: «NguyenVanAn-26».
    """

    table: LaidTable | None = None
    lines: Lines = ()
    authority: Lines = ()
    position: Line | None = None
    name: Line | None = None
    recipients_word: Line | None = None
    recipients: Lines = ()
    drafter: Line | None = None


@dataclass
class AppendixParts:
    """An appendix. title: «Phụ lục 1»; subject, note «(Kèm theo ...)», rule: the lines below it."""

    blocks: tuple[LaidParagraph | LaidTable, ...]
    title: Line | None = None
    subject: Lines = ()
    note: Line | None = None
    rule: Line | None = None
    section: int = 0


@dataclass
class DocumentParts:
    """A document by its parts. body: its paragraphs, without tables; day: None where it is not filled in.

    year, month: of the day, where at least these are written. number_text: «12», blank in a draft;
    symbol: «BC/ĐUK».
    """

    head: HeadParts = field(default_factory=HeadParts)
    title: TitleParts = field(default_factory=TitleParts)
    body: Lines = ()
    tables: tuple[LaidTable, ...] = ()
    signature: SignatureParts = field(default_factory=SignatureParts)
    appendices: tuple[AppendixParts, ...] = ()
    day: date | None = None
    number_text: str = ""
    symbol: str = ""

    @property
    def kind_name(self) -> str:
        """What kind of document it is: «Báo cáo»."""
        return self.title.kind_name

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn, which bears no name of a kind."""
        return self.title.kind_name == LETTER


LETTER = "Công văn"
