"""What is said of a task in a line or a clause under a label: «Đơn vị chủ trì: …», «Thời gian: …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khoagiao_xl.guidance.tree.attribute_labels import LABELLED, meaning_of
from khoagiao_xl.guidance.tree.attribute_records import AROUND, Attribute, Meaning
from khoagiao_xl.guidance.tree.attribute_values import asks_for_work
from khoagiao_xl.guidance.tree.section_attributes import of_whole_section
from khoagiao_xl.guidance.words.attribution import tells_who
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.running_text import plain, sentences

# «Ghi chú: nt: như trên. Cơ quan phối hợp ...» explains, whatever it says.
_REMARK = re.compile(r"\(?(?P<name>ghi chú|chú thích|chú giải)\s*:\s*(?=\S)")
_DONE_BY = "thực hiện"  # a label only in front of a body
_OF_BODIES = frozenset({Meaning.LEAD, Meaning.SUPPORT})
_COMMA = re.compile(r"[,;]\s+")
_EMPTY = re.compile(r"\(\s*[;,.]*\s*\)|\[\s*\]|[;,]\s*(?=\))")
_BLANK_BEFORE_STOP = re.compile(r"\s+(?=[.;,](?:\s|$))")


@lru_cache(maxsize=4096)
def attributes_in(text: str) -> tuple[Attribute, ...]:
    """Return the attributes that stand in `text`, in lines, clauses and brackets, in their order."""
    return tuple(_attributes(text))


def _attributes(text: str) -> Iterator[Attribute]:
    low = plain(text)
    found = list(LABELLED.finditer(low))
    limits = _limits(found, len(text))
    for match, limit in zip(found, limits, strict=True):
        start, end_of_label = _span_of_label(match)
        first = match.end()
        end = _end_of_value(text, start, first, limit)
        name = low[start:end_of_label]
        meaning = meaning_of(name)
        value = _whole(text[first:end])
        if meaning in _OF_BODIES:
            value = _before_time(value)
        attribute = Attribute(
            meaning=meaning,
            label=text[start:end_of_label],
            value=value,
            start=start,
            end=end,
        )
        if name == _DONE_BY and not organ_at_start(value)[0]:
            continue
        if value and not asks_for_work(attribute):
            yield attribute


def _span_of_label(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of the label: in front of its colon, or of «trách nhiệm của»."""
    return match.span(match.lastgroup or 0)


def _before_time(value: str) -> str:
    """Return the bodies in front of a clause that only says when: «Sở Y tế | ; tháng 12/2026»."""
    for comma in _COMMA.finditer(value):
        start, end = comma.span()
        behind = value[end:]
        due = find_due(behind, ANY_YEAR, is_cell=True)
        if not due.day:
            continue
        said = plain(due.words)
        if plain(behind).startswith(said):
            return value[:start]
    return value


def _whole(words: str) -> str:
    """Return the words of a value without the signs around them, but with the bracket that they open."""
    value = words.strip(AROUND)
    if value.count("(") > value.count(")"):
        value += ")"
    return value


def _limits(found: list[re.Match[str]], length: int) -> list[int]:
    """Return where the words behind each label end at the latest: at the next label."""
    following = found[1:]
    starts = [_span_of_label(match)[0] for match in following]
    if found:
        starts.append(length)
    return starts


def _end_of_value(text: str, start: int, first: int, limit: int) -> int:
    """Return where the value ends: at the bracket it stands in, else with its sentence."""
    before = text[:start]
    if before.count("(") > before.count(")"):
        close = text.find(")", first, limit)
        if close > 0:
            return close
        return limit
    words = text[first:limit]
    (_, length), *_ = sentences(words)
    return first + length


@lru_cache(maxsize=4096)
def line_attributes(text: str) -> tuple[Attribute, ...]:
    """Return the attributes of a line that says nothing else, none of any other line."""
    remark = _REMARK.match(plain(text))
    if remark:
        end = len(text)
        return (
            Attribute(Meaning.NOTE, text[: remark.end("name")], text[remark.end() :].strip(AROUND), 0, end),
        )
    found = attributes_in(text)
    if not found:
        return of_whole_section(text)
    before = text[: found[0].start].strip(AROUND)
    if before and not tells_who(before):
        return ()
    rest = without_attributes(text)
    if tells_who(rest):
        return (*found, *_who_in(rest, len(text)))
    if leader(rest):
        return ()
    return (*found, *_when_in(rest, found, len(text)))


def _when_in(words: str, found: tuple[Attribute, ...], end: int) -> Iterator[Attribute]:
    """Yield until when, of a sentence behind labels that say only who: «Chủ trì: Sở A. Trước 05/9/2026.»."""
    if any(attribute.meaning is Meaning.DUE for attribute in found):
        return
    due = find_due(words, ANY_YEAR)
    if due.day:
        yield Attribute(Meaning.DUE, "Thời gian", due.words, end, end)


def _who_in(words: str, end: int) -> Iterator[Attribute]:
    """Yield who leads and helps, of a sentence beside the labels: «Thời gian: quý II. Khoa Dược chủ trì.»."""
    said = {
        Meaning.LEAD: leader(words),
        Meaning.SUPPORT: partners(words),
    }
    for meaning, value in said.items():
        if not value:
            continue
        label = meaning.capitalize()
        yield Attribute(meaning, label, value, end, end)


def is_only_attributes(sentence: str) -> bool:
    """Say whether a sentence behind another one says nothing but who and when: «Trách nhiệm của Sở A.»."""
    rest = without_attributes(f". {sentence}")
    return rest.strip(AROUND) == ""


def without_attributes(text: str) -> str:
    """Return `text` without the attributes that stand in it and the brackets left empty."""
    kept: list[str] = []
    place = 0
    for attribute in attributes_in(text):
        kept.append(text[place : attribute.start])
        place = attribute.end
    if not place:
        return text
    rest = text[place:]
    kept.append(rest)
    joined = "".join(kept)
    filled = _EMPTY.sub("", joined)
    bare = _BLANK_BEFORE_STOP.sub("", filled)
    return bare.strip(" ;,")
