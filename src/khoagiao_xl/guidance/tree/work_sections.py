"""Which sections of a guidance ask for work, and which only say why, how, or what has been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import filterfalse

from khoagiao_xl.guidance.tree.attribute_lines import is_work_by_attributes
from khoagiao_xl.guidance.tree.item_words import asks
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.node import PREAMBLE, Node
from khoagiao_xl.guidance.tree.quotations import OTHERS_WORDS
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import organ_at_start, organ_from
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of, begins_with, either

_LOOKS_BACK = begins_with("""
    kết quả |
    đánh giá(?=\\s*[.:]?$|\\s(?:chung|tình|kết|việc|công tác|thực|ưu|hạn|năm|tổng|sơ bộ|khái quát)) |
    tình hình | đặc điểm | thực trạng | ưu điểm | hạn chế | tồn tại | nguyên nhân |
    bài học | bối cảnh | những kết quả | một số kết quả | thuận lợi | khó khăn | kinh nghiệm | mở đầu
""")
_ASKS = re.compile(
    either("""
    nhiệm vụ | nội dung | giải pháp | tổ chức | phân công | thực hiện | phương hướng | công tác |
    trách nhiệm | chế độ | kiểm tra | tuyên truyền
    """)
)
_GROUNDS = re.compile(
    either("""
    mục đích | yêu cầu | (?:phương | định) hướng chung | quan điểm | mục tiêu | phương châm | nguyên tắc |
    căn cứ | phạm vi | đối tượng | ý nghĩa | cơ sở chính trị | những vấn đề chung | sự cần thiết
    """)
)
_REQUEST = re.compile(
    r"(?:(?:^|[,;]\s+)yêu cầu|(?<=\s)(?:yêu cầu|đề nghị)(?=[^:]*:$))\s+(?:đối với\s+|với\s+)?"
)
_HEADINGS = language_rows("no_work_headings")


def _named(alone: str) -> str:
    """Return the pattern of the headings over no work that stand alone, or begin longer ones."""
    words: list[str] = []
    for row in _HEADINGS:
        if row["Đứng một mình"] == alone:
            word = _heading(row)
            words.append(word)
    alternatives = "|".join(words)
    return any_of(alternatives)


def _heading(row: Mapping[str, str]) -> str:
    """Return the pattern of one: «tiêu chuẩn, đo lường» is a field of work, not what a prize is given for."""
    word = row["Đề mục"]
    behind = row["Trừ khi đứng trước"]
    if not behind:
        return word
    return rf"{word}(?![\s,-]+{behind}{WORD_END})"


# «Thành phần», «Kinh phí», «Khẩu hiệu»: what stands below is no work.
_NO_WORK = re.compile(rf"(?:về |dự kiến )?(?:{_named('')}{WORD_END}|{_named('có')}[\s:.]*$)")
_SLOGANS = re.compile(r"khẩu hiệu[^.;]{0,60}:$")
_GIVEN = re.compile(r"(?:giao|đề nghị|phân công)\s+[^\W\d_]")
_ASSIGNED = re.compile(r"(?:giao|phân công)\s+[^\W\d_]")
# «Sở Y tế chủ trì ... trước ngày 30/6», not «Ban Tuyên giáo hướng dẫn ...».
_IN_CHARGE = re.compile(
    r"\s*(?:chủ trì|chủ động|tham mưu|chịu trách nhiệm|có trách nhiệm|là cơ quan thường trực)"
)
_MONEY = begins_with("(?:về |nguồn |dự kiến )?(?:kinh phí|ngân sách|dự toán)")
_SEVERAL = re.compile(r"(?:các|mỗi|từng|những|tất cả|đơn vị|địa phương|cơ quan|cấp ủy)\s")
_MOST_WORDS = 30
_PROGRAMME = re.compile(r"chương trình\b")
_ISSUED = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo (?:quyết định|nghị quyết)\s")
_MOST_LINES_OF_TITLE = 4


def is_operative(node: Node) -> bool:
    """Say whether the node's section asks for work: no heading above it tells why, how or what was."""
    if node.is_heading and not _asks(node.text):
        return False
    if any(map(is_work_by_attributes, node.holders)):
        return True
    headings: Iterable[str] = node.above
    # «Giao Phòng Tài chính bố trí ...» is work under «Kinh phí» too.
    if _GIVEN.match(node.plain) or _is_work_about_money(node):
        headings = filterfalse(_names_no_work, headings)
    issued = tuple(map(_text_of, filter(_is_issued, node.holders)))
    headings = (heading for heading in headings if heading not in issued)
    return all(map(_asks, headings))


def _text_of(node: Node) -> str:
    return node.text


def _is_issued(heading: Node) -> bool:
    """Say whether «CHƯƠNG TRÌNH» is what a decision issues, no agenda: «(Kèm theo Quyết định số ...)»."""
    if not _PROGRAMME.match(heading.plain):
        return False
    following = heading.below[:_MOST_LINES_OF_TITLE]
    return any(_ISSUED.match(line.plain) for line in following)


