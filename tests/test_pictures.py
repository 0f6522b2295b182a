"""The pictures of README and guide show what the program draws today; no office program is needed to know it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pictures import made_from
from pictures.catalogue import ALL, IMAGES, TOP, path_of

PAGES = ("README.md", "docs/huong-dan-su-dung.md")
PICTURE = re.compile(r"!\[[^]]*\]\((?:docs/)?images/([\w-]+)\.png\)")
KNOWN = {picture.name for picture in ALL}


def test_no_picture_is_stale() -> None:
    stale = made_from.stale()
    assert not stale, f"ảnh đã cũ: {', '.join(stale)}. Chạy «python3 run.py pictures» rồi xem lại từng ảnh."


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_of_a_page_is_one_that_the_script_makes(page: str) -> None:
    named = set(PICTURE.findall((TOP / page).read_text(encoding="utf-8")))
    assert named
    assert named <= KNOWN


def test_nothing_else_lies_among_the_pictures() -> None:
    assert {path.name for path in IMAGES.iterdir()} == {f"{name}.png" for name in KNOWN} | {"made-from.json"}


def test_a_picture_made_from_something_else_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = made_from.made_from()
    monkeypatch.setattr(made_from, "recorded", lambda: kept | {"tong-hop": "another", "nobody-lists": "x"})
    assert made_from.stale() == ["tong-hop", "nobody-lists"]


def test_a_picture_that_is_not_there_is_stale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = made_from.made_from()
    monkeypatch.setattr(made_from, "recorded", lambda: kept)
    monkeypatch.setattr(
        made_from, "path_of", lambda name: tmp_path if name == "bieu-trong" else path_of(name)
    )
    assert made_from.stale() == ["bieu-trong"]
