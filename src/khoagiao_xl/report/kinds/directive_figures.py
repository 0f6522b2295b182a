"""The figures and events of a report that are about one directive, in the words of reports for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.figure_coverage import usual_carried_mark, usual_coverage
from khoagiao_xl.report.section_sentences import SectionFigures
from khoagiao_xl.report.sentences import answered, has_answer
from khoagiao_xl.report.told_highlights import EVENTS, SECTION, highlight_paragraphs
from khoagiao_xl.report.told_inspections import INSPECTIONS
from khoagiao_xl.report.told_rows import of_list

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

Meant = Callable[[str], bool]


@dataclass(frozen=True)
class DirectiveFigures:
    """A report's content narrowed down to what is about the directive."""

    content: ReportContent

    @classmethod
    def of(cls, content: ReportContent, is_meant: Meant, is_counted: Meant) -> DirectiveFigures:
        """Return what of `content` is about it. is_meant: whether a text is; is_counted: a label."""
        labels = content.labels
        totals = []
        for total in content.totals:
            label = labels.get(total.code, total.label)
            if is_counted(label):
                totals.append(total)
        details = [row for row in content.details if _is_meant(row, is_meant)]
        narrowed = replace(
            content,
            totals=tuple(totals),
            details=tuple(details),
            office_words=(),  # picked for sections of the report, about anything
            issues=(),
        )
        return cls(narrowed)

    @property
    def totals(self) -> tuple[Total, ...]:
        """The figures whose indicator names it or is about its topic."""
        return self.content.totals

    @property
    def has_answers(self) -> bool:
        """Whether any of them has been answered."""
        return any(map(has_answer, self.totals))

    @property
    def coverage(self) -> str:
        """Of how many units they are, «84/92»; blank where each says so itself."""
        if not self.carried:
            return self._usual
        told = filter(has_answer, self.totals)
        counted = Counter(map(_answered, told))
        [(coverage, _)] = counted.most_common(1)
        return coverage

    @property
    def carried(self) -> str:
        """In brackets, of how many of these units the last known answers are; blank for none."""
        return usual_carried_mark(self.totals)

    @property
    def _usual(self) -> str:
        return usual_coverage(self.totals)

    @property
    def are_provisional(self) -> bool:
        """Whether a report is still to come that they lack."""
        return any(total.provisional for total in self.totals)

    def told(self, citations: Citations) -> Iterator[str]:
        """Yield the sentences of the figures, section by section."""
        table = self.content.sentences
        for tag in table.sections:
            figures = SectionFigures(self.content, table, tag, self._usual, citations)
            yield from figures.paragraphs()

    def events(self) -> Iterator[str]:
        """Yield what units told of it row by row."""
        for tag in self.content.sentences.sections:
            yield from highlight_paragraphs(self.content, tag)

    @property
    def inspections(self) -> list[ToldRow]:
        """The inspections about it that units told one by one."""
        return of_list(self.content.details, INSPECTIONS)


def field_figures(content: ReportContent, field: str) -> DirectiveFigures:
    """Return what `content` counts of propaganda in a field: what stands first in the field's own section."""
    tag = report_tag(SECTION, field)
    paragraphs = content.sentences.sections.get(tag, ())
    codes: set[str] = set()
    for paragraph in paragraphs[:1]:
        codes.update(part.code for part in paragraph.parts)
    of_field = [total for total in content.totals if total.field == field]
    own = [total for total in of_field if total.code in codes]
    narrowed = replace(
        content,
        totals=tuple(own),
        details=(),
        office_words=(),
        issues=(),
    )
    return DirectiveFigures(narrowed)


def _answered(total: Total) -> str:
    return coverage_of(answered(total), total.owing)


def _is_meant(row: ToldRow, is_meant: Meant) -> bool:
    """Whether a row of a list of events or inspections is about it, by its theme or its words."""
    if row.list not in (EVENTS, INSPECTIONS):
        return False
    return is_meant(row.choice) or is_meant(row.text)
