"""The forms that a tag of a template may have: a name, a loop through a table, a test of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph

_NAME: Final = r"[^\W\d]\w*"
_DOTTED: Final = rf"({_NAME})(?:\.({_NAME}))?"
SHOWN: Final = re.compile(rf"{_DOTTED}(?: ?\| ?(?:upper|lower|capitalize))?")
FOR: Final = re.compile(rf"for ({_NAME}) in ({_NAME})")
TEST: Final = re.compile(
    rf"(?:el)?if ((?:not )?{_NAME}(?:\.{_NAME})?(?: (?:and|or) (?:not )?{_NAME}(?:\.{_NAME})?)*)"
)
BLOCK: Final = re.compile(rf"{FOR.pattern}|{TEST.pattern}|else|endif|endfor")
NAMES_IN_TEST: Final = re.compile(rf"\b(?!(?:and|or|not)\b){_DOTTED}")


def names_used(paragraphs: Iterable[TemplateParagraph]) -> Iterator[str]:
    """Yield the names of the tags that a part shows or goes through; a mere test shows nothing."""
    for paragraph in paragraphs:
        for tag in paragraph.tags:
            shown = SHOWN.fullmatch(tag.shown)
            loop = FOR.fullmatch(tag.block)
            if shown:
                yield shown[1]
            elif loop:
                yield loop[2]
