"""The committed templates: what their source draws, openable, and never kept twice."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report import find_template, template
from khoagiao_xl.report.appendix_layout import FIGURE_COLUMNS
from khoagiao_xl.report.document_shapes import SHAPES
from khoagiao_xl.report.page_values import VALUES
from khoagiao_xl.report.report_layout import BODIES
from khoagiao_xl.report.template import draw_templates
from khoagiao_xl.report.template_drawing import draw_template
from khoagiao_xl.report.word_drawing import CELL_MARGIN
from tests.report.word_parts import W, part


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


COMMITTED = Path(__file__).resolve().parents[2] / "templates"


@pytest.mark.parametrize("report", BODIES)
def test_the_committed_template_is_what_its_source_draws(report: str) -> None:
    committed = (COMMITTED / template.template_name(report)).read_bytes()
    # Part by part: another machine's zlib may pack the same content into other bytes.
    same = parts(committed) == parts(draw_template(report))
    assert same, "python -m khoagiao_xl.report"


def test_nothing_in_a_template_tells_of_the_machine_or_the_hour() -> None:
    with zipfile.ZipFile(io.BytesIO(draw_template("thang"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]


@pytest.mark.parametrize("report", BODIES)
def test_a_tag_stands_in_one_run_so_that_a_person_can_select_and_move_it(report: str) -> None:
    texts = [text.text or "" for text in part(draw_template(report)).iter(f"{W}t")]
    assert [text for text in texts if text.count("{{") != text.count("}}")] == []
    assert [text for text in texts if text.count("{%") != text.count("%}")] == []


def test_the_offices_own_template_beside_its_master_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "mau" / "bao-cao-quy.docx"
    own.parent.mkdir()
    own.write_bytes(b"")
    assert find_template("quy", tmp_path / "KhoaGiao.xlsm") == own
    assert find_template("thang", tmp_path / "KhoaGiao.xlsm") == COMMITTED / "bao-cao-thang.docx"


def test_a_template_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest, match=r"Không tìm thấy mẫu báo cáo «bao-cao-la\.docx»") as stopped:
        find_template("la", tmp_path / "KhoaGiao.xlsm")
    assert stopped.value.code == "BC-02"


def test_an_installed_package_draws_its_templates_for_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template, "HERE", tmp_path / "a/b/c/d/template.py")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    template._drawn_for_this_run.cache_clear()
    drawn = find_template("nam")
    template._drawn_for_this_run.cache_clear()
    assert drawn.parent.parent == tmp_path
    assert drawn.read_bytes() == draw_template("nam")


def test_all_templates_are_written_at_once(tmp_path: Path) -> None:
    draw_templates(tmp_path / "templates")
    drawn = {path.name for path in (tmp_path / "templates").iterdir()}
    party = {template.template_name(report) for report in SHAPES}
    assert drawn == party | {f"nd30-{name}" for name in party}


@pytest.mark.parametrize(
    ("tag", "sum_of_money"),
    [("ky_nay", "12.345,6*"), ("luy_ke", "12.345,6*"), ("ky_truoc", "1.047,7*"), ("cung_ky", "1.047,7*")],
)
def test_a_sum_of_money_stands_on_one_line(tag: str, sum_of_money: str) -> None:
    room = next(column.width for column in FIGURE_COLUMNS if column.tags == (tag,)) - 2 * CELL_MARGIN
    em = 12 * 25.4 / 72
    # Of Times New Roman: digits and the star take half an em, dot and comma a quarter.
    assert sum(em / (4 if sign in ".," else 2) for sign in sum_of_money) <= room
    assert sum(column.width for column in FIGURE_COLUMNS) == pytest.approx(VALUES.text_width)
