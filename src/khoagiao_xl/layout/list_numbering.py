"""Word's automatic numbering, rendered: the text that Word shows in front of a paragraph but never stores."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.layout.list_counters import FORMATS
from khoagiao_xl.layout.word_xml import find, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPED_BULLETS = {"-": "-", "–": "-", "—": "-", "+": "+", "*": "*"}
_INNER_BULLETS = re.compile(r"ListBullet[2-5]")
NO_LIST = ("", 0)


@dataclass(frozen=True)
class Level:
    """One level of a list: «%1.%2.» in `pattern` stands for the counters of levels 1 and 2.

    properties: what the level says of its paragraphs, their indents above all; style: whose paragraphs stand
    on it; is_legal: whether all counters show as plain figures; after: the level whose next paragraph lets it
    begin again, counted from 1 (0: none does, None: every higher one).
    """

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    properties: _Element | None = field(default=None, repr=False, compare=False)
    style: str = ""
    is_legal: bool = False
    after: int | None = None

    def begins_again(self, own: int, depth: int) -> bool:
        """Say whether it begins anew when a paragraph of level `depth` was counted; own: its own depth."""
        if own <= depth:
            return False
        return self.after is None or depth < self.after

    def show(self, number: int) -> str:
        """Return the counter `number` as this level shows it."""
        shown = FORMATS.get(self.format, str)
        return shown(number)


Levels = dict[int, Level]
Lists = dict[str, tuple[str, Levels]]
Places = dict[str, tuple[str, int]]
USUAL = Level()


@dataclass
class Numbering:
    """The lists of one document and how far each has counted.

    lists: by their id, the family that counts together and its levels; styles: the list id and level that
    a style gives its paragraphs.
    """

    lists: Lists = field(default_factory=dict)
    styles: Places = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: _Element) -> str:
        """Return what Word shows in front of `paragraph` («II.», «-», «a)») and count it; "" for none."""
        list_id, depth = self._place(paragraph)
        if list_id not in self.lists:
            return ""
        family, levels = self.lists[list_id]
        counted = self.counters.setdefault(family, {})
        _count(counted, depth, levels)
        label = _render(levels, depth, counted)
        # «List Bullet 2» is a list of its own, which stands below «List Bullet».
        style = value(paragraph, "pPr/pStyle")
        return "+" if label == "-" and _INNER_BULLETS.fullmatch(style) else label

    def family(self, paragraph: _Element) -> str:
        """Return the name of the lists that count on together with that of `paragraph`; "" for none."""
        list_id, _ = self._place(paragraph)
        if list_id not in self.lists:
            return ""
        family, _ = self.lists[list_id]
        return family

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else those of its style."""
        style = value(paragraph, "pPr/pStyle")
        list_id, depth = self.styles.get(style, NO_LIST)
        properties = find(paragraph, "pPr")
        own_list, own_depth = list_place(properties)
        if own_depth is not None:
            depth = own_depth
        return own_list or list_id, depth

    def properties(self, paragraph: _Element) -> tuple[_Element | None, bool]:
        """Return what the list says of a paragraph, and whether the paragraph itself asks for it."""
        level = self._level(paragraph)
        asked = find(paragraph, "pPr/numPr/numId")
        return level.properties, asked is not None

    def bullet(self, paragraph: _Element) -> str:
        """Return the sign in front of a paragraph of a list without numbers; "" for another one."""
        level = self._level(paragraph)
        if level.format != "bullet":
            return ""
        for letter in level.pattern:
            if "\ue000" <= letter <= "\uf8ff":  # of a font of symbols, no letter anywhere else
                return "•"
        return level.pattern.strip()

    def _level(self, paragraph: _Element) -> Level:
        list_id, depth = self._place(paragraph)
        if list_id not in self.lists:
            return USUAL
        _, levels = self.lists[list_id]
        return levels.get(depth, USUAL)


def _count(counted: dict[int, int], depth: int, levels: Levels) -> None:
    """Count one more paragraph at `depth`; what is deeper begins again."""
    level = levels.get(depth, USUAL)
    before = counted.get(depth, level.start - 1)
    counted[depth] = before + 1
    for other in list(counted):
        deeper = levels.get(other, USUAL)
        if deeper.begins_again(other, depth):
            del counted[other]


def _bullet(pattern: str, depth: int) -> str:
    """Return a sign that a list was given, where it is one that people type, else by its depth."""
    typed = _TYPED_BULLETS.get(pattern.strip())
    if typed:
        return typed
    return "-" if depth == 0 else "+"


def _render(levels: Levels, depth: int, counted: dict[int, int]) -> str:
    own = levels.get(depth, USUAL)
    if own.format == "bullet":
        return _bullet(own.pattern, depth)
    text = own.pattern
    for place in range(depth + 1):
        level = levels.get(place, USUAL)
        number = counted.get(place, level.start)
        stands_for = f"%{place + 1}"
        shown = str(number) if own.is_legal else level.show(number)
        text = text.replace(stands_for, shown)
    return text.strip()


def list_place(properties: _Element | None) -> tuple[str, int | None]:
    """Return the list id and the level a paragraph or a style asks for: ("", None) where it asks for none."""
    if properties is None:
        return "", None
    asked = find(properties, "numPr")
    if asked is None:
        return "", None
    list_id = value(asked, "numId")
    if find(asked, "ilvl") is None:
        return list_id, None
    depth = value(asked, "ilvl", empty="0")
    return list_id, number_of(depth)


def number_of(written: str, otherwise: int = 0) -> int:
    """Return a number as the document writes it; `otherwise` for what is none."""
    return int(written) if written.isdecimal() else otherwise
