"""The office's own templates: live figures in its own sentences, whatever Word made of the tags, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report import Narrative, ReportContent, find_template, render
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.report_files import report_bytes
from khoagiao_xl.report.template_remarks import read_facts, template_remarks
from tests.report.own_template import own_template, words
from tests.report.word_parts import W, paragraphs, part

Content = Callable[..., ReportContent]


def shown(content: ReportContent, folder: Path, *pieces: str) -> list[str]:
    return [text for text in paragraphs(render(content, own_template(folder, *pieces))) if text]


def refusal(content: ReportContent, folder: Path, *pieces: str) -> tuple[str, str]:
    with pytest.raises(WrongRequest) as stopped:
        render(content, own_template(folder, *pieces))
    return stopped.value.code, str(stopped.value)


# -- single figures -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("KG201", "1.250"),
        ("KG106", "05"),
        ("KG101.luy_ke", "205"),
        ("KG201.ky_truoc", "1.100"),
        ("KG201.don_vi_tinh", "cuộc"),
        ("KG205.so_don_vi", "84/92"),
        ("KG226", "0"),
        ("KG110", "chưa có số liệu"),
        ("KG110.luy_ke", "chưa có số liệu"),
        ("KG101.cung_ky", "chưa có số liệu"),
        ("KG115", "chưa có số liệu"),
        ("don_vi_chua_nop", "Sở Tư pháp, Thanh tra tỉnh"),
        ("don_vi_khong_phat_sinh", "không có"),
        ("so_da_bao_cao", "88"),
    ],
)
def test_a_figure_stands_in_a_sentence_of_the_office(
    content: Content, tmp_path: Path, tag: str, told: str
) -> None:
    sentence = words(f"Toàn khối: {{{{ {tag} }}}}.")
    assert shown(content(known_codes=("KG115",)), tmp_path, sentence) == [f"Toàn khối: {told}."]


def test_a_figure_in_a_sentence_of_the_office_is_traced_by_its_key(content: Content, tmp_path: Path) -> None:
    template = own_template(tmp_path, words("{{ KG201 }} cuộc, kỳ trước {{ KG201.ky_truoc }}"))
    assert read_keys(render(content(), template)) == [("KG201@2024-Q1", "1.250"), ("KG201@2023-Q4", "1.100")]


def test_a_code_that_nobody_knows_is_told_with_the_nearest(content: Content, tmp_path: Path) -> None:
    code, told = refusal(content(), tmp_path, words("Tổ chức {{ KG2O1 }} cuộc"))
    assert (code, "«KG2O1», đoạn 1 «Tổ chức {{ KG2O1 }} cuộc»" in told, "«KG201»" in told) == (
        "BC-04",
        True,
        True,
    )


def test_a_field_of_a_figure_that_is_none_is_told_with_the_nearest(content: Content, tmp_path: Path) -> None:
    code, told = refusal(content(), tmp_path, words("{{ KG201.luyke }}"))
    assert (code, "Có phải là «luy_ke»" in told) == ("BC-04", True)


def test_a_figure_in_a_header_leaves_no_sign_of_its_key(content: Content, tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{words("Cả khối {{ KG201 }} cuộc")}</w:hdr>'.encode()
    template = own_template(tmp_path, words("Lời"), parts={"word/header1.xml": header})
    text = "".join(part(render(content(), template), "word/header1.xml").itertext())
    assert text == "Cả khối 1.250 cuộc"


# -- what Word makes of a tag -------------------------------------------------------------------------------

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
NOTE = (
    "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='9' w:name='_GoBack'/><w:bookmarkEnd w:id='9'/>"
)
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
SAME = ["Tổ chức 1.250 cuộc"]


@pytest.mark.parametrize(
    "paragraph",
    [
        RUN.format("Tổ chức {") + BOLD.format("{") + RUN.format(" KG201 }} cuộc"),
        RUN.format("Tổ chức {{ K")
        + NOTE
        + BOLD.format("G2")
        + NOTE
        + RUN.format("01 }")
        + BOLD.format("} cuộc"),
        RUN.format("Tổ chức {{\u00a0KG201\u00a0}} cuộc"),
        RUN.format("Tổ chức {{ KG\u200b201 }} cuộc"),
        RUN.format("Tổ chức {{KG201}} cuộc"),
        RUN.format("Tổ chức {{") + "<w:r><w:tab/></w:r>" + RUN.format("KG201 }} cuộc"),
        f'<w:ins w:id="1" w:author="a">{RUN.format("Tổ chức {{ KG201 }}")}</w:ins>' + RUN.format(" cuộc"),
        RUN.format("Tổ chức ")
        + '<w:del w:id="2" w:author="a"><w:r><w:delText>{{ muc_1 }}</w:delText></w:r></w:del>'
        + RUN.format("{{ KG201 }} cuộc"),
    ],
)
def test_a_tag_in_pieces_is_the_same_tag(content: Content, tmp_path: Path, paragraph: str) -> None:
    assert shown(content(), tmp_path, f"<w:p>{paragraph}</w:p>") == SAME


def test_a_text_that_was_deleted_with_its_marks_is_gone_and_told(content: Content, tmp_path: Path) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>{{ muc_1 }} cũ</w:delText></w:r></w:del>'
    template = own_template(tmp_path, f"<w:p>{mark}{deleted}</w:p>", words("Còn lại"))
    assert [text for text in paragraphs(render(content(), template)) if text] == ["Còn lại"]
    assert read_facts(template).is_revised


BOX = (
    '<w:p><w:r><w:t xml:space="preserve">Ngoài {{ KG106 }}</w:t></w:r><w:r><w:pict><v:shape '
    'xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape>'
    "</w:pict></w:r></w:p>"
)


def test_a_tag_in_a_text_box_is_filled(content: Content, tmp_path: Path) -> None:
    assert "Trong 1.250" in "\n".join(shown(content(), tmp_path, BOX % words("Trong {{ KG201 }}")))


def test_a_slip_in_a_text_box_is_told(content: Content, tmp_path: Path) -> None:
    code, told = refusal(content(), tmp_path, BOX % words("Trong {{ KG201 }"))
    assert (code, "«Trong {{ KG201 }»" in told) == ("BC-05", True)


@pytest.mark.parametrize(
    "pieces",
    [
        (words("{{ KG201"), words("}} cuộc")),  # a tag over two paragraphs
        (
            words("{%p if muc_1 %}"),
            words("Mục 1"),
            words("{%p if muc_2 %}"),
            words("Mục 2"),
            words("{%p endif %}"),
        ),
        (words("{% if muc_1 %}Mục 1"), words("{% endif %}")),
        (words("{%tr if muc_1 %}"), words("Mục 1"), words("{%tr endif %}")),
        ("<w:p><w:r><w:instrText>REF {{ KG201</w:instrText></w:r></w:p>",),
    ],
)
def test_a_tag_that_would_take_words_away_is_told(
    content: Content, tmp_path: Path, pieces: tuple[str, ...]
) -> None:
    code, told = refusal(content(), tmp_path, words("Đầu"), *pieces, words("Cuối"))
    assert (code in {"BC-05", "BC-06", "BC-12"}, "mau.docx" in told) == (True, True)


def test_conditions_within_conditions_are_filled(content: Content, tmp_path: Path) -> None:
    pieces = [words("{%p if KG201 %}"), words("{%p if not KG110 %}"), words("Có 1, thiếu 2")]
    ends = [words("{%p else %}"), words("Đủ"), words("{%p endif %}"), words("{%p endif %}")]
    assert shown(content(), tmp_path, *pieces, *ends) == ["Có 1, thiếu 2"]


def test_a_section_hidden_by_a_condition_of_another_stops_the_report(
    content: Content, tmp_path: Path
) -> None:
    pieces = [words("{%p if KG110 %}"), words("{{ muc_2 }}"), words("{%p endif %}")]
    code, told = refusal(content(), tmp_path, *pieces)
    assert (code, "thẻ «muc_2»" in told) == ("BC-13", True)


def test_words_of_units_that_look_like_tags_stop_nothing(content: Content, tmp_path: Path) -> None:
    said = (Narrative("Sở Y tế", "KG602", "Tính {{ 7*7 }} {%p if x %} {_{ muc_1 }_} uu_diem ｛"),)
    told = shown(content(narratives=said), tmp_path, words("{{ uu_diem }}"))
    assert any("{{ 7*7 }} {%p if x %} {_{ muc_1 }_} uu_diem ｛" in text for text in told)


def test_ten_thousand_words_of_a_unit_are_all_written(content: Content, tmp_path: Path) -> None:
    many = " ".join(f"việc{number}" for number in range(10_000))
    said = (Narrative("Sở Y tế", "KG602", many),)
    text = "\n".join(paragraphs(render(content(narratives=said), find_template("quy"))))
    assert "việc9999" in text


# -- what a template may not be -----------------------------------------------------------------------------

RELS = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
 Target="http://example.org/evil.dotm" TargetMode="External"/></Relationships>"""


