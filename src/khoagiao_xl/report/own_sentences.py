"""The sentences that the office gave its own indicators: column «Câu trong báo cáo» of tblChiTieu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentence_table import SENTENCE_ROLES, FigureRole, SentencePart, sentence_table

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator

FIGURES = ("{}", "{n}")  # what the figure stands as in a sentence


def own_parts(indicators: Iterable[Indicator]) -> Iterator[SentencePart]:
    """Yield how the indicators are told that the office gave a sentence, or the code of one that has it."""
    for item in indicators:
        if item.sentence and not is_unclear(item.sentence):
            yield _own_part(item)


def is_unclear(typed: str) -> bool:
    """Whether a sentence is neither the code of a told indicator nor has a place for a figure."""
    sentence = clean_line(typed)
    if not sentence or _borrowed(sentence):
        return False
    return not any(figure in sentence for figure in FIGURES)


def _own_part(item: Indicator) -> SentencePart:
    sentence = clean_line(item.sentence)
    tag = report_tag(item.section, item.field)
    borrowed = _borrowed(sentence)
    if borrowed:
        return replace(borrowed, code=item.code, tag=tag or borrowed.tag, of="", none_of="")
    label = clean_line(item.label).strip(" -")
    return SentencePart(
        tag=tag,
        code=item.code,
        role=FigureRole.PART,
        frame=sentence.rstrip("."),
        name=label[:1].lower() + label[1:],
        stands_alone=True,
    )


def _borrowed(code: str) -> SentencePart | None:
    """Return the part of the indicator of that code; None for what is no code, or of none with a sentence."""
    part = sentence_table().by_code.get(code)
    if part is None or part.role not in SENTENCE_ROLES:
        return None
    return part
