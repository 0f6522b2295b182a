"""Section I of a review: by what it is done, what is related, what each body issued to lead the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import BOARD
from khoagiao_xl.report.kinds.directive_words import guided, say
from khoagiao_xl.report.told_basis import GUIDANCE
from khoagiao_xl.report.told_documents import name_document
from khoagiao_xl.report.told_lines import listed
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.report_records import OutgoingDocument
    from khoagiao_xl.report.kinds.directive_naming import DirectiveNaming

REVIEWS_SECTION: Final = "II.4"  # of the guidance: how every review is done


@dataclass(frozen=True)
class DirectiveGrounds:
    """What stands behind one review. naming: after its opening has been told."""

    naming: DirectiveNaming

    def told(self) -> Iterator[str]:
        """Yield the paragraphs of the section."""
        cited = list(self._guidances())
        if cited:
            review = self.naming.review
            yield say("can_cu", review=review, cited=guided(cited))
        related = list(self._related())
        yield from listed(REVIEW_TEXTS["lien_quan"], related)
        yield from self._issued()

    def _guidances(self) -> Iterator[str]:
        """Yield those from above that say how reviews are done; the office's own the opening has cited."""
        year = self.naming.year
        for directive in year.directives:
            if directive.section == REVIEWS_SECTION and directive.kind == GUIDANCE:
                yield self.naming.citations.cite(directive.symbol)

    def _related(self) -> Iterator[str]:
        """Yield the directives about it and those it is about, that are not cited within it already."""
        citations = self.naming.citations
        for directive in self.naming.facts.related:
            symbol = directive.symbol
            if not citations.has_cited(symbol):
                yield citations.cite(symbol)

    def _issued(self) -> Iterator[str]:
        """Yield what each body issued; the board of the committee signs for itself."""
        by_body: dict[str, list[str]] = {}
        for document in self.naming.facts.outgoing:
            body = self._body(document)
            named = by_body.setdefault(body, [])
            named.append(name_document(document))
        for body, named in by_body.items():
            opening = say("da_ban_hanh", author=body)
            yield from listed(opening, named)

    def _body(self, document: OutgoingDocument) -> str:
        content = self.naming.facts.content
        if document.issuer == BOARD:
            return content.staff or REVIEW_TEXTS["ban"]
        if document.issuer in ("", self.naming.head.issued_by):
            return self.naming.author
        return content.body or self.naming.author
