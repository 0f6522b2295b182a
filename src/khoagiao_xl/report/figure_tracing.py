"""Back from a Word file to its figures: the key of each, and what stands there now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from khoagiao_xl.report.figure_controls import W, hardened_parser
from khoagiao_xl.report.figure_keys import key_of

if TYPE_CHECKING:
    Element = Any  # lxml's own elements

_KEY = re.compile(r"[A-Z]+\d+@\d{4}-\w+(#[a-z-]+)?")
_BOOKMARK = re.compile(r"_([A-Z]+\d+)_(\d{4}_[A-Z0-9]+)((?:__[a-z_]+)?)_\d+")


def read_keys(docx: bytes) -> list[tuple[str, str]]:
    """Return (key, shown now) of every figure in a Word file, in order, also after editing."""
    import io
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"), hardened_parser())
    return _from_controls(body) or _from_bookmarks(body)


def _from_controls(body: Element) -> list[tuple[str, str]]:
    found = []
    for control in body.iter(f"{{{W}}}sdt"):
        tag = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        key = "" if tag is None else tag.get(f"{{{W}}}val", "")
        if _KEY.fullmatch(key):
            found.append((key, "".join(text.text or "" for text in control.iter(f"{{{W}}}t"))))
    return found


def _from_bookmarks(body: Element) -> list[tuple[str, str]]:
    shown: dict[str, list[str]] = {}
    keys: dict[str, str] = {}
    open_ones: dict[str, None] = {}
    for node in body.iter(f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd", f"{{{W}}}t"):
        number = node.get(f"{{{W}}}id", "")
        name = _BOOKMARK.fullmatch(node.get(f"{{{W}}}name", ""))
        if name:
            keys[number], shown[number] = key_of(name[1], name[2].replace("_", "-"), _long(name[3])), []
            open_ones[number] = None
        elif node.tag == f"{{{W}}}bookmarkEnd":
            open_ones.pop(number, None)
        for waiting in open_ones:
            shown[waiting].append(node.text or "")
    return [(keys[number], "".join(texts)) for number, texts in shown.items()]


def _long(short: str) -> str:
    return short.strip("_").replace("_", "-")
