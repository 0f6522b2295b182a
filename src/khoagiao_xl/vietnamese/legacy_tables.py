"""The letters of the old Vietnamese fonts (TCVN3, VNI), as they show on a Western machine, in Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# Byte values of TCVN5712-1, as cp1252 shows them; capitals with marks exist only as the font .Vn...H.
_TCVN3_HEX = """
A1=Ă A2=Â A3=Ê A4=Ô A5=Ơ A6=Ư A7=Đ A8=ă A9=â AA=ê AB=ô AC=ơ AD=ư AE=đ B5=à B6=ả B7=ã B8=á B9=ạ BB=ằ BC=ẳ
BD=ẵ BE=ắ C6=ặ C7=ầ C8=ẩ C9=ẫ CA=ấ CB=ậ CC=è CE=ẻ CF=ẽ D0=é D1=ẹ D2=ề D3=ể D4=ễ D5=ế D6=ệ D7=ì D8=ỉ DC=ĩ
DD=í DE=ị DF=ò E1=ỏ E2=õ E3=ó E4=ọ E5=ồ E6=ổ E7=ỗ E8=ố E9=ộ EA=ờ EB=ở EC=ỡ ED=ớ EE=ợ EF=ù F1=ủ F2=ũ F3=ú
F4=ụ F5=ừ F6=ử F7=ữ F8=ứ F9=ự FA=ỳ FB=ỷ FC=ỹ FD=ý FE=ỵ
"""
_TCVN3_BYTES = {int(pair[:2], 16): pair[3:] for pair in _TCVN3_HEX.split()}
# Text that went through a PDF shows AD as a minus sign and B7 as a bullet operator.
TCVN3 = {bytes([byte]).decode("cp1252"): letter for byte, letter in _TCVN3_BYTES.items()}
TCVN3_FROM_PDF = TCVN3 | {"\u2212": "ư", "\u2219": "ã"}
# On a machine whose ANSI page is cp1258 fourteen of the bytes come out as other characters.
TCVN3_CP1258 = {bytes([byte]).decode("cp1258"): letter for byte, letter in _TCVN3_BYTES.items()}

_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_HORNS = {"ô": "ơ", "ö": "ư"}
_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ò": "ị", "æ": "ỉ", "ó": "ĩ", "í": "í", "ì": "ì", "î": "ỵ"}


def _vni_pairs() -> Iterator[tuple[str, str]]:
    """Yield the small VNI letters, of one sign or two, with what they stand for, marks apart."""
    yield from _SINGLE.items()
    for horn, base in _HORNS.items():
        yield from _toned(horn, base, _TONES)
    for base in "aeouy":
        yield from _toned(base, base, _TONES)
    for base in "aeo":
        yield from _toned(base, f"{base}\u0302", _CIRCUMFLEX)
    yield from _toned("a", "a\u0306", _BREVE)


def _toned(written: str, base: str, tones: dict[str, str]) -> Iterator[tuple[str, str]]:
    for sign, tone in tones.items():
        yield written + sign, base + tone


def _vni_table() -> dict[str, str]:
    """Return the VNI pairs and single letters, small and capital."""
    small: dict[str, str] = {}
    first_only: dict[str, str] = {}
    capital: dict[str, str] = {}
    for old, apart in _vni_pairs():
        new = unicodedata.normalize("NFC", apart)
        small[old] = new
        large_old, large_new = old.upper(), new.upper()
        capital[large_old] = large_new
        # Excel's autocorrection and proper nouns mix cases: «Aù» is as common as «AÙ».
        if len(old) == 2:
            first_large = old.capitalize()
            first_only[first_large] = large_new
    return small | first_only | capital


VNI = _vni_table()
