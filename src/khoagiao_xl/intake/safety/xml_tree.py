"""A part of a package as a tree; names are compared without namespace, for writers differ in theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.xml_guard import Refused, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OPEN_BREAK: Final = re.compile(rb"<br(\s[^<>]*)?>")
LARGEST_TREE: Final = 16 * MEGABYTE  # a tree takes ten times as much memory


def tree_of(data: bytes, part: str, depth: int) -> Element:
    """Return the part as a tree; raise Refused as `walk` does."""
    walk([data], part, depth)
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        line = error.position[0]
        raise Refused("TN-18", part=part, reason=f"dòng {line}") from error


def loose_tree_of(data: bytes, part: str) -> Element | None:
    """Return as much as can be understood of a part that need not be XML by the letter; None for nothing.

    Excel itself writes drawings (.vml) with line breaks that are never closed.
    """
    if b"<!DOCTYPE" in data:
        raise Refused("TN-17", part=part)
    closed = _OPEN_BREAK.sub(rb"<br/>", data)
    return etree.fromstring(closed, _parser(recover=True))


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def name_of(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def descendants(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in the order of the document, the root included."""
    return root.iter(*(f"{{*}}{name}" for name in names))


def text_in(element: Element) -> str:
    """Return all letters in an element."""
    return "".join(map(str, element.itertext()))
