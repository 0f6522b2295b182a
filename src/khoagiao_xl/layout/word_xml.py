"""Elements of WordprocessingML by their short names: «pPr/numPr» for w:pPr/w:numPr."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What only holds other elements: content controls, and what was put in with tracked changes.
WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"}
_VALUE = f"{W}val"


@cache
def named(path: str) -> str:
    """Return a tag or a path of tags with the namespace in front of each."""
    steps = path.split("/")
    tags = [f"{W}{step}" for step in steps]
    return "/".join(tags)


def find(element: _Element, path: str) -> _Element | None:
    """Return the first element at `path` below `element`."""
    return element.find(named(path))


def attribute(element: _Element, name: str, otherwise: str = "") -> str:
    """Return an attribute of the element by its short name."""
    return element.get(named(name), otherwise)


def value(element: _Element, path: str, *, absent: str = "", empty: str | None = None) -> str:
    """Return the w:val of what stands at `path`.

    absent: where nothing stands there; empty: where it has no value, the same as `absent` if None.
    """
    found = find(element, path)
    if found is None:
        return absent
    otherwise = absent if empty is None else empty
    return found.get(_VALUE, otherwise)
