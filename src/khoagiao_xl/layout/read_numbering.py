"""The lists of a Word document, read from numbering.xml and from the styles that ask for one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.layout.list_numbering import (
    NO_LIST,
    USUAL,
    Level,
    Levels,
    Lists,
    Numbering,
    Places,
    list_place,
    number_of,
)
from khoagiao_xl.layout.word_lengths import is_on
from khoagiao_xl.layout.word_xml import attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 40  # styles based on one another; a circle ends here too


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """Return the lists defined in numbering.xml and the styles that carry one; both parts may be absent."""
    result = Numbering()
    if numbering is None:
        return result
    asked = {} if styles is None else _asked_by_styles(styles)
    result.lists = _lists(numbering, asked)
    result.styles = {style: _placed(place, style, result.lists) for style, place in asked.items()}
    return result


def _placed(place: tuple[str, int], style: str, lists: Lists) -> tuple[str, int]:
    """Return the list of a style with the level that names the style as its own, where one does."""
    list_id, _ = place
    _, levels = lists.get(list_id, ("", {}))
    for depth, level in levels.items():
        if level.style == style:
            return list_id, depth
    return place


def _lists(numbering: _Element, asked: Places) -> Lists:
    families = _families(numbering)
    links = _links(numbering)
    lists: Lists = {}
    for one in numbering.iter(named("num")):
        list_id = attribute(one, "numId")
        family = value(one, "abstractNumId")
        family = _linked(family, links, asked, numbering)
        usual = families.get(family, {})
        levels = usual | _own_levels(one, usual)
        # A list that restarts a level counts for itself; the others of a family count on together.
        if _restarts(one):
            family = f"{family}/{list_id}"
        lists[list_id] = (family, levels)
    return lists


def _links(numbering: _Element) -> dict[str, str]:
    """Return which style of lists a family only points to."""
    links: dict[str, str] = {}
    for family in numbering.iter(named("abstractNum")):
        style = value(family, "numStyleLink")
        if style:
            name = attribute(family, "abstractNumId")
            links[name] = style
    return links


def _linked(family: str, links: dict[str, str], asked: Places, numbering: _Element) -> str:
    """Return the family that holds the levels: its own, or that of the style of lists it points to."""
    style = links.get(family)
    if style is None:
        return family
    for one in numbering.iter(named("abstractNum")):
        if value(one, "styleLink") == style:
            return attribute(one, "abstractNumId")
    list_id, _ = asked.get(style, NO_LIST)
    for one in numbering.iter(named("num")):
        if attribute(one, "numId") == list_id:
            return value(one, "abstractNumId")
    return family


def _families(numbering: _Element) -> dict[str, Levels]:
    families: dict[str, Levels] = {}
    for family in numbering.iter(named("abstractNum")):
        name = attribute(family, "abstractNumId")
        families[name] = _levels(family)
    return families


def _asked_by_styles(styles: _Element) -> Places:
    """Return the list and the level that each style asks for, by itself or by what it is based on."""
    bases: dict[str, str] = {}
    own: dict[str, tuple[str, int | None]] = {}
    for style in styles.iter(named("style")):
        name = attribute(style, "styleId")
        bases[name] = value(style, "basedOn")
        own[name] = list_place(find(style, "pPr"))
    places: Places = {}
    for name in bases:
        list_id, depth = _inherited(name, bases, own)
        if name and list_id:
            places[name] = (list_id, depth or 0)
    return places


def _inherited(
    name: str, bases: dict[str, str], own: dict[str, tuple[str, int | None]]
) -> tuple[str, int | None]:
    """Return the nearest list and the nearest level in the row of styles that `name` is based on."""
    list_id, depth = "", None
    for _ in range(_DEEPEST):
        if name not in own:
            break
        near_list, near_depth = own[name]
        list_id = list_id or near_list
        if depth is None:
            depth = near_depth
        name = bases[name]
    return list_id, depth


def _levels(parent: _Element) -> Levels:
    levels: Levels = {}
    for level in parent.findall(named("lvl")):
        depth = attribute(level, "ilvl", "0")
        levels[number_of(depth)] = _level(level)
    return levels


def _level(level: _Element) -> Level:
    start = value(level, "start", absent="1")
    after = value(level, "lvlRestart")
    legal = value(level, "isLgl", absent="0", empty="1")
    return Level(
        format=value(level, "numFmt", absent="decimal"),
        pattern=value(level, "lvlText"),
        start=number_of(start, otherwise=1),
        properties=find(level, "pPr"),
        style=value(level, "pStyle"),
        is_legal=is_on(legal),
        after=number_of(after) if after else None,
    )


def _own_levels(one: _Element, usual: Levels) -> Levels:
    """Return the levels that a list has otherwise than its family."""
    levels: Levels = {}
    for override in one.findall(named("lvlOverride")):
        levels |= _levels(override)
        depth = number_of(attribute(override, "ilvl", "0"))
        start = value(override, "startOverride")
        if start:
            level = levels.get(depth, usual.get(depth, USUAL))
            levels[depth] = replace(level, start=number_of(start, otherwise=1))
    return levels


def _restarts(one: _Element) -> bool:
    return find(one, "lvlOverride/startOverride") is not None
