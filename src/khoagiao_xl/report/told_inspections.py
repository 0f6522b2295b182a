"""Inspections by what they were about: how many, what they found, what of it is mended and what is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.report.keyed_figures import FullerTotal, is_yes_no
from khoagiao_xl.report.sentences import figure_of, has_answer, keyed, number
from khoagiao_xl.report.told_lines import bare, listed, units_of
from khoagiao_xl.report.told_rows import of_list, told_within
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

INSPECTIONS: Final = "KT"
TOPICS: Final = "kgNoiDungKiemTra"
INSPECTING: Final = "muc_3"  # the section of the report
FOUND, MENDED = "KG306", "KG307"


@dataclass
class InspectedTopic:
    """The inspections about one topic. known: how many say what they found; mended is counted of those."""

    topic: str
    count: int = 0
    units: set[str] = field(default_factory=set)
    known: int = 0
    found: float = 0
    mended: float = 0

    def add(self, row: ToldRow) -> None:
        """Count an inspection."""
        self.count += 1
        self.units.add(row.unit)
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
    is_left_told = has_figure(content, FOUND) and has_figure(content, MENDED)
    told = [_told(topic, is_left_told=is_left_told) + _claimed(topic, content) for topic in topics]
    periods = told_within(rows, content)
    opening = TOLD["kiem_tra_rieng" if periods else "kiem_tra"].format(
        units=units_of(row.unit for row in rows),
        count=number(len(rows)),
        periods=periods,
        others=_others(rows, content),
        found=_of_all_found(topics, content),
    )
    return listed(opening, told)


def _others(rows: Iterable[ToldRow], content: ReportContent) -> str:
    """Return how many of their units have not made the report of the period: its figures are without them."""
    period = content.period
    code = str(period)
    if isinstance(content.by_code.get(FOUND), FullerTotal):
        return ""  # its figures are with them
    duties = content.duties_by_period.get(code, [])
    if not duties:
        return ""
    reported = {duty.unit for duty in duties if duty.state in REPORTED}
    telling = {row.unit for row in rows}
    others = telling - reported
    if not others:
        return ""
    return TOLD["kiem_tra_khac"].format(
        count=number(len(others)),
        period=period.short,
    )


def _of_all_found(topics: Iterable[InspectedTopic], content: ReportContent) -> str:
    """Return «, với 120 trong 149 hạn chế, thiếu sót» where the figures count more than was told singly."""
    total = content.by_code.get(FOUND)
    if total is None:
        return ""
    known = sum(topic.found for topic in topics)
    of_all = figure_of(total) or 0
    if known >= of_all:
        return ""
    return TOLD["kiem_tra_trong_so"].format(
        known=number(known),
        found=keyed(total, ""),
    )


def _told(topic: InspectedTopic, *, is_left_told: bool) -> str:
    return TOLD["kiem_tra_noi_dung"].format(
        topic=bare(topic.topic),
        count=number(topic.count),
        found=_found(topic, is_left_told=is_left_told),
    )


def told_of_claims(content: ReportContent) -> Iterator[str]:
    """Yield for the office each topic that more units say they have inspected than have told of it.

    The indicator that asks it is the one of inspections whose label names the directive of the topic.
    """
    rows = of_list(content.details, INSPECTIONS)
    for topic in inspected_topics(rows):
        for total in _claims_beyond(topic, content):
            telling = len(topic.units)
            saying = figure_of(total) or 0
            facts = {
                "topic": bare(topic.topic),
                "telling": number(telling),
                "saying": number(saying),
            }
            yield sentence("BC-24", facts)


def _claimed(topic: InspectedTopic, content: ReportContent) -> str:
    """Return how many units told of it singly and how many say they inspected it, where these are more."""
    for total in _claims_beyond(topic, content):
        telling = len(topic.units)
        return TOLD["kiem_tra_bao_da"].format(
            telling=number(telling),
            saying=keyed(total, ""),
        )
    return ""


def _claims_beyond(topic: InspectedTopic, content: ReportContent) -> Iterator[Total]:
    """Yield the figure of the units that say they inspected it, where it is more than have told of it."""
    telling = len(topic.units)
    for total in _asking_for(topic, content):
        saying = figure_of(total) or 0
        if saying > telling:
            yield total


def _asking_for(topic: InspectedTopic, content: ReportContent) -> Iterator[Total]:
    symbols = named_symbols(topic.topic)
    about = set(symbols)
    for part in content.sentences.parts(INSPECTING):
        total = content.by_code.get(part.code)
        if total is None or not is_yes_no(total):
            continue
        named = named_symbols(total.label)
        if not about.isdisjoint(named):
            yield total


def has_figure(content: ReportContent, code: str) -> bool:
    """Whether the period asks an indicator and any unit has answered."""
    total = content.by_code.get(code)
    if total is None:
        return False
    return has_answer(total)


def _found(topic: InspectedTopic, *, is_left_told: bool) -> str:
    if not topic.is_known:
        return TOLD["kiem_tra_chua_ro"]
    if not topic.found:
        return TOLD["kiem_tra_khong_thay"]
    told = TOLD["kiem_tra_thay"].format(
        found=number(topic.found),
        mended=number(topic.mended),
    )
    left = topic.found - topic.mended
    if left <= 0 or is_left_told:
        return told  # what is left of all of them is told once
    shown = number(left)
    return told + TOLD["kiem_tra_con"].format(left=shown)
