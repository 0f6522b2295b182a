"""cai-dat.cmd's work: the program under a folder that macros can read, a command file, then «setup».

It runs in the bundle's own Python before anything is installed: nothing but the standard library is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.files import refusals
from khoagiao_xl.installing.ascii_places import choose_place
from khoagiao_xl.installing.bundle_manifest import read_manifest, refuse_damaged
from khoagiao_xl.installing.bundle_names import LAUNCHER, PARTS, PROGRAM, PYTHON, REMOVER
from khoagiao_xl.installing.command_files import for_windows, source_of
from khoagiao_xl.installing.program_folder import (
    compile_modules,
    lay_out,
    put_in_place,
    python_folder,
    refuse_without_room,
)
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from khoagiao_xl.installing.bundle_manifest import BundleManifest

CANNOT: Final = 2
_BITS: Final = 2**32  # of a Python of 64 bits sys.maxsize is above it


def main(bundle: Path, arguments: Sequence[str]) -> int:
    """Install from the unpacked `bundle`, into the named folder or the best there is; return a status."""
    asked = "".join(arguments[:1]).strip()
    try:
        place = install(bundle, asked, say)
    except KhoaGiaoError as error:
        say(str(error))
        return CANNOT
    except OSError as error:
        say(str(refusals.cannot_write(bundle, error)))
        return CANNOT
    return run_setup(place)


def say(text: str) -> None:
    """Tell the person before the machine."""
    print(text, flush=True)  # noqa: T201  # it is the terminal's own


def install(bundle: Path, asked: str, tell: Callable[[str], None]) -> Path:
    """Bring the program of `bundle` onto this machine and return the folder it lies in.

    Raise WrongRequest (CD-01 to CD-08), CannotWrite; the former program then stays as it was.
    """
    parts = bundle / PARTS
    manifest = read_manifest(parts)
    refuse_other_python(manifest)
    tell(sentence("CD-10", {"version": manifest.version}))
    refuse_damaged(parts, manifest)
    place = choose_place(asked, os.environ)
    was_there = (place / PROGRAM).is_dir()
    refuse_without_room(place, manifest)
    tell(sentence("CD-11", {"place": place}))
    coming = lay_out(parts, manifest, python_folder(), place)
    compile_modules(coming)
    put_in_place(coming)
    for name in (LAUNCHER, REMOVER):
        text = source_of(name)
        files.write_atomically(place / name, for_windows(text))
    code = "CD-13" if was_there else "CD-12"
    facts = {"place": place, "version": manifest.version}
    tell(sentence(code, facts))
    return place


def refuse_other_python(manifest: BundleManifest) -> None:
    """Raise WrongRequest (CD-08) where the wheels of the bundle are for another Python than this one."""
    wanted = manifest.python
    found = "{}.{}".format(*sys.version_info)
    if found != wanted or sys.maxsize < _BITS:
        raise WrongRequest("CD-08", wanted=wanted, found=found)


def run_setup(place: Path) -> int:
    """Let the installed program make what the office works with, and return its status."""
    name = "python.exe" if sys.platform == "win32" else "bin/python3"
    python = place / PROGRAM / PYTHON / name
    command = [str(python), "-X", "utf8", "-P", "-m", "khoagiao_xl", "setup", str(place)]
    try:
        done = subprocess.run(command, check=False)  # noqa: S603
    except OSError as error:
        reason = refusals.reason_of(error)
        say(sentence("CD-09", {"path": python, "reason": reason}))
        return CANNOT
    return done.returncode
