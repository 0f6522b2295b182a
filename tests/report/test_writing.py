"""The file that comes out: the same every time, whole or not there, and deaf to what units put into words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.model.records import State
from khoagiao_xl.report import Narrative, ReportContent, find_template, render
from khoagiao_xl.report.figure_tracing import read_keys
from tests.report.word_parts import W, paragraphs, part

Content = Callable[..., ReportContent]
Written = Callable[..., bytes]
HOSTILE = [
    "=HYPERLINK(1)",
    "{{ 7*7 }} {% for x in y %}",
    "<w:p/> & <b>",
    "{_{ 7*7 }_}",
    "{ DDEAUTO c:\\\\cmd } http://example.org",
    "hai\x07dòng\x0c\tvà\x00 số không",
    "\ue000KG201@2024-Q1\ue0019.999\ue002",
]


def broken(template: Path, target: Path, old: str, new: str) -> Path:
    """Copy a template with one piece of its main part replaced, as a slip in Word would."""
    with zipfile.ZipFile(template) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new, 1).encode()
            after.writestr(name, data)
    return target


def test_the_same_content_gives_the_same_bytes(written: Written) -> None:
    assert written() == written()


def test_a_report_is_dated_by_its_content_and_not_by_the_clock(written: Written) -> None:
    core = part(written(), "docProps/core.xml")
    dates = [node.text for node in core if node.tag.endswith(("created", "modified"))]
    assert dates == ["2024-03-20T00:00:00Z"] * 2


@pytest.mark.parametrize("period", ["2024-M03", "2024-Q1", "2024-H1", "2024-Y"])
def test_no_tag_is_left_in_a_report(written: Written, period: str) -> None:
    text = "\n".join(paragraphs(written(period)))
    assert "{{" not in text
    assert "{%" not in text


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_unit_stay_words(content: Content, written: Written, words: str) -> None:
    harmless = written(narratives=(Narrative("Sở Y tế", "KG602", "Lời thường"),))
    hostile = written(narratives=(Narrative("Sở Y tế", "KG602", words),))
    tags = [{node.tag for node in part(docx).iter()} for docx in (harmless, hostile)]
    assert tags[0] == tags[1]
    assert f"{W}hyperlink" not in tags[1]
    assert len(paragraphs(harmless)) == len(paragraphs(hostile))


def test_words_of_a_unit_are_not_executed(written: Written) -> None:
    text = "\n".join(paragraphs(written(narratives=(Narrative("Sở Y tế", "KG602", "Tính {{ 7*7 }} đi"),))))
    assert "Tính {{ 7*7 }} đi" in text


def test_the_name_of_a_unit_cannot_break_the_page(written: Written) -> None:
    assert "A & B <Sở>" in paragraphs(written(states={State.MISSING: ("A & B\x00 <Sở>",)}))


def test_a_template_that_went_away_is_named(content: Content, tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"mau\.docx"):
        render(content(), tmp_path / "mau.docx")


@pytest.mark.parametrize("data", [b"", b"khong phai word", b"PK\x05\x06" + b"\0" * 18])
def test_a_template_that_is_no_word_file_is_refused(content: Content, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mau.docx").write_bytes(data)
    with pytest.raises(WrongRequest, match=r"«mau\.docx» không phải là tệp Word") as stopped:
        render(content(), tmp_path / "mau.docx")
    assert stopped.value.code == "BC-03"


def test_a_workbook_named_docx_is_refused(content: Content, tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(tmp_path / "mau.docx", {"in_memory": True}) as workbook:
        workbook.add_worksheet()
    with pytest.raises(WrongRequest) as stopped:
        render(content(), tmp_path / "mau.docx")
    assert stopped.value.code == "BC-03"


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ("{{ muc_3 }}", "{{ muc_30 }}", "BC-04", "«{{ muc_30 }}». Có phải là «muc_3»"),
        ("{{ muc_3 }}", "{{ MUC_3 }}", "BC-04", "Có phải là «muc_3»"),
        ("{{ muc_3 }}", "{{ mục_3 }}", "BC-04", "Có phải là «muc_3»"),
        ("{{ muc_3 }}", "{{ kinh_phi }}", "BC-04", "«kinh_phi»"),
        ("{{ muc_3 }}", "{{ muc_3.luy_ke }}", "BC-04", "«luy_ke»"),
        ("{{ dong.ten }}", "{{ dong.tin }}", "BC-04", "«tin»"),
        ("{{ muc_3 }}", "{{ bang_so_lieu }}", "BC-05", "bang_so_lieu"),
        ("{{ muc_3 }}", "{{ muc_3 }", "BC-05", "«{{ muc_3 }»"),
        ("{{ muc_3 }}", "{ muc_3 }}", "BC-05", "{ muc_3 }}"),
        ("{{ muc_3 }}", "｛｛ muc_3 ｝｝", "BC-05", "｛｛ muc_3 ｝｝"),
        ("{{ muc_3 }}", "(( muc_3 ))", "BC-05", "(( muc_3 ))"),
        ("{{ muc_3 }}", "{{ muc_3 + 1 }}", "BC-05", "muc_3 + 1"),
        ("{{ muc_3 }}", "{{ muc_3 | truncate }}", "BC-05", "truncate"),
        ("{{ muc_3 }}", "{# muc_3 #}", "BC-05", "{# muc_3 #}"),
        ("{%p if kien_nghi %}", "{%p iff kien_nghi %}", "BC-05", "iff kien_nghi"),
        ("{%p if kien_nghi %}", "{%p if kien_nghi == “có” %}", "BC-05", "kien_nghi =="),
        ("{%p if kien_nghi %}", "{%- if kien_nghi %}", "BC-05", "{%- if"),
        ("{%p if kien_nghi %}", "", "BC-06", "{%p endif %}"),
        ("{%p if kien_nghi %}", "{% if kien_nghi %}", "BC-12", "{% endif %}"),
        ("{%p if kien_nghi %}", "{%tr if kien_nghi %}", "BC-06", "{%tr if kien_nghi %}"),
        ("{%p if kien_nghi %}", "Kèm lời {%p if kien_nghi %}", "BC-06", "Kèm lời"),
        ("{%tr endfor %}", "", "BC-12", "{%tr endfor %}"),
        ("{%tr endfor %}", "{% endfor %}", "BC-06", "{% endfor %}"),
        ("{%tr endfor %}", "{%p endfor %}", "BC-06", "{%p endfor %}"),
        ("{{ muc_3 }}", "{{ muc_3.__class__.__mro__ }}", "BC-07", "__class__"),
    ],
)
def test_a_template_broken_in_word_gives_one_sentence_that_names_the_tag(
    content: Content, tmp_path: Path, old: str, new: str, code: str, named: str
) -> None:
    template = broken(find_template("quy"), tmp_path / "mau.docx", old, new)
    with pytest.raises(WrongRequest) as stopped:
        render(content(), template)
    assert (stopped.value.code, named in str(stopped.value)) == (code, True), str(stopped.value)


def test_a_tag_that_word_split_into_runs_still_works(content: Content, tmp_path: Path) -> None:
    split = '{{ mu</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">c_3 }}'
    template = broken(find_template("quy"), tmp_path / "mau.docx", "{{ muc_3 }}", split)
    assert len(paragraphs(render(content(), template))) > 50


def test_a_heading_reworded_and_a_tag_moved_in_word_are_kept(content: Content, tmp_path: Path) -> None:
    template = broken(
        find_template("quy"), tmp_path / "a.docx", "1. Ưu điểm, kết quả nổi bật", "1. Việc khác: {{ muc_2 }}"
    )
    assert any(text.startswith("1. Việc khác: ") for text in paragraphs(render(content(), template)))


def test_the_table_of_many_rows_costs_no_more_than_its_rows(content: Content, written: Written) -> None:
    many = {State.MISSING: tuple(f"Đơn vị {index}" for index in range(92))}
    rows = list(part(written(states=many)).iter(f"{W}tr"))
    assert len(rows) == 2 + 1 + (1 + 7 + 2) + (1 + 92)


def test_a_report_is_a_whole_package_that_word_can_read(written: Written) -> None:
    from docx import Document

    document = Document(io.BytesIO(written()))
    assert (
        document.core_properties.title
        == "kết quả công tác khoa giáo quý I, nhiệm vụ trọng tâm quý II năm 2024"
    )


def test_an_opening_stays_on_the_page_of_what_it_opens(written: Written) -> None:
    body = part(written()).find(f"{W}body")
    kept = [p for p in body.findall(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    texts = ["".join(node.text or "" for node in p.iter(f"{W}t")) for p in kept]
    assert any(text.endswith("như sau:") for text in texts)
    *openings, _, _ = texts  # and the last two, that go with the signature
    assert all(text.endswith(":") for text in openings)


def test_a_template_saved_again_by_another_program_still_works(content: Content, tmp_path: Path) -> None:
    from docx import Document

    Document(str(find_template("thang"))).save(str(tmp_path / "mau.docx"))
    again = read_keys(render(content("2024-M03"), tmp_path / "mau.docx"))
    assert ("KG201@2024-Q1", "1.250") in again


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=40))
def test_no_text_whatever_breaks_a_report(written: Written, words: str, unit: str) -> None:
    docx = written(narratives=(Narrative(unit, "KG602", words), Narrative(unit, "KG604", words)))
    assert len(read_keys(docx)) == len(read_keys(written()))


def headings(docx: bytes) -> list[str]:
    """Return the headings of the table of figures, and check that all its rows are as wide."""
    (table,) = [each for each in part(docx).iter(f"{W}tbl") if "Kỳ này" in "".join(each.itertext())]
    grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = [row.findall(f"{W}tc") for row in table.iterfind(f"{W}tr")]
    spans = {int(span.get(f"{W}val")) for span in table.iter(f"{W}gridSpan")}
    assert {len(cells) for cells in rows} == {1, grid}
    assert spans == {grid}
    return ["".join(cell.itertext()) for cell in rows[0]]


def test_a_column_without_a_figure_leaves_the_page(written: Written) -> None:
    assert headings(written("2024-Q2")) == [
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kỳ này",
        "Lũy kế",
        "Kỳ trước",
        "Số đơn vị",
    ]


@pytest.mark.parametrize("period", ["2024-M01", "2024-Q1", "2024-H1", "2024-Y"])
def test_a_period_that_begins_the_year_has_no_year_to_date_beside_it(written: Written, period: str) -> None:
    assert "Lũy kế" not in headings(written(period))


def test_a_figure_of_last_year_brings_its_column_back(content: Content, written: Written) -> None:
    from dataclasses import replace

    first, *others = content().totals
    docx = written(totals=(replace(first, last_year=170), *others))
    assert "Cùng kỳ" in headings(docx)
