"""The text of a shared string or of a cell's own: its letters, their fonts, and those that look odd."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.intake.safety.appearance import PLAIN, Run, with_property
from khoagiao_xl.intake.safety.xml_tree import attributes_of, name_of, text_in
from khoagiao_xl.vietnamese.legacy import OLD_FONTS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Piece = tuple[str, str]  # font, text


class RichText(NamedTuple):
    """A text. pieces: by font, where one of them is an old one; runs: letters that look unlike the rest."""

    text: str
    pieces: tuple[Piece, ...] = ()
    runs: tuple[Run, ...] = ()


NO_TEXT: Final = RichText("")


def rich_text(element: Element) -> RichText:
    """Return the text in an element «si» or «is»; how it is pronounced is no part of it."""
    parts = [_part(run) for run in (element, *element.iterchildren("{*}r"))]
    pieces = tuple((font, run.text) for font, run in parts if run.text)
    odd = tuple(run for _, run in parts if run.text.strip() and not run.look.is_ordinary)
    text = "".join(run.text for _, run in parts)
    return RichText(text, pieces if _has_old_font(pieces) else (), odd)


def _part(run: Element) -> tuple[str, Run]:
    """Return the font and the letters of a run, without those of the runs in it."""
    font, look = "", PLAIN
    for told in run.iterfind("{*}rPr/*"):
        name = name_of(told)
        look = with_property(look, name, attributes_of(told))
        if name == "rFont":
            font = told.get("val", "")
    letters = [text_in(text) for text in run.iterchildren("{*}t")]
    return font, Run(look, "".join(letters))


def _has_old_font(pieces: tuple[Piece, ...]) -> bool:
    return any(font.casefold().startswith(OLD_FONTS) for font, _ in pieces)
