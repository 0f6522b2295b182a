"""What one set of properties says of letters and of a paragraph: one layer of the format they end with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.word_lengths import half_points, is_on, twips
from khoagiao_xl.layout.word_xml import attribute, find, named

if TYPE_CHECKING:
    from lxml.etree import _Element

Layer = dict[str, Any]
Fonts = dict[str, str]

# Bold in a style upon bold in another is not bold: these switch, they do not add up.
TOGGLES: Final = {
    "b": "bold",
    "i": "italic",
    "caps": "caps",
    "vanish": "hidden",
    "strike": "struck",
    "dstrike": "struck_twice",
}
SWITCHES: Final = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "contextualSpacing": "contextual",
}
_ALIGNMENTS: Final = {"start": "left", "end": "right", "thaiDistribute": "distribute"}
_INDENTS: Final = {"left": ("left", "start"), "right": ("right", "end"), "first_line": ("firstLine",)}
_AUTOMATIC: Final = 280  # twips that Word takes for an automatic space before or after a paragraph
_SCRIPTS: Final = {"ascii": "font_ascii", "hAnsi": "font_other", "eastAsia": "font_east"}
_PER_LINE: Final = 2.4  # twips of a hundredth of a line
_NO_SHADE: Final = {"", "AUTO", "FFFFFF"}
_VALUE: Final = named("val")


def run_layer(properties: _Element | None, theme: Fonts) -> Layer:
    """Return what a w:rPr sets: fonts, size (points), underline, color, the toggles."""
    layer: Layer = {}
    if properties is None:
        return layer
    for child in properties:
        name = _short(child)
        written = child.get(_VALUE)
        if name in TOGGLES:
            layer[TOGGLES[name]] = is_on(written)
        elif name == "rFonts":
            layer |= _fonts(child, theme)
        elif name == "shd":
            layer["shading"] = _shade(child)
        elif name in _RUN_READERS:
            layer |= _RUN_READERS[name](written)
    return layer


def _short(element: _Element) -> str:
    tag = element.tag
    if not isinstance(tag, str):  # a comment
        return ""
    return tag.rpartition("}")[2]


def _size(written: str | None) -> Layer:
    size = half_points(written)
    return {} if size is None else {"size": size}


def _underline(written: str | None) -> Layer:
    return {"underline": written or "single"}


def _color(written: str | None) -> Layer:
    return {"color": written or "auto"}


def _highlight(written: str | None) -> Layer:
    return {"highlight": "" if written in {None, "none"} else written}


_RUN_READERS: Final[dict[str, Callable[[str | None], Layer]]] = {
    "sz": _size,
    "u": _underline,
    "color": _color,
    "highlight": _highlight,
}


def _shade(element: _Element) -> str:
    fill = attribute(element, "fill")
    shade = fill.upper()
    if shade in _NO_SHADE:
        return ""
    return shade


def _fonts(element: _Element, theme: Fonts) -> Layer:
    layer: Layer = {}
    for script, key in _SCRIPTS.items():
        of_theme = attribute(element, f"{script}Theme")
        name = theme.get(of_theme, "") or attribute(element, script)
        if name:
            layer[key] = name
    return layer


def paragraph_layer(properties: _Element | None) -> Layer:
    """Return what a w:pPr sets, under the names of LaidParagraph, and «contextual»."""
    layer: Layer = {}
    if properties is None:
        return layer
    for child in properties:
        name = _short(child)
        if name in SWITCHES:
            layer[SWITCHES[name]] = is_on(child.get(_VALUE))
        elif name == "jc":
            written = child.get(_VALUE, "left")
            layer["alignment"] = _ALIGNMENTS.get(written, written)
        elif name == "ind":
            layer |= _indents(child)
        elif name == "spacing":
            layer |= _spacing(child)
    return layer


def _indents(element: _Element) -> Layer:
    layer: Layer = {}
    for key, names in _INDENTS.items():
        length = _first_length(element, names)
        if length is not None:
            layer[key] = length
    hanging = _first_length(element, ("hanging",))
    if hanging:
        layer["first_line"] = -hanging
    letters = twips(attribute(element, "firstLineChars"))
    if "first_line" in layer:  # Word writes beside the letters what they come to
        layer["first_letters"] = 0
    elif letters is not None:
        layer["first_letters"] = letters
    return layer


def _first_length(element: _Element, names: Iterable[str]) -> int | None:
    for name in names:
        length = twips(attribute(element, name))
        if length is not None:
            return length
    return None


def _spacing(element: _Element) -> Layer:
    layer: Layer = {}
    for side in ("before", "after"):
        room = _room(element, side)
        if room is not None:
            layer[side] = room
    line = twips(attribute(element, "line"))
    if line is not None:
        layer["line"] = line
        layer["line_rule"] = attribute(element, "lineRule", "auto")
    return layer


def _room(element: _Element, side: str) -> int | None:
    automatic = element.get(named(f"{side}Autospacing"))
    if automatic is not None and is_on(automatic):
        return _AUTOMATIC
    lines = twips(attribute(element, f"{side}Lines"))
    if lines:
        return round(lines * _PER_LINE)
    return twips(attribute(element, side))


def theme_fonts(theme: _Element | None) -> Fonts:
    """Return the fonts of the theme by the names under which styles ask for them («minorHAnsi»)."""
    fonts: Fonts = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f".//{{*}}{kind}Font/{{*}}latin")
        face = "" if latin is None else latin.get("typeface", "")
        if face:
            fonts[f"{kind}HAnsi"] = face
            fonts[f"{kind}Ascii"] = face
    return fonts


def own(element: _Element, name: str) -> _Element | None:
    """Return the properties directly in an element: «pPr» of a paragraph, «rPr» of a run or a style."""
    return find(element, name)
