"""Word as people use it: list numbers by style, symbols, equations, struck and hidden text, inserted documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

import khoagiao_xl
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.vietnamese.legacy_tables import TCVN3, VNI
from tests.guidance.guidance_word_samples import W

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OPENED = f'xmlns:w="{W}" xmlns:r="{RELATIONS}" xmlns:m="{MATH}"'
PLAIN = Path(khoagiao_xl.__file__).parent / "data" / "demo" / "huong_dan_2024.txt"
CASES = Path(__file__).parents[3] / "shared" / "cases" / "guidance"


def word(
    tmp_path: Path, body: str, *, styles: str = "", numbering: str = "", parts: dict[str, bytes] | None = None
) -> Path:
    """Save a Word file of these parts; «styles» and «numbering» are the inside of them."""
    path = tmp_path / "hd.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {OPENED}><w:body>{body}</w:body></w:document>")
        package.writestr("word/styles.xml", f"<w:styles {OPENED}>{styles}</w:styles>")
        package.writestr("word/numbering.xml", f"<w:numbering {OPENED}>{numbering}</w:numbering>")
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return path


def shown(path: Path) -> list[str]:
    return [block.text for block in read_blocks(path)]


def p(text: str, properties: str = "", run: str = "") -> str:
    letters = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{letters}</w:p>"


def style(name: str, properties: str = "", based_on: str = "", run: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (f'<w:style w:type="{kind}" w:styleId="{name}">{base}<w:pPr>{properties}</w:pPr>'
            f"<w:rPr>{run}</w:rPr></w:style>")  # fmt: skip


def level(depth: int, kind: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>')  # fmt: skip


LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.")
FAMILY = f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def asks(list_id: str = "", depth: int | None = None) -> str:
    own_depth = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    own_list = f'<w:numId w:val="{list_id}"/>' if list_id else ""
    return f"<w:numPr>{own_depth}{own_list}</w:numPr>"


def styled(name: str, text: str) -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>')


def test_a_style_takes_its_list_from_the_style_it_is_based_on_and_has_its_own_level(tmp_path: Path) -> None:
    styles = (
        style("Muc", asks("1")) + style("Tieu", asks(depth=1), "Muc") + style("Nho", asks(depth=2), "Tieu")
    )
    body = (
        styled("Muc", "Nhiệm vụ")
        + styled("Tieu", "Y tế")
        + styled("Nho", "Truyền thông")
        + styled("Tieu", "Dân số")
    )
    file = word(tmp_path, body, styles=styles, numbering=FAMILY + LIST)
    assert shown(file) == ["I. Nhiệm vụ", "1. Y tế", "1.1. Truyền thông", "2. Dân số"]


def test_a_level_that_names_a_style_is_the_level_of_its_paragraphs(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>') + level(
        1, "decimal", "%2.", '<w:pStyle w:val="Tieu"/>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{LIST}'
    styles = style("Muc", asks("1")) + style("Tieu", asks("1"))
    file = word(
        tmp_path, styled("Muc", "Nhiệm vụ") + styled("Tieu", "Y tế"), styles=styles, numbering=numbering
    )
    assert shown(file) == ["I. Nhiệm vụ", "1. Y tế"]


def test_a_list_that_points_to_a_style_of_lists_has_that_styles_levels_and_counts_with_it(
    tmp_path: Path,
) -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="DS"/></w:abstractNum>'
    own = f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DS"/>{LEVELS}</w:abstractNum>'
    lists = LIST + '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    body = p("Mục đích", asks("2", 0)) + p("Nội dung", asks("1", 0)) + p("Y tế", asks("2", 1))
    styles = style("DS", asks("1"), kind="numbering")
    file = word(tmp_path, body, styles=styles, numbering=linked + own + lists)
    assert shown(file) == ["I. Mục đích", "II. Nội dung", "1. Y tế"]


@pytest.mark.parametrize(
    ("levels", "override", "labels"),
    [
        (level(0, "decimal", "%1."), '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>', ["4.", "5."]),
        (level(0, "decimal", "%1.", start=3), "", ["3.", "4."]),
        (level(0, "bullet", "+"), "", ["+", "+"]),
        (level(0, "bullet", "–"), "", ["-", "-"]),
        (level(0, "lowerLetter", "%1)"), "", ["a)", "b)"]),
    ],
    ids=["begins at another number", "begins at three", "plus", "long dash", "letters"],
)  # fmt: skip
def test_the_label_is_the_one_on_the_page(
    levels: str, override: str, labels: list[str], tmp_path: Path
) -> None:
    family = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering = f'{family}<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    file = word(tmp_path, p("Rà soát", asks("1", 0)) + p("Kiểm tra", asks("1", 0)), numbering=numbering)
    assert shown(file) == [f"{labels[0]} Rà soát", f"{labels[1]} Kiểm tra"]


def test_a_level_may_count_on_over_the_higher_ones_and_show_their_romans_as_figures(tmp_path: Path) -> None:
    inner = level(1, "decimal", "%1.%2.", '<w:isLgl/><w:lvlRestart w:val="0"/>')
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "%1.")}{inner}</w:abstractNum>{LIST}'
    )
    body = "".join(p("việc", asks("1", depth)) for depth in (0, 1, 0, 1))
    assert shown(word(tmp_path, body, numbering=numbering)) == [
        "I. việc",
        "1.1. việc",
        "II. việc",
        "2.2. việc",
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t> Rà soát</w:t></w:r>', "➢ Rà soát"),
        ('<w:r><w:t>Tỷ lệ </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95%</w:t></w:r>', "Tỷ lệ ≥ 95%"),
        ("<w:r><w:t>\uf0fc Đã có</w:t></w:r>", "✓ Đã có"),
        ("<w:r><w:t>Đạt </w:t></w:r><m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath>", "Đạt 95%"),
        (("<m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
         "<w:r><w:t> số xã</w:t></w:r>"), "2/3 số xã"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Tổ chức</w:t></w:r>', "Tổ chức"),
        ('<w:r><w:rPr><w:strike w:val="false"/></w:rPr><w:t>Tổ chức</w:t></w:r>', "Tổ chức"),
        ("<w:r><w:t>Mở lớp</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> và hội thi</w:t></w:r>", "Mở lớp"),
        ("<w:r><w:t>Mở lớp</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t> và hội thi</w:t></w:r>", "Mở lớp"),
        ('<w:r><w:rPr><w:rStyle w:val="An"/></w:rPr><w:t>Nháp</w:t></w:r><w:r><w:t>Mở lớp</w:t></w:r>', "Mở lớp"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Nhiệm vụ trọng tâm</w:t></w:r>", "NHIỆM VỤ TRỌNG TÂM"),
        (("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Bấm vào đây</w:t></w:r></w:sdtContent>"
         "</w:sdt><w:r><w:t>Mở lớp</w:t></w:r>"), "Mở lớp"),
        ("<w:sdt><w:sdtContent><w:r><w:t>Sở Y tế</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> mở lớp</w:t></w:r>",
         "Sở Y tế mở lớp"),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Khung chữ</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
         "Khung chữ"),
    ],
    ids=["symbol", "sign", "letter of a font of symbols", "equation", "fraction", "not hidden", "not struck",
         "struck", "struck twice", "hidden by its style", "capitals", "placeholder", "content control", "text box"],
)  # fmt: skip
def test_the_letters_are_those_on_the_page(inside: str, text: str, tmp_path: Path) -> None:
    file = word(tmp_path, f"<w:p>{inside}</w:p>", styles=style("An", run="<w:vanish/>", kind="character"))
    assert shown(file) == [text]


def test_a_struck_item_is_gone_but_its_number_was_counted(tmp_path: Path) -> None:
    body = p("Rà soát", asks("1", 1)) + p("Bỏ", asks("1", 1), "<w:strike/>") + p("Kiểm tra", asks("1", 1))
    assert shown(word(tmp_path, body, numbering=FAMILY + LIST)) == ["1. Rà soát", "3. Kiểm tra"]


def test_paragraphs_whose_break_was_taken_out_are_one(tmp_path: Path) -> None:
    body = p("Tổ chức quán triệt", "<w:rPr><w:del/></w:rPr>") + p("Nghị quyết số 57-NQ/TW.")
    assert shown(word(tmp_path, body)) == ["Tổ chức quán triệt Nghị quyết số 57-NQ/TW."]


def test_the_list_of_contents_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert shown(word(tmp_path, styled("TOC1", "I. Nhiệm vụ 3") + p("I. Nhiệm vụ"))) == ["I. Nhiệm vụ"]


def inserted(tmp_path: Path, name: str, data: bytes) -> Path:
    relation = f'<Relationship Id="a" Type="{RELATIONS}/aFChunk" Target="{name}"/>'
    body = p("Trước") + '<w:altChunk r:id="a"/>' + p("Sau")
    relations = f"<Relationships>{relation}</Relationships>".encode()
    return word(tmp_path, body, parts={f"word/{name}": data, "word/_rels/document.xml.rels": relations})


def inner_document() -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph("Tổ chức hội thi")
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "lines"),
    [
        ("a.html", "<p>1. Y <b>tế</b></p><ol><li>Mở lớp</li><li>Họp</li></ol>".encode(), ["1. Y tế", "1. Mở lớp", "2. Họp"]),
        ("a.html", "<ul><li>Mở lớp</ul><div>Rà soát<br>Kiểm tra</div>".encode(), ["- Mở lớp", "Rà soát", "Kiểm tra"]),
        ("a.docx", inner_document(), ["Tổ chức hội thi"]),
        ("a.txt", "Mở lớp.\nRà soát.".encode(), ["Mở lớp.", "Rà soát."]),
    ],
    ids=["page", "list and lines", "document", "text"],
)  # fmt: skip
def test_a_document_that_was_put_in_whole_stands_where_it_was_put(
    name: str, data: bytes, lines: list[str], tmp_path: Path
) -> None:
    assert shown(inserted(tmp_path, name, data)) == ["Trước", *lines, "Sau"]


def test_a_part_that_only_word_takes_over_is_told_and_not_left_out(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest) as refused:
        read_blocks(inserted(tmp_path, "a.rtf", b"{\\rtf1 abc}"))
    assert refused.value.code == "KH-11"


def typed_in(text: str, table: dict[str, str]) -> str:
    """Return text as an old font has it."""
    back = {letter: old for old, letter in reversed(table.items())}
    return "".join(back.get(letter, letter) for letter in text)


OLD = "Thực hiện Nghị quyết của Đảng, các đơn vị rà soát đội ngũ, hướng dẫn những việc cần làm ở cơ sở."


@pytest.mark.parametrize(
    ("table", "font"), [(TCVN3, ".VnTime"), (VNI, "VNI-Times"), (TCVN3, ""), (VNI, "")],
    ids=["TCVN3", "VNI", "TCVN3 without its font", "VNI without its font"],
)  # fmt: skip
def test_text_of_an_old_font_is_read_in_unicode(table: dict[str, str], font: str, tmp_path: Path) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    assert shown(word(tmp_path, p(typed_in(OLD, table), run=fonts))) == [OLD]


def test_the_old_font_may_be_that_of_the_style_and_stand_beside_unicode(tmp_path: Path) -> None:
    styles = style("Cu", run='<w:rFonts w:ascii=".VnTime"/>')
    file = word(tmp_path, styled("Cu", typed_in(OLD, TCVN3)) + p("Sở Y tế mở lớp."), styles=styles)
    assert shown(file) == [OLD, "Sở Y tế mở lớp."]


def test_capitals_of_an_old_font_are_capitals(tmp_path: Path) -> None:
    lines = ["i. nhiệm vụ trọng tâm", "2. ủy ban nhân dân xã rà soát", "Số 12-HD/ĐUK", OLD]
    typed = [typed_in(line, TCVN3) for line in lines]
    typed[0] = "".join(letter.upper() if letter.isascii() else letter for letter in typed[0])
    assert shown(word(tmp_path, "".join(map(p, typed)))) == [
        "I. NHIỆM VỤ TRỌNG TÂM", "2. Ủy ban nhân dân xã rà soát", "Số 12-HD/ĐUK", OLD,
    ]  # fmt: skip


def test_a_text_file_of_an_old_font_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(typed_in(OLD, TCVN3).encode("cp1252"))
    assert shown(tmp_path / "a.txt") == [OLD]


def test_a_mark_of_secrecy_in_the_head_of_the_pages_stops_the_reading(tmp_path: Path) -> None:
    header = f"<w:hdr {OPENED}>{p('MẬT')}</w:hdr>"
    file = word(
        tmp_path, p("Hướng dẫn công tác khoa giáo năm 2026"), parts={"word/header2.xml": header.encode()}
    )
    with pytest.raises(WrongRequest) as refused:
        read_guidance(file)
    assert refused.value.code == "KH-10"


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder of given cases is not here")
@pytest.mark.parametrize("name", ["altchunk", "auto_basedon", "auto_numstylelink", "strike", "tcvn3"])
def test_a_given_case_reads_as_the_same_document_written_plainly(name: str) -> None:
    given, plain = read_guidance(CASES / f"{name}.docx"), read_guidance(PLAIN)
    assert [task.record for task in given.tasks] == [task.record for task in plain.tasks]
    assert [one.record for one in given.directives] == [one.record for one in plain.directives]
    assert len(given.reviews) == len(plain.reviews)
