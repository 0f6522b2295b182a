"""The report that a period is closed with: the office's own file where there is one, else a fresh one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.files.package_faults import BROKEN_PACKAGE
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = 12  # differing figures that are told one by one
BROKEN: Final = (*BROKEN_PACKAGE, KeyError, SyntaxError)
Shown = Mapping[str, set[str]]  # key of a figure -> how it is written


@dataclass(frozen=True)
class FrozenReport:
    """What is signed: the file as it lies in the folder of reports.

    text: its paragraphs. is_new: the folder had none, and this one is written there.
    differing: sentences about figures that the office's file shows otherwise than the totals say.
    """

    path: Path
    data: bytes
    text: tuple[str, ...]
    is_new: bool = False
    differing: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return files.sha256_of(self.data)


def frozen_report(path: Path, fresh: bytes) -> FrozenReport:
    """Return the report at `path`, or `fresh` where there is none.

    fresh: what the totals say today, which the figures of the office's file are held against.
    Raise WrongRequest (CK-07) for a file that is no Word document.
    """
    try:
        data = files.read_bytes(path)
    except MissingFile:
        words = tuple(paragraphs_of(fresh))
        return FrozenReport(path, fresh, words, is_new=True)
    try:
        text = tuple(paragraphs_of(data))
        differing = list(_differing(data, fresh))
    except BROKEN as error:
        raise WrongRequest("CK-07", name=path.name) from error
    return FrozenReport(path, data, text, differing=_shortened(differing))


def _shortened(told: list[str]) -> tuple[str, ...]:
    """Return the first sentences, and how many there are more."""
    more = len(told) - MOST
    if more <= 0:
        return tuple(told)
    rest = sentence("CK-22", {"count": more})
    return (*told[:MOST], rest)


def _differing(data: bytes, fresh: bytes) -> Iterator[str]:
    """Yield a sentence for each figure that the file shows otherwise than it is today."""
    today = _shown(fresh)
    for key, written in _shown(data).items():
        expected = today.get(key, set())
        others = written - expected
        for shown in sorted(others):
            yield _told(key, shown, expected)


def _told(key: str, shown: str, expected: set[str]) -> str:
    code, _, period = key.partition("@")
    listed = sorted(expected)
    facts = {
        "code": code,
        "period": period,
        "shown": shown,
        "expected": " / ".join(listed),
    }
    return sentence("CK-20" if expected else "CK-21", facts)


def _shown(docx: bytes) -> Shown:
    found: dict[str, set[str]] = defaultdict(set)
    for key, shown in read_keys(docx):
        plain = shown.rstrip("* ")  # the star of a provisional figure is no part of it
        found[key].add(plain)
    return found
