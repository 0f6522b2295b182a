"""How the letters of a run are drawn: hidden, struck out, in capitals, in which font, by its styles too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.style_sheet import StyleSheet
from khoagiao_xl.layout.word_lengths import is_on
from khoagiao_xl.layout.word_xml import attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

Look = dict[str, Any]
# Nobody saw them when the document was signed, or the author struck them out.
_UNREAD: Final = ("vanish", "strike", "dstrike")
_SWITCHES: Final = (*_UNREAD, "caps")
_VALUE: Final = named("val")
_BODY: Final = 9  # the level that Word gives to text which is no heading


class RunLooks:
    """The looks of the runs of one document. styles: the root of styles.xml, None where there is none."""

    def __init__(self, styles: _Element | None) -> None:
        self._sheet = StyleSheet(styles, {})
        self._known: dict[tuple[str, str], Look] = {}
        self._defaults: Look = {}
        if styles is None:
            return
        written = find(styles, "docDefaults/rPrDefault/rPr")
        self._defaults = _look(written)

    def paragraph(self, paragraph: _Element) -> Look:
        """Return how a paragraph's style draws letters of which nothing else is said."""
        asked = value(paragraph, "pPr/pStyle")
        return self._of_style(asked, "paragraph")

    def level(self, paragraph: _Element) -> int:
        """Return which level of heading a paragraph is, by its style too: 1 the outermost, 0 if none."""
        written = [find(paragraph, "pPr/outlineLvl")]
        style = self._sheet.named_or_default(value(paragraph, "pPr/pStyle"), "paragraph")
        written += [find(one, "pPr/outlineLvl") for one in reversed(self._sheet.chain(style))]
        for level in written:
            if level is None:
                continue
            number = int(level.get(_VALUE) or _BODY)
            if number < _BODY:
                return number + 1
            return 0
        return 0

    def run(self, run: _Element, usual: Look) -> Look:
        """Return the look of a run in a paragraph whose style draws as `usual`."""
        properties = find(run, "rPr")
        if properties is None:
            return usual
        look = dict(usual)
        style = value(properties, "rStyle")
        if style:
            look |= self._of_style(style, "character")
        return look | _look(properties)

    def _of_style(self, name: str, kind: str) -> Look:
        key = (name, kind)
        if key not in self._known:
            self._known[key] = self._read_style(name, kind)
        return self._known[key]

    def _read_style(self, name: str, kind: str) -> Look:
        look: Look = {}
        if kind == "paragraph":
            look |= self._defaults
        style = self._sheet.named_or_default(name, kind)
        for one in self._sheet.chain(style):
            properties = find(one, "rPr")
            look |= _look(properties)
        return look


def is_unread(look: Look) -> bool:
    """Say whether nobody reads these letters: they are hidden or struck out."""
    return any(map(look.get, _UNREAD))


def _look(properties: _Element | None) -> Look:
    """Return what one w:rPr says."""
    look: Look = {}
    if properties is None:
        return look
    for name in _SWITCHES:
        switch = find(properties, name)
        if switch is not None:
            look[name] = is_on(switch.get(_VALUE))
    fonts = find(properties, "rFonts")
    if fonts is not None:
        look["font"] = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return look
