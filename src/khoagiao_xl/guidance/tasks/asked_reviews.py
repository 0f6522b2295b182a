"""Reviews (sơ kết, tổng kết) that the guidance asks for: of which directive, after how many years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

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
        text = self.node.block.text
        words = text[self.start : self.end]
        return words.strip(" ,;.|")


# By the number of the block in which they stand.
AskedReviews = Mapping[int, list[Asked]]


def find_asked(node: Node, cited: Sequence[Cited]) -> list[Asked]:
    """Return the reviews that `node` asks for; `cited` are the citations of that node."""
    outer = list(_not_within_another(cited))
    kind = _kind_above(node)
    found: list[Asked] = []
    for words in _words_of_reviews(node.block.plain):
        kind = words.kind or kind
        # «sơ kết, tổng kết 10 năm»: the first word is not yet a review of its own.
        reached = list(words.reached(outer))
        if kind and reached:
            found += _asked(node, kind, words, reached)
    return found


def _not_within_another(cited: Sequence[Cited]) -> Iterator[Citation]:
    """Yield the citations that do not stand in the subject of another one."""
    citations = [one.citation for one in cited]
    for citation in citations:
        if not any(other.holds(citation) for other in citations):
            yield citation


@dataclass(frozen=True)
class _ReviewWords:
    """Words that ask for a review. kind: "" where only years are named; limit: where the next ones begin."""

    kind: str
    start: int
    end: int
    limit: int

    def reached(self, citations: Iterable[Citation]) -> Iterator[Citation]:
        """Yield the citations that follow before the next words."""
        for citation in citations:
            if self.end <= citation.start < self.limit:
                yield citation


def _words_of_reviews(low: str) -> Iterator[_ReviewWords]:
    """Yield the words that ask for a review, as they follow each other."""
    every = [*_KIND.finditer(low), *_YEARS_ALONE.finditer(low)]
    every.sort(key=_start)
    for match, following in zip_longest(every, every[1:]):
        yield _ReviewWords(
            kind=match.groupdict().get("kind", ""),
            start=match.start(),
            end=match.end(),
            limit=_start(following) if following else len(low),
        )


def _start(match: re.Match[str]) -> int:
    return match.start()


def _kind_above(node: Node) -> str:
    """Return the one kind of review that the headings name, for items such as «10 năm thực hiện ...»."""
    kinds: set[str] = set()
    for heading in node.above:
        kinds |= _kinds_in(heading)
    return kinds.pop() if len(kinds) == 1 else ""


# The same heading stands above many nodes.
@lru_cache(maxsize=1024)
def _kinds_in(heading: str) -> frozenset[str]:
    kinds = _KIND.findall(plain(heading))
    return frozenset(kinds)


def _asked(node: Node, kind: str, words: _ReviewWords, reached: list[Citation]) -> Iterator[Asked]:
    """Yield the review of the directives that the words reach, none where they reach past them."""
    low = node.block.plain
    years = _years(low, words, reached[0])
    if years is None:
        return
    citations = _linked(low, reached)
    last = citations[-1]
    yield Asked(
        node=node,
        kind=kind.capitalize(),
        years=years,
        start=words.start,
        end=min(words.limit, last.end),
        citations=tuple(citations),
    )


def _years(low: str, words: _ReviewWords, first: Citation) -> int | None:
    """Return after how many years, 0 where it is not said, None where the words mean another document."""
    start = words.end if words.kind else words.start
    between = low[start : first.start]
    before = _YEARS.match(between)
    if before and not _OUT_OF_REACH.search(between, before.end()):
        return _count(before["years"])
    if not _STRAIGHT.match(between):
        return None
    behind = _YEARS_AFTER.match(low, first.end)
    return _count(behind["years"]) if behind else 0


def _linked(low: str, citations: list[Citation]) -> list[Citation]:
    """Return the first citation and those that follow it in one list."""
    linked = citations[:1]
    for before, citation in pairwise(citations):
        between = low[before.end : citation.start]
        if not _LINK.match(between):
            break
        linked.append(citation)
    return linked


def _count(words: str) -> int:
    if words.isdigit():
        return int(words)
    return _NUMBERS[words]
