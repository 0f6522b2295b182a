"""The answer to a button: a file that the macro reads back, and one that people and programs can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from khoagiao_xl import files

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome


def keep_answer(master: Path, ticket: str, asked: dict[str, str], outcome: Outcome) -> None:
    """Leave what came of a button beside the master; `ticket` tells the macro whose answer it is."""
    told = json.dumps({**asked, **outcome.to_json()}, ensure_ascii=False, indent=1)
    files.write_atomically(result_of(master), told.encode("utf-8"))
    text = f"{ticket}\n{escaped(outcome.sentence)}\n"
    files.write_atomically(result_of(master).with_name("tra-loi.txt"), text.encode("ascii"))


def result_of(master: Path) -> Path:
    """Where the outcome of the last button lies, whole: beside the name by which the macro knows it."""
    return master.with_name(f"{master.stem}-luu-tru") / "ket-qua.json"


def escaped(text: str) -> str:
    """Return `text` in ASCII on one line, as a macro can read it on every code page: «ổ» -> «\\u1ed5»."""
    units = text.encode("utf-16-be", "surrogatepass")
    letters = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
    return "".join(chr(x) if 32 <= x < 127 and x != ord("\\") else f"\\u{x:04x}" for x in letters)
