"""Opinion and rebuttal by topic: how much the units heard, what was settled, by whom, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, listed, names, units_of
from khoagiao_xl.report.told_rows import of_list
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

OPINIONS: Final = "DL"
NAMED: Final = 2  # units named behind a result
MOST: Final = 3  # results told of a topic; of more there is only said how many


@dataclass
class OpinionTopic:
    """What units told of one topic.

    results: a text -> the units that wrote it. is_known: all of them say how much was settled.
    """

    topic: str
    units: list[str] = field(default_factory=list)
    heard: float = 0
    settled: float = 0
    is_known: bool = True
    results: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: ToldRow) -> None:
        """Count a row; texts that differ in capitals alone are one."""
        self.units.append(row.unit)
        self.heard += row.first or 0
        self.settled += row.second or 0
        if row.second is None:
            self.is_known = False
        text = bare(row.text)
        if text:
            self._told_by(text, row.unit)

    def _told_by(self, text: str, unit: str) -> None:
        for known, units in self.results.items():
            if known.casefold() == text.casefold():
                units.append(unit)
                return
        self.results[text] = [unit]


def opinion_topics(rows: Iterable[ToldRow]) -> list[OpinionTopic]:
    """Return the topics, the one heard of most first; a row without topic or number tells nothing."""
    found: dict[str, OpinionTopic] = {}
    for row in _complete(rows):
        topic = found.setdefault(row.choice, OpinionTopic(row.choice))
        topic.add(row)
    return sorted(found.values(), key=_place)


def _complete(rows: Iterable[ToldRow]) -> list[ToldRow]:
    return [row for row in of_list(rows, OPINIONS) if row.choice and row.first]


def _place(topic: OpinionTopic) -> tuple[float, str]:
    return -topic.heard, topic.topic


def opinion_paragraphs(content: ReportContent) -> list[str]:
    """Return a line for each topic; nothing where no unit told of one."""
    rows = _complete(content.details)
    told = [_told(topic, content) for topic in opinion_topics(rows)]
    opening = TOLD["du_luan"].format(units=units_of(row.unit for row in rows))
    return listed(opening, told)


def _told(topic: OpinionTopic, content: ReportContent) -> str:
    return TOLD["du_luan_chu_de"].format(
        topic=bare(topic.topic),
        count=number(topic.heard),
        units=units_of(topic.units),
        settled=_settled(topic),
        results=_results(topic, content),
    )


def _settled(topic: OpinionTopic) -> str:
    if not topic.is_known:
        return TOLD["du_luan_khong_ro"]
    if not topic.settled:
        return TOLD["du_luan_chua"]
    left = topic.heard - topic.settled
    if left <= 0:
        return TOLD["du_luan_xong"]
    return TOLD["du_luan_xong_so"].format(
        settled=number(topic.settled),
        left=number(left),
    )


def _results(topic: OpinionTopic, content: ReportContent) -> str:
    """Return what came of it and who says so: what most units wrote first."""
    if not topic.results:
        return ""
    told = list(_results_told(topic, content))
    others = len(told) - MOST
    if others > 0:
        shown = number(others)
        told[MOST:] = [TOLD["du_luan_khac"].format(count=shown)]
    return TOLD["du_luan_ket_qua"].format(results="; ".join(told))


def _fewer_units_last(result: tuple[str, Sequence[str]]) -> int:
    _, units = result
    return -len(units)


def _results_told(topic: OpinionTopic, content: ReportContent) -> Iterator[str]:
    results = topic.results
    by_units = sorted(results.items(), key=_fewer_units_last)
    for text, units in by_units:
        called = map(content.name_of, units)
        yield TOLD["du_luan_cua"].format(units=names(called, NAMED), text=text)
