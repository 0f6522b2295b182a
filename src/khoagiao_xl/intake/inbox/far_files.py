"""An inbox that is no folder of this machine: an object store, an FTP place, whatever fsspec opens.

The one file that knows fsspec, imported where such an address is named. A file of it is opened by whoever
reads it: a worker of a cluster goes to the place itself.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import NotAFolder, WrongRequest
from khoagiao_xl.intake.safety.worker_process import reason_of
from khoagiao_xl.vietnamese.office_clock import in_office_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

MARK: Final = "://"  # what tells an address from a path
NOT_OPENED: Final = "TN-184"
NOT_INSTALLED: Final = "TN-180"
FSSPEC: Final = ("fsspec", "fsspec.core")


@dataclass(frozen=True)
class FarFile:
    """A file at an address. name: below the place it lies in. The address may hold a password: never told."""

    address: str = field(repr=False)
    name: str
    modified: datetime | None = field(default=None, compare=False)

    def open(self, mode: str = "rb") -> IO[bytes]:
        """Return the opened file; raise OSError, whatever the place has to say."""
        import fsspec

        try:
            opened: IO[bytes] = fsspec.open(self.address, mode).open()
        except OSError:
            raise
        except Exception as error:
            raise OSError(type(error).__name__) from error
        return opened

    def read_bytes(self) -> bytes:
        """Return the content; raise OSError."""
        with self.open() as stream:
            return stream.read()


@dataclass(frozen=True)
class FarFolder:
    """A place at an address, with all that lies below it."""

    address: str

    def files(self) -> Iterator[FarFile]:
        """Yield its files in the order of their names.

        Raise NotAFolder where there is nothing, WrongRequest TN-184 for a place that cannot be looked into.
        """
        with _refusing(self.address):
            system, top = _opened(self.address)
            names = system.find(top)
            if not names and not system.exists(top):
                raise NotAFolder(path=self.address)
            for name in sorted(names):
                below = name[len(top) :].lstrip("/")
                yield FarFile(system.unstrip_protocol(name), below, _modified(system, name))


def _opened(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    system, top = url_to_fs(address)
    return system, str(top).rstrip("/")


def _modified(system: Any, name: str) -> datetime | None:
    """Return when a file was last changed, on the office's clock; None where the place does not say."""
    try:
        modified: datetime = system.modified(name)
    except (NotImplementedError, KeyError, TypeError):
        return None
    return in_office_time(modified)


@contextmanager
def _refusing(address: str) -> Iterator[None]:
    try:
        yield
    except (NotAFolder, WrongRequest):
        raise
    except Exception as error:
        if isinstance(error, ImportError) and error.name in FSSPEC:
            raise WrongRequest(NOT_INSTALLED) from error
        facts = {"place": _without_password(address), "reason": _reason(error)}
        raise WrongRequest(NOT_OPENED, **facts) from error


def _reason(error: Exception) -> str:
    """Return in Vietnamese why a place cannot be looked into; its own words may hold a password."""
    if isinstance(error, ImportError):
        return "thiếu gói mở loại địa chỉ này"
    if isinstance(error, ValueError):
        return "không hiểu loại địa chỉ này"
    return reason_of(error) if isinstance(error, OSError) else "nơi ấy báo lỗi"


def _without_password(address: str) -> str:
    """Return an address without the name and the password that may stand before its machine."""
    protocol, _, rest = address.partition(MARK)
    machine, slash, path = rest.partition("/")
    *_, bare = machine.rsplit("@", 1)
    return f"{protocol}{MARK}{bare}{slash}{path}"
