"""Opinion and rebuttal by topic: how much the units heard, what was settled, by whom, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, in_text, listed, units_of
from khoagiao_xl.report.told_rows import is_part_of_long, of_list, speaks_for, told_in
from khoagiao_xl.wording.told_sections import ASKED_ONLY, DONE_WORD, REST_OF, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

OPINIONS: Final = "DL"
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
    opinions = of_list(rows, OPINIONS)
    return [row for row in opinions if row.choice and row.first]


def _place(topic: OpinionTopic) -> tuple[float, str]:
    return -topic.heard, topic.topic


def opinion_paragraphs(content: ReportContent) -> list[str]:
    """Return a line for each topic; nothing where no unit told of one."""
    rows = _complete(content.details)
    periods = told_in(rows, content)
    if rows and is_part_of_long(rows, content.period):
        return [_summed_up(rows, periods, content)]
    topics = opinion_topics(rows)
    told = list(map(_told, topics))
    heard = sum(topic.heard for topic in topics)
    opening = TOLD["du_luan"].format(
        count=number(heard),
        units=units_of(row.unit for row in rows),
        told_in=TOLD["neu_trong_bao_cao"].format(periods=periods) if periods else "",
    )
    return listed(opening, told)


def _summed_up(rows: Sequence[ToldRow], periods: str, content: ReportContent) -> str:
    """Return in one sentence what was spoken of, where only a part of the period is known by topic.

    Fewer months than speak for the period are told as what their reports say. What they left open is told in
    either case: nobody else says what became of it.
    """
    topics = opinion_topics(rows)
    told = [_summed(topic) for topic in topics]
    phrase = "du_luan_gop" if speaks_for(rows, content.period) else "du_luan_neu"
    return TOLD[phrase].format(
        periods=periods,
        count=number(sum(topic.heard for topic in topics)),
        topics="; ".join(told),
        left=_left_open(topics, content),
    )


def _left_open(topics: Iterable[OpinionTopic], content: ReportContent) -> str:
    """Return what earlier reports left open, of which a draft asks what became of it."""
    told = [_left_told(topic) for topic in topics if topic.left]
    if not told:
        return ""
    place = "" if content.letterhead.number else TOLD["du_luan_bo_sung"]
    return TOLD["du_luan_gop_con"].format(told=", ".join(told), place=place)


def _summed(topic: OpinionTopic) -> str:
    return TOLD["du_luan_gop_mot"].format(topic=topic.small_name, count=number(topic.heard))


def unsettled_topics(content: ReportContent) -> list[OpinionTopic]:
    """Return the topics of which something is not settled; none where no line tells how much was."""
    rows = _complete(content.details)
    if is_part_of_long(rows, content.period):
        return []
    return [topic for topic in opinion_topics(rows) if topic.left]


def unsettled_opinions(content: ReportContent) -> str:
    """Return what is not settled of what the lines by topic tell, as a limit; blank for nothing."""
    left = unsettled_topics(content)
    if not left:
        return ""
    told = [_left_told(topic) for topic in left]
    phrase = "du_luan_con_mot" if len(told) == 1 else "du_luan_con"
    return TOLD[phrase].format(
        told="; ".join(told),
        topic=left[0].small_name,
        left=_left_of(left[0]),
    )


def _left_told(topic: OpinionTopic) -> str:
    return TOLD["du_luan_con_phan"].format(left=_left_of(topic), topic=topic.small_name)


def _left_of(topic: OpinionTopic) -> str:
    """Return «18/26»."""
    left = number(topic.left, in_text=False)
    heard = number(topic.heard, in_text=False)
    return f"{left}/{heard}"


def _told(topic: OpinionTopic) -> str:
    return TOLD["du_luan_chu_de"].format(
        topic=_name(topic.topic),
        count=number(topic.heard),
        units=units_of(topic.units),
        settled=_settled(topic),
        results=_results(topic),
    )


def _name(choice: str) -> str:
    """Return what a topic is called: «Giáo dục» for «Nội dung khác về giáo dục» of the form's list."""
    name = bare(choice)
    return capital(name.removeprefix(REST_OF))


def _settled(topic: OpinionTopic) -> str:
    if not topic.is_known:
        return TOLD["du_luan_khong_ro"]
    if not topic.settled:
        return TOLD["du_luan_chua"]
    if not topic.left:
        return TOLD["du_luan_xong"]
    return TOLD["du_luan_xong_so"].format(
        settled=number(topic.settled),
        left=number(topic.left),
    )


def _results(topic: OpinionTopic) -> str:
    """Return what came of it, as units say, what most wrote first; none speaks for all units of the topic."""
    by_units = sorted(topic.results.items(), key=_fewer_units_last)
    told = [in_text(text) for text, _ in by_units if _is_result(text)]
    if not told:
        return ""
    others = len(told) - MOST
    if others > 0:
        shown = number(others)
        told[MOST:] = [TOLD["du_luan_khac"].format(count=shown)]
    return TOLD["du_luan_ket_qua"].format(results="; ".join(told))


def _is_result(text: str) -> bool:
    """Whether a text says what came of it: «đã đề nghị đổi thẻ» alone says what somebody asked for."""
    small = text.casefold()
    for asked in ASKED_ONLY:
        before, found, rest = small.partition(asked)
        if found and DONE_WORD not in f"{before}{rest}":
            return False
    return True


def _fewer_units_last(result: tuple[str, Sequence[str]]) -> int:
    _, units = result
    return -len(units)
