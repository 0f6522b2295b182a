"""Rows of a list of documents, whose columns tell day, issuer and subject apart from the number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.citations.citation_words import either_of, words_for
from khoagiao_xl.guidance.citations.issue_days import issue_days
from khoagiao_xl.vietnamese.running_text import canonical, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.guidance.citations.citations import Citation
    from khoagiao_xl.guidance.file.block import Block

_DAY_COLUMN = re.compile(either_of(words_for("cột ngày")))
_ISSUER_COLUMN = re.compile(either_of(words_for("cột cơ quan")))
_SUBJECT_COLUMN = re.compile(either_of(words_for("cột trích yếu")))


def with_columns(block: Block, found: Sequence[Citation]) -> list[Citation]:
    """Return the citations of a row, the first with what the columns of the row say of it.

    Only a column whose heading is of the document itself counts: any day of a plan is a last day.
    """
    if not found or not block.cells:
        return list(found)
    first, *others = found
    issued = first.issued or _day(_cell(block, _DAY_COLUMN))
    issuer = first.issuer or _cell(block, _ISSUER_COLUMN)
    subject = first.subject or _cell(block, _SUBJECT_COLUMN)
    told = replace(
        first,
        issued=issued,
        issuer=issuer,
        subject=subject,
    )
    return [told, *others]


def _cell(block: Block, column: re.Pattern[str]) -> str:
    """Return the words of the first cell below a heading of this kind, "" for none."""
    for heading, words in block.cells:
        if column.match(plain(heading).strip()):
            return words.strip(" .;,")
    return ""


def _day(words: str) -> date | None:
    found = issue_days(canonical(words), 0)
    if not found:
        return None
    return next(iter(found.days), None)
