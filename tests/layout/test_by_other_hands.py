"""Ten documents by other hands: what a reader saw in them is found, and nothing else is called an error.

`departures_by_hand.csv` was written before the checker was seen: a document, the rules under which a departure
may be found, words of its place, what a reader sees.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from khoagiao_xl.layout.departures import Departure, Gravity
from khoagiao_xl.layout.document_check import Measure, check_document
from tests.layout.test_seeded_departures import words

HERE = Path(__file__).parent
FOLDER = HERE / "by_other_hands"
JUDGED = list(csv.DictReader((HERE / "alarms_judged.csv").read_text(encoding="utf-8").splitlines()))
NAMES = sorted(path.stem for path in FOLDER.glob("*.docx"))
SEEN = list(csv.DictReader((HERE / "departures_by_hand.csv").read_text(encoding="utf-8").splitlines()))


@cache
def checked(name: str) -> tuple[Departure, ...]:
    data = (FOLDER / f"{name}.docx").read_bytes()
    return check_document(data, name, Measure()).departures


def tells_of(departure: Departure, row: dict[str, str]) -> bool:
    rules = row["rules"].split("|") if row["rules"] else [departure.rule]
    return departure.rule in rules and re.search(row["words"], words(departure)) is not None


@pytest.mark.parametrize("row", SEEN, ids=lambda row: f"{row['file'][:2]} {row['what a reader sees']}")
def test_what_a_reader_sees_is_found(row: dict[str, str]) -> None:
    assert [departure for departure in checked(row["file"]) if tells_of(departure, row)]


@pytest.mark.parametrize("name", NAMES)
def test_every_alarm_has_been_judged_right_by_a_reader(name: str) -> None:
    judged = Counter((row["rule"], row["weight"], row["place"]) for row in JUDGED if row["file"] == name)
    told = Counter((one.rule, str(one.weight), one.place) for one in checked(name))
    assert told == judged
    assert {row["verdict"] for row in JUDGED} == {"right"}


@pytest.mark.parametrize("name", NAMES)
def test_no_error_is_told_that_a_reader_does_not_see(name: str) -> None:
    seen = [row for row in SEEN if row["file"] == name]
    errors = [departure for departure in checked(name) if departure.weight is Gravity.ERROR]
    unseen = [error for error in errors if not any(tells_of(error, row) for row in seen)]
    assert [(error.rule, words(error)) for error in unseen] == []
