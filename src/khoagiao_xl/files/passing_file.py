"""A file on its way: written beside its place, made sure of on the disk, and only then given its name."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
from typing import TYPE_CHECKING, Final, Self

from khoagiao_xl.errors import ChangedMeanwhile
from khoagiao_xl.files import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

_KEPT_OF_NAME: Final = 40  # of a name in a passing one, which would grow too long


class PassingFile:
    """A file under a passing name beside the place it goes to; nothing of it stays there behind `with`.

    Whoever moves `temporary` to `path` does so after `make_sure`. All raise CannotWrite.
    """

    def __init__(self, path: Path, data: bytes, like: Path | None) -> None:
        """Write `data` with the rights of `like`, not yet made sure of."""
        self.path = path
        self.temporary = _passing_name(path)
        with self.told_refusals():
            self._stream = self.temporary.open("xb")
        try:
            with self.told_refusals():
                self._fill(data, like)
        except BaseException:
            self.remove()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.remove()

    def _fill(self, data: bytes, like: Path | None) -> None:
        if like is not None and sys.platform != "win32":  # there a new file has the rights of its folder
            _give_rights(self.temporary, like)
        self._stream.write(data)
        self._stream.flush()

    def make_sure(self) -> None:
        """Return when the disk holds all of it."""
        with self.told_refusals():
            os.fsync(self._stream.fileno())
            self._stream.close()

    def keep_time(self, modified_ns: int) -> None:
        """Give it the old file's time of change; raise ChangedMeanwhile where that has another by now."""
        with self.told_refusals():
            os.utime(self.temporary, ns=(modified_ns, modified_ns))
            now = self.path.stat()
        if now.st_mtime_ns != modified_ns:
            raise ChangedMeanwhile(name=self.path.name)

    def remove(self) -> None:
        """Remove what has not been put in its place."""
        with contextlib.suppress(OSError):
            self._stream.close()
        with contextlib.suppress(OSError):
            self.temporary.unlink()

    @contextlib.contextmanager
    def told_refusals(self) -> Iterator[None]:
        """Tell what the system refuses meanwhile by the name of the file, not by its passing one."""
        try:
            yield
        except OSError as error:
            raise refusals.cannot_write(self.path, error) from error


def _passing_name(path: Path) -> Path:
    name = path.name[:_KEPT_OF_NAME]
    own = f"{os.getpid()}-{secrets.token_hex(4)}"
    return path.with_name(f".{name}.{own}.tmp")


def _give_rights(path: Path, like: Path) -> None:
    """Give `path` the owner, group, mode and access list of `like`, as far as we may."""
    old = like.stat()
    for owner in (-1, old.st_uid):  # the group may be ours to give where the owner is not
        with contextlib.suppress(OSError):
            os.chown(path, owner, old.st_gid)
    with contextlib.suppress(OSError):  # a share may know no modes
        shutil.copystat(like, path)
