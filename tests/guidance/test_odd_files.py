"""What Word and other programs hide in a file: fields, hidden text, odd dashes, merged cells, other formats."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import Guidance, read_guidance
from khoagiao_xl.guidance.file import office_program
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from tests.guidance.guidance_word_samples import W

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PLAN = Path(__file__).parent / "documents" / "benh_vien_2024.txt"


def plan() -> str:
    return PLAN.read_text(encoding="utf-8")


def read(tmp_path: Path, text: str) -> Guidance:
    (tmp_path / "hd.txt").write_text(text, encoding="utf-8")
    return read_guidance(tmp_path / "hd.txt", otherwise_year=2024)


def word(tmp_path: Path, xml: str) -> Path:
    """Save a Word file of 2024 whose body ends in `xml`."""
    document = docx.Document()
    document.add_paragraph("Công tác khoa giáo năm 2024.")
    last = document.add_paragraph()._p
    for element in etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>'):
        last.addprevious(element)
    document.save(str(tmp_path / "hd.docx"))
    return tmp_path / "hd.docx"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (run("Chỉ thị ") + "<w:hyperlink>" + run("số 25-CT/TW") + "</w:hyperlink>", "Chỉ thị số 25-CT/TW"),
        ("<w:r><w:instrText> REF 1-CT/TW </w:instrText></w:r>" + run("Trang 3"), "Trang 3"),
        ('<w:fldSimple w:instr="DATE">' + run("Ngày 25") + "</w:fldSimple>", "Ngày 25"),
        ("<w:r><w:t>45</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>", "45-NQ/TW"),
        ("<w:r><w:t>Chuyển</w:t><w:softHyphen/><w:t> đổi</w:t><w:tab/><w:t>số</w:t></w:r>", "Chuyển đổi số"),
        (run("Bí mật ", "<w:vanish/>") + run("Tổ chức"), "Tổ chức"),
        ('<w:smartTag w:element="x">' + run("Tổ chức") + "</w:smartTag>" + run(" hội nghị"), "Tổ chức hội nghị"),
        (run("Tổ chức") + '<w:r><w:commentReference w:id="0"/></w:r>' + run(" họp"), "Tổ chức họp"),
        ("<w:ins><w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del>" + run("Thêm") + "</w:ins>", "Thêm"),
        ("<w:moveFrom>" + run("Cũ") + "</w:moveFrom><w:moveTo>" + run("Mới") + "</w:moveTo>", "Mới"),
    ],
    ids=["link", "field code", "field", "hard hyphen", "soft hyphen, tab", "hidden", "smart tag", "comment",
         "changed twice", "moved"],
)  # fmt: skip
def test_what_is_read_is_what_a_reader_of_the_page_sees(inside: str, shown: str, tmp_path: Path) -> None:
    assert [block.text for block in read_blocks(word(tmp_path, f"<w:p>{inside}</w:p>"))][1:] == [shown]


def test_a_row_struck_out_is_no_task_and_a_table_in_a_cell_is_part_of_it(tmp_path: Path) -> None:
    inner = cell("Gồm:") + f"<w:tbl>{row(cell('hai buổi'))}</w:tbl><w:p/>"
    table = row(cell("Nội dung"), cell("Chủ trì"), cell("Hạn"))
    table += row(
        cell("Tổ chức hội thi"), cell("Sở Y tế"), cell("01/6"), properties="<w:trPr><w:del/></w:trPr>"
    )
    table += row(inner, cell("Sở Y tế"), cell("20/6")) + row(cell("Mở lớp"), cell("Sở Y tế"), cell("30/6"))
    tasks = read_guidance(word(tmp_path, f"<w:tbl>{table}</w:tbl>")).tasks
    assert [(task.record.text, str(task.record.due)) for task in tasks] == [
        ("Gồm: hai buổi", "2024-06-20"),
        ("Mở lớp", "2024-06-30"),
    ]


def test_a_head_of_two_rows_and_a_row_of_column_numbers_are_no_tasks(tmp_path: Path) -> None:
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = row(cell("TT", down), cell("Nội dung", down), cell("Phân công", '<w:gridSpan w:val="2"/>'))
    table += row(cell("", goes_on), cell("", goes_on), cell("Chủ trì"), cell("Phối hợp"))
    table += row(cell("(1)"), cell("(2)"), cell("(3)"), cell("(4)"))
    table += row(cell("1"), cell("Tổ chức hội thảo"), cell("Sở Y tế"), cell("Hội Chữ thập đỏ"))
    (task,) = read_guidance(word(tmp_path, f"<w:tbl>{table}</w:tbl>")).tasks
    assert (task.record.lead, task.record.support) == ("Sở Y tế", "Hội Chữ thập đỏ")


def test_a_table_without_a_head_is_read_by_what_its_cells_look_like(tmp_path: Path) -> None:
    table = row(cell("1"), cell("Tổ chức tọa đàm về y tế"), cell("Sở Y tế"), cell("Quý II"))
    table += row(cell("2"), cell("Kiểm tra an toàn thực phẩm"), cell("Ban Tuyên giáo"), cell("Quý III"))
    tasks = read_guidance(word(tmp_path, f"<w:tbl>{table}</w:tbl>")).tasks
    assert [(task.record.lead, str(task.record.due)) for task in tasks] == [
        ("Sở Y tế", "2024-06-30"),
        ("Ban Tuyên giáo", "2024-09-30"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("-", "\u2011"),
        lambda text: text.replace("thực", "th\u00adực").replace("45-NQ", "45-\u00adNQ"),
        lambda text: text.replace(" ", "\t"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("uỷ", "ủy").replace("Uỷ", "Ủy").replace("khoá", "khóa"),
        lambda text: text.replace("\n", "\n\n"),
    ],
    ids=["decomposed", "hard hyphens", "soft hyphens", "tabs", "hard spaces", "other tones", "empty lines"],
)
def test_odd_signs_change_nothing_of_the_plan(change: object, tmp_path: Path) -> None:
    assert callable(change)
    one, other = read(tmp_path, plan()), read(tmp_path, change(plan()))
    assert [directive.key for directive in other.directives] == [
        directive.key for directive in one.directives
    ]
    assert [(t.record.section, t.record.due, t.record.output) for t in other.tasks] == [
        (t.record.section, t.record.due, t.record.output) for t in one.tasks
    ]


def test_a_document_all_in_capitals_keeps_its_tasks_days_and_leads(tmp_path: Path) -> None:
    one, other = read(tmp_path, plan()), read(tmp_path, plan().upper())
    assert [task.record.due for task in other.tasks] == [task.record.due for task in one.tasks]
    leads = [(a.record.lead.upper(), b.record.lead) for a, b in zip(one.tasks, other.tasks, strict=True)]
    # One name holds a word that is also a verb: CHI BỘ PHÒNG (TỔ CHỨC CÁN BỘ).
    assert sum(a != b for a, b in leads) <= 1


def test_a_document_without_numbers_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    tasks = read(tmp_path, "KẾ HOẠCH\ncông tác khoa giáo\nĐảng ủy xã xây dựng kế hoạch như sau:\n"
                 "Các chi bộ tổ chức quán triệt Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị trong quý I.\n"
                 "Trạm Y tế phối hợp với Hội Phụ nữ xã truyền thông về dân số trước ngày 11/7.\n").tasks  # fmt: skip
    assert [task.record.lead for task in tasks] == ["Các chi bộ", "Trạm Y tế"]


def test_lines_in_any_order_break_nothing(tmp_path: Path) -> None:
    lines = plan().splitlines()
    random.Random(3).shuffle(lines)
    shuffled = read(tmp_path, "\n".join(lines))
    assert {one.record.symbol for one in shuffled.directives} == {
        one.record.symbol for one in read(tmp_path, plan()).directives
    }


@pytest.mark.parametrize("between", [".\n- Thực hiện ", "; ", " và "], ids=["items", "list", "one sentence"])
def test_three_hundred_citations_are_three_hundred_directives(between: str, tmp_path: Path) -> None:
    cited = [f"Chỉ thị số {n}-CT/TU, ngày {n % 28 + 1}/5/2021 của Tỉnh ủy" for n in range(1, 301)]
    guidance = read(tmp_path, f"HƯỚNG DẪN\nI. NHIỆM VỤ\n- Thực hiện {between.join(cited)}.")
    assert len(guidance.directives) == 300


def test_of_sixty_pages_as_much_is_read_as_of_one(tmp_path: Path) -> None:
    part = plan().split("Phần thứ hai")[1].split("Nơi nhận")[0]
    once = read(tmp_path, f"KẾ HOẠCH\nnăm 2024\nPhần thứ hai{part}")
    guidance = read(tmp_path, "KẾ HOẠCH\nnăm 2024\n" + "".join(f"Phần thứ hai{part}" for _ in range(50)))
    assert len(guidance.text) > 130_000
    # Its last words are closing words only where nothing follows.
    assert len(guidance.tasks) >= 50 * len(once.tasks)


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("hong.pdf", b"\xef\xbb\xbf\n%PDF-1.7", "bị hỏng"),
        ("van_ban.docx", b"%PDF-1.4", "bị hỏng"),
        ("cu.doc", OLD + "WordDocument".encode("utf-16-le"), "Word kiểu cũ"),
        ("so.doc", OLD + "Workbook".encode("utf-16-le"), "sổ Excel"),
        ("van_ban.odt", package(mimetype=b"application/vnd.oasis.opendocument.text"), "văn bản OpenDocument"),
        ("khoa.odt", package(mimetype=b"application/vnd.oasis.opendocument.text",
                             **{"META-INF__manifest_xml": b"<encryption-data/>"}), "có mật khẩu"),
        ("van_ban.rtf", b"\r\n{\\rtf1\\ansi", "văn bản RTF"),
        ("khoa.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        ("trong.docx", package(word__document_xml=f'<w:document xmlns:w="{W}"/>'.encode()), "không có chữ"),
        ("web.docx", "\ufeff\r\n<!DOCTYPE html><p>năm 2024</p>".encode(), "trang web"),
        ("web.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related", "trang web"),
        ("word2003.doc", b'<?xml version="1.0"?><w:wordDocument/>', "tệp XML"),
        ("anh.docx", b"II*\x00" + bytes(99), "ảnh"),
        ("nen.docx", b"7z\xbc\xaf'\x1c" + bytes(30), "tệp nén"),
    ],
)  # fmt: skip
def test_another_format_is_refused_with_what_it_is_and_what_to_do(
    name: str, data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "office_program", str)  # no LibreOffice on this machine
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WrongRequest) as caught:
        read_guidance(tmp_path / name)
    assert name in str(caught.value)
    assert said in str(caught.value)
    assert any(word in str(caught.value) for word in ("Xin", "Mở tệp"))


@pytest.mark.parametrize("part", ["document2", "document"])
def test_word_of_the_web_and_the_strict_format_are_read(part: str, tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:body><w:p>{run('Công tác khoa giáo năm 2024.')}</w:p></w:body>"
    data = package(**{f"word__{part}_xml": f'<w:document xmlns:w="{strict}">{body}</w:document>'.encode()})
    (tmp_path / "hd.docx").write_bytes(data)
    assert read_guidance(tmp_path / "hd.docx").year == 2024


def test_what_footnotes_and_endnotes_cite_is_a_directive_but_no_task(tmp_path: Path) -> None:
    note = f'<w:%s xmlns:w="{W}"><w:%s><w:p>{run("Chỉ thị số %s-CT/TW của Ban Bí thư.")}</w:p></w:%s></w:%s>'
    body = f'<w:document xmlns:w="{W}"><w:body><w:p>{run("Khoa giáo năm 2024.")}</w:p></w:body></w:document>'
    parts = {
        f"word__{kind}s_xml": (note % (f"{kind}s", kind, number, kind, f"{kind}s")).encode()
        for kind, number in (("footnote", 25), ("endnote", 17))
    }
    (tmp_path / "hd.docx").write_bytes(package(word__document_xml=body.encode(), **parts))
    guidance = read_guidance(tmp_path / "hd.docx")
    assert [one.record.symbol for one in guidance.directives] == ["25-CT/TW", "17-CT/TW"]
    assert guidance.tasks == ()
