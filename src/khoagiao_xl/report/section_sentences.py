"""The paragraphs of each section, from the totals by the table in frames.py; a gap is said, never hidden."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from khoagiao_xl.report.sentence_table import FRAMES, NOT_IN_SENTENCES, SECTION_OF_HUNDRED, Line, Part
from khoagiao_xl.report.sentences import (
    amount,
    counted,
    figure_of,
    has_answer,
    number,
    provisional_mark,
    share_of_plan,
    trend,
)
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

KNOWN = frozenset(
    part.code for lines in FRAMES.values() for line in lines for part in (*line.parts, *line.of_which)
)


class Section:
    """Composes one section of the report; `usual` is the provisional mark that need not be repeated."""

    def __init__(self, content: ReportContent, tag: str, usual: str = "") -> None:
        self.content, self.tag, self.usual = content, tag, usual
        self.totals = content.by_code

    def paragraphs(self) -> list[str]:
        """Return the section's paragraphs, figures marked; what is 0 and what is missing stand last."""
        told = [self._line(line) for line in FRAMES[self.tag]]
        told += [
            self._others(),
            self._list("khong_phat_sinh", self._zeros()),
            self._list("chua_co_so_lieu", self._gaps()),
        ]
        return [text for text in told if text]

    def is_asked(self) -> bool:
        """Say whether the period asks anything that belongs here."""
        return any(part.code in self.totals for part in self._parts())

    def _parts(self) -> list[Part]:
        return [part for line in FRAMES[self.tag] for part in (*line.parts, *line.of_which)]

    def _line(self, line: Line) -> str:
        told = [part for part in line.parts if self._is_told(part)]
        if not told:
            return ""
        is_whole = told[0] == line.parts[0]
        opening = line.opening if is_whole or not line.otherwise else line.otherwise
        marks = [self._mark(part) for part in told]
        # A mark that all figures of the sentence share is said once, at its end.
        shared = marks[0] if len(told) > 1 and len(set(marks)) == 1 else ""
        texts = [self._part(part, "" if shared else mark) for part, mark in zip(told, marks, strict=True)]
        texts[0] += self._of_which(line.of_which) if is_whole else ""
        text = f"{opening.format(whole=self.content.letterhead.whole)} {'; '.join(texts)} {shared}"
        return f"{text.rstrip()}."

    def _of_which(self, parts: Sequence[Part]) -> str:
        told = [self._bare(part) for part in parts if self._is_told(part)]
        return f", {PHRASES['trong_do'].format(parts=', '.join(told))}" if told else ""

    def _bare(self, part: Part) -> str:
        total = self.totals[part.code]
        return part.frame.replace("{}", amount(total)).replace("{n}", counted(total))

    def _part(self, part: Part, mark: str) -> str:
        total = self.totals[part.code]
        plan = self.totals.get(part.plan) if part.plan else None
        further = [
            trend(total, self.content.period) if part.compared else "",
            share_of_plan(total, plan),
        ]
        text = f"{self._bare(part)} {mark}".rstrip()
        return ", ".join([text, *(remark for remark in further if remark)])

    def _mark(self, part: Part) -> str:
        mark = provisional_mark(self.totals[part.code])
        return "" if mark == self.usual else mark

    def _is_told(self, part: Part) -> bool:
        total = self.totals.get(part.code)
        if total is None or figure_of(total) is None:
            return False
        return bool(figure_of(total)) or (part.compared and trend(total, self.content.period) != "")

    def _zeros(self) -> list[str]:
        own = [part for line in FRAMES[self.tag] for part in line.parts]
        return [self._name(part) for part in own if self._is_zero(part)]

    def _is_zero(self, part: Part) -> bool:
        total = self.totals.get(part.code)
        return total is not None and figure_of(total) == 0 and not self._is_told(part)

    def _gaps(self) -> list[str]:
        return [
            self._name(part)
            for part in self._parts()
            if part.code in self.totals and figure_of(self.totals[part.code]) is None
        ]

    def _name(self, part: Part) -> str:
        return part.name(self.totals[part.code].unit_of_measure)

    def _others(self) -> str:
        """Tell what the office added to tblChiTieu and no frame knows."""
        told = [
            f"{_label(total)}: {amount(total)}"
            for total in self.content.totals
            if total.code not in KNOWN | NOT_IN_SENTENCES
            and SECTION_OF_HUNDRED.get(total.code[2:3]) == self.tag
            and has_answer(total)
        ]
        return PHRASES["chi_tieu_khac"].format(parts="; ".join(told)) if told else ""

    @staticmethod
    def _list(phrase: str, names: Iterable[str]) -> str:
        listed = "; ".join(dict.fromkeys(names))
        return PHRASES[phrase].format(names=listed) if listed else ""


def _label(total: Total) -> str:
    return total.label.strip(" -") or total.code


def usual_mark(totals: Sequence[Total]) -> tuple[str, str]:
    """Return the provisional mark that most figures share, and the sentence that says it once for all.

    Both empty where fewer than half of the figures share one: each then carries its own mark.
    """
    told = [total for total in totals if figure_of(total) is not None]
    shared = Counter((total.counted, total.owing) for total in told if total.provisional)
    if not shared:
        return "", ""
    pair, times = shared.most_common(1)[0]
    if times * 2 < len(told):
        return "", ""
    facts = {"counted": number(pair[0]), "owing": number(pair[1])}
    return PHRASES["tam_tinh"].format(**facts), PHRASES["tam_tinh_chung"].format(**facts)
