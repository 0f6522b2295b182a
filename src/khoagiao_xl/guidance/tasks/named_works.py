"""Works that are named before a colon or a dash, behind which only who and when stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.tasks.paragraph_labels import LABEL, is_topic
from khoagiao_xl.guidance.tasks.work_piece import SIGNS, Piece
from khoagiao_xl.guidance.tree.attributes import attributes_in, without_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.words.body_kinds import PERSON_HERE
from khoagiao_xl.guidance.words.organs import ends_with_organ, organ_at_start
from khoagiao_xl.vietnamese.running_text import plain

_WAITS = re.compile(r"\s(?:về|cho|tại|ở|đến|tới|qua|với|là|gồm|của|từ|trên|theo|bởi|và|do)\s*:\s*$")
_DASH = re.compile(r"\s[-–]\s(?=[^\W\d_])")


def named_work(text: str) -> Piece | None:
    """Return the work that is named before a colon or a dash, behind which only who and when stand."""
    for main in _ends_of_name(text):
        if not clause_attributes(without_attributes(text[main:].strip(SIGNS))):
            continue
        return Piece(
            text,
            start=0,
            end=len(text),
            main=main,
        )
    return None


def _ends_of_name(text: str) -> Iterator[int]:
    """Yield where the words behind the name of a work may begin: behind its colon, or its dash."""
    named = LABEL.match(text)
    if named and _may_be_named(text, named):
        yield named.end()
    for dash in _DASH.finditer(text):
        name = text[: dash.start()]
        if _may_be_name_of_work(name) and _is_office_behind(name, text[dash.end() :]):
            yield dash.end()


def _may_be_named(text: str, named: re.Match[str]) -> bool:
    # «Gửi văn bản về: Văn phòng»: who stands behind the colon belongs to the words before it.
    name = named[0]
    low = plain(name)
    if _WAITS.search(low):
        return False
    if is_topic(name):
        return False
    end = named.end()
    return not _is_in_attribute(text, end)


def _is_in_attribute(text: str, place: int) -> bool:
    """Say whether the colon before `place` is that of a label: «Tập huấn ..., cơ quan chuẩn bị: Ban A»."""
    return any(attribute.start < place <= attribute.end for attribute in attributes_in(text))


def _may_be_name_of_work(name: str) -> bool:
    if name.count("(") > name.count(")"):
        return False
    return not is_topic(name)


def _is_office_behind(name: str, behind: str) -> bool:
    """Say whether a body stands behind a dash that is no second half of «Báo A - Đài B», «Sở A - Sở B»."""
    organ, _ = organ_at_start(behind)
    if not organ:
        return False
    low = plain(behind)
    if PERSON_HERE.match(low):
        return True
    return not ends_with_organ(name)
