"""What a Word file looks like on paper: every value as Word would use it, found without the product.

A value is the run's or paragraph's own, else of its styles (each with what it is based on), else of the
table's style, else of the document's defaults; fonts go through the theme. Sizes in points, lengths in
twips (1/20 of a point). Source: ECMA-376 part 1, 17.3.1, 17.3.2, 17.7.2 and 17.7.3.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFF: Final = {"0", "false", "off", "none"}
SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
EMU_OF_MM: Final = 36000


@dataclass(frozen=True)
class Cell:
    """Where a paragraph stands that is in a table."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Run:
    """Text of one look. `fonts`: of the four slots. `size` in points. `colour`: «auto» or RRGGBB."""

    text: str
    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    underline: str
    colour: str

    @property
    def look(self) -> str:
        """«14», «14 b», «15 bi»."""
        return f"{self.size:g} {'b' * self.bold}{'i' * self.italic}".strip()


@dataclass(frozen=True)
class Line:
    """A paragraph: its runs that hold text, and its own measures. `section` counts from 0."""

    text: str
    runs: tuple[Run, ...]
    align: str
    first_line: int
    left: int
    before: int
    after: int
    spacing: int
    rule: str
    keeps_next: bool
    style: str
    section: int
    cell: Cell | None
    element: Any = field(repr=False, compare=False, hash=False)

    @property
    def looks(self) -> set[str]:
        """Every look that some of its text has; of an empty line nothing."""
        return {run.look for run in self.runs if run.text.strip()}

    @property
    def centred(self) -> bool:
        return self.align == "center"


@dataclass(frozen=True)
class Section:
    """Page set-up of one section; `first` and `other`: the lines of the headers shown there."""

    width: int
    height: int
    landscape: bool
    margins: dict[str, int]
    starts_at: int | None
    has_own_first_page: bool
    first: tuple[Line, ...]
    other: tuple[Line, ...]
    field_of_other: str


