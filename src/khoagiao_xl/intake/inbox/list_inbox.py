"""The inbox: every file of a folder, those inside letters and archives too, with the time it arrived."""

from __future__ import annotations

import os
from collections import deque
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.files import existing_folder
from khoagiao_xl.intake.inbox.arrival import BETWEEN, NOTHING, Arrival, Content, HeldFiles
from khoagiao_xl.intake.inbox.far_files import FarFolder
from khoagiao_xl.intake.inbox.opening import END, may_hold_files, open_file
from khoagiao_xl.intake.inbox.part_names import shown_path
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import is_lock_file
from khoagiao_xl.intake.safety.worker_process import Executor, Process, call_result, reason_of
from khoagiao_xl.model.findings import Place, wrong
from khoagiao_xl.vietnamese.office_clock import OFFICE_ZONE, in_office_time, office_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from khoagiao_xl.intake.inbox.containers import FileInside, Why

__all__ = ["Arrival", "list_inbox"]

AHEAD: Final = 4  # letters handed to the process before their answers are asked for
YEARS_BEFORE: Final = 1  # than that of the period: no file for it is older
LETTER_READ: Final = 4_000  # characters of each text of a letter that are held against its form and kept
ALONE: Final = 1  # how deep one is opened whose inner letters or archives brought the process down
_BROUGHT_DOWN: Final = ("TN-24", "TN-25", "TN-26")


def list_inbox(
    folder: Path | FarFolder,
    limits: Limits | None = None,
    starts: date | None = None,
    process: Executor | None = None,
    now: datetime | None = None,
) -> list[Arrival]:
    """Return every file of `folder` and its sub-folders, oldest first; files of the system are passed over.

    A letter or archive that gave nothing, or not all, is itself listed with the reason. starts: the first
    day of the period; a letter that says it is older is not believed. now: when that is done; a file whose
    time cannot be is taken as come now, and its day is told as unknown. Letters and archives are opened in
    `process`, which is only started when there is one. Raise NotAFolder.
    """
    limits = limits or Limits()
    files = _far_files(folder, limits, now) if isinstance(folder, FarFolder) else _folder(folder, limits)
    plain = [_dated(arrival, starts, now) for arrival in files]
    with ExitStack() as stack:
        opener: Executor = process or stack.enter_context(Process(limits))
        found = list(_InboxOpening(opener, limits, starts).all(plain))
    return sorted(found, key=lambda arrival: arrival.order)


# -- the folder -------------------------------------------------------------------------------------------


def _far_files(place: FarFolder, limits: Limits, now: datetime | None) -> Iterator[Arrival]:
    """Yield what lies at an address; what cannot be had is told, and where no day is known, it came now."""
    for file in place.files():
        if is_lock_file(file.name):
            continue
        moment = file.modified or (now or office_now()).replace(microsecond=0)
        name = shown_path(file.name)
        try:
            content = Content.of_file(file, limits.file_bytes, END)
        except OSError as error:
            refused = _finding(name, ("TN-28", {"reason": reason_of(error)}))
            yield Arrival(name, file, moment, content=NOTHING, refused=refused)
            continue
        yield Arrival(name, file, moment, content=content, is_dated=file.modified is not None)


def _folder(folder: Path, limits: Limits) -> Iterator[Arrival]:
    """Yield what lies in the folder and below it; a folder that nobody may look into is itself told."""
    existing_folder(folder)
    barred: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=barred.append):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            relative = path.relative_to(folder)
            if not is_lock_file(relative.as_posix()):
                yield _arrival(path, relative, limits)
    for error in barred:
        path = Path(os.fsdecode(error.filename))
        if path == folder:
            raise error
        why = ("TN-106", {"reason": reason_of(error)})
        yield _untold(path, f"{shown_path(str(path.relative_to(folder)))}/", why)


def _arrival(path: Path, relative: Path, limits: Limits) -> Arrival:
    name = shown_path(str(relative))
    if path.is_symlink() or not path.is_file():
        return _untold(path, name, ("TN-105", {}))
    try:
        content = Content.of_file(path, limits.file_bytes, END)
    except OSError as error:
        return _untold(path, name, ("TN-28", {"reason": reason_of(error)}))
    return Arrival(name, path, _time_of(path), content=content)


def _untold(path: Path, name: str, why: Why) -> Arrival:
    """Return what cannot be read, with why."""
    return Arrival(name, path, _time_of(path), content=NOTHING, refused=_finding(name, why))


