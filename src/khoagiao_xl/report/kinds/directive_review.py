"""The review of one directive: what was studied, planned and done of it, by whom, and what is still to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_coverage import usual_coverage
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
from khoagiao_xl.report.kinds.directive_words import (
    due_task,
    figure_told,
    lowered,
    not_done,
    presence,
    say,
    step_told,
    task_told,
)
from khoagiao_xl.report.kinds.kind_tags import (
    basis,
    body_names,
    document_tags,
)
from khoagiao_xl.report.report_sections import section_paragraphs
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.told_documents import name_document
from khoagiao_xl.report.told_lines import bare, listed
from khoagiao_xl.report.told_reviews import standing_words
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Row, Tags
    from khoagiao_xl.report.letterheads import Letterhead

FIRST, FINAL = "so_ket", "tong_ket"
FIELDS_OF = "II.2"  # the section that tells of each field of work
NONE = "-"
REVIEW_KINDS = {FIRST: "Sơ kết", FINAL: "Tổng kết"}


def first_review(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of a «sơ kết»; raise LVB-05 where nothing is known, LVB-06 for a «tổng kết»."""
    return _tags(year, order, head, FIRST)


def final_review(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of a «tổng kết»; raise as `first_review` does."""
    return _tags(year, order, head, FINAL)


def _tags(year: Year, order: DocumentOrder, head: Letterhead, kind: str) -> Tags:
    gathered = gather(year, order.asked_period, order.today)
    content = replace(gathered, today=order.today)
    facts = DirectiveFacts.of(year, order.about, content, order.key)
    _refuse_other_kind(facts, kind)
    if facts.is_empty:
        raise WrongRequest("LVB-05", symbol=order.about, period=order.asked_period.label)
    told = _Told(year, facts, head, kind)
    return document_tags(
        head,
        order.today,
        {"trich_yeu": told.title, "ket_thuc": told.closing},
        {
            "mo_dau": [told.opening],
            "can_cu": told.grounds(),
            "quan_triet": told.studied(),
            "to_chuc": told.organised(),
            "ket_qua": told.results(),
            "han_che": told.limits(),
            "nhiem_vu": told.coming(),
            "kien_nghi": told.proposals(),
        },
        {"bang_don_vi": told.rows()},
    )


def _people(count: float) -> str:
    """Return a number of people for a table, a dash where nobody said."""
    return number(count, in_text=False) if count else NONE


def _refuse_other_kind(facts: DirectiveFacts, kind: str) -> None:
    """Refuse a review of a kind that the register has as the other one."""
    if facts.review_kinds and REVIEW_KINDS[kind] not in facts.review_kinds:
        other = FINAL if kind == FIRST else FIRST
        raise WrongRequest(
            "LVB-06",
            symbol=facts.symbol,
            kind=REVIEW_KINDS[other].lower(),
            other=other,
        )


@dataclass(frozen=True)
class _Told:
    """The sections of one review in words."""

    year: Year
    facts: DirectiveFacts
    head: Letterhead
    kind: str

    @property
    def review(self) -> str:
        return REVIEW_TEXTS[self.kind]

    @cached_property
    def names(self) -> Mapping[str, str]:
        return body_names(self.year)

    @cached_property
    def citations(self) -> Citations:
        return Citations(self.year.directives)

    @cached_property
    def opening(self) -> str:
        author = clean_line(self.head.author)
        said = basis(self.year, self.citations)
        return say(
            "mo_dau",
            basis=said,
            author=author if said else author[0].upper() + author[1:],
            review=self.review,
            cited=self.full,
        )

    @cached_property
    def full(self) -> str:
        """The directive as it is cited first."""
        return self.citations.cite(self.facts.symbol)

    @property
    def short(self) -> str:
        """The directive as it is cited after that."""
        _ = self.full
        return self.citations.cite(self.facts.symbol)

    @cached_property
    def title(self) -> str:
        years = self.facts.years
        phrase = "trich_yeu_nam" if years else "trich_yeu"
        return say(phrase, review=self.review, years=years, cited=self.facts.name)

    @property
    def closing(self) -> str:
        return say(
            "ket_thuc",
            review=self.review,
            cited=self.short,
            author=clean_line(self.head.author),
        )

    # -- the sections -------------------------------------------------------------------------------------

    def grounds(self) -> list[str]:
        related = [self.citations.cite(directive.symbol) for directive in self.facts.related]
        phrase = "can_cu" if related else "can_cu_mot"
        opening = say(phrase, review=self.review, cited=self.short)
        lines = listed(opening, related) or [opening]
        return [*lines, *self._issued()]

    def _issued(self) -> Iterator[str]:
        """Yield what the office issued about it; a register without any proves nothing."""
        named = map(name_document, self.facts.outgoing)
        author = clean_line(self.head.author)
        opening = say("da_ban_hanh", author=author)
        yield from listed(opening, list(named))

    def studied(self) -> list[str]:
        study = self.facts.study
        if not study.conferences:
            return [say("chua_quan_triet", cited=self.short, year=self.facts.period.year)]
        told = say(
            "quan_triet",
            first=day_text(study.first or self.facts.starts),
            last=day_text(study.last or self.facts.ends),
            units=number(len(study.units)),
            count=number(study.conferences),
            cited=self.short,
            present=presence(study),
        )
        silent = self.facts.owing - len(study.units)
        if silent <= 0:
            return [told]
        return [told, say("chua_bao", count=number(silent), owing=number(self.facts.owing))]

    def organised(self) -> list[str]:
        paragraphs = [*self._tasks(), *self._standing()]
        steps = self.facts.steps_reached
        if not steps:  # that nobody told of any is a limit, and told there
            return paragraphs
        parts = []
        for step, units in steps.items():
            parts.append(say("buoc_don_vi", count=number(len(units)), step=lowered(step)))
        told = say("buoc", review=self.review, parts="; ".join(parts))
        return [*paragraphs, told]

    def _standing(self) -> Iterator[str]:
        """Yield which steps of its review are done, as the register has it."""
        for state in self.facts.states:
            standing = standing_words(state)
            yield say("tinh_trang", review=self.review, standing=standing)

    def _tasks(self) -> list[str]:
        tasks = self.facts.tasks
        year = self.facts.period.year
        if not tasks:
            return [say("khong_nhiem_vu", year=year, cited=self.short)]
        told = [self._cited_shorter(task_told(task)) for task in tasks]
        if len(told) == 1:
            return [say("nhiem_vu_mot", year=year, task=told[0])]
        opening = say("nhiem_vu_giao", year=year, count=number(len(told)), cited=self.short)
        return listed(opening, told)

    def _cited_shorter(self, text: str) -> str:
        return shortened(text, self.facts.content.directives, self.citations)

    def results(self) -> list[str]:
        """Return the figures of indicators that name it, then what the report tells of its field of work."""
        told = [figure_told(total) for total in self.facts.totals]
        told += self._of_field()
        return told or [say("ket_qua_o_tren", review=self.review)]

    def _of_field(self) -> Iterator[str]:
        content = self.facts.content
        field = self.facts.field
        tag = report_tag(FIELDS_OF, field)
        if tag == report_tag(FIELDS_OF, ""):
            return
        usual = usual_coverage(content.totals)
        yield say("linh_vuc", field=field.lower(), period=content.period.label)
        yield from section_paragraphs(content, tag, usual, self.citations)

    def limits(self) -> list[str]:
        found = []
        late = self.facts.late_steps()
        if late:
            found.append(
                say(
                    "cham_buoc",
                    count=number(len(late)),
                    review=self.review,
                    steps="; ".join(step_told(step.text, step.due) for step in late),
                )
            )
        found += filter(None, [not_done(total) for total in self.facts.totals])
        found += self._silent()
        found += self._words("han_che")
        return found or [REVIEW_TEXTS["khong_han_che"]]

    def _silent(self) -> Iterator[str]:
        """Yield how many units have not told how far they are, where they were asked."""
        owing = self.facts.owing
        silent = owing - len(self.facts.units_of_steps)
        if silent > 0 and self.facts.review_kinds:
            phrase = "khong_ai_bao" if silent == owing else "chua_co_bao_cao"
            yield say(phrase, count=number(silent), owing=number(owing), review=self.review)

    def coming(self) -> list[str]:
        today = self.facts.content.today
        steps = [step_told(step.text, step.due) for step in self.facts.coming_steps()]
        found = []
        if steps:
            found.append(say("buoc_toi", steps="; ".join(steps)))
        tasks = [due_task(task, today) for task in self.facts.tasks]
        still = list(filter(None, tasks))
        if still:
            found.append(say("nhiem_vu_toi", tasks="; ".join(still)))
        return found or [say("khong_buoc", day=day_text(today))]

    def proposals(self) -> list[str]:
        return self._words("kien_nghi") or [REVIEW_TEXTS["khong_kien_nghi"]]

    def _words(self, tag: str) -> list[str]:
        found = []
        for unit, text in self.facts.words(tag):
            name = self.names.get(unit, unit)
            found.append(say("loi_don_vi", unit=name, text=f"{bare(text)}."))
        return found

    def rows(self) -> list[Row]:
        """Return a row for each unit that told something of the directive."""
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        reached = self.facts.units_of_steps
        meetings = self.facts.study.units
        units = [unit.code for unit in self.year.units if unit.code in {*reached, *meetings}]
        for index, unit in enumerate(units, 1):
            own = meetings.get(unit)
            yield {
                "stt": str(index),
                "don_vi": self.names[unit],
                "hoi_nghi": str(own.conferences) if own else NONE,
                "trieu_tap": _people(own.called) if own else NONE,
                "co_mat": _people(own.present) if own and own.called else NONE,
                "buoc": reached.get(unit, NONE),
            }
