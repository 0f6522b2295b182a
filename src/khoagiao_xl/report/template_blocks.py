"""The blocks of a template, {% if %} and {% for %}: each closed, in the same kind of place as it was opened.

A tag «{%p» takes its paragraph away, «{%tr» its row: neither may hold anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.template_paragraphs import INLINE, OF_PARAGRAPH, OF_ROW, text_of
from khoagiao_xl.report.template_places import place_of, wrong_tag

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

CLOSES: Final = {"endif": "if", "endfor": "for", "else": "if", "elif": "if"}
LOOP, ELSE = "for", "else"
MIDDLES: Final = frozenset({"else", "elif"})


@dataclass(frozen=True)
class OpenBlock:
    """A block that is open. word: «if» or «for»; holder: the element in which it must be closed."""

    word: str
    kind: str
    holder: Any
    paragraph: TemplateParagraph
    has_else: bool = False


def check_blocks(paragraphs: Sequence[TemplateParagraph], name: str) -> None:
    """Raise WrongRequest BC-06 for a block in the wrong place, BC-12 for one that is never closed."""
    opened: list[OpenBlock] = []
    for paragraph in paragraphs:
        for tag in paragraph.tags:
            if tag.block:
                _check_alone(tag, paragraph, name)
                _follow(
                    tag,
                    paragraph,
                    opened,
                    name,
                )
        _refuse_open_inline(opened, name)
    if opened:
        raise _never_closed(opened[-1], name)


def _follow(tag: TemplateTag, paragraph: TemplateParagraph, opened: list[OpenBlock], name: str) -> None:
    """Open a block, or see that the one that is open is what the tag belongs to."""
    word = tag.block.split()[0] if tag.block.strip() else ""
    holder = _holder(tag, paragraph)
    meant = CLOSES.get(word)
    if meant is None:
        _refuse_loop_within(word, opened, paragraph, name)
        block = OpenBlock(word, tag.kind, holder, paragraph)
        opened.append(block)
        return
    if not opened:
        raise wrong_tag("BC-06", paragraph, name)
    last = opened.pop()
    if last.word != meant:
        raise _never_closed(last, name)
    is_same_place = last.kind == tag.kind and last.holder is holder
    is_behind_else = last.has_else and word in MIDDLES
    if is_behind_else or not is_same_place:
        raise wrong_tag("BC-06", paragraph, name)
    if word in MIDDLES:
        going_on = replace(last, has_else=word == ELSE)
        opened.append(going_on)


def _refuse_loop_within(
    word: str, opened: Sequence[OpenBlock], paragraph: TemplateParagraph, name: str
) -> None:
    """Refuse a loop in a loop: each row of one table would come with every row of another."""
    words = [block.word for block in opened]
    if word == LOOP and LOOP in words:
        raise wrong_tag("BC-06", paragraph, name)


def _holder(tag: TemplateTag, paragraph: TemplateParagraph) -> Any:
    """Return the element in which a block must be closed: a paragraph, or what paragraphs or rows lie in."""
    if tag.kind == OF_ROW and paragraph.row is not None:
        return paragraph.row.getparent()
    if tag.kind == OF_PARAGRAPH:
        return paragraph.element.getparent()
    return paragraph.element


def _check_alone(tag: TemplateTag, paragraph: TemplateParagraph, name: str) -> None:
    """Refuse a tag that would take words or pictures away with its paragraph or its row."""
    if tag.kind == INLINE:
        return
    is_alone = paragraph.text.strip() == tag.text and not paragraph.has_objects
    if tag.kind == OF_ROW:
        is_alone = is_alone and _is_alone_in_row(tag, paragraph)
    if not is_alone:
        raise wrong_tag("BC-06", paragraph, name)


def _is_alone_in_row(tag: TemplateTag, paragraph: TemplateParagraph) -> bool:
    row = paragraph.row
    if row is None:
        return False
    text = ""
    for other in row.iter(paragraph.element.tag):
        text += text_of(other)
    return text.strip() == tag.text


def _refuse_open_inline(opened: list[OpenBlock], name: str) -> None:
    """Refuse a block inside a paragraph that ends with it open."""
    if not opened:
        return
    last = opened[-1]
    if last.kind == INLINE:
        raise _never_closed(last, name)


def _never_closed(block: OpenBlock, name: str) -> WrongRequest:
    kind = f"{{%{block.kind}"
    return WrongRequest(
        "BC-12", name=name, place=place_of(block.paragraph), closing=f"{kind} end{block.word} %}}"
    )