@pytest.mark.parametrize(
    ("parts", "named"),
    [({"word/vbaProject.bin": b"x"}, "macro"), ({"word/_rels/settings.xml.rels": RELS}, "evil.dotm")],
)
def test_a_template_that_acts_by_itself_is_refused(
    content: Content, tmp_path: Path, parts: dict[str, bytes], named: str
) -> None:
    template = own_template(tmp_path, words("Lời"), parts=parts)
    with pytest.raises(WrongRequest, match=named) as stopped:
        render(content(), template)
    assert stopped.value.code == "BC-17"


@pytest.mark.parametrize(("inside", "code"), [("", "BC-19"), ("EncryptedPackage", "BC-18")])
def test_an_old_or_locked_template_says_what_to_do(
    content: Content, tmp_path: Path, inside: str, code: str
) -> None:
    (tmp_path / "mau.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + inside.encode("utf-16-le"))
    with pytest.raises(WrongRequest) as stopped:
        render(content(), tmp_path / "mau.docx")
    assert stopped.value.code == code


def test_a_tag_in_a_comment_is_told(content: Content, tmp_path: Path) -> None:
    comment = f'<w:comments xmlns:w="{W[1:-1]}">{words("{{ muc_1 }}")}</w:comments>'.encode()
    types = part(find_template("thang").read_bytes(), "[Content_Types].xml")
    assert types is not None
    template = own_template(tmp_path, words("Lời"), parts=with_comments(comment))
    with pytest.raises(WrongRequest, match="nhận xét") as stopped:
        render(content(), template)
    assert stopped.value.code == "BC-14"


def with_comments(comment: bytes) -> dict[str, bytes]:
    """Return the parts of a package that has comments."""
    import zipfile

    with zipfile.ZipFile(find_template("thang")) as package:
        types = package.read("[Content_Types].xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    types = types.replace(
        "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    )
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rId99" Type="{uri}" Target="comments.xml"/></Relationships>'
    return {
        "[Content_Types].xml": types.encode(),
        "word/_rels/document.xml.rels": links.replace("</Relationships>", link).encode(),
        "word/comments.xml": comment,
    }


# -- what a template has no place for -----------------------------------------------------------------------


def in_its_place(folder: Path, *pieces: str) -> Path:
    """Put a template of one's own beside a master; return the master."""
    own = folder / "mau" / "bao-cao-quy.docx"
    own.parent.mkdir()
    own.write_bytes(own_template(folder, *pieces).read_bytes())
    return folder / "KhoaGiao.xlsm"


def test_a_section_without_a_place_is_told(content: Content, tmp_path: Path) -> None:
    tags = [tag for tag in sorted(read_facts(find_template("quy")).used) if tag not in {"muc_1", "dong"}]
    master = in_its_place(tmp_path, *[words(f"{{{{ {tag} }}}}") for tag in tags if not tag.startswith("b")])
    (told,) = template_remarks(content(), master)
    assert (
        told
        == "Mẫu «bao-cao-quy.docx» không có chỗ cho: 1. Tổ chức thực hiện nghị quyết, chỉ thị, kết luận; biểu số liệu."
    )


@pytest.mark.parametrize("said", ["Hướng dẫn của Ban", "Tổ chức {{ KG201 }} cuộc"])
def test_a_template_without_a_place_for_any_section_is_refused(
    content: Content, tmp_path: Path, said: str
) -> None:
    master = in_its_place(tmp_path, words(said))
    with pytest.raises(WrongRequest, match="không có thẻ nào cho nội dung báo cáo") as stopped:
        report_bytes(content(), master)
    assert stopped.value.code == "BC-21"


def test_a_template_with_a_single_section_makes_a_report(content: Content, tmp_path: Path) -> None:
    assert report_bytes(content(), in_its_place(tmp_path, words("{{ muc_1 }}")))


def test_the_tools_own_template_has_a_place_for_everything(content: Content, tmp_path: Path) -> None:
    for period in ("2024-M03", "2024-Q1", "2024-H1", "2024-Y"):
        assert template_remarks(content(period), tmp_path / "KhoaGiao.xlsm") == []


def test_a_folder_named_like_a_template_is_told(content: Content, tmp_path: Path) -> None:
    (tmp_path / "mau" / "bao-cao-quy.docx").mkdir(parents=True)
    with pytest.raises(WrongRequest, match="là thư mục") as stopped:
        find_template("quy", tmp_path / "KhoaGiao.xlsm")
    assert stopped.value.code == "BC-20"


def test_changes_that_word_keeps_track_of_are_told_and_taken_as_accepted(
    content: Content, tmp_path: Path
) -> None:
    tracked = f'<w:p><w:ins w:id="1" w:author="a">{RUN.format("{{ muc_1 }}")}</w:ins></w:p>'
    first, *_ = template_remarks(content(), in_its_place(tmp_path, tracked))
    assert first == (
        "Mẫu «bao-cao-quy.docx» còn vết sửa (Track Changes): báo cáo làm theo bản đã chấp nhận mọi sửa đổi."
    )
