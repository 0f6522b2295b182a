"""The bundle: one zip with the program, its packages for Windows, what installs it, and a page to read."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from khoagiao_xl import __version__, files
from khoagiao_xl.bundling.own_wheel import own_wheel, own_wheel_name
from khoagiao_xl.bundling.same_zip import zip_of
from khoagiao_xl.bundling.windows_python import MINOR, URL, given_python
from khoagiao_xl.bundling.windows_wheels import fetch_wheels, lock_of, verified_wheels, windows_pins
from khoagiao_xl.installing.bundle_manifest import MEGABYTE, BundleManifest
from khoagiao_xl.installing.bundle_names import (
    INSTALLER,
    LOCK,
    MANIFEST,
    PARTS,
    PYTHON,
    README,
    STARTER,
    TERMS,
)
from khoagiao_xl.installing.command_files import for_windows, source_of
from khoagiao_xl.wording.office_installing import PYTHON_FETCHED, PYTHON_GIVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from khoagiao_xl.bundling.source_tree import SourceTree
    from khoagiao_xl.installing.lock_file import Pin

    Fetch = Callable[[Sequence[Pin], str, Path], None]

WHEEL: Final = ".whl"
TOP: Final = f"khoagiao-{__version__}"  # the one folder that everything lies in
_MARK: Final = b"\xef\xbb\xbf"  # by which Notepad of older Windows knows UTF-8


@dataclass(frozen=True)
class Bundle:
    """What was made. wheels: how many packages it holds; has_python: whether a Python lies in it."""

    path: Path
    wheels: int
    has_python: bool

    @property
    def megabytes(self) -> int:
        """The size of the zip."""
        return self.path.stat().st_size // MEGABYTE


def make_bundle(
    tree: SourceTree, out: Path, python: Path | None = None, fetch: Fetch = fetch_wheels
) -> Bundle:
    """Write the bundle of a checkout to `out` and return what was made.

    python: the folder of a Python for Windows, None where cai-dat.cmd is to fetch one. Raise CannotWrite,
    NotAFolder, WrongRequest (CD-32 to CD-36).
    """
    given = given_python(python) if python else {}
    pins = windows_pins(tree.lock, MINOR)
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        fetch(pins, MINOR, folder)
        wheels = verified_wheels(pins, folder)
    wheels[own_wheel_name()] = own_wheel(tree)
    members = bundle_members(lock_of(pins), wheels, given)
    files.write_atomically(out, zip_of(members))
    return Bundle(out, len(wheels), bool(given))


def bundle_members(lock: str, wheels: Mapping[str, bytes], python: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the bundle: name in the zip -> content. lock: of the packages for Windows."""
    parts = dict(wheels)
    parts[LOCK] = lock.encode("ascii")
    for name in (STARTER, TERMS):
        text = source_of(name)
        parts[name] = text.encode("utf-8")
    manifest = _manifest(parts)
    come_from = PYTHON_GIVEN if python else PYTHON_FETCHED.format(url=URL)
    readme = source_of(README).replace("{python}", come_from)
    script = source_of(INSTALLER)
    members = {
        README: _MARK + for_windows(readme),
        INSTALLER: for_windows(script),
        f"{PARTS}/{MANIFEST}": manifest.to_bytes(),
    }
    for name in sorted(parts):
        members[f"{PARTS}/{name}"] = parts[name]
    for name, data in python.items():
        members[f"{PYTHON}/{name}"] = data
    return {f"{TOP}/{name}": data for name, data in members.items()}


def _manifest(parts: Mapping[str, bytes]) -> BundleManifest:
    hashes: dict[str, str] = {}
    size = 0
    for name, data in parts.items():
        hashes[name] = files.sha256_of(data)
        if name.endswith(WHEEL):
            size += unpacked_size(data)
    megabytes = size // MEGABYTE + 1
    return BundleManifest(__version__, MINOR, megabytes, hashes)


def unpacked_size(wheel: bytes) -> int:
    """Return how many bytes a wheel takes once it is unpacked."""
    stream = BytesIO(wheel)
    with ZipFile(stream) as archive:
        members = archive.infolist()
    return sum(member.file_size for member in members)
