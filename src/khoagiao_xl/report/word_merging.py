"""The sheet «Lời báo cáo» of one period after the figures changed: untouched proposals follow them.

What a person edited stays in every letter, what a person dropped is never proposed again. A sentence whose
figures changed after somebody accepted it is put before that person again: the report says nothing untrue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import ACCEPTED, PROPOSED, OfficeWords, WordsOrigin
from khoagiao_xl.model.section_names import section_tags
from khoagiao_xl.report.near_texts import are_near
from khoagiao_xl.report.proposed_words import unit_code
from khoagiao_xl.report.same_facts import numbers_of, says_the_same, what_changed
from khoagiao_xl.report.word_choices import WordChoices, tag_of_proposal
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.report.proposed_words import ProposedWords

SHORT: Final = 80  # letters of a sentence that are quoted
Earlier = Mapping[str, str]  # code of a proposal -> how it was proposed last
Proposals = Mapping[str, "ProposedWords"]  # by code


@dataclass
class MergedWords:
    """The rows of one period as they stand now, in the order of the sheet; new ones last.

    rows: with the place of each in the table, None for a new one. notes: what the office is told.
    earlier: what counts as proposed from now on. rewritten, left_out: by code, what is told otherwise or not.
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
        count = 0
        for row in self.words:
            count += row.is_undecided
        return count

    @property
    def choices(self) -> WordChoices:
        """What the office has decided about the proposals."""
        return WordChoices(
            self.rewritten,
            frozenset(self.left_out),
            frozenset(self._moved()),
        )

    def _moved(self) -> Iterator[str]:
        """Yield the proposals that a person put into another section."""
        tags = section_tags()
        for row in self.words:
            if row.origin != WordsOrigin.TOOL or row.code in self.left_out:
                continue
            tag = tags.get(row.section)
            if tag != tag_of_proposal(row.code):
                yield row.code

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
    standing: Iterable[tuple[int, OfficeWords]],
    sentences: Iterable[ProposedWords],
    of_units: Iterable[ProposedWords],
    before: Earlier,
    period: str,
) -> MergedWords:
    """Return the rows of a period after new proposals; standing: the rows with their places in the table."""
    work = _Merging(
        sentences={each.code: each for each in sentences},
        of_units={each.code: each for each in of_units},
        before=before,
        period=period,
    )
    for at, row in standing:
        work.take(at, row)
    work.add_new()
    return work


