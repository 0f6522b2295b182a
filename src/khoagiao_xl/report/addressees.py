"""Whom a line of units asks, and for what: «Ban Tuyên giáo Tỉnh ủy: cung cấp ...»."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_sections import ASKING, BODIES_BEGIN

LONGEST_NAME: Final = 14  # words of the name of a body


def addressee_of(text: str) -> tuple[str, str]:
    """Return whom «Ban Tuyên giáo Tỉnh ủy: cung cấp ...» asks and for what; a blank where it names nobody."""
    head, _, rest = text.partition(":")
    asked = rest.strip()
    cleaned = bare(head)
    name = without_asking(cleaned)
    if asked and _is_name(name):
        return name, asked
    return "", text


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= LONGEST_NAME and text.startswith(BODIES_BEGIN)


def without_asking(head: str) -> str:
    """Return what is asked, without the verb that asks: «cung cấp ...» for «Đề nghị cung cấp ...»."""
    small = head.casefold()
    for verb in ASKING:
        if small.startswith(verb):
            length = len(verb)
            rest = head[length:]
            return rest.strip()
    return head
