"""Who may have sent a file that cannot be used: guessed by what is around and in it, never relied on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.intake.inbox.arrival import BETWEEN
from khoagiao_xl.intake.judging.identify import UNIT, UNIT_CODE
from khoagiao_xl.intake.judging.unit_names import NOBODY, Codes
from khoagiao_xl.mail.addresses import address_key
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.intake import GUESSED_BY

if TYPE_CHECKING:
    from khoagiao_xl.intake.inbox.arrival import Arrival
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading


@dataclass(frozen=True)
class Guess:
    """unit: who may have sent a file, blank where nothing tells one alone; by: what told it, in words.

    like: a unit whose name only resembles that of the file, as people read it.
    """

    unit: str = ""
    by: str = ""
    like: str = ""


LONGEST_HEADING: Final = 200  # characters
NO_GUESS: Final = Guess()


def guess_told(guess: Guess) -> str:
    """Return that a unit is a guess, in one sentence; blank where nothing was guessed."""
    if not guess.unit:
        return ""
    return sentence("NB-34", {"unit": guess.unit, "by": guess.by})


def guess_unit(arrival: Arrival, reading: FileReading, measures: Measures) -> Guess:
    """Return who may have sent a file.

    Who sent it outweighs whose form it is: of the form of another unit the one has sent something, the other
    nothing. Where one clue says this unit and another that, nothing is guessed.
    """
    clues = _clues(arrival, measures)
    weaker = _weaker_clues(arrival, reading, measures)
    if not clues and not weaker:
        name = _stem(arrival.name)
        return Guess(like=measures.unit_names.like(name))
    units = _agreed(clues or weaker)
    for codes in weaker.values():
        units = units & codes or units
    if len(units) != 1:
        return NO_GUESS
    (unit,) = units
    known = clues | weaker
    telling = [GUESSED_BY[by] for by in known if unit in known[by]]
    return Guess(unit, by=", ".join(telling))


def _agreed(clues: Mapping[str, Codes]) -> Codes:
    """Return the units that every clue tells."""
    return frozenset.intersection(*clues.values())


def _weaker_clues(arrival: Arrival, reading: FileReading, measures: Measures) -> dict[str, Codes]:
    """Return what counts where nothing tells the sender: heading of the letter, what stands in the file."""
    told = {
        "letter": _in_heading(arrival, measures),
        "content": _in_content(reading, measures),
    }
    return {by: codes for by, codes in told.items() if codes}


def _in_heading(arrival: Arrival, measures: Measures) -> Codes:
    """Return the units that the short lines around a file name: the subject of its letter."""
    lines = [words for words in arrival.around if _is_line(words)]
    told = map(measures.unit_names.in_words, lines)
    return NOBODY.union(*told)


def _is_line(words: str) -> bool:
    if len(words) > LONGEST_HEADING:
        return False
    return "\n" not in words.strip()


# -- who sent it ------------------------------------------------------------------------------------------


def _clues(arrival: Arrival, measures: Measures) -> dict[str, Codes]:
    """Return by what a sender is told -> the units that it tells; what tells none is left out."""
    found = {}
    for by, clue in _OF_THE_SENDER.items():
        codes = clue(arrival, measures)
        if codes:
            found[by] = codes
    return found


def _in_name(arrival: Arrival, measures: Measures) -> Codes:
    name = _stem(_called(arrival))
    return measures.unit_names.of_file(name)


def _at_address(arrival: Arrival, measures: Measures) -> Codes:
    key = address_key(arrival.sender)
    owners = measures.units_by_address.get(key, {})
    return frozenset(owners)


def _on_folder(arrival: Arrival, measures: Measures) -> Codes:
    """Return the units named by the folders that the office put a file into."""
    *folders, _ = _called(arrival).split("/")
    return _of_all(folders, measures)


def _on_container(arrival: Arrival, measures: Measures) -> Codes:
    """Return the units named by the letter and the archives that it came in, as they are called."""
    containers = arrival.container.split(BETWEEN)
    return _of_all(map(_stem, containers), measures)


def _of_all(names: Iterable[str], measures: Measures) -> Codes:
    told = map(measures.unit_names.of_file, names)
    return NOBODY.union(*told)


def _called(arrival: Arrival) -> str:
    return arrival.first_name or arrival.name


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


_OF_THE_SENDER: Final[Mapping[str, Callable[[Arrival, Measures], Codes]]] = {
    "name": _in_name,
    "sender": _at_address,
    "folder": _on_folder,
    "container": _on_container,
}


# -- whose form it is -------------------------------------------------------------------------------------


def _in_content(reading: FileReading, measures: Measures) -> Codes:
    """Return the units that a file's content tells: several where it contradicts itself."""
    unit = measures.unit_of(reading)
    told = {*_issued_to(reading, measures), *_on_cover(reading, measures)}
    if unit:
        told.add(unit.code)
    if told:
        return frozenset(told)
    told_by_heads = map(measures.unit_names.in_words, reading.heads)
    return NOBODY.union(*told_by_heads)


def _issued_to(reading: FileReading, measures: Measures) -> Iterator[str]:
    """Yield the unit that the form's own id was made for, which cannot be typed over."""
    said = reading.identity
    if not said.form_id:
        return
    for unit in measures.obligations.units:
        made = form_id(said.master_id, said.period, unit.code, said.form_version)
        if made == said.form_id:
            yield unit.code


def _on_cover(reading: FileReading, measures: Measures) -> Iterator[str]:
    """Yield the units that the cover names, by code and by name."""
    for label in (UNIT, UNIT_CODE):
        cell = reading.labels.get(label)
        said = str(cell.value or "").strip() if cell else ""
        yield from measures.unit_names.of_file(said)
