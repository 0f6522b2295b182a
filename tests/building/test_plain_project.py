"""The macro project is in the form that [MS-OVBA] documents: a header of seven bytes, and sources alone."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import olefile
import pytest

from khoagiao_xl.building import build_master
from khoagiao_xl.office.profiles import load_profile

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.building import Office

COMPRESSED = (
    1  # the first byte of a compressed stream, [MS-OVBA] 2.4.1.1.1: no compiled code stands before it
)
OTHERS = ("_VBA_PROJECT", "dir")


def streams_of(master: Path) -> dict[str, bytes]:
    """Return the streams of the macro project's storage VBA by name."""
    project = zipfile.ZipFile(master).read("xl/vbaProject.bin")
    with olefile.OleFileIO(io.BytesIO(project)) as opened:  # type: ignore[no-untyped-call]
        places = [place for place in opened.listdir() if place[0] == "VBA"]
        return {place[1]: opened.openstream(place).read() for place in places}


@pytest.fixture(scope="module", params=["excel", "libreoffice"])
def streams(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    office: Office = request.param
    path = tmp_path_factory.mktemp(office) / "So.xlsm"
    build_master(path, load_profile("2024"), for_office=office, with_xlwings=office == "excel")
    return streams_of(path)


def test_the_header_says_that_nothing_is_compiled(streams: dict[str, bytes]) -> None:
    assert streams["_VBA_PROJECT"] == bytes.fromhex("cc61ffff000000")
    assert not [name for name in streams if name.startswith("__SRP_")]


def test_a_module_begins_with_its_source(streams: dict[str, bytes]) -> None:
    modules = {name: stream for name, stream in streams.items() if name not in OTHERS}
    assert {"KhoaGiao", "ThisWorkbook", "Sheet1"} <= set(modules)
    assert {stream[0] for stream in modules.values()} == {COMPRESSED}
    assert {stream[2] >> 4 for stream in modules.values()} == {0xB}  # the signature of a compressed chunk


def test_an_excel_that_wrote_such_a_project_itself_says_the_same() -> None:
    from importlib.util import find_spec
    from pathlib import Path

    package = Path(str(getattr(find_spec("xlwings"), "origin", ""))).parent
    header = streams_of(package / "quickstart_standalone.xlsm")["_VBA_PROJECT"]
    assert (len(header), header[:4]) == (7, bytes.fromhex("cc61ffff"))
