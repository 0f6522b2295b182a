"""The demo never takes a folder in which somebody else's work lies, nor an earlier demo's."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.demo.demo_folder import take_folder
from khoagiao_xl.errors import NotAFolder, NotEmpty


def test_a_new_folder_is_made_and_nothing_is_told(tmp_path: Path) -> None:
    assert take_folder(tmp_path / "demo") == ()


def test_an_earlier_demo_is_put_aside_with_all_that_lies_in_it(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    take_folder(out)
    (out / "ghi-chép.txt").write_text("của cán bộ", encoding="utf-8")
    (told,) = take_folder(out)
    (aside,) = tmp_path.glob("demo-truoc-*")
    assert f"nay là «{aside.name}»" in told
    assert (aside / "ghi-chép.txt").read_text(encoding="utf-8") == "của cán bộ"
    assert not (out / "ghi-chép.txt").exists()


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "công việc.xlsx").touch()
    with pytest.raises(NotEmpty):
        take_folder(tmp_path)
    assert (tmp_path / "công việc.xlsx").exists()


def test_a_file_of_its_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    with pytest.raises(NotAFolder):
        take_folder(tmp_path / "demo")
