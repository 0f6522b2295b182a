"""Whether each name in a template stands for something where it is: a tag, a row of a loop, its column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.figure_tags import FIGURE_FIELDS, FigureTag
from khoagiao_xl.report.known_tags import KnownTags
from khoagiao_xl.report.near_tags import advice_for
from khoagiao_xl.report.tag_forms import FOR, NAMES_IN_TEST, SHOWN, TEST
from khoagiao_xl.report.template_kinds import advice_for_other_kind
from khoagiao_xl.report.template_places import place_of, wrong_tag

if TYPE_CHECKING:
    from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag

LOOP: Final = "loop"
LOOP_FIELDS: Final = frozenset({"index", "index0", "first", "last", "length"})


class ReachedNames:
    """Knows which names stand for something where the reader has come to."""

    def __init__(self, known: KnownTags, name: str) -> None:
        self._known = known
        self._name = name
        self._rows: list[tuple[str, str]] = []  # name of a row -> its table, of the loops that are open

    def check(self, tag: TemplateTag, paragraph: TemplateParagraph) -> None:
        """Refuse a tag that names what nobody knows here; of loops, know which rows go on from here."""
        if tag.block:
            self._check_block(tag.block, paragraph)
        else:
            self._check_shown(tag.shown, paragraph)

    def _check_block(self, block: str, paragraph: TemplateParagraph) -> None:
        loop = FOR.fullmatch(block)
        test = TEST.fullmatch(block)
        if loop:
            row, table = loop.groups()
            self._check_name(table, "", paragraph)
            self._rows.append((row, table))
        elif test:
            for name, field in NAMES_IN_TEST.findall(test[1]):
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
