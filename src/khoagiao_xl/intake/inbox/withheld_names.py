"""Names that may not be told: of files that their name, folder, archive or letter marks as secret."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from khoagiao_xl.intake.inbox.arrival import BETWEEN, Arrival
from khoagiao_xl.intake.safety.secrecy import marks_letter, names_a_secret
from khoagiao_xl.wording.secret_files import WITHHELD

_LONGEST_ENDING: Final = 6


def withheld(arrival: Arrival, sha256: str) -> Arrival:
    """Return `arrival` as it may be told: of one that its name or what is around it marks, no name.

    It is then known by the beginning of its hash, so that a later run knows it again. Of what it came in,
    the names that bear no mark are told: the office must find the letter that it takes out of the inbox.
    """
    containers = arrival.container.split(BETWEEN)
    if not _is_marked(arrival, containers):
        return arrival
    return replace(
        arrival,
        name=f"{WITHHELD} {sha256[:8]}{_ending(arrival.name)}",
        container=BETWEEN.join(map(_unmarked, containers)),
        around=(),
        letter=(),
        first_name=arrival.name,
        is_secret=True,
    )


def _is_marked(arrival: Arrival, containers: list[str]) -> bool:
    names = (arrival.name, *containers)
    is_named_so = any(map(names_a_secret, names))
    return is_named_so or any(map(marks_letter, arrival.around))


def _ending(name: str) -> str:
    """Return the ending of a name, which says no more than what kind of file it is."""
    suffix = PurePosixPath(name).suffix
    is_usual = suffix.isascii() and len(suffix) <= _LONGEST_ENDING
    return suffix if is_usual else ""


def _unmarked(name: str) -> str:
    is_marked = names_a_secret(name) or marks_letter(name)
    return WITHHELD if is_marked else name
