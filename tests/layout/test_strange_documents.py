"""Documents by other hands and programs: the parts are found by what they say, however they are laid out."""

from __future__ import annotations

import pytest

from khoagiao_xl.layout.document_parts import DocumentParts
from khoagiao_xl.layout.find_parts import parts_of
from khoagiao_xl.layout.layout_checks import check_layout
from khoagiao_xl.layout.reading import read_document
from tests.layout.small_documents import (
    LONG,
    PARTY,
    TITLE_PAGE,
    body,
    centred,
    party_report,
    state_report,
)
from tests.layout.word_pieces import docx, field, header, line, paragraph, run, table

TITLE = run("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True)
BREAK = "<w:r><w:br/></w:r>"


def rules(data: bytes) -> set[str]:
    return {departure.rule for departure in check_layout(read_document(data))}


def parts(data: bytes) -> DocumentParts:
    return parts_of(read_document(data))


def shape(inner: str) -> str:
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


@pytest.mark.parametrize(
    "drawn",
    [
        '<v:line from="0,0" to="207pt,0"/>',
        '<v:line style="position:absolute;width:73mm" from="10pt,5pt" to="217pt,5pt"/>',
        '<v:shape type="#_x0000_t32" style="width:207pt;height:0"/>',
        '<v:group><v:line from="0,0" to="2.87in,0"/></v:group>',
        '<v:rect style="width:207pt;height:.75pt"/>',
    ],
)
def test_a_line_of_an_older_program_is_a_line(drawn: str) -> None:
    assert rules(party_report(title=centred(TITLE + shape(drawn)))) == set()


@pytest.mark.parametrize(
    "instead",
    [
        shape('<v:shape style="width:207pt;height:150pt"/>'),
        run("__________________", bold=True, size=15),
        '<w:r><w:drawing><wp:inline><wp:extent cx="2628000" cy="0"/><a:blip/></wp:inline></w:drawing></w:r>',
    ],
)
def test_a_box_typed_signs_and_a_picture_are_no_line(instead: str) -> None:
    assert "TT13" in rules(party_report(title=centred(TITLE) + centred(instead)))


def test_a_border_of_the_paragraph_is_told_as_such() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:jc w:val="center"/>'
    found = check_layout(read_document(party_report(title=paragraph(TITLE, border))))
    assert [(one.rule, "đường viền" in one.found) for one in found] == [("TT13", True)]


def test_a_line_in_an_empty_paragraph_below_the_title_counts() -> None:
    assert rules(party_report(title=centred(TITLE) + paragraph(line(73)))) == set()


@pytest.mark.parametrize(
    "number",
    [
        f"<w:sdt><w:sdtContent>{centred(field(' PAGE ', '2', size=14))}</w:sdtContent></w:sdt>",
        centred(f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">{run("2", size=14)}</w:fldSimple>'),
        paragraph(field("PAGE", "2", size=14), '<w:framePr w:xAlign="center"/>'),
        paragraph('<w:r><w:ptab w:alignment="center"/></w:r>' + field("PAGE", "2", size=14)),
    ],
)
def test_a_page_number_is_found_in_whatever_holds_it(number: str) -> None:
    assert rules(party_report(number=header(number))) == set()


def test_a_cell_of_one_paragraph_with_line_breaks_is_read_line_by_line() -> None:
    left = (
        run("ĐẢNG BỘ TỈNH")
        + BREAK
        + run("ĐẢNG ỦY KHỐI", bold=True)
        + BREAK
        + run("*")
        + BREAK
        + run("Số 12-BC/ĐUK")
    )
    read = parts(party_report(superior=centred(left), issuer="", star="", number_text="")).head
    assert [one.text for one in (*read.superior, *read.issuer)] == ["ĐẢNG BỘ TỈNH", "ĐẢNG ỦY KHỐI"]
    assert read.star is not None
    assert read.number is not None


def test_a_body_of_several_lines_is_all_the_issuer() -> None:
    lines = centred("ĐẢNG ỦY CÁC CƠ QUAN", bold=True) + centred("ĐẢNG TỈNH LÀO CAI", bold=True)
    assert rules(party_report(issuer=lines)) == set()
    assert len(parts(party_report(issuer=lines)).head.issuer) == 2


def test_a_committee_of_a_province_has_no_superior() -> None:
    province = party_report(superior="", issuer=centred("TỈNH ỦY LÀO CAI", bold=True))
    assert rules(province) == set()
    assert parts(province).head.superior == ()


def test_a_head_in_a_table_within_a_table_is_found() -> None:
    left = PARTY["superior"] + PARTY["issuer"] + PARTY["star"] + PARTY["number_text"]
    inner = table((left, PARTY["title"] + PARTY["day"]))
    read = parts(docx(table((inner,)) + PARTY["kind"] + PARTY["subject"] + PARTY["text"]))
    assert read.head.national_title is not None
    assert (read.number_text, read.symbol, read.kind_name) == ("12", "BC/ĐU", "Báo cáo")


def test_the_title_may_stand_in_the_table_of_the_head() -> None:
    inside = party_report(day=PARTY["day"] + PARTY["kind"] + PARTY["subject"], kind="", subject="")
    assert parts(inside).kind_name == "Báo cáo"


def test_a_signature_without_a_table_is_found_and_told() -> None:
    loose = PARTY["to"] + PARTY["recipients"] + PARTY["authority"] + PARTY["position"] + PARTY["name"]
    data = docx(PARTY["kind"] + PARTY["subject"] + PARTY["text"] + loose, section=TITLE_PAGE)
    read = parts(data).signature
    assert (len(read.recipients), read.position is not None, read.name is not None) == (2, True, True)
    assert "TT39" in rules(data)


def test_a_table_of_tasks_that_speaks_of_recipients_is_no_signature() -> None:
    lines = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
    row = (paragraph("Việc", size=12), paragraph("Nơi nhận", size=12))
    tasks = table(*[row] * 5, properties=lines, row="<w:cantSplit/><w:tblHeader/>")
    assert rules(party_report(text=body(LONG) + tasks + body(LONG))) == set()


def test_a_deputy_of_a_state_body_signs_in_three_lines() -> None:
    lines = {"authority": centred("TM. ỦY BAN NHÂN DÂN", bold=True) + centred("KT. CHỦ TỊCH", bold=True)}
    read = parts(state_report(**lines, position=centred("PHÓ CHỦ TỊCH", bold=True))).signature
    assert [one.text for one in read.authority] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]


def test_who_typed_it_is_no_recipient() -> None:
    typed = PARTY["recipients"] + paragraph("VanPhong-26", size=11)
    assert rules(party_report(recipients=typed)) == set()


@pytest.mark.parametrize(
    "caption",
    [
        centred("Biểu đồ 1. Số cuộc tuyên truyền theo tháng", size=12, italic=True),
        centred("Bảng số 2: Kết quả theo lĩnh vực", size=13),
        paragraph("Đơn vị tính: cuộc", size=12, italic=True, align="right"),
        paragraph("Nguồn: báo cáo của các đơn vị", size=12, italic=True),
    ],
)
def test_a_caption_is_no_running_text(caption: str) -> None:
    assert rules(party_report(text=body(LONG) + caption + body(LONG))) == set()


def test_what_is_no_official_document_is_told_what_it_lacks() -> None:
    found = rules(docx(paragraph("Thư mời họp lớp") + paragraph("Kính mong các bạn đến dự đông đủ.")))
    assert {"TT11", "TT12", "TT15", "TT17", "TT20", "TT39", "TT45"} <= found


def test_an_empty_document_is_no_crash() -> None:
    assert "TT12" in rules(docx(""))