def _is_work_about_money(node: Node) -> bool:
    """Say whether an item under «Kinh phí» asks one office, or until a day: «Lập dự toán (trước 20/7)»."""
    if node.is_heading:
        return False
    if not any(map(_tells_of_money, node.above)):
        return False
    said = [node.text[first:last] for first, last in sentences(node.text)]
    return any(map(_asks_office, said))


def _asks_office(sentence: str) -> bool:
    """Say whether a sentence asks one office, or until a day."""
    if not asks(sentence):
        return False
    due = find_due(sentence, ANY_YEAR)
    if due.day:
        return True
    body, _ = organ_at_start(sentence)
    if not body:
        return False
    return not _SEVERAL.match(plain(body))


def _tells_of_money(heading: str) -> bool:
    return _MONEY.match(plain(heading)) is not None


def _names_no_work(heading: str) -> bool:
    low = plain(heading)
    if not _NO_WORK.match(low):
        return False
    return not _ASKS.search(low)


# The same heading stands above many nodes.
@lru_cache(maxsize=1024)
def _asks(heading: str) -> bool:
    low = plain(heading)
    if _names_no_work(heading):
        return False
    if _LOOKS_BACK.match(low):
        return False
    ground = _GROUNDS.search(low)
    if not ground or _is_asked_of_body(heading) or _leads_over_to_work(heading):
        return True
    if len(low.split()) > _MOST_WORDS:
        return True
    # «MỤC ĐÍCH, YÊU CẦU THỰC HIỆN» gives grounds; «MỤC TIÊU, NHIỆM VỤ» asks for work.
    asked = _ASKS.search(low)
    if not asked:
        return False
    if "nhiệm vụ" in low:
        return True
    if "nội dung" in low:
        return True
    return asked.start() < ground.start()


def _is_asked_of_body(heading: str) -> bool:
    """Whether «Yêu cầu» is said to a body, «..., yêu cầu Ủy ban nhân dân các xã:», and names no aims."""
    requests = _REQUEST.finditer(plain(heading))
    return any(organ_from(heading, said.end()) for said in requests)


def _leads_over_to_work(heading: str) -> bool:
    """Whether a sentence says who is to do what follows: «Để đạt mục tiêu, các trường thực hiện:»."""
    if not heading.rstrip().endswith(":"):
        return False
    return leader(heading) != ""


def work_nodes(nodes: list[Node]) -> list[Node]:
    """Return the nodes in which work is asked for, headings too; a letter without headings is all body."""
    has_sections = any(map(_opens_section, nodes))
    found: list[Node] = []
    for node in _not_listed_under_no_work(nodes):
        if node.block.kind in OTHERS_WORDS:
            continue
        if not (is_operative(node) or _is_row_of_this_year(node)):
            continue
        is_preamble = has_sections or _opens_list(node)
        if is_preamble and node.section == PREAMBLE and not _asks_early(node):
            continue
        found.append(node)
    return found


def _is_row_of_this_year(node: Node) -> bool:
    """Say whether a row stands under grounds: a plan there is work, one under results or money is none."""
    if not node.block.kind.endswith("row"):
        return False
    return not any(map(_bars_rows, node.above))


def _bars_rows(heading: str) -> bool:
    if _names_no_work(heading):
        return True
    return _LOOKS_BACK.match(plain(heading)) is not None


def _asks_early(node: Node) -> bool:
    """Say whether work stands before the first heading: the row of a table, or what a body is given to do."""
    if node.block.kind.endswith("row"):
        return True
    if node.text.rstrip().endswith(":"):
        return False
    if _ASSIGNED.match(node.plain):
        return leader(node.text) != ""
    body, end = organ_at_start(node.text)
    if not (body and _IN_CHARGE.match(node.plain, end)):
        return False
    return find_due(node.text, ANY_YEAR).day is not None


def _not_listed_under_no_work(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes but the items below «Một số khẩu hiệu:», a line that is no heading."""
    over: Node | None = None
    for node in nodes:
        if over and _lies_below(node, over):
            continue
        over = None
        if _opens_no_work(node):
            over = node
        yield node


def _lies_below(node: Node, line: Node) -> bool:
    if node.is_heading:
        return False
    if not node.block.is_text:
        return False
    if node.section != line.section:
        return False
    rank = node.rank
    if rank is Rank.NONE:
        return False
    # A plain line stands over every item behind it.
    if line.rank is Rank.NONE:
        return rank >= Rank.DASH
    return rank > line.rank


def _opens_no_work(node: Node) -> bool:
    if node.is_heading:
        return False
    if not node.text.rstrip().endswith(":"):
        return False
    if _names_no_work(node.text):
        return True
    return _SLOGANS.search(node.plain.strip()) is not None


def _opens_section(node: Node) -> bool:
    # A body or a month alone on a line stands over work in a letter, too.
    if not node.is_heading:
        return False
    if not node.block.is_text:
        return False
    return node.section != PREAMBLE


def _opens_list(node: Node) -> bool:
    # «... đề nghị các chi bộ thực hiện một số nội dung sau:» of a letter is no task of its own.
    if node.rank is not Rank.NONE:
        return False
    if node.is_heading:
        return False
    return node.text.rstrip().endswith(":")
