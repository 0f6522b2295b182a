"""The sentences that the office gave its own indicators: each has a place for the figure, or is a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.report.own_sentences import is_unclear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext


def sentences(context: CheckContext) -> Iterator[Finding]:
    """A sentence without a place for its figure: the report would tell the indicator by its label."""
    for line in context.lines(schema.INDICATORS):
        typed = line.text("sentence")
        if is_unclear(typed):
            yield line.error("KT-98", "sentence", found=typed)
