"""Marked figures on their way into Word: each in a content control and a bookmark of its own.

A content control (w:sdt) with a hidden outline shows nothing on the page, moves and is copied with its
text, and still names its figure after somebody has typed over it in Word. LibreOffice before 7.5 drops the
name of a control when it saves, but keeps bookmarks; so a hidden bookmark carries the same key.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from khoagiao_xl.report.figure_keys import MARK, START

if TYPE_CHECKING:
    from collections.abc import Iterator

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FIRST_ID = 10_000_001  # above what Word itself gives to controls and bookmarks


def wrap_figures(root: Element) -> Element:
    """Return the document with every marked figure in a content control of its own; `root` is used up."""
    root = with_w15(root)
    runs = [text.getparent() for text in root.iter(f"{{{W}}}t") if START in (text.text or "")]
    numbers = iter(range(FIRST_ID, FIRST_ID + 1_000_000))
    for run in dict.fromkeys(runs):
        parent, at = run.getparent(), run.getparent().index(run)
        parent[at : at + 1] = list(_split(run, numbers))
    return root


def hardened_parser() -> Element:
    """Return an XML parser that fetches nothing and expands nothing."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def with_w15(root: Element) -> Element:
    """Declare Word 2013's namespace as one that older programs may ignore."""
    from lxml import etree

    ignorable = root.get(f"{{{MC}}}Ignorable", "").split()
    if root.nsmap.get("w15") == W15 and "w15" in ignorable:
        return root
    renewed = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, "mc": MC, "w15": W15})
    renewed.set(f"{{{MC}}}Ignorable", " ".join(dict.fromkeys([*ignorable, "w15"])))
    renewed[:] = root[:]
    return renewed


def _split(run: Element, numbers: Iterator[int]) -> Iterator[Element]:
    """Yield what stands for `run`: plain runs and content controls, all with the run's own format."""
    for child in run:
        if child.tag == f"{{{W}}}rPr":
            continue
        text = child.text or ""
        if child.tag != f"{{{W}}}t" or START not in text:
            yield _run_like(run, deepcopy(child))
            continue
        position = 0
        for found in MARK.finditer(text):
            if found.start() > position:
                yield _run_like(run, _text(text[position : found.start()]))
            yield from _held(found[1], _run_like(run, _text(found[2])), next(numbers))
            position = found.end()
        if position < len(text):
            yield _run_like(run, _text(text[position:]))


def _run_like(run: Element, content: Element) -> Element:
    from lxml import etree

    renewed = etree.Element(f"{{{W}}}r")
    properties = run.find(f"{{{W}}}rPr")
    if properties is not None:
        renewed.append(deepcopy(properties))
    renewed.append(content)
    return renewed


def _text(shown: str) -> Element:
    from lxml import etree

    text = etree.Element(f"{{{W}}}t")
    text.set(XML_SPACE, "preserve")
    text.text = shown
    return text


def _held(key: str, run: Element, number: int) -> Iterator[Element]:
    from lxml import etree

    start, end = etree.Element(f"{{{W}}}bookmarkStart"), etree.Element(f"{{{W}}}bookmarkEnd")
    start.set(f"{{{W}}}id", str(number))
    start.set(f"{{{W}}}name", _bookmark_name(key, number - FIRST_ID + 1))
    end.set(f"{{{W}}}id", str(number))
    yield from (start, _control(key, run, number), end)


def _bookmark_name(key: str, number: int) -> str:
    """Return the key in the letters a bookmark may have; the «_» in front hides it."""
    return f"_{key.replace('@', '_').replace('#', '__').replace('-', '_')}_{number}"


def _control(key: str, run: Element, number: int) -> Element:
    from lxml import etree

    control = etree.Element(f"{{{W}}}sdt")
    properties = etree.SubElement(control, f"{{{W}}}sdtPr")
    for name, value in (("alias", key.partition("@")[0]), ("tag", key), ("id", str(number))):
        etree.SubElement(properties, f"{{{W}}}{name}").set(f"{{{W}}}val", value)
    etree.SubElement(properties, f"{{{W15}}}appearance").set(f"{{{W15}}}val", "hidden")
    etree.SubElement(control, f"{{{W}}}sdtContent").append(run)
    return control
