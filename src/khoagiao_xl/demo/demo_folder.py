"""The folder in which the demo lives: an earlier demo is put aside, anything else is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.doors.run_action import clock
from khoagiao_xl.errors import NotAFolder, NotEmpty
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

MARK: Final = ".khoagiao-demo"  # only a folder that carries it is put aside for a new run


def take_folder(out: Path) -> tuple[str, ...]:
    """Make the folder `out`, empty; return what is to be told of it: where an earlier demo now lies (DM-02).

    Raise NotAFolder where a file has its name, NotEmpty where it holds what no demo made.
    """
    if out.exists() and not out.is_dir():
        raise NotAFolder(path=out)
    is_filled = out.exists() and any(out.iterdir())
    if is_filled and not (out / MARK).exists():
        raise NotEmpty(path=out)
    told = (_put_aside(out),) if is_filled else ()
    files.make_folder(out)
    (out / MARK).touch()
    return told


def _put_aside(out: Path) -> str:
    """Rename an earlier demo, in which somebody may have worked, and tell its new name."""
    aside = out.with_name(f"{out.name}-truoc-{clock():%Y%m%d-%H%M%S}")
    out.rename(aside)
    return sentence("DM-02", {"name": aside.name})
