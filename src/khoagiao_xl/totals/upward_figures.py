"""The office's own totals as one unit's answers to the level above, and what they were made of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.model.records import REPORTED, Total
from khoagiao_xl.totals.adding import words_of
from khoagiao_xl.totals.standing_answers import standing
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.totals.adding import Contribution

# What only a person of the office can answer for it: how many units said yes is no yes of its own.
OF_A_PERSON: Final = frozenset({Type.YESNO, Type.TEXT})


@dataclass(frozen=True)
class UpwardFigures:
    """The consolidated figures of `period`, which must have been consolidated."""

    year: Year
    period: Period

    @cached_property
    def totals(self) -> Mapping[str, Total]:
        """Code -> total, of those that are an answer of the office as a whole."""
        year = self.year
        added = filter(_is_of_the_office, year.indicators)
        codes = {item.code for item in added}
        found = {}
        for total in year.totals_of(self.period):
            code = total.code
            if code in codes:
                found[code] = total
        return found

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Code -> what goes into the cell of the form; nothing where nobody gave a figure."""
        return dict(self._answers())

    def _answers(self) -> Iterator[tuple[str, Answer]]:
        for item in self._items:
            total = self.totals[item.code]
            if total.value is None:
                continue
            if item.type is Type.LIST:
                yield item.code, self._listed(item)
            else:
                yield item.code, total.value

    @cached_property
    def _items(self) -> list[Indicator]:
        totals = self.totals
        indicators = self.year.indicators
        return [item for item in indicators if item.code in totals]

    def _listed(self, item: Indicator) -> str:
        named: set[str] = set()
        for part in self.contributions[item.code]:
            named |= words_of(part)
        in_order = sorted(named)
        return "; ".join(in_order)

    # -- the trace ----------------------------------------------------------------------------------------

    @cached_property
    def contributions(self) -> Mapping[str, tuple[Contribution, ...]]:
        """Code -> what each unit adds to the figure."""
        answers = YearAnswers(self.year)
        found = {}
        for item in self._items:
            found[item.code] = standing(answers, self.period, item)
        return found

    @cached_property
    def trace(self) -> dict[str, Any]:
        """Where the figures come from, as plain values: totals, contributions, the files by their hash."""
        figures = {code: _figure(total) for code, total in self.totals.items()}
        parts = {}
        for code, contributions in self.contributions.items():
            parts[code] = list(map(_part, contributions))
        return {
            "period": str(self.period),
            "totals": figures,
            "totals_sha256": hash_of(figures),
            "contributions": parts,
            "contributions_sha256": hash_of(parts),
            "files": dict(self._files()),
        }

    def _files(self) -> Iterator[tuple[str, str]]:
        """Yield «period|unit» and hash of every file that a contribution was read from."""
        for duty in self.year.duties:
            if duty.state not in REPORTED:
                continue
            source = (duty.period, duty.unit)
            if source in self._sources:
                key = "|".join(source)
                yield key, duty.sha256

    @cached_property
    def _sources(self) -> set[tuple[str, str]]:
        """Period and unit of every report that something was taken from."""
        of_all = self.contributions.values()
        found = set()
        for part in chain.from_iterable(of_all):
            source = (part.period, part.unit)
            found.add(source)
        return found


def _is_of_the_office(item: Indicator) -> bool:
    return item.type not in OF_A_PERSON


def hash_of(values: Mapping[str, Any]) -> str:
    """Return the SHA-256 of plain values, whatever order they stand in."""
    text = json.dumps(
        values,
        ensure_ascii=False,
        sort_keys=True,
    )
    written = text.encode()
    return files.sha256_of(written)


def _figure(total: Total) -> dict[str, Any]:
    return {
        "value": total.value,
        "counted": total.counted,
        "owing": total.owing,
        "carried": total.carried,
        "carried_units": total.carried_units,
    }


def _part(part: Contribution) -> list[Any]:
    return [
        part.unit,
        part.period,
        part.code,
        part.value,
        part.carried,
    ]
