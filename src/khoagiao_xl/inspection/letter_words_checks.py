"""The words that the office has for its letters: tags that nobody knows, lost braces, a kind told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.mail.template_faults import faults_of_table
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.findings import Finding


def letter_words(context: CheckContext) -> Iterator[Finding]:
    """Texts that no letter can be made of."""
    lines = context.lines(schema.LETTER_WORDS)
    for line, fault in faults_of_table(lines):
        yield line.error(fault.code, fault.column, **fault.facts)
