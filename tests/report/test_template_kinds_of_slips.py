"""Where Word lets a tag stand, what a template carries along, and what each slip is told as: by its kind."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report import ReportContent, find_template, render
from khoagiao_xl.report.document_shapes import SHAPES
from tests.report.own_template import own_template, words
from tests.report.word_parts import paragraphs

Content = Callable[..., ReportContent]
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
SECTION = RUN.format("{{ uu_diem }}")
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


def refusal(content: ReportContent, template: Path) -> str:
    with pytest.raises(WrongRequest) as stopped:
        render(content, template)
    return f"{stopped.value.code} {stopped.value}"


# -- a tag inside of something else -----------------------------------------------------------------------

HOLDERS = [
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:fldSimple w:instr=" TITLE ">{}</w:fldSimple>',
    '<w:smartTag w:element="place">{}</w:smartTag>',
    '<w:bdo w:val="ltr">{}</w:bdo>',
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    '<w:sdt><w:sdtContent><w:hyperlink w:anchor="a">{}</w:hyperlink></w:sdtContent></w:sdt>',
]


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_section_in_a_link_a_field_or_a_control_is_written(
    content: Content, tmp_path: Path, holder: str
) -> None:
    template = own_template(tmp_path, f"<w:p>{holder.format(SECTION)}</w:p>")
    assert "Mở hai lớp bồi dưỡng" in "\n".join(paragraphs(render(content(), template)))


def test_a_link_without_a_tag_stays_a_link(content: Content, tmp_path: Path) -> None:
    link = f"<w:p>{HOLDERS[0].format(RUN.format('laocai.gov.vn'))}</w:p>"
    written = tmp_path / "ra.docx"
    written.write_bytes(render(content(), own_template(tmp_path, words("{{ uu_diem }}"), link)))
    with zipfile.ZipFile(written) as package:
        assert '<w:hyperlink w:anchor="a">' in package.read("word/document.xml").decode()


UNSEEN = [
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ uu_diem }}</w:t></w:r></w:p>",
    FIELD.format(CODE.format(" IF {{ KG201 }} = 1 ")),
    f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ uu_diem }}}}"/></w:sdtPr><w:sdtContent>{words("a")}</w:sdtContent></w:sdt>',
    f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ KG201 }}}}"/></w:sdtPr><w:sdtContent>{words("a")}</w:sdtContent></w:sdt>',
]


@pytest.mark.parametrize("piece", UNSEEN)
def test_a_tag_that_nobody_would_see_filled_is_told(content: Content, tmp_path: Path, piece: str) -> None:
    told = refusal(content(), own_template(tmp_path, piece))
    assert (told[:5], "{{ " in told) == ("BC-14", True)


# -- what a template carries along -----------------------------------------------------------------------

FETCHING = [
    FIELD.format(CODE.format(' DDEAUTO cmd "/k calc" ')),
    FIELD.format(CODE.format(" INCLUDE") + CODE.format('TEXT "http://a.example/x.docx" ')),
    '<w:p><w:fldSimple w:instr=" LINK Excel.Sheet.12 a.xlsx "/></w:p>',
]


@pytest.mark.parametrize("field", FETCHING)
def test_a_field_that_fetches_or_starts_something_is_told(
    content: Content, tmp_path: Path, field: str
) -> None:
    assert refusal(content(), own_template(tmp_path, words("{{ uu_diem }}"), field)).startswith("BC-17")


@pytest.mark.parametrize("kind", ["oleObject", "aFChunk", "control"])
def test_a_file_within_a_template_is_told(content: Content, tmp_path: Path, kind: str) -> None:
    with zipfile.ZipFile(find_template("thang")) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
        types = package.read("[Content_Types].xml").decode()
    uri = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    link = f'<Relationship Id="rId77" Type="{uri}" Target="tep.bin"/></Relationships>'
    inside = {
        "word/_rels/document.xml.rels": links.replace("</Relationships>", link).encode(),
        "[Content_Types].xml": types.replace(
            "</Types>", '<Default Extension="bin" ContentType="application/x"/></Types>'
        ).encode(),
        "word/tep.bin": b"x",
    }
    told = refusal(content(), own_template(tmp_path, words("{{ uu_diem }}"), parts=inside))
    assert (told[:5], "tep.bin" in told) == ("BC-17", True)


# -- what each slip is told as ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["nhiem vu", "nhiem-vu", '"nhiem_vu"', "nhiem_vu()"])
def test_a_tag_that_is_no_name_is_told_with_the_one_it_comes_near(
    content: Content, tmp_path: Path, typed: str
) -> None:
    told = refusal(content(), own_template(tmp_path, words(f"{{{{ {typed} }}}}")))
    assert (told[:5], "(có phải là «nhiem_vu»?)" in told) == ("BC-05", True)


BLOCKS = [
    ["{%p if KG110 %}", "A", "{%p else %}", "B", "{%p else %}", "C", "{%p endif %}"],
    ["{%p if KG110 %}", "A", "{%p else %}", "B", "{%p elif KG201 %}", "C", "{%p endif %}"],
    ["{%p for d in chua_bao_cao %}", "{%p for e in y_kien %}", "{%p endfor %}", "{%p endfor %}"],
]


@pytest.mark.parametrize("pieces", BLOCKS)
def test_blocks_that_make_no_sense_are_told_in_vietnamese(
    content: Content, tmp_path: Path, pieces: list[str]
) -> None:
    told = refusal(content(), own_template(tmp_path, *map(words, pieces)))
    assert (told[:5], "lệch chỗ: đoạn " in told) == ("BC-06", True)


@pytest.mark.parametrize(
    "report", [name for name in SHAPES if name not in {"thang", "quy", "6-thang", "nam"}]
)
def test_a_template_of_another_kind_is_named(content: Content, report: str) -> None:
    told = refusal(content(), find_template(report))
    assert ("Đó là thẻ của mẫu «bao-cao-" in told, ", đoạn " in told) == (True, True)


def test_a_template_saved_as_strict_open_xml_is_no_readable_one(content: Content, tmp_path: Path) -> None:
    text = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    assert refusal(content(), own_template(tmp_path, parts={"word/document.xml": text})).startswith("BC-03")
