"""What the office made of its rules, indicators, settings, register and letters, laid over today's defaults.

Three hands on one cell: what the program's default was for the year before, what it is for the year to come,
and what the office has. Where the office has the old default, the new one stands; else what the office has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building import default_tables
from khoagiao_xl.model import schema
from khoagiao_xl.office.rows import fields_of, to_rows

if TYPE_CHECKING:
    from khoagiao_xl.building.next_year.predecessor import Predecessor
    from khoagiao_xl.office.profiles import Profile

Row = dict[str, Any]  # field -> value
Key = tuple[Any, ...]  # the texts that a row is known by, and which of the rows with the same it is
Keyed = dict[Key, Row]
# What belongs to one master alone, or to the machine that made it.
OF_ONE_MASTER: Final = frozenset({"nam", "ho_so", "ma_so", "python", "so_nam_truoc", "co_quan_truoc"})


@dataclass(frozen=True)
class Customs:
    """A table of the new master. kept: keys of the rows in which the office's own stands; added: new ones.

    retired: keys that the program asks no more, and the office had as the program did.
    """

    rows: tuple[Row, ...]
    kept: tuple[Key, ...]
    added: tuple[Key, ...]
    retired: tuple[Key, ...]


@dataclass(frozen=True)
class Defaults:
    """Key -> row of what the program begins a master with: in the year before, and in the one to come."""

    before: Keyed
    now: Keyed

    @property
    def places(self) -> Iterator[tuple[Key, Key | None]]:
        """Each key of the year to come with the one before it."""
        before = None
        for key in self.now:
            yield key, before
            before = key


def lay_over(rows: Keyed, defaults: Defaults, lacking: frozenset[str]) -> Customs:
    """Return the office's `rows` with today's defaults in whatever the office never changed.

    lacking: fields that the layout of the office's master has not; the default stands there.
    A new row stands where it does among the defaults.
    """
    carried = {}
    retired = []
    for key, row in rows.items():
        if _is_retired(row, key, defaults, lacking):
            retired.append(key)
        else:
            carried[key] = _merged(row, key, defaults, lacking)
    kept = [key for key, row in carried.items() if row != defaults.now.get(key)]
    added = [key for key in defaults.now if key not in rows]
    whole = defaults.now | carried
    ordered = _in_order(list(carried), defaults)
    return Customs(
        rows=tuple(whole[key] for key in ordered),
        kept=tuple(kept),
        added=tuple(added),
        retired=tuple(retired),
    )


def _in_order(keys: list[Key], defaults: Defaults) -> list[Key]:
    """Return the office's keys in its order, with each new one behind that which it follows by default."""
    ordered = list(keys)
    for key, before in defaults.places:
        if key not in ordered:
            at = ordered.index(before) + 1 if before else 0
            ordered.insert(at, key)
    return ordered


def _is_retired(row: Row, code: Key, defaults: Defaults, lacking: frozenset[str]) -> bool:
    """Whether the program asks it no more, and the office had it as the program did."""
    if code in defaults.now or code not in defaults.before:
        return False
    before = defaults.before[code]
    compared = row.keys() - lacking
    return all(row[name] == before[name] for name in compared)


def _merged(row: Row, code: Key, defaults: Defaults, lacking: frozenset[str]) -> Row:
    if code not in defaults.now:
        return row
    now = defaults.now[code]
    before = defaults.before.get(code, now)
    merged = {}
    for name, mine in row.items():
        is_default = name in lacking or mine == before[name]
        merged[name] = now[name] if is_default else mine
    return merged


# -- each table -------------------------------------------------------------------------------------------


def carry_indicators(last: Predecessor, profile: Profile) -> Customs:
    """Return the office's indicators for the year of `profile`."""
    return _of_table(schema.INDICATORS, ("code",), last, profile)


def carry_rules(last: Predecessor, profile: Profile) -> Customs:
    """Return the office's rules for the year of `profile`."""
    return _of_table(schema.RULES, ("code",), last, profile)


def carry_register(last: Predecessor, profile: Profile) -> Customs:
    """Return the office's register of known directives."""
    return _of_table(schema.REGISTER, ("symbol", "kind", "issuer"), last, profile)


def carry_letter_words(last: Predecessor, profile: Profile) -> Customs:
    """Return the office's words for its letters."""
    return _of_table(schema.LETTER_WORDS, ("kind", "step"), last, profile)


def _of_table(table: schema.Table, fields: tuple[str, ...], last: Predecessor, profile: Profile) -> Customs:
    before = _defaults_of(table, last.defaults)
    now = _defaults_of(table, profile)
    rows = last.rows(table)
    return lay_over(
        keyed(rows, fields),
        Defaults(keyed(before, fields), keyed(now, fields)),
        last.lacking.get(table.name, frozenset()),
    )


def _defaults_of(table: schema.Table, profile: Profile) -> list[Row]:
    """Return the rows that a master of `profile` begins with, as they are read again from its sheet."""
    records = default_tables(profile)[table.name]
    rows = to_rows(records, table)
    return fields_of(table, rows)


def keyed(rows: Iterable[Row], fields: tuple[str, ...]) -> Keyed:
    """Return rows by what they are known by; of several with the same, as the lines of a rule, in turn."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = {}
    for row in rows:
        texts = tuple(str(row[name]) for name in fields)
        seen[texts] += 1
        found[(*texts, seen[texts])] = row
    return found


def carry_settings(last: Predecessor, profile: Profile) -> tuple[Row, ...]:
    """Return tblCauHinh with the office's values, and behind the known keys those that it added."""
    theirs = {row["key"]: row for row in last.rows(schema.SETTINGS)}
    found = []
    for row in profile.settings:
        key = row["key"]
        own = theirs.pop(key, None)
        is_carried = own is not None and key not in OF_ONE_MASTER
        value = own["value"] if own and is_carried else row["value"]
        found.append({**row, "value": value})
    return (*found, *theirs.values())
