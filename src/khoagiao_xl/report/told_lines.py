"""How told things are joined: one sentence or lines below each other, a few names and how many more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import BODIES_BEGIN, NO_BODIES, NO_NAMES, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAMED: Final = 5  # units named in the running text; of more their number is told
ENDS: Final = " .;,:"
COLON: Final = ": "  # within an item, that cannot stand behind another one
IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
KeyedText = tuple[str, str]  # what a sentence is about, and the sentence


def listed(opening: str, items: Sequence[str]) -> list[str]:
    """Return one sentence for one item, and an opening with a line for each of several; none for none."""
    if not items:
        return []
    if len(items) == 1:
        return [f"{opening} {items[0]}."]
    return [opening, *dashed(items)]


def listed_works(opening: str, items: Sequence[str]) -> list[str]:
    """Return things to be done or done as `listed` does; a single one goes on in the sentence if it can."""
    if len(items) != 1:
        return listed(opening, items)
    (item,) = items
    without_brackets = IN_BRACKETS.sub("", item)
    if COLON in without_brackets:
        return [opening, *dashed(items)]
    return listed(opening, [in_sentence(item)])


def dashed(items: Iterable[str]) -> list[str]:
    """Return a line with a dash for each item, the last one with a full stop."""
    begun = map(capital, items)
    lines = [f"- {item};" for item in begun]
    if lines:
        last = lines.pop()
        closed = last.removesuffix(";")
        lines.append(f"{closed}.")
    return lines


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return the text with a small first letter, but for a word that is written in capitals."""
    if text[:2].isupper():
        return text
    return text[:1].lower() + text[1:]


def in_sentence(text: str) -> str:
    """Return a text as it stands behind a colon: with a small letter, but for a name of a body or place."""
    begins_with_body = text.startswith(BODIES_BEGIN) and not text.startswith(NO_BODIES)
    return text if begins_with_body or _begins_with_place(text) else small(text)


def _begins_with_place(text: str) -> bool:
    """Whether the second word is written like the first: «Lào Cai»."""
    _, _, rest = text.partition(" ")
    return rest[:1].isupper()


def in_text(name: str) -> str:
    """Return who does something within a sentence: «các chi bộ», «cấp ủy», but «Ban Tuyên giáo»."""
    if name.startswith(NO_NAMES):
        return small(name)
    return name


def bare(text: str) -> str:
    """Return a cleaned text without what closes a sentence."""
    cleaned = clean_line(text)
    return cleaned.rstrip(ENDS)


def names(units: Iterable[str], most: int = NAMED) -> str:
    """Return «Sở Y tế, Sở Tư pháp và 03 đơn vị khác»; all of them where that leaves out one at the most."""
    cleaned = map(clean_line, units)
    unique = dict.fromkeys(cleaned)
    different = list(unique)
    if len(different) <= most + 1:
        return ", ".join(different)
    shown = different[:most]
    others = len(different) - most
    return TOLD["va_khac"].format(
        names=", ".join(shown),
        others=number(others),
    )


def listed_in(appendix: str) -> str:
    """Return « (danh sách tại Phụ lục 2)»; before the appendices are known, that there is a list."""
    if not appendix:
        return TOLD["danh_sach_kem"]
    return PHRASES["xem_danh_sach"].format(appendix=appendix)


def count_words(phrase: str, count: int) -> str:
    """Return a phrase of TOLD that says how many there are; blank for none."""
    if count <= 0:
        return ""
    shown = number(count)
    return TOLD[phrase].format(count=shown)


def units_of(units: Iterable[str]) -> str:
    """Return «05 đơn vị»."""
    different = frozenset(units)
    count = number(len(different))
    return TOLD["don_vi"].format(count=count)
