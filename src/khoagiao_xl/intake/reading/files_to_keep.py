"""What is written beside the master of the files that came: each as it came, and what was read from it."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from khoagiao_xl.intake.inbox.arrival import BETWEEN
from khoagiao_xl.intake.reading.kept_form import plain_reading
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.office.kept_readings import KeptReading
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from khoagiao_xl.intake.inbox.arrival import Arrival
    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.intake.returning.returned_copies import ReturnedCopy
    from khoagiao_xl.office.kept_readings import Came, Judged, KeptPlain, Letters, MadeCopy, Ranks, Senders

T = TypeVar("T")


def files_to_keep(
    intake: Intake,
    read: Sequence[ReadFile],
    returned: Sequence[ReturnedCopy],
    judged: Mapping[str, Judged],
    judgements: Mapping[str, Callable[[], KeptPlain]],
) -> list[NewFile]:
    """Return the originals that are not kept yet, what is new in what is kept of them, and the copies.

    judged: hash of a file that is fit to count -> what its answers were judged to say.
    judgements: hash of a file that was judged -> what makes the judgement on it, as it is kept.
    Not kept are a secret, what could not be read at all, and what is far too large to be a form.
    """
    files = list(_originals(intake, read))
    files += _readings(intake, read, returned, judged, judgements)
    files += _issued(intake)
    for copy in returned:
        files += copy.new_files
    return files


def _issued(intake: Intake) -> Iterator[NewFile]:
    """Yield what had to be drawn anew to hold the forms against, for the runs to come."""
    if any(form.is_redrawn for form in intake.issued.forms):
        yield from intake.issued.files(intake.storage, intake.code)


def _originals(intake: Intake, read: Sequence[ReadFile]) -> Iterator[NewFile]:
    closed = {_outermost(item) for item in read if item.is_secret}
    for item in read:
        is_open = not item.is_secret and item.file.name not in closed
        if is_open and item.file.is_wanted(intake.limits):
            yield _original(intake, item.file)


def _outermost(item: ReadFile) -> str:
    """Return the name of the letter or archive that a file came in, which holds all of it too."""
    outermost, _, _ = item.file.arrival.container.partition(BETWEEN)
    return outermost


def _original(intake: Intake, file: Submission) -> NewFile:
    path = intake.storage.original(file.sha256, file.name)
    # What no longer is what came is put right from what lies in the inbox.
    is_spoilt = file.original is Original.CHANGED
    place = WhenThere.REPLACE if is_spoilt else WhenThere.ONCE
    return NewFile(path, file.read_bytes, place)


def _readings(
    intake: Intake,
    read: Sequence[ReadFile],
    returned: Sequence[ReturnedCopy],
    judged: Mapping[str, Judged],
    judgements: Mapping[str, Callable[[], KeptPlain]],
) -> Iterator[NewFile]:
    ranks: dict[str, Ranks] = _each_time(read, attrgetter("ranks"), attrgetter("told_rank"))
    senders: dict[str, Senders] = _each_time(read, attrgetter("senders"), attrgetter("told_sender"))
    letters = _letters(read)
    copies = _copies(read, returned)
    keepable = {item.file.sha256: item for item in read if _may_be_kept(intake, item)}
    for sha256, item in keepable.items():
        beside = _Beside(
            ranks[sha256],
            copies[sha256],
            senders[sha256],
            letters[sha256],
            _entries(item, judged),
            partial(_judgement, item, judgements),
        )
        keep = partial(_kept, item, intake.reader, beside)
        if item.file.kept is None or item.file.kept != keep():
            path = intake.storage.reading(sha256)
            yield NewFile(path, partial(_content, keep), WhenThere.REPLACE)


class _Beside(NamedTuple):
    """What is kept of a file beside what was read from it: see KeptReading."""

    ranks: Ranks
    copies: dict[str, MadeCopy]
    senders: Senders
    letters: Letters
    entries: Judged | None
    judgement: Callable[[], KeptPlain]


def _kept(item: ReadFile, reader: str, beside: _Beside) -> KeptReading:
    plain = _plain(item, reader)
    judgement = beside.judgement()
    return KeptReading(reader, plain, *beside[:-1], judgement)


def _content(keep: Callable[[], KeptReading]) -> bytes:
    """Return what is written, made when it is: the plain values of all files at once are a great deal."""
    return keep().to_bytes()


def _entries(item: ReadFile, judged: Mapping[str, Judged]) -> Judged | None:
    """Return what a file says: as judged now, else as it was when it counted; of a secret nothing."""
    sha256 = item.file.sha256
    if sha256 in judged:
        return judged[sha256]
    if item.is_secret or item.file.kept is None:
        return None
    return item.file.kept.entries


def _judgement(item: ReadFile, judgements: Mapping[str, Callable[[], KeptPlain]]) -> KeptPlain:
    """Return the judgement on a file as it is kept; of a secret nothing."""
    make = judgements.get(item.file.sha256)
    return None if make is None or item.is_secret else make()


def _plain(item: ReadFile, reader: str) -> Mapping[str, Any]:
    """Return a reading as it is kept; what this reader found earlier is what it finds."""
    known = item.file.kept
    if known and known.reader == reader and not item.is_secret:
        return known.reading
    return plain_reading(item.reading)


def _copies(read: Sequence[ReadFile], returned: Sequence[ReturnedCopy]) -> Mapping[str, dict[str, MadeCopy]]:
    """Return hash -> the copies that went back of that file, by name."""
    found: dict[str, dict[str, MadeCopy]] = defaultdict(dict)
    for item in read:
        file = item.file
        if file.kept:
            found[file.sha256].update(file.kept.copies)
    for copy in returned:
        of_the_file = found[copy.sha256]
        of_the_file[copy.path.name] = copy.made
    return found


def _each_time(
    read: Sequence[ReadFile],
    kept: Callable[[KeptReading], Mapping[Came, T]],
    told: Callable[[Arrival], Mapping[Came, T]],
) -> dict[str, dict[Came, T]]:
    """Return hash -> what is known of every time that file came: kept by earlier runs, or told now."""
    found: dict[str, dict[Came, T]] = defaultdict(dict)
    for item in read:
        file = item.file
        of_the_file = found[file.sha256]
        if file.kept:
            earlier = kept(file.kept)
            of_the_file.update(earlier)
        now = told(file.arrival)
        of_the_file.update(now)
    return found


def _letters(read: Sequence[ReadFile]) -> dict[str, Letters]:
    """Return hash -> subject and text of its letter, for every time that file came; of a secret none."""
    secret = {item.file.sha256 for item in read if item.is_secret}
    letters = _each_time(read, attrgetter("letters"), attrgetter("told_letter"))
    for sha256 in secret:
        letters[sha256] = {}
    return letters


def _may_be_kept(intake: Intake, item: ReadFile) -> bool:
    """Say whether this is all there is to say of bytes that are at hand; of a secret nothing is kept anew."""
    if item.is_secret:
        # What was read of it before its mark was recognised gives way to nothing but that it is one.
        return item.file.kept is not None
    if not item.reading.is_finished:
        return False
    if item.file.is_present:
        return item.file.is_wanted(intake.limits)
    return item.file.original is Original.INTACT
