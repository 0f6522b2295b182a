"""The office's words in their place: at the end of a section, with live figures; what it picked of units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.report_records import WordsOrigin
from khoagiao_xl.model.section_names import section_tags
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.figure_tags import FIGURE_FIELDS, FigureTag
from khoagiao_xl.report.folded_words import Opinion, Opinions
from khoagiao_xl.report.near_tags import advice_for
from khoagiao_xl.report.word_merging import in_short
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.model.report_records import OfficeWords
    from khoagiao_xl.report.content import ReportContent

_TAG: Final = re.compile(r"\{\{\s*(\w+)(?:\.(\w+))?\s*\}\}")
_HALF_TAG: Final = re.compile(r"\{\{|\}\}|\{%|%\}")


def placed_words(content: ReportContent, figures: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return by tag the paragraphs that stand at the end of a section, proposals moved there among them.

    figures: the tags that the office's own words may hold. Raise WrongRequest LB-06, LB-09 for a wrong one.
    """
    tags = section_tags()
    found: dict[str, list[str]] = {}
    for words in content.office_words:
        paragraphs = found.setdefault(tags[words.section], [])
        if words.code in content.choices.moved:
            text = clean_text(words.text)
            paragraphs += text.split("\n")
        else:
            paragraphs += _paragraphs(words, figures)
    return found


def _paragraphs(words: OfficeWords, figures: Mapping[str, Any]) -> list[str]:
    """Return the lines that a person of the office typed; proposals and words of units stand elsewhere."""
    if words.origin in (WordsOrigin.UNIT, WordsOrigin.TOOL):
        return []
    text = with_figures(words, figures)
    return text.split("\n")


def picked_opinions(content: ReportContent, opinions: Opinions) -> Opinions:
    """Return the opinions; of a section for which the office has picked some, only these."""
    found = dict(opinions)
    for tag in opinions:
        picked = content.picked_words(tag)
        if picked:
            found[tag] = list(map(_opinion, picked))
    return found


def _opinion(words: OfficeWords) -> Opinion:
    text = clean_text(words.text)
    line = text.replace("\n", " ")
    return Opinion(words.named_units, line)


# -- live figures -----------------------------------------------------------------------------------------


def with_figures(words: OfficeWords, figures: Mapping[str, Any]) -> str:
    """Return the words of a person of the office, every tag in them replaced by its figure."""
    text = clean_text(words.text)
    rest = _TAG.sub("", text)
    if _HALF_TAG.search(rest):
        short = in_short(words.text)
        raise WrongRequest(
            "LB-09",
            section=words.section,
            text=short,
        )

    def shown(found: re.Match[str]) -> str:
        return _shown(found, words, figures)

    return _TAG.sub(shown, text)


def _shown(found: re.Match[str], words: OfficeWords, figures: Mapping[str, Any]) -> str:
    name, field = found[1], found[2]
    if name not in figures:
        raise _unknown(name, words, figures)
    value = figures[name]
    if not field:
        return str(value)
    if not isinstance(value, FigureTag) or field not in FIGURE_FIELDS:
        raise _unknown(field, words, FIGURE_FIELDS)
    return str(getattr(value, field))


def _unknown(tag: str, words: OfficeWords, known: Iterable[str]) -> WrongRequest:
    return WrongRequest(
        "LB-06",
        section=words.section,
        text=in_short(words.text),
        tag=tag,
        advice=advice_for(tag, known, PHRASES["chi_ma"]),
    )
