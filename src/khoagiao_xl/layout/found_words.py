"""What is found, in the office's words: sentences of the catalogue with their figures, and quoted lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph

_SHOWN: Final = 60  # letters of a line that are enough to find it


def found(code: str, **facts: object) -> str:
    """Return the words of a finding; figures are written as the office writes them."""
    told: dict[str, object] = {}
    for name, fact in facts.items():
        if isinstance(fact, float):
            told[name] = number_told(fact)
        else:
            told[name] = fact
    pattern = FOUND[code]
    return pattern.format_map(told)


def quoted(line: LaidParagraph) -> str:
    """Return the words of a line in quotation marks."""
    return quoted_text(line.text)


def quoted_text(text: str) -> str:
    """Return words in quotation marks."""
    shown = shortened(text)
    return found("quoted", text=shown)


def shortened(text: str, most: int = _SHOWN) -> str:
    """Return a text on one line, cut to what is needed to find it."""
    words = text.split()
    line = " ".join(words)
    if len(line) <= most:
        return line
    return f"{line[:most]}…"
