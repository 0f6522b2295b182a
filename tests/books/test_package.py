"""The package: any mix of replaced and kept parts is a whole file again, and kept parts keep their bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import NotAWorkbook

PARTS = st.dictionaries(
    st.text("abcđ/.", min_size=1, max_size=12), st.binary(max_size=400), min_size=1, max_size=8
)


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@given(PARTS, st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]), st.binary(max_size=300))
def test_replacing_one_part_leaves_every_other_as_it_was(
    parts: dict[str, bytes], method: int, fresh: bytes
) -> None:
    package = Package.parse(zipped(parts, method))
    chosen = min(parts)
    package.replace(chosen, fresh)
    with zipfile.ZipFile(io.BytesIO(package.to_bytes())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {**parts, chosen: fresh}


@given(PARTS)
def test_the_same_parts_give_the_same_bytes(parts: dict[str, bytes]) -> None:
    data = zipped(parts)
    assert Package.parse(data).to_bytes() == Package.parse(Package.parse(data).to_bytes()).to_bytes()


def test_it_reads_members_whose_sizes_stand_behind_them() -> None:
    stream = io.BytesIO()

    class Unseekable(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            return stream.write(bytes(data))  # type: ignore[call-overload]

    with zipfile.ZipFile(Unseekable(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"x" * 999)
    assert Package.parse(stream.getvalue()).read("a") == b"x" * 999


CUT_OFF = zipped({"a": b"x" * 500})[:-30]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04" + b"\x00" * 60, CUT_OFF],
    ids=["nothing", "two letters", "a header alone", "cut off"],
)
def test_what_is_no_package_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotAWorkbook, match="cấu trúc tệp hỏng"):
        Package.parse(data, "so.xlsm")
