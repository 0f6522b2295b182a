"""What a period was closed with, kept beside the master: its figures, the office as it was, its report."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.model.history import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row, Value
    from khoagiao_xl.model.closing_records import Closing
    from khoagiao_xl.office.storage import Storage

_ERRORS: Final = "surrogatepass"  # half of a pair of letters may stand in what came from strangers
_BROKEN: Final = (OSError, EOFError, zlib.error, ValueError, TypeError, AttributeError, KeyError)
_DAY, _MOMENT = "ngày", "lúc"  # how a day and a moment are told from a text
Answers = Mapping[str, Mapping[str, Answer]]  # unit -> indicator -> figure or words


@dataclass(frozen=True)
class Snapshot:
    """One closing as data.

    answers: of the units that had reported. tables: name -> rows (heading -> value): the period's own of
    totals, duties and waivers; whole ones of what they come of: units, indicators, rules, settings.
    content: everything the report is made from, as plain values. report_sha256: of the report's bytes, which
    lie beside; report_name: of its file; text: its paragraphs.
    """

    period: str
    round: int
    closed_at: datetime
    closed_by: str
    answers: Answers
    tables: Mapping[str, Sequence[Row]]
    content: Mapping[str, Any]
    report_name: str
    report_sha256: str
    text: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """Return the content of the file; the same closing gives the same bytes."""
        kept = {**vars(self), "closed_at": self.closed_at.isoformat()}
        text = json.dumps(
            kept,
            default=_as_plain,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        data = text.encode("utf-8", _ERRORS)
        return gzip.compress(data, mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes) -> Snapshot:
        """Return what such a file holds; raise ValueError for one that is damaged."""
        try:
            text = gzip.decompress(data).decode("utf-8", _ERRORS)
            kept = json.loads(text, object_hook=_as_value)
            closed_at = datetime.fromisoformat(kept.pop("closed_at"))
            words = tuple(kept.pop("text"))
            return cls(**kept, closed_at=closed_at, text=words)
        except _BROKEN as error:
            raise ValueError from error

    def rows(self, table: str) -> list[Row]:
        """Return the frozen rows of a table; none of one that was not frozen."""
        return list(self.tables.get(table, ()))


def _as_plain(value: object) -> object:
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def _as_value(found: dict[str, Any]) -> Value | dict[str, Any]:
    if len(found) != 1:
        return found
    ((kind, told),) = found.items()
    if kind == _DAY:
        return date.fromisoformat(told)
    if kind == _MOMENT:
        return datetime.fromisoformat(told)
    return found


# -- beside the master ------------------------------------------------------------------------------------


def read_snapshot(storage: Storage, closing: Closing) -> Snapshot:
    """Return what a period was closed with.

    Raise WrongRequest: CK-10 where the file is gone, CK-11 where it is not the one that was laid there.
    """
    path = storage.closing(closing, ".json.gz")
    data = _intact(path, closing.sha256)
    return Snapshot.from_bytes(data)


def read_report(storage: Storage, closing: Closing, snapshot: Snapshot) -> bytes:
    """Return the bytes of the report that was frozen; raise as `read_snapshot` does."""
    path = storage.closing(closing, ".docx")
    return _intact(path, snapshot.report_sha256)


def _intact(path: Path, sha256: str) -> bytes:
    try:
        data = files.read_bytes(path)
    except MissingFile as error:
        raise WrongRequest("CK-10", name=path.name, folder=path.parent) from error
    if files.sha256_of(data) != sha256:
        raise WrongRequest("CK-11", name=path.name, folder=path.parent)
    return data
