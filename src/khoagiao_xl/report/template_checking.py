"""The tags of a template that somebody may have edited in Word: each whole, known, and in its place.

Whatever looks like a piece of a tag and is none stops the report: it would take words away, or stand in them.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report import review_table
from khoagiao_xl.report.appendix_layout import APPENDICES, TableColumn
from khoagiao_xl.report.figure_controls import VALUE, W
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.figure_tags import FIGURE_FIELDS, FigureTag
from khoagiao_xl.report.kind_layouts import PLANNED_REVIEWS
from khoagiao_xl.report.near_tags import advice_for
from khoagiao_xl.report.template_blocks import check_blocks
from khoagiao_xl.report.template_kinds import advice_for_other_kind
from khoagiao_xl.report.template_paragraphs import FIELD_CODE, TAG, text_of
from khoagiao_xl.report.template_places import HIDDEN, misspelt_tag, place_of, wrong_tag

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

_NAME: Final = r"[^\W\d]\w*"
_DOTTED: Final = rf"({_NAME})(?:\.({_NAME}))?"
SHOWN: Final = re.compile(rf"{_DOTTED}(?: ?\| ?(?:upper|lower|capitalize))?")
FOR: Final = re.compile(rf"for ({_NAME}) in ({_NAME})")
_TEST: Final = re.compile(
    rf"(?:el)?if ((?:not )?{_NAME}(?:\.{_NAME})?(?: (?:and|or) (?:not )?{_NAME}(?:\.{_NAME})?)*)"
)
_BLOCK: Final = re.compile(rf"{FOR.pattern}|{_TEST.pattern}|else|endif|endfor")
_NAMES_IN_TEST: Final = re.compile(rf"\b(?!(?:and|or|not)\b){_DOTTED}")
# What no template says unless a tag has lost something: braces of any width, and the names of tags.
_PIECES: Final = re.compile(r"[{}｛｝❴❵﹛﹜]")
_NAME_IN_WORDS: Final = re.compile(r"\w+_\w+")
RUN, VANISH = f"{W}r", f"{W}rPr/{W}vanish"
NEW_PARAGRAPH: Final = "\a"  # docxtpl's sign of a further paragraph
OFF: Final = ("0", "false", "off")
_INNER_PART: Final = re.compile(r"\._")  # of a value: nobody's but Python's
LOOP: Final = "loop"
LOOP_FIELDS: Final = frozenset({"index", "index0", "first", "last", "length"})


@dataclass(frozen=True)
class KnownTags:
    """What a template may ask for. tags: name -> value; fields: of each table, the names of its columns."""

    tags: Mapping[str, Any]
    _known: dict[str, frozenset[str] | None] = dataclasses.field(
        default_factory=dict, repr=False, compare=False
    )

    def fields_of(self, table: str) -> frozenset[str] | None:
        """Return the names of the columns of a table; None where it has no row to tell them."""
        if table not in self._known:
            self._known[table] = self._found_in(table)
        return self._known[table]

    def _found_in(self, table: str) -> frozenset[str] | None:
        rows = self.tags[table]
        if not isinstance(rows, list | tuple):
            return frozenset()
        found = set(_columns_shipped().get(table, ()))
        for row in rows:
            found |= _names_in(row)
        return frozenset(found) or None


@cache
def _columns_shipped() -> Mapping[str, frozenset[str]]:
    """Return for each table of the tool's own what its rows hold: it may be empty in one report."""
    # Two tables bear the tag of reviews, the reports' and the programme's, and either may be empty.
    planned = _tags_of(PLANNED_REVIEWS.columns)
    found = {review_table.TAG: _tags_of(review_table.COLUMNS) | planned}
    for appendix in APPENDICES:
        group = {appendix.group} - {""}
        found[appendix.tag] = _tags_of(appendix.columns) | group
    return found


