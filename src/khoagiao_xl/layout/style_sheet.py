"""The styles of a document: what each says of letters and paragraphs, with all that it is based on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_layers import (
    TOGGLES,
    Fonts,
    Layer,
    paragraph_layer,
    run_layer,
)
from khoagiao_xl.layout.word_xml import attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

# What Word does where nobody says anything.
WORDS_OWN: Final[Layer] = {"font_ascii": "Times New Roman", "font_other": "Times New Roman", "size": 10.0}
_DEEPEST: Final = 40  # styles based on one another; a circle ends here too


class StyleSheet:
    """The styles of a document. theme: its fonts by their names in a theme."""

    def __init__(self, root: _Element | None, theme: Fonts) -> None:
        self.theme = theme
        self._root = root
        self._styles: dict[str, _Element] = {}
        self._defaults: dict[str, str] = {}
        self._known: dict[tuple[str, str], Layer] = {}
        if root is None:
            return
        for style in root.findall(named("style")):
            self._note(style)

    def _note(self, style: _Element) -> None:
        name = attribute(style, "styleId")
        self._styles[name] = style
        is_default = attribute(style, "default")
        if is_default in {"1", "true", "on"}:
            kind = attribute(style, "type", "paragraph")
            self._defaults.setdefault(kind, name)

    def named_or_default(self, name: str, kind: str) -> str:
        """Return the style that holds where `name` is asked for: the default for an unknown one."""
        if name in self._styles:
            return name
        return self._defaults.get(kind, "")

    def shown_name(self, name: str) -> str:
        """Return what people read in Word's list of styles."""
        style = self._styles.get(name)
        if style is None:
            return name
        return value(style, "name", absent=name)

    def chain(self, name: str) -> list[_Element]:
        """Return the styles from the one that all is based on to `name` itself."""
        styles: list[_Element] = []
        while name in self._styles and len(styles) < _DEEPEST:
            style = self._styles[name]
            styles.append(style)
            name = value(style, "basedOn")
        styles.reverse()
        return styles

    def letters(self, name: str) -> Layer:
        """Return what a style and its bases say of letters."""
        key = (name, "rPr")
        if key not in self._known:
            layer: Layer = {}
            for style in self.chain(name):
                layer |= run_layer(find(style, "rPr"), self.theme)
            self._known[key] = layer
        return self._known[key]

    def paragraphs(self, name: str) -> Layer:
        """Return what a style and its bases say of paragraphs."""
        key = (name, "pPr")
        if key not in self._known:
            layer: Layer = {}
            for style in self.chain(name):
                layer |= paragraph_layer(find(style, "pPr"))
            self._known[key] = layer
        return self._known[key]

    @cached_property
    def default_letters(self) -> Layer:
        """What holds for letters of which no style says anything."""
        written = self._default("rPrDefault/rPr")
        return WORDS_OWN | run_layer(written, self.theme)

    @cached_property
    def default_paragraphs(self) -> Layer:
        """What holds for paragraphs of which no style says anything."""
        written = self._default("pPrDefault/pPr")
        return paragraph_layer(written)

    def _default(self, path: str) -> _Element | None:
        if self._root is None:
            return None
        return find(self._root, f"docDefaults/{path}")


def letters_of(defaults: Layer, styles: list[Layer], direct: Layer) -> Layer:
    """Return the format that letters end with. styles: of table, paragraph, letters."""
    result = dict(defaults)
    for layer in styles:
        result |= layer
    for toggle in TOGGLES.values():
        is_odd = False
        for layer in styles:
            is_odd ^= layer.get(toggle, False)
        result[toggle] = is_odd or defaults.get(toggle, False)
    return result | direct
