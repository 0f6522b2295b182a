"""What units wrote about one directive, in the report of a period and in those within it, each text once."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.quoting import fold
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_lines import bare, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import Narrative
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.quoting import Opinion


def opinions_about(facts: DirectiveFacts, tag: str) -> Iterator[Opinion]:
    """Yield what the report has under `tag` that names the directive or is about its topic."""
    lines = list(_lines_about(facts))
    for part in sentence_table().quoted:
        if part.tag == tag:
            yield from fold(lines, part.code, part.role)


def _lines_about(facts: DirectiveFacts) -> Iterator[Narrative]:
    content = facts.content
    by_part = content.earlier_words.values()
    for narrative in chain(content.narratives, *by_part):
        text = clean_text(narrative.text)
        for line in text.split("\n"):
            if facts.is_meant_by(line):
                yield replace(narrative, text=line)


def quoted(opinion: Opinion) -> str:
    """Return «Đảng bộ Sở Y tế, ... và 03 đơn vị khác: kinh phí còn thiếu.»."""
    said = bare(opinion.text)
    return say(
        "loi_don_vi",
        unit=names(opinion.units),
        text=f"{said}.",
    )