def _tags_of(columns: Iterable[TableColumn]) -> frozenset[str]:
    names: set[str] = set()
    for column in columns:
        names.update(column.tags)
    return frozenset(names)


def _names_in(row: Any) -> set[str]:
    if is_dataclass(row):
        return {field.name for field in fields(row)}
    return set(row)


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
    names = _Names(KnownTags(tags), name)
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
        is_known = _BLOCK.fullmatch(tag.block)
    if not is_known:
        raise misspelt_tag(tag, paragraph, tags, name)


class _Names:
    """Knows which names stand for something where the reader has come to."""

    def __init__(self, known: KnownTags, name: str) -> None:
        self._known = known
        self._name = name
        self._rows: list[tuple[str, str]] = []  # name of a row -> its table, of the loops that are open

    def check(self, tag: TemplateTag, paragraph: TemplateParagraph) -> None:
        if tag.block:
            self._check_block(tag.block, paragraph)
        else:
            self._check_shown(tag.shown, paragraph)

    def _check_block(self, block: str, paragraph: TemplateParagraph) -> None:
        loop = FOR.fullmatch(block)
        test = _TEST.fullmatch(block)
        if loop:
            row, table = loop.groups()
            self._check_name(table, "", paragraph)
            self._rows.append((row, table))
        elif test:
            for name, field in _NAMES_IN_TEST.findall(test[1]):
                self._check_name(name, field, paragraph)
        elif block == "endfor":
            self._rows.pop()

    def _check_shown(self, shown: str, paragraph: TemplateParagraph) -> None:
        found = SHOWN.match(shown)
        if found is None:
            return
        name, field = found.groups("")
        self._check_name(name, field, paragraph)
        is_whole = not field
        if is_whole and self._is_of_many(name):
            raise wrong_tag("BC-05", paragraph, self._name)

    def _check_name(self, name: str, field: str, paragraph: TemplateParagraph) -> None:
        names = self._names()
        if name not in names:
            raise unknown_tag(
                self._name,
                name,
                names,
                paragraph,
            )
        allowed = self._fields_of(name)
        if not field or allowed is None:
            return
        if field not in allowed:
            known = sorted(allowed)
            raise unknown_tag(
                self._name,
                field,
                known,
                paragraph,
            )

    def _names(self) -> list[str]:
        own = [name for name, _ in self._rows]
        if own:
            own.append(LOOP)
        return [*self._known.tags, *own]

    def _is_of_many(self, name: str) -> bool:
        """Whether a name stands for rows, or for one row, of which one field at a time can be shown."""
        if name == LOOP or name in dict(self._rows):
            return True
        value = self._known.tags.get(name)
        return isinstance(value, list | tuple)

    def _fields_of(self, name: str) -> frozenset[str] | None:
        """Return what may stand behind a name and a dot; None where that is not known."""
        tables = dict(self._rows)
        if name in tables:
            return self._known.fields_of(tables[name])
        if name == LOOP:
            return LOOP_FIELDS
        if isinstance(self._known.tags[name], FigureTag):
            return FIGURE_FIELDS
        return frozenset()


def unknown_tag(name: str, word: str, known: Iterable[str], paragraph: TemplateParagraph) -> WrongRequest:
    """Return the error that names an unknown tag, where it stands, and the tags that are alike."""
    advice = advice_for_other_kind(word)
    if not advice:
        advice = advice_for(word, known)
    return WrongRequest(
        "BC-04",
        name=name,
        tags=f"«{word}»",
        place=place_of(paragraph),
        advice=advice,
    )


def names_used(paragraphs: Iterable[TemplateParagraph]) -> Iterator[str]:
    """Yield the names of the tags that a part shows or goes through; a mere test shows nothing."""
    for paragraph in paragraphs:
        for tag in paragraph.tags:
            shown = SHOWN.fullmatch(tag.shown)
            loop = FOR.fullmatch(tag.block)
            if shown:
                yield shown[1]
            elif loop:
                yield loop[2]
