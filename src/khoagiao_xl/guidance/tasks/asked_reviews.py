"""Reviews (sơ kết, tổng kết) that the guidance asks for: of which directive, after how many years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.cited_directives import Cited
from khoagiao_xl.guidance.tasks.no_work import is_refused_or_done
from khoagiao_xl.guidance.tasks.review_years import COUNT, count_of
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

# What is done «sau sơ kết» reviews nothing.
_KIND = re.compile(rf"(?<!sau )(?<!qua )(?<!sau khi ){WORD_START}(?P<kind>sơ kết|tổng kết){WORD_END}")
# «Sơ kết, đánh giá 05 năm», «Tổng kết | 10 năm» in a table, «Sơ kết giữa kỳ (05 năm)».
_YEARS = re.compile(rf"[^;.:]{{0,60}}?{WORD_START}(?P<years>{COUNT})\s+năm(?!\s*\d{{4}}){WORD_END}")
# «tổng kết: 20 năm thực hiện ...; 10 năm thực hiện ...»: the kind was said before.
_YEARS_ALONE = re.compile(
    rf"(?:(?<=[;:,] )|(?<=^)|(?<=^- )|(?<=\) )|(?<= và ))(?:{COUNT})\s+năm\s+"
    rf"(?:(?:tổ chức\s+)?(?:triển khai\s+)?thực hiện|(?=(?:{plain(NAMED)})\s))"
)
# «Nghị quyết số 20-NQ/TW | Tổng kết 10 năm | Sở Y tế»: a cell of its own.
_CELL_OF_KIND = re.compile(rf"\|\s*(?P<kind>sơ kết|tổng kết)(?:\s+(?P<years>{COUNT})\s+năm)?[^\w|]*(?=\||$)")
_STRAIGHT = re.compile(
    r"[\s|,]*(?:giữa kỳ\s+|bước đầu\s+)?(?:việc|công tác|quá trình|kết quả)?\s*"
    r"(?:tổ chức\s+)?(?:triển khai\s+)?(?:thực hiện)?\s*"
    r"(?:các\s+)?(?:văn bản)?\s*:?\s*$"
)
_LINK = re.compile(r"\s*(?:,|;|và|,\s*và|;\s*và|\|)?\s*(?:thực hiện\s+)?\s*$")
# «Chỉ thị số ... (10 năm)», «... sau 03 năm triển khai».
_YEARS_AFTER = re.compile(rf"\s*(?:\(|,?\s*(?:sau|qua)\s+)(?P<years>{COUNT})\s+năm{WORD_END}")
# «Nghị quyết số 57-NQ/TW: sơ kết 02 năm», «Nghị quyết số 20-NQ/TW (sơ kết 8 năm)»: behind its document.
_BEHIND = re.compile(
    rf"\s*[:(]\s*(?:tổ chức\s+|tiến hành\s+)?(?P<kind>sơ kết|tổng kết)\s+(?P<years>{COUNT})\s+năm"
    rf"\s*(?=[;,.)]|và\s|$)"
)
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
    def names(self) -> set[tuple[str, str]]:
        """The kind with the symbol of each directive."""
        return {(self.kind, citation.symbol.text) for citation in self.citations}

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
    behind = list(_asked_behind(node, outer))
    if behind:
        return behind
    kind = _kind_above(node)
    found: list[Asked] = []
    for words in _words_of_reviews(node.block.plain):
        if _is_refused(node, words.start):
            continue
        kind = words.kind or kind
        # «sơ kết, tổng kết 10 năm»: the first word is not yet a review of its own.
        reached = list(words.reached(outer))
        if kind and reached:
            found += _asked(node, kind, words, reached)
    return found or list(_asked_in_cells(node, outer))


def without_known(found: Iterable[Asked], known: AskedReviews) -> list[Asked]:
    """Return the reviews `found` of whose directives none is reviewed so among those `known`."""
    names: set[tuple[str, str]] = set()
    for one in chain.from_iterable(known.values()):
        names |= one.names
    return [one for one in found if names.isdisjoint(one.names)]


def _asked_behind(node: Node, citations: Iterable[Citation]) -> Iterator[Asked]:
    """Yield the reviews that are named behind their documents: «Nghị quyết số 57-NQ/TW: sơ kết 02 năm»."""
    for citation in citations:
        match = _BEHIND.match(node.block.plain, citation.end)
        if not match:
            continue
        yield Asked(
            node=node,
            kind=match["kind"].capitalize(),
            years=count_of(match["years"]),
            start=citation.start,
            end=match.end(),
            citations=(citation,),
        )


def _asked_in_cells(node: Node, citations: Sequence[Citation]) -> Iterator[Asked]:
    """Yield the review of a row whose cells say apart of which document and after how many years."""
    cell = _CELL_OF_KIND.search(node.block.plain)
    if not cell:
        return
    before = [citation for citation in citations if citation.end <= cell.start()]
    if not before:
        return
    linked = _linked(node.block.plain, before)
    yield Asked(
        node=node,
        kind=cell["kind"].capitalize(),
        years=count_of(cell["years"]) if cell["years"] else 0,
        start=linked[0].start,
        end=linked[-1].end,
        citations=tuple(linked),
    )


def _is_refused(node: Node, place: int) -> bool:
    """Say whether the clause at `place` says that there is to be no review, or that there was one."""
    text = node.block.text
    for first, last in sentences(text):
        if first <= place < last:
            opening = text.find(node.text)
            start = max(opening, first)
            clause = _clause_at(text, place, start, last)
            return is_refused_or_done(clause)
    return False


def _clause_at(text: str, place: int, start: int, end: int) -> str:
    """Return the words round `place` between semicolons, from `start` to `end` at most."""
    before = text.rfind(";", start, place)
    behind = text.find(";", place, end)
    first = max(start, before + 1)
    last = end
    if behind >= 0:
        last = behind
    return text[first:last]


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
    starts = list(map(_start, every))
    limits = [*starts[1:], len(low)]
    for match, limit in zip(every, limits, strict=False):
        groups = match.groupdict()
        yield _ReviewWords(
            kind=groups.get("kind", ""),
            start=match.start(),
            end=match.end(),
            limit=limit,
        )


def _start(match: re.Match[str]) -> int:
    return match.start()


def _kind_above(node: Node) -> str:
    """Return the one kind of review that the headings name, for items such as «10 năm thực hiện ...»."""
    kinds: set[str] = set()
    for heading in node.above:
        kinds |= _kinds_in(heading)
    if len(kinds) == 1:
        return kinds.pop()
    return ""


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
    if before and _is_in_reach(between, before.end()):
        return count_of(before["years"])
    if not _STRAIGHT.match(between):
        return None
    behind = _YEARS_AFTER.match(low, first.end)
    if not behind:
        return 0
    return count_of(behind["years"])


def _is_in_reach(between: str, start: int) -> bool:
    stop = _OUT_OF_REACH.search(between, start)
    return stop is None


def _linked(low: str, citations: list[Citation]) -> list[Citation]:
    """Return the first citation and those that follow it in one list."""
    linked = citations[:1]
    for before, citation in pairwise(citations):
        between = low[before.end : citation.start]
        if not _LINK.match(between):
            break
        linked.append(citation)
    return linked
