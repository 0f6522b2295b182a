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
    if len(element) == 1 and name_of(element[0]) == "t":
        return RichText(text_in(element[0]))
    fonts: list[str] = []
    runs: list[Run] = []
    for part in (element, *element.iterchildren("{*}r")):
        font, run = _part(part)
        fonts.append(font)
        runs.append(run)
    texts = [run.text for run in runs]
    odd = filter(_is_odd, runs)
    return RichText("".join(texts), _pieces(fonts, texts), tuple(odd))


def _is_odd(run: Run) -> bool:
    return bool(run.text.strip()) and not run.look.is_ordinary


def _pieces(fonts: list[str], texts: list[str]) -> tuple[Piece, ...]:
    """Return the pieces of a text that is written in an old font, none of any other."""
    told = zip(fonts, texts, strict=True)
    pieces = tuple(piece for piece in told if piece[1])
    if any(map(_is_old, pieces)):
        return pieces
    return ()


def _is_old(piece: Piece) -> bool:
    font, _ = piece
    return font.casefold().startswith(OLD_FONTS)


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
