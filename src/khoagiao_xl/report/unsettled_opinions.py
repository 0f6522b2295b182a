"""What the lines by topic leave open, as a limit: of the period, and of the reports before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.opinion_topics import OpinionTopic, complete, opinion_topics
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_rows import is_of_parts, is_part_of_long, reports_of
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent


def unsettled_opinions(content: ReportContent) -> str:
    """Return what is not settled of what the lines by topic tell, as a limit; blank for nothing.

    No report asks again about what was told in one before it: of that nobody knows more than that no result
    has come.
    """
    rows = complete(content.details)
    if is_part_of_long(rows, content.period):
        return ""  # no line tells how much was settled
    before = complete(content.earlier_details)
    now = _left_now(
        rows,
        content,
        is_first=not before,
    )
    earlier = _left_before(before, content)
    return "; ".join(filter(None, [now, earlier]))


def unsettled_topics(content: ReportContent) -> list[OpinionTopic]:
    """Return the topics of which something is open, since the year began; none where no line tells of it."""
    rows = complete(content.details)
    if is_part_of_long(rows, content.period):
        return []
    return _left_topics([*complete(content.earlier_details), *rows])


def _left_now(rows: Sequence[ToldRow], content: ReportContent, *, is_first: bool) -> str:
    """Return what the reports of the period leave open; where others came before, that it is of this one."""
    left = _left_topics(rows)
    if not left:
        return ""
    is_spread = is_of_parts(rows, content.period)
    phrase = "du_luan_tung_ky" if is_spread else "du_luan_con"
    if len(left) == 1:
        phrase += "_mot"
    told = TOLD[phrase].format(
        told=_each_left(left),
        topic=left[0].small_name,
        left=_left_of(left[0]),
    )
    return told if is_first else TOLD["du_luan_trong_ky"].format(told=told)


def _left_before(rows: Sequence[ToldRow], content: ReportContent) -> str:
    left = _left_topics(rows)
    if not left:
        return ""
    told = []
    for topic in left:
        of_topic = TOLD["du_luan_ky_truoc_mot"].format(
            left=number(topic.left),
            topic=topic.small_name,
        )
        told.append(of_topic)
    open_rows = _open_rows(rows, left)
    return TOLD["du_luan_ky_truoc"].format(
        told=", ".join(told),
        periods=reports_of(open_rows, content),
    )


def _open_rows(rows: Iterable[ToldRow], topics: Iterable[OpinionTopic]) -> list[ToldRow]:
    names = {topic.topic for topic in topics}
    found = []
    for row in rows:
        heard = row.first or 0
        settled = row.second or 0
        if row.choice in names and heard > settled:
            found.append(row)
    return found


def _left_topics(rows: Iterable[ToldRow]) -> list[OpinionTopic]:
    return [topic for topic in opinion_topics(rows) if topic.left]


def _each_left(topics: Iterable[OpinionTopic]) -> str:
    return "; ".join(map(left_told, topics))


def left_told(topic: OpinionTopic, phrase: str = "du_luan_con_phan") -> str:
    """Return «18/26 về giáo dục»; `phrase` may say of what these are."""
    return TOLD[phrase].format(
        left=_left_of(topic),
        topic=topic.small_name,
    )


def _left_of(topic: OpinionTopic) -> str:
    """Return «18/26»."""
    left = number(topic.left, in_text=False)
    heard = number(topic.heard, in_text=False)
    return f"{left}/{heard}"
