"""The process that reads: one answer per file in their order, whatever is in them; nothing silently wrong."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.reading import worker
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.worker_process import Process, call_result
from khoagiao_xl.model.findings import Severity
from tests.intake.sample_forms import MONTHLY, filled, rezip, tiny_book

if TYPE_CHECKING:
    from collections.abc import Callable

FORM = filled({"KG205": 1250, "KG106": "01 cuộc"})
SMALL = Limits(seconds=1.0)
PATIENT = Limits(seconds=0.5, patience=60)


pytestmark = pytest.mark.usefixtures("started_as_in_the_office")


def values_of(reading: FileReading) -> dict[str, object]:
    return {entry.code: entry.value for entry in to_entries(reading, MONTHLY)[0]}


RIGHT = values_of(read_form(FORM, "a.xlsx"))


def die(*_: object) -> None:
    os.abort()


def sleep(*_: object) -> None:
    time.sleep(30)


def eat() -> int:
    return len(bytearray(3 * 1024**3))


def test_files_are_answered_in_their_order_whatever_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)
    (tmp_path / "b.xlsx").write_bytes(b"%PDF-1.4")
    names = ["a.xlsx", "b.xlsx", "gone.xlsx", "a.xlsx", ".", "a.xlsx"]
    readings = list(read_many([tmp_path / name for name in names]))
    assert [reading.is_readable for reading in readings] == [True, False, False, True, False, True]
    assert [finding.code for reading in readings for finding in reading.findings] == [
        "TN-08",
        "TN-28",
        "TN-28",
    ]
    assert [reading.name for reading in readings] == [(tmp_path / name).name for name in names]


def test_a_process_that_dies_lingers_or_swells_is_a_finding_and_is_replaced() -> None:
    with Process(SMALL) as process:
        futures = [process.submit(work) for work in (die, sleep, eat, os.getpid)]
        answers = [call_result(future, SMALL) for future in futures]
    assert [code for code, _ in answers] == ["TN-25", "TN-24", "TN-25", ""]


@pytest.mark.parametrize(("read", "code"), [(sleep, "TN-24"), (die, "TN-25")])
def test_a_file_whose_reader_lingers_or_dies_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[..., None], code: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)
    monkeypatch.setattr(worker, "read_file", read)
    (reading,) = read_many([tmp_path / "a.xlsx"], SMALL)
    assert [finding.code for finding in reading.findings] == [code]


def wait_for_the_machine(*_: object) -> FileReading:
    time.sleep(2 * PATIENT.seconds)  # nothing of a processor's time
    return FileReading("a.xlsx")


def test_a_busy_machine_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)
    monkeypatch.setattr(worker, "read_file", wait_for_the_machine)
    (reading,) = read_many([tmp_path / "a.xlsx"], PATIENT)
    assert not reading.findings


def test_many_small_files_do_not_start_a_process_each(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORM)
    readings = list(read_many([path] * 40))
    assert all(reading.is_readable for reading in readings)


def test_what_aborts_the_reader_of_values_never_reaches_it(tmp_path: Path) -> None:
    corner = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    lie = ('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="4294967295">'
           "<si><t>a</t></si></sst>")  # fmt: skip
    for number, data in enumerate((tiny_book(corner), tiny_book('<row r="1"/>', strings=lie))):
        (tmp_path / f"{number}.xlsx").write_bytes(data)
    codes = [reading.findings[0].code for reading in read_many(sorted(tmp_path.iterdir()))]
    assert codes == ["TN-19", "TN-23"]


def is_never_silently_wrong(reading: FileReading) -> bool:
    """The right values, or a finding that forbids or questions the file."""
    if any(finding.severity is Severity.ERROR for finding in reading.findings):
        return True
    entries, findings = to_entries(reading, MONTHLY)
    told = {finding.indicator for finding in findings if finding.severity is not Severity.NOTE}
    told |= {finding.place.cell for finding in reading.findings}
    return all(entry.value == RIGHT[entry.code] or entry.code in told for entry in entries)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_bytes_that_were_changed_never_raise_and_never_give_other_numbers(data: st.DataObject) -> None:
    changed = bytearray(FORM)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed) - 1))
        kind = data.draw(st.sampled_from(["flip", "cut", "insert"]))
        if kind == "flip":
            changed[place] ^= 1 << data.draw(st.integers(0, 7))
        elif kind == "cut":
            del changed[place : place + data.draw(st.integers(1, 50))]
        else:
            changed[place:place] = data.draw(st.binary(min_size=1, max_size=8))
        if not changed:
            changed = bytearray(b"x")
    assert is_never_silently_wrong(read_form(bytes(changed), "a.xlsx"))


def damaged_part(name: str, place: float, new: bytes, length: int) -> bytes:
    def change(part: str, content: bytes) -> bytes:
        if part != name:
            return content
        at = int(place * len(content))
        return content[:at] + new + content[at + length :]

    return rezip(FORM, change)


PARTS = [name for name in zipfile.ZipFile(io.BytesIO(FORM)).namelist() if "theme" not in name]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(PARTS),
    st.floats(0, 1),
    st.sampled_from(
        [
            b"",
            b"<",
            b">",
            b'"',
            b"0",
            b"\xff",
            b"&#0;",
            b"<c/>",
            b' r="A1"',
            b"</row>",
            b'<row r="3">',
            b"<!--",
        ]
    ),
    st.integers(0, 30),
)
def test_a_part_that_was_changed_never_raises(name: str, place: float, new: bytes, length: int) -> None:
    reading = read_form(damaged_part(name, place, new, length), "a.xlsx")
    assert reading.findings or reading.is_readable
    to_entries(reading, MONTHLY)


@pytest.mark.parametrize(
    "name", [f"{'dài ' * 48}.xlsx", "báo cáo & (1) % ^ ; '.xlsx", "bao\u0301 ca\u0301o.xlsx"]
)
def test_odd_file_names_are_only_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FORM)
    (reading,) = read_many([path])
    assert reading.name == name
    assert values_of(reading) == RIGHT


def start_and_die(pipe: Any) -> None:
    """Start a reading process, tell its number, and be killed as by the task manager."""
    with Process(SMALL) as process:
        pipe.send(process.submit(os.getpid).result())
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_a_killed_run_leaves_no_reading_process_behind() -> None:
    context = multiprocessing.get_context("spawn")
    mine, other = context.Pipe()
    caller = context.Process(target=start_and_die, args=(other,))
    caller.start()
    reader = mine.recv()
    caller.join()
    end = time.monotonic() + 10
    while Path(f"/proc/{reader}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{reader}").exists()
