"""Opinion and rebuttal by topic: how much the units heard, what was settled, by whom, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.opinion_topics import OpinionTopic, complete, opinion_topics
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, in_text, listed, units_of
from khoagiao_xl.report.told_rows import is_of_parts, is_part_of_long, speaks_for, told_in, told_within
from khoagiao_xl.report.unsettled_opinions import left_told
from khoagiao_xl.wording.told_sections import REST_OF, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

MOST: Final = 3  # results told of a topic; of more there is only said how many


def opinion_paragraphs(content: ReportContent) -> list[str]:
    """Return a line for each topic; nothing where no unit told of one."""
    rows = complete(content.details)
    periods = told_in(rows, content)
    if rows and is_part_of_long(rows, content.period):
        return [_summed_up(rows, periods, content)]
    topics = opinion_topics(rows)
    is_spread = is_of_parts(rows, content.period)
    told = [_told(topic, is_spread=is_spread) for topic in topics]
    heard = sum(topic.heard for topic in topics)
    within = told_within(rows, content)
    opening = TOLD["du_luan"].format(
        count=number(heard),
        units=units_of(row.unit for row in rows),
        told_in=TOLD["du_luan_trong"].format(periods=within) if within else "",
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
    told = [left_told(topic, "du_luan_gop_con_phan") for topic in topics if topic.left]
    if not told:
        return ""
    place = TOLD["du_luan_bo_sung"] if content.letterhead.is_draft else ""
    return TOLD["du_luan_gop_con"].format(
        told=", ".join(told),
        place=place,
    )


def _summed(topic: OpinionTopic) -> str:
    return TOLD["du_luan_gop_mot"].format(
        topic=topic.small_name,
        count=number(topic.heard),
    )


def _told(topic: OpinionTopic, *, is_spread: bool) -> str:
    return TOLD["du_luan_chu_de"].format(
        topic=_name(topic.topic),
        count=number(topic.heard),
        units=units_of(topic.units),
        outcome=_outcome(topic, is_spread=is_spread),
    )


def _name(choice: str) -> str:
    """Return what a topic is called: «Giáo dục» for «Nội dung khác về giáo dục» of the form's list."""
    name = bare(choice)
    return capital(name.removeprefix(REST_OF))


def _outcome(topic: OpinionTopic, *, is_spread: bool) -> str:
    """Return how much was settled, and what came of it.

    is_spread: as reports within the period say, each of its own day.
    """
    if topic.asked and topic.is_known:
        return _asked_outcome(topic, is_spread=is_spread)
    phrase = _phrase(topic, is_spread=is_spread)
    return TOLD[phrase].format(
        settled=number(topic.settled),
        results=_results(topic),
        left=number(topic.left),
    )


def _phrase(topic: OpinionTopic, *, is_spread: bool) -> str:
    if not topic.is_known:
        return "du_luan_khong_ro"
    if not topic.settled:
        return "du_luan_chua_tung_ky" if is_spread else "du_luan_chua"
    if not topic.left:
        return "du_luan_xong"
    return "du_luan_xong_tung_ky" if is_spread else "du_luan_xong_so"


def _asked_outcome(topic: OpinionTopic, *, is_spread: bool) -> str:
    """Return «đơn vị ghi đã giải quyết 22, trong đó 05 mới nêu công đoàn đã đề nghị ...»."""
    is_all = topic.asked == topic.settled
    asked = number(topic.asked)
    in_part = TOLD["du_luan_trong_do"].format(count=asked)
    open_count = number(topic.left)
    phrase = "du_luan_ghi_con_tung_ky" if is_spread else "du_luan_ghi_con"
    left = TOLD[phrase].format(left=open_count)
    different = dict.fromkeys(topic.asked_texts)
    return TOLD["du_luan_ghi_xong"].format(
        settled=number(topic.settled),
        results=_results(topic),
        which=TOLD["du_luan_nhung"] if is_all else in_part,
        texts="; ".join(different),
        left=left if topic.left else "",
    )


def _results(topic: OpinionTopic) -> str:
    """Return what came of it, as units say, what most wrote first; none speaks for all units of the topic."""
    by_units = sorted(topic.results.items(), key=_fewer_units_last)
    told = [in_text(text) for text, _ in by_units]
    if not told:
        return ""
    others = len(told) - MOST
    if others > 0:
        shown = number(others)
        told[MOST:] = [TOLD["du_luan_khac"].format(count=shown)]
    return TOLD["du_luan_ket_qua"].format(results="; ".join(told))


def _fewer_units_last(result: tuple[str, Sequence[str]]) -> int:
    _, units = result
    return -len(units)
