"""What a unit's files are called: readable, and no other unit's, on every file system."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khoagiao_xl.files.unit_stems import code_key, unit_stem
from khoagiao_xl.forms.naming import unit_by_stem, unit_in_quick_name

# Codes of offices, and what file systems and their programs make something else of.
LETTERS = st.sampled_from('aAbBđĐẾẾÁ-–_./\\:*?"<>| .\u00a0\u200b0123ⅠＡ&~#%')
CODES = st.one_of(st.text(min_size=1, max_size=12), st.text(LETTERS, min_size=1, max_size=100))
PAIRS = [("ĐBD", "DBD"), ("A/B", "A-B"), ("A B", "A-B"), ("sở 1", "SO 1"), ("SYT.", "SYT"), ("CON", "_CON"),
         ("X" * 80 + "1", "X" * 80 + "2"), ("\u200bSYT", "SYT"), ("ĐBD", unit_stem("ĐBD")),
         (unit_stem("ĐBD"), unit_stem("ĐBD").upper())]  # fmt: skip


@given(CODES, CODES)
@example(*PAIRS[0])
def test_only_one_code_has_a_stem(one: str, other: str) -> None:
    if unit_stem(one).casefold() == unit_stem(other).casefold():
        assert code_key(one) == code_key(other)


@pytest.mark.parametrize(("one", "other"), PAIRS[:-1])
def test_codes_that_fold_to_one_name_have_two_stems(one: str, other: str) -> None:
    assert unit_stem(one).casefold() != unit_stem(other).casefold()


@given(CODES)
def test_a_stem_is_a_name_on_every_system(code: str) -> None:
    stem = unit_stem(code)
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,50}", stem)
    assert not stem.endswith(".")
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", stem)


@given(CODES)
def test_a_code_composed_otherwise_has_the_same_stem(code: str) -> None:
    for form in ("NFC", "NFD"):
        assert unit_stem(unicodedata.normalize(form, code)) == unit_stem(code)


@pytest.mark.parametrize("code", ["SYT", "VPTU2", "SO-Y-TE", "A.B", "cb_01", "2024-M01"])
def test_an_ordinary_code_is_its_own_stem(code: str) -> None:
    assert unit_stem(code) == code


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Tin-nhanh_SYT.xlsx", "SYT"),
        ("tin-nhanh_syt (1).xlsx", "SYT"),
        ("thư/Tin-nhanh_SYT_a1b2c3_tra-lai.xlsx", "SYT"),
        ("Tin-nhanh_SYT_2.xlsx", "SYT_2"),
        ("Tin-nhanh_SLA.xlsx", ""),
        ("SYT_2024-M03.xlsx", ""),
    ],
)
def test_a_quick_form_is_named_after_its_unit(name: str, unit: str) -> None:
    assert unit_in_quick_name(name, unit_by_stem(["SYT", "SYT_2"])) == unit
