"""Marked figures on their way into Word: each in a content control and a bookmark of its own.

A content control (w:sdt) with a hidden outline shows nothing on the page, moves and is copied with its
text, and still names its figure after somebody has typed over it in Word. LibreOffice before 7.5 drops the
name of a control when it saves, but keeps bookmarks; so a hidden bookmark carries the same key.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.figure_keys import MARK, START

if TYPE_CHECKING:
    from collections.abc import Iterator

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15_URI: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
MC_URI: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
IGNORABLE: Final = f"{{{MC_URI}}}Ignorable"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
FIRST_ID: Final = 10_000_001  # above what Word itself gives to controls and bookmarks
RUN, RUN_PROPERTIES, TEXT = f"{W}r", f"{W}rPr", f"{W}t"
CONTROL, CONTROL_PROPERTIES, CONTROL_CONTENT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent"
APPEARANCE: Final = f"{{{W15_URI}}}appearance"
ID, NAME, VALUE = f"{W}id", f"{W}name", f"{W}val"
HIDDEN: Final = {f"{{{W15_URI}}}val": "hidden"}
W15_PREFIX: Final = f'xmlns:w15="{W15_URI}"'
_PLAIN_RUN: Final = re.compile(
    "(<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</?w:rPr>).)*</w:rPr>)?)"
    f'<w:t(?: xml:space="preserve")?>([^<"]*{START}[^<"]*)</w:t></w:r>'
)
_RUN: Final = '{opening}<w:t xml:space="preserve">{text}</w:t></w:r>'
_HELD: Final = (
    '<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:sdt><w:sdtPr><w:alias w:val="{code}"/>'
    '<w:tag w:val="{key}"/><w:id w:val="{number}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
    '<w:sdtContent>{run}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{number}"/>'
)
BOOKMARK_LETTERS: Final = str.maketrans({"@": "_", "#": "__", "-": "_"})


def figure_numbers() -> Iterator[int]:
    """Return the numbers for the controls and bookmarks of one document."""
    return iter(range(FIRST_ID, FIRST_ID + 1_000_000))


def wrap_plain_runs(xml: str, ids: Iterator[int]) -> str:
    """Return the document with the marked figures of runs of text alone in controls: most of them.

    Done on the letters it takes a quarter of the time that the same takes on elements. Nothing is done where
    the document does not know Word 2013's namespace.
    """
    if W15_PREFIX not in xml:
        return xml
    pieces = _PLAIN_RUN.split(xml)
    done = [pieces.pop(0)]
    for opening, text, between in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        done += _plain_pieces(opening, text, ids)
        done.append(between)
    return "".join(done)


def _plain_pieces(opening: str, text: str, ids: Iterator[int]) -> Iterator[str]:
    """Yield what stands for a run; `opening`: all that comes before its text."""
    words = MARK.split(text)
    before = words.pop(0)
    if before:
        yield _RUN.format(opening=opening, text=before)
    for key, shown, after in zip(words[::3], words[1::3], words[2::3], strict=True):
        run = _RUN.format(opening=opening, text=shown)
        number = next(ids)
        code, *_ = key.split("@")
        yield _HELD.format(
            number=number,
            name=_bookmark_name(key, number),
            code=code,
            key=key,
            run=run,
        )
        if after:
            yield _RUN.format(opening=opening, text=after)


def wrap_figures(root: Element, ids: Iterator[int] | None = None) -> Element:
    """Return the document with every marked figure in a content control of its own; `root` is used up."""
    root = with_w15(root)
    ids = ids or figure_numbers()
    for run in _marked_runs(root):
        parent = run.getparent()
        at = parent.index(run)
        pieces = _split(run, ids)
        parent[at : at + 1] = list(pieces)
    return root


def with_w15(root: Element) -> Element:
    """Declare Word 2013's namespace as one that older programs may ignore."""
    from lxml import etree

    ignorable = root.get(IGNORABLE, "").split()
    if root.nsmap.get("w15") == W15_URI and "w15" in ignorable:
        return root
    namespaces = {
        **root.nsmap,
        "mc": MC_URI,
        "w15": W15_URI,
    }
    attributes = dict(root.attrib)
    renewed = etree.Element(root.tag, attributes, nsmap=namespaces)
    prefixes = dict.fromkeys([*ignorable, "w15"])
    renewed.set(IGNORABLE, " ".join(prefixes))
    renewed[:] = root[:]
    return renewed


def _marked_runs(root: Element) -> list[Element]:
    runs: dict[Element, None] = {}
    for text in root.iter(TEXT):
        if _is_marked(text):
            runs[text.getparent()] = None
    return list(runs)


def _is_marked(node: Element) -> bool:
    if node.tag != TEXT:
        return False
    return START in (node.text or "")


def _split(run: Element, ids: Iterator[int]) -> Iterator[Element]:
    """Yield what stands for `run`: plain runs and content controls, all with the run's own format."""
    for child in run:
        if child.tag == RUN_PROPERTIES:
            continue
        if _is_marked(child):
            yield from _split_text(run, child.text, ids)
        else:
            yield _run_like(run, deepcopy(child))


def _split_text(run: Element, text: str, ids: Iterator[int]) -> Iterator[Element]:
    position = 0
    for found in MARK.finditer(text):
        before = text[position : found.start()]
        if before:
            yield _text_run(run, before)
        key, shown = found.groups()
        figure = _text_run(run, shown)
        yield from _held(key, figure, next(ids))
        position = found.end()
    rest = text[position:]
    if rest:
        yield _text_run(run, rest)


def _text_run(run: Element, shown: str) -> Element:
    from lxml import etree

    text = etree.Element(TEXT)
    text.set(XML_SPACE, "preserve")
    text.text = shown
    return _run_like(run, text)


def _run_like(run: Element, content: Element) -> Element:
    from lxml import etree

    renewed = etree.Element(RUN)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        renewed.append(deepcopy(properties))
    renewed.append(content)
    return renewed


def _held(key: str, run: Element, number: int) -> Iterator[Element]:
    """Yield the start of a bookmark, the content control with `run`, the end of the bookmark."""
    from lxml import etree

    bookmark = {
        ID: str(number),
        NAME: _bookmark_name(key, number),
    }
    yield etree.Element(f"{W}bookmarkStart", bookmark)
    yield _control(key, run, number)
    yield etree.Element(f"{W}bookmarkEnd", {ID: str(number)})


def _bookmark_name(key: str, number: int) -> str:
    """Return the key in the letters a bookmark may have; the «_» in front hides it."""
    letters = key.translate(BOOKMARK_LETTERS)
    at = number - FIRST_ID + 1
    return f"_{letters}_{at}"


def _control(key: str, run: Element, number: int) -> Element:
    from lxml import etree

    code, *_ = key.split("@")
    facts = {
        "alias": code,
        "tag": key,
        "id": str(number),
    }
    control = etree.Element(CONTROL)
    properties = etree.SubElement(control, CONTROL_PROPERTIES)
    for name, value in facts.items():
        etree.SubElement(properties, f"{W}{name}", {VALUE: value})
    etree.SubElement(properties, APPEARANCE, HIDDEN)
    content = etree.SubElement(control, CONTROL_CONTENT)
    content.append(run)
    return control
