"""What a report begins with: the guidance that the year stands on, the days it covers, whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.citing import about, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.told_documents import symbol_of
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from khoagiao_xl.model.records import Directive
    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

BASIS_SECTION: Final = "Mở đầu"  # where a guidance cites what it is based on itself
GUIDANCE: Final = "Hướng dẫn"
MOST: Final = 2  # a report that cites more at its head has no beginning


@dataclass(frozen=True)
class YearGuidance:
    """A guidance that the plan of the year was made from (tblNguon)."""

    symbol: str
    title: str = ""
    issuer: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> YearGuidance:
        """Return the guidance of a row of tblNguon (field -> value)."""
        return cls(
            symbol=row["symbol"] or "",
            title=row["title"] or "",
            issuer=row["issuer"] or "",
        )


def opening_sentence(content: ReportContent, citations: Citations) -> str:
    """Return «Thực hiện Hướng dẫn số ..., Ban Thường vụ ... báo cáo ... như sau:»."""
    head = content.letterhead
    return TOLD["mo_dau"].format(
        basis=_basis(content, citations),
        author=clean_line(head.author),
        period=content.period.label,
        whole=head.whole,
        window=_window(content),
    )


def _basis(content: ReportContent, citations: Citations) -> str:
    cited = [
        *guidances_above(content.directives, citations),
        *own_guidance(content.sources, content.outgoing, citations),
    ]
    if not cited:
        return ""
    joined = TOLD["can_cu_hai"].join(cited[:MOST])
    return TOLD["can_cu"].format(cited=joined)


def guidances_above(directives: Iterable[Directive], citations: Citations) -> Iterator[str]:
    """Yield the guidance of the level above: the one that the source cites at its head."""
    for directive in directives:
        is_guidance = directive.kind == GUIDANCE
        if is_guidance and directive.section == BASIS_SECTION:
            yield citations.cite(directive.symbol)


def own_guidance(
    sources: Iterable[YearGuidance], outgoing: Iterable[OutgoingDocument], citations: Citations
) -> Iterator[str]:
    """Yield the office's own guidance; one whose day nobody knows cannot be cited."""
    sent = list(outgoing)
    for source in sources:
        symbol = clean_line(source.symbol)
        if not symbol:
            continue
        if citations.knows(symbol):
            yield citations.cite(symbol)
            continue
        issued = _issued_day(symbol, sent)
        if issued:
            yield _named(source, issued)


def _issued_day(symbol: str, outgoing: Iterable[OutgoingDocument]) -> date | None:
    """Return the day of a guidance that the office sent out itself, None where its register has none."""
    for document in outgoing:
        if symbol_of(document) == symbol:
            return document.issued
    return None


def _named(source: YearGuidance, issued: date) -> str:
    """Return a guidance of the office as it is cited first."""
    issuer = clean_line(source.issuer)
    title = clean_line(source.title)
    return TOLD["van_ban_nguon"].format(
        kind=GUIDANCE,
        symbol=clean_line(source.symbol),
        day=day_text(issued),
        issuer=f" của {issuer}" if issuer else "",
        about=f" {about(title)}" if title else "",
    )


def _window(content: ReportContent) -> str:
    deadline = content.deadline
    if deadline is None:
        return ""
    phrase = "so_lieu_uoc" if content.today < deadline.ends else "so_lieu_tu"
    return TOLD[phrase].format(
        starts=day_text(deadline.starts),
        ends=day_text(deadline.ends),
    )
