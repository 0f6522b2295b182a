"""The answer to a button: a file that the macro reads back, and one that people and programs can read."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

from khoagiao_xl import files

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome


def keep_answer(master: Path, ticket: str, asked: dict[str, str], outcome: Outcome) -> None:
    """Leave what came of a button beside the master; `ticket` tells the macro whose answer it is."""
    result = result_of(master)
    facts = {**asked, **outcome.to_json()}
    told = json.dumps(facts, ensure_ascii=False, indent=1)
    files.write_atomically(result, told.encode("utf-8"))
    place = result.with_name("tra-loi.txt")
    answer = f"{ticket}\n{escaped(outcome.sentence)}\n"
    files.write_atomically(place, answer.encode("ascii"))


def result_of(master: Path) -> Path:
    """Where the outcome of the last button lies, whole: beside the name by which the macro knows it."""
    return master.with_name(f"{master.stem}-luu-tru") / "ket-qua.json"


def escaped(text: str) -> str:
    """Return `text` in ASCII on one line, as a macro can read it on every code page: «ổ» -> «\\u1ed5»."""
    data = text.encode("utf-16-be", "surrogatepass")
    letters = []
    for (unit,) in struct.iter_unpack(">H", data):
        letters.append(_letter(unit))
    return "".join(letters)


def _letter(unit: int) -> str:
    letter = chr(unit)
    if letter.isascii() and letter.isprintable() and letter != "\\":
        return letter
    return f"\\u{unit:04x}"
