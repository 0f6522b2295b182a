"""Causes that lie in the package: zip names, content types, relations, letters that XML has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from tests.repair_causes.opened_package import CONTENT_TYPES, RELATED, OpenedPackage, children, doubled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a reference to a character may stand for only where it is legal.
_REFERENCE: Final = re.compile(r"&#(?:x([0-9A-Fa-f]+)|(\d+));")
_MACROS: Final = "macroEnabled"


def names_twice(package: OpenedPackage) -> Iterator[str]:
    yield from doubled(package.names)


def parts_without_content_type(package: OpenedPackage) -> Iterator[str]:
    endings, parts = _content_types(package)
    for name in package.names:
        ending = name.rpartition(".")[2].lower()
        if name != CONTENT_TYPES and name not in parts and ending not in endings:
            yield name


def content_types_of_nothing(package: OpenedPackage) -> Iterator[str]:
    _, parts = _content_types(package)
    yield from sorted(parts.keys() - set(package.names))


def content_types_twice(package: OpenedPackage) -> Iterator[str]:
    items = children(package.xml(CONTENT_TYPES))
    yield from doubled([str(item.get("PartName") or item.get("Extension")) for item in items])


def _content_types(package: OpenedPackage) -> tuple[set[str], dict[str, str]]:
    endings: set[str] = set()
    parts: dict[str, str] = {}
    for item in children(package.xml(CONTENT_TYPES)):
        if item.get("Extension"):
            endings.add(str(item.get("Extension")).lower())
        else:
            parts[str(item.get("PartName")).lstrip("/")] = str(item.get("ContentType"))
    return endings, parts


def relations_to_nothing(package: OpenedPackage) -> Iterator[str]:
    for part in ["", *package.names]:
        for relation in package.relations(part).values():
            if not relation.is_external and relation.target not in package.names:
                yield f"{part or 'package'} -> {relation.target}"


def relations_asked_for_that_are_not_there(package: OpenedPackage) -> Iterator[str]:
    for part in package.written:
        root = package.xml(part)
        known = package.relations(part)
        for element in () if root is None else root.iter():
            for name, value in element.attrib.items():
                if str(name).startswith(RELATED) and value not in known:
                    yield f"{part}: {value!s}"


def relation_ids_twice(package: OpenedPackage) -> Iterator[str]:
    for part in package.names:
        items = children(package.xml(part)) if part.endswith(".rels") else []
        for twice in doubled([str(item.get("Id")) for item in items]):
            yield f"{part}: {twice}"


def illegal_letters(package: OpenedPackage) -> Iterator[str]:
    for name in package.written:
        text = package.read(name).decode("utf-8", "replace")
        if _ILLEGAL.search(text) or any(map(_is_illegal, _REFERENCE.finditer(text))):
            yield name


def _is_illegal(match: re.Match[str]) -> bool:
    number = int(match[1], 16) if match[1] else int(match[2])
    return number > 0x10FFFF or _ILLEGAL.match(chr(number)) is not None


def no_xml(package: OpenedPackage) -> Iterator[str]:
    for name in package.written:
        try:
            etree.fromstring(package.read(name))
        except etree.XMLSyntaxError as error:
            yield f"{name}: {error}"


def macros_without_their_content_type(package: OpenedPackage) -> Iterator[str]:
    """Excel opens no .xlsm whose workbook is said to be without macros, nor the other way round."""
    _, parts = _content_types(package)
    says_macros = _MACROS in parts.get(package.main, "")
    project = package.related(package.main, "vbaProject")
    if says_macros != bool(project):
        yield package.main
    for name in project:
        if package.read(name)[:8] != bytes.fromhex("D0CF11E0A1B11AE1"):
            yield f"{name}: no compound file"


PACKAGE_CAUSES: Final[dict[str, Callable[[OpenedPackage], Iterator[str]]]] = {
    "a name twice in the zip": names_twice,
    "a part without content type": parts_without_content_type,
    "a content type of a part that is not there": content_types_of_nothing,
    "a content type twice": content_types_twice,
    "a relation to a part that is not there": relations_to_nothing,
    "a relation asked for that is not there": relations_asked_for_that_are_not_there,
    "the id of a relation twice": relation_ids_twice,
    "a letter that XML has not": illegal_letters,
    "a part that is no XML": no_xml,
    "macros and content type that do not fit": macros_without_their_content_type,
}