def _finding(name: str, why: Why) -> Any:
    code, facts = why
    return wrong(code, Place(name), **facts)


def _time_of(path: Path) -> datetime:
    # Whole seconds, as the master keeps them: a rerun must find the same order.
    seconds = int(path.lstat().st_mtime)
    received = datetime.fromtimestamp(seconds, OFFICE_ZONE)
    return received.replace(tzinfo=None)


def _dated(arrival: Arrival, starts: date | None, now: datetime | None) -> Arrival:
    """Return an arrival; one whose file has a time that cannot be as come now, its day unknown."""
    if starts is None or now is None:
        return arrival
    day = arrival.received_at.date()
    if starts.year - YEARS_BEFORE <= day.year and day <= now.date():
        return arrival
    return replace(arrival, received_at=now.replace(microsecond=0), is_dated=False)


# -- what lies inside -------------------------------------------------------------------------------------


class _InboxOpening:
    """Letters and archives opened, in the process; see `list_inbox`."""

    def __init__(self, process: Executor, limits: Limits, starts: date | None) -> None:
        self._process = process
        self._limits = limits
        self._starts = starts
        self._held: HeldFiles | None = None

    def all(self, plain: Iterable[Arrival]) -> Iterator[Arrival]:
        """Yield every file, those of a letter or an archive in its place."""
        waiting: deque[tuple[Arrival, Any]] = deque()
        for arrival in plain:
            waiting.append((arrival, self._start(arrival)))
            if len(waiting) > AHEAD:
                yield from self._answer(*waiting.popleft())
        while waiting:
            yield from self._answer(*waiting.popleft())

    def _start(self, arrival: Arrival, deepest: int = 0) -> Any:
        """Return the future of what lies in a file, None for one that is no letter and no archive."""
        content = arrival.content
        if arrival.refused or content is None or not may_hold_files(arrival.name, content.head, content.end):
            return None
        return self._process.submit(
            open_file,
            arrival.source,
            arrival.name,
            self._limits,
            deepest or self._limits.nested,
        )

    def _answer(self, arrival: Arrival, future: Any) -> Iterator[Arrival]:
        if future is None:
            yield _without_samples(arrival)
            return
        code, facts = call_result(future, self._limits)
        if code in _BROUGHT_DOWN:
            # Something in it brought the process down; what lies beside that is had all the same.
            future = self._start(arrival, ALONE)
            code, facts = call_result(future, self._limits)
        if code:
            yield replace(_without_samples(arrival), refused=_finding(arrival.name, (code, facts)))
            return
        parts: list[FileInside] = facts["value"]
        yield from self._arrivals(_without_samples(arrival), parts)

    def _arrivals(self, outer: Arrival, parts: list[FileInside]) -> Iterator[Arrival]:
        if not parts:
            yield outer
        for part in parts:
            if part.chain:
                yield self._inner(outer, part)
            else:
                yield replace(
                    outer,
                    sender=part.sender,
                    around=part.words,
                    refused=_finding(outer.name, part.why) if part.why else None,
                )

    def _inner(self, outer: Arrival, part: FileInside) -> Arrival:
        """Return a file of a letter or an archive, with what is known of that."""
        if self._held is None:
            self._held = HeldFiles()
        sent = _office_time(part.sent)
        received = self._believed(sent, outer.received_at)
        return Arrival(
            part.name,
            self._held.put(part.data),
            received,
            is_dated=outer.is_dated or received == sent,
            container=BETWEEN.join(part.chain),
            rank=part.rank,
            sender=part.sender,
            around=(*part.chain, *part.words),
            letter=tuple(words[:LETTER_READ] for words in part.words),
            content=Content.of(part.data),
            refused=_finding(part.name, part.why) if part.why else None,
        )

    def _believed(self, sent: datetime | None, saved: datetime) -> datetime:
        """Return a letter's own time, or that of its file where the letter's cannot be."""
        if sent is None or sent > saved:
            return saved
        is_too_old = self._starts is not None and sent.date() < self._starts
        if is_too_old:
            return saved
        return sent


def _without_samples(arrival: Arrival) -> Arrival:
    """Return an arrival without the bytes by which it was decided whether to open it."""
    if arrival.content is None:
        return arrival
    content = replace(arrival.content, head=b"", end=b"")
    return replace(arrival, content=content)


def _office_time(sent: datetime | None) -> datetime | None:
    """Return a letter's time on the office's clock, or None where no office can have received it."""
    if sent is None or not 2000 < sent.year < 2100:
        return None
    return in_office_time(sent)
