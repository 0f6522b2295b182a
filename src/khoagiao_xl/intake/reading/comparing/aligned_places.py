"""Where rows, or columns, of a form were in its template, when some of them are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

Places = Mapping[int, int]  # place in the form -> place in the template


def filled_up(known: Places, last: int) -> dict[int, int]:
    """Return the places up to `last`, with those that lie between known ones.

    Such a one is as far from the known one after it as before anything moved, else from the one before it.
    """
    found = dict(known)
    taken = set(known.values())
    marks = sorted(known)
    for place in range(1, last + 1):
        if place not in known:
            issued = _first_free(_beside(place, known, marks), taken)
            if issued:
                found[place] = issued
                taken.add(issued)
    return found


def _first_free(places: Iterator[int], taken: set[int]) -> int:
    for place in places:
        if place > 0 and place not in taken:
            return place
    return 0


def _beside(place: int, known: Places, marks: Sequence[int]) -> Iterator[int]:
    after = bisect_right(marks, place)
    if after < len(marks):
        mark = marks[after]
        yield known[mark] - (mark - place)
    before = bisect_left(marks, place) - 1
    if before >= 0:
        mark = marks[before]
        yield known[mark] + (place - mark)
