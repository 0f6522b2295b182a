"""Causes that lie in a Word document: ids, styles, lists, notes, fields, the frame of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import OpenedPackage, children, doubled, local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
VALUE: Final = f"{W}val"
STYLED: Final = ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
LONGEST_BOOKMARK: Final = 40
LARGEST_ID: Final = 0x7FFFFFFF
NOTES: Final = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "commentReference": "comments",
}


def _texts(package: OpenedPackage) -> list[_Element]:
    """The document, its heads and feet, and its notes."""
    kinds = ("header", "footer", "footnotes", "endnotes", "comments")
    names = [package.main]
    for kind in kinds:
        names += package.related(package.main, kind)
    roots = [package.xml(name) for name in names]
    return [root for root in roots if root is not None]


def _all(package: OpenedPackage, name: str) -> list[_Element]:
    return [item for root in _texts(package) for item in root.iter(f"{W}{name}")]


def _part(package: OpenedPackage, kind: str) -> _Element | None:
    found = package.related(package.main, kind)
    return package.xml(found[0]) if found else None


def controls_twice(package: OpenedPackage) -> Iterator[str]:
    ids = [str(item.get(VALUE)) for root in _texts(package) for item in root.iterfind(f".//{W}sdtPr/{W}id")]
    yield from doubled(ids)


def bookmarks(package: OpenedPackage) -> Iterator[str]:
    begun = _all(package, "bookmarkStart")
    begins = [str(item.get(f"{W}id")) for item in begun]
    ends = [str(item.get(f"{W}id")) for item in _all(package, "bookmarkEnd")]
    names = [str(item.get(f"{W}name")) for item in begun]
    yield from doubled(begins)
    yield from doubled(names)
    yield from (name for name in names if len(name) > LONGEST_BOOKMARK)
    yield from sorted(set(begins) ^ set(ends))


def pictures_twice(package: OpenedPackage) -> Iterator[str]:
    ids = [str(item.get("id")) for root in _texts(package) for item in root.iter("{*}docPr")]
    yield from doubled(ids)
    yield from (each for each in ids if not 0 < int(each) <= LARGEST_ID)


def paragraph_ids(package: OpenedPackage) -> Iterator[str]:
    ids = []
    for root in _texts(package):
        ids += [str(item.get(f"{W14}paraId")) for item in root.iter(f"{W}p") if item.get(f"{W14}paraId")]
    yield from doubled(ids)
    yield from (each for each in ids if not 0 < int(each, 16) < 0x80000000)


def styles(package: OpenedPackage) -> Iterator[str]:
    root = _part(package, "styles")
    there = [] if root is None else [str(item.get(f"{W}styleId")) for item in root.iter(f"{W}style")]
    yield from doubled(there)
    used = [item for name in STYLED for item in _all(package, name)]
    if root is not None:
        used += [item for item in root.iter() if local(item) in STYLED]
    yield from sorted({str(item.get(VALUE)) for item in used} - set(there))


def lists(package: OpenedPackage) -> Iterator[str]:
    root = _part(package, "numbering")
    numbers = [] if root is None else [str(item.get(f"{W}numId")) for item in root.iterchildren(f"{W}num")]
    shapes = [] if root is None else list(root.iterchildren(f"{W}abstractNum"))
    known = [str(item.get(f"{W}abstractNumId")) for item in shapes]
    yield from doubled(numbers)
    yield from doubled(known)
    asked = {str(item.get(VALUE)) for item in _all(package, "numId")}
    yield from sorted(asked - {*numbers, "0"})
    if root is not None:
        named = {str(item.get(VALUE)) for item in root.iter(f"{W}abstractNumId")}
        yield from sorted(named - set(known))
        order = [local(item) for item in root if local(item) in ("abstractNum", "num")]
        if order != sorted(order):
            yield "a list before its shape"


def notes(package: OpenedPackage) -> Iterator[str]:
    for reference, kind in NOTES.items():
        root = _part(package, kind)
        there = [str(item.get(f"{W}id")) for item in children(root)]
        yield from doubled(there)
        asked = {str(item.get(f"{W}id")) for item in _all(package, reference)}
        yield from sorted(asked - set(there))


def tables(package: OpenedPackage) -> Iterator[str]:
    for cell in _all(package, "tc"):
        blocks = [local(child) for child in cell if local(child) in ("p", "tbl", "sdt")]
        if not blocks or blocks[-1] == "tbl":
            yield "a cell that does not end with a paragraph"
    for row in _all(package, "tr"):
        if not any(local(child) in ("tc", "sdt") for child in row):
            yield "a row without cells"


def fields(package: OpenedPackage) -> Iterator[str]:
    for root in _texts(package):
        depth = 0
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(str(kind), 0)
            if depth < 0:
                break
        if depth:
            yield "a field that does not close"


def body(package: OpenedPackage) -> Iterator[str]:
    root = package.xml(package.main)
    found = None if root is None else root.find(f"{W}body")
    if found is None or not len(found) or local(found[-1]) != "sectPr":
        yield "the page does not stand last"
    for paragraph in _all(package, "p"):
        names = [local(child) for child in paragraph]
        if "pPr" in names[1:] or paragraph.find(f"{W}p") is not None:
            yield "a paragraph"


DOCUMENT_CAUSES: Final[dict[str, Callable[[OpenedPackage], Iterator[str]]]] = {
    "the id of a control twice": controls_twice,
    "bookmarks": bookmarks,
    "the id of a picture": pictures_twice,
    "the id of a paragraph": paragraph_ids,
    "styles that are not there": styles,
    "lists that are not there": lists,
    "notes that are not there": notes,
    "the frame of a table": tables,
    "fields": fields,
    "the body of a document": body,
}
