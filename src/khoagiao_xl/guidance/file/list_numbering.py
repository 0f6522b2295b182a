"""Word's automatic numbering, rendered: the text that Word shows in front of a paragraph but never stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """Return `number` in Roman figures: 4 is IV."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    # After z Word doubles the letter: aa, bb.
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda _: "",
}


@dataclass(frozen=True)
class _Level:
    """One level of a list: «%1.%2.» in `pattern` stands for the counters of levels 1 and 2."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of one document and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: _Element) -> str:
        """Return what Word shows in front of `paragraph` («II.», «-», «a)») and count it; "" for none."""
        list_id, level = self._place(paragraph)
        if list_id not in self.lists:
            return ""
        family, levels = self.lists[list_id]
        counted = self.counters.setdefault(family, {})
        counted[level] = counted.get(level, levels.get(level, _Level()).start - 1) + 1
        for deeper in [other for other in counted if other > level]:
            del counted[deeper]
        return self._render(levels, level, counted)

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        own, level = num_pr(paragraph.find(f"{W}pPr"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        from_style = self.styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)
        return (own or from_style[0], level if level is not None else from_style[1])

    @staticmethod
    def _render(levels: dict[int, _Level], level: int, counted: dict[int, int]) -> str:
        shape = levels.get(level, _Level())
        if shape.format == "bullet":
            return "-" if level == 0 else "+"
        text = shape.pattern
        for index in range(level + 1):
            other = levels.get(index, _Level())
            number = counted.get(index, other.start)
            text = text.replace(f"%{index + 1}", FORMATS.get(other.format, str)(number))
        return text.strip()


def num_pr(properties: _Element | None) -> tuple[str, int | None]:
    """Return the list id and the level a paragraph or a style asks for: ("", None) where it asks for none."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return "", None
    list_id, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    return (
        list_id.get(f"{W}val", "") if list_id is not None else "",
        int(level.get(f"{W}val", "0")) if level is not None else None,
    )


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """Return the lists defined in numbering.xml and the styles that carry one; both parts may be absent."""
    result = Numbering()
    if numbering is None:
        return result
    families = {
        item.get(f"{W}abstractNumId", ""): _levels(item) for item in numbering.iter(f"{W}abstractNum")
    }
    for item in numbering.iter(f"{W}num"):
        family = item.find(f"{W}abstractNumId")
        name = family.get(f"{W}val", "") if family is not None else ""
        own, restarts = _overrides(item)
        list_id = item.get(f"{W}numId", "")
        # A list that restarts a level counts for itself; the others of a family count on together.
        result.lists[list_id] = (f"{name}/{list_id}" if restarts else name, families.get(name, {}) | own)
    for style in styles.iter(f"{W}style") if styles is not None else ():
        list_id, level = num_pr(style.find(f"{W}pPr"))
        if list_id:
            result.styles[style.get(f"{W}styleId", "")] = (list_id, level or 0)
    return result


def _levels(parent: _Element) -> dict[int, _Level]:
    def value(level: _Element, name: str, otherwise: str) -> str:
        found = level.find(f"{W}{name}")
        return found.get(f"{W}val", otherwise) if found is not None else otherwise

    return {
        int(level.get(f"{W}ilvl", "0")): _Level(
            value(level, "numFmt", "decimal"), value(level, "lvlText", ""), int(value(level, "start", "1"))
        )
        for level in parent.findall(f"{W}lvl")
    }


def _overrides(item: _Element) -> tuple[dict[int, _Level], bool]:
    own: dict[int, _Level] = {}
    restarts = False
    for override in item.findall(f"{W}lvlOverride"):
        own |= _levels(override)
        restarts = restarts or override.find(f"{W}startOverride") is not None
    return own, restarts
