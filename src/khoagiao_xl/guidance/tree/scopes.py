"""Of which items an attribute speaks: of the one it stands under, the one before it, or a whole section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from khoagiao_xl.guidance.tree.attribute_labels import label_alone
from khoagiao_xl.guidance.tree.attribute_lines import has_attributes, is_attribute
from khoagiao_xl.guidance.tree.attribute_records import Attribute, Meaning
from khoagiao_xl.guidance.tree.attributes import attributes_in, without_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.tree.lead_ins import names_body, without_role
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.period_headings import names_period, period_of_heading

_BRACKETS = re.compile(r"\(([^()]*)\)\s*[.:]?$")
_ANNIVERSARY = re.compile(r"(?:/|năm )(?P<year>(?:19|20)\d\d)\s*[-–]\s*[^;()]*?(?:/|năm )(?!(?P=year))20\d\d")
_BETWEEN = re.compile("wa+w")
Said = dict[Meaning, Attribute]


def said_of(node: Node) -> Said:
    """Return what the attributes around an item say of it, by meaning; the nearest one counts."""
    said: Said = {}
    for attribute in _around(node):
        said.setdefault(attribute.meaning, attribute)
    return said


def notes_of(node: Node) -> dict[int, list[Attribute]]:
    """Return what is said of an item and is neither who nor when, by the block of its own attributes."""
    notes: dict[int, list[Attribute]] = {}
    for one in _own(node):
        said = values_of(one)
        notes[one.number] = [attribute for attribute in said if attribute.meaning is Meaning.NOTE]
    return notes


def period_over(node: Node) -> str:
    """Return the month or quarter under which an item is listed, as the nearest line over it names it."""
    for holder in node.holders:
        if holder.is_heading or names_period(holder.text):
            period = period_of_heading(holder.text)
            if period:
                return period
    return ""


def _around(node: Node) -> Iterator[Attribute]:
    """Yield what is said of an item, the nearest first: its own lines, those and the title of a section."""
    for own in _own(node):
        yield from values_of(own)
    for holder in node.holders:
        for one in _of_section(holder):
            yield from values_of(one)
        if holder.is_heading:
            yield from _in_title(holder.text)


def _in_title(text: str) -> Iterator[Attribute]:
    """Yield what the brackets behind a title say: «1. Dân số (Phòng Khoa giáo phụ trách; quý II)»."""
    brackets = _BRACKETS.search(without_role(text))
    if not brackets:
        return
    words = brackets[1]
    # «(02/9/1945 - 02/9/2027)» tells which anniversary it is.
    if _ANNIVERSARY.search(words):
        return
    yield from attributes_in(words)
    # «Phòng Nghiệp vụ Y (Sở Y tế)»: whose office it is.
    if names_body(text) and is_organ_alone(words):
        return
    rest = without_attributes(words)
    yield from clause_attributes(rest)


def _own(node: Node) -> Iterator[Node]:
    """Yield the attributes below an item, and those that follow it before the next item."""
    if not node.is_heading and not _trails(node):
        yield from filter(is_attribute, node.below)
    holder = node.holder
    if holder and holder.is_heading:
        yield from _behind(node, holder)


def _behind(node: Node, holder: Node) -> Iterator[Node]:
    if not _alternates(holder) and _count_works(holder) > 1:
        return
    place = holder.below.index(node)
    for one in holder.below[place + 1 :]:
        if not is_attribute(one):
            return
        yield one


# Asked for every item of a section.
@lru_cache(maxsize=64)
def _of_section(holder: Node) -> tuple[Node, ...]:
    """Return the attributes of a section: those before its first item; those behind its last, too."""
    found: list[Node] = []
    is_before = True
    for one in holder.below:
        if not is_attribute(one):
            is_before = False
        elif is_before or not _alternates(holder):
            found.append(one)
    if holder.below:
        last = holder.below[-1]
        if _trails(last):
            found += filter(is_attribute, last.below)
    return tuple(found)


def _trails(node: Node) -> bool:
    """Say whether the lines without a mark below the last of several items speak of all of them."""
    holder = node.holder
    if holder is None:
        return False
    if holder.below[-1] is not node:
        return False
    if node.rank is Rank.NONE:
        return False
    ranks = {one.rank for one in node.below}
    if ranks - {Rank.NONE}:
        return False
    others = holder.below[:-1]
    if not others:
        return False
    if any(map(is_attribute, others)):
        return False
    # «1. Sở Y tế ...; 2. Kiểm tra ... | Chủ trì: A»: the others have their own lead.
    if _tells_lead(node) and any(map(_names_lead, others)):
        return False
    return not any(map(has_attributes, others))


def _names_lead(item: Node) -> bool:
    """Say whether an item itself names who leads it."""
    if names_body(item.text):
        return True
    return leader(item.text) != ""


def _tells_lead(node: Node) -> bool:
    """Say whether a line below an item tells who leads."""
    lines = filter(is_attribute, node.below)
    said = chain.from_iterable(map(values_of, lines))
    return any(one.meaning is Meaning.LEAD for one in said)


@lru_cache(maxsize=64)
def _alternates(holder: Node) -> bool:
    """Say whether attributes stand between items, so that each speaks of the item before it."""
    marks: list[str] = []
    for one in holder.below:
        mark = "w"
        if is_attribute(one):
            mark = "a"
        marks.append(mark)
    return _BETWEEN.search("".join(marks)) is not None


@lru_cache(maxsize=64)
def _count_works(holder: Node) -> int:
    works = [one for one in holder.below if not is_attribute(one)]
    return len(works)


def values_of(node: Node) -> Iterator[Attribute]:
    """Yield what an attribute says: in its line, or under its label."""
    if node.attributes:
        yield from node.attributes
        return
    meaning = label_alone(node.text)
    if meaning is None:
        return
    texts = [one.text.strip(" ;.") for one in node.all_below]
    lines = "; ".join(texts)
    label = node.text.strip(" :.")
    yield Attribute(meaning, label, lines, 0, 0)
