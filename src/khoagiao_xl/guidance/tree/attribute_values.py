"""Whether what stands behind a label only names who and what, or is work itself."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tree.attribute_labels import only_names
from khoagiao_xl.guidance.tree.attribute_records import AROUND, Attribute, Meaning
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.half_names import governed_verb
from khoagiao_xl.guidance.words.organs import WORK_NAMES as WORKS
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.outputs import output_of
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import begins_with

# What a body does as lead or partner; any other verb makes the line a task of its own.
SERVING = re.compile(
    r"(?:chủ trì|phối hợp|tham mưu|đầu mối|chịu trách nhiệm|thực hiện|tổ chức thực hiện|phụ trách|theo dõi)",
    re.IGNORECASE,
)
WORK_NAMES = begins_with(WORKS)
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_VERBS_OF_NAMES = "|".join(row["Động từ"] for row in language_rows("verbs_in_names"))
_VERB_OF_NAME = re.compile(rf"\b(?:{_VERBS_OF_NAMES})\b(?!\s+(?:việc|các|những|\d))")
_ASKED = begins_with("giao | đề nghị | yêu cầu | phân công")
_BETWEEN_NAMES = re.compile(r"[;,\n]\s+")
_MOST_OF_UNKNOWN = 8  # words of a name that is not in the tables
_MOST_OF_NAMES = 14  # words of a value that is only a name or two


def asks_for_work(attribute: Attribute) -> bool:
    """Say whether the value is work itself: «Trách nhiệm: Sở Y tế xây dựng kế hoạch.»."""
    if attribute.meaning in {Meaning.LEAD, Meaning.SUPPORT}:
        return _asks_of_body(attribute)
    if attribute.meaning is Meaning.OUTPUT:
        return False
    if not leader(attribute.value):
        return False
    # «Kinh phí: Quỹ phát triển hoạt động sự nghiệp» names where the money comes from.
    if attribute.meaning is Meaning.NOTE:
        return _gives_work(attribute.value)
    return True


def _gives_work(value: str) -> bool:
    """Say whether words behind a label of place or money ask somebody for something."""
    if _ASKED.match(plain(value)):
        return True
    # «Kinh phí: Phòng A lập dự toán, trình Giám đốc trước 20/3»
    if opening_verb(value[organ_at_start(value)[1] :]) and find_due(value, ANY_YEAR).day:
        return True
    return governed_verb(value) < len(value)


def _asks_of_body(attribute: Attribute) -> bool:
    """Say whether more stands behind the label than who leads or helps."""
    # «Chuẩn bị: Hội nghị cán bộ chủ chốt» names what, not who.
    if WORK_NAMES.match(plain(attribute.value)) and not organ_at_start(attribute.value)[0]:
        return True
    if _lists_names(attribute.value):
        return False
    if output_of(attribute.value, is_review=False):
        return True
    unserved = SERVING.sub(" ", attribute.value)
    bare = _without_names_verbs(unserved)
    verb = first_verb(bare)
    if verb == len(bare):
        return False
    label = plain(attribute.label)
    is_long = len(bare.split()) > _MOST_OF_NAMES
    if is_long or not only_names(label):
        return True
    # «Sở Y tế kiểm tra các chợ», not «Ban Quản lý dự án».
    return governed_verb(bare) < len(bare)


def _lists_names(value: str) -> bool:
    """Say whether a value is a list of names, though one is not in the tables: «Nhà in A; Sở Y tế»."""
    names = _BETWEEN_NAMES.split(value)
    return all(map(_may_be_name, names))


def _may_be_name(words: str) -> bool:
    """Say whether the words are a body, or begin with a capital and ask for nothing."""
    name = words.strip(AROUND)
    organ, end = organ_at_start(name)
    if organ:
        rest = SERVING.sub(" ", name[end:])
        return first_verb(rest) == len(rest)
    if len(name.split()) > _MOST_OF_UNKNOWN:
        return False
    if opening_verb(name):
        return False
    return name[:1].isupper()


def _without_names_verbs(value: str) -> str:
    """Return a short value without brackets and verbs of names: «Ban Hỗ trợ phụ nữ phát triển kinh tế»."""
    bare = _BRACKETS.sub(" ", value)
    words = bare.split()
    if len(words) > _MOST_OF_NAMES:
        return bare
    return _VERB_OF_NAME.sub(" ", bare)
