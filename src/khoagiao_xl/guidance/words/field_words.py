"""The field of khoa giáo work that a piece of text belongs to: exactly one of five."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_START, any_of, holds

SCHOLARS = "Trí thức"
EDUCATION = "Giáo dục và đào tạo, giáo dục nghề nghiệp"
SCIENCE = "Khoa học, công nghệ và môi trường"
SOCIETY = "Xã hội"
GENERAL = "Chung"
FIELDS = (SCHOLARS, EDUCATION, SCIENCE, SOCIETY, GENERAL)


def _words_of_fields() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for row in language_rows("field_words"):
        field = row["Lĩnh vực"]
        word = row["Từ"]
        words[field].append(word)
    patterns: dict[str, re.Pattern[str]] = {}
    for field, listed in words.items():
        alternatives = "|".join(listed)
        patterns[field] = holds(alternatives)
    return patterns


# Words of each field; every one of them counts once for its field, however often it stands in the text.
_WORDS = _words_of_fields()
# What a heading or a label such as «Về lĩnh vực ...:» says outright.
_LABELS = {
    SOCIETY: holds("""
        (?<!dư luận )(?<!mạng )(?<!tế - )(?<!tế-)(?<!nghĩa )xã hội(?! (?:học tập|chủ nghĩa|hóa)) |
        y tế | dân số | thể thao | gia đình | trẻ em | an sinh
    """),
    SCIENCE: holds("khoa học | công nghệ | môi trường"),
    EDUCATION: holds("giáo dục | đào tạo | khuyến học"),
    SCHOLARS: holds("trí thức"),
}
_SPEAKS = re.compile(WORD_START + any_of("sở | phòng | ngành | bộ | trường | bệnh viện") + r"\s")
_MOST_FIELDS = 2  # whose words a text may hold and still belong to one


# The same heading stands above many pieces of work.
@lru_cache(maxsize=1024)
def field_of_label(label: str) -> str:
    """Return the one field that a heading or label names; "" where it names none or several."""
    low = plain(label)
    found = [field for field, words in _LABELS.items() if words.search(low)]
    if len(found) != 1:
        return ""
    return found[0]


def field_of_work(
    words: str, lead: str, names: tuple[str, ...], above: tuple[str, ...], subjects: str
) -> str:
    """Return the field of a task: of its words without `names` of organs, of what it cites, of its lead."""
    bare = words
    for name in names:
        bare = bare.replace(name, " ")
    with_subjects = f"{bare} {subjects}"
    texts = [bare, with_subjects]
    # «Sở Y tế biên soạn tài liệu» is about health; «Trung tâm Văn hóa, Thể thao» need not be about sports.
    if _SPEAKS.search(plain(lead)):
        texts.append(lead)
    for text in texts:
        field = field_of(text, above)
        if field != GENERAL:
            return field
    return GENERAL


def field_of(text: str, above: tuple[str, ...] = ()) -> str:
    """Return the field of `text`: what the nearest heading names, else the field with clearly most words."""
    for heading in reversed(above):
        field = field_of_label(heading)
        if field:
            return field
    counts = _counts(text)
    if not 0 < len(counts) <= _MOST_FIELDS:
        return GENERAL
    field = max(counts, key=counts.__getitem__)
    most = counts.pop(field)
    others = sum(counts.values())
    is_clear = most > others
    if most < 2 * others:
        is_clear = False
    if is_clear:
        return field
    return GENERAL


def _counts(text: str) -> dict[str, int]:
    """Return how many words of each field the text holds, of those fields of which it holds any."""
    low = plain(text)
    counts: dict[str, int] = {}
    for field, words in _WORDS.items():
        found = set(words.findall(low))
        if found:
            counts[field] = len(found)
    # «đội ngũ trí thức khoa học» is about the people, not about science.
    if SCHOLARS in counts:
        counts[SCHOLARS] *= 2
    return counts
