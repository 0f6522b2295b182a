"""Reviews (sơ kết, tổng kết) that the guidance asks for: of which directive, after how many years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.cited_directives import Cited, show
from khoagiao_xl.guidance.guidance_records import CitedDirective, PlannedReview, Sure
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.field_words import GENERAL, field_of
from khoagiao_xl.model.anniversaries import anniversary_of
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Review
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.symbols import NAMES

_NUMBERS = {"hai": 2, "ba": 3, "năm": 5, "mười": 10, "mười lăm": 15, "hai mươi": 20, "hai lăm": 25,
            "ba mươi": 30, "hai mươi lăm": 25, "bốn mươi": 40, "năm mươi": 50}  # fmt: skip
_COUNT = "|".join([r"\d{1,2}", *sorted(_NUMBERS, key=len, reverse=True)])
_NAME = "|".join(re.escape(plain(name)) for name in NAMES)
_KIND = re.compile(r"(?<![^\W_])(?P<kind>sơ kết|tổng kết)(?![^\W_])")
# «Sơ kết, đánh giá 05 năm», «Tổng kết | 10 năm» in a table, «Sơ kết giữa kỳ (05 năm)».
_YEARS = re.compile(rf"[^;.:]{{0,60}}?(?<![^\W_])(?P<years>{_COUNT})\s+năm(?!\s*\d{{4}})(?![^\W_])")
# «tổng kết: 20 năm thực hiện ...; 10 năm thực hiện ...»: the kind was said before.
_YEARS_ALONE = re.compile(
    rf"(?:(?<=[;:,] )|(?<=^)|(?<=^- )|(?<=\) )|(?<= và ))(?:{_COUNT})\s+năm\s+"
    rf"(?:(?:tổ chức\s+)?(?:triển khai\s+)?thực hiện|(?=(?:{_NAME})\s))"
)
_STRAIGHT = re.compile(
    r"[\s|,]*(?:việc|công tác|quá trình|kết quả)?\s*(?:tổ chức\s+)?(?:triển khai\s+)?(?:thực "
    r"hiện)?\s*(?:các\s+)?(?:văn bản)?\s*:?\s*$"
)
_LINK = re.compile(r"\s*(?:,|;|và|,\s*và|;\s*và|\|)?\s*(?:thực hiện\s+)?\s*$")
_YEARS_AFTER = re.compile(rf"\s*\((?P<years>{_COUNT})\s+năm\)")


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
        return self.node.block.text[self.start : self.end].strip(" ,;.|")


def find_asked(node: Node, cited: list[Cited]) -> list[Asked]:
    """Return the reviews that `node` asks for; `cited` are the citations of that node."""
    low, found = plain(node.block.text), []
    heads = sorted([*_KIND.finditer(low), *_YEARS_ALONE.finditer(low)], key=lambda match: match.start())
    all_citations = [one.citation for one in cited]
    outer = [each for each in all_citations if not any(other.holds(each) for other in all_citations)]
    kind = _kind_above(node)
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        kind = head.groupdict().get("kind") or kind
        # «sơ kết, tổng kết 10 năm»: the first word is not yet a review of its own.
        limit = after.start() if after else len(low)
        mine = [each for each in outer if head.end() <= each.start < limit]
        if mine and kind and (asked := _asked(node, kind, low, head, mine, limit)):
            found.append(asked)
    return found


def _kind_above(node: Node) -> str:
    """Return the one kind of review that the headings name, for items such as «10 năm thực hiện ...»."""
    kinds = {match["kind"] for heading in node.above for match in _KIND.finditer(plain(heading))}
    return kinds.pop() if len(kinds) == 1 else ""


def _asked(
    node: Node, kind: str, low: str, head: re.Match[str], mine: list[Citation], limit: int
) -> Asked | None:
    start = head.end() if head.groupdict().get("kind") else head.start()
    between = low[start : mine[0].start]
    years = _YEARS.match(between)
    # A full stop or a new item ends the reach of «sơ kết»; so does a semicolon.
    if years and not re.search(r"[;.](?!\s*\|)|\(\d\)", between[years.end() :]):
        count = _count(years["years"])
    elif _STRAIGHT.match(between):
        later = _YEARS_AFTER.match(low, mine[0].end)
        count = _count(later["years"]) if later else 0
    else:
        return None
    chosen = [mine[0]]
    for citation in mine[1:]:
        if not _LINK.match(low[chosen[-1].end : citation.start]):
            break
        chosen.append(citation)
    end = min(limit, chosen[-1].end)
    return Asked(node, kind.capitalize(), count, head.start(), end, tuple(chosen))


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]


def plan_review(
    asked: Asked, citation: Citation, directive: CitedDirective, year: int, lead: str
) -> PlannedReview:
    """Return the review of one directive; years that the guidance does not name are proposed."""
    issued = directive.record.issued
    years = asked.years or (year - issued.year if issued and 0 < year - issued.year <= 50 else 0)
    anniversary = anniversary_of(issued, years) if issued and years else None
    section_field = field_of("", asked.node.above)
    inline = field_of(asked.node.block.text[: asked.start]) if section_field == GENERAL else section_field
    subject = f"{directive.record.subject} {citation.subject}"
    record = Review(
        asked.kind,
        years,
        directive.record.symbol,
        anniversary,
        inline if inline != GENERAL else field_of(subject),
    )
    sure = Sure.CERTAIN if asked.years and anniversary else Sure.LOOK
    return PlannedReview(record, directive.key, asked.node.section, asked.source, lead, sure)


def question_review(review: PlannedReview, asked_years: int, year: int) -> list[Finding]:
    """Return what a person should confirm: a mark already past or still far, no years, no date."""
    record = review.record
    facts: dict[str, object] = {"kind": record.kind, "symbol": record.symbol, "section": review.section}
    if not asked_years:
        return [Finding("KH-33", Severity.QUESTION, facts=facts)]
    if record.anniversary is None:
        return [Finding("KH-34", Severity.QUESTION, facts=facts)]
    if record.anniversary.year == year:
        return []
    code = "KH-31" if record.anniversary.year < year else "KH-32"
    facts |= {"years": record.years, "date": show(record.anniversary), "year": year}
    return [Finding(code, Severity.QUESTION, facts=facts)]


def by_node(cited: list[Cited]) -> Mapping[int, list[Cited]]:
    """Return the citations by the number of the block they stand in."""
    groups: dict[int, list[Cited]] = {}
    for one in cited:
        groups.setdefault(one.node.block.number, []).append(one)
    return groups
