"""The Python for Windows: one that is given as a folder, or the one that cai-dat.cmd fetches.

Fetched is the full CPython of python.org as a zip, the one its own install manager unpacks: it needs no
rights, registers nothing, and should hold tkinter. Without that the small window cannot be shown, the way
out where Office may start nothing; the embeddable zip and the package of nuget have none. 3.12.10 is the
last 3.12 that python.org made for Windows. Its SHA-256 is that of python.org's index of the install
manager, as several public projects quote it alike; here nobody could ask python.org itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from pathlib import Path

VERSION: Final = "3.12.10"
MINOR: Final = "3.12"
URL: Final = f"https://www.python.org/ftp/python/{VERSION}/python-{VERSION}-amd64.zip"
SHA256: Final = "8649692de846c56a7189d6dae5c322ab20deb1b5908b6f39426b62a36f39415d"
# What an office never starts; the packages come from the lock.
_LEFT_OUT: Final = frozenset(
    ("__pycache__", "site-packages", "idlelib", "test", "ensurepip", "Doc", "include", "libs")
)


def given_python(folder: Path, python: str = MINOR) -> dict[str, bytes]:
    """Return the files of a Python for Windows: path in it -> content.

    Raise WrongRequest: CD-34 for a folder without python.exe, CD-35 for another Python than `python`.
    """
    files.existing_folder(folder)
    if not (folder / "python.exe").is_file():
        raise WrongRequest("CD-34", folder=folder, version=VERSION)
    digits = python.replace(".", "")
    library = f"python{digits}.dll"
    if not (folder / library).is_file():
        raise WrongRequest("CD-35", folder=folder, wanted=python, sign=library)
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        is_used = _LEFT_OUT.isdisjoint(below.parts)
        if is_used and path.is_file():
            name = below.as_posix()
            found[name] = files.read_bytes(path)
    return found
