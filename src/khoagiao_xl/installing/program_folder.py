"""The folder of the program: laid out aside, then put in the place of the former one as a whole.

Masters, settings and archive lie beside it and are never touched.
"""

from __future__ import annotations

import compileall
import contextlib
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import refusals
from khoagiao_xl.installing.bundle_manifest import MEGABYTE
from khoagiao_xl.installing.bundle_names import COMING, FORMER, LOCK, MANIFEST, PROGRAM, PYTHON, SITE_PACKAGES
from khoagiao_xl.installing.wheel_unpacking import unpack_wheels

if TYPE_CHECKING:
    from khoagiao_xl.installing.bundle_manifest import BundleManifest

PAUSES: Final = (0.5, 1, 2, 4, 8)  # seconds between two tries
_PYTHON_MEGABYTES: Final = 150
_COMPILED: Final = 2  # times the room, once every module is compiled, too
_ISOLATED: Final = "python3*._pth"  # an embeddable Python's list of folders: it looks nowhere else
_LEFT_OUT: Final = shutil.ignore_patterns("__pycache__", "site-packages", "test", "idlelib", "ensurepip")


def refuse_without_room(place: Path, manifest: BundleManifest) -> None:
    """Raise WrongRequest (CD-06) where the drive has no room for the program."""
    packages = manifest.megabytes * _COMPILED
    needed = packages + _PYTHON_MEGABYTES
    usage = shutil.disk_usage(place)
    free = usage.free // MEGABYTE
    if free < needed:
        raise WrongRequest("CD-06", place=place, free=free, needed=needed)


def lay_out(parts: Path, manifest: BundleManifest, python: Path, place: Path) -> Path:
    """Lay the program out beside the present one and return its folder.

    parts: the folder of the bundle's parts; python: that of the Python which goes with them.
    Raise CannotWrite, WrongRequest (CD-02); nothing stays behind.
    """
    coming = place / COMING
    _remove(coming)
    try:
        shutil.copytree(python, coming / PYTHON, ignore=_LEFT_OUT, symlinks=True)
        packages = (coming / PYTHON).joinpath(*SITE_PACKAGES)
        wheels = [parts / name for name in manifest.wheels]
        unpack_wheels(wheels, packages)
        _let_find_packages(coming / PYTHON)
        for name in (LOCK, MANIFEST):
            shutil.copyfile(parts / name, coming / name)
    except OSError as error:
        _remove(coming)
        raise refusals.cannot_write(coming, error) from error
    except WrongRequest:
        _remove(coming)
        raise
    return coming


def compile_modules(coming: Path) -> None:
    """Compile every module that was laid out, as it will lie.

    xlwings starts Python without leave to store what it compiled: each click would compile all of it anew.
    """
    python = coming / PYTHON
    program = coming.with_name(PROGRAM)
    compileall.compile_dir(
        python,
        quiet=2,
        stripdir=str(coming),
        prependdir=str(program),
    )


def _let_find_packages(python: Path) -> None:
    """Let an embeddable Python look into its folder of packages, as every other one does."""
    for listed in python.glob(_ISOLATED):
        packages = "\\".join(SITE_PACKAGES)
        lines = [f"{listed.stem}.zip", ".", packages, "import site", ""]
        text = "\n".join(lines)
        listed.write_text(text, encoding="ascii")


def put_in_place(coming: Path) -> Path:
    """Put the new program in the place of the former one; raise WrongRequest (CD-07) while it is used."""
    program = coming.with_name(PROGRAM)
    former = coming.with_name(FORMER)
    _remove(former)
    try:
        if program.exists():
            _rename(program, former)
        _rename(coming, program)
    except OSError as error:
        _go_back(program, former)
        _remove(coming)
        raise WrongRequest("CD-07", folder=program) from error
    _remove(former)
    return program


def _rename(folder: Path, place: Path) -> None:
    """Rename a folder; a scanner may still look through what was just written. Raise OSError."""
    files.move_patiently(partial(folder.rename, place), PAUSES)


def _go_back(program: Path, former: Path) -> None:
    if former.exists() and not program.exists():
        with contextlib.suppress(OSError):
            former.rename(program)


def _remove(folder: Path) -> None:
    """Remove a folder of ours; what is held stays, and is removed by the next run."""
    shutil.rmtree(folder, ignore_errors=True)


def python_folder() -> Path:
    """Return the folder of the Python that runs this."""
    return Path(sys.base_prefix)
