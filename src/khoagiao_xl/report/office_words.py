"""The sheet «Lời báo cáo» and the report of a period: read, merged with what is proposed, written back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.section_names import section_tags
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.report.near_tags import advice_for
from khoagiao_xl.report.picked_praise import praises_nobody
from khoagiao_xl.report.proposed_words import proposed_sentences, words_of_units
from khoagiao_xl.report.report_annexes import ReportAnnexes
from khoagiao_xl.report.telling_words import are_belied
from khoagiao_xl.report.word_merging import MergedWords, in_short, merge_words
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.report_records import OfficeWords
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent

SOURCE: Final = "LBC"  # who proposes, in tblDeXuat; documents have codes of their own there
TEXT: Final = "text"
_BETWEEN: Final = "|"


def with_words(year: Year, content: ReportContent) -> ReportContent:
    """Return the content with the office's words for it and what the office decided about proposals.

    Raise WrongRequest LB-07 for words of a section that no report has.
    """
    merged = merged_words(year, content)
    standing = [words for words in merged.words if not words.is_dropped]
    _refuse_unknown(standing)
    kept = [words for words in standing if not is_kept_out(words, content)]
    return replace(
        content,
        office_words=tuple(kept),
        choices=merged.choices,
        undecided=merged.undecided,
    )


def is_kept_out(words: OfficeWords, content: ReportContent) -> bool:
    """Whether the office has picked words that the report cannot hold: of that the office is told."""
    return is_belied_pick(words, content) or praises_nobody(words, content)


def is_belied_pick(words: OfficeWords, content: ReportContent) -> bool:
    """Whether the office has picked words of units that the figures of the period belie."""
    return words.is_picked and are_belied(words.text, content)


def merged_words(year: Year, content: ReportContent) -> MergedWords:
    """Return the rows of the period as they stand with what is proposed now."""
    period = str(content.period)
    named = replace(content, appendices=ReportAnnexes(content).called)
    standing = []
    for at, row in enumerate(year.office_words):
        if row.period == period:
            standing.append((at, row))
    return merge_words(
        standing,
        list(proposed_sentences(named)),
        list(words_of_units(named)),
        _earlier(year, period),
        period,
    )


def _refuse_unknown(rows: Iterable[OfficeWords]) -> None:
    tags = section_tags()
    for row in rows:
        if row.section not in tags:
            advice = advice_for(row.section, tags, PHRASES["chon_muc"])
            raise WrongRequest(
                "LB-07",
                section=row.section,
                text=in_short(row.text),
                advice=advice,
            )


def _earlier(year: Year, period: str) -> Mapping[str, str]:
    """Return what was proposed last for a period, by code."""
    found = {}
    for row in year.rows(schema.PROPOSALS):
        if _is_ours(row, period):
            found[row["code"]] = row["text"]
    return found


def _is_ours(row: Mapping[str, Any], period: str) -> bool:
    """Say whether a row of tblDeXuat is of our proposals for a period."""
    key: str = row["key"]
    owner, _, _ = key.partition(_BETWEEN)
    if owner != period:
        return False
    source: str = row["source"]
    return source == SOURCE


def told_of_words(merged: MergedWords) -> list[str]:
    """Return what the office is told: what changed under its words, how much it has not decided."""
    told = list(merged.notes)
    if merged.undecided:
        told.append(sentence("LB-05", {"count": merged.undecided}))
    return told


# -- back into the master ---------------------------------------------------------------------------------


def word_tables(year: Year, merged: MergedWords, period: str) -> dict[str, list[Row]]:
    """Return «Lời báo cáo» and «Đề xuất» as they are to stand: name -> rows (heading -> value)."""
    return {
        schema.OFFICE_WORDS.name: list(_word_rows(year, merged, period)),
        schema.PROPOSALS.name: list(_proposal_rows(year, merged, period)),
    }


def _word_rows(year: Year, merged: MergedWords, period: str) -> Iterator[Row]:
    """Yield the rows of the sheet, each in its place, other columns as they are; then the new ones."""
    table = schema.OFFICE_WORDS
    kept = dict(merged.rows)
    raw_rows = year.raw(table)
    standing = zip(raw_rows, year.office_words, strict=True)
    for at, (raw, row) in enumerate(standing):
        if row.period != period:
            yield raw
        elif at in kept:
            changed = _changed(kept[at], row)
            yield raw | changed
    fresh = [vars(row) for at, row in merged.rows if at is None]
    yield from to_rows(fresh, table)


def _changed(new: OfficeWords, old: OfficeWords) -> Row:
    """Return the cells that differ, by heading."""
    cells = {}
    for column in schema.OFFICE_WORDS.columns:
        value = getattr(new, column.field)
        if value != getattr(old, column.field):
            cells[column.name] = value
    return cells


def _proposal_rows(year: Year, merged: MergedWords, period: str) -> Iterator[Row]:
    table = schema.PROPOSALS
    fields = year.rows(table)
    for raw, row in zip(year.raw(table), fields, strict=True):
        if not _is_ours(row, period):
            yield raw
    column = schema.OFFICE_WORDS.column_of(TEXT).name
    fresh = []
    for code, text in merged.earlier.items():
        row = {
            "source": SOURCE,
            "table": schema.OFFICE_WORDS.name,
            "code": code,
            "key": f"{period}{_BETWEEN}{code}",
            "column": column,
            "text": text,
            "present": True,
        }
        fresh.append(row)
    yield from to_rows(fresh, table)
