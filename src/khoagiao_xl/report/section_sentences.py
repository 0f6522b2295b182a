"""The paragraphs of each section, from the totals by the table of sentences; a gap is said, never hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.citing import Citations, cited_later, in_one_bracket
from khoagiao_xl.report.figure_coverage import is_of_all, of_units
from khoagiao_xl.report.figure_marks import behind_the_last, of_several, opened_with, shared_mark
from khoagiao_xl.report.figure_words import FigureWords
from khoagiao_xl.report.plan_sentence import plan_sentence
from khoagiao_xl.report.sentence_table import STAFF, Paragraph, SentencePart, SentenceTable
from khoagiao_xl.report.sentences import amount, answered, has_answer, is_outside_every_scope, is_unanswered
from khoagiao_xl.report.told_due_tasks import tasks_told
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.vietnamese.typed_symbols import with_so
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

OF_THE_LOG: Final = frozenset(
    {"KG221", "KG222"}
)  # hot issues: the log knows better, and tells them (told_issues)
WITH, OF_WHICH = "với ", "trong đó "  # begin what goes on without «;»
WHOLE: Final = "{whole}"  # in an opening: the name of all units together
REPORTS: Final = "{reports}"  # in an opening: the reports that the figures stand in, and of how many units


class SectionFigures:
    """Composes one section of the report; `usual` is the coverage («77/92») that need not be repeated."""

    def __init__(
        self,
        content: ReportContent,
        table: SentenceTable,
        tag: str,
        usual: str,
        citations: Citations | None = None,
    ) -> None:
        self._content = content
        self._citations = citations or Citations(content.directives)
        self._totals = content.by_code
        self._table = table
        self._tag = tag
        self._words = FigureWords(content, usual)
        self._told_with_tasks = tasks_told(content)

    def paragraphs(self) -> list[str]:
        """Return the section's paragraphs, figures marked; what is 0 and what is missing stand last."""
        composed = [self._paragraph(paragraph) for paragraph in self._paragraphs]
        last = {
            "chi_tieu_khac": self._others(),
            "khong_co": self._zeros(),
            "ngoai_pham_vi": self._out_of_scope(),
            "chua_co_so_lieu": self._gaps(),
        }
        for phrase, names in last.items():
            text = _listed(phrase, names)
            composed.append(text)
        told = [text for text in composed if text]
        written = [self._citations.written(text) for text in told]
        return list(map(in_one_bracket, written))

    def is_asked(self) -> bool:
        """Say whether the period asks anything that belongs here."""
        table = self._table
        parts = table.parts(self._tag)
        codes = {part.code for part in parts}
        asked = codes & self._totals.keys()
        return len(asked) > 0

    @property
    def _paragraphs(self) -> Sequence[Paragraph]:
        return self._table.sections[self._tag]

    def _parts(self) -> list[SentencePart]:
        return self._known(self._table.parts(self._tag))

    def _known(self, parts: Iterable[SentencePart]) -> list[SentencePart]:
        """Return the parts whose indicator is asked and still means what the table's words say of it."""
        known = []
        for part in parts:
            if self._is_told_here(part):
                cited = self._cited(part)
                known.append(cited)
        return known

    def _is_told_here(self, part: SentencePart) -> bool:
        content = self._content
        if content.issues and part.code in OF_THE_LOG:
            return False
        if part.code in self._told_with_tasks:
            return False
        return content.is_spoken_of(part)

    def _cited(self, part: SentencePart) -> SentencePart:
        """Return the part with places for the directives that the label of its indicator names."""
        if STAFF in part.frame:
            return part.reported_to(self._content.staff)
        if not part.names_directive:
            return part
        total = self._totals[part.code]
        return part.about(cited_later(total.label))

    # -- a paragraph --------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph) -> str:
        known = self._known(paragraph.parts)
        parts = [part for part in known if self._words.is_worth_telling(part)]
        if not parts:
            return ""
        first, *_ = parts
        opening, shared, marks = self._marked(self._opening(paragraph, first), parts)
        words = self._words_after(opening, first)
        texts = []
        for part, mark in zip(parts, marks, strict=True):
            of_which = self._of_which(paragraph, part)
            text = words.with_remarks(part, of_which, mark)
            texts.append(text)
        begun = opening.format(
            whole=words.whole(first),
            known=words.known(first),
            reports=words.reports(first),
        )
        told = f"{begun} {_joined(texts)} {shared}"
        sentence = f"{capital(told.strip())}."
        plan = plan_sentence(parts, self._totals)
        return f"{sentence} {plan}".rstrip()

    def _marked(self, opening: str, parts: Sequence[SentencePart]) -> tuple[str, str, list[str]]:
        """Return the opening, the mark at the end and that of each figure: what all share is said once."""
        first, *_ = parts
        words = self._words_after(opening, first)
        marks = words.marks(parts)
        none = [""] * len(parts)
        if REPORTS in opening:
            return opening, "", none
        shared = shared_mark(marks)
        if shared:
            marked = opened_with(opening, shared)
            return (marked, "", none) if marked else (opening, of_several(shared, len(parts)), none)
        if WHOLE in opening:
            marks = self._of_other_units(first, parts, marks)
        return opening, "", behind_the_last(marks)

    def _opening(self, paragraph: Paragraph, first: SentencePart) -> str:
        """Return how the paragraph begins whose first told figure is `first`."""
        meant, *_ = paragraph.parts
        figure = self._words.figure(first)
        if first.code == meant.code and figure != 0:
            return paragraph.opening
        return paragraph.otherwise or paragraph.opening

    def _words_after(self, opening: str, first: SentencePart) -> FigureWords:
        """Return the words of a paragraph: where it tells of the whole, each figure says whose it is."""
        total = self._totals[first.code]
        if WHOLE in opening and is_of_all(total):
            return FigureWords(self._content, "")
        return self._words

    def _of_other_units(
        self, first: SentencePart, parts: Sequence[SentencePart], marks: Sequence[str]
    ) -> list[str]:
        """Return the marks, with one for each figure of other units than the first."""
        begun = self._totals[first.code]
        units = answered(begun)
        found = []
        for part, mark in zip(parts, marks, strict=True):
            total = self._totals[part.code]
            if mark or answered(total) == units:
                found.append(mark)
            else:
                found.append(of_units(total))
        return found

    def _of_which(self, paragraph: Paragraph, part: SentencePart) -> str:
        """Return «, trong đó: ...» behind the first figure of the paragraph, nothing behind the others."""
        meant, *_ = paragraph.parts
        if part.code != meant.code:
            return ""
        words = self._words
        known = self._known(paragraph.of_which)
        told = [each for each in known if words.figure(each)]
        if not told:
            return ""
        none = [""] * len(told)
        marks = behind_the_last(self._of_other_units(part, told, none))
        texts = [f"{words.bare(each)} {mark}".rstrip() for each, mark in zip(told, marks, strict=True)]
        joined = "; ".join(texts)
        of_which = PHRASES["trong_do"].format(parts=joined)
        return f", {of_which}"

    # -- what stands last ---------------------------------------------------------------------------------

    def _others(self) -> Iterator[str]:
        """Yield what the table has no words for, under its own label: added or reworded by the office."""
        for total in self._content.totals:
            if not self._is_told_by_label(total):
                continue
            label = total.label.strip(" -")
            name = with_so(label) or total.code
            figure = amount(total)
            yield f"{name}: {figure}"

    def _is_told_by_label(self, total: Total) -> bool:
        table = self._table
        if not has_answer(total) or table.is_elsewhere(total.code):
            return False
        part = table.by_code.get(total.code)
        if part is None:
            tag = report_tag(total.section, total.field)
            return tag == self._tag
        if part.tag != self._tag:
            return False
        return not self._content.is_spoken_of(part)

    def _zeros(self) -> Iterator[str]:
        """Yield what is 0 and says nothing beside others."""
        for paragraph in self._paragraphs:
            for part in self._known(paragraph.parts):
                if self._is_nothing(part):
                    yield self._marked_none(part)

    def _marked_none(self, part: SentencePart) -> str:
        """Return how a 0 is told, with whose it is where that is not said at the head."""
        words = self._words
        (mark,) = words.marks([part])
        return f"{words.none(part)} {mark}".rstrip()

    def _is_nothing(self, part: SentencePart) -> bool:
        """Whether a 0 is told last: one of its own, not a part of what is told already."""
        words = self._words
        total = self._totals[part.code]
        if is_outside_every_scope(total):
            return False
        if words.figure(part) != 0:
            return False
        if words.is_worth_telling(part) or words.has_whole(part):
            return False
        if part.of in self._totals:
            return self._table.is_elsewhere(part.of)
        return True

    def _out_of_scope(self) -> Iterator[str]:
        for part in self._parts():
            if is_outside_every_scope(self._totals[part.code]):
                yield self._name(part)

    def _gaps(self) -> Iterator[str]:
        for part in self._parts():
            if is_unanswered(self._totals[part.code]):
                yield self._name(part)

    def _name(self, part: SentencePart) -> str:
        total = self._totals[part.code]
        measure = total.unit_of_measure
        return part.name_without_figure(measure)


def _joined(texts: Sequence[str]) -> str:
    """Return the parts of a sentence one behind the other, with «;» but before those that go on."""
    first, *others = texts
    joined = first.lstrip(", ")
    for link in (OF_WHICH, WITH):
        joined = joined.removeprefix(link)
    for text in others:
        if text.startswith(","):
            joined += text
        elif text.startswith(WITH):
            joined += f" {text}"
        else:
            joined += f"; {text}"
    return joined


def _listed(phrase: str, names: Iterable[str]) -> str:
    different = dict.fromkeys(names)
    if not different:
        return ""
    listed = "; ".join(different)
    return PHRASES[phrase].format(names=listed)
