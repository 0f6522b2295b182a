"""Lines without a number that stand over those below them: capitals, bold, a period, a body, «... sau:»."""

from __future__ import annotations

import re
from enum import Enum, auto

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.attribute_labels import label_alone
from khoagiao_xl.guidance.tree.attributes import line_attributes
from khoagiao_xl.guidance.tree.item_words import DIRECTIONS
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_at_start, organ_from
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import any_of

_ANNOUNCED = any_of("""
    nội dung | nhiệm vụ | công việc | công tác | vấn đề | giải pháp | hoạt động | văn bản | điểm | việc |
    lĩnh vực | mặt
""")
_MORE_WORDS = any_of(r"""
    trọng tâm | chủ yếu | cụ thể | cơ bản | chính | sau | sau đây | dưới đây | như | là | gồm | và giải pháp |
    công tác | năm \d{4} | khoa giáo
""")
_ANNOUNCES = re.compile(
    rf"(?:các|những|một số|tốt|vào|về|mặt|tham mưu|thực hiện|làm|trước)\s+{_ANNOUNCED}"
    rf"(?:\s+{_MORE_WORDS}|,)*\s*:$"
)
_WHAT_FOLLOWS = re.compile(rf"\s*(?:các|những|một số|một vài)\s+{_ANNOUNCED}(?:\s+{_MORE_WORDS}|,)*\s*:\s*")
_FOLLOWS = re.compile(r"(?:như sau|sau đây|dưới đây|theo từng lĩnh vực|bao gồm)\s*:$")
_MOST_ANNOUNCING, _MOST_FOLLOWING = 45, 25  # words of a sentence that only introduces
_OF_A_BODY = re.compile(
    r"(?:trách nhiệm|nhiệm vụ|phân công|công việc|phần việc|"
    r"(?:chế độ\s+)?(?:thông tin,?\s+)?báo cáo(?:\s+định kỳ)?)"
    r"\s+(?:cụ thể\s+)?(?:của|đối với|cho)\s+|"
    r"(?:đối với|giao|phân công|đề nghị|yêu cầu)\s+"
)
_MOST_WORDS, _MOST_WORDS_OF_GREAT = 35, 40
# «Về lĩnh vực y tế, | giao Sở Y tế:», «Tiếp thu ý kiến, Ban Thường vụ | yêu cầu các chi bộ:»
_ABOUT = re.compile(r"^[^:;.()]{1,160}\s(?=(?:giao|đề nghị|yêu cầu|phân công)\s)")
_OFFICE_OF = re.compile(
    r"((?:Phòng|Khoa|Tổ|Ban|Trung tâm|Chi cục)\s[^()]+?)\s*\(((?:Sở|Ban|Bộ|Tỉnh|UBND|Đảng)[^()]*)\)"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# «Sở Y tế (cơ quan thường trực)»: what the body is here, not its name.
_ROLE = re.compile(
    r"\s*\((?:là\s+)?(?:(?:cơ quan|đơn vị|bộ phận|phòng|ban)\s+)?"
    r"(?:thường trực|chủ trì|đầu mối|chủ công|nòng cốt|làm đầu mối)[^()]{0,40}\)",
    re.IGNORECASE,
)
# Which of them: «... chưa gửi kế hoạch», «... có từ 500 lao động trở lên», «... nơi có điểm thi».
_ARE = re.compile(
    r"\s*,?\s*(?:chưa|không|đã|có|được|nơi|nằm|còn|đang|tham gia|đạt|trên|ở|tại|dưới|mới|thành lập)\s+\w"
)
_MOST_WORDS_OF_GROUP = 18
_SAYS_ITSELF = re.compile(
    r"(?:quyết định|quyết nghị|chỉ thị|kết luận|thông báo|nghị quyết|yêu cầu|ra lệnh)\s*:"
)
_MOST_WORDS_OF_BARE, _MOST_WORDS_OF_TOPIC = 9, 4
_ITEMS = frozenset({Rank.ARABIC, Rank.LETTER, Rank.DASH, Rank.PLUS})


class Style(Enum):
    """How a line without a number shows that it stands over others."""

    GREAT = auto()
    BOLD = auto()
    PERIOD = auto()
    INTRO = auto()
    BODY = auto()
    HEADED = auto()  # in one of Word's own styles of headings
    MORE = auto()  # another line of the heading above


def stands_over(block: Block, rank: Rank, text: str, following: Block | None) -> Style | None:
    """Return how the line stands over what follows, None where only its number could say so."""
    if not block.is_text:
        return None
    if following is None:
        return None
    if rank < Rank.DASH:
        return None
    if line_attributes(text):
        return None
    if label_alone(text):
        return None
    if rank is Rank.NONE:
        return _unmarked(block, text, following)
    # «- Sở Y tế:» over items of its own kind.
    next_rank = marker(following.text).rank
    if next_rank is rank and text.endswith(":") and names_body(text):
        return Style.BODY
    return None


def _unmarked(block: Block, text: str, following: Block) -> Style | None:
    length = block.length
    # «QUYẾT ĐỊNH:» is what the document says of itself.
    if _SAYS_ITSELF.fullmatch(block.plain):
        return None
    if is_capitals(text) and length <= _MOST_WORDS_OF_GREAT and not text.endswith(";"):
        return Style.GREAT
    if names_period(text):
        return Style.PERIOD
    if block.level and _is_title(block):
        return Style.HEADED
    if following.is_text and marker(following.text).rank <= Rank.ARTICLE:
        return None
    if names_body(text) and not text.endswith((".", ";", ",")):
        return Style.BODY
    if text.endswith(":"):
        return Style.INTRO
    if _is_bold_heading(block) or _is_bare_title(block, following):
        return Style.BOLD
    return None


def _is_bold_heading(block: Block) -> bool:
    return block.is_bold and _is_title(block)


def _is_title(block: Block) -> bool:
    if block.length > _MOST_WORDS:
        return False
    return not block.text.endswith((".", ";", ","))


def _is_bare_title(block: Block, following: Block) -> bool:
    """Say whether a few words without a stop name what the items below are about: «Truyền thông»."""
    text = block.text
    if block.length > _MOST_WORDS_OF_BARE:
        return False
    if not text[-1:].isalpha():
        return False
    if not text[:1].isupper():
        return False
    if not following.is_text:
        return False
    opening = marker(following.text)
    if opening.rank not in _ITEMS:
        return False
    below = following.text[opening.length :]
    if line_attributes(below):
        return False
    if block.length <= _MOST_WORDS_OF_TOPIC:
        return True
    verb = opening_verb(text)
    return not verb or verb in DIRECTIONS


def is_capitals(text: str) -> bool:
    """Say whether the words are all in capitals, as great headings are."""
    if not text.isupper():
        return False
    return " " in text


def names_body(text: str) -> str:
    """Return the body whose work stands below: of «Sở Y tế:», «Đối với các chi bộ», «Trách nhiệm của ...»."""
    bare = without_role(text).strip(" .:")
    if is_organ_alone(bare):
        # «Các trường tiểu học, trung học cơ sở»: what a list names further belongs to it.
        start = bare.find(organ_from(bare, 0))
        return bare[start:]
    if _is_office_of(bare):
        return bare
    if text.endswith(":"):
        bare = _ABOUT.sub("", bare)
    of = _OF_A_BODY.match(plain(bare))
    if not of:
        return _told_what_follows(text)
    name = bare[of.end() :]
    if is_organ_alone(name):
        return organ_from(name, 0)
    return _told_what_follows(text)


def _is_office_of(text: str) -> bool:
    """Say whether a bracket tells whose office the one before it is: «Phòng Nghiệp vụ Y (Sở Y tế)»."""
    office = _OFFICE_OF.fullmatch(text)
    return office is not None and all(map(is_organ_alone, office.groups()))


def without_role(text: str) -> str:
    """Return `text` without the bracket that says what a body is here: «Sở Y tế (cơ quan thường trực)»."""
    return _ROLE.sub("", text)


def group_of_bodies(label: str) -> str:
    """Return the bodies that a label tells by what they are: «27 đảng ủy chưa gửi kế hoạch»."""
    bare = _BRACKETS.sub("", label).strip(" .:")
    if len(bare.split()) > _MOST_WORDS_OF_GROUP:
        return ""
    start = 0
    of = _OF_A_BODY.match(plain(bare))
    if of:
        start = of.end()
    organ, end = organ_at_start(bare[start:])
    if not organ:
        return ""
    # «Đối với các doanh nghiệp đào tạo nghề» names nobody else.
    if of and of[0].startswith("đối với"):
        return bare[start:]
    if _ARE.match(plain(bare), start + end):
        return bare[start:]
    return ""


def _told_what_follows(text: str) -> str:
    """Return the body of «Giao Hội Khuyến học tỉnh các việc sau:», "" where the line does not lead over."""
    if not text.rstrip().endswith(":"):
        return ""
    organ, end = organ_at_start(text)
    told = _WHAT_FOLLOWS.fullmatch(plain(text[end:]))
    return organ if told else ""


def is_announcement(text: str) -> bool:
    """Say whether a sentence only introduces what follows: «... thực hiện các nhiệm vụ sau:»."""
    low = plain(text).strip()
    length = len(text.split())
    if length > _MOST_ANNOUNCING:
        return False
    if _ANNOUNCES.search(low):
        return True
    if length > _MOST_FOLLOWING:
        return False
    return announces_list(text)


def announces_list(text: str) -> bool:
    """Say whether the words end by leading over to a list: «..., cụ thể như sau:»."""
    low = plain(text).strip()
    return _FOLLOWS.search(low) is not None
