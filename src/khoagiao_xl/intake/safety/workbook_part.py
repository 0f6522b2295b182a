"""The workbook's own part: its sheets in their order, its defined names, how it counts days."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.xml_tree import descendants, text_in, tree_of
from khoagiao_xl.intake.safety.xml_values import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


class ToldSheet(NamedTuple):
    """A sheet as the workbook tells of it. relation: the id of the relationship that leads to its part."""

    name: str
    state: str
    relation: str


@dataclass
class WorkbookPart:
    """What the part says. names: of the whole workbook, to what they refer to."""

    sheets: list[ToldSheet] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    words: list[BookWords] = field(default_factory=list)
    is_1904: bool = False


@remembered
def read_workbook(data: bytes, part: str, depth: int) -> WorkbookPart:
    """Return what the part says; raise Refused for what is no XML."""
    root = tree_of(data, part, depth)
    return WorkbookPart(
        [_sheet(told) for told in descendants(root, "sheet")],
        dict(_names(root)),
        list(_words(root)),
        any(is_on(told.get("date1904")) for told in descendants(root, "workbookPr")),
    )


def _sheet(told: Element) -> ToldSheet:
    return ToldSheet(told.get("name", ""), told.get("state", "visible"), _relation_id(told))


def _relation_id(told: Element) -> str:
    """Return the id that stands under a prefix («r:id»); the sheet's own number has none."""
    for key, value in told.attrib.items():
        if str(key).endswith("}id"):
            return str(value)
    return ""


def _names(root: Element) -> Iterator[tuple[str, str]]:
    for told in descendants(root, "definedName"):
        if "localSheetId" not in told.attrib:
            yield told.get("name", ""), text_in(told)


def _words(root: Element) -> Iterator[BookWords]:
    """Yield what is said of defined names."""
    for told in descendants(root, "definedName"):
        for key in ("comment", "description", "help"):
            if key in told.attrib:
                yield BookWords(Outside.NAME, "", "", told.get(key, ""), told.get("name", ""))
