"""What the office has decided about proposed sentences: kept as proposed, in its own words, or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khoagiao_xl.report.told_lines import KeyedText


@dataclass(frozen=True)
class WordChoices:
    """Decisions by code of the proposal. rewritten: the office's words for it; left_out: what it dropped.

    What stands in neither is told as it was proposed.
    """

    rewritten: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def of(self, tag: str, proposals: Iterable[KeyedText]) -> Iterator[str]:
        """Yield the sentences of a section as the office has decided about them."""
        for key, text in proposals:
            code = proposal_code(tag, key)
            if code not in self.left_out:
                yield self.rewritten.get(code, text)


def proposal_code(tag: str, key: str) -> str:
    """Return the code by which a proposal is found again in the sheet: «han_che.cham»."""
    return f"{tag}.{key}"
