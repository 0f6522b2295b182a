"""Where the program goes, what of a wheel is laid there, and what a lock file says."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.installing import ascii_places
from khoagiao_xl.installing.ascii_places import choose_place, is_plain
from khoagiao_xl.installing.bundle_names import PROGRAM
from khoagiao_xl.installing.lock_file import plain_name, read_lock
from khoagiao_xl.installing.wheel_unpacking import place_in_packages, unpack_wheels


def no_short_form(path: str) -> str:
    return path


@pytest.fixture
def windows(tmp_path: Path) -> dict[str, str]:
    """Where a Windows keeps things; its drive C: is a folder here."""
    for name in ("c", "own", "public"):
        (tmp_path / name).mkdir()
    return {
        "SystemDrive": str(tmp_path / "c"),
        "LOCALAPPDATA": str(tmp_path / "own"),
        "PUBLIC": str(tmp_path / "public"),
    }


def test_the_first_choice_is_a_folder_of_the_drive_that_everybody_sees(windows: dict[str, str]) -> None:
    assert choose_place("", windows, no_short_form) == Path(windows["SystemDrive"]) / "KhoaGiao"


def test_where_the_drive_may_not_be_written_the_persons_own_folder_is_taken(
    windows: dict[str, str], tmp_path: Path
) -> None:
    windows["SystemDrive"] = str(tmp_path / "file")
    (tmp_path / "file").touch()
    assert choose_place("", windows, no_short_form) == tmp_path / "own" / "KhoaGiao"


def test_of_a_person_whose_name_has_marks_the_short_form_is_taken_else_the_public_folder(
    windows: dict[str, str], tmp_path: Path
) -> None:
    windows["SystemDrive"] = ""
    windows["LOCALAPPDATA"] = str(tmp_path / "Nguyễn")
    assert choose_place("", windows, lambda _: str(tmp_path / "NGUYN~1")) == tmp_path / "NGUYN~1" / "KhoaGiao"
    assert choose_place("", windows, no_short_form) == tmp_path / "public" / "KhoaGiao"


def test_a_program_that_is_there_already_is_upgraded_where_it_is(
    windows: dict[str, str], tmp_path: Path
) -> None:
    there = tmp_path / "public" / "KhoaGiao"
    (there / PROGRAM).mkdir(parents=True)
    assert choose_place("", windows, no_short_form) == there


def test_where_nothing_can_be_written_the_sentence_is_for_the_it_department(
    windows: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ascii_places, "can_hold", lambda _: False)
    with pytest.raises(WrongRequest, match="xin tạo thư mục") as refused:
        choose_place("", windows, no_short_form)
    assert refused.value.code == "CD-05"


@pytest.mark.parametrize("name", ["Khoa giáo", "a%b", "a&b", "a'b", "a;b", "a^b", "a!b"])
def test_a_name_that_a_macro_cannot_start_a_program_in_is_not_plain(name: str) -> None:
    assert not is_plain(Path("/") / name)
    assert is_plain(Path("/a b (2)"))


@pytest.mark.parametrize(
    ("member", "place"),
    [
        ("a/b.py", "a/b.py"),
        ("x-1.dist-info/RECORD", "x-1.dist-info/RECORD"),
        ("x-1.data/purelib/a.py", "a.py"),
        ("x-1.data/platlib/b/c.pyd", "b/c.pyd"),
        ("x-1.data/data/x.dll", None),
        ("x-1.data/scripts/x.exe", None),
        ("a/", None),
    ],
)
def test_a_member_of_a_wheel_goes_where_pip_puts_it_and_scripts_nowhere(
    member: str, place: str | None
) -> None:
    assert place_in_packages(member) == (PurePosixPath(place) if place else None)


@pytest.mark.parametrize("member", ["/a.py", "../a.py", "a/../../b.py", "a\\b.py", "C:a.py"])
def test_a_member_that_would_leave_the_folder_is_refused(member: str) -> None:
    with pytest.raises(ValueError, match=r"a|b"):
        place_in_packages(member)


def test_what_is_no_wheel_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.whl").write_bytes(b"no zip")
    with pytest.raises(WrongRequest, match=r"x\.whl") as refused:
        unpack_wheels([tmp_path / "x.whl"], tmp_path)
    assert refused.value.code == "CD-02"


LOCK = """\
a-b==1.0 \\
    --hash=sha256:{0} \\
    --hash=sha256:{1}
    # via x
pywin32==312 ; sys_platform == 'win32' \\
    --hash=sha256:{0}
""".format("a" * 64, "b" * 64)


def test_a_lock_is_read_with_versions_markers_and_hashes() -> None:
    first, second = read_lock(LOCK)
    assert (first.name, first.version, first.marker) == ("a-b", "1.0", "")
    assert first.hashes == {"a" * 64, "b" * 64}
    assert (second.name, second.marker) == ("pywin32", "sys_platform == 'win32'")
    assert second.line == f"pywin32==312 \\\n    --hash=sha256:{'a' * 64}"


def test_all_spellings_of_a_package_are_one() -> None:
    assert {plain_name(name) for name in ("Et_XmlFile", "et.xmlfile", "et-xmlfile")} == {"et-xmlfile"}