class WordFile:
    """A .docx as paper: `lines` of the body in order, tables included; `sections`; the raw `body`."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = self._xml("word/document.xml").find(f"{W}body")
        styles = self._xml("word/styles.xml")
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._defaults = styles.find(f"{W}docDefaults")
        self._plain = self._default_of("paragraph")
        self.settings = self._xml("word/settings.xml")

    def _xml(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    def _default_of(self, kind: str) -> str | None:
        for name, style in self._styles.items():
            if style.get(f"{W}type") == kind and style.get(f"{W}default") in {"1", "true"}:
                return str(name)
        return None

    @cached_property
    def lines(self) -> list[Line]:
        return list(self._lines_of(self.body, sections=True))

    @cached_property
    def tables(self) -> list[Any]:
        return list(self.body.iter(f"{W}tbl"))

    @cached_property
    def sections(self) -> list[Section]:
        found: list[Section] = []
        headers: dict[str, str] = {}  # a section without a header of its own shows that of the one before
        for node in self.body.iter(f"{W}sectPr"):
            for reference in node.iter(f"{W}headerReference"):
                headers[reference.get(f"{W}type")] = reference.get(f"{REL}id")
            found.append(self._section(node, headers))
        return found

    def _section(self, node: Any, headers: dict[str, str]) -> Section:
        size, margins = node.find(f"{W}pgSz"), node.find(f"{W}pgMar")
        numbering = node.find(f"{W}pgNumType")
        start = None if numbering is None else numbering.get(f"{W}start")
        first, _ = self._header(headers.get("first"))
        other, instruction = self._header(headers.get("default"))
        return Section(
            width=int(size.get(f"{W}w")),
            height=int(size.get(f"{W}h")),
            landscape=size.get(f"{W}orient") == "landscape",
            margins={etree.QName(name).localname: int(value) for name, value in margins.items()},
            starts_at=None if start is None else int(start),
            has_own_first_page=is_on(node.find(f"{W}titlePg")),
            first=first,
            other=other,
            field_of_other=instruction,
        )

    def _header(self, relation: str | None) -> tuple[tuple[Line, ...], str]:
        if relation is None:
            return (), ""
        for link in self._xml("word/_rels/document.xml.rels"):
            if link.get("Id") == relation:
                root = self._xml("word/" + link.get("Target"))
                simple = [node.get(f"{W}instr") for node in root.iter(f"{W}fldSimple")]
                written = [node.text or "" for node in root.iter(f"{W}instrText")]
                return tuple(self._lines_of(root)), "".join(simple + written).strip()
        return (), ""

    # -- lines --------------------------------------------------------------------------------------------

    def _lines_of(self, root: Any, *, sections: bool = False) -> Iterator[Line]:
        number = 0
        for node in root.iter(f"{W}p"):
            if node.getparent().tag == f"{W}txbxContent":
                continue
            yield self._line(node, number)
            number += sections and node.find(f"{W}pPr/{W}sectPr") is not None

    def _line(self, node: Any, section: int) -> Line:
        levels = self._levels(node)
        runs = tuple(self._runs(node, levels))
        spacing = _attributes(levels, "pPr", "spacing")
        indent = _attributes(levels, "pPr", "ind")
        hanging = int(float(indent.get("hanging", 0)))
        return Line(
            text=text_of(node),
            runs=runs,
            align=_attributes(levels, "pPr", "jc").get("val", "left"),
            first_line=-hanging if hanging else int(float(indent.get("firstLine", 0))),
            left=int(float(indent.get("left", indent.get("start", 0)))),
            before=int(spacing.get("before", 0)),
            after=int(spacing.get("after", 0)),
            spacing=int(spacing.get("line", 240)),
            rule=spacing.get("lineRule", "auto"),
            keeps_next=_switch(levels, "pPr", "keepNext"),
            style=self._style_of(node, "pPr", "pStyle") or "",
            section=section,
            cell=self._cell(node),
            element=node,
        )

    def _cell(self, node: Any) -> Cell | None:
        inner = next(node.iterancestors(f"{W}tc"), None)
        if inner is None:
            return None
        row, table = inner.getparent(), next(inner.iterancestors(f"{W}tbl"))
        rows, cells = list(table.iter(f"{W}tr")), list(row.iter(f"{W}tc"))
        where = self.tables.index(table) if table in self.tables else -1
        return Cell(where, rows.index(row), cells.index(inner))

    def _runs(self, node: Any, levels: list[Any]) -> Iterator[Run]:
        for run in node.iter(f"{W}r"):
            if next(run.iterancestors(f"{W}p")) is not node:
                continue
            own = run.find(f"{W}rPr")
            character = self._chain(self._style_of(run, "rPr", "rStyle"))
            yield _run(text_of(run), own, character, levels, self._theme)

    # -- where values come from ---------------------------------------------------------------------------

    def _style_of(self, node: Any, properties: str, name: str) -> str | None:
        found = node.find(f"{W}{properties}/{W}{name}")
        if found is not None and found.get(f"{W}val") in self._styles:
            return str(found.get(f"{W}val"))
        return self._plain if name == "pStyle" else None

    def _chain(self, name: str | None) -> list[Any]:
        """The style and what it is based on, nearest first."""
        chain: list[Any] = []
        while name in self._styles and self._styles[name] not in chain:
            style = self._styles[name]
            chain.append(style)
            based = style.find(f"{W}basedOn")
            name = None if based is None else based.get(f"{W}val")
        return chain

    def _levels(self, node: Any) -> list[list[Any]]:
        """Own properties, paragraph style, table style, defaults: each a chain, nearest first."""
        table = next(node.iterancestors(f"{W}tbl"), None)
        of_table = [] if table is None else self._chain(self._table_style(table))
        return [[node], self._chain(self._style_of(node, "pPr", "pStyle")), of_table, self._of_defaults()]

    @staticmethod
    def _table_style(table: Any) -> str | None:
        found = table.find(f"{W}tblPr/{W}tblStyle")
        return None if found is None else str(found.get(f"{W}val"))

    def _of_defaults(self) -> list[Any]:
        if self._defaults is None:
            return []
        return [node for node in self._defaults if len(node)]

    @cached_property
    def _theme(self) -> dict[str, str]:
        """minorHAnsi and the like -> the font that the theme names."""
        found = {}
        for name in self.parts:
            if name.startswith("word/theme/theme"):
                root = self._xml(name)
                for kind in ("major", "minor"):
                    latin = root.find(f".//{A}{kind}Font/{A}latin")
                    for slot in ("Ascii", "HAnsi", "EastAsia", "Bidi"):
                        found[kind + slot] = "" if latin is None else latin.get("typeface")
        return found


def text_of(node: Any) -> str:
    """Return the text of a paragraph or run; a line break is «\\n», a tab «\\t»; drawn shapes say nothing."""
    said = []
    for part in node.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        if next(part.iterancestors(f"{MC}AlternateContent"), None) is not None:
            continue
        if next(part.iterancestors(f"{W}p"), None) is not node and node.tag == f"{W}p":
            continue
        if part.getparent().tag != f"{W}r":
            continue
        kinds = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
        said.append(kinds.get(part.tag) or part.text or "")
    return "".join(said)


def is_on(node: Any) -> bool:
    """Whether a switch such as w:b is there and not off."""
    return node is not None and node.get(f"{W}val", "1") not in OFF


def _attributes(levels: list[Any], properties: str, name: str) -> dict[str, str]:
    """Every attribute of a property, each from the nearest place that gives it."""
    found: dict[str, str] = {}
    for chain in levels:
        for node in chain:
            element = node.find(f"{W}{properties}/{W}{name}")
            if element is not None:
                for key, value in element.attrib.items():
                    found.setdefault(etree.QName(key).localname, value)
    return found


def _nearest(chain: list[Any], properties: str, name: str) -> Any:
    for node in chain:
        element = node.find(f"{W}{properties}/{W}{name}")
        if element is not None:
            return element
    return None


def _switch(levels: list[Any], properties: str, name: str) -> bool:
    for chain in levels:
        element = _nearest(chain, properties, name)
        if element is not None:
            return is_on(element)
    return False


def _toggled(own: Any, character: list[Any], levels: list[Any], name: str) -> bool:
    """Bold and italic: own value; else each kind of style that sets it turns it over (17.7.3)."""
    mine = None if own is None else own.find(f"{W}{name}")
    if mine is not None:
        return is_on(mine)
    _, paragraph, table, defaults = levels
    if is_on(_nearest(defaults, "rPr", name)):
        return True
    turned = [is_on(_nearest(chain, "rPr", name)) for chain in (character, paragraph, table)]
    return sum(turned) % 2 == 1


def _run(text: str, own: Any, character: list[Any], levels: list[Any], theme: dict[str, str]) -> Run:
    mine = [] if own is None else [own.getparent()]
    where = [mine, character, *levels[1:]]
    size = _attributes(where, "rPr", "sz").get("val", "20")
    return Run(
        text=text,
        fonts=frozenset(_font(where, slot, theme) for slot in SLOTS),
        size=int(size) / 2,
        bold=_toggled(own, character, levels, "b"),
        italic=_toggled(own, character, levels, "i"),
        underline=_attributes(where, "rPr", "u").get("val", "none"),
        colour=_attributes(where, "rPr", "color").get("val", "auto"),
    )


def _font(where: list[Any], slot: str, theme: dict[str, str]) -> str:
    by_theme = "cstheme" if slot == "cs" else f"{slot}Theme"
    for chain in where:
        for node in chain:
            fonts = node.find(f"{W}rPr/{W}rFonts")
            if fonts is None:
                continue
            if fonts.get(f"{W}{by_theme}"):
                return theme.get(fonts.get(f"{W}{by_theme}"), "")
            if fonts.get(f"{W}{slot}"):
                return str(fonts.get(f"{W}{slot}"))
    return "Times New Roman"  # what Word falls back on
