"""One part outside the sheets, read: the words in it, and what it lays upon the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from khoagiao_xl.intake.safety.drawings import drawings_in
from khoagiao_xl.intake.safety.part_words import words_of, words_of_large
from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.xml_tree import LARGEST_TREE, loose_tree_of, tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from khoagiao_xl.intake.safety.book_words import BookWords
    from khoagiao_xl.intake.safety.scanned_sheet import SheetDrawing

OLD_DRAWING = ".vml"


class OutsidePart(NamedTuple):
    """What a part holds."""

    words: tuple[BookWords, ...] = ()
    drawings: tuple[SheetDrawing, ...] = ()


@remembered
def read_outside(data: bytes, part: str, sheet: str, depth: int) -> OutsidePart:
    """Return what a part holds that hangs on `sheet` (empty for one that hangs on none).

    Raise Refused for what is no XML, but for old drawings, which never were.
    """
    if len(data) > LARGEST_TREE:
        words = words_of_large(data, part, sheet, depth)
        return OutsidePart(tuple(words))
    root = _tree(data, part, depth)
    if root is None:
        return OutsidePart()
    return OutsidePart(tuple(words_of(root, sheet)), tuple(drawings_in(root)))


def _tree(data: bytes, part: str, depth: int) -> Element | None:
    if part.casefold().endswith(OLD_DRAWING):
        return loose_tree_of(data, part)
    return tree_of(data, part, depth)
