"""The version of a piece of work: a hash of everything in this package that decides what comes of it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.limits import Limits

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True)
class Code:
    """The folders and files of this package that have a say in some work, and the libraries that do it."""

    folders: tuple[str, ...]
    files: tuple[str, ...]
    libraries: tuple[str, ...]

    def sources(self) -> Iterator[Traversable]:
        """Yield the files, always in the same order."""
        package = resources.files("khoagiao_xl")
        for folder in self.folders:
            inside = package.joinpath(folder).iterdir()
            yield from sorted(filter(_is_source, inside), key=_name)
        for name in self.files:
            yield package.joinpath(name)


def _is_source(item: Traversable) -> bool:
    return item.is_file()


def _name(item: Traversable) -> str:
    return item.name


READING: Final = Code(
    folders=("intake/reading", "intake/reading/comparing", "intake/safety", "vietnamese", "data/language"),
    files=(
        "forms/form_layout.py",
        "intake/own_notes.py",
        "model/cell_addresses.py",
        "model/findings.py",
        "shipped_tables.py",
    ),
    libraries=("python-calamine", "openpyxl", "pypdf"),
)
MARKING: Final = Code(
    folders=("intake/returning", "books/package"),
    files=(
        "forms/form_layout.py",
        "intake/judging/settle_findings.py",
        "intake/own_notes.py",
        "vietnamese/text.py",
        "wording/returned_forms.py",
    ),
    libraries=("lxml",),
)


def reader_version(limits: Limits, issued: str = "") -> str:
    """Return the version of the reader; it changes with all that decides what is read from a file.

    issued: the version of what the forms are held against.

    Time and memory do not: they cut a reading short, and then it is not kept.
    """
    lasting = replace(limits, seconds=0, memory_bytes=0)
    return _version(READING, f"{lasting!r} {issued}")


def marker_version() -> str:
    """Return the version of what makes a returned copy from a file and its findings."""
    return _version(MARKING, "")


@cache
def program_version() -> str:
    """Return the version of the whole program, its tables and its Python: what a verdict may depend on."""
    digest = hashlib.sha256(sys.version.encode())
    for source in _below(resources.files("khoagiao_xl")):
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _below(folder: Traversable) -> Iterator[Traversable]:
    """Yield the files of a folder and of those in it, always in the same order; not what Python compiled."""
    for item in sorted(folder.iterdir(), key=_name):
        if _is_source(item):
            yield item
        elif item.name != "__pycache__":
            yield from _below(item)


@cache
def _version(code: Code, more: str) -> str:
    digest = hashlib.sha256(more.encode())
    for library in code.libraries:
        digest.update(metadata.version(library).encode())
    for source in code.sources():
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
