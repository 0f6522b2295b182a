"""The paragraphs of each section, from the totals by the table of sentences; a gap is said, never hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.sentence_table import Paragraph, SentencePart, SentenceTable
from khoagiao_xl.report.sentences import (
    amount,
    counted,
    figure_of,
    has_answer,
    provisional_mark,
    share_of_plan,
    trend,
)
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


class SectionFigures:
    """Composes one section of the report; `usual` is the provisional mark that need not be repeated."""

    def __init__(self, content: ReportContent, table: SentenceTable, tag: str, usual: str = "") -> None:
        self._content, self._table = content, table
        self._tag, self._usual = tag, usual
        self._totals = content.by_code

    def paragraphs(self) -> list[str]:
        """Return the section's paragraphs, figures marked; what is 0 and what is missing stand last."""
        composed = [self._paragraph(one) for one in self._table.sections[self._tag]]
        composed.append(_listed("chi_tieu_khac", self._others()))
        composed.append(_listed("khong_phat_sinh", self._zeros()))
        composed.append(_listed("chua_co_so_lieu", self._gaps()))
        return [text for text in composed if text]

    def is_asked(self) -> bool:
        """Say whether the period asks anything that belongs here."""
        parts = self._table.parts(self._tag)
        return any(part.code in self._totals for part in parts)

    # -- a paragraph --------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph) -> str:
        parts = [part for part in paragraph.parts if self._is_worth_telling(part)]
        if not parts:
            return ""
        shared = self._shared_mark(parts)
        texts = [self._with_remarks(part, shared) for part in parts]
        is_whole = parts[0] == paragraph.parts[0]
        if is_whole:
            texts[0] += self._of_which(paragraph.of_which)
        opening = self._opening(paragraph, is_whole=is_whole)
        joined = "; ".join(texts)
        text = f"{opening} {joined} {shared}"
        return f"{text.rstrip()}."

    def _opening(self, paragraph: Paragraph, *, is_whole: bool) -> str:
        opening = paragraph.opening
        if paragraph.otherwise and not is_whole:
            opening = paragraph.otherwise
        return opening.format(whole=self._content.letterhead.whole)

    def _of_which(self, parts: Iterable[SentencePart]) -> str:
        told = [self._bare(part) for part in parts if self._is_worth_telling(part)]
        if not told:
            return ""
        of_which = PHRASES["trong_do"].format(parts=", ".join(told))
        return f", {of_which}"

    # -- a figure -----------------------------------------------------------------------------------------

    def _bare(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        text = part.frame.replace("{}", amount(total))
        return text.replace("{n}", counted(total))

    def _with_remarks(self, part: SentencePart, shared: str) -> str:
        """Return the figure in its words, then its mark, its trend and its share of the plan."""
        total = self._totals[part.code]
        own_mark = "" if shared else self._mark(part)
        text = f"{self._bare(part)} {own_mark}"
        remarks = [text.rstrip(), self._trend(part)]
        if part.plan:
            plan = self._totals.get(part.plan)
            remarks.append(share_of_plan(total, plan))
        return ", ".join(remark for remark in remarks if remark)

    def _trend(self, part: SentencePart) -> str:
        if not part.is_compared:
            return ""
        total = self._totals[part.code]
        return trend(total, self._content.period, self._content.provisional_below)

    def _mark(self, part: SentencePart) -> str:
        mark = provisional_mark(self._totals[part.code])
        return "" if mark == self._usual else mark

    def _shared_mark(self, parts: Sequence[SentencePart]) -> str:
        """Return the mark that all figures of a sentence share: it is said once, at its end."""
        marks = {self._mark(part) for part in parts}
        is_shared = len(marks) == 1 and len(parts) > 1
        return marks.pop() if is_shared else ""

    def _is_worth_telling(self, part: SentencePart) -> bool:
        """Whether there is a figure that is not 0, or a 0 to which it has fallen."""
        figure = self._figure(part)
        if figure is None:
            return False
        return figure != 0 or self._trend(part) != ""

    def _figure(self, part: SentencePart) -> float | None:
        total = self._totals.get(part.code)
        return figure_of(total) if total else None

    # -- what stands last ---------------------------------------------------------------------------------

    def _others(self) -> Iterator[str]:
        """Yield what the office added to tblChiTieu and the table does not know, under its own label."""
        for total in self._content.totals:
            is_added = total.code not in self._table.codes
            is_here = report_tag(total.section, total.field) == self._tag
            if is_added and is_here and has_answer(total):
                yield f"{_label(total)}: {amount(total)}"

    def _zeros(self) -> Iterator[str]:
        for paragraph in self._table.sections[self._tag]:
            for part in paragraph.parts:
                if self._figure(part) == 0 and not self._is_worth_telling(part):
                    yield self._name(part)

    def _gaps(self) -> Iterator[str]:
        for part in self._table.parts(self._tag):
            if part.code in self._totals and self._figure(part) is None:
                yield self._name(part)

    def _name(self, part: SentencePart) -> str:
        measure = self._totals[part.code].unit_of_measure
        return part.name_without_figure(measure)


def _listed(phrase: str, names: Iterable[str]) -> str:
    different = dict.fromkeys(names)
    if not different:
        return ""
    return PHRASES[phrase].format(names="; ".join(different))


def _label(total: Total) -> str:
    return total.label.strip(" -") or total.code
