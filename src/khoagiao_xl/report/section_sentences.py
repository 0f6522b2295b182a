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
    from khoagiao_xl.report.content import ReportContent


class SectionFigures:
    """Composes one section of the report; `usual` is the provisional mark that need not be repeated."""

    def __init__(self, content: ReportContent, table: SentenceTable, tag: str, usual: str) -> None:
        self._content = content
        self._totals = content.by_code
        self._table = table
        self._tag = tag
        self._usual = usual

    def paragraphs(self) -> list[str]:
        """Return the section's paragraphs, figures marked; what is 0 and what is missing stand last."""
        composed = [self._paragraph(paragraph) for paragraph in self._paragraphs]
        last = {
            "chi_tieu_khac": self._others(),
            "khong_phat_sinh": self._zeros(),
            "chua_co_so_lieu": self._gaps(),
        }
        for phrase, names in last.items():
            text = _listed(phrase, names)
            composed.append(text)
        return [text for text in composed if text]

    def is_asked(self) -> bool:
        """Say whether the period asks anything that belongs here."""
        return any(part.code in self._totals for part in self._parts())

    @property
    def _paragraphs(self) -> Sequence[Paragraph]:
        return self._table.sections[self._tag]

    def _parts(self) -> Iterator[SentencePart]:
        return self._table.parts(self._tag)

    # -- a paragraph --------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph) -> str:
        parts = list(self._worth_telling(paragraph.parts))
        if not parts:
            return ""
        first = paragraph.parts[0]
        is_whole = parts[0] == first
        shared = self._shared_mark(parts)
        texts = [self._with_remarks(part, shared) for part in parts]
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
        whole = self._content.letterhead.whole
        return opening.format(whole=whole)

    def _of_which(self, parts: Iterable[SentencePart]) -> str:
        texts = [self._bare(part) for part in self._worth_telling(parts)]
        if not texts:
            return ""
        joined = ", ".join(texts)
        of_which = PHRASES["trong_do"].format(parts=joined)
        return f", {of_which}"

    def _worth_telling(self, parts: Iterable[SentencePart]) -> Iterator[SentencePart]:
        for part in parts:
            if self._is_worth_telling(part):
                yield part

    # -- a figure -----------------------------------------------------------------------------------------

    def _figure(self, part: SentencePart) -> float | None:
        total = self._totals.get(part.code)
        if total is None:
            return None
        return figure_of(total)

    def _is_worth_telling(self, part: SentencePart) -> bool:
        """Whether there is a figure that is not 0, or a 0 to which it has fallen."""
        figure = self._figure(part)
        if figure is None:
            return False
        if figure == 0:
            return self._trend(part) != ""
        return True

    def _bare(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        figure = counted(total)
        with_measure = amount(total)
        text = part.frame.replace("{}", with_measure)
        return text.replace("{n}", figure)

    def _with_remarks(self, part: SentencePart, shared: str) -> str:
        """Return the figure in its words, then its mark, its trend and its share of the plan."""
        text = self._bare(part)
        if not shared:
            mark = self._mark(part)
            text = f"{text} {mark}"
        remarks = [
            text.rstrip(),
            self._trend(part),
            self._share_of_plan(part),
        ]
        return ", ".join(remark for remark in remarks if remark)

    def _trend(self, part: SentencePart) -> str:
        if not part.is_compared:
            return ""
        return trend(
            self._totals[part.code],
            self._content.period,
            self._content.provisional_below,
        )

    def _share_of_plan(self, part: SentencePart) -> str:
        if not part.plan:
            return ""
        done = self._totals[part.code]
        plan = self._totals.get(part.plan)
        return share_of_plan(done, plan)

    def _mark(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        mark = provisional_mark(total)
        if mark == self._usual:
            return ""
        return mark

    def _shared_mark(self, parts: Sequence[SentencePart]) -> str:
        """Return the mark that all figures of a sentence share: it is said once, at its end."""
        marks = [self._mark(part) for part in parts]
        if len(marks) == 1:
            return ""
        different = set(marks)
        if len(different) > 1:
            return ""
        return marks[0]

    # -- what stands last ---------------------------------------------------------------------------------

    def _others(self) -> Iterator[str]:
        """Yield what the office added to tblChiTieu and the table does not know, under its own label."""
        for total in self._content.totals:
            if total.code in self._table.codes:
                continue
            tag = report_tag(total.section, total.field)
            if tag != self._tag or not has_answer(total):
                continue
            label = total.label.strip(" -")
            figure = amount(total)
            yield f"{label or total.code}: {figure}"

    def _zeros(self) -> Iterator[str]:
        for paragraph in self._paragraphs:
            for part in paragraph.parts:
                is_zero = self._figure(part) == 0
                if is_zero and not self._is_worth_telling(part):
                    yield self._name(part)

    def _gaps(self) -> Iterator[str]:
        for part in self._parts():
            if part.code not in self._totals:
                continue
            figure = self._figure(part)
            if figure is None:
                yield self._name(part)

    def _name(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        measure = total.unit_of_measure
        return part.name_without_figure(measure)


def _listed(phrase: str, names: Iterable[str]) -> str:
    different = dict.fromkeys(names)
    if not different:
        return ""
    listed = "; ".join(different)
    return PHRASES[phrase].format(names=listed)
