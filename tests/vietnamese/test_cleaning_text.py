"""Text brought to one form: old fonts, garbled letters, look-alikes, odd blanks; good text stays as it is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese import legacy, legacy_tables
from khoagiao_xl.vietnamese.syllables import is_syllable
from khoagiao_xl.vietnamese.text import clean, fold, lacks_diacritics, looks_like_formula

GUIDANCE = Path(__file__).resolve().parents[2] / "../shared/seed/huong-dan-cong-tac-khoa-giao-2024.txt"
SENTENCE = (
    "Đảng bộ Sở Giáo dục và Đào tạo đã triển khai nghị quyết, ưu tiên xã vùng cao, những buổi ở trường."
)
TO_TCVN3 = {new: old for old, new in legacy_tables.TCVN3.items()}
TO_VNI = {new: old for old, new in legacy_tables.VNI.items()}
letters = st.text(alphabet=sorted(TO_TCVN3), min_size=1, max_size=40)


def as_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def as_vni(text: str) -> str:
    return "".join(TO_VNI.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("raw", "font", "text", "code"),
    [
        ("B¸o c¸o", ".VnTime", "Báo cáo", "VB-01"),
        ("B¸o c¸o", ".VnTimeH", "BÁO CÁO", "VB-01"),
        ("Baùo caùo", "VNI-Times", "Báo cáo", "VB-02"),
        (as_tcvn3(SENTENCE), "", SENTENCE, "VB-01"),
        (as_vni(SENTENCE), "", SENTENCE, "VB-02"),
        ("BÃ¡o cÃ¡o", "", "Báo cáo", "VB-03"),
        (unicodedata.normalize("NFD", "Tổng hợp"), "", "Tổng hợp", "VB-04"),
        ("ê\u0301", "", "ế", "VB-04"),
        ("d\u0335a", "", "đa", "VB-04"),
        ("ÐẢNG BỘ", "", "ĐẢNG BỘ", "VB-05"),
        ("Ɖảng", "", "Đảng", "VB-05"),
        ("Bá\u043e cá\u043e", "", "Báo cáo", "VB-07"),
        ("Hội\u00a0nghị\u200b", "", "Hội nghị", "VB-06"),
        ("•\tMột việc", "", "- Một việc", "VB-06"),
    ],
)
def test_a_spoilt_text_is_mended_and_the_change_told(raw: str, font: str, text: str, code: str) -> None:
    cleaned = clean(raw, font)
    assert cleaned.text == text
    assert code in [repair.code for repair in cleaned.repairs]


@pytest.mark.parametrize(
    ("raw", "font"),
    [("các", ""), ("B¸o c¸o", ""), ("§ 1 © 2024 ® ½", ""), ("Москва", ""), ("các xã đã họp", ".VnTime"),
     (SENTENCE, ""), (SENTENCE, ".VnTime"), (SENTENCE, "VNI-Times"), ("30 °C ± 2, 5 m², 10 µm", "")],
)  # fmt: skip
def test_good_or_doubtful_text_is_left_as_it_is(raw: str, font: str) -> None:
    assert clean(raw, font).text == raw


@given(letters)
def test_tcvn3_letters_come_back_from_their_bytes(text: str) -> None:
    assert legacy.from_tcvn3(as_tcvn3(text), legacy_tables.TCVN3) == text


@given(st.lists(st.sampled_from(SENTENCE.replace(",", "").split()), min_size=1, max_size=12))
def test_vni_words_come_back_from_their_pairs(words: list[str]) -> None:
    text = " ".join(words)
    assert legacy.from_vni(as_vni(text)) == text


def test_every_letter_that_vni_writes_comes_back() -> None:
    assert {legacy.from_vni(old) for old in legacy_tables.VNI} == set(legacy_tables.VNI.values())
    assert len({new for new in legacy_tables.VNI.values() if new.islower()}) == 67


@given(st.text(max_size=60), st.sampled_from(["", ".VnTime", ".VnArialH", "VNI-Times", "Arial"]))
def test_no_text_raises_and_a_second_cleaning_changes_nothing(text: str, font: str) -> None:
    once = clean(text, font).text
    once.encode("utf-8")
    assert clean(once).text == once


@pytest.mark.parametrize("text", ["Tr??ng h?c", "Tr\ufffdờng", "Tr\ud83eường"])
def test_lost_letters_are_asked_for(text: str) -> None:
    assert "VB-08" in clean(text).codes


def test_a_question_or_an_address_has_lost_nothing() -> None:
    assert clean("Có khó khăn gì không? Không.").codes == ()
    assert clean("https://a.vn/b?c=d").codes == ()


def test_a_text_longer_than_a_cell_is_cut_and_told() -> None:
    cleaned = clean("a" * 40_000)
    assert (len(cleaned.text), cleaned.codes) == (32_767, ("VB-10",))


def test_lines_are_joined_or_kept_as_wanted() -> None:
    raw = "Một\r\n\r\n\r\n hai\tba  "
    assert clean(raw).text == "Một hai ba"
    assert clean(raw, keep_lines=True).text == "Một\n\nhai ba"


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("UỶ BAN", "Ủy ban"), ("thuý", "thúy"), ("kỹ thuật", "kĩ thuật"),
     ("Quí", "quý"), ("Ðảng", "Đảng"),
     ("Hội\u00a0 nghị", "hoi nghi")],
)  # fmt: skip
def test_two_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_keep_different_keys() -> None:
    assert fold("thúy") != fold("thùi")
    assert fold("Sở Y tế") == "so y te"


def test_missing_marks_and_signs_of_a_formula_are_noticed() -> None:
    assert lacks_diacritics("Khong co van de gi")
    assert not lacks_diacritics("Không có vấn đề gì")
    assert not lacks_diacritics("45-NQ/TW")
    assert looks_like_formula("=1+1")
    assert looks_like_formula("@SUM(A1)")
    assert not looks_like_formula("-")


def test_the_syllable_rule_knows_good_words_from_wrong_conversions() -> None:
    assert all(
        map(
            is_syllable, ["các", "nghiệp", "quyết", "giếng", "gì", "thuở", "khuya", "Đảng", "uỷ", "ủy", "yêu"]
        )
    )
    assert not any(map(is_syllable, ["cỏc", "bị¸", "nghqe", "wxz"]))


def test_the_real_guidance_is_left_alone_and_comes_back_from_both_old_fonts() -> None:
    if not GUIDANCE.exists():
        pytest.skip("shared/ is not beside this checkout")
    for line in GUIDANCE.read_text(encoding="utf-8").splitlines():
        text = " ".join(line.split())
        assert clean(text).text == text
        small = text.lower()
        assert clean(as_tcvn3(small), ".VnTime").text == small
        assert clean(as_vni(text), "VNI-Times").text == text


def test_a_foreign_sign_after_a_long_sentence_costs_no_time() -> None:
    sentence = "Ban Tuyên giáo Đảng ủy Khối Cơ quan - Doanh nghiệp " * 40
    for tail in ("a\nb", "a\u00a0b", "a  b", "https://x.vn/tin?id=5"):
        assert clean(sentence + tail).text.startswith("Ban Tuyên giáo")


def test_what_hid_a_garbled_letter_is_taken_out_and_the_letter_mended() -> None:
    assert clean("\x80Ã¡").text == "á"
