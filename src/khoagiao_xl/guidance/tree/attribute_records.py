"""What is said of a task under a label, as a value: the label, what it means, what it says."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

AROUND = " ;,.()[]/-"  # signs that belong neither to a label nor to a value


class Meaning(StrEnum):
    """What the words behind a label say; the values are those of the table of labels."""

    LEAD = "chủ trì"
    SUPPORT = "phối hợp"
    DUE = "thời gian"
    OUTPUT = "sản phẩm"
    NOTE = "ghi thêm"


class Attribute(NamedTuple):
    """One label with what it says. start, end: the span of both in their text, end is behind the value."""

    meaning: Meaning
    label: str
    value: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The attribute as a line of its own."""
        return f"{self.label}: {self.value}"
