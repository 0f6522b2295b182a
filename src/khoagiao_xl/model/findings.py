"""What is wrong in somebody's file, as data: a code, a place, the facts; the sentence is made from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from khoagiao_xl.wording import sentence


class Severity(StrEnum):
    """How much a finding weighs; the values are what tblLoi shows under «Mức»."""

    ERROR = "lỗi"  # blocks acceptance
    QUESTION = "cần giải trình"  # accepted, but a person must confirm it
    NOTE = "ghi nhận"  # a repair or remark, for information


@dataclass(frozen=True)
class Place:
    """Where: a file, a sheet, a cell; what is not known stays empty."""

    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        parts = [
            f"Tệp «{self.file}»" if self.file else "",
            f"trang «{self.sheet}»" if self.sheet else "",
            f"ô {self.cell}" if self.cell else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Finding:
    """One thing a person must know or put right, and where.

    code: the key of the sentence in the catalogue, of a test and of the manual.
    facts: what fills the sentence's blanks.
    text: a sentence the office wrote itself (a rule of tblQuyTac); it then stands for the catalogue's.
    """

    code: str
    severity: Severity
    place: Place = Place()
    facts: Mapping[str, object] = field(default_factory=dict)
    text: str = ""

    @property
    def message(self) -> str:
        """The sentence without its place."""
        return self.text or sentence(self.code, self.facts)

    def __str__(self) -> str:
        where = str(self.place)
        return f"{where}: {self.message}" if where else self.message
