"""A part of a template before it is filled: changes that Word keeps track of taken as accepted, tags whole.

Word splits what is typed into runs where it likes; a tag in pieces is put together in its first run, in the
format that it begins with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from khoagiao_xl.report.figure_controls import XML_SPACE, W
from khoagiao_xl.report.template_paragraphs import BETWEEN, PARAGRAPH, ROW, TAG, TEXT, letters_of

Element = Any  # lxml's own elements
_TAKEN_OUT: Final = tuple(f"{W}{name}" for name in ("del", "moveFrom"))
_PUT_IN: Final = tuple(f"{W}{name}" for name in ("ins", "moveTo"))
_TRACES: Final = tuple(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip
# What may lie around words in a paragraph: several paragraphs have no room in it, and Word may fill it anew.
_HOLDERS: Final = tuple(
    f"{W}{name}" for name in ("hyperlink", "fldSimple", "smartTag", "customXml", "sdt", "bdo", "dir")
)
_IN_PARAGRAPH: Final = (*_HOLDERS, f"{W}sdtContent", PARAGRAPH)
_CONTENT: Final = f"{W}sdtContent"
_ROW_TAKEN_OUT: Final = f"{W}trPr/{W}del"
_MARK_TAKEN_OUT: Final = f"{W}pPr/{W}rPr/{W}del"
_BLANK: Final = re.compile(r"\s")
_INVISIBLE: Final = "Cf"  # zero-width letters, soft hyphens


def mend(root: Element) -> bool:
    """Mend a part in place; say whether it held changes that Word keeps track of."""
    is_revised = _accept_changes(root)
    for paragraph in root.iter(PARAGRAPH):
        _join_tags(paragraph)
    for holder in list(root.iter(*_HOLDERS)):
        _free_tags(holder)
    return is_revised


# -- changes that Word keeps track of ---------------------------------------------------------------------


def _accept_changes(root: Element) -> bool:
    if next(root.iter(*_TAKEN_OUT, *_PUT_IN, *_TRACES), None) is None:
        return False
    rows = _with(root, ROW, _ROW_TAKEN_OUT)
    emptied = _with(root, PARAGRAPH, _MARK_TAKEN_OUT)
    gone = list(root.iter(*_TAKEN_OUT, *_TRACES))
    _remove([*rows, *gone])
    holders = list(root.iter(*_PUT_IN))
    for holder in holders:
        _unwrap(holder)
    for paragraph in emptied:
        _remove_if_empty(paragraph)
    return True


def _with(root: Element, tag: str, mark: str) -> list[Element]:
    """Return the elements that bear a mark of Word's."""
    return [element for element in root.iter(tag) if element.find(mark) is not None]


def _remove(elements: Iterable[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _unwrap(holder: Element) -> None:
    parent = holder.getparent()
    at = parent.index(holder)
    after = at + 1
    parent[at:after] = list(holder)


def _remove_if_empty(paragraph: Element) -> None:
    """Take out a paragraph whose end was deleted with all its words; a cell keeps its last one."""
    parent = paragraph.getparent()
    if parent is None or len(parent.findall(PARAGRAPH)) == 1:
        return
    if next(letters_of(paragraph), None) is None:
        parent.remove(paragraph)


# -- tags inside of something else -----------------------------------------------------------------------


def _free_tags(holder: Element) -> None:
    """Leave of a link, a field or a control in a paragraph only its words, where a tag is among them."""
    parent = holder.getparent()
    if parent is None or parent.tag not in _IN_PARAGRAPH:
        return
    if not _is_in_paragraph(holder):
        return
    texts = [node.text or "" for node in holder.iter(TEXT)]
    text = "".join(texts)
    if TAG.search(text) is None:
        return
    content = holder.find(_CONTENT)
    if content is not None:
        holder[:] = list(content)
    _unwrap(holder)


def _is_in_paragraph(holder: Element) -> bool:
    """Say whether a holder lies among the words of a paragraph and holds no paragraphs itself."""
    inner = next(holder.iter(PARAGRAPH), None)
    outer = next(holder.iterancestors(PARAGRAPH), None)
    return inner is None and outer is not None


# -- tags in pieces ---------------------------------------------------------------------------------------


def _join_tags(paragraph: Element) -> None:
    nodes = list(letters_of(paragraph))
    text = "".join(map(_shown, nodes))
    if "{" not in text:
        return
    for found in reversed(list(TAG.finditer(text))):
        _join(nodes, found.start(), found.end())


def _shown(node: Element) -> str:
    return BETWEEN.get(node.tag) or node.text or ""


def _join(nodes: list[Element], start: int, end: int) -> None:
    """Write the tag between two places of the text into the element in which it begins."""
    at = 0
    holder = None
    tag = ""
    for node in nodes:
        shown = _shown(node)
        first = max(start - at, 0)
        last = max(end - at, 0)
        own = shown[first:last]
        at += len(shown)
        if not own:
            continue
        tag += own
        if holder is None:
            holder, before = node, shown[:first]
            after = shown[last:]
        elif node.tag == TEXT:
            node.text = shown[last:]
            node.set(XML_SPACE, "preserve")
        else:
            _remove([node])
    if holder is not None and holder.tag == TEXT:
        holder.text = before + _plain(tag) + after
        holder.set(XML_SPACE, "preserve")


def _plain(tag: str) -> str:
    """Return a tag with plain spaces and without letters that nobody sees."""
    seen = ""
    for letter in tag:
        category = unicodedata.category(letter)
        if category != _INVISIBLE:
            seen += letter
    return _BLANK.sub(" ", seen)
