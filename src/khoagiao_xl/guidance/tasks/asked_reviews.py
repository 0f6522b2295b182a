"""Reviews (sơ kết, tổng kết) that the guidance asks for: of which directive, after how many years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.cited_directives import Cited
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_NUMBERS = {
    "hai": 2, "ba": 3, "năm": 5, "mười": 10, "mười lăm": 15, "hai mươi": 20, "hai lăm": 25, "ba mươi": 30,
    "hai mươi lăm": 25, "bốn mươi": 40, "năm mươi": 50,
}  # fmt: skip
_COUNT = "|".join([r"\d{1,2}", *sorted(_NUMBERS, key=len, reverse=True)])
_KIND = re.compile(rf"{WORD_START}(?P<kind>sơ kết|tổng kết){WORD_END}")
# «Sơ kết, đánh giá 05 năm», «Tổng kết | 10 năm» in a table, «Sơ kết giữa kỳ (05 năm)».
_YEARS = re.compile(rf"[^;.:]{{0,60}}?{WORD_START}(?P<years>{_COUNT})\s+năm(?!\s*\d{{4}}){WORD_END}")
# «tổng kết: 20 năm thực hiện ...; 10 năm thực hiện ...»: the kind was said before.
_YEARS_ALONE = re.compile(
    rf"(?:(?<=[;:,] )|(?<=^)|(?<=^- )|(?<=\) )|(?<= và ))(?:{_COUNT})\s+năm\s+"
    rf"(?:(?:tổ chức\s+)?(?:triển khai\s+)?thực hiện|(?=(?:{plain(NAMED)})\s))"
)
_STRAIGHT = re.compile(
    r"[\s|,]*(?:việc|công tác|quá trình|kết quả)?\s*(?:tổ chức\s+)?(?:triển khai\s+)?(?:thực hiện)?\s*"
    r"(?:các\s+)?(?:văn bản)?\s*:?\s*$"
)
_LINK = re.compile(r"\s*(?:,|;|và|,\s*và|;\s*và|\|)?\s*(?:thực hiện\s+)?\s*$")
_YEARS_AFTER = re.compile(rf"\s*\((?P<years>{_COUNT})\s+năm\)")
# A full stop or a new item ends the reach of «sơ kết»; so does a semicolon.
_OUT_OF_REACH = re.compile(r"[;.](?!\s*\|)|\(\d\)")


@dataclass(frozen=True)
class Asked:
    """A review as asked for in a node: the span of its words, kind, years (0: none) and citations."""

    node: Node
    kind: str
    years: int
    start: int
    end: int
    citations: tuple[Citation, ...]

    @property
    def source(self) -> str:
        """The words that ask for it."""
        words = self.node.block.text[self.start : self.end]
        return words.strip(" ,;.|")


def find_asked(node: Node, cited: Sequence[Cited]) -> list[Asked]:
    """Return the reviews that `node` asks for; `cited` are the citations of that node."""
    outer = _not_within_another([one.citation for one in cited])
    kind = _kind_above(node)
    found: list[Asked] = []
    for words, limit in _words_of_reviews(node.block.plain):
        kind = words.groupdict().get("kind") or kind
        # «sơ kết, tổng kết 10 năm»: the first word is not yet a review of its own.
        reached = [one for one in outer if words.end() <= one.start < limit]
        if kind and reached:
            found += _asked(node, kind, words, reached, limit)
    return found


def _not_within_another(citations: list[Citation]) -> list[Citation]:
    """Return the citations that do not stand in the subject of another one."""
    return [one for one in citations if not _is_held(one, citations)]


def _is_held(citation: Citation, others: list[Citation]) -> bool:
    return any(other.holds(citation) for other in others)


def _words_of_reviews(low: str) -> list[tuple[re.Match[str], int]]:
    """Return the words that ask for a review, each with where the next ones begin."""
    every = chain(_KIND.finditer(low), _YEARS_ALONE.finditer(low))
    words = sorted(every, key=_start)
    limits = [*map(_start, words[1:]), len(low)]
    return list(zip(words, limits, strict=False))


def _start(match: re.Match[str]) -> int:
    return match.start()


def _kind_above(node: Node) -> str:
    """Return the one kind of review that the headings name, for items such as «10 năm thực hiện ...»."""
    kinds: set[str] = set()
    for heading in node.above:
        kinds.update(_KIND.findall(plain(heading)))
    return kinds.pop() if len(kinds) == 1 else ""


def _asked(node: Node, kind: str, words: re.Match[str], reached: list[Citation], limit: int) -> list[Asked]:
    """Return the one review of the directives that the words reach, none where they reach past them."""
    years = _years(node.block.plain, words, reached[0])
    if years is None:
        return []
    citations = _linked(node.block.plain, reached)
    end = min(limit, citations[-1].end)
    return [Asked(node, kind.capitalize(), years, words.start(), end, tuple(citations))]


def _years(low: str, words: re.Match[str], first: Citation) -> int | None:
    """Return after how many years, 0 where it is not said, None where the words mean another document."""
    names_kind = words.groupdict().get("kind")
    start = words.end() if names_kind else words.start()
    between = low[start : first.start]
    before = _YEARS.match(between)
    if before and not _OUT_OF_REACH.search(between[before.end() :]):
        return _count(before["years"])
    if not _STRAIGHT.match(between):
        return None
    behind = _YEARS_AFTER.match(low, first.end)
    return _count(behind["years"]) if behind else 0


def _linked(low: str, citations: list[Citation]) -> list[Citation]:
    """Return the first citation and those that follow it in one list."""
    linked = [citations[0]]
    for citation in citations[1:]:
        between = low[linked[-1].end : citation.start]
        if not _LINK.match(between):
            break
        linked.append(citation)
    return linked


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]
