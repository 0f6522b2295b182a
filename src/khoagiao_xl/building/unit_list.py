"""An office's own list of units becomes those of a new master, or is refused with the cell of every slip."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.unit_rows import Typed, UnitRows, read_unit_rows, words_of
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.mail.addresses import read_recipients
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.default_rows import words
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Line = dict[str, Typed]
LISTED: Final = 20  # slips named at once
LONGEST_CODE: Final = 8
# Left out of the initials: they say nothing of the one body that the others do not have too.
_SMALL: Final = {"va", "cua", "cac"}
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class UnitList:
    """The units, and what the office should know of how they were read."""

    units: tuple[Unit, ...]
    notes: tuple[str, ...] = ()


def read_unit_list(path: Path) -> UnitList:
    """Return the units that the office lists in `path` (Excel or CSV; a heading row, a row for each unit).

    Without a column of codes each unit gets its initials. Raise what `read_unit_rows` raises, WrongRequest
    DV-02 with every cell that is wrong, DV-05 for a list of none.
    """
    listed = read_unit_rows(path)
    if not listed.rows:
        raise WrongRequest("DV-05", name=path.name)
    lines = [dict(row) for row in listed.rows]
    if CODE not in listed.columns:
        _give_codes(lines)
    slips = [*_wrong_cells(lines), *_codes_twice(lines)]
    if slips:
        _refuse(path, listed, slips)
    units = tuple(map(_unit, lines))
    return UnitList(units, tuple(_notes(listed)))


def _notes(listed: UnitRows) -> Iterator[str]:
    if CODE not in listed.columns:
        yield sentence("DV-21", {"count": len(listed.rows)})
    if listed.unused:
        names = ", ".join(f"«{name}»" for name in listed.unused)
        yield sentence("DV-22", {"columns": names})


def _heading(field: str) -> str:
    return schema.UNITS.column_of(field).name


CODE, NAME, KIND, EMAIL = (_heading(field) for field in ("code", "name", "kind", "email"))
ALIASES, COVERS = _heading("aliases"), _heading("covers")
FROM, UNTIL = _heading("valid_from"), _heading("valid_to")


def _refuse(path: Path, listed: UnitRows, slips: list[str]) -> None:
    shown, more = slips[:LISTED], len(slips) - LISTED
    if more > 0:
        shown.append(sentence("DV-18", {"count": more}))
    place = f"{path.name}, trang {listed.sheet}" if listed.sheet else path.name
    raise WrongRequest(
        "DV-02",
        name=place,
        count=len(slips),
        slips="; ".join(shown),
    )


# -- codes ------------------------------------------------------------------------------------------------


def _give_codes(lines: list[Line]) -> None:
    taken: set[str] = set()
    for line in lines:
        name = line[NAME]
        code = propose_code(words_of(name.value), taken)
        taken.add(code)
        line[CODE] = Typed(name.cell, code)


def propose_code(name: str, taken: set[str]) -> str:
    """Return the initials of a name in capitals, with a number where another unit has the same."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    parts = [word for word in words if word not in _SMALL]
    letters = [part[0] for part in parts] if len(parts) > 1 else parts
    code = "".join(letters).upper()[:LONGEST_CODE]
    tried, number = code, 1
    while tried in taken:
        number += 1
        tried = f"{code[: LONGEST_CODE - 2]}{number}"
    return tried


def _codes_twice(lines: list[Line]) -> list[str]:
    """Return a slip for each code that is another unit's too, or is one with it to Excel."""
    first: dict[str, Typed] = {}
    slips = []
    for line in lines:
        typed = line[CODE]
        code = words_of(typed.value)
        other = first.setdefault(code_key(code), typed) if code else typed
        if other is not typed:
            same = words_of(other.value)
            facts = {
                "cell": typed.cell,
                "code": code,
                "other": same,
                "first": other.cell,
            }
            slips.append(sentence("DV-12" if same == code else "DV-13", facts))
    return slips


# -- cells ------------------------------------------------------------------------------------------------


def _wrong_cells(lines: list[Line]) -> list[str]:
    slips = []
    for line in lines:
        for heading, typed in line.items():
            code = _fault(heading, typed.value)
            if code:
                facts = {
                    "cell": typed.cell,
                    "column": heading,
                    "value": words_of(typed.value),
                    "told": _address_faults(typed.value),
                }
                slips.append(sentence(code, facts))
    return slips


def _address_faults(value: Any) -> str:
    """Return what is wrong with the addresses of a cell, without what is to be done."""
    text = words_of(value)
    faults = read_recipients(text).faults
    told = [first_sentence(str(fault)).rstrip(".") for fault in faults]
    return ", ".join(told)


def _fault(heading: str, value: Any) -> str:
    """Return the code of what is wrong with a cell, «» for nothing."""
    text = words_of(value)
    if not text:
        return "DV-11" if heading in (CODE, NAME) else ""
    if heading == EMAIL and read_recipients(text).faults:
        return "DV-14"
    if heading == KIND and not _kind(text):
        return "DV-15"
    if heading in (FROM, UNTIL) and _day(value) is None:
        return "DV-16"
    return ""


def _kind(text: str) -> str:
    """Return the kind of unit that a text begins with: «Chi bộ cơ sở» is «chi bộ»."""
    written = fold(text)
    for kind in schema.UNITS.column_of("kind").choices:
        if written.startswith(fold(kind)):
            return kind
    return ""


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = words_of(value)
    form = "%Y-%m-%d" if _ISO.fullmatch(text) else "%d/%m/%Y"
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007  # a day has no time zone
    except ValueError:
        return None


def _unit(line: Mapping[str, Typed]) -> Unit:
    values = {heading: typed.value for heading, typed in line.items()}
    texts = {heading: words_of(value) for heading, value in values.items()}
    return Unit(
        code=texts[CODE],
        name=texts[NAME],
        kind=_kind(texts.get(KIND, "")),
        aliases=words(texts.get(ALIASES, "")),
        email=texts.get(EMAIL, ""),
        covers=frozenset(words(texts.get(COVERS, ""))),
        valid_from=_day(values.get(FROM)),
        valid_to=_day(values.get(UNTIL)),
    )
