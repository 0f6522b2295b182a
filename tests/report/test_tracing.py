"""Every figure in a report can be traced, also after somebody has worked on the file."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.keyed_figures import keyed_figure
from tests.report.word_parts import W, part

Written = Callable[..., bytes]


def edited(docx: bytes, change: Callable[[str], str]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    return result.getvalue()


def test_every_figure_of_the_text_and_of_the_table_carries_its_key(written: Written) -> None:
    keys = read_keys(written())
    assert ("KG201@2024-Q1", "1.250") in keys
    assert ("KG201@2024-Q1#tang-ky-truoc", "15") in keys
    assert ("KG201@2024-Q1#tang-ky-truoc", "15") in keys
    assert ("KG201@2023-Q4", "1.100") in keys
    assert [key for key, _ in keys].count("KG201@2024-Q1") == 3  # the verdict, its section, the table


def test_the_year_to_date_has_a_key_too_where_it_is_another_time(written: Written) -> None:
    assert ("KG101@2024-Q2#luy-ke", "205") in read_keys(written("2024-Q2"))
    assert "luy-ke" not in str(read_keys(written("2024-Q1")))


def test_a_figure_keeps_its_key_when_somebody_types_over_it(written: Written) -> None:
    changed = edited(written(), lambda xml: xml.replace(">1.250<", ">1.251<", 1))
    assert read_keys(changed)[-1] != ("KG201@2024-Q1", "1.251")
    assert ("KG201@2024-Q1", "1.251") in read_keys(changed)


def test_a_control_without_a_name_falls_back_to_its_bookmark(written: Written) -> None:
    import re

    docx = written()
    nameless = edited(docx, lambda xml: re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "<w:sdtPr/>", xml))
    assert read_keys(nameless) == read_keys(docx) != []


def test_no_two_controls_or_bookmarks_share_a_number_or_a_name(written: Written) -> None:
    body = part(written())
    names = [node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")]
    numbers = [node.get(f"{W}val") for node in body.iter(f"{W}id")]
    assert len(set(names)) == len(names) == len(set(numbers)) == len(numbers) > 10
    assert max(map(len, names)) <= 40  # Word cuts a longer name


def test_a_figure_looks_like_the_words_around_it(written: Written) -> None:
    looks = [run.find(f"{W}rPr") for run in part(written()).iterfind(f".//{W}sdtContent/{W}r")]
    assert looks == [None] * len(read_keys(written()))  # nothing of its own: the style of the paragraph rules


def test_older_programs_may_ignore_what_only_newer_ones_know(written: Written) -> None:
    root = part(written())
    ignorable = root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable")
    assert "w15" in ignorable.split()
    assert set(ignorable.split()) <= set(root.nsmap)


def test_every_traced_figure_is_the_one_its_key_names(content: Callable[..., Any], written: Written) -> None:
    totals = content().by_code
    keys = [(key, shown) for key, shown in read_keys(written()) if "@2024-Q1" in key]
    assert len(keys) > len(totals)
    for key, shown in keys:
        code, _, what = key.replace("@2024-Q1", "").partition("#")
        assert float(shown.strip("%*").replace(".", "").replace(",", ".")) == keyed_figure(totals[code], what)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="không có LibreOffice trên máy này")
def test_keys_survive_being_saved_by_libreoffice(written: Written, tmp_path: Path) -> None:
    source = tmp_path / "bao-cao.docx"
    source.write_bytes(written())
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
               "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "again"), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    assert read_keys((tmp_path / "again" / "bao-cao.docx").read_bytes()) == read_keys(source.read_bytes())
