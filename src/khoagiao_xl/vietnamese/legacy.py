"""Text typed in the old Vietnamese fonts (TCVN3, VNI) or garbled on its way, brought back to Unicode.

A wrong conversion corrupts good text («các» becomes «cỏc»), so text is converted only on the signal of its
font, or when it holds three letters that no Vietnamese text in Unicode holds; and only when the words that
change become possible Vietnamese syllables.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from khoagiao_xl.vietnamese.syllables import is_syllable

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

NEVER_VIETNAMESE = frozenset(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ"
)  # in a text of Unicode Vietnamese
OLD_FONTS = (".vn", "vni")  # how the names of the old fonts begin
ENOUGH_SIGNS = 3
_UNICODE_PROOF = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")  # letters neither old encoding can show
_WORD = re.compile(r"[^\W\d_]+")


def _vni_table() -> dict[str, str]:
    """Return the VNI pairs and single letters, small and capital."""
    tones = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
    circumflex = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
    breve = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
    pairs = {base + mark: base + tone for base, (mark, tone) in product("aeouy", tones.items())}
    pairs |= {
        base + mark: base + "\u0302" + tone for base, (mark, tone) in product("aeo", circumflex.items())
    }
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in breve.items()}
    pairs |= {horn + mark: base + tone for (horn, base), (mark, tone) in product(
        {"ô": "ơ", "ö": "ư"}.items(), tones.items())}  # fmt: skip
    pairs |= {"ô": "ơ", "ö": "ư", "ñ": "đ", "ò": "ị", "æ": "ỉ", "ó": "ĩ", "í": "í", "ì": "ì", "î": "ỵ"}
    small = {old: unicodedata.normalize("NFC", new) for old, new in pairs.items()}
    capital = {old.upper(): new.upper() for old, new in small.items()}
    # Excel's autocorrection and proper nouns mix cases: «Aù» is as common as «AÙ».
    first_only = {old[0].upper() + old[1:]: new.upper() for old, new in small.items() if len(old) == 2}
    return small | first_only | capital


VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def from_tcvn3(text: str, table: dict[str, str] = TCVN3_FROM_PDF) -> str:
    """Return TCVN3 `text` (shown as cp1252 characters) in Unicode."""
    return "".join(table.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """Return VNI `text` (shown as cp1252 characters) in Unicode, longest match first."""
    return _VNI_PATTERN.sub(lambda match: VNI[match.group()], text)


def from_mojibake(text: str) -> str | None:
    """Return UTF-8 text that was read as cp1252, put right; None when it is not that."""
    # A cleaner may have turned the no-break space that ends «à» and «Ơ» into a plain one.
    for candidate in (text, re.sub("(?<=[ÃÆ]) ", "\u00a0", text)):
        try:
            restored = b"".join(map(_cp1252_byte, candidate)).decode("utf-8")
        except UnicodeError:
            continue
        if restored != candidate and re.search("[À-ỹ]", restored):
            return unicodedata.normalize("NFC", restored)
    if " " in text.strip():  # a cell may be garbled in some of its words only
        words = [from_mojibake(word) or word for word in text.split(" ")]
        return " ".join(words) if words != text.split(" ") else None
    return None


def _cp1252_byte(letter: str) -> bytes:
    # Five bytes have no letter in cp1252; what reads them keeps the control character.
    return letter.encode("latin-1" if letter in "\x81\x8d\x8f\x90\x9d" else "cp1252")


def convert(text: str, font: str = "") -> tuple[str, str] | None:
    """Return (text in Unicode, code of what was done), or None when `text` is to be left as it is.

    font: name of the cell's or the run's font; «.Vn...» and «VNI-...» are signals, «.Vn...H» draws capitals.
    """
    if font.casefold().startswith(OLD_FONTS[0]):
        return _by_tcvn3_font(text, is_capital=font.rstrip().endswith("H"))
    is_unicode = _UNICODE_PROOF.search(text) is not None
    if font.casefold().startswith(OLD_FONTS[1]):
        return None if is_unicode else _on_signal(text, from_vni(text), "VB-02")
    if is_unicode or sum(letter in NEVER_VIETNAMESE for letter in text) < ENOUGH_SIGNS:
        return None
    choices = [(from_tcvn3(text), "VB-01"), (from_vni(text), "VB-02")]
    sound = [(new, code) for new, code in choices if _is_sound(text, new)]
    # Text that both tables make sense of is left alone: nothing tells which of them is meant.
    return sound[0] if len(sound) == 1 else None


def _by_tcvn3_font(text: str, *, is_capital: bool) -> tuple[str, str] | None:
    if _UNICODE_PROOF.search(text):
        # Either Unicode typed in an old font, or old bytes read by a machine whose page is cp1258.
        new = unicodedata.normalize("NFC", from_tcvn3(text, TCVN3_CP1258))
        found = (new, "VB-01") if NEVER_VIETNAMESE & set(text) and _is_sound(text, new) else None
    else:
        found = _on_signal(text, from_tcvn3(text), "VB-01")
    return (found[0].upper(), found[1]) if found and is_capital else found


def _on_signal(text: str, new: str, code: str) -> tuple[str, str] | None:
    """The font says so: that is enough with one letter that Unicode text has not, else words prove it."""
    if new == text:
        return None
    is_plain = not NEVER_VIETNAMESE & set(text)
    return None if is_plain and not _is_sound(text, new, share=0.8, least=1) else (new, code)


def _is_sound(text: str, new: str, *, share: float = 1.0, least: int = 2) -> bool:
    """Whether enough of the words that changed became syllables, and more than were so before."""
    old_words = set(_WORD.findall(unicodedata.normalize("NFC", text)))
    changed = [word for word in _WORD.findall(new) if word not in old_words]
    good = sum(map(is_syllable, changed))
    telling = sum(len(word) > 1 and is_syllable(word) for word in changed)  # one letter proves nothing
    good_before = sum(not word.isascii() and is_syllable(word) for word in old_words)
    return telling >= least and good >= share * len(changed) and (share < 1 or good > good_before)
