"""What a form says of itself in its column «Kiểm tra», read back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khoagiao_xl.intake.reading.live_checks import read_live_checks
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.wording import form_sheets as texts
from tests.intake.sample_forms import blank_form, filled, rezip

RULE = "Số lượt tham dự lớn hơn số lượt được triệu tập"


def told(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    """Return the rule and the cell of each thing that the form's checks say."""
    path = tmp_path / "SYT.xlsx"
    path.write_bytes(data)
    checks = read_live_checks(path, Limits())
    findings = checks.findings(read_form(data, path.name))
    return [(finding.code, finding.place.cell) for finding in findings]


def worked_out(data: bytes, **results: str) -> bytes:
    """Return a form whose checks were worked out: cell -> what it says, the others nothing."""

    def of_cell(match: re.Match[str]) -> str:
        return f"{match[1]}<v>{results.get(match[2], '')}</v></c>"

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return content
        cell = r'(<c r="(F\d+)"[^>]*?t="str"[^>]*><f>[^<]*</f>)<v>[^<]*</v></c>'
        return re.sub(cell, of_cell, content.decode()).encode()

    return rezip(data, change)


def test_a_blank_form_calls_its_lines_blank(tmp_path: Path) -> None:
    found = told(tmp_path, blank_form())
    assert {code for code, _ in found} == {"TN-165"}
    assert len(found) > 20


def test_what_a_rule_says_in_the_form_is_told_at_its_cell(tmp_path: Path) -> None:
    assert told(tmp_path, worked_out(blank_form(), F15=RULE)) == [("TN-165", "F15")]


def test_a_form_without_faults_says_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, worked_out(blank_form())) == []


def test_checks_that_were_never_worked_out_are_not_believed(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    path.write_bytes(blank_form())
    rows = [row for row in load_workbook(path)["Số liệu"].iter_rows(min_row=5) if row[0].value == "KG205"]
    typed = rezip(blank_form(), lambda name, content: _typed(name, content, rows[0][3].coordinate))
    assert told(tmp_path, typed) == [("TN-166", "")]


def _typed(name: str, content: bytes, cell: str) -> bytes:
    if name != "xl/worksheets/sheet2.xml":
        return content
    return re.sub(rf'<c r="{cell}"( s="\d+")?/>', rf'<c r="{cell}"\1><v>7</v></c>', content.decode()).encode()


@pytest.mark.parametrize("data", [b"", b"no form", filled()[:900]])
def test_what_is_no_form_says_nothing(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, data) == []


def test_the_words_for_a_blank_are_those_of_the_form() -> None:
    assert texts.BLANK in blank_form_texts()


def blank_form_texts() -> str:
    import zipfile
    from io import BytesIO

    return zipfile.ZipFile(BytesIO(blank_form())).read("xl/worksheets/sheet2.xml").decode()
