"""Marks of state secrecy in any spelling; and what only looks like one."""

from __future__ import annotations

import unicodedata

import pytest

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.legacy_tables import TCVN3, VNI
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark
from khoagiao_xl.vietnamese.secrecy_windows import windows
from khoagiao_xl.wording import SENTENCES
from khoagiao_xl.wording.secret_files import WITHHELD

TO_TCVN3 = {new: old for old, new in TCVN3.items()}
TO_VNI = {new: old for old, new in reversed(VNI.items())}


def in_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(letter, TO_TCVN3.get(letter.lower(), letter)) for letter in text)


def in_vni(text: str) -> str:
    return "".join(TO_VNI.get(letter, letter) for letter in text)


def full_width(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() else letter for letter in text)


@pytest.mark.parametrize("text", [
    "MẬT", "TỐI MẬT", "Tuyệt mật", "mật", "Mật.", "(MẬT)", "- MẬT -", "*** MẬT ***", "«MẬT»", "“Tối mật”", "MẬT!",
    "Tài liệu TỐI MẬT của cấp ủy", "Tài liệu MẬT, không phổ biến", "TÀI LIỆU MẬT", "Báo cáo (Mật)",
    "Báo cáo tháng 3 - Mật", "Số: 12-BC/ĐU\nMẬT\nBáo cáo tháng 3", "TUYỆT MẬT\nBản số: 05", "ĐẢNG BỘ TỈNH\nMẬT\nBÁO CÁO",
    "Số 05-BC/ĐU MẬT\nBÁO CÁO", "MẬT BÁO CÁO", "MẬT 01", "độ Tối mật",
    "Không phổ biến. TỐI MẬT", "Không sao chụp - MẬT", "tài liệu thường nhưng phụ lục TỐI MẬT",
])  # fmt: skip
def test_a_grade_that_stands_as_a_stamp_is_a_mark(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "Độ mật: Mật", "Độ mật Mật", "Độ mật - Tối mật", "Độ mật\nTối mật", "Độ mật | Mật", "Độ mật .... Mật",
    "độ mật: C", "Độ mật C", "Độ mật: A", "ĐỘ MẬT: B", "DO MAT: TOI MAT", "Mức độ mật: Tối mật", "Độ mật: “Tối mật”",
    "Văn bản này có độ mật: mật", "Độ mật, khẩn: Mật",
])  # fmt: skip
def test_a_grade_after_its_label_is_a_mark(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "Mật - khẩn", "MẬT KHẨN", "Mật, khẩn", "MẬT - HỎA TỐC", "Hỏa tốc, Mật", "Thượng khẩn - Mật", "MAT KHAN", "MẬT/KHẨN",
])  # fmt: skip
def test_a_grade_beside_how_urgent_it_is_is_a_mark(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "M Ậ T", "T Ố I   M Ậ T", "T Ố I M Ậ T", "M.Ậ.T", "M-Ậ-T", "M_Ậ_T", "MẬ T", "TỐI\nMẬT", "M\nẬ\nT", "TỐI-MẬT",
    "TỐIMẬT", "M|Ậ|T", "M\u00adẬ\u00adT", "M\u200bẬT", "TỐI\u200b MẬT", "MẬ\u202dT", "M\u034fẬT", "M_x00AD_ẬT",
    "M\u0336Ậ\u0336T\u0336", unicodedata.normalize("NFD", "TỐI MẬT"), full_width("TOI MAT"), "𝐌Ậ𝐓",
    "М\u1eacТ", "MẬΤ", in_tcvn3("TỐI MẬT"), in_tcvn3("Độ mật: mật"), in_vni("TỐI MẬT"), in_vni("Độ mật: Tối mật"),
    "Tá»‘i máº\xadt", "TOI MAT", "toi mat", "TỐI MÂT", "MA^.T", "TO^'I MA^.T",
])  # fmt: skip
def test_a_mark_is_known_in_any_letters_and_spacing(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "TÀI LIỆU THU HỒI", "Tài liệu thu hồi", "Chỉ người có tên mới được bóc bì", "Biểu có chứa bí mật nhà nước",
    "Tài liệu này thuộc danh mục bí mật nhà nước", "đây là tài liệu mật",
])  # fmt: skip
def test_other_stamps_and_what_a_text_says_of_itself_are_marks(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "Tài liệu Mật - không sao chụp, không phổ biến", "Tài liệu Mật, không phổ biến", "Tài liệu Mật. Không sao chụp",
    "Văn bản Mật; cấm phổ biến", "Tài liệu tối mật (không sao chụp)", "Báo cáo mật không được sao chụp",
    "Không sao chụp, không phổ biến - Tài liệu Mật", "MẬT: KHÔNG SAO CHỤP", "Mật: không phổ biến",
    "Biểu có chứa bí mật nhà nước, không phổ biến", "Tài liệu Mật",
])  # fmt: skip
def test_what_may_not_be_done_with_a_document_denies_no_mark(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", [
    "Không gửi tài liệu mật, không sao chụp", "Không có tài liệu Mật - không sao chụp",
    "Quản lý tài liệu mật: không sao chụp trái phép", "mật ong không phổ biến", "Độ mật: Không. Không sao chụp biểu này",
    "Số tài liệu Mật không sao chụp: 3",
])  # fmt: skip
def test_a_denial_of_the_mark_itself_stands_beside_what_may_not_be_done(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("text", [
    "Biểu không chứa bí mật nhà nước (đánh dấu x)", "KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC", "khong chua bi mat nha nuoc",
    "không có nội dung mật", "không ghi nội dung mật", "Không có tài liệu TỐI MẬT", "KHÔNG CÓ TÀI LIỆU MẬT",
    "Không phải tài liệu MẬT", "Độ mật: Không", "Độ mật: thường", "Độ mật: Không mật", "không thuộc độ mật",
    "Tài liệu không chứa nội dung mật, tối mật, tuyệt mật", "không có chứa bí mật nhà nước",
    "Có chứa bí mật nhà nước không?", "☐ MẬT  ☐ TỐI MẬT", "[ ] Mật", "đã giải mật", "GIẢI MẬT",
])  # fmt: skip
def test_what_denies_a_mark_is_none(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("text", [
    "", "một", "mật ong", "MẬT ONG", "ong\nmật", "nuôi ong lấy mật", "mật độ", "MẬT ĐỘ DÂN SỐ", "mật khẩu", "MẬT KHẨU",
    "bảo mật thông tin", "bảo\nmật", "bí mật", "BÍ MẬT", "bí\nmật\nnhà\nnước", "BÍ\nMẬT\nNHÀ\nNƯỚC", "BẢO VỆ BÍ\nMẬT NHÀ NƯỚC", "mật thiết", "thân mật", "trăng mật",
    "sỏi mật", "cơ mật", "xã Mật Sơn", "thôn Mật", "THÔN MẬT", "TỐI MẶT", "MẶT TRẬN", "MẤT", "MẠT", "MÁT", "MẮT", "Bệnh viện Mắt",
    "MAT", "(MAT)", "format", "toi mat dien", "bao cao mat dat", "KHẨN", "thu hồi đất", "TÀI LIỆU THU HỒI ĐẤT",
])  # fmt: skip
def test_words_that_only_look_like_a_mark_are_none(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("text", [
    "Công tác bảo vệ bí mật nhà nước", "Luật Bảo vệ bí mật nhà nước", "văn bản mật: 0", "Độ mật", "Độ mật:",
    "Số văn bản MẬT đã tiếp nhận: 3", "Tuyệt mật: 0; Tối mật: 0; Mật: 2", "các độ Tuyệt mật, Tối mật và Mật",
    "Quản lý văn bản mật đi, đến", "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT", "Không gửi tài liệu mật qua biểu mẫu này",
    "tiếp nhận 03 văn bản mật, 0 văn bản tối mật",
])  # fmt: skip
def test_what_speaks_about_secret_documents_is_none(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("name", [
    "SYT (MẬT)", "SYT_mật", "cong van mat", "BaoCaoToiMat", "Cong van mat so 12", "bao cao (MAT)", "Báo cáo mật tháng 3",
    "toi_mat_thang_3", "V/v gửi tài liệu tối mật",
])  # fmt: skip
def test_a_name_tells_more_than_a_sentence(name: str) -> None:
    assert bears_mark(name, Where.NAME)


@pytest.mark.parametrize("name", [
    "SYT_2024-M03", "MAT_2024-M03", "MAT", "Quy che bao ve bi mat nha nuoc", "mat khau", "bao cao mat dien", "Nuôi ong lấy mật",
    "Báo cáo công tác quản lý văn bản mật", "MTTQ mat tran", "Chi bộ Mật", "danh sach mat the",
])  # fmt: skip
def test_a_name_about_something_else_is_no_mark(name: str) -> None:
    assert not bears_mark(name, Where.NAME)


def test_a_letter_that_sends_a_secret_is_marked() -> None:
    assert bears_mark("Đơn vị gửi kèm tài liệu mật, đề nghị không phổ biến.", Where.LETTER)
    assert not bears_mark("Không gửi tài liệu mật qua thư điện tử. Mật khẩu mở tệp: 1234", Where.LETTER)


def test_in_a_long_text_the_mark_is_found_and_costs_little() -> None:
    much = "Trong tháng, đơn vị mất điện, mặt bằng chật, mắt kém. " * 20_000
    assert bears_mark(f"{much}\nTỐI MẬT\n{much}")
    assert not bears_mark(much)


@pytest.mark.parametrize("word", ["mật ", "Mật khẩu ", "bảo mật, ", "TH U HỒI "])
def test_a_word_repeated_without_end_is_looked_at_a_few_times(word: str) -> None:
    looked_at = list(windows(word * 10_000))
    assert 1 <= len(looked_at) <= 10


def test_a_mark_in_the_midst_of_a_word_repeated_without_end_is_found() -> None:
    much = "bảo mật, " * 5_000
    assert bears_mark(f"{much}\nTỐI MẬT\n{much}")
    assert not bears_mark(much)


@pytest.mark.parametrize("text", [*SENTENCES.values(), WITHHELD])
def test_our_own_sentences_bear_no_mark(text: str) -> None:
    assert not bears_mark(text)


def test_every_mark_names_where_it_must_stand_and_its_source() -> None:
    for row in language_rows("secrecy_marks"):
        assert listed(row["Đứng thế nào thì là dấu"])
        assert row["Căn cứ"]


def test_other_words_stand_once_for_each_purpose_in_small_letters() -> None:
    rows = [(row["Từ"], row["Vai trò"]) for row in language_rows("secrecy_other_words")]
    assert len(rows) == len(set(rows))
    assert [word for word, _ in rows if word != plain(word).strip()] == []
