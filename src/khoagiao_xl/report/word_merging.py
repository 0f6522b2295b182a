"""The sheet «Lời báo cáo» of one period after the figures changed: untouched proposals follow them.

What a person edited stays in every letter, what a person dropped is never proposed again. A sentence whose figures
changed after somebody accepted it is put before that person again: the report says nothing that is untrue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import ACCEPTED, DROPPED, PROPOSED, OfficeWords, WordsOrigin
from khoagiao_xl.model.section_names import section_tags
from khoagiao_xl.report.near_texts import are_near
from khoagiao_xl.report.proposed_words import UNIT_PREFIX, unit_code
from khoagiao_xl.report.word_choices import WordChoices
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.report.proposed_words import ProposedWords

SHORT: Final = 80  # letters of a sentence that are quoted
_NUMBER: Final = re.compile(r"\d[\d.,/]*\d|\d")
Earlier = Mapping[str, str]  # code of a proposal -> how it was proposed last


@dataclass
class MergedWords:
    """The rows of one period as they stand now, in the order of the sheet; new ones last.

    rows: with the place of each in the table, None for a new one. earlier: what counts as proposed from now on.
    notes: what the office is told. rewritten, left_out: by code, how edited and dropped proposals are told.
    """

    rows: list[tuple[int | None, OfficeWords]] = field(default_factory=list)
    earlier: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    rewritten: dict[str, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    @property
    def words(self) -> tuple[OfficeWords, ...]:
        """The rows without their places."""
        return tuple(row for _, row in self.rows)

    @property
    def undecided(self) -> int:
        """How many proposals of the program nobody has accepted or dropped."""
        waiting = [row for row in self.words if row.is_undecided]
        return len(waiting)

    @property
    def choices(self) -> WordChoices:
        """What the office has decided about the proposals."""
        return WordChoices(self.rewritten, frozenset(self.left_out))

    def keep(self, at: int | None, row: OfficeWords) -> None:
        """Let a row stand like this."""
        self.rows.append((at, row))

    def tell(self, code: str, row: OfficeWords, **facts: str) -> None:
        """Tell something about a row."""
        told = {
            "section": row.section,
            "text": in_short(row.text),
            "units": row.units,
            **facts,
        }
        self.notes.append(sentence(code, told))


def in_short(text: str) -> str:
    """Return the beginning of a text."""
    words = " ".join(text.split())
    if len(words) <= SHORT:
        return words
    return words[:SHORT].rstrip() + "…"


def merge_words(
    standing: Sequence[tuple[int, OfficeWords]],
    sentences: Sequence[ProposedWords],
    of_units: Sequence[ProposedWords],
    earlier: Earlier,
    period: str,
) -> MergedWords:
    """Return the rows of a period after new proposals; standing: the rows with their places in the table."""
    work = _Merging(sentences, of_units, earlier, period)
    for at, row in standing:
        work.take(at, row)
    work.add_new()
    return work.merged


class _Merging:
    def __init__(
        self,
        sentences: Iterable[ProposedWords],
        of_units: Iterable[ProposedWords],
        earlier: Earlier,
        period: str,
    ) -> None:
        self.merged = MergedWords()
        self._sentences = {each.code: each for each in sentences}
        self._of_units = {each.code: each for each in of_units}
        self._earlier = dict(earlier)
        self._period = period
        self._seen: set[str] = set()

    def take(self, at: int, row: OfficeWords) -> None:
        """Take one row that stands in the sheet."""
        if row.code:
            self._seen.add(row.code)
        if row.origin == WordsOrigin.TOOL and not row.status:
            row = replace(row, status=PROPOSED)
        if row.origin == WordsOrigin.UNIT and row.code.startswith(UNIT_PREFIX):
            self._take_of_units(at, row)
        elif row.origin == WordsOrigin.TOOL and row.code:
            self._take_proposed(at, row)
        else:
            self.merged.keep(at, row)

    # -- what the tool proposed ---------------------------------------------------------------------------

    def _take_proposed(self, at: int, row: OfficeWords) -> None:
        now = self._sentences.get(row.code)
        before = self._earlier.get(row.code, "")
        if row.status == DROPPED:
            self._remember(row.code)
            self.merged.left_out.add(row.code)
            self.merged.keep(at, row)
        elif now is None:
            self._take_gone(at, row, before)
        elif _same(row.text, now.text) or _same(row.text, before):
            self._follow(at, row, now)
        else:
            self._keep_edited(at, row, now, before)

    def _follow(self, at: int, row: OfficeWords, now: ProposedWords) -> None:
        """Let a sentence that nobody edited say what is true now; one that was accepted is asked again."""
        self.merged.earlier[row.code] = now.text
        status = row.status
        is_changed = not _same(row.text, now.text)
        if is_changed and status == ACCEPTED:
            self.merged.tell("LB-01", row, before=in_short(row.text), now=in_short(now.text))
            status = PROPOSED
        text = now.text if is_changed else row.text
        self.merged.keep(at, replace(row, text=text, status=status))

    def _keep_edited(self, at: int, row: OfficeWords, now: ProposedWords, before: str) -> None:
        self.merged.earlier[row.code] = now.text
        status = row.status
        if before and not _same(before, now.text):
            self.merged.tell("LB-02", row, before=in_short(before), now=in_short(now.text))
            status = PROPOSED
        kept = replace(row, status=status)
        self._judge_edited(kept, now.text)
        self.merged.keep(at, kept)

    def _take_gone(self, at: int, row: OfficeWords, before: str) -> None:
        """Take out a sentence that the figures do not bear any more; what a person wrote is asked about."""
        if _same(row.text, before):
            if row.status == ACCEPTED:
                self.merged.tell("LB-03", row)
            return
        status = PROPOSED if before else row.status
        kept = replace(row, status=status)
        self._judge_edited(kept, "")
        self.merged.keep(at, kept)

    def _judge_edited(self, row: OfficeWords, now: str) -> None:
        """Leave an edited sentence out while it has figures that are none, until a person accepts it."""
        foreign = sorted(_numbers(row.text) - _numbers(now))
        if row.status == ACCEPTED or not foreign:
            self.merged.rewritten[row.code] = row.text
            return
        self.merged.tell("LB-04", row, numbers=", ".join(foreign))
        self.merged.left_out.add(row.code)

    def _remember(self, code: str) -> None:
        now = self._sentences.get(code)
        self.merged.earlier[code] = now.text if now else self._earlier.get(code, "")

    # -- what units wrote ---------------------------------------------------------------------------------

    def _take_of_units(self, at: int, row: OfficeWords) -> None:
        now = self._of_units.get(row.code) or self._like(row)
        if now:
            self._seen.add(now.code)
            self.merged.keep(at, replace(row, units=now.units))
            return
        tag = section_tags().get(row.section, "")
        is_edited = row.code != unit_code(tag, row.text)
        if row.status == ACCEPTED:
            self.merged.tell("LB-08", row)
            self.merged.keep(at, replace(row, status=PROPOSED))
        elif row.status == DROPPED or is_edited:
            self.merged.keep(at, row)

    def _like(self, row: OfficeWords) -> ProposedWords | None:
        """Return what units write now in nearly the same words."""
        for each in self._of_units.values():
            if each.section == row.section and are_near(each.text, row.text):
                return each
        return None

    # -- what is new --------------------------------------------------------------------------------------

    def add_new(self) -> None:
        """Add the proposals that stand in no row; one whose row a person took out is not made again."""
        for code, new in self._sentences.items():
            if code in self._seen:
                continue
            self.merged.earlier[code] = new.text
            if code in self._earlier:
                self.merged.left_out.add(code)
            else:
                self._add(new, WordsOrigin.TOOL)
        for code, new in self._of_units.items():
            if code not in self._seen:
                self._add(new, WordsOrigin.UNIT)
        for code, text in self._earlier.items():
            if code not in self._seen:
                self.merged.earlier.setdefault(code, text)

    def _add(self, new: ProposedWords, origin: WordsOrigin) -> None:
        row = OfficeWords(
            period=self._period,
            section=new.section,
            text=new.text,
            units=new.units,
            origin=origin,
            status=PROPOSED,
            code=new.code,
        )
        self.merged.keep(None, row)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))
