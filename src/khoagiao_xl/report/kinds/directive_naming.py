"""The names of a review: its title, how it begins and ends, its directive in full once, then short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.kinds.kind_tags import basis
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.letterheads import Letterhead


@dataclass(frozen=True)
class DirectiveNaming:
    """How one review names things. kind: «so_ket» or «tong_ket»."""

    year: Year
    facts: DirectiveFacts
    head: Letterhead
    kind: str

    @property
    def review(self) -> str:
        """«sơ kết», «tổng kết»."""
        return REVIEW_TEXTS[self.kind]

    @property
    def with_years(self) -> str:
        """«sơ kết 05 năm», without the years where nobody says them."""
        years = self.facts.years
        if not years:
            return self.review
        return say("ten_gon", review=self.review, years=years)

    @property
    def author(self) -> str:
        """Who reports."""
        return clean_line(self.head.author)

    @cached_property
    def citations(self) -> Citations:
        """What has been cited so far."""
        return Citations(self.facts.content.directives, is_draft=self.head.is_draft)

    @cached_property
    def opening(self) -> str:
        """The first sentence, which cites the directive in full."""
        by = basis(self.year, self.citations)
        return say(
            "mo_dau",
            basis=by,
            author=self.author if by else capital(self.author),
            review=self.with_years,
            cited=self.citations.cite(self.facts.symbol),
        )

    @property
    def short(self) -> str:
        """The directive as it is cited after that."""
        return self.facts.short_name

    @property
    def title(self) -> str:
        """What the document is about, below its name."""
        return say(
            "trich_yeu",
            review=self.with_years,
            cited=self.facts.name,
        )

    @property
    def closing(self) -> str:
        """The last sentence."""
        return say(
            "ket_thuc",
            review=self.with_years,
            cited=self.short,
            author=self.author,
        )
