"""go-cai-dat.cmd's work before it takes the program's folder away: say what stays, remove our shortcuts.

python -m khoagiao_xl.doors.removing FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.doors import standard_streams
from khoagiao_xl.doors.shortcut import desktop
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.installing.bundle_names import LAUNCHER, PROGRAM, REMOVER
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTCUTS = "*.cmd"


def main(arguments: Sequence[str]) -> int:
    """Remove the shortcuts to the program of a folder and tell what stays; return 0."""
    named = "".join(arguments[:1]) or "."
    place = Path(named).absolute()
    screen = _desktop()
    for shortcut in shortcuts_to(place, screen):
        shortcut.unlink(missing_ok=True)
        print(sentence("CD-22", {"name": shortcut.name}))
    kept = ", ".join(kept_in(place))
    print(sentence("CD-21", {"kept": kept, "place": place}))
    return 0


def shortcuts_to(place: Path, screen: Path | None) -> list[Path]:
    """Return the shortcuts on the desktop `screen` that start the program of `place`, and no others."""
    if screen is None or not screen.is_dir():
        return []
    program = place / PROGRAM
    started = str(program).casefold()
    found: list[Path] = []
    for path in screen.glob(SHORTCUTS):
        text = path.read_text(encoding="utf-8", errors="replace")
        if started in text.casefold():
            found.append(path)
    return sorted(found)


def kept_in(place: Path) -> list[str]:
    """Return what stays in the folder: masters, settings, archive, and whatever else somebody put there."""
    there = {path.name for path in place.iterdir()}
    taken = {PROGRAM, LAUNCHER, REMOVER}
    return sorted(there - taken)


def _desktop() -> Path | None:
    try:
        return desktop()
    except WrongRequest:  # nobody's home
        return None


if __name__ == "__main__":
    standard_streams.make_whole()
    sys.exit(main(sys.argv[1:]))
