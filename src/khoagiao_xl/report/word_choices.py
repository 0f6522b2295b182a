"""What the office has decided about proposed sentences: kept, reworded, moved, or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.report.told_lines import KeyedText

BETWEEN: Final = "."  # the section of a proposal and its key


@dataclass(frozen=True)
class WordChoices:
    """Decisions by code of the proposal. rewritten: the office's words for it; left_out: what it dropped.

    moved: what it put into another section. What stands in none is told as it was proposed.
    """

    rewritten: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()

    def of(self, tag: str, proposals: Iterable[KeyedText]) -> Iterator[str]:
        """Yield the sentences of a section as the office has decided about them."""
        elsewhere = self.left_out | self.moved
        for key, text in proposals:
            code = proposal_code(tag, key)
            if code not in elsewhere:
                yield self.rewritten.get(code, text)


def tag_of_proposal(code: str) -> str:
    """Return the section that a proposal was made for: «han_che»."""
    tag, _, _ = code.partition(BETWEEN)
    return tag


def proposal_code(tag: str, key: str) -> str:
    """Return the code by which a proposal is found again in the sheet: «han_che.cham»."""
    return f"{tag}{BETWEEN}{key}"
