"""Who a sentence names to help: «phối hợp với …», «…, Văn phòng phối hợp», «Cùng với …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from khoagiao_xl.guidance.words.organs import STARTS, end_of_organ, is_organ_alone, organ_at_start, organ_from
from khoagiao_xl.guidance.words.roles import HELPED_BY, HELPS
from khoagiao_xl.guidance.words.sentence_subjects import beginning, does_something, goes_on_with_verb
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.vietnamese.running_text import plain

# Where a body may be named inside a sentence: behind a comma, a stop, a bracket, a colon, a dash.
PLACE = re.compile(r"(?:[,;:(]|(?<=\S)\.|\s-)\s*(?:(?:giao|do|và)\s+)?(?=[^\W\d_])")
_TOGETHER = re.compile(r"(?:cùng với|cùng|kết hợp với|kết hợp cùng|liên kết với)\s+(?=\S)")
_LITTLE_MORE = re.compile(r"(?:\s+\w+){0,2}[\s;,.]*")
# «(Tỉnh đoàn, cùng Sở Y tế)», «Phòng Khoa giáo (cùng Văn phòng) chuẩn bị».
_BESIDE = re.compile(r"(?:\(|\([^()]*[,;]\s+)(?:cùng với|cùng|với)\s+(?=[^\W\d_])")
_TOGETHER_BEHIND = re.compile(r"\s*(?:cùng với|cùng)\s+(?=[^\W\d_])")
BESIDE_FIRST = re.compile(r"[,;]\s+(?:cùng với|cùng|với)\s")
_BETWEEN_NAMES = re.compile(r"\s*[;,]\s+|\s+và\s+")
_BEHIND_BRACKETS = re.compile(r"\([^()]*\)(?:,|\s+và|,\s+và)\s+")


def together_with(text: str) -> tuple[str, str]:
    """Return who helps and who leads, of «Cùng với Hội A, Trường B biên tập ...»."""
    low = plain(text)
    together = _TOGETHER.match(low)
    if not together:
        return "", ""
    start = together.end()
    words = text[start:]
    names, end = organ_at_start(words)
    rest = words[end:]
    helping, comma, leading = names.rpartition(", ")
    if not comma:
        return "", ""
    if not goes_on_with_verb(rest):
        return "", ""
    return helping, leading


def first_and_helpers(names: str, rest: str) -> tuple[str, str]:
    """Return who leads and who helps, of the list and the rest of «(Phòng A; Hội B phối hợp)»."""
    helping = HELPS.match(rest)
    if not helping:
        return "", ""
    # «(Sở Y tế; Văn phòng hỗ trợ kinh phí)»
    if not _LITTLE_MORE.fullmatch(rest, helping.end()):
        return "", ""
    for sign in _BETWEEN_NAMES.finditer(names):
        start, end = sign.span()
        first = names[:start]
        helpers = names[end:]
        if is_organ_alone(first) and organ_from(helpers, 0):
            return first, helpers
    return "", ""


def partners(text: str) -> str:
    """Return who is to work together with the lead, as written; several are joined by «; »."""
    low = plain(text)
    together, _ = together_with(text)
    if together:
        return together
    before = _named_before(text, low)
    after = _named_after(text, low)
    bracketed = chain(_named_in_brackets(text, low), _beside_subject(text, low))
    beside = sharers(text)[1:]
    once = dict.fromkeys(chain(before, after, bracketed, beside))
    return "; ".join(once)


def _named_before(text: str, low: str) -> Iterator[str]:
    """Yield those named in front of the word: «Sở Y tế chủ trì, Văn phòng phối hợp»."""
    first = beginning(text)
    _, length = organ_at_start(text[first:])
    behind = first + length
    for place in PLACE.finditer(low):
        start = place.end()
        # «Sở A, Sở B phối hợp ...»: the second of a list is no one by itself.
        if start < behind:
            continue
        organ, length = organ_at_start(text[start:])
        behind = start + length
        if not organ:
            continue
        if not HELPS.match(low, behind):
            continue
        _, others = first_and_helpers(organ, _in_bracket(low, place.start(), behind))
        yield others or organ


def _in_bracket(low: str, start: int, behind: int) -> str:
    """Return what stands from `behind` to the end of the bracket opened at `start`, "" where none does."""
    if not low.startswith("(", start):
        return ""
    rest = low[behind:]
    inside, _, _ = rest.partition(")")
    return inside


def _named_after(text: str, low: str) -> Iterator[str]:
    for together in HELPED_BY.finditer(low):
        start = together.end()
        named = STARTS.match(low, start)
        if not named:
            yield from _list_with_unknown(text, start)
            continue
        if named["prefix"]:
            continue
        behind = named.end()
        end = _end_of_list(text, behind)
        name = text[start:end]
        yield name.strip(" ,;")


def _named_in_brackets(text: str, low: str) -> Iterator[str]:
    for beside in _BESIDE.finditer(low):
        organ = organ_from(text, beside.end())
        if organ:
            yield organ


def _beside_subject(text: str, low: str) -> Iterator[str]:
    """Yield who does it together with the first body: «Sở A cùng Tỉnh đoàn | đăng cai hội thi»."""
    first = beginning(text)
    organ, length = organ_at_start(text[first:])
    together = _TOGETHER_BEHIND.match(low, first + length)
    if not organ or not together:
        return
    words = text[together.end() :]
    other, behind = organ_at_start(words)
    rest = words[behind:]
    if other and does_something(rest):
        yield other


def _list_with_unknown(text: str, start: int) -> Iterator[str]:
    """Yield a list that begins with a name that is unknown and goes on with a body: «Siêu thị A, Sở Y tế»."""
    if not text[start].isupper():
        return
    end = _end_of_list(text, start)
    names = text[start:end].strip(" ,;")
    _, *others = _BETWEEN_NAMES.split(names)
    if any(organ_from(other, 0) for other in others):
        yield names


def _end_of_list(text: str, place: int) -> int:
    """Return where a list of names ends that goes past brackets: «trưởng thôn (tổ trưởng) và chi hội»."""
    end = end_of_organ(text, place)
    more = _BEHIND_BRACKETS.match(text, end)
    if not more:
        return end
    behind = more.end()
    low = plain(text)
    if not STARTS.match(low, behind):
        return end
    return end_of_organ(text, behind)
