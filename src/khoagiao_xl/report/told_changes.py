"""What changed in earlier periods since they were told: in closed ones, and in those that stand open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.name_lists import different, names_or_list
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.closing_records import LaterChange
    from khoagiao_xl.report.content import ReportContent

MOST: Final = 8  # changes of one period that are told singly; of more the units are named
MAIN: Final = 3  # totals told of so many


@dataclass(frozen=True)
class ChangeNote:
    """A change of one figure of a closed period, with the names that a reader knows.

    period: «tháng 1 năm 2024». unit_name: blank where the total moved by what is carried into it, and where
    nobody noted whose figure it was. is_main: whether it is of a figure that the office calls a main one.
    """

    period: str
    unit_name: str
    change: LaterChange
    is_main: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether the period was closed with the figure that it was."""
        return self.change.round > 0


def change_paragraphs(notes: Iterable[ChangeNote], appendix: str = "") -> Iterator[str]:
    """Yield the paragraphs of each period: one sentence for one change, else an opening and lines.

    Behind them all stands that the report counts by the figures of now, wherever it tells them.
    appendix: names the units of so many changes that they are only counted.
    """
    by_period = _by_period(notes)
    for period, own in by_period.items():
        yield from _of_period(
            period,
            own,
            appendix,
        )
    if by_period:
        yield PHRASES["tinh_theo_sua"]


def change_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names whose figures changed, where the changes are only counted."""
    by_period = _by_period(content.changes)
    for period, own in by_period.items():
        units = _units(own)
        listed = Opinion(
            tuple(units),
            _summary(period, own, ""),
        )
        if len(own) > MOST and listed.is_widely_shared:
            yield listed


def _by_period(notes: Iterable[ChangeNote]) -> dict[str, list[ChangeNote]]:
    found: dict[str, list[ChangeNote]] = {}
    for note in notes:
        own = found.setdefault(note.period, [])
        own.append(note)
    return found


def _of_period(period: str, notes: Sequence[ChangeNote], appendix: str) -> Iterator[str]:
    if len(notes) > MOST:
        shown = names_or_list(_units(notes), appendix)
        yield _summary(period, notes, shown)
        return
    lines = [_change(note) for note in notes]
    opening = _opening(period, notes)
    first, *others = lines
    if not others:
        yield f"{opening} {first}."
        return
    yield opening
    *before, last = lines
    for line in before:
        yield f"- {line};"
    yield f"- {last}."


def _summary(period: str, notes: Sequence[ChangeNote], units: str) -> str:
    """Return how many figures changed, whose, and what became of the totals that matter most.

    units: as they are named, or blank.
    """
    opening = _opening(period, notes)
    count = len(notes)
    return PHRASES["sua_nhieu"].format(
        opening=opening.rstrip(":"),
        count=number(count),
        units=PHRASES["sua_cua"].format(units=units) if units else "",
        totals="; ".join(_main_totals(notes)),
    )


def _opening(period: str, notes: Sequence[ChangeNote]) -> str:
    first, *_ = notes
    phrase = "sau_chot" if first.is_closed else "sau_tong_hop"
    return PHRASES[phrase].format(period=period)


def _main_totals(notes: Sequence[ChangeNote]) -> list[str]:
    """Return what became of the few totals that matter most, each once."""
    ordered = sorted(notes, key=_weight)
    by_code = {note.change.code: note for note in ordered}
    most = list(by_code.values())
    return [_total_told(note) for note in most[:MAIN]]


def _weight(note: ChangeNote) -> tuple[bool, float]:
    """Return the place of a change among others: main figures first, then those that moved most."""
    then = note.change.frozen_total or 0
    now = note.change.new_total or 0
    moved = abs(now - then)
    share = moved / (abs(then) or 1)
    return not note.is_main, -share


def _total_told(note: ChangeNote) -> str:
    change = note.change
    label = clean_line(change.label)
    return PHRASES["tong_sau_chot"].format(
        label=label.strip("- "),
        frozen_total=_figure(change.frozen_total),
        new_total=_figure(change.new_total),
    )


def _units(notes: Iterable[ChangeNote]) -> list[str]:
    """Return the names of the units whose figures changed, each once."""
    return different(note.unit_name for note in notes if note.unit_name)


def _change(note: ChangeNote) -> str:
    """Return «Sở Y tế sửa «...» từ 3 thành 4 (tổng từ 142 thành 143)»."""
    change = note.change
    phrase = "sua_sau_chot" if note.unit_name else "tong_sau_chot"
    label = clean_line(change.label)
    return PHRASES[phrase].format(
        unit=clean_line(note.unit_name),
        label=label.strip("- "),
        frozen=_answer(change.frozen),
        now=_answer(change.now),
        frozen_total=_figure(change.frozen_total),
        new_total=_figure(change.new_total),
    )


def _answer(told: str) -> str:
    """Return a unit's answer as it was noted, a number as a text writes it; a blank is «chưa nêu», not 0."""
    answer = clean_line(told)
    if answer.isdecimal():
        return number(int(answer))
    return answer or PHRASES["chua_neu"]


def _figure(value: float | None) -> str:
    if value is None:
        return PHRASES["chua_neu"]
    return number(value)
