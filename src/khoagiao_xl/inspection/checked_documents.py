"""Documents that were held against the layout: the copies that are written of each, and what is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.departures import Gravity
from khoagiao_xl.layout.document_check import DocumentCheck, plain_departure
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.layout.departures import Departure

_COUNTED: Final = {"errors": Gravity.ERROR, "warnings": Gravity.WARNING, "notes": Gravity.NOTE}


@dataclass(frozen=True)
class CheckedFile:
    """A file that was checked, and where its copies go."""

    path: Path
    check: DocumentCheck
    noted: Path
    mended: Path

    @property
    def what_was_mended(self) -> tuple[Departure, ...]:
        """What was put right in the mended copy."""
        mended = self.check.mended
        if mended:
            return mended.mended
        return ()

    def copies(self) -> Iterator[NewFile]:
        """Yield the file that is written beside it: the mended one, else the one with notes, if any."""
        mended = self.check.mended
        if mended and mended.mended:
            yield NewFile(self.mended, mended.data)
        elif self.check.noted:
            yield NewFile(self.noted, self.check.noted)


def changes_of(checked: Sequence[CheckedFile]) -> Changes:
    """Return the copies of all files, and what is told of them."""
    copies: list[NewFile] = []
    for one in checked:
        copies += one.copies()
    paths = tuple(copy.path for copy in copies)
    outcome = _outcome(checked, paths)
    return Changes(outcome, files=tuple(copies), logs=True)


def _outcome(checked: Sequence[CheckedFile], paths: tuple[Path, ...]) -> Outcome:
    counts = {name: _count(checked, weight) for name, weight in _COUNTED.items()}
    documents = [_plain(one) for one in checked]
    details = tuple(_details(checked))
    return Outcome(
        _sentence(checked, counts),
        status=1 if counts["errors"] else 0,
        counts=counts,
        paths=paths,
        details=details,
        data={"documents": documents},
    )


def _count(checked: Sequence[CheckedFile], weight: Gravity) -> int:
    counts = [one.check.count(weight) for one in checked]
    return sum(counts)


def _sentence(checked: Sequence[CheckedFile], counts: dict[str, int]) -> str:
    first = checked[0]
    if len(checked) == 1:
        return _told_of(first.check)
    facts = {"documents": len(checked), **counts}
    return sentence("TTV-13", facts)


def _told_of(check: DocumentCheck) -> str:
    facts: dict[str, object] = {
        "name": check.name,
        "profile": check.profile,
    }
    for name, weight in _COUNTED.items():
        facts[name] = check.count(weight)
    code = "TTV-11"
    if check.left:
        code = "TTV-12"
    return sentence(code, facts)


def _details(checked: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield what is told of each file, then every departure that is left."""
    for one in checked:
        if len(checked) > 1:
            yield _told_of(one.check)
        yield from _told_of_copies(one)
    for one in checked:
        for departure in one.check.left:
            yield _line(departure)


def _told_of_copies(one: CheckedFile) -> Iterator[str]:
    mended = one.what_was_mended
    facts = {
        "mended": len(mended),
        "left": len(one.check.left),
        "copy": one.mended.name,
    }
    if one.check.mended:
        code = "TTV-15"
        if mended:
            code = "TTV-14"
        yield sentence(code, facts)
    for departure in mended:
        plain = plain_departure(departure)
        yield sentence("TTV-17", plain)
    if mended or one.check.noted is None:
        return
    if one.check.noted:
        copy = {"copy": one.noted.name}
        yield sentence("TTV-16", copy)
    else:
        name = {"name": one.path.name}
        yield sentence("TTV-21", name)


def _line(departure: Departure) -> str:
    plain = plain_departure(departure)
    return sentence("TTV-18", plain)


def _plain(one: CheckedFile) -> dict[str, Any]:
    left = map(plain_departure, one.check.left)
    mended = map(plain_departure, one.what_was_mended)
    return {
        "file": str(one.path),
        "profile": one.check.profile,
        "departures": list(left),
        "mended": list(mended),
    }
