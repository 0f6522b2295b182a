"""What units wrote about one directive, in the report of a period and in those within it, each text once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.folded_words import fold
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.name_lists import names_or_list
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.told_rows import reports_named

if TYPE_CHECKING:
    from khoagiao_xl.report.content import Narrative
    from khoagiao_xl.report.folded_words import Opinion
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts


def opinions_about(facts: DirectiveFacts, tag: str) -> Iterator[Opinion]:
    """Yield what the report has under `tag` that names the directive or is about its topic."""
    content = facts.content
    earlier = content.earlier_words.values()
    said = chain(content.narratives, *earlier)
    yield from _about(facts, tag, said)


def reports_with(facts: DirectiveFacts, tag: str) -> str:
    """Return in which reports they stand, «quý I, 6 tháng đầu năm»: the period's and those within it."""
    content = facts.content
    written = {Period.parse(code): said for code, said in content.earlier_words.items()}
    written[content.period] = content.narratives
    told_in = []
    for period, said in written.items():
        if any(_about(facts, tag, said)):
            told_in.append(period)
    return reports_named(told_in, content)


def _about(facts: DirectiveFacts, tag: str, said: Iterable[Narrative]) -> Iterator[Opinion]:
    lines = list(_lines_about(facts, said))
    for part in sentence_table().quoted:
        if part.tag == tag:
            yield from fold(lines, part.code, part.role)


def _lines_about(facts: DirectiveFacts, said: Iterable[Narrative]) -> Iterator[Narrative]:
    for narrative in said:
        text = clean_text(narrative.text)
        for line in text.split("\n"):
            if facts.is_meant_by(line):
                yield replace(narrative, text=line)


def quoted(opinion: Opinion, appendix: str) -> str:
    """Return «Đảng bộ Sở Y tế, Chi bộ Sở Du lịch: kinh phí còn thiếu.»; many units are named in the annex."""
    said = bare(opinion.text)
    return say(
        "loi_don_vi",
        unit=names_or_list(opinion.units, appendix),
        text=f"{said}.",
    )
