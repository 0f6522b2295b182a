"""Opinion and rebuttal by topic, as units told it row by row: how much they heard, what was settled of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.told_lines import bare, in_text
from khoagiao_xl.report.told_rows import of_list
from khoagiao_xl.wording.told_sections import ASKED_ONLY, DONE_WORD, REST_OF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.report_records import ToldRow

OPINIONS: Final = "DL"


@dataclass
class OpinionTopic:
    """What units told of one topic.

    results: a text -> the units that wrote it. is_known: all of them say how much was settled.
    asked: how much is counted as settled of which the unit only says what it asked for, in `asked_texts`.
    """

    topic: str
    units: list[str] = field(default_factory=list)
    heard: float = 0
    settled: float = 0
    is_known: bool = True
    asked: float = 0
    asked_texts: list[str] = field(default_factory=list)
    results: dict[str, list[str]] = field(default_factory=dict)

    @property
    def left(self) -> float:
        """How much of it is known not to be settled."""
        return max(self.heard - self.settled, 0) if self.is_known else 0

    @property
    def small_name(self) -> str:
        """Its name within a sentence: «giáo dục», «y tế, phòng bệnh»."""
        name = bare(self.topic).removeprefix(REST_OF)
        return name[:1].lower() + name[1:]  # «Y tế»: no name of anybody

    def add(self, row: ToldRow) -> None:
        """Count a row; texts that differ in capitals alone are one."""
        self.units.append(row.unit)
        self.heard += row.first or 0
        self.settled += row.second or 0
        if row.second is None:
            self.is_known = False
        text = bare(row.text)
        if not text:
            return
        if is_result(text):
            self._told_by(text, row.unit)
        elif row.second:
            self.asked += row.second
            self.asked_texts.append(in_text(text))

    def _told_by(self, text: str, unit: str) -> None:
        for known, units in self.results.items():
            if known.casefold() == text.casefold():
                units.append(unit)
                return
        self.results[text] = [unit]


def opinion_topics(rows: Iterable[ToldRow]) -> list[OpinionTopic]:
    """Return the topics, the one heard of most first; a row without topic or number tells nothing."""
    found: dict[str, OpinionTopic] = {}
    for row in complete(rows):
        topic = found.setdefault(row.choice, OpinionTopic(row.choice))
        topic.add(row)
    return sorted(found.values(), key=_place)


def complete(rows: Iterable[ToldRow]) -> list[ToldRow]:
    """Return the rows that name a topic and say how much was heard of it."""
    opinions = of_list(rows, OPINIONS)
    return [row for row in opinions if row.choice and row.first]


def _place(topic: OpinionTopic) -> tuple[float, str]:
    return -topic.heard, topic.topic


def is_result(text: str) -> bool:
    """Whether a text says what came of it: «đã đề nghị đổi thẻ» alone says what somebody asked for."""
    small = text.casefold()
    for asked in ASKED_ONLY:
        before, found, rest = small.partition(asked)
        if found and DONE_WORD not in f"{before}{rest}":
            return False
    return True
