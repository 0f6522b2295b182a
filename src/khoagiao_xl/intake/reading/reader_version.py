"""The version of the reader: a hash of everything that decides what is read from a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

# The parts of this package that have a say, and the libraries that read.
_FOLDERS: Final = ("intake/reading", "intake/safety", "vietnamese", "data/language")
_FILES: Final = ("forms/form_layout.py", "model/findings.py", "model/cell_addresses.py")
_LIBRARIES: Final = ("python-calamine", "openpyxl")


def reader_version(limits: Limits) -> str:
    """Return the version; it changes with any code, table, library or limit that a reading depends on.

    Time and memory are no such limits: they cut a reading short, and then it is not kept.
    """
    return _version(replace(limits, seconds=0, memory_bytes=0))


@cache
def _version(limits: Limits) -> str:
    digest = hashlib.sha256(repr(limits).encode())
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode())
    for source in _sources():
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Traversable]:
    package = resources.files("khoagiao_xl")
    for folder in _FOLDERS:
        found = package.joinpath(folder).iterdir()
        yield from sorted((item for item in found if item.is_file()), key=lambda item: item.name)
    for name in _FILES:
        yield package.joinpath(name)
