"""A part of a package as a tree: no DOCTYPE, no deep nesting, nothing fetched, one of three encodings.

Names are compared without namespace, for writers differ in theirs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from lxml import etree

from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.xml_guard import ENCODINGS, Refused, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

LARGEST_TREE: Final = 16 * MEGABYTE  # a tree takes ten times as much memory
_OPEN_BREAK: Final = re.compile(rb"<br(\s[^<>]*)?>")
_DOCTYPE: Final = "<!DOCTYPE"
_DOCTYPES: Final = (_DOCTYPE.encode(), _DOCTYPE.encode("utf-16-le"), _DOCTYPE.encode("utf-16-be"))
_STRICT: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_PARSER: Final = etree.XMLParser(**_STRICT)
_LOOSE_PARSER: Final = etree.XMLParser(**_STRICT, recover=True)


def tree_of(data: bytes, part: str, depth: int) -> Element:
    """Return the part as a tree.

    Raise Refused: TN-17 for a DOCTYPE or entities, TN-18 for XML that is broken or deeper than `depth`.
    """
    _refuse_doctype(data, part, depth)
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise _broken(part, error) from error
    _check(root, part, depth)
    return root


def take_each(data: bytes, part: str, depth: int, name: str, take: Callable[[Element], None]) -> Element:
    """Give each element of a name to `take` as it ends, and return the tree without what was in them.

    So a part may be far larger than what its tree would take. Raise Refused as `tree_of` does.
    """
    _refuse_doctype(data, part, depth)
    reader = etree.iterparse(BytesIO(data), tag=f"{{*}}{name}", **_STRICT)
    try:
        for _, element in reader:
            _refuse_deep(element, part, depth)
            take(element)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise _broken(part, error) from error
    root: Element = reader.root
    _check(root, part, depth)
    return root


def loose_tree_of(data: bytes, part: str) -> Element | None:
    """Return as much as can be understood of a part that need not be XML by the letter; None for nothing.

    Excel itself writes drawings (.vml) with line breaks that are never closed.
    """
    if _DOCTYPES[0] in data:
        raise Refused("TN-17", part=part)
    closed = _OPEN_BREAK.sub(rb"<br/>", data)
    return etree.fromstring(closed, _LOOSE_PARSER)


def _refuse_doctype(data: bytes, part: str, depth: int) -> None:
    """Refuse a DOCTYPE before the parser sees it: its letters may also stand in a comment."""
    is_suspected = any(letters in data for letters in _DOCTYPES)
    if is_suspected:
        walk([data], part, depth)


def _broken(part: str, error: etree.XMLSyntaxError) -> Refused:
    line = error.position[0]
    return Refused("TN-18", part=part, reason=f"dòng {line}")


def _check(root: Element, part: str, depth: int) -> None:
    told = root.getroottree().docinfo
    if told.internalDTD is not None:
        raise Refused("TN-17", part=part)
    if (told.encoding or "").lower() not in ENCODINGS:
        raise Refused("TN-18", part=part, reason=f"bảng mã {told.encoding}")
    _refuse_deep(root, part, depth)


def _refuse_deep(element: Element, part: str, depth: int) -> None:
    if _is_deeper_than(depth)(element):
        raise Refused("TN-18", part=part, reason=f"lồng quá {depth} lớp")


@cache
def _is_deeper_than(depth: int) -> etree.XPath:
    """Return what finds an element with `depth` others, one in another, below it."""
    below = "/".join("*" * depth)
    return etree.XPath(f"boolean({below})")


def name_of(element: Element) -> str:
    """Return an element's name without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    _, _, name = tag.rpartition("}")
    return name


def attributes_of(element: Element) -> Mapping[str, str]:
    """Return the attributes of an element, by name."""
    return cast("Mapping[str, str]", element.attrib)


def descendants(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in the order of the document, the root included."""
    return root.iter(*(f"{{*}}{name}" for name in names))


def text_in(element: Element) -> str:
    """Return all letters in an element."""
    return "".join(map(str, element.itertext()))
