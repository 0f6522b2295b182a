"""The tags of a template that somebody may have edited in Word: each whole, known, and in its place.

Whatever looks like a piece of a tag and is none stops the report: it would take words away, or stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report.figure_controls import VALUE, W
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.known_tags import KnownTags
from khoagiao_xl.report.reached_names import ReachedNames
from khoagiao_xl.report.tag_forms import BLOCK, SHOWN
from khoagiao_xl.report.template_blocks import check_blocks
from khoagiao_xl.report.template_paragraphs import FIELD_CODE, TAG, text_of
from khoagiao_xl.report.template_places import HIDDEN, misspelt_tag, place_of, wrong_tag

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

# What no template says unless a tag has lost something: braces of any width, and the names of tags.
_PIECES: Final = re.compile(r"[{}｛｝❴❵﹛﹜]")
_NAME_IN_WORDS: Final = re.compile(r"\w+_\w+")
RUN, VANISH = f"{W}r", f"{W}rPr/{W}vanish"
NEW_PARAGRAPH: Final = "\a"  # docxtpl's sign of a further paragraph
OFF: Final = ("0", "false", "off")
_INNER_PART: Final = re.compile(r"\._")  # of a value: nobody's but Python's


def check_template(paragraphs: Sequence[TemplateParagraph], tags: Mapping[str, Any], name: str) -> None:
    """Raise WrongRequest for the first slip in a part of a template, with the paragraph and the tag.

    BC-04 unknown tag, BC-05 a tag written wrongly, BC-06 one in the wrong place, BC-07 one that is forbidden,
    BC-12 one that is never closed.
    """
    for paragraph in paragraphs:
        _refuse_pieces(paragraph, tags, name)
        _refuse_unseen(paragraph, tags, name)
        for tag in paragraph.tags:
            _check_form(tag, paragraph, tags, name)
    check_blocks(paragraphs, name)
    names = ReachedNames(KnownTags(tags), name)
    # What a reader sees comes first: there a person finds it.
    for paragraph in sorted(paragraphs, key=_is_unseen):
        for tag in paragraph.tags:
            names.check(tag, paragraph)


def _is_unseen(paragraph: TemplateParagraph) -> bool:
    return paragraph.part == HIDDEN


def _refuse_pieces(paragraph: TemplateParagraph, tags: Mapping[str, Any], name: str) -> None:
    """Refuse words that hold a brace, or the name of a tag without its braces."""
    for words in paragraph.words:
        if _PIECES.search(words):
            raise wrong_tag("BC-05", paragraph, name)
        for word in _NAME_IN_WORDS.findall(words):
            if word in tags:
                raise wrong_tag("BC-05", paragraph, name)


def _refuse_unseen(paragraph: TemplateParagraph, tags: Mapping[str, Any], name: str) -> None:
    """Refuse a tag whose words nobody would see: in hidden letters, in a field; paragraphs in a property."""
    if _is_unseen(paragraph):
        is_lost = _is_in_property(paragraph, tags)
    else:
        runs = paragraph.element.iter(RUN)
        is_lost = any(map(_is_hidden, runs))
    if is_lost:
        place = place_of(paragraph)
        raise WrongRequest("BC-14", name=name, place=place)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(VANISH)
    if hidden is None or hidden.get(VALUE) in OFF:
        return False
    words = text_of(run)
    return TAG.search(words) is not None


def _is_in_property(paragraph: TemplateParagraph, tags: Mapping[str, Any]) -> bool:
    """Say whether a tag stands in a field, or in a property that has room for a few words only."""
    if paragraph.element.tag == FIELD_CODE:
        return True
    for tag in paragraph.tags:
        value = tags.get(tag.shown, "")
        if tag.shown in section_names() or not _is_plain(value):
            return True
    return False


def _is_plain(value: Any) -> bool:
    """Say whether a value is words alone: no figure with its key, no table, no several paragraphs."""
    if not isinstance(value, str):
        return False
    if NEW_PARAGRAPH in value:
        return False
    bare = unmarked(value)
    return bare == value


def _check_form(tag: TemplateTag, paragraph: TemplateParagraph, tags: Iterable[str], name: str) -> None:
    """Refuse what is more than a name, a test of names or a loop through a table."""
    if _INNER_PART.search(tag.text):
        raise wrong_tag("BC-07", paragraph, name)
    is_known = SHOWN.fullmatch(tag.shown)
    if tag.block:
        is_known = BLOCK.fullmatch(tag.block)
    if not is_known:
        raise misspelt_tag(tag, paragraph, tags, name)
