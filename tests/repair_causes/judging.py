"""What both judges say of a file: the validator of the standard, and our own list of causes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from openxml_audit import OpenXmlValidator

from tests.repair_causes.checker import causes_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


# A warning that is none for us: texts in their cells are legal, and Excel itself shares them when it stores.
JUDGED: Final = "inline-string cell(s)"


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults_of(path: Path) -> list[str]:
    """Return what is found in one file, warnings too; nothing for a sound one."""
    errors = [error.description for error in _validator().validate(path).errors]
    told = [f"{path.name}: {error}" for error in errors if JUDGED not in error]
    return told + [f"{path.name}: {cause}" for cause in causes_in(path.read_bytes())]


def faults_in(paths: Iterable[Path]) -> list[str]:
    """Return what is found in files, of which there must be some."""
    found: list[str] = []
    looked_at = 0
    for path in paths:
        found += faults_of(path)
        looked_at += 1
    assert looked_at
    return found


def faults_in_bytes(files: Iterable[bytes], folder: Path, ending: str = "xlsx") -> list[str]:
    """Return what is found in files that lie nowhere yet."""
    return faults_in(_written(files, folder, ending))


def _written(files: Iterable[bytes], folder: Path, ending: str) -> Iterator[Path]:
    for at, data in enumerate(files):
        path = folder / f"{at}.{ending}"
        path.write_bytes(data)
        yield path
