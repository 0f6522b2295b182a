"""Back from a Word file to its figures: the key of each, and what stands there now."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.docx_package import MAIN_PART, read_xml
from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.figure_keys import key_of

if TYPE_CHECKING:
    Element = Any  # lxml's own elements

Figures = list[tuple[str, str]]  # key, what is shown
_KEY: Final = re.compile(r"[A-Z]+\d+@\d{4}-\w+(#[a-z-]+)?")
_BOOKMARK: Final = re.compile(r"_([A-Z]+\d+)_(\d{4}_[A-Z0-9]+)((?:__[a-z_]+)?)_\d+")


def read_keys(docx: bytes) -> Figures:
    """Return (key, shown now) of every figure in a Word file, in order, also after editing."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = read_xml(package.read(MAIN_PART))
    return _from_controls(body) or _from_bookmarks(body)


def _from_controls(body: Element) -> Figures:
    found = []
    for control in body.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        key = "" if tag is None else tag.get(f"{W}val", "")
        if _KEY.fullmatch(key):
            texts = (text.text or "" for text in control.iter(f"{W}t"))
            found.append((key, "".join(texts)))
    return found


def _from_bookmarks(body: Element) -> Figures:
    keys: dict[str, str] = {}
    shown: dict[str, list[str]] = {}
    open_ones: set[str] = set()
    for node in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        number = node.get(f"{W}id", "")
        name = _BOOKMARK.fullmatch(node.get(f"{W}name", ""))
        if name:
            keys[number] = _key(*name.groups())
            shown[number] = []
            open_ones.add(number)
        elif node.tag == f"{W}bookmarkEnd":
            open_ones.discard(number)
        for waiting in open_ones:
            shown[waiting].append(node.text or "")
    return [(keys[number], "".join(texts)) for number, texts in shown.items()]


def _key(code: str, period: str, what: str) -> str:
    what = what.strip("_").replace("_", "-")
    return key_of(code, period.replace("_", "-"), what)