@dataclass
class _Merging(MergedWords):
    """The rows while they are merged. sentences, of_units: by code; before: how each was proposed last."""

    sentences: Proposals = field(default_factory=dict)
    of_units: Proposals = field(default_factory=dict)
    before: Earlier = field(default_factory=dict)
    period: str = ""
    seen: set[str] = field(default_factory=set)

    def take(self, at: int, row: OfficeWords) -> None:
        """Take one row that stands in the sheet."""
        code = row.code
        if not code:
            self.keep(at, row)
            return
        self.seen.add(code)
        if row.origin == WordsOrigin.UNIT:
            self._take_of_units(at, row)
        elif row.origin == WordsOrigin.TOOL:
            self._take_proposed(at, row)
        else:
            self.keep(at, row)

    # -- what the tool proposed ---------------------------------------------------------------------------

    def _take_proposed(self, at: int, row: OfficeWords) -> None:
        now = self.sentences.get(row.code)
        before = self.before.get(row.code, "")
        if row.is_dropped:
            self._take_dropped(at, row, now)
        elif now is None:
            self._take_gone(at, row, before)
        elif _is_untouched(row, now, before):
            self._follow(at, row, now)
        else:
            self._keep_edited(
                at,
                row,
                now,
                before,
            )

    def _take_dropped(self, at: int, row: OfficeWords, now: ProposedWords | None) -> None:
        text = now.text if now else ""
        self.earlier[row.code] = text
        self.left_out.add(row.code)
        self.keep(at, row)

    def _follow(self, at: int, row: OfficeWords, now: ProposedWords) -> None:
        """Let a sentence that nobody edited say what is true now; one that was accepted is asked again.

        It stands as it was accepted where only the program's way to say the same has changed.
        """
        self.earlier[row.code] = now.text
        if _same(row.text, now.text):
            self.keep(at, row)
            return
        if row.status == ACCEPTED and says_the_same(row.text, now.text):
            self.earlier[row.code] = row.text
            self.rewritten[row.code] = row.text
            self.keep(at, row)
            return
        if row.status == ACCEPTED:
            self._tell_change(
                "LB-01",
                row,
                row.text,
                now.text,
            )
        renewed = replace(
            row,
            text=now.text,
            status=PROPOSED,
        )
        self.keep(at, renewed)

    def _keep_edited(self, at: int, row: OfficeWords, now: ProposedWords, before: str) -> None:
        """Keep what a person wrote; asked about again where the figures have changed since."""
        self.earlier[row.code] = now.text
        is_known = before != ""
        is_changed = is_known and not says_the_same(before, now.text)
        if is_changed:
            self._tell_change(
                "LB-02",
                row,
                before,
                now.text,
            )
            row = replace(row, status=PROPOSED)
        self._judge_edited(row, now.text)
        self.keep(at, row)

    def _take_gone(self, at: int, row: OfficeWords, before: str) -> None:
        """Take out a sentence that the figures do not bear any more; what a person wrote is asked about."""
        is_untouched = _same(row.text, before)
        if is_untouched and row.status == ACCEPTED:
            self.tell("LB-03", row)
        if is_untouched:
            return
        if before:
            row = replace(row, status=PROPOSED)
        self._judge_edited(row, "")
        self.keep(at, row)

    def _judge_edited(self, row: OfficeWords, now: str) -> None:
        """Leave an edited sentence out while it has figures that are none, until a person accepts it."""
        told = numbers_of(row.text)
        true = numbers_of(now)
        foreign = told - true
        if row.status == ACCEPTED or not foreign:
            self.rewritten[row.code] = row.text
            return
        listed = ", ".join(sorted(foreign))
        self.tell("LB-04", row, numbers=listed)
        self.left_out.add(row.code)

    def _tell_change(self, code: str, row: OfficeWords, before: str, now: str) -> None:
        self.tell(
            code,
            row,
            what=what_changed(before, now),
            before=in_short(before),
            now=in_short(now),
        )

    # -- what units wrote ---------------------------------------------------------------------------------

    def _take_of_units(self, at: int, row: OfficeWords) -> None:
        now = self.of_units.get(row.code) or self._like(row)
        if now:
            self.seen.add(now.code)
            named = replace(row, units=now.units)
            self.keep(at, named)
        elif row.status == ACCEPTED:
            self.tell("LB-08", row)
            asked = replace(row, status=PROPOSED)
            self.keep(at, asked)
        elif row.is_dropped or _is_edited(row):
            self.keep(at, row)

    def _like(self, row: OfficeWords) -> ProposedWords | None:
        """Return what units write now in nearly the same words."""
        for each in self.of_units.values():
            if each.section == row.section and are_near(each.text, row.text):
                return each
        return None

    # -- what is new --------------------------------------------------------------------------------------

    def add_new(self) -> None:
        """Add the proposals that stand in no row; one whose row a person took out is not made again."""
        for code, new in self.sentences.items():
            if code in self.seen:
                continue
            self.earlier[code] = new.text
            if code in self.before:
                self.left_out.add(code)
            else:
                self._add(new, WordsOrigin.TOOL)
        for code, new in self.of_units.items():
            if code not in self.seen:
                self._add(new, WordsOrigin.UNIT)
        for code, text in self.before.items():
            if code not in self.seen:
                self.earlier.setdefault(code, text)

    def _add(self, new: ProposedWords, origin: WordsOrigin) -> None:
        row = OfficeWords(
            period=self.period,
            section=new.section,
            text=new.text,
            units=new.units,
            origin=origin,
            status=PROPOSED,
            code=new.code,
        )
        self.keep(None, row)


def _is_untouched(row: OfficeWords, now: ProposedWords, before: str) -> bool:
    if _same(row.text, now.text):
        return True
    return _same(row.text, before)


def _is_edited(row: OfficeWords) -> bool:
    """Say whether a text of units is no longer as they wrote it: its code is made of its words."""
    tags = section_tags()
    tag = tags.get(row.section, "")
    as_written = unit_code(tag, row.text)
    return row.code != as_written


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
