"""Inspections by what they were about: how many, what they found, what of it is mended and what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, listed, units_of
from khoagiao_xl.report.told_rows import of_list, told_within
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

INSPECTIONS: Final = "KT"
TOPICS: Final = "kgNoiDungKiemTra"


@dataclass
class InspectedTopic:
    """The inspections about one topic. known: how many say what they found; mended is counted of those."""

    topic: str
    count: int = 0
    known: int = 0
    found: float = 0
    mended: float = 0

    def add(self, row: ToldRow) -> None:
        """Count an inspection."""
        self.count += 1
        if row.first is None:
            return
        self.known += 1
        self.found += row.first
        self.mended += row.second or 0

    @property
    def is_known(self) -> bool:
        """Whether all of them say what they found."""
        return self.known == self.count


def inspected_topics(rows: Iterable[ToldRow]) -> list[InspectedTopic]:
    """Return the inspections by topic, in the order in which the form offers the topics."""
    offered = choices()[TOPICS]
    found = {topic: InspectedTopic(topic) for topic in offered}
    for row in of_list(rows, INSPECTIONS):
        topic = found.setdefault(row.choice, InspectedTopic(row.choice))
        topic.add(row)
    return [topic for topic in found.values() if topic.count]


def inspection_paragraphs(content: ReportContent) -> list[str]:
    """Return a line for each topic; nothing where no unit told of an inspection."""
    rows = of_list(content.details, INSPECTIONS)
    topics = inspected_topics(rows)
    told = list(map(_told, topics))
    periods = told_within(rows, content.period)
    opening = TOLD["kiem_tra_rieng" if periods else "kiem_tra"].format(
        units=units_of(row.unit for row in rows),
        count=number(len(rows)),
        periods=periods,
    )
    return listed(opening, told)


def _told(topic: InspectedTopic) -> str:
    return TOLD["kiem_tra_noi_dung"].format(
        topic=bare(topic.topic),
        count=number(topic.count),
        found=_found(topic),
    )


def _found(topic: InspectedTopic) -> str:
    if not topic.is_known:
        return TOLD["kiem_tra_chua_ro"]
    if not topic.found:
        return TOLD["kiem_tra_khong_thay"]
    told = TOLD["kiem_tra_thay"].format(
        found=number(topic.found),
        mended=number(topic.mended),
    )
    left = topic.found - topic.mended
    if left <= 0:
        return told
    shown = number(left)
    return told + TOLD["kiem_tra_con"].format(left=shown)
