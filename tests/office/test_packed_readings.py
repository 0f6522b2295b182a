"""What is kept of a file: notes and reading apart, the reading taken apart for those who look into it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from khoagiao_xl.office.kept_readings import KeptReading
from khoagiao_xl.office.packed_reading import PackedReading

CELL = {"sheet": "Biểu", "cell": "D7", "value": 12}
READING = {"cells": {"KG110": CELL, "KG111": {"value": "hai dòng\nmột nửa \ud83d"}}, "ticks": {}}
KEPT = KeptReading("1", READING, entries={"KG110": 12})


def back(kept: KeptReading) -> KeptReading:
    found = KeptReading.from_bytes(kept.to_bytes())
    assert found is not None
    return found


def in_one_line(**kept: Any) -> bytes:
    return gzip.compress(json.dumps({"ranks": [], "copies": {}, **kept}).encode())


def test_what_is_kept_comes_back_as_it_was_and_is_kept_by_the_same_bytes() -> None:
    found = back(KEPT)
    assert (found, found.cell("KG110")) == (KEPT, CELL)
    assert back(KEPT).to_bytes() == found.to_bytes() == KEPT.to_bytes()


def test_whoever_asks_for_the_figures_alone_takes_no_reading_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PackedReading, "_plain", property(lambda _: pytest.fail("was taken apart")))
    found = back(back(KEPT))
    assert (found.entries, found.reader) == ({"KG110": 12}, "1")


def test_notes_that_change_leave_the_reading_beside_them() -> None:
    noted = replace(back(KEPT), entries={"KG110": 13})
    assert (back(noted).entries, dict(back(noted).reading)) == ({"KG110": 13}, READING)


def test_a_reading_that_an_earlier_version_kept_in_one_line_counts_as_before() -> None:
    found = KeptReading.from_bytes(in_one_line(reader="1", reading=READING, entries={"KG110": 12}))
    assert found == KEPT
    assert back(KEPT) == found


@pytest.mark.parametrize("text", [b"[1]", b"half of {", b"7", b"\xff", b'"words"'])
def test_a_text_that_is_no_reading_holds_nothing(text: bytes) -> None:
    assert (dict(PackedReading(text)), PackedReading(text).get("cells")) == ({}, None)


NO_READINGS = {
    "nothing": b"",
    "words": b"no archive",
    "notes alone": in_one_line(reader="1"),
    "empty notes": gzip.compress(b"\n{}"),
}


@pytest.mark.parametrize("kept", NO_READINGS.values(), ids=NO_READINGS.keys())
def test_what_is_no_kept_reading_is_none(kept: bytes) -> None:
    assert KeptReading.from_bytes(kept) is None
