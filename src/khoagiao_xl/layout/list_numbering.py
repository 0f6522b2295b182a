"""Word's automatic numbering, rendered: the text that Word shows in front of a paragraph but never stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.layout.word_xml import attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NO_LIST = ("", 0)


def roman(number: int) -> str:
    """Return `number` in Roman figures: 4 is IV."""
    text = ""
    left = number
    for worth, letters in _ROMAN:
        count, left = divmod(left, worth)
        text += letters * count
    return text


def _lower_roman(number: int) -> str:
    return roman(number).lower()


def _letter(number: int) -> str:
    # After z Word doubles the letter: aa, bb.
    before = number - 1
    doubled, place = divmod(before, len(_LETTERS))
    letter = _LETTERS[place]
    return letter * (doubled + 1)


def _capital(number: int) -> str:
    return _letter(number).upper()


def _two_figures(number: int) -> str:
    return f"{number:02d}"


def _nothing(_: int) -> str:
    return ""


FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": _lower_roman,
    "upperLetter": _capital,
    "lowerLetter": _letter,
    "decimalZero": _two_figures,
    "none": _nothing,
    "bullet": _nothing,
}


@dataclass(frozen=True)
class _Level:
    """One level of a list: «%1.%2.» in `pattern` stands for the counters of levels 1 and 2.

    properties: what the level says of its paragraphs, their indents above all.
    """

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    properties: _Element | None = field(default=None, repr=False, compare=False)

    def show(self, number: int) -> str:
        """Return the counter `number` as this level shows it."""
        shown = FORMATS.get(self.format, str)
        return shown(number)


_Levels = dict[int, _Level]
_Lists = dict[str, tuple[str, _Levels]]
_Places = dict[str, tuple[str, int]]
_USUAL = _Level()


@dataclass
class Numbering:
    """The lists of one document and how far each has counted.

    lists: by their id, the family that counts together and its levels; styles: the list id and level that
    a style gives its paragraphs.
    """

    lists: _Lists = field(default_factory=dict)
    styles: _Places = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: _Element) -> str:
        """Return what Word shows in front of `paragraph` («II.», «-», «a)») and count it; "" for none."""
        list_id, depth = self._place(paragraph)
        if list_id not in self.lists:
            return ""
        family, levels = self.lists[list_id]
        counted = self.counters.setdefault(family, {})
        _count(counted, depth, levels)
        return _render(levels, depth, counted)

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else those of its style."""
        style = value(paragraph, "pPr/pStyle")
        list_id, depth = self.styles.get(style, _NO_LIST)
        properties = find(paragraph, "pPr")
        own_list, own_depth = _list_place(properties)
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

    def _level(self, paragraph: _Element) -> _Level:
        list_id, depth = self._place(paragraph)
        if list_id not in self.lists:
            return _USUAL
        _, levels = self.lists[list_id]
        return levels.get(depth, _USUAL)


def _count(counted: dict[int, int], depth: int, levels: _Levels) -> None:
    """Count one more paragraph at `depth`; what is deeper begins again."""
    level = levels.get(depth, _USUAL)
    before = counted.get(depth, level.start - 1)
    counted[depth] = before + 1
    for other in list(counted):
        if other > depth:
            del counted[other]


def _render(levels: _Levels, depth: int, counted: dict[int, int]) -> str:
    own = levels.get(depth, _USUAL)
    if own.format == "bullet":
        return "-" if depth == 0 else "+"
    text = own.pattern
    for place in range(depth + 1):
        level = levels.get(place, _USUAL)
        number = counted.get(place, level.start)
        stands_for = f"%{place + 1}"
        text = text.replace(stands_for, level.show(number))
    return text.strip()


def _list_place(properties: _Element | None) -> tuple[str, int | None]:
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
    return list_id, _number(depth)


def _number(written: str, otherwise: int = 0) -> int:
    return int(written) if written.isdecimal() else otherwise


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """Return the lists defined in numbering.xml and the styles that carry one; both parts may be absent."""
    result = Numbering()
    if numbering is None:
        return result
    result.lists = _lists(numbering)
    if styles is not None:
        result.styles = _styles(styles)
    return result


def _lists(numbering: _Element) -> _Lists:
    families = _families(numbering)
    lists: _Lists = {}
    for one in numbering.iter(named("num")):
        list_id = attribute(one, "numId")
        family = value(one, "abstractNumId")
        usual = families.get(family, {})
        levels = usual | _own_levels(one)
        # A list that restarts a level counts for itself; the others of a family count on together.
        if _restarts(one):
            family = f"{family}/{list_id}"
        lists[list_id] = (family, levels)
    return lists


def _families(numbering: _Element) -> dict[str, _Levels]:
    families: dict[str, _Levels] = {}
    for family in numbering.iter(named("abstractNum")):
        name = attribute(family, "abstractNumId")
        families[name] = _levels(family)
    return families


def _styles(styles: _Element) -> _Places:
    places: _Places = {}
    bases: dict[str, str] = {}
    for style in styles.iter(named("style")):
        name = attribute(style, "styleId")
        bases[name] = value(style, "basedOn")
        properties = find(style, "pPr")
        list_id, depth = _list_place(properties)
        if name and list_id:
            places[name] = (list_id, depth or 0)
    return _with_heirs(places, bases)


def _with_heirs(places: _Places, bases: dict[str, str]) -> _Places:
    """Return the places with those of the styles that take the list over from what they are based on."""
    known = dict(places)
    for style in bases:
        base = style
        for _ in bases:  # a circle of styles ends here
            if base in places:
                known[style] = places[base]
                break
            base = bases.get(base, "")
    return known


def _levels(parent: _Element) -> _Levels:
    levels: _Levels = {}
    for level in parent.findall(named("lvl")):
        depth = attribute(level, "ilvl", "0")
        start = value(level, "start", absent="1")
        levels[_number(depth)] = _Level(
            format=value(level, "numFmt", absent="decimal"),
            pattern=value(level, "lvlText"),
            start=_number(start, otherwise=1),
            properties=find(level, "pPr"),
        )
    return levels


def _own_levels(one: _Element) -> _Levels:
    levels: _Levels = {}
    for override in one.findall(named("lvlOverride")):
        levels |= _levels(override)
    return levels


def _restarts(one: _Element) -> bool:
    return find(one, "lvlOverride/startOverride") is not None
